//! Mirror: two series beside each other, a row a category. Each row has a scale of its own, so that only the two of a row
//! compare. Wide, one grows to the left and one to the right of the name; narrow, they stand under it.

use super::bar;
use super::figure::Figure;
use crate::chart::axis::line;
use crate::chart::geometry::Area;
use crate::chart::measure;
use crate::chart::node::{Anchor, Node, Role, Text};
use crate::chart::paint::{Paint, Token};
use crate::chart::rows::BESIDE;
use crate::chart::sheet::Sheet;
use crate::chart::spec::{ChartSpec, Datum, Extent};
use crate::chart::text_size::TextSize;

/// Height of a bar.
const BAR: f64 = 16.0;
/// From one bar of a narrow row to the next.
const PITCH: f64 = 24.0;
/// Around a row.
const PAD: f64 = 10.0;
/// Between a bar's end, with what may point beyond it, and its figure.
const GAP: f64 = 15.0;
/// The most lines of a name and of its note.
const LINES: usize = 5;

/// A row's words and its two figures.
struct Row<'a> {
    words: Vec<(String, TextSize)>,
    sides: [Option<&'a Datum>; 2],
}

impl Row<'_> {
    fn words_height(&self) -> f64 {
        self.words.iter().map(|(_, size)| size.line()).sum()
    }

    /// The greater of both values, at least something.
    fn greatest(&self) -> f64 {
        let values = self.sides.iter().flatten().map(|datum| far(datum));
        values.fold(f64::MIN_POSITIVE, f64::max)
    }
}

/// Lays out and draws the rows below what the sheet already holds.
#[inline(never)] // Not in the first view, whose load the build keeps small.
pub(crate) fn compose(sheet: &mut Sheet, spec: &ChartSpec, sound: &[&Datum]) {
    let is_wide = sheet.width() >= BESIDE;
    let middle = if is_wide { (sheet.width() * 0.34).min(320.0) } else { sheet.width() };
    let rows: Vec<Row> = (0..spec.categories.len())
        .map(|at| {
            let of = |side: u32| {
                sound.iter().copied().find(|d| d.category as usize == at && d.series == side)
            };
            let category = &spec.categories[at];
            let wrap = |text: &str, size| {
                let lines = measure::wrap(text, size, middle - 16.0, LINES);
                lines.into_iter().map(move |line| (line, size))
            };
            let name = wrap(&category.name, TextSize::Body);
            let words = name.chain(wrap(&category.note, TextSize::Small)).collect();
            Row { words, sides: [of(0), of(1)] }
        })
        .collect();
    let top = sheet.y;
    if is_wide {
        wide(sheet, spec, &rows, middle);
    } else {
        narrow(sheet, spec, &rows);
    }
    sheet.scene.plot = Area::between(sheet.left(), top, sheet.right(), sheet.y);
}

/// The widest of the figures.
fn widest(rows: &[Row]) -> f64 {
    let labels = rows.iter().flat_map(|row| row.sides.iter().flatten());
    let widths = labels.map(|datum| measure::strong_width(&datum.label, TextSize::Body));
    widths.fold(0.0, f64::max)
}

fn wide(sheet: &mut Sheet, spec: &ChartSpec, rows: &[Row], middle: f64) {
    let centre = f64::midpoint(sheet.left(), sheet.right());
    let (inner, outer) = (middle / 2.0, sheet.width() / 2.0);
    let side = outer - inner;
    let room = (side - widest(rows) - GAP).max(side * 0.3);
    let mut height = 0.0_f64;
    for (at, anchor, dir) in [(0, Anchor::End, -1.0), (1, Anchor::Start, 1.0)] {
        let lines = measure::wrap(spec.series_name(at), TextSize::Body, side, 2);
        for (n, line) in lines.iter().enumerate() {
            let y = TextSize::Body.line().mul_add(n as f64, sheet.y + 14.5);
            let text = Text::new(inner.mul_add(dir, centre), y, line.as_str(), TextSize::Body);
            let text = text.anchored(anchor).strong();
            sheet.scene.push(text.node(Paint::token(Token::Ink), Role::Axis));
        }
        height = height.max(lines.len() as f64 * TextSize::Body.line());
    }
    sheet.y += height + 6.0;
    for row in rows {
        rule(sheet);
        let height = row.words_height().max(BAR) + 2.0 * PAD;
        let y = sheet.y + (height - row.words_height()) / 2.0;
        words(sheet, row, centre, y, Anchor::Middle);
        let y = sheet.y + (height - BAR) / 2.0;
        for (datum, dir) in row.sides.iter().zip([-1.0, 1.0]) {
            let Some(datum) = datum else { continue };
            let from = inner.mul_add(dir, centre);
            draw(sheet, spec, datum, Place { from, y, dir, room, side }, row.greatest());
        }
        sheet.y += height;
    }
}

fn narrow(sheet: &mut Sheet, spec: &ChartSpec, rows: &[Row]) {
    let names = [0, 1].map(|at| spec.series_name(at));
    let column = measure::widest(names, TextSize::Small).min(sheet.width() * 0.36) + 8.0;
    let side = sheet.width() - column;
    let room = (side - widest(rows) - GAP).max(side * 0.3);
    for row in rows {
        rule(sheet);
        sheet.y += PAD;
        let left = sheet.left();
        words(sheet, row, left, sheet.y, Anchor::Start);
        sheet.y += row.words_height() + 4.0;
        for (datum, name) in row.sides.iter().zip(names) {
            let Some(datum) = datum else { continue };
            let name = measure::cut_between_words(name, TextSize::Small, column - 8.0);
            let text = Text::new(left, sheet.y + 12.0, name, TextSize::Small);
            let paint = Paint::token(Token::Muted);
            sheet.scene.push(text.node(paint, Role::Label).whole(spec.series_name(datum.series)));
            let place = Place { from: left + column, y: sheet.y, dir: 1.0, room, side };
            draw(sheet, spec, datum, place, row.greatest());
            sheet.y += PITCH;
        }
        sheet.y += PAD - (PITCH - BAR);
    }
}

/// A hairline over a row.
fn rule(sheet: &mut Sheet) {
    let shape = line(sheet.left(), sheet.y, sheet.right(), sheet.y);
    sheet.scene.push(Node::new(shape, Paint::line(Token::Hairline, 1.0), Role::Grid));
}

/// The name of a row and, smaller, its note.
fn words(sheet: &mut Sheet, row: &Row, x: f64, y: f64, anchor: Anchor) {
    let mut y = y;
    for (line, size) in &row.words {
        let (token, down) = match size {
            TextSize::Body => (Token::Ink, 14.5),
            _ => (Token::Muted, 12.0),
        };
        let text = Text::new(x, y + down, line.as_str(), *size).anchored(anchor);
        sheet.scene.push(text.node(Paint::token(token), Role::Label));
        y += size.line();
    }
}

/// Where a bar begins, which way it grows, how long it may be, and how much room its figure has too.
struct Place {
    from: f64,
    y: f64,
    dir: f64,
    room: f64,
    side: f64,
}

/// How far a value reaches on its side.
fn far(datum: &Datum) -> f64 {
    datum.extent.mid.abs().max(datum.extent.span().1)
}

/// A bar and its figure.
fn draw(sheet: &mut Sheet, spec: &ChartSpec, datum: &Datum, place: Place, greatest: f64) {
    let Place { from, y, dir, room, side } = place;
    // Less than nothing has no length here: its figure tells it.
    let length = (datum.extent.mid.max(0.0) / greatest).clamp(0.0, 1.0) * room;
    let end = length.max(1.0).mul_add(dir, from);
    let own = datum.extent;
    // To the left the bar is that of the negative value, whose ends change sides.
    let extent = match dir < 0.0 {
        true => Extent {
            mid: -1.0,
            low: None,
            high: None,
            open_low: own.open_high,
            open_high: own.open_low,
            ..own
        },
        false => Extent { mid: 1.0, low: None, high: None, ..own },
    };
    let drawn = Datum { extent, ..datum.clone() };
    let hit = Area::between(from, y - 4.0, side.mul_add(dir, from), y + BAR + 4.0);
    let hit = Node::new(crate::chart::node::Shape::Rect(hit), Paint::NONE, Role::Hit);
    sheet.scene.push(hit.of(datum.id));
    let area = Area::between(from, y, end, y + BAR);
    bar::draw_bar(&mut sheet.scene, &drawn, spec.hue(datum), area, end);
    let at = |value: f64| ((value.max(0.0) / greatest).clamp(0.0, 1.0) * room).mul_add(dir, from);
    if own.low.is_some() || own.high.is_some() {
        let (low, high) = own.span();
        bar::whisker(&mut sheet.scene, datum.id, (at(low), at(high)), y + BAR / 2.0);
    }
    // The figure stands beyond all of it.
    let length = length.max((far(datum) / greatest).clamp(0.0, 1.0) * room);
    let end = length.max(1.0).mul_add(dir, from);
    let figure = Figure { figure: datum.label.clone(), ..Figure::default() };
    let figure = figure.within(side - length - GAP);
    let near = (GAP - 4.0).mul_add(dir, end);
    let x = if dir < 0.0 { near - figure.width() } else { near };
    figure.draw(&mut sheet.scene, x, y + BAR / 2.0, Some(datum.id));
}
