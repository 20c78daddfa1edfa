//! Rows of a bar or dot chart: names beside the marks where there is room, above them where not.

use super::geometry::Area;
use super::measure;
use super::node::{Anchor, Node, Role, Shape, Text};
use super::paint::{Paint, Token};
use super::scene::Scene;
use super::spec::{Category, Section};
use super::text_size::TextSize;

/// From this panel width on, names stand beside their marks.
pub(crate) const BESIDE: f64 = 560.0;

/// Height of a line of words over a section's first row, lines they may take, and the room that parts them from the row before.
const HEADING: f64 = 26.0;
const HEADING_LINES: usize = 3;
const PARTED: f64 = 14.0;

const SWATCH: f64 = 10.0;
const INDENT: f64 = SWATCH + 6.0;

/// Names of categories, wrapped for a panel's width.
pub(crate) struct Names {
    pub(crate) beside: bool,
    /// Width of the column of names, 0 where they stand above.
    pub(crate) column: f64,
    lines: Vec<Vec<(String, TextSize)>>,
    whole: Vec<String>,
    hues: Vec<Option<u8>>,
    sections: Vec<Heading>,
}

/// The words over a section's first row.
struct Heading {
    row: usize,
    lines: Vec<String>,
    whole: String,
}

impl Names {
    /// Wraps the names for a panel `width` px wide.
    pub(crate) fn plan(categories: &[Category], width: f64) -> Self {
        let beside = width >= BESIDE;
        let indent = |category: &Category| category.hue.map_or(0.0, |_| INDENT);
        let room = if beside { (width * 0.26).min(230.0) } else { width };
        // Rather higher than cut: two names that begin alike are told apart by their ends.
        let most = if beside { 4 } else { 3 };
        let wrap = |category: &Category, text: &str, size| {
            let lines = measure::wrap(text, size, room - indent(category), most);
            lines.into_iter().map(move |line| (line, size))
        };
        let lines: Vec<Vec<(String, TextSize)>> = categories
            .iter()
            .map(|c| wrap(c, &c.name, TextSize::Body).chain(wrap(c, &c.note, TextSize::Small)))
            .map(Iterator::collect)
            .collect();
        let column = if beside {
            let widths = lines.iter().zip(categories).map(|(lines, c)| widest(lines) + indent(c));
            widths.fold(0.0, f64::max) + 12.0
        } else {
            0.0
        };
        Self {
            beside,
            column,
            lines,
            whole: categories
                .iter()
                .map(|c| format!("{} {}", c.name, c.note).trim().to_owned())
                .collect(),
            hues: categories.iter().map(|c| c.hue).collect(),
            sections: Vec::new(),
        }
    }

    /// The same with words over the first row of each section, wrapped for a panel `width` px wide.
    pub(crate) fn in_sections(self, sections: &[Section], width: f64) -> Self {
        let heading = |section: &Section| {
            let room = measure::room_of_strong(&section.name, width);
            let lines = measure::wrap(&section.name, TextSize::Body, room, HEADING_LINES);
            Heading { row: section.from as usize, lines, whole: section.name.clone() }
        };
        Self { sections: sections.iter().map(heading).collect(), ..self }
    }

    fn section(&self, row: usize) -> Option<&Heading> {
        self.sections.iter().find(|section| section.row == row)
    }

    /// Height of what stands over a row that begins a section, 0 over others.
    pub(crate) fn heading_height(&self, row: usize) -> f64 {
        let parted = if row == 0 { 0.0 } else { PARTED };
        self.section(row).map_or(0.0, |section| {
            let further = section.lines.len().saturating_sub(1) as f64;
            parted + HEADING + further * TextSize::Body.line()
        })
    }

    /// Draws the words over a row that begins a section; `area` is their place, as high as [`Self::heading_height`].
    pub(crate) fn draw_heading(&self, scene: &mut Scene, row: usize, area: Area) {
        let Some(Heading { lines, whole, .. }) = self.section(row) else { return };
        let mut y = area.bottom() - 10.0;
        y -= lines.len().saturating_sub(1) as f64 * TextSize::Body.line();
        for line in lines {
            let text = Text::new(area.x, y, line.as_str(), TextSize::Body).strong();
            scene.push(text.node(Paint::token(Token::Ink), Role::Heading).whole(whole));
            y += TextSize::Body.line();
        }
    }

    fn lines(&self, row: usize) -> &[(String, TextSize)] {
        self.lines.get(row).map_or(&[], Vec::as_slice)
    }

    fn name_height(&self, row: usize) -> f64 {
        self.lines(row).iter().map(|(_, size)| size.line()).sum()
    }

    /// Height of a row whose marks need `body` px.
    pub(crate) fn row_height(&self, row: usize, body: f64) -> f64 {
        if self.beside {
            body.max(self.name_height(row))
        } else {
            body + self.name_height(row) + 2.0
        }
    }

    /// Where the marks of a row go, within the row's box.
    pub(crate) fn body(&self, row: usize, area: Area, body: f64) -> Area {
        let y = if self.beside {
            area.y + (area.height - body) / 2.0
        } else {
            area.y + self.name_height(row) + 2.0
        };
        Area::new(area.x + self.column, y, area.width - self.column, body)
    }

    /// Draws a row's name.
    pub(crate) fn draw(&self, scene: &mut Scene, row: usize, area: Area) {
        let lines = self.lines(row);
        let top =
            if self.beside { area.y + (area.height - self.name_height(row)) / 2.0 } else { area.y };
        let (x, anchor) = if self.beside {
            (area.x + self.column - 12.0, Anchor::End)
        } else {
            (area.x, Anchor::Start)
        };
        let hue = self.hues.get(row).copied().flatten();
        let indent = if self.beside || hue.is_none() { 0.0 } else { INDENT };
        if let (Some(hue), false) = (hue, lines.is_empty()) {
            let swatch_x = if self.beside { x - widest(lines) - INDENT } else { x };
            let swatch =
                Area::new(swatch_x, top + (TextSize::Body.line() - SWATCH) / 2.0, SWATCH, SWATCH);
            scene.push(Node::new(Shape::Rect(swatch), Paint::hue(hue), Role::Legend));
        }
        let whole = self.whole.get(row).map_or("", String::as_str);
        let mut y = top;
        for (line, size) in lines {
            let (token, down) = match size {
                TextSize::Body => (Token::Ink, 14.5),
                _ => (Token::Muted, 12.0),
            };
            let text = Text::new(x + indent, y + down, line.as_str(), *size).anchored(anchor);
            scene.push(text.node(Paint::token(token), Role::Label).whole(whole));
            y += size.line();
        }
    }
}

fn widest(lines: &[(String, TextSize)]) -> f64 {
    lines.iter().map(|(line, size)| measure::width(line, *size)).fold(0.0, f64::max)
}
