//! From longitude and latitude to a plane, by the formulas and conventions of d3-geo: angles in radians, x to the right,
//! y downwards, on a globe of radius 1.

use super::extent::{Extent, wrapped};

/// From so many degrees of longitude on a map is one of the world.
const WORLD: f64 = 180.0;
/// A map of the world is opened along 169° west, where it parts no land, as far as it covers nearly all longitudes.
const WORLD_CENTRE: f64 = 11.0;
const ALL_AROUND: f64 = 300.0;
/// Of so many degrees of latitude no cone does justice.
const TALL: f64 = 100.0;
/// A map beyond this latitude, all around, is seen from above the pole.
const POLAR: f64 = 30.0;
/// A cone nearer to a cylinder than this is drawn as one.
const EPSILON: f64 = 1e-6;

/// Coefficients of the Equal Earth projection.
const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

/// A projection that keeps areas in proportion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Projection {
    /// Nothing is projected: y grows upwards in the file.
    Plane,
    /// The world (Equal Earth).
    World {
        /// Longitude in the middle, in degrees.
        centre: f64,
    },
    /// A part of it (Albers' conic).
    Conic {
        /// Longitude in the middle, in degrees.
        centre: f64,
        /// What a turn about the axis becomes.
        n: f64,
        /// The constant of the cone.
        c: f64,
    },
    /// A part of it on both sides of the equator (Lambert's cylinder).
    Cylinder {
        /// Longitude in the middle, in degrees.
        centre: f64,
        /// Cosine of the latitude that is true to scale.
        scale: f64,
    },
    /// What lies around a pole (Lambert's azimuthal).
    Pole {
        /// Longitude that points downwards from the north pole, upwards from the south pole.
        centre: f64,
        /// Whether it is the south pole.
        is_south: bool,
    },
}

impl Projection {
    /// The one that does justice to an extent: of a part of the globe a cone that is true to scale a sixth of its height
    /// from its lower and upper edge.
    #[must_use]
    pub fn of(extent: &Extent) -> Self {
        let &Extent::Globe { west, east, south, north } = extent else { return Self::Plane };
        let (span, middle) = (east - west, wrapped(f64::midpoint(west, east)));
        if span > WORLD && (south > POLAR || north < -POLAR) {
            return Self::Pole { centre: middle, is_south: north < 0.0 };
        }
        if span > WORLD || north - south > TALL {
            let centre = if span > ALL_AROUND { WORLD_CENTRE } else { middle };
            return Self::World { centre };
        }
        let sixth = (north - south) / 6.0;
        Self::conic(middle, [south + sixth, north - sixth])
    }

    /// A cone that is true to scale at two latitudes in degrees.
    #[must_use]
    pub fn conic(centre: f64, parallels: [f64; 2]) -> Self {
        let [first, second] = parallels.map(|latitude| latitude.to_radians().sin());
        let n = f64::midpoint(first, second);
        if n.abs() < EPSILON {
            return Self::Cylinder { centre, scale: parallels[0].to_radians().cos() };
        }
        Self::Conic { centre, n, c: first.mul_add(2.0f64.mul_add(n, -first), 1.0) }
    }

    /// The longitude in the middle, in degrees; `None` of a plane.
    #[must_use]
    pub const fn centre(&self) -> Option<f64> {
        match *self {
            Self::Plane => None,
            Self::World { centre }
            | Self::Conic { centre, .. }
            | Self::Cylinder { centre, .. }
            | Self::Pole { centre, .. } => Some(centre),
        }
    }

    /// Whether the left and right edges of the map are one meridian, where lines that cross it are cut.
    #[must_use]
    pub const fn is_cut(&self) -> bool {
        matches!(self, Self::World { .. })
    }

    /// Where a place lies: degrees from the middle, and latitude in degrees; of a plane, x and y.
    #[must_use]
    pub fn place(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let (lambda, phi) = (x.to_radians(), y.clamp(-90.0, 90.0).to_radians());
        match *self {
            Self::Plane => [x, -y],
            Self::World { .. } => equal_earth(lambda, phi),
            Self::Conic { n, c, .. } => {
                let r = |phi: f64| (c - 2.0 * n * phi.sin()).max(0.0).sqrt() / n;
                let (sin, cos) = (lambda * n).sin_cos();
                [r(phi) * sin, r(phi).mul_add(cos, -r(0.0))]
            }
            Self::Cylinder { scale, .. } => [lambda * scale, -phi.sin() / scale],
            Self::Pole { is_south, .. } => {
                let sign = if is_south { -1.0 } else { 1.0 };
                let r = 2.0 * ((std::f64::consts::FRAC_PI_2 - sign * phi) / 2.0).sin();
                [r * lambda.sin(), sign * r * lambda.cos()]
            }
        }
    }
}

fn equal_earth(lambda: f64, phi: f64) -> [f64; 2] {
    let m = 3.0_f64.sqrt() / 2.0;
    let l = (m * phi.sin()).asin();
    let l2 = l * l;
    let l6 = l2 * l2 * l2;
    let slope = A[0] + 3.0 * A[1] * l2 + l6 * (7.0 * A[2] + 9.0 * A[3] * l2);
    [lambda * l.cos() / (m * slope), -l * (A[0] + A[1] * l2 + l6 * (A[2] + A[3] * l2))]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agrees(projection: Projection, known: &[([f64; 2], [f64; 2])]) {
        let centre = projection.centre().unwrap();
        for &([longitude, latitude], expected) in known {
            let found = projection.place([wrapped(longitude - centre), latitude]);
            let is_near = (0..2).all(|axis| (found[axis] - expected[axis]).abs() < 1e-6);
            assert!(is_near, "{projection:?} {longitude} {latitude}: {found:?}, not {expected:?}");
        }
    }

    /// What d3-geo 3.1 gives with a scale of 1, no translation and no resampling.
    #[test]
    fn places_lie_where_d3_geo_puts_them() {
        agrees(
            Projection::conic(105.0, [24.0, 47.0]),
            &[
                ([105.0, 35.0], [0.0, -0.590_710_457]),
                ([116.4, 39.9], [0.149_559_564, -0.686_415_012]),
                ([75.0, 38.0], [-0.398_533_201, -0.703_951_577]),
                ([110.0, 20.0], [0.083_131_199, -0.329_032_726]),
                ([135.0, 53.0], [0.321_570_825, -0.954_567_442]),
            ],
        );
        agrees(
            Projection::conic(25.0, [-30.0, -10.0]),
            &[
                ([25.0, -20.0], [0.0, 0.347_592_093]),
                ([18.0, -34.0], [-0.102_924_833, 0.595_363_955]),
                ([35.0, -5.0], [0.176_867_224, 0.089_962_832]),
            ],
        );
        agrees(
            Projection::conic(20.0, [-10.0, 10.0]),
            &[
                ([20.0, 0.0], [0.0, 0.0]),
                ([40.0, 15.0], [0.343_762_756, -0.262_811_746]),
                ([0.0, -25.0], [-0.343_762_756, 0.429_137_83]),
            ],
        );
        agrees(
            Projection::World { centre: 11.0 },
            &[
                ([116.4, 39.9], [1.405_569_554, -0.772_869_534]),
                ([-74.0, 40.7], [-1.127_814_563, -0.786_841_444]),
                ([-170.0, -80.0], [1.660_997_862, 1.288_211_196]),
                ([-168.0, 66.0], [-1.905_924_394, -1.163_725_308]),
            ],
        );
        let pole = |is_south| Projection::Pole { centre: 0.0, is_south };
        agrees(
            pole(false),
            &[([0.0, 60.0], [0.0, 0.517_638_09]), ([-45.0, 75.0], [-0.184_591_911, 0.184_591_911])],
        );
        agrees(
            pole(true),
            &[
                ([90.0, -60.0], [0.517_638_09, 0.0]),
                ([-45.0, -75.0], [-0.184_591_911, -0.184_591_911]),
            ],
        );
    }

    #[test]
    fn the_extent_decides() {
        let of =
            |west, east, south, north| Projection::of(&Extent::Globe { west, east, south, north });
        assert!(
            matches!(of(73.0, 135.0, 18.0, 54.0), Projection::Conic { centre, .. } if (centre - 104.0).abs() < 1e-9)
        );
        assert!(
            matches!(of(176.0, 190.0, -20.0, -12.0), Projection::Conic { centre, .. } if (centre + 177.0).abs() < 1e-9)
        );
        assert!(matches!(of(-10.0, 10.0, -5.0, 5.0), Projection::Cylinder { .. }));
        assert_eq!(of(-180.0, 180.0, -90.0, 84.0), Projection::World { centre: 11.0 });
        assert_eq!(
            of(-170.0, 170.0, 60.0, 84.0),
            Projection::Pole { centre: 0.0, is_south: false }
        );
        assert_eq!(Projection::of(&Extent::Plane), Projection::Plane);
    }

    #[test]
    fn areas_stay_in_proportion() {
        for projection in [
            Projection::conic(0.0, [20.0, 50.0]),
            Projection::World { centre: 0.0 },
            Projection::Cylinder { centre: 0.0, scale: 0.9 },
            Projection::Pole { centre: 0.0, is_south: false },
        ] {
            let area = |x: f64, y: f64| {
                let side = 0.01;
                let at = |dx: f64, dy: f64| projection.place([x + dx, y + dy]);
                let ([ax, ay], [bx, by], [cx, cy]) = (at(0.0, 0.0), at(side, 0.0), at(0.0, side));
                let flat = ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)).abs();
                flat / (side.to_radians().powi(2) * y.to_radians().cos())
            };
            for (x, y) in [(0.0, 10.0), (15.0, 44.0), (-20.0, 60.0)] {
                assert!((area(x, y) - 1.0).abs() < 1e-3, "{projection:?} {x} {y}: {}", area(x, y));
            }
        }
    }
}
