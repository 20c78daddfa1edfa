//! The words readers see: catalogs in Chinese and English, vocabulary names, numbers and dates as each language
//! writes them. No other module holds user-facing words.

pub mod catalog;
mod date;
mod digits;
mod message;
mod number;
mod quotes;
mod units;
mod vocabulary;

pub use crate::base::unit_name::unit_of_name;
pub use date::{Tick, date, deadline, own_years, period, tick};
pub use digits::grouped;
pub use message::Message;
pub use number::{bytes, compact, decimal, percent, steps};
pub use units::{multiplies, with_unit};
pub use vocabulary::{breakdown, column, word};
