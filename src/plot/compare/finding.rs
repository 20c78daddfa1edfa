//! What a comparison comes to, as its title: the figure of each place by how far it has come. No more is claimed than
//! that these figures were published; nothing is ranked or judged.

use super::item::{Axis, Item};
use super::survey::Survey;
use crate::base::order::Order;
use crate::i18n::Message;
use crate::i18n::catalog::compare as m;
use crate::i18n::catalog::words as w;
use crate::model::{Nature, Role, Stage};
use crate::plot::guard::{self, Facts, Reason};
use crate::words::observation_name;

/// The most figures that a title tells.
const MOST: usize = 5;

/// The title of published figures: the indicator alone where they are many, of unlike parts or in doubt.
pub(super) fn title(s: &Survey, axis: &Axis, items: &[Item]) -> String {
    finding(s, axis, items).unwrap_or_else(|| axis.title.clone())
}

fn finding(s: &Survey, axis: &Axis, items: &[Item]) -> Option<String> {
    let places = s.places_of(items.iter().map(|item| item.id)).len();
    if !(2..=MOST).contains(&items.len()) || places < 2 || !are_told(axis, items) {
        return None;
    }
    let is_mixed = items.iter().any(|item| item.facts.stage != items[0].facts.stage);
    Some(listed(s, &axis.title, items, is_mixed, spans_differ(items)))
}

/// The same for a chart by itself: of each place what has come furthest, of the part that most places report, with its
/// time where times differ. Of many that count alike the greatest and the least are told, and nothing is said of better or
/// worse.
pub(super) fn timed(s: &Survey, axis: &Axis, items: &[Item]) -> Option<String> {
    let first = items.first()?;
    let has_times =
        items.len() == 1 || items.iter().any(|item| item.facts.period != first.facts.period);
    if let Some(ends) = ends(s, axis, items, has_times) {
        return Some(ends);
    }
    let chosen = furthest(s, items)?;
    let told = chosen.first().filter(|_| chosen.len() <= MOST && are_told(axis, &chosen))?;
    let name = observation_name(s.data, s.at(told.id), s.lang);
    Some(listed(s, &name, &chosen, chosen.iter().any(is_open), has_times))
}

/// Whether a figure is of what is not finished yet, which it has to say.
fn is_open(item: &Item) -> bool {
    matches!(item.facts.stage, Stage::InProgress | Stage::Planned)
}

/// The greatest and the least of many figures that count alike; `None` where either is shared.
fn ends(s: &Survey, axis: &Axis, items: &[Item], has_times: bool) -> Option<String> {
    let facts: Vec<Facts> = items.iter().map(|item| item.facts).collect();
    let is_ranked = items.len() > MOST && are_told(axis, items) && guard::are_alike(&facts);
    if !is_ranked || items.iter().any(is_open) {
        return None;
    }
    let mut order: Vec<&Item> = items.iter().collect();
    order.order_by(|a, b| b.extent.mid.total_cmp(&a.extent.mid));
    let [greatest, second, .., before, least] = order[..] else { return None };
    let is_more = |a: &Item, b: &Item| a.extent.mid.total_cmp(&b.extent.mid).is_gt();
    if !is_more(greatest, second) || !is_more(before, least) {
        return None;
    }
    let name = observation_name(s.data, s.at(greatest.id), s.lang);
    let [a, b] = [greatest, least].map(|item| clause(s, item, false, has_times));
    Some(m::FOUND_ENDS.fill(s.lang, &[("name", &name), ("a", &a), ("b", &b)]))
}

/// Of each place the figure that has come furthest, the latest of several. Of figures of unlike parts those of the part
/// that most places report are taken, the whole before any part. `None` where that is one place of several, and where a
/// place has two of a kind.
fn furthest<'a>(s: &Survey, items: &[Item<'a>]) -> Option<Vec<Item<'a>>> {
    let places = |of: &[(String, String)]| {
        let own = items.iter().filter(|item| item.facts.breakdown == of);
        s.places_of(own.map(|item| item.id)).len()
    };
    let worth = |item: &&Item| {
        let of = item.facts.breakdown;
        (std::cmp::Reverse(places(of)), !of.is_empty())
    };
    let of = items.iter().min_by_key(worth)?.facts.breakdown;
    let all = s.places_of(items.iter().map(|item| item.id)).len();
    if places(of) < 2 && all > 1 {
        return None;
    }
    let order =
        |item: &Item| (rank(item.facts.stage), std::cmp::Reverse(item.facts.period.days().1));
    let mut own: Vec<&Item> = items.iter().filter(|item| item.facts.breakdown == of).collect();
    own.order_by_key(|item| (s.at(item.id).place.index(), order(item)));
    let mut chosen: Vec<Item> = Vec::new();
    for item in own {
        match chosen.last() {
            Some(last) if s.at(last.id).place != s.at(item.id).place => chosen.push(item.clone()),
            Some(last) if order(last) == order(item) => return None,
            Some(_) => {}
            None => chosen.push(item.clone()),
        }
    }
    Some(chosen)
}

/// Whether figures may be told in one breath: facts and targets of the same parts, printed as they are and not in doubt.
fn are_told(axis: &Axis, items: &[Item]) -> bool {
    items.iter().all(|item| {
        matches!(item.facts.role, Role::Actual | Role::Target)
            && item.facts.breakdown == items[0].facts.breakdown
            && !(item.facts.is_part
                || item.facts.is_doubted
                || item.facts.is_derived
                || axis.is_ours)
    })
}

/// The name and every figure, what is finished first.
fn listed(s: &Survey, name: &str, items: &[Item], has_stages: bool, has_times: bool) -> String {
    let mut order: Vec<&Item> = items.iter().collect();
    order.order_by_key(|item| (rank(item.facts.stage), item.id.index()));
    let mut text = String::new();
    let mut before: Option<Stage> = None;
    for item in order {
        let stage = item.facts.stage;
        let separator = match before {
            None => "",
            Some(own) if own == stage => w::SEPARATOR.get(s.lang),
            Some(_) => w::SEMICOLON.get(s.lang),
        };
        text.push_str(separator);
        text.push_str(&clause(s, item, has_stages, has_times));
        before = Some(stage);
    }
    w::AT_PLACE.fill(s.lang, &[("place", name), ("name", &text)])
}

/// A place and its figure, with how far it has come and its period where these are to be told.
fn clause(s: &Survey, item: &Item, has_stages: bool, has_times: bool) -> String {
    let o = s.at(item.id);
    let message: Message = match item.facts.stage {
        _ if !has_stages => m::FOUND,
        Stage::Completed => m::FOUND_COMPLETED,
        Stage::InProgress => m::FOUND_UNDER_WAY,
        Stage::Planned => m::FOUND_PLANNED,
        _ => m::FOUND,
    };
    let told = message.fill(s.lang, &[("place", s.place(o.place)), ("n", &item.label)]);
    if has_times {
        return m::FOUND_IN.fill(s.lang, &[("told", &told), ("period", &s.period(item.id))]);
    }
    told
}

/// Whether some figures add up another length of time than others: each then tells its own.
fn spans_differ(items: &[Item]) -> bool {
    let is_flow = |item: &&Item| item.facts.nature == Nature::Flow;
    let flows: Vec<&Item> = items.iter().filter(is_flow).collect();
    let differs = |reason: &Reason| {
        matches!(reason, Reason::Spans | Reason::AsOf | Reason::Lengths | Reason::NoStart)
    };
    flows.iter().enumerate().any(|(at, a)| {
        let others = flows.iter().skip(at + 1);
        others.clone().any(|b| guard::compare(&a.facts, &b.facts).0.iter().any(differs))
    })
}

/// What is finished is told first, what is planned last.
pub(in crate::plot) const fn rank(stage: Stage) -> u8 {
    match stage {
        Stage::Completed => 0,
        Stage::InProgress => 2,
        Stage::Planned => 3,
        _ => 1,
    }
}
