//! Errors as JavaScript gets them.

use std::fmt::Display;

use js_sys::{Error, Object, Reflect};
use wasm_bindgen::JsValue;

use super::value::{object, set};
pub(super) use crate::base::failure::Failure as Code;
use crate::base::problem::{Problem, ProblemKind};

/// An `Error` with a `code`, by which scripts tell errors apart.
pub(super) fn error(code: Code, message: impl Display) -> JsValue {
    let error = Error::new(&message.to_string());
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &code.id().into());
    error.into()
}

/// An `Error` of a problem that ends the reading of a file, with the `problem` itself.
pub(super) fn stopped(problem: &Problem) -> JsValue {
    let code = match problem.kind {
        ProblemKind::TooLarge => Code::TooLarge,
        _ => Code::Format,
    };
    let error = error(code, problem);
    // As above.
    let _ = Reflect::set(&error, &"problem".into(), &told(problem));
    error
}

/// `{kind, message, table, row, column, found, expected}`; row and column only where there are any.
pub(super) fn told(problem: &Problem) -> Object {
    let told = object([
        ("kind", problem.kind.id().into()),
        ("message", problem.to_string().into()),
        ("table", problem.at.table.as_str().into()),
        ("found", problem.found.as_str().into()),
        ("expected", problem.expected.as_str().into()),
    ]);
    if let Some(row) = problem.at.row {
        set(&told, "row", &JsValue::from_f64(row as f64));
    }
    if let Some(column) = &problem.at.column {
        set(&told, "column", &column.into());
    }
    told
}
