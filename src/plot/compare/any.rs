//! Places of any table, by the roles of its columns: means of a measure, two places beside each other, and how many
//! rows there are of each.

use std::collections::BTreeSet;

use super::types::{ComparePlan, Menu, PairCell, PairRow, PairTable};
use super::{mirror, quotient};
use crate::base::lang::Lang;
use crate::chart::Fill;
use crate::column::{Role, Table};
use crate::i18n::catalog::words as w;
use crate::i18n::catalog::{chart as c, compare as m};
use crate::plot::chart::{
    NO_SPLIT, Offer, Plan, Refusal, marked, plan_of_rows, told_label, totals_left_out,
};
use crate::plot::coverage;
use crate::plot::known::{Known, slack};
use crate::plot::measure::{measures, own_unit};
use crate::plot::steps::Steps;
use crate::plot::tally::distinct;
use crate::query::{Clause, Engine, Groups};
use crate::state::{Action, ChartOptions, CompareOptions, Comparison, Mark, Measure};
use crate::words::{FigureText, column_name, entry_name, listed};

/// The most places to choose from.
const MOST_PLACES: usize = 400;
/// The most rows of two places.
const MOST_ROWS: usize = 200;

/// An area by its code.
type Area = (u32, String, String);

pub(super) fn plan(engine: &mut Engine, options: &CompareOptions, lang: Lang) -> ComparePlan {
    let table = engine.table().clone();
    let mut plan = ComparePlan::new(options.comparison);
    let Some(area) = table.by_role(Role::Area).map(|column| column.key.clone()) else {
        m::NEEDS_AREA.get(lang).clone_into(&mut plan.lead);
        return plan;
    };
    if options.comparison == Comparison::Coverage {
        add(coverage::of_rows(engine, &area, lang), &mut plan, lang);
        return plan;
    }
    let filter = engine.filter().clone();
    let period = last_period(engine, &table, lang);
    match options.comparison {
        Comparison::Pair => pair(engine, &table, &area, options, lang, &mut plan),
        _ => across(engine, &table, &area, options, lang, &mut plan),
    }
    if let Some(period) = period {
        engine.set_filter(&filter);
        plan.notes.insert(0, m::LAST_PERIOD.fill(lang, &[("period", &period)]));
    }
    plan
}

/// Places are compared in one period, the last of which most have rows, unless a reader chooses others: a mean over several
/// would set years beside each other of which some places have more than others. Which one, where there are several.
fn last_period(engine: &mut Engine, table: &Table, lang: Lang) -> Option<String> {
    // Unlike things may each have times of their own.
    if table.by_role(Role::Grain).is_some() || !unlike(engine, table).is_empty() {
        return None;
    }
    let steps = Steps::of(engine, usize::MAX).filter(|steps| steps.len() > 1)?;
    if engine.filter().get(&steps.column).is_some() {
        return None;
    }
    let most = steps.counts.iter().copied().max()?;
    let last = steps.counts.iter().rposition(|&rows| rows * 2 >= most)?;
    let (first, end) = *steps.spans.get(last)?;
    engine.set(&steps.column, Clause::During(Some(first), Some(end)));
    Some(steps.name(last, lang))
}

/// The view is called by what is seen in its one chart, and what that shows stands under it; where nothing is seen, by what it
/// shows.
fn entitle(plan: &mut ComparePlan, drawn: &mut Plan, lang: Lang) {
    let headings = &mut drawn.headings;
    if drawn.finding.is_empty() {
        plan.title.clone_from(&headings.title);
        return;
    }
    plan.title.clone_from(&drawn.finding);
    headings.subtitle = match headings.subtitle.as_str() {
        "" => headings.title.clone(),
        rest => c::UNIT_AND_PERIOD.fill(lang, &[("a", &headings.title), ("b", rest)]),
    };
}

fn add(drawn: Result<Plan, Refusal>, plan: &mut ComparePlan, lang: Lang) {
    // What else the chart view could draw changes nothing here.
    let is_chart = |action: &Action| matches!(action, Action::Chart(_));
    let filters = |offer: &Offer| !offer.actions.iter().any(is_chart);
    let offers = match drawn {
        Ok(mut drawn) => {
            let offers = std::mem::take(&mut drawn.offers);
            entitle(plan, &mut drawn, lang);
            plan.charts.push(drawn);
            offers
        }
        Err(refusal) => {
            plan.lead = refusal.reason;
            refusal.offers
        }
    };
    plan.offers = offers.into_iter().filter(filters).collect();
}

fn across(
    engine: &mut Engine,
    table: &Table,
    area: &str,
    options: &CompareOptions,
    lang: Lang,
    plan: &mut ComparePlan,
) {
    let columns = named_measures(table, lang);
    let asked = columns.iter().any(|(key, _)| *key == options.subject);
    let first = columns.first().map(|(key, _)| key.clone());
    let value = if asked { Some(options.subject.clone()) } else { first };
    let (measure, mark) = match value {
        Some(_) => (Measure::Mean, Mark::Bar),
        None => (Measure::Count, Mark::Auto),
    };
    let value = value.unwrap_or_default();
    if columns.len() > 1 {
        m::ACROSS_PLACES.get(lang).clone_into(&mut plan.behind);
        plan.subjects = Menu::plain(columns, value.clone());
    }
    if unlike(engine, table).is_empty() {
        plan.pers = quotient::menu(engine, &value, &options.per, lang);
    }
    if !plan.pers.chosen.is_empty() {
        match quotient::plan(engine, area, (&value, &plan.pers.chosen), lang) {
            Some(mut drawn) => {
                entitle(plan, &mut drawn, lang);
                plan.notes.push(m::PER_NOTE_ROWS.get(lang).to_owned());
                plan.charts.push(drawn);
            }
            None => m::NO_PER_HERE.get(lang).clone_into(&mut plan.lead),
        }
        return;
    }
    let options = ChartOptions {
        group: area.to_owned(),
        split: NO_SPLIT.to_owned(),
        measure,
        mark,
        value,
        ..ChartOptions::default()
    };
    add(plan_of_rows(engine, &options, lang), plan, lang);
}

/// Key and name of each measure.
fn named_measures(table: &Table, lang: Lang) -> Vec<(String, String)> {
    measures(table).map(|c| (c.key.clone(), column_name(c, lang))).collect()
}

/// The areas that have rows, the most rows first.
fn areas(engine: &mut Engine, table: &Table, key: &str, lang: Lang) -> Vec<Area> {
    let top = engine.top(key, None, MOST_PLACES);
    let Some(category) = table.category(key) else { return Vec::new() };
    let Some(column) = table.column(key) else { return Vec::new() };
    // A total is compared with its parts only by those who want to.
    let (totals, parts): (Vec<u32>, Vec<u32>) =
        top.into_iter().map(|(code, _)| code).partition(|&code| engine.is_total(key, code));
    let named = |code: u32| {
        let entry = category.dictionary.get(code)?;
        Some((code, entry.id.clone(), told_label(engine, column, code, lang)))
    };
    parts.into_iter().chain(totals).filter_map(named).collect()
}

fn pair(
    engine: &mut Engine,
    table: &Table,
    area: &str,
    options: &CompareOptions,
    lang: Lang,
    plan: &mut ComparePlan,
) {
    let areas = areas(engine, table, area, lang);
    let find = |id: &str| areas.iter().find(|(_, own, _)| own == id);
    let left = find(&options.left).or_else(|| areas.iter().find(|a| a.1 != options.right));
    let right = |left: &Area| {
        let other = |area: &&Area| area.0 != left.0;
        find(&options.right).filter(other).or_else(|| areas.iter().find(other))
    };
    let Some((left, right)) = left.and_then(|left| Some((left, right(left)?))) else {
        m::PAIR_FEW.get(lang).clone_into(&mut plan.lead);
        return;
    };
    let menu = |chosen: &Area, other: &Area| {
        let items = areas.iter().filter(|area| area.0 != other.0);
        let items = items.map(|(_, id, name)| (id.clone(), name.clone())).collect();
        Menu::plain(items, chosen.1.clone())
    };
    (plan.lefts, plan.rights) = (menu(left, right), menu(right, left));
    plan.title = m::PAIR_CAPTION.fill(lang, &[("a", &left.2), ("b", &right.2)]);
    let rows = rows(engine, table, area, (left.0, right.0), lang);
    if rows.is_empty() {
        m::NEEDS_MEASURE.get(lang).clone_into(&mut plan.lead);
        return;
    }
    plan.notes.push(m::MEAN_NOTE.get(lang).to_owned());
    plan.notes.extend(totals_left_out(engine, &[area], lang));
    let measures = named_measures(table, lang);
    let marks = measures.iter().filter_map(|(key, name)| marked(engine, (key, name), lang));
    plan.notes.extend(marks);
    let shown: Vec<&PairRow> = rows.iter().collect();
    plan.charts.extend(mirror::chart(&shown, [&left.2, &right.2], m::MEASURE.get(lang), lang));
    let header = [m::MEASURE.get(lang), &left.2, &right.2];
    plan.pair = Some(PairTable {
        caption: m::PAIR_CAPTION.fill(lang, &[("a", &left.2), ("b", &right.2)]),
        header: header.map(str::to_owned).to_vec(),
        rows,
        refused: String::new(),
    });
}

/// The columns whose values measure unlike things. Both: an indicator in two units is two things.
fn unlike(engine: &mut Engine, table: &Table) -> Vec<String> {
    let several = [Role::Series, Role::Kind].into_iter().filter_map(|role| {
        let key = table.by_role(role)?.key.clone();
        (distinct(engine, &key) > 1).then_some(key)
    });
    several.collect()
}

/// A row for each measure or, where rows measure unlike things, for each of these.
fn rows(
    engine: &mut Engine,
    table: &Table,
    area: &str,
    (left, right): (u32, u32),
    lang: Lang,
) -> Vec<PairRow> {
    let all_unlike = unlike(engine, table);
    let columns = named_measures(table, lang);
    let several = columns.len() > 1;
    let mut rows = Vec::new();
    for (key, column) in columns {
        // A measure that has a unit of its own is in no other.
        let has_unit = table.column(&key).is_some_and(|c| own_unit(c, lang).is_some());
        let is_of_it =
            |key: &&String| !has_unit || table.column(key).is_none_or(|c| c.role != Role::Kind);
        let unlike: Vec<&String> = all_unlike.iter().filter(is_of_it).collect();
        let by: Vec<&str> = unlike.iter().map(|key| key.as_str()).chain([area]).collect();
        let groups = engine.group_every(&by, &key);
        let slack = slack(engine, &key, &by, |table, row| {
            let code = |key: &&str| table.category(key)?.code(row);
            by.iter().map(code).collect::<Option<Vec<u32>>>()
        });
        for codes in identities(&groups, unlike.len()) {
            if rows.len() == MOST_ROWS {
                return rows;
            }
            let at = |area: u32| codes.iter().copied().chain([area]).collect::<Vec<u32>>();
            let known = |area: u32| {
                let (n, mean) = mean(&groups, &at(area))?;
                Some((n, Known::of(mean, (n, f64::from(n)), slack.get(&at(area)), lang)))
            };
            let Some((a, b)) = known(left).zip(known(right)) else { continue };
            let names: Vec<String> = unlike
                .iter()
                .zip(&codes)
                .filter_map(|(key, &code)| {
                    let entry = table.category(key)?.dictionary.get(code)?;
                    Some(entry_name(key, entry, lang))
                })
                .chain((several || unlike.is_empty()).then(|| column.clone()))
                .collect();
            rows.push(means(named(names, lang), &a, &b, lang));
        }
    }
    rows
}

/// What measures unlike things in a grouping, by the codes of its first columns, in the order of these.
fn identities(groups: &Groups, columns: usize) -> Vec<Vec<u32>> {
    let code = |at: usize| groups.codes.iter().take(columns).map(|c| c[at]).collect::<Vec<u32>>();
    let all: BTreeSet<Vec<u32>> = (0..groups.len()).map(code).collect();
    all.into_iter().filter(|codes| !codes.contains(&Groups::NO_CODE)).collect()
}

/// A name, with what else it takes to know it in brackets.
fn named(names: Vec<String>, lang: Lang) -> String {
    let mut names = names.into_iter();
    let first = names.next().unwrap_or_default();
    let rest: Vec<String> = names.collect();
    match rest.is_empty() {
        true => first,
        false => {
            let rest = rest.join(crate::i18n::catalog::words::COMMA.get(lang));
            w::PARENTHESIS.fill(lang, &[("a", &first), ("b", &rest)])
        }
    }
}

/// The rows with a number of a group, and their mean.
fn mean(groups: &Groups, codes: &[u32]) -> Option<(u32, f64)> {
    let is_own = |at: &usize| groups.codes.iter().zip(codes).all(|(c, own)| c[*at] == *own);
    let at = (0..groups.len()).find(is_own)?;
    let numbers = *groups.numbers.get(at)?;
    (numbers > 0).then(|| (numbers, groups.sum[at] / f64::from(numbers)))
}

/// Two means beside each other: how much one is of the other, or that their ranges overlap, so that nobody can tell.
fn means(name: String, left: &(u32, Known), right: &(u32, Known), lang: Lang) -> PairRow {
    let cell = |(n, known): &(u32, Known)| PairCell {
        figure: FigureText::of(known.text.clone()),
        extent: known.extent,
        fill: Fill::Solid,
        beside: listed(
            [m::MEAN_BESIDE.count(lang, *n as usize, &[]), known.flags.clone()],
            w::SEPARATOR,
            lang,
        ),
        key: None,
    };
    let untold = || m::UNTOLD.get(lang).to_owned();
    let (a, b) = (&left.1, &right.1);
    let overlap = a.order(b).is_none().then(|| m::RANGES_OVERLAP.get(lang).to_owned());
    PairRow {
        name,
        told: overlap.clone().unwrap_or_default(),
        left: cell(left),
        right: cell(right),
        ratio: a.times(b, lang).unwrap_or_else(untold),
        difference: a.apart(b, lang).unwrap_or_else(untold),
        reasons: overlap.into_iter().collect(),
        ..PairRow::default()
    }
}
