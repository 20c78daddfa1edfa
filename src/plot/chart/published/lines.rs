//! Figures of one series in one place, joined over time.

use std::collections::BTreeMap;

use super::figures;
use super::naming::{self, Naming};
use super::{Published, words};
use crate::base::date::Day;
use crate::base::order::Order;
use crate::chart::{ChartSpec, Datum, MarkKind, Series, ValueAxis};
use crate::column::Role;
use crate::i18n::catalog::chart as m;
use crate::model::Id;
use crate::plot::chart::amount::AxisUnit;
use crate::plot::chart::choice::Choice;
use crate::plot::chart::{MOST_ROWS, PREFIX, Plan, open};
use crate::plot::fills::{mark, stage_legend};

/// Figures that differ in nothing but their time.
pub(super) struct Thread {
    rows: Vec<usize>,
}

impl Thread {
    /// Whether there are two times to join.
    pub(super) fn is_line(&self, s: &Published) -> bool {
        let mut days = self.rows.iter().map(|&row| last_day(s, row));
        let first = days.next();
        days.any(|day| Some(day) != first)
    }
}

/// The selection's figures by series, breakdown, area, project and role, each from the earliest on. A part of another
/// figure is no later state of it and stands by itself.
pub(super) fn threads(s: &Published) -> Vec<Thread> {
    let areas = s.table.category_by_role(Role::Area);
    let mut threads = BTreeMap::<_, Vec<usize>>::new();
    for &row in &s.rows {
        let o = s.observation(row);
        let area = areas.and_then(|areas| areas.code(row));
        let project = o.project.map(Id::index);
        let part = o.part_of.map(Id::index);
        let key = (o.indicator.index(), o.breakdown_text(), area, project, o.role.id(), part);
        threads.entry(key).or_default().push(row);
    }
    let thread = |mut rows: Vec<usize>| {
        rows.order_by_key(|&row| last_day(s, row));
        Thread { rows }
    };
    threads.into_values().map(thread).collect()
}

pub(super) fn plan(s: &Published, choice: &Choice) -> Option<Plan> {
    let lines: Vec<Thread> =
        threads(s).into_iter().filter(|thread| thread.is_line(s)).take(MOST_ROWS).collect();
    let shown: Vec<usize> = lines.iter().flat_map(|line| line.rows.iter().copied()).collect();
    let unit = AxisUnit::of(s, &shown)?;
    let split = choice.split.as_deref().and_then(|key| s.side(key));
    let split = split.filter(|_| choice.facets);
    let split = split.map(|by| by.of_rows(&shown));
    let facets = split.as_ref().map_or_else(Vec::new, |by| by.names(s.lang));
    let panels = split.as_ref().map_or_else(|| vec![0; shown.len()], |by| by.places(&shown));

    let naming = Naming::of(s, &shown, &[Role::Time]);
    let series = lines.iter().filter_map(|line| line.rows.first());
    let name = |row| {
        let name = naming.name(s, row);
        naming::join(s, [Some(name.text), Some(name.note)])
    };
    let series: Vec<Series> = series.map(|&row| Series { name: name(row), hue: None }).collect();
    let of_line = (0_u32..).zip(&lines).flat_map(|(at, line)| line.rows.iter().map(move |_| at));
    let data = (0..).zip(&shown).zip(of_line).zip(panels);
    let data = data.filter_map(|(((id, &row), series), facet)| {
        let o = s.observation(row);
        let value = unit.position(s.table.measure()?.exact(row)?)?;
        let day = last_day(s, row);
        Some(Datum {
            id,
            category: 0,
            series,
            facet,
            time: Some((day, day)),
            ..mark(s.data, o, value, s.lang)
        })
    });
    let spec = ChartSpec {
        prefix: PREFIX.to_owned(),
        mark: MarkKind::Line,
        series,
        facets,
        data: data.collect(),
        value: ValueAxis { log: choice.log, zero: !choice.log, ..ValueAxis::default() },
        stages: stage_legend(s.lang),
        ..ChartSpec::default()
    };
    let alone = s.rows.len() - shown.len();
    let mut notes = Vec::new();
    if alone > 0 {
        notes.push(m::NOT_ON_LINE.count(s.lang, alone, &[]));
    }
    notes.extend(words::kind_note(s));
    Some(Plan {
        headings: words::headings(s, figures::figures_title(s), &unit.words, &shown),
        notes,
        topic: s.topic(&shown),
        listing: figures::listing_of(s, shown.iter().copied()),
        targets: shown.iter().map(|&row| open(s.table, row)).collect(),
        offers: Vec::new(),
        spec,
        ..Plan::default()
    })
}

fn last_day(s: &Published, row: usize) -> Day {
    s.table.time().and_then(|time| time.last(row)).unwrap_or_default()
}
