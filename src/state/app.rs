//! Everything a link carries.

use serde::{Deserialize, Serialize};

use super::options::Options;
use super::own::OwnTable;
use crate::base::lang::Lang;
use crate::base::vocabulary::vocabulary;
use crate::query::Filter;

vocabulary! {
    /// A way to look at the selection.
    #[derive(Default)]
    View {
        /// Summary cards.
        #[default]
        Overview = "overview",
        /// Targets and what became of them.
        Ledger = "ledger",
        /// Lanes over time.
        Timeline = "timeline",
        /// A chart the reader composes.
        Chart = "chart",
        /// Places beside one another.
        Compare = "compare",
        /// Areas on a map.
        Map = "map",
        /// Every figure as a row.
        Table = "table",
        /// One picture to print or to pass on.
        Poster = "poster",
    }
}

vocabulary! {
    /// Light or dark; `Auto` follows the system.
    #[derive(Default)]
    Theme {
        /// As the system.
        #[default]
        Auto = "auto",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

vocabulary! {
    /// How large the page's type is.
    #[derive(Default)]
    TypeSize {
        /// As designed.
        #[default]
        Normal = "normal",
        /// A quarter larger.
        Large = "large",
        /// Half as large again.
        Largest = "largest",
    }
}

impl TypeSize {
    /// How many times as large as designed type and pictures are.
    #[must_use]
    pub const fn factor(self) -> f64 {
        match self {
            Self::Normal => 1.0,
            Self::Large => 1.25,
            Self::Largest => 1.5,
        }
    }
}

/// Where a reader is in a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryPlace {
    /// The story's id: that of the release it is about.
    pub story: String,
    /// The step, counted from 1.
    pub step: u32,
}

/// What a reader sees, as plain values.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AppState {
    /// Language of the interface; `None` follows the page's default.
    pub lang: Option<Lang>,
    /// Theme.
    pub theme: Theme,
    /// Size of type that was chosen.
    pub type_size: TypeSize,
    /// Care mode: one large column in plain words, with fewer controls, read aloud where the browser can.
    pub care: bool,
    /// View.
    pub view: View,
    /// What is filtered.
    pub filter: Filter,
    /// Options of the views.
    pub options: Options,
    /// Key of the row whose detail is open.
    pub selection: Option<String>,
    /// The story that is told, and how far it has come.
    pub story: Option<StoryPlace>,
    /// The reader's own table that all this is about; `None` where it is what the page brings itself.
    pub table: Option<OwnTable>,
    /// Shown inside another page, without header and filters.
    pub embed: bool,
    /// How high in px it is to be there until a reader asks for all of it.
    pub height: Option<u32>,
}

impl AppState {
    /// The language in force: Chinese unless another was chosen.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang.unwrap_or_default()
    }

    /// The size of type in force: in care mode the largest.
    #[must_use]
    pub const fn type_size(&self) -> TypeSize {
        if self.care { TypeSize::Largest } else { self.type_size }
    }

    /// Another state in the looks of this one: language, theme, size of type, care mode, and how it is embedded.
    #[must_use]
    pub fn dress(&self, other: Self) -> Self {
        let Self { lang, theme, type_size, care, embed, height, .. } = *self;
        Self { lang, theme, type_size, care, embed, height, ..other }
    }

    /// The same on a page of its own.
    #[must_use]
    pub fn full(self) -> Self {
        Self { embed: false, height: None, ..self }
    }
}
