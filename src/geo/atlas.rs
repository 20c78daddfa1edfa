//! Areas with what a file says of them, gathered feature by feature.

/// The most features of a map.
pub const MOST_FEATURES: usize = 20_000;
/// The most positions of a map.
const MOST_POSITIONS: usize = 4_000_000;
/// The most properties of a feature that are kept, and the most bytes of one.
const MOST_PROPERTIES: usize = 64;
const LONGEST: usize = 240;
/// No place on a globe or a plane in metres is further away.
const FURTHEST: f64 = 1e9;

/// A closed line, its last position not said again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ring {
    /// Positions, x (or longitude) first.
    pub points: Vec<[f64; 2]>,
    /// Whether its polygon begins with it; the others are holes.
    pub is_first: bool,
}

/// What a feature looks like; empty where nothing of it can be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Geometry {
    /// Of its polygons.
    pub rings: Vec<Ring>,
    /// Lines that are not closed.
    pub lines: Vec<Vec<[f64; 2]>>,
    /// Points.
    pub dots: Vec<[f64; 2]>,
}

impl Geometry {
    /// Whether there is nothing to draw.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rings.is_empty() && self.lines.is_empty() && self.dots.is_empty()
    }

    /// Number of positions.
    #[must_use]
    pub fn len(&self) -> usize {
        let rings: usize = self.rings.iter().map(|ring| ring.points.len()).sum();
        rings + self.lines.iter().map(Vec::len).sum::<usize>() + self.dots.len()
    }

    /// Takes the parts of another.
    pub fn add(&mut self, other: Self) {
        self.rings.extend(other.rings);
        self.lines.extend(other.lines);
        self.dots.extend(other.dots);
    }

    /// All positions.
    pub fn points(&self) -> impl Iterator<Item = &[f64; 2]> {
        let rings = self.rings.iter().flat_map(|ring| &ring.points);
        rings.chain(self.lines.iter().flatten()).chain(&self.dots)
    }

    /// Takes a run of positions that a polygon is made of; whether it encloses anything.
    pub(super) fn close(&mut self, mut points: Vec<[f64; 2]>, is_first: bool) -> bool {
        points.dedup();
        while points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        let is_ring = points.len() > 2;
        if is_ring {
            self.rings.push(Ring { points, is_first });
        }
        is_ring
    }

    /// Takes a run of positions as a line.
    pub(super) fn line(&mut self, mut points: Vec<[f64; 2]>) {
        points.dedup();
        if points.len() > 1 {
            self.lines.push(points);
        } else {
            self.dots.extend(points);
        }
    }
}

/// An area of a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feature {
    /// What is said of it: index into [`Atlas::properties`], and a text or a number as it is written.
    pub values: Vec<(usize, String)>,
    /// What it looks like.
    pub geometry: Geometry,
}

impl Feature {
    /// What a property says.
    #[must_use]
    pub fn value(&self, property: usize) -> Option<&str> {
        self.values.iter().find(|(own, _)| *own == property).map(|(_, value)| value.as_str())
    }
}

/// A map: areas, and what is said of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Atlas {
    /// Names of properties, in the order in which they came.
    pub properties: Vec<String>,
    /// The areas in the file's order, those without a shape among them.
    pub features: Vec<Feature>,
    /// Positions that are none: not two numbers, or too far away for any place.
    pub lost: usize,
    /// Whether positions are those of a plane, as the file says.
    pub is_plane: bool,
}

/// A map that is being gathered.
#[derive(Clone, Debug, Default)]
pub struct Shapes {
    atlas: Atlas,
    positions: usize,
    features: usize,
}

impl Shapes {
    /// Takes an area. Of a map that is too large only the size is kept.
    pub fn add(&mut self, said: Vec<(String, String)>, geometry: Geometry, lost: usize) {
        self.features += 1;
        self.positions += geometry.len();
        self.atlas.lost += lost;
        if self.is_too_large() {
            self.atlas.features = Vec::new();
            return;
        }
        let mut values = Vec::new();
        for (name, value) in said.into_iter().take(MOST_PROPERTIES) {
            if value.len() > LONGEST || value.is_empty() {
                continue;
            }
            let properties = &mut self.atlas.properties;
            let at = properties.iter().position(|known| *known == name).unwrap_or(properties.len());
            if at == properties.len() {
                if at == MOST_PROPERTIES {
                    continue;
                }
                properties.push(name);
            }
            values.push((at, value));
        }
        self.atlas.features.push(Feature { values, geometry });
    }

    /// Takes note of a reference system by its name; that of longitude and latitude is the usual one.
    pub fn referred(&mut self, name: &str) {
        let is_degrees =
            ["CRS84", "EPSG::4326", "EPSG:4326", "EPSG::4490", "EPSG:4490", "EPSG::4979"]
                .iter()
                .any(|known| name.ends_with(known));
        self.atlas.is_plane = !name.is_empty() && !is_degrees;
    }

    /// Whether anything can be drawn, or could if it were smaller.
    #[must_use]
    pub fn has_shapes(&self) -> bool {
        self.positions > 0
    }

    /// Whether there are too many features or positions.
    #[must_use]
    pub const fn is_too_large(&self) -> bool {
        self.features > MOST_FEATURES || self.positions > MOST_POSITIONS
    }

    /// What there is too much of, and how much there may be; `None` where it is not too large.
    #[must_use]
    pub fn excess(&self) -> Option<(String, String)> {
        let number = |n: usize, most: usize| (n.to_string(), most.to_string());
        (self.features > MOST_FEATURES)
            .then(|| number(self.features, MOST_FEATURES))
            .or_else(|| self.is_too_large().then(|| number(self.positions, MOST_POSITIONS)))
    }

    /// The map; `None` where nothing of it can be drawn, or it is too large.
    #[must_use]
    pub fn finish(self) -> Option<Atlas> {
        (self.has_shapes() && !self.is_too_large()).then_some(self.atlas)
    }
}

/// Whether two numbers are a position.
pub(super) fn is_place([x, y]: [f64; 2]) -> bool {
    x.abs() <= FURTHEST && y.abs() <= FURTHEST
}
