//! How often numbers of each size occur: a bar a bin.

use super::line_words::headings;
use crate::chart::palette::NEUTRAL;
use crate::chart::{Category, ChartSpec, Datum, Extent, MarkKind};
use crate::i18n::catalog::chart as m;
use crate::plot::chart::choice::Choice;
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{Listing, MOST_ROWS, PREFIX, Plan};
use crate::plot::measure::{bins, short};
use crate::state::Action;

/// Bins next to one another, taken together where there are more than rows: from, to, rows.
fn bars(s: &mut Subject, measure: &str) -> Option<Vec<(f64, f64, u32)>> {
    let edges = bins(s.engine, measure)?.edges().to_vec();
    // Of totals and their parts, those that a mean would count.
    let groups = s.engine.group_by(&[measure], Some(measure));
    let mut counts = vec![0_u32; edges.len().saturating_sub(1)];
    for (&code, &count) in groups.codes.iter().flatten().zip(&groups.count) {
        if let Some(own) = counts.get_mut(code as usize) {
            *own += count;
        }
    }
    let first = counts.iter().position(|&n| n > 0)?;
    let last = counts.iter().rposition(|&n| n > 0)?;
    let each = (last + 1 - first).div_ceil(MOST_ROWS);
    let bars = (first..=last).step_by(each).map(|at| {
        let end = (at + each).min(counts.len());
        (edges[at], edges[end], counts[at..end].iter().sum())
    });
    Some(bars.collect())
}

pub(super) fn plan(s: &mut Subject, choice: &Choice) -> Option<Plan> {
    let measure = choice.value.as_deref()?;
    let bars = bars(s, measure)?;
    let lang = s.lang;
    let name = |&(from, to, _): &(f64, f64, u32)| {
        let (from, to) = (short(from, lang), short(to, lang));
        m::BETWEEN.fill(lang, &[("low", &from), ("high", &to)])
    };
    let count = |n: u32| crate::i18n::grouped(&n.to_string());
    let datum = |(at, bar): (u32, &(f64, f64, u32))| Datum {
        id: at,
        category: at,
        extent: Extent::exact(f64::from(bar.2)),
        hue: NEUTRAL,
        label: count(bar.2),
        tip: m::ROWS_IN.count(lang, bar.2 as usize, &[("name", &name(bar))]),
        ..Datum::default()
    };
    let spec = ChartSpec {
        prefix: PREFIX.to_owned(),
        mark: MarkKind::Bar,
        categories: bars
            .iter()
            .map(|bar| Category { name: name(bar), ..Category::default() })
            .collect(),
        data: (0..).zip(&bars).map(datum).collect(),
        value: choice.axis(true),
        ..ChartSpec::default()
    };
    let what = s.name(measure);
    let title = m::TITLE_SPREAD.fill(lang, &[("value", &what)]);
    let target = |&(from, to, _): &(f64, f64, u32)| {
        Some(Action::Within(measure.to_owned(), Some(from), Some(to), false))
    };
    Some(Plan {
        headings: headings(s, title, Some(m::UNIT_ROWS.get(lang).to_owned()), None),
        notes: Vec::new(),
        listing: Listing {
            header: vec![what, m::MEASURE_ROWS.get(lang).to_owned()],
            rows: bars.iter().map(|bar| vec![name(bar), count(bar.2)]).collect(),
        },
        targets: bars.iter().map(target).collect(),
        offers: super::settle::offers(s, choice),
        spec,
        ..Plan::default()
    })
}
