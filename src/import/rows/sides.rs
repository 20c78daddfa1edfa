//! Tables side by side in one text: which of them is shown, and what the others are called.

use super::Rows;
use crate::import::layout::{self, count_said};
use crate::import::sample::{Cells, Row};
use crate::import::source::Offered;
use crate::import::stack;

/// The tables side by side of the one that is shown, and which of them that is.
#[derive(Clone, Debug, Default)]
pub(super) struct Sides {
    tables: Vec<Offered>,
    shown: usize,
}

impl Rows {
    /// Looks for tables side by side among the first rows, which may be all there are.
    pub(super) fn part_sides(&mut self, is_whole: bool) {
        let Some(stack) = self.stack.as_ref().filter(|_| self.sides.is_none()) else { return };
        let rows: Vec<Row<'_>> = self.sample.rows().collect();
        let found = layout::sides(&rows);
        let table = stack.shown().map_or(stack.title(), |own| &own.name);
        let asked = stack.asked().and_then(|asked| stack::side(table, asked));
        let shown = asked.filter(|asked| *asked < found.len()).unwrap_or_default();
        let offered = |(nth, columns): (usize, &std::ops::Range<usize>)| {
            let title = layout::title_of_side(&rows, columns);
            let own = layout::within(&rows, columns);
            let wide = own.iter().filter(|row| count_said(row.cells.iter().copied()) > 1).count();
            let rows = is_whole.then(|| wide.saturating_sub(1));
            Offered { name: stack::beside(table, nth, title.as_deref()), rows }
        };
        let sides = if found.len() > 1 {
            Sides { tables: found.iter().enumerate().map(offered).collect(), shown }
        } else {
            Sides::default()
        };
        self.band = found.into_iter().nth(shown).filter(|_| !sides.tables.is_empty());
        self.sides = Some(sides);
    }

    /// The cells of the table that is shown.
    #[inline]
    pub(super) fn banded<'c>(&self, cells: Cells<'c>) -> Cells<'c> {
        match &self.band {
            None => cells,
            Some(columns) => cells.within(columns),
        }
    }

    /// The name of the table that is shown and all of them, with those side by side: `told` are those below each other, and
    /// `only` is the one that is shown.
    pub(super) fn with_sides(
        &mut self,
        told: Option<(String, Vec<Offered>)>,
        only: Option<Offered>,
    ) -> Option<(String, Vec<Offered>)> {
        let Some(mut sides) = self.sides.take().filter(|sides| !sides.tables.is_empty()) else {
            return told;
        };
        let only = only?;
        let shown = sides.tables.get(sides.shown)?.name.clone();
        if let (true, Some(own)) = (self.started, sides.tables.get_mut(sides.shown)) {
            own.rows = only.rows;
        }
        let mut tables = told.map_or_else(|| vec![only.clone()], |(_, tables)| tables);
        let at = tables.iter().position(|table| table.name == only.name)?;
        tables.splice(at..=at, sides.tables);
        Some((shown, tables))
    }
}
