//! Legends: only for what direct labels cannot say.

use super::mark::stage;
use super::outline::Outline;
use super::paint::Paint;
use super::palette::NEUTRAL;
use super::sheet::{LegendItem, Sign};
use super::spec::{ChartSpec, Datum, Fill, MarkKind, Series};
use crate::base::order::Order;

/// Whether hues alone tell the series apart: each has one of its own and a name.
pub(crate) fn tells(spec: &ChartSpec) -> bool {
    let mut hues: Vec<u8> = spec.series.iter().filter_map(|s| s.hue).collect();
    hues.order();
    hues.dedup();
    spec.series.len() > 1 && hues.len() == spec.series.len()
}

/// Swatches of the series, where hues tell them apart.
pub(crate) fn series(spec: &ChartSpec) -> Vec<LegendItem> {
    if !tells(spec) {
        return Vec::new();
    }
    let items = spec.series.iter().filter(|series| !series.name.is_empty());
    items.map(item).collect()
}

/// The same of points, whose outlines tell them apart, too.
pub(crate) fn points(spec: &ChartSpec) -> Vec<LegendItem> {
    let mut items = series(spec);
    for item in &mut items {
        let at = spec.series.iter().position(|series| series.name == item.name);
        item.sign = Sign::Point(Outline::of(at.unwrap_or(0) as u32));
    }
    items
}

/// The swatch of a series.
pub(crate) fn item(series: &Series) -> LegendItem {
    LegendItem {
        paint: Paint::hue(series.hue.unwrap_or(NEUTRAL)),
        name: series.name.clone(),
        sign: Sign::Square,
    }
}

/// Swatches of the stages that occur, where the spec names them and there is more than one.
pub(crate) fn stages(spec: &ChartSpec, sound: &[&Datum]) -> Vec<LegendItem> {
    // The parts of a stack are areas: the pale one of a standing stage is shown as such.
    let areas = spec.stack && spec.drawn_mark() == MarkKind::Bar;
    let items: Vec<LegendItem> = spec
        .stages
        .iter()
        .filter(|(fill, _)| sound.iter().any(|datum| datum.fill == *fill))
        .map(|(fill, name)| LegendItem {
            paint: match fill {
                Fill::Tick if !areas => Paint::hue(NEUTRAL),
                _ => stage::area_paint(*fill, NEUTRAL),
            },
            name: name.clone(),
            sign: if *fill == Fill::Tick && !areas { Sign::Tick } else { Sign::Square },
        })
        .collect();
    if items.len() > 1 { items } else { Vec::new() }
}
