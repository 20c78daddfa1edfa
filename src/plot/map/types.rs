//! What a plan of a map is made of.

use serde::{Deserialize, Serialize};

use crate::base::date::Day;
use crate::chart::MapSpec;
use crate::plot::chart::{Headings, Listing};
use crate::state::Action;

/// What there is to choose from, and what is in force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Ids and names; empty where there is nothing to choose.
    pub items: Vec<(String, String)>,
    /// Id of the one in force.
    pub chosen: String,
}

/// A map ready to compose, with the words around it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MapPlan {
    /// The map without headings: the page sets them as text of its own.
    pub spec: MapSpec,
    /// The words around the map.
    pub headings: Headings,
    /// What it shows: the highest, the lowest, and of how many nothing is known.
    pub sentence: String,
    /// What a reader must know to read it right.
    pub notes: Vec<String>,
    /// Names in the table that are no area known here.
    pub unknown: Vec<String>,
    /// Areas of the map that the table does not have.
    pub bare: Vec<String>,
    /// The same content as text.
    pub listing: Listing,
    /// What opening an area does, by the id of its datum; `None` where several values of the table are one area.
    pub targets: Vec<Option<Action>>,
    /// The measures.
    pub values: Choice,
    /// The values of the column that measures unlike things, or none.
    pub series: Choice,
    /// Sum or mean; nothing to choose where each area has one row.
    pub measures: Choice,
    /// Name and last day of each period, in order; at most one where time does not matter.
    pub times: Vec<(String, Day)>,
    /// Index of the period shown.
    pub time: usize,
    /// Whether there are several series or measures to be set beside one another.
    pub has_series: bool,
}

impl MapPlan {
    /// The text alternative of the map: it in words, and what the drawing says of itself.
    #[must_use]
    pub fn description(&self, drawn: &str) -> String {
        let lines = [self.sentence.as_str(), drawn];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }
}
