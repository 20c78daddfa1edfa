//! Pictures of published figures.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::plain::is_plain;
use super::types::Picture;
use crate::base::lang::Lang;
use crate::chart::{Fill, ProgressPart, QuantityMark, QuantitySpec, Symbol};
use crate::i18n::Message;
use crate::i18n::catalog::overview as m;
use crate::model::{Dataset, Observation, Qualifier, Stage};
use crate::plot::fills::{extent, stage_fill};
use crate::words::{figure, observation_name, told};

/// How a picture is told.
pub(super) struct Told<'a> {
    pub data: &'a Dataset,
    pub mark: QuantityMark,
    /// Whether its parts are named in it; what stands in a card is named beside it.
    pub is_said: bool,
    /// Which part of the page it stands in: a page may show a figure in several, and no two of its elements have the
    /// same id.
    pub within: &'static str,
    pub lang: Lang,
}

impl Told<'_> {
    fn value(&self, o: &Observation) -> f64 {
        o.base_value(&self.data.units[o.unit]).and_then(|v| v.to_f64()).unwrap_or_default()
    }

    /// A figure as a part of a picture.
    pub(super) fn part(&self, id: u32, o: &Observation, label: String) -> ProgressPart {
        let fill = match stage_fill(self.data.told_stage(o).id()) {
            // What is in force is there: an area of it is as full as one of what is done.
            Fill::Tick => Fill::Solid,
            fill => fill,
        };
        ProgressPart {
            id,
            extent: extent(o.quantity.qualifier, self.value(o)),
            fill,
            hue: self.data.domain(o).hue(),
            label,
            tip: told(self.data, o, self.lang),
        }
    }

    fn said(&self, message: Message, o: &Observation) -> String {
        if !self.is_said {
            return String::new();
        }
        let (name, own) =
            (observation_name(self.data, o, self.lang), figure(self.data, o, self.lang));
        message
            .fill(self.lang, &[("name", &name), ("a", &own.to_string()), ("b", &own.to_string())])
    }

    /// The picture of some parts; a count of people is drawn as people, one of schools or homes as houses.
    fn of(&self, o: &Observation, parts: Vec<ProgressPart>) -> QuantitySpec {
        let domain = self.data.domain(o);
        QuantitySpec {
            prefix: format!("{}-{}", self.within, o.id),
            title: observation_name(self.data, o, self.lang),
            mark: self.mark,
            symbol: match (self.data.units[o.unit].kind.as_str(), domain.id.as_str()) {
                ("people", _) => Symbol::Person,
                (_, "education" | "housing") => Symbol::House,
                _ => Symbol::Square,
            },
            hue: domain.hue(),
            parts,
            ..QuantitySpec::default()
        }
    }
}

/// A share of a hundred: of people, where the package says so.
pub(super) fn hundred(t: &Told, o: &Observation, symbol: Symbol) -> Picture {
    let mut part = t.part(0, o, t.said(m::IN_HUNDRED, o));
    // Its unit may have a base of its own; what is drawn is the share as printed.
    part.extent.mid = o.quantity.value.to_f64().unwrap_or_default();
    let rest = if t.is_said { m::OTHERS.get(t.lang).to_owned() } else { String::new() };
    let spec = t.of(o, vec![part]);
    let whole = Decimal::ONE_HUNDRED.to_f64();
    Picture {
        spec: QuantitySpec { symbol, whole, whole_label: rest, ..spec },
        keys: vec![o.id.clone()],
    }
}

/// A result with the target that its release prints; of what is done, beside what is begun and not done yet.
pub(super) fn target(t: &Told, o: &Observation, target: &Observation) -> Picture {
    let message = match t.data.told_stage(o) {
        Stage::Completed => m::DONE,
        Stage::InProgress | Stage::Planned => m::UNDER_WAY,
        Stage::Standing => m::IS_NOW,
    };
    let mut parts = vec![t.part(0, o, t.said(message, o))];
    let mut keys = vec![o.id.clone()];
    if let Some(begun) = begun(t.data, o) {
        let mut more = t.part(1, begun, t.said(m::BEGUN, begun));
        more.extent.mid -= t.value(o);
        if more.extent.mid > 0.0 {
            parts.push(more);
            keys.push(begun.id.clone());
        }
    }
    let spec = t.of(o, parts);
    let (whole, whole_label) = (Some(t.value(target)), t.said(m::TARGET_IS, target));
    Picture { spec: QuantitySpec { whole, whole_label, ..spec }, keys }
}

/// What is begun of the same thing, of which what is done is a part by the release.
fn begun<'a>(data: &'a Dataset, o: &Observation) -> Option<&'a Observation> {
    let begun = &data.observations[o.part_of?];
    let is_alike = begun.indicator == o.indicator
        && begun.breakdown == o.breakdown
        && data.told_stage(begun) == Stage::InProgress
        && data.told_stage(o) == Stage::Completed
        && data.units[begun.unit].base == data.units[o.unit].base;
    let is_exact = [begun, o].iter().all(|o| o.quantity.qualifier == Qualifier::Eq);
    (is_alike && is_exact && is_plain(begun)).then_some(begun)
}

/// A part beside its whole.
pub(super) fn part(t: &Told, o: &Observation, whole: &Observation) -> Picture {
    let spec = t.of(o, vec![t.part(0, o, t.said(m::LEVEL, o))]);
    let (value, whole_label) = (Some(t.value(whole)), t.said(m::WHOLE, whole));
    Picture { spec: QuantitySpec { whole: value, whole_label, ..spec }, keys: vec![o.id.clone()] }
}

/// A figure by itself.
pub(super) fn alone(t: &Told, o: &Observation) -> Picture {
    Picture { spec: t.of(o, vec![t.part(0, o, t.said(m::LEVEL, o))]), keys: vec![o.id.clone()] }
}

/// Two figures beside one another.
pub(super) fn pair(t: &Told, figures: [&Observation; 2]) -> Picture {
    let part = |(id, o): (u32, &Observation)| t.part(id, o, t.said(m::LEVEL, o));
    let mut spec = t.of(figures[0], (0..).zip(figures).map(part).collect());
    if t.mark == QuantityMark::Level {
        // The second of two points on one axis is told from the first by its fill.
        spec.parts[1].fill = Fill::Hollow;
    }
    Picture { spec, keys: figures.map(|o| o.id.clone()).to_vec() }
}
