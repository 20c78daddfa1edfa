//! Pictures of a quantity: icons of a hundred, a count as symbols, a part of a whole, bars side by side, a bar with its
//! target, a level with an open end. Each says beside it what its parts are.

use serde::{Deserialize, Serialize};

use super::axis::line;
use super::format::Format;
use super::geometry::Area;
use super::mark::stage;
use super::measure;
use super::node::{Anchor, Node, PathStep, Role, Shape, Text};
use super::paint::{Paint, Token};
use super::progress::{POINT, ProgressPart, draw_part};
use super::scale::LinearScale;
use super::scene::{DropReason, Dropped, Scene};
use super::sheet::{LegendItem, Sheet, Sign, Size};
use super::spec::{Fill, GREATEST};
use super::symbol::Symbol;
use super::text_size::TextSize;

/// How a quantity is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuantityMark {
    /// One bar, a part of it filled: a share of a whole.
    #[default]
    Share,
    /// A symbol for each of a hundred.
    Icons,
    /// A symbol for each of a count; of counts that nobody would look through, a bar.
    Count,
    /// A bar each, on one scale.
    Bars,
    /// A bar, and the line that it was to reach.
    Target,
    /// Points on an axis from zero, with the ends that are open.
    Level,
}

/// How large its symbols and bars are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuantitySize {
    /// One of many in a list.
    Small,
    /// Beside its sentence.
    #[default]
    Usual,
    /// The one picture of a sheet.
    Large,
    /// The same where there is much room.
    Largest,
}

impl QuantitySize {
    /// The smallest and the largest symbol of so many, in px.
    const fn symbols(self, all: f64) -> (f64, f64) {
        match self {
            Self::Small => (9.0, 18.0),
            _ if all > MOST => (13.0, 24.0),
            Self::Usual => (20.0, 44.0),
            Self::Large => (34.0, 76.0),
            Self::Largest => (60.0, 90.0),
        }
    }

    /// Height of a bar, in px.
    const fn bar(self) -> f64 {
        match self {
            Self::Small => 14.0,
            Self::Usual => 20.0,
            Self::Large => 32.0,
            Self::Largest => 44.0,
        }
    }
}

/// A picture to compose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QuantitySpec {
    /// Put before every id in the scene.
    pub prefix: String,
    /// What it shows, for readers who do not see it.
    pub title: String,
    /// How it is drawn.
    pub mark: QuantityMark,
    /// How large it is.
    pub size: QuantitySize,
    /// What stands for one of a count.
    pub symbol: Symbol,
    /// The hue of what the parts leave.
    pub hue: u8,
    /// Parts in order. Their labels are the words beside them; without one a part has none.
    pub parts: Vec<ProgressPart>,
    /// The whole, or what was to be reached.
    pub whole: Option<f64>,
    /// What that is, or what is left of it.
    pub whole_label: String,
}

/// The widest place of a symbol, where a height is aimed at, in px.
const LARGEST: f64 = 96.0;
/// Room for the words under symbols, in px.
const WORDS: f64 = 48.0;
/// The most that is drawn one by one.
const MOST: f64 = 60.0;
/// The most bars.
const BARS: usize = 12;
/// The most lines over a bar.
const LABEL_LINES: usize = 6;
const GAP: f64 = 6.0;

/// Lays a picture out and draws it.
#[must_use]
pub fn quantity(spec: &QuantitySpec, size: Size, format: &dyn Format) -> Scene {
    let mut sheet = Sheet::open(&spec.prefix, size, [""; 3]);
    sheet.scene.title.clone_from(&spec.title);
    let mut dropped = Vec::new();
    let mut parts = Vec::new();
    for part in &spec.parts {
        let value = part.extent.mid;
        let reason = if !value.is_finite() || value > GREATEST {
            DropReason::NotFinite
        } else if value < 0.0 || parts.len() == BARS {
            DropReason::NotPositive
        } else {
            parts.push(part);
            continue;
        };
        dropped.push(Dropped { datum: part.id, reason });
    }
    let sum: f64 = parts.iter().map(|part| part.extent.mid).sum();
    let whole = spec.whole.filter(|whole| *whole > 0.0 && *whole <= GREATEST);
    let all = whole.unwrap_or(sum).max(sum);
    if all > 0.0 {
        match spec.mark {
            QuantityMark::Icons => symbols(&mut sheet, spec, &parts, (100.0 / all, 100.0), size),
            QuantityMark::Count if countable(&parts, all) => {
                symbols(&mut sheet, spec, &parts, (1.0, all), size);
            }
            QuantityMark::Share | QuantityMark::Count => one_bar(&mut sheet, spec, &parts, all),
            QuantityMark::Target => {
                one_bar(&mut sheet, spec, &parts, all);
                if let Some(whole) = whole {
                    target(&mut sheet, whole / all);
                }
            }
            // Only a whole is there with nothing of it yet.
            QuantityMark::Bars | QuantityMark::Level if sum <= 0.0 => {}
            QuantityMark::Bars => bars(&mut sheet, &parts, spec.size.bar()),
            QuantityMark::Level => level(&mut sheet, &parts, format),
        }
        words(&mut sheet, spec, &parts);
    }
    for part in parts {
        sheet.note(part.tip.clone());
    }
    sheet.note(spec.whole_label.clone());
    sheet.close(dropped, format)
}

/// Whether a count can be drawn one by one.
fn countable(parts: &[&ProgressPart], all: f64) -> bool {
    let is_whole = |value: f64| value.fract() == 0.0;
    all <= MOST && is_whole(all) && parts.iter().all(|part| is_whole(part.extent.mid))
}

/// How many symbols stand in a row, and how wide the place of each is. Rows are even, and a hundred stands in rows of
/// twenty; where a height is aimed at, symbols are as large as it allows, and a hundred stands in rows of ten.
fn rows_of(all: f64, width: f64, height: Option<f64>, size: QuantitySize) -> (f64, f64) {
    if let Some(height) = height.filter(|_| all > MOST) {
        let across = if height * 1.6 >= width { 10.0 } else { 20.0 };
        return (across, (width / across).min(height / (all / across).ceil()).max(8.0));
    }
    if let Some(height) = height {
        let mut across = (width / LARGEST).floor().max(1.0);
        let high = |across: f64| (width / across).min(LARGEST) * (all / across).ceil();
        while across < all && high(across) > height {
            across += 1.0;
        }
        let across = (all / (all / across).ceil()).ceil();
        return (across, (width / across).min(LARGEST));
    }
    let (least, most) = size.symbols(all);
    let fits = (width / least).floor().max(1.0);
    // As many rows as a symbol of middling size asks for.
    let rows = (all * (least + most) / 2.0 / width).ceil().max(all / fits).ceil();
    let across = if all > MOST { fits.min(20.0) } else { (all / rows).ceil().min(fits) };
    (across, (width / across).min(most))
}

/// A symbol for each of `all`, those of a part in one shape; `each` for one of a part.
fn symbols(
    sheet: &mut Sheet,
    spec: &QuantitySpec,
    parts: &[&ProgressPart],
    (each, all): (f64, f64),
    size: Size,
) {
    let height = sheet.room(size).map(|room| room - WORDS);
    let (across, cell) = rows_of(all, sheet.width(), height, spec.size);
    let side = cell * 0.84;
    let (left, top) = (sheet.left(), sheet.y);
    let mut drawn = 0.0_f64;
    let mut draw = |scene: &mut Scene, until: f64, paint: Paint, part: Option<&ProgressPart>| {
        let mut steps: Vec<PathStep> = Vec::new();
        while drawn < until.min(all) {
            let (row, column) = ((drawn / across).floor(), drawn % across);
            let corner = (cell.mul_add(column, left), cell.mul_add(row, top));
            spec.symbol.add(&mut steps, corner, side);
            drawn += 1.0;
        }
        if steps.is_empty() {
            return;
        }
        let node = Node::new(Shape::Path(steps), paint, Role::Band);
        scene.push(match part {
            Some(part) => Node { role: Role::Mark, ..node }.of(part.id).telling(&part.tip),
            None => node,
        });
    };
    let mut end = 0.0;
    for part in parts {
        end += part.extent.mid * each;
        draw(&mut sheet.scene, end.round(), stage::area_paint(part.fill, part.hue), Some(part));
    }
    draw(&mut sheet.scene, all, Paint::hollow(spec.hue), None);
    sheet.y += cell.mul_add((all / across).ceil(), GAP);
}

/// One bar of all the parts; what they leave of the whole is hollow.
fn one_bar(sheet: &mut Sheet, spec: &QuantitySpec, parts: &[&ProgressPart], all: f64) {
    let point = if parts.last().is_some_and(|part| part.extent.open_high) { POINT } else { 0.0 };
    let (left, right) = (sheet.left() + 1.0, sheet.right() - 1.0 - point);
    let scale = LinearScale::new((0.0, all), (left, right));
    let outline = Area::new(left, sheet.y + 4.0, right - left, spec.size.bar());
    sheet.scene.plot = outline;
    sheet.scene.push(Node::new(Shape::Rect(outline), Paint::hollow(spec.hue), Role::Band));
    let mut begin = 0.0;
    for (at, part) in parts.iter().enumerate() {
        let end = begin + part.extent.mid;
        let area = Area::between(scale.scale(begin), outline.y, scale.scale(end), outline.bottom());
        draw_part(&mut sheet.scene, part, area, at + 1 == parts.len());
        begin = end;
    }
    sheet.y = outline.bottom() + 4.0 + GAP;
}

/// The line that the bar above was to reach, at a share of its width.
fn target(sheet: &mut Sheet, at: f64) {
    let plot = sheet.scene.plot;
    let x = plot.width.mul_add(at, plot.x);
    let mark = line(x, plot.y - 4.0, x, plot.bottom() + 4.0);
    sheet.scene.push(Node::new(mark, Paint::line(Token::Ink, 2.0), Role::Axis));
}

/// A bar for each part on one scale, its words over it.
fn bars(sheet: &mut Sheet, parts: &[&ProgressPart], bar: f64) {
    let greatest = parts.iter().map(|part| part.extent.mid).fold(0.0, f64::max);
    let scale = LinearScale::new((0.0, greatest), (sheet.left(), sheet.right() - POINT));
    for part in parts {
        // The figure stands last: it is never cut.
        for label in measure::wrap(&part.label, TextSize::Body, sheet.width(), LABEL_LINES) {
            let text = Text::new(sheet.left(), sheet.y + 14.0, label, TextSize::Body);
            let label = text.node(Paint::token(Token::Ink), Role::Label).of(part.id);
            sheet.scene.push(label.whole(&part.label));
            sheet.y += TextSize::Body.line();
        }
        let right = scale.scale(part.extent.mid).max(sheet.left() + 1.0);
        let area = Area::between(sheet.left(), sheet.y + 2.0, right, sheet.y + 2.0 + bar * 0.7);
        draw_part(&mut sheet.scene, part, area, true);
        sheet.y = area.bottom() + GAP * 1.5;
    }
}

/// Points on an axis from zero: what may be more has an arrow onwards, what may be less one back.
fn level(sheet: &mut Sheet, parts: &[&ProgressPart], format: &dyn Format) {
    let greatest = parts.iter().map(|part| part.extent.mid).fold(0.0, f64::max);
    let (left, right) = (sheet.left() + 8.0, sheet.right() - 8.0);
    let scale = LinearScale::new((0.0, greatest * 1.5), (left, right));
    let (y, base) = (sheet.y + 12.0, sheet.y + 26.0);
    for part in parts {
        let x = scale.scale(part.extent.mid);
        let (id, hue) = (part.id, part.hue);
        if part.extent.open_low {
            let below = Area::between(left, y - 8.0, x, y + 8.0);
            let paint = Paint { stroke: None, ..Paint::hatch(hue) };
            sheet.scene.push(Node::new(Shape::Rect(below), paint, Role::Trim).of(id));
        }
        let paint = match part.fill {
            Fill::Hollow => Paint::hollow(hue),
            _ => Paint::hue(hue),
        };
        let shape = Shape::Circle { x, y, radius: 7.0 };
        sheet.scene.push(Node::new(shape, paint, Role::Mark).of(id).telling(&part.tip));
        if part.extent.open_high {
            sheet.scene.nodes.extend(stage::arrow(id, hue, x + 10.0, y, 24.0));
        }
    }
    let axis = line(left, base, right, base);
    sheet.scene.push(Node::new(axis, Paint::line(Token::Muted, 1.0), Role::Axis));
    let mut free = f64::NEG_INFINITY;
    let values = parts.iter().map(|part| part.extent.mid);
    let mut values: Vec<f64> = std::iter::once(0.0).chain(values).collect();
    crate::base::order::Order::order_by(&mut values[..], |a, b| a.total_cmp(b));
    for value in values {
        let (x, text) = (scale.scale(value), format.number(value));
        let half = measure::width(&text, TextSize::Small) / 2.0;
        let x = x.max(sheet.left() + half);
        if x - half > free && x + half <= sheet.right() {
            let text = Text::new(x, base + 15.0, text, TextSize::Small).anchored(Anchor::Middle);
            sheet.scene.push(text.node(Paint::token(Token::Muted), Role::Axis));
            free = x + half + 4.0;
        }
    }
    sheet.y = base + 20.0 + GAP;
}

/// The words beside the parts; bars have theirs over them.
fn words(sheet: &mut Sheet, spec: &QuantitySpec, parts: &[&ProgressPart]) {
    let item = |paint, name: &str, sign| LegendItem { paint, name: name.to_owned(), sign };
    let mut items = Vec::new();
    if spec.mark != QuantityMark::Bars {
        let sign = if spec.mark == QuantityMark::Level { Sign::Dot } else { Sign::Square };
        let part =
            |part: &&ProgressPart| item(stage::area_paint(part.fill, part.hue), &part.label, sign);
        items.extend(parts.iter().map(part));
    }
    items.push(match spec.mark {
        QuantityMark::Target => item(Paint::token(Token::Ink), &spec.whole_label, Sign::Tick),
        _ => item(Paint::hollow(spec.hue), &spec.whole_label, Sign::Square),
    });
    items.retain(|item| !item.name.is_empty());
    sheet.y += if items.is_empty() { 0.0 } else { 2.0 };
    sheet.legend(&items);
}
