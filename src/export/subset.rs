//! The part of a dataset that some figures need to stand on their own: every row that another one refers to.

use std::collections::HashSet;

use crate::model::{Dataset, Id, Indicator, Observation, Place, Project, Register, Unit};
use crate::model::{Domain, Doubt, Record, Source};

/// Which rows of a register are kept.
#[derive(Clone, Debug)]
pub(super) struct Kept<T> {
    flags: Vec<bool>,
    of: std::marker::PhantomData<fn() -> T>,
}

impl<T: Record> Kept<T> {
    fn none(register: &Register<T>) -> Self {
        Self { flags: vec![false; register.len()], of: std::marker::PhantomData }
    }

    /// Keeps a row; whether it was not kept before.
    fn keep(&mut self, id: Id<T>) -> bool {
        !std::mem::replace(&mut self.flags[id.index()], true)
    }

    /// Keeps a row and all that it belongs to.
    fn keep_up(&mut self, id: Id<T>, up: impl Fn(Id<T>) -> Option<Id<T>>) {
        let mut next = Some(id);
        // A chain of parents never leads back: the reader has seen to it.
        while let Some(id) = next.filter(|&id| self.keep(id)) {
            next = up(id);
        }
    }

    /// Whether the row of this id is kept.
    fn has(&self, register: &Register<T>, id: &str) -> bool {
        register.find(id).is_some_and(|id| self.flags[id.index()])
    }

    /// The rows kept, in file order.
    pub(super) fn of<'a>(&'a self, register: &'a Register<T>) -> impl Iterator<Item = &'a T> {
        register.iter().filter(|(id, _)| self.flags[id.index()]).map(|(_, record)| record)
    }
}

/// The part of a dataset.
#[derive(Clone, Debug)]
pub(super) struct Subset {
    pub(super) units: Kept<Unit>,
    pub(super) domains: Kept<Domain>,
    pub(super) places: Kept<Place>,
    pub(super) sources: Kept<Source>,
    pub(super) indicators: Kept<Indicator>,
    pub(super) projects: Kept<Project>,
    pub(super) doubts: Kept<Doubt>,
    /// The figures asked for, in the order they were asked for, then those that these refer to.
    pub(super) observations: Vec<Id<Observation>>,
    /// Keys of breakdowns, and pairs of key and value.
    labels: HashSet<(String, String)>,
}

impl Subset {
    /// What these rows need; of all rows everything, needed or not.
    pub(super) fn new(data: &Dataset, rows: &[usize]) -> Self {
        let mut subset = Self {
            units: Kept::none(&data.units),
            domains: Kept::none(&data.domains),
            places: Kept::none(&data.places),
            sources: Kept::none(&data.sources),
            indicators: Kept::none(&data.indicators),
            projects: Kept::none(&data.projects),
            doubts: Kept::none(&data.doubts),
            observations: Vec::new(),
            labels: HashSet::new(),
        };
        let mut kept = Kept::none(&data.observations);
        let known = rows.iter().filter(|&&row| row < data.observations.len());
        let mut asked: Vec<Id<Observation>> = known.map(|&row| Id::at(row)).collect();
        while !asked.is_empty() {
            asked.retain(|&id| kept.keep(id));
            let needed = asked.iter().flat_map(|&id| {
                let o = &data.observations[id];
                o.part_of.into_iter().chain(data.inputs(o))
            });
            let needed = needed.collect();
            subset.observations.append(&mut asked);
            asked = needed;
        }
        for id in subset.observations.clone() {
            subset.observation(data, &data.observations[id]);
        }
        if subset.observations.len() == data.observations.len() {
            subset.everything(data);
        }
        subset
    }

    fn observation(&mut self, data: &Dataset, o: &Observation) {
        let indicator = &data.indicators[o.indicator];
        self.indicators.keep(o.indicator);
        self.domains.keep(indicator.domain);
        self.unit(data, indicator.unit);
        self.unit(data, o.unit);
        self.place(data, o.place);
        self.sources.keep(o.source);
        if let Some(doubt) = o.doubt {
            self.doubts.keep(doubt);
        }
        if let Some(place) = data.sources[o.source].place {
            self.place(data, place);
        }
        let mut next = o.project;
        while let Some(id) = next.filter(|&id| self.projects.keep(id)) {
            let project = &data.projects[id];
            self.place(data, project.place);
            self.domains.keep(project.domain);
            next = project.parent;
        }
        for (key, value) in &o.breakdown {
            self.labels.insert((key.clone(), String::new()));
            self.labels.insert((key.clone(), value.clone()));
        }
    }

    fn unit(&mut self, data: &Dataset, unit: Id<Unit>) {
        self.units.keep(unit);
        self.units.keep(data.units[unit].base);
    }

    fn place(&mut self, data: &Dataset, place: Id<Place>) {
        self.places.keep_up(place, |id| data.places[id].parent);
    }

    fn everything(&mut self, data: &Dataset) {
        self.units.flags.fill(true);
        self.domains.flags.fill(true);
        self.places.flags.fill(true);
        self.sources.flags.fill(true);
        self.indicators.flags.fill(true);
        self.projects.flags.fill(true);
        self.doubts.flags.fill(true);
        self.labels.extend(data.labels.keys().cloned());
    }

    /// Whether the part has the field, indicator or place that an everyday word leads to.
    pub(super) fn has_target(&self, data: &Dataset, id: &str) -> bool {
        self.domains.has(&data.domains, id)
            || self.indicators.has(&data.indicators, id)
            || self.places.has(&data.places, id)
    }

    /// Whether a name of a breakdown's key (empty value) or value is kept.
    pub(super) fn has_label(&self, label: &(String, String)) -> bool {
        self.labels.contains(label)
    }
}
