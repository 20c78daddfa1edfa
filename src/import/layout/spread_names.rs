//! Which columns are one that is spread over many: periods or places in their names.

use std::collections::{BTreeMap, BTreeSet};

use super::super::cell::{Grain, Number, YearPart, number, periods, says_as_of, year_part};
use super::super::lexicon::{self, Hint};
use super::areas::Areas;
use super::beside_years;
use super::figure;
use super::head::is_of_our_time;
use super::names::{Heading, joined, joined_without};
use super::place_words::{AREA, UNIT, VALUE, name_of_time};
use super::sources::Sources;
use super::spread::{Columns, Spread};
use super::year_parts::{self, YearParts};
use super::{Across, Wide};
use crate::column::DaySpan;
use crate::import::sample::Row;

/// The fewest places that columns may be named by.
const PLACES: usize = 3;

/// Columns that are periods, or parts of the years that stand elsewhere.
struct Found {
    candidates: Vec<Candidate>,
    grain: Option<Grain>,
    parts: Option<YearParts>,
    /// Whether they are months of which nobody says the year.
    undated: bool,
}

/// A column that may be one of many.
struct Candidate {
    column: usize,
    /// What is measured; empty where the name is the label alone.
    measure: String,
    label: String,
}

/// The columns that are one spread over many, as they are told and as rows are made of them; besides these it takes what
/// is measured, as a line above the table says, and the year that the table has as a whole.
pub(super) fn wide(
    heading: &Heading,
    sources: &Sources,
    body: &[Row<'_>],
    (measure, year): (Option<&str>, Option<DaySpan>),
) -> Option<(Wide, Spread)> {
    let mut figures = columns_of_figures(heading, body);
    let beside = beside_years::beside(heading, body, &of_periods(heading, &figures));
    beside.iter().for_each(|own| figures[own.column] = false);
    let of_year = |found: Found| (Across::Time, found);
    let found = by_time(heading, body, &figures).map(of_year);
    let found = found.or_else(|| by_part(heading, body, &figures, year).map(of_year));
    let found = found.or_else(|| {
        let candidates = by_area(heading, body, &figures)?;
        Some((Across::Area, Found { candidates, grain: None, parts: None, undated: false }))
    });
    let (across, Found { candidates, grain, parts, undated }) = found?;
    let is_chinese = is_chinese(heading, body);
    let own = sources.across.clone();
    let name = match (across, &parts) {
        (_, Some(parts)) => parts.name(heading),
        (Across::Time, _) => own.unwrap_or_else(|| name_of_time(grain, is_chinese).to_owned()),
        (Across::Area, _) => own.unwrap_or_else(|| AREA[usize::from(is_chinese)].to_owned()),
    };
    let value = measure.unwrap_or(VALUE[usize::from(is_chinese)]);
    let mut spread = spread_of(heading, sources, (&candidates, parts), name, value);
    spread.undated = undated;
    let marks = spread.take_beside(&beside, UNIT[usize::from(is_chinese)]);
    let labels = spread.across.as_ref().map(|across| across.labels.clone()).unwrap_or_default();
    let is_time = across == Across::Time;
    let last = is_time.then(|| {
        let at = last_of(&labels);
        let names = spread.take_behind(&behind(heading, body, &figures), at);
        (names, labels.get(at).cloned().unwrap_or_default())
    });
    let last = last.filter(|(names, _)| !names.is_empty());
    let is_part = |label: &&String| year_part(label) != Some(YearPart::Whole);
    let shown: Vec<String> = labels.iter().filter(is_part).cloned().collect();
    let ends = ends(&shown)?;
    Some((Wide { across, ends, labels: labels.len(), marks, last, used: true }, spread))
}

/// Whether a table speaks Chinese, by its header; by its rows where the header has no word at all.
fn is_chinese(heading: &Heading, body: &[Row<'_>]) -> bool {
    let says = |text: &str| lexicon::is_chinese(text);
    let mut names = heading.columns.iter().flatten();
    let is_mute = !names.clone().any(|name| name.chars().any(char::is_alphabetic));
    names.any(|name| says(name))
        || is_mute
            && body
                .iter()
                .flat_map(|row| &row.cells)
                .any(|cell| says(&String::from_utf8_lossy(cell)))
}

/// Columns of figures behind all that are named by periods, such as the change over the last one or the rank in it; in
/// order.
fn behind(heading: &Heading, body: &[Row<'_>], figures: &[bool]) -> Vec<usize> {
    let last = of_periods(heading, figures).last().copied();
    let says_of_row = |at: usize| {
        let name = joined(&heading.columns[at]);
        lexicon::is_attribute(&name)
            || lexicon::is_named(&name, lexicon::LATITUDE)
            || lexicon::is_named(&name, lexicon::LONGITUDE)
    };
    let from = last.map_or(figures.len(), |last| last + 1);
    (from..figures.len())
        .filter(|&at| figures[at] && is_measured(heading, body, at) && !says_of_row(at))
        .collect()
}

/// The place of the label that says the latest of what is told: the whole year where there is one, else the last period.
fn last_of(labels: &[String]) -> usize {
    if let Some(at) = labels.iter().position(|label| year_part(label) == Some(YearPart::Whole)) {
        return at;
    }
    let names: Vec<&str> = labels.iter().map(String::as_str).collect();
    let spans = periods(&names).0;
    let latest = (0..labels.len()).max_by_key(|&at| (spans.get(at).copied().flatten(), at));
    latest.unwrap_or_default()
}

/// The first and the last label; of periods that run backwards the earlier one first.
fn ends(labels: &[String]) -> Option<(String, String)> {
    let (first, last) = (labels.first()?, labels.last()?);
    let (spans, _) = periods(&[first, last]);
    let is_back = matches!(spans.as_slice(), [Some(first), Some(last)] if first > last);
    let (first, last) = if is_back { (last, first) } else { (first, last) };
    Some((first.clone(), last.clone()))
}

/// Columns of figures, and those that say nothing at all.
fn columns_of_figures(heading: &Heading, body: &[Row<'_>]) -> Vec<bool> {
    let width = heading.columns.len();
    let mut figures = figure::columns(body, width);
    let is_empty = |at: usize| {
        let looks = body
            .iter()
            .map(|row| row.cells.get(at).map_or(figure::Look::Blank, |cell| figure::look(cell)));
        looks.into_iter().all(|look| matches!(look, figure::Look::Blank | figure::Look::Missing))
    };
    for (at, is_figures) in figures.iter_mut().enumerate() {
        *is_figures = *is_figures || (!body.is_empty() && is_empty(at));
    }
    figures
}

/// Columns of figures that are named by periods, or by parts of a year.
fn of_periods(heading: &Heading, figures: &[bool]) -> Vec<usize> {
    let named = candidates(heading, figures);
    let labels: Vec<&str> = named.iter().map(|candidate| candidate.label.as_str()).collect();
    let spans = periods(&labels).0;
    let is_period = |(own, span): (&Candidate, Option<DaySpan>)| {
        span.filter(|_| is_of_our_time(&own.label)).map(|_| own.column)
    };
    let mut columns: Vec<usize> = named.iter().zip(spans).filter_map(is_period).collect();
    let is_part = |at: &usize| {
        figures[*at] && heading.columns[*at].iter().any(|piece| year_part(piece).is_some())
    };
    columns.extend((0..heading.columns.len()).filter(is_part));
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// Columns named by periods, each measure's more than once, where no column of the rows is their time.
fn by_time(heading: &Heading, body: &[Row<'_>], figures: &[bool]) -> Option<Found> {
    let named = candidates(heading, figures);
    let labels: Vec<&str> = named.iter().map(|candidate| candidate.label.as_str()).collect();
    let (spans, _) = periods(&labels);
    let mut by_measure: BTreeMap<String, Vec<(Candidate, DaySpan)>> = BTreeMap::new();
    for (candidate, span) in named.into_iter().zip(spans) {
        if let Some(span) = span.filter(|_| is_of_our_time(&candidate.label)) {
            by_measure.entry(candidate.measure.clone()).or_default().push((candidate, span));
        }
    }
    by_measure.retain(|_, columns| columns.len() > 1);
    let is_clear = |columns: &Vec<(Candidate, DaySpan)>| {
        let mut spans: Vec<DaySpan> = columns.iter().map(|(_, span)| *span).collect();
        spans.sort_unstable();
        spans.windows(2).all(|pair| pair[0] != pair[1])
    };
    let spread: usize = by_measure.values().map(Vec::len).sum();
    let taken: BTreeSet<usize> =
        by_measure.values().flatten().map(|(candidate, _)| candidate.column).collect();
    let says =
        |at: &usize| body.iter().any(|row| row.cells.get(*at).is_some_and(|c| !c.is_empty()));
    let is_said = taken.iter().any(says);
    if !is_said
        || !by_measure.values().all(is_clear)
        || spread < measured_beside(heading, body, figures, &taken)
    {
        return None;
    }
    if (0..heading.columns.len()).any(|at| !taken.contains(&at) && is_time(heading, body, at)) {
        return None;
    }
    let mut candidates: Vec<Candidate> =
        by_measure.into_values().flatten().map(|(candidate, _)| candidate).collect();
    candidates.sort_by_key(|candidate| candidate.column);
    let labels: Vec<&str> = candidates.iter().map(|candidate| candidate.label.as_str()).collect();
    let (_, grain) = periods(&labels);
    Some(Found { candidates, grain, parts: None, undated: false })
}

/// Columns of figures beside those that are one: not codes, dates, or what says nothing.
fn measured_beside(
    heading: &Heading,
    body: &[Row<'_>],
    figures: &[bool],
    taken: &BTreeSet<usize>,
) -> usize {
    let measures = |at: &usize| !taken.contains(at) && is_measured(heading, body, *at);
    (0..figures.len()).filter(|at| figures[*at]).filter(measures).count()
}

/// Whether a column of figures measures something: it has neither codes nor dates, nor nothing at all.
fn is_measured(heading: &Heading, body: &[Row<'_>], at: usize) -> bool {
    let hint = lexicon::hint(&joined(&heading.columns[at])).map(|(hint, _)| hint);
    let is_code = matches!(hint, Some(Hint::Id | Hint::Code | Hint::Counter));
    let cells = || body.iter().filter_map(|row| row.cells.get(at));
    let is_number = |cell: &&[u8]| figure::is_plain(cell) && !is_led_by_nought(cell);
    !is_code
        && !is_time(heading, body, at)
        && (cells().any(is_number) || !cells().all(|cell| is_date_or_blank(cell)))
}

/// Whether a cell of digits is a code: no number begins with a nought that others follow.
fn is_led_by_nought(cell: &[u8]) -> bool {
    cell.len() > 1 && cell[0] == b'0' && cell.iter().all(u8::is_ascii_digit)
}

fn is_date_or_blank(cell: &[u8]) -> bool {
    let text = super::names::text(cell);
    is_led_by_nought(cell) || text.is_empty() || is_period(&text)
}

/// Columns named by parts of a year, each measure's more than once, where a column or the table as a whole gives the years;
/// and months of which nobody says the year.
fn by_part(
    heading: &Heading,
    body: &[Row<'_>],
    figures: &[bool],
    year: Option<DaySpan>,
) -> Option<Found> {
    let mut by_measure: BTreeMap<String, Vec<(Candidate, YearPart)>> = BTreeMap::new();
    for (column, pieces) in heading.columns.iter().enumerate() {
        let at = pieces.iter().position(|piece| year_part(piece).is_some());
        let Some((at, part)) = at.and_then(|at| Some((at, year_part(&pieces[at])?))) else {
            continue;
        };
        // `Year` is the year of the rows, not what stands beside the months.
        let is_time =
            part == YearPart::Whole && matches!(lexicon::hint(&pieces[at]), Some((Hint::Time, _)));
        if !figures[column] || is_time {
            continue;
        }
        let (measure, label) = (joined_without(pieces, at), pieces[at].clone());
        let candidate = Candidate { column, measure, label };
        by_measure.entry(candidate.measure.clone()).or_default().push((candidate, part));
    }
    let is_several = |columns: &Vec<(Candidate, YearPart)>| {
        columns.iter().filter(|(_, part)| *part != YearPart::Whole).count() > 1
    };
    by_measure.retain(|_, columns| is_several(columns));
    let is_clear = |columns: &Vec<(Candidate, YearPart)>| {
        let parts: BTreeSet<YearPart> = columns.iter().map(|(_, part)| *part).collect();
        parts.len() == columns.len()
    };
    let mut candidates: Vec<Candidate> = by_measure
        .values()
        .all(is_clear)
        .then_some(by_measure)?
        .into_values()
        .flatten()
        .map(|(c, _)| c)
        .collect();
    candidates.sort_by_key(|candidate| candidate.column);
    let taken: BTreeSet<usize> = candidates.iter().map(|candidate| candidate.column).collect();
    let (labels, _) = distinct(candidates.iter().map(|own| own.label.clone()));
    let parts = year_parts::across(heading, body, &taken, &labels, year);
    let undated = parts.is_none()
        && year.is_none()
        && year_parts::are_undated(heading, body, &taken, &labels);
    if parts.is_none() && !undated {
        return None;
    }
    let of_parts = parts.iter().flat_map(YearParts::columns);
    let told: BTreeSet<usize> = taken.iter().copied().chain(of_parts).collect();
    // Questions are numbered as quarters are.
    let is_question = |at: usize| {
        let name = joined(&heading.columns[at]).to_lowercase();
        name.strip_prefix('q').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let beside = measured_beside(heading, body, figures, &told);
    let has_questions = (0..figures.len()).any(|at| !taken.contains(&at) && is_question(at));
    (taken.len() >= beside && !has_questions).then_some(Found {
        candidates,
        grain: undated.then(|| grain_of(&labels)),
        parts,
        undated,
    })
}

/// How long the parts of a year are that stand without one: quarters or months.
fn grain_of(labels: &[String]) -> Grain {
    let is_quarter = |label: &String| matches!(year_part(label), Some(YearPart::Nth(3, _)));
    if labels.iter().any(is_quarter) { Grain::Quarter } else { Grain::Month }
}

fn is_named_time(pieces: &[String]) -> bool {
    lexicon::hint(&joined(pieces)).is_some_and(|(hint, _)| hint == Hint::Time)
}

/// Whether a column that stays is the time of the rows.
fn is_time(heading: &Heading, body: &[Row<'_>], at: usize) -> bool {
    if !is_named_time(&heading.columns[at]) {
        return false;
    }
    let texts: Vec<String> = body
        .iter()
        .filter_map(|row| row.cells.get(at))
        .map(|cell| super::names::text(cell))
        .filter(|text| !text.is_empty())
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    !texts.is_empty() && periods(&texts).0.iter().all(Option::is_some)
}

/// Names of columns of figures, taken apart into what is measured and a label that has a digit.
fn candidates(heading: &Heading, figures: &[bool]) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (column, pieces) in heading.columns.iter().enumerate() {
        if !figures.get(column).copied().unwrap_or_default() {
            continue;
        }
        let piece = pieces.iter().position(|piece| is_period(piece));
        let taken = if let Some(at) = piece {
            Some((joined_without(pieces, at), pieces[at].clone()))
        } else if let [name] = pieces.as_slice() {
            apart(name)
        } else {
            None
        };
        if let Some((measure, label)) = taken {
            candidates.push(Candidate { column, measure, label });
        }
    }
    candidates.extend(behind_each(heading, figures, &candidates));
    candidates.sort_by_key(|candidate| candidate.column);
    candidates
}

/// Columns of one name, of which one stands behind each period, such as the rank in it: they are of these periods.
fn behind_each(heading: &Heading, figures: &[bool], periods: &[Candidate]) -> Vec<Candidate> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (column, pieces) in heading.columns.iter().enumerate() {
        if let [name] = pieces.as_slice()
            && figures.get(column) == Some(&true)
            && year_part(name).is_none()
            && periods.iter().all(|own| own.column != column)
        {
            by_name.entry(name).or_default().push(column);
        }
    }
    by_name.retain(|_, columns| {
        let next = |at: usize| periods.get(at + 1).map_or(usize::MAX, |own| own.column);
        let is_behind =
            |(at, column): (usize, &usize)| (periods[at].column..next(at)).contains(column);
        columns.len() > 1
            && columns.len() == periods.len()
            && columns.iter().enumerate().all(is_behind)
    });
    let of_period = |name: &str, (column, own): (usize, &Candidate)| {
        let measure = if own.measure.is_empty() {
            name.to_owned()
        } else {
            [own.measure.as_str(), name].join(" ")
        };
        Candidate { column, measure, label: own.label.clone() }
    };
    let all = by_name.into_iter().flat_map(|(name, columns)| {
        columns.into_iter().zip(periods).map(move |own| of_period(name, own))
    });
    all.collect()
}

/// Whether a text alone names a period.
fn is_period(text: &str) -> bool {
    matches!(periods(&[text]).0.as_slice(), [Some(_)])
}

/// Signs between what is measured and its period.
const BETWEEN: &[char] = &[
    ' ', '_', '-', ':', '\u{ff1a}', '(', ')', '\u{ff08}', '\u{ff09}', '[', ']', ',', '.', '/', '|',
];

/// A name of a measure and a year before or behind it: `产值2020年`, `2020年产值`, `pop_1990`.
fn apart(name: &str) -> Option<(String, String)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let runs: Vec<(usize, &str)> =
        name.match_indices(is_digit).fold(Vec::new(), |mut runs: Vec<(usize, &str)>, (at, _)| {
            match runs.last_mut() {
                Some((from, run)) if *from + run.len() == at => *run = &name[*from..=at],
                _ => runs.push((at, &name[at..=at])),
            }
            runs
        });
    let years: Vec<&(usize, &str)> =
        runs.iter().filter(|(_, run)| run.len() == 4 && is_of_our_time(run)).collect();
    let [(from, year)] = years.as_slice() else { return None };
    let (before, after) = (&name[..*from], &name[from + year.len()..]);
    let lead = before.trim_matches(BETWEEN);
    if lead.is_empty() || says_as_of(lead) {
        // The year begins the name: what belongs to it goes as far as it can be read as a period.
        let ends = after.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
        let label = ends
            .chain(std::iter::once(0))
            .map(|end| name[*from..].split_at(year.len() + end))
            .find(|(label, _)| is_period(label.trim()));
        let (label, measure) = label?;
        let measure = bare(measure);
        return (!measure.is_empty()).then(|| (measure.to_owned(), label.trim().to_owned()));
    }
    let label = name[*from..].trim_matches(BETWEEN);
    let measure = bare(before);
    is_period(label).then(|| (measure.to_owned(), label.to_owned()))
}

/// A name without the signs around it; a bracket that closes what it opens is part of it.
fn bare(name: &str) -> &str {
    let name = name.trim_start_matches(BETWEEN);
    let end = name.trim_end_matches(BETWEEN).len();
    let is_open = |(open, close): &(char, char)| {
        name[end..].starts_with(*close) && name[..end].contains(*open)
    };
    let closed = [('(', ')'), ('\u{ff08}', '\u{ff09}'), ('[', ']')].into_iter().find(is_open);
    &name[..end + closed.map_or(0, |(_, close)| close.len_utf8())]
}

/// Columns named by places, where none of the rows' own columns holds places.
fn by_area(heading: &Heading, body: &[Row<'_>], figures: &[bool]) -> Option<Vec<Candidate>> {
    let named: Vec<(usize, &str)> =
        heading
            .columns
            .iter()
            .enumerate()
            .filter(|(at, _)| figures.get(*at).copied().unwrap_or_default())
            .filter(|(_, pieces)| !is_named_time(pieces))
            .filter_map(|(at, pieces)| {
                if let [name] = pieces.as_slice() { Some((at, name.as_str())) } else { None }
            })
            .collect();
    if named.len() < PLACES {
        return None;
    }
    let areas = Areas::new();
    let of = |is: &dyn Fn(&str) -> bool| -> Vec<(usize, &str)> {
        named.iter().copied().filter(|(_, name)| is(name)).collect()
    };
    let mut places = of(&|name| areas.is_name(name));
    // Codes of two or three letters are countries where all of them are.
    if places.is_empty() && named.len() == of(&|name| areas.is_code(name)).len() {
        places.clone_from(&named);
    }
    if places.len() < PLACES {
        return None;
    }
    let taken: BTreeSet<usize> = places.iter().map(|(column, _)| *column).collect();
    let totals = of(&|name| areas.is_total(name)).into_iter();
    places.extend(totals.filter(|(column, _)| !taken.contains(column)));
    places.sort_unstable();
    let taken: BTreeSet<usize> = places.iter().map(|(column, _)| *column).collect();
    let has_places = |at: usize| {
        let cells = body.iter().filter_map(|row| std::str::from_utf8(row.cells.get(at)?).ok());
        let (mut said, mut named) = (0_usize, 0_usize);
        for cell in
            cells.map(str::trim).filter(|cell| !matches!(number(cell.as_bytes()), Number::Missing))
        {
            said += 1;
            named += usize::from(areas.is_name(cell));
        }
        said > 0 && named * 10 >= said * 7
    };
    let own = (0..heading.columns.len()).any(|at| !taken.contains(&at) && has_places(at));
    let beside = measured_beside(heading, body, figures, &taken);
    let candidate = |(column, name): (usize, &str)| Candidate {
        column,
        measure: String::new(),
        label: name.to_owned(),
    };
    (places.len() >= beside * 4 && !own).then(|| places.into_iter().map(candidate).collect())
}

fn spread_of(
    heading: &Heading,
    sources: &Sources,
    (candidates, parts): (&[Candidate], Option<YearParts>),
    name: String,
    value: &str,
) -> Spread {
    let mut taken: BTreeSet<usize> = candidates.iter().map(|candidate| candidate.column).collect();
    taken.extend(parts.iter().flat_map(YearParts::columns));
    let kept = sources.of(heading).into_iter();
    let kept = kept.filter(|(_, source)| !taken.contains(&source.column)).collect();
    let measure = |candidate: &Candidate| {
        let name = if candidate.measure.is_empty() { value } else { &candidate.measure };
        heading.with_unit(candidate.column, name)
    };
    let (labels, label_of) = distinct(candidates.iter().map(|own| own.label.clone()));
    let (measures, measure_of) = distinct(candidates.iter().map(measure));
    let mut places = vec![vec![None; measures.len()]; labels.len()];
    for ((candidate, label), measure) in candidates.iter().zip(label_of).zip(measure_of) {
        places[label][measure] = Some(candidate.column);
    }
    let in_parts = parts.is_some();
    let across = Some(Columns { name, in_parts, labels, measures, places, marks: Vec::new() });
    Spread { kept, across, parts, ..Spread::default() }
}

/// Each text once, in the order in which they come, and where each of all stands among these.
fn distinct(texts: impl Iterator<Item = String>) -> (Vec<String>, Vec<usize>) {
    let (mut list, mut known) = (Vec::new(), BTreeMap::new());
    let places = texts.map(|text| {
        *known.entry(text.clone()).or_insert_with(|| {
            list.push(text);
            list.len() - 1
        })
    });
    let places = places.collect();
    (list, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_one_name_behind_each_period_are_of_these() {
        let found = |names: &[&str]| {
            let mut heading = Heading::default();
            heading.columns = names.iter().map(|name| vec![(*name).to_owned()]).collect();
            let all = candidates(&heading, &vec![true; names.len()]);
            let text = |own: Candidate| format!("{} {} {}", own.column, own.label, own.measure);
            all.into_iter().map(|own| text(own).trim().to_owned()).collect::<Vec<_>>()
        };
        let paired = ["1 2019年", "2 2019年 位次", "3 2020年", "4 2020年 位次"];
        assert_eq!(found(&["国家", "2019年", "位次", "2020年", "位次"]), paired);
        // Of two things each has its own, and one alone is of no period.
        assert_eq!(
            found(&["GDP 2019", "Rank", "People 2019", "Rank"]),
            ["0 2019 GDP", "1 2019 GDP Rank", "2 2019 People", "3 2019 People Rank"]
        );
        assert_eq!(found(&["2019", "2020", "Rank"]), ["0 2019", "1 2020"]);
        assert_eq!(found(&["Rank", "2019", "Rank", "2020"]), ["1 2019", "3 2020"]);
    }

    #[test]
    fn a_name_is_taken_apart_at_its_year() {
        for (name, expected) in [
            ("产值2020年", Some(("产值", "2020年"))),
            ("2020年产值", Some(("产值", "2020年"))),
            ("pop_1990", Some(("pop", "1990"))),
            ("GDP (2019)", Some(("GDP", "2019"))),
            ("F1990", Some(("F", "1990"))),
            ("产值", None),
            ("2021年为2020年%", None),
            ("Top 1000", None),
            ("model 4711", None),
        ] {
            let found = apart(name);
            let found = found.as_ref().map(|(measure, label)| (measure.as_str(), label.as_str()));
            assert_eq!(found, expected, "{name}");
        }
    }
}
