//! The blocks of a poster, each laid out from the top left corner of its own.

use super::fit::{Step, fit};
use super::paper::Paper;
use super::{PosterChart, PosterPoint, PosterPromise};
use crate::chart::format::Format;
use crate::chart::geometry::Area;
use crate::chart::layout;
use crate::chart::measure::{self, ASCENT};
use crate::chart::node::{BEHIND, Node, Role, Shape, Text};
use crate::chart::paint::{Paint, Token};
use crate::chart::quantity::{QuantitySize, QuantitySpec, quantity};
use crate::chart::sheet::Size;
use crate::chart::spec::{ChartSpec, MarkKind};
use crate::chart::text_size::TextSize;

/// The most bars that a chart on a poster has, and the fewest.
const BARS: std::ops::RangeInclusive<usize> = 3..=8;
/// The highest that the picture of a point is, in px.
const POINT_PICTURE: f64 = 72.0;

/// Something laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Laid {
    pub(super) nodes: Vec<Node>,
    pub(super) height: f64,
}

/// How lines of text are set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    pub(super) steps: &'a [Step],
    pub(super) width: f64,
    pub(super) paint: Paint,
    pub(super) is_strong: bool,
}

impl<'a> Words<'a> {
    pub(super) const fn new(steps: &'a [Step], width: f64) -> Self {
        Self { steps, width, paint: Paint::token(Token::Ink), is_strong: false }
    }

    pub(super) const fn muted(mut self) -> Self {
        self.paint = Paint::token(Token::Muted);
        self
    }

    pub(super) const fn strong(mut self) -> Self {
        self.is_strong = true;
        self
    }
}

impl Laid {
    /// Lines of text below what there is.
    pub(super) fn words(&mut self, text: &str, words: Words) {
        let (size, lines) = fit(text, words.steps, words.width, words.is_strong);
        for line in lines {
            let baseline = self.height + (size.line() - size.px()) / 2.0 + size.px() * ASCENT;
            let mut set = Text::new(0.0, baseline, line, size);
            set.strong = words.is_strong;
            self.nodes.push(set.node(words.paint, Role::Label).whole(text));
            self.height += size.line();
        }
    }

    /// What is laid out in a box of its own, put at a point.
    pub(super) fn put(&mut self, other: Self, x: f64, y: f64) {
        self.nodes.extend(other.nodes.into_iter().map(|node| node.moved(x, y)));
        self.height = self.height.max(y + other.height);
    }

    pub(super) fn rule(&mut self, width: f64, thick: f64, token: Token) {
        let area = Area::new(0.0, self.height, width, thick);
        self.nodes.push(Node::new(Shape::Rect(area), Paint::token(token), Role::Grid));
        self.height += thick;
    }
}

/// A figure on one line in its hue, as large as it fits; where it does not, as words.
fn figure(point: &PosterPoint, width: f64, sizes: &[TextSize]) -> Laid {
    let mut laid = Laid::default();
    let paint = Paint::hue(point.hue);
    let small =
        |size: TextSize| if size >= TextSize::Hero { TextSize::Head } else { TextSize::Body };
    let pieces = |size: TextSize| {
        let beside = |text: &str| match text.is_empty() {
            true => 0.0,
            false => measure::strong_width(text, small(size)) + BEHIND,
        };
        let number = measure::strong_width(&point.number, size);
        (beside(&point.qualifier), number, beside(&point.unit))
    };
    let fits = |size: &&TextSize| {
        let (before, number, after) = pieces(**size);
        before + number + after <= width
    };
    let Some(&size) = sizes.iter().find(fits) else {
        let steps = [(TextSize::Lead, 2), (TextSize::Body, 3)];
        laid.words(&point.text, Words { paint, ..Words::new(&steps, width).strong() });
        return laid;
    };
    let (before, ..) = pieces(size);
    let baseline = (size.line() - size.px()) / 2.0 + size.px() * ASCENT;
    let unit = (!point.unit.is_empty()).then(|| (point.unit.clone(), small(size)));
    let texts = [(0.0, &point.qualifier, small(size), None), (before, &point.number, size, unit)];
    for (x, text, size, behind) in texts {
        if !text.is_empty() || behind.is_some() {
            let text = Text { behind, ..Text::new(x, baseline, text.as_str(), size).strong() };
            laid.nodes.push(text.node(paint, Role::Label));
        }
    }
    laid.height = size.line();
    laid
}

/// The lead's figure with its words, no higher than its room.
pub(super) fn lead(point: &PosterPoint, paper: Paper, room: Option<f64>) -> Laid {
    let width = if paper.is_wide() { paper.span(1.0) } else { paper.span(paper.columns()) };
    let mut laid = figure(point, width, Paper::figure(true));
    laid.words(&point.name, Words::new(paper.lead(), width));
    laid.height += 4.0;
    let left =
        room.map_or(6, |room| ((room - laid.height) / paper.note().line()).max(0.0) as usize);
    laid.words(&point.beside, Words::new(&[(paper.note(), left.min(6))], width).muted());
    laid
}

/// A point in one column, or its figure beside its words in two.
pub(super) fn point(point: &PosterPoint, paper: Paper, format: &dyn Format) -> Laid {
    let width = paper.span(1.0);
    let mut laid = figure(point, width, Paper::figure(false));
    let mut words = Laid::default();
    words.words(&point.name, Words::new(paper.point(), width));
    words.words(&point.beside, Words::new(&[(paper.note(), 2)], width).muted());
    let picture = point.picture.as_deref().map(|spec| small(spec, width, format));
    let picture = picture.filter(|picture| picture.height <= POINT_PICTURE);
    let below = |laid: &Laid| laid.height + 6.0;
    if paper.is_wide() {
        let y = laid.height;
        laid.put(words, 0.0, y);
    } else {
        let x = paper.column(1.0);
        laid.put(words, x, 8.0);
    }
    if let Some(picture) = picture {
        let y = if paper.is_wide() { below(&laid) } else { TextSize::Hero.line() + 6.0 };
        laid.put(picture, 0.0, y);
    }
    laid
}

/// A promise in one line of three columns, or in three lines.
pub(super) fn promise(promise: &PosterPromise, paper: Paper, format: &dyn Format) -> Laid {
    let is_wide = paper.is_wide();
    let width = if is_wide { paper.span(1.0) } else { paper.span(paper.columns()) };
    let name_steps = [(TextSize::Body, 2), (TextSize::Small, 2)];
    let mut name = Laid::default();
    name.words(&promise.name, Words::new(&name_steps, width));
    let mut said = Laid::default();
    said.words(&promise.said, Words::new(&[(TextSize::Small, 3)], width).muted());
    let picture = promise.picture.as_deref().map(|spec| small(spec, width, format));
    let mut laid = Laid::default();
    let mut cells: Vec<Laid> = vec![name];
    cells.extend(picture);
    let spare = 3 - cells.len() - 1;
    cells.push(said);
    let height = cells.iter().map(|cell| cell.height).fold(0.0, f64::max);
    let last = cells.len() - 1;
    for (at, cell) in cells.into_iter().enumerate() {
        if is_wide {
            // Without a picture its column stays free.
            let column = if at == last { at + spare } else { at };
            let y = (height - cell.height) / 2.0;
            laid.put(cell, paper.column(column as f64), y);
        } else {
            let y = laid.height;
            laid.put(cell, 0.0, y);
        }
    }
    laid
}

/// A picture of a quantity as one of many.
fn small(spec: &QuantitySpec, width: f64, format: &dyn Format) -> Laid {
    let spec = QuantitySpec { size: QuantitySize::Small, ..spec.clone() };
    let scene = quantity(&spec, Size::wide(width), format);
    Laid { nodes: scene.nodes, height: scene.height }
}

/// The chart of a sheet, as large as its room allows; `None` where it has none.
pub(super) fn chart(
    chart: &PosterChart,
    width: f64,
    room: Option<f64>,
    format: &dyn Format,
) -> Option<Laid> {
    let fits = |laid: &Laid| room.is_none_or(|room| laid.height <= room);
    match chart {
        PosterChart::None => None,
        PosterChart::Quantity(spec) => {
            use QuantitySize::{Large, Largest, Small, Usual};
            let sizes = [Largest, Large, Usual, Small];
            let drawn = sizes.into_iter().map(|size| {
                let spec = QuantitySpec { size, ..(**spec).clone() };
                let scene = quantity(&spec, Size::wide(width), format);
                Laid { nodes: scene.nodes, height: scene.height }
            });
            drawn.into_iter().find(fits)
        }
        PosterChart::Chart(spec) => {
            let numbers = has_own_order(spec).then_some(spec.categories.len()).into_iter();
            numbers.chain(BARS.rev()).map(|most| rows(spec, width, most, format)).find(fits)
        }
    }
}

/// Whether rows stand in another order than from the greatest down, as ages do: then none says less than the one before it,
/// and all are drawn where there is room.
fn has_own_order(spec: &ChartSpec) -> bool {
    let values: Vec<f64> = spec.data.iter().map(|datum| datum.extent.mid).collect();
    !values.is_sorted_by(|a, b| a >= b)
}

fn rows(spec: &ChartSpec, width: f64, most: usize, format: &dyn Format) -> Laid {
    let mut spec = spec.clone();
    let is_rows = matches!(spec.mark, MarkKind::Bar | MarkKind::Dot);
    if is_rows && spec.panels() == 1 {
        spec.categories.truncate(most);
        spec.data.retain(|datum| (datum.category as usize) < most);
    }
    let scene = layout::compose(&spec, Size::wide(width), format);
    Laid { nodes: scene.nodes, height: scene.height }
}
