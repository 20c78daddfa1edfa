//! What every chart shares: the sheet with its headings, legend and foot.

use super::format::{Format, Word};
use super::geometry::Area;
use super::measure;
use super::node::{Node, Role, Shape, Text};
use super::outline::Outline;
use super::paint::{Paint, Token};
use super::scene::{Dropped, Scene};
use super::text_size::TextSize;

/// How large a chart may be, in px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Width of the scene; at least 160 is taken.
    pub width: f64,
    /// Height to aim at; `None` leaves it to the content. What cannot be read at that height makes
    /// the scene higher.
    pub height: Option<f64>,
}

impl Size {
    /// As wide as this and as high as the content asks.
    #[must_use]
    pub const fn wide(width: f64) -> Self {
        Self { width, height: None }
    }

    /// The width in use: finite and between 160 and 20 000.
    #[must_use]
    pub const fn sound_width(&self) -> f64 {
        if self.width.is_nan() { 160.0 } else { self.width.clamp(160.0, 20_000.0) }
    }
}

/// A sign of a legend and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendItem {
    /// How the sign is painted.
    pub paint: Paint,
    /// What it means.
    pub name: String,
    /// Its shape.
    pub sign: Sign,
}

/// The shape of a legend's sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A square.
    Square,
    /// An upright tick.
    Tick,
    /// A bar along the line.
    Bar,
    /// A dot.
    Dot,
    /// The outline of a series' points.
    Point(Outline),
}

impl Sign {
    /// The sign with its left edge at `x` and its upper one at `y`.
    fn shape(self, x: f64, y: f64) -> Shape {
        let middle = y + 1.5 + SWATCH / 2.0;
        match self {
            Self::Square => Shape::Rect(Area::new(x, y + 1.5, SWATCH, SWATCH)),
            Self::Tick => Shape::Rect(Area::new(x + (SWATCH - 3.5) / 2.0, y, 3.5, SWATCH + 3.0)),
            Self::Bar => Shape::Rect(Area::new(x, middle - 3.0, SWATCH, 6.0)),
            Self::Dot => Shape::Circle { x: x + SWATCH / 2.0, y: middle, radius: 4.5 },
            Self::Point(outline) => outline.shape((x + SWATCH / 2.0, middle), 4.5),
        }
    }
}

/// A scene under construction, filled from the top.
pub(crate) struct Sheet {
    pub(crate) scene: Scene,
    margin: f64,
    source: Vec<String>,
    notes: Vec<String>,
    /// Lower edge of what has been laid out.
    pub(crate) y: f64,
}

const SWATCH: f64 = 11.0;

impl Sheet {
    /// Around a sheet with headings, in px.
    pub(crate) const MARGIN: f64 = 16.0;

    /// Lays out the headings. A sheet with headings gets a margin of 16 px, a bare one 2 px, as
    /// the page around it has its own.
    pub(crate) fn open(prefix: &str, size: Size, headings: [&str; 3]) -> Self {
        let [title, subtitle, source] = headings;
        let bare = headings.iter().all(|text| text.trim().is_empty());
        let margin = if bare { 2.0 } else { Self::MARGIN };
        let width = size.sound_width();
        let room = width - 2.0 * margin;
        let mut sheet = Self {
            scene: Scene {
                prefix: prefix.to_owned(),
                width,
                title: title.to_owned(),
                ..Scene::default()
            },
            margin,
            source: measure::wrap(source, TextSize::Small, room, 4),
            notes: vec![subtitle.to_owned()],
            y: margin,
        };
        let strong = measure::room_of_strong(title, room);
        for line in measure::wrap(title, TextSize::Lead, strong, 3) {
            sheet.heading(line, TextSize::Lead, Token::Ink);
        }
        for line in measure::wrap(subtitle, TextSize::Small, room, 3) {
            sheet.heading(line, TextSize::Small, Token::Muted);
        }
        if sheet.y > margin {
            sheet.y += 8.0;
        }
        sheet.notes.push(source.to_owned());
        sheet
    }

    fn heading(&mut self, line: String, size: TextSize, token: Token) {
        let baseline = self.y + size.px() * 0.98;
        let mut text = Text::new(self.margin, baseline, line, size);
        text.strong = size == TextSize::Lead;
        self.scene.push(text.node(Paint::token(token), Role::Heading));
        self.y += size.line();
    }

    /// Left edge of the content.
    pub(crate) const fn left(&self) -> f64 {
        self.margin
    }

    /// Right edge of the content.
    pub(crate) const fn right(&self) -> f64 {
        self.scene.width - self.margin
    }

    /// Width of the content.
    pub(crate) const fn width(&self) -> f64 {
        self.right() - self.left()
    }

    /// Height left for the content where a height is aimed at.
    pub(crate) fn room(&self, size: Size) -> Option<f64> {
        let height = size.height.filter(|height| height.is_finite())?;
        Some((height.min(100_000.0) - self.y - self.foot_height() - self.margin).max(0.0))
    }

    fn foot_height(&self) -> f64 {
        if self.source.is_empty() {
            0.0
        } else {
            8.0 + self.source.len() as f64 * TextSize::Small.line()
        }
    }

    /// A line for the accessible description.
    pub(crate) fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }

    /// Lays out a legend, left to right and onto further lines; no items take no space.
    pub(crate) fn legend(&mut self, items: &[LegendItem]) {
        if items.is_empty() {
            return;
        }
        let mut x = self.left();
        for item in items {
            let room = self.width() - SWATCH - 6.0;
            let mut lines = measure::wrap(&item.name, TextSize::Small, room, 3);
            let widths = lines.iter().map(|line| measure::width(line, TextSize::Small));
            let width = SWATCH + 6.0 + widths.fold(0.0, f64::max);
            if x > self.left() && x + width > self.right() {
                x = self.left();
                self.y += 18.0;
            }
            self.scene.push(Node::new(item.sign.shape(x, self.y), item.paint, Role::Legend));
            let last = lines.pop();
            for line in lines {
                let text = Text::new(x + SWATCH + 6.0, self.y + SWATCH, line, TextSize::Small);
                self.scene.push(text.node(Paint::token(Token::Muted), Role::Legend));
                self.y += TextSize::Small.line();
            }
            let name = last.unwrap_or_default();
            let text = Text::new(x + SWATCH + 6.0, self.y + SWATCH, name, TextSize::Small);
            self.scene.push(text.node(Paint::token(Token::Muted), Role::Legend).whole(&item.name));
            x += width + 16.0;
        }
        self.y += 24.0;
    }

    /// A small muted line at the left edge, such as an axis's name; empty takes no space.
    pub(crate) fn small_line(&mut self, text: &str) {
        for line in measure::wrap(text, TextSize::Small, self.width(), 2) {
            let baseline = self.y + 12.0;
            let text = Text::new(self.left(), baseline, line, TextSize::Small);
            self.scene.push(text.node(Paint::token(Token::Muted), Role::Label));
            self.y += TextSize::Small.line();
        }
    }

    /// Small lines of text below what there is, at most so many.
    pub(crate) fn small_lines(&mut self, text: &str, token: Token, most: usize) {
        for line in measure::wrap(text, TextSize::Small, self.width(), most) {
            self.heading(line, TextSize::Small, token);
        }
    }

    /// An address in small lines, broken wherever a line is full: none of it may be lost.
    pub(crate) fn address(&mut self, address: &str, token: Token) {
        let mut line = String::new();
        for c in address.chars() {
            line.push(c);
            if measure::width(&line, TextSize::Small) > self.width() {
                line.pop();
                self.heading(std::mem::take(&mut line), TextSize::Small, token);
                line.push(c);
            }
        }
        if !line.is_empty() {
            self.heading(line, TextSize::Small, token);
        }
    }

    /// Lays out the foot and finishes the scene.
    pub(crate) fn close(mut self, dropped: Vec<Dropped>, format: &dyn Format) -> Scene {
        if !self.source.is_empty() {
            self.y += 8.0;
            for line in std::mem::take(&mut self.source) {
                self.heading(line, TextSize::Small, Token::Muted);
            }
        }
        if !dropped.is_empty() {
            self.note(format.word(Word::NotShown(dropped.len())));
        }
        self.notes.retain(|note| !note.trim().is_empty());
        self.scene.description = self.notes.join("\n");
        self.scene.dropped = dropped;
        self.finish()
    }

    /// The scene, as high as what has been laid out.
    pub(crate) fn finish(mut self) -> Scene {
        self.scene.height = (self.y + self.margin).ceil();
        self.scene
    }
}
