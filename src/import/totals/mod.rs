//! Which values of a table stand for others of it taken together: by name, by code, by their numbers, by what lies in them,
//! and blanks that are the headline of the rest.

mod coded;
mod codes;
mod country;
mod forest;
mod levels;
mod numbered;
mod numbering;
mod of_which;
mod rates;
mod told;
mod values;
mod words;

pub(super) use coded::nest;

use super::Imported;
use super::bounds::bind;
use super::cell::{YearPart, year_part};
use super::estimates;
use super::items;
use super::named_units;
use crate::base::lang::Bilingual;
use crate::column::{Category, Codes, Entry, Reach, Reason, Role, Table, Total};
use forest::Found;
use words::{Verdict, verdict};

/// Rows times columns times columns beyond which numbers are not looked at: it would take longer than a second.
const MOST_LOOKS: usize = 1 << 24;
/// Columns of codes that are looked at.
const MOST_CODED: usize = 8;
/// Of more values than this, no list of areas or parts is.
const MOST_VALUES: usize = 20_000;

impl Imported {
    /// The same, with totals told apart from their parts, rates from what may be added up, the ends of intervals put
    /// beside what they are of, and units that stand in names told as such. A dataset of the explorer's
    /// own form knows its own.
    #[must_use]
    pub fn with_totals(mut self) -> Self {
        if self.dataset.is_none() {
            estimates::gather(&mut self);
            bind(&mut self);
            named_units::tell(&mut self);
            items::tell(&mut self);
            mark(&mut self.table);
            told::tell(&mut self);
        }
        self
    }
}

/// Whether a value is called as the total of all others is.
pub(super) fn is_name_of_total(name: &str) -> bool {
    matches!(verdict(name), Some(Verdict::Is(Reach::Whole)))
}

/// Tells which values of the table's category columns stand for others, and which rows hold rates. Blanks that are the
/// headline of a column become a value of it. Reads every row a few times.
pub(super) fn mark(table: &mut Table) {
    rates::tell(table);
    numbered::name(table);
    let keys: Vec<String> = table
        .categories()
        .filter(|(column, category)| {
            !matches!(column.role, Role::Kind | Role::Qualifier | Role::Stage)
                && category.dictionary.len() <= MOST_VALUES
        })
        .map(|(column, _)| column.key.clone())
        .collect();
    let coded: Vec<String> = table
        .categories()
        .filter(|(_, category)| codes::are(category))
        .map(|(column, _)| column.key.clone())
        .take(MOST_CODED)
        .collect();
    for key in &keys {
        let mut totals = by_words(table, key, &coded);
        if !totals.is_empty() {
            let known: Vec<u32> = totals.iter().map(|total| total.code).collect();
            let parts = of_which::following(table, key);
            totals.extend(parts.into_iter().filter(|part| !known.contains(&part.code)));
        }
        if let Some(category) = table.category_mut(key) {
            category.dictionary.set_totals(totals);
        }
    }
    contain(table, &keys);
    confirm(table, &keys);
    let columns = table.dimensions().count();
    if table.len.saturating_mul(columns * columns) > MOST_LOOKS {
        return;
    }
    // All are judged by the table as it was read: a column may be known by what is blank beside it.
    let found: Vec<(&String, values::Found)> =
        keys.iter().filter_map(|key| Some((key, by_values(table, key)?))).collect();
    for (key, found) in found {
        match found {
            values::Found::Blank => name_blanks(table, key),
            values::Found::Code(code) => {
                add(table, key, Total { code, reach: Reach::Whole, reason: Reason::Arithmetic });
            }
        }
    }
}

/// Tells values in which others lie, by codes and levels; and the same of the names that stand beside such codes.
fn contain(table: &mut Table, keys: &[String]) {
    for key in keys {
        let is_told = |category: &Category| {
            category.dictionary.totals().iter().any(|total| total.reason == Reason::Code)
        };
        let found = match table.category(key) {
            Some(category) if !is_told(category) => levels::find(table, key),
            _ => None,
        };
        let Some(found) = found else { continue };
        let names: Vec<(String, Found)> = keys
            .iter()
            .filter(|other| *other != key && table.tells(key, other))
            .filter_map(|other| Some((other.clone(), levels::names(table, key, other, &found)?)))
            .collect();
        for (key, found) in std::iter::once((key.clone(), found)).chain(names) {
            let Some(category) = table.category_mut(&key) else { continue };
            let dictionary = &mut category.dictionary;
            let mut totals = found.totals;
            totals.retain(|total| dictionary.total(total.code).is_none());
            totals.extend_from_slice(dictionary.totals());
            dictionary.set_totals(totals);
            dictionary.set_within(found.within);
        }
    }
}

/// What indicators are called adds up to nothing, whatever one of them is called, unless its numbers say that it does.
fn confirm(table: &mut Table, keys: &[String]) {
    for key in keys {
        let is_series = table.column(key).is_some_and(|column| column.role == Role::Series);
        let Some(category) = table.category(key).filter(|_| is_series) else { continue };
        let dictionary = &category.dictionary;
        let named = |total: &&Total| (total.reach, total.reason) == (Reach::Whole, Reason::Name);
        let Some(total) = dictionary.totals().iter().find(named).copied() else { continue };
        let is_other = |code: u32| code != total.code && dictionary.total(code).is_some();
        if values::is_sum(table, key, total.code, is_other)
            && let Some(category) = table.category_mut(key)
        {
            let mut totals = category.dictionary.totals().to_vec();
            totals.retain(|own| own.code != total.code);
            totals.push(Total { reason: Reason::Arithmetic, ..total });
            category.dictionary.set_totals(totals);
        }
    }
}

/// What numbers tell of a column in which nothing else tells the total of all.
fn by_values(table: &Table, key: &str) -> Option<values::Found> {
    let (_, category) = table.dimensions().find(|(column, _)| column.key == key)?;
    let dictionary = &category.dictionary;
    if dictionary.totals().iter().any(|total| total.reach == Reach::Whole) {
        return None;
    }
    values::find(table, key, |code| dictionary.total(code).is_some())
}

/// The totals that names and codes tell. None where no part would be left.
fn by_words(table: &Table, key: &str, coded: &[String]) -> Vec<Total> {
    let Some(category) = table.category(key) else { return Vec::new() };
    let is_area = table.column(key).is_some_and(|column| column.role == Role::Area);
    let is_series = table.column(key).is_some_and(|column| column.role == Role::Series);
    let is_of_year = category.dictionary.is_ordered();
    let own = codes::own(category);
    let beside = codes_beside(table, (key, category), coded);
    let said = |(code, entry): (u32, &Entry)| {
        let at = code as usize;
        let by_name = match verdict(&entry.id) {
            _ if is_series && words::is_of_itself(&entry.id) => None,
            Some(Verdict::Is(reach)) if words::is_of_which(&entry.id) => {
                Some((reach, Reason::OfWhich))
            }
            Some(Verdict::Is(reach)) => Some((reach, Reason::Name)),
            Some(Verdict::OfAreas) if is_area => Some((Reach::Whole, Reason::Name)),
            // The whole year stands among its months.
            _ if is_of_year && year_part(&entry.id) == Some(YearPart::Whole) => {
                Some((Reach::Whole, Reason::Name))
            }
            _ => None,
        };
        let by_code = own.get(at).copied().flatten();
        let beside = beside.as_ref().and_then(|beside| beside.get(at).copied().flatten());
        // What says that it is all of them is the surer.
        let said = [by_name, by_code, beside].into_iter().flatten().min()?;
        Some(Total { code, reach: said.0, reason: said.1 })
    };
    let mut totals: Vec<Total> = category.dictionary.iter().filter_map(said).collect();
    // Total assets beside total debt: several totals of unlike names are what is measured.
    let named = |total: &Total| (total.reach, total.reason) == (Reach::Whole, Reason::Name);
    let bare = |code: u32| category.dictionary.get(code).is_some_and(|e| words::is_bare(&e.id));
    if totals.iter().filter(|total| named(total)).count() > 1 {
        totals.retain(|total| !named(total) || bare(total.code));
    }
    if is_area && totals.is_empty() {
        totals.extend(country::find(table, key, category));
    }
    let groups = totals.iter().filter(|total| total.reach == Reach::Group).count();
    let parts = category.dictionary.len() - totals.len();
    // In a column of continents, these are the parts.
    if groups > parts {
        let is_of_which = |code: u32| {
            category.dictionary.get(code).is_some_and(|entry| words::is_of_which(&entry.id))
        };
        totals.retain(|total| total.reach == Reach::Whole || is_of_which(total.code));
    }
    if totals.len() == category.dictionary.len() {
        totals.clear();
    }
    totals
}

/// What codes beside the values of a column of areas say, of the columns of codes.
fn codes_beside(
    table: &Table,
    (key, category): (&str, &Category),
    coded: &[String],
) -> Option<Vec<Option<(Reach, Reason)>>> {
    table.dimensions().find(|(column, _)| column.key == key)?;
    let mut others = coded.iter().filter(|other| *other != key);
    others.find_map(|other| codes::beside(table, category, other))
}

fn add(table: &mut Table, key: &str, total: Total) {
    if let Some(category) = table.category_mut(key) {
        let mut totals = category.dictionary.totals().to_vec();
        totals.push(total);
        category.dictionary.set_totals(totals);
    }
}

/// Makes a value of the blanks of a column, so that it is named, filtered and drawn as any other.
fn name_blanks(table: &mut Table, key: &str) {
    let Some(category) = table.category_mut(key) else { return };
    let mut id = "total".to_owned();
    while category.dictionary.code(&id).is_some() {
        id.push('_');
    }
    let name = Bilingual { zh: words::TOTAL.0.to_owned(), en: words::TOTAL.1.to_owned() };
    let code = category.dictionary.intern(Entry { id, name, parent: None, hue: None });
    let codes = category.codes.iter().map(|own| own.or(Some(code)));
    category.codes = Codes::pack(codes, category.dictionary.len());
    add(table, key, Total { code, reach: Reach::Whole, reason: Reason::Blank });
}

#[cfg(test)]
mod tests;
