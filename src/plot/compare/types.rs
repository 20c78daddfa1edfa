//! What a comparison is made of.

use serde::{Deserialize, Serialize};

use crate::chart::{Extent, Fill};
use crate::plot::chart::{Offer, Plan};
use crate::plot::guard::Weight;
use crate::plot::reported::Group;
use crate::state::Comparison;
use crate::words::FigureText;

/// What the comparison shows of a selection, and what a reader may choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComparePlan {
    /// How places are compared.
    pub comparison: Comparison,
    /// The indicators, or the measures; without items where there is no choice.
    pub subjects: Menu,
    /// What these can be divided by.
    pub pers: Menu,
    /// The first place.
    pub lefts: Menu,
    /// The second place.
    pub rights: Menu,
    /// The fields whose indicators can be unfolded.
    pub fields: Menu,
    /// What is compared; empty where that is said elsewhere.
    pub title: String,
    /// What is counted.
    pub definition: String,
    /// What is the same and what differs, place by place.
    pub likeness: Option<LikeTable>,
    /// Why the figures stand as they do.
    pub lead: String,
    /// What differs or is left out.
    pub notes: Vec<String>,
    /// The charts, each with a title of its own.
    pub charts: Vec<Plan>,
    /// Rows of two places, drawn in the chart but for those that must not be compared.
    pub pair: Option<PairTable>,
    /// What stands behind the choice, where it is read as a sentence: across places.
    pub behind: String,
    /// What else can be looked at.
    pub offers: Vec<Offer>,
}

impl ComparePlan {
    /// A comparison that shows nothing yet.
    #[must_use]
    pub fn new(comparison: Comparison) -> Self {
        Self {
            comparison,
            subjects: Menu::default(),
            pers: Menu::default(),
            lefts: Menu::default(),
            rights: Menu::default(),
            fields: Menu::default(),
            title: String::new(),
            definition: String::new(),
            likeness: None,
            lead: String::new(),
            notes: Vec::new(),
            charts: Vec::new(),
            pair: None,
            behind: String::new(),
            offers: Vec::new(),
        }
    }
}

/// What is the same and what differs among figures of several places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LikeTable {
    /// What it shows.
    pub caption: String,
    /// The places, a column each.
    pub places: Vec<String>,
    /// What they differ in.
    pub rows: Vec<LikeRow>,
    /// The same in one line; empty where they differ in nothing.
    pub differing: String,
    /// What is the same of all, in one line; empty where nothing is.
    pub same: String,
}

/// What figures differ in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LikeRow {
    /// Its name.
    pub name: String,
    /// What each place says of it, in the order of the places.
    pub cells: Vec<LikeCell>,
}

/// What one place says of what figures differ in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LikeCell {
    /// Its words.
    pub text: String,
    /// Whether most of the others say something else that is the same of them.
    pub is_odd: bool,
}

/// A choice among values in groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Menu {
    /// The groups.
    pub groups: Vec<Group>,
    /// Id of the value in force.
    pub chosen: String,
}

impl Menu {
    /// Values without headings.
    pub(super) fn plain(items: Vec<(String, String)>, chosen: String) -> Self {
        Self { groups: vec![Group { name: String::new(), items }], chosen }
    }
}

/// Two places beside each other.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PairTable {
    /// What it shows.
    pub caption: String,
    /// Names of the columns.
    pub header: Vec<String>,
    /// A row a pair of figures.
    pub rows: Vec<PairRow>,
    /// How many of them must not be compared, and how many of these a release contradicts itself about; empty of none.
    pub refused: String,
}

/// Two figures beside each other.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PairRow {
    /// What they measure.
    pub name: String,
    /// Which hue it is drawn in.
    pub hue: u8,
    /// What is worked out of them, or why nothing is: told before their bars.
    pub told: String,
    /// The figure of the first place.
    pub left: PairCell,
    /// The figure of the second place.
    pub right: PairCell,
    /// How many times the first is the second; in words where it is not told.
    pub ratio: String,
    /// How much the first differs.
    pub difference: String,
    /// How much what differs matters; `None` where nothing does.
    pub weight: Option<Weight>,
    /// What differs, in words.
    pub reasons: Vec<String>,
}

/// A figure in a row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PairCell {
    /// The figure.
    pub figure: FigureText,
    /// How long its bar is, as far as its row compares.
    pub extent: Extent,
    /// How far it has come.
    pub fill: Fill,
    /// Period and stage.
    pub beside: String,
    /// Key of the row that it opens; `None` where it stands for many.
    pub key: Option<String>,
}
