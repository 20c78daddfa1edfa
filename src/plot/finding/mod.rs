//! What the figures of one indicator come to, in a sentence that may stand as a title: who reports it alone, who has the
//! most and the least, how many times one is the other, or what each place has come to. Nothing is ranked or divided that
//! [`guard`] does not hold for alike; where nothing can be told by rule there is no sentence.

pub mod ratio;

use std::cmp::Ordering;

use super::guard::bounds::Bounded;
use super::guard::{self, Facts, Reason};
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::i18n::Message;
use crate::i18n::catalog::compare as m;
use crate::i18n::catalog::words as w;
use crate::model::{Dataset, Id, Indicator, Nature, Observation, Role, Stage};
use crate::words::{FigureText, breakdown_text, figure, listed, period_text};

/// The most figures of several places that a title tells one by one.
const MOST: usize = 5;
/// The most where each names a part of its own, or a place has several.
const MOST_PARTED: usize = 4;
/// The most of one place, each of a part of its own.
const MOST_OF_ONE: usize = 3;

/// The name of an indicator and what its figures come to; the name alone where that cannot be told.
#[must_use]
pub fn title(
    data: &Dataset,
    indicator: Id<Indicator>,
    figures: &[Id<Observation>],
    lang: Lang,
) -> String {
    let name = data.indicators[indicator].name.get(lang);
    match of_figures(data, figures, lang) {
        Some(told) => w::AT_PLACE.fill(lang, &[("place", name), ("name", &told)]),
        None => name.to_owned(),
    }
}

/// What figures of one indicator come to.
#[must_use]
pub fn of_figures(data: &Dataset, figures: &[Id<Observation>], lang: Lang) -> Option<String> {
    let told = |&id: &Id<Observation>| Told::new(data, id, lang);
    let all: Vec<Told> = figures.iter().map(told).collect();
    let is_latest = |own: &&Told| !all.iter().any(|of| of.is_after(own));
    let all: Vec<Told> = all.iter().filter(is_latest).cloned().collect();
    let first = all.first()?;
    if all.iter().all(|own| own.o.place == first.o.place) {
        return of_one_place(data, &all, lang);
    }
    ranked(&all, lang).or_else(|| of_each_place(&all, lang))
}

/// A figure and what a title says of it.
#[derive(Clone)]
struct Told<'a> {
    o: &'a Observation,
    facts: Facts<'a>,
    place: &'a str,
    text: FigureText,
    figure: String,
    period: String,
    /// What of its indicator it counts.
    part: String,
}

impl<'a> Told<'a> {
    fn new(data: &'a Dataset, id: Id<Observation>, lang: Lang) -> Self {
        let o = &data.observations[id];
        let text = figure(data, o, lang);
        Self {
            o,
            facts: Facts::of(data, o),
            place: data.places[o.place].known_as().get(lang),
            figure: text.to_string(),
            text,
            period: period_text(o, lang),
            part: breakdown_text(data, o, lang),
        }
    }

    fn value(&self) -> Bounded {
        Bounded::of(self.facts.quantity, self.facts.quantity.value)
    }

    const fn year(&self) -> i32 {
        self.facts.period.end.year()
    }

    /// Whether it says later what another said of the same.
    fn is_after(&self, other: &Self) -> bool {
        let of = |told: &Self| (told.o.place, told.facts.stage, told.facts.role);
        of(self) == of(other)
            && self.part == other.part
            && self.facts.period.end > other.facts.period.end
    }

    /// What is done or promised, of the whole and beyond doubt: a share, a limit or a change is no finding by itself.
    const fn is_plain(&self) -> bool {
        matches!(self.facts.role, Role::Actual | Role::Target)
            && !(self.facts.is_part || self.facts.is_doubted || self.facts.is_derived)
    }

    /// Its figure without a unit that the indicator's name has said: 11 kindergartens built.
    fn bare(&self) -> String {
        let is_said = matches!(
            self.facts.kind,
            "people" | "households" | "facility" | "place" | "item" | "event" | "team"
        );
        let mut text = self.text.clone();
        if is_said {
            text.unit.clear();
        }
        text.to_string()
    }

    /// Its figure with its time: 11所（2021年）.
    fn timed(&self, message: Message, lang: Lang) -> String {
        let told = message.fill(lang, &[("place", self.place), ("n", &self.figure)]);
        within(&told, &[&self.period], lang)
    }
}

/// A text with more words of it in brackets.
fn within(text: &str, more: &[&str], lang: Lang) -> String {
    let more = listed(more, w::SEPARATOR, lang);
    match more.is_empty() {
        true => text.to_owned(),
        false => w::PARENTHESIS.fill(lang, &[("a", text), ("b", &more)]),
    }
}

/// The figures of one place, and that no other reports the indicator where that is so.
fn of_one_place(data: &Dataset, all: &[Told], lang: Lang) -> Option<String> {
    let first = all.first()?;
    let is_other = |o: &Observation| o.indicator == first.o.indicator && o.place != first.o.place;
    let is_alone =
        data.places.iter().count() > 1 && !data.observations.iter().any(|(_, o)| is_other(o));
    let stages_differ = all.iter().any(|own| own.facts.stage != first.facts.stage);
    let is_told = all.len() <= MOST_OF_ONE && !stages_differ && all.iter().all(Told::is_plain);
    let mut parts = Vec::new();
    if is_alone {
        parts.push(m::FOUND_ALONE.fill(lang, &[("place", first.place)]));
    }
    if is_told {
        let is_one_time = all.iter().all(|own| own.period == first.period);
        for (at, own) in all.iter().enumerate() {
            let told = match own.part.is_empty() {
                true => own.figure.clone(),
                false => m::FOUND_OF.fill(lang, &[("what", &own.part), ("n", &own.figure)]),
            };
            let told = match first.facts.stage {
                Stage::Planned => m::FOUND_PLAN.fill(lang, &[("n", &told)]),
                Stage::InProgress => m::FOUND_UNDER_WAY.fill(lang, &[("list", &told)]),
                _ => told,
            };
            let is_last = at + 1 == all.len();
            let time = if is_last || !is_one_time { own.period.as_str() } else { "" };
            parts.push(within(&told, &[time], lang));
        }
    }
    (!parts.is_empty()).then(|| parts.join(w::SEPARATOR.get(lang)))
}

/// The most and the least of those that count alike, or how many times one of two is the other.
fn ranked(all: &[Told], lang: Lang) -> Option<String> {
    let group = alike(all)?;
    let (most, least) = (group.first()?, group.last()?);
    let is_above = |a: &Told, b: &Told| {
        a.value().minus(b.value()).and_then(Bounded::sign) == Some(Ordering::Greater)
    };
    let is_level = most.facts.is_rate();
    let is_all = all.iter().all(|own| group.iter().any(|of| of.o.place == own.o.place));
    let told = if let [a, b] = group.as_slice() {
        // Two of several places are no finding about all.
        compared(a, b, is_level, is_above(a, b), lang).filter(|_| is_all)?
    } else {
        let ends = group.len() - 2;
        if !(is_above(most, &group[1]) && is_above(&group[ends], least)) {
            return None;
        }
        let [up, down] = if is_level {
            [m::FOUND_HIGHEST, m::FOUND_LOWEST]
        } else {
            [m::FOUND_MOST, m::FOUND_LEAST]
        };
        let ends = [most.timed(up, lang), least.timed(down, lang)];
        let told = ends.join(w::SEMICOLON.get(lang));
        let n = group.len().to_string();
        if is_all { told } else { m::FOUND_AMONG.fill(lang, &[("n", &n), ("told", &told)]) }
    };
    Some(match most.part.is_empty() {
        true => told,
        false => w::BESIDE.fill(lang, &[("a", &most.part), ("b", &told)]),
    })
}

/// One figure against a lesser one.
fn compared(a: &Told, b: &Told, is_level: bool, is_above: bool, lang: Lang) -> Option<String> {
    let ends = [a.timed(m::FOUND, lang), b.timed(m::FOUND, lang)];
    let ends = [("a", ends[0].as_str()), ("b", ends[1].as_str())];
    if is_level {
        return is_above.then(|| m::FOUND_HIGHER.fill(lang, &ends));
    }
    let ratio = ratio::times(a.value().divided_by(b.value())?, lang)?;
    match ratio == m::SAME.get(lang) {
        true => Some(m::FOUND_SAME.fill(lang, &ends)),
        false if is_above => {
            let [a, b] = ends;
            Some(m::FOUND_TIMES.fill(lang, &[a, b, ("ratio", &ratio)]))
        }
        false => None,
    }
}

/// The greatest set of plain figures of one part, a figure a place, of which no two differ in what they count: the greatest
/// figure first. `None` where no two places have such.
fn alike<'a>(all: &[Told<'a>]) -> Option<Vec<Told<'a>>> {
    let mut best: Vec<Told> = Vec::new();
    for seed in all {
        let mut group: Vec<Told> = Vec::new();
        for own in std::iter::once(seed).chain(all) {
            let is_free = group.iter().all(|of| of.o.place != own.o.place);
            let stands = |of: &Told| {
                of.year() == own.year() && guard::compare(&of.facts, &own.facts).is_alike()
            };
            if is_free && own.is_plain() && own.part == seed.part && group.iter().all(stands) {
                group.push(own.clone());
            }
        }
        if group.len() > best.len() {
            best = group;
        }
    }
    best.order_by(|a, b| b.facts.quantity.value.cmp(&a.facts.quantity.value));
    (best.len() > 1).then_some(best)
}

/// What each place has come to, what is finished first; nothing is ranked.
fn of_each_place(all: &[Told], lang: Lang) -> Option<String> {
    let all = one_each(all);
    let first = all.first()?;
    let parts_differ = all.iter().any(|own| own.part != first.part);
    let is_again = |at: usize| all[..at].iter().any(|own| own.o.place == all[at].o.place);
    let repeats = (0..all.len()).any(is_again);
    let most = if parts_differ || repeats { MOST_PARTED } else { MOST };
    if all.len() > most || !all.iter().all(|own| own.is_plain()) {
        return None;
    }
    let is_mixed = all.iter().any(|own| own.facts.stage != first.facts.stage);
    let is_of_year = |own: &&Told| own.year() == first.year();
    // Of two the years are told one by one; a total over years never stands beside one of a year without its time.
    let has_spans = all.len() == 2 && !all.iter().all(is_of_year) || spans_differ(&all);
    let one = |own: &&Told| {
        let n = if lang == Lang::En { own.bare() } else { own.figure.clone() };
        let told = m::FOUND.fill(lang, &[("place", own.place), ("n", &n)]);
        let part = if parts_differ { own.part.as_str() } else { "" };
        let period = if has_spans { own.period.as_str() } else { "" };
        within(&told, &[part, period], lang)
    };
    let mut stages: Vec<Stage> = all.iter().map(|own| own.facts.stage).collect();
    stages.order_by_key(|&stage| rank(stage));
    stages.dedup();
    let clause = |&stage: &Stage| {
        let list: Vec<String> =
            all.iter().filter(|own| own.facts.stage == stage).map(one).collect();
        let list = list.join(w::COMMA.get(lang));
        let message = match stage {
            Stage::Completed if is_mixed => m::FOUND_COMPLETED,
            Stage::InProgress => m::FOUND_UNDER_WAY,
            Stage::Planned => m::FOUND_PLANNED,
            _ => return list,
        };
        message.fill(lang, &[("list", &list)])
    };
    let clauses: Vec<String> = stages.iter().map(clause).collect();
    let told = clauses.join(w::SEMICOLON.get(lang));
    let years = if has_spans { String::new() } else { years(&all, lang) };
    let told = within(&told, &[&years], lang);
    let is_part = !parts_differ && !first.part.is_empty();
    Some(match is_part {
        true => w::BESIDE.fill(lang, &[("a", &first.part), ("b", &told)]),
        false => told,
    })
}

/// All figures where each place has one of a stage; else those of the part that most places tell.
fn one_each<'t, 'a>(all: &'t [Told<'a>]) -> Vec<&'t Told<'a>> {
    let of =
        |part: &str| -> Vec<&'t Told<'a>> { all.iter().filter(|own| own.part == part).collect() };
    let is_again = |(at, own): (usize, &Told)| {
        let before = all.iter().take(at);
        before.filter(|of| of.o.place == own.o.place).any(|of| of.facts.stage == own.facts.stage)
    };
    if !all.iter().enumerate().any(is_again) {
        return all.iter().collect();
    }
    let places = |own: &[&Told]| {
        let is_first = |(at, told): &(usize, &&Told)| {
            own.iter().take(*at).all(|before| before.o.place != told.o.place)
        };
        own.iter().enumerate().filter(is_first).count()
    };
    let mut parts: Vec<Vec<&Told>> = all.iter().map(|own| of(&own.part)).collect();
    parts.order_by_key(|own| std::cmp::Reverse(places(own)));
    let shared = parts.into_iter().next().filter(|own| places(own) > 1);
    shared.unwrap_or_else(|| all.iter().collect())
}

/// The years that figures end in.
fn years(all: &[&Told], lang: Lang) -> String {
    let years = || all.iter().map(|own| own.year());
    let (Some(first), Some(last)) = (years().min(), years().max()) else { return String::new() };
    let words = [("a", &*first.to_string()), ("b", &*last.to_string())];
    match first == last {
        true => m::FOUND_YEAR.fill(lang, &words),
        false => m::FOUND_YEARS.fill(lang, &words),
    }
}

/// Whether some figures add up another length of time than others: each then tells its own. Of a plan the year is when it
/// was made.
fn spans_differ(all: &[&Told]) -> bool {
    let is_flow =
        |own: &&&Told| own.facts.nature == Nature::Flow && own.facts.stage != Stage::Planned;
    let flows: Vec<&&Told> = all.iter().filter(is_flow).collect();
    let differs =
        |reason: &Reason| matches!(reason, Reason::Spans | Reason::AsOf | Reason::Lengths);
    flows.iter().enumerate().any(|(at, a)| {
        let mut others = flows.iter().skip(at + 1);
        others.any(|b| guard::compare(&a.facts, &b.facts).0.iter().any(differs))
    })
}

/// What is finished is told first, what is planned last.
pub(super) const fn rank(stage: Stage) -> u8 {
    match stage {
        Stage::Completed => 0,
        Stage::InProgress => 2,
        Stage::Planned => 3,
        _ => 1,
    }
}
