//! Measure and mark of published figures: of one kind they are shown themselves, of unlike kinds only counted; sums stay
//! within one series.

use super::{Published, lines};
use crate::column::Role;
use crate::i18n::catalog::chart as m;
use crate::i18n::catalog::words::COMMA;
use crate::plot::chart::choice::Asked;
use crate::plot::chart::refusal::{
    OFFERED, chart, count, needs_groups, no_line, no_sum, offer, refuse, values,
};
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{Offer, Refusal};
use crate::state::{Mark, Measure};
use crate::words::amid;

/// Mark and measure, or why they cannot be drawn.
pub(super) fn settle(p: &Published, s: &Subject) -> Result<Asked, Refusal> {
    if p.rows.is_empty() {
        return Err(no_kind(p, s));
    }
    let mark = s.options.mark;
    if s.options.measure == Measure::Mean || matches!(mark, Mark::Scatter | Mark::Histogram) {
        // Each figure has a meaning of its own.
        let fresh = chart(s, m::OFFER_MARK, Measure::Auto, Mark::Auto);
        return Err(refuse(s, m::NEEDS_MEASURES, vec![fresh]));
    }
    let measure = measure(p, s);
    match measure {
        Measure::Figure => check_figures(p, s)?,
        Measure::Sum => check_sum(p, s)?,
        _ => {}
    }
    if mark == Mark::Line && measure != Measure::Figure {
        let fits = offer(s, m::OFFER_MARK, vec![s.change(|o| o.mark = Mark::Auto)]);
        return Err(refuse(s, m::LINE_NEEDS_FIGURES, vec![fits]));
    }
    Ok(Asked { measure, mark, value: None })
}

fn is_mixed(p: &Published, rows: &[usize]) -> bool {
    p.counts(Role::Kind, rows).len() > 1
}

/// Figures of one kind are shown themselves; of unlike ones only their number can be compared.
fn measure(p: &Published, s: &Subject) -> Measure {
    match (s.options.measure, s.options.mark) {
        (Measure::Auto, Mark::Line) => Measure::Figure,
        (Measure::Auto, Mark::Matrix | Mark::Treemap) => {
            let sums = !p.summed().is_empty() && p.is_one_series(&p.rows);
            if sums { Measure::Sum } else { Measure::Count }
        }
        (Measure::Auto, _) if !is_mixed(p, &p.rows) => Measure::Figure,
        (Measure::Auto, _) => Measure::Count,
        (measure, _) => measure,
    }
}

fn check_figures(p: &Published, s: &Subject) -> Result<(), Refusal> {
    let is_positive = |&row: &usize| {
        let value = p.table.measure().and_then(|figures| figures.float(row));
        value.is_some_and(|value| value > 0.0)
    };
    let has_line = || lines::threads(p).iter().any(|thread| thread.is_line(p));
    match s.options.mark {
        _ if is_mixed(p, &p.rows) => Err(mixed(p, s)),
        Mark::Matrix | Mark::Treemap => {
            let fits = offer(s, m::OFFER_MARK, vec![s.change(|o| o.mark = Mark::Auto)]);
            let counted = offer(s, m::OFFER_COUNT, vec![s.change(|o| o.measure = Measure::Count)]);
            Err(needs_groups(s, vec![fits, counted]))
        }
        Mark::Line if !has_line() => Err(no_line(s)),
        _ if s.options.log && !p.rows.iter().any(is_positive) => {
            let linear = offer(s, m::OFFER_LINEAR, vec![s.change(|o| o.log = false)]);
            Err(refuse(s, m::NOTHING_ON_LOG, vec![linear]))
        }
        _ => Ok(()),
    }
}

fn check_sum(p: &Published, s: &Subject) -> Result<(), Refusal> {
    let summed = p.summed();
    if summed.is_empty() {
        return Err(no_sum(s, instead_of_sum(p, s)));
    }
    if !p.is_one_series(&summed) {
        return Err(overlap(p, s, &summed));
    }
    if is_mixed(p, &summed) { Err(mixed(p, s)) } else { Ok(()) }
}

/// Figures of unlike units: one kind can be drawn, or their number.
fn mixed(p: &Published, s: &Subject) -> Refusal {
    let all = p.counts(Role::Kind, &p.rows);
    let names: Vec<String> = all
        .iter()
        .take(OFFERED)
        .map(|&(code, _)| amid(&p.name(Role::Kind, code), s.lang))
        .collect();
    let mut kinds = names.join(COMMA.get(s.lang));
    if all.len() > OFFERED {
        kinds += m::AND_MORE.get(s.lang);
    }
    let mut offers = kind_offers(p, s);
    offers.push(count(s));
    Refusal { reason: m::MIXED.fill(s.lang, &[("kinds", &kinds)]), offers }
}

/// A chart of each kind's figures, most figures first.
fn kind_offers(p: &Published, s: &Subject) -> Vec<Offer> {
    let kind = |(code, n): (u32, usize)| Offer {
        label: m::OFFER_KIND.count(p.lang, n, &[("kind", &p.name(Role::Kind, code))]),
        actions: vec![s.change(|o| {
            o.kind = p.id(Role::Kind, code);
            (o.measure, o.mark) = (Measure::Figure, Mark::Auto);
        })],
    };
    p.counts(Role::Kind, &p.rows).into_iter().take(OFFERED).map(kind).collect()
}

/// The kind asked for has no figure in the selection.
fn no_kind(p: &Published, s: &Subject) -> Refusal {
    let kind = &s.options.kind;
    let code = p.table.category_by_role(Role::Kind).and_then(|c| c.dictionary.code(kind));
    let name = code.map_or_else(|| kind.clone(), |code| p.name(Role::Kind, code));
    let all = offer(s, m::OFFER_ALL_KINDS, vec![s.change(|o| o.kind.clear())]);
    Refusal { reason: m::NO_KIND.fill(s.lang, &[("kind", &name)]), offers: vec![all] }
}

/// What would be added up is of several series, whose amounts may contain one another.
fn overlap(p: &Published, s: &Subject, summed: &[usize]) -> Refusal {
    let mut several = p.counts(Role::Series, summed);
    several.retain(|&(_, n)| n > 1);
    let mut offers = p.key(Role::Series).map(|key| values(s, key, &several)).unwrap_or_default();
    if offers.is_empty() {
        offers = instead_of_sum(p, s);
    }
    offers.push(count(s));
    refuse(s, m::OVERLAP, offers)
}

fn instead_of_sum(p: &Published, s: &Subject) -> Vec<Offer> {
    if is_mixed(p, &p.rows) {
        return kind_offers(p, s);
    }
    vec![chart(s, m::OFFER_FIGURES, Measure::Figure, Mark::Auto)]
}

/// Figures of unlike kinds are offered kind by kind.
pub(super) fn offers(p: &Published, s: &Subject) -> Vec<Offer> {
    if is_mixed(p, &p.rows) { kind_offers(p, s) } else { Vec::new() }
}
