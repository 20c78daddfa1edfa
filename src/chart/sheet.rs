//! What every chart shares: the sheet with its headings, legend and foot.

use super::format::{Format, Word};
use super::geometry::Area;
use super::measure;
use super::node::{Node, Role, Shape, Text};
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

/// A swatch and its name.
#[derive(Clone, Debug)]
pub(crate) struct LegendItem {
    pub(crate) paint: Paint,
    pub(crate) name: String,
    /// An upright tick in place of a square.
    pub(crate) tick: bool,
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
    /// Lays out the headings. A sheet with headings gets a margin of 16 px, a bare one 2 px, as
    /// the page around it has its own.
    pub(crate) fn open(prefix: &str, size: Size, headings: [&str; 3]) -> Self {
        let [title, subtitle, source] = headings;
        let bare = headings.iter().all(|text| text.trim().is_empty());
        let margin = if bare { 2.0 } else { 16.0 };
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
        // Semibold runs wider than measured for wrapping.
        for line in measure::wrap(title, TextSize::Lead, room / 1.05, 3) {
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
            let name = measure::cut(&item.name, TextSize::Small, room);
            let width = SWATCH + 6.0 + measure::width(&name, TextSize::Small);
            if x > self.left() && x + width > self.right() {
                x = self.left();
                self.y += 18.0;
            }
            let swatch = if item.tick {
                Area::new(x + (SWATCH - 3.5) / 2.0, self.y, 3.5, SWATCH + 3.0)
            } else {
                Area::new(x, self.y + 1.5, SWATCH, SWATCH)
            };
            self.scene.push(Node::new(Shape::Rect(swatch), item.paint, Role::Legend));
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
        self.scene.height = (self.y + self.margin).ceil();
        self.scene.dropped = dropped;
        self.scene
    }
}
