//! Periods as text: `2019`, `2019-03`, `2019-03-07`, or two of these with a slash between (ISO 8601).

use crate::base::date::{PartialDate, iso_period};
use crate::column::DaySpan;

/// Reads a period.
pub(super) fn read(text: &str) -> Option<DaySpan> {
    let text = text.trim();
    let (first, last) = text.split_once('/').unwrap_or((text, text));
    let first = first.parse::<PartialDate>().ok()?.first_day();
    let last = last.parse::<PartialDate>().ok()?.last_day();
    (first <= last).then_some(DaySpan { first, last, as_of: false })
}

/// Writes a period as shortly as it can be read.
pub(super) fn write(span: DaySpan) -> String {
    iso_period(span.first, span.last)
}
