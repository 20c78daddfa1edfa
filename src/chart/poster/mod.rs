//! A poster: what a selection comes to on one sheet, for a phone, for print or for a slide.
//!
//! The steps, each finished before the next: head and foot are measured; blocks are laid out, in fewer lines each
//! until all have room; what still has none is left out and named; columns are drawn out to the foot.

mod block;
mod flow;
mod frame;
mod paper;
mod qr;

use serde::{Deserialize, Serialize};

use super::format::Format;
use super::scene::Scene;
use super::spec::ChartSpec;

pub use paper::Paper;

/// A poster to lay out, its words already in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PosterSpec {
    /// What it is laid out for.
    pub paper: Paper,
    /// Its title.
    pub title: String,
    /// What it comes to, in sentences, for who hears of the picture.
    pub caption: String,
    /// Who made it and what it is, over the title.
    pub kicker: String,
    /// Its blocks, in order.
    pub blocks: Vec<PosterBlock>,
    /// Where the figures come from and when that was published.
    pub sources: Vec<String>,
    /// What the link's code leads to, in words.
    pub link_name: String,
    /// The address the code carries; without one there is no code.
    pub link: Option<String>,
}

/// A part of a poster.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PosterBlock {
    /// Its id, as links write it.
    pub id: String,
    /// Its title; empty takes no space.
    pub title: String,
    /// What a reader must know to read it right; empty takes no space.
    pub note: String,
    /// The topic whose pictogram it carries; empty for none.
    pub topic: String,
    /// Its hue.
    pub hue: u8,
    /// What it shows.
    pub content: PosterContent,
}

/// What a block shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PosterContent {
    /// Sentences.
    Words(String),
    /// Figures set large, with pictograms.
    Key(Vec<PosterFigure>),
    /// Shares of a whole or of a target.
    Rings(Vec<PosterRing>),
    /// A chart.
    Chart(Box<ChartSpec>),
    /// Figures as lines.
    Lines(Vec<PosterFigure>),
}

impl Default for PosterContent {
    fn default() -> Self {
        Self::Words(String::new())
    }
}

/// A figure in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PosterFigure {
    /// Key of the row it stands for; `None` where it stands for many.
    pub key: Option<String>,
    /// The topic whose pictogram it carries; empty for none.
    pub topic: String,
    /// Its hue.
    pub hue: u8,
    /// Its qualifier's word; empty where it is exact.
    pub qualifier: String,
    /// The number, with its sign.
    pub number: String,
    /// The unit.
    pub unit: String,
    /// The whole figure as a reader writes it.
    pub text: String,
    /// What it is.
    pub name: String,
    /// Where, when and how far.
    pub beside: String,
}

/// A share as a ring.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PosterRing {
    /// Key of the row it stands for.
    pub key: Option<String>,
    /// Its hue.
    pub hue: u8,
    /// The share; 1 closes the ring, and what is beyond is drawn around it.
    pub share: f64,
    /// The share with the word or the sign of its qualifier, within the ring.
    pub number: String,
    /// What it is.
    pub name: String,
    /// What it is a share of.
    pub beside: String,
}

/// A poster, laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Poster {
    /// Its picture.
    pub scene: Scene,
    /// Ids of blocks that had no room.
    pub left_out: Vec<String>,
}

/// Lays a poster out.
#[must_use]
pub fn poster(spec: &PosterSpec, format: &dyn Format) -> Poster {
    frame::compose(spec, format)
}
