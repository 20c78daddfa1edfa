//! A poster: what a selection comes to on one sheet, for a phone, for print or for a slide.
//!
//! Every sheet has the same blocks in the same order on a grid of even columns: title; the lead's figure beside the one
//! chart; three points; a strip of promises; sources and the code. A slide has neither points nor strip. Each block has
//! its room, and what is written into it is set smaller and then cut rather than let out of it.

mod block;
mod fit;
mod frame;
mod paper;
mod qr;

use serde::{Deserialize, Serialize};

use super::format::Format;
use super::geometry::Area;
use super::quantity::QuantitySpec;
use super::scene::Scene;
use super::spec::ChartSpec;

pub use paper::Paper;

/// Id of the title among the blocks.
pub const TITLE: &str = "title";
/// Id of the lead among the blocks.
pub const LEAD: &str = "lead";

/// A poster to lay out, its words already in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PosterSpec {
    /// What it is laid out for.
    pub paper: Paper,
    /// What it is a poster of, over the title.
    pub kicker: String,
    /// Its finding.
    pub title: String,
    /// When the lead's figure is from.
    pub when: String,
    /// What it comes to, in sentences, for who hears of the picture.
    pub caption: String,
    /// The figure that it is about.
    pub lead: PosterPoint,
    /// What is drawn beside it.
    pub chart: PosterChart,
    /// Further figures, three at the most.
    pub points: Vec<PosterPoint>,
    /// What stands over the promises.
    pub strip_title: String,
    /// Promises and what came of them.
    pub strip: Vec<PosterPromise>,
    /// Where the figures come from and when that was published.
    pub sources: Vec<String>,
    /// What the link's code leads to, in words.
    pub link_name: String,
    /// The address the code carries; without one there is no code.
    pub link: Option<String>,
}

/// The one chart of a poster.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum PosterChart {
    /// Nothing is drawn: the lead's words have the room.
    #[default]
    None,
    /// The picture of the lead's figure.
    Quantity(Box<QuantitySpec>),
    /// A chart of the selection.
    Chart(Box<ChartSpec>),
}

/// A figure set large, with its words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PosterPoint {
    /// Its id, as links write it.
    pub id: String,
    /// Key of the row it stands for; `None` where it stands for many.
    pub key: Option<String>,
    /// Its hue.
    pub hue: u8,
    /// The qualifier's word; empty where it is exact.
    pub qualifier: String,
    /// The number, with its sign.
    pub number: String,
    /// The unit.
    pub unit: String,
    /// The whole figure as a reader writes it.
    pub text: String,
    /// What it is.
    pub name: String,
    /// Where, when and how far; empty takes no space.
    pub beside: String,
    /// Its small picture.
    pub picture: Option<Box<QuantitySpec>>,
}

/// A promise in one line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PosterPromise {
    /// Key of the row it stands for.
    pub key: Option<String>,
    /// What was promised.
    pub name: String,
    /// What came of it, and when it is due.
    pub said: String,
    /// How much of it is done.
    pub picture: Option<Box<QuantitySpec>>,
}

/// A poster, laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Poster {
    /// Its picture.
    pub scene: Scene,
    /// Where the words that a reader may change stand: the title, the lead and the points, by their ids.
    pub places: Vec<(String, Area)>,
}

/// Lays a poster out.
#[must_use]
pub fn poster(spec: &PosterSpec, format: &dyn Format) -> Poster {
    frame::compose(spec, format)
}
