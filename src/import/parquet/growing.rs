//! Cells of a column as batches add to them.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::iter::repeat_n;

use super::calendar::iso;
use super::wanted::Condition;
use crate::base::date::Day;
use crate::column::{Codes, Floats};
use crate::import::typed::TypedCells;

/// A column under construction.
#[derive(Debug)]
pub(super) enum Growing {
    Text(Coded<Box<str>>),
    Dates(Coded<Day>),
    Numbers(Floats),
}

/// Codes into distinct values, in the order of their first row.
#[derive(Debug)]
pub(super) struct Coded<V> {
    codes: Codes,
    values: Vec<V>,
    known: HashMap<V, u32>,
}

impl<V> Default for Coded<V> {
    fn default() -> Self {
        Self { codes: Codes::default(), values: Vec::new(), known: HashMap::new() }
    }
}

impl<V: Clone + Eq + Hash> Coded<V> {
    /// The value's code, a new one if it has none yet.
    pub(super) fn code<Q>(&mut self, value: &Q) -> u32
    where
        V: Borrow<Q>,
        Q: Eq + Hash + ToOwned<Owned: Into<V>> + ?Sized,
    {
        if let Some(&code) = self.known.get(value) {
            return code;
        }
        let code = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        let owned: V = value.to_owned().into();
        self.values.push(owned.clone());
        self.known.insert(owned, code);
        if self.values.len() > room(&self.codes) {
            widen(&mut self.codes);
        }
        code
    }

    /// Adds a row with a code that [`Self::code`] gave, or without a value.
    pub(super) fn push(&mut self, code: Option<u32>) {
        // The codes were widened for every code given out.
        #[allow(clippy::cast_possible_truncation)]
        match &mut self.codes {
            Codes::U8(codes) => codes.push(code.map_or(u8::MAX, |c| c as u8)),
            Codes::U16(codes) => codes.push(code.map_or(u16::MAX, |c| c as u16)),
            Codes::U32(codes) => codes.push(code.unwrap_or(u32::MAX)),
        }
    }

    /// The codes, and the values that some row has, put in the order that `arrange` gives their pairs with their codes.
    fn finish(self, arrange: impl Fn(&mut Vec<(usize, V)>)) -> (Codes, Vec<V>) {
        drop(self.known);
        let mut used = vec![false; self.values.len()];
        self.codes.iter().flatten().for_each(|code| used[code as usize] = true);
        let is_used = |(code, _): &(usize, V)| used[*code];
        let mut pairs: Vec<(usize, V)> =
            self.values.into_iter().enumerate().filter(is_used).collect();
        arrange(&mut pairs);
        if pairs.len() == used.len() && pairs.iter().enumerate().all(|(at, (code, _))| at == *code)
        {
            return (self.codes, pairs.into_iter().map(|(_, value)| value).collect());
        }
        let mut places = vec![None; used.len()];
        for (place, (code, _)) in (0..).zip(&pairs) {
            places[*code] = Some(place);
        }
        let codes = self.codes.iter().map(|code| code.and_then(|c| places[c as usize]));
        (Codes::pack(codes, pairs.len()), pairs.into_iter().map(|(_, value)| value).collect())
    }

    /// Whether each row from `start` on meets a condition on its value.
    fn matching(&self, start: usize, meets: impl Fn(&V) -> bool) -> Vec<bool> {
        let met: Vec<bool> = self.values.iter().map(meets).collect();
        (start..self.codes.len())
            .map(|row| self.codes.code(row).is_some_and(|code| met[code as usize]))
            .collect()
    }
}

/// Number of values that codes of this width tell apart; one more code stands for no value.
const fn room(codes: &Codes) -> usize {
    match codes {
        Codes::U8(_) => u8::MAX as usize,
        Codes::U16(_) => u16::MAX as usize,
        Codes::U32(_) => u32::MAX as usize,
    }
}

fn widen(codes: &mut Codes) {
    *codes = match codes {
        Codes::U8(old) => Codes::U16(
            old.iter().map(|&c| if c == u8::MAX { u16::MAX } else { c.into() }).collect(),
        ),
        Codes::U16(old) => Codes::U32(
            old.iter().map(|&c| if c == u16::MAX { u32::MAX } else { c.into() }).collect(),
        ),
        Codes::U32(_) => return,
    };
}

impl Growing {
    /// Number of rows.
    pub(super) const fn len(&self) -> usize {
        match self {
            Self::Text(Coded { codes, .. }) | Self::Dates(Coded { codes, .. }) => codes.len(),
            Self::Numbers(floats) => floats.len(),
        }
    }

    /// Bytes that rows and values take.
    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::Text(text) => {
                let values: usize = text.values.iter().map(|v| 2 * (v.len() + 32)).sum();
                text.codes.len() * text.codes.width() + values
            }
            Self::Dates(dates) => dates.codes.len() * dates.codes.width() + dates.values.len() * 32,
            Self::Numbers(Floats::F64(floats)) => floats.len() * 8,
            Self::Numbers(Floats::F32(floats)) => floats.len() * 4,
        }
    }

    /// Adds rows without a value.
    pub(super) fn push_none(&mut self, rows: usize) {
        match self {
            Self::Text(text) => (0..rows).for_each(|_| text.push(None)),
            Self::Dates(dates) => (0..rows).for_each(|_| dates.push(None)),
            Self::Numbers(Floats::F64(floats)) => floats.extend(repeat_n(f64::NAN, rows)),
            Self::Numbers(Floats::F32(floats)) => floats.extend(repeat_n(f32::NAN, rows)),
        }
    }

    /// Whether each row from `start` on meets the condition.
    pub(super) fn matching(&self, start: usize, condition: &Condition) -> Vec<bool> {
        match self {
            Self::Text(text) => text.matching(start, |value| condition.meets_text(value)),
            Self::Dates(dates) => dates.matching(start, |&day| condition.meets_days(day, day)),
            Self::Numbers(Floats::F64(floats)) => {
                floats[start..].iter().map(|&f| condition.meets_number(f)).collect()
            }
            Self::Numbers(Floats::F32(floats)) => {
                floats[start..].iter().map(|&f| condition.meets_number(f.into())).collect()
            }
        }
    }

    /// Drops the rows from `start` on that are not kept.
    pub(super) fn retain(&mut self, start: usize, kept: &[bool]) {
        match self {
            Self::Text(Coded { codes, .. }) | Self::Dates(Coded { codes, .. }) => match codes {
                Codes::U8(codes) => retain(codes, start, kept),
                Codes::U16(codes) => retain(codes, start, kept),
                Codes::U32(codes) => retain(codes, start, kept),
            },
            Self::Numbers(Floats::F64(floats)) => retain(floats, start, kept),
            Self::Numbers(Floats::F32(floats)) => retain(floats, start, kept),
        }
    }

    /// The finished cells. Values that no row has are left out; days come in order, whatever order they were met in.
    pub(super) fn finish(self) -> TypedCells {
        match self {
            Self::Text(text) => {
                let (codes, values) = text.finish(|_| ());
                let values = values.into_iter().map(String::from).collect();
                TypedCells::Text { codes, values }
            }
            Self::Dates(dates) => {
                let (codes, days) = dates.finish(|days| days.sort_unstable_by_key(|(_, day)| *day));
                TypedCells::Dates { codes, values: days.into_iter().map(iso).collect() }
            }
            Self::Numbers(floats) => TypedCells::Numbers(floats),
        }
    }
}

fn retain<T: Copy>(cells: &mut Vec<T>, start: usize, kept: &[bool]) {
    let mut end = start;
    for (offset, _) in kept.iter().enumerate().filter(|(_, keep)| **keep) {
        cells[end] = cells[start + offset];
        end += 1;
    }
    cells.truncate(end);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_widen_as_values_come_and_rows_without_a_value_stay_so() {
        let mut text = Coded::<Box<str>>::default();
        text.push(None);
        for n in 0..70_000 {
            let code = text.code(&*format!("v{n}"));
            text.push(Some(code));
        }
        text.push(None);
        let TypedCells::Text { codes, values } = Growing::Text(text).finish() else { panic!() };
        assert_eq!((codes.width(), values.len()), (4, 70_000));
        for (row, expected) in
            [(0, None), (1, Some(0)), (256, Some(255)), (70_000, Some(69_999)), (70_001, None)]
        {
            assert_eq!(codes.code(row), expected, "{row}");
        }
    }

    #[test]
    fn days_are_put_in_order() {
        let mut dates = Coded::<Day>::default();
        for day in [Some(3), Some(-1), None, Some(3)] {
            let code = day.map(|day| dates.code(&day));
            dates.push(code);
        }
        let TypedCells::Dates { codes, values } = Growing::Dates(dates).finish() else { panic!() };
        assert_eq!(values, ["1969-12-31", "1970-01-04"]);
        assert_eq!(codes.iter().collect::<Vec<_>>(), [Some(1), Some(0), None, Some(1)]);
    }

    #[test]
    fn rows_that_meet_no_condition_are_dropped() {
        let mut numbers = Growing::Numbers(Floats::F64(vec![9.0, 1.0, f64::NAN, 2.0, 3.0]));
        let condition: Condition = serde_json::from_str(r#"{"from":2}"#).unwrap();
        let kept = numbers.matching(1, &condition);
        assert_eq!(kept, [false, false, true, true]);
        numbers.retain(1, &kept);
        assert_eq!(numbers.finish(), TypedCells::Numbers(Floats::F64(vec![9.0, 2.0, 3.0])));
    }
}
