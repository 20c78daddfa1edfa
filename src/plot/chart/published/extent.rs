//! What is known of the ends of a sum.

use crate::chart::Extent;
use crate::i18n::Message;
use crate::i18n::catalog::words as m;
use crate::model::Qualifier;
use crate::plot::extent;

/// A sum of figures: open or soft where a part of it is.
pub(super) fn total(value: f64, parts: impl Iterator<Item = Qualifier>) -> Extent {
    parts.map(|qualifier| extent(qualifier, 0.0)).fold(Extent::exact(value), |sum, part| Extent {
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
