//! Stacked bars: the parts of a category laid end to end from zero, the sum at their end.

use super::figure::Figure;
use super::row_context::{Need, RowContext};
use super::stage;
use crate::chart::format::{Ends, Format};
use crate::chart::geometry::Area;
use crate::chart::node::{Node, Role, Shape};
use crate::chart::paint::{Colour, Paint, Token};
use crate::chart::scene::Scene;
use crate::chart::spec::Datum;
use crate::chart::text_size::TextSize;

const THICKNESS: f64 = 20.0;
const UNDER: f64 = 17.0;
const GAP: f64 = 7.0;

/// A stacked row: its parts with where each begins and ends, and the sum's label.
pub(crate) struct StackRow<'a> {
    parts: Vec<(&'a Datum, f64, f64)>,
    total: Figure,
    end: f64,
    beside: bool,
    under: bool,
    pub(crate) height: f64,
}

/// Positive and negative sums of a category.
pub(crate) fn span(data: &[&Datum]) -> (f64, f64) {
    let sum = |keep: fn(&f64) -> bool| -> f64 {
        let values = data.iter().map(|datum| datum.extent.mid);
        values.filter(keep).sum()
    };
    (sum(|v| *v < 0.0), sum(|v| *v > 0.0))
}

fn total(data: &[&Datum], format: &dyn Format) -> Figure {
    let figure = match data {
        [] => String::new(),
        [only] => only.label.clone(),
        // Parts on both sides of zero: no end of the bar is the sum.
        _ if span(data).0 < 0.0 && span(data).1 > 0.0 => String::new(),
        _ => {
            let any = |test: fn(&Datum) -> bool| data.iter().any(|datum| test(datum));
            let ends = Ends {
                open_low: any(|d| d.extent.open_low),
                open_high: any(|d| d.extent.open_high),
                soft: any(|d| d.extent.soft),
            };
            format.total(data.iter().map(|d| d.extent.mid).sum(), ends)
        }
    };
    Figure { figure, ..Figure::default() }
}

/// Room the sum's label needs beyond the bar.
pub(crate) fn need(data: &[&Datum], format: &dyn Format) -> Need {
    let (low, high) = span(data);
    let leftwards = high == 0.0 && low < 0.0;
    Need {
        value: if leftwards { low } else { high },
        width: GAP + total(data, format).width(),
        bare: 0.0,
        leftwards,
    }
}

/// Plans the stack of one category.
pub(crate) fn plan<'a>(data: &[&'a Datum], ctx: &RowContext, format: &dyn Format) -> StackRow<'a> {
    let need = need(data, format);
    let (mut low, mut high) = (0.0, 0.0);
    let parts: Vec<(&Datum, f64, f64)> = data
        .iter()
        .map(|&datum| {
            let value = datum.extent.mid;
            let from = if value < 0.0 { &mut low } else { &mut high };
            let begin = *from;
            *from += value;
            (datum, begin, *from)
        })
        .collect();
    let beside = ctx.fits(&need);
    let under = parts.len() > 1 && parts.iter().any(|part| label(part, ctx).is_some());
    StackRow {
        total: total(data, format).within(ctx.right - ctx.left),
        end: need.value,
        beside,
        under,
        height: THICKNESS
            + if under { UNDER } else { 0.0 }
            + if beside { 0.0 } else { UNDER + 2.0 },
        parts,
    }
}

/// What stands under a part: its figure and, where there is room, whose it is; none where not even the figure has room.
fn label(part: &(&Datum, f64, f64), ctx: &RowContext) -> Option<Figure> {
    let (datum, from, to) = part;
    let room = (ctx.scale.scale(*to) - ctx.scale.scale(*from)).abs() - 4.0;
    let bare =
        Figure { figure: datum.label.clone(), size: Some(TextSize::Small), ..Figure::default() };
    let named = Figure { name: ctx.spec.series_name(datum.series).to_owned(), ..bare.clone() };
    let fits = |figure: &Figure| !datum.label.is_empty() && figure.width() <= room;
    [named, bare].into_iter().find(fits)
}

/// Draws the stack of one category into a row's body.
#[inline(never)] // Not in the first view, whose load the build keeps small.
pub(crate) fn draw(scene: &mut Scene, row: &StackRow, body: Area, ctx: &RowContext) {
    for part in row.parts.iter().copied() {
        let (datum, from, to) = part;
        let (x1, x2) = (ctx.scale.scale(from), ctx.scale.scale(to));
        let mut area = Area::between(x1, body.y, x2, body.y + THICKNESS);
        // Neighbours are told apart by a gap of paper, not by their hues alone.
        if area.width > 3.0 {
            area.width -= 1.0;
        }
        area.width = area.width.max(0.5);
        let hue = ctx.spec.hue(datum);
        let paint = stage::area_paint(datum.fill, hue);
        scene
            .push(Node::new(Shape::Rect(area), paint, Role::Mark).of(datum.id).telling(&datum.tip));
        let open = datum.extent.open_low || datum.extent.open_high;
        if (open || datum.extent.soft) && area.width > 6.0 {
            // The end of an inexact part: a dashed edge over a paper line.
            let edge = if datum.extent.mid < 0.0 { area.x + 2.0 } else { area.right() - 2.0 };
            let line = crate::chart::axis::line(edge, area.y, edge, area.bottom());
            let paper = Paint::NONE.outlined(Colour::Token(Token::Paper), 1.5).dashed();
            scene.push(Node::new(line, paper, Role::Trim).of(datum.id));
        }
        if let Some(label) = label(&part, ctx).filter(|_| row.under) {
            label.draw(scene, area.x + 2.0, body.y + THICKNESS + UNDER / 2.0, Some(datum.id));
        }
    }
    if row.parts.is_empty() {
        return;
    }
    let end = ctx.scale.scale(row.end);
    let width = row.total.width();
    if row.beside {
        let x = if row.end < 0.0 { end - GAP - width } else { end + GAP };
        row.total.draw(scene, x, body.y + THICKNESS / 2.0, None);
    } else {
        let y = body.y + row.height - UNDER / 2.0;
        let x = ctx.scale.base().clamp(ctx.left, (ctx.right - width).max(ctx.left));
        row.total.draw(scene, x, y, None);
    }
}
