//! Matrix: categories × series, each cell shaded by value with its figure in it.

use std::collections::HashMap;

use super::figure::Figure;
use super::stage;
use crate::base::order::Order;
use crate::chart::axis;
use crate::chart::axis::line;
use crate::chart::format::Format;
use crate::chart::geometry::Area;
use crate::chart::measure;
use crate::chart::node::{Anchor, Node, Role, Shape, Text};
use crate::chart::paint::{Colour, Paint, Token};
use crate::chart::palette::{GREATEST_TINT_UNDER_TEXT, NEUTRAL};
use crate::chart::rows::Names;
use crate::chart::sheet::{Sheet, Size};
use crate::chart::spec::{ChartSpec, Datum, Fill, Shade};
use crate::chart::text_size::TextSize;

const ROW: f64 = 32.0;
const GAP: f64 = 2.0;
const WIDEST: f64 = 150.0;
/// Columns narrower than this have their names turned upright.
const TURNED: f64 = 38.0;
/// The highest that a turned name is.
const HIGHEST: f64 = 136.0;

/// Equal classes between the least and the greatest value (of logarithms on a log axis).
#[derive(Clone, Copy)]
struct Classes {
    low: f64,
    high: f64,
    log: bool,
}

impl Classes {
    fn of<'a>(data: impl Iterator<Item = &'a Datum>, log: bool) -> Self {
        let (low, high) = data
            .map(|datum| (datum.extent.mid, datum.extent.mid))
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
            .unwrap_or((0.0, 0.0));
        Self { low, high, log }
    }

    /// The tint of a value, `1..=GREATEST_TINT_UNDER_TEXT`.
    fn tint(&self, value: f64) -> u8 {
        let of = |v: f64| {
            if self.log { v.max(f64::MIN_POSITIVE).log10() } else { v }
        };
        let share = (of(value) - of(self.low)) / (of(self.high) - of(self.low));
        // A single value has no share; it takes the middle.
        let share = if share.is_finite() { share } else { 0.5 };
        let class = (share * f64::from(GREATEST_TINT_UNDER_TEXT)).floor() as u8 + 1;
        class.clamp(1, GREATEST_TINT_UNDER_TEXT)
    }

    /// Where a class begins.
    fn begin(&self, class: u8) -> f64 {
        let share = f64::from(class - 1) / f64::from(GREATEST_TINT_UNDER_TEXT);
        if self.log {
            let (low, high) = (self.low.log10(), self.high.log10());
            10_f64.powf(share.mul_add(high - low, low))
        } else {
            share.mul_add(self.high - self.low, self.low)
        }
    }
}

/// Lays out and draws a matrix below what the sheet already holds.
#[inline(never)] // Not in the first view, whose load the build keeps small.
pub(crate) fn compose(
    sheet: &mut Sheet,
    spec: &ChartSpec,
    sound: &[&Datum],
    size: Size,
    format: &dyn Format,
) {
    axis::name_line(sheet, spec, format);
    let columns = spec.series.len().max(1);
    let names = Names::plan(&spec.categories, sheet.width());
    let left = sheet.left() + names.column;
    let width = ((sheet.right() - left) / columns as f64).min(WIDEST);
    if spec.shade == Shade::Whole && !sound.is_empty() {
        ramp(sheet, spec, sound, format);
    }
    header(sheet, spec, left, width);

    let heights: Vec<f64> =
        (0..spec.categories.len()).map(|row| names.row_height(row, ROW)).collect();
    let natural: f64 = heights.iter().sum();
    let rows = heights.len().max(1) as f64;
    let extra = sheet.room(size).map_or(0.0, |room| ((room - natural) / rows).clamp(-6.0, 24.0));
    let body = ROW + extra;
    sheet.scene.plot = Area::new(left, sheet.y, width * columns as f64, natural + extra * rows);
    let taken: HashMap<(usize, usize), &Datum> = sound
        .iter()
        .map(|datum| ((datum.category as usize, datum.series as usize), *datum))
        .collect();
    // The index of a datum's peers, among which its shade compares.
    let group = |datum: &Datum| match spec.shade {
        Shade::Whole => 0,
        Shade::Series => datum.series,
        Shade::Category => datum.category,
    };
    let mut peers: HashMap<u32, Vec<&Datum>> = HashMap::new();
    for datum in sound {
        peers.entry(group(datum)).or_default().push(datum);
    }
    let log = spec.value.log;
    let classes = |(group, own): (u32, Vec<&Datum>)| (group, Classes::of(own.into_iter(), log));
    let classes: HashMap<u32, Classes> = peers.into_iter().map(classes).collect();
    for (row, height) in heights.iter().enumerate() {
        let area = Area::new(sheet.left(), sheet.y, sheet.width(), height + extra);
        let cells = names.body(row, area, body);
        names.draw(&mut sheet.scene, row, area);
        for column in 0..columns {
            let x = left + width * column as f64;
            let cell = Area::new(x, cells.y, width - GAP, body - GAP);
            let found = taken.get(&(row, column));
            let found = found.and_then(|datum| Some((datum, classes.get(&group(datum))?)));
            match found {
                Some((datum, classes)) => {
                    let tint = classes.tint(datum.extent.mid);
                    draw_cell(sheet, spec, datum, cell, tint);
                }
                None => {
                    // Nothing published is not a zero: a dash, no shade.
                    let (x, y) = (cell.x + cell.width / 2.0, cell.y + cell.height / 2.0);
                    let dash = line(x - 4.0, y, x + 4.0, y);
                    sheet.scene.push(Node::new(
                        dash,
                        Paint::line(Token::Hairline, 1.5),
                        Role::Grid,
                    ));
                }
            }
        }
        sheet.y += height + extra;
    }
}

fn draw_cell(sheet: &mut Sheet, spec: &ChartSpec, datum: &Datum, cell: Area, tint: u8) {
    let hue = spec.hue(datum);
    let scene = &mut sheet.scene;
    let planned = datum.fill == Fill::Hollow;
    let paint = if planned {
        Paint::token(Token::Paper).outlined(Colour::Hue(hue), 1.5)
    } else {
        Paint::hue(hue).tint(tint)
    };
    let area = if planned { cell.grown(-0.75) } else { cell };
    scene.push(Node::new(Shape::Rect(area), paint, Role::Mark).of(datum.id).telling(&datum.tip));
    let marked = matches!(datum.fill, Fill::Hatched | Fill::Tick);
    let strip = if marked && cell.width > 24.0 { 6.0 } else { 0.0 };
    if strip > 0.0 {
        let (shape, paint) = match datum.fill {
            Fill::Tick => {
                let tick = Area::new(cell.x + 1.0, cell.y + 6.0, 3.5, cell.height - 12.0);
                (tick, Paint::hue(hue))
            }
            fill => {
                let strip = Area::new(cell.x, cell.y, strip, cell.height);
                (strip, Paint { stroke: None, ..stage::area_paint(fill, hue) })
            }
        };
        scene.push(Node::new(Shape::Rect(shape), paint, Role::Trim).of(datum.id));
    }
    let room = cell.width - strip - 4.0;
    let fits = |size| measure::strong_width(&datum.label, size) <= room;
    // Figures are never cut: one that does not fit is in the tip.
    let size = if fits(TextSize::Body) { TextSize::Body } else { TextSize::Small };
    if fits(size) && !datum.label.is_empty() && cell.height >= size.px() + 4.0 {
        let figure = Figure { figure: datum.label.clone(), size: Some(size), ..Figure::default() };
        let x = cell.x + strip + (cell.width - strip - figure.width()) / 2.0;
        figure.draw(scene, x, cell.y + cell.height / 2.0, Some(datum.id));
    }
}

/// Names of the columns, on two lines or upright.
pub(super) fn header(sheet: &mut Sheet, spec: &ChartSpec, left: f64, width: f64) {
    if spec.series.iter().all(|series| series.name.is_empty()) {
        return;
    }
    let names = || spec.series.iter().map(|series| series.name.as_str());
    let paint = Paint::token(Token::Muted);
    let room = width - 2.0 * GAP;
    // A word of letters is turned rather than cut.
    let has_long = names().any(|name| measure::longest_word(name, TextSize::Small) > room);
    if width < TURNED || has_long {
        let height = measure::widest(names(), TextSize::Small).min(HIGHEST);
        if width >= TextSize::Small.px() * 1.1 {
            for (column, name) in names().enumerate() {
                let x = width.mul_add(column as f64 + 0.5, left) + 4.0;
                let shown = measure::cut_between_words(name, TextSize::Small, height);
                let mut text = Text::new(x, sheet.y + height, shown, TextSize::Small);
                text.upright = true;
                sheet.scene.push(text.node(paint, Role::Axis).whole(name));
            }
            sheet.y += height + 6.0;
        }
        return;
    }
    let lines: Vec<Vec<String>> =
        names().map(|name| measure::wrap(name, TextSize::Small, room, 2)).collect();
    let most = lines.iter().map(Vec::len).max().unwrap_or(0) as f64;
    let pitch = TextSize::Small.line();
    for (column, lines) in lines.iter().enumerate() {
        let x = width.mul_add(column as f64 + 0.5, left - GAP / 2.0);
        // The last lines stand on one level.
        let top = sheet.y + (most - lines.len() as f64) * pitch;
        for (index, line) in lines.iter().enumerate() {
            let baseline = pitch.mul_add(index as f64, top) + 12.0;
            let text = Text::new(x, baseline, line.as_str(), TextSize::Small);
            sheet.scene.push(
                text.anchored(Anchor::Middle)
                    .node(paint, Role::Axis)
                    .whole(spec.series_name(column as u32)),
            );
        }
    }
    sheet.y += most * pitch + 4.0;
}

/// The ramp of shades with the values where classes begin and the last ends.
fn ramp(sheet: &mut Sheet, spec: &ChartSpec, sound: &[&Datum], format: &dyn Format) {
    let classes = Classes::of(sound.iter().copied(), spec.value.log);
    if classes.low >= classes.high {
        return;
    }
    let mut hues: Vec<u8> = sound.iter().map(|datum| spec.hue(datum)).collect();
    hues.order();
    hues.dedup();
    let hue = if let [only] = hues[..] { only } else { NEUTRAL };
    let (low, high) = (format.number(classes.low), format.number(classes.high));
    let text = |x, text: &str| {
        Text::new(x, 0.0, text, TextSize::Small).node(Paint::token(Token::Muted), Role::Legend)
    };
    let swatch = 26.0;
    let ends = measure::width(&low, TextSize::Small) + measure::width(&high, TextSize::Small);
    let steps = f64::from(GREATEST_TINT_UNDER_TEXT);
    if ends + steps * swatch + 12.0 > sheet.width() {
        return;
    }
    let mut nodes = vec![text(sheet.left(), &low)];
    let mut x = sheet.left() + measure::width(&low, TextSize::Small) + 6.0;
    for class in 1..=GREATEST_TINT_UNDER_TEXT {
        let area = Area::new(x, sheet.y + 1.0, swatch - 1.0, 12.0);
        let begin = format.number(classes.begin(class));
        nodes.push(
            Node::new(Shape::Rect(area), Paint::hue(hue).tint(class), Role::Legend).telling(&begin),
        );
        x += swatch;
    }
    nodes.push(text(x + 6.0, &high));
    for mut node in nodes {
        if let Shape::Text(text) = &mut node.shape {
            text.y = sheet.y + 11.5;
        }
        sheet.scene.push(node);
    }
    sheet.y += 24.0;
}
