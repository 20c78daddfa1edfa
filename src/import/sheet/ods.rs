//! What the library would set aside for the sheets of an ODS, where a cell and a row may stand for any number of their
//! like.

use calamine::Data;

/// Rows and columns that a sheet has at most; the library leaves out what lies beyond.
const ROWS: u64 = 1_048_576;
const COLUMNS: u64 = 16_384;

/// A value and a formula.
const CELL: u64 = (size_of::<Data>() + size_of::<String>()) as u64;

/// What has been met of a sheet.
#[derive(Default)]
struct Sheet {
    /// Rows so far, and rows up to the last that says something.
    rows: u64,
    said: u64,
    /// Cells of the widest row, and cells of all rows, each of which is kept once before it is repeated.
    widest: u64,
    cells: u64,
    /// Bytes of text in the cells of one of each row, and in all.
    text: u64,
    texts: u64,
}

/// The row that is under way.
#[derive(Default)]
struct Row {
    repeats: u64,
    cells: u64,
    /// Empty cells at its end, which count only once another follows.
    empty: u64,
    /// How often the cell stands that is under way.
    times: u64,
    text: u64,
}

/// Bytes that the sheets take, about; never fewer than the library would.
pub(super) fn claimed(xml: &[u8]) -> u64 {
    let (mut sheet, mut row, mut bytes) = (Sheet::default(), Row::default(), 0_u64);
    for (tag, text) in tags(xml) {
        match name(tag) {
            b"table:table-row" => row = Row { repeats: repeats(tag, b"rows"), ..Row::default() },
            b"/table:table-row" => sheet.take(&std::mem::take(&mut row)),
            b"/table:table" => bytes = bytes.saturating_add(std::mem::take(&mut sheet).bytes()),
            b"table:table-cell" | b"table:covered-table-cell" => {
                let times = repeats(tag, b"columns").min(COLUMNS);
                row.times = times;
                let says = !tag.ends_with(b"/") || has(tag, b"office:") || has(tag, b"formula");
                if says {
                    row.cells = (row.cells + row.empty + times).min(COLUMNS);
                    row.empty = 0;
                    // A text may stand in an attribute or behind the tag, up to the next one.
                    row.text += times * (tag.len() + text) as u64;
                } else {
                    row.empty = (row.empty + times).min(COLUMNS);
                }
            }
            _ => row.text += row.times * text as u64,
        }
    }
    bytes.saturating_add(sheet.bytes())
}

impl Sheet {
    fn take(&mut self, row: &Row) {
        let repeats = row.repeats.min(ROWS - self.rows.min(ROWS));
        self.rows += repeats;
        if row.cells == 0 {
            return;
        }
        self.said = self.rows;
        self.widest = self.widest.max(row.cells);
        self.cells = self.cells.saturating_add(row.cells);
        self.text = self.text.saturating_add(row.text);
        self.texts = self.texts.saturating_add(row.text.saturating_mul(repeats));
    }

    fn bytes(&self) -> u64 {
        let cells = self.cells.saturating_add(self.said * self.widest);
        cells.saturating_mul(CELL).saturating_add(self.text).saturating_add(self.texts)
    }
}

/// Each tag without its angles, and the number of bytes of text that follow it.
fn tags(xml: &[u8]) -> impl Iterator<Item = (&[u8], usize)> {
    let mut rest = xml;
    std::iter::from_fn(move || {
        let from = rest.iter().position(|&byte| byte == b'<')? + 1;
        let mut quote = None;
        let end = rest[from..].iter().position(|&byte| match quote {
            Some(open) => {
                if byte == open {
                    quote = None;
                }
                false
            }
            None => {
                quote = matches!(byte, b'"' | b'\'').then_some(byte);
                byte == b'>'
            }
        })?;
        let tag = &rest[from..from + end];
        rest = &rest[from + end + 1..];
        Some((tag, rest.iter().position(|&byte| byte == b'<').unwrap_or(rest.len())))
    })
}

fn name(tag: &[u8]) -> &[u8] {
    let end = tag.iter().position(|b| b.is_ascii_whitespace());
    tag[..end.unwrap_or(tag.len())].strip_suffix(b"/").unwrap_or(&tag[..end.unwrap_or(tag.len())])
}

fn has(tag: &[u8], word: &[u8]) -> bool {
    tag.windows(word.len()).any(|window| window == word)
}

/// How often a tag says that it stands: the most of what may be meant.
fn repeats(tag: &[u8], what: &[u8]) -> u64 {
    let key = [b"number-", what, b"-repeated"].concat();
    let starts = tag.windows(key.len()).enumerate().filter(|(_, window)| *window == key);
    let number = |(at, _): (usize, &[u8])| {
        let rest = &tag[at + key.len()..];
        let from = rest.iter().position(u8::is_ascii_digit).unwrap_or(rest.len());
        let digits = rest[from..].iter().take_while(|byte| byte.is_ascii_digit());
        digits.fold(0_u64, |number, digit| {
            number.saturating_mul(10).saturating_add(u64::from(digit - b'0'))
        })
    };
    starts.map(number).max().unwrap_or(1).max(1)
}
