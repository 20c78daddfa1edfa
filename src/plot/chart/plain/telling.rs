//! The figures that a picture of plain rows shows first, one by one: what the file itself gives as the whole, who is at the
//! ends and how that came, what part of the whole the greatest is. They are read from what is drawn, as the sentence above the
//! picture is.

use super::finding::{Told, Track, entries, is_sharp, latest, subject_name, tracks};
use super::{Axes, MOST_STEPS};
use crate::base::date::Day;
use crate::base::unit_name::{beside_unit, is_rank, without_unit};
use crate::chart::{Datum, MarkKind};
use crate::column::Data;
use crate::i18n::catalog::{chart as c, finding as m, sentence, words as w};
use crate::plot::chart::Plan;
use crate::plot::chart::choice::Choice;
use crate::plot::chart::side::told_label;
use crate::plot::chart::subject::Subject;
use crate::plot::measure::{amount, short};
use crate::plot::steps::{Grain, Steps};
use crate::plot::tally::Total;
use crate::state::Measure;
use crate::words::{FigureText, listed, within_sentence};

/// One of the numbers of a mark.
type Value = fn(&Datum) -> f64;

/// Groups of which the largest part is told.
const GROUPS: usize = 4;

/// One figure: of what, how it is written, and what it is among the others.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Telling {
    /// What it is of.
    pub(crate) name: String,
    /// The figure with its unit.
    pub(crate) figure: FigureText,
    /// When it was, what it is among the others, and what it was before.
    pub(crate) beside: String,
}

/// The figures of a picture, the first to be told first; none where rows are counted though something is measured, or where
/// nothing can be said for sure.
pub(in crate::plot::chart) fn tellings(
    s: &mut Subject,
    choice: &Choice,
    plan: &Plan,
) -> Vec<Telling> {
    if plan.is_apart {
        return Vec::new();
    }
    let teller = Teller::of(s, choice, plan);
    let found = match plan.spec.mark {
        MarkKind::Line if choice.value.is_some() => of_lines(s, &teller, choice, plan),
        MarkKind::Bar if choice.mark == crate::state::Mark::Histogram => {
            Some(of_numbers(s, &teller, choice))
        }
        MarkKind::Bar if choice.is_whole => Some(of_shares(&teller, plan)),
        MarkKind::Bar | MarkKind::Dot => of_bars(s, &teller, choice, plan),
        MarkKind::Matrix => Some(of_cells(&teller, plan)),
        MarkKind::Scatter => of_two(s, plan),
        _ => None,
    };
    found.unwrap_or_default()
}

/// Figures in words.
struct Teller {
    told: Told,
    /// What is measured, as it stands within a sentence.
    measure: String,
    /// Whether it is a place in a ranking, of which the least is the best.
    is_rank: bool,
}

impl Teller {
    fn of(s: &mut Subject, choice: &Choice, plan: &Plan) -> Self {
        let key = choice.value.as_deref();
        let named = key.map(|key| within_sentence(without_unit(&s.titled(key)), s.lang));
        let measure = named.unwrap_or_default();
        let measure = match plan.is_mean {
            true => sentence::MEAN_IS.fill(s.lang, &[("value", &measure)]),
            false => measure,
        };
        let is_rank = key.is_some_and(|key| is_rank(&s.name(key)));
        Self { told: Told::of(s, choice), measure, is_rank }
    }

    fn figure(&self, datum: &Datum) -> FigureText {
        parted(&self.told.figure(datum), self.told.unit.as_deref())
    }

    /// What the greatest or the least is.
    fn end(&self, is_top: bool) -> String {
        let message = match (is_top, self.told.is_amount) {
            (true, true) => m::IS_MOST,
            (true, false) => m::IS_HIGHEST,
            (false, true) => m::IS_LEAST,
            (false, false) => m::IS_LOWEST,
        };
        self.told.fill(message, &[("measure", &self.measure)])
    }

    fn telling(&self, name: &str, datum: &Datum, beside: &[&str]) -> Telling {
        let parts = beside.iter().filter(|part| !part.is_empty());
        let beside = listed(parts, w::SEPARATOR, self.told.lang);
        Telling { name: name.to_owned(), figure: self.figure(datum), beside }
    }

    /// The greatest and the least of some figures, where one alone is so, with what stands beside each.
    fn ends(
        &self,
        all: &[(&str, &Datum)],
        beside: impl Fn(&str, &Datum) -> [String; 2],
    ) -> Vec<Telling> {
        if self.is_rank {
            return Vec::new();
        }
        let mut sorted = all.to_vec();
        sorted.sort_by(|a, b| b.1.extent.mid.total_cmp(&a.1.extent.mid));
        let mut found = Vec::new();
        let told = |at: usize, is_top: bool| {
            let (name, datum) = sorted[at];
            let [when, rest] = beside(name, datum);
            self.telling(name, datum, &[&when, &self.end(is_top), &rest])
        };
        if let [(_, first), (_, second), ..] = sorted[..]
            && self.told.is_above(first, second)
        {
            found.push(told(0, true));
        }
        if let [.., (_, last_but_one), (_, last)] = sorted[..]
            && self.told.is_above(last_but_one, last)
        {
            found.push(told(sorted.len() - 1, false));
        }
        found
    }
}

/// A figure's text in its number and its unit.
fn parted(text: &str, unit: Option<&str>) -> FigureText {
    let number = unit.and_then(|unit| Some((text.strip_suffix(unit)?, unit)));
    match number.filter(|(number, _)| !number.is_empty()) {
        Some((number, unit)) => {
            FigureText::of(number.trim_end_matches('\u{a0}').to_owned()).in_unit(unit.to_owned())
        }
        None => FigureText::of(text.to_owned()),
    }
}

/// The last figure of a line, and what it was at first.
pub(super) fn at_last(told: &Told, track: &Track, steps: &Steps) -> Option<Telling> {
    let when = |datum: &Datum| steps.named(datum.time, told.lang);
    let (first, last) = (track.points.first()?, track.points.last()?);
    let at_first = when(first)?;
    let is_change = first.time < last.time;
    let was = if is_change { told.was(&at_first, first) } else { String::new() };
    let parts = [when(last)?, was];
    let parts = parts.iter().filter(|part| !part.is_empty());
    Some(Telling {
        name: track.name.to_owned(),
        figure: parted(&told.figure(last), told.unit.as_deref()),
        beside: listed(parts, w::SEPARATOR, told.lang),
    })
}

fn of_lines(
    s: &mut Subject,
    teller: &Teller,
    choice: &Choice,
    plan: &Plan,
) -> Option<Vec<Telling>> {
    let steps = Steps::of(s.engine, MOST_STEPS).filter(|steps| steps.grain == Grain::Each)?;
    let lang = s.lang;
    let when = |datum: &Datum| steps.named(datum.time, lang).unwrap_or_default();
    let was = |datum: &Datum| teller.told.was(&when(datum), datum);
    let all = tracks(plan);
    if choice.group.is_none() {
        return Some(of_one_line(&subject_name(s, choice), teller, all.first()?, when));
    }
    let (wholes, parts): (Vec<Track>, Vec<Track>) =
        all.into_iter().partition(|track| teller.told.totals.contains(track.name));
    let earlier = |track: &Track, datum: &Datum| {
        track.points.first().filter(|first| first.time < datum.time).map(|first| was(first))
    };
    let whole = |track: &Track, span: (Day, Day)| {
        let datum = track.at(span)?;
        let before = earlier(track, datum).unwrap_or_default();
        Some(teller.telling(track.name, datum, &[&when(datum), &teller.measure, &before]))
    };
    let span = latest(&parts, &steps.spans)?;
    let mut found: Vec<Telling> =
        wholes.iter().take(1).filter_map(|track| whole(track, span)).collect();
    // Of lines that are not drawn nobody knows where they stand.
    let groups = choice.group.as_deref().map_or(0, |key| s.distinct(key));
    let apart = choice.group.as_deref().map_or(0, |key| without_line(s, key, plan));
    if groups - apart > plan.spec.series.len() {
        return Some(found);
    }
    let there: Vec<(&str, &Datum)> =
        parts.iter().filter_map(|track| Some((track.name, track.at(span)?))).collect();
    let beside = |name: &str, datum: &Datum| {
        let track = parts.iter().find(|track| track.name == name);
        [when(datum), track.and_then(|track| earlier(track, datum)).unwrap_or_default()]
    };
    found.extend(teller.ends(&there, beside));
    Some(found)
}

/// How many totals have no line, which are no groups that could be above those drawn.
fn without_line(s: &mut Subject, key: &str, plan: &Plan) -> usize {
    let table = s.table.clone();
    let Some(column) = table.column(key) else { return 0 };
    let Data::Category(category) = &column.data else { return 0 };
    let is_drawn = |name: &str| plan.spec.series.iter().any(|series| series.name == name);
    let codes: Vec<u32> = category.dictionary.iter().map(|(code, _)| code).collect();
    let is_without = |s: &mut Subject, code: u32| {
        s.engine.is_total(key, code)
            && s.has(key, code)
            && !is_drawn(&told_label(s.engine, column, code, s.lang))
    };
    codes.into_iter().filter(|&code| is_without(s, code)).count()
}

/// The last and the first figure of a line, then the highest and the lowest between them.
fn of_one_line(
    name: &str,
    teller: &Teller,
    track: &Track,
    when: impl Fn(&Datum) -> String,
) -> Vec<Telling> {
    let (Some(first), Some(last)) = (track.points.first(), track.points.last()) else {
        return Vec::new();
    };
    let mut found = vec![teller.telling(name, last, &[&when(last)])];
    if first.time < last.time {
        found.push(teller.telling(name, first, &[&when(first)]));
    }
    let points: Vec<(&str, &Datum)> = track.points.iter().map(|own| (name, *own)).collect();
    let ends = teller.ends(&points, |_, datum| [when(datum), String::new()]);
    let is_new = |own: &Telling| found.iter().all(|other| other.figure != own.figure);
    let ends: Vec<Telling> = ends.into_iter().filter(is_new).collect();
    found.extend(ends);
    found
}

fn of_bars(s: &mut Subject, teller: &Teller, choice: &Choice, plan: &Plan) -> Option<Vec<Telling>> {
    let spec = &plan.spec;
    if spec.series.len() > 1 || !spec.facets.is_empty() {
        return None;
    }
    let lang = s.lang;
    let (bars, _) = entries(&teller.told, plan);
    if choice.measure == Measure::Count {
        return of_counts(s, choice, &bars);
    }
    let steps = Steps::of(s.engine, MOST_STEPS);
    if steps.as_ref().is_some_and(|steps| steps.len() > 1) && !plan.is_mean {
        return None;
    }
    let when = steps.map(|steps| steps.whole(lang)).unwrap_or_default();
    let is_whole = |datum: &&Datum| {
        let name = spec.categories.get(datum.category as usize).map(|own| &own.name);
        name.is_some_and(|name| teller.told.totals.contains(name))
    };
    let whole = spec.data.iter().find(is_whole);
    let whole =
        whole.and_then(|datum| Some((spec.categories.get(datum.category as usize)?, datum)));
    let mut found = Vec::new();
    if let Some((category, datum)) = whole {
        found.push(teller.telling(&category.name, datum, &[&when, &teller.measure]));
    }
    // The least are not drawn where there are too many.
    let is_cut = plan.listing.rows.len() > spec.categories.len();
    let share = |datum: &Datum| {
        let (category, whole) = whole.filter(|_| teller.told.is_amount && !plan.is_mean)?;
        let is_known = is_sharp(&datum.extent) && is_sharp(&whole.extent);
        let part = datum.extent.mid / whole.extent.mid * 100.0;
        let is_part = is_known && part > 0.0 && part < 100.0;
        let share = amount(part, Some("%"), lang);
        let values = [("whole", category.name.as_str()), ("share", &share)];
        is_part.then(|| m::OF_WHOLE.fill(lang, &values))
    };
    let ends = teller.ends(&bars, |_, datum| [when.clone(), share(datum).unwrap_or_default()]);
    found.extend(ends.into_iter().take(if is_cut { 1 } else { 2 }));
    Some(found)
}

/// How many rows the greatest groups have, of a table that measures nothing.
fn of_counts(s: &mut Subject, choice: &Choice, bars: &[(&str, &Datum)]) -> Option<Vec<Telling>> {
    if !s.measures().is_empty() {
        return None;
    }
    let group = s.name(choice.group.as_deref()?);
    let unit = c::UNIT_ROWS.get(s.lang);
    let mut sorted = bars.to_vec();
    sorted.sort_by(|a, b| b.1.extent.mid.total_cmp(&a.1.extent.mid));
    let told = |(name, datum): (&str, &Datum)| Telling {
        name: name.to_owned(),
        figure: FigureText::of(datum.label.clone()).in_unit(unit.to_owned()),
        beside: group.clone(),
    };
    Some(sorted.into_iter().take(GROUPS).map(told).collect())
}

/// The largest part of the first groups.
fn of_shares(teller: &Teller, plan: &Plan) -> Vec<Telling> {
    let spec = &plan.spec;
    let largest = |(at, category): (u32, &crate::chart::Category)| {
        let parts: Vec<&Datum> = spec.data.iter().filter(|own| own.category == at).collect();
        let is_top = |top: &&&Datum| {
            parts.iter().all(|own| own.series == top.series || teller.told.is_above(top, own))
        };
        let top = parts.iter().find(is_top)?;
        Some(teller.telling(spec.series_name(top.series), top, &[&category.name]))
    };
    (0..).zip(&spec.categories).filter_map(largest).take(GROUPS).collect()
}

/// The greatest and the least cell.
fn of_cells(teller: &Teller, plan: &Plan) -> Vec<Telling> {
    let spec = &plan.spec;
    let name = |datum: &Datum| {
        let group = spec.categories.get(datum.category as usize).map_or("", |own| &own.name);
        listed([group, spec.series_name(datum.series)], w::SEPARATOR, teller.told.lang)
    };
    let is_whole = |name: &str| teller.told.totals.contains(name);
    let is_part = |datum: &&Datum| {
        let group = spec.categories.get(datum.category as usize);
        !group.is_some_and(|own| is_whole(&own.name)) && !is_whole(spec.series_name(datum.series))
    };
    let names: Vec<(String, &Datum)> =
        spec.data.iter().filter(is_part).map(|datum| (name(datum), datum)).collect();
    let cells: Vec<(&str, &Datum)> =
        names.iter().map(|(name, own)| (name.as_str(), *own)).collect();
    match teller.measure.is_empty() {
        true => Vec::new(),
        false => teller.ends(&cells, |_, _| [String::new(), String::new()]),
    }
}

/// Who is the highest in each of two measures, and the lowest in the first.
fn of_two(s: &mut Subject, plan: &Plan) -> Option<Vec<Telling>> {
    let axes = Axes::of(s)?;
    let lang = s.lang;
    let period = plan.headings.subtitle.clone();
    let mut found = Vec::new();
    let measures: [(&String, Value); 2] =
        [(&axes.y, |own| own.extent.mid), (&axes.x, |own| own.across)];
    for is_top in [true, false] {
        for (key, value) in measures {
            let (name, unit) = (s.titled(key), s.unit(key));
            if is_rank(&s.name(key)) {
                continue;
            }
            let by_value = |a: &&Datum, b: &&Datum| value(a).total_cmp(&value(b));
            let data = plan.spec.data.iter();
            let end = if is_top { data.max_by(by_value) } else { data.min_by(by_value) }?;
            let same = plan
                .spec
                .data
                .iter()
                .filter(|own| short(value(own), lang) == short(value(end), lang));
            if same.count() > 1 || end.label.is_empty() || !is_sharp(&end.extent) {
                continue;
            }
            let bare = unit.as_deref().map_or(&*name, |unit| beside_unit(&name, unit));
            let bare = within_sentence(without_unit(bare), lang);
            let message = if is_top { m::IS_HIGHEST } else { m::IS_LOWEST };
            let word = message.fill(lang, &[("measure", &bare)]);
            let parts = [period.as_str(), &word].into_iter().filter(|part| !part.is_empty());
            let beside = listed(parts, w::SEPARATOR, lang);
            let figure = parted(&amount(value(end), unit.as_deref(), lang), unit.as_deref());
            found.push(Telling { name: end.label.clone(), figure, beside });
        }
    }
    Some(found)
}

/// The mean and the ends of one column of numbers.
fn of_numbers(s: &mut Subject, teller: &Teller, choice: &Choice) -> Vec<Telling> {
    let lang = s.lang;
    let Some(key) = choice.value.as_deref() else { return Vec::new() };
    let Some(total) = Total::of_measure(s.engine, key) else { return Vec::new() };
    let name = s.titled(key);
    let told = |value: f64, beside: String| {
        let unit = teller.told.unit.as_deref();
        Telling { name: name.clone(), figure: parted(&amount(value, unit, lang), unit), beside }
    };
    let end =
        |message: crate::i18n::Message| message.fill(lang, &[("measure", "")]).trim().to_owned();
    vec![
        told(total.mean(), sentence::MEAN.get(lang).to_owned()),
        told(total.max, end(m::IS_HIGHEST)),
        told(total.min, end(m::IS_LOWEST)),
    ]
}
