//! What the ledger shows of a selection, as the view draws it.

use serde::{Deserialize, Serialize};

use super::status::Status;
use crate::chart::{Fill, ProgressSpec};
use crate::plot::chart::Listing;
use crate::state::Action;
use crate::words::FigureText;

/// The ledger.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LedgerPlan {
    /// What it comes to, in sentences.
    pub sentence: String,
    /// Promises and projects in groups; those of most that is behind first.
    pub groups: Vec<GroupPlan>,
    /// The same content as text.
    pub listing: Listing,
    /// Key of the figure that a line of the listing opens.
    pub keys: Vec<String>,
    /// Names of the statuses that promises have, for the key.
    pub statuses: Vec<(Status, String)>,
}

/// The promises of one place or field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GroupPlan {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many promises it has, and how they stand.
    pub told: String,
    /// Its promises, what is behind first.
    pub rows: Vec<RowPlan>,
    /// Its projects without a printed target.
    pub projects: Vec<RowPlan>,
    /// What these are called, with their number; empty where there are none.
    pub beside: String,
}

/// One promise, or one project without a printed target. Empty texts are not there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowPlan {
    /// Key of the figure that tells it best; empty where it has none.
    pub key: String,
    /// What is promised.
    pub name: String,
    /// The project it belongs to.
    pub beside: String,
    /// Name of the place.
    pub place: String,
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
    /// What is reported and what is left, in words.
    pub facts: String,
    /// The share of the target that is reached.
    pub ratio: String,
    /// When it is due.
    pub due: String,
    /// Its figures.
    pub lines: Vec<Line>,
    /// Its strips.
    pub bars: Vec<Bar>,
    /// The percentage as published, and what is to be said of it.
    pub published: String,
    /// Whether that is at odds with the figures.
    pub differs: bool,
    /// What a reader must know.
    pub notes: Vec<String>,
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

/// A strip of a promise, in per cent of its target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// What is drawn.
    pub spec: ProgressSpec,
    /// Key of the figure that a part opens, by the part's id.
    pub keys: Vec<String>,
    /// The part of the works it stands for; empty where it stands for the whole.
    pub name: String,
    /// The share reached; empty where nothing is done yet.
    pub ratio: String,
}
