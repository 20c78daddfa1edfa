//! What a comparison comes to, as its title: the figure of each place by how far it has come. No more is claimed than
//! that these figures were published; nothing is ranked or judged.

use super::item::{Axis, Item};
use super::survey::Survey;
use crate::base::order::Order;
use crate::i18n::Message;
use crate::i18n::catalog::compare as m;
use crate::i18n::catalog::words as w;
use crate::model::{Nature, Role, Stage};
use crate::plot::guard::{self, Reason};

/// The most figures that a title tells.
const MOST: usize = 5;

/// The title of published figures: the indicator alone where they are many, of unlike parts or in doubt.
pub(super) fn title(s: &Survey, axis: &Axis, items: &[Item]) -> String {
    finding(s, axis, items).unwrap_or_else(|| axis.title.clone())
}

fn finding(s: &Survey, axis: &Axis, items: &[Item]) -> Option<String> {
    let first = items.first()?;
    let is_told = |item: &Item| {
        matches!(item.facts.role, Role::Actual | Role::Target)
            && item.facts.breakdown == first.facts.breakdown
            && !(item.facts.is_part || item.facts.is_doubted || axis.is_ours)
    };
    let places = s.places_of(items.iter().map(|item| item.id)).len();
    if !(2..=MOST).contains(&items.len()) || places < 2 || !items.iter().all(is_told) {
        return None;
    }
    let is_mixed = items.iter().any(|item| item.facts.stage != first.facts.stage);
    let has_spans = spans_differ(items);
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
        text.push_str(&clause(s, item, is_mixed, has_spans));
        before = Some(stage);
    }
    Some(w::AT_PLACE.fill(s.lang, &[("place", &axis.title), ("name", &text)]))
}

/// A place and its figure, with how far it has come where stages differ, and its period where spans do.
fn clause(s: &Survey, item: &Item, is_mixed: bool, has_spans: bool) -> String {
    let o = s.at(item.id);
    let message: Message = match item.facts.stage {
        _ if !is_mixed => m::FOUND,
        Stage::Completed => m::FOUND_COMPLETED,
        Stage::InProgress => m::FOUND_UNDER_WAY,
        Stage::Planned => m::FOUND_PLANNED,
        _ => m::FOUND,
    };
    let told = message.fill(s.lang, &[("place", s.place(o.place)), ("n", &item.label)]);
    if has_spans {
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
const fn rank(stage: Stage) -> u8 {
    match stage {
        Stage::Completed => 0,
        Stage::InProgress => 2,
        Stage::Planned => 3,
        _ => 1,
    }
}
