//! What is drawn of a map: tiles around what the table names, or the shapes of the map that goes with it.

use std::collections::BTreeSet;

use super::areas::{Areas, Place};
use super::ground::Ground;
use crate::chart::{MapArea, MapPlace, MapShape};
use crate::gazetteer::{Area, Found, Gazetteer, Grid};
use crate::geo::{Outline, Sheet};

/// A part of the world is cut out where it is at most so large a part of the grid either way.
const PART: f64 = 0.7;
/// Areas whose middles lie in one of so many stripes are walked from left to right.
const STRIPES: f64 = 12.0;

/// The areas drawn, in reading order.
pub(super) struct Drawn {
    /// Width and height in the map's own units.
    pub(super) extent: (f64, f64),
    /// Indices of [`Areas::names`], from the upper left.
    pub(super) drawn: Vec<usize>,
    /// Those areas, each in its place.
    pub(super) areas: Vec<MapArea>,
}

impl Drawn {
    /// What is drawn; `is_small`: on small multiples.
    pub(super) fn of(areas: &Areas, is_small: bool) -> Self {
        match &areas.place {
            Place::Tiles(gazetteer) => Self::tiles(areas, gazetteer),
            Place::Shapes(ground) => Self::shapes(areas, ground, is_small),
        }
    }

    fn shapes(areas: &Areas, ground: &Ground, is_small: bool) -> Self {
        let sheet: &Sheet = if is_small { &ground.small } else { &ground.sheet };
        let all = sheet.outlines.iter().enumerate();
        let placed = all
            .filter(|(_, outline)| !outline.is_empty())
            .map(|(at, outline)| (middle(outline), at))
            .collect();
        let drawn = in_reading_order(placed, sheet.extent.1 / STRIPES);
        let area = |&at: &usize| {
            let Outline { rings, lines, dots } = sheet.outlines[at].clone();
            let place = MapPlace::Shape(MapShape { rings, lines, dots });
            MapArea { name: areas.names[at].clone(), code: String::new(), place }
        };
        let own = drawn.iter().map(area).collect();
        Self { extent: sheet.extent, drawn, areas: own }
    }

    /// The tiles around the areas that a table names: all provinces, the world, or a part of it.
    fn tiles(areas: &Areas, gazetteer: &Gazetteer) -> Self {
        let all = &gazetteer.areas;
        let named: BTreeSet<usize> = areas
            .found
            .iter()
            .flatten()
            .filter_map(|found| match found {
                Found::Area(at) | Found::Part(at) => Some(*at),
                Found::Total => None,
            })
            .collect();
        let is_named = |at: &usize| named.contains(at);
        let is_shown = |(at, area): &(usize, &Area)| area.is_usual || is_named(at);
        let shown = || all.iter().enumerate().filter(is_shown);
        let whole = bounds(shown().map(|(_, area)| area));
        let own = bounds(named.iter().filter_map(|&at| all.get(at)));
        let is_part = gazetteer.grid == Grid::Countries && own.is_part_of(&whole);
        let bounds = if is_part { own } else { whole };
        let mut drawn: Vec<usize> =
            shown().filter(|(_, area)| bounds.holds(area)).map(|(at, _)| at).collect();
        drawn.sort_by_key(|&at| (all[at].row, all[at].column));
        let area = |&at: &usize| MapArea {
            name: areas.names[at].clone(),
            code: all[at].code.to_owned(),
            place: MapPlace::Tile {
                column: all[at].column.saturating_sub(bounds.left),
                row: all[at].row.saturating_sub(bounds.top),
            },
        };
        let own = drawn.iter().map(area).collect();
        Self { extent: bounds.extent(), drawn, areas: own }
    }
}

/// Areas line by line, each from its left: a line reaches so far below the topmost of its areas.
fn in_reading_order(mut placed: Vec<((f32, f32), usize)>, height: f64) -> Vec<usize> {
    placed.sort_by(|((_, a), _), ((_, b), _)| a.total_cmp(b));
    let mut rest = placed.as_mut_slice();
    while let Some(&((_, top), _)) = rest.first() {
        let below = |((_, y), _): &((f32, f32), usize)| f64::from(y - top) > height;
        let end = rest.iter().position(below).unwrap_or(rest.len());
        let (line, next) = rest.split_at_mut(end);
        line.sort_by(|((a, _), _), ((b, _), _)| a.total_cmp(b));
        rest = next;
    }
    placed.into_iter().map(|(_, at)| at).collect()
}

/// The middle of the box around an area.
fn middle(outline: &Outline) -> (f32, f32) {
    let all = outline.rings.iter().chain(&outline.lines).flatten().chain(&outline.dots);
    let none = (f32::MAX, f32::MAX, f32::MIN, f32::MIN);
    let (left, top, right, bottom) =
        all.fold(none, |(l, t, r, b), &(x, y)| (l.min(x), t.min(y), r.max(x), b.max(y)));
    (f32::midpoint(left, right), f32::midpoint(top, bottom))
}

struct Bounds {
    left: u8,
    right: u8,
    top: u8,
    bottom: u8,
}

fn bounds<'a>(areas: impl Iterator<Item = &'a Area>) -> Bounds {
    let none = Bounds { left: u8::MAX, right: 0, top: u8::MAX, bottom: 0 };
    areas.fold(none, |so_far, area| Bounds {
        left: so_far.left.min(area.column),
        right: so_far.right.max(area.column),
        top: so_far.top.min(area.row),
        bottom: so_far.bottom.max(area.row),
    })
}

impl Bounds {
    fn extent(&self) -> (f64, f64) {
        let side = |from: u8, to: u8| f64::from(to.saturating_sub(from)) + 1.0;
        (side(self.left, self.right), side(self.top, self.bottom))
    }

    fn is_part_of(&self, whole: &Self) -> bool {
        let (own, all) = (self.extent(), whole.extent());
        own.0 <= all.0 * PART && own.1 <= all.1 * PART
    }

    fn holds(&self, area: &Area) -> bool {
        (self.left..=self.right).contains(&area.column)
            && (self.top..=self.bottom).contains(&area.row)
    }
}
