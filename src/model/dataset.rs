//! A validated dataset.

use std::collections::{BTreeSet, HashMap};

use super::record::{
    Domain, Doubt, Indicator, Observation, Place, Project, Source, StoryStep, Synonym,
};
use super::{Headline, Id, MoneyKind, Nature, Register, Role, Stage, Topic, Unit, adds_up};
use crate::base::lang::Bilingual;
use crate::base::once::each_once;

/// Kinds of units that sums of money are in: whole ones and those of each year. Amounts per head are no sums.
const MONEY: [&str; 2] = ["money", "money_per_year"];

/// The breakdown key of figures of a stock that count what was added to it or taken from it.
const CHANGE: &str = "change";

/// Everything a data package holds, with every reference resolved.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    /// Units of measure.
    pub units: Register<Unit>,
    /// Fields of livelihood work, in their fixed order.
    pub domains: Register<Domain>,
    /// Reference areas; a forest.
    pub places: Register<Place>,
    /// Releases.
    pub sources: Register<Source>,
    /// What is measured.
    pub indicators: Register<Indicator>,
    /// Works projects; a forest.
    pub projects: Register<Project>,
    /// Published figures.
    pub observations: Register<Observation>,
    /// Names of breakdown keys (empty id) and of their values, by `(key, id)`.
    pub labels: HashMap<(String, String), Bilingual>,
    /// Breakdown keys several values of which may hold of one person or thing, as honours of a teacher do.
    pub overlapping: BTreeSet<String>,
    /// The text of the `datapackage.json` it came with, for writing it again; empty where there was none.
    pub descriptor: String,
    /// What releases leave in doubt.
    pub doubts: Register<Doubt>,
    /// Everyday words for what is in the data.
    pub synonyms: Vec<Synonym>,
    /// Guided tours: their steps by release, in order.
    pub stories: Vec<StoryStep>,
    /// Sentences about places, by place and in order.
    pub headlines: Vec<Headline>,
}

/// A target or ceiling and the actual value that belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What was to be reached, or not to be exceeded.
    pub target: Id<Observation>,
    /// What was reached.
    pub actual: Id<Observation>,
}

impl Dataset {
    /// Targets and ceilings with the actual values that belong to them, in the file order of the actual values. They share
    /// indicator, place, project and breakdown. A target's period ends when it is due: of several an actual value belongs
    /// to the earliest that is due on or after its own end, else, being late, to the latest; those of its own release
    /// come first. What ended before a target's time began does not belong to it, what is only planned is no actual
    /// value, and a target that is a step of another leaves the actual values to that one.
    #[must_use]
    pub fn pairs(&self) -> Vec<Pair> {
        let key = |o: &Observation| (o.indicator, o.place, o.project, o.breakdown.clone(), o.role);
        let is_step = |o: &Observation| {
            let whole = o.part_of.map(|whole| &self.observations[whole]);
            whole.is_some_and(|whole| key(whole) == key(o))
        };
        let is_target = |o: &Observation| matches!(o.role, Role::Target | Role::Ceiling);
        let mut targets: HashMap<_, Vec<Id<Observation>>> = HashMap::new();
        for (id, o) in self.observations.iter().filter(|(_, o)| is_target(o) && !is_step(o)) {
            targets.entry(key(o)).or_default().push(id);
        }
        let results = self.observations.iter().filter(|(_, o)| o.role == Role::Actual);
        let results = results.filter(|(_, o)| o.stage != Stage::Planned);
        let pair = |(actual, o): (Id<Observation>, &Observation), role: Role| {
            let (indicator, place, project, breakdown, _) = key(o);
            let found = targets.get(&(indicator, place, project, breakdown, role))?;
            let target = self.target_of(o, found)?;
            Some(Pair { target, actual })
        };
        let both = |result| [Role::Target, Role::Ceiling].map(|role| pair(result, role));
        results.flat_map(both).flatten().collect()
    }

    /// Which of some targets of one key an actual value belongs to.
    fn target_of(
        &self,
        actual: &Observation,
        found: &[Id<Observation>],
    ) -> Option<Id<Observation>> {
        let at = |id: &Id<Observation>| &self.observations[*id];
        let end = actual.period.end.last_day();
        let has_begun = |id: &&Id<Observation>| {
            at(id).period.start.is_none_or(|start| start.first_day() <= end)
        };
        let own = found.iter().any(|id| at(id).source == actual.source);
        let is_own = |id: &&Id<Observation>| !own || at(id).source == actual.source;
        let due = |id: &&Id<Observation>| at(id).period.end.last_day();
        let found = || found.iter().filter(is_own).filter(has_begun);
        let open = found().filter(|id| due(id) >= end).min_by_key(due);
        open.or_else(|| found().max_by_key(due)).copied()
    }

    /// How far what a figure counts has come, as the page may say it: done is said of what is done in a period alone.
    /// Of people, places or shares that are there it is said that they are.
    #[must_use]
    pub fn told_stage(&self, o: &Observation) -> Stage {
        match o.stage {
            Stage::Completed if self.nature(o) != Nature::Flow => Stage::Standing,
            stage => stage,
        }
    }

    /// The releases that some figures, by their positions, come from, in the dataset's order, each with their number.
    #[must_use]
    pub fn sources_of(&self, rows: impl Iterator<Item = usize>) -> Vec<(&Source, usize)> {
        let mut counts = vec![0; self.sources.len()];
        for o in rows.filter_map(|row| self.observations.at(row)) {
            counts[o.source.index()] += 1;
        }
        let sources = self.sources.iter().map(|(_, source)| source);
        sources.zip(counts).filter(|(_, count)| *count > 0).collect()
    }

    /// The field that a figure belongs to.
    #[must_use]
    pub fn domain(&self, o: &Observation) -> &Domain {
        &self.domains[self.indicators[o.indicator].domain]
    }

    /// What in a resident's life a figure is about. A package whose indicators tell no topic has those of their fields; in
    /// one that tells some, an indicator without one is about none.
    #[must_use]
    pub fn topic(&self, o: &Observation) -> Option<Topic> {
        let told = self.indicators[o.indicator].topic;
        if told.is_some() || self.indicators.iter().any(|(_, i)| i.topic.is_some()) {
            return told;
        }
        Topic::of_domain(&self.domain(o).id)
    }

    /// What a figure measures: that of its indicator, but for what came new to a stock, which is something done.
    #[must_use]
    pub fn nature(&self, o: &Observation) -> Nature {
        match self.indicators[o.indicator].nature(&self.units[o.unit].kind) {
            Nature::Stock if o.breakdown.iter().any(|(key, _)| key == CHANGE) => Nature::Flow,
            nature => nature,
        }
    }

    /// Whether a figure is a sum that was spent on people or works, as the release prints it: no plan, no loan, no cost
    /// avoided, and nothing that we worked out.
    #[must_use]
    pub fn is_spent(&self, o: &Observation) -> bool {
        let spent = self.indicators[o.indicator].money.is_some_and(MoneyKind::is_spent);
        let is_fact = o.role == Role::Actual && o.stage != Stage::Planned && !o.is_derived();
        spent && is_fact && MONEY.contains(&self.units[o.unit].kind.as_str())
    }

    /// The figures that a derived one was worked out from, each once, as they stand in its formula.
    #[must_use]
    pub fn inputs(&self, o: &Observation) -> Vec<Id<Observation>> {
        each_once(formula_words(&o.derived).filter_map(|word| self.observations.find(word)))
    }

    /// The name of a breakdown's key (empty `id`) or of one of its values.
    #[must_use]
    pub fn label(&self, key: &str, id: &str) -> Option<&Bilingual> {
        self.labels.get(&(key.to_owned(), id.to_owned()))
    }

    /// Whether the figure is an amount: a fact of something done, in a unit whose figures add up.
    #[must_use]
    pub fn is_amount(&self, o: &Observation) -> bool {
        let is_fact = matches!(o.role, Role::Actual | Role::Share);
        is_fact && o.stage != Stage::Standing && adds_up(&self.units[o.unit].kind)
    }

    /// Whether the figure may be added to others of its indicator: an amount that is not counted by what one person or
    /// thing may be several of.
    #[must_use]
    pub fn is_additive(&self, o: &Observation) -> bool {
        self.is_amount(o) && !o.breakdown.iter().any(|(key, _)| self.overlapping.contains(key))
    }

    /// Whether a project is a part of another of its own field. What holds projects of several fields together is a
    /// programme, and each of them a whole.
    #[must_use]
    pub fn is_part(&self, project: Id<Project>) -> bool {
        let own = &self.projects[project];
        own.parent.is_some_and(|whole| self.projects[whole].domain == own.domain)
    }

    /// The figures whose total this one is, in file order.
    #[must_use]
    pub fn parts(&self, id: Id<Observation>) -> Vec<Id<Observation>> {
        let parts = self.observations.iter().filter(|(_, o)| o.part_of == Some(id));
        parts.map(|(part, _)| part).collect()
    }

    /// Other figures of the same indicator, then of the same project, each once, in file order.
    #[must_use]
    pub fn related(&self, id: Id<Observation>) -> (Vec<Id<Observation>>, Vec<Id<Observation>>) {
        let this = &self.observations[id];
        let others = || self.observations.iter().filter(move |(other, _)| *other != id);
        let same_indicator: Vec<_> =
            others().filter(|(_, o)| o.indicator == this.indicator).map(|(i, _)| i).collect();
        let same_project = others()
            .filter(|(i, o)| {
                this.project.is_some() && o.project == this.project && !same_indicator.contains(i)
            })
            .map(|(i, _)| i)
            .collect();
        (same_indicator, same_project)
    }
}

/// The ids and numbers of a formula over observations.
pub fn formula_words(formula: &str) -> impl Iterator<Item = &str> {
    let is_of_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    formula.split(move |c| !is_of_word(c)).filter(|word| !matches!(*word, "" | "-"))
}
