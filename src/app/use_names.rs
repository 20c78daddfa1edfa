//! What a column of a reader's own table can be used for, and how that is called.

use crate::i18n::Message;
use crate::i18n::catalog::opening as m;
use crate::import::{ColumnPlan, Kind, Use};
use crate::session::{NUMBERS, USES};

/// What a column can be read as and used for, the commonest first. Ids of rows can only be told by whoever reads the file.
pub(in crate::app) fn choices(column: &ColumnPlan) -> impl Iterator<Item = Use> {
    let key = (column.kind == Kind::Key).then_some(Use::Key);
    let uses = USES.map(|role| Use::of(Kind::Category, role));
    let numbers = NUMBERS.map(|role| Use::of(Kind::Number, role));
    let now = Use::of(column.kind, column.role);
    let ends = (now == Use::Ends).then_some(now);
    key.into_iter().chain(uses).chain([Use::Time]).chain(numbers).chain(ends).chain([Use::Skip])
}

/// A choice's name.
pub(in crate::app) const fn name(as_what: Use) -> Message {
    match as_what {
        Use::Key => m::USE_KEY,
        Use::Time => m::USE_TIME,
        Use::Target => m::USE_TARGET,
        Use::Done => m::USE_DONE,
        Use::Number => m::USE_MEASURE,
        Use::Ends => m::USE_ENDS,
        Use::Skip => m::USE_SKIP,
        Use::Area => m::USE_AREA,
        Use::Topic => m::USE_TOPIC,
        Use::Series => m::USE_SERIES,
        Use::Unit => m::USE_UNIT,
        Use::Text => m::USE_TEXT,
        Use::Category => m::USE_CATEGORY,
    }
}
