//! The chart a reader composes: any selection comes to a chart that can be read, or to a refusal that says why and
//! offers what can be drawn.
//!
//! One plan for published figures and for any table: `choose` settles measure, columns and mark, or refuses; groups of
//! rows become a [`ChartSpec`](crate::chart::ChartSpec) with the words around it and the same content as a listing. What
//! a row is, a `Reading` knows; so do single figures, lines, scatters and histograms, which are its
//! own.

mod amount;
mod choice;
mod choose;
mod controls;
mod crossing;
mod groups;
mod meant;
mod picker;
mod plain;
mod published;
mod refusal;
mod sentence;
mod side;
mod subject;
mod terms;
mod totals;
mod types;

use crate::base::lang::Lang;
use crate::column::{Data, Ends, Meaning};
use crate::i18n::catalog::chart as m;
use crate::i18n::catalog::words::SEPARATOR;
use crate::model::Dataset;
use crate::plot::Rows;
use crate::plot::measure::measures;
use crate::plot::tally::tally;
use crate::query::Engine;
use crate::state::{ChartOptions, Mark, Measure};
use crate::words::{entry_name, listed};
use choice::Choice;
use choose::choose;
use published::Published;

pub(crate) use amount::Amount;
pub(crate) use choice::GROUP_BY;
pub use choice::NO_SPLIT;
pub use controls::Controls;
pub(in crate::plot) use meant::{Meant, meant};
pub use picker::{Item, Picker, Switch};
pub(crate) use plain::{
    MOST_STEPS, One, Telling, frame, limit, one_told, several_chart, several_tellings, split_chart,
    split_tellings,
};
pub use sentence::{Choices, Sentence};
pub(crate) use side::{Side, has_order, hue_of, told_label, total_named, total_tag, value_label};
pub(crate) use subject::Subject;
pub(in crate::plot) use totals::{beside as without_totals, notes as totals_left_out};
pub(in crate::plot) use types::open;
pub use types::{Headings, Listing, Offer, Plan, Refusal};

/// Put before every id of the chart on the page.
const PREFIX: &str = "chart";
/// The most marks of single figures, rows of groups, or small multiples a chart shows.
const MOST_ROWS: usize = 24;
/// No more kinds of marks are named.
const MARKS: usize = 5;
/// Further measures of which a figure is told.
const TOLD: usize = 4;
/// The most small multiples.
const MOST_PANELS: usize = 12;

/// The chart of what an engine selects, under a reader's options: of published figures where the rows are such, else of
/// the table's columns by their roles.
///
/// # Errors
/// A [`Refusal`] where no honest chart can be drawn: its reason and what can be drawn instead.
pub fn plan(
    engine: &mut Engine,
    rows: Rows<&Dataset>,
    options: &ChartOptions,
    lang: Lang,
) -> Result<Plan, Refusal> {
    let Rows::Published(data) = rows else { return plan_of_rows(engine, options, lang) };
    let table = engine.table().clone();
    let reading = Published::new(&table, data, engine, options, lang);
    let mut subject = Subject::new(engine, &reading.named(options), lang, &reading);
    drawn(&mut subject).map(|(_, plan)| plan)
}

/// The chart of what an engine selects of any table.
pub(crate) fn plan_of_rows(
    engine: &mut Engine,
    options: &ChartOptions,
    lang: Lang,
) -> Result<Plan, Refusal> {
    let (plan, ones) = plain::of_one(engine, options, lang, |engine| {
        let mut subject = Subject::plain(engine, options, lang);
        let (choice, mut plan) = drawn(&mut subject)?;
        plan.finding = plain::finding(&mut subject, &choice, &plan).unwrap_or_default();
        Ok(with_totals(&mut subject, &choice, plan))
    });
    plan.map(|plan| one_told(plan, engine, ones, lang))
}

/// The figures that the chart of any table shows first, one by one, and the first of each of its other measures.
pub(crate) fn tellings_of_rows(
    engine: &mut Engine,
    options: &ChartOptions,
    lang: Lang,
) -> Vec<Telling> {
    let told = |engine: &mut Engine, options: &ChartOptions| {
        let mut subject = Subject::plain(engine, options, lang);
        let Ok((choice, plan)) = drawn(&mut subject) else { return (None, Vec::new()) };
        let found = plain::tellings(&mut subject, &choice, &plan);
        let is_grouped = choice.mark == Mark::Line || choice.group.is_some();
        (choice.value.filter(|_| is_grouped), found)
    };
    let ask = |engine: &mut Engine| {
        let (own, mut found) = told(engine, options);
        let Some(own) = own else { return found };
        let others = measures(engine.table()).map(|column| column.key.clone());
        let others: Vec<String> = others.filter(|key| *key != own).take(TOLD).collect();
        for value in others {
            let options = ChartOptions { value, ..options.clone() };
            found.extend(told(engine, &options).1.into_iter().next());
        }
        found
    };
    plain::of_one(engine, options, lang, ask).0
}

/// The mark that a chart takes, unless its parts are shares of a whole; `None` where it is refused.
pub(crate) fn mark_of(s: &mut Subject) -> Option<Mark> {
    choose(s).ok().filter(|choice| !choice.is_whole).map(|choice| choice.mark)
}

/// What a reader may change about the chart of what an engine selects.
#[must_use]
pub fn controls(
    engine: &mut Engine,
    rows: Rows<&Dataset>,
    options: &ChartOptions,
    lang: Lang,
) -> Controls {
    let Rows::Published(data) = rows else {
        let ask =
            |engine: &mut Engine| controls::controls(&mut Subject::plain(engine, options, lang));
        return plain::of_one(engine, options, lang, ask).0;
    };
    let table = engine.table().clone();
    let reading = Published::new(&table, data, engine, options, lang);
    controls::controls(&mut Subject::new(engine, &reading.named(options), lang, &reading))
}

fn drawn(s: &mut Subject) -> Result<(Choice, Plan), Refusal> {
    let choice = choose(s)?;
    let is_grouped = choice.measure != Measure::Figure
        && !matches!(choice.mark, Mark::Line | Mark::Scatter | Mark::Histogram);
    let reading = s.reading;
    let plan = if is_grouped { groups::plan(s, &choice) } else { reading.draw(s, &choice) };
    let mut plan = plan.ok_or_else(|| refusal::nothing(s))?;
    let measured: Vec<String> = match choice.mark {
        Mark::Scatter => plain::Axes::of(s).into_iter().flat_map(|axes| [axes.y, axes.x]).collect(),
        _ => choice.value.iter().cloned().collect(),
    };
    let named: Vec<(String, String)> =
        measured.into_iter().map(|key| (s.name(&key), key)).collect();
    plan.notes.extend(named.iter().filter_map(|(name, key)| marked(s.engine, (key, name), s.lang)));
    Ok((choice, plan))
}

/// How many of the numbers of a measure, by its key and name, are no plain ones: about right, bounds, ranges, provisional.
pub(in crate::plot) fn marked(
    engine: &mut Engine,
    (value, column): (&str, &str),
    lang: Lang,
) -> Option<String> {
    let table = engine.table().clone();
    let marks = table.marks_of(value)?;
    let Data::Category(category) = &marks.data else { return None };
    let counts = tally(engine, &marks.key);
    // Each range is of other ends: how many there are says more.
    let mut named: Vec<(String, u32)> = Vec::new();
    for (code, n) in (0..).zip(counts.iter().copied()).filter(|(_, n)| *n > 0) {
        let Some(entry) = category.dictionary.get(code) else { continue };
        let name = match Meaning::ends_of(&entry.id) {
            Some(Ends::Range) => m::MARKED_RANGE.get(lang).to_owned(),
            Some(Ends::Interval) => m::MARKED_INTERVAL.get(lang).to_owned(),
            None => entry_name(&marks.key, entry, lang),
        };
        match named.iter_mut().find(|(own, _)| *own == name) {
            Some((_, all)) => *all += n,
            None => named.push((name, n)),
        }
    }
    let said = |(name, n): &(String, u32)| {
        m::MARKED_SO.fill(lang, &[("name", name), ("n", &n.to_string())])
    };
    let list: Vec<String> = named.iter().map(said).collect();
    let rows = counts.iter().map(|&n| n as usize).sum();
    let list = listed(list.iter().take(MARKS), SEPARATOR, lang);
    (rows > 0).then(|| m::MARKED.count(lang, rows, &[("column", column), ("list", &list)]))
}

/// A chart that says which totals or parts its sums and means leave out, and leads there.
fn with_totals(s: &mut Subject, choice: &Choice, mut plan: Plan) -> Plan {
    if let Some(grouped) = totals::grouped(&s.table, choice) {
        let grouped: Vec<&str> = grouped.iter().map(String::as_str).collect();
        plan.notes.extend(totals::notes(s.engine, &grouped, s.lang));
        let is_single = matches!(choice.mark, Mark::Scatter | Mark::Histogram);
        plan.offers.extend(totals::offers(s.engine, &grouped, (&s.options, is_single), s.lang));
        plan.offers.extend(totals::offers_to_say(s.engine, s.lang));
    }
    plan
}

/// The line under a title: the unit and the period, as far as there are any.
fn subtitle(unit: String, period: String, lang: Lang) -> String {
    if unit.is_empty() || period.is_empty() {
        return unit + &period;
    }
    m::UNIT_AND_PERIOD.fill(lang, &[("a", &unit), ("b", &period)])
}
