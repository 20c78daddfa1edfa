//! Arrow IPC: the file format (Feather) and the stream format.

use std::io::Cursor;

use arrow_array::RecordBatch;
use arrow_ipc::reader::{FileReader, StreamReader};
use arrow_schema::{ArrowError, SchemaRef};
use bytes::Bytes;

use super::assembly::Assembly;
use super::claims;
use super::scan::Scanned;
use super::wanted::Wanted;
use super::{damaged, guarded};
use crate::base::problem::Problem;

const FORM: &str = "Arrow IPC";
const FILE: &[u8] = b"ARROW1";

/// A stream begins with a message: this mark, then the message's length.
const STREAM: &[u8] = &[0xff, 0xff, 0xff, 0xff];

/// Whether bytes begin as an Arrow file or stream does.
#[must_use]
pub fn is_arrow(bytes: &[u8]) -> bool {
    bytes.starts_with(FILE) || bytes.starts_with(STREAM)
}

/// Reads a whole file or stream in memory.
///
/// # Errors
/// The file is no Arrow IPC, is cut or damaged, or lacks a wanted column.
pub fn read_arrow(name: &str, bytes: Bytes, wanted: Wanted) -> Result<Scanned, Problem> {
    let is_file = bytes.starts_with(FILE);
    let said = |error: ArrowError| damaged(name, error, FORM);
    claims::check(&bytes, is_file).map_err(said)?;
    let source = Cursor::new(bytes);
    guarded(name, FORM, || {
        if is_file {
            let reader = FileReader::try_new(source, None).map_err(said)?;
            read(name, wanted, &reader.schema(), reader)
        } else {
            let reader = StreamReader::try_new(source, None).map_err(said)?;
            read(name, wanted, &reader.schema(), reader)
        }
    })
}

fn read(
    name: &str,
    wanted: Wanted,
    schema: &SchemaRef,
    batches: impl Iterator<Item = Result<RecordBatch, ArrowError>>,
) -> Result<Scanned, Problem> {
    let mut assembly = Assembly::new(wanted);
    assembly.declare(name, schema);
    for batch in batches {
        let batch = batch.map_err(|error| damaged(name, error, FORM))?;
        assembly.append(name, &batch, &[])?;
    }
    let (columns, rows, problems) = assembly.finish(name)?;
    Ok(Scanned { columns, rows, problems })
}
