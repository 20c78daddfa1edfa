//! What the columns of a table are, from their names and the values of the first rows.

use super::by_row::ByRow;
use super::cell::{measured, periods, unforced};
use super::form::{Basis, Sure, Why};
use super::kind::Kind;
use super::layout::is_nameless;
use super::lexicon::{self, Compared, Hint};
use super::look::{Look, looks};
use super::paired;
use super::plan::{ColumnPlan, Plan};
use super::roles::give_roles;
use super::year_like::{Seem, seem};
use crate::base::unit_name;
use crate::column::Role;

/// More rows than this, and ids of rows are left out unless asked for: they would outweigh the data.
const KEYED_ROWS: usize = 200_000;

/// What is known around the cells of a table.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around<'a> {
    /// Rows that the whole file may have.
    pub(super) expected: usize,
    /// The byte between cells, where the format has one.
    pub(super) separator: Option<u8>,
    /// The unit of measure that a line above the table gives to all its figures.
    pub(super) unit: Option<&'a str>,
    /// Whether all that its title names are rates or indices.
    pub(super) is_of_rates: bool,
}

/// Works out a plan from the names of the columns, each with its key, and the sample's rows.
pub(super) fn infer(names: &[(String, String)], rows: &[Vec<&[u8]>], around: &Around<'_>) -> Plan {
    let looks = looks(names, rows, around.separator);
    let hints: Vec<_> = names.iter().map(|(_, name)| lexicon::hint(name)).collect();
    let table = Seen { names, looks: &looks, hints: &hints, rows };
    let time = table.the_time();
    let places = table.coordinates();
    let mut columns: Vec<ColumnPlan> = Vec::new();
    for (at, (key, name)) in names.iter().enumerate() {
        let look = &looks[at];
        let (kind, role, basis) = if time == Some(at) {
            (Kind::Time, Role::Time, table.time_basis(at))
        } else if places.contains(&at) {
            (Kind::Category, Role::Text, Basis::new(Sure::Likely, Why::Name))
        } else {
            table.kind(at, around.expected)
        };
        let mut column = ColumnPlan::new(key, name, kind, role);
        column.basis = basis;
        (column.form, column.time) = (look.form, look.time);
        column.by_row = kind == Kind::Number && look.by_row == ByRow::Yes;
        let is_end = lexicon::is_end_of_interval(name);
        let is_rate = lexicon::is_rate(name)
            || lexicon::compared(name) == Some(Compared::Change)
            || (at == 0 && kind == Kind::Number && unit_name::is_rank_in_front(name));
        column.additive = !(is_rate || is_end || look.percents > 0 || look.is_mixed());
        // Rows of rates are told apart by their units.
        column.additive |= column.by_row && !is_rate;
        if kind == Kind::Number && !column.by_row {
            let common = around.unit.filter(|_| column.additive).map(str::to_owned);
            let told = [
                (lexicon::unit(name), Basis::new(Sure::Certain, Why::Name)),
                (look.unit(), Basis::new(Sure::Certain, Why::Cells)),
                (common, Basis::new(Sure::Likely, Why::Above)),
            ];
            let told = told.into_iter().find_map(|(unit, basis)| Some((unit?, basis)));
            if let Some((unit, basis)) = told {
                (column.unit, column.unit_basis) = (Some(unit), basis);
            }
            let is_rate = |unit: &str| unit_name::is_rate(unit) || lexicon::is_rate(unit);
            column.additive &= !column.unit.as_deref().is_some_and(is_rate);
            column.additive &= !(around.is_of_rates && says_no_thing(name));
        }
        columns.push(column);
    }
    tell_prices(&mut columns);
    tell_sums_so_far(&mut columns, &looks);
    keep_one_way_of_units(&mut columns, rows);
    paired::tell_codes(&mut columns, &looks, rows);
    paired::tell_rows_without_code(&mut columns, &looks, rows);
    doubt_ids(&mut columns, &looks);
    give_roles(&mut columns, &hints, &looks);
    // A column of units speaks for all figures of a row: cells that say others are texts then.
    if columns.iter().any(|column| column.role == Role::Kind) {
        columns.iter_mut().filter(|column| column.by_row).for_each(as_text);
    }
    // Where each row says its unit, that of a line above the table is none of a column's own.
    if columns.iter().any(|column| column.role == Role::Kind) {
        for column in columns.iter_mut().filter(|column| column.unit_basis.why == Why::Above) {
            column.unit = None;
        }
    }
    Plan { columns, ..Plan::default() }
}

/// Whether the name of a column says but the period of its figures, or nothing: what they are stands in the title.
fn says_no_thing(name: &str) -> bool {
    is_nameless(name)
        || lexicon::is_named(name, NAMELESS)
        || lexicon::compared(name).is_some_and(|own| own != Compared::Change)
}

/// Names of columns of figures that say no more.
const NAMELESS: &[&str] = &["obsvalue", "figure", "figures", "val"];

/// Figures of the year so far hold those of the periods before, to which they are not added: where there are several.
fn tell_sums_so_far(columns: &mut [ColumnPlan], looks: &[Look<'_>]) {
    let is_timed = |(column, look): (&ColumnPlan, &Look<'_>)| {
        column.kind == Kind::Time && look.distinct.len() > 1
    };
    if columns.iter().zip(looks).any(is_timed) {
        for column in columns.iter_mut() {
            column.additive &= lexicon::compared(&column.name) != Some(Compared::SoFar);
        }
    }
}

/// Prices of a day (its first and last, its highest and lowest) add up to nothing. Told by all four together.
fn tell_prices(columns: &mut [ColumnPlan]) {
    const OF_DAY: [&[&str]; 4] = lexicon::PRICES_OF_DAY;
    let is = |column: &ColumnPlan, words: &[&str]| lexicon::ends_with_word(&column.name, words);
    if OF_DAY.iter().all(|words| columns.iter().any(|column| is(column, words))) {
        for column in columns.iter_mut() {
            column.additive &= !OF_DAY.iter().any(|words| is(column, words));
        }
    }
}

/// Figures of one row stand in one unit: a column whose cells say other units than those of the first such column is text.
fn keep_one_way_of_units(columns: &mut [ColumnPlan], rows: &[Vec<&[u8]>]) {
    let mut by_row = (0..columns.len()).filter(|&at| columns[at].by_row);
    let Some(first) = by_row.next() else { return };
    let unit = |row: &[&[u8]], at: usize| {
        let cell = unforced(row.get(at).copied().unwrap_or_default());
        measured(cell, columns[at].form.decimal).unit
    };
    let differs = |at: &usize| {
        rows.iter().any(|row| {
            unit(row, first).zip(unit(row, *at)).is_some_and(|(own, other)| own != other)
        })
    };
    let others: Vec<usize> = by_row.filter(differs).collect();
    others.into_iter().for_each(|at| as_text(&mut columns[at]));
}

/// A column of figures whose units are not those of others of its row, read as text.
fn as_text(column: &mut ColumnPlan) {
    (column.kind, column.role, column.by_row) = (Kind::Category, Role::Category, false);
    column.basis = Basis::new(Sure::Likely, Why::OtherUnits);
}

/// Numbers that may be ids are figures where nothing else of the table is, where they have a unit, and where the same things
/// come again at other times.
fn doubt_ids(columns: &mut [ColumnPlan], looks: &[Look<'_>]) {
    let comes_again = |(column, look): (&ColumnPlan, &Look<'_>)| {
        column.kind == Kind::Category
            && look.distinct.len() > 1
            && look.distinct.len() * 2 <= look.said
    };
    let is_over_time = columns.iter().any(|column| column.kind == Kind::Time)
        && columns.iter().zip(looks).any(comes_again);
    let numbers = columns.iter().filter(|column| column.kind == Kind::Number).count();
    for column in columns.iter_mut().filter(|column| column.kind == Kind::Number) {
        let is_figure = numbers < 2 || is_over_time || column.unit.is_some() || !column.additive;
        if column.basis.sure == Sure::Guessed && is_figure {
            column.basis = Basis::new(Sure::Certain, Why::Cells);
        }
    }
}

/// The columns of a table as far as they have been looked at.
struct Seen<'s, 'a> {
    names: &'s [(String, String)],
    looks: &'s [Look<'a>],
    hints: &'s [Option<(Hint, bool)>],
    rows: &'s [Vec<&'a [u8]>],
}

impl Seen<'_, '_> {
    fn says(&self, at: usize, hint: Hint) -> bool {
        self.hints[at].is_some_and(|(h, _)| h == hint)
    }

    /// What a column holds that is neither the time nor a coordinate.
    fn kind(&self, at: usize, expected: usize) -> (Kind, Role, Basis) {
        let of = |kind, role, sure, why| (kind, role, Basis::new(sure, why));
        let (look, name) = (&self.looks[at], &self.names[at].1);
        let unique = look.distinct.len() == self.rows.len() && self.rows.len() > 1;
        let whole = self.hints[at].is_some_and(|(_, whole)| whole);
        let key = if expected > KEYED_ROWS { Kind::Skip } else { Kind::Key };
        if lexicon::is_named(name, lexicon::PLACES_ELSEWHERE) {
            return of(Kind::Category, Role::Text, Sure::Likely, Why::Name);
        }
        if name.is_empty() && look.counts_up && unique {
            return of(Kind::Skip, Role::Text, Sure::Likely, Why::Order);
        }
        if unique && whole && self.says(at, Hint::Id) && !look.nests() {
            return of(key, Role::Text, Sure::Likely, Why::Name);
        }
        // A price index is named as the numbers of rows are, and does not count up.
        let counts = look.counts_up && look.least <= 1.0;
        let is_key = !lexicon::is_rate(name) && look.all(look.whole);
        if unique
            && whole
            && self.says(at, Hint::Counter)
            && (counts || look.numbers == 0 || is_key)
            && !look.nests()
        {
            return of(key, Role::Text, Sure::Likely, Why::Name);
        }
        // Lines of sums have no number of their own.
        let is_ordinal = look.counts_up && look.least.to_bits() == 1_f64.to_bits();
        let counts_rows = self.says(at, Hint::Counter) || self.says(at, Hint::Id);
        if whole && counts_rows && is_ordinal && look.said > 1 {
            return of(Kind::Skip, Role::Text, Sure::Likely, Why::Order);
        }
        if look.by_row == ByRow::Yes {
            return of(Kind::Number, Role::Measure, Sure::Likely, Why::Cells);
        }
        if look.is_number() {
            return match self.code(at) {
                None if look.may_be_ids() => {
                    of(Kind::Number, Role::Measure, Sure::Guessed, Why::Usual)
                }
                None if look.all(look.numbers) => {
                    of(Kind::Number, Role::Measure, Sure::Certain, Why::Cells)
                }
                None => of(Kind::Number, Role::Measure, Sure::Likely, Why::Cells),
                Some(why) => {
                    let is_asked = why == Why::Digits && !look.loses_digits();
                    let sure = if is_asked { Sure::Guessed } else { Sure::Likely };
                    let is_text =
                        self.says(at, Hint::Text) || (look.is_text() && !self.says(at, Hint::Area));
                    let role = if is_text { Role::Text } else { Role::Category };
                    of(Kind::Category, role, sure, why)
                }
            };
        }
        let is_text = look.is_text() && !self.says(at, Hint::Area);
        // Ranks that some rows share are no groups of these: `2=`.
        let is_of_ranks = at == 0 && look.whole > 0 && unit_name::is_rank_in_front(name);
        if self.says(at, Hint::Text) || is_text || is_of_ranks {
            return of(Kind::Category, Role::Text, Sure::Likely, Why::Cells);
        }
        if look.by_row == ByRow::Some {
            return of(Kind::Category, Role::Category, Sure::Likely, Why::Units);
        }
        of(Kind::Category, Role::Category, Sure::Certain, Why::Cells)
    }

    /// What whole numbers are that may all be years, in a column that is not called after times.
    fn seem(&self, at: usize) -> Seem {
        let cells = self.rows.iter().filter_map(|row| row.get(at).copied());
        seem(&self.names[at].1, &self.looks[at], cells)
    }

    /// Whether the numbers of a column that is called nothing known may be the years of the rows. Two such columns, neither
    /// of them surely, are amounts.
    fn may_be_years(&self, at: usize) -> bool {
        let like = |at: usize| self.looks[at].all(self.looks[at].likely_years);
        let is_alone = || {
            let others = (0..self.looks.len()).filter(|&other| other != at && like(other));
            others.into_iter().all(|other| self.hints[other].is_some())
        };
        like(at)
            && match self.seem(at) {
                Seem::Years => true,
                Seem::Either => is_alone(),
                Seem::Amounts => false,
            }
    }

    /// How sure the column of times is one.
    fn time_basis(&self, at: usize) -> Basis {
        let look = &self.looks[at];
        let is_named = self.says(at, Hint::Time);
        if !is_named && look.all(look.likely_years) && self.seem(at) == Seem::Either {
            return Basis::new(Sure::Guessed, Why::Cells);
        }
        if look.numbers == 0 && look.all(look.periods) {
            return Basis::new(Sure::Certain, Why::Cells);
        }
        Basis::new(Sure::Likely, if is_named { Why::Name } else { Why::Cells })
    }

    /// Why whole numbers are names of something: by their digits, or by what the column is called. `None` where they are
    /// figures.
    fn code(&self, at: usize) -> Option<Why> {
        const NAMED: [Hint; 7] = [
            Hint::Area,
            Hint::Region,
            Hint::Topic,
            Hint::Series,
            Hint::Stage,
            Hint::Id,
            Hint::Code,
        ];
        let (look, name) = (&self.looks[at], &self.names[at].1);
        // Of the level of water or of the price index nobody speaks by number, of the invoice no. one does.
        // An industry's output is named by its last word alone: such numbers are codes where they come again.
        let repeats = look.distinct.len() * 2 <= look.said;
        // So is the area of a lot, where its numbers are large and not of one length.
        let is_of_few = |hint: Hint| match hint {
            Hint::Topic | Hint::Series | Hint::Stage => repeats || look.nests(),
            Hint::Area | Hint::Region => {
                repeats || look.nests() || look.has_one_length() || look.greatest < 1000.0
            }
            _ => true,
        };
        let named = NAMED.into_iter().any(|hint| {
            self.hints[at].is_some_and(|(h, whole)| h == hint && (whole || is_of_few(h)))
        }) || self.hints[at] == Some((Hint::Level, true))
            || (self.hints[at] == Some((Hint::Counter, false)) && !lexicon::is_rate(name));
        // A unit in the name says that something is counted.
        let counted = lexicon::unit(name).is_some();
        let is_year = lexicon::is_attribute(name) && look.all(look.likely_years);
        // Of two columns of years one is the time of the rows, and the other says no amount either.
        let is_time = self.says(at, Hint::Time) && look.all(look.likely_years);
        // Numbers in a column of notes are the marks of these.
        let is_numbered = lexicon::is_named(name, lexicon::NUMBERED) || self.says(at, Hint::Text);
        // Months without a year are counted by nobody.
        let parts = lexicon::months_counted(name).map_or(0.0, |months| f64::from(12 / months));
        let is_part = self.hints[at] == Some((Hint::Time, true))
            && look.all(look.whole)
            && look.least >= 1.0
            && look.greatest <= parts;
        if look.are_ids() && !is_part {
            return Some(Why::Digits);
        }
        let is_named = is_part
            || is_year
            || is_time
            || is_numbered
            // The name of a total may stand among codes.
            || (named && !counted && look.whole == look.numbers)
            || (self.is_of_codes(at) && look.nests());
        is_named.then_some(Why::Name)
    }

    /// Whether a column is called after codes or the numbers of rows, and nothing else.
    fn is_of_codes(&self, at: usize) -> bool {
        matches!(self.hints[at], Some((Hint::Id | Hint::Code | Hint::Counter, true)))
    }

    /// The column of the rows' time: named so and readable as time, or readable as nothing else.
    fn the_time(&self) -> Option<usize> {
        let named = |at: usize| self.says(at, Hint::Time);
        let whole = |at: usize| named(at) && self.hints[at].is_some_and(|(_, whole)| whole);
        let places =
            || (0..self.looks.len()).filter(|&at| !lexicon::is_attribute(&self.names[at].1));
        let dated = |at: &usize| {
            let look = &self.looks[*at];
            look.nearly_all(look.periods) && (look.numbers < look.said || look.all(look.years))
        };
        let by_name = |at: &usize| {
            let look = &self.looks[*at];
            named(*at) && (dated(at) || look.nearly_all(look.periods))
        };
        // Where periods are the names of columns, a column of years says something else of its rows.
        let names: Vec<&str> = self.names.iter().map(|(_, name)| name.as_str()).collect();
        let is_wide = periods(&names).0.iter().flatten().count() > 1;
        let by_value = |at: &usize| {
            let look = &self.looks[*at];
            let certain = look.numbers == 0 || self.may_be_years(*at);
            !is_wide && dated(at) && self.hints[*at].is_none() && certain
        };
        places()
            .find(|at| whole(*at) && by_name(at))
            .or_else(|| places().find(by_name))
            .or_else(|| places().find(by_value))
    }

    /// The columns of latitude and longitude, where both are there and their numbers can be such.
    fn coordinates(&self) -> Vec<usize> {
        let find = |names: &[&str], most: f64| {
            (0..self.looks.len()).find(|&at| {
                let look = &self.looks[at];
                look.nearly_all(look.numbers)
                    && look.least >= -most
                    && look.greatest <= most
                    && lexicon::ends_with_word(&self.names[at].1, names)
            })
        };
        let latitude = find(lexicon::LATITUDE, 90.0);
        let longitude = find(lexicon::LONGITUDE, 180.0);
        latitude.zip(longitude).map_or_else(Vec::new, |(a, b)| vec![a, b])
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
    fn the_numbers_of_rows_are_none_of_their_values_where_a_line_of_sums_has_none() {
        check(
            "序号,县区,户数\n,合计,10\n1,东城区,3\n2,西湖县,4\n3,南山县,3",
            &[
                ("序号", Kind::Skip, Role::Text, true),
                ("县区", Kind::Category, Role::Area, true),
                ("户数", Kind::Number, Role::Measure, true),
            ],
        );
        // Numbers that come again say something of their rows.
        check(
            "编号,年份,户数\n1,2020,3\n2,2020,4\n1,2021,3\n2,2021,5",
            &[
                ("编号", Kind::Category, Role::Category, true),
                ("年份", Kind::Time, Role::Time, true),
                ("户数", Kind::Number, Role::Measure, true),
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
