//! Parquet and Arrow IPC for JavaScript: what to fetch, and the columns that it holds. Files beyond 4 GiB are read too,
//! so places in a file are floats here.

use bytes::Bytes;
use js_sys::{Array, Float32Array, Float64Array, Object, Uint8Array, Uint16Array, Uint32Array};
use wasm_bindgen::prelude::*;

use super::error::{Code, error, stopped};
use super::value::object;
use crate::base::problem::Problem;
use crate::column::{Codes, Floats};
use crate::import::parquet::{
    Dataset, Part, Scan, Scanned, TAIL, Wanted, is_arrow, is_parquet, read_arrow,
};
use crate::import::typed::{TypedCells, TypedColumn};

/// A read of a Parquet file or of a dataset's parts: see `import::parquet`.
#[wasm_bindgen]
pub struct ParquetScan(Scan);

#[wasm_bindgen]
impl ParquetScan {
    /// A read of one file. `wanted` is JSON: `{"columns": […], "where": {column: {"in": […]} | {"from", "to"}}}`.
    ///
    /// # Errors
    /// Where `wanted` is not of that form.
    #[wasm_bindgen(js_name = ofFile)]
    pub fn of_file(path: &str, wanted: &str) -> Result<Self, JsValue> {
        let part = Part { path: path.to_owned(), values: Vec::new() };
        Ok(Self(Scan::new(path, vec![part], read_wanted(wanted)?)))
    }

    /// A read of a partitioned dataset by its `datapackage.json`; without a resource's name, of its first in Parquet.
    ///
    /// # Errors
    /// Where the descriptor is none or has no such resource, or `wanted` is not of its form.
    #[wasm_bindgen(js_name = ofDataset)]
    pub fn of_dataset(
        descriptor: &str,
        resource: Option<String>,
        wanted: &str,
    ) -> Result<Self, JsValue> {
        let wanted = read_wanted(wanted)?;
        let dataset = Dataset::read(descriptor, resource.as_deref()).map_err(|p| stopped(&p))?;
        Ok(Self(Scan::new(&dataset.name, dataset.parts, wanted)))
    }

    /// Paths of the parts to be read, relative to the descriptor.
    #[must_use]
    pub fn paths(&self) -> Vec<String> {
        self.0.paths().into_iter().map(str::to_owned).collect()
    }

    /// Reads a part's footer from the file's last bytes, those from `start` on; gives `[from, to]` where more are needed.
    ///
    /// # Errors
    /// Where the file is no Parquet or is cut.
    pub fn open(
        &mut self,
        part: usize,
        length: f64,
        start: f64,
        bytes: Vec<u8>,
    ) -> Result<Option<Float64Array>, JsValue> {
        let needed = self.0.open(part, place(length), place(start), bytes.into());
        let needed = needed.map_err(|problem| stopped(&problem))?;
        Ok(needed.map(|range| Float64Array::from(&[float(range.start), float(range.end)][..])))
    }

    /// What the read will come to: `{rows, fetch, memory}`, the latter two in bytes.
    #[must_use]
    pub fn plan(&self) -> Object {
        let plan = self.0.plan();
        let fields = [("rows", plan.rows), ("fetch", plan.fetch), ("memory", plan.memory)];
        object(fields.map(|(name, number)| (name, float(number).into())))
    }

    /// What a part's next turn needs, `[from, to, from, to, …]`; nothing once all of it is decoded.
    #[must_use]
    pub fn ranges(&self, part: usize) -> Option<Float64Array> {
        let ranges = self.0.ranges(part)?;
        let ends: Vec<f64> =
            ranges.iter().flat_map(|range| [float(range.start), float(range.end)]).collect();
        Some(Float64Array::from(&*ends))
    }

    /// Decodes a part's next turn from buffers that begin at these places.
    ///
    /// # Errors
    /// Where the bytes are damaged or do not fit with the parts before.
    pub fn decode(
        &mut self,
        part: usize,
        starts: Vec<f64>,
        buffers: Vec<Uint8Array>,
    ) -> Result<(), JsValue> {
        let buffers = starts.into_iter().zip(&buffers);
        let buffers: Vec<(u64, Bytes)> =
            buffers.map(|(start, bytes)| (place(start), bytes.to_vec().into())).collect();
        self.0.decode(part, &buffers).map_err(|problem| stopped(&problem))
    }

    /// The columns: `{rows, columns, problems}`, the problems as JSON.
    ///
    /// # Errors
    /// Where a wanted column stands in no part.
    pub fn finish(self) -> Result<Object, JsValue> {
        handed_over(self.0.finish())
    }
}

/// Reads an Arrow file or stream whole: `{rows, columns, problems}`, the problems as JSON.
///
/// # Errors
/// Where the bytes are no Arrow IPC, are damaged, or `wanted` cannot be met.
#[wasm_bindgen(js_name = readArrow)]
pub fn read_arrow_bytes(name: &str, bytes: Vec<u8>, wanted: &str) -> Result<Object, JsValue> {
    handed_over(read_arrow(name, bytes.into(), read_wanted(wanted)?))
}

/// `parquet` or `arrow` by a file's first eight bytes, or nothing.
#[wasm_bindgen(js_name = formatOf)]
#[must_use]
pub fn format_of(head: &[u8]) -> Option<String> {
    let format = if is_parquet(head) {
        "parquet"
    } else if is_arrow(head) {
        "arrow"
    } else {
        return None;
    };
    Some(format.to_owned())
}

/// Bytes of a file's end to be fetched first.
#[wasm_bindgen(js_name = tailLength)]
#[must_use]
pub fn tail_length() -> f64 {
    float(TAIL)
}

fn read_wanted(json: &str) -> Result<Wanted, JsValue> {
    let said = |reason| error(Code::Range, format!("what is wanted: {reason}"));
    serde_json::from_str(json).map_err(said)
}

fn handed_over(scanned: Result<Scanned, Problem>) -> Result<Object, JsValue> {
    let Scanned { columns, rows, problems } = scanned.map_err(|problem| stopped(&problem))?;
    let columns: Array = columns.into_iter().map(column).collect();
    let problems = serde_json::to_string(&problems).map_err(|e| error(Code::Internal, e))?;
    Ok(object([
        ("rows", JsValue::from_f64(float(rows as u64))),
        ("columns", columns.into()),
        ("problems", problems.into()),
    ]))
}

/// `{name, kind: "text" | "date", codes, values}` or `{name, kind: "number", values}`.
fn column(column: TypedColumn) -> Object {
    let name = ("name", column.name.into());
    let coded = |kind: &str, codes: &Codes, values: Vec<String>| {
        let codes = match codes {
            Codes::U8(codes) => Uint8Array::from(&**codes).into(),
            Codes::U16(codes) => Uint16Array::from(&**codes).into(),
            Codes::U32(codes) => Uint32Array::from(&**codes).into(),
        };
        let values: Array = values.into_iter().map(JsValue::from).collect();
        [("kind", kind.into()), ("codes", codes), ("values", values.into())]
    };
    let numbers = |values: JsValue| [("kind", "number".into()), ("values", values)];
    match column.cells {
        TypedCells::Text { codes, values } => {
            object([name].into_iter().chain(coded("text", &codes, values)))
        }
        TypedCells::Dates { codes, values } => {
            object([name].into_iter().chain(coded("date", &codes, values)))
        }
        TypedCells::Numbers(Floats::F64(floats)) => {
            object([name].into_iter().chain(numbers(Float64Array::from(&*floats).into())))
        }
        TypedCells::Numbers(Floats::F32(floats)) => {
            object([name].into_iter().chain(numbers(Float32Array::from(&*floats).into())))
        }
    }
}

// No file is as long as 2^53 bytes, below which floats are exact.
#[allow(clippy::cast_precision_loss)]
const fn float(place: u64) -> f64 {
    place as f64
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
const fn place(float: f64) -> u64 {
    float as u64
}
