//! How published figures look, the same in every chart: fills of stages, ends of qualifiers, colours of fields.

use crate::base::lang::Lang;
use crate::chart::{Datum, Extent, Fill};
use crate::model::{Dataset, Observation, Qualifier, Stage};
use crate::words::{figure, told, vocabulary_word};

/// The fill of a stage, by its id: completed solid, under way hatched, planned hollow, standing a tick. Other words
/// are solid.
#[must_use]
pub fn stage_fill(id: &str) -> Fill {
    match id {
        "planned" => Fill::Hollow,
        "in_progress" => Fill::Hatched,
        "standing" => Fill::Tick,
        _ => Fill::Solid,
    }
}

/// Fills with the names of their stages, for legends: from the done to those in force.
#[must_use]
pub(super) fn stage_legend(lang: Lang) -> Vec<(Fill, String)> {
    let order = [Stage::Completed, Stage::InProgress, Stage::Planned, Stage::Standing];
    let item = |stage: Stage| (stage_fill(stage.id()), vocabulary_word("stage", stage.id(), lang));
    order.into_iter().map(item).collect()
}

/// A published figure as a mark at a value: with its ends, stage, colour and words.
#[must_use]
pub(super) fn mark(data: &Dataset, o: &Observation, value: f64, lang: Lang) -> Datum {
    Datum {
        extent: extent(o.quantity.qualifier, value),
        fill: stage_fill(data.told_stage(o).id()),
        hue: data.domain(o).hue(),
        label: figure(data, o, lang).to_string(),
        tip: told(data, o, lang),
        ..Datum::default()
    }
}

/// A value with the ends its qualifier leaves open: at least and over are open upwards, at most and under downwards,
/// about and nearly are soft.
#[must_use]
pub fn extent(qualifier: Qualifier, value: f64) -> Extent {
    match qualifier {
        Qualifier::Eq => Extent::exact(value),
        Qualifier::About | Qualifier::Nearly => Extent::about(value),
        Qualifier::Over | Qualifier::AtLeast => Extent::at_least(value),
        Qualifier::AtMost | Qualifier::Under => Extent::at_most(value),
    }
}
