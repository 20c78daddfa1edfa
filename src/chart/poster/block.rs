//! One block, laid out from the top left corner of its own.

use super::paper::{Density, Paper};
use super::{PosterBlock, PosterContent, PosterFigure, PosterRing};
use crate::chart::format::Format;
use crate::chart::geometry::Area;
use crate::chart::layout;
use crate::chart::measure::{self, ASCENT, DESCENT};
use crate::chart::node::{Anchor, Node, Role, Shape, Text};
use crate::chart::paint::{Colour, Paint, Stroke, Token};
use crate::chart::pictogram;
use crate::chart::ring::{ring, room};
use crate::chart::sheet::Size;
use crate::chart::spec::{ChartSpec, MarkKind};
use crate::chart::text_size::TextSize;

/// More lines than any name has: nothing on a poster is cut.
const ALL_LINES: usize = 40;
const COLUMN_GAP: f64 = 12.0;
/// So many rings stand below one another.
const FEW: usize = 2;

/// Something laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Laid {
    pub(super) nodes: Vec<Node>,
    pub(super) height: f64,
}

impl Laid {
    /// A line of text with its upper edge here; gives the lower edge.
    fn line(&mut self, text: Text, token: Token, role: Role) {
        self.height = self.height.max(text.y + text.size.px() * DESCENT);
        self.nodes.push(text.node(Paint::token(token), role));
    }

    /// Lines of text below what there is, as many as it takes.
    pub(super) fn words(&mut self, text: &str, size: TextSize, token: Token, place: Words) {
        let strong = place.strong;
        let room = if strong { place.width / 1.05 } else { place.width };
        // Names are broken where they read best, paragraphs where they are full.
        let lines = if place.is_paragraph {
            measure::paragraph(text, size, room)
        } else {
            measure::wrap(text, size, room, ALL_LINES)
        };
        for line in lines {
            let baseline = self.height + (size.line() - size.px()) / 2.0 + size.px() * ASCENT;
            let bottom = self.height + size.line();
            let mut text = Text::new(place.x, baseline, line, size).anchored(place.anchor);
            text.strong = strong;
            self.line(text, token, place.role);
            self.height = bottom;
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

/// Where lines of text go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    pub(super) x: f64,
    pub(super) width: f64,
    pub(super) anchor: Anchor,
    pub(super) strong: bool,
    pub(super) is_paragraph: bool,
    pub(super) role: Role,
}

impl Words {
    pub(super) const fn at(x: f64, width: f64) -> Self {
        let (anchor, role) = (Anchor::Start, Role::Label);
        Self { x, width, anchor, strong: false, is_paragraph: false, role }
    }

    pub(super) const fn paragraph(mut self) -> Self {
        self.is_paragraph = true;
        self
    }

    pub(super) const fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    pub(super) const fn heading(mut self) -> Self {
        self.role = Role::Heading;
        self
    }

    /// Centred about the middle of the box.
    const fn centred(mut self) -> Self {
        self.x += self.width / 2.0;
        self.anchor = Anchor::Middle;
        self
    }
}

/// Whether a block runs over all columns.
pub(super) const fn is_wide(block: &PosterBlock) -> bool {
    matches!(block.content, PosterContent::Words(_) | PosterContent::Key(_))
}

/// Lays a block out.
pub(super) fn lay(
    block: &PosterBlock,
    width: f64,
    paper: Paper,
    density: Density,
    format: &dyn Format,
) -> Laid {
    let mut laid = Laid::default();
    if !block.title.is_empty() {
        laid.rule(width, 1.0, Token::Hairline);
        laid.height += 8.0;
        let size = paper.heading();
        let side = size.line() - 4.0;
        let indent = if block.topic.is_empty() { 0.0 } else { side + 8.0 };
        if !block.topic.is_empty() {
            let area = Area::new(0.0, laid.height + 2.0, side, side);
            laid.nodes.push(sign(&block.topic, block.hue, area));
        }
        let place = Words::at(indent, width - indent).strong().heading();
        laid.words(&block.title, size, Token::Ink, place);
        laid.words(&block.note, paper.note(), Token::Muted, Words::at(0.0, width));
        laid.height += if paper == Paper::Slide { 4.0 } else { 8.0 };
    }
    let content = match &block.content {
        PosterContent::Words(text) => {
            let mut words = Laid::default();
            words.words(text, paper.name(), Token::Ink, Words::at(0.0, width).paragraph());
            words
        }
        PosterContent::Key(figures) => key(figures, width, paper, density.key),
        PosterContent::Rings(rings) => round(rings, width, paper, density.rings),
        PosterContent::Chart(spec) => chart(spec, width, density.bars, format),
        PosterContent::Lines(figures) => lines(figures, width, paper, density.lines),
    };
    let y = laid.height;
    laid.put(content, 0.0, y);
    laid
}

fn sign(topic: &str, hue: u8, area: Area) -> Node {
    let stroke = Stroke { colour: Colour::Hue(hue), width: area.width / 14.0, dashed: false };
    let paint = Paint { stroke: Some(stroke), ..Paint::NONE };
    Node::new(pictogram::shape(pictogram::of_topic(topic), area), paint, Role::Legend)
}

/// Cells in rows of equal columns, each row as high as its highest cell.
fn grid(cells: Vec<Laid>, columns: usize, cell: f64, gaps: (f64, f64)) -> Laid {
    let mut laid = Laid::default();
    let mut cells = cells.into_iter().peekable();
    while cells.peek().is_some() {
        let top = if laid.height > 0.0 { laid.height + gaps.1 } else { 0.0 };
        for (column, one) in cells.by_ref().take(columns).enumerate() {
            #[allow(clippy::cast_precision_loss)] // A handful of columns.
            laid.put(one, (cell + gaps.0) * column as f64, top);
        }
    }
    laid
}

#[allow(clippy::cast_precision_loss)] // A handful of columns.
fn cell_width(width: f64, columns: usize, gap: f64) -> f64 {
    (columns as f64 - 1.0).mul_add(-gap, width) / columns as f64
}

fn key(figures: &[PosterFigure], width: f64, paper: Paper, most: usize) -> Laid {
    let columns = paper.key_columns();
    // Whole rows, where there are enough.
    let most = most.min(figures.len());
    let most = if most > columns { most - most % columns } else { most };
    let cell = cell_width(width, columns, paper.gutter());
    let cells = figures.iter().take(most).map(|figure| key_cell(figure, cell, paper)).collect();
    let rows = if paper == Paper::Long { 24.0 } else { 14.0 };
    grid(cells, columns, cell, (paper.gutter(), rows))
}

fn key_cell(figure: &PosterFigure, width: f64, paper: Paper) -> Laid {
    let mut laid = Laid::default();
    let side = paper.number().px() * 0.8;
    let indent = if figure.topic.is_empty() { 0.0 } else { side + 10.0 };
    let (line, number) = large(figure, width - indent, paper);
    if !figure.topic.is_empty() {
        let y = (number - side) / 2.0;
        laid.nodes.push(sign(&figure.topic, figure.hue, Area::new(0.0, y.max(0.0), side, side)));
        laid.height = side;
    }
    laid.put(line, indent, 0.0);
    laid.words(&figure.name, paper.name(), Token::Ink, Words::at(0.0, width));
    laid.words(&figure.beside, paper.note(), Token::Muted, Words::at(0.0, width));
    laid
}

/// A figure on one line, its number as large as the room allows; where none fits, as lines. Gives the height of the
/// line too.
fn large(figure: &PosterFigure, room: f64, paper: Paper) -> (Laid, f64) {
    let small = paper.name();
    let pieces = |size| {
        let gap = |text: &str| if text.is_empty() { 0.0 } else { 4.0 };
        let before = measure::width(&figure.qualifier, small) + gap(&figure.qualifier);
        let number = measure::strong_width(&figure.number, size);
        let after = gap(&figure.unit) + measure::width(&figure.unit, small);
        (before, number, before + number + after)
    };
    let sizes = [TextSize::Hero, TextSize::Title, TextSize::Head, TextSize::Lead];
    let fits = |size: &TextSize| *size <= paper.number() && pieces(*size).2 <= room;
    let mut laid = Laid::default();
    let Some(size) = sizes.into_iter().find(fits) else {
        laid.words(&figure.text, TextSize::Lead, Token::Ink, Words::at(0.0, room).strong());
        let height = laid.height;
        return (laid, height);
    };
    let line = paper.number().line();
    let baseline = (line - paper.number().px()) / 2.0 + paper.number().px() * ASCENT;
    let (before, number, _) = pieces(size);
    let texts = [
        (0.0, &figure.qualifier, small, Token::Muted),
        (before, &figure.number, size, Token::Ink),
        (before + number + 4.0, &figure.unit, small, Token::Ink),
    ];
    for (x, text, text_size, token) in texts {
        if !text.is_empty() {
            let mut text = Text::new(x, baseline, text.as_str(), text_size);
            text.strong = x == before && token == Token::Ink;
            laid.line(text, token, Role::Label);
        }
    }
    laid.height = line;
    (laid, line)
}

fn round(rings: &[PosterRing], width: f64, paper: Paper, most: usize) -> Laid {
    let size = if paper == Paper::Long { TextSize::Body } else { TextSize::Small };
    if rings.len() <= FEW {
        // Few leave room for their words beside them.
        let cells = rings.iter().map(|ring| ring_beside(ring, width, paper)).collect();
        return grid(cells, 1, width, (0.0, COLUMN_GAP));
    }
    let words = rings.iter().flat_map(|ring| [&ring.name, &ring.beside]);
    let widest =
        words.map(|text| measure::longest_word(text, size)).fold(paper.ring() + 8.0, f64::max);
    let columns = ((width + COLUMN_GAP) / (widest + COLUMN_GAP)).floor().clamp(1.0, 3.0) as usize;
    let cell = cell_width(width, columns, COLUMN_GAP);
    let one = |ring: &PosterRing| ring_cell(ring, cell, paper, size);
    let most = most.max(columns) / columns * columns;
    let cells = rings.iter().take(most).map(one).collect();
    grid(cells, columns, cell, (COLUMN_GAP, COLUMN_GAP))
}

/// A ring with its words at the right.
fn ring_beside(share: &PosterRing, width: f64, paper: Paper) -> Laid {
    let side = paper.ring();
    let mut laid = marks(share, side, paper);
    let x = side + 16.0;
    let mut words = Laid::default();
    words.words(&share.name, paper.name(), Token::Ink, Words::at(x, width - x));
    words.words(&share.beside, paper.note(), Token::Muted, Words::at(x, width - x));
    let y = (side - words.height) / 2.0;
    laid.put(words, 0.0, y.max(0.0));
    laid
}

/// A ring with its words below.
fn ring_cell(share: &PosterRing, width: f64, paper: Paper, small: TextSize) -> Laid {
    let mut laid = marks(share, width, paper);
    let place = Words::at(0.0, width).centred();
    laid.height += 4.0;
    laid.words(&share.name, small, Token::Ink, place);
    laid.words(&share.beside, TextSize::Small, Token::Muted, place);
    laid
}

/// A ring in the middle of a width, with its number.
fn marks(share: &PosterRing, width: f64, paper: Paper) -> Laid {
    let mut laid = Laid::default();
    let side = paper.ring();
    let centre = (width / 2.0, side / 2.0);
    let mut marks = ring(centre, side, share.share, share.hue);
    if let Some(mark) = marks.iter_mut().find(|mark| mark.role == Role::Mark) {
        mark.tip = format!("{} {}", share.name, share.number);
    }
    laid.nodes.append(&mut marks);
    let sizes = [TextSize::Head, TextSize::Lead, TextSize::Body, TextSize::Small];
    let fits = |size: &TextSize| measure::strong_width(&share.number, *size) <= room(side) * 0.94;
    let size = sizes.into_iter().find(fits).unwrap_or(TextSize::Small);
    let mut within = Laid::default();
    let place = Words::at(0.0, width).centred();
    within.words(&share.number, size, Token::Ink, place.strong());
    let y = (side - within.height) / 2.0;
    laid.put(within, 0.0, y);
    laid.height = side;
    laid
}

fn chart(spec: &ChartSpec, width: f64, most: usize, format: &dyn Format) -> Laid {
    let mut spec = spec.clone();
    if spec.mark == MarkKind::Bar && spec.panels() == 1 {
        spec.categories.truncate(most);
        spec.data.retain(|datum| (datum.category as usize) < most);
    }
    let scene = layout::compose(&spec, Size::wide(width), format);
    Laid { nodes: scene.nodes, height: scene.height }
}

fn lines(figures: &[PosterFigure], width: f64, paper: Paper, most: usize) -> Laid {
    let mut laid = Laid::default();
    let gap = if paper == Paper::Long { 12.0 } else { 6.0 };
    for figure in figures.iter().take(most) {
        if laid.height > 0.0 {
            laid.height += gap;
        }
        let (top, size) = (laid.height, paper.name());
        let figure_width = measure::strong_width(&figure.text, size);
        let room = width - figure_width - 16.0;
        let mut name = Laid::default();
        let right = Words { x: width, anchor: Anchor::End, ..Words::at(width, width).strong() };
        if room >= (width * 0.42).max(measure::longest_word(&figure.name, size)) {
            name.words(&figure.name, size, Token::Ink, Words::at(0.0, room));
            name.words(&figure.beside, paper.note(), Token::Muted, Words::at(0.0, width));
            let mut number = Laid::default();
            number.words(&figure.text, size, Token::Ink, right);
            laid.put(number, 0.0, top);
        } else {
            name.words(&figure.name, size, Token::Ink, Words::at(0.0, width));
            name.words(&figure.text, size, Token::Ink, Words::at(0.0, width).strong());
            name.words(&figure.beside, paper.note(), Token::Muted, Words::at(0.0, width));
        }
        laid.put(name, 0.0, top);
    }
    laid
}
