//! Published figures as points of a poster, in the order of how many people they reach.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::written;
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::PosterPoint;
use crate::i18n::catalog::words::SEPARATOR;
use crate::model::{Dataset, Observation, Role, Stage};
use crate::plot::overview::{is_plain, picture_of, short};
use crate::words::{amid, claim, figure, listed, observation_name, span_of_sum};

/// The most figures that are offered.
const MOST: usize = 30;

/// Published figures in one language.
pub(super) struct Points<'a> {
    pub(super) data: &'a Dataset,
    pub(super) lang: Lang,
    /// Whether figures of several places stand side by side, so that each names its own.
    pub(super) name_places: bool,
}

impl Points<'_> {
    /// Where, when, and how far where that is not done.
    pub(super) fn beside(&self, o: &Observation) -> String {
        let place =
            if self.name_places { short(self.data, o.place, self.lang) } else { String::new() };
        let is_open = matches!(self.data.told_stage(o), Stage::Planned | Stage::InProgress);
        let stage = if is_open { claim(self.data, o, self.lang) } else { String::new() };
        let stage = amid(&stage, self.lang);
        listed([place, span_of_sum(self.data, o, self.lang), stage], SEPARATOR, self.lang)
    }

    /// A figure with its name and, where it has one, its small picture.
    pub(super) fn point(&self, o: &Observation) -> PosterPoint {
        PosterPoint {
            id: o.id.clone(),
            key: Some(o.id.clone()),
            hue: self.data.domain(o).hue(),
            name: observation_name(self.data, o, self.lang),
            beside: self.beside(o),
            picture: picture_of(self.data, o, self.lang).map(|picture| Box::new(picture.spec)),
            ..written(&figure(self.data, o, self.lang))
        }
    }

    /// What may stand as a point beside a lead: people and households first, the most of them first; then money; then
    /// all else. Of an indicator there is one figure, and of the lead's none.
    pub(super) fn candidates(
        &self,
        rows: &[usize],
        lead: Option<&Observation>,
    ) -> Vec<PosterPoint> {
        let data = self.data;
        let is_point = |o: &&Observation| {
            is_plain(o)
                && matches!(o.role, Role::Actual | Role::Share)
                && o.stage != Stage::Planned
                && lead.is_none_or(|lead| lead.indicator != o.indicator)
        };
        let all = rows.iter().filter_map(|&row| data.observations.at(row));
        let mut found: Vec<(&Observation, usize, Decimal)> = all
            .filter(is_point)
            .map(|o| {
                let class = reach(&data.units[o.unit].kind);
                // Amounts of unlike units are in no order.
                let counted = if class < OTHERS { o.base_value(&data.units[o.unit]) } else { None };
                (o, class, counted.unwrap_or_default())
            })
            .collect();
        found.order_by_key(|(o, class, value)| (*class, o.part_of.is_some(), Reverse(*value)));
        let mut chosen: Vec<&Observation> = Vec::new();
        for (o, ..) in found {
            let is_new = chosen.iter().all(|other| other.indicator != o.indicator);
            if is_new && chosen.len() < MOST {
                chosen.push(o);
            }
        }
        chosen.into_iter().map(|o| self.point(o)).collect()
    }
}

/// The class of units that count neither people nor money.
pub(super) const OTHERS: usize = 2;

/// Whether a kind of unit counts people, or money, or anything else.
pub(super) fn reach(kind: &str) -> usize {
    match kind {
        "people" | "households" => 0,
        "money" => 1,
        _ => OTHERS,
    }
}
