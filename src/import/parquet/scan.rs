//! Reading Parquet without fetching: which bytes of which part are needed, and what they hold.

use std::collections::VecDeque;
use std::ops::Range;

use ::parquet::DecodeResult;
use ::parquet::arrow::push_decoder::{ParquetPushDecoder, ParquetPushDecoderBuilder};
use ::parquet::errors::ParquetError;
use arrow_array::RecordBatch;
use bytes::Bytes;

use super::assembly::Assembly;
use super::dataset::{Dataset, Part};
use super::footer::{Footer, FooterStep};
use super::pages;
use super::wanted::Wanted;
use super::{damaged, guarded};
use crate::base::problem::Problem;
use crate::import::typed::TypedColumn;

const FORM: &str = "Parquet";
const MAGIC: &[u8] = b"PAR1";

/// Rows decoded at a time.
const BATCH: usize = 16 * 1024;

/// Row groups are fetched together up to about so many bytes.
const FETCH: u64 = 8 << 20;

/// A gap of fewer bytes is fetched along: another request would cost more.
const GAP: u64 = 2 << 10;

/// Bytes of a file's end that are fetched first; most footers lie within.
pub const TAIL: u64 = 8 << 10;

/// Whether bytes begin as Parquet does.
#[must_use]
pub fn is_parquet(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// A read of one file or of a dataset's parts. Parts are numbered from 0 and decoded in order.
#[derive(Debug)]
pub struct Scan {
    name: String,
    parts: Vec<PartScan>,
    assembly: Assembly,
}

#[derive(Debug)]
struct PartScan {
    part: Part,
    footer: Option<Footer>,
    /// Row groups to be read, in turns.
    turns: VecDeque<Vec<usize>>,
}

/// What a scan will come to, once every part is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Rows of the row groups to be read; those that meet the conditions may be fewer.
    pub rows: u64,
    /// Bytes to be fetched, footers apart.
    pub fetch: u64,
    /// Bytes of memory that the columns may take: an estimate from above.
    pub memory: u64,
}

/// What a scan came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Scanned {
    /// The wanted columns.
    pub columns: Vec<TypedColumn>,
    /// Number of rows.
    pub rows: usize,
    /// Columns left out, and why.
    pub problems: Vec<Problem>,
}

impl Scan {
    /// A scan of the parts whose partition values meet the conditions.
    #[must_use]
    pub fn new(name: &str, parts: Vec<Part>, wanted: Wanted) -> Self {
        let meets = |(key, value): &(String, Option<String>)| match wanted.conditions.get(key) {
            Some(condition) => value.as_deref().is_some_and(|value| condition.meets_text(value)),
            None => true,
        };
        let parts = parts.into_iter().filter(|part| part.values.iter().all(meets));
        let start = |part| PartScan { part, footer: None, turns: VecDeque::new() };
        let parts = parts.map(start).collect();
        Self { name: name.to_owned(), parts, assembly: Assembly::new(wanted) }
    }

    /// Paths of the parts to be read.
    #[must_use]
    pub fn paths(&self) -> Vec<&str> {
        self.parts.iter().map(|scan| scan.part.path.as_str()).collect()
    }

    /// Reads a part's footer from the file's last bytes, those from `start` on of a file `length` bytes long. Gives the
    /// range that is needed if they are too few: call again with its bytes.
    ///
    /// # Errors
    /// The file is no Parquet or is cut.
    pub fn open(
        &mut self,
        part: usize,
        length: u64,
        start: u64,
        bytes: Bytes,
    ) -> Result<Option<Range<u64>>, Problem> {
        let Some(scan) = self.parts.get_mut(part) else { return Ok(None) };
        let path = &scan.part.path;
        let broken = |error: ParquetError| damaged(path, said(&error), FORM);
        let read = || Footer::read(length, start, bytes).map_err(broken);
        let footer = match guarded(path, FORM, read)? {
            FooterStep::Read(footer) => footer,
            FooterStep::Needs(range) => return Ok(Some(range)),
        };
        let wanted = self.assembly.wanted();
        let mut turns: VecDeque<Vec<usize>> = VecDeque::new();
        let mut room = 0;
        for group in footer.row_groups(wanted) {
            let ranges = footer.ranges(group, wanted);
            let bytes: u64 = ranges.iter().map(|range| range.end - range.start).sum();
            match turns.back_mut().filter(|_| bytes <= room) {
                Some(turn) => turn.push(group),
                None => {
                    turns.push_back(vec![group]);
                    room = FETCH;
                }
            }
            room = room.saturating_sub(bytes);
        }
        scan.turns = turns;
        self.assembly.declare(path, footer.schema());
        scan.part.values.iter().for_each(|(name, _)| self.assembly.declare_partition(name));
        scan.footer = Some(footer);
        Ok(None)
    }

    /// What the opened parts will come to.
    #[must_use]
    pub fn plan(&self) -> Plan {
        let mut plan = Plan::default();
        for (part, scan) in self.parts.iter().enumerate() {
            let Some(footer) = &scan.footer else { continue };
            let width: u64 = self.assembly.widest_row();
            for turn in 0..scan.turns.len() {
                let ranges = self.turn_ranges(part, turn);
                plan.fetch += ranges.iter().map(|range| range.end - range.start).sum::<u64>();
            }
            let rows: usize = scan.turns.iter().flatten().map(|&group| footer.rows(group)).sum();
            plan.rows += rows as u64;
            plan.memory += rows as u64 * width;
        }
        plan
    }

    /// The bytes that a part's next turn needs; `None` once all of it is decoded.
    #[must_use]
    pub fn ranges(&self, part: usize) -> Option<Vec<Range<u64>>> {
        self.parts.get(part)?.turns.front()?;
        Some(self.turn_ranges(part, 0))
    }

    fn turn_ranges(&self, part: usize, turn: usize) -> Vec<Range<u64>> {
        let Some(scan) = self.parts.get(part) else { return Vec::new() };
        let (Some(footer), Some(groups)) = (&scan.footer, scan.turns.get(turn)) else {
            return Vec::new();
        };
        let wanted = self.assembly.wanted();
        merged(groups.iter().flat_map(|&group| footer.ranges(group, wanted)).collect())
    }

    /// Decodes a part's next turn from buffers, each with the place of its first byte in the file, that together hold the
    /// ranges it needs.
    ///
    /// # Errors
    /// What the bytes hold is damaged, or does not fit with the parts before.
    pub fn decode(&mut self, part: usize, buffers: &[(u64, Bytes)]) -> Result<(), Problem> {
        let Some(scan) = self.parts.get_mut(part) else { return Ok(()) };
        let (Some(footer), Some(groups)) = (scan.footer.clone(), scan.turns.pop_front()) else {
            return Ok(());
        };
        let (Part { path, values }, assembly) = (&scan.part, &mut self.assembly);
        guarded(path, FORM, || {
            for (range, codec) in groups.iter().flat_map(|&g| footer.chunks(g, assembly.wanted())) {
                let bytes = slice(buffers, &range);
                let checked = bytes.map_or(Ok(()), |bytes| pages::check(&bytes, codec));
                checked.map_err(|error| damaged(path, said(&error), FORM))?;
            }
            let mut decoder =
                ParquetPushDecoderBuilder::new_with_metadata(footer.metadata().clone())
                    .with_projection(footer.projection(assembly.wanted()))
                    .with_row_groups(groups)
                    .with_batch_size(BATCH)
                    .build()
                    .map_err(|error| damaged(path, said(&error), FORM))?;
            drain(&mut decoder, path, buffers, |batch| assembly.append(path, &batch, values))
        })
    }

    /// Bytes that the columns take so far.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.assembly.bytes()
    }

    /// The columns.
    ///
    /// # Errors
    /// A wanted column stands in no part.
    pub fn finish(self) -> Result<Scanned, Problem> {
        let (columns, rows, problems) = self.assembly.finish(&self.name)?;
        Ok(Scanned { columns, rows, problems })
    }
}

/// Reads a whole file in memory.
///
/// # Errors
/// The file is no Parquet, is cut or damaged, or lacks a wanted column.
pub fn read_parquet(name: &str, bytes: Bytes, wanted: Wanted) -> Result<Scanned, Problem> {
    let part = Part { path: name.to_owned(), values: Vec::new() };
    let dataset = Dataset { name: name.to_owned(), parts: vec![part] };
    read_dataset(dataset, wanted, |_| bytes.clone())
}

/// Hands every batch of a decoder on, giving it the bytes it asks for.
fn drain(
    decoder: &mut ParquetPushDecoder,
    path: &str,
    buffers: &[(u64, Bytes)],
    mut take: impl FnMut(RecordBatch) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let broken = |error: ParquetError| damaged(path, said(&error), FORM);
    loop {
        match decoder.try_decode().map_err(broken)? {
            DecodeResult::Data(batch) => take(batch)?,
            DecodeResult::Finished => return Ok(()),
            DecodeResult::NeedsData(ranges) => {
                let slices = ranges.iter().map(|range| slice(buffers, range)).collect();
                let slices: Option<Vec<Bytes>> = slices;
                let slices = slices.ok_or_else(|| damaged(path, "too few bytes", FORM))?;
                decoder.push_ranges(ranges, slices).map_err(broken)?;
            }
        }
    }
}

/// Reads a dataset whose parts' bytes are at hand.
///
/// # Errors
/// As for [`read_parquet`], of any part.
pub fn read_dataset(
    dataset: Dataset,
    wanted: Wanted,
    bytes: impl Fn(&str) -> Bytes,
) -> Result<Scanned, Problem> {
    let mut scan = Scan::new(&dataset.name, dataset.parts, wanted);
    for part in 0..scan.parts.len() {
        let bytes = bytes(&scan.parts[part].part.path);
        scan.open(part, bytes.len() as u64, 0, bytes.clone())?;
        while scan.ranges(part).is_some() {
            scan.decode(part, &[(0, bytes.clone())])?;
        }
    }
    scan.finish()
}

/// The bytes of a range from the buffer that holds it.
fn slice(buffers: &[(u64, Bytes)], range: &Range<u64>) -> Option<Bytes> {
    buffers.iter().find_map(|(start, bytes)| {
        let from = usize::try_from(range.start.checked_sub(*start)?).ok()?;
        let to = usize::try_from(range.end.checked_sub(*start)?).ok()?;
        (from <= to && to <= bytes.len()).then(|| bytes.slice(from..to))
    })
}

/// Ranges in order, those close to one another as one.
fn merged(mut ranges: Vec<Range<u64>>) -> Vec<Range<u64>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<u64>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut().filter(|last| range.start <= last.end.saturating_add(GAP)) {
            Some(last) => last.end = last.end.max(range.end),
            None => merged.push(range),
        }
    }
    merged
}

/// What a decoder says, without the words that every such message begins with.
fn said(error: &ParquetError) -> String {
    let text = error.to_string();
    text.strip_prefix("Parquet error: ").unwrap_or(&text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_close_to_one_another_are_fetched_as_one() {
        let ranges = vec![90_000..91_000, 0..10, 10..20, 20 + GAP..9_000, 8_000..8_500];
        assert_eq!(merged(ranges), [0..9_000, 90_000..91_000]);
        assert_eq!(merged(vec![0..10, 11 + GAP..12 + GAP]).len(), 2);
    }

    #[test]
    fn a_range_is_cut_from_the_buffer_that_holds_it() {
        let buffers = [(100, Bytes::from_static(b"abcdef")), (200, Bytes::from_static(b"xyz"))];
        assert_eq!(slice(&buffers, &(102..104)).unwrap(), "cd");
        assert_eq!(slice(&buffers, &(200..203)).unwrap(), "xyz");
        assert_eq!(slice(&buffers, &(104..107)), None);
        assert_eq!(slice(&buffers, &(99..101)), None);
    }
}
