//! Figures of one indicator in sections: those that count alike are ranked, what is left is listed in the dataset's
//! order. Sections are drawn on the same axis, but for those of sums over several years, which have one of their own.

use super::item::{Axis, Item, direction, heed, tip};
use super::survey::Survey;
use crate::base::once::Once;
use crate::base::order::Order;
use crate::chart::{Category, ChartSpec, Datum, MarkKind, ValueAxis};
use crate::i18n::catalog::compare as m;
use crate::i18n::catalog::{chart as c, data as d, words as w};
use crate::model::{Direction, Role};
use crate::plot::chart::{Headings, Listing, Plan};
use crate::plot::fills::stage_legend;
use crate::plot::guard;
use crate::plot::stage_fill;
use crate::state::Action;
use crate::words::{amid, source_line};

/// The most rows of a section.
const MOST: usize = 24;

/// Figures by whether they count alike.
pub(super) struct Sections<'a> {
    /// Each of two places or more, side by side.
    pub(super) alike: Vec<Vec<Item<'a>>>,
    /// The others, apart by how far they have come, in the dataset's order.
    pub(super) rest: Vec<Vec<Item<'a>>>,
}

/// Figures stand together where no two of them must not be compared.
pub(super) fn split<'a>(s: &Survey<'a>, items: Vec<Item<'a>>) -> Sections<'a> {
    let mut groups: Vec<Vec<Item<'a>>> = Vec::new();
    let stands = |a: &Item, b: &Item| !guard::compare(&a.facts, &b.facts).is_refused();
    for item in items {
        match groups.iter_mut().find(|group| group.iter().all(|own| stands(own, &item))) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    let (mut alike, alone): (Vec<_>, Vec<_>) =
        groups.into_iter().partition(|group| places(s, group) > 1);
    alike.order_by_key(|group| std::cmp::Reverse(places(s, group)));
    let mut alone: Vec<Item> = alone.into_iter().flatten().collect();
    alone.order_by_key(|item| item.id.index());
    let mut rest: Vec<Vec<Item<'a>>> = Vec::new();
    for item in alone {
        let stage = |item: &Item| (item.facts.stage, item.facts.role, item.is_over_years(s));
        match rest.iter_mut().find(|group| group.iter().all(|own| stage(own) == stage(&item))) {
            Some(group) => group.push(item),
            None => rest.push(vec![item]),
        }
    }
    Sections { alike, rest }
}

/// How many places figures are of.
fn places(s: &Survey, items: &[Item]) -> usize {
    s.places_of(items.iter().map(|item| item.id)).len()
}

/// The charts, the greatest section first. What differs is told before the bars, what is to be known of each figure after.
pub(super) fn draw<'a>(s: &Survey<'a>, axis: &Axis, sections: &Sections<'a>) -> Vec<Plan> {
    let all = || sections.alike.iter().chain(&sections.rest).flatten();
    let mut breakdowns = all().map(|item| item.facts.breakdown);
    let first = breakdowns.next();
    // Parts that are nothing alike have each a length of their own.
    let is_one = breakdowns.all(|breakdown| Some(breakdown) == first);
    let domain = |items: &[&Item]| {
        // No bar of eight years stands on the axis of bars of one.
        let is_over_years = items.first().is_some_and(|item| item.is_over_years(s));
        let alike = all().filter(|item| is_one && item.is_over_years(s) == is_over_years);
        let spans = alike.map(|item| item.extent.span());
        spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    };
    let mut plans = Vec::new();
    for (at, group) in sections.alike.iter().enumerate() {
        let mut items: Vec<&Item> = group.iter().collect();
        if is_ranked(group) {
            items.order_by(|a, b| match axis.direction {
                Direction::Lower => a.extent.mid.total_cmp(&b.extent.mid),
                _ => b.extent.mid.total_cmp(&a.extent.mid),
            });
        }
        let what = items.first().map(|item| Survey::leading(&s.what(item.id))).unwrap_or_default();
        let title = match what.is_empty() {
            true => m::RANKED_PLAIN.count(s.lang, items.len(), &[]),
            false => m::RANKED.count(s.lang, items.len(), &[("what", &what)]),
        };
        let differences = differences(s, &items);
        let chart = Chart { s, axis, domain: domain(&items), at, items };
        plans.push(chart.plan(title, &differences, false));
    }
    let is_one = sections.alike.is_empty()
        && sections.rest.iter().map(|group| places(s, group)).sum::<usize>() < 2;
    let names = rest_names(s, &sections.rest);
    for (group, what) in sections.rest.iter().zip(names) {
        let items: Vec<&Item> = group.iter().collect();
        let title = match (is_one, what.is_empty()) {
            (true, _) if axis.is_ours => m::ONLY_OURS.get(s.lang).to_owned(),
            (true, _) => m::ONLY.get(s.lang).to_owned(),
            (false, false) if items.len() == 1 => m::REST_ONE.fill(s.lang, &[("what", &what)]),
            (false, false) => m::REST_OF.fill(s.lang, &[("what", &what)]),
            (false, true) => m::REST.get(s.lang).to_owned(),
        };
        let differences = if is_one { Vec::new() } else { apart(s, &items, sections) };
        let chart = Chart { s, axis, domain: domain(&items), at: plans.len(), items };
        plans.push(chart.plan(title, &differences, true));
    }
    plans
}

/// What each section of those listed apart is called by: how far its figures have come and, where another has come as far,
/// what else they are; empty where there is no word for it.
fn rest_names(s: &Survey, rest: &[Vec<Item>]) -> Vec<String> {
    let firsts: Vec<&Item> = rest.iter().filter_map(|group| group.first()).collect();
    let stages: Vec<String> = firsts.iter().map(|item| s.stage(item.id)).collect();
    let name = |(item, stage): (&&Item, &String)| {
        let is_shared = stages.iter().filter(|own| *own == stage).count() > 1;
        let sums = if item.is_over_years(s) { m::REST_SUMS.get(s.lang) } else { "" };
        let target = if item.facts.role == Role::Target { m::REST_TARGETS.get(s.lang) } else { "" };
        let more = if is_shared { [sums, target] } else { [""; 2] };
        Survey::leading(&s.list(&[stage, more[0], more[1]]))
    };
    firsts.iter().zip(&stages).map(name).collect()
}

/// Whether figures are ordered by their size: no two of them may differ in what they count.
pub(super) fn is_ranked<'i, 'a: 'i>(items: impl IntoIterator<Item = &'i Item<'a>>) -> bool {
    let facts: Vec<guard::Facts> = items.into_iter().map(|item| item.facts).collect();
    guard::are_alike(&facts)
}

/// What differs among some figures, each once.
fn differences(s: &Survey, items: &[&Item]) -> Vec<String> {
    let mut told = differences_from(s, items, items, false);
    told.add_once(years(s, items));
    told
}

/// What differs between some figures and others, each once.
fn differences_from(s: &Survey, items: &[&Item], others: &[&Item], titled: bool) -> Vec<String> {
    let mut told = Vec::new();
    let word = guard::wording(items.iter().chain(others).map(|item| &item.facts));
    for a in items.iter().take(MOST) {
        let others = others.iter().filter(|b| b.id != a.id);
        told.add_once(others.flat_map(|b| heed(s, a, b, titled, word)));
    }
    told
}

/// Why figures stand apart: what differs among them, then what sets them apart from those that stand side by side, or, of
/// one alone, from all others.
fn apart(s: &Survey, items: &[&Item], sections: &Sections) -> Vec<String> {
    let mut told = differences(s, items);
    let mut others: Vec<&Item> = sections.alike.iter().flatten().collect();
    if others.is_empty() && items.len() == 1 {
        others = sections.rest.iter().flatten().collect();
    }
    others.truncate(MOST);
    // Its own stage is its title.
    let mut more = differences_from(s, items, &others, true);
    more.retain(|difference| !told.contains(difference));
    if !more.is_empty() {
        let more: Vec<String> = more.iter().map(|told| amid(told, s.lang)).collect();
        let list = more.join(w::SEMICOLON.get(s.lang));
        let from_others = m::FROM_OTHERS.fill(s.lang, &[("list", &list)]);
        // A line of its own, or the last of a list.
        told.push(if told.is_empty() { Survey::leading(&from_others) } else { from_others });
    }
    told
}

/// The years that figures end in, where they differ.
fn years(s: &Survey, items: &[&Item]) -> Option<String> {
    let years = || items.iter().map(|item| item.facts.period.end.year());
    let (first, last) = (years().min()?, years().max()?);
    let words = [("a", &*first.to_string()), ("b", &*last.to_string())];
    (first != last).then(|| m::ARE_YEARS.fill(s.lang, &words))
}

/// What differs, in one line.
fn told_together(s: &Survey, differences: &[String]) -> String {
    let one = |(at, own): (usize, &String)| if at == 0 { own.clone() } else { amid(own, s.lang) };
    let all: Vec<String> = differences.iter().enumerate().map(one).collect();
    all.join(w::SEMICOLON.get(s.lang))
}

struct Chart<'s, 'a> {
    s: &'s Survey<'a>,
    axis: &'s Axis,
    /// Least and greatest of all sections that share the axis.
    domain: Option<(f64, f64)>,
    at: usize,
    items: Vec<&'s Item<'a>>,
}

impl Chart<'_, '_> {
    /// The section drawn; `is_mixed` where its rows must each say what they count.
    fn plan(&self, title: String, differences: &[String], is_mixed: bool) -> Plan {
        let Self { s, axis, .. } = self;
        let shown: Vec<&Item> = self.items.iter().copied().take(MOST).collect();
        let left_out = self.items.len() - shown.len();
        let mut notes = Vec::new();
        for item in &shown {
            notes.add_once(item.heed.iter().cloned().chain(s.notes(item.id)));
        }
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
            stages: if is_mixed { stage_legend(s.lang) } else { Vec::new() },
            ..ChartSpec::default()
        };
        let open = |item: &&Item| Some(Action::Open(s.at(item.id).id.clone()));
        Plan {
            topic: None,
            headings: Headings {
                title,
                subtitle: told_together(s, differences),
                source: self.sources(),
            },
            notes,
            listing: self.listing(),
            targets: shown.iter().map(open).collect(),
            offers: Vec::new(),
            is_apart: is_mixed || !is_ranked(self.items.iter().copied()),
            is_count: false,
            is_mean: false,
            finding: String::new(),
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
        let mut titles: Vec<(String, Option<String>)> = Vec::new();
        for item in &self.items {
            let title = s.data.sources[s.at(item.id).source].title.get(s.lang).to_owned();
            if titles.iter().all(|(own, _)| *own != title) {
                titles.push((title, None));
            }
        }
        source_line(&titles, s.lang)
    }
}
