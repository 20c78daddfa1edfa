//! Shapes and the nodes they are drawn by.

use super::geometry::{Area, segment_distance};
use super::measure::{self, ASCENT, DESCENT};
use super::paint::Paint;
use super::text_size::TextSize;

/// Which point of a text its x names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PathStep {
    /// Begin at a point.
    Move(f64, f64),
    /// Straight on to a point.
    Line(f64, f64),
    /// On to a point in a cubic curve: first and second control point, end.
    Curve([(f64, f64); 3]),
    /// Back to where the part began.
    Close,
}

/// A shape in px; every number is finite.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle.
    Rect(Area),
    /// A straight line between two points.
    Line {
        /// Start, x.
        x1: f64,
        /// Start, y.
        y1: f64,
        /// End, x.
        x2: f64,
        /// End, y.
        y2: f64,
    },
    /// Straight segments, open or closed.
    Path(Vec<PathStep>),
    /// A circle.
    Circle {
        /// Centre, x.
        x: f64,
        /// Centre, y.
        y: f64,
        /// Radius.
        radius: f64,
    },
    /// A line of text.
    Text(Text),
}

/// A line of text on its baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where the anchor point lies, x.
    pub x: f64,
    /// The baseline, y.
    pub y: f64,
    /// The words.
    pub text: String,
    /// Which point of the text `x` names.
    pub anchor: Anchor,
    /// Size step.
    pub size: TextSize,
    /// Semibold in place of regular.
    pub strong: bool,
    /// Turned a quarter to the left about (x, y): reads upwards.
    pub upright: bool,
    /// What follows in another size, [`BEHIND`] px behind wherever the words end on a reader's screen; only of words that
    /// are anchored at their start.
    pub behind: Option<(String, TextSize)>,
}

/// The blank before what stands behind a text in another size, in px.
pub const BEHIND: f64 = 4.0;

/// What a node is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Stands for a datum.
    Mark,
    /// Adds to a mark: arrow, soft edge, connecting line.
    Trim,
    /// Axis line or tick.
    Axis,
    /// Grid line or separator.
    Grid,
    /// Text that names or gives a figure.
    Label,
    /// Title, subtitle, source.
    Heading,
    /// Legend swatch or its text.
    Legend,
    /// A background band: a lane, a brushed range.
    Band,
    /// An area that only takes the pointer.
    Hit,
    /// Several data drawn as one; the number indexes [`Scene::bins`](super::Scene::bins).
    Bin(u32),
    /// The playhead of a timeline.
    Playhead,
}

/// What a reader can point at, walk to and open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A datum, by its id.
    Datum(u32),
    /// Several data drawn as one; indexes [`super::Scene::bins`].
    Bin(u32),
}

/// A painted shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Geometry.
    pub shape: Shape,
    /// Colours, as tokens.
    pub paint: Paint,
    /// The id of the datum it belongs to, as given in the spec.
    pub datum: Option<u32>,
    /// What it is there for.
    pub role: Role,
    /// Accessible text: on the one [`Role::Mark`] (or bin) node of each datum, and the whole of a
    /// name that had to be cut; else empty.
    pub tip: String,
    /// Whether a pointer is at a path only within its lines, and not in the whole box around it.
    pub is_exact: bool,
}

impl Node {
    /// A node that belongs to no datum.
    #[must_use]
    pub const fn new(shape: Shape, paint: Paint, role: Role) -> Self {
        Self { shape, paint, datum: None, role, tip: String::new(), is_exact: false }
    }

    /// The same node, belonging to a datum.
    #[must_use]
    pub const fn of(mut self, datum: u32) -> Self {
        self.datum = Some(datum);
        self
    }

    /// The same node, which a pointer has to be within the lines of: those of its box may be its neighbours'.
    #[must_use]
    pub const fn exactly(mut self) -> Self {
        self.is_exact = true;
        self
    }

    /// The same node with an accessible text.
    #[must_use]
    pub fn telling(mut self, tip: &str) -> Self {
        tip.clone_into(&mut self.tip);
        self
    }

    /// The same node; where its text was cut or goes on elsewhere, the whole is its accessible text.
    #[must_use]
    pub(crate) fn whole(self, whole: &str) -> Self {
        let cut = matches!(&self.shape, Shape::Text(text) if text.text.ends_with('…'));
        if cut && !whole.ends_with('…') { self.telling(whole) } else { self }
    }

    /// The same node elsewhere.
    #[must_use]
    pub(crate) fn moved(mut self, dx: f64, dy: f64) -> Self {
        match &mut self.shape {
            Shape::Rect(area) => (area.x, area.y) = (area.x + dx, area.y + dy),
            Shape::Line { x1, y1, x2, y2 } => {
                (*x1, *x2) = (*x1 + dx, *x2 + dx);
                (*y1, *y2) = (*y1 + dy, *y2 + dy);
            }
            Shape::Circle { x, y, .. } => (*x, *y) = (*x + dx, *y + dy),
            Shape::Text(text) => (text.x, text.y) = (text.x + dx, text.y + dy),
            Shape::Path(steps) => {
                for step in steps {
                    match step {
                        PathStep::Move(x, y) | PathStep::Line(x, y) => {
                            (*x, *y) = (*x + dx, *y + dy);
                        }
                        PathStep::Curve(points) => {
                            *points = points.map(|(x, y)| (x + dx, y + dy));
                        }
                        PathStep::Close => {}
                    }
                }
            }
        }
        self
    }

    /// What a reader points at here.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        match self.role {
            Role::Bin(index) => Some(Target::Bin(index)),
            _ => self.datum.map(Target::Datum),
        }
    }

    /// The box around the shape, strokes left out; text by estimate ([`measure::width`]).
    #[must_use]
    pub fn bounds(&self) -> Area {
        match &self.shape {
            Shape::Rect(area) => *area,
            Shape::Line { x1, y1, x2, y2 } => Area::between(*x1, *y1, *x2, *y2),
            Shape::Circle { x, y, radius } => {
                Area::new(x - radius, y - radius, radius * 2.0, radius * 2.0)
            }
            Shape::Path(steps) => path_points(steps)
                .map(|(x, y)| Area::new(x, y, 0.0, 0.0))
                .reduce(|a, b| a.union(&b))
                .unwrap_or_default(),
            Shape::Text(text) => text.bounds(),
        }
    }

    /// Distance in px from a point to the shape, 0 inside.
    #[must_use]
    pub fn distance(&self, x: f64, y: f64) -> f64 {
        match &self.shape {
            Shape::Line { x1, y1, x2, y2 } => segment_distance((x, y), (*x1, *y1), (*x2, *y2)),
            Shape::Circle { x: cx, y: cy, radius } => ((x - cx).hypot(y - cy) - radius).max(0.0),
            Shape::Path(steps) if self.is_exact && is_closed(steps) => {
                enclosed_distance(steps, (x, y))
            }
            _ => self.bounds().distance(x, y),
        }
    }
}

/// The points of a path; those of a curve are the corners of what it stays within.
fn path_points(steps: &[PathStep]) -> impl Iterator<Item = (f64, f64)> + '_ {
    steps.iter().flat_map(|step| match step {
        PathStep::Move(x, y) | PathStep::Line(x, y) => vec![(*x, *y)],
        PathStep::Curve(points) => points.to_vec(),
        PathStep::Close => Vec::new(),
    })
}

/// Whether a path is made of closed parts of straight lines.
fn is_closed(steps: &[PathStep]) -> bool {
    let is_straight = |step: &PathStep| !matches!(step, PathStep::Curve(_));
    steps.last() == Some(&PathStep::Close) && steps.iter().all(is_straight)
}

/// Distance from a point to what closed lines enclose, 0 inside; what one of them encloses within another is outside.
fn enclosed_distance(steps: &[PathStep], (x, y): (f64, f64)) -> f64 {
    let (mut start, mut before) = ((0.0, 0.0), (0.0, 0.0));
    let (mut is_inside, mut nearest) = (false, f64::INFINITY);
    for step in steps {
        let here = match *step {
            PathStep::Move(x, y) => {
                (start, before) = ((x, y), (x, y));
                continue;
            }
            PathStep::Line(x, y) => (x, y),
            PathStep::Close => start,
            PathStep::Curve([.., end]) => end,
        };
        let ((ax, ay), (bx, by)) = (before, here);
        is_inside ^= (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax;
        nearest = nearest.min(segment_distance((x, y), before, here));
        before = here;
    }
    if is_inside { 0.0 } else { nearest }
}

impl Text {
    /// A regular text, start-anchored.
    #[must_use]
    pub fn new(x: f64, y: f64, text: impl Into<String>, size: TextSize) -> Self {
        Self {
            x,
            y,
            text: text.into(),
            anchor: Anchor::Start,
            size,
            strong: false,
            upright: false,
            behind: None,
        }
    }

    /// The same text, anchored elsewhere.
    #[must_use]
    pub const fn anchored(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    /// The same text, semibold.
    #[must_use]
    pub const fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    /// Estimated box around the text.
    #[must_use]
    pub fn bounds(&self) -> Area {
        let px = self.size.px();
        let wide = if self.strong { measure::strong_width } else { measure::width };
        let behind = self.behind.as_ref().map(|(text, size)| BEHIND + wide(text, *size));
        let width = wide(&self.text, self.size) + behind.unwrap_or_default();
        let before = match self.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
        let (up, down) = (px * ASCENT, px * DESCENT);
        if self.upright {
            Area::new(self.x - up, self.y + before - width, up + down, width)
        } else {
            Area::new(self.x - before, self.y - up, width, up + down)
        }
    }

    /// As a label node in a colour.
    #[must_use]
    pub const fn node(self, paint: Paint, role: Role) -> Node {
        Node::new(Shape::Text(self), paint, role)
    }
}
