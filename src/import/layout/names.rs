//! Names of columns from the rows that head them.

use std::borrow::Cow;

use super::super::arrangement::{About, Note};
use super::super::cell::is_note_sign;
use super::super::lexicon::{self, Hint};
use super::super::sample::Row;
use super::place_words::name_of_time;

/// The rows that name columns, read column by column.
#[derive(Debug, Default)]
pub(super) struct Heading {
    /// For each column what the rows say over it, from the top, without what they say twice.
    pub(super) columns: Vec<Vec<String>>,
    /// Marks of notes that stood in the names: the column, and the mark.
    marks: Vec<(usize, String)>,
    /// What rows between names and figures say under each: units where they are such.
    under: Vec<Option<String>>,
    line: usize,
}

/// What a cell says in one line: without blanks at its ends, between Chinese characters that were spread out, and with
/// one blank for each break of a line.
pub(in crate::import) fn text(cell: &[u8]) -> String {
    let text = String::from_utf8_lossy(cell);
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if joined.is_ascii() { joined } else { close_up(&joined) }
}

/// A name whose characters were spread out to fill its cell, as it is written otherwise: `合 计` is `合计`.
fn close_up(text: &str) -> String {
    if is_spread(text) { text.replace(' ', "") } else { text.to_owned() }
}

/// The same of a cell's bytes, without a copy where nothing changes.
pub(in crate::import) fn closed_up(cell: &[u8]) -> Cow<'_, [u8]> {
    match std::str::from_utf8(cell) {
        Ok(name) if is_spread(name) => Cow::Owned(name.replace([' ', '\u{3000}'], "").into_bytes()),
        _ => Cow::Borrowed(cell),
    }
}

/// Whether a cell is a name whose characters were spread out.
pub(in crate::import) fn is_spread_out(cell: &[u8]) -> bool {
    cell.len() > 6 && std::str::from_utf8(cell).is_ok_and(is_spread)
}

/// Whether every word of a text is a single Chinese character.
fn is_spread(text: &str) -> bool {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let mut words = text.split([' ', '\u{3000}']).filter(|word| !word.is_empty());
    text.contains([' ', '\u{3000}'])
        && words.all(|word| {
            let mut chars = word.chars();
            chars.next().is_some_and(is_han) && chars.next().is_none()
        })
}

/// Splits the mark of a note from a name: `People [note 1]`, `人口①`, `Total*`.
fn without_mark(name: &str) -> (&str, Option<&str>) {
    let trimmed = name.trim_end();
    if let Some(open) = trimmed
        .rfind(['[', '\u{3014}'])
        .filter(|&at| at > 0 && trimmed.ends_with([']', '\u{3015}']))
    {
        let inside =
            trimmed[open..].trim_matches(['[', ']', '\u{3014}', '\u{3015}']).to_lowercase();
        let is_mark = ["note", "注", "fn", "r", "p", "e", "b", "x", "c", "z"].iter().any(|word| {
            inside.strip_prefix(word).is_some_and(|rest| {
                rest.trim().chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' '))
            })
        });
        let is_number =
            !inside.is_empty() && inside.len() <= 2 && inside.chars().all(|c| c.is_ascii_digit());
        if is_mark || is_number {
            return (trimmed[..open].trim_end(), Some(&trimmed[open..]));
        }
    }
    // A square or cubic metre is no note.
    let is_measure = trimmed.ends_with(['\u{b2}', '\u{b3}'])
        && trimmed.chars().rev().nth(1).is_some_and(|c| c == 'm');
    let bare = trimmed.trim_end_matches(is_note_sign);
    if bare.len() < trimmed.len() && !bare.trim().is_empty() && !is_measure {
        return (bare.trim_end(), Some(&trimmed[bare.len()..]));
    }
    (trimmed, None)
}

impl Heading {
    /// From the rows that name columns, those under them, and the figures below.
    pub(super) fn new(rows: &[Row<'_>], under: &[Row<'_>], width: usize, body: &[Row<'_>]) -> Self {
        let cell =
            |row: &Row<'_>, at: usize| row.cells.get(at).map(|cell| text(cell)).unwrap_or_default();
        let (last, groups) =
            rows.split_last().map_or((None, &[][..]), |(last, groups)| (Some(last), groups));
        let has_below =
            |level: usize, at: usize| rows[level + 1..].iter().any(|row| !cell(row, at).is_empty());
        let mut columns: Vec<Vec<String>> = vec![Vec::new(); width];
        for (level, row) in groups.iter().enumerate() {
            let mut group = String::new();
            for (at, pieces) in columns.iter_mut().enumerate() {
                let own = cell(row, at);
                if !own.is_empty() {
                    group = if has_below(level, at) { own.clone() } else { String::new() };
                    pieces.push(own);
                } else if has_below(level, at) && !group.is_empty() {
                    pieces.push(group.clone());
                }
            }
        }
        let mut marks = Vec::new();
        for (at, pieces) in columns.iter_mut().enumerate() {
            pieces.extend(last.map(|row| cell(row, at)).filter(|piece| !piece.is_empty()));
            pieces.dedup();
            for piece in pieces.iter_mut() {
                let (bare, mark) = without_mark(piece);
                if let Some(mark) = mark {
                    marks.push((at, mark.to_owned()));
                    *piece = bare.to_owned();
                }
            }
        }
        let is_said = |row: &Row<'_>| (0..width).filter(|&at| !cell(row, at).is_empty()).count();
        let stands_once = under.len() == 1 && is_said(&under[0]) == 1;
        // A row that calls itself one of units gives them, whatever they are.
        let of_units = under.iter().find(|row| at_unit(&cell(row, 0)));
        let unit_under = |at: usize| match of_units {
            Some(row) => Some(cell(row, at)).filter(|text| at > 0 && !text.is_empty()),
            None => under
                .iter()
                .map(|row| cell(row, at))
                .find(|text| lexicon::is_worded(text) || text.starts_with(['(', '\u{ff08}'])),
        };
        let mut under: Vec<Option<String>> = (0..width).map(unit_under).collect();
        // One unit, written once, is that of all columns behind it.
        let mut said = under.iter().enumerate().filter(|(_, unit)| unit.is_some());
        if let (Some((at @ 1.., unit)), None) = (said.next(), said.next())
            && let Some(unit) = unit.clone()
            && stands_once
        {
            under[at..].fill(Some(unit));
        }
        let line = last.or_else(|| body.first()).map_or(0, |row| row.line);
        Self { columns, marks, under, line }
    }

    /// Of columns that a format names by itself.
    pub(super) fn named(names: &[String]) -> Self {
        let columns =
            names.iter().map(|name| if name.is_empty() { Vec::new() } else { vec![name.clone()] });
        Self {
            columns: columns.collect(),
            marks: Vec::new(),
            under: vec![None; names.len()],
            line: 0,
        }
    }

    /// Calls the columns that a last row names by what it says alone.
    pub(super) fn lead_by(&mut self, row: &Row<'_>) {
        for (own, cell) in self.columns.iter_mut().zip(&row.cells) {
            let name = text(cell);
            if !name.is_empty() {
                *own = vec![name];
            }
        }
    }

    /// Calls the first column, which holds the periods of the rows, after them: what stands over it says of the other rows
    /// above what they tell.
    pub(super) fn lead_by_time(&mut self) {
        let Some(first) = self.columns.first_mut() else { return };
        if !matches!(lexicon::hint(&joined(first)), Some((Hint::Time, _))) {
            let is_chinese = first.iter().any(|piece| lexicon::is_chinese(piece));
            *first = vec![name_of_time(None, is_chinese).to_owned()];
        }
    }

    /// The name of each column; empty where it has none.
    pub(super) fn joined(&self) -> Vec<String> {
        (0..self.columns.len()).map(|at| self.with_unit(at, &joined(&self.columns[at]))).collect()
    }

    /// A name with the unit that stands under it, which the name does not say.
    pub(super) fn with_unit(&self, at: usize, name: &str) -> String {
        match self.under.get(at).and_then(Option::as_deref) {
            Some(unit)
                if !name.is_empty()
                    && !name.contains(unit.trim_matches(['(', ')', '\u{ff08}', '\u{ff09}'])) =>
            {
                let unit = unit.trim_matches(['(', ')', '\u{ff08}', '\u{ff09}']);
                format!("{name} ({unit})")
            }
            _ => name.to_owned(),
        }
    }

    /// The marks that stood in names.
    pub(super) fn notes(&self) -> Vec<Note> {
        let note = |(at, mark): &(usize, String)| Note {
            line: self.line,
            about: About::Column(joined(&self.columns[*at])),
            text: mark.clone(),
        };
        self.marks.iter().map(note).collect()
    }
}

/// Whether a cell says that its row is one of units.
fn at_unit(cell: &str) -> bool {
    matches!(lexicon::hint(cell), Some((Hint::Unit, true)))
}

/// The same without one of the pieces.
pub(super) fn joined_without(pieces: &[String], at: usize) -> String {
    let mut rest = pieces.to_vec();
    rest.remove(at);
    joined(&rest)
}

/// A name of its pieces: a year stands behind what it is of, other pieces are told apart by a stroke.
pub(super) fn joined(pieces: &[String]) -> String {
    let mut name = String::new();
    for piece in pieces {
        if !name.is_empty() {
            name.push_str(if piece.starts_with(|c: char| c.is_ascii_digit()) {
                " "
            } else {
                lexicon::BETWEEN_ROWS
            });
        }
        name.push_str(piece);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_notes_are_no_part_of_names() {
        for (name, bare, mark) in [
            ("People [note 1]", "People", Some("[note 1]")),
            ("人口①", "人口", Some("①")),
            ("Total*", "Total", Some("*")),
            ("Rate [%]", "Rate [%]", None),
            ("area km²", "area km²", None),
            ("*", "*", None),
            ("产值[1]", "产值", Some("[1]")),
        ] {
            assert_eq!(without_mark(name), (bare, mark), "{name}");
        }
    }

    #[test]
    fn names_are_one_line_and_closed_up() {
        assert_eq!(text("People\n(thousands)".as_bytes()), "People (thousands)");
        assert_eq!(text("合 计".as_bytes()), "合计");
        assert_eq!(text("青 溪　市".as_bytes()), "青溪市");
        assert_eq!(text("青溪 Qingxi".as_bytes()), "青溪 Qingxi");
        assert_eq!(joined(&["产值".into(), "2020".into()]), "产值 2020");
        assert_eq!(joined(&["Voters".into(), "First".into()]), "Voters / First");
    }
}
