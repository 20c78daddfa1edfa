//! What the ledger shows of a selection, as the view draws it.

use serde::{Deserialize, Serialize};

use super::status::Status;
use crate::chart::{CalendarSpec, Fill, QuantitySpec};
use crate::plot::chart::{Listing, Offer};
use crate::state::Action;
use crate::words::FigureText;

/// The ledger.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LedgerPlan {
    /// The finding: the promise of which most is done, else what the view is about.
    pub title: Title,
    /// What else must be said: that nothing is promised, or that some rows are not listed. Empty where nothing is.
    pub sentence: String,
    /// Conditions without which promises are there, where none are.
    pub offers: Vec<Offer>,
    /// Promises and projects in groups; those first of which most is told.
    pub groups: Vec<GroupPlan>,
    /// The same content as text.
    pub listing: Listing,
    /// Key of the figure that a line of the listing opens.
    pub keys: Vec<String>,
}

/// A title with the figure that it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// What it says.
    pub text: String,
    /// From where to where it says the figure, in bytes; nothing where it has none.
    pub figure: (usize, usize),
    /// Hue of the figure's field.
    pub hue: u8,
}

impl Title {
    /// What is said before the figure, the figure, and what follows.
    #[must_use]
    pub fn parts(&self) -> [&str; 3] {
        let (from, to) = self.figure;
        [0..from, from..to, to..self.text.len()].map(|part| self.text.get(part).unwrap_or_default())
    }
}

/// The promises of one place or field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GroupPlan {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The year of the release, where promises of a place come from one.
    pub year: String,
    /// Its promises; those first of which it is told what came of them.
    pub rows: Vec<RowPlan>,
    /// Its projects without a printed target, named in one line.
    pub rest: Vec<RowPlan>,
    /// How many these are; empty where there are none.
    pub beside: String,
}

/// One promise, or one project without a printed target. Empty texts are not there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RowPlan {
    /// Key of the figure that tells it best; empty where it has none.
    pub key: String,
    /// What is promised.
    pub name: String,
    /// The same with how much of it.
    pub title: String,
    /// The project it belongs to.
    pub beside: String,
    /// Name of the place.
    pub place: String,
    /// The year of the release.
    pub year: String,
    /// Id of the field.
    pub domain: String,
    /// Name of the field.
    pub domain_name: String,
    /// Hue of the field.
    pub hue: u8,
    /// From when until when.
    pub period: String,
    /// How far the project has come, as published.
    pub stage: String,
    /// How it stands.
    pub status: Status,
    /// How it stands, and why or until when where that needs saying; empty for a project.
    pub standing: String,
    /// What came of it, in one sentence.
    pub said: Vec<Said>,
    /// The share of the target that is reached.
    pub ratio: String,
    /// When it is due.
    pub due: String,
    /// Its figures.
    pub lines: Vec<Line>,
    /// How much of it is done, in its own measure.
    pub picture: Option<QuantitySpec>,
    /// Keys of the figures that the picture's parts open, by their ids.
    pub keys: Vec<String>,
    /// When its figures are from and when it is due.
    pub calendar: Option<CalendarSpec>,
    /// What stands in the calendar's place.
    pub untold: String,
    /// Where the release contradicts itself.
    pub doubts: Vec<String>,
    /// What else a reader must know.
    pub notes: Vec<String>,
    /// Other promises and figures of the same project and of its parts.
    pub parts: Vec<RowPlan>,
    /// What unfolds figures, notes and parts; empty where there is nothing to unfold.
    pub fold: String,
    /// How many figures it has, in words.
    pub count: String,
    /// The steps that show them all.
    pub all: Vec<Action>,
}

impl RowPlan {
    /// Whether the row is a promise; else it is a project without a printed target.
    pub(super) fn is_promise(&self) -> bool {
        self.status != Status::Project
    }

    /// Whether it has a line of its own: it is a promise, or the release says how much of its target was met.
    pub(super) fn is_told(&self) -> bool {
        self.is_promise() || self.picture.is_some()
    }

    /// Whether it is told what came of it.
    pub(super) fn tells_result(&self) -> bool {
        self.said.iter().any(|said| said.is_lead)
    }

    /// What came of it, as plain text.
    #[must_use]
    pub fn sentence(&self) -> String {
        let said = |said: &Said| {
            let figure = said.figure.as_ref().map(ToString::to_string).unwrap_or_default();
            format!("{}{figure}", said.words)
        };
        self.said.iter().map(said).collect()
    }
}

/// A piece of a sentence: words, and the figure that follows them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The words.
    pub words: String,
    /// The figure.
    pub figure: Option<FigureText>,
    /// Key of the figure's row.
    pub key: String,
    /// Whether it is the figure that the sentence is about.
    pub is_lead: bool,
}

/// A figure of a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it is to the promise.
    pub label: String,
    /// The figure.
    pub figure: FigureText,
    /// Key of its row.
    pub key: String,
    /// How its stage is drawn.
    pub fill: Fill,
}
