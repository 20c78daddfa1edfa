//! Pages of the rows in the order of a column, without a sorted copy of all rows.
//!
//! Codes: the counts by code tell which codes a page lies in. Numbers: the rows are counted by the leading bits of
//! their numbers until the page's own are few, and these alone are sorted.

use std::cmp::Reverse;
use std::ops::{Range, RangeInclusive};

use super::Engine;
use crate::column::Bitmap;
use crate::query::SortKey;
use crate::query::sort::{By, RowOrder, Turned};

/// Rows that are sorted without narrowing further.
const FEW: usize = 1 << 16;
/// Counters of one narrowing.
const BUCKETS: usize = 1 << 12;

impl Engine {
    /// The rows at places `range` of the rows under every clause, in the order of `sort`, as [`RowOrder`] has it.
    pub fn page(&mut self, sort: Option<&SortKey>, range: Range<usize>) -> Vec<usize> {
        let table = self.table.clone();
        let rows = self.rows();
        let range = range.start..range.end.min(rows.count());
        if range.is_empty() {
            return Vec::new();
        }
        let order = sort.and_then(|sort| RowOrder::new(&table, sort));
        let Some(order) = order else { return rows.slice(range) };
        match &order.by {
            By::Codes { ranks, .. } => {
                let last = ranks.iter().max().map_or(0, |&rank| rank as usize + 1);
                let place = |row| match order.key(row).value {
                    Turned::Ascending(rank) => rank as usize,
                    Turned::Descending(Reverse(rank)) => last - 1 - rank as usize,
                    Turned::Blank => last,
                };
                by_place(rows, last + 1, place, range)
            }
            By::Numbers { kinds: Some((_, kinds)), .. } => by_kind(rows, *kinds, &order, range),
            By::Numbers { kinds: None, .. } => by_number(rows, |row| place(&order, row), range),
        }
    }
}

/// Where a row stands among those of its kind, the last place that of rows without a number.
fn place(order: &RowOrder, row: usize) -> u64 {
    match order.key(row).value {
        Turned::Ascending(number) => number,
        Turned::Descending(Reverse(number)) => !number,
        Turned::Blank => u64::MAX,
    }
}

/// Rows in the order of few places, `places` in all.
fn by_place(
    rows: &Bitmap,
    places: usize,
    place: impl Fn(usize) -> usize,
    range: Range<usize>,
) -> Vec<usize> {
    let mut starts = vec![0; places];
    rows.iter().for_each(|row| starts[place(row)] += 1);
    let mut before = 0;
    for start in &mut starts {
        before += std::mem::replace(start, before);
    }
    let mut page = vec![0; range.len()];
    let mut open = range.len();
    for row in rows.iter() {
        let next = &mut starts[place(row)];
        if range.contains(next) {
            page[*next - range.start] = row;
            open -= 1;
            if open == 0 {
                break;
            }
        }
        *next += 1;
    }
    page
}

/// Rows by kind, those of none first, then by number.
fn by_kind(rows: &Bitmap, kinds: usize, order: &RowOrder, range: Range<usize>) -> Vec<usize> {
    let kind = |row: usize| order.key(row).kind as usize;
    let mut counts = vec![0; kinds + 1];
    rows.iter().for_each(|row| counts[kind(row)] += 1);
    let mut page = Vec::with_capacity(range.len());
    let mut before = 0;
    for (at, &count) in counts.iter().enumerate() {
        let own = before..before + count;
        let (start, end) = (range.start.max(own.start), range.end.min(own.end));
        if start < end {
            let own = Bitmap::from_fn(rows.len(), |row| rows.contains(row) && kind(row) == at);
            let range = start - before..end - before;
            page.extend(by_number(&own, |row| place(order, row), range));
        }
        before += count;
    }
    page
}

/// Rows in the order of their keys.
fn by_number(rows: &Bitmap, key: impl Fn(usize) -> u64, range: Range<usize>) -> Vec<usize> {
    let mut span = 0..=u64::MAX;
    let mut before = 0;
    loop {
        let (narrower, below, within) = narrow(rows, &key, &span, before, &range);
        before += below;
        let same = narrower == span;
        span = narrower;
        if span.start() == span.end() {
            // All equal: the table's order.
            let equal = rows.iter().filter(|&row| key(row) == *span.start());
            return equal.skip(range.start - before).take(range.len()).collect();
        }
        if same || within <= FEW.max(4 * range.len()) {
            break;
        }
    }
    let mut found: Vec<(u64, usize)> =
        rows.iter().map(|row| (key(row), row)).filter(|(key, _)| span.contains(key)).collect();
    let (start, end) = (range.start - before, range.end - before);
    if start > 0 && start < found.len() {
        found.select_nth_unstable(start);
    }
    let rest = &mut found[start..];
    if end - start < rest.len() {
        rest.select_nth_unstable(end - start);
    }
    let page = &mut rest[..end - start];
    page.sort_unstable();
    page.iter().map(|&(_, row)| row).collect()
}

/// Narrows a span of keys to the buckets that hold places `range`; with it the number of rows of the span below these,
/// and in them. `before` rows are below the span.
fn narrow(
    rows: &Bitmap,
    key: &impl Fn(usize) -> u64,
    span: &RangeInclusive<u64>,
    before: usize,
    range: &Range<usize>,
) -> (RangeInclusive<u64>, usize, usize) {
    let (first, last) = (*span.start(), *span.end());
    let bits = u64::BITS - (last - first).leading_zeros();
    let shift = bits.saturating_sub(BUCKETS.ilog2());
    let mut counts = vec![0_usize; BUCKETS];
    for key in rows.iter().map(key).filter(|key| span.contains(key)) {
        counts[((key - first) >> shift) as usize] += 1;
    }
    let (mut low, mut high, mut below, mut within) = (None, 0, 0, 0);
    let mut place = before;
    for (bucket, &count) in (0_u64..).zip(&counts) {
        let own = place..place + count;
        place = own.end;
        if own.end <= range.start {
            below += count;
        } else if own.start < range.end && count > 0 {
            low = low.or(Some(bucket));
            high = bucket;
            within += count;
        }
    }
    let low = first + (low.unwrap_or_default() << shift);
    let high = first.saturating_add((high << shift) + ((1 << shift) - 1)).min(last);
    (low..=high, below, within)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::column::{Column, Data, Figures, Numbers, Role, Table};
    use crate::query::sorted;

    /// More rows than are sorted without narrowing, with many equal ones, both zeros and blanks.
    #[test]
    fn pages_of_many_numbers_are_those_of_the_sorted_rows() {
        let number = |row: usize| match row.wrapping_mul(2_654_435_761) % 100_003 {
            n if n % 7 == 0 => None,
            n if n % 5 == 0 => Some(-0.0),
            n if n % 3 == 0 => Some(0.0),
            n => Some((n as f64 - 50_000.0) / 8.0),
        };
        let len = 5 * FEW / 2;
        let figures =
            Figures { values: Numbers::from_options((0..len).map(number)), ..Figures::default() };
        let columns = vec![Column::new("n", Role::Measure, Data::Measure(figures))];
        let table = std::sync::Arc::new(Table { len, columns, ..Table::default() });
        let mut engine = Engine::new(table.clone());
        for descending in [false, true] {
            let sort = SortKey { column: "n".into(), descending };
            let expected = sorted(&table, &Bitmap::all(len), Some(&sort));
            for from in (0..len).step_by(len / 40) {
                let range = from..(from + 50).min(len);
                assert_eq!(engine.page(Some(&sort), range.clone()), &expected[range]);
            }
            let order = RowOrder::new(&table, &sort).unwrap();
            for (place, &row) in expected.iter().enumerate().step_by(len / 7) {
                assert_eq!(order.place(&Bitmap::all(len), row), place);
            }
        }
    }
}
