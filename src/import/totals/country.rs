//! The country among its own regions: statistical offices list it with them, by its name alone.

use super::super::layout::Areas;
use super::values::MOST_MEASURES;
use crate::base::fold::fold;
use crate::column::{Category, Places, Reach, Reason, Table, Total};
use crate::import::lexicon::{COUNTRIES, OUTSIDE};

/// Of more values than this, no list of a country and its regions is.
const MOST: usize = 2000;
/// Rows that are compared.
const MOST_ROWS: usize = 200_000;

/// The one country among areas of which no other is one: the first or the last that is listed, nowhere less than one of the
/// others in figures that add up, and nowhere beyond all of them in others.
pub(super) fn find(table: &Table, key: &str, category: &Category) -> Option<Total> {
    let count = category.dictionary.len();
    if !(2..=MOST).contains(&count) || table.len > MOST_ROWS {
        return None;
    }
    let is_outside = |name: &str| {
        let name = fold(name);
        OUTSIDE.iter().any(|word| name.contains(word))
    };
    if category.dictionary.iter().any(|(_, entry)| is_outside(&entry.id)) {
        return None;
    }
    let areas = Areas::new();
    let is_country = |name: &str| {
        areas.is_name(name) || areas.is_code(name) || COUNTRIES.contains(&fold(name).as_str())
    };
    let mut countries = category
        .dictionary
        .iter()
        .filter(|(_, entry)| is_country(entry.id.trim()) || is_country(entry.name.en.trim()));
    let (code, _) = countries.next()?;
    let is_alone = countries.next().is_none();
    let is_at_an_end = code == 0 || code as usize + 1 == count;
    (is_alone && is_at_an_end && contains(table, key, category, code)).then_some(Total {
        code,
        reach: Reach::Whole,
        reason: Reason::Name,
    })
}

/// Whether the figures of a value are such as those of a whole are beside its parts.
fn contains(table: &Table, key: &str, category: &Category, code: u32) -> bool {
    let Some(places) = Places::beside(table, key) else { return false };
    let measures = table.measures().take(MOST_MEASURES);
    let mut compared = 0_usize;
    for (_, figures) in measures {
        // By place, the number of the value, and the least and the greatest of the others.
        let mut found: Vec<(Option<f64>, f64, f64)> =
            vec![(None, f64::INFINITY, f64::NEG_INFINITY); places.len()];
        for row in 0..table.len {
            let (Some(number), Some(place)) = (figures.float(row), places.of(row)) else {
                continue;
            };
            let Some(own) = found.get_mut(place) else { continue };
            if category.code(row) == Some(code) {
                own.0 = Some(number);
            } else if category.code(row).is_some() {
                (own.1, own.2) = (own.1.min(number), own.2.max(number));
            }
        }
        for (whole, least, greatest) in found {
            let Some(whole) = whole.filter(|_| least <= greatest) else { continue };
            compared += 1;
            let adds_up = whole >= greatest && least >= 0.0;
            // Rates of the whole lie between those of the parts, where there are several.
            let is_between = least < greatest && least <= whole && whole <= greatest;
            if !adds_up && (figures.additive.is_none() || !is_between) {
                return false;
            }
        }
    }
    compared > 0
}
