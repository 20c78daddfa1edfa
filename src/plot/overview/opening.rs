//! The chart that any table's overview opens on, as an editor would choose it: its measure over time, else by area, or
//! two measures against each other; rows are counted only where nothing is measured. Of rows that measure unlike things, one of these is shown.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::base::lang::Lang;
use crate::column::Role;
use crate::i18n::catalog::chart as m;
use crate::i18n::catalog::words::SEPARATOR;
use crate::plot::chart::{GROUP_BY, NO_SPLIT, Offer, Plan, Subject, others, plan_of_rows};
use crate::plot::tally::tally;
use crate::query::{Clause, Engine};
use crate::state::{Action, ChartOptions};
use crate::words::{column_name, entry_name};

/// One value to which rows are limited, because they measure unlike things.
struct One {
    column: String,
    id: String,
    name: String,
    /// What leads to the others.
    others: Vec<Offer>,
}

pub(super) fn chart(engine: &mut Engine, lang: Lang) -> Option<Plan> {
    let filter = engine.filter().clone();
    let ones = limit(engine, lang);
    let options = options(engine, lang);
    let chart =
        plan_of_rows(engine, &options, lang).ok().map(|plan| told(plan, engine, ones, lang));
    engine.set_filter(&filter);
    chart
}

/// Limits the selection to rows whose numbers can be taken together: to the indicator, and to the unit, that has the
/// most of them.
fn limit(engine: &mut Engine, lang: Lang) -> Vec<One> {
    let free = ChartOptions::default();
    let mut ones = Vec::new();
    // Once by indicator, once by unit.
    for _ in 0..2 {
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

/// What the chart is: the chart view's own choice and, where rows are only counted, groups that differ.
fn options(engine: &mut Engine, lang: Lang) -> ChartOptions {
    let free = ChartOptions::default();
    let mut s = Subject::plain(engine, &free, lang);
    if !s.measures().is_empty() {
        return free;
    }
    let keys: Vec<String> = GROUP_BY.into_iter().filter_map(|role| s.key(role)).collect();
    let differs = |s: &mut Subject, key: &String| {
        let mut counts = tally(s.engine, key);
        counts.retain(|&n| n > 0);
        counts.windows(2).any(|pair| pair[0] != pair[1])
    };
    let group = keys.into_iter().find(|key| differs(&mut s, key)).unwrap_or_default();
    let split = if group.is_empty() { String::new() } else { NO_SPLIT.to_owned() };
    ChartOptions { group, split, ..ChartOptions::default() }
}

/// The chart with what it leaves out: said above it, and one press away.
fn told(mut plan: Plan, engine: &mut Engine, ones: Vec<One>, lang: Lang) -> Plan {
    // Offers of another mark lead to the chart view, which composes its own.
    plan.offers.clear();
    let table = engine.table().clone();
    let column_of = |one: &One| table.column(&one.column);
    let mut notes = Vec::new();
    let mut names = Vec::new();
    for one in ones {
        let column = column_of(&one).map(|column| column_name(column, lang)).unwrap_or_default();
        notes.push(m::ONE_OF_UNLIKE.fill(lang, &[("column", &column), ("name", &one.name)]));
        // A measure is named with its unit anyway.
        if column_of(&one).is_some_and(|column| column.role != Role::Kind) {
            names.push(one.name);
        }
        plan.offers.extend(one.others);
        for target in plan.targets.iter_mut().flatten() {
            if let Action::Narrow(clauses) = target {
                clauses.push((one.column.clone(), one.id.clone()));
            }
        }
    }
    names.splice(0..0, one_area(engine, lang));
    if !names.is_empty() {
        let name = names.join(SEPARATOR.get(lang));
        let title = std::mem::take(&mut plan.headings.title);
        plan.headings.title = m::TITLE_OF_ONE.fill(lang, &[("name", &name), ("title", &title)]);
    }
    plan.notes.splice(0..0, notes);
    plan
}

/// The area that all rows are of, where there is one alone.
fn one_area(engine: &mut Engine, lang: Lang) -> Option<String> {
    let table = engine.table().clone();
    let key = &table.by_role(Role::Area)?.key;
    let counts = tally(engine, key);
    let mut present = (0_u32..).zip(counts).filter(|&(_, n)| n > 0);
    let (code, _) = present.next()?;
    let entry = table.category(key)?.dictionary.get(code)?;
    present.next().is_none().then(|| entry_name(key, entry, lang))
}
