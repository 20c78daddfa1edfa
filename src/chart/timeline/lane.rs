//! A lane of the timeline: rows of bars and points with their figures, dense marks without, or counts, by how many
//! there are.

use super::TimelineItem;
use super::counts::{self, Count, LaneBody};
use super::dense;
use super::pack::{self, PackedItem, Side, Slot};
use crate::base::date::Day;
use crate::base::order::Order;
use crate::chart::axis;
use crate::chart::format::Format;
use crate::chart::geometry::Area;
use crate::chart::mark::figure::Figure;
use crate::chart::mark::stage;
use crate::chart::measure;
use crate::chart::node::{Node, Role, Shape};
use crate::chart::paint::Paint;
use crate::chart::scale::TimeScale;
use crate::chart::scene::Scene;
use crate::chart::spec::{Datum, Fill};
use crate::chart::text_size::TextSize;

/// Height of a row of marks.
pub(crate) const PITCH: f64 = 20.0;

/// Height of a bar, radius of a point and of the circle a tick stands in for.
#[derive(Clone, Copy)]
struct Look {
    bar: f64,
    radius: f64,
    tick: f64,
}

const PLAIN: Look = Look { bar: 11.0, radius: 5.0, tick: 5.0 };
const DENSE: Look = Look { bar: 6.0, radius: 3.25, tick: 1.75 };

const GAP: f64 = 5.0;
/// A name cut shorter than this says nothing.
const LEAST_NAME: f64 = 48.0;
/// A name with its place longer than this would take the room of others, where there are any.
const LONGEST_NAME: f64 = 336.0;
/// The longest where rows have the room.
const WHOLE_NAME: f64 = 640.0;

/// A mark with what is written beside it.
pub(crate) struct Label {
    slot: Slot,
    figure: Figure,
}

/// What a lane comes to.
pub(crate) enum LanePlan<'a> {
    /// Each item on its row.
    Rows(Vec<(&'a TimelineItem, Label, PackedItem)>, f64),
    /// The telling items on rows, the rest counted by period under them.
    Told(Box<LanePlan<'a>>, Vec<Count<'a>>),
    /// Each item small and close to the next, without its figure.
    Dense(Vec<(&'a TimelineItem, dense::PackedMark)>, f64),
    /// Items counted by period: first and last day, items.
    Counts(Vec<Count<'a>>),
}

impl LanePlan<'_> {
    pub(crate) fn height(&self) -> f64 {
        match self {
            Self::Rows(_, height) | Self::Dense(_, height) => *height,
            Self::Told(rows, _) => rows.height() + counts::REST,
            Self::Counts(_) => counts::HEIGHT,
        }
    }
}

fn is_span(item: &TimelineItem) -> bool {
    item.start.is_some_and(|start| start < item.end)
}

/// Plans the visible items of a lane: with figures and names on at most `most` rows, with figures, as dense marks on
/// at most `most_dense` rows, or as counts.
pub(crate) fn plan<'a>(
    items: &[&'a TimelineItem],
    time: &TimeScale,
    bounds: (f64, f64),
    most: usize,
    most_dense: usize,
) -> LanePlan<'a> {
    if let Some(told) = told_plan(items, time, bounds, most) {
        return told;
    }
    rows_plan(items, time, bounds, most)
        .or_else(|| dense_plan(items, time, bounds, most_dense))
        .unwrap_or_else(|| LanePlan::Counts(counts::counts(items, time)))
}

/// More items than rows, some of them telling: those on rows, the others as counts.
fn told_plan<'a>(
    items: &[&'a TimelineItem],
    time: &TimeScale,
    bounds: (f64, f64),
    most: usize,
) -> Option<LanePlan<'a>> {
    if items.len() <= most {
        return None;
    }
    let (told, rest): (Vec<_>, Vec<_>) = items.iter().copied().partition(|item| item.told);
    if told.is_empty() {
        return None;
    }
    let rows = rows_plan(&told, time, bounds, most)?;
    Some(LanePlan::Told(Box::new(rows), counts::counts(&rest, time)))
}

/// Items with whole names; where these take too many rows, with cut ones, and then without.
fn rows_plan<'a>(
    items: &[&'a TimelineItem],
    time: &TimeScale,
    bounds: (f64, f64),
    most: usize,
) -> Option<LanePlan<'a>> {
    [WHOLE_NAME, LONGEST_NAME, 0.0]
        .into_iter()
        .find_map(|longest| rows_with_names(items, time, bounds, most, longest))
}

/// Items on at most so many rows, their names at most so many px long; with 0 they have none.
fn rows_with_names<'a>(
    items: &[&'a TimelineItem],
    time: &TimeScale,
    bounds: (f64, f64),
    most: usize,
    longest: f64,
) -> Option<LanePlan<'a>> {
    let mut labels: Vec<(&TimelineItem, Label)> = items
        .iter()
        .map(|&item| (item, label(item, span(item, time, bounds, PLAIN), bounds, longest)))
        .collect();
    labels.order_by(|(_, a), (_, b)| {
        a.slot.from.total_cmp(&b.slot.from).then(a.slot.to.total_cmp(&b.slot.to))
    });
    let slots: Vec<Slot> = labels.iter().map(|(_, label)| label.slot).collect();
    let places = if longest > 0.0 {
        pack::all(&slots, bounds, most)?
    } else {
        pack::pack(&slots, bounds, most)?
    };
    let rows = places.iter().map(|place| place.row + 1).max().unwrap_or(1);
    let placed = labels.into_iter().zip(places);
    Some(LanePlan::Rows(
        placed.map(|((item, label), place)| (item, label, place)).collect(),
        rows as f64 * PITCH,
    ))
}

fn dense_plan<'a>(
    items: &[&'a TimelineItem],
    time: &TimeScale,
    bounds: (f64, f64),
    most: usize,
) -> Option<LanePlan<'a>> {
    let ticks = time.ticks(axis::ROOM);
    let marks: Vec<dense::Mark> = items
        .iter()
        .map(|item| {
            let (from, to) = span(item, time, bounds, DENSE);
            if is_span(item) {
                return dense::Mark { from, to, least: None };
            }
            // A point ends where its day does, so that a cluster keeps to its side of the year's edge.
            let back = (DENSE.radius + 1.0).min(from - bounds.0);
            let least = time.scale(f64::from(ticks.begin(item.end)));
            dense::Mark { from: from - back, to: to - back, least: Some(least) }
        })
        .collect();
    let places = dense::pack(&marks, bounds.0, most)?;
    let rows = places.iter().map(|place| place.row + 1).max().unwrap_or(1);
    let placed = items.iter().copied().zip(places).collect();
    Some(LanePlan::Dense(placed, (rows as f64 * dense::PITCH).max(PITCH)))
}

/// The figure of a mark, with as much of its name as the wider side has room for.
fn label(
    item: &TimelineItem,
    (from, to): (f64, f64),
    (left, right): (f64, f64),
    longest: f64,
) -> Label {
    let mut figure =
        Figure { figure: item.label.clone(), size: Some(TextSize::Small), ..Figure::default() };
    if longest > 0.0 {
        let room = (right - to).max(from - left) - GAP - figure.width();
        if room > LEAST_NAME && !item.name.is_empty() {
            figure.name = name_within(item, (room - GAP * 2.0).min(longest));
        }
    }
    let width = figure.width();
    Label { slot: Slot { from, to, label: if width > 0.0 { width + GAP } else { 0.0 } }, figure }
}

/// The name of an item in so much room, its place behind it, which opening it tells too: a name stands without it rather than
/// be cut, or be cut to less than its half.
fn name_within(item: &TimelineItem, room: f64) -> String {
    let place = format!(" · {}", item.place);
    let left = room - measure::width(&place, TextSize::Small);
    let whole = measure::width(&item.name, TextSize::Small);
    let stands_alone = left < whole && whole <= room;
    let alone = || measure::whole_words(&item.name, TextSize::Small, room);
    if item.place.is_empty() || left < LEAST_NAME || stands_alone {
        return alone();
    }
    let beside = measure::whole_words(&item.name, TextSize::Small, left);
    if 2.0 * measure::width(&beside, TextSize::Small) < whole { alone() } else { beside + &place }
}

/// Both ends of a mark in px, within the bounds.
fn span(
    item: &TimelineItem,
    time: &TimeScale,
    (left, right): (f64, f64),
    look: Look,
) -> (f64, f64) {
    if is_span(item) {
        let (from, to) = time.span(item.start.unwrap_or(item.end), item.end);
        let from = from.clamp(left, (right - 3.0).max(left));
        (from, to.min(right).max(from + 3.0))
    } else {
        let half = look.radius + 1.0;
        let x = time.scale(f64::from(item.end) + 0.5);
        let x = x.clamp(left + half, (right - half).max(left + half));
        (x - half, x + half)
    }
}

/// Draws a lane into its body.
pub(crate) fn draw(
    scene: &mut Scene,
    plan: &LanePlan,
    lane: &LaneBody,
    until: Option<Day>,
    format: &dyn Format,
) {
    let &LaneBody { body, time, .. } = lane;
    let reached = |item: &TimelineItem| until.is_none_or(|until| item.end <= until);
    match plan {
        LanePlan::Rows(items, _) => {
            for (item, Label { slot, figure }, place) in
                items.iter().filter(|(item, ..)| reached(item))
            {
                let y = (place.row as f64 + 0.5).mul_add(PITCH, body.y);
                draw_item(
                    scene,
                    item,
                    (slot.from, slot.to),
                    y,
                    (time.first(), time.window().1),
                    PLAIN,
                );
                let x = match place.label {
                    None => continue,
                    Some(Side::Right) => slot.to + GAP,
                    Some(Side::Left) => slot.from - GAP - figure.width(),
                };
                figure.draw(scene, x, y, Some(item.id));
            }
        }
        LanePlan::Dense(items, _) => {
            for (item, place) in items.iter().filter(|(item, _)| reached(item)) {
                let y = (place.row as f64 + 0.5).mul_add(dense::PITCH, body.y);
                draw_item(
                    scene,
                    item,
                    (place.from, place.to),
                    y,
                    (time.first(), time.window().1),
                    DENSE,
                );
            }
        }
        LanePlan::Told(rows, rest) => {
            draw(scene, rows, lane, until, format);
            let top = body.y + rows.height();
            let under = Area::new(body.x, top, body.width, counts::REST);
            let rest_lane = LaneBody { body: under, ..*lane };
            counts::draw(scene, rest, &rest_lane, &reached, format);
        }
        LanePlan::Counts(bins) => {
            counts::draw(scene, bins, lane, &reached, format);
        }
    }
}

fn draw_item(
    scene: &mut Scene,
    item: &TimelineItem,
    (left, right): (f64, f64),
    y: f64,
    window: (Day, Day),
    look: Look,
) {
    if !is_span(item) {
        let datum =
            Datum { id: item.id, fill: item.fill, tip: item.tip.clone(), ..Datum::default() };
        let x = f64::midpoint(left, right);
        let radius = if item.fill == Fill::Tick { look.tick } else { look.radius };
        scene.push(stage::point(&datum, item.hue, x, y, radius));
        return;
    }
    let (top, bottom) = (y - look.bar / 2.0, y + look.bar / 2.0);
    // An end beyond the window points outwards.
    let point = (right - left).min(10.0) / 2.0;
    let before = item.start.is_some_and(|start| start < window.0);
    let after = item.end > window.1;
    let (from, to) =
        (left + if before { point } else { 0.0 }, right - if after { point } else { 0.0 });
    let shape = if before || after {
        stage::polygon(&[
            (from, top),
            (to, top),
            (right, y),
            (to, bottom),
            (from, bottom),
            (left, y),
        ])
    } else {
        Shape::Rect(Area::between(from, top, to, bottom))
    };
    scene.push(
        Node::new(shape, stage::area_paint(item.fill, item.hue), Role::Mark)
            .of(item.id)
            .telling(&item.tip),
    );
    if item.fill == Fill::Tick {
        let tick = Area::between((to - 3.0).max(from), top - 1.0, to, bottom + 1.0);
        scene.push(Node::new(Shape::Rect(tick), Paint::hue(item.hue), Role::Trim).of(item.id));
    }
}
