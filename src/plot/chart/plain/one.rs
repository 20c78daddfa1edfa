//! Of rows that measure unlike things one kind is drawn, the one with most rows, and the others are one press away.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::has_nameless;
use crate::base::lang::Lang;
use crate::base::unit_name::{beside_unit, unit_of_name};
use crate::column::Role;
use crate::i18n::catalog::chart as m;
use crate::i18n::catalog::words::SEPARATOR;
use crate::plot::chart::refusal::series as others;
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{Offer, Plan};
use crate::plot::tally::tally;
use crate::query::{Clause, Engine};
use crate::state::{Action, ChartOptions, Mark, Measure};
use crate::words::{column_name, entry_name};

/// One value to which rows are limited, because they measure unlike things.
pub(crate) struct One {
    column: String,
    id: String,
    name: String,
    /// What leads to the others.
    others: Vec<Offer>,
}

impl One {
    /// The column, and the id of the value.
    pub(crate) fn value(&self) -> (&str, &str) {
        (&self.column, &self.id)
    }
}

/// Whether numbers are asked for, so that one of unlike kinds has to be chosen: rows of all kinds can be counted.
fn is_of_numbers(options: &ChartOptions) -> bool {
    let counts = options.measure == Measure::Auto && options.mark == Mark::Treemap;
    options.measure != Measure::Count && !counts
}

/// What is asked of the rows of one kind where they measure unlike things; the clauses in force are so again afterwards.
pub(in crate::plot::chart) fn of_one<T>(
    engine: &mut Engine,
    options: &ChartOptions,
    lang: Lang,
    ask: impl FnOnce(&mut Engine) -> T,
) -> (T, Vec<One>) {
    if !is_of_numbers(options) {
        return (ask(engine), Vec::new());
    }
    let filter = engine.filter().clone();
    let ones = limit(engine, lang);
    let answer = ask(engine);
    if !ones.is_empty() {
        engine.set_filter(&filter);
    }
    (answer, ones)
}

/// Limits the selection to rows whose numbers can be taken together: to the indicator, to the unit and to the length of
/// period that has the most of them.
pub(crate) fn limit(engine: &mut Engine, lang: Lang) -> Vec<One> {
    let free = ChartOptions::default();
    let mut ones = Vec::new();
    // Once by indicator, once by unit, once by length of period.
    for _ in 0..3 {
        let mut s = Subject::plain(engine, &free, lang);
        if s.measures().is_empty() {
            return ones;
        }
        let Some(column) = s.mixed() else { return ones };
        let others = others(&mut s, &column);
        let counts = tally(s.engine, &column);
        // Of equals the first, which the file names first.
        let greatest = (0_u32..).zip(counts).max_by_key(|&(code, n)| (n, Reverse(code)));
        let table = s.table.clone();
        let entry = table.category(&column).zip(greatest);
        let Some(entry) = entry.and_then(|(c, (code, _))| c.dictionary.get(code)) else {
            return ones;
        };
        let name = entry_name(&column, entry, lang);
        engine.set(&column, Clause::AnyOf(BTreeSet::from([entry.id.clone()])));
        ones.push(One { column, id: entry.id.clone(), name, others });
    }
    ones
}

/// The chart with what it leaves out: said above it, and one press away.
pub(crate) fn told(mut plan: Plan, engine: &mut Engine, ones: Vec<One>, lang: Lang) -> Plan {
    let own = std::mem::take(&mut plan.offers);
    let choices: Vec<Action> =
        ones.iter().map(|one| Action::Choose(one.column.clone(), one.id.clone())).collect();
    let table = engine.table().clone();
    let column_of = |one: &One| table.column(&one.column);
    let subtitle = &plan.headings.subtitle;
    let mut notes = Vec::new();
    let mut names = Vec::new();
    for one in ones {
        let column = column_of(&one).map(|column| column_name(column, lang)).unwrap_or_default();
        notes.push(m::ONE_OF_UNLIKE.fill(lang, &[("column", &column), ("name", &one.name)]));
        // A measure is named with its unit anyway.
        if column_of(&one).is_some_and(|column| column.role != Role::Kind) {
            let unit = unit_of_name(&one.name).filter(|unit| subtitle.contains(unit));
            names.push(unit.map_or(&*one.name, |unit| beside_unit(&one.name, unit)).to_owned());
        }
        plan.offers.extend(one.others);
        for target in plan.targets.iter_mut().flatten() {
            if let Action::Narrow(clauses) = target {
                clauses.push((one.column.clone(), one.id.clone()));
            }
        }
    }
    // A title that is of it by name says it once.
    let title = &plan.headings.title;
    names.retain(|name| !has_nameless(&table, lang) || !title.contains(name.as_str()));
    if !names.is_empty() {
        let name = names.join(SEPARATOR.get(lang));
        let title = std::mem::take(&mut plan.headings.title);
        plan.headings.title = m::TITLE_OF_ONE.fill(lang, &[("name", &name), ("title", &title)]);
    }
    plan.notes.splice(0..0, notes);
    // Another chart is of the same rows.
    plan.offers.extend(own.into_iter().map(|mut offer| {
        offer.actions.extend(choices.iter().cloned());
        offer
    }));
    plan
}
