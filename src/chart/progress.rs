//! Progress: the parts of a whole in one strip — done, under way, still planned.

use serde::{Deserialize, Serialize};

use super::axis::line;
use super::format::Format;
use super::geometry::{Area, Taken};
use super::mark::figure::Figure;
use super::mark::stage;
use super::measure;
use super::node::{Anchor, Node, Role, Shape, Text};
use super::paint::{Paint, Token};
use super::palette::NEUTRAL;
use super::scale::LinearScale;
use super::scene::{DropReason, Dropped, Scene};
use super::sheet::{Sheet, Size};
use super::spec::{Extent, Fill, GREATEST};
use super::text_size::TextSize;

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

/// A strip to compose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProgressSpec {
    /// Put before every id in the scene.
    pub prefix: String,
    /// What is measured; empty takes no space, like every heading.
    pub title: String,
    /// Unit and period.
    pub subtitle: String,
    /// Where the figures come from.
    pub source: String,
    /// Parts in order; none is part of another.
    pub parts: Vec<ProgressPart>,
    /// The target or whole, outlined behind the parts; `None` or anything not positive leaves the sum.
    pub whole: Option<f64>,
    /// The whole's figure, over the strip's end.
    pub whole_label: String,
}

const STRIP: f64 = 16.0;
const LINE: f64 = 18.0;
/// How far the point of an open end reaches, in px.
pub(super) const POINT: f64 = 8.0;

/// Lays a strip out and draws it.
#[must_use]
pub fn progress(spec: &ProgressSpec, size: Size, format: &dyn Format) -> Scene {
    let headings = [&spec.title, &spec.subtitle, &spec.source].map(String::as_str);
    let mut sheet = Sheet::open(&spec.prefix, size, headings);
    let mut dropped = Vec::new();
    let mut parts = Vec::new();
    for part in &spec.parts {
        let value = part.extent.mid;
        let reason = if !value.is_finite() || value.abs() > GREATEST {
            DropReason::NotFinite
        } else if value <= 0.0 {
            DropReason::NotPositive
        } else {
            parts.push(part);
            continue;
        };
        dropped.push(Dropped { datum: part.id, reason });
    }
    let sum: f64 = parts.iter().map(|part| part.extent.mid).sum();
    let whole = spec.whole.filter(|w| w.is_finite() && *w > 0.0 && *w <= GREATEST);
    if parts.is_empty() && whole.is_none() {
        return sheet.close(dropped, format);
    }
    let (left, right) = (sheet.left() + 1.0, sheet.right() - 1.0);
    // An open end needs room for its point.
    let point = if parts.last().is_some_and(|part| part.extent.open_high) { POINT } else { 0.0 };
    let scale = LinearScale::new((0.0, whole.unwrap_or(sum).max(sum)), (left, right - point));
    if !spec.whole_label.is_empty() {
        let label = measure::cut(&spec.whole_label, TextSize::Small, sheet.width());
        let half = measure::width(&label, TextSize::Small);
        let at = whole.map_or(right, |whole| scale.scale(whole)).max(left + half);
        let text = Text::new(at, sheet.y + 12.0, label, TextSize::Small).anchored(Anchor::End);
        sheet.scene.push(text.node(Paint::token(Token::Muted), Role::Label));
        sheet.y += LINE;
    }
    let strip = Area::new(left, sheet.y + 1.0, right - point - left, STRIP);
    sheet.scene.plot = strip;
    if let Some(whole) = whole {
        let outline = Area::between(left, strip.y, scale.scale(whole), strip.bottom());
        let paint = Paint::hollow(NEUTRAL);
        sheet.scene.push(Node::new(Shape::Rect(outline), paint, Role::Band));
    }
    let labelled = parts.iter().any(|part| !part.label.is_empty());
    draw_parts(&mut sheet.scene, &parts, &scale, strip);
    if let Some(whole) = whole.filter(|whole| *whole < sum) {
        // Surpassed: the whole shows through what lies over it.
        let x = scale.scale(whole);
        let mark = line(x, strip.y - 1.0, x, strip.bottom() + 1.0);
        sheet.scene.push(Node::new(mark, Paint::line(Token::Ink, 2.0), Role::Axis));
    }
    sheet.y = strip.bottom() + if labelled { LINE + 2.0 } else { 1.0 };
    sheet.close(dropped, format)
}

fn draw_parts(scene: &mut Scene, parts: &[&ProgressPart], scale: &LinearScale, strip: Area) {
    let mut begin = 0.0;
    let mut taken = Taken::default();
    for part in parts {
        let end = begin + part.extent.mid;
        let (x1, x2) = (scale.scale(begin), scale.scale(end));
        let gap = if x2 - x1 > 3.0 { 1.0 } else { 0.0 };
        let area = Area::between(x1, strip.y, x2 - gap, strip.bottom());
        let is_last = parts.last().is_some_and(|last| last.id == part.id);
        draw_part(scene, part, area, is_last);
        let label =
            Figure { figure: part.label.clone(), size: Some(TextSize::Small), ..Figure::default() };
        let x = x1.min(strip.right() - label.width()).max(strip.x);
        let place = label.area(x, strip.bottom() + LINE / 2.0 + 1.0);
        let fits = label.width() <= strip.width;
        if !label.is_empty() && fits && taken.try_take(place.grown(3.0)) {
            label.draw(scene, x, strip.bottom() + LINE / 2.0 + 1.0, Some(part.id));
        }
        begin = end;
    }
}

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
