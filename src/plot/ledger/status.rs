//! How a promise stands. It is judged only by what a release prints itself: a target and its result, both of the whole and
//! measured alike. Whether it falls short is said only when it is due; of time that has passed nothing is concluded.

use serde::{Deserialize, Serialize};

use super::ratio::Aim;
use crate::base::date::PartialDate;
use crate::model::{Dataset, Id, Nature, Observation, Period, Project, Stage};

/// How a promise stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Status {
    /// It was due and falls short, or a limit was exceeded.
    Behind,
    /// It is due only after its result was taken.
    NotDue,
    /// The release does not say.
    Open,
    /// Its figures are laid out and not judged.
    Unjudged,
    /// The target is reached, or the limit kept.
    Met,
    /// More is done than was to be reached.
    Exceeded,
    /// No promise: a project without a printed target.
    #[default]
    Project,
}

impl Status {
    /// Whether it is a word of judgement: the target is reached or, being due, is not.
    #[must_use]
    pub const fn is_judged(self) -> bool {
        matches!(self, Self::Behind | Self::Met | Self::Exceeded)
    }
}

/// Why nothing is said of how a promise stands, or what else there is to say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// No result is published.
    NoActual,
    /// When it is due is not published.
    NoDue,
    /// Whether it was due when its result was taken cannot be told.
    NoDate,
    /// The result's words leave it open.
    Words,
    /// One of the figures is not printed but worked out.
    Derived,
    /// The release is in doubt about one of them.
    Doubt,
    /// One of them is of a part only.
    Part,
    /// They are not measured alike.
    Unlike,
    /// The limit is exceeded.
    OverLimit,
    /// The table does not say whether the target is to be reached or not to be exceeded.
    NoAim,
    /// The table has one time for both figures: that of the result or the deadline.
    OneTime,
    /// Which result belongs to which of several targets cannot be told.
    Unclear,
}

/// Whether a target was due when its result was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// It was.
    Past,
    /// It was due later.
    Ahead,
    /// When it is due is not published.
    Unknown,
    /// The dates are too coarse to tell.
    Vague,
}

/// What a promise is judged by.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// What its target asks for.
    pub aim: Aim,
    /// Whether the result meets it; `None` where its words leave that open.
    pub met: Option<bool>,
    /// Whether the result is certain to be more than the target.
    pub more: bool,
    /// Whether it was due.
    pub due: Due,
}

/// How a promise with a target and a like result stands, and what there is to say of it.
#[must_use]
pub const fn judge(case: &Case) -> (Status, Option<Why>) {
    let pending = match case.due {
        Due::Past => None,
        Due::Ahead => Some((Status::NotDue, None)),
        Due::Unknown => Some((Status::Open, Some(Why::NoDue))),
        Due::Vague => Some((Status::Open, Some(Why::NoDate))),
    };
    match (case.aim, case.met, pending) {
        (Aim::Reach, Some(true), _) if case.more => (Status::Exceeded, None),
        // What is to be reached may be reached early; a limit is kept only when its time is over.
        (Aim::Reach, Some(true), _) | (Aim::Stay, Some(true), None) => (Status::Met, None),
        (_, _, Some(pending)) => pending,
        (Aim::Stay, Some(false), None) => (Status::Behind, Some(Why::OverLimit)),
        (Aim::Reach, Some(false), None) => (Status::Behind, None),
        (_, None, None) => (Status::Open, Some(Why::Words)),
    }
}

/// What keeps a result, or what is begun, from being set against its target; `None` where nothing does.
#[must_use]
pub fn hinders(data: &Dataset, target: &Observation, actual: &Observation) -> Option<Why> {
    let both = [target, actual];
    if both.iter().any(|o| o.is_derived()) {
        return Some(Why::Derived);
    }
    if both.iter().any(|o| o.doubt.is_some()) {
        return Some(Why::Doubt);
    }
    if both.iter().any(|o| is_part(data, o)) {
        return Some(Why::Part);
    }
    (!is_alike(data, target, actual)).then_some(Why::Unlike)
}

/// Whether a figure is of a part of what it counts, or of a part of a project.
fn is_part(data: &Dataset, o: &Observation) -> bool {
    let whole = o.part_of.map(|whole| &data.observations[whole]);
    // What is finished of all that is begun is no part of the place.
    let is_of_like = |whole: &Observation| whole.indicator == o.indicator && whole.stage == o.stage;
    whole.is_some_and(is_of_like) || o.project.is_some_and(|project| data.is_part(project))
}

/// Whether both are amounts of one kind and of one time: what is done in a period is set against what was to be done in it.
fn is_alike(data: &Dataset, target: &Observation, actual: &Observation) -> bool {
    let kind = |o: &Observation| data.units[o.unit].kind.as_str();
    if kind(target) != kind(actual) {
        return false;
    }
    if data.indicators[target.indicator].nature(kind(target)) != Nature::Flow {
        return actual.stage != Stage::Planned;
    }
    let is_done = matches!(actual.stage, Stage::Completed | Stage::InProgress);
    is_done && is_in_time(target.period, actual.period)
}

/// Whether what is done in a period is done within the time of the target.
pub(super) fn is_in_time(target: Period, actual: Period) -> bool {
    match (target.start, actual.start) {
        (Some(first), Some(begun)) => begun.first_day() >= first.first_day(),
        (Some(_), None) => false,
        (None, Some(begun)) => begun.year() == target.end.year(),
        (None, None) => true,
    }
}

/// When a target is due, as far as its release prints it: with a month or a day, or with the year in which its project is
/// to end, or without a project as the end of its own time. A year alone may only be that of the text.
#[must_use]
pub fn due(data: &Dataset, target: &Observation) -> Option<PartialDate> {
    let around =
        |project: Id<Project>| std::iter::successors(Some(project), |id| data.projects[*id].parent);
    match (target.period.end, target.project) {
        (PartialDate::Year(_), Some(project)) => {
            around(project).any(|id| data.projects[id].end.is_some()).then_some(target.period.end)
        }
        _ => deadline(target.period),
    }
}

/// When what is to be done in a time is due: a year alone may only be that of the text.
pub(super) fn deadline(period: Period) -> Option<PartialDate> {
    let is_told = !matches!(period.end, PartialDate::Year(_)) || period.start.is_some();
    is_told.then_some(period.end)
}

impl Due {
    /// Of a target and its result. A result that holds as of a year may be of any day of it, and none is younger than the
    /// release that prints it.
    #[must_use]
    pub fn of(data: &Dataset, target: &Observation, actual: &Observation) -> Self {
        Self::at(due(data, target), actual.period, data.sources[actual.source].published)
    }

    /// By the deadline, and by the time and the publication of the result.
    pub(super) fn at(
        due: Option<PartialDate>,
        period: Period,
        published: Option<PartialDate>,
    ) -> Self {
        let Some(due) = due.map(PartialDate::last_day) else { return Self::Unknown };
        let published = published.map(PartialDate::last_day);
        let latest = period.end.last_day().min(published.unwrap_or(i32::MAX));
        let earliest = match (period.start, period.end) {
            (None, PartialDate::Year(_)) => period.end.first_day().min(latest),
            _ => latest,
        };
        if due <= earliest {
            Self::Past
        } else if due > latest {
            Self::Ahead
        } else {
            Self::Vague
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_judged_before_it_is_due() {
        use Status::{Behind, Exceeded, Met, NotDue, Open};
        let (reach, stay) = (Aim::Reach, Aim::Stay);
        for (aim, met, more, due, expected) in [
            (reach, Some(true), true, Due::Ahead, (Exceeded, None)),
            (reach, Some(true), false, Due::Ahead, (Met, None)),
            (reach, Some(true), false, Due::Unknown, (Met, None)),
            (reach, Some(false), false, Due::Past, (Behind, None)),
            (reach, Some(false), false, Due::Ahead, (NotDue, None)),
            (reach, Some(false), false, Due::Unknown, (Open, Some(Why::NoDue))),
            (reach, Some(false), false, Due::Vague, (Open, Some(Why::NoDate))),
            (reach, None, false, Due::Past, (Open, Some(Why::Words))),
            (reach, None, false, Due::Ahead, (NotDue, None)),
            (stay, Some(true), false, Due::Past, (Met, None)),
            (stay, Some(true), false, Due::Ahead, (NotDue, None)),
            (stay, Some(false), false, Due::Past, (Behind, Some(Why::OverLimit))),
            (stay, Some(false), false, Due::Ahead, (NotDue, None)),
            (stay, None, false, Due::Past, (Open, Some(Why::Words))),
        ] {
            let case = Case { aim, met, more, due };
            assert_eq!(judge(&case), expected, "{case:?}");
        }
    }
}
