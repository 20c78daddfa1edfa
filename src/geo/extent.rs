//! Which part of the globe a map is of.

use super::atlas::{Atlas, Geometry};

/// Steps of longitude in which is looked for the widest gap, two a degree.
const STEPS: usize = 720;
/// A map is one of a plane where more than one position in so many is no longitude and latitude.
const ODD: usize = 100;

/// Whether a position can be longitude and latitude in degrees. Maps of the Pacific count on beyond 180.
pub(super) fn is_degrees([x, y]: [f64; 2]) -> bool {
    x.abs() <= 540.0 && y.abs() <= 90.01
}

/// What a map covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// A plane of its own, in whatever units.
    Plane,
    /// A part of the globe, in degrees; `east` is greater than `west` and may be beyond 180.
    Globe {
        /// Longitude of the left edge.
        west: f64,
        /// Longitude of the right edge.
        east: f64,
        /// Latitude of the lower edge.
        south: f64,
        /// Latitude of the upper edge.
        north: f64,
    },
}

/// A longitude from −180 up to 180.
pub(super) fn wrapped(longitude: f64) -> f64 {
    (longitude + 180.0).rem_euclid(360.0) - 180.0
}

impl Extent {
    /// What an atlas covers. The globe is opened where the widest stretch of longitude has nothing of it.
    #[must_use]
    pub fn of(atlas: &Atlas) -> Self {
        let geometries = || atlas.features.iter().map(|feature| &feature.geometry);
        let all = || geometries().flat_map(Geometry::points);
        let odd = all().filter(|&&place| !is_degrees(place)).count();
        if atlas.is_plane || odd * ODD > all().count() {
            return Self::Plane;
        }
        let places = || all().filter(|&&place| is_degrees(place));
        let fold = |start: f64, pick: fn(f64, f64) -> f64| places().map(|p| p[1]).fold(start, pick);
        let (south, north) = (fold(90.0, f64::min), fold(-90.0, f64::max));
        if south > north {
            return Self::Plane;
        }
        let mut marked = [false; STEPS];
        for geometry in geometries() {
            for ring in &geometry.rings {
                mark(&mut marked, &ring.points, true);
            }
            for line in &geometry.lines {
                mark(&mut marked, line, false);
            }
            for dot in &geometry.dots {
                mark(&mut marked, &[*dot], false);
            }
        }
        let (from, length) = widest_gap(&marked);
        let degrees = |step: usize| step as f64 * 360.0 / STEPS as f64 - 180.0;
        let west = degrees(from + length);
        let east = degrees(from) + 360.0;
        let (west, east) = if west >= 180.0 { (west - 360.0, east - 360.0) } else { (west, east) };
        Self::Globe { west, east, south: south.max(-90.0), north: north.min(90.0) }
    }
}

/// Marks the longitudes that a line passes, the shorter way round between two positions.
fn mark(marked: &mut [bool; STEPS], points: &[[f64; 2]], is_closed: bool) {
    let mut before: Option<f64> = None;
    let first = points.first().filter(|_| is_closed);
    for point in points.iter().chain(first).filter(|point| is_degrees(**point)) {
        let here = wrapped(point[0]);
        let start = before.unwrap_or(here);
        let way = wrapped(here - start);
        let steps = (way.abs() * STEPS as f64 / 360.0).ceil().max(1.0);
        for at in 0..=steps as usize {
            let longitude = wrapped(start + way * at as f64 / steps) + 180.0;
            let step = (longitude * STEPS as f64 / 360.0).floor() as usize;
            marked[step.min(STEPS - 1)] = true;
        }
        before = Some(here);
    }
}

/// Where the longest run of what is not marked begins, going round, and its length.
fn widest_gap(marked: &[bool; STEPS]) -> (usize, usize) {
    let (mut best, mut run) = ((0, 0), 0);
    for at in 0..2 * STEPS {
        if marked[at % STEPS] {
            run = 0;
        } else {
            run += 1;
            if run > best.1 && run <= STEPS {
                best = (at + 1 - run, run);
            }
        }
    }
    (best.0 % STEPS, best.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{Feature, Ring};

    fn of(rings: &[&[[f64; 2]]]) -> Extent {
        let ring = |points: &&[[f64; 2]]| Ring { points: points.to_vec(), is_first: true };
        let geometry = Geometry { rings: rings.iter().map(ring).collect(), ..Geometry::default() };
        let features = vec![Feature { values: Vec::new(), geometry }];
        Extent::of(&Atlas { features, ..Atlas::default() })
    }

    #[test]
    fn a_map_across_the_antimeridian_is_narrow() {
        let both = of(&[
            &[[177.0, -18.0], [179.9, -18.0], [179.9, -16.0]],
            &[[-179.9, -17.0], [-179.0, -17.0], [-179.0, -16.0]],
        ]);
        let Extent::Globe { west, east, south, north } = both else { panic!("{both:?}") };
        assert!(
            (176.0..=177.0).contains(&west) && (181.0..=182.0).contains(&east),
            "{west} {east}"
        );
        assert_eq!((south, north), (-18.0, -16.0));
        // The same where a ring goes across, or counts on.
        for ring in [
            [[177.0, -18.0], [-179.0, -18.0], [-179.0, -16.0]],
            [[177.0, -18.0], [181.0, -18.0], [181.0, -16.0]],
        ] {
            let Extent::Globe { west, east, .. } = of(&[&ring]) else { panic!() };
            assert!(west > 170.0 && east < 190.0, "{west} {east}");
        }
    }

    #[test]
    fn metres_are_a_plane_and_one_odd_position_is_none() {
        assert_eq!(of(&[&[[400_000.0, 3e6], [500_000.0, 3e6], [500_000.0, 4e6]]]), Extent::Plane);
        let mut ring: Vec<[f64; 2]> = (0..200).map(|at| [f64::from(at) / 10.0, 5.0]).collect();
        ring.push([99_999.0, 3.0]);
        assert!(matches!(of(&[&ring]), Extent::Globe { .. }));
        assert_eq!(of(&[]), Extent::Plane);
    }
}
