//! What the overview shows of a selection, as the view draws it.

use serde::{Deserialize, Serialize};

use crate::chart::QuantitySpec;
use crate::plot::chart::Plan;
use crate::state::{Action, MoneySpan};
use crate::words::FigureText;

/// The overview. Of published figures it has findings, of any other table facts and a chart.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OverviewPlan {
    /// What the selection comes to, of any table.
    pub facts: Vec<Fact>,
    /// The one chart of any table.
    pub chart: Option<Plan>,
    /// The place that all figures are of, where there is one alone.
    pub place: Option<Box<PlacePlan>>,
    /// What is worth telling first.
    pub findings: Vec<Finding>,
    /// What the cards are by; empty where there are none.
    pub by: String,
    /// A card a topic.
    pub cards: Vec<CardPlan>,
    /// Where the money goes.
    pub money: Option<Box<MoneyPlan>>,
    /// What releases promise in print.
    pub promised: Vec<Promised>,
}

/// One place: where its figures come from, and what they leave out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlacePlan {
    /// Its name.
    pub name: String,
    /// Its releases with their dates, a line each.
    pub releases: Vec<String>,
    /// Id of the release that a tour leads through.
    pub tour: String,
    /// Topics that its releases say nothing of and others do: names, and what leads to the others.
    pub silent: Vec<(String, Vec<Action>)>,
}

/// A sentence with one large figure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Where; of one place the topic.
    pub head: String,
    /// When.
    pub when: String,
    /// Hue of its field.
    pub hue: u8,
    /// What is said before the large figure.
    pub before: String,
    /// The large figure.
    pub figure: FigureText,
    /// What is said after it.
    pub after: String,
    /// Key of the figure's row.
    pub key: String,
    /// The picture made for it.
    pub picture: Option<Picture>,
    /// What else is to be known; may be empty.
    pub more: String,
    /// The release; empty where all are of one.
    pub source: String,
}

/// A picture of quantities.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// What is drawn.
    pub spec: QuantitySpec,
    /// Key of the row that a part opens, by the part's id.
    pub keys: Vec<String>,
}

/// The largest sums spent, of one year or of several.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MoneyPlan {
    /// What is shown.
    pub span: MoneySpan,
    /// Whether there is a choice.
    pub has_both: bool,
    /// The bars.
    pub picture: Picture,
}

/// A target that a release prints.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Promised {
    /// What was promised.
    pub name: String,
    /// Where, when it was reported and when it is due.
    pub beside: String,
    /// The target in words, where nothing is reported yet.
    pub told: String,
    /// What is reported beside it.
    pub picture: Option<Picture>,
    /// Key of the target.
    pub key: String,
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
    /// Whether it is a figure of the table's own, and not how much there is of it.
    pub is_figure: bool,
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
    /// The field whose sign it has; empty where it has none.
    pub sign: String,
    /// How many rows it has, in words: what leads to all of them.
    pub count: String,
    /// What shows all of them, to be taken together.
    pub all: Vec<Action>,
    /// What leads it.
    pub leads: Vec<Lead>,
}

/// A figure that leads a card.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lead {
    /// Key of the row it opens; `None` where it stands for many.
    pub key: Option<String>,
    /// The figure.
    pub figure: FigureText,
    /// What it is.
    pub name: String,
    /// Where and when.
    pub beside: String,
    /// Its picture, which one of a card has at most.
    pub picture: Option<Picture>,
}
