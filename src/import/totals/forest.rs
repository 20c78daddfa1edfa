//! Rows that contain others, and what their numbers say of it: whether what lies in a row adds up to it, or is a part of it
//! beside others that are not told.

use super::values::{Checks, MOST_MEASURES, SURE, SURE_OF_TWO, adds, step};
use crate::column::{Category, Figures, Reach, Reason, Table, Total};

/// Of so many parents that are less than what lies in them, one makes nothing doubtful.
const MORE: usize = 10;
/// Digits that each check which fails takes from those that agree.
const DOUBT: f64 = 1.0;

/// Values that stand for others.
pub(super) struct Found {
    pub(super) totals: Vec<Total>,
    /// By code, the value that one lies in; empty where a value lies in several.
    pub(super) within: Vec<Option<u32>>,
}

/// Which rows lie in which others.
pub(super) struct Forest {
    /// By row, the row that it lies in.
    pub(super) up: Vec<Option<usize>>,
    /// Whether that is plain without a look at numbers.
    pub(super) is_plain: bool,
    /// Whether it looks like it, so that few numbers tell.
    pub(super) is_likely: bool,
    /// How it is known.
    pub(super) reason: Reason,
}

/// What the numbers of a value say beside those of what lies in it.
#[derive(Clone, Copy, Debug, Default)]
struct Value {
    is_parent: bool,
    /// Rows of it that contain none.
    lone: usize,
    agree: usize,
    less: usize,
    more: usize,
}

impl Value {
    /// Whether what lies in it is a part of it, beside others that are not told.
    const fn is_more_than_its_parts(&self) -> bool {
        self.is_parent && self.agree == 0 && self.less > 0 && self.more == 0
    }
}

/// The values of a column that stand for others, where some rows lie in others: those that others lie in, or, where these are
/// only some of their parts, the parts. `None` where numbers deny it, or do not say it and nothing else does.
pub(super) fn totals(table: &Table, category: &Category, forest: &Forest) -> Option<Found> {
    let parts = parts(&forest.up);
    let mut told: Option<Vec<Value>> = None;
    let mut denied = false;
    for (_, figures) in table.measures().filter(|(_, figures)| adds(figures)).take(MOST_MEASURES) {
        let (values, all) = judged(figures, category, &parts);
        let (less, more) =
            values.iter().fold((0, 0), |(less, more), own| (less + own.less, more + own.more));
        let needed = if all.parts > 2 { SURE } else { SURE_OF_TWO };
        let needed = if forest.is_likely { needed / 2.0 } else { needed };
        let often = all.agree > 1 || all.parts > 2 || (forest.is_likely && all.agree > 0);
        if often && all.digits >= needed + DOUBT * (less + more) as f64 {
            told = Some(values);
            denied = false;
            break;
        }
        denied |= more * MORE > all.agree + less;
        // Plain as the names may be, one measure says how it is.
        if told.is_none() && forest.is_plain && all.agree + less > 0 {
            told = Some(values);
        }
    }
    let mut values = match told {
        Some(values) if !denied => values,
        None if forest.is_plain && !denied => vec![Value::default(); category.dictionary.len()],
        _ => return None,
    };
    for (row, parts) in parts.iter().enumerate() {
        if let Some(own) = category.code(row).and_then(|code| values.get_mut(code as usize)) {
            own.is_parent |= !parts.is_empty();
            own.lone += usize::from(parts.is_empty());
        }
    }
    let (within, is_tree) = values_up(category, &forest.up);
    let totals = of_values(&values, (&within, is_tree), forest.reason);
    let within = if is_tree { within } else { Vec::new() };
    (!totals.is_empty()).then_some(Found { totals, within })
}

/// By row, the rows that lie in it and in none between.
fn parts(up: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut parts = vec![Vec::new(); up.len()];
    for (row, up) in up.iter().enumerate() {
        if let Some(own) = up.and_then(|up| parts.get_mut(up)) {
            own.push(row);
        }
    }
    parts
}

/// What a measure says of each value, and of all together.
fn judged(figures: &Figures, category: &Category, parts: &[Vec<usize>]) -> (Vec<Value>, Checks) {
    let mut values = vec![Value::default(); category.dictionary.len()];
    let mut all = Checks::default();
    for (row, own) in parts.iter().enumerate().filter(|(_, own)| !own.is_empty()) {
        let rows = || own.iter().chain([&row]);
        if !rows().all(|&row| figures.is_additive(row)) {
            continue;
        }
        let numbers: Option<Vec<f64>> = rows().map(|&row| figures.float(row)).collect();
        let value = category.code(row).and_then(|code| values.get_mut(code as usize));
        let (Some(numbers), Some(value)) = (numbers, value) else { continue };
        let Some((&whole, own)) = numbers.split_last() else { continue };
        let sum: f64 = own.iter().sum();
        let before = all;
        all.take(whole, sum, own.len(), step(&numbers));
        if all.agree > before.agree {
            value.agree += 1;
            // One part that is all of it may be the same written twice.
            if own.len() == 1 {
                all.digits = before.digits;
            }
        } else if all.fail > before.fail {
            value.less += usize::from(sum < whole);
            value.more += usize::from(sum >= whole);
        }
    }
    (values, all)
}

/// By value, the value that its rows lie in, and whether that is one of each.
fn values_up(category: &Category, up: &[Option<usize>]) -> (Vec<Option<u32>>, bool) {
    let mut within: Vec<Option<u32>> = vec![None; category.dictionary.len()];
    let mut several = vec![false; within.len()];
    for (row, up) in up.iter().enumerate() {
        let up = up.and_then(|up| category.code(up));
        let (Some(own), Some(up)) = (category.code(row), up) else { continue };
        if let (Some(known), Some(several)) =
            (within.get_mut(own as usize), several.get_mut(own as usize))
        {
            *several |= *known.get_or_insert(up) != up;
        }
    }
    let is_tree = !several.contains(&true);
    let one = |(up, several): (Option<u32>, bool)| up.filter(|_| !several);
    (within.into_iter().zip(several).map(one).collect(), is_tree)
}

/// Where each value lies in one at most, one that has nothing in it here and there is a total where it has.
fn of_values(
    values: &[Value],
    (up, is_tree): (&[Option<u32>], bool),
    reason: Reason,
) -> Vec<Total> {
    let above = |code: usize| {
        std::iter::successors(up[code], |&code| up.get(code as usize).copied().flatten())
            .take(values.len())
    };
    let is_within = |code: usize| {
        above(code).any(|up| values.get(up as usize).is_some_and(Value::is_more_than_its_parts))
    };
    let roots: Vec<usize> = (0..values.len()).filter(|&code| up[code].is_none()).collect();
    let only = roots.first().filter(|_| roots.len() == 1);
    let total = |(code, value): (usize, &Value)| {
        let is_whole =
            value.is_parent && (is_tree || value.lone == 0) && !value.is_more_than_its_parts();
        let reach = if only == Some(&code) { Reach::Whole } else { Reach::Group };
        let reason = match (is_within(code), is_whole) {
            (true, _) => Reason::Within,
            (false, true) => reason,
            (false, false) => return None,
        };
        Some(Total { code: u32::try_from(code).ok()?, reach, reason })
    };
    values.iter().enumerate().filter_map(total).collect()
}
