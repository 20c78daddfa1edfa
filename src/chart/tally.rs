//! A tally: a count as so many squares, each of the stage it has come to.

use serde::{Deserialize, Serialize};

use super::format::Format;
use super::geometry::Area;
use super::mark::stage;
use super::node::{Node, Role, Shape};
use super::progress::ProgressPart;
use super::scene::{DropReason, Dropped, Scene};
use super::sheet::{Sheet, Size};
use super::spec::Fill;

/// The most that is counted out in squares.
pub const MOST_SQUARES: u32 = 40;
/// A tally to compose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TallySpec {
    /// Put before every id in the scene.
    pub prefix: String,
    /// Parts in order, each a count; none is part of another.
    pub parts: Vec<ProgressPart>,
    /// How many there are to be; what no part counts is hollow.
    pub whole: u32,
    /// Hue of the squares.
    pub hue: u8,
}

/// The largest square, in px.
const LARGEST: f64 = 18.0;
/// The smallest square that still shows its fill, in px.
const SMALLEST: f64 = 8.0;
/// Between two squares, as a part of one.
const GAP: f64 = 0.25;

/// Draws a strip's parts as squares, one for each that is counted; what is left of the whole is hollow. Squares stand in one
/// row where they fit, else in rows of ten.
#[must_use]
pub fn tally(spec: &TallySpec, size: Size, format: &dyn Format) -> Scene {
    let mut sheet = Sheet::open(&spec.prefix, size, ["", "", ""]);
    let mut dropped = Vec::new();
    let mut squares: Vec<(Option<u32>, Fill, &str)> = Vec::new();
    let most = MOST_SQUARES as usize;
    for part in &spec.parts {
        let n = count(part.extent.mid);
        if n == 0 {
            dropped.push(Dropped { datum: part.id, reason: DropReason::NotPositive });
        }
        let room = most.saturating_sub(squares.len());
        for at in 0..n.min(room) {
            // The first of a part tells it.
            squares.push((Some(part.id), part.fill, if at == 0 { &part.tip } else { "" }));
        }
    }
    let whole = (spec.whole as usize).min(most);
    while squares.len() < whole {
        squares.push((None, Fill::Hollow, ""));
    }
    let n = squares.len().max(1) as f64;
    let (left, width) = (sheet.left() + 1.0, sheet.width() - 2.0);
    let in_one = width / (n + (n - 1.0) * GAP);
    let across = if in_one < SMALLEST { 10.0 } else { n };
    let side = (width / (across + (across - 1.0) * GAP)).min(LARGEST);
    let top = sheet.y + 1.0;
    for (at, (id, fill, tip)) in squares.iter().enumerate() {
        let (row, column) = ((at as f64 / across).floor(), at as f64 % across);
        let step = side * (1.0 + GAP);
        let area = Area::new(left + column * step, top + row * step, side, side);
        let paint = stage::area_paint(*fill, spec.hue);
        let role = match (id, tip.is_empty()) {
            (Some(_), false) => Role::Mark,
            (Some(_), true) => Role::Trim,
            (None, _) => Role::Band,
        };
        let node = Node::new(Shape::Rect(area), paint, role).telling(tip);
        sheet.scene.push(match id {
            Some(id) => node.of(*id),
            None => node,
        });
    }
    let rows = (n / across).ceil();
    sheet.y = top + rows * side + (rows - 1.0) * side * GAP + 1.0;
    sheet.scene.plot = Area::between(left, top, left + width, sheet.y);
    sheet.close(dropped, format)
}

/// A count that squares can show.
const fn count(value: f64) -> usize {
    // Casts of what is negative or no number give 0.
    value as usize
}
