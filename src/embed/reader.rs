//! Tables read from files, piece by piece.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::error::{Code, error};
use super::value::object;
use crate::base::problem::{Location, Problem, ProblemKind};
use crate::import::{Import, Imported, Options};

/// A file that is being read.
#[wasm_bindgen]
pub struct TableReader {
    import: Import,
}

#[wasm_bindgen]
impl TableReader {
    /// Begins to read a file of this name, whose ending tells the format where the bytes do not; `size` in bytes, where
    /// it is known.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(name: &str, size: Option<f64>) -> Self {
        // A file has a whole number of bytes, fewer than a float can count.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let size = size.map(|bytes| bytes as u64);
        Self { import: Import::new(name, &Options { size, ..Options::default() }) }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// Where the reading cannot go on, such as when the table would not fit in memory.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        self.import.feed(bytes).map_err(|problem| stopped(&problem))
    }

    /// `{done, total}` in bytes.
    #[must_use]
    pub fn progress(&self) -> Object {
        let progress = self.import.progress();
        let total = progress.total.map_or(0.0, |total| total as f64);
        object([("done", (progress.done as f64).into()), ("total", total.into())])
    }

    /// Takes the end of the file.
    ///
    /// # Errors
    /// Where there is no table in it, or not enough memory for it.
    pub fn finish(self) -> Result<OpenedTable, JsValue> {
        self.import.finish().map(|imported| OpenedTable { imported }).map_err(|p| stopped(&p))
    }
}

/// A table that was read, and what was wrong with its file.
#[wasm_bindgen]
pub struct OpenedTable {
    imported: Imported,
}

#[wasm_bindgen]
impl OpenedTable {
    /// The first problems of each kind as `{kind, message, row, column, found, expected}`.
    #[must_use]
    pub fn problems(&self) -> Array {
        self.imported.findings.kept().iter().map(describe).collect()
    }

    /// Number of problems in all.
    #[wasm_bindgen(js_name = problemCount)]
    #[must_use]
    pub fn problem_count(&self) -> usize {
        self.imported.findings.count()
    }

    /// The engine over the table.
    #[must_use]
    pub fn core(self) -> Core {
        Core::new(self.imported.table)
    }
}

/// A problem that ended the reading.
fn stopped(problem: &Problem) -> JsValue {
    let code = match problem.kind {
        ProblemKind::TooLarge => Code::TooLarge,
        _ => Code::Format,
    };
    let error = error(code, problem);
    for (name, value) in place(&problem.at) {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&error, &name.into(), &value);
    }
    error
}

fn describe(problem: &Problem) -> JsValue {
    let message = problem.to_string();
    let kind = format!("{:?}", problem.kind);
    let mut fields = vec![
        ("kind", JsValue::from(kind)),
        ("message", message.into()),
        ("found", problem.found.as_str().into()),
        ("expected", problem.expected.as_str().into()),
    ];
    fields.extend(place(&problem.at));
    object(fields).into()
}

/// Line of the file and name of the column, where a problem has them.
fn place(at: &Location) -> impl Iterator<Item = (&'static str, JsValue)> {
    let row = at.row.map(|row| ("row", JsValue::from_f64(row as f64)));
    let column = at.column.as_deref().map(|column| ("column", column.into()));
    row.into_iter().chain(column)
}
