//! Which measures a scatter's axes and circles take.

use crate::column::Role;
use crate::plot::chart::NO_SPLIT;
use crate::plot::chart::subject::Subject;
use crate::plot::measure::{adds_up, is_log};
use crate::plot::tally::Total;

/// Among so many measures circles look for theirs: each is counted through for that.
const MOST_SIZES: usize = 12;

/// Keys of measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Axes {
    /// From left to right.
    pub(crate) x: String,
    /// Upwards.
    pub(crate) y: String,
    /// What circles are as large as.
    pub(crate) size: Option<String>,
}

impl Axes {
    /// What the reader chose, and for the rest, but for ranks and what other measures were before: of three measures or more,
    /// circles take the one with the greatest mean among those that are never negative and differ widely, as numbers of
    /// people do; upwards goes the first of the others, to the right the second. `None` with fewer than two measures.
    pub(crate) fn of(s: &mut Subject) -> Option<Self> {
        let mut all = s.measures();
        // What came of a target says more than what was wanted.
        all.sort_by_key(|key| s.role(key) == Some(Role::Target));
        let known = |key: &str| all.iter().find(|m| *m == key).cloned();
        let (x, y) = (known(&s.options.x), known(&s.options.y));
        let mut free: Vec<String> = all.clone();
        free.retain(|m| Some(m) != x.as_ref() && Some(m) != y.as_ref() && !s.is_beside(m));
        let several = free.len() + [&x, &y].into_iter().flatten().count();
        let size = match s.options.size.as_str() {
            NO_SPLIT => None,
            chosen => match known(chosen) {
                Some(size) => Some(size),
                None if several > 2 => amount(s, &free),
                None => None,
            },
        };
        let is_size = |m: &String| s.options.size.is_empty() && Some(m) == size.as_ref();
        let mut rest = free.into_iter().filter(|m| !is_size(m));
        let y = match (&x, y) {
            (_, Some(y)) => Some(y),
            (_, None) => rest.next(),
        };
        let x = x.or_else(|| rest.next());
        let (x, y) = x.zip(y)?;
        Some(Self { x, y, size })
    }

    /// The measure that bars, lines and histograms show: the reader's, else the one that goes upwards.
    pub(crate) fn value(s: &mut Subject) -> Option<String> {
        let all = s.measures();
        let chosen = all.iter().find(|m| **m == s.options.value).cloned();
        chosen.or_else(|| Self::of(s).map(|axes| axes.y)).or_else(|| all.into_iter().next())
    }
}

/// The measure that is an amount rather than a level, as far as its numbers tell.
fn amount(s: &mut Subject, measures: &[String]) -> Option<String> {
    let mut greatest: Option<(f64, &String)> = None;
    for measure in measures.iter().take(MOST_SIZES) {
        if !adds_up(s.engine, measure) || !is_log(s.engine, measure) {
            continue;
        }
        let Some(total) = Total::of_measure(s.engine, measure) else { continue };
        if greatest.is_none_or(|(mean, _)| total.mean() > mean) {
            greatest = Some((total.mean(), measure));
        }
    }
    greatest.map(|(_, measure)| measure.clone())
}
