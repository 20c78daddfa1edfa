//! Axes and grids: marks like any other, thinned until no two labels touch.

use super::format::{Format, TimeStep, Word};
use super::geometry::Area;
use super::measure;
use super::node::{Anchor, Node, Role, Shape, Text};
use super::paint::{Paint, Token};
use super::scale::{TimeScale, ValueScale};
use super::scene::Scene;
use super::sheet::Sheet;
use super::spec::{ChartSpec, ValueAxis};
use super::text_size::TextSize;
use crate::base::order::Order;

/// Height of a value axis's line of labels under a plot.
pub(crate) const VALUE_AXIS: f64 = 22.0;
/// Height of a time axis's line of labels.
pub(crate) const TIME_LINE: f64 = 17.0;

const GAP: f64 = 8.0;

pub(crate) const fn line(x1: f64, y1: f64, x2: f64, y2: f64) -> Shape {
    Shape::Line { x1, y1, x2, y2 }
}

/// How many ticks fit a width.
pub(crate) const fn tick_count(width: f64) -> usize {
    (width / 90.0).clamp(2.0, 8.0) as usize
}

/// The name of an axis and, where it is one, that it is logarithmic.
pub(crate) fn name(axis: &ValueAxis, format: &dyn Format) -> String {
    let log = if axis.log { format.word(Word::LogScale) } else { String::new() };
    let parts = [axis.label.clone(), log];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The line that names the value axis.
pub(crate) fn name_line(sheet: &mut Sheet, spec: &ChartSpec, format: &dyn Format) {
    let label = name(&spec.value, format);
    sheet.note(label.clone());
    sheet.small_line(&label);
    if !label.is_empty() {
        sheet.y += 4.0;
    }
}

/// A tick with its label, its middle moved so that the label keeps within the bounds.
#[derive(Clone, Debug)]
pub(crate) struct Tick {
    pub(crate) at: f64,
    pub(crate) text: String,
    middle: f64,
    half: f64,
}

/// Ticks of a horizontal value axis whose labels keep within `bounds` and apart from one another;
/// of too many every second, third … stays, zero among them.
pub(crate) fn value_ticks(
    scale: &ValueScale,
    width: f64,
    bounds: (f64, f64),
    whole: bool,
    format: &dyn Format,
) -> Vec<Tick> {
    let mut values = scale.ticks(tick_count(width));
    values.retain(|value| !whole || value.fract() == 0.0);
    let zero = values.iter().position(|v| *v == 0.0).unwrap_or(0);
    let ticks: Vec<Tick> = values
        .iter()
        .map(|value| {
            let text = format.number(*value);
            let half = measure::width(&text, TextSize::Small) / 2.0;
            let at = scale.scale(*value);
            let (low, high) = (bounds.0 + half, bounds.1 - half);
            let middle = if low > high { at } else { at.clamp(low, high) };
            Tick { at, text, middle, half }
        })
        .filter(|tick| {
            tick.at.is_finite()
                && tick.middle - tick.half >= bounds.0 - 0.01
                && tick.middle + tick.half <= bounds.1 + 0.01
        })
        .collect();
    let every = (1..=ticks.len().max(1)).find(|every| {
        let kept: Vec<&Tick> = thinned(&ticks, *every, zero).collect();
        kept.windows(2).all(|w| w[0].middle + w[0].half + GAP <= w[1].middle - w[1].half)
    });
    thinned(&ticks, every.unwrap_or(1), zero).cloned().collect()
}

fn thinned(ticks: &[Tick], every: usize, keep: usize) -> impl Iterator<Item = &Tick> {
    ticks
        .iter()
        .enumerate()
        .filter(move |(index, _)| index % every == keep % every)
        .map(|(_, tick)| tick)
}

/// Labels of a horizontal value axis under `plot`.
pub(crate) fn draw_value_labels(scene: &mut Scene, ticks: &[Tick], bottom: f64) {
    for tick in ticks {
        let text = Text::new(tick.middle, bottom + 16.0, &*tick.text, TextSize::Small);
        scene.push(text.anchored(Anchor::Middle).node(Paint::token(Token::Muted), Role::Axis));
    }
}

/// Vertical hairlines of the ticks over an area, broken where they would run through a text.
pub(crate) fn value_grid(ticks: &[Tick], area: Area, texts: &[Area]) -> Vec<Node> {
    let mut nodes = Vec::new();
    for tick in ticks {
        let crossed = texts
            .iter()
            .filter(|text| text.grown(4.0).distance(tick.at, text.y) == 0.0)
            .map(|text| (text.y - 1.0, text.bottom() + 1.0));
        for (from, to) in gaps((area.y, area.bottom()), crossed.collect()) {
            nodes.push(grid_line(tick.at, from, tick.at, to));
        }
    }
    nodes
}

/// A firm vertical line at a place over an area, broken where it would run through a text.
#[inline(never)] // Not in the first view, whose load the build keeps small.
pub(crate) fn reference_line(at: f64, area: Area, texts: &[Area]) -> Vec<Node> {
    let crossed = texts
        .iter()
        .filter(|text| text.grown(4.0).distance(at, text.y) == 0.0)
        .map(|text| (text.y - 1.0, text.bottom() + 1.0));
    let firm =
        |(from, to)| Node::new(line(at, from, at, to), Paint::line(Token::Muted, 1.5), Role::Axis);
    gaps((area.y, area.bottom()), crossed.collect()).into_iter().map(firm).collect()
}

/// A hairline from left to right, broken where it would run through a text.
pub(crate) fn level_line(y: f64, (left, right): (f64, f64), texts: &[Area]) -> Vec<Node> {
    let crossed = texts
        .iter()
        .filter(|text| text.grown(1.0).distance(text.x, y) == 0.0)
        .map(|text| (text.x - 3.0, text.right() + 3.0));
    gaps((left, right), crossed.collect())
        .into_iter()
        .map(|(from, to)| grid_line(from, y, to, y))
        .collect()
}

const fn grid_line(x1: f64, y1: f64, x2: f64, y2: f64) -> Node {
    Node::new(line(x1, y1, x2, y2), Paint::line(Token::Hairline, 1.0), Role::Grid)
}

/// Breaks the upright lines of the nodes from `first` on where they would run through a text.
pub(crate) fn break_uprights(nodes: &mut Vec<Node>, first: usize, texts: &[Area]) {
    let tail = nodes.split_off(first.min(nodes.len()));
    for node in tail {
        match node.shape {
            Shape::Line { x1, y1, x2, y2 }
                if x1 == x2 && matches!(node.role, Role::Grid | Role::Playhead) =>
            {
                let crossed = texts
                    .iter()
                    .filter(|text| text.grown(2.0).distance(x1, text.y) == 0.0)
                    .map(|text| (text.y - 1.0, text.bottom() + 1.0));
                for (from, to) in gaps((y1.min(y2), y1.max(y2)), crossed.collect()) {
                    let mut part = node.clone();
                    part.shape = line(x1, from, x1, to);
                    nodes.push(part);
                }
            }
            _ => nodes.push(node),
        }
    }
}

/// What is left of a stretch when others are taken out of it; slivers are left out.
fn gaps((from, to): (f64, f64), mut taken: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    taken.order_by(|a, b| a.0.total_cmp(&b.0));
    let mut at = from;
    let mut left = Vec::new();
    for (begin, end) in taken {
        if begin - at > 2.0 {
            left.push((at, begin.min(to)));
        }
        at = at.max(end);
    }
    if to - at > 2.0 {
        left.push((at, to));
    }
    left
}

/// How many lines of labels a time axis takes.
pub(crate) fn time_lines(scale: &TimeScale) -> f64 {
    if scale.ticks(ROOM).step == TimeStep::Year { 1.0 } else { 2.0 }
}

/// Least px a period needs to be labelled.
pub(crate) const ROOM: f64 = 44.0;

/// Where a time axis's labels go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Above,
    Below,
}

/// Draws a time axis along `plot`: boundaries of periods as hairlines over `rule`, the periods'
/// names centred between them; finer than years, a second line names the year (days: the month).
pub(crate) fn draw_time_axis(
    scene: &mut Scene,
    scale: &TimeScale,
    plot: Area,
    side: Side,
    rule: Area,
    format: &dyn Format,
) {
    let ticks = scale.ticks(ROOM);
    let lines = time_lines(scale);
    let (fine, coarse) = match side {
        Side::Below => (plot.bottom() + 14.0, plot.bottom() + 14.0 + TIME_LINE),
        Side::Above => (plot.y - 10.0, plot.y - 10.0 - TIME_LINE),
    };
    let mut last = f64::NEG_INFINITY;
    for &day in &ticks.days {
        let from = scale.scale(f64::from(day)).max(plot.x);
        let to = scale.scale(f64::from(ticks.after(day))).min(plot.right());
        // Where a gap ends, its broken line stands.
        let is_broken = scale.gaps().iter().any(|gap| gap.1 + 1 == day);
        if from > plot.x + 0.5 && !is_broken {
            scene.push(Node::new(
                line(from, rule.y, from, rule.bottom()),
                Paint::line(Token::Hairline, 1.0),
                Role::Grid,
            ));
        }
        // A period of several years is named by its first, at its boundary.
        let several = ticks.every > 1;
        let name = format.date(day, ticks.step);
        let width = measure::width(&name, TextSize::Small);
        let x = if several { from + 3.0 } else { f64::midpoint(from, to) - width / 2.0 };
        let begins_inside = !several || scale.scale(f64::from(day)) >= plot.x - 0.5;
        let fits = x >= plot.x.max(last + 4.0) && x + width <= plot.right();
        if begins_inside && fits && (several || width <= to - from) {
            let text = Text::new(x, fine, name, TextSize::Small);
            scene.push(text.node(Paint::token(Token::Muted), Role::Axis));
            last = x + width;
        }
    }
    if lines > 1.0 {
        let step = match ticks.step {
            TimeStep::Day => TimeStep::YearMonth,
            _ => TimeStep::Year,
        };
        draw_context(scene, scale, plot, coarse, step, format);
    }
}

/// The years (or months) the fine periods lie in, named where they begin, the first at the edge.
fn draw_context(
    scene: &mut Scene,
    scale: &TimeScale,
    plot: Area,
    baseline: f64,
    step: TimeStep,
    format: &dyn Format,
) {
    let mut day = scale.window().0;
    let mut last = f64::NEG_INFINITY;
    while day <= scale.window().1 {
        let next = next_context(day, step);
        let x = scale.scale(f64::from(day)).max(plot.x);
        let end = scale.scale(f64::from(next)).min(plot.right());
        let name = format.date(day, step);
        let width = measure::width(&name, TextSize::Small);
        // The first gives way to the next where its period has all but passed.
        if x >= last && x + width <= end.max(x) + 0.01 && !scale.is_squeezed(day, next) {
            let text = Text::new(x, baseline, name, TextSize::Small);
            scene.push(text.node(Paint::token(Token::Ink), Role::Axis));
            last = x + width + 4.0;
        }
        if next <= day {
            break;
        }
        day = next;
    }
}

fn next_context(day: i32, step: TimeStep) -> i32 {
    use crate::base::date::{civil, day_number};
    let (year, month, _) = civil(day);
    let next = match step {
        TimeStep::YearMonth if month < 12 => day_number(year, month + 1, 1),
        _ => day_number(year + 1, 1, 1),
    };
    next.unwrap_or(day)
}
