//! Histogram for a filter: how many there are in each bin, how many of them are selected.
//!
//! Bins are equally wide whatever they hold: years, or classes of a measure on a scale of its own.

use serde::{Deserialize, Serialize};

use super::axis;
use super::format::Format;
use super::geometry::Area;
use super::measure;
use super::node::{Anchor, Node, Role, Shape, Text};
use super::paint::{Paint, Token};
use super::scale::LinearScale;
use super::scene::Scene;
use super::sheet::{Sheet, Size};
use super::text_size::TextSize;

/// A bin of the histogram.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistogramBin {
    /// How many there are.
    pub total: u32,
    /// How many of them meet the other conditions; at most `total` is drawn.
    pub selected: u32,
    /// Accessible text.
    pub tip: String,
}

/// What is written under the bins; what has no room is left out evenly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HistogramLabels {
    /// A name in the middle of each bin, such as its year.
    Names(Vec<String>),
    /// A value at each edge, one more than there are bins.
    Edges(Vec<String>),
}

impl Default for HistogramLabels {
    fn default() -> Self {
        Self::Names(Vec::new())
    }
}

/// A histogram to compose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistogramSpec {
    /// Put before every id in the scene.
    pub prefix: String,
    /// Accessible title; not drawn.
    pub title: String,
    /// Bins from left to right; each node's datum is its bin's index.
    pub bins: Vec<HistogramBin>,
    /// What is written under them.
    pub labels: HistogramLabels,
    /// The columns' hue.
    pub hue: u8,
    /// First and last chosen bin: what lies beyond is drawn paler, and they get a band with an edge on
    /// each side. `None` where all are chosen.
    pub brush: Option<(u32, u32)>,
}

const HEIGHT: f64 = 88.0;
/// Height of the line of labels.
const FOOT: f64 = 20.0;
const GAP: f64 = 10.0;

/// Lays a histogram out and draws it, 88 px high where no height is given.
#[must_use]
pub fn histogram(spec: &HistogramSpec, size: Size, format: &dyn Format) -> Scene {
    let mut sheet = Sheet::open(&spec.prefix, size, ["", "", ""]);
    sheet.scene.title.clone_from(&spec.title);
    if spec.bins.is_empty() {
        return sheet.close(Vec::new(), format);
    }
    let height = size.height.filter(|h| h.is_finite()).unwrap_or(HEIGHT);
    let top = sheet.y + TextSize::Small.line();
    let plot_height = (height - 4.0 - FOOT - TextSize::Small.line()).clamp(16.0, 2000.0);
    let plot = Area::new(sheet.left(), top, sheet.width(), plot_height);
    sheet.scene.plot = plot;
    sheet.scene.columns = spec.bins.len() as u32;
    sheet.y = plot.bottom() + FOOT;

    let most = spec.bins.iter().map(|bin| bin.total).max().unwrap_or(0);
    let level = LinearScale::new((0.0, f64::from(most.max(1))), (plot.bottom(), plot.y));
    let step = plot.width / spec.bins.len() as f64;
    let gap = if step > 4.0 { 1.0 } else { 0.0 };
    let scene = &mut sheet.scene;
    let chosen = spec.brush.map(|(a, b)| (a.min(b), a.max(b)));
    if let Some((from, to)) = chosen {
        draw_brush(scene, (from, to), plot, step);
    }
    for (index, bin) in (0..).zip(&spec.bins) {
        let x = step.mul_add(f64::from(index), plot.x);
        let column = |count: u32| {
            let y = level.scale(f64::from(count));
            let height = if count > 0 { (plot.bottom() - y).max(1.5) } else { 0.0 };
            Shape::Rect(Area::new(x, plot.bottom() - height, step - gap, height))
        };
        let total = Node::new(column(bin.total), Paint::hue(spec.hue).tint(2), Role::Mark);
        scene.push(total.of(index).telling(&bin.tip));
        let within = chosen.is_none_or(|(from, to)| (from..=to).contains(&index));
        let paint = if within { Paint::hue(spec.hue) } else { Paint::hue(spec.hue).tint(4) };
        let selected = column(bin.selected.min(bin.total));
        scene.push(Node::new(selected, paint, Role::Trim).of(index));
        let area = Area::new(x, plot.y, step, plot.height);
        scene.push(Node::new(Shape::Rect(area), Paint::NONE, Role::Hit).of(index));
    }
    let base = axis::line(plot.x, plot.bottom(), plot.right(), plot.bottom());
    scene.push(Node::new(base, Paint::line(Token::Muted, 1.0), Role::Axis));
    draw_labels(scene, &spec.labels, plot, step);
    if most > 0 {
        // The height's meaning in one figure: how many the highest column stands for, above that column.
        let text = measure::cut(&format.number(f64::from(most)), TextSize::Small, plot.width);
        let highest = spec.bins.iter().position(|bin| bin.total == most).unwrap_or(0);
        let half = measure::width(&text, TextSize::Small) / 2.0;
        let middle = step.mul_add(highest as f64 + 0.5, plot.x);
        let x = middle.min(plot.right() - half).max(plot.x + half);
        let text = Text::new(x, plot.y - 4.0, text, TextSize::Small);
        scene.push(text.anchored(Anchor::Middle).node(Paint::token(Token::Muted), Role::Axis));
    }
    sheet.close(Vec::new(), format)
}

/// Every label, every second, third … as there is room, each kept within the plot.
fn draw_labels(scene: &mut Scene, labels: &HistogramLabels, plot: Area, step: f64) {
    let (texts, shift) = match labels {
        HistogramLabels::Names(names) => (names, step / 2.0),
        HistogramLabels::Edges(edges) => (edges, 0.0),
    };
    let placed: Vec<(f64, f64, &str)> = (0_u32..)
        .zip(texts)
        .map(|(index, text)| {
            let half = measure::width(text, TextSize::Small) / 2.0;
            let at = step.mul_add(f64::from(index), plot.x + shift);
            let (low, high) = (plot.x + half, plot.right() - half);
            (if low < high { at.clamp(low, high) } else { at }, half, text.as_str())
        })
        .filter(|(at, half, _)| at - half >= plot.x - 0.01 && at + half <= plot.right() + 0.01)
        .collect();
    let apart = |every: &usize| {
        let kept: Vec<_> = placed.iter().step_by(*every).collect();
        kept.windows(2).all(|w| w[0].0 + w[0].1 + GAP <= w[1].0 - w[1].1)
    };
    let every = (1..=placed.len().max(1)).find(apart).unwrap_or(1);
    for (at, _, text) in placed.iter().step_by(every) {
        let text = Text::new(*at, plot.bottom() + 15.0, *text, TextSize::Small);
        scene.push(text.anchored(Anchor::Middle).node(Paint::token(Token::Muted), Role::Axis));
    }
}

fn draw_brush(scene: &mut Scene, (from, to): (u32, u32), plot: Area, step: f64) {
    let at = |bin: f64| step.mul_add(bin, plot.x).clamp(plot.x, plot.right());
    let (x1, x2) = (at(f64::from(from)), at(f64::from(to) + 1.0));
    let band = Area::between(x1, plot.y, x2, plot.bottom());
    scene.push(Node::new(Shape::Rect(band), Paint::token(Token::Accent).tint(1), Role::Band));
    for x in [x1, x2] {
        let edge = axis::line(x, plot.y, x, plot.bottom());
        scene.push(Node::new(edge, Paint::line(Token::Accent, 1.5), Role::Band));
    }
}
