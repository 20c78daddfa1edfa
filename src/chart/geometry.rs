//! Boxes and distances in px; x grows to the right, y downwards.

use std::collections::HashMap;

/// An axis-parallel box in px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width, never negative.
    pub width: f64,
    /// Height, never negative.
    pub height: f64,
}

impl Area {
    /// A box from its upper left corner and its size; negative sizes become 0.
    #[must_use]
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width: width.max(0.0), height: height.max(0.0) }
    }

    /// The box between two opposite corners, in any order.
    #[must_use]
    pub const fn between(x0: f64, y0: f64, x1: f64, y1: f64) -> Self {
        Self::new(x0.min(x1), y0.min(y1), (x1 - x0).abs(), (y1 - y0).abs())
    }

    /// Right edge.
    #[must_use]
    pub const fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Lower edge.
    #[must_use]
    pub const fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether the two boxes share more than an edge.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Whether `other` lies inside, up to `slack` px.
    #[must_use]
    pub fn contains(&self, other: &Self, slack: f64) -> bool {
        other.x >= self.x - slack
            && other.y >= self.y - slack
            && other.right() <= self.right() + slack
            && other.bottom() <= self.bottom() + slack
    }

    /// The smallest box around both.
    #[must_use]
    pub const fn union(&self, other: &Self) -> Self {
        Self::between(
            self.x.min(other.x),
            self.y.min(other.y),
            self.right().max(other.right()),
            self.bottom().max(other.bottom()),
        )
    }

    /// The box grown by `by` px on each side.
    #[must_use]
    pub const fn grown(&self, by: f64) -> Self {
        Self::new(self.x - by, self.y - by, self.width + 2.0 * by, self.height + 2.0 * by)
    }

    /// Distance from a point to the box, 0 inside.
    #[must_use]
    pub fn distance(&self, x: f64, y: f64) -> f64 {
        let dx = (self.x - x).max(x - self.right()).max(0.0);
        let dy = (self.y - y).max(y - self.bottom()).max(0.0);
        dx.hypot(dy)
    }

    /// Whether the segment from `a` to `b` touches the box (Liang–Barsky clipping).
    #[must_use]
    pub fn crossed_by(&self, a: (f64, f64), b: (f64, f64)) -> bool {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let (mut t0, mut t1) = (0.0_f64, 1.0_f64);
        for (p, q) in [
            (-dx, a.0 - self.x),
            (dx, self.right() - a.0),
            (-dy, a.1 - self.y),
            (dy, self.bottom() - a.1),
        ] {
            if p == 0.0 {
                if q < 0.0 {
                    return false;
                }
            } else if p < 0.0 {
                t0 = t0.max(q / p);
            } else {
                t1 = t1.min(q / p);
            }
        }
        t0 <= t1
    }
}

/// Distance from a point to the segment from `a` to `b`.
#[must_use]
pub fn segment_distance(point: (f64, f64), a: (f64, f64), b: (f64, f64)) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx.mul_add(dx, dy * dy);
    let t = if length > 0.0 { ((point.0 - a.0) * dx + (point.1 - a.1) * dy) / length } else { 0.0 }
        .clamp(0.0, 1.0);
    (point.0 - t.mul_add(dx, a.0)).hypot(point.1 - t.mul_add(dy, a.1))
}

/// Boxes already taken by labels and marks: the one place where collisions are decided.
///
/// Boxes are kept by the squares they lie in, so that asking costs the neighbours, not all.
#[derive(Clone, Debug, Default)]
pub(crate) struct Taken {
    areas: Vec<Area>,
    squares: HashMap<(i32, i32), Vec<u32>>,
}

/// Side of a square in px: about the width of a label.
const SQUARE: f64 = 64.0;

/// The squares a box lies in.
fn squares(area: &Area) -> impl Iterator<Item = (i32, i32)> + use<> {
    // No sheet is larger; what is not a number lies at 0.
    let index = |px: f64| (px / SQUARE).floor().clamp(-1e3, 1e4) as i32;
    let (left, right) = (index(area.x), index(area.right()));
    let rows = index(area.y)..=index(area.bottom());
    rows.flat_map(move |row| (left..=right).map(move |column| (row, column)))
}

impl Taken {
    /// Whether nothing taken overlaps `area`.
    pub(crate) fn is_free(&self, area: &Area) -> bool {
        squares(area)
            .filter_map(|square| self.squares.get(&square))
            .flatten()
            .filter_map(|index| self.areas.get(*index as usize))
            .all(|taken| !taken.overlaps(area))
    }

    /// Takes `area` whatever lies there.
    pub(crate) fn take(&mut self, area: Area) {
        let index = self.areas.len() as u32;
        self.areas.push(area);
        for square in squares(&area) {
            self.squares.entry(square).or_default().push(index);
        }
    }

    /// Takes `area` if it is free; says whether it was.
    pub(crate) fn try_take(&mut self, area: Area) -> bool {
        let free = self.is_free(&area);
        if free {
            self.take(area);
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_that_only_touch_do_not_overlap() {
        let a = Area::new(0.0, 0.0, 10.0, 10.0);
        assert!(!a.overlaps(&Area::new(10.0, 0.0, 5.0, 5.0)));
        assert!(a.overlaps(&Area::new(9.0, 9.0, 5.0, 5.0)));
        let mut taken = Taken::default();
        assert!(taken.try_take(a));
        assert!(!taken.try_take(a));
    }

    #[test]
    fn distances_are_zero_inside_and_euclidean_outside() {
        let a = Area::new(0.0, 0.0, 10.0, 10.0);
        assert_eq!(a.distance(5.0, 5.0), 0.0);
        assert_eq!(a.distance(13.0, 14.0), 5.0);
        assert_eq!(segment_distance((0.0, 5.0), (-1.0, 0.0), (1.0, 0.0)), 5.0);
        assert_eq!(segment_distance((3.0, 4.0), (0.0, 0.0), (0.0, 0.0)), 5.0);
    }

    #[test]
    fn a_segment_crosses_a_box_or_passes_it() {
        let a = Area::new(0.0, 0.0, 10.0, 10.0);
        assert!(a.crossed_by((-5.0, 5.0), (15.0, 5.0)));
        assert!(!a.crossed_by((-5.0, 15.0), (15.0, 15.0)));
        assert!(!a.crossed_by((-5.0, 4.0), (4.0, -6.0)));
    }
}
