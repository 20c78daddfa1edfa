//! Why a selection is not drawn as asked, and what can be drawn.

use super::selection::Selection;
use super::{Offer, Refusal};
use crate::column::Role;
use crate::i18n::Message;
use crate::i18n::catalog::chart as m;
use crate::i18n::catalog::words::COMMA;
use crate::state::{Action, Mark, Measure, Options};

/// How many kinds or series are offered.
const OFFERED: usize = 5;

/// Figures of unlike units: one kind can be drawn, or their number.
pub(super) fn mixed(s: &Selection) -> Refusal {
    let names: Vec<String> = s
        .counts(Role::Kind, &s.rows)
        .iter()
        .take(OFFERED)
        .map(|&(code, _)| s.name(Role::Kind, code))
        .collect();
    let mut kinds = names.join(COMMA.get(s.lang));
    if s.counts(Role::Kind, &s.rows).len() > OFFERED {
        kinds += m::AND_MORE.get(s.lang);
    }
    let mut offers = kind_offers(s);
    offers.push(offer(s, m::OFFER_COUNT, count_instead()));
    Refusal { reason: m::MIXED.fill(s.lang, &[("kinds", &kinds)]), offers }
}

/// A chart of each kind's figures, most figures first.
pub(super) fn kind_offers(s: &Selection) -> Vec<Offer> {
    let kinds = s.counts(Role::Kind, &s.rows);
    let kind = |(code, n): (u32, usize)| Offer {
        label: m::OFFER_KIND.count(s.lang, n, &[("kind", &s.name(Role::Kind, code))]),
        actions: vec![
            Action::MeasureKind(s.id(Role::Kind, code)),
            Action::Measure(Measure::Figure),
            Action::Draw(Mark::Auto),
        ],
    };
    kinds.into_iter().take(OFFERED).map(kind).collect()
}

/// The kind asked for has no figure in the selection.
pub(super) fn no_kind(s: &Selection, kind: &str) -> Refusal {
    let code = s.table.category_by_role(Role::Kind).and_then(|c| c.dictionary.code(kind));
    let name = code.map_or_else(|| kind.to_owned(), |code| s.name(Role::Kind, code));
    let all = offer(s, m::OFFER_ALL_KINDS, vec![Action::MeasureKind(String::new())]);
    Refusal { reason: m::NO_KIND.fill(s.lang, &[("kind", &name)]), offers: vec![all] }
}

/// Nothing to draw: a table without figures or without a column to group them by.
pub(super) fn nothing(s: &Selection) -> Refusal {
    let fresh = vec![
        Action::Measure(Measure::Auto),
        Action::Draw(Mark::Auto),
        Action::Group(String::new()),
        Action::Split(String::new()),
    ];
    let fresh = offer(s, m::OFFER_FRESH, fresh);
    Refusal { reason: m::NOTHING_TO_DRAW.get(s.lang).to_owned(), offers: vec![fresh] }
}

/// Nothing adds up: standards, rates, targets.
pub(super) fn no_sum(s: &Selection) -> Refusal {
    Refusal { reason: m::NO_SUM.get(s.lang).to_owned(), offers: instead_of_sum(s) }
}

/// What would be added up is of several series, whose amounts may contain one another.
pub(super) fn overlap(s: &Selection, summed: &[usize]) -> Refusal {
    let Some(column) = s.key(Role::Series) else { return no_sum(s) };
    let several = s.counts(Role::Series, summed).into_iter().filter(|&(_, n)| n > 1);
    let mut offers: Vec<Offer> = several
        .take(OFFERED)
        .map(|(code, n)| Offer {
            label: m::OFFER_SERIES.count(s.lang, n, &[("series", &s.name(Role::Series, code))]),
            actions: vec![Action::Choose(column.to_owned(), s.id(Role::Series, code))],
        })
        .collect();
    if offers.is_empty() {
        offers = instead_of_sum(s);
    } else {
        offers.push(offer(s, m::OFFER_COUNT, count_instead()));
    }
    Refusal { reason: m::OVERLAP.get(s.lang).to_owned(), offers }
}

/// No series has figures of two times.
pub(super) fn no_line(s: &Selection) -> Refusal {
    let bars = offer(s, m::OFFER_BARS, vec![Action::Draw(Mark::Auto)]);
    Refusal { reason: m::NO_TIME.get(s.lang).to_owned(), offers: vec![bars] }
}

/// A mark that cannot show the measure asked for.
pub(super) fn clash(s: &Selection, o: &Options) -> Refusal {
    let (reason, measure) = match o.mark {
        Mark::Line => (m::LINE_NEEDS_FIGURES, (m::OFFER_FIGURES, Measure::Figure)),
        _ => (m::GRID_NEEDS_GROUPS, (m::OFFER_COUNT, Measure::Count)),
    };
    let mut offers = vec![offer(s, m::OFFER_MARK, vec![Action::Draw(Mark::Auto)])];
    if o.mark != Mark::Line {
        offers.push(offer(s, measure.0, vec![Action::Measure(measure.1)]));
    }
    Refusal { reason: reason.get(s.lang).to_owned(), offers }
}

/// A chart of numbers that published figures, each of a meaning of its own, do not make.
pub(super) fn of_measures(s: &Selection) -> Refusal {
    let fresh = vec![Action::Measure(Measure::Auto), Action::Draw(Mark::Auto)];
    Refusal {
        reason: m::NEEDS_MEASURES.get(s.lang).to_owned(),
        offers: vec![offer(s, m::OFFER_MARK, fresh)],
    }
}

/// A log scale without a positive value.
pub(super) fn nothing_on_log(s: &Selection) -> Refusal {
    let linear = offer(s, m::OFFER_LINEAR, vec![Action::Log(false)]);
    Refusal { reason: m::NOTHING_ON_LOG.get(s.lang).to_owned(), offers: vec![linear] }
}

fn instead_of_sum(s: &Selection) -> Vec<Offer> {
    let mut offers = if s.counts(Role::Kind, &s.rows).len() > 1 {
        kind_offers(s)
    } else {
        vec![offer(
            s,
            m::OFFER_FIGURES,
            vec![Action::Measure(Measure::Figure), Action::Draw(Mark::Auto)],
        )]
    };
    offers.push(offer(s, m::OFFER_COUNT, count_instead()));
    offers
}

fn count_instead() -> Vec<Action> {
    vec![Action::Measure(Measure::Count), Action::Draw(Mark::Auto)]
}

pub(super) fn offer(s: &Selection, label: Message, actions: Vec<Action>) -> Offer {
    Offer { label: label.get(s.lang).to_owned(), actions }
}
