//! Values every other module speaks in: languages, calendar dates, tables of text and of values, problems with a position,
//! failures.

pub mod compared;
pub mod crc;
pub mod date;
pub mod direction;
pub mod failure;
pub mod fingerprint;
pub mod fold;
pub mod kept;
pub mod lang;
pub mod once;
pub mod order;
pub mod pinyin;
pub mod problem;
pub mod text_table;
pub mod unit_name;
pub mod value_table;
pub(crate) mod vocabulary;
