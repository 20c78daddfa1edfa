//! The timeline in words: a sentence, and every figure as a row of a table.

use super::lanes::LaneRows;
use super::window::Window;
use crate::base::date::Day;
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::column::{Column, Role, Table};
use crate::i18n::catalog::{data, timeline as m, words::COMMA};
use crate::model::{Dataset, Id};
use crate::plot::span_text;
use crate::words;

/// How many lanes the sentence names.
const TOP: usize = 3;

/// What the timeline shows, as sentences: how many figures on which lanes, how many are spans, what lies outside.
#[must_use]
pub fn sentence(
    table: &Table,
    lanes: &[LaneRows],
    column: &Column,
    window: Window,
    selected: usize,
    lang: Lang,
) -> String {
    let count: usize = lanes.iter().map(|lane| lane.rows.len()).sum();
    let by = words::column_name(column, lang);
    let span = span_text(window, lang);
    if count == 0 {
        return m::NONE_HERE.fill(lang, &[("window", &span)]);
    }
    let mut parts = vec![if lanes.len() > 1 {
        let lanes = lanes.len().to_string();
        m::SUMMARY.count(lang, count, &[("lanes", &lanes), ("by", &by), ("window", &span)])
    } else {
        m::SUMMARY_ONE.count(lang, count, &[("lane", &lanes[0].name), ("window", &span)])
    }];
    if lanes.len() > TOP {
        let mut most: Vec<&LaneRows> = lanes.iter().collect();
        most.order_by_key(|lane| std::cmp::Reverse(lane.rows.len()));
        let named: Vec<String> = most[..TOP]
            .iter()
            .map(|lane| {
                m::LANE_COUNT
                    .fill(lang, &[("name", &lane.name), ("n", &lane.rows.len().to_string())])
            })
            .collect();
        parts.push(m::MOST.fill(lang, &[("list", &named.join(COMMA.get(lang)))]));
    }
    if let Some(time) = table.time() {
        let rows = lanes.iter().flat_map(|lane| &lane.rows);
        let points = rows.filter(|&&row| time.is_as_of(row)).count();
        let spans = (count - points).to_string();
        match (points, count - points) {
            (0, _) => parts.push(m::ALL_SPANS.get(lang).to_owned()),
            (_, 0) => parts.push(m::ALL_POINTS.get(lang).to_owned()),
            _ => parts.push(m::SHAPES.count(lang, points, &[("spans", &spans)])),
        }
    }
    if selected > count {
        parts.push(m::OUTSIDE.count(lang, selected - count, &[]));
    }
    parts.join(if lang == Lang::En { " " } else { "" })
}

/// How many of the figures have ended by a day.
#[must_use]
pub fn reached(table: &Table, lanes: &[LaneRows], day: Day) -> usize {
    let Some(time) = table.time() else { return 0 };
    lanes
        .iter()
        .flat_map(|lane| &lane.rows)
        .filter(|&&row| time.last(row).is_some_and(|last| last <= day))
        .count()
}

/// Names of the table's columns: lane, figure, indicator, place, period. A lane of places is the place.
#[must_use]
pub fn header(column: &Column, lang: Lang) -> Vec<String> {
    let mut header = vec![words::column_name(column, lang)];
    header.extend([m::FIGURE, data::INDICATOR].map(|word| word.get(lang).to_owned()));
    if column.role != Role::Area {
        header.push(data::PLACE.get(lang).to_owned());
    }
    header.push(data::TIME.get(lang).to_owned());
    header
}

/// The row of the table that a line of [`cells`] is about.
#[must_use]
pub fn row_at(lanes: &[LaneRows], line: usize) -> Option<usize> {
    lanes.iter().flat_map(|lane| &lane.rows).nth(line).copied()
}

/// Every figure of the timeline, lane by lane, in time's order.
#[must_use]
pub fn cells(data: &Dataset, lanes: &[LaneRows], column: &Column, lang: Lang) -> Vec<Vec<String>> {
    let figure = |lane: &LaneRows, row: usize| {
        let o = &data.observations[Id::at(row)];
        let mut cells = vec![
            lane.name.clone(),
            words::figure(data, o, lang).to_string(),
            words::observation_name(data, o, lang),
        ];
        if column.role != Role::Area {
            cells.push(data.places[o.place].name.get(lang).to_owned());
        }
        cells.push(words::period_text(o, lang));
        cells
    };
    lanes.iter().flat_map(|lane| lane.rows.iter().map(move |&row| figure(lane, row))).collect()
}
