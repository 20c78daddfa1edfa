//! Treemap: areas by value, squarified (Bruls, Huizing & van Wijk 2000), series as groups.

use std::collections::HashMap;

use super::stage;
use crate::base::order::Order;
use crate::chart::geometry::Area;
use crate::chart::measure;
use crate::chart::node::{Node, Role, Shape, Text};
use crate::chart::paint::{Colour, Paint, Token};
use crate::chart::scene::Scene;
use crate::chart::sheet::{Sheet, Size};
use crate::chart::spec::{ChartSpec, Datum, Fill};
use crate::chart::text_size::TextSize;

const HEADER: f64 = 20.0;

/// Rectangles of areas proportional to `weights` (positive, descending) that fill `area`, as
/// nearly square as the greedy rows of the paper make them.
pub(crate) fn squarify(weights: &[f64], area: Area) -> Vec<Area> {
    let total: f64 = weights.iter().sum();
    let mut cells = Vec::with_capacity(weights.len());
    if !(total > 0.0 && total.is_finite()) || area.width <= 0.0 || area.height <= 0.0 {
        return vec![Area::new(area.x, area.y, 0.0, 0.0); weights.len()];
    }
    let scale = area.width * area.height / total;
    let mut rest = area;
    let mut row: Vec<f64> = Vec::new();
    let mut sum = 0.0;
    for weight in weights {
        let size = weight * scale;
        let side = rest.width.min(rest.height);
        // Descending: the first of a row is its greatest, the last its least.
        let most = row.first().copied().unwrap_or(size);
        let least = row.last().copied().unwrap_or(size);
        if !row.is_empty() && worst(sum, most, least, side) < worst(sum + size, most, size, side) {
            rest = lay(&row, rest, &mut cells);
            row.clear();
            sum = 0.0;
        }
        row.push(size);
        sum += size;
    }
    lay(&row, rest, &mut cells);
    cells
}

/// The worst aspect ratio of a row along a side, from its sum and its greatest and least area.
fn worst(sum: f64, most: f64, least: f64, side: f64) -> f64 {
    (side * side * most / (sum * sum)).max(sum * sum / (side * side * least))
}

/// Lays a row along the shorter side; gives what is left.
fn lay(row: &[f64], rest: Area, cells: &mut Vec<Area>) -> Area {
    let sum: f64 = row.iter().sum();
    let upright = rest.width >= rest.height;
    let side = if upright { rest.height } else { rest.width };
    let depth = if side > 0.0 { sum / side } else { 0.0 };
    let mut at = 0.0;
    for size in row {
        let length = if sum > 0.0 { size / sum * side } else { 0.0 };
        cells.push(if upright {
            Area::new(rest.x, rest.y + at, depth, length)
        } else {
            Area::new(rest.x + at, rest.y, length, depth)
        });
        at += length;
    }
    if upright {
        Area::new(rest.x + depth, rest.y, rest.width - depth, rest.height)
    } else {
        Area::new(rest.x, rest.y + depth, rest.width, rest.height - depth)
    }
}

/// Lays out and draws a treemap below what the sheet already holds.
#[inline(never)] // Not in the first view, whose load the build keeps small.
pub(crate) fn compose(sheet: &mut Sheet, spec: &ChartSpec, sound: &[&Datum], size: Size) {
    if sound.is_empty() {
        return;
    }
    let width = sheet.width();
    let default = (width * 0.58).clamp(300.0, 560.0);
    let height = sheet.room(size).map_or(default, |room| room.max(160.0));
    let plot = Area::new(sheet.left(), sheet.y, width, height);
    sheet.scene.plot = plot;
    sheet.y += height;

    let mut groups: Vec<(u32, Vec<&Datum>, f64)> = Vec::new();
    let mut known: HashMap<u32, usize> = HashMap::new();
    for &datum in sound {
        let at = *known.entry(datum.series).or_insert_with(|| {
            groups.push((datum.series, Vec::new(), 0.0));
            groups.len() - 1
        });
        if let Some((_, data, total)) = groups.get_mut(at) {
            data.push(datum);
            *total += datum.extent.mid;
        }
    }
    groups.order_by(|a, b| b.2.total_cmp(&a.2));
    let weights: Vec<f64> = groups.iter().map(|group| group.2).collect();
    let grouped = groups.len() > 1;
    for ((series, mut data, _), area) in groups.into_iter().zip(squarify(&weights, plot)) {
        let area = if grouped { area.grown(-1.0) } else { area };
        let name = spec.series_name(series);
        let room = area.width - 4.0;
        let headed = grouped && !name.is_empty() && area.height > 3.0 * HEADER && room > 40.0;
        let inner = if headed {
            let room = measure::room_of_strong(name, room);
            let shown = measure::cut_between_words(name, TextSize::Small, room);
            let text = Text::new(area.x + 2.0, area.y + 14.0, shown, TextSize::Small).strong();
            sheet.scene.push(text.node(Paint::token(Token::Ink), Role::Label).whole(name));
            Area::new(area.x, area.y + HEADER, area.width, area.height - HEADER)
        } else {
            area
        };
        data.order_by(|a, b| b.extent.mid.total_cmp(&a.extent.mid));
        let weights: Vec<f64> = data.iter().map(|datum| datum.extent.mid).collect();
        for (datum, cell) in data.into_iter().zip(squarify(&weights, inner)) {
            draw_cell(&mut sheet.scene, spec, datum, cell.grown(-1.0));
        }
    }
}

fn draw_cell(scene: &mut Scene, spec: &ChartSpec, datum: &Datum, cell: Area) {
    let hue = spec.hue(datum);
    let planned = datum.fill == Fill::Hollow;
    let base = if planned { Paint::token(Token::Paper) } else { Paint::hue(hue).tint(3) };
    // Pale enough for text, the outline dark enough for the eye: 3:1.
    let mut paint = base.outlined(Colour::Hue(hue), 1.0);
    let inexact = datum.extent.soft || datum.extent.open_high || datum.extent.open_low;
    if inexact {
        paint = paint.dashed();
    }
    scene.push(Node::new(Shape::Rect(cell), paint, Role::Mark).of(datum.id).telling(&datum.tip));
    let mut left = 6.0;
    if matches!(datum.fill, Fill::Hatched | Fill::Tick) && cell.width > 24.0 && cell.height > 8.0 {
        let strip = if datum.fill == Fill::Tick {
            Area::new(cell.x + 3.0, cell.y + 4.0, 3.5, (cell.height - 8.0).min(16.0))
        } else {
            Area::new(cell.x, cell.y, 8.0, cell.height)
        };
        let paint = match datum.fill {
            Fill::Tick => Paint::hue(hue),
            fill => stage::area_paint(fill, hue),
        };
        scene.push(Node::new(Shape::Rect(strip), paint, Role::Trim).of(datum.id));
        left = 13.0;
    }
    label(scene, spec, datum, cell, left);
}

/// Name and figure where both fit whole, else the name alone, else nothing: the tip has both.
fn label(scene: &mut Scene, spec: &ChartSpec, datum: &Datum, cell: Area, left: f64) {
    let name =
        spec.categories.get(datum.category as usize).map_or("", |category| category.name.as_str());
    let room = cell.width - left - 4.0;
    let most = ((cell.height - 6.0) / TextSize::Small.line()).floor().clamp(0.0, 3.0) as usize;
    let mut lines = measure::wrap(name, TextSize::Small, room, most.min(2));
    if lines.concat().chars().any(|c| c == '…') || lines.iter().any(|l| l.chars().count() < 2) {
        lines.clear();
    }
    let figure = !datum.label.is_empty()
        && measure::strong_width(&datum.label, TextSize::Small) <= room
        && lines.len() < most
        && (!lines.is_empty() || name.is_empty());
    let mut baseline = cell.y + 16.0;
    for line in lines {
        let text = Text::new(cell.x + left, baseline, line, TextSize::Small);
        scene.push(text.node(Paint::token(Token::Ink), Role::Label).of(datum.id));
        baseline += TextSize::Small.line();
    }
    if figure {
        let text = Text::new(cell.x + left, baseline, &*datum.label, TextSize::Small).strong();
        scene.push(text.node(Paint::token(Token::Ink), Role::Label).of(datum.id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_papers_own_example_comes_out() {
        let cells = squarify(&[6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0], Area::new(0.0, 0.0, 6.0, 4.0));
        assert_eq!(cells[0], Area::new(0.0, 0.0, 3.0, 2.0));
        assert_eq!(cells[1], Area::new(0.0, 2.0, 3.0, 2.0));
        assert!((cells[2].width - 12.0 / 7.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn areas_are_proportional_apart_and_inside(
            mut weights in proptest::collection::vec(0.01..1000.0_f64, 1..40)
        ) {
            weights.sort_by(|a, b| b.total_cmp(a));
            let area = Area::new(10.0, 20.0, 390.0, 300.0);
            let total: f64 = weights.iter().sum();
            let cells = squarify(&weights, area);
            for (cell, weight) in cells.iter().zip(&weights) {
                let share = cell.width * cell.height / (390.0 * 300.0);
                prop_assert!((share - weight / total).abs() < 1e-9);
                prop_assert!(area.contains(cell, 1e-6));
            }
            for (i, a) in cells.iter().enumerate() {
                for b in &cells[..i] {
                    prop_assert!(!a.grown(-1e-6).overlaps(&b.grown(-1e-6)));
                }
            }
        }
    }
}
