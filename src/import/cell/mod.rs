//! What the text of one cell says: a number, a period of time, nothing.

mod number;
mod period;
mod width;
pub(super) mod words;

pub(super) use number::{Number, number};
pub(super) use period::{day_text, period};
