//! What the rows of a table are: decided once, where the table is opened, and asked of nothing else.

use serde::{Deserialize, Serialize};

/// What the rows of a table are, with what is known of published figures beside the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rows<T> {
    /// Figures that releases publish.
    Published(T),
    /// Rows of any table, of which nothing is known but their columns.
    #[default]
    Plain,
}

impl<T> Rows<T> {
    /// The same, with what is known of published figures lent.
    pub const fn as_ref(&self) -> Rows<&T> {
        match self {
            Self::Published(known) => Rows::Published(known),
            Self::Plain => Rows::Plain,
        }
    }

    /// What is known of published figures.
    pub fn published(self) -> Option<T> {
        match self {
            Self::Published(known) => Some(known),
            Self::Plain => None,
        }
    }

    /// Whether they are published figures.
    pub const fn are_published(&self) -> bool {
        matches!(self, Self::Published(_))
    }
}
