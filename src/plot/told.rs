//! What a view shows, value by value, in lines of text: what is copied with a view's sentences.

use super::chart::{Listing, Plan};
use super::compare::ComparePlan;
use super::ledger::LedgerPlan;
use super::overview::OverviewPlan;
use super::table::{HeaderPlan, Page};
use crate::base::lang::Lang;
use crate::chart::PosterSpec;
use crate::i18n::Message;
use crate::i18n::catalog::words::{BESIDE, NAMED};
use crate::i18n::catalog::{compare, data, export, ledger};
use crate::words::told_of;

/// How many lines are copied; the others are counted.
pub const MOST: usize = 20;

/// Columns whose values say themselves what they are. Of a column of any other name the name is said.
const PLAIN: &[Message] = &[
    data::INDICATOR,
    data::PLACE,
    data::TIME,
    data::VALUE,
    data::STAGE,
    data::DOMAIN,
    data::PROJECT,
    ledger::STATUS,
    compare::PLACE_ROW,
    compare::PERIOD,
    compare::FIGURE,
];

/// Columns that hold the figure itself: it is said first.
const FIGURE: &[Message] = &[data::VALUE, compare::FIGURE];

/// The first lines, and how many more there are of so many in all.
#[must_use]
pub fn shortened(mut lines: Vec<String>, total: usize, lang: Lang) -> Vec<String> {
    lines.truncate(MOST);
    if total > lines.len() && !lines.is_empty() {
        lines.push(export::AND_MORE.count(lang, total - lines.len(), &[]));
    }
    lines
}

/// A line a row: what it is, its figure, and all else that is known of it.
#[must_use]
pub fn of_listing(listing: &Listing, lang: Lang) -> Vec<String> {
    let is = |names: &[Message], name: &str| names.iter().any(|m| m.get(lang) == name);
    let figure = listing.header.iter().position(|name| is(FIGURE, name)).filter(|&at| at > 0);
    let others = (1..listing.header.len()).filter(|at| Some(*at) != figure);
    let order: Vec<usize> = figure.into_iter().chain(others).collect();
    let line = |row: &Vec<String>| {
        let told = |&at: &usize| {
            let (name, cell) = (listing.header.get(at)?, row.get(at).filter(|c| !c.is_empty())?);
            // A chart of one measure names it in its title, and here over all of its lines.
            let is_plain = is(PLAIN, name) || listing.header.len() == 2;
            Some(if is_plain { cell.clone() } else { named(name, cell, lang) })
        };
        let rest: Vec<String> = order.iter().filter_map(told).collect();
        told_of(row.first().map_or("", String::as_str), &rest, lang)
    };
    listing.rows.iter().map(line).collect()
}

/// What leads, then what leads the cards and is not told yet.
#[must_use]
pub fn of_overview(plan: &OverviewPlan, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for fact in &plan.facts {
        lines.push(told_of(&fact.name, &[fact.value.clone(), fact.note.clone()], lang));
    }
    for f in &plan.findings {
        let said = format!("{}{}{}", f.before, f.figure, f.after);
        lines.push(told_of(&f.head, &[said, f.when.clone()], lang));
    }
    lines.extend(plan.chart.iter().flat_map(|chart| of_listing(&chart.listing, lang)));
    let findings = plan.findings.iter().map(|finding| finding.key.as_str());
    let opened: Vec<&str> = plan.chart.iter().flat_map(opened).chain(findings).collect();
    for lead in plan.cards.iter().flat_map(|card| &card.leads) {
        if lead.key.as_deref().is_none_or(|key| !opened.contains(&key)) {
            lines.push(told_of(&lead.name, &[lead.figure.to_string(), lead.beside.clone()], lang));
        }
    }
    lines
}

/// What an overview finds first, by its place and time; `None` where it finds nothing by rule.
#[must_use]
pub fn first_of_overview(plan: &OverviewPlan, lang: Lang) -> Option<String> {
    if let Some(chart) = plan.chart.as_ref().filter(|chart| !chart.finding.is_empty()) {
        return Some(told_of(&chart.headings.title, [&chart.finding], lang));
    }
    let f = plan.findings.first()?;
    let place = plan.place.as_ref().map_or(&f.head, |place| &place.name);
    let said = format!("{}{}{}", f.before, f.figure, f.after);
    Some(told_of(place, &[said, f.when.clone()], lang))
}

/// Keys of the rows that a chart's marks open.
fn opened(plan: &Plan) -> impl Iterator<Item = &str> {
    plan.targets.iter().filter_map(|target| match target {
        Some(crate::state::Action::Open(key)) => Some(key.as_str()),
        _ => None,
    })
}

/// A line a promise, or another row of the ledger.
#[must_use]
pub fn of_ledger(plan: &LedgerPlan, lang: Lang) -> Vec<String> {
    of_listing(&plan.listing, lang)
}

/// The figures of every chart, or the two of each row.
#[must_use]
pub fn of_comparison(plan: &ComparePlan, lang: Lang) -> Vec<String> {
    if let Some(pair) = &plan.pair {
        let [left, right] = [1, 2].map(|at| pair.header.get(at).map_or("", String::as_str));
        let side = |name: &str, cell: &super::compare::PairCell| {
            let figure = cell.figure.to_string();
            let figure = if cell.beside.is_empty() {
                figure
            } else {
                BESIDE.fill(lang, &[("a", &figure), ("b", &cell.beside)])
            };
            named(name, &figure, lang)
        };
        let row = |row: &super::compare::PairRow| {
            told_of(&row.name, &[side(left, &row.left), side(right, &row.right)], lang)
        };
        return pair.rows.iter().map(row).collect();
    }
    let lines: Vec<String> =
        plan.charts.iter().flat_map(|chart| of_listing(&chart.listing, lang)).collect();
    lines
}

/// Rows of the table, with the columns it shows.
#[must_use]
pub fn of_rows(header: &HeaderPlan, page: &Page, lang: Lang) -> Vec<String> {
    let rows =
        page.rows.iter().map(|cells| cells.iter().map(super::table::CellContent::text).collect());
    let listing = Listing {
        header: header.shown.iter().map(|heading| heading.name.clone()).collect(),
        rows: rows.collect(),
    };
    of_listing(&listing, lang)
}

/// The figures of a poster, block by block, then its promises.
#[must_use]
pub fn of_poster(spec: &PosterSpec, lang: Lang) -> Vec<String> {
    let told = |p: &crate::chart::PosterPoint, when: &str| {
        told_of(&p.name, &[p.text.clone(), when.to_owned(), p.beside.clone()], lang)
    };
    let lead = (!spec.lead.name.is_empty()).then(|| told(&spec.lead, &spec.when));
    let figures = lead.into_iter().chain(spec.points.iter().map(|point| told(point, "")));
    let promises = spec.strip.iter().map(|p| told_of(&p.name, [&p.said], lang));
    figures.chain(promises).collect()
}

/// A value with the name of its column.
fn named(name: &str, value: &str, lang: Lang) -> String {
    if name.is_empty() {
        return value.to_owned();
    }
    NAMED.fill(lang, &[("name", name), ("value", value)])
}
