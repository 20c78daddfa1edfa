//! The timeline in words: a sentence, and every figure as a row of a table.

use super::lanes::LaneRows;
use super::window::Window;
use crate::base::lang::Lang;
use crate::chart::TimelineSpec;
use crate::column::{Column, Role, Table};
use crate::i18n::catalog::words::COMMA;
use crate::i18n::catalog::{data, timeline as m};
use crate::model::{Dataset, Id};
use crate::plot::span_text;
use crate::words::{self, LanesTold};

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
    let points = table.time().map(|time| {
        let rows = lanes.iter().flat_map(|lane| &lane.rows);
        rows.filter(|&&row| time.is_as_of(row)).count()
    });
    let told = LanesTold {
        window: &span_text(window, lang),
        by: &words::column_amid(column, lang),
        lanes: lanes.iter().map(|lane| (lane.name.as_str(), lane.rows.len())).collect(),
        points,
        outside: selected.saturating_sub(count),
    };
    words::lanes_sentence(&told, lang)
}

/// How the picture is read: what bars and dots are, and what stands under the telling figures where there are any.
#[must_use]
pub fn reading(spec: &TimelineSpec, lang: Lang) -> String {
    let (told, every) = (spec.items.iter().filter(|item| item.told).count(), spec.items.len());
    let mut parts = vec![m::READING.get(lang)];
    if told > 0 && told < every {
        parts.push(m::READING_REST.get(lang));
    }
    let spans = spec.squeezed.iter().map(|squeezed| &*squeezed.label);
    let spans = words::listed(spans, COMMA, lang);
    let squeezed = m::READING_SQUEEZED.fill(lang, &[("span", &spans)]);
    parts.extend((!spans.is_empty()).then_some(&*squeezed));
    parts.join(if lang == Lang::Zh { "" } else { " " })
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
