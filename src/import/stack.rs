//! Several tables below each other in one text: which of them is shown, and what the others are called.
//!
//! Rows are handed on as they come. Only behind a blank line they are held back, until it is clear whether they begin
//! another table; nothing is asked of any other row.

use super::layout::{self, Before, Verdict};
use super::options::Options;
use super::own_row::OwnRow;
use super::sample::{Cells, Row, Sample};
use super::source::Offered;

/// Characters of a title that a name takes.
const TITLE: usize = 40;

/// Tables that are told of one text: beyond these, what comes is one with the last.
const TABLES: usize = 200;

/// The tables of a text, as far as it has come.
#[derive(Debug)]
pub(super) struct Stack {
    /// What the first one is called, and the others after it.
    name: String,
    pub(super) options: Options,
    /// The table that is asked for, from nought; and by its title, which goes before its place.
    wanted: Option<usize>,
    wanted_title: Option<String>,
    is_found: bool,
    /// The table that is shown, and whether no other takes its place.
    shown: usize,
    is_settled: bool,
    /// Whether rows wait for a verdict, and those that do.
    pub(super) is_waiting: bool,
    pending: Vec<OwnRow>,
    /// The tables that have ended, and how the one under way is called.
    done: Vec<Offered>,
    title: String,
    /// The first rows of a table that is not shown, and how many it has of more than one cell.
    sample: Sample,
    pub(super) rows: usize,
}

impl Stack {
    pub(super) fn new(name: &str, options: &Options) -> Self {
        Self {
            name: name.to_owned(),
            options: options.clone(),
            wanted: options.table.as_deref().and_then(|wanted| place(name, wanted)),
            wanted_title: options.table.as_deref().and_then(|wanted| title(name, wanted)),
            is_found: false,
            shown: 0,
            is_settled: false,
            is_waiting: false,
            pending: Vec::new(),
            done: Vec::new(),
            title: name.to_owned(),
            sample: Sample::default(),
            rows: 0,
        }
    }

    /// Whether the rows that come are those of the table that is shown.
    pub(super) const fn is_shown(&self) -> bool {
        self.done.len() == self.shown
    }

    /// Takes a blank line; the rows that waited and are none of another table.
    pub(super) fn gap(&mut self) -> Vec<OwnRow> {
        self.is_waiting = true;
        // A title may have a blank line below it, and so have the notes of the table before.
        let (are_titles, has_note) = layout::are_titles(&rows(&self.pending));
        if are_titles && !has_note { Vec::new() } else { std::mem::take(&mut self.pending) }
    }

    /// Judges a row behind a blank line, together with those that wait.
    pub(super) fn judge(&mut self, line: usize, cells: Cells<'_>) -> Verdict {
        let mut all = rows(&self.pending);
        all.push(row(line, cells));
        layout::verdict(&all)
    }

    /// Has a row wait.
    pub(super) fn hold(&mut self, line: usize, cells: Cells<'_>) {
        self.pending.push(OwnRow::new(&row(line, cells)));
    }

    /// The rows that waited.
    pub(super) fn release(&mut self) -> Vec<OwnRow> {
        self.is_waiting = false;
        std::mem::take(&mut self.pending)
    }

    /// Takes a row of a table that is not shown.
    pub(super) fn pass(&mut self, line: usize, cells: Cells<'_>) {
        if self.sample.len() < layout::LOOKED_AT {
            self.sample.push(line, &cells);
        }
        self.rows += usize::from(layout::count_said(cells.iter()) > 1);
    }

    /// What the table under way is, where the rows that wait and this one would begin another. `shown` are its first rows
    /// where it is the one that is shown.
    pub(super) fn before(&self, line: usize, cells: Cells<'_>, shown: Option<&Sample>) -> Before {
        if self.done.len() + 1 >= TABLES {
            return Before::default();
        }
        let mut next = rows(&self.pending);
        next.push(row(line, cells));
        let all: Vec<Row<'_>> = shown.unwrap_or(&self.sample).rows().collect();
        layout::before(&all, &next)
    }

    /// Whether the rows that wait and this one begin another table of words alone. `shown` as in [`Self::before`].
    pub(super) fn begins_worded(
        &self,
        line: usize,
        cells: Cells<'_>,
        shown: Option<&Sample>,
    ) -> bool {
        let mut next = rows(&self.pending);
        next.push(row(line, cells));
        if self.done.len() + 1 >= TABLES || !layout::may_be_worded(&next) {
            return false;
        }
        let all: Vec<Row<'_>> =
            shown.unwrap_or(&self.sample).rows().take(layout::LOOKED_AT).collect();
        layout::begins_worded(&all, &next)
    }

    /// Ends the table under way, of so many rows, and begins the next; whether that is the one to be shown: the one that is
    /// asked for, or else the first good one. One of words alone takes no other's place.
    pub(super) fn next(&mut self, below_header: usize, is_good: bool, is_worded: bool) -> bool {
        let was_shown = self.is_shown();
        let is_wanted = self.is_found || self.wanted == Some(self.shown);
        self.is_settled |= was_shown && (is_wanted || is_good);
        self.end(below_header);
        let nth = self.done.len();
        let title = rows(&self.pending).iter().find_map(|row| {
            let mut said = row.cells.iter().filter(|cell| !cell.trim_ascii().is_empty());
            let first = said.next().filter(|_| said.next().is_none())?;
            Some(layout::text(first))
        });
        let is_titled =
            self.wanted_title.is_some() && title.as_deref().map(short) == self.wanted_title;
        self.title = named(&self.name, nth, title.as_deref());
        (self.sample, self.rows) = (Sample::default(), 0);
        let is_placed = self.wanted == Some(nth) && !self.is_found;
        let takes = is_placed || (is_titled && !self.is_found) || (!self.is_settled && !is_worded);
        self.is_found |= is_titled;
        if takes {
            self.shown = nth;
        }
        takes
    }

    /// Takes the end of the table under way.
    pub(super) fn end(&mut self, below_header: usize) {
        let (name, rows) = (std::mem::take(&mut self.title), Some(below_header));
        self.done.push(Offered { name, rows });
    }

    /// What the table under way is called.
    pub(super) fn title(&self) -> &str {
        &self.title
    }

    /// What the table that is shown is called, once all have come.
    pub(super) fn shown(&self) -> Option<&Offered> {
        self.done.get(self.shown)
    }

    /// The table that is asked for, as it is named.
    pub(super) fn asked(&self) -> Option<&str> {
        self.options.table.as_deref()
    }

    /// The name of the table that is shown, and all of them, where there are several.
    pub(super) fn told(&self) -> Option<(String, Vec<Offered>)> {
        let shown = self.done.get(self.shown).filter(|_| self.done.len() > 1)?;
        Some((shown.name.clone(), self.done.clone()))
    }
}

fn row<'a>(line: usize, cells: Cells<'a>) -> Row<'a> {
    Row { line, cut: cells.cut, cells: cells.iter().collect() }
}

fn rows(owned: &[OwnRow]) -> Vec<Row<'_>> {
    owned.iter().map(|own| row(own.line, own.cells())).collect()
}

/// What one of several tables is called, from nought; the first one as what holds them is.
pub(super) fn named(name: &str, nth: usize, title: Option<&str>) -> String {
    match title {
        _ if nth == 0 => name.to_owned(),
        Some(title) => {
            format!("{name} ({}): {}", nth + 1, short(title))
        }
        None => format!("{name} ({})", nth + 1),
    }
}

/// What one of several tables side by side is called, from nought, in what is called so; the first one as what holds them is.
pub(super) fn beside(name: &str, nth: usize, title: Option<&str>) -> String {
    match title {
        _ if nth == 0 => name.to_owned(),
        Some(title) => format!("{name}{BESIDE}{}]: {}", nth + 1, short(title)),
        None => format!("{name}{BESIDE}{}]", nth + 1),
    }
}

/// Which of the tables side by side in what is called so a name asks for, from nought.
pub(super) fn side(name: &str, wanted: &str) -> Option<usize> {
    let (nth, _) = wanted.strip_prefix(name)?.strip_prefix(BESIDE)?.split_once(']')?;
    nth.parse::<usize>().ok()?.checked_sub(1)
}

/// What stands before the place of a table among those side by side.
const BESIDE: &str = " [";

/// As much of a title as a name takes.
fn short(title: &str) -> String {
    title.chars().take(TITLE).collect()
}

/// The title in the name of one of the tables below each other in what is called so.
fn title(name: &str, wanted: &str) -> Option<String> {
    place(name, wanted)?;
    let (_, title) = wanted.strip_prefix(name)?.split_once("): ")?;
    Some(title.to_owned())
}

/// Which of the tables below each other in what is called so a name asks for, from nought.
pub(super) fn place(name: &str, wanted: &str) -> Option<usize> {
    let rest = wanted.strip_prefix(name)?;
    if rest.is_empty() || side(name, wanted).is_some() {
        return Some(0);
    }
    let (nth, rest) = rest.strip_prefix(" (")?.split_once(')')?;
    let nth = nth.parse::<usize>().ok()?.checked_sub(1)?;
    (rest.is_empty() || rest.starts_with(": ") || rest.starts_with(BESIDE)).then_some(nth)
}

/// Whether a name is that of one of these, or else of one of the tables below each other in it.
pub(super) fn asks_for(wanted: &str, name: &str, names: &[&str]) -> bool {
    let is_within = || !names.contains(&wanted) && place(name, wanted).is_some();
    wanted == name || is_within()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_found_by_its_name() {
        for (nth, title) in [(0, None), (1, None), (1, Some("表2 (续)")), (11, Some("x"))] {
            let name = named("a (1).csv", nth, title);
            assert_eq!(place("a (1).csv", &name), Some(nth), "{name}");
        }
        for (nth, title) in [(0, None), (1, None), (2, Some("x ]"))] {
            let name = beside("a (2): b", nth, title);
            assert_eq!(place("a", &name), Some(1), "{name}");
            assert_eq!(side("a (2): b", &name).unwrap_or_default(), nth, "{name}");
        }
        assert_eq!(place("a", "a [2]: x"), Some(0));
        assert_eq!(place("a.csv", "b.csv (2)"), None);
        assert_eq!(place("a.csv", "a.csv (x)"), None);
        assert_eq!(place("a.csv", "a.csv.gz"), None);
    }
}
