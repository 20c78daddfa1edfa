//! Tiny bars for cards and table cells: no axes, no words, the shape of a series at a glance.

use serde::{Deserialize, Serialize};

use super::axis::line;
use super::geometry::Area;
use super::mark::stage;
use super::node::{Node, Role, Shape};
use super::paint::{Paint, Token};
use super::scale::{BandScale, LinearScale};
use super::scene::Scene;
use super::sheet::Size;
use super::spec::{Fill, GREATEST};

/// A tiny bar.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SparkBar {
    /// Handed back on hover and click.
    pub id: u32,
    /// Its value; what is not a number is a gap.
    pub value: f64,
    /// Its stage.
    pub fill: Fill,
    /// Its hue.
    pub hue: u8,
    /// Accessible text.
    pub tip: String,
}

/// Draws upright bars from zero over the whole size (24 px high where none is given).
#[must_use]
pub fn sparkbar(prefix: &str, title: &str, bars: &[SparkBar], size: Size) -> Scene {
    let sane = |px: f64, least: f64| if px.is_finite() { px.clamp(least, 4000.0) } else { least };
    let width = sane(size.width, 16.0);
    let height = sane(size.height.unwrap_or(24.0), 8.0);
    let mut scene = Scene {
        prefix: prefix.to_owned(),
        width,
        height,
        title: title.to_owned(),
        plot: Area::new(0.0, 0.0, width, height),
        ..Scene::default()
    };
    let sound = |bar: &&SparkBar| bar.value.is_finite() && bar.value.abs() <= GREATEST;
    let values = || bars.iter().filter(sound).map(|bar| bar.value);
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let level = LinearScale::new((low, high), (height - 1.0, 1.0));
    let band = BandScale::new(bars.len(), (1.0, width - 1.0), 2.0);
    // A few bars stay slim in place of filling the width.
    let thickness = band.width().min(14.0);
    for (index, bar) in bars.iter().enumerate() {
        let x = band.scale(index);
        if !sound(&bar) {
            continue;
        }
        let (y0, y1) = (level.scale(0.0), level.scale(bar.value));
        let mut area = Area::between(x, y0, x + thickness, y1);
        area.height = area.height.max(1.0).min(height - area.y);
        scene.push(
            Node::new(Shape::Rect(area), stage::area_paint(bar.fill, bar.hue), Role::Mark)
                .of(bar.id)
                .telling(&bar.tip),
        );
    }
    if values().next().is_some() {
        let y = level.scale(0.0);
        let base = line(0.0, y, width, y);
        scene.push(Node::new(base, Paint::line(Token::Hairline, 1.0), Role::Axis));
    }
    scene
}
