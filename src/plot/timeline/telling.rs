//! The most telling figure of each lane and year, and the years as a list.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::lanes::LaneRows;
use super::window::Window;
use crate::base::date::{Day, civil, day_number};
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::Fill;
use crate::column::Table;
use crate::i18n::catalog::timeline as m;
use crate::i18n::catalog::words::SEPARATOR;
use crate::model::{Dataset, Id, Observation, Stage};
use crate::plot::fills::stage_fill;
use crate::words;

/// A window of so many days or fewer is one year's: every figure is told in it, as far as there is room.
const ONE_YEAR: Day = 366;
/// Figures that a year tells in words.
const LINES: usize = 4;

/// A year as a list tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearTold {
    /// The year.
    pub year: i32,
    /// Its first and last day.
    pub days: Window,
    /// Its most telling figures, of one lane each.
    pub lines: Vec<YearLine>,
    /// Figures whose time ends in it.
    pub count: usize,
    /// What it adds, in words.
    pub added: String,
}

/// A figure in the list of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearLine {
    /// Key of its row.
    pub key: String,
    /// The figure as readers write it.
    pub figure: String,
    /// What it counts.
    pub name: String,
    /// Short name of its place, and the stage of what is not done.
    pub place: String,
    /// Its stage.
    pub fill: Fill,
    /// Its hue.
    pub hue: u8,
}

/// How telling a figure is, the most telling first: a whole before a part, what is done or under way before what holds
/// and what is planned, counts of people and things before rates and sums, the larger before the smaller. `None` where
/// the release's own figures raise a doubt.
fn rank(data: &Dataset, o: &Observation) -> Option<(bool, u8, u8, std::cmp::Reverse<Decimal>)> {
    if o.doubt.is_some() {
        return None;
    }
    let part = o.part_of.is_some() || !o.breakdown.is_empty();
    let stage = match data.told_stage(o) {
        Stage::Completed | Stage::InProgress => 0,
        Stage::Standing => 1,
        Stage::Planned => 2,
    };
    let unit = &data.units[o.unit];
    let measure = match unit.kind.as_str() {
        "people" | "visits" | "households" => 0,
        "facility" | "capacity" | "home" | "place" | "length" => 1,
        "money" => 3,
        _ => 2,
    };
    Some((part, stage, measure, std::cmp::Reverse(o.quantity.value * unit.factor)))
}

/// Of each year that figures of a lane end in, its most telling row; years whose figures are all doubtful have none.
fn told_of_lane(data: &Dataset, table: &Table, lane: &LaneRows) -> Vec<(i32, usize)> {
    let Some(time) = table.time() else { return Vec::new() };
    let ranked = |&row: &usize| {
        let year = civil(time.last(row)?).0;
        Some((year, rank(data, &data.observations[Id::at(row)])?, row))
    };
    let mut rows: Vec<_> = lane.rows.iter().filter_map(ranked).collect();
    rows.order();
    rows.dedup_by_key(|(year, ..)| *year);
    rows.into_iter().map(|(year, _, row)| (year, row)).collect()
}

/// The rows that lanes name: of each lane and year the most telling. None in a window of one year.
#[must_use]
pub fn told_rows(
    data: &Dataset,
    table: &Table,
    lanes: &[LaneRows],
    (from, to): Window,
) -> Vec<usize> {
    if to - from <= ONE_YEAR {
        return Vec::new();
    }
    lanes.iter().flat_map(|lane| told_of_lane(data, table, lane)).map(|(_, row)| row).collect()
}

/// The years that figures end in, latest first, each with a few figures: the most telling of as many lanes.
#[must_use]
pub fn years(data: &Dataset, table: &Table, lanes: &[LaneRows], lang: Lang) -> Vec<YearTold> {
    let Some(time) = table.time() else { return Vec::new() };
    let rows = lanes.iter().flat_map(|lane| &lane.rows);
    let mut ends: Vec<i32> =
        rows.filter_map(|&row| time.last(row)).map(|day| civil(day).0).collect();
    ends.order();
    let mut told: Vec<(i32, usize)> =
        lanes.iter().flat_map(|lane| told_of_lane(data, table, lane)).collect();
    told.order_by_key(|&(year, row)| (year, rank(data, &data.observations[Id::at(row)])));
    let year = |of: &[i32]| {
        let year = *of.first()?;
        let own = own_of(&told, year).take(LINES);
        let lines: Vec<YearLine> = own.map(|row| line(data, table, row, lang)).collect();
        let days = (day_number(year, 1, 1)?, day_number(year, 12, 31)?);
        let some: Vec<String> =
            own_of(&told, year).take(2).map(|row| added(data, row, lang)).collect();
        let list = some.join(m::ADDED_BETWEEN.get(lang));
        let year_text = year.to_string();
        let message = match some.len() {
            0 => m::ADDED_COUNT,
            named if named == of.len() => m::ADDED_ALL,
            _ => m::ADDED,
        };
        let added = message.count(lang, of.len(), &[("year", &year_text), ("list", &list)]);
        Some(YearTold { year, days, lines, count: of.len(), added })
    };
    ends.chunk_by(|a, b| a == b).rev().filter_map(year).collect()
}

/// The rows that a year tells.
fn own_of(told: &[(i32, usize)], year: i32) -> impl Iterator<Item = usize> {
    told.iter().filter(move |(at, _)| *at == year).map(|&(_, row)| row)
}

/// A figure in the sentence of its year; what is planned or under way is said to be so.
fn added(data: &Dataset, row: usize, lang: Lang) -> String {
    let o = &data.observations[Id::at(row)];
    let text = words::figure(data, o, lang);
    let name = words::observation_name(data, o, lang);
    let mut figure = text.to_string();
    if let Some(stage) = open_stage(data, o, lang) {
        figure = words::in_brackets(&figure, &stage, lang);
    }
    let values = [
        ("figure", figure.as_str()),
        ("name", &*words::amid(words::before_figure(&name, &text.unit, lang), lang)),
        ("place", data.places[o.place].known_as().get(lang)),
    ];
    m::ADDED_ONE.fill(lang, &values)
}

/// The stage of what is not done: nobody is to take a plan for a result.
fn open_stage(data: &Dataset, o: &Observation, lang: Lang) -> Option<String> {
    let is_open = matches!(data.told_stage(o), Stage::Planned | Stage::InProgress);
    is_open.then(|| words::stage_amid(data, o, lang))
}

fn line(data: &Dataset, table: &Table, row: usize, lang: Lang) -> YearLine {
    let o = &data.observations[Id::at(row)];
    YearLine {
        key: table.key(row).unwrap_or_default().into_owned(),
        figure: words::figure(data, o, lang).to_string(),
        name: words::observation_name(data, o, lang),
        place: words::listed(
            std::iter::once(data.places[o.place].known_as().get(lang).to_owned())
                .chain(open_stage(data, o, lang)),
            SEPARATOR,
            lang,
        ),
        fill: stage_fill(data.told_stage(o).id()),
        hue: data.domain(o).hue(),
    }
}
