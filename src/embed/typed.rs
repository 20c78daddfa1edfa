//! A table from the typed columns of a file, whose roles are told from names and values.

use js_sys::JsString;
use wasm_bindgen::prelude::*;

use super::error::{Code, error, stopped};
use super::opened::OpenedTable;
use super::wanted::read_plan;
use crate::base::problem::{Problem, ProblemKind};
use crate::column::{Codes, Floats};
use crate::import::of_typed;
use crate::import::typed::{TypedCells, TypedColumn};

/// Collects the columns of a file that another module decoded.
#[wasm_bindgen]
#[derive(Default)]
pub struct TypedTable {
    columns: Vec<TypedColumn>,
}

#[wasm_bindgen]
impl TypedTable {
    /// No columns yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A column of texts or, with the kind `date`, of days, with one byte a row.
    pub fn coded8(&mut self, name: &str, kind: &str, codes: Vec<u8>, values: Vec<JsString>) {
        self.coded(name, kind, Codes::U8(codes), &values);
    }

    /// As [`Self::coded8`], with two bytes a row.
    pub fn coded16(&mut self, name: &str, kind: &str, codes: Vec<u16>, values: Vec<JsString>) {
        self.coded(name, kind, Codes::U16(codes), &values);
    }

    /// As [`Self::coded8`], with four bytes a row.
    pub fn coded32(&mut self, name: &str, kind: &str, codes: Vec<u32>, values: Vec<JsString>) {
        self.coded(name, kind, Codes::U32(codes), &values);
    }

    /// A column of numbers with eight bytes a row.
    pub fn numbers64(&mut self, name: &str, values: Vec<f64>) {
        self.push(name, TypedCells::Numbers(Floats::F64(values)));
    }

    /// A column of numbers with four bytes a row.
    pub fn numbers32(&mut self, name: &str, values: Vec<f32>) {
        self.push(name, TypedCells::Numbers(Floats::F32(values)));
    }

    /// The table of a file of this name; `plan`, as [`OpenedTable::plan`] gives it, where the columns are to be read
    /// otherwise than they would; `problems` that the decoding module met, as JSON; `is_whole` where the server gave whole
    /// files although parts of them would have done.
    ///
    /// # Errors
    /// Where there is no column, or columns differ in length, or the plan or the problems are none.
    pub fn finish(
        self,
        name: &str,
        plan: Option<String>,
        problems: &str,
        is_whole: bool,
    ) -> Result<OpenedTable, JsValue> {
        let plan = read_plan(plan)?;
        let met: Vec<Problem> = serde_json::from_str(problems)
            .map_err(|reason| error(Code::Internal, format!("problems: {reason}")))?;
        let mut imported = of_typed(name, self.columns, plan.as_ref()).map_err(|p| stopped(&p))?;
        met.into_iter().for_each(|problem| imported.findings.keep(problem));
        if is_whole {
            imported.findings.note(ProblemKind::WholeFile, None, None, b"", "");
        }
        Ok(OpenedTable::new(imported))
    }
}

impl TypedTable {
    fn coded(&mut self, name: &str, kind: &str, codes: Codes, values: &[JsString]) {
        let values = values.iter().map(String::from).collect();
        self.push(
            name,
            match kind {
                "date" => TypedCells::Dates { codes, values },
                _ => TypedCells::Text { codes, values },
            },
        );
    }

    fn push(&mut self, name: &str, cells: TypedCells) {
        self.columns.push(TypedColumn { name: name.to_owned(), cells });
    }
}
