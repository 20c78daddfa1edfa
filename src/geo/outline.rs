//! A sheet of outlines: areas projected, made to fit, and freed from what cannot be seen.

use super::atlas::Geometry;
use super::projection::Projection;
use super::{cut, simplify};

/// Width of a sheet in its own units; about the px of a wide picture.
const WIDTH: f64 = 1000.0;
/// A sheet is at most so many times as high as wide, or as wide as high.
const TALLEST: f64 = 4.0;
/// An area whose outline is smaller than this either way has a dot in its place, too.
const TINY: f64 = 3.0;
/// Parts of an area that are smaller than this either way are not drawn, beside its largest.
const SPECK: f64 = 0.8;
/// Of an area of more rings it is not asked which of them lies in which other.
const MOST_RINGS: usize = 64;
/// The area that a position adds where it is drawn, in square units, to begin with.
const LEAST: f64 = 0.25;

/// An area on a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Closed lines; those around holes turn the other way round.
    pub rings: Vec<Vec<(f32, f32)>>,
    /// Lines that are not closed.
    pub lines: Vec<Vec<(f32, f32)>>,
    /// Points, and where areas are too small to be seen.
    pub dots: Vec<(f32, f32)>,
}

impl Outline {
    /// Whether there is nothing to draw.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rings.is_empty() && self.lines.is_empty() && self.dots.is_empty()
    }

    fn len(&self) -> usize {
        self.rings.iter().chain(&self.lines).map(Vec::len).sum()
    }
}

/// Outlines on a plane, y downwards from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Width and height.
    pub extent: (f64, f64),
    /// The areas in the order in which they came.
    pub outlines: Vec<Outline>,
}

/// An area after projection.
#[derive(Default)]
struct Placed {
    rings: Vec<(Vec<[f64; 2]>, bool)>,
    lines: Vec<Vec<[f64; 2]>>,
    dots: Vec<[f64; 2]>,
}

impl Sheet {
    /// Areas by a projection, made to fit; `most` positions are drawn at most, `coarseness` times as coarse as a picture of
    /// the whole width needs.
    #[must_use]
    pub fn of(
        geometries: &[Geometry],
        projection: Projection,
        most: usize,
        coarseness: f64,
    ) -> Self {
        let placed: Vec<Placed> = geometries.iter().map(|g| place(g, projection)).collect();
        let all = placed.iter().flat_map(|area| {
            let rings = area.rings.iter().flat_map(|(ring, _)| ring);
            rings.chain(area.lines.iter().flatten()).chain(&area.dots)
        });
        let [left, top, right, bottom] = edges(all);
        if left > right {
            return Self { extent: (0.0, 0.0), outlines: vec![Outline::default(); placed.len()] };
        }
        let (wide, high) = (right - left, bottom - top);
        // A line or a point has a sheet around it all the same.
        let side = wide.max(high / TALLEST).max(f64::MIN_POSITIVE);
        let scale = WIDTH / side;
        let height = (high * scale).max(WIDTH / TALLEST);
        let shift = [(WIDTH - wide * scale) / 2.0, (height - high * scale) / 2.0];
        let fit = |[x, y]: [f64; 2]| {
            [(x - left).mul_add(scale, shift[0]), (y - top).mul_add(scale, shift[1])]
        };
        let mut least = LEAST * coarseness * coarseness;
        let mut outlines: Vec<Outline>;
        loop {
            let speck = SPECK * (least / LEAST).sqrt();
            outlines = placed.iter().map(|area| outline(area, fit, (least, speck))).collect();
            let drawn: usize = outlines.iter().map(Outline::len).sum();
            if drawn <= most || least > WIDTH {
                break;
            }
            least *= 4.0;
        }
        Self { extent: (WIDTH, height), outlines }
    }
}

fn place(geometry: &Geometry, projection: Projection) -> Placed {
    let Some(centre) = projection.centre() else {
        let plane = |points: &[[f64; 2]]| points.iter().map(|&p| projection.place(p)).collect();
        return Placed {
            rings: geometry.rings.iter().map(|r| (plane(&r.points), r.is_first)).collect(),
            lines: geometry.lines.iter().map(|line| plane(line)).collect(),
            dots: plane(&geometry.dots),
        };
    };
    let is_cut = projection.is_cut();
    let projected = |points: Vec<[f64; 2]>| -> Vec<[f64; 2]> {
        points.into_iter().map(|p| projection.place(p)).collect()
    };
    let mut placed = Placed::default();
    for ring in &geometry.rings {
        let parts = cut::ring(&ring.points, centre, is_cut);
        placed.rings.extend(parts.into_iter().map(|part| (projected(part), ring.is_first)));
    }
    for line in &geometry.lines {
        placed.lines.extend(cut::line(line, centre, is_cut).into_iter().map(projected));
    }
    for dot in &geometry.dots {
        // A ring of one position is what is left of it within the map.
        let part = cut::ring(&[*dot], centre, false).into_iter().next();
        placed.dots.extend(part.and_then(|part| projected(part).into_iter().next()));
    }
    placed
}

/// The edges around positions: left, top, right and bottom; without any, left is beyond right.
fn edges<'p>(points: impl Iterator<Item = &'p [f64; 2]>) -> [f64; 4] {
    let none = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    points.fold(none, |[l, t, r, b], &[x, y]| [l.min(x), t.min(y), r.max(x), b.max(y)])
}

/// The box around positions: left, top, width and height.
fn bounds(ring: &[[f64; 2]]) -> [f64; 4] {
    let [left, top, right, bottom] = edges(ring.iter());
    [left, top, right - left, bottom - top]
}

/// A position as it is kept: a sheet is too small for more digits to be seen.
const fn kept([x, y]: [f64; 2]) -> (f32, f32) {
    (x as f32, y as f32)
}

fn outline(
    area: &Placed,
    fit: impl Fn([f64; 2]) -> [f64; 2],
    (least, speck): (f64, f64),
) -> Outline {
    let fitted = |points: &[[f64; 2]]| points.iter().map(|&p| fit(p)).collect::<Vec<_>>();
    let mut rings: Vec<Fitted> = Vec::new();
    for (ring, is_first) in &area.rings {
        let ring = fitted(ring);
        let around = bounds(&ring);
        // The same ring twice is one: its holes would be filled.
        if !rings.iter().rev().take(MOST_RINGS).any(|(other, ..)| *other == ring) {
            rings.push((ring, *is_first, around));
        }
    }
    let size = |around: &[f64; 4]| around[2].max(around[3]);
    let largest = rings.iter().map(|(.., around)| size(around)).fold(0.0, f64::max);
    let mut out = Outline::default();
    rings.retain(|(.., around)| size(around) >= speck.min(largest));
    let is_hole = holes(&rings);
    let mut last = None;
    for ((ring, _, around), is_hole) in rings.iter().zip(is_hole) {
        let simple = simplify::ring(ring, least);
        if simple.len() > 2 {
            let is_right = (doubled_area(&simple) > 0.0) != is_hole;
            let ring = simple.into_iter().map(kept);
            out.rings.push(if is_right { ring.collect() } else { ring.rev().collect() });
        }
        if !is_hole && size(around) >= largest {
            last = Some([around[0] + around[2] / 2.0, around[1] + around[3] / 2.0]);
        }
    }
    out.lines = area
        .lines
        .iter()
        .map(|line| simplify::line(&fitted(line), least))
        .filter(|line| line.len() > 1)
        .map(|line| line.into_iter().map(kept).collect())
        .collect();
    out.dots = fitted(&area.dots).into_iter().map(kept).collect();
    if let Some(middle) = last.filter(|_| largest < TINY || out.rings.is_empty()) {
        out.dots.push(kept(middle));
    }
    out
}

fn doubled_area(ring: &[[f64; 2]]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum()
}

/// A ring on the sheet, whether its polygon begins with it, and the box around it.
type Fitted = (Vec<[f64; 2]>, bool, [f64; 4]);

/// Which rings are around holes: those in an odd number of others. Of many rings the file is believed.
fn holes(rings: &[Fitted]) -> Vec<bool> {
    if rings.len() > MOST_RINGS {
        return rings.iter().map(|(_, is_first, _)| !is_first).collect();
    }
    let within = |at: usize| {
        let (ring, _, [left, top, width, height]) = &rings[at];
        let [a, b] = [ring[0], ring[1 % ring.len()]];
        let middle = [f64::midpoint(a[0], b[0]), f64::midpoint(a[1], b[1])];
        let others = rings.iter().enumerate().filter(|(other, _)| *other != at);
        let around = others.filter(|(_, (other, _, [l, t, w, h]))| {
            let may_hold = l <= left && t <= top && l + w >= left + width && t + h >= top + height;
            may_hold && holds(other, middle)
        });
        around.count() % 2 == 1
    };
    (0..rings.len()).map(within).collect()
}

/// Whether a ring goes round a place.
fn holds(ring: &[[f64; 2]], [x, y]: [f64; 2]) -> bool {
    let next = ring.iter().cycle().skip(1);
    let crosses = |(a, b): &(&[f64; 2], &[f64; 2])| {
        (a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
    };
    ring.iter().zip(next).filter(crosses).count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::Ring;

    fn square(x: f64, y: f64, side: f64) -> Vec<[f64; 2]> {
        vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side]]
    }

    fn geometry(rings: Vec<(Vec<[f64; 2]>, bool)>) -> Geometry {
        let ring = |(points, is_first)| Ring { points, is_first };
        Geometry { rings: rings.into_iter().map(ring).collect(), ..Geometry::default() }
    }

    fn sheet(areas: &[Geometry]) -> Sheet {
        Sheet::of(areas, Projection::Plane, 60_000, 1.0)
    }

    fn turns(ring: &[(f32, f32)]) -> f64 {
        let ring: Vec<[f64; 2]> = ring.iter().map(|&(x, y)| [x.into(), y.into()]).collect();
        doubled_area(&ring).signum()
    }

    #[test]
    fn which_way_a_ring_turns_does_not_matter_and_holes_turn_the_other_way() {
        for turned in 0..4 {
            let (mut outer, mut inner) = (square(0.0, 0.0, 9.0), square(3.0, 3.0, 2.0));
            if turned & 1 == 1 {
                outer.reverse();
            }
            if turned & 2 == 2 {
                inner.reverse();
            }
            // A hole is one however the file says it.
            for is_first in [false, true] {
                let area = geometry(vec![(outer.clone(), true), (inner.clone(), is_first)]);
                let outline = &sheet(&[area]).outlines[0];
                assert_eq!(turns(&outline.rings[0]), 1.0);
                assert_eq!(turns(&outline.rings[1]), -1.0);
            }
        }
        let two = geometry(vec![(square(0.0, 0.0, 4.0), true), (square(5.0, 0.0, 4.0), false)]);
        assert!(sheet(&[two]).outlines[0].rings.iter().all(|ring| turns(ring) > 0.0));
    }

    #[test]
    fn a_plane_is_drawn_as_it_is_with_north_up() {
        let areas = [
            geometry(vec![(square(500_000.0, 4e6, 1e5), true)]),
            geometry(vec![(square(600_000.0, 4.1e6, 1e5), true)]),
        ];
        let sheet = sheet(&areas);
        assert_eq!(sheet.extent, (1000.0, 1000.0));
        let top =
            |at: usize| sheet.outlines[at].rings[0].iter().map(|p| p.1).fold(f32::MAX, f32::min);
        assert_eq!((top(0), top(1)), (500.0, 0.0), "what lies north is above");
    }

    #[test]
    fn everything_fits_and_stays_within_its_bounds() {
        for (width, height) in [(1.0, 1.0), (1.0, 1e-9), (1e-9, 1.0), (1e8, 3.0), (2.0, 90.0)] {
            let ring = vec![[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]];
            let sheet = sheet(&[geometry(vec![(ring, true)])]);
            assert_eq!(sheet.extent.0, WIDTH);
            assert!(
                (WIDTH / TALLEST..=WIDTH * TALLEST).contains(&sheet.extent.1),
                "{:?}",
                sheet.extent
            );
            let outline = &sheet.outlines[0];
            assert!(!outline.is_empty());
            let all = outline.rings.iter().flatten().chain(&outline.dots);
            let (w, h) = sheet.extent;
            all.for_each(|&(x, y)| {
                assert!(
                    x >= -0.01
                        && f64::from(x) <= w + 0.01
                        && y >= -0.01
                        && f64::from(y) <= h + 0.01
                )
            });
        }
        assert_eq!(sheet(&[Geometry::default()]).extent, (0.0, 0.0));
    }

    #[test]
    fn what_is_too_small_to_be_seen_has_a_dot() {
        let areas = [
            geometry(vec![(square(0.0, 0.0, 100.0), true)]),
            geometry(vec![(square(200.0, 0.0, 0.01), true)]),
        ];
        let sheet = sheet(&areas);
        assert!(sheet.outlines[0].dots.is_empty());
        assert_eq!(sheet.outlines[1].dots.len(), 1);
    }

    #[test]
    fn a_map_of_many_positions_is_drawn_with_few() {
        let area = |at: u32| {
            let (x, y) = (f64::from(at % 50) * 10.0, f64::from(at / 50) * 10.0);
            let ring = (0..2000).map(|step| {
                let angle = f64::from(step) / 2000.0 * std::f64::consts::TAU;
                let r = 4.0 + 0.4 * (angle * 90.0).sin();
                [angle.cos().mul_add(r, x), angle.sin().mul_add(r, y)]
            });
            geometry(vec![(ring.collect(), true)])
        };
        let areas: Vec<Geometry> = (0..500).map(area).collect();
        let sheet = Sheet::of(&areas, Projection::Plane, 20_000, 1.0);
        assert!(sheet.outlines.iter().map(Outline::len).sum::<usize>() <= 20_000);
        assert!(sheet.outlines.iter().all(|outline| !outline.is_empty()));
    }
}
