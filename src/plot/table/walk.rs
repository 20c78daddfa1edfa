//! Which rows are in sight, and the way of the keyboard from cell to cell.

use std::ops::Range;

/// Rows kept ready above and below those in sight, so that scrolling finds them drawn.
const SPARE: usize = 12;
/// The first row drawn moves in steps of this many, so that not every pixel of scrolling draws anew.
const STEP: usize = 4;

/// The tallest list that every browser draws, in px; a longer one is drawn this high, and scrolled through faster.
const TALLEST: f64 = 16_000_000.0;

/// A list of rows of equal height in a scroller; lengths in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Track {
    /// Number of rows.
    pub rows: usize,
    /// Height of a row; more than zero.
    pub row: f64,
    /// Height of the sight.
    pub sight: f64,
}

impl Track {
    /// Height of all rows.
    fn whole(&self) -> f64 {
        self.rows as f64 * self.row
    }

    /// Height of the list as it is drawn.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.whole().min(TALLEST)
    }

    /// How much of all rows goes by for a px of scrolling; 1 unless there are more than can be drawn.
    #[must_use]
    pub fn pace(&self) -> f64 {
        let (whole, drawn) = (self.whole() - self.sight, self.height() - self.sight);
        if self.whole() > TALLEST && drawn > 0.0 { whole / drawn } else { 1.0 }
    }

    /// How far into all rows one is that has scrolled this far.
    #[must_use]
    pub fn top(&self, scrolled: f64) -> f64 {
        scrolled * self.pace()
    }

    /// How far to scroll to be this far into all rows.
    #[must_use]
    pub fn scroll(&self, top: f64) -> f64 {
        top / self.pace()
    }

    /// The room above a row, so that it stands where it belongs in the sight of one who has scrolled this far.
    #[must_use]
    pub fn room(&self, row: usize, scrolled: f64) -> f64 {
        let top = row as f64 * self.row;
        if self.pace() > 1.0 { scrolled + top - self.top(scrolled) } else { top }
    }
}

/// What is in sight of a list of rows of equal height; lengths in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// How far it is scrolled.
    pub top: f64,
    /// Height of the sight, its header included.
    pub height: f64,
    /// Height of a row; more than zero. The header is as high.
    pub row: f64,
}

impl Viewport {
    /// The rows to draw of `count`: those in sight, and some around them.
    #[must_use]
    pub fn rows(&self, count: usize) -> Range<usize> {
        self.with_spare(count, SPARE)
    }

    /// The rows of `count` that are in sight, to a step.
    #[must_use]
    pub fn in_sight(&self, count: usize) -> Range<usize> {
        self.with_spare(count, 0)
    }

    fn with_spare(&self, count: usize, spare: usize) -> Range<usize> {
        // A negative or infinite position saturates, which is what is wanted at the ends.
        let at = |y: f64| (y / self.row).floor() as usize;
        let first = at(self.top).min(count).saturating_sub(spare) / STEP * STEP;
        let last = (at(self.top + self.height) + 1).next_multiple_of(STEP) + spare;
        first..last.min(count)
    }

    /// Where to scroll to so that the row stands clear of the header and of the foot; `None` where it does.
    #[must_use]
    pub fn reveal(&self, row: usize) -> Option<f64> {
        let y = row as f64 * self.row;
        let lowest = y + 2.0 * self.row - self.height;
        if y < self.top {
            Some(y)
        } else if lowest > self.top {
            Some(lowest.max(0.0))
        } else {
            None
        }
    }

    /// How many rows a page is.
    #[must_use]
    pub fn page(&self) -> usize {
        ((self.height / self.row).floor() as usize).saturating_sub(2).max(1)
    }
}

/// A piece of a long list: a row that is drawn, or room left for rows that are not.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Stretch {
    /// The row at this position.
    Row(usize),
    /// The rows at these positions.
    Gap(Range<usize>),
}

/// The list with only these rows drawn, and the one that has the focus, wherever it is: an element that leaves the
/// page would lose it.
#[must_use]
pub fn stretches(count: usize, drawn: Range<usize>, kept: Option<usize>) -> Vec<Stretch> {
    let drawn = drawn.start.min(count)..drawn.end.min(count);
    let kept = kept.filter(|row| *row < count && !drawn.contains(row));
    let before = kept.filter(|&row| row < drawn.start);
    let after = kept.filter(|&row| row >= drawn.end);
    let mut list = Vec::with_capacity(drawn.len() + 5);
    let mut at = 0;
    for row in before.into_iter().chain(drawn).chain(after) {
        if at < row {
            list.push(Stretch::Gap(at..row));
        }
        list.push(Stretch::Row(row));
        at = row + 1;
    }
    if at < count {
        list.push(Stretch::Gap(at..count));
    }
    list
}

/// A cell of the grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GridCell {
    /// 0 for the header, then one line a row.
    pub line: usize,
    /// Column, from 0.
    pub column: usize,
}

/// A step of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// A line up.
    Up,
    /// A line down.
    Down,
    /// A column left.
    Left,
    /// A column right.
    Right,
    /// To the first column.
    LineStart,
    /// To the last column.
    LineEnd,
    /// To the first cell of all.
    First,
    /// To the last cell of all.
    Last,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
}

impl Move {
    /// The step of a key as the browser names it.
    #[must_use]
    pub fn from_key(key: &str, with_control: bool) -> Option<Self> {
        Some(match key {
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "ArrowLeft" => Self::Left,
            "ArrowRight" => Self::Right,
            "Home" if with_control => Self::First,
            "Home" => Self::LineStart,
            "End" if with_control => Self::Last,
            "End" => Self::LineEnd,
            "PageUp" => Self::PageUp,
            "PageDown" => Self::PageDown,
            _ => return None,
        })
    }
}

impl GridCell {
    /// The nearest cell of a grid with this many rows below its header, and this many columns.
    #[must_use]
    pub fn within(self, rows: usize, columns: usize) -> Self {
        Self { line: self.line.min(rows), column: self.column.min(columns.saturating_sub(1)) }
    }

    /// The cell a step leads to, within the grid; a page is `page` rows and ends below the header.
    #[must_use]
    pub fn after(self, step: Move, rows: usize, columns: usize, page: usize) -> Self {
        let Self { line, column } = self;
        let (line, column) = match step {
            Move::Up => (line.saturating_sub(1), column),
            Move::Down => (line + 1, column),
            Move::Left => (line, column.saturating_sub(1)),
            Move::Right => (line, column + 1),
            Move::LineStart => (line, 0),
            Move::LineEnd => (line, usize::MAX),
            Move::First => (0, 0),
            Move::Last => (usize::MAX, usize::MAX),
            Move::PageUp => (line.saturating_sub(page).max(line.min(1)), column),
            Move::PageDown => (line + page, column),
        };
        Self { line, column }.within(rows, columns)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_million_rows_are_scrolled_through_from_the_first_to_the_last() {
        let track = Track { rows: 10_000_000, row: 48.0, sight: 700.0 };
        assert!(track.height() < 17_000_000.0 && track.pace() > 20.0);
        let last = track.height() - track.sight;
        let viewport = Viewport { top: track.top(last), height: 700.0, row: 48.0 };
        assert_eq!(viewport.rows(track.rows).end, track.rows);
        // The last row ends where the list as drawn ends.
        let end = track.room(track.rows - 1, last) + 48.0;
        assert!((end - track.height()).abs() < 0.01, "{end}");
        assert!((track.scroll(track.top(1_234_567.0)) - 1_234_567.0).abs() < 0.01);
        let short = Track { rows: 1_000, ..track };
        assert_eq!((short.pace(), short.room(7, 500.0), short.height()), (1.0, 336.0, 48_000.0));
    }

    const SIGHT: Viewport = Viewport { top: 4800.0, height: 480.0, row: 48.0 };

    #[test]
    fn only_rows_near_the_sight_are_drawn() {
        let drawn = SIGHT.rows(100_000);
        assert!(drawn.contains(&100) && drawn.contains(&110));
        assert!(drawn.len() < 50, "{drawn:?}");
        assert_eq!(Viewport { top: -40.0, ..SIGHT }.rows(3), 0..3);
        assert_eq!(Viewport { top: 1e9, ..SIGHT }.rows(20), 8..20);
        assert_eq!(SIGHT.rows(0), 0..0);
        // Those in sight are among them, and fewer.
        let (seen, drawn) = (SIGHT.in_sight(100_000), SIGHT.rows(100_000));
        assert_eq!((seen.start, seen.end), (drawn.start + SPARE, drawn.end - SPARE));
        assert!(seen.contains(&100) && seen.contains(&110));
    }

    #[test]
    fn every_row_is_drawn_or_has_its_room() {
        for (drawn, kept) in [
            (0..5, None),
            (3..6, Some(4)),
            (3..6, Some(0)),
            (3..6, Some(1)),
            (3..6, Some(9)),
            (6..10, Some(7)),
            (0..0, Some(3)),
            (8..30, Some(99)),
        ] {
            let list = stretches(10, drawn.clone(), kept);
            let rows: Vec<usize> = list
                .iter()
                .flat_map(|s| match s {
                    Stretch::Row(row) => *row..row + 1,
                    Stretch::Gap(rows) => rows.clone(),
                })
                .collect();
            assert_eq!(rows, (0..10).collect::<Vec<_>>());
            let has = |row| list.contains(&Stretch::Row(row));
            assert!(drawn.filter(|&row| row < 10).all(has));
            assert!(kept.filter(|&row| row < 10).is_none_or(has));
        }
    }

    #[test]
    fn a_row_is_brought_into_sight_only_where_it_is_not() {
        assert_eq!(SIGHT.reveal(104), None);
        assert_eq!(SIGHT.reveal(100), None);
        assert_eq!(SIGHT.reveal(99), Some(4752.0));
        assert_eq!(SIGHT.reveal(0), Some(0.0));
        let scrolled = SIGHT.reveal(200).map(|top| Viewport { top, ..SIGHT });
        assert!(scrolled.is_some_and(|view| view.reveal(200).is_none()));
    }

    #[test]
    fn steps_stay_within_the_grid() {
        let at = |line, column| GridCell { line, column };
        for (from, step, to) in [
            (at(0, 0), Move::Up, at(0, 0)),
            (at(0, 1), Move::Down, at(1, 1)),
            (at(9, 2), Move::Down, at(9, 2)),
            (at(3, 2), Move::Right, at(3, 2)),
            (at(3, 0), Move::Left, at(3, 0)),
            (at(3, 1), Move::LineEnd, at(3, 2)),
            (at(3, 1), Move::LineStart, at(3, 0)),
            (at(3, 1), Move::First, at(0, 0)),
            (at(3, 1), Move::Last, at(9, 2)),
            (at(3, 1), Move::PageDown, at(7, 1)),
            (at(3, 1), Move::PageUp, at(1, 1)),
            (at(0, 1), Move::PageUp, at(0, 1)),
        ] {
            assert_eq!(from.after(step, 9, 3, 4), to, "{from:?} {step:?}");
        }
        assert_eq!(at(5, 5).within(2, 1), at(2, 0));
        assert_eq!(Move::from_key("Home", true), Some(Move::First));
        assert_eq!(Move::from_key("a", false), None);
    }
}
