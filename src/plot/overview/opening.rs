//! The chart that any table's overview opens on, as an editor would choose it: its measure over time, else by area, or
//! two measures against each other; rows are counted only where nothing is measured. Of rows that measure unlike things, one of these is shown.

use super::reached;
use crate::base::lang::Lang;
use crate::column::Role;
use crate::i18n::catalog::chart as m;
use crate::plot::chart::{
    GROUP_BY, NO_SPLIT, One, Plan, Subject, Telling, has_order, limit, mark_of, one_told,
    plan_of_rows, several_chart, several_tellings, split_chart, split_tellings, tellings_of_rows,
};
use crate::plot::tally::{only, tally};
use crate::query::{Clause, Engine, Filter};
use crate::state::{Action, ChartOptions, Mark};
use crate::words::entry_name;

/// Other things that rows measure of which a figure is told.
const OTHERS: usize = 3;

pub(super) fn chart(engine: &mut Engine, lang: Lang) -> Option<Plan> {
    let mut subject = Subject::plain(engine, &ChartOptions::default(), lang);
    if let Some(plan) = split_chart(&mut subject).or_else(|| several_chart(&mut subject)) {
        return Some(plan);
    }
    let filter = engine.filter().clone();
    let ones = limit(engine, lang);
    let is_limited = !ones.is_empty();
    let options = options(engine, lang);
    let chart = plan_of_rows(engine, &options, lang).ok().map(|mut plan| {
        // Offers of another mark lead to the chart view, which composes its own. Those of totals left out are filters.
        let filters = |action: &Action| !matches!(action, Action::Chart(_));
        plan.offers.retain(|offer| offer.actions.iter().all(filters));
        if let Some(area) = one_area(engine, lang) {
            let title = std::mem::take(&mut plan.headings.title);
            let values = [("name", area.as_str()), ("title", &title)];
            plan.headings.title = m::TITLE_OF_ONE.fill(lang, &values);
        }
        one_told(plan, engine, ones, lang)
    });
    engine.set_filter(&filter);
    // One bar of several unlike things says no more than a fact does.
    chart.filter(|plan| !is_limited || plan.spec.data.len() > 1)
}

/// The figures that this chart shows first, one by one.
pub(in crate::plot) fn tellings(engine: &mut Engine, lang: Lang) -> Vec<Telling> {
    if let Some(own) = reached::of(engine, lang) {
        return own.tellings;
    }
    let free = ChartOptions::default();
    let mut subject = Subject::plain(engine, &free, lang);
    for found in [split_tellings(&mut subject), several_tellings(&mut subject)] {
        if !found.is_empty() {
            return found;
        }
    }
    let filter = engine.filter().clone();
    let ones = limit(engine, lang);
    let options = options(engine, lang);
    let mut found = tellings_of_rows(engine, &options, lang);
    // Of rows that measure unlike things one is drawn, and one figure of each other is told.
    if let Some((column, id)) = ones.first().map(One::value) {
        let others = others(engine, &filter, column, id);
        for other in others {
            engine.set_filter(&filter);
            engine.set(column, Clause::AnyOf([other].into()));
            limit(engine, lang);
            found.extend(tellings_of_rows(engine, &free, lang).into_iter().next());
        }
    }
    engine.set_filter(&filter);
    found
}

/// Some other values of a column that rows have under a filter.
fn others(engine: &mut Engine, filter: &Filter, column: &str, id: &str) -> Vec<String> {
    engine.set_filter(filter);
    let table = engine.table().clone();
    let Some(category) = table.category(column) else { return Vec::new() };
    let counts = tally(engine, column);
    let present = (0..).zip(counts).filter(|(_, n)| *n > 0);
    let entries = present.filter_map(|(code, _)| category.dictionary.get(code));
    entries.map(|entry| entry.id.clone()).filter(|own| own != id).take(OTHERS).collect()
}

/// What the chart is: the chart view's own choice and, where rows are only counted, groups that differ.
fn options(engine: &mut Engine, lang: Lang) -> ChartOptions {
    let free = ChartOptions::default();
    let mut s = Subject::plain(engine, &free, lang);
    if !s.measures().is_empty() {
        let opens = mark_of(&mut s);
        return match s.key(Role::Area).filter(|_| opens == Some(Mark::Bar)) {
            Some(group) if s.distinct_of(Role::Area) > 1 => ChartOptions { group, ..free },
            _ => free,
        };
    }
    let group = counted_by(&mut s).unwrap_or_default();
    let split = if group.is_empty() { String::new() } else { NO_SPLIT.to_owned() };
    ChartOptions { group, split, ..ChartOptions::default() }
}

/// The column by whose values rows are counted: the last whose values have an order of their own, as answers have, which stand
/// behind what is said of those who answer; else the first by role, then of all, of which several rows have a value. Names
/// of single rows are counted by nobody.
fn counted_by(s: &mut Subject) -> Option<String> {
    let table = s.table.clone();
    let rows = s.engine.matching();
    let mut columns: Vec<(&str, bool)> = Vec::new();
    let roles = GROUP_BY.into_iter().filter_map(|role| table.by_name(role));
    for column in roles.chain(table.categories().map(|(column, _)| column)) {
        if column.role != Role::Text && columns.iter().all(|(key, _)| *key != column.key) {
            columns.push((&column.key, has_order(column)));
        }
    }
    columns.retain(|(key, _)| {
        let groups = s.distinct(key);
        groups > 1 && groups * 2 <= rows.max(4)
    });
    let ordered = table.categories().map(|(column, _)| column.key.as_str());
    let ordered = ordered.filter(|key| columns.contains(&(*key, true))).last();
    if let Some(key) = ordered {
        return Some(key.to_owned());
    }
    let differs = |s: &mut Subject, key: &str| {
        let mut counts = tally(s.engine, key);
        counts.retain(|&n| n > 0);
        counts.windows(2).any(|pair| pair[0] != pair[1])
    };
    let found = columns.iter().find(|(key, _)| differs(s, key)).or(columns.first());
    found.map(|(key, _)| (*key).to_owned())
}

/// The area that all rows are of, where there is one alone.
fn one_area(engine: &mut Engine, lang: Lang) -> Option<String> {
    let table = engine.table().clone();
    let key = &table.by_role(Role::Area)?.key;
    let entry = table.category(key)?.dictionary.get(only(engine, key)?)?;
    Some(entry_name(key, entry, lang))
}
