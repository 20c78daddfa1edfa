//! The state of an explorer in parts, each a signal of its own. A memo of the whole state would have everything that
//! depends on it looked through whenever anything changes: every word of the page at each step of a dragged filter.

use leptos::prelude::*;

use crate::base::lang::Lang;
use crate::query::Filter;
use crate::state::{AppState, Options, StoryPlace, Theme, TypeSize, View};

/// The parts; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    /// Language in force.
    pub lang: RwSignal<Lang>,
    /// Colours in force.
    pub theme: RwSignal<Theme>,
    /// Size of type in force.
    pub type_size: RwSignal<TypeSize>,
    /// Whether care mode is on.
    pub care: RwSignal<bool>,
    /// View in force.
    pub view: RwSignal<View>,
    /// Filter in force.
    pub filter: RwSignal<Filter>,
    /// Options in force.
    pub options: RwSignal<Options>,
    /// Key of the open row.
    pub selection: RwSignal<Option<String>>,
    /// The step of a guided tour.
    pub story: RwSignal<Option<StoryPlace>>,
}

impl Parts {
    /// Those of a state.
    pub fn of(state: &AppState) -> Self {
        Self {
            lang: RwSignal::new(state.lang()),
            theme: RwSignal::new(state.theme),
            type_size: RwSignal::new(state.type_size()),
            care: RwSignal::new(state.care),
            view: RwSignal::new(state.view),
            filter: RwSignal::new(state.filter.clone()),
            options: RwSignal::new(state.options.clone()),
            selection: RwSignal::new(state.selection.clone()),
            story: RwSignal::new(state.story.clone()),
        }
    }

    /// Takes a state over; what is the same tells nobody.
    pub fn follow(self, state: AppState) {
        keep(self.lang, state.lang());
        keep(self.theme, state.theme);
        keep(self.type_size, state.type_size());
        keep(self.care, state.care);
        keep(self.view, state.view);
        keep(self.filter, state.filter);
        keep(self.options, state.options);
        keep(self.selection, state.selection);
        keep(self.story, state.story);
    }
}

fn keep<T: PartialEq + Send + Sync + 'static>(part: RwSignal<T>, now: T) {
    if part.with_untracked(|was| *was != now) {
        part.set(now);
    }
}
