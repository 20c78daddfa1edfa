//! A figure of one place as charts of an indicator draw it, and what they say of it.

use super::survey::Survey;
use crate::chart::Extent;
use crate::i18n::catalog::compare as m;
use crate::i18n::catalog::words as w;
use crate::model::{Direction, Id, Observation};
use crate::plot::guard::{self, Facts, Reason, Weight, Wording};
use crate::words::is_cumulative;

/// A figure of one place, published or worked out, ready to be drawn.
#[derive(Clone)]
pub(super) struct Item<'a> {
    /// The figure that opening it opens.
    pub(super) id: Id<Observation>,
    pub(super) facts: Facts<'a>,
    /// In the unit of the axis.
    pub(super) extent: Extent,
    /// As readers write it.
    pub(super) label: String,
    /// What it was worked out from; empty for a published figure.
    pub(super) parts: String,
    /// What a reader must know of the figure by itself.
    pub(super) heed: Vec<String>,
}

impl Item<'_> {
    /// Whether it is a sum over several years.
    pub(super) fn is_over_years(&self, s: &Survey) -> bool {
        is_cumulative(s.at(self.id))
    }
}

/// What the charts of an indicator share.
pub(super) struct Axis {
    /// Name of what is drawn.
    pub(super) title: String,
    /// Unit.
    pub(super) unit: String,
    /// Which way is better.
    pub(super) direction: Direction,
    /// Whether lengths mean something: amounts, not rates.
    pub(super) is_amount: bool,
    /// Whether the figures are worked out here, and not printed.
    pub(super) is_ours: bool,
}

/// What is to be known of two figures before they are compared, in words: what weighs most where that forbids it. Years
/// are told of all figures together, and how far they have come by titles, where they are `titled`.
pub(super) fn heed(s: &Survey, a: &Item, b: &Item, titled: bool, word: Wording) -> Vec<String> {
    let mut verdict = guard::compare(&a.facts, &b.facts);
    let is_refused = verdict.is_refused();
    verdict.0.retain(|reason| {
        let is_told = matches!(reason, Reason::Years(..))
            || titled && matches!(reason, Reason::Stages(..) | Reason::Roles(..));
        !is_told && (!is_refused || reason.weight() == Weight::Refuse)
    });
    guard::reasons(&verdict, word, s.data, s.lang)
}

/// Which way is better, as the axis says it.
pub(super) fn direction(s: &Survey, direction: Direction) -> &'static str {
    match direction {
        Direction::Higher => m::UP_IS_BETTER,
        Direction::Lower => m::DOWN_IS_BETTER,
        Direction::None => m::NEITHER,
    }
    .get(s.lang)
}

/// Place, period and what else tells a figure from others.
pub(super) fn tip(s: &Survey, title: &str, item: &Item) -> String {
    let o = s.at(item.id);
    let parts = [s.place(o.place), &s.period(item.id), &s.what(item.id), &item.parts];
    let colon = w::COLON.get(s.lang);
    format!("{title}{colon}{}{}{}", item.label, w::SEPARATOR.get(s.lang), s.list(&parts))
}
