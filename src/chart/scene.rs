//! What a chart comes to: a flat list of simple painted shapes, in drawing order.

use super::geometry::{Area, segment_distance};
use super::measure::{self, ASCENT, DESCENT};
use super::paint::Paint;
use crate::base::date::Day;

/// One of the three text sizes charts use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextSize {
    /// 12 px: axes, notes, labels in tight places.
    Small,
    /// 14 px: names and figures.
    Body,
    /// 16 px: titles.
    Lead,
}

impl TextSize {
    /// The size in px.
    #[must_use]
    pub const fn px(self) -> f64 {
        match self {
            Self::Small => 12.0,
            Self::Body => 14.0,
            Self::Lead => 16.0,
        }
    }

    /// Distance between two baselines in px.
    #[must_use]
    pub const fn line(self) -> f64 {
        match self {
            Self::Small => 16.0,
            Self::Body => 19.0,
            Self::Lead => 24.0,
        }
    }
}

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
}

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
    /// Several data drawn as one; the number indexes [`Scene::bins`].
    Bin(u32),
    /// The playhead of a timeline.
    Playhead,
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
    /// Accessible text; set on the one [`Role::Mark`] (or bin) node of each datum, else empty.
    pub tip: String,
}

impl Node {
    /// A node that belongs to no datum.
    #[must_use]
    pub const fn new(shape: Shape, paint: Paint, role: Role) -> Self {
        Self {
            shape,
            paint,
            datum: None,
            role,
            tip: String::new(),
        }
    }

    /// The same node, belonging to a datum.
    #[must_use]
    pub const fn of(mut self, datum: u32) -> Self {
        self.datum = Some(datum);
        self
    }

    /// The same node with an accessible text.
    #[must_use]
    pub fn telling(mut self, tip: &str) -> Self {
        tip.clone_into(&mut self.tip);
        self
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
            Shape::Circle {
                x: cx,
                y: cy,
                radius,
            } => ((x - cx).hypot(y - cy) - radius).max(0.0),
            _ => self.bounds().distance(x, y),
        }
    }
}

fn path_points(steps: &[PathStep]) -> impl Iterator<Item = (f64, f64)> + '_ {
    steps.iter().filter_map(|step| match *step {
        PathStep::Move(x, y) | PathStep::Line(x, y) => Some((x, y)),
        PathStep::Close => None,
    })
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
        let width = if self.strong {
            measure::strong_width(&self.text, self.size)
        } else {
            measure::width(&self.text, self.size)
        };
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

/// Several data of a timeline lane drawn as one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bin {
    /// Index of the lane.
    pub lane: u32,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// The data in it, in the order given.
    pub ids: Vec<u32>,
}

/// Why a datum has no mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DropReason {
    /// A value that is not a number, or beyond ±1e100.
    NotFinite,
    /// A value a log scale, an area or a share cannot show: zero or negative.
    NotPositive,
    /// A category, series, facet or lane index that names nothing.
    NoPlace,
    /// No time where the mark needs one, or a time that ends before it starts.
    NoTime,
    /// Its cell is already taken by an earlier datum.
    Taken,
}

/// A datum that was left out, and why: nothing goes missing silently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The datum's id.
    pub datum: u32,
    /// Why it has no mark.
    pub reason: DropReason,
}

/// A laid-out chart, ready to be drawn by the page or written as SVG.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Put before every id the scene needs, so that several charts can share a page.
    pub prefix: String,
    /// Width in px.
    pub width: f64,
    /// Height in px.
    pub height: f64,
    /// Accessible title.
    pub title: String,
    /// Accessible description: unit, period, scale, source, what was left out.
    pub description: String,
    /// Shapes in drawing order; data marks in reading order.
    pub nodes: Vec<Node>,
    /// The plot area (of the first panel, where there are several).
    pub plot: Area,
    /// First and last day at the plot's left and right edges, where x is time.
    pub window: Option<(Day, Day)>,
    /// Columns that stand for several data (timelines only).
    pub bins: Vec<Bin>,
    /// Data left out.
    pub dropped: Vec<Dropped>,
}

impl Scene {
    /// Ids of the data that have marks, each once, in reading order: what the arrow keys walk.
    #[must_use]
    pub fn data_order(&self) -> Vec<u32> {
        let mut seen = std::collections::HashSet::new();
        self.nodes
            .iter()
            .filter(|node| node.role == Role::Mark)
            .filter_map(|node| node.datum)
            .filter(|id| seen.insert(*id))
            .collect()
    }

    /// The node of the datum nearest to a point, within `radius` px; of equals the one drawn last.
    ///
    /// Bins answer too: look at the node's role.
    #[must_use]
    pub fn hit(&self, x: f64, y: f64, radius: f64) -> Option<&Node> {
        let mut best: Option<(f64, &Node)> = None;
        for node in &self.nodes {
            if node.datum.is_none() && !matches!(node.role, Role::Bin(_)) {
                continue;
            }
            let distance = node.distance(x, y);
            if distance <= radius && best.is_none_or(|(nearest, _)| distance <= nearest) {
                best = Some((distance, node));
            }
        }
        best.map(|(_, node)| node)
    }

    /// The node that carries a datum's mark and accessible text.
    #[must_use]
    pub fn mark(&self, datum: u32) -> Option<&Node> {
        self.nodes
            .iter()
            .find(|node| node.role == Role::Mark && node.datum == Some(datum))
    }

    /// Hues that need a hatch pattern, ascending, each once.
    #[must_use]
    pub fn hatches(&self) -> Vec<u8> {
        let mut hues: Vec<u8> = self
            .nodes
            .iter()
            .filter_map(|node| node.paint.hatch_hue())
            .collect();
        hues.sort_unstable();
        hues.dedup();
        hues
    }

    /// The day at an x in px, clamped to the plot; `None` where x is not time.
    #[must_use]
    pub fn day_at(&self, x: f64) -> Option<Day> {
        Some(self.time()?.invert(x))
    }

    /// The x in px of a day; `None` where x is not time. Days outside the window lie outside the plot.
    #[must_use]
    pub fn x_of(&self, day: Day) -> Option<f64> {
        Some(self.time()?.scale(f64::from(day)))
    }

    fn time(&self) -> Option<super::scale::TimeScale> {
        let window = self.window?;
        Some(super::scale::TimeScale::new(
            window,
            (self.plot.x, self.plot.right()),
        ))
    }

    pub(crate) fn push(&mut self, node: Node) {
        self.nodes.push(node);
    }
}
