//! What the library would set aside for the sheets of an XLS: a range as wide and high as its cells stand apart.

use std::collections::BTreeMap;

use calamine::Data;

use super::aside::Aside;
use super::compound::u16_at;
use super::shown::Shown;

/// Records: of a workbook its sheets, of a sheet its beginning, its end and its size.
const SHEET: u16 = 0x0085;
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;
const SIZE: u16 = 0x0200;
/// Records of one cell, of several in a row, and of a formula.
const CELL: [u16; 6] = [0x0203, 0x0204, 0x00d6, 0x0205, 0x027e, 0x00fd];
const CELLS: u16 = 0x00bd;
const FORMULA: u16 = 0x0006;
const MERGED: u16 = 0x00e5;

/// Records of a workbook: a style of cells, the code of a number format, that a password locks it; and of a sheet: a row,
/// some columns.
const STYLE: u16 = 0x00e0;
const FORMAT: u16 = 0x041e;
const LOCK: u16 = 0x002f;
const ROW: u16 = 0x0208;
const WIDTHS: u16 = 0x007d;

/// The version of workbooks whose texts say how wide their characters are.
const WIDE_TEXTS: u16 = 0x0600;

/// Columns that such a sheet has.
const COLUMNS: u16 = 256;

/// Bytes that the ranges of all sheets take; `None` where a record cannot be what it says it is.
pub(super) fn claimed(stream: &[u8]) -> Option<u64> {
    let mut bytes = 0_u64;
    for (kind, data) in records(stream) {
        match kind {
            SHEET => {
                let place = data.first_chunk::<4>().map(|four| u32::from_le_bytes(*four))?;
                bytes = bytes.saturating_add(sheet(stream.get(place as usize..)?)?);
            }
            END => break,
            _ => {}
        }
    }
    Some(bytes)
}

/// Whether a password locks the workbook.
pub(super) fn is_locked(stream: &[u8]) -> bool {
    records(stream).take_while(|(kind, _)| *kind != END).any(|(kind, _)| kind == LOCK)
}

/// How cells of each style are shown, and what the sheets say of their cells beside the values, by their order.
pub(super) fn asides(stream: &[u8]) -> (Vec<Option<Shown>>, Vec<Aside>) {
    let (mut formats, mut codes, mut places) = (BTreeMap::new(), Vec::new(), Vec::new());
    let mut is_wide = true;
    for (kind, data) in records(stream) {
        match kind {
            BEGIN => is_wide = u16_at(data, 0) == Some(WIDE_TEXTS),
            FORMAT => formats.extend(format(data, is_wide)),
            STYLE => codes.push(u16_at(data, 2).unwrap_or_default()),
            SHEET => places.extend(data.first_chunk::<4>().map(|four| u32::from_le_bytes(*four))),
            END => break,
            _ => {}
        }
    }
    let styles: Vec<Option<Shown>> =
        codes.iter().map(|code| Shown::of_format(*code, &formats)).collect();
    let aside = |place: &u32| {
        stream.get(*place as usize..).map(|stream| beside(stream, &styles)).unwrap_or_default()
    };
    let asides = places.iter().map(aside).collect();
    (styles, asides)
}

/// The number and the code of a format.
fn format(data: &[u8], is_wide: bool) -> Option<(u16, String)> {
    let number = u16_at(data, 0)?;
    let text = if is_wide {
        let (length, rest) = (u16_at(data, 2)? as usize, data.get(5..)?);
        if data[4] & 1 == 0 {
            rest.iter().take(length).map(|byte| char::from(*byte)).collect()
        } else {
            let units = rest.as_chunks::<2>().0.iter().take(length);
            String::from_utf16_lossy(&units.map(|two| u16::from_le_bytes(*two)).collect::<Vec<_>>())
        }
    } else {
        // In the code page of the workbook, of which nothing but its Latin signs is read.
        data.get(3..)?.iter().map(|byte| char::from(*byte)).filter(char::is_ascii).collect()
    };
    Some((number, text))
}

/// What a sheet says beside the values of its cells.
fn beside(stream: &[u8], styles: &[Option<Shown>]) -> Aside {
    let mut aside = Aside::default();
    let mut mark = |row: u16, column: u16, style: u16| {
        if styles.get(style as usize).is_some_and(Option::is_some) {
            aside.places.push(((row.into(), column.into()), style.into()));
        }
    };
    let (mut hidden, mut widths) = (Vec::new(), Vec::new());
    let mut last = None;
    for (kind, data) in of_sheet(stream) {
        let at = |at: usize| u16_at(data, at).unwrap_or_default();
        match kind {
            ROW if data.get(12).is_some_and(|flags| flags & 0x20 != 0) => hidden.push(at(0)),
            WIDTHS if data.get(8).is_some_and(|flags| flags & 1 != 0) => {
                widths.push((at(0), at(2)));
            }
            CELLS => {
                let (row, first) = (at(0), at(2));
                let rest = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
                for (column, number) in (first..).zip(rest.chunks_exact(6)) {
                    mark(row, column, u16_at(number, 0).unwrap_or_default());
                }
                last = Some(row);
            }
            kind if kind == FORMULA || CELL.contains(&kind) => {
                mark(at(0), at(2), at(4));
                last = Some(at(0));
            }
            _ => {}
        }
    }
    aside.hidden_rows = hidden.iter().filter(|row| last.is_some_and(|last| **row <= last)).count();
    widths.iter().for_each(|(first, last)| aside.hide_columns((*first).into(), (*last).into()));
    aside
}

/// The records of a stream, up to one that is not whole.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let (kind, len) = (u16_at(rest, 0)?, u16_at(rest, 2)?);
        let data = rest.get(4..4 + len as usize)?;
        rest = &rest[4 + data.len()..];
        Some((kind, data))
    })
}

/// The records of the sheet at the beginning of a stream, without those of the charts within it, which are parts of their own.
fn of_sheet(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let (mut begun, mut within) = (false, 0_usize);
    let own = records(stream).map_while(move |(kind, data)| {
        let is_own = match kind {
            BEGIN => {
                within += usize::from(begun);
                begun = true;
                false
            }
            END if within == 0 => return None,
            END => {
                within -= 1;
                false
            }
            _ => within == 0,
        };
        Some(is_own.then_some((kind, data)))
    });
    own.flatten()
}

/// Bytes that a sheet's ranges of values and of formulas take, and the cells that it says it has.
fn sheet(stream: &[u8]) -> Option<u64> {
    let (mut values, mut formulas, mut said) = (Area::default(), Area::default(), 0_u64);
    for (kind, data) in of_sheet(stream) {
        match kind {
            SIZE => said = said.saturating_add(size(data)?),
            CELLS => {
                let (row, first) = (u16_at(data, 0)?, u16_at(data, 2)?);
                let last = u16_at(data, data.len().checked_sub(2)?)?;
                values.meet(row, first)?;
                values.meet(row, last.max(first))?;
            }
            FORMULA => {
                values.meet(u16_at(data, 0)?, u16_at(data, 2)?)?;
                formulas.meet(u16_at(data, 0)?, u16_at(data, 2)?)?;
            }
            MERGED => {
                let areas = usize::from(u16_at(data, 0)?);
                data.get(..2 + areas * 8)?;
            }
            kind if CELL.contains(&kind) => values.meet(u16_at(data, 0)?, u16_at(data, 2)?)?,
            _ => {}
        }
    }
    let (value, formula) = (size_of::<Data>() as u64, size_of::<String>() as u64);
    let ranges = values.cells() * value + formulas.cells() * formula;
    // A cell by itself has its place beside its value.
    Some(ranges.saturating_add(said.saturating_mul(value + 8)))
}

/// Cells that a sheet says it has, as the library works them out.
fn size(data: &[u8]) -> Option<u64> {
    let long =
        |at: usize| Some(u64::from(u16_at(data, at)?) | u64::from(u16_at(data, at + 2)?) << 16);
    let short = |at: usize| Some(u64::from(u16_at(data, at)?));
    let (top, bottom, left, right) = if data.len() == 10 {
        (short(0)?, short(2)?, short(4)?, short(6)?)
    } else {
        (long(0)?, long(4)?, short(8)?, short(10)?)
    };
    if bottom == 0 || right == 0 {
        return Some(1);
    }
    let left = if left >= u64::from(COLUMNS) || right < left { 0 } else { left };
    // The library subtracts without a look; both ends are the row and column after the last.
    (right > left).then(|| bottom.checked_sub(top)?.checked_mul(right - left)).flatten()
}

/// From the first cell to the last, in rows and in columns.
#[derive(Default)]
struct Area(Option<[u16; 4]>);

impl Area {
    fn meet(&mut self, row: u16, column: u16) -> Option<()> {
        let [top, bottom, left, right] = self.0.unwrap_or([row, row, column, column]);
        self.0 = Some([top.min(row), bottom.max(row), left.min(column), right.max(column)]);
        (column < COLUMNS).then_some(())
    }

    fn cells(&self) -> u64 {
        self.0.map_or(0, |[top, bottom, left, right]| {
            (u64::from(bottom - top) + 1) * (u64::from(right - left) + 1)
        })
    }
}
