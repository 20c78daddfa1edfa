//! What a picture of plain rows shows first, in a sentence: who is the highest at the last period and how that came, who is
//! at the ends of a ranking. It is read from what is drawn: totals are not ranked with their parts, what lacks a figure is not
//! passed over in silence, and where nothing can be said for sure there is no sentence.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::tracks::MOST;
use super::{Axes, MOST_STEPS};
use crate::base::date::{Day, civil};
use crate::base::lang::Lang;
use crate::base::unit_name::{is_rank, without_unit};
use crate::chart::{Category, Datum, Extent, MarkKind};
use crate::column::{Data, Role};
use crate::i18n::catalog::{chart as c, compare, finding as m};
use crate::i18n::{Message, with_unit};
use crate::plot::chart::choice::Choice;
use crate::plot::chart::side::{told_label, value_label};
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{GROUP_BY, Plan};
use crate::plot::finding::ratio;
use crate::plot::guard::bounds::Bounded;
use crate::plot::measure::{adds_up, amount};
use crate::plot::steps::{Grain, Steps};
use crate::plot::tally::only;
use crate::state::Measure;

/// A sentence wider than so many Latin letters is no headline; a Chinese character is as wide as two.
const WIDEST: usize = 150;
/// Numbers that are only about right are told apart from so large a part of them on.
const APART: f64 = 0.1;
/// Days of a month or a quarter, from its first to its last.
const SEASON: std::ops::RangeInclusive<Day> = 27..=92;
/// Beyond so many times nobody sees how many.
const MOST_TIMES: Decimal = Decimal::from_parts(100, 0, 0, false, 0);

/// The sentence; `None` where the picture shows nothing that can be said for sure.
pub(in crate::plot::chart) fn finding(
    s: &mut Subject,
    choice: &Choice,
    plan: &Plan,
) -> Option<String> {
    let is_ranks = choice.value.as_deref().is_some_and(|key| is_rank(&s.name(key)));
    if plan.is_mean || plan.is_apart || is_ranks {
        return None;
    }
    let told = Told::of(s, choice);
    let text = match plan.spec.mark {
        MarkKind::Line => over_time(s, &told, choice, plan),
        MarkKind::Bar if choice.is_whole => shares(&told, plan),
        MarkKind::Bar | MarkKind::Dot => ranked(s, &told, choice, plan),
        MarkKind::Scatter => of_two(s, plan),
        _ => None,
    }?;
    let width: usize = text.chars().map(|c| if c.len_utf8() > 2 { 2 } else { 1 }).sum();
    (width <= WIDEST).then_some(text)
}

/// How figures and groups are told.
pub(super) struct Told {
    pub(super) lang: Lang,
    pub(super) unit: Option<String>,
    /// Whether the figures are amounts, of which there is more or less, rather than levels.
    pub(super) is_amount: bool,
    /// Whether the groups are places.
    are_places: bool,
    /// Names of the groups that are totals of others.
    pub(super) totals: BTreeSet<String>,
}

impl Told {
    pub(super) fn of(s: &mut Subject, choice: &Choice) -> Self {
        let value = choice.value.as_deref();
        let group = choice.group.as_deref();
        Self {
            lang: s.lang,
            unit: value.and_then(|key| s.unit(key)),
            is_amount: value.is_some_and(|key| adds_up(s.engine, key)),
            are_places: group.is_some_and(|key| s.role(key) == Some(Role::Area)),
            totals: group.map(|key| totals(s, key)).unwrap_or_default(),
        }
    }

    /// A figure with its unit.
    pub(super) fn figure(&self, datum: &Datum) -> String {
        match (is_sharp(&datum.extent), self.unit.as_deref()) {
            (true, unit) => amount(datum.extent.mid, unit, self.lang),
            (false, Some(unit)) => with_unit(&datum.label, unit),
            (false, None) => datum.label.clone(),
        }
    }

    /// So many groups, of which `all` could have a figure.
    fn number(&self, n: usize, all: usize) -> String {
        let message = match (self.are_places, n < all) {
            (true, false) => m::OF_PLACES,
            (false, false) => m::OF_VALUES,
            (true, true) => m::OF_PLACES_WITH,
            (false, true) => m::OF_VALUES_WITH,
        };
        message.count(self.lang, n, &[])
    }

    pub(super) fn fill(&self, message: Message, values: &[(&str, &str)]) -> String {
        message.fill(self.lang, values)
    }

    /// What a figure was at a time.
    pub(super) fn was(&self, when: &str, datum: &Datum) -> String {
        self.fill(m::WAS, &[("when", when), ("a", &self.figure(datum))])
    }

    /// Whether one figure is more than another beyond doubt, and written so.
    pub(super) fn is_above(&self, a: &Datum, b: &Datum) -> bool {
        let (a_end, b_end) = (&a.extent, &b.extent);
        let least = if a_end.open_low { f64::NEG_INFINITY } else { a_end.span().0 };
        let most = if b_end.open_high { f64::INFINITY } else { b_end.span().1 };
        let is_vague = a_end.soft || b_end.soft;
        let size = a_end.mid.abs().max(b_end.mid.abs());
        let is_apart = !is_vague || (a_end.mid - b_end.mid) > size * APART;
        least > most && is_apart && self.figure(a) != self.figure(b)
    }
}

pub(super) fn is_sharp(extent: &Extent) -> bool {
    !extent.open_low && !extent.open_high && !extent.soft && extent.low.is_none()
}

fn bounded(extent: &Extent) -> Option<Bounded> {
    Some(Bounded {
        value: Decimal::from_f64(extent.mid)?,
        open_low: extent.open_low,
        open_high: extent.open_high,
        soft: extent.soft || extent.low.is_some(),
    })
}

/// The names of a column's totals; none where it has nothing but totals.
fn totals(s: &mut Subject, key: &str) -> BTreeSet<String> {
    let table = s.table.clone();
    let Some(column) = table.column(key) else { return BTreeSet::new() };
    let Data::Category(category) = &column.data else { return BTreeSet::new() };
    let codes = category.dictionary.iter().map(|(code, _)| code);
    let present: Vec<u32> = codes.filter(|&code| s.has(key, code)).collect();
    let (totals, parts): (Vec<u32>, Vec<u32>) =
        present.into_iter().partition(|&code| s.engine.is_total(key, code));
    match parts.is_empty() {
        true => BTreeSet::new(),
        false => totals
            .into_iter()
            .flat_map(|code| {
                [value_label(column, code, s.lang), told_label(s.engine, column, code, s.lang)]
            })
            .collect(),
    }
}

/// A line: its name, and its points as time runs.
pub(super) struct Track<'a> {
    pub(super) name: &'a str,
    pub(super) points: Vec<&'a Datum>,
}

impl<'a> Track<'a> {
    pub(super) fn at(&self, span: (Day, Day)) -> Option<&'a Datum> {
        self.points.iter().copied().find(|datum| datum.time == Some(span))
    }
}

/// The lines of a picture, totals among them.
pub(super) fn tracks(plan: &Plan) -> Vec<Track<'_>> {
    let mut by_series: BTreeMap<u32, Vec<&Datum>> = BTreeMap::new();
    plan.spec.data.iter().for_each(|own| by_series.entry(own.series).or_default().push(own));
    let track = |(series, points)| Track { name: plan.spec.series_name(series), points };
    by_series.into_iter().map(track).collect()
}

fn over_time(s: &mut Subject, told: &Told, choice: &Choice, plan: &Plan) -> Option<String> {
    choice.value.as_ref()?;
    let steps = Steps::of(s.engine, MOST_STEPS).filter(|steps| steps.grain == Grain::Each)?;
    let spec = &plan.spec;
    let mut tracks = tracks(plan);
    tracks.retain(|track| !told.totals.contains(track.name));
    let when = |datum: &Datum| steps.named(datum.time, told.lang);
    if choice.group.is_none() {
        // Numbers of unlike things, one a period, are no change of one thing.
        let is_of_several = GROUP_BY.into_iter().filter(|role| *role != Role::Time);
        if choice.measure == Measure::Mean
            && is_of_several.into_iter().any(|role| s.distinct_of(role) > 1)
        {
            return None;
        }
        let name = subject_name(s, choice);
        return alone(told, &name, tracks.first()?, when);
    }
    // Lines that are not drawn could be above all that are.
    let groups = choice.group.as_deref().map_or(0, |key| s.distinct(key));
    if spec.foremost.is_none() && spec.series.len() >= MOST && groups > spec.series.len() {
        return None;
    }
    leading(told, &tracks, &steps.spans, when)
}

/// What the one line of a table is of: the one area and the one thing that is measured, else the measure.
pub(super) fn subject_name(s: &mut Subject, choice: &Choice) -> String {
    let table = s.table.clone();
    let mut one = |role: Role| {
        let column = table.by_role(role)?;
        Some(value_label(column, only(s.engine, &column.key)?, s.lang))
    };
    let named: Vec<String> = [Role::Area, Role::Series].into_iter().filter_map(&mut one).collect();
    if !named.is_empty() {
        return named.join(" ");
    }
    let measure = choice.value.as_deref().map(|key| s.name(key)).unwrap_or_default();
    without_unit(&measure).to_owned()
}

/// How one line ran, and how far beyond its ends.
fn alone(
    told: &Told,
    name: &str,
    track: &Track,
    when: impl Fn(&Datum) -> Option<String>,
) -> Option<String> {
    let last = track.points.last()?;
    let first = same_season(track, last).or(track.points.first())?;
    if track.points.len() < 2 {
        return None;
    }
    let change = change(told, name, (first, last), &when)?;
    let inner = &track.points[1..track.points.len() - 1];
    let mid = |datum: &&&Datum| datum.extent.mid;
    let highest = inner.iter().max_by(|a, b| mid(a).total_cmp(&mid(b)));
    let lowest = inner.iter().min_by(|a, b| mid(a).total_cmp(&mid(b)));
    let peak = highest.filter(|d| told.is_above(d, first) && told.is_above(d, last));
    let low = lowest.filter(|d| told.is_above(first, d) && told.is_above(last, d));
    let (message, datum) = match (peak, low) {
        (Some(peak), _) => (m::PEAK, peak),
        (None, Some(low)) => (m::LOW, low),
        (None, None) => return Some(change),
    };
    // Of several years that are as high, none is named.
    let text = told.figure(datum);
    if track.points.iter().filter(|other| told.figure(other) == text).count() > 1 {
        return Some(change);
    }
    let when = when(datum)?;
    Some(told.fill(message, &[("told", &change), ("when", &when), ("c", &text)]))
}

/// The first point of the season that the last is of, where points are months or quarters of several years: January says
/// nothing of December.
fn same_season<'t>(track: &'t Track, last: &Datum) -> Option<&'t &'t Datum> {
    let (from, to) = last.time?;
    if !SEASON.contains(&(to - from)) {
        return None;
    }
    let is_same = |own: &&&Datum| {
        own.time.is_some_and(|(_, end)| {
            let (own, other) = (civil(end), civil(to));
            own.1 == other.1 && own.0 < other.0
        })
    };
    track.points.iter().find(is_same)
}

/// How a figure came to be what it is.
fn change(
    told: &Told,
    name: &str,
    (first, last): (&Datum, &Datum),
    when: &impl Fn(&Datum) -> Option<String>,
) -> Option<String> {
    let (from, to) = (when(first)?, when(last)?);
    let (a, b) = (told.figure(first), told.figure(last));
    let message = if first.time == last.time {
        m::STOOD
    } else if a == b {
        m::STAYED
    } else {
        match (told.is_above(last, first), told.is_above(first, last), told.is_amount) {
            (true, _, false) => m::ROSE,
            (true, _, true) => m::GREW,
            (_, true, false) => m::FELL,
            (_, true, true) => m::SHRANK,
            _ => m::STOOD,
        }
    };
    let values = [("name", name), ("first", &from), ("last", &to), ("a", &a), ("b", &b)];
    Some(told.fill(message, &values))
}

/// The latest period of which most lines have a figure.
pub(super) fn latest(tracks: &[Track], spans: &[(Day, Day)]) -> Option<(Day, Day)> {
    let full = |span: (Day, Day)| tracks.iter().filter(|track| track.at(span).is_some()).count();
    let most = spans.iter().map(|&span| full(span)).max()?;
    spans.iter().rev().find(|&&span| 2 * full(span) >= most).copied()
}

/// The line that is the highest in the latest period of which most lines have a figure.
pub(super) fn leading(
    told: &Told,
    tracks: &[Track],
    spans: &[(Day, Day)],
    when: impl Fn(&Datum) -> Option<String>,
) -> Option<String> {
    let latest = latest(tracks, spans)?;
    let mut there: Vec<(&Track, &Datum)> =
        tracks.iter().filter_map(|track| Some((track, track.at(latest)?))).collect();
    there.sort_by(|a, b| b.1.extent.mid.total_cmp(&a.1.extent.mid));
    let (top, last) = *there.first()?;
    let &(second, other) = there.get(1)?;
    if !there[1..].iter().all(|(_, datum)| told.is_above(last, datum)) {
        return None;
    }
    let change = change(told, top.name, (top.points.first()?, last), &when)?;
    if tracks.len() == 2 {
        let message = if told.is_amount { m::MORE } else { m::HIGHER };
        let c = told.figure(other);
        return Some(told.fill(message, &[("told", &change), ("other", second.name), ("c", &c)]));
    }
    let message = if told.is_amount { m::MOST } else { m::HIGHEST };
    let of = told.number(there.len(), tracks.len());
    Some(told.fill(message, &[("told", &change), ("of", &of)]))
}

/// The bars that are no totals and have a name, each with its figure; and how many there are with and without one.
pub(super) fn entries<'a>(told: &Told, plan: &'a Plan) -> (Vec<(&'a str, &'a Datum)>, usize) {
    let spec = &plan.spec;
    let is_meant = |category: &&Category| {
        !told.totals.contains(&category.name) && category.name != c::NONE.get(told.lang)
    };
    let named = |datum: &'a Datum| {
        let category = spec.categories.get(datum.category as usize).filter(is_meant)?;
        Some((category.name.as_str(), datum))
    };
    let found = spec.data.iter().filter_map(named).collect();
    (found, spec.categories.iter().filter(is_meant).count())
}

fn ranked(s: &mut Subject, told: &Told, choice: &Choice, plan: &Plan) -> Option<String> {
    let spec = &plan.spec;
    let group = choice.group.as_deref()?;
    let role = s.role(group).filter(|role| GROUP_BY.contains(role))?;
    let is_ordered = matches!(role, Role::Time | Role::Stage);
    if spec.series.len() > 1 || !spec.facets.is_empty() || is_ordered {
        return None;
    }
    let (mut bars, all) = entries(told, plan);
    bars.sort_by(|a, b| b.1.extent.mid.total_cmp(&a.1.extent.mid));
    let (first, others) = bars.split_first()?;
    if others.is_empty() || !others.iter().all(|other| told.is_above(first.1, other.1)) {
        return None;
    }
    if choice.measure == Measure::Count {
        let (n, rows) = (&first.1.label, s.engine.matching());
        let rows = crate::i18n::grouped(&rows.to_string());
        return Some(told.fill(m::MOST_ROWS, &[("name", first.0), ("n", n), ("all", &rows)]));
    }
    let steps = Steps::of(s.engine, MOST_STEPS);
    if steps.as_ref().is_some_and(|steps| steps.len() > 1) {
        return None;
    }
    let is_cut = plan.listing.rows.len() > spec.categories.len();
    let text = ends(told, &bars, if is_cut { None } else { Some(all) });
    Some(match steps.map(|steps| steps.name(0, s.lang)) {
        Some(period) => told.fill(m::AT_TIME, &[("period", &period), ("told", &text)]),
        None => text,
    })
}

/// The first and the last of some bars, of which there are so `many` with and without a figure; `None`: the least are not
/// drawn.
fn ends(told: &Told, bars: &[(&str, &Datum)], many: Option<usize>) -> String {
    let (name, top) = bars[0];
    let (other, last) = bars[bars.len() - 1];
    let (a, b) = (told.figure(top), told.figure(last));
    let is_last = bars[..bars.len() - 1].iter().all(|(_, datum)| told.is_above(datum, last));
    let Some(all) = many.filter(|_| is_last) else {
        let message = if told.is_amount { m::TOP_AMOUNT } else { m::TOP_LEVEL };
        return told.fill(message, &[("name", name), ("a", &a)]);
    };
    let ratio = told.is_amount.then(|| times(told, top, last)).flatten();
    let of = told.number(bars.len(), all);
    let message = match (all == 2, &ratio, told.is_amount) {
        (true, Some(_), _) => m::TWO_TIMES,
        (true, None, true) => m::TWO_AMOUNT,
        (true, None, false) => m::TWO_LEVEL,
        (false, Some(_), _) => m::ENDS_TIMES,
        (false, None, true) => m::ENDS_AMOUNT,
        (false, None, false) => m::ENDS_LEVEL,
    };
    let ratio = ratio.unwrap_or_default();
    let values = [
        ("of", of.as_str()),
        ("name", name),
        ("a", &a),
        ("other", other),
        ("b", &b),
        ("ratio", &ratio),
    ];
    told.fill(message, &values)
}

/// How many times one amount is another, in words; `None` where that says nothing.
fn times(told: &Told, a: &Datum, b: &Datum) -> Option<String> {
    if a.extent.mid <= 0.0 || b.extent.mid <= 0.0 {
        return None;
    }
    let ratio = bounded(&a.extent)?.divided_by(bounded(&b.extent)?)?;
    let text = ratio::times(ratio, told.lang).filter(|_| ratio.value <= MOST_TIMES)?;
    (text != compare::SAME.get(told.lang)).then_some(text)
}

/// The part that is the largest of all groups, or of most.
fn shares(told: &Told, plan: &Plan) -> Option<String> {
    let spec = &plan.spec;
    let mut by_group: BTreeMap<u32, Vec<&Datum>> = BTreeMap::new();
    spec.data.iter().for_each(|datum| by_group.entry(datum.category).or_default().push(datum));
    let largest = |parts: &Vec<&Datum>| {
        let is_top = |top: &&&Datum| {
            parts.iter().all(|own| own.series == top.series || told.is_above(top, own))
        };
        let top = parts.iter().find(is_top)?;
        Some((top.series, top.extent.mid, told.figure(top)))
    };
    let tops: Vec<(u32, f64, String)> = by_group.values().filter_map(largest).collect();
    let mut by_part: BTreeMap<u32, usize> = BTreeMap::new();
    tops.iter().for_each(|(series, ..)| *by_part.entry(*series).or_default() += 1);
    let (&part, &n) = by_part.iter().max_by_key(|&(_, n)| n)?;
    let (name, all) = (spec.series_name(part), by_group.len());
    let mut own: Vec<&(u32, f64, String)> = tops.iter().filter(|top| top.0 == part).collect();
    own.sort_by(|a, b| a.1.total_cmp(&b.1));
    let (low, high) = (own.first()?, own.last()?);
    if n == all && all > 1 {
        return Some(told.fill(m::ALL_SHARE, &[("name", name), ("a", &low.2), ("b", &high.2)]));
    }
    let (n, all) = (n, all.to_string());
    (n * 2 > by_group.len())
        .then(|| told.fill(m::MOST_SHARE, &[("name", name), ("n", &n.to_string()), ("all", &all)]))
}

/// Who is the highest in each of two measures.
fn of_two(s: &mut Subject, plan: &Plan) -> Option<String> {
    let axes = Axes::of(s)?;
    let (y, x) = (s.name(&axes.y), s.name(&axes.x));
    if is_rank(&y) || is_rank(&x) || plan.spec.data.len() < 3 {
        return None;
    }
    let top = |value: fn(&Datum) -> f64| {
        let greatest = plan.spec.data.iter().max_by(|a, b| value(a).total_cmp(&value(b)))?;
        let same = plan.spec.data.iter().filter(|d| value(d) >= value(greatest)).count();
        (same == 1 && !greatest.label.is_empty()).then_some(greatest.label.as_str())
    };
    let (up, across) = (top(|d| d.extent.mid)?, top(|d| d.across)?);
    let (y, x) = (without_unit(&y), without_unit(&x));
    let values = [("name", up), ("other", across), ("y", y), ("x", x)];
    let text = if up == across { m::BOTH_TOP } else { m::EACH_TOP }.fill(s.lang, &values);
    let period = &plan.headings.subtitle;
    Some(match period.is_empty() {
        true => text,
        false => m::AT_TIME.fill(s.lang, &[("period", period), ("told", &text)]),
    })
}
