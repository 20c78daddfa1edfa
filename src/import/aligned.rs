//! Text whose columns are aligned by blanks, as programs print it: told from where all lines have a blank, from a ruler of lines
//! under the names, or from lines that all have as many words.

use super::cell::{Number, number};
use super::delimited;
use super::rows::Rows;
use super::sample::Cells;

/// Lines that are looked at, and the fewest that make a table.
const LINES: usize = 300;
const FEWEST: usize = 5;

/// Of the lines of such a text so many tenths are rows of the table at least, and of its cells so many are numbers.
const ROWS: usize = 6;
const NUMBERS: usize = 4;

/// Columns of such a table.
const COLUMNS: std::ops::RangeInclusive<usize> = 3..=500;
/// With a ruler, two are enough.
const RULED: usize = 2;

/// How a line is parted into cells.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Cut {
    /// At every blank, into so many words.
    Words(usize),
    /// By places: those of each column, and whether it holds numbers.
    Places(Vec<Place>, Vec<bool>),
}

/// The first place of a column, and the one behind its last.
type Place = (usize, usize);

/// A reader of such a text, under way.
#[derive(Debug)]
pub(super) struct Aligned {
    cut: Cut,
    /// The line of the names, from nought: what is above it are titles.
    head: usize,
    /// What is left of the chunks so far.
    rest: Vec<u8>,
    line: usize,
}

/// A word of a line and where it stands: characters of East Asia take two places.
struct Word<'l> {
    text: &'l str,
    from: usize,
    to: usize,
}

impl Aligned {
    /// The reader of a text that begins so; `None` where a separator parts its cells, or nothing is sure to.
    pub(super) fn of(head: &[u8], is_whole: bool) -> Option<Self> {
        let text = String::from_utf8_lossy(head);
        if text.contains(['\t', '"']) || has_separators(&text) {
            return None;
        }
        let mut lines: Vec<&str> = text.lines().take(LINES).collect();
        if !is_whole && lines.len() < LINES {
            lines.pop();
        }
        let (cut, head) = ruled(&lines).or_else(|| unruled(&lines))?;
        if delimited::divides(&without_thousands(&text), is_whole) {
            return None;
        }
        Some(Self { cut, head, rest: Vec::new(), line: 0 })
    }

    /// Takes a chunk.
    pub(super) fn feed(&mut self, chunk: &[u8], rows: &mut Rows) {
        let mut rest = std::mem::take(&mut self.rest);
        rest.extend_from_slice(chunk);
        let end = rest.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        for line in rest[..end].split_inclusive(|byte| *byte == b'\n') {
            self.row(line, rows);
        }
        rest.drain(..end);
        self.rest = rest;
    }

    /// Takes the end of the text.
    pub(super) fn finish(&mut self, rows: &mut Rows) {
        let rest = std::mem::take(&mut self.rest);
        if !rest.is_empty() {
            self.row(&rest, rows);
        }
    }

    fn row(&mut self, bytes: &[u8], rows: &mut Rows) {
        let at = self.line;
        self.line += 1;
        let text = String::from_utf8_lossy(bytes);
        let line = text.trim_end();
        let words = words(line);
        if words.is_empty() {
            return rows.gap();
        }
        if is_ruler(line) {
            return;
        }
        let cells = match &self.cut {
            _ if at < self.head => vec![line.trim().to_owned()],
            Cut::Words(count) if words.len() == *count => {
                words.iter().map(|word| word.text.to_owned()).collect()
            }
            Cut::Words(_) => vec![line.trim().to_owned()],
            Cut::Places(places, numeric) if at == self.head || fits(&words, places, numeric) => {
                placed(&words, places)
            }
            Cut::Places(..) => vec![line.trim().to_owned()],
        };
        let (mut text, mut places) = (Vec::new(), Vec::with_capacity(cells.len()));
        for cell in cells {
            let from = offset(text.len());
            text.extend_from_slice(cell.as_bytes());
            places.push((from, offset(text.len())));
        }
        rows.row(at + 1, Cells { text: &text, places: &places, cut: false }, bytes.len());
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Whether more than a third of the lines have a sign that parts cells, other than in a number: a look that costs little.
fn has_separators(text: &str) -> bool {
    let is_parted = |line: &&str| {
        let has_sign = |(at, byte): (usize, u8)| {
            let is_number = line.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit);
            matches!(byte, b';' | b'|') || (byte == b',' && !is_number)
        };
        line.bytes().enumerate().any(has_sign)
    };
    let (mut all, mut parted) = (0, 0);
    for line in text.lines().take(LINES).filter(|line| !line.trim().is_empty()) {
        all += 1;
        parted += usize::from(is_parted(&line));
    }
    parted * 3 > all
}

/// A text without the signs that part thousands, if its commas are such alone.
fn without_thousands(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let is_digit =
        |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let parts_thousands = |at: usize| {
        is_digit(at.checked_sub(1))
            && (1..4).all(|by| is_digit(Some(at + by)))
            && !is_digit(Some(at + 4))
    };
    let are_all = bytes.iter().enumerate().all(|(at, byte)| *byte != b',' || parts_thousands(at));
    bytes.iter().copied().filter(|byte| *byte != b',' || !are_all).collect()
}

/// The words of a line; a single blank parts them.
fn words(line: &str) -> Vec<Word<'_>> {
    let (mut words, mut begun, mut place) = (Vec::new(), None, 0);
    for (at, c) in line.char_indices() {
        if c.is_whitespace() {
            if let Some((from, start)) = begun.take() {
                words.push(Word { text: &line[start..at], from, to: place });
            }
        } else if begun.is_none() {
            begun = Some((place, at));
        }
        place += if c >= '\u{1100}' { 2 } else { 1 };
    }
    if let Some((from, start)) = begun {
        words.push(Word { text: &line[start..], from, to: place });
    }
    words
}

/// Whether a line but rules off names from rows: `----- -----`, `=====`.
fn is_ruler(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2
        && line.chars().all(|c| matches!(c, '-' | '=' | '_' | '+' | ' '))
        && line.starts_with(['-', '=', '_', '+'])
}

/// By a ruler of several lines under the names, which says where each column begins and ends.
fn ruled(lines: &[&str]) -> Option<(Cut, usize)> {
    let at = lines.iter().position(|line| is_ruler(line) && words(line).len() >= RULED)?;
    let places: Vec<Place> = words(lines[at]).iter().map(|word| (word.from, word.to)).collect();
    let head = at.checked_sub(1).filter(|head| !lines[*head].trim().is_empty())?;
    let body: Vec<Vec<Word<'_>>> =
        lines[at + 1..].iter().map(|line| words(line)).filter(|words| !words.is_empty()).collect();
    let numeric = numeric(&body, &places);
    let fit = body.iter().filter(|words| fits(words, &places, &numeric)).count();
    let is_table = fit > 0 && fit * 10 >= body.len() * ROWS && COLUMNS.end() >= &places.len();
    is_table.then_some((Cut::Places(places, numeric), head))
}

/// By where all lines have a blank, or by their words where all have as many.
fn unruled(lines: &[&str]) -> Option<(Cut, usize)> {
    let is_row = |line: &str| {
        let words = words(line);
        let numbers = words.iter().filter(|word| is_number(word.text)).count();
        // A row may lack a figure.
        words.len() >= RULED && numbers * 10 >= words.len() * NUMBERS && !is_ruler(line)
    };
    // The longest run of rows, which a blank line does not end.
    let said: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].trim().is_empty()).collect();
    let run = said
        .chunk_by(|a, b| is_row(lines[*a]) == is_row(lines[*b]))
        .filter(|run| is_row(lines[run[0]]))
        .max_by_key(|run| run.len())?;
    if run.len() < FEWEST || run.len() * 10 < said.len() * ROWS {
        return None;
    }
    let body: Vec<Vec<Word<'_>>> = run.iter().map(|at| words(lines[*at])).collect();
    let above = said.iter().copied().take_while(|at| *at < run[0]).last();
    let names = above.map(|at| words(lines[at]));
    let count = body[0].len();
    let are_alike = body.iter().all(|words| words.len() == count);
    if are_alike && COLUMNS.contains(&count) && names.as_ref().is_none_or(|own| own.len() == count)
    {
        return Some((Cut::Words(count), above.unwrap_or(0)));
    }
    let places = columns(&body);
    let numeric = numeric(&body, &places);
    let is_full = |place: &Place| {
        let said = body.iter().filter(|words| words.iter().any(|word| overlap(word, *place) > 0));
        said.count() * 2 >= body.len()
    };
    let is_sure =
        places.iter().all(is_full) && numeric.contains(&true) && COLUMNS.contains(&places.len());
    // Names stand over their columns: no two words of them over the same numbers, and none over two columns.
    let has_names = names.as_ref().is_none_or(|own| {
        let cells = placed(own, &places);
        own.len() >= RULED
            && cells.iter().filter(|cell| !cell.is_empty()).count() * 2 > places.len()
    });
    let head = if has_names { above.unwrap_or(run[0]) } else { run[0] };
    is_sure.then_some((Cut::Places(places, numeric), head))
}

/// The places between which all lines have a blank. Of columns of words alone with one blank between them nobody knows
/// whether they are two.
fn columns(body: &[Vec<Word<'_>>]) -> Vec<Place> {
    let width = body.iter().filter_map(|words| words.last()).map(|word| word.to).max();
    let mut taken = vec![false; width.unwrap_or(0)];
    for word in body.iter().flatten() {
        taken[word.from..word.to].fill(true);
    }
    let mut places: Vec<Place> = Vec::new();
    for (at, is_taken) in taken.iter().enumerate().filter(|(_, is_taken)| **is_taken) {
        match places.last_mut() {
            Some(last) if last.1 == at && *is_taken => last.1 = at + 1,
            _ => places.push((at, at + 1)),
        }
    }
    let is_of_words = |place: Place| {
        !body.iter().flatten().any(|word| overlap(word, place) > 0 && is_number(word.text))
    };
    let mut merged: Vec<Place> = Vec::new();
    for place in places {
        match merged.last_mut() {
            Some(last) if place.0 == last.1 + 1 && is_of_words(*last) && is_of_words(place) => {
                last.1 = place.1;
            }
            _ => merged.push(place),
        }
    }
    merged
}

fn is_number(text: &str) -> bool {
    matches!(number(text.as_bytes()), Number::Is(_) | Number::Missing)
}

/// Places that a word and a column share.
fn overlap(word: &Word<'_>, (from, to): Place) -> usize {
    word.to.min(to).saturating_sub(word.from.max(from))
}

/// Which columns hold numbers, in nine of ten lines that say something there.
fn numeric(body: &[Vec<Word<'_>>], places: &[Place]) -> Vec<bool> {
    let is_numeric = |place: &Place| {
        let said = body.iter().flatten().filter(|word| overlap(word, *place) > 0);
        let (mut all, mut numbers) = (0, 0);
        for word in said {
            all += 1;
            numbers += usize::from(is_number(word.text));
        }
        all > 0 && numbers * 10 >= all * 9
    };
    places.iter().map(is_numeric).collect()
}

/// Whether no word of a line lies over two columns, at least two of them are met, and most of those of numbers say one.
fn fits(words: &[Word<'_>], places: &[Place], numeric: &[bool]) -> bool {
    let met = |word: &Word<'_>| places.iter().filter(|place| overlap(word, **place) > 0).count();
    if words.iter().any(|word| met(word) > 1) {
        return false;
    }
    let cells = placed(words, places);
    let said = cells.iter().filter(|cell| !cell.is_empty()).count();
    let of_numbers: Vec<&String> = cells
        .iter()
        .zip(numeric)
        .filter(|(cell, is_numeric)| **is_numeric && !cell.is_empty())
        .map(|(cell, _)| cell)
        .collect();
    let numbers = of_numbers.iter().filter(|cell| is_number(cell)).count();
    said > 1 && numbers * 2 >= of_numbers.len()
}

/// The cells of a line: each word stands in the column that it shares most places with, or else in the nearest one.
fn placed(words: &[Word<'_>], places: &[Place]) -> Vec<String> {
    let mut cells = vec![String::new(); places.len()];
    for word in words {
        let distance =
            |(from, to): Place| from.saturating_sub(word.to).max(word.from.saturating_sub(to));
        let best = (0..places.len())
            .min_by_key(|&at| (std::cmp::Reverse(overlap(word, places[at])), distance(places[at])));
        if let Some(cell) = best.map(|at| &mut cells[at]) {
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(word.text);
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::{cells, keys};
    use crate::import::{Import, Options};

    fn read(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
        let mut import = Import::new("t.txt", &Options::default());
        import.feed(text.as_bytes()).unwrap();
        let read = import.finish().unwrap();
        let keys = keys(&read.table).iter().map(ToString::to_string).collect();
        (keys, cells(&read.table))
    }

    #[test]
    fn columns_lie_where_all_lines_have_a_blank() {
        let text = "\
Stations of the north, 2020

Name              Opened    Rain   Days
Ald Water           1931   812.5    140
Brack               1950   640.0    131
Cay over Sea        1962 1,204.0    169
Dun                 1962    98.5     60
Elm Hill North      1978   701.2    120
Fen                 1980   650.1    118

Source: the office that counts the rain over all of the country
";
        let (keys, cells) = read(text);
        assert_eq!(keys, ["Name", "Opened", "Rain", "Days"]);
        assert_eq!(cells.len(), 6);
        assert_eq!(cells[2], ["Cay over Sea", "1962", "1204", "169"]);
    }

    #[test]
    fn a_ruler_under_the_names_parts_them() {
        let text = "\
place      people   area
---------- ------ ------
Ald Water    1200    3.5
Brack                4.0
Cay            90
";
        let (keys, cells) = read(text);
        assert_eq!(keys, ["place", "people", "area"]);
        assert_eq!(cells[1], ["Brack", "", "4"]);
    }

    #[test]
    fn characters_of_east_asia_take_two_places_and_their_blank_is_one() {
        let text = "地区        人口    面积\n青溪市      1200    35.5\n白石县       800    40.0\n新\u{3000}区      1100    33.0\n临水县       950\n古城市      2100    55.0\n云山区       700    12.5\n";
        let (keys, cells) = read(text);
        assert_eq!(keys, ["地区", "人口", "面积"]);
        assert_eq!(
            (cells[0][0].as_str(), cells[2][1].as_str(), cells[2][2].as_str()),
            ("青溪市", "1100", "33")
        );
        assert_eq!((cells.len(), cells[3][2].as_str()), (6, ""));
    }

    #[test]
    fn words_part_lines_that_all_have_as_many() {
        let rows: String =
            (1..9).map(|n| format!("{} {} {}\n", 2010 + n, n * n * n, n as f64 / 2.0)).collect();
        let (keys, cells) = read(&format!("year n share\n{rows}"));
        assert_eq!(keys, ["year", "n", "share"]);
        assert_eq!((cells.len(), cells[2][1].as_str()), (8, "27"));
    }

    #[test]
    fn what_is_parted_otherwise_or_by_nothing_is_not_aligned() {
        for text in [
            "a,b c\n1,2 3\n4,5 6\n7,8 9\n1,2 3\n4,5 6\n",
            "only one\nx y\nz a\nb c\nd e\nf g\n",
            "He had 3 of 5 and\nshe had 4 of 5 and\nthey had 2 of 9 and\nwe had 1 of 8 and\nnobody had 7 or\n8 of them at all\n",
            "2020-01-01 00:00:00\n2020-01-02 00:00:00\n2020-01-03 00:00:00\n2020-01-04 00:00:00\n2020-01-05 00:00:00\n",
        ] {
            assert!(Aligned::of(text.as_bytes(), true).is_none(), "{text}");
        }
    }
}
