//! What the text of one cell says: a number, a period of time, nothing; and how a column of cells writes it.

mod dates;
mod number;
mod period;
mod time_form;
mod time_words;
mod width;
pub(super) mod words;

pub(super) use number::{Number, number};
pub(super) use period::{day_text, period};
pub(super) use time_form::{Grain, grain, periods, time_form};
