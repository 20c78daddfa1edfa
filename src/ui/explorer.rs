//! One explorer on a page: its content, its state, and everything derived from both. No global state: several can
//! stand side by side, each provides its own through the context.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::lang::Lang;
use crate::base::problem::Problem;
use crate::browser;
use crate::column::{Bitmap, Table};
use crate::i18n::Message;
use crate::model::{Dataset, Id, Observation};
use crate::query::{CrossFilter, Filter, Index};
use crate::state::{Action, AppState, LinkProblem, Options, View, read_link, write_link};
use crate::ui::focus;
use crate::words::{Summary, summarize};

/// What an explorer shows; immutable.
pub struct Content {
    /// The dataset.
    pub data: Dataset,
    /// The same as a table, row `n` being observation `n`.
    pub table: Table,
    /// Search over the table.
    pub index: Index,
    /// What is wrong with the data.
    pub problems: Vec<Problem>,
}

/// A handle to one explorer; cheap to copy.
#[derive(Clone, Copy)]
pub struct Explorer {
    content: StoredValue<Arc<Content>>,
    state: RwSignal<AppState>,
    /// Whether the last step replaces the one before in the history.
    passing: StoredValue<bool>,
    /// Language in force.
    pub lang: Memo<Lang>,
    /// View in force.
    pub view: Memo<View>,
    /// Filter in force.
    pub filter: Memo<Filter>,
    /// Options in force.
    pub options: Memo<Options>,
    /// Key of the open row.
    pub selection: Memo<Option<String>>,
    /// Rows that meet the filter.
    pub rows: Memo<Bitmap>,
    /// What these rows come to.
    pub summary: Memo<Summary>,
    /// Parts of the link that could not be read.
    pub link_problems: RwSignal<Vec<LinkProblem>>,
    /// Whether the window is too narrow for rail and detail beside the content.
    pub narrow: RwSignal<bool>,
    /// Whether the filters' sheet is open on a narrow window.
    pub sheet: RwSignal<bool>,
}

impl Explorer {
    /// An explorer of this content in this state.
    #[must_use]
    pub fn new(content: Content, state: AppState, link_problems: Vec<LinkProblem>) -> Self {
        let content = Arc::new(content);
        let state = RwSignal::new(state);
        let filter = Memo::new(move |_| state.with(|s| s.filter.clone()));
        let rows = {
            let content = content.clone();
            Memo::new(move |_| filter.with(|f| CrossFilter::new(&content.table, f).rows()))
        };
        let summary = {
            let content = content.clone();
            Memo::new(move |_| rows.with(|rows| summarize(&content.table, rows)))
        };
        Self {
            content: StoredValue::new(content),
            state,
            passing: StoredValue::new(true),
            lang: Memo::new(move |_| state.with(AppState::lang)),
            view: Memo::new(move |_| state.with(|s| s.view)),
            filter,
            options: Memo::new(move |_| state.with(|s| s.options.clone())),
            selection: Memo::new(move |_| state.with(|s| s.selection.clone())),
            rows,
            summary,
            link_problems: RwSignal::new(link_problems),
            narrow: RwSignal::new(false),
            sheet: RwSignal::new(false),
        }
    }

    /// The content.
    #[must_use]
    pub fn content(&self) -> Arc<Content> {
        self.content.get_value()
    }

    /// Carries an action out.
    pub fn act(&self, action: Action) {
        focus::rescue();
        self.passing.set_value(action.passing());
        self.state.update(|state| state.apply(action));
    }

    /// The state, tracked.
    #[must_use]
    pub fn state(&self) -> AppState {
        self.state.get()
    }

    /// The state, not tracked.
    #[must_use]
    pub fn state_untracked(&self) -> AppState {
        self.state.get_untracked()
    }

    /// The link to the state after an action, for real anchors.
    #[must_use]
    pub fn link_after(&self, action: Action) -> String {
        let mut state = self.state.get();
        state.apply(action);
        format!("#{}", write_link(&state))
    }

    /// A message in the language in force.
    pub fn t(self, message: Message) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        let lang = self.lang;
        move || message.get(lang.get())
    }

    /// The open observation, `None` where none is open or the key is unknown.
    #[must_use]
    pub fn selected(&self) -> Option<Id<Observation>> {
        self.content().data.observations.find(&self.selection.get()?)
    }

    /// Keeps the page's address and the state the same, both ways.
    pub fn follow_link(&self) {
        let this = *self;
        Effect::new(move |_| {
            let state = this.state.get();
            // Equality of the parsed states, not of the texts, ends the loop.
            if read_link(&browser::link::fragment()).0 != state {
                browser::link::write(&write_link(&state), this.passing.get_value());
            }
        });
        let listener = browser::link::watch(move || {
            let (state, problems) = read_link(&browser::link::fragment());
            if this.state.with_untracked(|now| *now != state) {
                this.link_problems.set(problems);
                this.act(Action::Follow(Box::new(state)));
            }
        });
        let listener = StoredValue::new_local(listener);
        on_cleanup(move || listener.set_value(None));
    }
}

/// The explorer this component belongs to.
#[must_use]
pub fn use_explorer() -> Explorer {
    // Provided by the application's root, above every component that calls this.
    expect_context::<Explorer>()
}
