//! A calendar of one line: when a figure is from and when it was to be reached.

use serde::{Deserialize, Serialize};

use super::axis::line;
use super::format::Format;
use super::geometry::Area;
use super::measure;
use super::node::{Anchor, Node, Role, Shape, Text};
use super::paint::{Paint, Token};
use super::scene::Scene;
use super::sheet::{Sheet, Size};
use super::text_size::TextSize;

/// A moment of a calendar.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CalendarMark {
    /// Where it stands, from 0 at the axis's left end to 1 at its right one.
    pub at: f64,
    /// Its date in words.
    pub label: String,
}

/// A calendar to compose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CalendarSpec {
    /// Put before every id in the scene.
    pub prefix: String,
    /// Accessible title.
    pub title: String,
    /// The same as the picture says, in words.
    pub description: String,
    /// Hue of the moment that the figure is from.
    pub hue: u8,
    /// Where months or years begin and end, as parts of the axis.
    pub ticks: Vec<f64>,
    /// What the axis spans, at its beginning; left out where there is no room.
    pub span: String,
    /// When the figure is from.
    pub told: Option<CalendarMark>,
    /// Whether nothing is told of what came of it: the moment is only that of the promise.
    pub is_promise_only: bool,
    /// When it is due.
    pub due: Option<CalendarMark>,
}

/// From the upper edge to the axis, in px.
const AXIS: f64 = 26.0;
/// Height of the whole, in px.
const HEIGHT: f64 = 52.0;
/// Radius of the moment that the figure is from, in px.
const RADIUS: f64 = 6.0;
/// The widest that an axis is drawn, in px.
const WIDEST: f64 = 560.0;

/// Draws a calendar: the deadline's words above the axis, the figure's below, so that the two never meet.
#[must_use]
pub fn calendar(spec: &CalendarSpec, size: Size, format: &dyn Format) -> Scene {
    let mut sheet = Sheet::open(&spec.prefix, size, ["", "", ""]);
    let left = sheet.left() + RADIUS;
    let right = (sheet.right() - RADIUS).min(left + WIDEST);
    let top = sheet.y;
    let axis = top + AXIS;
    let x = |at: f64| left + (right - left) * if at.is_finite() { at.clamp(0.0, 1.0) } else { 0.0 };
    let edges = (left - RADIUS, right + RADIUS);
    let scene = &mut sheet.scene;
    scene.plot = Area::between(left, top, right, top + HEIGHT);
    let base = Paint::line(Token::Hairline, 2.0);
    scene.push(Node::new(line(left, axis, right, axis), base, Role::Axis));
    for &tick in &spec.ticks {
        let tick = line(x(tick), axis - 4.0, x(tick), axis + 4.0);
        scene.push(Node::new(tick, Paint::line(Token::Muted, 1.0), Role::Axis));
    }
    let mut above = None;
    if let Some(due) = &spec.due {
        let bar = line(x(due.at), axis - 10.0, x(due.at), axis + 10.0);
        scene.push(Node::new(bar, Paint::line(Token::Ink, 2.5), Role::Axis));
        let text = placed(&due.label, x(due.at), top + 12.0, edges);
        above = Some(text.bounds());
        scene.push(text.node(Paint::token(Token::Ink), Role::Label));
    }
    if let Some(told) = &spec.told {
        let dot = Shape::Circle { x: x(told.at), y: axis, radius: RADIUS };
        let paint =
            if spec.is_promise_only { Paint::hollow(spec.hue) } else { Paint::hue(spec.hue) };
        scene.push(Node::new(dot, paint, Role::Axis));
        let text = placed(&told.label, x(told.at), axis + 22.0, edges);
        scene.push(text.node(Paint::token(Token::Ink), Role::Label));
    }
    let span = Text::new(edges.0, top + 12.0, spec.span.as_str(), TextSize::Small);
    let is_free = above.is_none_or(|above| span.bounds().grown(6.0).right() < above.x);
    if !spec.span.is_empty() && is_free {
        scene.push(span.node(Paint::token(Token::Muted), Role::Label));
    }
    sheet.y = top + HEIGHT;
    let mut scene = sheet.close(Vec::new(), format);
    scene.title.clone_from(&spec.title);
    scene.description.clone_from(&spec.description);
    scene
}

/// A label at its moment, kept within the picture.
fn placed(label: &str, x: f64, y: f64, (left, right): (f64, f64)) -> Text {
    let label = measure::cut(label, TextSize::Small, right - left);
    let half = measure::width(&label, TextSize::Small) / 2.0;
    let (x, anchor) = if x - half < left {
        (left, Anchor::Start)
    } else if x + half > right {
        (right, Anchor::End)
    } else {
        (x, Anchor::Middle)
    };
    Text::new(x, y, label, TextSize::Small).anchored(anchor)
}
