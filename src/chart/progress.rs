//! Parts of a whole — done, under way, still planned — and how one is drawn in a bar.

use serde::{Deserialize, Serialize};

use super::geometry::Area;
use super::mark::stage;
use super::node::{Node, Role, Shape};
use super::paint::{Paint, Token};
use super::scene::Scene;
use super::spec::{Extent, Fill};

/// A part of the whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProgressPart {
    /// Handed back on hover and click.
    pub id: u32,
    /// How much; only what is positive has a place. An open or soft end is drawn at the part's end.
    pub extent: Extent,
    /// Its stage.
    pub fill: Fill,
    /// Its hue.
    pub hue: u8,
    /// The figure as readers write it.
    pub label: String,
    /// Accessible text.
    pub tip: String,
}

/// How far the point of an open end reaches, in px.
pub(super) const POINT: f64 = 8.0;

/// A part of a bar in its area. The last one, where it may be more, ends in a point of 8 px.
pub(super) fn draw_part(scene: &mut Scene, part: &ProgressPart, area: Area, is_last: bool) {
    let (x1, top, bottom) = (area.x, area.y, area.bottom());
    let middle = area.y + area.height / 2.0;
    let shape = if part.extent.open_high && is_last {
        stage::polygon(&[
            (x1, top),
            (area.right(), top),
            (area.right() + POINT, middle),
            (area.right(), bottom),
            (x1, bottom),
        ])
    } else {
        Shape::Rect(area)
    };
    scene.push(
        Node::new(shape, stage::area_paint(part.fill, part.hue), Role::Mark)
            .of(part.id)
            .telling(&part.tip),
    );
    if part.extent.soft && area.width > 8.0 {
        for (from, tint) in [(6.0, 5), (3.0, 7)] {
            let edge = Area::new(area.right() - from, top, 3.0, area.height);
            let paint = Paint::token(Token::Paper).tint(tint);
            scene.push(Node::new(Shape::Rect(edge), paint, Role::Trim).of(part.id));
        }
    }
}
