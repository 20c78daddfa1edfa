//! How a table lies in its file: which rows head it, what stands above and below, and whether one column is spread over
//! many. Worked out from the first rows alone; a [`Layout`] is plain data that the page tells and the reader may change.

mod areas;
mod beside_years;
mod dated;
mod figure;
mod flag_rows;
mod foot;
mod group_labels;
mod head;
mod names;
mod own_year;
mod place_words;
mod sides;
mod sources;
mod spread;
mod spread_names;
mod stacked;
mod turned;
mod unit;
mod worded;
mod words;
mod year_parts;

pub(super) use areas::Areas;
pub(super) use flag_rows::joined as with_flags;
pub(super) use foot::{Foot, without_notes};
pub(super) use group_labels::GroupLabels;
pub(super) use names::{closed_up, is_spread_out, text};
pub(super) use own_year::Called;
pub(super) use place_words::is_nameless;
pub(super) use sides::{sides, title as title_of_side, within};
pub(super) use spread::Spread;
pub(super) use stacked::{Before, LOOKED_AT, Verdict, are_titles, before, count_said, verdict};
pub(super) use turned::turned;
pub(super) use worded::{begins as begins_worded, may_be as may_be_worded};

use super::Header;
use super::arrangement::{About, Across, Arrangement, Layout, Note, OwnYear, Together, Wide};
use super::form::{Basis, Sure, Why};
use super::sample::Row;
use crate::base::crc::Crc;
use names::Heading;

/// The layout of a table, and the names of its columns as the file has them.
pub(super) struct Found {
    /// What is told of it.
    pub(super) layout: Layout,
    /// Names of the columns, in the order in which they are built; empty where a column has none.
    pub(super) names: Vec<String>,
    /// How rows of the file become rows of the table, where one becomes several.
    pub(super) spread: Option<Spread>,
    /// Labels that are written once for several rows.
    pub(super) groups: Option<GroupLabels>,
    /// A checksum of the names as they would be read if nothing else were wanted.
    pub(super) shape: u32,
    /// What is said beside the table.
    pub(super) notes: Vec<Note>,
    /// How sure the head is.
    pub(super) head: Basis,
    /// The first row of figures among the first rows.
    pub(super) first_row: usize,
    /// Cells of a row of the file.
    pub(super) width: usize,
    /// Which columns of the file hold figures; empty where the format names the columns by itself.
    pub(super) figures: Vec<bool>,
}

/// Finds how the first rows lie of what is called so.
pub(super) fn find(
    rows: &[Row<'_>],
    header: Header,
    wanted: &Arrangement,
    called: Called<'_>,
) -> Found {
    let head = wanted.header.map_or_else(|| head_of(rows, header), |asked| head::at(rows, asked));
    let (above, rest) = rows.split_at(head.above.min(rows.len()));
    let (codes, rest) = rest.split_at(head.codes.min(rest.len()));
    let (heading, rest) = rest.split_at(head.header.min(rest.len()));
    let (under, body) = rest.split_at(head.under.min(rest.len()));
    let above_names = head.above + head.codes;
    let mut layout = Layout { above: above_names, header: head.header, ..Layout::default() };
    let mut notes = above_notes(above, &mut layout);
    notes.extend(codes.iter().chain(under).map(|row| Note::of(row, About::Table)));
    layout.under = under.len();
    let last = heading.last();
    let mut heading = Heading::new(heading, under, head.width, body);
    if let Some(last) = last.filter(|_| head.leads) {
        heading.lead_by(last);
    }
    if head.is_told {
        heading.lead_by_time();
    }
    notes.extend(heading.notes());
    let (first_row, width) = (above_names + head.header + head.under, heading.columns.len());
    let figures = figure::columns(body, width);
    let body = without_notes(body, &figures);
    let told = group_labels::find(&heading, body, &figures);
    let (columns, groups) = told.map_or((None, None), |(at, groups)| (Some(at), Some(groups)));
    let name = |at: usize| names::joined(&heading.columns[at]);
    layout.groups = columns.map(|columns| Together {
        columns: columns.into_iter().map(name).collect(),
        used: !wanted.long,
    });
    let groups = groups.filter(|_| !wanted.long);
    let found = Found { figures, groups, head: head.basis, ..Found::at(first_row, width, notes) };
    let year = own_year::find(above, called, wanted.year);
    lay_out(heading, body, (layout, year), wanted, found)
}

/// The head of some rows. Columns that but space the others out have no name to wait for.
fn head_of(rows: &[Row<'_>], header: Header) -> head::Head {
    let spacers = if header == Header::Sniff { sides::spacers(rows) } else { Vec::new() };
    if spacers.is_empty() {
        return head::find(rows, header);
    }
    let head = head::find(&sides::without(rows, &spacers), header);
    let width = spacers.iter().fold(head.width, |width, at| width + usize::from(*at < width));
    head::Head { width, ..head }
}

/// Finds how a table of named columns lies, as JSON has it.
pub(super) fn find_named(
    names: &[String],
    rows: &[Row<'_>],
    wanted: &Arrangement,
    called: Called<'_>,
) -> Found {
    let heading = Heading::named(names);
    let found = Found::at(0, names.len(), Vec::new());
    let year = own_year::find(&[], called, wanted.year);
    lay_out(heading, rows, (Layout::default(), year), wanted, found)
}

fn lay_out(
    heading: Heading,
    body: &[Row<'_>],
    (mut layout, year): (Layout, Option<OwnYear>),
    wanted: &Arrangement,
    found: Found,
) -> Found {
    let sources = sources::sources(&heading, body);
    let span = year.and_then(own_year::span);
    let wide = spread_names::wide(&heading, &sources, body, (layout.measure.as_deref(), span));
    let spread = wide.map(|(wide, spread)| {
        layout.wide = Some(Wide { used: !wanted.long, ..wide });
        spread
    });
    let has_time = spread.as_ref().is_some_and(|spread| spread.parts.is_some())
        || layout.wide.as_ref().is_some_and(|wide| wide.across == Across::Time);
    let parts = year_parts::beside(&heading, body, span).filter(|_| !has_time);
    let of_own = |parts: &year_parts::YearParts| parts.is_of_own_year();
    let is_own =
        parts.as_ref().or(spread.as_ref().and_then(|s| s.parts.as_ref())).is_some_and(of_own);
    let is_undated = spread.as_ref().is_some_and(Spread::is_undated)
        || (!has_time && parts.is_none() && year_parts::has_undated(&heading, body));
    layout.year = if is_undated { Some(OwnYear::default()) } else { year.filter(|_| is_own) };
    let names = parts.as_ref().map(|parts| parts.names(&heading));
    layout.together = names.map(|columns| Together { columns, used: !wanted.long });
    let mut as_found = spread.or_else(|| Spread::of_sources(&heading, &sources));
    if let Some(parts) = parts {
        let plain = || Spread { kept: sources.of(&heading), ..Spread::default() };
        as_found = Some(as_found.unwrap_or_else(plain).with_time(parts, &heading));
    }
    let names = as_found.as_ref().map_or_else(|| heading.joined(), Spread::names);
    let shape = shape(&names);
    if wanted.long && (layout.wide.is_some() || layout.together.is_some()) {
        let spread = Spread::of_sources(&heading, &sources);
        let names = spread.as_ref().map_or_else(|| heading.joined(), Spread::names);
        return Found { layout, shape, names, spread, ..found };
    }
    Found { layout, shape, names, spread: as_found, ..found }
}

/// A checksum of names.
fn shape(names: &[String]) -> u32 {
    Crc::new().of(names.join("\n").as_bytes())
}

/// What the lines above a header say: a title, a unit of measure, other words.
fn above_notes(above: &[Row<'_>], layout: &mut Layout) -> Vec<Note> {
    let (mut notes, mut title_unit) = (Vec::new(), None);
    for row in above {
        let note = Note::of(row, About::Table);
        if note.text.is_empty() {
            continue;
        }
        let unit = row.cells.iter().find_map(|cell| unit::line(&names::text(cell)));
        let unit = unit.or_else(|| unit::in_brackets(&note.text));
        let unit = unit.or_else(|| unit::alone(&note.text));
        if let Some(unit) = unit {
            if unit::is_one(&unit) {
                layout.unit.get_or_insert(unit);
            }
        } else if let Some((measure, unit)) = unit::measure_line(&note.text) {
            layout.measure.get_or_insert(measure);
            if let Some(unit) = unit {
                layout.unit.get_or_insert(unit);
            }
        } else if layout.title.is_none()
            && !words::is_note(&note.text)
            && !words::is_label(&note.text)
            && !dated::is_dated(row)
        {
            layout.title = Some(note.text.clone());
            title_unit = unit::of_title(&note.text);
        }
        notes.push(note);
    }
    // A line of its own says it surer.
    layout.unit = layout.unit.take().or(title_unit);
    notes
}

impl Found {
    const fn at(first_row: usize, width: usize, notes: Vec<Note>) -> Self {
        let layout = Layout {
            above: 0,
            header: 0,
            under: 0,
            title: None,
            unit: None,
            measure: None,
            wide: None,
            together: None,
            year: None,
            turned: None,
            groups: None,
            scaled: None,
            statistics: None,
        };
        Self {
            layout,
            names: Vec::new(),
            shape: 0,
            spread: None,
            groups: None,
            notes,
            head: Basis::new(Sure::Certain, Why::File),
            first_row,
            width,
            figures: Vec::new(),
        }
    }
}

impl Note {
    /// What all cells of a row say.
    fn of(row: &Row<'_>, about: About) -> Self {
        let said = row.cells.iter().map(|cell| names::text(cell)).filter(|text| !text.is_empty());
        Self { line: row.line, about, text: said.collect::<Vec<_>>().join(" ") }
    }
}

#[cfg(test)]
mod tests;
