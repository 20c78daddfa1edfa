//! Whether two figures may be set beside each other: what differs between them, and how much that matters.

pub mod bounds;
mod facts;
mod wording;

use serde::{Deserialize, Serialize};

use crate::base::date::Day;
use crate::base::order::Order;
use crate::model::{Level, Nature, Qualifier, Role, Stage};
use bounds::Bounded;
use facts::Reach;

pub use facts::Facts;
pub(in crate::plot) use wording::{Wording, notes, notes_of_named, reason, reasons, wording};

/// Spans of nearly the same length: months are not equally long.
const LENGTH: Day = 31;

/// How much a difference matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Weight {
    /// It has to be known.
    Note,
    /// The figures may stand side by side; nothing is worked out of them, and they are not ranked.
    Warn,
    /// The figures must not be compared: they are shown apart.
    Refuse,
}

/// What differs between two figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// One is a rate per head, household or year, the other a total.
    PerHead,
    /// Units of unlike kinds.
    Units,
    /// What is there, what was done in a time, a rate or a standard.
    Natures(Nature, Nature),
    /// Planned, under way or finished.
    Stages(Stage, Stage),
    /// A target, ceiling, part or change against a plain fact.
    Roles(Role, Role),
    /// Several years together against one year.
    Spans,
    /// As of a date against over a span.
    AsOf,
    /// Spans of unlike length.
    Lengths,
    /// Unlike values of one breakdown: its key and both values.
    Breakdowns(String, String, String),
    /// Only one of them is broken down: the key and its value.
    Narrower(String, String),
    /// One is of a part only.
    Part,
    /// Works of projects of unlike fields.
    Works,
    /// One was not printed but worked out.
    Derived,
    /// A release is in doubt about one of them.
    Doubted,
    /// Totals that do not say from when they count.
    NoStart,
    /// Which is greater cannot be told, by the words of both.
    OpenEnds(Qualifier, Qualifier),
    /// What is to be known of one does not hold of the other.
    Noted,
    /// Of places of unlike size.
    Levels(Level, Level),
    /// Units of one size that count things of unlike names: the ids of both.
    Counted(String, String),
    /// The years they end in.
    Years(i32, i32),
    /// None was printed: all were worked out.
    AllDerived,
}

/// Everything that differs between two figures, what matters most first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict(pub Vec<Reason>);

impl Reason {
    /// How much it matters.
    #[must_use]
    pub const fn weight(&self) -> Weight {
        match self {
            Self::PerHead
            | Self::Units
            | Self::Natures(..)
            | Self::Stages(..)
            | Self::Roles(..)
            | Self::Spans
            | Self::AsOf
            | Self::Lengths
            | Self::Breakdowns(..)
            | Self::Narrower(..)
            | Self::Part
            | Self::Works
            | Self::Derived
            | Self::Doubted => Weight::Refuse,
            Self::NoStart
            | Self::OpenEnds(..)
            | Self::Noted
            | Self::Levels(..)
            | Self::Counted(..) => Weight::Warn,
            Self::Years(..) | Self::AllDerived => Weight::Note,
        }
    }
}

impl Verdict {
    fn new(mut reasons: Vec<Reason>) -> Self {
        reasons.order_by_key(|reason| std::cmp::Reverse(reason.weight()));
        Self(reasons)
    }

    /// What weighs most; `None` where nothing differs.
    #[must_use]
    pub fn weight(&self) -> Option<Weight> {
        self.0.first().map(Reason::weight)
    }

    /// Whether the figures must not be compared.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.weight() == Some(Weight::Refuse)
    }

    /// Whether the figures count alike: they may be ranked, and ratio and difference say something.
    #[must_use]
    pub fn is_alike(&self) -> bool {
        self.weight() < Some(Weight::Warn)
    }
}

/// Whether two figures may be compared, and what a reader must know who does.
#[must_use]
pub fn compare(a: &Facts, b: &Facts) -> Verdict {
    let mut reasons = Vec::new();
    if a.is_per_head() != b.is_per_head() {
        reasons.push(Reason::PerHead);
    } else if a.kind != b.kind {
        reasons.push(Reason::Units);
    } else if a.unit != b.unit && counts_things(a.kind) {
        reasons.push(Reason::Counted(a.unit.to_owned(), b.unit.to_owned()));
    }
    if a.nature != b.nature {
        reasons.push(Reason::Natures(a.nature, b.nature));
    } else if a.stage != b.stage {
        reasons.push(Reason::Stages(a.stage, b.stage));
    }
    if a.role != b.role && (a.stage == b.stage || is_fact(a.role) != is_fact(b.role)) {
        reasons.push(Reason::Roles(a.role, b.role));
    }
    breakdowns(a, b, &mut reasons);
    // What is there and what is in force is so at a date, whatever span it is printed for.
    let (flows, rates) = (a.nature == Nature::Flow, a.nature == Nature::Rate);
    match (a.reach(), b.reach()) {
        (Reach::Year(_), Reach::Years(_)) | (Reach::Years(_), Reach::Year(_)) if flows || rates => {
            reasons.push(Reason::Spans);
        }
        (Reach::Year(x), Reach::Year(y)) | (Reach::Years(x), Reach::Years(y))
            if flows && (x - y).abs() > LENGTH =>
        {
            reasons.push(Reason::Lengths);
        }
        (Reach::AsOf, Reach::AsOf) if flows => reasons.push(Reason::NoStart),
        (Reach::AsOf, _) | (_, Reach::AsOf) if flows => reasons.push(Reason::AsOf),
        _ => {}
    }
    if a.is_part || b.is_part {
        reasons.push(Reason::Part);
    }
    if a.works != b.works && !a.works.is_empty() && !b.works.is_empty() {
        reasons.push(Reason::Works);
    }
    match (a.is_derived, b.is_derived) {
        (true, true) => reasons.push(Reason::AllDerived),
        (false, false) => {}
        _ => reasons.push(Reason::Derived),
    }
    if a.is_doubted || b.is_doubted {
        reasons.push(Reason::Doubted);
    }
    if a.note != b.note {
        reasons.push(Reason::Noted);
    }
    if tier(a.level) != tier(b.level) && !a.is_rate() {
        reasons.push(Reason::Levels(a.level, b.level));
    }
    let bounded = |facts: &Facts| Bounded::of(facts.quantity, facts.quantity.value);
    let order = bounded(a).minus(bounded(b)).and_then(Bounded::sign);
    let is_exact = |facts: &Facts| facts.quantity.qualifier == Qualifier::Eq;
    if order.is_none() && !(is_exact(a) && is_exact(b)) {
        reasons.push(Reason::OpenEnds(a.quantity.qualifier, b.quantity.qualifier));
    }
    let years = (a.period.end.year(), b.period.end.year());
    if years.0 != years.1 {
        reasons.push(Reason::Years(years.0, years.1));
    }
    Verdict::new(reasons)
}

/// Whether several figures count alike, so that they may be ranked and one of them called the greatest: no two of them
/// may differ in what they count.
#[must_use]
pub fn are_alike(facts: &[Facts]) -> bool {
    let mut pairs = facts
        .iter()
        .enumerate()
        .flat_map(|(at, a)| facts[at + 1..].iter().map(move |b| compare(a, b)));
    pairs.all(|verdict| verdict.is_alike())
}

/// Whether a figure may be divided by another of the same place, and what a reader must know who does. Units differ by
/// nature, and what was done within a year may be divided by what is there.
#[must_use]
pub fn divide(a: &Facts, b: &Facts) -> Verdict {
    let mut reasons = Vec::new();
    if a.is_rate() || b.is_rate() {
        reasons.push(Reason::PerHead);
    }
    if b.kind == "money" {
        reasons.push(Reason::Units);
    }
    let is_plan = |facts: &Facts| facts.stage == Stage::Planned;
    let both_flow = a.nature == Nature::Flow && b.nature == Nature::Flow;
    if a.stage != b.stage && (both_flow || is_plan(a) != is_plan(b)) {
        reasons.push(Reason::Stages(a.stage, b.stage));
    } else if !is_fact(a.role) || !is_fact(b.role) {
        reasons.push(Reason::Roles(a.role, b.role));
    }
    breakdowns(a, b, &mut reasons);
    let same_time = a.period == b.period;
    match (a.reach(), b.reach()) {
        // Totals that do not say from when they count are of one time only where the same is to be known of both.
        (Reach::AsOf, Reach::AsOf) if both_flow && a.note != b.note => {
            reasons.push(Reason::Lengths);
        }
        _ if same_time => {}
        (Reach::Year(_), Reach::Years(_)) | (Reach::Years(_), Reach::Year(_)) => {
            reasons.push(Reason::Spans);
        }
        (Reach::Years(_), _) => reasons.push(Reason::Spans),
        (Reach::AsOf, Reach::Year(_)) | (Reach::Year(_), Reach::AsOf) if both_flow => {
            reasons.push(Reason::AsOf);
        }
        (Reach::Year(_), Reach::Year(_)) if both_flow => reasons.push(Reason::Lengths),
        _ => {}
    }
    let years = (a.period.end.year(), b.period.end.year());
    if years.0 != years.1 {
        reasons.push(Reason::Years(years.0, years.1));
    }
    if a.is_doubted || b.is_doubted {
        reasons.push(Reason::Doubted);
    }
    if a.is_derived || b.is_derived {
        reasons.push(Reason::AllDerived);
    }
    Verdict::new(reasons)
}

/// What the two are of: unlike parts, or a part and the whole.
fn breakdowns(a: &Facts, b: &Facts, reasons: &mut Vec<Reason>) {
    let value = |of: &Facts, key: &str| {
        of.breakdown.iter().find(|(own, _)| own == key).map(|(_, value)| value.clone())
    };
    for (key, own) in a.breakdown {
        match value(b, key) {
            Some(other) if other != *own => {
                reasons.push(Reason::Breakdowns(key.clone(), own.clone(), other));
            }
            Some(_) => {}
            None => reasons.push(Reason::Narrower(key.clone(), own.clone())),
        }
    }
    for (key, own) in b.breakdown.iter().filter(|(key, _)| value(a, key).is_none()) {
        reasons.push(Reason::Narrower(key.clone(), own.clone()));
    }
}

const fn is_fact(role: Role) -> bool {
    matches!(role, Role::Actual | Role::Share)
}

/// Places of about one size: counties, districts and development zones are of one level.
const fn tier(level: Level) -> u8 {
    match level {
        Level::Province => 0,
        Level::Prefecture => 1,
        Level::County | Level::Zone => 2,
        Level::Town => 3,
        Level::Village => 4,
    }
}

/// Kinds whose units differ in the thing counted and not in size: schools and roads are both facilities.
fn counts_things(kind: &str) -> bool {
    matches!(kind, "facility" | "place" | "item" | "equipment" | "event" | "team" | "record")
}

#[cfg(test)]
mod tests;
