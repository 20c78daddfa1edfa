//! Pages of the rows in the order of a column, without a sorted copy of all rows.
//!
//! Codes: the counts by code tell which codes a page lies in. Numbers: the rows are counted by the leading bits of
//! their numbers until the page's own are few, and these alone are sorted.

use std::ops::{Range, RangeInclusive};

use super::Engine;
use crate::column::{Bitmap, Codes, Data, Numbers, Role};
use crate::query::SortKey;

/// Rows that are sorted without narrowing further.
const FEW: usize = 1 << 16;
/// Counters of one narrowing.
const BUCKETS: usize = 1 << 12;

impl Engine {
    /// The rows at places `range` of the rows under every clause, in the order of `sort`: rows that compare equal, or
    /// lack a value, keep the table's order, the latter at the end. Categories are in dictionary order, which the
    /// table's maker chose; amounts of unlike kinds are not comparable, so kinds come first, then amounts.
    pub fn page(&mut self, sort: Option<&SortKey>, range: Range<usize>) -> Vec<usize> {
        let table = self.table.clone();
        let rows = self.rows();
        let range = range.start..range.end.min(rows.count());
        if range.is_empty() {
            return Vec::new();
        }
        let column = sort.and_then(|key| Some((table.column(&key.column)?, key.descending)));
        let Some((column, descending)) = column else { return rows.slice(range) };
        match &column.data {
            Data::Category(c) => by_code(rows, &c.codes, c.dictionary.len(), descending, range),
            Data::Time(time) => {
                // Periods of the same days are equal, whether or not they are as of their last.
                let spans = time.spans();
                let mut ranks = Vec::with_capacity(spans.len());
                let mut rank = 0;
                for (at, span) in spans.iter().enumerate() {
                    let same = |before: usize| {
                        (spans[before].last, spans[before].first) == (span.last, span.first)
                    };
                    rank += u32::from(at.checked_sub(1).is_some_and(|before| !same(before)));
                    ranks.push(rank);
                }
                by_rank(rows, time.codes(), &ranks, descending, range)
            }
            Data::Measure(figures) => {
                let numbers = &figures.values;
                let kinds = table.category_by_role(Role::Kind);
                match kinds {
                    Some(kinds) => by_kind(
                        rows,
                        &kinds.codes,
                        kinds.dictionary.len(),
                        numbers,
                        descending,
                        range,
                    ),
                    None => by_number(rows, numbers, descending, range),
                }
            }
        }
    }
}

fn by_code(
    rows: &Bitmap,
    codes: &Codes,
    values: usize,
    descending: bool,
    range: Range<usize>,
) -> Vec<usize> {
    let ranks: Vec<u32> = (0..values as u32).collect();
    by_rank(rows, codes, &ranks, descending, range)
}

/// Rows in the order of their code's rank, those without a code last.
fn by_rank(
    rows: &Bitmap,
    codes: &Codes,
    ranks: &[u32],
    descending: bool,
    range: Range<usize>,
) -> Vec<usize> {
    let last = ranks.iter().max().map_or(0, |&rank| rank as usize + 1);
    let rank = |row: usize| match codes.code(row).and_then(|code| ranks.get(code as usize)) {
        Some(&rank) if descending => last - 1 - rank as usize,
        Some(&rank) => rank as usize,
        None => last,
    };
    let mut places = vec![0; last + 1];
    rows.iter().for_each(|row| places[rank(row)] += 1);
    let mut before = 0;
    for place in &mut places {
        before += std::mem::replace(place, before);
    }
    let mut page = vec![0; range.len()];
    let mut open = range.len();
    for row in rows.iter() {
        let place = &mut places[rank(row)];
        if range.contains(place) {
            page[*place - range.start] = row;
            open -= 1;
            if open == 0 {
                break;
            }
        }
        *place += 1;
    }
    page
}

/// Rows by kind, those without one first, then by number.
fn by_kind(
    rows: &Bitmap,
    kinds: &Codes,
    values: usize,
    numbers: &Numbers,
    descending: bool,
    range: Range<usize>,
) -> Vec<usize> {
    let kind = |row: usize| kinds.code(row).map_or(0, |code| code as usize + 1);
    let mut counts = vec![0; values + 1];
    rows.iter().for_each(|row| counts[kind(row)] += 1);
    let mut page = Vec::with_capacity(range.len());
    let mut before = 0;
    for (at, &count) in counts.iter().enumerate() {
        let own = before..before + count;
        let (start, end) = (range.start.max(own.start), range.end.min(own.end));
        if start < end {
            let own = Bitmap::from_fn(rows.len(), |row| rows.contains(row) && kind(row) == at);
            page.extend(by_number(&own, numbers, descending, start - before..end - before));
        }
        before += count;
    }
    page
}

/// Rows in the order of their numbers, those without one last.
fn by_number(
    rows: &Bitmap,
    numbers: &Numbers,
    descending: bool,
    range: Range<usize>,
) -> Vec<usize> {
    let key = |row: usize| match numbers.get(row).map(ordered) {
        // The number's own keys stay below that of no number, whichever way they run.
        Some(key) if descending => !key - 1,
        Some(key) => key,
        None => u64::MAX,
    };
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

/// A float's bits, changed so that they are in the order of the numbers; zero is one number.
fn ordered(number: f64) -> u64 {
    let bits = (number + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn pages_of_numbers_are_those_of_the_sorted_rows(
            list in prop::collection::vec(prop_oneof![
                Just(None), (-9..9_i32).prop_map(|n| Some(f64::from(n))), (-1e9..1e9_f64).prop_map(Some),
            ], 1..200),
            from in 0..200_usize,
            len in 1..60_usize,
            descending in any::<bool>(),
        ) {
            let numbers = Numbers::from_options(list.iter().copied());
            let mut expected: Vec<usize> = (0..list.len()).collect();
            expected.sort_by(|&a, &b| match (list[a], list[b]) {
                (Some(x), Some(y)) if descending => y.total_cmp(&x),
                (Some(x), Some(y)) => x.total_cmp(&y),
                (x, y) => y.is_some().cmp(&x.is_some()),
            });
            let range = from.min(list.len() - 1)..(from + len).min(list.len());
            if !range.is_empty() {
                let rows = Bitmap::all(list.len());
                let page = by_number(&rows, &numbers, descending, range.clone());
                prop_assert_eq!(&page, &expected[range]);
            }
        }
    }
}
