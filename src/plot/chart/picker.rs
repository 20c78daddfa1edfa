//! Values to choose from.

use serde::{Deserialize, Serialize};

/// One value of a choice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What options write; empty leaves the choice to the chart.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Why it cannot be chosen; `None` where it can.
    pub reason: Option<String>,
}

/// A choice among several values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picker {
    /// The values.
    pub items: Vec<Item>,
    /// The id of the one in force.
    pub chosen: String,
}

/// A choice of yes or no.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Switch {
    /// Whether it is on.
    pub on: bool,
    /// Why it cannot be switched; `None` where it can.
    pub reason: Option<String>,
}
