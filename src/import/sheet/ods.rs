//! What the library would set aside for the sheets of an ODS, where a cell and a row may stand for any number of their
//! like.

use std::collections::BTreeMap;

use calamine::Data;

use super::aside::Aside;
use super::shown::{Part, Shown};
use super::xml::{attribute, name, number, plain, tags};

/// Rows and columns that a sheet has at most; the library leaves out what lies beyond.
const ROWS: u64 = 1_048_576;
const COLUMNS: u64 = 16_384;

/// Digits that a style of numbers is read to have.
const MOST_DIGITS: u32 = 20;

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
                    row.text += times * (tag.len() + text.len()) as u64;
                } else {
                    row.empty = (row.empty + times).min(COLUMNS);
                }
            }
            _ => row.text += row.times * text.len() as u64,
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

/// What the sheets say of their cells beside the values, by their order.
pub(super) fn asides(xml: &[u8]) -> (Vec<Option<Shown>>, Vec<Aside>) {
    let mut reading = Reading::default();
    for (tag, text) in tags(xml) {
        reading.take(tag, text);
    }
    (reading.styles, reading.sheets)
}

/// The reading of what sheets say beside their values.
#[derive(Default)]
struct Reading {
    /// Ways of showing, by the numbers that marks have.
    styles: Vec<Option<Shown>>,
    numbers: BTreeMap<String, u32>,
    /// What the date styles show, and what stands around numbers by the styles of these, by their names; and the style of
    /// data that a style of cells has.
    dates: BTreeMap<String, Part>,
    around: BTreeMap<String, Shown>,
    data: BTreeMap<String, String>,
    /// The style of numbers that is under way, its code as other workbooks write it, and whether it is one of percents.
    code: Option<(String, String, bool)>,
    /// The date style that is under way, and the parts that it shows.
    date: Option<(String, [bool; 4])>,
    sheets: Vec<Aside>,
    /// Styles of the columns' cells, each with the columns up to which it goes.
    columns: Vec<(u32, Option<String>)>,
    row: u32,
    rows: u32,
    column: u32,
    is_hidden: bool,
    says: bool,
    /// Whether the text that comes is of a remark on a cell.
    remark: Option<String>,
}

impl Reading {
    fn take(&mut self, tag: &[u8], text: &[u8]) {
        match name(tag) {
            b"number:date-style" => {
                self.date = style_name(tag).map(|name| (name, [false; 4]));
            }
            b"number:year" | b"number:era" => self.shows(0),
            b"number:month" | b"number:quarter" => self.shows(1),
            b"number:day" | b"number:week-of-year" | b"number:day-of-week" => self.shows(2),
            b"number:hours" | b"number:minutes" | b"number:seconds" => self.shows(3),
            b"/number:date-style" => {
                if let Some((name, [year, month, day, _])) = self.date.take() {
                    let part = match (year, month, day) {
                        (_, true, false) => Part::Month,
                        (true, false, false) => Part::Year,
                        _ => Part::Day,
                    };
                    self.dates.insert(name, part);
                }
            }
            b"number:percentage-style" | b"number:number-style" | b"number:currency-style" => {
                let is_percent = name(tag) == b"number:percentage-style";
                self.code = style_name(tag).map(|name| (name, String::new(), is_percent));
            }
            b"number:number" => self.digits(tag),
            b"number:text" | b"number:currency-symbol" => self.words(&plain(text)),
            b"/number:percentage-style" | b"/number:number-style" | b"/number:currency-style" => {
                if let Some((name, code, _)) = self.code.take()
                    && let Some(shown) = Shown::of(&code)
                {
                    self.around.insert(name, shown);
                }
            }
            b"style:style" => {
                let data = attribute(tag, b"style:data-style-name").map(plain);
                if let (Some(name), Some(data)) = (style_name(tag), data) {
                    self.data.insert(name, data);
                }
            }
            b"table:table" => {
                self.sheets.push(Aside::default());
                self.columns.clear();
                (self.row, self.rows, self.column) = (0, 0, 0);
            }
            b"table:table-column" => self.columns_of(tag),
            b"table:table-row" => {
                self.row = self.row.saturating_add(self.rows);
                self.rows = most(repeats(tag, b"rows"), ROWS);
                self.column = 0;
                (self.is_hidden, self.says) = (is_hidden(tag), false);
            }
            b"/table:table-row" => {
                if let (true, true, Some(sheet)) =
                    (self.is_hidden, self.says, self.sheets.last_mut())
                {
                    sheet.hidden_rows += self.rows as usize;
                }
            }
            b"table:table-cell" | b"table:covered-table-cell" => self.cell(tag),
            b"office:annotation" => self.remark = Some(String::new()),
            b"/office:annotation" => {
                let place = (self.row, self.column.saturating_sub(1));
                if let (Some(text), Some(sheet)) = (self.remark.take(), self.sheets.last_mut()) {
                    sheet.remark(place, &text);
                }
            }
            b"text:p" | b"text:span" | b"/text:span" | b"text:s" => {
                if let Some(remark) = &mut self.remark {
                    remark.push_str(if name(tag) == b"text:p" { " " } else { "" });
                    remark.push_str(&plain(text));
                }
            }
            _ => {}
        }
    }

    /// Takes how the digits of a number are shown.
    fn digits(&mut self, tag: &[u8]) {
        let Some((_, code, _)) = &mut self.code else { return };
        let of = |key: &[u8]| number(tag, key).unwrap_or_default().min(MOST_DIGITS) as usize;
        let whole = of(b"number:min-integer-digits").max(1);
        let decimals = of(b"number:decimal-places");
        code.push_str(&"0".repeat(whole));
        if decimals > 0 {
            code.push('.');
            code.push_str(&"0".repeat(decimals));
        }
        let factor = attribute(tag, b"number:display-factor").map(plain);
        let factor = factor.and_then(|factor| factor.parse::<f64>().ok()).unwrap_or(1.0);
        let thousands = [1e3, 1e6, 1e9].iter().take_while(|least| factor >= **least).count();
        code.push_str(&",".repeat(thousands));
    }

    /// Takes words around them. A sign of percent multiplies in a style of percents, and is but shown elsewhere.
    fn words(&mut self, text: &str) {
        let Some((_, code, is_percent)) = &mut self.code else { return };
        if *is_percent && text.trim() == "%" {
            code.push('%');
        } else if !text.contains('"') {
            code.push_str(&format!("\"{text}\""));
        }
    }

    fn shows(&mut self, at: usize) {
        if let Some((_, shown)) = &mut self.date {
            shown[at] = true;
        }
    }

    fn columns_of(&mut self, tag: &[u8]) {
        let repeated = most(repeats(tag, b"columns"), COLUMNS);
        let before = self.columns.last().map_or(0, |(end, _)| *end);
        let style = attribute(tag, b"table:default-cell-style-name").map(plain);
        self.columns.push((before.saturating_add(repeated), style));
        if let (true, Some(sheet)) = (is_hidden(tag), self.sheets.last_mut()) {
            sheet.hide_columns(before, before.saturating_add(repeated).saturating_sub(1));
        }
    }

    fn cell(&mut self, tag: &[u8]) {
        let repeated = most(repeats(tag, b"columns"), COLUMNS);
        let from = self.column;
        self.column = self.column.saturating_add(repeated);
        let kind = attribute(tag, b"office:value-type");
        self.says |= kind.is_some();
        if kind.is_none()
            && attribute(tag, b"table:formula").is_some()
            && let Some(sheet) = self.sheets.last_mut()
        {
            sheet.lacking += 1;
        }
        let shown = match kind {
            Some(b"percentage") => Some(Shown::of_percent()),
            Some(b"currency") => {
                attribute(tag, b"office:currency").and_then(|sign| Shown::of_money(&plain(sign)))
            }
            Some(b"date") => self.date_of(tag, from).map(Shown::of_date),
            Some(b"float") => {
                self.data_of(tag, from).and_then(|name| self.around.get(name)).cloned()
            }
            _ => None,
        };
        let Some(shown) = shown else { return };
        let style = self.number_of(shown);
        // No more than there is room for: what repeats is weighed before.
        if let Some(sheet) = self.sheets.last_mut() {
            for row in self.row..self.row.saturating_add(self.rows) {
                sheet.places.extend(
                    (from..from.saturating_add(repeated)).map(|column| ((row, column), style)),
                );
            }
        }
    }

    /// What is shown of the date in a cell, by its own style or by that of its column.
    fn date_of(&self, tag: &[u8], column: u32) -> Option<Part> {
        let part = *self.dates.get(self.data_of(tag, column)?)?;
        (part != Part::Day).then_some(part)
    }

    /// The style of data of a cell, its own or that of its column.
    fn data_of(&self, tag: &[u8], column: u32) -> Option<&String> {
        let of_column = || self.columns.iter().find(|(end, _)| column < *end)?.1.clone();
        let style = attribute(tag, b"table:style-name").map(plain).or_else(of_column)?;
        self.data.get(&style)
    }

    fn number_of(&mut self, shown: Shown) -> u32 {
        let key = format!("{shown:?}");
        let next = u32::try_from(self.styles.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(key).or_insert_with(|| {
            self.styles.push(Some(shown));
            next
        })
    }
}

/// A number of rows or columns, as many as a sheet has at most.
fn most(repeats: u64, all: u64) -> u32 {
    u32::try_from(repeats.min(all)).unwrap_or(u32::MAX)
}

fn style_name(tag: &[u8]) -> Option<String> {
    attribute(tag, b"style:name").map(plain)
}

fn is_hidden(tag: &[u8]) -> bool {
    matches!(attribute(tag, b"table:visibility"), Some(b"collapse" | b"filter"))
}
