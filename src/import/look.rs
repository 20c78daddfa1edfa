//! What the values of a column look like, from the first rows.

use std::collections::HashSet;

use super::by_row::{ByRow, by_row};
use super::cell::words::COUNTED;
use super::cell::{
    Number, Signs, Written, day_text, number_forms, period, plain, stand_for, time_form, written,
};
use super::form::{NumberForm, TimeForm};
use super::lexicon;
use super::totals::nest;

/// Distinct values beyond which a column whose values hardly repeat is free text.
pub(super) const TEXT_VALUES: usize = 100;

/// Digits from which on a whole number may be an id, and beyond which a float would lose some.
const LONG: usize = 12;
const LOSSLESS: usize = 15;

/// What the values of a column look like.
#[derive(Debug, Default)]
pub(super) struct Look<'a> {
    /// How its numbers and its periods are written.
    pub(super) form: NumberForm,
    pub(super) time: TimeForm,
    /// Cells that say something.
    pub(super) said: usize,
    /// Those of them that are numbers, however marked, and those with a sign such as `<` or `+`, which also name groups.
    pub(super) numbers: usize,
    pub(super) bounds: usize,
    pub(super) whole: usize,
    /// Digits that a number would lose: a leading zero; and those beyond the fifteenth.
    codes: usize,
    lossy: usize,
    /// Whole numbers of so many digits that they may be ids, their lengths, and those that end in noughts.
    long: usize,
    lengths: HashSet<usize>,
    round: usize,
    pub(super) percents: usize,
    pub(super) periods: usize,
    /// Whole numbers that may be years: any four digits, and those near our time.
    pub(super) years: usize,
    pub(super) likely_years: usize,
    pub(super) places: usize,
    pub(super) offices: usize,
    bytes: usize,
    pub(super) distinct: HashSet<&'a [u8]>,
    /// The signs of percent or money beside numbers, and how many have one.
    units: HashSet<String>,
    with_unit: usize,
    /// Whether its cells are numbers that each have a unit of their own.
    pub(super) by_row: ByRow,
    /// Least and greatest number.
    pub(super) least: f64,
    pub(super) greatest: f64,
    /// Whether each number is one more than the one before.
    pub(super) counts_up: bool,
}

/// Looks at the columns of some rows. The byte between cells, where there is one, tells what may stand before decimals.
pub(super) fn looks<'a>(
    names: &[(String, String)],
    rows: &[Vec<&'a [u8]>],
    separator: Option<u8>,
) -> Vec<Look<'a>> {
    let cells = |at: usize| rows.iter().map(move |row| row.get(at).copied().unwrap_or_default());
    let signs: Vec<Signs> = (0..names.len())
        .map(|at| {
            let mut signs = Signs::default();
            cells(at).for_each(|cell| signs.add(cell));
            signs
        })
        .collect();
    let forms = number_forms(&signs, separator);
    let look = |(at, form)| look(cells(at), form, &names[at].1);
    forms.into_iter().enumerate().map(look).collect()
}

fn look<'a>(
    cells: impl Iterator<Item = &'a [u8]> + Clone,
    form: NumberForm,
    name: &str,
) -> Look<'a> {
    let mut look = Look {
        form,
        counts_up: true,
        least: f64::INFINITY,
        greatest: f64::NEG_INFINITY,
        ..Look::default()
    };
    let mut before = None;
    for cell in cells.clone() {
        let read = match plain(cell, form.decimal) {
            Some(value) => bare(value),
            None => written(cell, form.decimal),
        };
        look.add(cell, &read, &mut before);
    }
    look.read_times(cells.clone(), name);
    if !look.is_number() || look.is_mixed() {
        look.by_row = by_row(cells, form.decimal, name);
    }
    look
}

const fn bare(value: f64) -> Written {
    Written { number: Number::Is(value), mark: None, is_bound: false, unit: None }
}

impl<'a> Look<'a> {
    fn add(&mut self, cell: &'a [u8], read: &Written, before: &mut Option<f64>) {
        if matches!(read.number, Number::Missing) {
            return;
        }
        self.said += 1;
        self.bytes += cell.len();
        if !self.distinct.insert(cell) {
            self.counts_up = false;
        } else if let Ok(text) = std::str::from_utf8(cell) {
            self.places += usize::from(lexicon::is_place(text.trim()));
            self.offices += usize::from(lexicon::is_office(text.trim()));
        }
        self.numbers += usize::from(!matches!(read.number, Number::Not));
        let Number::Is(value) = read.number else {
            self.counts_up = false;
            return;
        };
        self.counts_up &= before.is_none_or(|before| value == before + 1.0);
        *before = Some(value);
        (self.least, self.greatest) = (self.least.min(value), self.greatest.max(value));
        self.bounds += usize::from(read.is_bound);
        self.whole += usize::from(value.fract() == 0.0);
        if let Some(unit) = &read.unit {
            self.with_unit += 1;
            self.percents += usize::from(unit == "%" || unit == "\u{2030}");
            if !self.units.contains(unit) {
                self.units.insert(unit.clone());
            }
        }
        if cell.iter().all(u8::is_ascii_digit) {
            self.add_digits(cell, value);
        }
    }

    /// A cell of digits alone.
    fn add_digits(&mut self, cell: &[u8], value: f64) {
        // Noughts alone are one where they are several: a number is written with one.
        let leads = cell.len() > 1 && cell[0] == b'0' && (value != 0.0 || cell.len() > 3);
        self.codes += usize::from(leads);
        self.lossy += usize::from(cell.len() > LOSSLESS);
        self.long += usize::from(cell.len() >= LONG);
        self.lengths.insert(cell.len());
        self.round += usize::from(cell.ends_with(b"000"));
        let years = |least: f64, most: f64| cell.len() == 4 && (least..=most).contains(&value);
        self.years += usize::from(years(1000.0, 2999.0));
        self.likely_years += usize::from(years(1900.0, 2100.0));
    }

    fn read_times(&mut self, cells: impl Iterator<Item = &'a [u8]>, name: &str) {
        let distinct =
            self.distinct.iter().filter_map(|cell| std::str::from_utf8(day_text(cell)).ok());
        let mut form = time_form(distinct, name);
        let is_named = matches!(lexicon::hint(name), Some((lexicon::Hint::Time, _)));
        // A number is a day or a year of another era only where the column says so.
        form.serial &= is_named && self.all(self.numbers);
        if !is_named || !self.all(self.numbers) {
            form.epoch = 0;
        }
        // Days may stand for the months that they begin or end.
        let distinct = self.distinct.iter().filter_map(|cell| std::str::from_utf8(cell).ok());
        if self.numbers < self.said {
            form.lone = stand_for(distinct, &form, name);
        }
        self.time = form;
        let mut others = 0;
        for cell in cells {
            if period(day_text(cell), &form).is_some() {
                self.periods += 1;
            } else if written(cell, self.form.decimal).number != Number::Missing {
                others += 1;
            }
            // So many are no periods that the column is none of times.
            if others * 10 > self.said {
                return;
            }
        }
    }

    /// Whether the cells are codes that lie in others.
    pub(super) fn nests(&self) -> bool {
        nest(self.distinct.iter().filter_map(|cell| std::str::from_utf8(cell).ok()))
    }

    /// Whether all whole numbers have as many digits.
    pub(super) fn has_one_length(&self) -> bool {
        self.lengths.len() == 1
    }

    /// Bytes of the longest value.
    pub(super) fn longest(&self) -> usize {
        self.distinct.iter().map(|value| value.len()).max().unwrap_or_default()
    }

    /// Whether nearly all of the cells that say something are so.
    pub(super) const fn nearly_all(&self, count: usize) -> bool {
        self.said > 0 && count * 10 >= self.said * 9
    }

    pub(super) const fn all(&self, count: usize) -> bool {
        self.said > 0 && count == self.said
    }

    /// Whether values hardly repeat, or are sentences.
    pub(super) fn is_text(&self) -> bool {
        let many = self.distinct.len() > TEXT_VALUES && self.distinct.len() * 2 > self.said;
        many || (self.said > 0 && self.bytes / self.said > 80)
    }

    /// Whether the column is one of numbers: nearly all are, and not all of them are such as name groups.
    /// Numbers of which each counts something else have no axis in common: they are text.
    pub(super) fn is_number(&self) -> bool {
        let counts_unlike =
            self.is_mixed() && self.units.iter().any(|unit| COUNTED.contains(&unit.as_str()));
        self.nearly_all(self.numbers)
            && (self.bounds == 0 || self.bounds < self.numbers)
            && !counts_unlike
    }

    /// Whether whole numbers are ids by their digits: a leading zero, more than a float keeps, or many, and as many in
    /// every one, which no measure has.
    pub(super) fn are_ids(&self) -> bool {
        let exact = self.round * 2 < self.said;
        self.codes > 0
            || (exact && self.lossy * 2 >= self.said && self.said > 0)
            || (exact && self.all(self.long) && self.lengths.len() == 1)
    }

    /// Whether all values are codes: capitals, digits and lines below, or numbers.
    pub(super) fn are_codes(&self) -> bool {
        let is_sign = |b: &u8| {
            b.is_ascii_uppercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-' | b'.')
        };
        self.distinct.iter().all(|value| value.len() > 1 && value.iter().all(is_sign))
            || self.all(self.numbers)
    }

    /// Whether digits are lost where these are numbers.
    pub(super) const fn loses_digits(&self) -> bool {
        self.codes > 0 || self.lossy > 0
    }

    /// Whether whole numbers may be ids as well as figures: many rows, each another, of as many digits, five at least.
    pub(super) fn may_be_ids(&self) -> bool {
        const ROWS: usize = 8;
        const DIGITS: usize = 5;
        self.said >= ROWS
            && self.all(self.whole)
            && self.distinct.len() == self.said
            && self.lengths.len() == 1
            && self
                .distinct
                .iter()
                .all(|cell| cell.len() >= DIGITS && cell.iter().all(u8::is_ascii_digit))
            && self.round == 0
    }

    /// Whether some of the values are names of places, and not so many that the column is one of them.
    pub(super) fn has_some_places(&self) -> bool {
        self.places > 1 && self.places * 3 >= self.distinct.len()
    }

    /// Whether numbers have unlike units, so that they must not be added up.
    pub(super) fn is_mixed(&self) -> bool {
        self.units.len() > 1
    }

    /// The one sign of percent or money, or the one thing counted, that all numbers have.
    pub(super) fn unit(&self) -> Option<String> {
        let only = self.units.iter().next().filter(|_| self.units.len() == 1);
        only.filter(|_| self.nearly_all(self.with_unit)).cloned()
    }
}
