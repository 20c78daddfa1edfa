//! One table under exploration: questions in, answers out. Every view asks here and draws what it is told, whether the
//! session stands on the page's own thread or in a worker at the other end of a pipe.
//!
//! A question carries everything its answer depends on, so that answers may be kept, dropped and compared. The session
//! changes nothing a reader chose; what it keeps between questions only saves time.

mod answer;
mod ask;
mod asked;
mod asked_rows;
mod export;
mod filters;
mod find;
#[cfg(any(not(target_arch = "wasm32"), feature = "engine"))]
mod ground;
mod head;
mod links;
mod picture;
mod question;
mod recast;
mod row;
mod selection;
mod story;
mod terms;
pub mod wire;

use std::sync::Arc;

use crate::base::problem::{Problem, ProblemKind};
use crate::base::text_table::TextTable;
use crate::column::Table;
use crate::model::{Dataset, add_stories, add_synonyms};
use crate::plot::Rows;
use crate::plot::facet::Outline;
use crate::plot::map::{Ground, is_offered};
pub use crate::plot::table::FileColumn;
use crate::query::{Engine, Filter};

pub use answer::AnswerText;
pub use ask::Ask;
pub use asked::Understood;
pub use export::{Export, Exported};
pub use filters::{Numbers, Rail, Values, Years};
pub use find::{Find, Finding, Found};
pub use head::Head;
pub use links::fit;
pub use picture::{Chart, Compare, Controls, Frame, Ledger, Map, Overview, Poster, Timeline};
pub use question::{Answer, Portable, Question};
pub use recast::{NUMBERS, Recast, USES};
pub use row::{Detail, Header, Page, RowPlace};
pub use selection::{Empty, Release, Selection, Sources};
pub use story::{Story, StoryPlan, StoryStep};

/// A table, what else is known of its rows, and what was worked out for earlier questions.
pub struct Session {
    rows: Rows<Dataset>,
    engine: Engine,
    outline: Option<Outline>,
    /// The map that goes with the table.
    ground: Option<Ground>,
    /// The one that came with it, while another is in its place.
    #[cfg(any(not(target_arch = "wasm32"), feature = "engine"))]
    own_ground: Option<Ground>,
    problems: Vec<Problem>,
    more: Vec<(ProblemKind, usize)>,
    /// The columns of a reader's file, in its order; none where nobody can say.
    layout: Vec<FileColumn>,
}

impl Session {
    /// A session over published figures: a dataset and the table made of it.
    #[must_use]
    pub fn new(data: Dataset, table: Table, problems: Vec<Problem>) -> Self {
        Self::of(Rows::Published(data), table, problems)
    }

    /// A session over the rows of any table.
    #[must_use]
    pub fn of_table(table: Table, problems: Vec<Problem>) -> Self {
        Self::of(Rows::Plain, table, problems)
    }

    fn of(rows: Rows<Dataset>, table: Table, problems: Vec<Problem>) -> Self {
        let engine = Engine::new(Arc::new(table));
        let (more, layout) = (Vec::new(), Vec::new());
        Self {
            rows,
            engine,
            outline: None,
            ground: None,
            #[cfg(any(not(target_arch = "wasm32"), feature = "engine"))]
            own_ground: None,
            problems,
            more,
            layout,
        }
    }

    /// Changes the table. What was worked out of it is worked out anew.
    fn change_table(&mut self, change: impl FnOnce(&mut Table)) {
        // The engine lets go of the table, so that its rows need no copy.
        let engine = std::mem::replace(&mut self.engine, Engine::new(Arc::default()));
        let table = engine.table().clone();
        drop(engine);
        let mut table = Arc::unwrap_or_clone(table);
        change(&mut table);
        self.engine = Engine::new(Arc::new(table));
        self.outline = None;
    }

    /// The same, with more problems of these kinds than were told.
    #[must_use]
    pub fn with_more(mut self, more: Vec<(ProblemKind, usize)>) -> Self {
        self.more = more;
        self
    }

    /// The same, over the table of a file that has these columns.
    #[must_use]
    pub fn with_layout(mut self, layout: Vec<FileColumn>) -> Self {
        self.layout = layout;
        self
    }

    /// What is known before anything is asked.
    #[must_use]
    pub fn head(&self) -> Head {
        let table = self.engine.table();
        Head {
            table: table.head(),
            len: table.len,
            rows: match &self.rows {
                Rows::Published(data) => Rows::Published(data.sources.len()),
                Rows::Plain => Rows::Plain,
            },
            has_map: self.ground.is_some() || !self.rows.are_published() && is_offered(table),
            has_tours: self.rows.as_ref().published().is_some_and(|data| !data.stories.is_empty()),
            problems: self.problems.clone(),
            more: self.more.clone(),
        }
    }

    /// Takes the guided tours over, from their table; gives what is wrong with it.
    pub fn add_stories(&mut self, table: &TextTable) -> Vec<Problem> {
        self.add(table, add_stories)
    }

    /// Takes everyday words over, from their table; gives what is wrong with it.
    pub fn add_synonyms(&mut self, table: &TextTable) -> Vec<Problem> {
        let problems = self.add(table, add_synonyms);
        if self.engine.terms().is_some() {
            self.engine.set_terms(terms::terms(self.rows.as_ref(), self.engine.table()));
        }
        problems
    }

    /// Answers a question.
    pub fn ask(&mut self, question: &Question) -> Answer {
        question.answer(self)
    }

    /// Adds a table to what is known of published figures.
    fn add(
        &mut self,
        table: &TextTable,
        add: fn(&TextTable, &mut Dataset) -> Vec<Problem>,
    ) -> Vec<Problem> {
        match &mut self.rows {
            Rows::Published(data) => add(table, data),
            Rows::Plain => Vec::new(),
        }
    }

    /// Puts a filter in force.
    fn set_filter(&mut self, filter: &Filter) {
        if !filter.text().is_empty() {
            self.prepare_search();
        }
        self.engine.set_filter(filter);
    }

    /// Tells the engine what a search goes by, if it does not know. Not in the first view, which searches nothing.
    #[inline(never)]
    fn prepare_search(&mut self) {
        if self.engine.terms().is_none() {
            self.engine.set_terms(terms::terms(self.rows.as_ref(), self.engine.table()));
        }
    }

    /// The engine under a filter.
    fn under(&mut self, filter: &Filter) -> &mut Engine {
        self.set_filter(filter);
        &mut self.engine
    }

    /// Makes the outline if it is not there; it reads every row once.
    fn outlined(&mut self) -> (&mut Engine, &Outline) {
        let Self { engine, outline, .. } = self;
        let outline = outline.get_or_insert_with(|| Outline::new(engine));
        (engine, outline)
    }
}
