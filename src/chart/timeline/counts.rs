//! Counts of a lane's figures by period, as columns, where even dense marks find no room.

use super::TimelineItem;
use crate::base::date::Day;
use crate::chart::format::{Format, Word};
use crate::chart::geometry::Area;
use crate::chart::mark::figure::Figure;
use crate::chart::node::{Node, Role, Shape};
use crate::chart::paint::Paint;
use crate::chart::scale::TimeScale;
use crate::chart::scene::{Bin, BinPlace, Scene};
use crate::chart::text_size::TextSize;

/// Height of a lane of counts.
pub(crate) const HEIGHT: f64 = 52.0;

/// Height of the counts under the telling figures of a lane.
pub(crate) const REST: f64 = 30.0;

const ROOM: f64 = 22.0;

/// First and last day of a period, and the items that end in it.
pub(crate) type Count<'a> = (Day, Day, Vec<&'a TimelineItem>);

/// Where a lane's items are drawn.
pub(crate) struct LaneBody<'a> {
    /// Index of the lane.
    pub(crate) lane: u32,
    /// Its hue.
    pub(crate) hue: u8,
    pub(crate) body: Area,
    pub(crate) time: &'a TimeScale,
}

/// Items by the period their end lies in; ends beyond the window count at its edge.
pub(crate) fn counts<'a>(items: &[&'a TimelineItem], time: &TimeScale) -> Vec<Count<'a>> {
    let ticks = time.ticks(ROOM);
    let window = time.window();
    let mut bins: Vec<Count> = ticks
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

/// Draws the columns of the items that have been reached; their heights stay in proportion to all.
pub(crate) fn draw(
    scene: &mut Scene,
    bins: &[Count],
    lane: &LaneBody,
    reached: &dyn Fn(&TimelineItem) -> bool,
    format: &dyn Format,
) {
    let &LaneBody { lane, hue, body, time } = lane;
    let most = bins.iter().map(|(_, _, own)| own.len()).max().unwrap_or(1) as f64;
    for (from, to, own) in bins {
        let own: Vec<&TimelineItem> = own.iter().copied().filter(|item| reached(item)).collect();
        if own.is_empty() {
            continue;
        }
        let (x1, x2) = time.span(*from, *to);
        let height = (own.len() as f64 / most * (body.height - 16.0)).max(2.0);
        let width = (x2 - x1 - 2.0).max(1.0);
        let column = Area::new(x1 + 1.0, body.bottom() - height, width, height);
        let index = scene.bins.len() as u32;
        let tip = format.word(Word::Bin { count: own.len(), from: *from, to: *to });
        scene.push(Node::new(Shape::Rect(column), Paint::hue(hue), Role::Bin(index)).telling(&tip));
        scene.bins.push(Bin {
            place: BinPlace::Days { lane, from: *from, to: *to },
            count: own.len(),
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
