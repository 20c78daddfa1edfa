//! Labels at the ends of lines: figure and name in one line where both have room, the name alone where not, and a long name
//! in several lines.

use super::figure::Figure;
use crate::chart::measure;
use crate::chart::node::{Role, Text};
use crate::chart::paint::{Paint, Token};
use crate::chart::scene::Scene;
use crate::chart::text_size::TextSize;

/// From the middle of a label to that of the next, where both have one line.
pub(crate) const END_GAP: f64 = 16.0;
/// The most lines of a name.
const LINES: usize = 3;

/// A label at the end of a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct EndLabel {
    /// Figure and name, or the name alone: in one line.
    line: Figure,
    /// A name that takes several.
    lines: Vec<String>,
    /// The name.
    name: String,
}

impl EndLabel {
    /// A name and a figure in so much room.
    pub(crate) fn new(name: &str, figure: &str, room: f64) -> Self {
        let label = |figure: &str| Figure {
            figure: figure.to_owned(),
            name: name.to_owned(),
            size: Some(TextSize::Small),
        };
        let name = name.to_owned();
        let (full, alone) = (label(figure), label(""));
        if full.width() <= room {
            return Self { line: full, name, ..Self::default() };
        }
        // Where only one fits, the name: the figure may still find a place at its point.
        if alone.width() <= room {
            return Self { line: alone, name, ..Self::default() };
        }
        let lines = measure::wrap(&name, TextSize::Small, room, LINES);
        Self { lines, name, ..Self::default() }
    }

    /// Width in px.
    pub(crate) fn width(&self) -> f64 {
        let lines = measure::widest(self.lines.iter().map(String::as_str), TextSize::Small);
        self.line.width().max(lines)
    }

    /// Height in px, with the air around it.
    pub(crate) fn height(&self) -> f64 {
        (self.lines.len().max(1) - 1) as f64 * TextSize::Small.line() + END_GAP
    }

    /// Whether it gives the figure too.
    pub(crate) const fn has_figure(&self) -> bool {
        !self.line.figure.is_empty()
    }

    /// Whether part of the name is not to be read.
    pub(crate) fn is_cut(&self) -> bool {
        let is_whole = self.lines.iter().map(|line| unspaced(line)).collect::<String>();
        !self.lines.is_empty() && is_whole != unspaced(&self.name)
    }

    /// Draws the label, left end at `x`, vertically centred on `y`.
    pub(crate) fn draw(&self, scene: &mut Scene, x: f64, y: f64, datum: Option<u32>) {
        if self.lines.is_empty() {
            self.line.draw(scene, x, y, datum);
            return;
        }
        let line = TextSize::Small.line();
        let first = y - (self.lines.len() - 1) as f64 * line / 2.0;
        let down = TextSize::Small.px() * (measure::ASCENT - measure::DESCENT) / 2.0;
        for (at, text) in self.lines.iter().enumerate() {
            let baseline = (at as f64).mul_add(line, first + down);
            let text = Text::new(x, baseline, text, TextSize::Small);
            let mut node = text.node(Paint::token(Token::Muted), Role::Label).whole(&self.name);
            node.datum = datum;
            scene.push(node);
        }
    }
}

fn unspaced(text: &str) -> String {
    text.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_takes_lines_before_any_of_it_is_lost() {
        let room = 119.0;
        for name in ["Saint Vincent and the Grenadines", "新疆维吾尔自治区克孜勒苏柯尔克孜自治州"]
        {
            let label = EndLabel::new(name, "1,234", room);
            assert!(label.lines.len() > 1 && !label.is_cut(), "{label:?}");
            assert!(label.width() <= room && !label.has_figure());
            assert!(label.height() > END_GAP);
        }
        let short = EndLabel::new("Malta", "12", room);
        assert!(short.has_figure() && short.height() <= END_GAP && !short.is_cut());
        let endless = EndLabel::new(&"Llanfair".repeat(9), "1", room);
        assert!(endless.is_cut() && endless.width() <= room, "{endless:?}");
    }
}
