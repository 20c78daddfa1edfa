//! What an XLSB says of its cells beside their values: how they are shown, and what is hidden. The library does not tell.

use std::collections::BTreeMap;

use super::aside::Aside;
use super::compound::{u16_at, u32_at};
use super::shown::Shown;

/// Records of styles: the code of a number format, where the styles of cells begin, one of them, where they end.
const FORMAT: u16 = 0x002c;
const STYLES: u16 = 0x0269;
const STYLE: u16 = 0x002f;
const STYLES_END: u16 = 0x026a;
/// Of a workbook: a sheet.
const SHEET: u16 = 0x009c;
/// Of a sheet: some columns, a row, and the cells from the second kind to the last.
const COLUMNS: u16 = 0x003c;
const ROW: u16 = 0x0000;
const CELLS: std::ops::RangeInclusive<u16> = 0x0002..=0x000a;

/// Records beyond which a part is no longer looked through.
const MOST: usize = 50_000_000;

/// The records of a part, up to one that is not whole.
fn records(part: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = part;
    std::iter::from_fn(move || {
        let kind = small(&mut rest, 2)?;
        let length = small(&mut rest, 4)? as usize;
        let data = rest.get(..length)?;
        rest = &rest[length..];
        Some((u16::try_from(kind).ok()?, data))
    })
    .take(MOST)
}

/// A number of seven bits a byte, of so many bytes at most.
fn small(rest: &mut &[u8], most: u32) -> Option<u32> {
    let mut number = 0;
    for at in 0..most {
        let (first, behind) = rest.split_first()?;
        *rest = behind;
        number |= u32::from(first & 0x7f) << (7 * at);
        if first & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}

/// How cells of each style are shown.
pub(super) fn styles(part: &[u8]) -> Vec<Option<Shown>> {
    let (mut formats, mut styles, mut is_within) = (BTreeMap::new(), Vec::new(), false);
    for (kind, data) in records(part) {
        match kind {
            FORMAT => {
                let code = u16_at(data, 0).zip(data.get(2..).and_then(wide));
                formats.extend(code.map(|(number, (code, _))| (number, code)));
            }
            STYLES => is_within = true,
            STYLES_END => break,
            STYLE if is_within => styles.push(u16_at(data, 2).unwrap_or_default()),
            _ => {}
        }
    }
    styles.iter().map(|number| Shown::of_format(*number, &formats)).collect()
}

/// The ids of the relations to the sheets of a workbook, by their names.
pub(super) fn sheets(part: &[u8]) -> BTreeMap<String, String> {
    let sheets = records(part).filter(|(kind, _)| *kind == SHEET);
    let named = |data: &[u8]| {
        let (id, length) = wide(data.get(8..)?)?;
        let (name, _) = wide(data.get(8 + length..)?)?;
        Some((name, id))
    };
    sheets.filter_map(|(_, data)| named(data)).collect()
}

/// What a sheet says beside the values of its cells.
pub(super) fn aside(part: &[u8], styles: &[Option<Shown>]) -> Aside {
    let (mut aside, mut row, mut is_hidden) = (Aside::default(), 0, false);
    for (kind, data) in records(part) {
        match kind {
            COLUMNS if data.get(16).is_some_and(|flags| flags & 1 != 0) => {
                if let Some((first, last)) = u32_at(data, 0).zip(u32_at(data, 4)) {
                    aside.hide_columns(first, last);
                }
            }
            ROW => {
                row = u32_at(data, 0).unwrap_or_default();
                is_hidden = data.get(11).is_some_and(|flags| flags & 0x10 != 0);
            }
            kind if CELLS.contains(&kind) => {
                aside.hidden_rows += usize::from(std::mem::take(&mut is_hidden));
                let style = u32_at(data, 4).unwrap_or_default() & 0x00ff_ffff;
                if styles.get(style as usize).is_some_and(Option::is_some) {
                    aside.places.extend(u32_at(data, 0).map(|column| ((row, column), style)));
                }
            }
            _ => {}
        }
    }
    aside
}

/// A text with its length before it, and the bytes of both.
fn wide(data: &[u8]) -> Option<(String, usize)> {
    let bytes = (u32_at(data, 0)? as usize).checked_mul(2)?;
    let units = data.get(4..bytes.checked_add(4)?)?.as_chunks::<2>().0.iter();
    let units: Vec<u16> = units.map(|two| u16::from_le_bytes(*two)).collect();
    Some((String::from_utf16_lossy(&units), bytes + 4))
}
