//! A lane of the timeline: rows of bars and points, or counts where there are too many.

use super::TimelineItem;
use super::pack::{self, Place, Side, Slot};
use crate::base::date::Day;
use crate::chart::format::{Format, Word};
use crate::chart::geometry::Area;
use crate::chart::mark::figure::Figure;
use crate::chart::mark::stage;
use crate::chart::node::{Node, Role, Shape, TextSize};
use crate::chart::paint::Paint;
use crate::chart::scale::TimeScale;
use crate::chart::scene::{Bin, Scene};
use crate::chart::spec::{Datum, Fill};

/// Height of a row of marks.
pub(crate) const PITCH: f64 = 20.0;

const BAR: f64 = 11.0;
const RADIUS: f64 = 5.0;
const GAP: f64 = 5.0;
const COUNTS: f64 = 52.0;
const COUNT_ROOM: f64 = 22.0;

/// What a lane comes to.
pub(crate) enum LanePlan<'a> {
    /// Each item on its row.
    Rows(Vec<(&'a TimelineItem, Slot, Place)>, f64),
    /// Items counted by period: first and last day, items.
    Counts(Vec<(Day, Day, Vec<&'a TimelineItem>)>),
}

impl LanePlan<'_> {
    pub(crate) const fn height(&self) -> f64 {
        match self {
            Self::Rows(_, height) => *height,
            Self::Counts(_) => COUNTS,
        }
    }
}

fn is_span(item: &TimelineItem) -> bool {
    item.start.is_some_and(|start| start < item.end)
}

fn figure(item: &TimelineItem) -> Figure {
    Figure { figure: item.label.clone(), size: Some(TextSize::Small), ..Figure::default() }
}

/// Plans the visible items of a lane on at most `most` rows.
pub(crate) fn plan<'a>(
    items: &[&'a TimelineItem],
    time: &TimeScale,
    (left, right): (f64, f64),
    most: usize,
) -> LanePlan<'a> {
    let mut slots: Vec<(&TimelineItem, Slot)> =
        items.iter().map(|&item| (item, slot(item, time, (left, right)))).collect();
    slots.sort_by(|a, b| a.1.from.total_cmp(&b.1.from).then(a.1.to.total_cmp(&b.1.to)));
    let bare: Vec<Slot> = slots.iter().map(|(_, slot)| *slot).collect();
    match pack::pack(&bare, (left, right), most) {
        Some(places) => {
            let rows = places.iter().map(|place| place.row + 1).max().unwrap_or(1);
            let placed = slots.into_iter().zip(places);
            LanePlan::Rows(
                placed.map(|((item, slot), place)| (item, slot, place)).collect(),
                rows as f64 * PITCH,
            )
        }
        None => LanePlan::Counts(counts(items, time)),
    }
}

fn slot(item: &TimelineItem, time: &TimeScale, (left, right): (f64, f64)) -> Slot {
    let label = figure(item).width();
    let label = if label > 0.0 { label + GAP } else { 0.0 };
    let (from, to) = if is_span(item) {
        let (from, to) = time.span(item.start.unwrap_or(item.end), item.end);
        let from = from.clamp(left, (right - 3.0).max(left));
        (from, to.min(right).max(from + 3.0))
    } else {
        let half = RADIUS + 1.0;
        let x = time.scale(f64::from(item.end) + 0.5);
        let x = x.clamp(left + half, (right - half).max(left + half));
        (x - half, x + half)
    };
    Slot { from, to, label }
}

/// Items by the period their end lies in; ends beyond the window count at its edge.
fn counts<'a>(
    items: &[&'a TimelineItem],
    time: &TimeScale,
) -> Vec<(Day, Day, Vec<&'a TimelineItem>)> {
    let ticks = time.ticks(COUNT_ROOM);
    let window = time.window();
    let mut bins: Vec<(Day, Day, Vec<&TimelineItem>)> = ticks
        .days
        .iter()
        .map(|&day| (day.max(window.0), (ticks.after(day) - 1).min(window.1), Vec::new()))
        .collect();
    for &item in items {
        let end = item.end.clamp(window.0, window.1);
        let index = bins.partition_point(|(from, _, _)| *from <= end).saturating_sub(1);
        if let Some((_, _, own)) = bins.get_mut(index) {
            own.push(item);
        }
    }
    bins.retain(|(_, _, own)| !own.is_empty());
    bins
}

/// Draws a lane into its body.
pub(crate) fn draw(
    scene: &mut Scene,
    plan: &LanePlan,
    lane: u32,
    hue: u8,
    body: Area,
    time: &TimeScale,
    format: &dyn Format,
) {
    match plan {
        LanePlan::Rows(items, _) => {
            for (item, slot, place) in items {
                let y = (place.row as f64 + 0.5).mul_add(PITCH, body.y);
                draw_item(scene, item, slot, y, time.window());
                let label = figure(item);
                let x = match place.label {
                    None => continue,
                    Some(Side::Right) => slot.to + GAP,
                    Some(Side::Left) => slot.from - GAP - label.width(),
                };
                label.draw(scene, x, y, Some(item.id));
            }
        }
        LanePlan::Counts(bins) => draw_counts(scene, bins, lane, hue, body, time, format),
    }
}

fn draw_item(scene: &mut Scene, item: &TimelineItem, slot: &Slot, y: f64, window: (Day, Day)) {
    if !is_span(item) {
        let datum =
            Datum { id: item.id, fill: item.fill, tip: item.tip.clone(), ..Datum::default() };
        let x = f64::midpoint(slot.from, slot.to);
        scene.push(stage::point(&datum, item.hue, x, y, RADIUS));
        return;
    }
    let (top, bottom) = (y - BAR / 2.0, y + BAR / 2.0);
    // An end beyond the window points outwards.
    let point = (slot.to - slot.from).min(10.0) / 2.0;
    let before = item.start.is_some_and(|start| start < window.0);
    let after = item.end > window.1;
    let (from, to) =
        (slot.from + if before { point } else { 0.0 }, slot.to - if after { point } else { 0.0 });
    let shape = if before || after {
        stage::polygon(&[
            (from, top),
            (to, top),
            (slot.to, y),
            (to, bottom),
            (from, bottom),
            (slot.from, y),
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

fn draw_counts(
    scene: &mut Scene,
    bins: &[(Day, Day, Vec<&TimelineItem>)],
    lane: u32,
    hue: u8,
    body: Area,
    time: &TimeScale,
    format: &dyn Format,
) {
    let most = bins.iter().map(|(_, _, own)| own.len()).max().unwrap_or(1) as f64;
    for (from, to, own) in bins {
        let (x1, x2) = time.span(*from, *to);
        let height = (own.len() as f64 / most * (body.height - 16.0)).max(2.0);
        let width = (x2 - x1 - 2.0).max(1.0);
        let column = Area::new(x1 + 1.0, body.bottom() - height, width, height);
        let index = scene.bins.len() as u32;
        let tip = format.word(Word::Bin { count: own.len(), from: *from, to: *to });
        scene.push(Node::new(Shape::Rect(column), Paint::hue(hue), Role::Bin(index)).telling(&tip));
        scene.bins.push(Bin {
            lane,
            from: *from,
            to: *to,
            ids: own.iter().map(|item| item.id).collect(),
        });
        let count = Figure {
            figure: format.number(own.len() as f64),
            size: Some(TextSize::Small),
            ..Figure::default()
        };
        let x = f64::midpoint(x1, x2) - count.width() / 2.0;
        if count.width() <= x2 - x1 && x >= body.x && x + count.width() <= body.right() {
            count.draw(scene, x, column.y - 8.0, None);
        }
    }
}
