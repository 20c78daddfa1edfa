//! What the text of one cell says: a number, a period of time, nothing; and how a column of cells writes it.

mod dates;
mod lone_days;
mod marks;
mod measured;
mod month_edges;
mod number;
mod number_form;
mod period;
mod spellings;
mod time_form;
mod time_words;
mod width;
pub(super) mod words;
mod written;
mod year_part;

pub(super) use lone_days::stand_for;
pub(super) use marks::{is_note_sign, mark_name};
pub(super) use measured::{in_number, is_of_time, measured};
pub(super) use number::{Number, Written, grouped, number, plain, written};
pub(super) use number_form::{Signs, number_forms};
pub(super) use period::{day_text, period};
pub(super) use spellings::says_as_of;
pub(super) use time_form::{Grain, grain, periods, time_form};
pub(super) use time_words::YEAR;
pub(super) use width::unforced;
pub(super) use year_part::{YearPart, numbered_part, year_part};
