//! What stands around a chart that leaves the page: title, legend, notes, source, date and link. One place for all charts,
//! made of the same nodes, so that screen, SVG, PNG and paper agree.

use super::paint::{Paint, Token};
use super::scene::Scene;
use super::sheet::{LegendItem, Sheet, Sign, Size};
use super::{Fill, mark};

/// The words and signs around a chart, in the reader's language. What is empty takes no space.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Furniture {
    /// What is shown.
    pub title: String,
    /// Unit and period.
    pub subtitle: String,
    /// What the signs mean that the chart does not tell itself.
    pub legend: Vec<LegendItem>,
    /// What a reader must know, a line each.
    pub notes: Vec<String>,
    /// Where the figures come from.
    pub source: String,
    /// When the picture was made.
    pub made: String,
    /// Where to find it again.
    pub link: String,
}

/// The most lines of a note, a source or a link.
const MOST_LINES: usize = 6;
/// Space above and below the chart in px.
const GAP: f64 = 8.0;

/// The chart with all that stands around it. Its data keep their ids.
#[must_use]
pub fn furnished(scene: &Scene, furniture: &Furniture) -> Scene {
    let headings = [furniture.title.as_str(), furniture.subtitle.as_str(), ""];
    // The margins come on top of the chart's width.
    let size = Size::wide(2.0f64.mul_add(Sheet::MARGIN, scene.width));
    let mut sheet = Sheet::open(&scene.prefix, size, headings);
    sheet.legend(&furniture.legend);
    let (x, y) = (sheet.left(), sheet.y);
    for node in &scene.nodes {
        sheet.scene.push(node.clone().moved(x, y));
    }
    sheet.y += scene.height + GAP;
    for note in &furniture.notes {
        sheet.small_lines(note, Token::Ink, MOST_LINES);
    }
    sheet.small_lines(&furniture.source, Token::Muted, MOST_LINES);
    sheet.small_lines(&furniture.made, Token::Muted, 1);
    sheet.address(&furniture.link, Token::Muted);
    let mut description = vec![scene.description.as_str()];
    description.extend(furniture.notes.iter().map(String::as_str));
    description.retain(|line| !line.is_empty());
    Scene {
        title: furniture.title.clone(),
        description: description.join("\n"),
        dropped: scene.dropped.clone(),
        bins: scene.bins.clone(),
        ..sheet.finish()
    }
}

/// A topic's colour and name.
#[must_use]
pub fn topic_item(hue: u8, name: &str) -> LegendItem {
    LegendItem { paint: Paint::hue(hue), name: name.to_owned(), sign: Sign::Square }
}

/// A sign in the neutral hue.
#[must_use]
pub fn sign_item(sign: Sign, name: &str) -> LegendItem {
    LegendItem { paint: Paint::hue(super::palette::NEUTRAL), name: name.to_owned(), sign }
}

/// A stage's fill and name.
#[must_use]
pub fn stage_item(fill: Fill, name: &str) -> LegendItem {
    let sign = if fill == Fill::Tick { Sign::Tick } else { Sign::Square };
    let paint = match fill {
        Fill::Tick => Paint::hue(super::palette::NEUTRAL),
        fill => mark::stage::area_paint(fill, super::palette::NEUTRAL),
    };
    LegendItem { paint, name: name.to_owned(), sign }
}
