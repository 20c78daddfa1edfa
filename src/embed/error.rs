//! Errors as JavaScript gets them.

use std::fmt::Display;

use js_sys::{Error, Reflect};
use wasm_bindgen::JsValue;

/// What kind of thing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    /// No such column, or one of another kind than is needed.
    Column,
    /// A fault of the program itself.
    Internal,
    /// What is read is not what it should be.
    Format,
    /// The table would not fit in memory.
    TooLarge,
    /// A value or position that the column does not have.
    Range,
}

impl Code {
    const fn id(self) -> &'static str {
        match self {
            Self::Column => "column",
            Self::Internal => "internal",
            Self::Format => "format",
            Self::TooLarge => "too_large",
            Self::Range => "range",
        }
    }
}

/// An `Error` with a `code`, by which scripts tell errors apart.
pub(super) fn error(code: Code, message: impl Display) -> JsValue {
    let error = Error::new(&message.to_string());
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &code.id().into());
    error.into()
}
