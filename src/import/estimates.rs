//! Statistics of one estimate in rows of their own (`Estimate`, `Standard error`, `Low 95% confidence interval`, …): the ends
//! of its interval and its margin become what is known of it, errors stand beside it, and none is a row of figures any more.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::arrangement::Together;
use super::imported::Imported;
use super::interval::{figures, put, text, with_intervals};
use super::join::{compact, gathered};
use super::lexicon::{Statistic, statistic};
use crate::base::lang::Bilingual;
use crate::column::{Category, Codes, Column, Data, Dictionary, Entry, Keys, Meaning, Role, Table};

/// Rows beyond which each interval, a text, would outweigh the figures.
const MOST_ROWS: usize = 200_000;
/// Values of a column of statistics, and columns that are looked at.
const MOST_VALUES: usize = 200;
const MOST_COLUMNS: usize = 60;
/// Of so many rows of statistics, one may have no estimate, and of so many estimates one may not lie between its ends.
const APART: usize = 20;

/// Takes rows of ends, margins and errors as what is known of the estimates of the same things, unless the reader wants
/// rows as they stand.
pub(super) fn gather(imported: &mut Imported) {
    let Imported { table, plan, .. } = imported;
    let said = |key: &str| plan.wanted.uses.iter().any(|(own, _)| own == key);
    let Some(found) = find(table, said) else { return };
    let used = !plan.wanted.long;
    let column = plan.columns.iter().find(|column| column.key == found.key);
    let name = column.map_or_else(|| found.key.clone(), |column| column.name.clone());
    plan.layout.statistics = Some(Together { columns: vec![name], used });
    if used {
        found.apply(table);
    }
}

/// Rows of statistics, and the row of the estimate that each says something of.
struct Found {
    /// Key of the column that says what a row is of its estimate, and that of the figures.
    key: String,
    measure: String,
    /// The estimate's row, of each row of another statistic.
    of: Vec<(usize, usize)>,
    /// What each value of the column is.
    parts: Vec<Option<Part>>,
}

/// A statistic, by its code, and the code of the estimate that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    statistic: Statistic,
    estimate: u32,
}

fn find(table: &Table, said: impl Fn(&str) -> bool) -> Option<Found> {
    if !(4..=MOST_ROWS).contains(&table.len) {
        return None;
    }
    let mut measures = table.columns.iter().filter(|column| column.role.is_number());
    let measure = measures.next().filter(|_| measures.next().is_none())?.key.clone();
    let columns = table.categories().take(MOST_COLUMNS).filter(|(column, category)| {
        let is_free = column.of.is_none() && !said(&column.key);
        is_free && (2..=MOST_VALUES).contains(&category.dictionary.len())
    });
    for (column, category) in columns {
        let parts = parts(&category.dictionary);
        if !are_most(&parts) {
            continue;
        }
        let key = column.key.clone();
        if let Some(of) = rows(table, &key, &parts) {
            let found = Found { key, measure, of, parts };
            return found.fits(table).then_some(found);
        }
    }
    None
}

/// What each value of a column is of which other: those of an estimate whose ends are both there, or that has a margin or an
/// error.
fn parts(dictionary: &Dictionary) -> Vec<Option<Part>> {
    let told: Vec<_> = dictionary.iter().map(|(code, own)| (code, statistic(&own.id))).collect();
    let estimates: Vec<_> =
        told.iter().filter(|(_, (statistic, _))| *statistic == Statistic::Estimate).collect();
    let only =
        |codes: &mut dyn Iterator<Item = u32>| codes.next().filter(|_| codes.next().is_none());
    let estimate = |words: &[String], stem: &[String]| {
        let same = |is: &dyn Fn(&super::lexicon::Said) -> bool| {
            only(&mut estimates.iter().filter(|(_, (_, own))| is(own)).map(|(code, _)| *code))
        };
        same(&|own| own.words == words).or_else(|| same(&|own| own.stem == stem))
    };
    let of: Vec<Option<Part>> = told
        .iter()
        .map(|(_, (statistic, own))| {
            let is_other = *statistic != Statistic::Estimate;
            let estimate = is_other.then(|| estimate(&own.words, &own.stem)).flatten()?;
            Some(Part { statistic: *statistic, estimate })
        })
        .collect();
    let has =
        |estimate: u32, statistic: Statistic| of.contains(&Some(Part { statistic, estimate }));
    // One end without the other is a figure as it stands.
    let is_whole = |part: &Part| match part.statistic {
        Statistic::Low => has(part.estimate, Statistic::High),
        Statistic::High => has(part.estimate, Statistic::Low),
        _ => has(part.estimate, Statistic::Low) == has(part.estimate, Statistic::High),
    };
    of.iter().map(|part| part.filter(is_whole)).collect()
}

/// Whether most values of a column are statistics and what these say something of: one alone is a code of something else,
/// as `SE` is among countries.
fn are_most(parts: &[Option<Part>]) -> bool {
    let statistics = parts.iter().flatten();
    let estimates: BTreeSet<u32> = statistics.clone().map(|part| part.estimate).collect();
    let (own, known) = (statistics.count(), estimates.len());
    own > 0 && (own + known) * 2 > parts.len()
}

/// The row of the estimate of each row of another statistic: the one of the same things. `None` where they do not meet.
fn rows(table: &Table, key: &str, parts: &[Option<Part>]) -> Option<Vec<(usize, usize)>> {
    let statistics = table.category(key)?;
    let part = |row: usize| *parts.get(statistics.code(row)? as usize)?;
    let is_estimate: Vec<bool> = (0..parts.len())
        .map(|code| parts.iter().flatten().any(|part| part.estimate as usize == code))
        .collect();
    let of_estimate = |row: usize| {
        statistics.code(row).is_some_and(|code| is_estimate.get(code as usize) == Some(&true))
    };
    let things: Vec<&Codes> = table
        .columns
        .iter()
        .filter(|column| column.key != key && column.of.is_none())
        .filter_map(|column| thing(column, table.len, &part, &of_estimate))
        .collect();
    let place =
        |row: usize| -> Vec<Option<u32>> { things.iter().map(|own| own.code(row)).collect() };
    let mut estimates: HashMap<(u32, Vec<Option<u32>>), usize> = HashMap::new();
    for row in (0..table.len).filter(|row| of_estimate(*row)) {
        // Of two estimates of one thing nobody knows whose the others are.
        if estimates.insert((statistics.code(row)?, place(row)), row).is_some() {
            return None;
        }
    }
    let (mut of, mut apart) = (Vec::new(), 0_usize);
    for row in 0..table.len {
        let Some(part) = part(row) else { continue };
        match estimates.get(&(part.estimate, place(row))) {
            Some(estimate) => of.push((row, *estimate)),
            None => apart += 1,
        }
    }
    (!of.is_empty() && apart * APART <= of.len()).then_some(of)
}

/// The values of a column that tells things apart, of which each estimate and its statistics have the same. What differs from
/// statistic to statistic (its unit, its number in a catalogue) does not.
fn thing<'t>(
    column: &'t Column,
    len: usize,
    part: &impl Fn(usize) -> Option<Part>,
    of_estimate: &impl Fn(usize) -> bool,
) -> Option<&'t Codes> {
    let (codes, values) = match &column.data {
        Data::Category(_) if matches!(column.role, Role::Text | Role::Kind | Role::Qualifier) => {
            return None;
        }
        Data::Category(category) => (&category.codes, category.dictionary.len()),
        Data::Time(periods) => (periods.codes(), periods.spans().len()),
        Data::Measure(_) => return None,
    };
    let (mut estimated, mut stated) = (vec![false; values], vec![false; values]);
    for row in 0..len {
        let Some(code) = codes.code(row).map(|code| code as usize) else { continue };
        if of_estimate(row) {
            estimated[code] = true;
        } else if part(row).is_some() {
            stated[code] = true;
        }
    }
    let all = stated.iter().filter(|own| **own).count();
    let shared = stated.iter().zip(&estimated).filter(|(own, other)| **own && **other).count();
    // Flags that estimates alone have tell nothing apart.
    (all > 0 && shared * 10 >= all * 9).then_some(codes)
}

impl Found {
    fn statistic(&self, statistics: &Category, row: usize) -> Option<Statistic> {
        Some((*self.parts.get(statistics.code(row)? as usize)?)?.statistic)
    }

    /// Rows of one statistic, by the rows of their estimates.
    fn of(&self, table: &Table, statistic: Statistic) -> BTreeMap<usize, usize> {
        let Some(statistics) = table.category(&self.key) else { return BTreeMap::new() };
        let is_such =
            |(row, _): &&(usize, usize)| self.statistic(statistics, *row) == Some(statistic);
        self.of.iter().filter(is_such).map(|(row, estimate)| (*estimate, *row)).collect()
    }

    /// Whether estimates lie between their ends.
    fn fits(&self, table: &Table) -> bool {
        let Some(own) = figures(table, &self.measure) else { return false };
        let (low, high) = (self.of(table, Statistic::Low), self.of(table, Statistic::High));
        let (mut inside, mut outside) = (0_usize, 0_usize);
        for (estimate, low) in &low {
            let ends = high.get(estimate).and_then(|high| own.float(*low).zip(own.float(*high)));
            let Some((value, (low, high))) = own.float(*estimate).zip(ends) else { continue };
            let is_inside = low <= value && value <= high;
            inside += usize::from(is_inside);
            outside += usize::from(!is_inside);
        }
        outside * APART <= inside
    }

    /// Puts what is known of estimates beside them, and takes the rows that said it away.
    fn apply(&self, table: &mut Table) {
        if let Some(marks) = self.marks(table) {
            put(table, &self.measure, marks, &[]);
        }
        let errors = self.errors(table);
        let behind = |column: &Column| {
            column.key == self.measure || column.of.as_deref() == Some(&*self.measure)
        };
        let at = table.columns.iter().rposition(behind).map_or(0, |at| at + 1);
        errors.into_iter().rev().for_each(|column| table.columns.insert(at, column));
        let mut stays = vec![true; table.len];
        self.of.iter().for_each(|(row, _)| stays[*row] = false);
        keep(table, &stays);
    }

    /// The intervals of the estimates, as their marks.
    fn marks(&self, table: &Table) -> Option<Column> {
        let own = figures(table, &self.measure)?;
        let (low, high) = (self.of(table, Statistic::Low), self.of(table, Statistic::High));
        let margin = self.of(table, Statistic::Margin);
        let ends = |row: usize| {
            let (low, high) = (*low.get(&row)?, *high.get(&row)?);
            own.float(row)?;
            let said = own.float(low)? <= own.float(high)?;
            said.then(|| Meaning::interval_mark(&text(&own.values, low), &text(&own.values, high)))
        };
        let around = |row: usize| {
            let (value, margin) = (own.exact(row)?, own.exact(*margin.get(&row)?)?);
            let ends = (value.checked_sub(margin)?, value.checked_add(margin)?);
            let ends = (ends.0.normalize().to_string(), ends.1.normalize().to_string());
            (!margin.is_sign_negative()).then(|| Meaning::interval_mark(&ends.0, &ends.1))
        };
        with_intervals(table, &self.measure, |row| ends(row).or_else(|| around(row)))
    }

    /// Errors of the estimates, a column of texts for each that has a name.
    fn errors(&self, table: &Table) -> Vec<Column> {
        let (Some(statistics), Some(own)) =
            (table.category(&self.key), figures(table, &self.measure))
        else {
            return Vec::new();
        };
        let mut of: BTreeMap<u32, Vec<(usize, usize)>> = BTreeMap::new();
        for &(row, estimate) in &self.of {
            if let Some(code) = statistics.code(row)
                && self.statistic(statistics, row) == Some(Statistic::Error)
            {
                of.entry(code).or_default().push((row, estimate));
            }
        }
        let column = |(code, rows): (u32, Vec<(usize, usize)>)| {
            let name = &statistics.dictionary.get(code)?.id;
            if table.column(name).is_some() {
                return None;
            }
            let mut dictionary = Dictionary::default();
            let mut codes = vec![None; table.len];
            for (row, estimate) in rows.into_iter().filter(|(row, _)| own.float(*row).is_some()) {
                let id = text(&own.values, row);
                let entry = Entry { name: Bilingual::same(&id), id, parent: None, hue: None };
                codes[estimate] = Some(dictionary.intern(entry));
            }
            let codes = Codes::pack(codes, dictionary.len());
            let data = Data::Category(Category { codes, dictionary });
            let bare = Column::new(name, Role::Text, data);
            Some(Column { name: Bilingual::same(name), of: Some(self.measure.clone()), ..bare })
        };
        of.into_iter().filter_map(column).collect()
    }
}

/// Keeps some rows of a table, and the values that they have.
fn keep(table: &mut Table, stays: &[bool]) {
    let rows: Vec<Option<usize>> = (0..table.len).filter(|row| stays[*row]).map(Some).collect();
    for column in &mut table.columns {
        column.data = compact(gathered(&column.data, &rows, false));
    }
    if let Keys::Given(keys) = &mut table.keys {
        let mut stays = stays.iter();
        keys.retain(|_| stays.next().copied().unwrap_or(true));
    }
    table.len = rows.len();
}
