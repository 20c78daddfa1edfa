//! Whether two figures may be set beside each other: what differs between them, and how much that matters.

use serde::{Deserialize, Serialize};

use super::bounds::Bounded;
pub use super::facts::Facts;
use super::facts::Reach;
use crate::base::date::Day;
use crate::base::order::Order;
use crate::model::{Level, Nature, Qualifier, Role, Stage};

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
mod tests {
    use super::*;
    use crate::model::{Period, Quantity};
    use Weight::{Note, Refuse, Warn};

    fn period(text: &str) -> Period {
        let (start, end) = text.split_once('/').unwrap();
        let start = (!start.is_empty()).then(|| start.parse().unwrap());
        Period { start, end: end.parse().unwrap() }
    }

    fn pairs(text: &str) -> Vec<(String, String)> {
        let pair = |part: &str| part.split_once('=').map(|(k, v)| (k.to_owned(), v.to_owned()));
        text.split(';').filter_map(pair).collect()
    }

    /// A figure as `kind unit nature stage role period qualifier breakdown`.
    fn figure<'a>(parts: &[&'a str], breakdown: &'a [(String, String)]) -> Facts<'a> {
        Facts {
            kind: parts[0],
            unit: parts[1],
            nature: Nature::from_id(parts[2]).unwrap(),
            stage: Stage::from_id(parts[3]).unwrap(),
            role: Role::from_id(parts[4]).unwrap(),
            period: period(parts[5]),
            breakdown,
            quantity: Quantity {
                value: 5.into(),
                qualifier: Qualifier::from_id(parts[6]).unwrap(),
            },
            is_derived: false,
            is_part: false,
            works: "",
            level: Level::County,
            note: "",
            is_doubted: false,
        }
    }

    fn judged(a: &str, b: &str, by: fn(&Facts, &Facts) -> Verdict) -> Verdict {
        let parts = [a, b].map(|text| text.split(' ').collect::<Vec<&str>>());
        let breakdowns = parts.clone().map(|p| pairs(p.get(7).unwrap_or(&"")));
        by(&figure(&parts[0], &breakdowns[0]), &figure(&parts[1], &breakdowns[1]))
    }

    #[test]
    fn differences_are_refused_warned_of_or_noted() {
        use Reason as R;
        let text = str::to_owned;
        let year = "people people flow completed actual 2021/2021 eq";
        let rate = "share percent rate standing actual /2021 eq";
        for (a, b, weight, reasons) in [
            (year, "people wan_people flow completed actual 2021/2021 eq", None, vec![]),
            ("money yuan flow completed actual 2021/2021 eq", year, Some(Refuse), vec![R::Units]),
            (
                "money yuan flow completed actual 2021/2021 eq",
                "money_per_person x flow completed actual 2021/2021 eq",
                Some(Refuse),
                vec![R::PerHead],
            ),
            (
                "money_per_person_month x standard standing actual 2021/2021 eq",
                "money_per_person_year y standard standing actual 2021/2021 eq",
                Some(Refuse),
                vec![R::Units],
            ),
            // What is there and what was done.
            (
                "people people stock standing actual 2021/2021 eq",
                year,
                Some(Refuse),
                vec![R::Natures(Nature::Stock, Nature::Flow)],
            ),
            // A target is planned: one word for both.
            (
                "facility school flow planned target 2024/2024 eq",
                "facility school flow completed actual 2024/2024 eq",
                Some(Refuse),
                vec![
                    R::Stages(Stage::Planned, Stage::Completed),
                    R::Roles(Role::Target, Role::Actual),
                ],
            ),
            (
                "facility school flow in_progress actual 2024/2024 eq",
                "facility school flow completed actual 2024/2024 eq",
                Some(Refuse),
                vec![R::Stages(Stage::InProgress, Stage::Completed)],
            ),
            (
                "share percent rate standing ceiling /2021 eq",
                rate,
                Some(Refuse),
                vec![R::Roles(Role::Ceiling, Role::Actual)],
            ),
            (
                "share percent rate standing share /2021 eq",
                rate,
                Some(Refuse),
                vec![R::Roles(Role::Share, Role::Actual)],
            ),
            // Times.
            (
                "people people flow completed actual 2008/2021 eq",
                year,
                Some(Refuse),
                vec![R::Spans],
            ),
            ("people people flow completed actual /2021 eq", year, Some(Refuse), vec![R::AsOf]),
            (
                "people people flow completed actual /2021 eq",
                "people people flow completed actual /2021 eq",
                Some(Warn),
                vec![R::NoStart],
            ),
            (
                "people people flow completed actual 2021-01/2021-09 eq",
                year,
                Some(Refuse),
                vec![R::Lengths],
            ),
            (
                "people people flow completed actual 2023-01/2023-09 eq",
                "people people flow completed actual 2024-02/2024-10 eq",
                Some(Note),
                vec![R::Years(2023, 2024)],
            ),
            (
                "people people stock standing actual 2021/2021 eq",
                "people people stock standing actual /2021 eq",
                None,
                vec![],
            ),
            (
                "share percent rate standing actual 2012/2021 eq",
                "share percent rate standing actual 2021/2021 eq",
                Some(Refuse),
                vec![R::Spans],
            ),
            // Parts.
            (
                "money_per_person_month x standard standing actual /2021 eq residence=urban",
                "money_per_person_month x standard standing actual /2021 eq residence=rural",
                Some(Refuse),
                vec![R::Breakdowns(text("residence"), text("urban"), text("rural"))],
            ),
            (
                "people people flow completed actual 2021/2021 eq group=a",
                year,
                Some(Refuse),
                vec![R::Narrower(text("group"), text("a"))],
            ),
            (
                "facility site stock standing actual /2021 eq",
                "facility school stock standing actual /2021 eq",
                Some(Warn),
                vec![R::Counted(text("site"), text("school"))],
            ),
            // Words.
            (
                "people people flow completed actual 2021/2021 over",
                "people people flow completed actual 2021/2021 at_least",
                Some(Warn),
                vec![R::OpenEnds(Qualifier::Over, Qualifier::AtLeast)],
            ),
            (
                year,
                "people people flow completed actual 2021/2021 about",
                Some(Warn),
                vec![R::OpenEnds(Qualifier::Eq, Qualifier::About)],
            ),
        ] {
            let there = judged(a, b, compare);
            assert_eq!(there.0, reasons, "{a} against {b}");
            assert_eq!(there.weight(), weight, "{a} against {b}");
            let back = judged(b, a, compare);
            assert_eq!(back.weight(), weight, "the order does not matter: {a} against {b}");
        }
    }

    #[test]
    fn what_is_known_of_one_figure_alone_keeps_the_two_apart() {
        let parts = "people people flow completed actual 2021/2021 eq".split(' ');
        let parts: Vec<&str> = parts.collect();
        let own = figure(&parts, &[]);
        assert_eq!(compare(&own, &own).0, []);
        let more = |number: i64| Quantity { value: number.into(), ..own.quantity };
        for (other, weight, reason) in [
            (Facts { is_derived: true, ..own }, Refuse, Reason::Derived),
            (Facts { is_doubted: true, ..own }, Refuse, Reason::Doubted),
            (Facts { is_part: true, ..own }, Refuse, Reason::Part),
            (Facts { note: "only those", ..own }, Warn, Reason::Noted),
            (
                Facts { level: Level::Prefecture, ..own },
                Warn,
                Reason::Levels(Level::County, Level::Prefecture),
            ),
        ] {
            let verdict = compare(&own, &other);
            assert_eq!((verdict.weight(), &verdict.0), (Some(weight), &vec![reason]));
            assert!(!verdict.is_alike());
        }
        let zone = Facts { level: Level::Zone, ..own };
        assert_eq!(compare(&own, &zone).0, [], "a zone and a county are of one level");
        let both = [Facts { works: "roads", ..own }, Facts { works: "sewage", ..own }];
        assert_eq!(compare(&both[0], &both[1]).0, [Reason::Works]);
        assert_eq!(compare(&both[0], &own).0, []);
        let ours = Facts { is_derived: true, ..own };
        assert_eq!(compare(&ours, &ours).0, [Reason::AllDerived]);
        // Nearly seventeen and ten are told apart, whatever their ends.
        let nearly = Quantity { qualifier: Qualifier::Nearly, ..more(17) };
        assert_eq!(compare(&Facts { quantity: nearly, ..own }, &own).0, []);
    }

    #[test]
    fn what_may_be_divided() {
        let people = "people people flow completed actual 2021/2021 eq";
        for (a, b, weight) in [
            (
                "money wan_yuan flow completed actual 2021/2021 eq group=old",
                "people people flow completed actual 2021/2021 eq group=old",
                None,
            ),
            (
                "money wan_yuan flow completed actual 2021/2021 eq",
                "people people stock standing actual /2021 eq",
                None,
            ),
            (
                "money wan_yuan flow completed actual 2021/2021 eq",
                "people people flow completed actual /2021 eq",
                Some(Refuse),
            ),
            (
                "money wan_yuan flow completed actual 2021/2021 eq group=old",
                "people people flow completed actual 2021/2021 eq group=oldest",
                Some(Refuse),
            ),
            ("money wan_yuan flow completed actual 2021/2021 eq group=old", people, Some(Refuse)),
            ("money wan_yuan flow planned target 2021/2021 eq", people, Some(Refuse)),
            ("money wan_yuan flow in_progress actual 2021/2021 eq", people, Some(Refuse)),
            ("money wan_yuan flow completed actual 2007/2021 eq", people, Some(Refuse)),
            (
                "money wan_yuan flow completed actual 2007/2021 eq",
                "people people stock standing actual /2021 eq",
                Some(Refuse),
            ),
            ("share percent rate standing actual 2021/2021 eq", people, Some(Refuse)),
            (people, "money yuan flow completed actual 2021/2021 eq", Some(Refuse)),
        ] {
            assert_eq!(judged(a, b, divide).weight(), weight, "{a} over {b}");
        }
        let money = "money wan_yuan flow completed actual /2021 eq".split(' ');
        let money: Vec<&str> = money.collect();
        let own = figure(&money, &[]);
        let people = Facts { kind: "people", unit: "people", ..own };
        assert_eq!(divide(&own, &people).weight(), None);
        // So many years of money, and people of one year on average.
        let yearly = Facts { note: "a yearly mean", ..people };
        assert_eq!(divide(&own, &yearly).weight(), Some(Refuse));
        let doubted = Facts { is_doubted: true, ..people };
        assert_eq!(divide(&own, &doubted).weight(), Some(Refuse));
    }
}
