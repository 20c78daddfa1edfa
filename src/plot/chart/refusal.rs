//! Why a selection is not drawn as asked, and what can be drawn.

use super::subject::Subject;
use super::{Offer, Refusal};
use crate::base::order::Order;
use crate::i18n::Message;
use crate::i18n::catalog::chart as m;
use crate::plot::tally::tally;
use crate::state::{Action, Mark, Measure};

/// How many values are offered.
pub(super) const OFFERED: usize = 5;

/// Another chart by its name.
pub(super) fn offer(s: &Subject, label: Message, actions: Vec<Action>) -> Offer {
    Offer { label: s.says(label), actions }
}

/// Another measure or mark.
pub(super) fn chart(s: &Subject, label: Message, measure: Measure, mark: Mark) -> Offer {
    offer(s, label, vec![s.change(|o| (o.measure, o.mark) = (measure, mark))])
}

/// How many rows there are.
pub(super) fn count(s: &Subject) -> Offer {
    chart(s, s.reading.terms().offer_count, Measure::Count, Mark::Auto)
}

/// A reason with a way on.
pub(super) fn refuse(s: &Subject, reason: Message, offers: Vec<Offer>) -> Refusal {
    Refusal { reason: s.says(reason), offers }
}

/// No row passes the filters.
pub(super) fn empty(s: &Subject) -> Refusal {
    refuse(s, m::NOTHING_TO_DRAW, vec![offer(s, m::OFFER_ALL_ROWS, vec![Action::LiftAll])])
}

/// Nothing to draw: no figures, or no column to group them by.
pub(super) fn nothing(s: &Subject) -> Refusal {
    let fresh = s.change(|o| {
        (o.measure, o.mark) = (Measure::Auto, Mark::Auto);
        for column in [&mut o.group, &mut o.split, &mut o.value] {
            column.clear();
        }
    });
    refuse(s, m::NOTHING_TO_DRAW, vec![offer(s, m::OFFER_FRESH, vec![fresh])])
}

/// Nothing has two times.
pub(super) fn no_line(s: &Subject) -> Refusal {
    let bars = offer(s, m::OFFER_BARS, vec![s.change(|o| o.mark = Mark::Auto)]);
    refuse(s, s.reading.terms().no_line, vec![bars])
}

/// Nothing adds up; what else there is.
pub(super) fn no_sum(s: &Subject, mut instead: Vec<Offer>) -> Refusal {
    instead.push(count(s));
    refuse(s, s.reading.terms().no_sum, instead)
}

/// One value of a column alone, for those with the most rows: code and number of rows.
pub(super) fn values(s: &Subject, column: &str, counts: &[(u32, usize)]) -> Vec<Offer> {
    let offer = |&(code, n): &(u32, usize)| {
        let entry = s.table.category(column)?.dictionary.get(code)?;
        let name = crate::words::entry_name(column, entry, s.lang);
        // The messages differ in what they call the value.
        let values = [("name", name.as_str()), ("series", name.as_str())];
        Some(Offer {
            label: s.reading.terms().offer_value.count(s.lang, n, &values),
            actions: vec![Action::Choose(column.to_owned(), entry.id.clone())],
        })
    };
    counts.iter().take(OFFERED).filter_map(offer).collect()
}

/// The values of a column with the most rows.
pub(crate) fn series(s: &mut Subject, column: &str) -> Vec<Offer> {
    let counts = (0..).zip(tally(s.engine, column));
    let mut counts: Vec<(u32, usize)> =
        counts.filter(|(_, n)| *n > 0).map(|(code, n)| (code, n as usize)).collect();
    counts.order_by_key(|&(_, n)| std::cmp::Reverse(n));
    values(s, column, &counts)
}

/// Areas, means and rows that a mark cannot show.
pub(super) fn needs_groups(s: &Subject, instead: Vec<Offer>) -> Refusal {
    refuse(s, s.reading.terms().needs_groups, instead)
}
