//! Tables read from files, piece by piece.

use js_sys::Object;
use wasm_bindgen::prelude::*;

use super::error::stopped;
use super::opened::OpenedTable;
use super::value::object;
use super::wanted::{read_choices, read_plan};
use crate::base::lang::Lang;
use crate::import::{Arriving, Choices, Import, Options};

/// A file that is being read.
#[wasm_bindgen]
pub struct TableReader {
    import: Import,
    /// What comes, compared with what a package says of it.
    arriving: Option<Arriving>,
}

impl TableReader {
    /// Begins to read a file of a package.
    pub(super) const fn of_package(import: Import, arriving: Arriving) -> Self {
        Self { import, arriving: Some(arriving) }
    }
}

/// How a file is read: its size in bytes, where it is known, what is wanted of its columns, and what somebody has said.
///
/// # Errors
/// Where the plan or the choices are none.
pub(super) fn options(
    size: Option<f64>,
    plan: Option<String>,
    choices: Option<String>,
) -> Result<Options, JsValue> {
    // A file has a whole number of bytes, fewer than a float can count.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let size = size.map(|bytes| bytes as u64);
    let plan = read_plan(plan)?;
    let Choices { encoding, table, separator, join, lang } = read_choices(choices)?;
    let lang = Lang::from_id(&lang).unwrap_or_default();
    let separator = separator.and_then(|separator| u8::try_from(separator).ok());
    Ok(Options { size, plan, encoding, table, separator, join, lang, ..Options::default() })
}

#[wasm_bindgen]
impl TableReader {
    /// Begins to read a file of this name, whose ending tells the format where the bytes do not; `size` in bytes, where
    /// it is known; `plan`, as [`OpenedTable::plan`] gives it, where the columns are to be read otherwise than they would;
    /// `choices`, an `import::Choices` as JSON, where somebody has said how.
    ///
    /// # Errors
    /// Where the plan or the choices are none.
    #[wasm_bindgen(constructor)]
    pub fn new(
        name: &str,
        size: Option<f64>,
        plan: Option<String>,
        choices: Option<String>,
    ) -> Result<Self, JsValue> {
        let options = options(size, plan, choices)?;
        Ok(Self { import: Import::new(name, &options), arriving: None })
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// Where the reading cannot go on, such as when the table would not fit in memory.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        if let Some(arriving) = &mut self.arriving {
            arriving.feed(bytes);
        }
        self.import.feed(bytes).map_err(|problem| stopped(&problem))
    }

    /// After the last byte: does a piece of what is left to do; whether there is more.
    ///
    /// # Errors
    /// Where the reading cannot go on.
    pub fn step(&mut self) -> Result<bool, JsValue> {
        self.import.step().map_err(|problem| stopped(&problem))
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
        let mut imported = self.import.finish().map_err(|problem| stopped(&problem))?;
        if let Some(arriving) = self.arriving {
            arriving.judge(&mut imported);
        }
        Ok(OpenedTable::new(imported))
    }
}
