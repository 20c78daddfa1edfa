//! The rows of a selection on lanes, a lane a value of a category column.

use super::window::Window;
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::palette::NEUTRAL;
use crate::chart::{Datum, Lane, TimelineItem, TimelineSpec};
use crate::column::{Bitmap, Column, Role, Table};
use crate::i18n::catalog::chart;
use crate::model::{Dataset, Id};
use crate::plot::fills::mark;
use crate::words;

/// Rows that all lanes together should take.
const ROWS: usize = 72;
/// Rows that a lane may take at the least and at the most.
const FEWEST: usize = 8;
const MOST: usize = 48;
/// Rows of half the height that a lane may take before its figures are only counted.
const MOST_DENSE: usize = 64;

/// What lanes can be made of, the field first, then the area, then the rest in the table's order.
#[must_use]
pub fn lane_columns(table: &Table) -> Vec<&Column> {
    let rank = |column: &Column| match column.role {
        Role::Topic => 0,
        Role::Area => 1,
        _ => 2,
    };
    let mut columns: Vec<&Column> = table.categories().map(|(column, _)| column).collect();
    columns.order_by_key(|column| rank(column));
    columns
}

/// The column lanes are made of: the chosen one where the table has it, else the first that can be.
#[must_use]
pub fn lane_column<'a>(table: &'a Table, chosen: &str) -> Option<&'a Column> {
    let columns = lane_columns(table);
    columns.iter().find(|column| column.key == chosen).or(columns.first()).copied()
}

/// The rows of one lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneRows {
    /// Its name.
    pub name: String,
    /// Its hue; neutral where its value has none.
    pub hue: u8,
    /// Rows, in time's order.
    pub rows: Vec<usize>,
}

/// The rows that touch the window, on lanes in the order of the column's values; those without a value come last.
/// A lane without rows is left out.
#[must_use]
pub fn lanes(
    table: &Table,
    rows: &Bitmap,
    column: &str,
    window: Window,
    lang: Lang,
) -> Vec<LaneRows> {
    let (Some(category), Some(time)) = (table.category(column), table.time()) else {
        return Vec::new();
    };
    let topics = table.category_by_role(Role::Topic);
    let mut by_code: Vec<Vec<usize>> = vec![Vec::new(); category.dictionary.len() + 1];
    let in_window =
        |&row: &usize| time.get(row).is_some_and(|s| s.first <= window.1 && s.last >= window.0);
    for row in rows.iter().filter(in_window) {
        let at = category.code(row).map_or(category.dictionary.len(), |code| code as usize);
        by_code[at].push(row);
    }
    let lane = |(at, mut rows): (usize, Vec<usize>)| {
        // Figures of one time stand together by topic, so that their colours do.
        let topic = |row| topics.and_then(|topics| topics.code(row));
        rows.order_by_key(|&row| (time.last(row), time.first(row), topic(row)));
        let entry = u32::try_from(at).ok().and_then(|code| category.dictionary.get(code));
        LaneRows {
            name: entry.map_or_else(
                || chart::NONE.get(lang).to_owned(),
                |entry| words::entry_name(column, entry, lang),
            ),
            hue: entry.and_then(|entry| entry.hue).unwrap_or(NEUTRAL),
            rows,
        }
    };
    by_code.into_iter().enumerate().filter(|(_, rows)| !rows.is_empty()).map(lane).collect()
}

/// The topics of figures on lanes that are no topics themselves, whose colours therefore need telling: id, name, hue.
#[must_use]
pub fn untold_topics(
    table: &Table,
    lanes: &[LaneRows],
    column: &str,
    lang: Lang,
) -> Vec<(String, String, u8)> {
    let Some(topic) = table.by_role(Role::Topic).filter(|topic| topic.key != column) else {
        return Vec::new();
    };
    let Some(category) = table.category(&topic.key) else { return Vec::new() };
    let rows = lanes.iter().flat_map(|lane| &lane.rows);
    let codes = category.counts(rows.copied());
    let entries = codes.into_iter().filter_map(|(code, _)| category.dictionary.get(code));
    entries
        .filter_map(|e| Some((e.id.clone(), words::entry_name(&topic.key, e, lang), e.hue?)))
        .collect()
}

/// The `most` lanes with the most figures, in the order given.
#[must_use]
pub fn foremost(lanes: &[LaneRows], most: usize) -> Vec<LaneRows> {
    let mut order: Vec<usize> = (0..lanes.len()).collect();
    order.order_by_key(|&at| std::cmp::Reverse(lanes[at].rows.len()));
    order.truncate(most);
    order.order();
    order.into_iter().map(|at| lanes[at].clone()).collect()
}

/// How many rows a lane may take: few lanes have room for every figure in print, many share the height of a page.
fn max_rows(lanes: usize) -> usize {
    (ROWS / lanes.max(1)).clamp(FEWEST, MOST)
}

/// The timeline to draw. The id of an item is its row.
#[must_use]
pub fn spec(
    data: &Dataset,
    table: &Table,
    lanes: &[LaneRows],
    window: Window,
    lang: Lang,
) -> TimelineSpec {
    let Some(time) = table.time() else { return TimelineSpec::default() };
    let item = |lane: usize, row: usize| {
        let o = &data.observations[Id::at(row)];
        let Datum { fill, hue, label, tip, .. } = mark(data, o, 0.0, lang);
        TimelineItem {
            id: u32::try_from(row).unwrap_or(u32::MAX),
            lane: u32::try_from(lane).unwrap_or(u32::MAX),
            start: time.first(row).filter(|_| !time.is_as_of(row)),
            end: time.last(row).unwrap_or_default(),
            fill,
            hue,
            label,
            name: words::observation_name(data, o, lang),
            place: data.places[o.place].known_as().get(lang).to_owned(),
            told: false,
            tip,
        }
    };
    TimelineSpec {
        prefix: "timeline".to_owned(),
        lanes: lanes.iter().map(|lane| Lane { name: lane.name.clone(), hue: lane.hue }).collect(),
        items: lanes
            .iter()
            .enumerate()
            .flat_map(|(at, lane)| lane.rows.iter().map(move |&row| (at, row)))
            .map(|(at, row)| item(at, row))
            .collect(),
        window: Some(window),
        max_rows: max_rows(lanes.len()),
        max_dense: MOST_DENSE,
        ..TimelineSpec::default()
    }
}

/// The timeline in parts of so many lanes, as paper has room for.
#[must_use]
pub fn in_parts(spec: &TimelineSpec, lanes: usize) -> Vec<TimelineSpec> {
    let part = |(at, own): (usize, &[Lane])| {
        let first = at * lanes;
        let place = |item: &TimelineItem| {
            let lane = (item.lane as usize).checked_sub(first).filter(|lane| *lane < own.len())?;
            Some(TimelineItem { lane: u32::try_from(lane).ok()?, ..item.clone() })
        };
        TimelineSpec {
            lanes: own.to_vec(),
            items: spec.items.iter().filter_map(place).collect(),
            ..spec.clone()
        }
    };
    spec.lanes.chunks(lanes.max(1)).enumerate().map(part).collect()
}

/// Whether a figure's time begins before the window or ends after it.
#[must_use]
pub fn goes_beyond(spec: &TimelineSpec) -> bool {
    let Some((from, to)) = spec.window else { return false };
    let from = spec.squeezed.first().map_or(from, |squeezed| squeezed.from.min(from));
    spec.items.iter().any(|item| item.start.is_some_and(|start| start < from) || item.end > to)
}
