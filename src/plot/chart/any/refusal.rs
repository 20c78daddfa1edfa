//! Why a table is not drawn as asked, and what can be drawn.

use super::{Axes, Choice, Subject};
use crate::base::order::Order;
use crate::column::Role;
use crate::i18n::Message;
use crate::i18n::catalog::chart as m;
use crate::plot::chart::{Offer, Refusal};
use crate::plot::measure::adds_up;
use crate::plot::tally::{distinct, tally};
use crate::state::{Action, Mark, Measure};

/// How many values are offered.
const OFFERED: usize = 5;

fn offer(s: &Subject, label: Message, actions: Vec<Action>) -> Offer {
    Offer { label: label.get(s.lang).to_owned(), actions }
}

fn chart(s: &Subject, label: Message, measure: Measure, mark: Mark) -> Offer {
    offer(s, label, vec![Action::Measure(measure), Action::Draw(mark)])
}

fn fresh(s: &Subject) -> Offer {
    let actions = vec![
        Action::Measure(Measure::Auto),
        Action::Draw(Mark::Auto),
        Action::Group(String::new()),
        Action::Split(String::new()),
        Action::Value(String::new()),
    ];
    offer(s, m::OFFER_FRESH, actions)
}

fn refuse(s: &Subject, reason: Message, offers: Vec<Offer>) -> Refusal {
    Refusal { reason: reason.get(s.lang).to_owned(), offers }
}

pub(super) fn empty(s: &Subject) -> Refusal {
    refuse(s, m::NOTHING_TO_DRAW, vec![offer(s, m::OFFER_ALL_ROWS, vec![Action::LiftAll])])
}

pub(super) fn nothing(s: &Subject) -> Refusal {
    refuse(s, m::NOTHING_TO_DRAW, vec![fresh(s)])
}

pub(super) fn no_measure(s: &Subject) -> Refusal {
    refuse(s, m::NO_NUMBERS, vec![chart(s, m::MEASURE_ROWS, Measure::Count, Mark::Auto)])
}

pub(super) fn two_measures(s: &mut Subject) -> Refusal {
    let mut offers = vec![chart(s, m::OFFER_MARK, Measure::Auto, Mark::Auto)];
    if !s.measures().is_empty() && s.mixed().is_none() {
        offers.push(chart(s, m::MARK_HISTOGRAM, Measure::Auto, Mark::Histogram));
    }
    refuse(s, m::NEEDS_TWO_NUMBERS, offers)
}

pub(super) fn no_sum(s: &Subject) -> Refusal {
    let mean = chart(s, m::MEASURE_MEAN, Measure::Mean, Mark::Auto);
    refuse(s, m::NO_SUM_OF_RATES, vec![mean, chart(s, m::MEASURE_ROWS, Measure::Count, Mark::Auto)])
}

pub(super) fn areas_add(s: &Subject) -> Refusal {
    let bars = chart(s, m::MARK_BAR, Measure::Mean, Mark::Bar);
    refuse(s, m::AREAS_ADD, vec![bars, chart(s, m::MEASURE_ROWS, Measure::Count, Mark::Treemap)])
}

pub(super) fn needs_groups(s: &mut Subject) -> Refusal {
    let bars = chart(s, m::MEASURE_ROW, Measure::Figure, Mark::Auto);
    let grouped = match s.mixed() {
        Some(_) => chart(s, m::MEASURE_ROWS, Measure::Count, Mark::Auto),
        None => chart(s, m::MEASURE_MEAN, Measure::Mean, Mark::Auto),
    };
    refuse(s, m::GROUPS_NOT_ROWS, vec![bars, grouped])
}

pub(super) fn no_time(s: &Subject) -> Refusal {
    let bars = offer(s, m::OFFER_BARS, vec![Action::Draw(Mark::Auto)]);
    refuse(s, m::ONE_TIME, vec![bars])
}

/// Rows whose numbers mean unlike things: one series can be drawn, or how many rows there are.
pub(super) fn mixed(s: &mut Subject, column: &str) -> Refusal {
    let mut offers = series(s, column);
    offers.push(chart(s, m::MEASURE_ROWS, Measure::Count, Mark::Auto));
    let name = s.name(column);
    Refusal { reason: m::MIXED_ROWS.fill(s.lang, &[("column", &name)]), offers }
}

/// The values of a column with the most rows.
pub(crate) fn series(s: &mut Subject, column: &str) -> Vec<Offer> {
    let mut counts: Vec<(u32, u32)> =
        (0..).zip(tally(s.engine, column)).filter(|(_, n)| *n > 0).collect();
    counts.order_by_key(|&(_, n)| std::cmp::Reverse(n));
    let offer = |&(code, n): &(u32, u32)| {
        let entry = s.table.category(column)?.dictionary.get(code)?;
        let name = crate::words::entry_name(column, entry, s.lang);
        Some(Offer {
            label: m::OFFER_VALUE.count(s.lang, n as usize, &[("name", &name)]),
            actions: vec![Action::Choose(column.to_owned(), entry.id.clone())],
        })
    };
    counts.iter().take(OFFERED).filter_map(offer).collect()
}

/// Other charts of the same selection.
pub(super) fn offers(s: &mut Subject, choice: &Choice) -> Vec<Offer> {
    if let Some(column) = s.mixed() {
        return if choice.measure == Measure::Count { series(s, &column) } else { Vec::new() };
    }
    let mut offers = Vec::new();
    if choice.mark != Mark::Scatter && Axes::of(s).is_some() {
        offers.push(chart(s, m::MARK_SCATTER, Measure::Auto, Mark::Scatter));
    }
    let has_measure = !s.measures().is_empty();
    let times = s.key(Role::Time).map_or(0, |key| distinct(s.engine, &key));
    if choice.mark != Mark::Line && times > 1 {
        offers.push(chart(s, m::MARK_LINE, Measure::Auto, Mark::Line));
    }
    if choice.mark != Mark::Histogram && has_measure {
        offers.push(chart(s, m::MARK_HISTOGRAM, Measure::Auto, Mark::Histogram));
    }
    let adds = choice.value.as_deref().is_some_and(|key| adds_up(&s.table, key));
    if adds && choice.measure == Measure::Mean && choice.mark != Mark::Line {
        offers.push(chart(s, m::MEASURE_SUM, Measure::Sum, Mark::Auto));
    }
    offers
}
