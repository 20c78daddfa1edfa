//! The sentences of views: what a chart, a timeline or a table shows, from its numbers alone. Screen readers hear them in
//! place of the picture, and they are what is copied and printed.

use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::i18n::catalog::words::{COMMA, SEPARATOR};
use crate::i18n::catalog::{filter, sentence as m, timeline};

/// How many lanes, or values of a column, a sentence names.
pub const NAMED: usize = 3;

/// Sentences one after the other, as the language parts them.
#[must_use]
pub fn sentences(parts: &[String], lang: Lang) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    parts.join(if lang == Lang::En { " " } else { "" })
}

/// A text as it stands amid a sentence: English begins it with a small letter, unless that begins an abbreviation.
#[must_use]
pub fn amid(text: &str, lang: Lang) -> String {
    let mut rest = text.chars();
    match (rest.next(), lang) {
        (Some(first), Lang::En) if !rest.as_str().starts_with(char::is_uppercase) => {
            first.to_lowercase().collect::<String>() + rest.as_str()
        }
        _ => text.to_owned(),
    }
}

/// How many rows meet the filter: figures of releases, or rows of any table.
#[must_use]
pub fn matching_text(count: usize, published: bool, lang: Lang) -> String {
    let message = if published { filter::MATCHING } else { filter::MATCHING_ROWS };
    message.count(lang, count, &[])
}

/// What a chart shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChartTold<'a> {
    /// What is measured.
    pub title: &'a str,
    /// Unit and period; may be empty.
    pub subtitle: &'a str,
    /// How many marks there are.
    pub marks: usize,
    /// The greatest and the least mark: name, figure and what else tells it apart; empty where marks do not compare.
    pub ends: [&'a str; 2],
    /// Whether all marks are of one size.
    pub is_even: bool,
    /// Whether marks are numbers of figures.
    pub is_count: bool,
}

/// A chart in words: what it measures, how many marks it has, which are the greatest and the least.
#[must_use]
pub fn chart_sentence(told: &ChartTold, lang: Lang) -> String {
    let title = match told.subtitle {
        "" => m::CHART.fill(lang, &[("title", told.title)]),
        unit => m::CHART_OF_UNIT.fill(lang, &[("title", told.title), ("unit", unit)]),
    };
    let [greatest, least] = told.ends;
    let ends = match told.marks {
        0 => m::CHART_EMPTY.get(lang).to_owned(),
        _ if greatest.is_empty() => m::CHART_MARKS.count(lang, told.marks, &[]),
        1 => m::CHART_ONE.fill(lang, &[("mark", greatest)]),
        _ if told.is_even => m::CHART_EVEN.count(lang, told.marks, &[("mark", greatest)]),
        _ => {
            let ends = [("greatest", greatest), ("least", least)];
            let message = if told.is_count { m::CHART_MOST } else { m::CHART_ENDS };
            message.count(lang, told.marks, &ends)
        }
    };
    sentences(&[title, ends], lang)
}

/// What a timeline shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LanesTold<'a> {
    /// The time shown.
    pub window: &'a str,
    /// What lanes are by.
    pub by: &'a str,
    /// Name of each lane and how many figures it has.
    pub lanes: Vec<(&'a str, usize)>,
    /// How many figures hold as of a date; `None` where rows have no time.
    pub points: Option<usize>,
    /// How many of the selection lie outside the time shown.
    pub outside: usize,
}

/// A timeline in words: how many figures on which lanes, how many are spans, what lies outside.
#[must_use]
pub fn lanes_sentence(told: &LanesTold, lang: Lang) -> String {
    let window = ("window", told.window);
    let count: usize = told.lanes.iter().map(|(_, n)| n).sum();
    if count == 0 {
        return timeline::NONE_HERE.fill(lang, &[window]);
    }
    let mut parts = vec![match told.lanes.as_slice() {
        [(lane, _)] => timeline::SUMMARY_ONE.count(lang, count, &[("lane", lane), window]),
        lanes => {
            let lanes = lanes.len().to_string();
            let values = [("lanes", lanes.as_str()), ("by", told.by), window];
            timeline::SUMMARY.count(lang, count, &values)
        }
    }];
    if told.lanes.len() > NAMED {
        let mut most = told.lanes.clone();
        most.order_by_key(|&(_, n)| std::cmp::Reverse(n));
        let lane = |&(name, n): &(&str, usize)| {
            timeline::LANE_COUNT.fill(lang, &[("name", name), ("n", &n.to_string())])
        };
        let list: Vec<String> = most.iter().take(NAMED).map(lane).collect();
        parts.push(timeline::MOST.fill(lang, &[("list", &list.join(COMMA.get(lang)))]));
    }
    parts.extend(told.points.map(|points| match (points, count - points) {
        (0, _) => timeline::ALL_SPANS.get(lang).to_owned(),
        (_, 0) => timeline::ALL_POINTS.get(lang).to_owned(),
        (_, spans) => timeline::SHAPES.count(lang, points, &[("spans", &spans.to_string())]),
    }));
    if told.outside > 0 {
        parts.push(timeline::OUTSIDE.count(lang, told.outside, &[]));
    }
    sentences(&parts, lang)
}

/// What a column of any table has among some rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnTold {
    /// Its name.
    pub column: String,
    /// How many values.
    pub count: usize,
    /// The names of the first of them, as many as a sentence names.
    pub values: Vec<String>,
}

/// Rows of any table in words: how many, of which values, of which years.
#[must_use]
pub fn rows_sentence(
    count: usize,
    columns: &[ColumnTold],
    years: Option<(i32, i32)>,
    lang: Lang,
) -> String {
    if count == 0 {
        return m::NO_ROWS.get(lang).to_owned();
    }
    let column = |told: &ColumnTold| {
        let column = ("column", told.column.as_str());
        if told.count > NAMED {
            return m::VALUES_MANY.count(lang, told.count, &[column]);
        }
        let list = told.values.join(COMMA.get(lang));
        m::VALUES_FEW.fill(lang, &[column, ("list", &list)])
    };
    let mut parts: Vec<String> = columns.iter().map(column).collect();
    parts.extend(years.map(|(from, to)| match (from.to_string(), to.to_string()) {
        (year, to) if year == to => m::SPAN_ONE.fill(lang, &[("year", &year)]),
        (from, to) => m::SPAN_MANY.fill(lang, &[("from", &from), ("to", &to)]),
    }));
    if parts.is_empty() {
        return m::ROWS.count(lang, count, &[]);
    }
    m::ROWS_OF.count(lang, count, &[("list", &parts.join(SEPARATOR.get(lang)))])
}
