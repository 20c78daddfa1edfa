//! Small multiples: panels in a grid, equally wide, with their names above them.

use super::geometry::Area;
use super::measure;
use super::node::{Role, Text};
use super::paint::{Paint, Token};
use super::sheet::Sheet;
use super::text_size::TextSize;

const GUTTER: f64 = 32.0;
const ROW_GUTTER: f64 = 20.0;
const TITLE: f64 = 24.0;

/// How panels are spread over a width.
pub(crate) struct Grid {
    columns: usize,
    panels: usize,
    /// Width of each panel.
    pub(crate) width: f64,
}

impl Grid {
    /// As many columns of at least `least` px as fit, evenly filled.
    pub(crate) fn plan(panels: usize, width: f64, least: f64) -> Self {
        let panels = panels.max(1);
        let most = (((width + GUTTER) / (least + GUTTER)) as usize).clamp(1, panels);
        let rows = panels.div_ceil(most);
        let columns = panels.div_ceil(rows);
        let gutters = (columns - 1) as f64 * GUTTER;
        Self { columns, panels, width: (width - gutters) / columns as f64 }
    }

    const fn title(&self) -> f64 {
        if self.panels > 1 { TITLE } else { 0.0 }
    }

    /// The height of each panel, name left out, where all together have `room`.
    pub(crate) fn share(&self, room: f64) -> f64 {
        let rows = self.panels.div_ceil(self.columns) as f64;
        (room - (rows - 1.0) * ROW_GUTTER) / rows - self.title()
    }

    /// Places panels of these heights below the sheet's content, draws their names and moves the
    /// sheet on. Gives each panel's box, its name left out.
    pub(crate) fn place(&self, sheet: &mut Sheet, names: &[String], heights: &[f64]) -> Vec<Area> {
        let mut places = Vec::with_capacity(self.panels);
        for (row, heights) in heights.chunks(self.columns).enumerate() {
            if row > 0 {
                sheet.y += ROW_GUTTER;
            }
            let tallest = heights.iter().copied().fold(0.0, f64::max);
            for (column, height) in heights.iter().enumerate() {
                let x = (self.width + GUTTER).mul_add(column as f64, sheet.left());
                let name = names.get(row * self.columns + column);
                if let (Some(name), true) = (name, self.panels > 1) {
                    let shown = measure::cut_between_words(
                        name,
                        TextSize::Body,
                        measure::room_of_strong(name, self.width),
                    );
                    let text = Text::new(x, sheet.y + 15.0, shown, TextSize::Body).strong();
                    sheet
                        .scene
                        .push(text.node(Paint::token(Token::Ink), Role::Heading).whole(name));
                }
                places.push(Area::new(x, sheet.y + self.title(), self.width, *height));
            }
            sheet.y += self.title() + tallest;
        }
        places
    }
}
