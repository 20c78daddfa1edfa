//! What the timeline shows of a selection: published figures on lanes; of any other table, how its measures move from
//! period to period.

use serde::{Deserialize, Serialize};

use super::window::year_of;
use super::{
    Window, Windows, YearTold, foremost, goes_beyond, lane_column, lane_columns, lanes,
    untold_topics, years,
};
use crate::base::date::Day;
use crate::base::lang::Lang;
use crate::chart::{Squeezed, TimelineSpec};
use crate::column::{Bitmap, Periods, Role};
use crate::i18n::catalog::{chart, timeline as m};
use crate::model::Dataset;
use crate::plot::Rows;
use crate::plot::chart::{self as charts, MOST_STEPS};
use crate::plot::chart::{Listing, Plan};
use crate::plot::span_text;
use crate::plot::steps::Steps;
use crate::query::Engine;
use crate::state::{ChartOptions, TimelineOptions};
use crate::words::{column_amid, column_name};

/// The timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelinePlan {
    /// The days it can show and those it shows.
    pub windows: Windows,
    /// Key and name of each column that lanes or lines can be made of; an empty key leaves it to the timeline.
    pub columns: Vec<(String, String)>,
    /// Key of the one in force.
    pub column: String,
    /// What it is about.
    pub title: String,
    /// How it is read.
    pub reading: String,
    /// What is shown, in words.
    pub sentence: String,
    /// The nearest years before and after in which figures end, where none is shown.
    pub nearest: Vec<(String, Window)>,
    /// What the listing is called.
    pub caption: String,
    /// The same content as text.
    pub listing: Listing,
    /// Key of the row that a line of the listing opens; empty where lines open none.
    pub keys: Vec<String>,
    /// What is drawn.
    pub picture: Picture,
}

/// What a timeline draws.
// One is alive at a time: boxing its larger kind would save nothing.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Picture {
    /// Every figure a mark on its lane. Played by hiding what has not ended yet.
    Lanes {
        /// The lanes, without a playhead; an item's id is its place in `keys`.
        spec: TimelineSpec,
        /// Key of each item's row.
        keys: Vec<String>,
        /// How many lanes there are, drawn or not.
        lanes: usize,
        /// Id, name and hue of the topics that colours stand for, where lanes do not tell them.
        topics: Vec<(String, String, u8)>,
        /// Whether a figure's time begins before the window or ends after it.
        beyond: bool,
        /// Last days of all figures in the window, ascending: as many as are up to a day are reached on it.
        ends: Vec<Day>,
        /// The years that figures end in, latest first.
        years: Vec<YearTold>,
    },
    /// A chart of one period after the other: see [`frame`].
    Steps(Vec<Step>),
}

impl TimelinePlan {
    /// How many rows have ended by a day.
    #[must_use]
    pub fn reached(&self, day: Day) -> usize {
        match &self.picture {
            Picture::Lanes { ends, .. } => ends.partition_point(|&end| end <= day),
            Picture::Steps(steps) => {
                steps.iter().filter(|step| step.last <= day).map(|step| step.count).sum()
            }
        }
    }

    /// What the year that was played last adds, in words; empty before the first has ended and in steps.
    #[must_use]
    pub fn added(&self, day: Day) -> &str {
        let Picture::Lanes { years, .. } = &self.picture else { return "" };
        years.iter().find(|year| year.days.1 <= day).map_or("", |year| &year.added)
    }

    /// The last day of the period that has begun by a day, of the first before any has; `None` on lanes.
    #[must_use]
    pub fn step_on(&self, day: Day) -> Option<Day> {
        let Picture::Steps(steps) = &self.picture else { return None };
        let begun = steps.iter().rev().find(|step| step.first <= day);
        begun.or(steps.first()).map(|step| step.last)
    }
}

/// A period that the timeline stops at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// In words.
    pub name: String,
    /// Rows of it.
    pub count: usize,
}

/// The timeline of what an engine selects, with at most `most` lanes drawn; `None` where no row has a time.
#[must_use]
pub fn plan(
    engine: &mut Engine,
    rows: Rows<&Dataset>,
    options: &TimelineOptions,
    chart: &ChartOptions,
    most: Option<usize>,
    lang: Lang,
) -> Option<TimelinePlan> {
    let table = engine.table().clone();
    let time = table.by_role(Role::Time)?;
    let during = engine.filter().during(&time.key);
    let Rows::Published(data) = rows else {
        return steps(engine, options, chart, during, lang);
    };
    let rows = engine.rows();
    let windows = Windows::new(&table, rows, during, options.window)?;
    let column = lane_column(&table, &options.lanes)?;
    let all = lanes(&table, rows, &column.key, windows.now, lang);
    let drawn = most.map_or_else(|| all.clone(), |most| foremost(&all, most));
    let mut spec = super::spec(data, &table, &drawn, windows.now, lang);
    let told = super::told_rows(data, &table, &drawn, windows.now);
    spec.items.iter_mut().for_each(|item| item.told = told.contains(&(item.id as usize)));
    let key = |row: usize| table.key(row).unwrap_or_default().into_owned();
    let keys = spec.items.iter().map(|item| key(item.id as usize)).collect();
    (0..).zip(&mut spec.items).for_each(|(id, item)| item.id = id);
    let listed: Vec<usize> = all.iter().flat_map(|lane| lane.rows.iter().copied()).collect();
    let periods = table.time()?;
    let mut ends: Vec<Day> = listed.iter().filter_map(|&row| periods.last(row)).collect();
    ends.sort_unstable();
    let squeezed = |(from, to)| Squeezed { from, to, label: span_text((from, to), lang) };
    spec.squeezed = windows.squeezed(&ends).into_iter().map(squeezed).collect();
    let name = |c: &&crate::column::Column| (c.key.clone(), column_name(c, lang));
    Some(TimelinePlan {
        windows,
        columns: lane_columns(&table).iter().map(name).collect(),
        column: column.key.clone(),
        title: match column.role {
            Role::Topic => m::TITLE.get(lang).to_owned(),
            _ => m::TITLE_BY.fill(lang, &[("by", &column_amid(column, lang))]),
        },
        reading: super::reading(&spec, lang),
        nearest: if all.is_empty() {
            nearest(periods, rows, windows.now, lang)
        } else {
            Vec::new()
        },
        sentence: super::sentence(&table, &all, column, windows.now, rows.count(), lang),
        caption: m::CAPTION.fill(lang, &[("window", &span_text(windows.now, lang))]),
        listing: Listing {
            header: super::header(column, lang),
            rows: super::cells(data, &all, column, lang),
        },
        keys: listed.into_iter().map(key).collect(),
        picture: Picture::Lanes {
            keys,
            lanes: all.len(),
            topics: untold_topics(&table, &drawn, &column.key, lang),
            beyond: goes_beyond(&spec),
            ends,
            years: years(data, &table, &all, lang),
            spec,
        },
    })
}

/// The year before a window and the one after it in which figures end.
fn nearest(time: &Periods, rows: &Bitmap, window: Window, lang: Lang) -> Vec<(String, Window)> {
    let ends = || rows.iter().filter_map(|row| time.last(row));
    let before = ends().filter(|&end| end < window.0).max();
    let after = ends().filter(|&end| end > window.1).min();
    let year = |day| {
        let days = year_of(day);
        (span_text(days, lang), days)
    };
    before.into_iter().chain(after).map(year).collect()
}

/// The timeline of any table.
fn steps(
    engine: &mut Engine,
    options: &TimelineOptions,
    chart: &ChartOptions,
    during: (Option<Day>, Option<Day>),
    lang: Lang,
) -> Option<TimelinePlan> {
    let table = engine.table().clone();
    let steps = Steps::of(engine, MOST_STEPS)?;
    let spans: Vec<(Window, usize)> =
        steps.spans.iter().copied().zip(steps.counts.iter().copied()).collect();
    let windows = Windows::of_periods(&spans, during, options.window)?;
    let shown: Vec<Step> = spans
        .iter()
        .enumerate()
        .filter(|(_, ((first, last), _))| *first <= windows.now.1 && *last >= windows.now.0)
        .map(|(at, &((first, last), count))| Step {
            first,
            last,
            name: steps.name(at, lang),
            count,
        })
        .collect();
    let rows: usize = shown.iter().map(|step| step.count).sum();
    let within = |at: &usize| {
        let (first, last) = steps.spans[*at];
        first <= windows.now.1 && last >= windows.now.0
    };
    let ends = (0..steps.len()).find(within).zip((0..steps.len()).rfind(within));
    let window = match ends {
        Some(ends) => steps.between(ends, lang),
        None => span_text(windows.now, lang),
    };
    let values = [("window", window.as_str()), ("steps", &shown.len().to_string())];
    let mut columns = vec![(String::new(), chart::AUTO.get(lang).to_owned())];
    let name = |c: &crate::column::Column| (c.key.clone(), column_name(c, lang));
    columns.extend(lane_columns(&table).into_iter().map(name));
    let known = columns.iter().any(|(key, _)| *key == options.lanes);
    let listing = frame(engine, options, chart, lang, None).map(|plan| plan.listing);
    Some(TimelinePlan {
        windows,
        nearest: Vec::new(),
        columns,
        column: if known { options.lanes.clone() } else { String::new() },
        title: m::TITLE_ROWS.get(lang).to_owned(),
        reading: m::ROWS_IN_STEPS.count(lang, rows, &values),
        sentence: m::ROWS_IN_STEPS.count(lang, rows, &values),
        caption: m::CAPTION_ROWS.fill(lang, &[("window", &window)]),
        listing: listing.unwrap_or_default(),
        keys: Vec::new(),
        picture: Picture::Steps(shown),
    })
}

/// The chart of any table as it stands on a day, the last where `None`: areas by two measures in the period in force, or
/// lines up to it. Its axes hold every period, so that only the marks move. `None` where no row has a time.
#[must_use]
pub fn frame(
    engine: &mut Engine,
    options: &TimelineOptions,
    chart: &ChartOptions,
    lang: Lang,
    day: Option<Day>,
) -> Option<Plan> {
    let steps = Steps::of(engine, MOST_STEPS)?;
    let begun = |day: Day| steps.spans.iter().rposition(|(first, _)| *first <= day);
    let step = day.map(|day| begun(day).unwrap_or_default());
    let step = step.unwrap_or(steps.len().saturating_sub(1));
    // The chart's own choice of groups is not the timeline's.
    let chart = ChartOptions {
        group: options.lanes.clone(),
        split: String::new(),
        facets: false,
        ..chart.clone()
    };
    charts::frame(engine, &chart, lang, step)
}
