//! The pace line of a progress strip: where it should have come to by now.

use serde::{Deserialize, Serialize};

use super::axis::line;
use super::geometry::{Area, Taken};
use super::mark::stage;
use super::measure;
use super::node::{Node, Role, Text};
use super::paint::{Paint, Token};
use super::scale::LinearScale;
use super::scene::Scene;
use super::spec::GREATEST;
use super::text_size::TextSize;

/// Where a strip should have come to, in its own unit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pace {
    /// Where it should have come to at the least; the same as `to` where that is known.
    pub from: f64,
    /// Where it should have come to.
    pub to: f64,
    /// Whether it lies somewhere from `from` to `to`, no one knows where: then the stretch alone is drawn.
    pub open: bool,
    /// The same as readers say it, over the strip; left out where there is no room.
    pub label: String,
}

/// Room the marker takes above a strip and below it.
pub(super) const ABOVE: f64 = 7.0;
pub(super) const BELOW: f64 = 3.0;

const HALF: f64 = 4.5;

impl Pace {
    /// Both ends in order, where they can be drawn.
    fn ends(&self) -> Option<(f64, f64)> {
        let sound = |value: f64| value.is_finite() && (0.0..=GREATEST).contains(&value);
        let (from, to) = (self.from.min(self.to), self.from.max(self.to));
        (sound(from) && sound(to)).then_some((from, to))
    }
}

/// Draws the label over a strip, on the line with the baseline `y`, where nothing is `taken`.
#[inline(never)] // Not in the first view, whose load the build keeps small.
pub(super) fn draw_label(
    scene: &mut Scene,
    pace: &Pace,
    scale: &LinearScale,
    (strip, y): (Area, f64),
    taken: &Taken,
) {
    let Some((_, to)) = pace.ends().filter(|_| !pace.label.is_empty()) else { return };
    let x = scale.scale(to).min(strip.right());
    let width = measure::width(&pace.label, TextSize::Small);
    let area = |left: f64| Text::new(left, y, pace.label.as_str(), TextSize::Small).bounds();
    let fits = |left: &f64| {
        *left >= strip.x && left + width <= strip.right() && taken.is_free(&area(*left).grown(3.0))
    };
    let places = [x - width / 2.0, x - width, x, strip.x];
    if let Some(left) = places.into_iter().find(fits) {
        let text = Text::new(left, y, pace.label.as_str(), TextSize::Small);
        scene.push(text.node(Paint::token(Token::Ink), Role::Label));
    }
}

/// Draws the line through a strip, pointed at from above; a stretch where the pace lies between two values.
#[inline(never)] // As above.
pub(super) fn draw(scene: &mut Scene, pace: &Pace, scale: &LinearScale, strip: Area) {
    let Some((from, to)) = pace.ends() else { return };
    let (x1, x2) = (scale.scale(from).min(strip.right()), scale.scale(to).min(strip.right()));
    let (top, bottom) = (strip.y - ABOVE, strip.bottom() + BELOW);
    let mut push = |shape, paint| scene.push(Node::new(shape, paint, Role::Axis));
    if x2 - x1 > 1.0 {
        let over = top + 1.0;
        push(line(x1, over, x2, over), Paint::line(Token::Ink, 1.5));
        push(line(x1, over, x1, strip.y - 1.0), Paint::line(Token::Ink, 1.5));
        if pace.open {
            return push(line(x2, over, x2, strip.y - 1.0), Paint::line(Token::Ink, 1.5));
        }
    }
    // A rim of paper keeps it apart from what it crosses.
    push(line(x2, strip.y - 1.0, x2, bottom), Paint::line(Token::Paper, 5.0));
    push(line(x2, top, x2, bottom), Paint::line(Token::Ink, 2.0));
    let (left, right) = ((x2 - HALF).max(strip.x - 1.0), (x2 + HALF).min(strip.right() + 1.0));
    let pointer = stage::polygon(&[(left, top), (right, top), (x2, strip.y - 1.0)]);
    push(pointer, Paint::token(Token::Ink));
}
