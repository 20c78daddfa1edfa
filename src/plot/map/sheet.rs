//! Which tiles a map has: those around what the table names.

use std::collections::BTreeSet;

use super::areas::Areas;
use crate::base::lang::Lang;
use crate::chart::{MapArea, MapPlace};
use crate::gazetteer::{Area, Found, Grid};

/// A part of the world is cut out where it is at most so large a part of the grid either way.
const PART: f64 = 0.7;

/// The areas drawn, in reading order.
pub(super) struct Tiles {
    /// Width and height in tiles.
    pub(super) extent: (f64, f64),
    /// Indices of the gazetteer, from the upper left.
    pub(super) drawn: Vec<usize>,
    origin: (u8, u8),
}

impl Tiles {
    /// The tiles around the areas that a table names: all provinces, the world, or a part of it.
    pub(super) fn of(areas: &Areas) -> Self {
        let all = &areas.gazetteer.areas;
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
        let is_part = areas.gazetteer.grid == Grid::Countries && own.is_part_of(&whole);
        let bounds = if is_part { own } else { whole };
        let mut drawn: Vec<usize> =
            shown().filter(|(_, area)| bounds.holds(area)).map(|(at, _)| at).collect();
        drawn.sort_by_key(|&at| (all[at].row, all[at].column));
        Self { extent: bounds.extent(), drawn, origin: (bounds.left, bounds.top) }
    }

    /// A tile under its name.
    pub(super) fn area(&self, area: &Area, lang: Lang) -> MapArea {
        MapArea {
            name: area.name(lang).to_owned(),
            code: area.code.to_owned(),
            place: MapPlace::Tile {
                column: area.column.saturating_sub(self.origin.0),
                row: area.row.saturating_sub(self.origin.1),
            },
        }
    }
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
