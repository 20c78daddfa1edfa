//! How a promise stands: its result against its target, and against the time that has passed.

use serde::{Deserialize, Serialize};

use super::pace::{NoPace, Pace};
use super::ratio::Aim;

/// How far a result may lie from the time that has passed and still be called on pace: five points of a hundred.
const NEAR: f64 = 0.05;
/// The time that has passed must be known to a quarter of the whole for a result within it to be called on pace.
const VAGUE: f64 = 0.25;

/// How a promise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// Less is done than time has passed, or the time is over.
    Behind,
    /// The release lacks what is needed to tell.
    Open,
    /// As much is done as time has passed.
    OnPace,
    /// More is done than time has passed.
    Ahead,
    /// The target is reached, or the limit kept.
    Met,
    /// More is done than the target, of something more of which is better.
    Exceeded,
    /// No number was promised.
    NoTarget,
}

impl Status {
    /// What is behind first.
    pub const ALL: [Self; 7] = [
        Self::Behind,
        Self::Open,
        Self::OnPace,
        Self::Ahead,
        Self::Met,
        Self::Exceeded,
        Self::NoTarget,
    ];
}

/// Why it cannot be told how a promise stands, or what else there is to say of how it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// No result is published.
    NoActual,
    /// When the work began is not published.
    NoStart,
    /// When it is due is not published.
    NoEnd,
    /// When the release appeared is not known closely enough.
    Release,
    /// A level, which does not grow with time.
    Level,
    /// The result's words leave it open.
    Words,
    /// The limit is exceeded.
    OverLimit,
    /// The time is over.
    Over,
}

impl From<NoPace> for Why {
    fn from(reason: NoPace) -> Self {
        match reason {
            NoPace::Start => Self::NoStart,
            NoPace::End => Self::NoEnd,
            NoPace::Release => Self::Release,
        }
    }
}

/// What a promise is judged by.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// What its target asks for.
    pub aim: Aim,
    /// Whether the result meets it; `None` where its words leave that open.
    pub met: Option<bool>,
    /// Whether the result is more than the target and more is better.
    pub more: bool,
    /// The share of the target that is reached.
    pub ratio: Option<f64>,
    /// Whether the result may be more than it says (超, 不低于).
    pub at_least: bool,
    /// Whether the result grows with time; levels and rates do not.
    pub grows: bool,
    /// The share of the time that has passed.
    pub pace: Result<Pace, NoPace>,
}

/// How a promise with a target and a result stands, and what there is to say of it.
#[must_use]
pub fn judge(case: &Case) -> (Status, Option<Why>) {
    match (case.aim, case.met) {
        (_, Some(true)) if case.more => return (Status::Exceeded, None),
        (_, Some(true)) => return (Status::Met, None),
        (Aim::Stay, Some(false)) => return (Status::Behind, Some(Why::OverLimit)),
        (Aim::Stay, None) => return (Status::Open, Some(Why::Words)),
        _ => {}
    }
    let pace = match case.pace {
        Ok(pace) => pace,
        Err(reason) => return (Status::Open, Some(reason.into())),
    };
    if pace.low >= 1.0 && case.met == Some(false) {
        return (Status::Behind, Some(Why::Over));
    }
    if !case.grows {
        return (Status::Open, Some(Why::Level));
    }
    let Some(ratio) = case.ratio else { return (Status::Open, Some(Why::Words)) };
    if ratio > pace.high + NEAR {
        return (Status::Ahead, None);
    }
    if ratio < pace.low - NEAR {
        // What may be more than it says is not found wanting.
        return if case.at_least {
            (Status::Open, Some(Why::Words))
        } else {
            (Status::Behind, None)
        };
    }
    if pace.high - pace.low > VAGUE {
        return (Status::Open, Some(Why::Release));
    }
    (Status::OnPace, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(ratio: f64, low: f64, high: f64) -> Case {
        Case {
            aim: Aim::Reach,
            met: Some(ratio >= 1.0),
            more: ratio > 1.0,
            ratio: Some(ratio),
            at_least: false,
            grows: true,
            pace: Ok(Pace { low, high }),
        }
    }

    #[test]
    fn results_are_judged_by_time() {
        for (ratio, low, high, status, why) in [
            (1.128, 0.75, 0.83, Status::Exceeded, None),
            (1.0, 0.75, 0.83, Status::Met, None),
            (1.0, 1.0, 1.0, Status::Met, None),
            (0.95, 0.75, 0.83, Status::Ahead, None),
            (0.88, 0.75, 0.83, Status::OnPace, None),
            (0.80, 0.75, 0.83, Status::OnPace, None),
            (0.71, 0.75, 0.83, Status::OnPace, None),
            (0.69, 0.75, 0.83, Status::Behind, None),
            (0.98, 1.0, 1.0, Status::Behind, Some(Why::Over)),
            (0.20, 0.33, 1.0, Status::Behind, None),
            (0.65, 0.33, 1.0, Status::Open, Some(Why::Release)),
            (0.0, 0.0, 0.0, Status::OnPace, None),
        ] {
            assert_eq!(judge(&case(ratio, low, high)), (status, why), "{ratio} {low} {high}");
        }
    }

    #[test]
    fn what_cannot_be_told_is_not_told() {
        let known = case(0.5, 0.75, 0.83);
        for (case, expected) in [
            (Case { pace: Err(NoPace::Start), ..known }, (Status::Open, Some(Why::NoStart))),
            (Case { pace: Err(NoPace::End), ..known }, (Status::Open, Some(Why::NoEnd))),
            (Case { pace: Err(NoPace::Release), ..known }, (Status::Open, Some(Why::Release))),
            (Case { grows: false, ..known }, (Status::Open, Some(Why::Level))),
            (Case { ratio: None, ..known }, (Status::Open, Some(Why::Words))),
            (Case { at_least: true, met: None, ..known }, (Status::Open, Some(Why::Words))),
        ] {
            assert_eq!(judge(&case), expected, "{case:?}");
        }
    }

    #[test]
    fn limits_are_kept_or_not_whatever_the_time() {
        let limit = |met| Case {
            aim: Aim::Stay,
            met,
            more: false,
            ratio: None,
            pace: Err(NoPace::End),
            ..case(0.5, 0.0, 0.0)
        };
        for (met, expected) in [
            (Some(true), (Status::Met, None)),
            (Some(false), (Status::Behind, Some(Why::OverLimit))),
            (None, (Status::Open, Some(Why::Words))),
        ] {
            assert_eq!(judge(&limit(met)), expected);
        }
    }
}
