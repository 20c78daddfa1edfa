//! One row that holds a quoted cell, read by the library that knows every way of quoting.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// A row that is under way; it may lie across any number of chunks.
#[derive(Debug)]
pub(super) struct Quoted {
    core: Reader,
    pub(super) text: Vec<u8>,
    written: usize,
    ends: Vec<usize>,
    ended: usize,
    /// Where a cell grew beyond the limit: cells that were whole before it. The rest of the row is passed over.
    too_long: Option<usize>,
    /// Bytes of the file it has taken.
    pub(super) taken: usize,
    /// Line it began on.
    pub(super) line: usize,
}

/// How far a row has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// More bytes are needed.
    UnderWay,
    /// The row is whole.
    Whole,
}

impl Quoted {
    pub(super) fn new(separator: u8, line: usize) -> Self {
        Self {
            core: ReaderBuilder::new().delimiter(separator).build(),
            text: vec![0; 4096],
            written: 0,
            ends: vec![0; 64],
            ended: 0,
            too_long: None,
            taken: 0,
            line,
        }
    }

    /// Makes ready for the next row, keeping the room.
    pub(super) fn restart(&mut self, line: usize) {
        self.core.reset();
        (self.written, self.ended, self.too_long, self.taken) = (0, 0, None, 0);
        self.line = line;
    }

    /// Takes bytes until the row is whole; gives how many it took. A cell longer than the limit is not kept.
    pub(super) fn feed(&mut self, bytes: &[u8], limit: usize) -> (State, usize) {
        let mut at = 0;
        while at < bytes.len() {
            let (result, read, wrote, ended) = self.core.read_record(
                &bytes[at..],
                &mut self.text[self.written..],
                &mut self.ends[self.ended..],
            );
            at += read;
            self.taken += read;
            self.written += wrote;
            self.ended += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.text.len() < limit => {
                    let room = (self.text.len() * 2).min(limit);
                    self.text.resize(room, 0);
                }
                ReadRecordResult::OutputEndsFull if self.ends.len() < limit => {
                    self.ends.resize(self.ends.len() * 2, 0);
                }
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    let whole = *self.too_long.get_or_insert(self.ended);
                    self.written = whole.checked_sub(1).map_or(0, |last| self.ends[last]);
                    self.ended = whole;
                    // What comes is written over and over into the room that is left.
                    self.ends.resize(self.ends.len().max(whole + 64), 0);
                    self.text.resize(self.text.len().max(self.written + 4096), 0);
                }
                ReadRecordResult::Record | ReadRecordResult::End => return (State::Whole, at),
            }
        }
        (State::UnderWay, at)
    }

    /// The places of the cells in [`Self::text`]: all, or those before the one that was too long.
    pub(super) fn places(&self, places: &mut Vec<(u32, u32)>) {
        places.clear();
        let mut start = 0;
        for &end in &self.ends[..self.too_long.unwrap_or(self.ended)] {
            let end = u32::try_from(end).unwrap_or(start);
            places.push((start, end));
            start = end;
        }
    }

    /// Number of cells before one that was too long to keep.
    pub(super) const fn too_long(&self) -> Option<usize> {
        self.too_long
    }

    /// What is there of the cell that is under way.
    pub(super) fn rest(&self) -> &[u8] {
        let start = self.ended.checked_sub(1).map_or(0, |last| self.ends[last]);
        self.text.get(start..self.written).unwrap_or_default()
    }
}
