//! Whole numbers from 1900 to 2100 in a column that is not called after times: years, or amounts that are as great.

use super::lexicon;
use super::look::Look;

/// What such numbers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seem {
    /// The years of the rows.
    Years,
    /// Amounts.
    Amounts,
    /// One as well as the other.
    Either,
}

/// Years beyond this one are told in a row of years alone.
const FAR: f64 = 2040.0;

/// Amounts of money and of people are rounded to so much.
const ROUND: f64 = 50.0;

/// What the numbers of a column of this name are, all of which may be years; `cells` are theirs, in the order of the rows.
pub(super) fn seem<'a>(name: &str, look: &Look<'_>, cells: impl Iterator<Item = &'a [u8]>) -> Seem {
    if lexicon::unit(name).is_some()
        || lexicon::is_rate(name)
        || lexicon::is_amount(name)
        || lexicon::compared(name).is_some()
    {
        return Seem::Amounts;
    }
    if name.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return Seem::Years;
    }
    let values: Vec<f64> = cells.filter_map(number).collect();
    if is_dense(look) || comes_again(look) {
        return Seem::Years;
    }
    let is_round = look.distinct.len() > 1 && values.iter().all(|value| value % ROUND == 0.0);
    match (order(&values), is_round) {
        (Order::Even, _) | (Order::Rising, false) => Seem::Years,
        (Order::Rising | Order::Falling, _) => Seem::Either,
        (Order::None, _) if is_round || look.greatest > FAR => Seem::Amounts,
        (Order::None, _) => Seem::Either,
    }
}

fn number(cell: &[u8]) -> Option<f64> {
    std::str::from_utf8(cell).ok()?.trim().parse().ok()
}

/// Whether at least half of the years between the first and the last are there.
fn is_dense(look: &Look<'_>) -> bool {
    let span = look.greatest - look.least + 1.0;
    look.distinct.len() > 1
        && f64::from(u32::try_from(look.distinct.len()).unwrap_or(u32::MAX)) * 2.0 >= span
}

/// Whether values stand in several rows each, as years do and amounts of so many digits hardly.
fn comes_again(look: &Look<'_>) -> bool {
    look.said > 1 && look.distinct.len() * 2 <= look.said
}

/// How numbers follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// By steps of one length, of at most ten.
    Even,
    /// Never less than the one before.
    Rising,
    /// Never more than the one before.
    Falling,
    None,
}

fn order(values: &[f64]) -> Order {
    /// The longest steps from year to year that tables have.
    const STEP: f64 = 10.0;
    let steps = || values.windows(2).map(|pair| pair[1] - pair[0]);
    let first = steps().next().unwrap_or_default();
    if values.len() > 2 && first != 0.0 && first.abs() <= STEP && steps().all(|step| step == first)
    {
        Order::Even
    } else if steps().all(|step| step >= 0.0) {
        Order::Rising
    } else if steps().all(|step| step <= 0.0) {
        Order::Falling
    } else {
        Order::None
    }
}
