//! What a chart comes to: a flat list of simple painted shapes, in drawing order.

use super::geometry::Area;
use super::node::{Node, Role, Target};
use crate::base::date::Day;
use crate::base::order::Order;

/// Several data drawn as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Bin {
    /// Where it stands.
    pub place: BinPlace,
    /// How many data it stands for.
    pub count: usize,
    /// The data in it, in the order given; empty where they were counted beforehand.
    pub ids: Vec<u32>,
}

/// What the data of a bin have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BinPlace {
    /// A column of a timeline.
    Days {
        /// Index of the lane.
        lane: u32,
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
    },
    /// A bin of a plane: least and greatest value on each axis.
    Values {
        /// From left to right.
        across: (f64, f64),
        /// From the bottom up.
        along: (f64, f64),
    },
}

/// What a reader drags across, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// First and last day, where x is time.
    Days(Day, Day),
    /// First and last column, where there are columns.
    Bins(u32, u32),
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
    /// First and last days of what is squeezed between them.
    pub gaps: Vec<(Day, Day)>,
    /// How many equally wide columns the plot has, where x is bins; 0 elsewhere.
    pub columns: u32,
    /// Columns of a timeline and bins of a plane that stand for several data.
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

    /// Data that have marks, and bins, each once, in reading order: what the arrow keys walk.
    #[must_use]
    pub fn targets(&self) -> Vec<Target> {
        let is_bin = |node: &&Node| matches!(node.role, Role::Bin(_));
        let mut seen = std::collections::HashSet::new();
        self.nodes
            .iter()
            .filter(|node| node.role == Role::Mark || is_bin(node))
            .filter(|node| is_bin(node) || node.datum.is_some_and(|id| seen.insert(id)))
            .filter_map(Node::target)
            .collect()
    }

    /// What the picture says of itself in the page. Where it has marks to be walked, what a mark says is left to it, so
    /// that nobody hears it twice; a picture without marks says all it shows.
    #[must_use]
    pub fn told(&self) -> String {
        let is_mark_of = |line: &str| self.nodes.iter().any(|node| node.tip == line);
        let lines = self.description.lines().filter(|line| !is_mark_of(line));
        let rest = lines.collect::<Vec<_>>().join(" ");
        // A sentence that names the picture needs no title before it.
        let title = if rest.contains(&self.title) { "" } else { self.title.as_str() };
        [title, &rest].join(" ").trim().to_owned()
    }

    /// The node that carries a target's mark and accessible text.
    #[must_use]
    pub fn node_of(&self, target: Target) -> Option<&Node> {
        match target {
            Target::Datum(datum) => self.mark(datum),
            Target::Bin(index) => self.nodes.iter().find(|node| node.role == Role::Bin(index)),
        }
    }

    /// The node of the datum nearest to a point, within `radius` px; of equals the one drawn last.
    ///
    /// Bins answer too: look at the node's role. Looks at every node; [`super::SceneIndex`] does not.
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
        self.nodes.iter().find(|node| node.role == Role::Mark && node.datum == Some(datum))
    }

    /// Hues that need a hatch pattern, ascending, each once.
    #[must_use]
    pub fn hatches(&self) -> Vec<u8> {
        let mut hues: Vec<u8> =
            self.nodes.iter().filter_map(|node| node.paint.hatch_hue()).collect();
        hues.order();
        hues.dedup();
        hues
    }

    /// What lies between two x in px, in any order, clamped to the plot; `None` where x is no scale.
    #[must_use]
    pub fn stretch(&self, a: f64, b: f64) -> Option<Stretch> {
        let (left, right) = (a.min(b), a.max(b));
        if self.columns > 0 && self.plot.width > 0.0 {
            let column = |x: f64| (x - self.plot.x) / self.plot.width * f64::from(self.columns);
            let last = self.columns - 1;
            // Casts of what is negative give 0.
            return Some(Stretch::Bins(
                (column(left) as u32).min(last),
                (column(right) as u32).min(last),
            ));
        }
        Some(Stretch::Days(self.day_at(left)?, self.day_at(right)?))
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
        let whole = super::scale::TimeScale::new(window, (self.plot.x, self.plot.right()));
        Some(whole.without(&self.gaps))
    }

    pub(crate) fn push(&mut self, node: Node) {
        self.nodes.push(node);
    }
}
