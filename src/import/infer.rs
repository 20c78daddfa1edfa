//! What the columns of a table are, from their names and the values of the first rows.

use std::collections::HashSet;

use super::cell::{Number, day_text, number, period};
use super::lexicon::{self, Hint};
use super::plan::{ColumnPlan, Kind, Plan};
use crate::column::Role;

/// More rows than this, and ids of rows are left out unless asked for: they would outweigh the data.
const KEYED_ROWS: usize = 200_000;

/// Distinct values beyond which a column whose values hardly repeat is free text.
const TEXT_VALUES: usize = 100;

/// What the values of a column look like.
#[derive(Debug, Default)]
struct Look<'a> {
    /// Cells that say something.
    said: usize,
    numbers: usize,
    whole: usize,
    /// Digits that a number would lose: a leading zero.
    codes: usize,
    percents: usize,
    periods: usize,
    /// Whole numbers that may be years: any four digits, and those near our time.
    years: usize,
    likely_years: usize,
    places: usize,
    offices: usize,
    bytes: usize,
    distinct: HashSet<&'a [u8]>,
    /// Whether each number is one more than the one before.
    counts_up: bool,
}

fn look<'a>(cells: impl Iterator<Item = &'a [u8]>) -> Look<'a> {
    let mut look = Look { counts_up: true, ..Look::default() };
    let mut before = None;
    for cell in cells {
        let read = number(cell);
        if matches!(read, Number::Missing) {
            look.counts_up = false;
            continue;
        }
        look.said += 1;
        look.bytes += cell.len();
        if !look.distinct.insert(cell) {
            look.counts_up = false;
        } else if let Ok(text) = std::str::from_utf8(cell) {
            look.places += usize::from(lexicon::is_place(text.trim()));
            look.offices += usize::from(lexicon::is_office(text.trim()));
        }
        let digits = cell.iter().all(u8::is_ascii_digit);
        if let Number::Is(value) = read {
            look.counts_up &= before.is_none_or(|before| value == before + 1.0);
            before = Some(value);
            look.whole += usize::from(value.fract() == 0.0);
            look.codes += usize::from(digits && cell.len() > 1 && cell[0] == b'0');
            look.years +=
                usize::from(digits && cell.len() == 4 && (1000.0..3000.0).contains(&value));
            look.likely_years +=
                usize::from(digits && cell.len() == 4 && (1900.0..=2100.0).contains(&value));
            look.percents += usize::from(cell.ends_with(b"%"));
        } else {
            look.counts_up = false;
        }
        look.numbers += usize::from(!matches!(read, Number::Not));
        look.periods += usize::from(period(day_text(cell)).is_some());
    }
    look
}

impl Look<'_> {
    /// Whether nearly all of the cells that say something are so.
    const fn nearly_all(&self, count: usize) -> bool {
        self.said > 0 && count * 10 >= self.said * 9
    }

    const fn all(&self, count: usize) -> bool {
        self.said > 0 && count == self.said
    }

    /// Whether values hardly repeat, or are sentences.
    fn is_text(&self) -> bool {
        let many = self.distinct.len() > TEXT_VALUES && self.distinct.len() * 2 > self.said;
        many || (self.said > 0 && self.bytes / self.said > 80)
    }
}

/// What is known around the cells of a table.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around<'a> {
    /// Rows that the whole file may have.
    pub(super) expected: usize,
    /// The byte between cells, where the format has one.
    pub(super) separator: Option<u8>,
    /// The unit of measure that a line above the table gives to all its figures.
    pub(super) unit: Option<&'a str>,
}

/// Works out a plan from the names of the columns, each with its key, and the sample's rows.
pub(super) fn infer(names: &[(String, String)], rows: &[Vec<&[u8]>], around: &Around<'_>) -> Plan {
    let cells = |at: usize| rows.iter().map(move |row| row.get(at).copied().unwrap_or_default());
    let looks: Vec<Look<'_>> = (0..names.len()).map(|at| look(cells(at))).collect();
    let hints: Vec<_> = names.iter().map(|(_, name)| lexicon::hint(name)).collect();
    let said = |at: usize, hint| hints[at].is_some_and(|(h, _)| h == hint);
    let time = the_time(&looks, &hints);
    let mut columns: Vec<ColumnPlan> = Vec::new();
    for (at, (key, name)) in names.iter().enumerate() {
        let look = &looks[at];
        let unnamed = name.is_empty();
        let coded = |hint| said(at, hint) && look.all(look.whole);
        let is_code = look.codes > 0
            || [Hint::Area, Hint::Region, Hint::Topic, Hint::Series, Hint::Stage, Hint::Id]
                .into_iter()
                .any(coded);
        let unique = look.distinct.len() == rows.len() && rows.len() > 1;
        let (kind, role) = if time == Some(at) {
            (Kind::Time, Role::Time)
        } else if unnamed && look.counts_up && unique {
            (Kind::Skip, Role::Text)
        } else if said(at, Hint::Id) && unique && hints[at].is_some_and(|(_, whole)| whole) {
            (if around.expected > KEYED_ROWS { Kind::Skip } else { Kind::Key }, Role::Text)
        } else if look.nearly_all(look.numbers) && !is_code {
            (Kind::Number, Role::Measure)
        } else if said(at, Hint::Text) || (look.is_text() && !said(at, Hint::Area)) {
            (Kind::Category, Role::Text)
        } else {
            (Kind::Category, Role::Category)
        };
        let additive = !(lexicon::is_rate(name) || look.percents > 0);
        columns.push(ColumnPlan { key: key.clone(), name: name.clone(), kind, role, additive });
    }
    give_roles(&mut columns, &hints, &looks);
    Plan { columns }
}

/// The column of the rows' time: named so and readable as time, or readable as nothing else.
fn the_time(looks: &[Look<'_>], hints: &[Option<(Hint, bool)>]) -> Option<usize> {
    let named = |at: usize| hints[at].is_some_and(|(hint, _)| hint == Hint::Time);
    let whole = |at: usize| hints[at].is_some_and(|(hint, whole)| hint == Hint::Time && whole);
    let places = || 0..looks.len();
    let dated = |at: &usize| {
        let look = &looks[*at];
        look.nearly_all(look.periods) && (look.numbers < look.said || look.all(look.years))
    };
    let by_name = |at: &usize| {
        let look = &looks[*at];
        named(*at) && (dated(at) || look.nearly_all(look.periods))
    };
    let by_value = |at: &usize| {
        let (look, hint) = (&looks[*at], hints[*at]);
        dated(at) && hint.is_none() && (look.numbers == 0 || look.all(look.likely_years))
    };
    places()
        .find(|at| whole(*at) && by_name(at))
        .or_else(|| places().find(by_name))
        .or_else(|| places().find(by_value))
}

/// Gives each role to the one column that fits best; the rest stay categories.
fn give_roles(columns: &mut [ColumnPlan], hints: &[Option<(Hint, bool)>], looks: &[Look<'_>]) {
    let find = |columns: &[ColumnPlan], hint: Hint| {
        let fits = |at: &usize| {
            let free = matches!(columns[*at].role, Role::Category | Role::Text);
            // Units are few; offices are headed by the same word.
            let is_other = hint == Hint::Unit && looks[*at].offices > 0;
            free && !is_other
                && columns[*at].kind == Kind::Category
                && hints[*at].is_some_and(|(h, _)| h == hint)
        };
        let places: Vec<usize> = (0..columns.len()).filter(fits).collect();
        // The finest areas, and otherwise the first column.
        let finest = places.iter().copied().max_by_key(|&at| (looks[at].distinct.len(), !at));
        if hint == Hint::Area { finest } else { places.first().copied() }
    };
    for (hint, role) in [
        (Hint::Area, Role::Area),
        (Hint::Topic, Role::Topic),
        (Hint::Series, Role::Series),
        (Hint::Stage, Role::Stage),
        (Hint::Unit, Role::Kind),
        (Hint::Qualifier, Role::Qualifier),
    ] {
        if let Some(at) = find(columns, hint) {
            columns[at].role = role;
        }
    }
    give_promises(columns, hints);
    let has = |columns: &[ColumnPlan], role| columns.iter().any(|c| c.role == role);
    if !has(columns, Role::Area) {
        let named_like_places = (0..columns.len()).find(|&at| {
            let look = &looks[at];
            columns[at].role == Role::Category && look.places * 10 >= look.distinct.len() * 7
        });
        let area = named_like_places.filter(|&at| looks[at].places > 1);
        if let Some(at) = area.or_else(|| find(columns, Hint::Region)) {
            columns[at].role = Role::Area;
        }
    }
    if !has(columns, Role::Topic)
        && let Some(at) = find(columns, Hint::Region)
    {
        columns[at].role = Role::Topic;
    }
    if !has(columns, Role::Series)
        && columns.iter().any(|column| column.kind == Kind::Number)
        && let Some(at) = find(columns, Hint::Value).or_else(|| unlike(columns, looks))
    {
        columns[at].role = Role::Series;
    }
}

/// The category of which some values are called like rates and others are not, beside one column of numbers: these
/// measure unlike things.
fn unlike(columns: &[ColumnPlan], looks: &[Look<'_>]) -> Option<usize> {
    if columns.iter().filter(|column| column.kind == Kind::Number).count() != 1 {
        return None;
    }
    (0..columns.len()).find(|&at| {
        let names = || looks[at].distinct.iter().filter_map(|name| std::str::from_utf8(name).ok());
        let rates = names().filter(|name| lexicon::measures_rate(name)).count();
        columns[at].role == Role::Category
            && columns[at].kind == Kind::Category
            && (2..=TEXT_VALUES).contains(&looks[at].distinct.len())
            && (1..looks[at].distinct.len()).contains(&rates)
    })
}

/// A column of targets beside one of what is done of them. Of several nobody can say which belong together.
fn give_promises(columns: &mut [ColumnPlan], hints: &[Option<(Hint, bool)>]) {
    let only = |hint: Hint| {
        let mut fits = (0..columns.len()).filter(|&at| {
            columns[at].kind == Kind::Number && hints[at].is_some_and(|(h, _)| h == hint)
        });
        fits.next().filter(|_| fits.next().is_none())
    };
    if let Some((target, done)) = only(Hint::Target).zip(only(Hint::Done)) {
        (columns[target].role, columns[done].role) = (Role::Target, Role::Done);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(text: &str) -> Vec<(String, Kind, Role, bool)> {
        let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let names = lines.next().unwrap();
        let names: Vec<_> = names.iter().map(|n| ((*n).to_owned(), (*n).to_owned())).collect();
        let rows: Vec<Vec<&[u8]>> =
            lines.map(|line| line.into_iter().map(str::as_bytes).collect()).collect();
        let plan = infer(&names, &rows, &Around { expected: rows.len(), ..Around::default() });
        plan.columns.into_iter().map(|c| (c.key, c.kind, c.role, c.additive)).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Kind, Role, bool)]) {
        let expected: Vec<_> = expected
            .iter()
            .map(|&(key, kind, role, adds)| (key.to_owned(), kind, role, adds))
            .collect();
        assert_eq!(plan(text), expected);
    }

    #[test]
    fn a_table_like_gapminders() {
        check(
            "country,continent,year,lifeExp,pop,gdpPercap\n\
             Afghanistan,Asia,1952,28.801,8425333,779.4453145\n\
             Afghanistan,Asia,1957,30.332,9240934,820.8530296\n\
             Albania,Europe,1952,55.23,1282697,1601.056136",
            &[
                ("country", Kind::Category, Role::Area, true),
                ("continent", Kind::Category, Role::Topic, true),
                ("year", Kind::Time, Role::Time, true),
                ("lifeExp", Kind::Number, Role::Measure, false),
                ("pop", Kind::Number, Role::Measure, true),
                ("gdpPercap", Kind::Number, Role::Measure, false),
            ],
        );
    }

    #[test]
    fn a_table_of_indicators_in_chinese() {
        check(
            "地区,年份,领域,指标,阶段,单位,数值\n\
             德州市,2021年,教育,学校数,完成,所,12\n\
             聊城市,2021年,教育,入学率,完成,%,99.5\n\
             威海市,2022年,医疗,床位,计划,张,120",
            &[
                ("地区", Kind::Category, Role::Area, true),
                ("年份", Kind::Time, Role::Time, true),
                ("领域", Kind::Category, Role::Topic, true),
                ("指标", Kind::Category, Role::Series, true),
                ("阶段", Kind::Category, Role::Stage, true),
                ("单位", Kind::Category, Role::Kind, true),
                ("数值", Kind::Number, Role::Measure, true),
            ],
        );
    }

    #[test]
    fn a_target_beside_what_is_done_of_it() {
        check(
            "项目,地区,投资,目标数,完成数\n\
             改造老旧小区,甲市,120,30,28\n\
             新建幼儿园,乙市,80,5,5",
            &[
                ("项目", Kind::Category, Role::Series, true),
                ("地区", Kind::Category, Role::Area, true),
                ("投资", Kind::Number, Role::Measure, true),
                ("目标数", Kind::Number, Role::Target, true),
                ("完成数", Kind::Number, Role::Done, true),
            ],
        );
        // Which of two is done of the target, nobody says.
        let several = plan("地区,目标,上半年完成,全年完成\n甲市,30,10,28\n乙市,5,1,5");
        assert!(several[1..].iter().all(|(_, _, role, _)| *role == Role::Measure));
    }

    #[test]
    fn codes_ids_and_row_numbers_are_no_measures() {
        check(
            "id,postcode,area code,value,day,\n\
             a1,050021,130102,1.5,2021-09-07,0\n\
             a2,100000,110000,2.5,2021-09-08,1\n\
             a3,250000,370100,-,2021-09-08,2",
            &[
                ("id", Kind::Key, Role::Text, true),
                ("postcode", Kind::Category, Role::Category, true),
                ("area code", Kind::Category, Role::Category, true),
                ("value", Kind::Number, Role::Measure, true),
                ("day", Kind::Time, Role::Time, true),
                ("", Kind::Skip, Role::Text, true),
            ],
        );
    }

    #[test]
    fn years_without_a_name_for_them_and_many_valued_text() {
        let mut text = "x,words,n\n".to_owned();
        for n in 0..300 {
            text.push_str(&format!("{},sentence number {n},{n}\n", 1990 + n % 30));
        }
        check(
            &text,
            &[
                ("x", Kind::Time, Role::Time, true),
                ("words", Kind::Category, Role::Text, true),
                ("n", Kind::Number, Role::Measure, true),
            ],
        );
    }

    #[test]
    fn words_in_a_column_called_measure_are_what_is_measured() {
        check(
            "Area,Year,Measure,Value\nAld,2020,Turnover rate,30.5\nAld,2020,Requests,900\nBrack,2020,Requests,700",
            &[
                ("Area", Kind::Category, Role::Area, true),
                ("Year", Kind::Time, Role::Time, true),
                ("Measure", Kind::Category, Role::Series, true),
                ("Value", Kind::Number, Role::Measure, true),
            ],
        );
    }

    #[test]
    fn rates_beside_what_is_none_are_unlike_things_whatever_their_column_is_called() {
        check(
            "what,year,n\nPopulation,2020,5000\nGrowth (%),2020,1.5\nPopulation,2021,5075",
            &[
                ("what", Kind::Category, Role::Series, true),
                ("year", Kind::Time, Role::Time, true),
                ("n", Kind::Number, Role::Measure, true),
            ],
        );
    }

    #[test]
    fn of_several_areas_the_finest_is_the_area() {
        check(
            "province,county,2020\n\
             甲省,乙县,5\n\
             甲省,丙县,6",
            &[
                ("province", Kind::Category, Role::Category, true),
                ("county", Kind::Category, Role::Area, true),
                ("2020", Kind::Number, Role::Measure, true),
            ],
        );
    }
}
