//! Values every other module speaks in: languages, calendar dates, tables of text, problems with a position.

pub mod date;
pub mod lang;
pub mod order;
pub mod pinyin;
pub mod problem;
pub mod text_table;
pub(crate) mod vocabulary;
