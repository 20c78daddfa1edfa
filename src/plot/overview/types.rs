//! What the overview shows of a selection, as the view draws it.

use serde::{Deserialize, Serialize};

use crate::chart::ProgressSpec;
use crate::plot::chart::Plan;
use crate::state::Action;
use crate::words::FigureText;

/// The overview.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OverviewPlan {
    /// What the selection comes to, of any table; of published figures its sentence says it.
    pub facts: Vec<Fact>,
    /// The one chart.
    pub chart: Option<Plan>,
    /// What the cards are by; empty where there are none.
    pub by: String,
    /// Whether the cards show stages, whose fills need telling.
    pub staged: bool,
    /// A card a topic.
    pub cards: Vec<CardPlan>,
}

/// One thing a selection comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What.
    pub name: String,
    /// How much.
    pub value: String,
    /// What else there is to say of it; may be empty.
    pub note: String,
}

/// What a card of one topic shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CardPlan {
    /// Id of the topic.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its hue.
    pub hue: u8,
    /// Whether the topic is one of the explorer's own fields, which have a sign each.
    pub signed: bool,
    /// How many rows it has, in words: what leads to all of them.
    pub count: String,
    /// What shows all of them, to be taken together.
    pub all: Vec<Action>,
    /// What leads it.
    pub leads: Vec<Lead>,
    /// Its stages, or its share of the rows.
    pub strip: Option<ProgressSpec>,
    /// What opening a part of the strip does, by the part's id.
    pub parts: Vec<Option<Action>>,
}

/// A figure that leads a card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lead {
    /// Key of the row it opens; `None` where it stands for many.
    pub key: Option<String>,
    /// The figure.
    pub figure: FigureText,
    /// What it is.
    pub name: String,
    /// Where and when.
    pub beside: String,
}
