//! Periods that are told in two places: the year in a column of the rows, above the table or in the file's name, what part of it in the names of the
//! columns or in a column of months.

use std::collections::{BTreeMap, BTreeSet};

use super::super::cell::{Grain, YearPart, day_text, numbered_part, period, time_form, year_part};
use super::super::lexicon::{self, Hint};
use super::head::is_of_our_time;
use super::names::{Heading, joined, text};
use super::place_words::name_of_time;
use crate::column::DaySpan;
use crate::import::form::{Pairs, TimeForm};
use crate::import::sample::{Cells, Row};

/// Where the year stands.
#[derive(Clone, Debug)]
enum Year {
    Column(usize, TimeForm),
    Own(DaySpan),
}

/// How periods are put together of a year and its parts.
#[derive(Clone, Debug)]
pub(super) struct YearParts {
    year: Year,
    /// The column of months, and how many months its bare numbers count, if they do.
    month: Option<(usize, Option<u8>)>,
    /// The column of days of a month, where there is one beside that of months.
    day: Option<usize>,
    /// Parts in the names of columns, in their order; none where the month's column says all.
    labels: Vec<String>,
    /// The years and months that have come, and where each stands among them.
    known: Vec<Known>,
    places: BTreeMap<Vec<u8>, usize>,
    /// The one that came last: rows of one period follow each other.
    last: usize,
}

/// A year and a month as rows say them, and the periods that they make, one for each label.
#[derive(Clone, Debug)]
struct Known {
    said: [Vec<u8>; 3],
    texts: Vec<Vec<u8>>,
}

/// Years and months beyond which those that have come are forgotten: cells may say anything.
const KNOWN: usize = 1 << 14;

/// The fewest months that are told without a year.
const MONTHS: usize = 3;

impl YearParts {
    const fn new(year: Year, month: Option<(usize, Option<u8>)>, labels: Vec<String>) -> Self {
        Self { year, month, day: None, labels, known: Vec::new(), places: BTreeMap::new(), last: 0 }
    }

    /// Whether the year is that of the table as a whole.
    pub(super) const fn is_of_own_year(&self) -> bool {
        matches!(self.year, Year::Own(_))
    }

    /// Columns of the file that the periods take the place of.
    pub(super) fn columns(&self) -> Vec<usize> {
        let year = if let Year::Column(at, _) = self.year { Some(at) } else { None };
        year.into_iter().chain(self.month.map(|(at, _)| at)).chain(self.day).collect()
    }

    /// Names of these columns.
    pub(super) fn names(&self, heading: &Heading) -> Vec<String> {
        self.columns().into_iter().map(|at| joined(&heading.columns[at])).collect()
    }

    /// The name of the column that they make.
    pub(super) fn name(&self, heading: &Heading) -> String {
        let mut pieces = heading.columns.iter().flatten();
        let is_chinese = pieces.any(|piece| lexicon::is_chinese(piece));
        let parts: Vec<YearPart> =
            self.labels.iter().filter_map(|label| year_part(label)).collect();
        let grain = match (self.day, self.month, parts.first()) {
            (Some(_), ..) => Some(Grain::Day),
            (_, _, Some(YearPart::Months(first, last))) if first == last => Some(Grain::Month),
            (_, _, Some(YearPart::Nth(3, _))) => Some(Grain::Quarter),
            (_, _, Some(YearPart::Week(_))) => Some(Grain::Week),
            (_, Some((_, Some(1))), None) => Some(Grain::Month),
            (_, Some((_, Some(3))), None) => Some(Grain::Quarter),
            _ => None,
        };
        name_of_time(grain, is_chinese).to_owned()
    }

    /// Sees to it that [`Self::text`] knows a row.
    pub(super) fn learn(&mut self, cells: Cells<'_>) {
        let said = self.said(cells);
        if self.known.get(self.last).is_some_and(|known| known.said == said) {
            return;
        }
        let key = said.join(&0x1f);
        if let Some(&at) = self.places.get(&key) {
            self.last = at;
            return;
        }
        if self.known.len() >= KNOWN {
            self.known.clear();
            self.places.clear();
        }
        let texts = self.texts(cells);
        self.last = self.known.len();
        self.places.insert(key, self.last);
        self.known.push(Known { said: said.map(<[u8]>::to_vec), texts });
    }

    /// The period of one label in a row that has been learnt.
    pub(super) fn text(&self, cells: Cells<'_>, label: usize) -> &[u8] {
        let said = self.said(cells);
        let last = self.known.get(self.last).filter(|known| known.said == said);
        let known =
            last.or_else(|| self.places.get(&said.join(&0x1f)).and_then(|&at| self.known.get(at)));
        known.and_then(|known| known.texts.get(label)).map(Vec::as_slice).unwrap_or_default()
    }

    /// What a row says of year, month and day.
    fn said<'a>(&self, cells: Cells<'a>) -> [&'a [u8]; 3] {
        let year = if let Year::Column(at, _) = self.year { Some(at) } else { None };
        let of = |at: Option<usize>| at.map(|at| cells.get(at)).unwrap_or_default();
        [of(year), of(self.month.map(|(at, _)| at)), of(self.day)]
    }

    fn texts(&self, cells: Cells<'_>) -> Vec<Vec<u8>> {
        let (said, year) = match &self.year {
            Year::Column(at, form) => {
                let cell = cells.get(*at);
                (text(cell), period(day_text(cell), form))
            }
            Year::Own(span) => (String::new(), Some(*span)),
        };
        let month = self.month.map(|(at, _)| text(cells.get(at))).unwrap_or_default();
        let of_month = self.month.and_then(|(_, months)| numbered_part(&month, months));
        let day = self.day.map(|at| text(cells.get(at))).unwrap_or_default();
        let made = |label: &str| {
            let part = if label.is_empty() { of_month } else { year_part(label) };
            // A row without a month is one of the whole year; what is no period stays as it stands, and is told.
            let part = part.or((label.is_empty() && month.is_empty()).then_some(YearPart::Whole));
            let found = year
                .and_then(|year| part?.of_year(year, of_month))
                .and_then(|found| if day.is_empty() { Some(found) } else { of_day(&found, &day) });
            let joined = || {
                let all = [&said, &month, &day, label];
                all.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
            };
            found.unwrap_or_else(joined).into_bytes()
        };
        if self.labels.is_empty() {
            vec![made("")]
        } else {
            self.labels.iter().map(|label| made(label)).collect()
        }
    }
}

/// The day of a month that is written as `2020M02`.
fn of_day(month: &str, day: &str) -> Option<String> {
    let day: u8 = day.parse().ok()?;
    let (year, month) = month.split_once('M').filter(|(_, month)| month.len() == 2)?;
    Some(format!("{year}-{month}-{day:02}"))
}

/// How the years of the rows are told where parts of them stand across the columns under these names.
pub(super) fn across(
    heading: &Heading,
    body: &[Row<'_>],
    taken: &BTreeSet<usize>,
    labels: &[String],
    own: Option<DaySpan>,
) -> Option<YearParts> {
    let parts: Option<Vec<YearPart>> = labels.iter().map(|label| year_part(label)).collect();
    let parts = parts?;
    let needs_month = parts.iter().any(|part| matches!(part, YearPart::TenDays(_)));
    let free = |at: &usize| !taken.contains(at);
    let month = (0..heading.columns.len()).filter(free).find_map(|at| months(heading, body, at));
    let month = month.filter(|_| needs_month);
    if needs_month && month.is_none() {
        return None;
    }
    let year = (0..heading.columns.len())
        .filter(free)
        .find_map(|at| years(heading, body, at).map(|form| (at, form)));
    let starts = parts.iter().find_map(|part| match part {
        YearPart::Months(first, _) => Some(*first),
        _ => None,
    });
    let year = match year {
        Some((at, form)) if form.pairs == Pairs::Fiscal => {
            // Where the months begin in April, so does the year.
            let begins = starts.filter(|_| !needs_month).unwrap_or(form.begins);
            Year::Column(at, TimeForm { begins, ..form })
        }
        Some((at, form)) => Year::Column(at, form),
        None => Year::Own(own?),
    };
    let runs_over = |pair: &[YearPart]| matches!(pair, [YearPart::Months(a, _), YearPart::Months(b, _)] if a > b);
    let is_fiscal = matches!(&year, Year::Column(_, form) if form.pairs == Pairs::Fiscal);
    // From July to June under one year: nobody says which of the two it is.
    if !is_fiscal && parts.windows(2).any(runs_over) && starts != Some(12) && starts != Some(1) {
        return None;
    }
    Some(YearParts::new(year, month, labels.to_vec()))
}

/// Whether labels are single months, or quarters, and no free column says of which years they are.
pub(super) fn are_undated(
    heading: &Heading,
    body: &[Row<'_>],
    taken: &BTreeSet<usize>,
    labels: &[String],
) -> bool {
    let parts = labels.iter().filter_map(|label| year_part(label));
    let parts: Vec<YearPart> = parts.filter(|part| *part != YearPart::Whole).collect();
    let is_month = |part: &YearPart| matches!(part, YearPart::Months(a, b) if a == b);
    let is_quarter = |part: &YearPart| matches!(part, YearPart::Nth(3, _));
    let is_free = |at: &usize| !taken.contains(at);
    parts.len() >= MONTHS
        && (parts.iter().all(is_month)
            || (parts.iter().all(is_quarter) && !are_answers(body, taken)))
        && !(0..heading.columns.len()).filter(is_free).any(|at| tells_time(heading, body, at))
}

/// Whether all figures of columns are answers on a scale: what heads them are the questions of a form, and no quarters.
fn are_answers(body: &[Row<'_>], columns: &BTreeSet<usize>) -> bool {
    const SCALE: std::ops::RangeInclusive<u8> = 0..=10;
    let cells = body.iter().flat_map(|row| columns.iter().filter_map(|at| row.cells.get(*at)));
    let texts: Vec<String> = cells.map(|cell| text(cell)).filter(|own| !own.is_empty()).collect();
    texts.iter().all(|own| own.parse().is_ok_and(|answer: u8| SCALE.contains(&answer)))
}

/// Whether a column has months or quarters of which nothing in the rows says the years.
pub(super) fn has_undated(heading: &Heading, body: &[Row<'_>]) -> bool {
    let all = 0..heading.columns.len();
    let Some((at, counted)) = all.clone().find_map(|at| months(heading, body, at)) else {
        return false;
    };
    let said = said(body, at);
    // Bare numbers may be months that are counted.
    let is_named = said.iter().any(|text| year_part(text).is_some());
    let is_whole = lexicon::hint(&joined(&heading.columns[at])) == Some((Hint::Time, true));
    let parts: BTreeSet<YearPart> = said
        .iter()
        .filter_map(|text| numbered_part(text, counted))
        .filter(|part| *part != YearPart::Whole)
        .collect();
    (is_named || is_whole)
        && parts.len() > 1
        && !all.into_iter().any(|other| other != at && tells_time(heading, body, other))
}

/// Whether a column holds years or other whole periods.
fn tells_time(heading: &Heading, body: &[Row<'_>], at: usize) -> bool {
    if years(heading, body, at).is_some() {
        return true;
    }
    let name = joined(&heading.columns[at]);
    let said = said(body, at);
    let form = time_form(said.iter().map(String::as_str), &name);
    let is_bare = |text: &String| text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let is_named = matches!(lexicon::hint(&name), Some((Hint::Time, _)));
    !said.is_empty()
        && said.iter().all(|text| period(day_text(text.as_bytes()), &form).is_some())
        && (is_named || !said.iter().any(is_bare))
}

/// A column of years beside one of months or quarters, which together are the time of the rows; and one of days beside
/// these. Where nothing in the rows tells the time, it may be the year that the table has as a whole.
pub(super) fn beside(
    heading: &Heading,
    body: &[Row<'_>],
    own: Option<DaySpan>,
) -> Option<YearParts> {
    let width = heading.columns.len();
    let month = (0..width).find_map(|at| months(heading, body, at))?;
    let mut years = (0..width)
        .filter(|&at| at != month.0)
        .filter_map(|at| years(heading, body, at).map(|form| (at, form)));
    let year = match years.next() {
        Some((at, form)) => Year::Column(at, form),
        None => {
            let mut others = (0..width).filter(|&at| at != month.0);
            Year::Own(own.filter(|_| !others.any(|at| tells_time(heading, body, at)))?)
        }
    };
    let is_day = |text: &String| text.parse().is_ok_and(|day: u8| (1..=31).contains(&day));
    let day = (0..width).find(|&at| {
        lexicon::names_days(&joined(&heading.columns[at])) && {
            let said = said(body, at);
            !said.is_empty() && said.iter().all(is_day)
        }
    });
    let parts = YearParts::new(year, Some(month), Vec::new());
    Some(YearParts { day, ..parts })
}

/// What cells of a column say, each text once.
fn said(body: &[Row<'_>], at: usize) -> BTreeSet<String> {
    let texts = body.iter().filter_map(|row| row.cells.get(at)).map(|cell| text(cell));
    texts.filter(|text| !text.is_empty()).collect()
}

/// How a column writes years, where it holds nothing else and is the time of the rows.
fn years(heading: &Heading, body: &[Row<'_>], at: usize) -> Option<TimeForm> {
    let name = joined(&heading.columns[at]);
    let hint = lexicon::hint(&name);
    let is_named = matches!(hint, Some((Hint::Time, _)));
    if lexicon::is_attribute(&name) || !(is_named || hint.is_none()) {
        return None;
    }
    let said = said(body, at);
    let form = time_form(said.iter().map(String::as_str), &name);
    let is_year = |text: &String| {
        let span = period(day_text(text.as_bytes()), &form);
        let days = span.map(|span| span.last - span.first + 1);
        days.is_some_and(|days| days == 365 || days == 366) && is_of_our_time(text)
    };
    (!said.is_empty() && said.iter().all(is_year)).then_some(form)
}

/// A column that says which months or quarters its rows are of, without their years, and how many months its bare numbers
/// count.
fn months(heading: &Heading, body: &[Row<'_>], at: usize) -> Option<(usize, Option<u8>)> {
    let name = joined(&heading.columns[at]);
    let months = lexicon::months_counted(&name);
    if months.is_none() && !matches!(lexicon::hint(&name), Some((Hint::Time, _))) {
        return None;
    }
    let mut has_part = false;
    for text in said(body, at) {
        match numbered_part(&text, months)? {
            YearPart::Whole => {}
            YearPart::TenDays(_) => return None,
            _ => has_part = true,
        }
    }
    has_part.then_some((at, months))
}
