//! Which rows head a table: titles above it, the rows that name its columns, rows of codes or units below these.

use super::super::Header;
use super::super::cell::{Number, YEAR, number, periods};
use super::super::form::{Basis, Sure, Why};
use super::super::lexicon::{self, Hint};
use super::super::sample::Row;
use super::figure::{self, Look, look};
use super::{dated, names, unit};

/// How far down a header may stand, below titles and notes.
const PREAMBLE: usize = 30;

/// Rows that are looked at to tell the width of those with figures.
const ROWS_OF_FIGURES: usize = 200;

/// The most rows that name columns, and that stand between them and the figures.
const MOST_ROWS: usize = 8;
const MOST_UNDER: usize = 2;
/// The most rows between the names and the first period that say of each column what it is, and the fewest.
const MOST_TOLD: usize = 40;
const LEAST_TOLD: usize = 2;

/// Rows of a file before its figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// Titles and other lines.
    pub(super) above: usize,
    /// Rows of codes between these and the names.
    pub(super) codes: usize,
    /// Rows that name the columns.
    pub(super) header: usize,
    /// Rows of codes or units.
    pub(super) under: usize,
    /// Columns of the table.
    pub(super) width: usize,
    /// How sure that is.
    pub(super) basis: Basis,
    /// Whether the last of these names what stands before the figures, and nothing else.
    pub(super) leads: bool,
    /// Whether the rows below the names tell what each column is, as far as the first period of the first column.
    pub(super) is_told: bool,
}

/// Finds the head. Rows above it that are narrower than the table are titles and notes.
pub(super) fn find(rows: &[Row<'_>], header: Header) -> Head {
    let width = usual_width(rows);
    let is_title = |(at, row): &(usize, &Row<'_>)| {
        row.cells.len() < width
            || is_line(row, width)
            || is_pair(row, &rows[at + 1..], width)
            || dated::is_dated(row)
            || is_over_two(row, &rows[at + 1..], width)
            || (*at > 0 && is_unit_alone(row))
    };
    let above = rows.iter().enumerate().take(PREAMBLE).take_while(is_title).count();
    let all = above == rows.len() || above == PREAMBLE;
    let above = if all || header == Header::Present { 0 } else { above };
    let body = &rows[above..];
    let Some(first) = body.first() else { return Head::default() };
    match header {
        Header::Present => Head { above, header: 1, width: first.cells.len(), ..said() },
        Header::Absent => Head { above, width: first.cells.len(), ..said() },
        Header::Sniff => sniff(body, above, width.max(first.cells.len())),
    }
}

/// The head that a reader asked for: rows above it, and its own.
pub(super) fn at(rows: &[Row<'_>], (above, header): (usize, usize)) -> Head {
    let width = rows.iter().skip(above).map(|row| row.cells.len()).max().unwrap_or_default();
    Head { above, header, width, basis: Basis::READER, ..Head::default() }
}

/// A head that the file's description, or its format, tells.
fn said() -> Head {
    Head { basis: Basis::new(Sure::Certain, Why::File), ..Head::default() }
}

/// How sure a head is that was found: rows of figures below complete names leave no doubt. A first row of figures may be
/// one of names that are numbers.
fn basis(rows: &[Row<'_>], header: usize, figures: &[bool]) -> Basis {
    if !figures.contains(&true) {
        return Basis::new(Sure::Likely, Why::Usual);
    }
    if header == 0 {
        let row = &rows[0].cells;
        let mut cells: Vec<&[u8]> = row.clone();
        cells.sort_unstable();
        cells.dedup();
        let is_full = row.iter().all(|cell| look(cell) != Look::Blank);
        let may_name = row.len() > 1 && is_full && cells.len() == row.len();
        let sure = if may_name { Sure::Guessed } else { Sure::Likely };
        return Basis::new(sure, Why::Usual);
    }
    let sure = if header == 1 { Sure::Certain } else { Sure::Likely };
    Basis::new(sure, Why::Cells)
}

/// A row of which one cell at most says something, or which gives the unit: a title, not the names of columns. One that
/// says something further right stands over a group of columns.
fn is_line(row: &Row<'_>, width: usize) -> bool {
    let mut said = row.cells.iter().enumerate().filter(|(_, cell)| look(cell) != Look::Blank);
    let (first, more) = (said.next(), said.next().is_some());
    let gives_unit = || row.cells.iter().any(|cell| unit::line(&names::text(cell)).is_some());
    match first {
        None => true,
        Some((at, _)) => width > 2 && ((!more && at == 0) || gives_unit()),
    }
}

/// A row that says something in the first of two columns alone, over the names of both: one over figures names the first.
fn is_over_two(row: &Row<'_>, below: &[Row<'_>], width: usize) -> bool {
    let says = |row: &Row<'_>, at: usize| row.cells.get(at).map_or(Look::Blank, |cell| look(cell));
    let second = |row: &Row<'_>| row.cells.get(1).map(|cell| names::text(cell)).unwrap_or_default();
    let is_period = |row: &Row<'_>| are_periods(&[second(row)]);
    let mut full = below.iter().take(PREAMBLE).filter(|row| says(row, 1) != Look::Blank);
    let (Some(names), Some(next)) = (full.next(), full.next()) else { return false };
    width == 2
        && says(row, 0) == Look::Text
        && says(row, 1) == Look::Blank
        && says(names, 0) == Look::Text
        && (says(names, 1) == Look::Text || (is_period(names) && !is_period(next)))
        && says(next, 1) == Look::Figure
}

/// A row of nothing but a unit in brackets, at its end.
fn is_unit_alone(row: &Row<'_>) -> bool {
    let mut said = row.cells.iter().enumerate().filter(|(_, cell)| look(cell) != Look::Blank);
    let (only, more) = (said.next(), said.next());
    let gives = |(at, cell): (usize, &&[u8])| {
        at + 1 == row.cells.len() && unit::in_brackets(&names::text(cell)).is_some()
    };
    more.is_none() && only.is_some_and(gives)
}

/// A row of a word and what it stands for, above rows that say more: `Source,Office,,,`. A group of columns is headed so
/// too, but the row below it begins with nothing or with the same word.
fn is_pair(row: &Row<'_>, below: &[Row<'_>], width: usize) -> bool {
    let says = |cell: &&[u8]| look(cell) != Look::Blank;
    let said = row.cells.iter().filter(|cell| says(cell)).count();
    let leads = row.cells.first().is_some_and(|cell| look(cell) == Look::Text);
    // The word may stand over the figures, as in workbooks where a column of flags lies between.
    let is_beside = row.cells.get(1).is_some_and(&says)
        || row.cells.get(2).is_some_and(|cell| look(cell) == Look::Text);
    let mut next = below.iter().filter(|row| row.cells.iter().any(says));
    width > 3
        && said == 2
        && leads
        && is_beside
        && next.next().is_some_and(|next| {
            let first = next.cells.first().filter(|cell| says(cell));
            first.is_some_and(|first| *first != row.cells[0]) && next.cells.len() <= width
        })
        && below.iter().take(PREAMBLE).any(|row| row.cells.iter().filter(|c| says(c)).count() > 2)
}

/// Rows that say what each column is, as long as the first cell of a row is no period: `Unit`, `Series ID` and the like.
/// Nought where the rows are not headed so.
fn told_above_periods(body: &[Row<'_>]) -> usize {
    let firsts: Vec<String> = body
        .iter()
        .take(PREAMBLE + MOST_TOLD)
        .map(|row| row.cells.first().map(|cell| names::text(cell)).unwrap_or_default())
        .collect();
    let is_period = |text: &String| !text.is_empty() && are_periods(std::slice::from_ref(text));
    let Some(told) = firsts.iter().position(is_period) else { return 0 };
    let (keys, periods) = firsts.split_at(told);
    let distinct: std::collections::BTreeSet<&String> = keys.iter().skip(1).collect();
    let sound = (LEAST_TOLD + 1..=MOST_TOLD).contains(&told)
        && distinct.len() + 1 == told
        && keys.iter().skip(1).all(|key| !key.is_empty() && *key != keys[0]);
    let followed = periods.iter().take(told).filter(|text| is_period(text)).count();
    if sound && followed >= LEAST_TOLD { told } else { 0 }
}

fn sniff(body: &[Row<'_>], above: usize, width: usize) -> Head {
    let told = told_above_periods(body);
    if told > 0 {
        let basis = Basis::new(Sure::Likely, Why::Cells);
        let told = Head { above, header: 1, under: told - 1, width, basis, ..Head::default() };
        return Head { is_told: true, ..told };
    }
    let figures = figure::columns_below(body, width);
    if body.len() < 2 || !figures.contains(&true) {
        let named = is_header(&body[0].cells, &body[1..]);
        let width = body[0].cells.len();
        let basis = basis(body, usize::from(named), &figures);
        return Head { above, header: usize::from(named), width, basis, ..Head::default() };
    }
    let mut header = 0;
    while header < MOST_ROWS && header + 1 < body.len() {
        let (rows, rest) = (&body[..header], &body[header..]);
        let names = match kind(&rest[0], &rest[1..], &figures) {
            Kind::Figures => header > 0 && names_what_leads(rows, rest, &figures),
            Kind::Words => header == 0 || !is_complete(rows, &figures),
            Kind::Periods if header == 0 => figures.contains(&false),
            // A row of the table says of what it is, and its columns have names.
            Kind::Periods => !is_complete(rows, &figures) || is_led_by_nothing(&rest[0], &figures),
        };
        if !names {
            break;
        }
        header += 1;
    }
    let below = &body[header..];
    let is_under = |(at, row): &(usize, &Row<'_>)| *at + 1 < below.len() && is_under(row, &figures);
    let under = if header == 0 {
        0
    } else {
        below.iter().enumerate().take(MOST_UNDER).take_while(is_under).count()
    };
    // Where codes head the columns, and words stand under them, the words are the names.
    let codes = usize::from(
        header == 1 && under > 0 && {
            are_codes(&body[0], &figures)
                && !are_codes(&body[1], &figures)
                && is_worded(&body[1], &figures)
        },
    );
    let named = body[..header + codes].iter().map(|row| row.cells.len()).max();
    let width = named.unwrap_or(width);
    let basis = basis(body, header, &figures);
    let leads = header > 1 && {
        let (rows, rest) = (&body[..header - 1], &body[header - 1..]);
        leads_alone(rows, &rest[0], width)
            || (kind(&rest[0], &rest[1..], &figures) == Kind::Figures
                && names_what_leads(rows, rest, &figures))
    };
    Head { above, codes, header, under: under - codes, width, leads, basis, is_told: false }
}

/// Whether a row says a word in every column of figures, and more than one: such a row is none of the table.
fn is_worded(row: &Row<'_>, figures: &[bool]) -> bool {
    let mut of_figures = row.cells.iter().zip(figures).filter(|(_, is_figure)| **is_figure);
    let all = figures.iter().filter(|is_figure| **is_figure).count();
    all > 1
        && row.cells.len() >= figures.len()
        && of_figures.all(|(cell, _)| look(cell) == Look::Text)
}

/// Whether a row has codes over all columns of figures.
fn are_codes(row: &Row<'_>, figures: &[bool]) -> bool {
    let cells = row.cells.iter().zip(figures).filter(|(_, is_figure)| **is_figure);
    let texts: Vec<String> = cells.map(|(cell, _)| names::text(cell)).collect();
    !texts.is_empty() && texts.iter().all(|text| is_code(text))
}

/// Whether a text is a code: letters and digits without blanks, or with a line below.
fn is_code(text: &str) -> bool {
    let sound = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    text.len() >= 2
        && text.chars().all(sound)
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.contains(|c: char| c.is_ascii_digit() || c == '_')
}

/// What the cells of a row are that stand in columns of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Figures, or nothing: the row is one of the table.
    Figures,
    /// Words: the row names columns.
    Words,
    /// Periods that each stand over one column.
    Periods,
}

fn kind(row: &Row<'_>, below: &[Row<'_>], figures: &[bool]) -> Kind {
    let cells = row.cells.iter().zip(figures).enumerate().filter(|(_, (_, is_figure))| **is_figure);
    let cells: Vec<(usize, &[u8], Look)> =
        cells.map(|(at, (cell, _))| (at, *cell, look(cell))).collect();
    let count = |wanted: Look| cells.iter().filter(|(_, _, look)| *look == wanted).count();
    let (numbers, texts) = (count(Look::Figure), count(Look::Text));
    let is_plain = |cell: &&[u8]| figure::is_plain(cell);
    // Groups of ages and the like, over plain numbers.
    let names_groups = || {
        let above = cells.iter().filter(|(_, _, look)| *look == Look::Figure);
        above.clone().count() > 1
            && above.clone().all(|(at, cell, _)| {
                let below = below.iter().take(PREAMBLE).filter_map(|row| row.cells.get(*at));
                let (mut plain, mut said) = (0_usize, 0_usize);
                for cell in below.filter(|cell| look(cell) == Look::Figure) {
                    said += 1;
                    plain += usize::from(is_plain(cell));
                }
                !is_plain(cell) && number(cell) == Number::Not && plain * 2 > said
            })
    };
    if numbers == 0 {
        return if texts > 0 { Kind::Words } else { Kind::Figures };
    }
    let said = || cells.iter().filter(|(_, _, look)| *look == Look::Figure);
    let texts: Vec<String> = said().map(|(_, cell, _)| names::text(cell)).collect();
    if !are_periods(&texts) {
        return if names_groups() { Kind::Words } else { Kind::Figures };
    }
    // A column of years is one of figures as well: its first row names nothing.
    let is_usual = |at: usize| {
        let cells = below.iter().take(PREAMBLE).filter_map(|row| row.cells.get(at));
        let texts: Vec<String> =
            cells.map(|cell| names::text(cell)).filter(|text| !text.is_empty()).collect();
        let is_decimal = |text: &String| text.contains('.') && text.parse::<f64>().is_ok();
        !texts.is_empty() && !texts.iter().all(is_decimal) && are_periods(&texts)
    };
    if said().any(|&(at, _, _)| is_usual(at)) { Kind::Figures } else { Kind::Periods }
}

/// Whether all texts name periods of our time.
pub(super) fn are_periods(texts: &[String]) -> bool {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let (spans, _) = periods(&texts);
    texts.iter().zip(spans).all(|(text, span)| span.is_some() && is_of_our_time(text))
}

/// Whether a number alone is a year that people write tables of.
pub(super) fn is_of_our_time(text: &str) -> bool {
    let bare = YEAR.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
    // `2020.1` may be a month; `1000.1` is none.
    bare.parse::<f64>().map_or(true, |year| (1700.0..2101.0).contains(&year))
}

/// Whether a row says nothing but in columns of figures.
fn is_led_by_nothing(row: &Row<'_>, figures: &[bool]) -> bool {
    let mut cells = row.cells.iter().zip(figures);
    cells.all(|(cell, is_figure)| *is_figure || look(cell) == Look::Blank)
}

/// Whether a row below those that name the columns of figures names the others: it says nothing over figures, and words over
/// columns that have no name yet, or what stands in the rows where the corner says what lies across.
fn names_what_leads(rows: &[Row<'_>], rest: &[Row<'_>], figures: &[bool]) -> bool {
    let Some((row, [next, ..])) = rest.split_first() else { return false };
    let cell = |row: &Row<'_>, at: usize| row.cells.get(at).map_or(Look::Blank, |cell| look(cell));
    let others = || (0..figures.len()).filter(|&at| !figures[at]);
    let of_figures = || (0..figures.len()).filter(|&at| figures[at]);
    let is_named = |at: usize| rows.iter().any(|row| cell(row, at) != Look::Blank);
    let said: Vec<usize> = others().filter(|&at| cell(row, at) == Look::Text).collect();
    let is_bare = of_figures().all(|at| cell(row, at) == Look::Blank)
        && others().all(|at| matches!(cell(row, at), Look::Text | Look::Blank));
    let is_followed = of_figures().any(|at| cell(next, at) == Look::Figure);
    let is_above = of_figures().all(is_named);
    let leads = said.len() > 1 && said.iter().any(|&at| !is_named(at));
    // `TIME` over periods, and `GEO` over what stands below it.
    let hint = |row: &Row<'_>| row.cells.first().and_then(|c| lexicon::hint(&names::text(c)));
    let is_corner = said == [0]
        && rows.len() == 1
        && matches!(hint(&rows[0]), Some((Hint::Time, true)))
        && matches!(hint(row), Some((Hint::Area | Hint::Region | Hint::Topic | Hint::Series, _)));
    is_bare && is_followed && is_above && (leads || is_corner)
}

/// Whether a row of words names the first columns, and the rows above it all others, but not the very first.
fn leads_alone(rows: &[Row<'_>], row: &Row<'_>, width: usize) -> bool {
    let is_said =
        |row: &Row<'_>, at: usize| row.cells.get(at).is_some_and(|c| look(c) == Look::Text);
    let said = (0..width).take_while(|&at| is_said(row, at)).count();
    let is_named = |at: usize| rows.iter().any(|row| is_said(row, at));
    (2..width).contains(&said)
        && (said..width).all(|at| !is_said(row, at) && is_named(at))
        && !is_named(0)
}

/// Whether every column of figures has a name of its own in these rows, and every other one a name.
fn is_complete(rows: &[Row<'_>], figures: &[bool]) -> bool {
    let cell = |row: &Row<'_>, at: usize| row.cells.get(at).map(|cell| names::text(cell));
    let mut known = std::collections::BTreeSet::new();
    let is_own = |at: usize| known.insert(rows.iter().map(|row| cell(row, at)).collect::<Vec<_>>());
    if !(0..figures.len()).filter(|&at| figures[at]).all(is_own) {
        return false;
    }
    let is_named = |at: usize| {
        rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| look(cell) != Look::Blank))
    };
    (0..figures.len()).all(is_named)
}

/// Whether a row below complete names holds codes or units of the columns.
fn is_under(row: &Row<'_>, figures: &[bool]) -> bool {
    // The first column may say what the row holds.
    let cells = row.cells.iter().zip(figures).skip(1).filter(|(_, is_figure)| **is_figure);
    let texts: Vec<String> =
        cells.map(|(cell, _)| names::text(cell)).filter(|text| !text.is_empty()).collect();
    let stands_for_unit = |text: &String| {
        let bracketed =
            text.starts_with(['(', '\u{ff08}', '[']) && text.ends_with([')', '\u{ff09}', ']']);
        bracketed || lexicon::is_worded(text)
    };
    let distinct = || {
        let mut sorted = texts.clone();
        sorted.sort_unstable();
        sorted.dedup();
        sorted.len() == texts.len()
    };
    !texts.is_empty()
        && (texts.iter().all(stands_for_unit)
            || (texts.iter().all(|text| is_code(text)) && distinct())
            || is_worded(row, figures))
}

/// The number of cells that most rows have.
fn usual_width(rows: &[Row<'_>]) -> usize {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        let width = row.cells.len();
        match counts.iter_mut().find(|(w, _)| *w == width) {
            Some((_, count)) => *count += 1,
            None => counts.push((width, 1)),
        }
    }
    // Of several, the one that came first; titles and notes around a small table may be as many as its rows.
    let most = |counts: &mut dyn Iterator<Item = &(usize, usize)>| {
        counts.max_by_key(|(_, count)| *count).copied()
    };
    let divided = most(&mut counts.iter().rev().filter(|(width, _)| *width > 1));
    // A small table among many lines of words has more cells than these.
    let alone = rows.iter().filter(|row| row.cells.len() < 2).count();
    let is_usual = |(width, count): &(usize, usize)| {
        count * 10 >= rows.len() * 4 || (*width > 2 && *count > 2 && width * count > alone * 2)
    };
    let divided = divided.filter(is_usual);
    // Rows of figures below each other are the table, however many lines of words stand around it.
    let of_figures = if counts.len() > 1 { width_of_figures(rows) } else { None };
    of_figures
        .or_else(|| divided.map(|(width, _)| (width, 0)))
        .or_else(|| most(&mut counts.iter().rev()))
        .map_or(0, |(width, _)| width)
}

/// The width, and the number, of the rows of figures of which most have one width and at least three stand below each other.
fn width_of_figures(rows: &[Row<'_>]) -> Option<(usize, usize)> {
    let has_figure =
        |row: &Row<'_>| row.cells.iter().skip(1).any(|cell| look(cell) == Look::Figure);
    let (mut runs, mut before, mut run) = (Vec::<(usize, usize, usize)>::new(), 0, 0);
    for row in rows.iter().take(ROWS_OF_FIGURES).filter(|row| row.cells.len() > 2) {
        let width = row.cells.len();
        let is_figures = has_figure(row);
        run = if width == before && is_figures { run + 1 } else { usize::from(is_figures) };
        before = width;
        match runs.iter_mut().find(|(own, ..)| *own == width) {
            Some((_, count, longest)) => {
                *count += usize::from(is_figures);
                *longest = run.max(*longest);
            }
            None => runs.push((width, usize::from(is_figures), run)),
        }
    }
    let sound = runs.iter().rev().filter(|(_, _, longest)| *longest > 2);
    sound.max_by_key(|(_, count, _)| *count).map(|&(width, count, _)| (width, count))
}

/// A first row is no header where it holds a number in a column of numbers, except for years over the columns of a wide
/// table beside names of others.
fn is_header(first: &[&[u8]], rows: &[Row<'_>]) -> bool {
    let is_number = |cell: &[u8]| look(cell) == Look::Figure;
    let is_year = |cell: &[u8]| are_periods(&[names::text(cell)]);
    let numeric = |at: usize| {
        let mut cells =
            rows.iter().filter_map(|row| row.cells.get(at)).filter(|c| look(c) != Look::Blank);
        let any = cells.clone().next().is_some();
        any && cells.all(|cell| is_number(cell))
    };
    let named = first.iter().any(|cell| look(cell) != Look::Blank && !is_number(cell));
    let figures = |(at, cell): (usize, &&[u8])| {
        is_number(cell) && !(named && is_year(cell)) && (numeric(at) || rows.is_empty())
    };
    named && !first.iter().enumerate().any(figures)
}
