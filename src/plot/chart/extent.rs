//! What a published figure's words say about its ends, as a mark shows them.

use crate::chart::{Extent, Fill};
use crate::i18n::Message;
use crate::i18n::catalog::words as m;
use crate::model::{Qualifier, Stage};

/// Where the mark stands and how its ends look.
pub(super) fn extent(value: f64, qualifier: Qualifier) -> Extent {
    match qualifier {
        Qualifier::Eq => Extent::exact(value),
        Qualifier::About | Qualifier::Nearly => Extent::about(value),
        Qualifier::Over | Qualifier::AtLeast => Extent::at_least(value),
        Qualifier::AtMost | Qualifier::Under => Extent::at_most(value),
    }
}

/// A sum of figures: open or soft where a part of it is.
pub(super) fn total(value: f64, parts: impl Iterator<Item = Qualifier>) -> Extent {
    parts.map(|qualifier| extent(0.0, qualifier)).fold(Extent::exact(value), |sum, part| Extent {
        open_low: sum.open_low || part.open_low,
        open_high: sum.open_high || part.open_high,
        soft: sum.soft || part.soft,
        ..sum
    })
}

/// The word before a sum with such ends; `None` for an exact one.
pub(super) const fn ends_word(ends: &Extent) -> Option<Message> {
    match (ends.open_low, ends.open_high, ends.soft) {
        (false, false, false) => None,
        (false, true, false) => Some(m::PREFIX_AT_LEAST),
        (true, false, false) => Some(m::PREFIX_AT_MOST),
        _ => Some(m::PREFIX_ABOUT),
    }
}

/// A stage's fill.
pub(super) const fn fill(stage: Stage) -> Fill {
    match stage {
        Stage::Planned => Fill::Hollow,
        Stage::InProgress => Fill::Hatched,
        Stage::Completed => Fill::Solid,
        Stage::Standing => Fill::Tick,
    }
}
