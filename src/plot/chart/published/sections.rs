//! Sections of rows: a sum over several years stands apart from what was done in one, and from what is there at a date.

use super::Published;
use crate::chart::Section;
use crate::i18n::Message;
use crate::i18n::catalog::chart as m;
use crate::model::Nature;
use crate::words::{is_cumulative, is_told_by_year};

/// What stretch of time a figure tells of; sections stand in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stretch {
    /// Done or paid within a year, or told by the year.
    Year,
    /// Done or paid up to a date; the release does not say since when.
    UpToDate,
    /// There at a date, or in force.
    Standing,
    /// Done or paid over several years.
    Years,
}

impl Stretch {
    pub(super) fn of(s: &Published, row: usize) -> Self {
        let o = s.observation(row);
        if is_cumulative(o) {
            return Self::Years;
        }
        match s.data.nature(o) {
            Nature::Flow if o.period.start.is_some() || is_told_by_year(s.data, o) => Self::Year,
            Nature::Flow => Self::UpToDate,
            _ => Self::Standing,
        }
    }

    const fn words(self) -> Message {
        match self {
            Self::Year => m::WITHIN_A_YEAR,
            Self::UpToDate => m::UP_TO_A_DATE,
            Self::Standing => m::AT_A_DATE,
            Self::Years => m::OVER_YEARS,
        }
    }
}

/// Whether rows have sections: some are sums over several years, others are not.
pub(super) fn are_needed(s: &Published, rows: &[usize]) -> bool {
    let years = rows.iter().filter(|&&row| Stretch::of(s, row) == Stretch::Years).count();
    0 < years && years < rows.len()
}

/// Sections of rows that stand in order of their stretches.
pub(super) fn sections(s: &Published, rows: &[usize]) -> Vec<Section> {
    let mut all: Vec<(Stretch, u32)> = Vec::new();
    for (at, &row) in (0..).zip(rows) {
        let stretch = Stretch::of(s, row);
        if all.last().is_none_or(|(last, _)| *last != stretch) {
            all.push((stretch, at));
        }
    }
    let section = |(stretch, from): (Stretch, u32)| Section {
        from,
        name: stretch.words().get(s.lang).to_owned(),
    };
    all.into_iter().map(section).collect()
}
