//! Direct labels: a figure as published, with its series' name behind it where hues do not tell.

use crate::chart::geometry::Area;
use crate::chart::measure;
use crate::chart::node::{Anchor, Role, Text};
use crate::chart::paint::{Paint, Token};
use crate::chart::scene::Scene;
use crate::chart::text_size::TextSize;

const GAP: f64 = 6.0;
/// The most lines of a figure.
const LINES: usize = 4;

/// A figure and, in muted ink behind it, a name.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Figure {
    pub(crate) figure: String,
    pub(crate) name: String,
    pub(crate) size: Option<TextSize>,
}

impl Figure {
    fn size(&self) -> TextSize {
        self.size.unwrap_or(TextSize::Body)
    }

    fn figure_width(&self) -> f64 {
        measure::strong_width(&self.figure, self.size())
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.figure.is_empty() && self.name.is_empty()
    }

    /// Width of both parts in px.
    pub(crate) fn width(&self) -> f64 {
        let name = measure::width(&self.name, TextSize::Small);
        let gap = if self.name.is_empty() || self.figure.is_empty() { 0.0 } else { GAP };
        self.figure_width() + gap + name
    }

    /// Height of the line in px.
    pub(crate) fn height(&self) -> f64 {
        self.size().px() * (measure::ASCENT + measure::DESCENT)
    }

    /// The label in lines as narrow as `room`, its name behind the last of them: a figure takes as many as it needs, since
    /// cut it would be another. Only one that has no place to break is left out.
    pub(crate) fn lines(self, room: f64) -> Vec<Self> {
        if self.figure_width() <= room {
            return vec![self.within(room)];
        }
        let strong = measure::room_of_strong(&self.figure, room);
        let texts = measure::wrap(&self.figure, self.size(), strong, LINES);
        let is_whole = !texts.iter().any(|text| text.ends_with('…'));
        let mut lines: Vec<Self> = texts
            .into_iter()
            .filter(|_| is_whole)
            .map(|figure| Self { figure, name: String::new(), size: self.size })
            .collect();
        if let Some(last) = lines.pop() {
            lines.push(Self { name: self.name, ..last }.within(room));
        }
        lines
    }

    /// The label as narrow as `room`: a name is cut between words, a figure, which cut would be another, is not
    /// but left out.
    pub(crate) fn within(mut self, room: f64) -> Self {
        if self.figure_width() > room {
            return Self::default();
        }
        let left = room - self.figure_width() - GAP;
        self.name = measure::cut_between_words(&self.name, TextSize::Small, left);
        self
    }

    /// The box of the label when its left end is at `x` and its middle at `y`.
    pub(crate) fn area(&self, x: f64, y: f64) -> Area {
        Area::new(x, y - self.height() / 2.0, self.width(), self.height())
    }

    /// Draws the label, left end at `x`, vertically centred on `y`.
    pub(crate) fn draw(&self, scene: &mut Scene, x: f64, y: f64, datum: Option<u32>) {
        let px = self.size().px();
        let baseline = y + px * (measure::ASCENT - measure::DESCENT) / 2.0;
        let parts = [
            (&self.figure, Text::new(x, baseline, &*self.figure, self.size()).strong(), Token::Ink),
            (
                &self.name,
                Text::new(x + self.width(), baseline, &*self.name, TextSize::Small)
                    .anchored(Anchor::End),
                Token::Muted,
            ),
        ];
        for (text, shape, token) in parts {
            if !text.is_empty() {
                let mut node = shape.node(Paint::token(token), Role::Label);
                node.datum = datum;
                scene.push(node);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_takes_lines_before_any_of_it_is_lost() {
        let of = |figure: &str| Figure { figure: figure.to_owned(), ..Figure::default() };
        for figure in ["about 231 yuan per person (our calculation)", "约6,590元/人（本站推算）"]
        {
            for room in [340.0, 140.0] {
                let lines = of(figure).lines(room);
                assert!(lines.iter().all(|line| line.width() <= room), "{lines:?}");
                let told: Vec<&str> = lines.iter().map(|line| line.figure.as_str()).collect();
                assert_eq!(told.concat().replace(' ', ""), figure.replace(' ', ""));
            }
        }
        assert_eq!(of("1,540").lines(200.0), [of("1,540")]);
        assert!(of("123456789012345678901234567890").lines(90.0).is_empty());
    }
}
