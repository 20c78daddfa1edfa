//! Whether two figures may be set beside each other: what differs between them, and how much that matters.

use serde::{Deserialize, Serialize};

use crate::base::date::Day;
use crate::base::order::Order;
use crate::model::{Dataset, Observation, Period, Qualifier, Role, Stage};

/// Spans of nearly the same length: months are not equally long.
const LENGTH: Day = 31;
/// The most days of a year.
const YEAR: Day = 366;

/// What a figure counts and of when, as far as it matters for a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts<'a> {
    /// Kind of the unit.
    pub kind: &'a str,
    /// Id of the unit.
    pub unit: &'a str,
    /// How far what it counts has come.
    pub stage: Stage,
    /// What it is in relation to its indicator.
    pub role: Role,
    /// Its period.
    pub period: Period,
    /// What divides it from other figures of its indicator, sorted by key.
    pub breakdown: &'a [(String, String)],
    /// How it relates to the true value.
    pub qualifier: Qualifier,
    /// Whether it was worked out of printed figures.
    pub is_derived: bool,
}

/// How much a difference matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Weight {
    /// It has to be known.
    Note,
    /// The figures count not quite the same.
    Warn,
    /// The figures must not be compared.
    Refuse,
}

/// What differs between two figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// One is a rate per head, household or year, the other a total.
    PerHead,
    /// Units of unlike kinds.
    Units,
    /// Planned against carried out, or other stages.
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
    /// The years they end in.
    Years(i32, i32),
    /// Units of one size that count things of unlike names.
    Counted,
    /// Both are open in the same direction, or one in both: which is greater cannot be told.
    OpenEnds,
    /// One was not printed but worked out.
    Derived,
}

/// Everything that differs between two figures, what matters most first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict(pub Vec<Reason>);

impl<'a> Facts<'a> {
    /// Those of a published figure.
    #[must_use]
    pub fn of(data: &'a Dataset, o: &'a Observation) -> Self {
        let unit = &data.units[o.unit];
        Self {
            kind: &unit.kind,
            unit: &unit.id,
            stage: o.stage,
            role: o.role,
            period: o.period,
            breakdown: &o.breakdown,
            qualifier: o.quantity.qualifier,
            is_derived: !o.derived.is_empty(),
        }
    }

    /// Whether it is an amount per head, household or year.
    #[must_use]
    pub fn is_per_head(&self) -> bool {
        self.kind.contains("_per_")
    }

    /// Whether it is a rate, a share or a level, which nothing can be divided by.
    #[must_use]
    pub fn is_rate(&self) -> bool {
        self.is_per_head()
            || matches!(self.kind, "share" | "ratio" | "percentage_point" | "age" | "duration")
    }

    fn reach(&self) -> Reach {
        let (first, last) = self.period.days();
        match self.period.start {
            None => Reach::AsOf,
            Some(_) if last - first >= YEAR => Reach::Years(last - first),
            Some(_) => Reach::Year(last - first),
        }
    }
}

/// How much time a figure takes in.
#[derive(Clone, Copy)]
enum Reach {
    AsOf,
    Year(Day),
    Years(Day),
}

impl Reason {
    /// How much it matters.
    #[must_use]
    pub const fn weight(&self) -> Weight {
        match self {
            Self::PerHead | Self::Units | Self::Spans | Self::Breakdowns(..) => Weight::Refuse,
            Self::Stages(a, b) if is_plan(*a) != is_plan(*b) => Weight::Refuse,
            Self::Roles(a, b) if !is_fact(*a) || !is_fact(*b) => Weight::Refuse,
            Self::Stages(..)
            | Self::Roles(..)
            | Self::AsOf
            | Self::Lengths
            | Self::Narrower(..)
            | Self::OpenEnds => Weight::Warn,
            Self::Years(..) | Self::Counted | Self::Derived => Weight::Note,
        }
    }
}

const fn is_plan(stage: Stage) -> bool {
    matches!(stage, Stage::Planned)
}

const fn is_fact(role: Role) -> bool {
    matches!(role, Role::Actual | Role::Share)
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
        reasons.push(Reason::Counted);
    }
    differences(a, b, &mut reasons);
    match (a.reach(), b.reach()) {
        (Reach::Year(_), Reach::Years(_)) | (Reach::Years(_), Reach::Year(_)) => {
            reasons.push(Reason::Spans);
        }
        (Reach::Year(x), Reach::Year(y)) | (Reach::Years(x), Reach::Years(y))
            if (x - y).abs() > LENGTH =>
        {
            reasons.push(Reason::Lengths);
        }
        (Reach::AsOf, Reach::Year(_) | Reach::Years(_))
        | (Reach::Year(_) | Reach::Years(_), Reach::AsOf) => reasons.push(Reason::AsOf),
        _ => {}
    }
    // A standard in force says the same whatever span it is printed for.
    if a.stage == Stage::Standing && b.stage == Stage::Standing {
        reasons.retain(|r| !matches!(r, Reason::Spans | Reason::AsOf | Reason::Lengths));
    }
    if opening(a.qualifier).is_some() && opening(a.qualifier) == opening(b.qualifier) {
        reasons.push(Reason::OpenEnds);
    }
    Verdict::new(reasons)
}

/// Whether a figure may be divided by another of the same place, and what a reader must know who does. Units differ by
/// nature, and what flowed within a year may be divided by a stock.
#[must_use]
pub fn divide(a: &Facts, b: &Facts) -> Verdict {
    let mut reasons = Vec::new();
    if a.is_rate() || b.is_rate() {
        reasons.push(Reason::PerHead);
    }
    if b.kind == "money" {
        reasons.push(Reason::Units);
    }
    differences(a, b, &mut reasons);
    if let (Reach::Year(_), Reach::Years(_)) | (Reach::Years(_), Reach::Year(_)) =
        (a.reach(), b.reach())
    {
        reasons.push(Reason::Spans);
    }
    Verdict::new(reasons)
}

/// What matters whatever is done with the two.
fn differences(a: &Facts, b: &Facts, reasons: &mut Vec<Reason>) {
    if a.stage != b.stage {
        reasons.push(Reason::Stages(a.stage, b.stage));
    }
    if a.role != b.role && (a.stage == b.stage || is_fact(a.role) != is_fact(b.role)) {
        reasons.push(Reason::Roles(a.role, b.role));
    }
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
    let (x, y) = (a.period.end.year(), b.period.end.year());
    if x != y {
        reasons.push(Reason::Years(x, y));
    }
    if a.is_derived || b.is_derived {
        reasons.push(Reason::Derived);
    }
}

/// Kinds whose units differ in the thing counted and not in size: schools and roads are both facilities.
fn counts_things(kind: &str) -> bool {
    matches!(kind, "facility" | "place" | "item" | "equipment" | "event" | "team" | "record")
}

/// The direction in which a figure is open: more, or less.
const fn opening(qualifier: Qualifier) -> Option<bool> {
    match qualifier {
        Qualifier::Over | Qualifier::AtLeast => Some(true),
        Qualifier::Nearly | Qualifier::AtMost | Qualifier::Under => Some(false),
        Qualifier::Eq | Qualifier::About => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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

    /// A figure as `kind unit stage role period qualifier breakdown`.
    fn judged(a: &str, b: &str, by: fn(&Facts, &Facts) -> Verdict) -> Verdict {
        let parts = [a, b].map(|text| text.split(' ').collect::<Vec<&str>>());
        let breakdowns = parts.clone().map(|p| pairs(p.get(6).unwrap_or(&"")));
        let facts = |at: usize| Facts {
            kind: parts[at][0],
            unit: parts[at][1],
            stage: Stage::from_id(parts[at][2]).unwrap(),
            role: Role::from_id(parts[at][3]).unwrap(),
            period: period(parts[at][4]),
            breakdown: &breakdowns[at],
            qualifier: Qualifier::from_id(parts[at][5]).unwrap(),
            is_derived: false,
        };
        by(&facts(0), &facts(1))
    }

    #[test]
    fn differences_are_refused_warned_of_or_noted() {
        let text = str::to_owned;
        for (a, b, weight, reasons) in [
            (
                "people people completed actual 2021/2021 eq",
                "people wan_people completed actual 2021/2021 eq",
                None,
                vec![],
            ),
            (
                "money yuan completed actual 2021/2021 eq",
                "people people completed actual 2021/2021 eq",
                Some(Refuse),
                vec![Reason::Units],
            ),
            (
                "money yuan completed actual 2021/2021 eq",
                "money_per_person yuan_per_person completed actual 2021/2021 eq",
                Some(Refuse),
                vec![Reason::PerHead],
            ),
            (
                "money_per_person_month x standing actual 2021/2021 eq",
                "money_per_person_year y standing actual 2021/2021 eq",
                Some(Refuse),
                vec![Reason::Units],
            ),
            (
                "facility school planned target 2024/2024 eq",
                "facility school completed actual 2024/2024 eq",
                Some(Refuse),
                vec![
                    Reason::Stages(Stage::Planned, Stage::Completed),
                    Reason::Roles(Role::Target, Role::Actual),
                ],
            ),
            (
                "facility school in_progress actual 2024/2024 eq",
                "facility school completed actual 2024/2024 eq",
                Some(Warn),
                vec![Reason::Stages(Stage::InProgress, Stage::Completed)],
            ),
            (
                "share percent completed ceiling 2021/2021 eq",
                "share percent completed actual 2021/2021 eq",
                Some(Refuse),
                vec![Reason::Roles(Role::Ceiling, Role::Actual)],
            ),
            (
                "share percent completed share 2021/2021 eq",
                "share percent completed actual 2021/2021 eq",
                Some(Warn),
                vec![Reason::Roles(Role::Share, Role::Actual)],
            ),
            (
                "people people completed actual 2008/2021 eq",
                "people people completed actual 2021/2021 eq",
                Some(Refuse),
                vec![Reason::Spans],
            ),
            (
                "people people completed actual /2021 eq",
                "people people completed actual 2021/2021 eq",
                Some(Warn),
                vec![Reason::AsOf],
            ),
            (
                "people people completed actual 2024-01/2024-09 eq",
                "people people completed actual 2024/2024 eq",
                Some(Warn),
                vec![Reason::Lengths],
            ),
            (
                "people people completed actual 2023-01/2023-09 eq",
                "people people completed actual 2024-02/2024-10 eq",
                Some(Note),
                vec![Reason::Years(2023, 2024)],
            ),
            (
                "people people completed actual 2007/2019 eq",
                "people people completed actual 2013/2019 eq",
                Some(Warn),
                vec![Reason::Lengths],
            ),
            (
                "money_per_person_month x standing actual 2020/2021 eq",
                "money_per_person_month x standing actual /2021 eq",
                None,
                vec![],
            ),
            (
                "money_per_person_month x standing actual /2021 at_least residence=urban",
                "money_per_person_month x standing actual /2021 eq residence=rural",
                Some(Refuse),
                vec![Reason::Breakdowns(text("residence"), text("urban"), text("rural"))],
            ),
            (
                "people people completed actual /2021 eq group=a",
                "people people completed actual /2021 eq",
                Some(Warn),
                vec![Reason::Narrower(text("group"), text("a"))],
            ),
            (
                "facility site completed actual /2021 eq",
                "facility school completed actual /2021 eq",
                Some(Note),
                vec![Reason::Counted],
            ),
            (
                "people people completed actual /2021 over",
                "people people completed actual /2021 at_least",
                Some(Warn),
                vec![Reason::OpenEnds],
            ),
            (
                "people people completed actual /2021 over",
                "people people completed actual /2021 nearly",
                None,
                vec![],
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
    fn what_may_be_divided() {
        for (a, b, weight) in [
            (
                "money wan_yuan completed actual 2021/2021 eq group=old",
                "people people completed actual 2021/2021 eq group=old",
                None,
            ),
            (
                "money wan_yuan completed actual 2021/2021 eq",
                "people people completed actual /2021 eq",
                None,
            ),
            (
                "money wan_yuan completed actual 2021/2021 eq group=old",
                "people people completed actual 2021/2021 eq group=oldest",
                Some(Refuse),
            ),
            (
                "money wan_yuan planned target 2021/2021 eq",
                "people people completed actual 2021/2021 eq",
                Some(Refuse),
            ),
            (
                "money wan_yuan completed actual 2007/2021 eq",
                "people people completed actual 2021/2021 eq",
                Some(Refuse),
            ),
            (
                "share percent completed actual 2021/2021 eq",
                "people people completed actual 2021/2021 eq",
                Some(Refuse),
            ),
            (
                "people people completed actual 2021/2021 eq",
                "money yuan completed actual 2021/2021 eq",
                Some(Refuse),
            ),
        ] {
            assert_eq!(judged(a, b, divide).weight(), weight, "{a} over {b}");
        }
    }
}
