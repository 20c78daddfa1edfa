//! Time histogram for a filter: how many there are, how many of them are selected.

use serde::{Deserialize, Serialize};

use super::axis::{self, Side, TIME_LINE};
use super::format::Format;
use super::geometry::Area;
use super::measure;
use super::node::{Anchor, Node, Role, Shape, Text};
use super::paint::{Paint, Token};
use super::scale::{LinearScale, TimeScale};
use super::scene::Scene;
use super::sheet::{Sheet, Size};
use super::text_size::TextSize;
use crate::base::date::Day;

/// A period of the histogram.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistogramBin {
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Day,
    /// How many there are.
    pub total: u32,
    /// How many of them are selected; at most `total` is drawn.
    pub selected: u32,
    /// Accessible text.
    pub tip: String,
}

/// A histogram to compose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistogramSpec {
    /// Put before every id in the scene.
    pub prefix: String,
    /// Accessible title; not drawn.
    pub title: String,
    /// Periods; each node's datum is its bin's index.
    pub bins: Vec<HistogramBin>,
    /// The columns' hue.
    pub hue: u8,
    /// First and last day of the axis; `None` spans the bins.
    pub window: Option<(Day, Day)>,
    /// The brushed range, drawn as a band with an edge on each side.
    pub brush: Option<(Day, Day)>,
}

const HEIGHT: f64 = 88.0;

/// Lays a histogram out and draws it, 88 px high where no height is given.
#[must_use]
pub fn histogram(spec: &HistogramSpec, size: Size, format: &dyn Format) -> Scene {
    let mut sheet = Sheet::open(&spec.prefix, size, ["", "", ""]);
    sheet.scene.title.clone_from(&spec.title);
    let sound = || {
        let bins = spec.bins.iter().enumerate();
        bins.filter(|(_, bin)| bin.start <= bin.end)
    };
    let spans = sound().map(|(_, bin)| (bin.start, bin.end));
    let all = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let Some(window) = spec.window.or(all) else {
        return sheet.close(Vec::new(), format);
    };
    let time = TimeScale::new(window, (sheet.left(), sheet.right()));
    let window = time.window();
    let foot = axis::time_lines(&time) * TIME_LINE + 4.0;
    let height = size.height.filter(|h| h.is_finite()).unwrap_or(HEIGHT);
    let top = sheet.y + TextSize::Small.line();
    let plot_height = (height - 4.0 - foot - TextSize::Small.line()).clamp(16.0, 2000.0);
    let plot = Area::new(sheet.left(), top, sheet.width(), plot_height);
    sheet.scene.plot = plot;
    sheet.scene.window = Some(window);
    sheet.y = plot.bottom() + foot;

    let most = sound().map(|(_, bin)| bin.total).max().unwrap_or(0);
    let level = LinearScale::new((0.0, f64::from(most.max(1))), (plot.bottom(), plot.y));
    let scene = &mut sheet.scene;
    if let Some((from, to)) = spec.brush {
        draw_brush(scene, &time, (from.min(to), from.max(to)), plot);
    }
    for (index, bin) in sound() {
        if bin.end < window.0 || bin.start > window.1 {
            continue;
        }
        let (x1, x2) = time.span(bin.start.max(window.0), bin.end.min(window.1));
        let width = (x2 - x1 - 1.0).max(1.0);
        let column = |count: u32| {
            let y = level.scale(f64::from(count));
            let height = if count > 0 { (plot.bottom() - y).max(1.5) } else { 0.0 };
            Shape::Rect(Area::new(x1, plot.bottom() - height, width, height))
        };
        let index = index as u32;
        scene.push(
            Node::new(column(bin.total), Paint::hue(spec.hue).tint(3), Role::Mark)
                .of(index)
                .telling(&bin.tip),
        );
        let selected = column(bin.selected.min(bin.total));
        scene.push(Node::new(selected, Paint::hue(spec.hue), Role::Trim).of(index));
        let area = Area::new(x1, plot.y, x2 - x1, plot.height);
        scene.push(Node::new(Shape::Rect(area), Paint::NONE, Role::Hit).of(index));
    }
    let base = axis::line(plot.x, plot.bottom(), plot.right(), plot.bottom());
    scene.push(Node::new(base, Paint::line(Token::Muted, 1.0), Role::Axis));
    let rule = Area::new(plot.x, plot.bottom(), plot.width, 4.0);
    axis::draw_time_axis(scene, &time, plot, Side::Below, rule, format);
    if most > 0 {
        // The height's meaning in one figure: how many the highest column stands for.
        let text = measure::cut(&format.number(f64::from(most)), TextSize::Small, plot.width);
        let text = Text::new(plot.right(), plot.y - 4.0, text, TextSize::Small);
        scene.push(text.anchored(Anchor::End).node(Paint::token(Token::Muted), Role::Axis));
    }
    sheet.close(Vec::new(), format)
}

fn draw_brush(scene: &mut Scene, time: &TimeScale, (from, to): (Day, Day), plot: Area) {
    let window = time.window();
    if to < window.0 || from > window.1 {
        return;
    }
    let (x1, x2) = time.span(from.max(window.0), to.min(window.1));
    let band = Area::between(x1, plot.y, x2, plot.bottom());
    scene.push(Node::new(Shape::Rect(band), Paint::token(Token::Accent).tint(1), Role::Band));
    for (x, inside) in [(x1, from >= window.0), (x2, to <= window.1)] {
        if inside {
            let edge = axis::line(x, plot.y, x, plot.bottom());
            scene.push(Node::new(edge, Paint::line(Token::Accent, 1.5), Role::Band));
        }
    }
}
