//! The upright value axis of a plot: labels at its left, level lines under its marks.

use super::axis;
use super::format::Format;
use super::geometry::Area;
use super::measure;
use super::node::{Anchor, Node, Role, Text};
use super::paint::{Paint, Token};
use super::scale::ValueScale;
use super::scene::Scene;
use super::text_size::TextSize;

/// Air between labels and plot.
const GAP: f64 = 8.0;
/// Least px between two levels.
const PITCH: f64 = 48.0;

/// About how many levels a height has room for.
pub(crate) fn count(height: f64) -> usize {
    ((height / PITCH) as usize).max(2)
}

/// The values marked, with their labels.
pub(crate) struct Levels {
    values: Vec<f64>,
    texts: Vec<String>,
    /// Room the labels take at the left of the plot.
    pub(crate) width: f64,
}

impl Levels {
    /// Levels of a scale for a plot of a height, labels at most three tenths of `width`.
    pub(crate) fn plan(
        scale: &ValueScale,
        height: f64,
        width: f64,
        whole: bool,
        format: &dyn Format,
    ) -> Self {
        let mut values = scale.ticks(count(height));
        values.retain(|value| !whole || value.fract() == 0.0);
        let texts: Vec<String> = values.iter().map(|value| format.number(*value)).collect();
        let widest = measure::widest(texts.iter().map(String::as_str), TextSize::Small);
        Self { values, texts, width: (widest + GAP).min(width * 0.3) }
    }

    /// Draws the labels at the left of a plot.
    pub(crate) fn draw_labels(&self, scene: &mut Scene, value: &ValueScale, plot: Area) {
        for (level, text) in self.values.iter().zip(&self.texts) {
            // The hair keeps the widest from being cut for an error of rounding.
            let text = measure::cut(text, TextSize::Small, self.width - GAP + 0.01);
            let baseline = value.scale(*level) + 4.3;
            let label = Text::new(plot.x - GAP, baseline, text, TextSize::Small);
            scene.push(label.anchored(Anchor::End).node(Paint::token(Token::Muted), Role::Axis));
        }
    }

    /// The level lines to lay under the marks drawn since `first`, broken around their labels. The
    /// base is firm: bars or not, zero is where it is.
    pub(crate) fn lay_under(
        &self,
        scene: &mut Scene,
        first: usize,
        value: &ValueScale,
        plot: Area,
    ) {
        let base = match value {
            ValueScale::Linear(_) => 0.0,
            ValueScale::Log(scale) => scale.domain().0,
        };
        let drawn = scene.nodes.iter().skip(first);
        let texts: Vec<Area> =
            drawn.filter(|node| node.role == Role::Label).map(Node::bounds).collect();
        let mut under = Vec::new();
        for level in &self.values {
            let y = value.scale(*level);
            if *level == base {
                let axis = axis::line(plot.x, y, plot.right(), y);
                under.push(Node::new(axis, Paint::line(Token::Muted, 1.0), Role::Axis));
            } else {
                under.extend(axis::level_line(y, (plot.x, plot.right()), &texts));
            }
        }
        scene.nodes.splice(first..first, under);
    }
}
