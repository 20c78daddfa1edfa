//! Presence: categories × series, a filled dot where there is something and a hollow one where there is nothing.

use super::matrix;
use crate::chart::axis::line;
use crate::chart::geometry::Area;
use crate::chart::measure;
use crate::chart::node::{Anchor, Node, Role, Shape, Text};
use crate::chart::paint::{Colour, Paint, Token};
use crate::chart::palette::NEUTRAL;
use crate::chart::sheet::{LegendItem, Sheet, Sign};
use crate::chart::spec::{ChartSpec, Datum, Fill};
use crate::chart::text_size::TextSize;

/// Radius of a dot.
const RADIUS: f64 = 6.5;
/// Height of a row's dots.
const ROW: f64 = 26.0;
/// The widest column.
const WIDEST: f64 = 112.0;
/// What names of rows keep of the width at least.
const NAMES: f64 = 0.3;

/// Lays out and draws the grid below what the sheet already holds. Names of rows stand beside their dots where the names of
/// columns then still can be read, else above them.
#[inline(never)] // Not in the first view, whose load the build keeps small.
pub(crate) fn compose(sheet: &mut Sheet, spec: &ChartSpec, sound: &[&Datum]) {
    sheet.legend(&signs(spec));
    let columns = spec.series.len().max(1);
    let words = spec.series.iter().flat_map(|series| series.name.split(' '));
    // A word of Latin letters is not broken; a Chinese name takes two lines.
    let needs = words.map(|word| {
        let width = measure::width(word, TextSize::Small);
        if word.is_ascii() { width + 8.0 } else { width / 2.0 + 16.0 }
    });
    let need = needs.fold(0.0, f64::max);
    let names = spec.categories.iter().map(|category| category.name.as_str());
    let names = measure::widest(names, TextSize::Body) + 12.0;
    let fair = sheet.width() * (1.0 - NAMES) / columns as f64;
    let is_beside = fair >= need;
    let spare = (sheet.width() - need * columns as f64).max(sheet.width() * NAMES);
    let column = if is_beside { names.min(spare) } else { 0.0 };
    let left = sheet.left() + column;
    let width = ((sheet.right() - left) / columns as f64).min(WIDEST);
    matrix::header(sheet, spec, left, width);
    let top = sheet.y;
    let end = width.mul_add(columns as f64, left);
    for (at, category) in spec.categories.iter().enumerate() {
        rule(sheet, end);
        let room = if is_beside { column - 8.0 } else { sheet.width() };
        let lines = measure::wrap(&category.name, TextSize::Body, room, 3);
        let height = lines.len() as f64 * TextSize::Body.line();
        let row = if is_beside { ROW.max(height + 6.0) } else { ROW };
        let mut y = if is_beside { sheet.y + (row - height) / 2.0 } else { sheet.y + 3.0 };
        for text in &lines {
            let text = Text::new(sheet.left(), y + 14.5, text.as_str(), TextSize::Body);
            let text = text.anchored(Anchor::Start).node(Paint::token(Token::Ink), Role::Label);
            sheet.scene.push(text.whole(&category.name));
            y += TextSize::Body.line();
        }
        if !is_beside {
            sheet.y = y;
        }
        for series in 0..columns {
            let x = width.mul_add(series as f64 + 0.5, left);
            let is_own = |d: &&&Datum| d.category as usize == at && d.series as usize == series;
            dot(sheet, spec, sound.iter().find(is_own).copied(), x, sheet.y + row / 2.0);
        }
        sheet.y += row;
    }
    sheet.scene.plot = Area::between(left, top, sheet.right(), sheet.y);
}

/// What a filled and what a hollow dot say, by the names of these fills.
fn signs(spec: &ChartSpec) -> Vec<LegendItem> {
    let paint = |fill: Fill| match fill {
        Fill::Hollow => hollow(),
        _ => Paint::hue(NEUTRAL),
    };
    let item = |(fill, name): &(Fill, String)| LegendItem {
        paint: paint(*fill),
        name: name.clone(),
        sign: Sign::Dot,
    };
    spec.stages.iter().map(item).collect()
}

const fn hollow() -> Paint {
    Paint::token(Token::Paper).outlined(Colour::Token(Token::Muted), 1.5)
}

fn dot(sheet: &mut Sheet, spec: &ChartSpec, datum: Option<&Datum>, x: f64, y: f64) {
    let shape = Shape::Circle { x, y, radius: RADIUS };
    sheet.scene.push(match datum {
        Some(datum) => {
            let paint = Paint::hue(spec.hue(datum));
            Node::new(shape, paint, Role::Mark).of(datum.id).telling(&datum.tip)
        }
        None => Node::new(shape, hollow(), Role::Grid),
    });
}

/// A hairline over a row, as far as its dots reach.
fn rule(sheet: &mut Sheet, end: f64) {
    let shape = line(sheet.left(), sheet.y, end, sheet.y);
    sheet.scene.push(Node::new(shape, Paint::line(Token::Hairline, 1.0), Role::Grid));
}
