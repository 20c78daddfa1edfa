//! Which figures are together one promise, or one project beside the promises.
//!
//! A row of the ledger is one of three things, looked for in this order:
//!
//! 1. **A target**, and a ceiling that an actual value belongs to. [`Dataset::pairs`] joins them with the actual values that
//!    belong to them; of several in one stage the latest is told. What is done is the promise's result, what is under way
//!    says how much is begun. A target that is a part of another target is a step of that promise, not one of its own.
//!    Targets of one project in unlike units (15 schools, 99,000 square metres) stay apart: nothing in the data says how
//!    one follows from the other. A budget promises nothing: it is a figure of its project.
//! 2. **Works told by how much of them is finished**: the percentages of one indicator that are under way, of one
//!    project in one release. Without weights the parts come to no figure for the project.
//! 3. **A project named without a target**: with the figures that are of it. A project whose parts have figures of
//!    their own is only their heading. A part without any figure is told with the project it belongs to.
//!
//! Only what a release promises in print is a promise: where the target and its steps were all worked out the row is one
//! of a project.
//!
//! A published percentage of a target belongs to the promise whose target was worked out from it, or to the only target
//! of its project and place in the same release whose result is of the same time. Where none of this holds figures are
//! not joined.

use crate::base::order::Order;
use crate::model::{Dataset, Domain, Id, Observation, Pair, Place, Project, Record, Role, Stage};

/// The unit of published percentages of a target.
const OF_TARGET: &str = "percent_of_target";
/// The kind of unit that percentages of a whole are in.
const SHARE: &str = "share";
/// The kind of unit of budgets.
const MONEY: &str = "money";

/// The figures of one promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// What is to be reached or not to be exceeded.
    pub target: Option<Id<Observation>>,
    /// What is done.
    pub actual: Option<Id<Observation>>,
    /// What is begun, done or not.
    pub begun: Option<Id<Observation>>,
    /// The percentage of the target as published.
    pub rate: Option<Id<Observation>>,
    /// Parts of the figures above: steps, phases.
    pub parts: Vec<Id<Observation>>,
    /// How much of each part of a project is finished.
    pub works: Vec<Id<Observation>>,
    /// The figures of a project without a target; those that are no part of another first.
    pub figures: Vec<Id<Observation>>,
    /// The project it belongs to.
    pub project: Option<Id<Project>>,
    /// Parts of the project that have no figures.
    pub inner: Vec<Id<Project>>,
    /// Where.
    pub place: Id<Place>,
    /// Field.
    pub domain: Id<Domain>,
}

impl Promise {
    fn new(place: Id<Place>, domain: Id<Domain>, project: Option<Id<Project>>) -> Self {
        Self {
            target: None,
            actual: None,
            begun: None,
            rate: None,
            parts: Vec::new(),
            works: Vec::new(),
            figures: Vec::new(),
            project,
            inner: Vec::new(),
            place,
            domain,
        }
    }

    fn of(data: &Dataset, o: &Observation) -> Self {
        Self::new(o.place, data.indicators[o.indicator].domain, o.project)
    }

    /// Whether it is a promise: a release prints its target or a step of it.
    #[must_use]
    pub fn is_printed(&self, data: &Dataset) -> bool {
        let is_aim = |o: &&Observation| matches!(o.role, Role::Target | Role::Ceiling);
        let own = self.target.iter().chain(&self.parts).map(|&id| &data.observations[id]);
        self.target.is_some() && own.filter(is_aim).any(|o| !o.is_derived())
    }

    /// Every figure of it, each once.
    pub fn every(&self) -> impl Iterator<Item = Id<Observation>> + '_ {
        let single = [self.target, self.actual, self.begun, self.rate];
        let lists = self.parts.iter().chain(&self.works).chain(&self.figures);
        single.into_iter().flatten().chain(lists.copied())
    }
}

/// Every promise of a dataset: targets, then works, then projects, each in file order.
#[must_use]
pub fn promises(data: &Dataset) -> Vec<Promise> {
    let pairs = data.pairs();
    let mut all: Vec<Promise> = data
        .observations
        .iter()
        .filter(|(id, o)| is_head(data, &pairs, *id, o))
        .map(|(id, o)| of_target(data, &pairs, id, o))
        .collect();
    join_rates(data, &mut all);
    works(data, &mut all);
    projects(data, &mut all);
    budgets(data, &mut all);
    all
}

fn is_budget(data: &Dataset, o: &Observation) -> bool {
    o.role == Role::Target && data.units[o.unit].kind == MONEY
}

fn is_head(data: &Dataset, pairs: &[Pair], id: Id<Observation>, o: &Observation) -> bool {
    match o.role {
        _ if is_budget(data, o) => false,
        Role::Target => o.part_of.is_none_or(|whole| data.observations[whole].role != Role::Target),
        Role::Ceiling => pairs.iter().any(|pair| pair.target == id),
        _ => false,
    }
}

fn of_target(data: &Dataset, pairs: &[Pair], target: Id<Observation>, o: &Observation) -> Promise {
    let latest = |begun: bool| {
        let stage = |stage| match stage {
            Stage::InProgress => begun,
            Stage::Completed | Stage::Standing => !begun,
            Stage::Planned => false,
        };
        let found = pairs.iter().filter(|pair| pair.target == target).map(|pair| pair.actual);
        found.filter(|&actual| stage(data.observations[actual].stage)).max_by_key(|&actual| {
            let o = &data.observations[actual];
            (data.sources[o.source].published, o.period.end.last_day())
        })
    };
    let (actual, begun) = (latest(false), latest(true));
    let own = [Some(target), actual, begun];
    let is_part = |(id, part): &(Id<Observation>, &Observation)| {
        let is_own = part.part_of.is_some() && own.contains(&part.part_of);
        is_own && !own.contains(&Some(*id)) && !is_budget(data, part)
    };
    let parts = data.observations.iter().filter(is_part).map(|(id, _)| id).collect();
    Promise { target: Some(target), actual, begun, parts, ..Promise::of(data, o) }
}

/// Finds the promise of each published percentage of a target.
fn join_rates(data: &Dataset, all: &mut [Promise]) {
    for (id, rate) in data.observations.iter() {
        if data.units[rate.unit].id != OF_TARGET || rate.role != Role::Actual {
            continue;
        }
        let like = |promise: &&mut Promise| {
            promise.actual.map(|actual| &data.observations[actual]).is_some_and(|o| {
                o.source == rate.source
                    && o.project == rate.project
                    && o.place == rate.place
                    && o.period.end == rate.period.end
            })
        };
        let mut found: Vec<&mut Promise> = all.iter_mut().filter(like).collect();
        let named = found.iter().position(|promise| is_worked_out(data, promise, rate));
        // A rate of a project named by nothing else belongs to its one target.
        let at = named.or((found.len() == 1 && rate.project.is_some()).then_some(0));
        if let Some(promise) = at.and_then(|at| found.get_mut(at)) {
            promise.rate = Some(id);
        }
    }
}

/// Whether the promise's target was worked out from this figure.
#[must_use]
pub(super) fn is_worked_out(data: &Dataset, promise: &Promise, from: &Observation) -> bool {
    let target = promise.target.map(|target| &data.observations[target]);
    target.is_some_and(|o| o.derived.split_whitespace().any(|word| word == from.id()))
}

fn works(data: &Dataset, all: &mut Vec<Promise>) {
    let key = |o: &Observation| (o.indicator, o.project, o.source);
    let mut found: Vec<Promise> = Vec::new();
    for (id, o) in data.observations.iter() {
        let counts = o.stage == Stage::InProgress && o.role == Role::Actual && o.project.is_some();
        if !counts || data.units[o.unit].kind != SHARE {
            continue;
        }
        let is_same = |promise: &Promise| {
            promise.works.first().is_some_and(|&first| key(&data.observations[first]) == key(o))
        };
        match found.iter_mut().find(|promise| is_same(promise)) {
            Some(promise) => promise.works.push(id),
            None => found.push(Promise { works: vec![id], ..Promise::of(data, o) }),
        }
    }
    all.extend(found);
}

fn projects(data: &Dataset, all: &mut Vec<Promise>) {
    let mut has_figures = vec![false; data.projects.len()];
    for (_, o) in data.observations.iter() {
        if let Some(project) = o.project {
            has_figures[project.index()] = true;
        }
    }
    let is_told: Vec<bool> = (0..data.projects.len())
        .map(|at| all.iter().any(|p| p.project.is_some_and(|p| p.index() == at)))
        .collect();
    let children =
        |of: Id<Project>| data.projects.iter().filter(move |(_, p)| p.parent == Some(of));
    let heads = |of: Id<Project>| children(of).any(|(part, _)| has_figures[part.index()]);
    // Told with the project it belongs to, unless that one is only a heading.
    let is_inner = |id: Id<Project>, project: &Project| {
        let within = project.parent.filter(|p| is_told[p.index()] || !heads(*p));
        within.is_some() && !has_figures[id.index()]
    };
    for (id, project) in data.projects.iter() {
        if is_told[id.index()] || heads(id) || is_inner(id, project) {
            continue;
        }
        let own = data.observations.iter().filter(|(_, o)| o.project == Some(id));
        let mut figures: Vec<Id<Observation>> = own.map(|(figure, _)| figure).collect();
        figures.order_by_key(|&figure| data.observations[figure].part_of.is_some());
        all.push(Promise { figures, ..Promise::new(project.place, project.domain, Some(id)) });
    }
    let mut taken = vec![false; data.projects.len()];
    for promise in all {
        // Of several promises of one project the first tells its parts.
        let Some(project) = promise.project.filter(|p| !taken[p.index()]) else { continue };
        taken[project.index()] = true;
        let inner = children(project).filter(|(id, part)| is_inner(*id, part));
        promise.inner = inner.map(|(id, _)| id).collect();
    }
}

/// Budgets are told with their project, by the first row that it has; one without a project has a row of its own.
fn budgets(data: &Dataset, all: &mut Vec<Promise>) {
    let budgets = data.observations.iter().filter(|(_, o)| is_budget(data, o));
    for (id, o) in budgets {
        if all.iter().any(|promise| promise.every().any(|own| own == id)) {
            continue;
        }
        let row = all.iter_mut().find(|row| o.project.is_some() && row.project == o.project);
        match row {
            Some(row) => row.figures.push(id),
            None => all.push(Promise { figures: vec![id], ..Promise::of(data, o) }),
        }
    }
}
