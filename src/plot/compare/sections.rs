//! Figures of one indicator in sections: those that count alike are ranked, what is left is listed in the dataset's
//! order. All sections are drawn on the same axis.

use super::across::{Axis, Item, direction, heed, stage_name, tip};
use super::guard;
use super::survey::Survey;
use crate::base::order::Order;
use crate::chart::{Category, ChartSpec, Datum, MarkKind, ValueAxis};
use crate::i18n::catalog::compare as m;
use crate::i18n::catalog::{chart as c, data as d};
use crate::model::{Direction, Stage};
use crate::plot::chart::{Headings, Listing, Plan};
use crate::plot::stage_fill;
use crate::state::Action;

/// The most rows of a section.
const MOST: usize = 24;

/// Figures by whether they count alike.
pub(super) struct Sections<'a> {
    /// Each of two places or more, ranked.
    pub(super) ranked: Vec<Vec<Item<'a>>>,
    /// The others, in the dataset's order.
    pub(super) rest: Vec<Item<'a>>,
}

/// Figures stand together where breakdown, stage and role are the same and no two of them must not be compared.
pub(super) fn split<'a>(s: &Survey<'a>, items: Vec<Item<'a>>) -> Sections<'a> {
    let mut groups: Vec<Vec<Item<'a>>> = Vec::new();
    let alike = |a: &Item, b: &Item| {
        let (x, y) = (&a.facts, &b.facts);
        x.breakdown == y.breakdown
            && x.stage == y.stage
            && x.role == y.role
            && !guard::compare(x, y).is_refused()
    };
    for item in items {
        match groups.iter_mut().find(|group| group.iter().all(|own| alike(own, &item))) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    let (mut ranked, rest): (Vec<_>, Vec<_>) =
        groups.into_iter().partition(|group| places(s, group) > 1);
    ranked.order_by_key(|group| std::cmp::Reverse(places(s, group)));
    let mut rest: Vec<Item> = rest.into_iter().flatten().collect();
    rest.order_by_key(|item| item.id.index());
    Sections { ranked, rest }
}

/// How many places figures are of.
fn places(s: &Survey, items: &[Item]) -> usize {
    let mut places: Vec<usize> = items.iter().map(|i| s.at(i.id).place.index()).collect();
    places.order();
    places.dedup();
    places.len()
}

/// The charts, the greatest section first.
pub(super) fn draw<'a>(s: &Survey<'a>, axis: &Axis, sections: &Sections<'a>) -> Vec<Plan> {
    let all = || sections.ranked.iter().flatten().chain(&sections.rest);
    let mut breakdowns = all().map(|item| item.facts.breakdown);
    let first = breakdowns.next();
    // Parts that are nothing alike have each a length of their own.
    let is_one = breakdowns.all(|breakdown| Some(breakdown) == first);
    let spans = all().map(|item| item.extent.span()).filter(|_| is_one);
    let domain = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let mut plans = Vec::new();
    for (at, group) in sections.ranked.iter().enumerate() {
        let mut items: Vec<&Item> = group.iter().collect();
        items.order_by(|a, b| match axis.direction {
            Direction::Lower => a.extent.mid.total_cmp(&b.extent.mid),
            _ => b.extent.mid.total_cmp(&a.extent.mid),
        });
        let what = items.first().map(|item| Survey::leading(&s.what(item.id))).unwrap_or_default();
        let title = match what.is_empty() {
            true => m::RANKED_PLAIN.count(s.lang, items.len(), &[]),
            false => m::RANKED.count(s.lang, items.len(), &[("what", &what)]),
        };
        let notes = among(s, &items);
        plans.push(Chart { s, axis, domain, at, items }.plan(title, notes, false));
    }
    if !sections.rest.is_empty() {
        let items: Vec<&Item> = sections.rest.iter().collect();
        let is_one = sections.ranked.is_empty() && places(s, &sections.rest) < 2;
        let title = if is_one { m::ONLY } else { m::REST };
        // Told against what stands above or, where nothing does, against the first of them.
        let first = sections.ranked.first().and_then(|group| group.first());
        let mut notes = Vec::new();
        if let Some(first) = first.or_else(|| sections.rest.first()).filter(|_| !is_one) {
            add(&mut notes, items.iter().flat_map(|item| heed(s, first, item)));
        }
        add(&mut notes, items.iter().flat_map(|item| item.heed.clone()));
        add(&mut notes, years(s, &items).into_iter());
        let chart = Chart { s, axis, domain, at: plans.len(), items };
        plans.push(chart.plan(title.get(s.lang).to_owned(), notes, true));
    }
    plans
}

/// What differs among figures that stand together, each once.
fn among(s: &Survey, items: &[&Item]) -> Vec<String> {
    let mut notes = Vec::new();
    for (at, a) in items.iter().enumerate() {
        add(&mut notes, items.iter().skip(at + 1).flat_map(|b| heed(s, a, b)));
        add(&mut notes, a.heed.iter().cloned());
    }
    add(&mut notes, years(s, items).into_iter());
    notes
}

/// The years that figures end in, where they differ.
fn years(s: &Survey, items: &[&Item]) -> Option<String> {
    let years = || items.iter().map(|item| item.facts.period.end.year());
    let (first, last) = (years().min()?, years().max()?);
    let words = [("a", &*first.to_string()), ("b", &*last.to_string())];
    (first != last).then(|| m::ARE_YEARS.fill(s.lang, &words))
}

fn add(notes: &mut Vec<String>, more: impl Iterator<Item = String>) {
    for note in more {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
}

struct Chart<'s, 'a> {
    s: &'s Survey<'a>,
    axis: &'s Axis,
    /// Least and greatest of all sections.
    domain: Option<(f64, f64)>,
    at: usize,
    items: Vec<&'s Item<'a>>,
}

impl Chart<'_, '_> {
    /// The section drawn; `is_mixed` where its rows must each say what they count.
    fn plan(&self, title: String, mut notes: Vec<String>, is_mixed: bool) -> Plan {
        let Self { s, axis, .. } = self;
        let shown: Vec<&Item> = self.items.iter().copied().take(MOST).collect();
        let left_out = self.items.len() - shown.len();
        if left_out > 0 {
            notes.push(m::MORE.count(s.lang, left_out, &[]));
        }
        let category = |item: &&Item| {
            let what = if is_mixed { s.what(item.id) } else { String::new() };
            let note = s.list(&[&s.period(item.id), &what, &item.parts]);
            let name = s.place(s.at(item.id).place).to_owned();
            Category { name, note, hue: None }
        };
        let datum = |(at, item): (u32, &&Item)| Datum {
            id: at,
            category: at,
            extent: item.extent,
            fill: stage_fill(item.facts.stage.id()),
            hue: s.hue(s.at(item.id).indicator),
            label: item.label.clone(),
            tip: tip(s, &axis.title, item),
            ..Datum::default()
        };
        let stages = [Stage::Completed, Stage::InProgress, Stage::Planned, Stage::Standing];
        let stages = stages.map(|stage| (stage_fill(stage.id()), stage_name(s, stage.id())));
        let label = c::UNIT_AND_PERIOD.fill(
            s.lang,
            &[
                ("a", &c::UNIT_LINE.fill(s.lang, &[("unit", &axis.unit)])),
                ("b", direction(s, axis.direction)),
            ],
        );
        let spec = ChartSpec {
            prefix: format!("compare-{}", self.at),
            mark: if axis.is_amount { MarkKind::Bar } else { MarkKind::Dot },
            categories: shown.iter().map(category).collect(),
            data: (0..).zip(&shown).map(datum).collect(),
            value: ValueAxis {
                label,
                zero: axis.is_amount,
                domain: self.domain,
                whole: axis.is_amount && shown.iter().all(|i| i.extent.mid.fract() == 0.0),
                ..ValueAxis::default()
            },
            stages: if is_mixed { stages.to_vec() } else { Vec::new() },
            ..ChartSpec::default()
        };
        let open = |item: &&Item| Some(Action::Open(s.at(item.id).id.clone()));
        Plan {
            headings: Headings { title, subtitle: String::new(), source: self.sources() },
            notes,
            listing: self.listing(),
            targets: shown.iter().map(open).collect(),
            offers: Vec::new(),
            spec,
        }
    }

    /// Every figure of the section as text.
    fn listing(&self) -> Listing {
        let s = self.s;
        let has_parts = self.items.iter().any(|item| !item.parts.is_empty());
        let mut header = vec![m::PLACE_ROW, m::FIGURE, m::PERIOD, d::STAGE];
        if has_parts {
            header.push(m::PARTS);
        }
        let row = |item: &&Item| {
            let place = s.place(s.at(item.id).place).to_owned();
            let what = Survey::leading(&s.what(item.id));
            let mut row = vec![place, item.label.clone(), s.period(item.id), what];
            if has_parts {
                row.push(item.parts.clone());
            }
            row
        };
        Listing {
            header: header.iter().map(|word| word.get(s.lang).to_owned()).collect(),
            rows: self.items.iter().map(row).collect(),
        }
    }

    fn sources(&self) -> String {
        let s = self.s;
        let mut titles: Vec<&str> = Vec::new();
        for item in &self.items {
            let title = s.data.sources[s.at(item.id).source].title.get(s.lang);
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        let sources = titles.join(c::SOURCES_BETWEEN.get(s.lang));
        c::SOURCE_LINE.fill(s.lang, &[("sources", &sources)])
    }
}
