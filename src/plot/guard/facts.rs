//! What matters of a figure when it is compared.

use crate::base::date::Day;
use crate::model::{Dataset, Level, Nature, Observation, Period, Quantity, Role, Stage};

/// The most days of a year.
const YEAR: Day = 366;

/// What a figure counts and of when, as far as it matters for a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Facts<'a> {
    /// Kind of the unit.
    pub kind: &'a str,
    /// Id of the unit.
    pub unit: &'a str,
    /// What its indicator measures.
    pub nature: Nature,
    /// How far what it counts has come; what is there or in force has come to nothing.
    pub stage: Stage,
    /// What it is in relation to its indicator.
    pub role: Role,
    /// Its period.
    pub period: Period,
    /// What divides it from other figures of its indicator, sorted by key.
    pub breakdown: &'a [(String, String)],
    /// Its number in base units and how that relates to the true value.
    pub quantity: Quantity,
    /// Whether it was worked out of printed figures.
    pub is_derived: bool,
    /// Whether it is of a part of a project, or of another figure without saying which part.
    pub is_part: bool,
    /// Id of the field of the works project that it is of; empty where it is of none.
    pub works: &'a str,
    /// How large a place it is of.
    pub level: Level,
    /// What a reader must know to read it right.
    pub note: &'a str,
    /// Whether its release is in doubt about it.
    pub is_doubted: bool,
}

impl<'a> Facts<'a> {
    /// Those of a published figure.
    #[must_use]
    pub fn of(data: &'a Dataset, o: &'a Observation) -> Self {
        let unit = &data.units[o.unit];
        let nature = data.nature(o);
        let whole = o.part_of.map(|whole| &data.observations[whole]);
        // A part that a breakdown names is told by that.
        let is_untold = |whole: &Observation| {
            whole.indicator == o.indicator
                && whole.stage == o.stage
                && whole.breakdown == o.breakdown
        };
        let value = o.base_value(unit).unwrap_or(o.quantity.value);
        let project = o.project.map(|project| &data.projects[project]);
        Self {
            kind: &unit.kind,
            unit: &unit.id,
            nature,
            stage: data.told_stage(o),
            role: o.role,
            period: o.period,
            breakdown: &o.breakdown,
            quantity: Quantity { value, ..o.quantity },
            is_derived: o.is_derived(),
            is_part: whole.is_some_and(is_untold) || o.project.is_some_and(|id| data.is_part(id)),
            works: project.map_or("", |project| &data.domains[project.domain].id),
            level: data.places[o.place].level,
            note: &o.note.zh,
            is_doubted: o.doubt.is_some(),
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
            || matches!(self.nature, Nature::Rate | Nature::Standard)
            || matches!(self.kind, "share" | "ratio" | "percentage_point" | "age" | "duration")
    }

    /// How much time it takes in.
    pub(super) fn reach(&self) -> Reach {
        let (first, last) = self.period.days();
        match self.period.start {
            None => Reach::AsOf,
            Some(_) if last - first >= YEAR => Reach::Years(last - first),
            Some(_) => Reach::Year(last - first),
        }
    }
}

/// How much time a figure takes in: none, a year or less, more; in days.
#[derive(Clone, Copy)]
pub(super) enum Reach {
    AsOf,
    Year(Day),
    Years(Day),
}
