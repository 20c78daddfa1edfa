//! Values every other module speaks in: decimals, calendar dates, problems with a position.

pub mod date;
