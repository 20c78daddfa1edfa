//! Cells that are shown otherwise than they are stored: which they are, and what their readers see.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use calamine::{Cell, Data};

use super::shown::{Part, Shown, Words};
use super::written::push;
use crate::import::lexicon;
use crate::import::source::Remark;

/// A place in a sheet: row and column.
type Place = (u32, u32);

/// Marked cells of a sheet, by row and then by column.
#[derive(Clone, Default)]
pub(super) struct Marks {
    styles: Rc<Vec<Option<Shown>>>,
    places: Rc<Vec<(Place, u32)>>,
}

impl Marks {
    /// Of the styles of a workbook, by their numbers, and of the cells of each.
    pub(super) fn new(styles: Rc<Vec<Option<Shown>>>, mut places: Vec<(Place, u32)>) -> Self {
        if !places.is_sorted() {
            places.sort_unstable();
        }
        Self { styles, places: Rc::new(places) }
    }

    fn shown(&self, place: Place) -> Option<&Shown> {
        if self.places.is_empty() {
            return None;
        }
        let at = self.places.binary_search_by_key(&place, |(place, _)| *place).ok()?;
        self.styles.get(self.places[at].1 as usize)?.as_ref()
    }

    /// What stands around the number of a cell.
    pub(super) fn words(&self, place: Place) -> Option<&Words> {
        self.shown(place)?.number.as_ref()
    }

    /// Takes dates for what is shown of them, where no two of a column then are the same. Figures whose thousands are left
    /// out are given in full, unless what stands above them says in which multiple they are; both are told.
    pub(super) fn settle(&mut self, cells: &mut [Cell<Data>]) -> Option<Remark> {
        if self.places.is_empty() {
            return None;
        }
        self.settle_dates(cells);
        self.settle_thousands(cells)
    }

    fn settle_dates(&self, cells: &mut [Cell<Data>]) {
        let mut days: BTreeMap<(u32, String), String> = BTreeMap::new();
        let mut unclear: BTreeSet<u32> = BTreeSet::new();
        let mut told: Vec<(usize, String)> = Vec::new();
        for (at, cell) in cells.iter().enumerate() {
            let Some(part) = self.shown(cell.get_position()).map(|own| own.date) else { continue };
            let Some((whole, shown)) = part_of(cell.get_value(), part) else { continue };
            let column = cell.get_position().1;
            let day = days.entry((column, shown.clone())).or_insert_with(|| whole.clone());
            if *day != whole && part != Part::Clock {
                unclear.insert(column);
            }
            told.push((at, shown));
        }
        for (at, shown) in told {
            let place = cells[at].get_position();
            if !unclear.contains(&place.1) {
                cells[at] = Cell::new(place, Data::DateTimeIso(shown));
            }
        }
    }

    fn settle_thousands(&mut self, cells: &[Cell<Data>]) -> Option<Remark> {
        let left_out =
            |style: u32| self.styles.get(style as usize)?.as_ref()?.number.as_ref()?.left_out();
        let firsts: BTreeMap<u32, (u32, i32)> = self
            .places
            .iter()
            .rev()
            .filter_map(|((row, column), style)| Some((*column, (*row, left_out(*style)?))))
            .collect();
        let (_, &(_, power)) = firsts.first_key_value()?;
        let says = |column: u32, row: u32, power: i32| {
            cells.iter().take_while(|cell| cell.get_position().0 < row).any(|cell| {
                let (own_row, own) = cell.get_position();
                let alone =
                    || cells.iter().filter(|other| other.get_position().0 == own_row).count() == 1;
                matches!(cell.get_value(), Data::String(text)
                    if lexicon::multiples_in(text).contains(&power) && (own == column || alone()))
            })
        };
        let full: Vec<u32> = firsts
            .iter()
            .filter(|(column, (row, power))| !says(**column, *row, *power))
            .map(|(column, _)| *column)
            .collect();
        if !full.is_empty() {
            let mut styles = (*self.styles).clone();
            let count = styles.len();
            let in_full = styles.iter().map(|own| own.as_ref().map(in_full)).collect::<Vec<_>>();
            styles.extend(in_full);
            let moved = |(place, style): &(Place, u32)| {
                let is_full = full.contains(&place.1) && left_out(*style).is_some();
                (*place, style + if is_full { u32::try_from(count).unwrap_or(0) } else { 0 })
            };
            let places = self.places.iter().map(moved).collect();
            (self.styles, self.places) = (Rc::new(styles), Rc::new(places));
        }
        Some(Remark::ThousandsLeftOut { power, as_shown: full.is_empty() })
    }
}

/// The same style for numbers that are given in full.
fn in_full(shown: &Shown) -> Shown {
    Shown { number: shown.number.as_ref().map(Words::in_full), date: shown.date }
}

/// Writes a number as its readers see it; anything else as it is.
pub(super) fn text_of(text: &mut Vec<u8>, cell: &Data, words: &Words) {
    let number = match cell {
        Data::Float(number) => *number,
        Data::Int(number) => *number as f64,
        other => return push(text, other),
    };
    text.extend_from_slice(words.text(number).as_bytes());
}

/// A date in full, and the part of it that is shown; `None` where it is shown whole, or is none.
fn part_of(cell: &Data, part: Part) -> Option<(String, String)> {
    if !matches!(cell, Data::DateTime(_) | Data::DateTimeIso(_)) {
        return None;
    }
    let mut whole = Vec::new();
    push(&mut whole, cell);
    let whole = String::from_utf8(whole).ok()?;
    let shown = match part {
        Part::Day => return None,
        Part::Year => whole.get(..4)?,
        Part::Month => whole.get(..7)?,
        Part::Clock => whole.split_once('T')?.1,
    };
    let is_date = whole.as_bytes().get(4) == Some(&b'-');
    is_date.then(|| (whole.clone(), shown.to_owned()))
}
