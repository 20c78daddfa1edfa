//! The chart that any table's overview opens on, as an editor would choose it: its measure over time, else by area, or
//! two measures against each other; rows are counted only where nothing is measured. Of rows that measure unlike things, one of these is shown.

use crate::base::lang::Lang;
use crate::column::Role;
use crate::i18n::catalog::chart as m;
use crate::plot::chart::{
    GROUP_BY, NO_SPLIT, Plan, Subject, limit, mark_of, one_told, plan_of_rows, split_chart,
};
use crate::plot::tally::{only, tally};
use crate::query::Engine;
use crate::state::{Action, ChartOptions, Mark};
use crate::words::entry_name;

pub(super) fn chart(engine: &mut Engine, lang: Lang) -> Option<Plan> {
    if let Some(plan) = split_chart(&mut Subject::plain(engine, &ChartOptions::default(), lang)) {
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

/// The area that all rows are of, where there is one alone.
fn one_area(engine: &mut Engine, lang: Lang) -> Option<String> {
    let table = engine.table().clone();
    let key = &table.by_role(Role::Area)?.key;
    let entry = table.category(key)?.dictionary.get(only(engine, key)?)?;
    Some(entry_name(key, entry, lang))
}
