//! The pictures: overview, ledger, timeline, chart, comparison and poster.

use serde::{Deserialize, Serialize};

use super::Session;
use super::ask::Ask;
use crate::base::date::Day;
use crate::base::lang::Lang;
use crate::plot::chart::{self, Plan, Refusal};
use crate::plot::compare::{self, ComparePlan};
use crate::plot::ledger::{self, LedgerPlan};
use crate::plot::map::{self, MapPlan};
use crate::plot::overview::{self, OverviewPlan};
use crate::plot::poster::{self, PosterPlan};
use crate::plot::timeline::{self, TimelinePlan};
use crate::query::Filter;
use crate::state::{
    ChartOptions, CompareOptions, LedgerOptions, MapOptions, OverviewOptions, PosterOptions,
    TimelineOptions,
};

/// Declares a question about the selection under a reader's options, and who answers it.
macro_rules! about_selection {
    ($(#[$doc:meta])* $name:ident($options:ty) -> $answer:ty = $plan:path) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub struct $name {
            /// What is filtered.
            pub filter: Filter,
            /// What the reader chose about the view.
            pub options: $options,
            /// Language.
            pub lang: Lang,
        }

        impl Ask for $name {
            type Answer = $answer;

            fn answer(&self, session: &mut Session) -> Self::Answer {
                session.set_filter(&self.filter);
                $plan(&mut session.engine, session.rows.as_ref(), &self.options, self.lang)
            }
        }
    };
}
pub(super) use about_selection;

about_selection! {
    /// What is there at a glance?
    Overview(OverviewOptions) -> OverviewPlan = overview::plan
}

about_selection! {
    /// What was promised, and how far has it come? `None` where rows are not figures of releases.
    Ledger(LedgerOptions) -> Option<LedgerPlan> = ledger::plan
}

about_selection! {
    /// What does the chart show, or why is there none?
    Chart(ChartOptions) -> Result<Plan, Refusal> = chart::plan
}

about_selection! {
    /// What does the poster show, and what else could it?
    Poster(PosterOptions) -> PosterPlan = poster::plan
}

about_selection! {
    /// What can be chosen about the chart?
    Controls(ChartOptions) -> chart::Controls = chart::controls
}

about_selection! {
    /// How do places stand beside one another?
    Compare(CompareOptions) -> ComparePlan = compare::plan
}

/// What is there on a map?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Map {
    /// What is filtered.
    pub filter: Filter,
    /// What the reader chose about the view.
    pub options: MapOptions,
    /// Language.
    pub lang: Lang,
}

impl Ask for Map {
    /// `None` where fewer than three areas are known, and of published figures.
    type Answer = Option<MapPlan>;

    fn answer(&self, session: &mut Session) -> Self::Answer {
        session.set_filter(&self.filter);
        let is_plain = !session.rows.are_published();
        let Session { engine, ground, .. } = session;
        is_plain.then(|| map::plan(engine, ground.as_ref(), &self.options, self.lang)).flatten()
    }
}

/// What is there over time?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Timeline {
    /// What is filtered.
    pub filter: Filter,
    /// What the reader chose about the view.
    pub options: TimelineOptions,
    /// What the reader chose about the chart, which a table that is not of releases shows over time.
    pub chart: ChartOptions,
    /// How many lanes are drawn; all where `None`.
    pub most: Option<usize>,
    /// Language.
    pub lang: Lang,
}

impl Ask for Timeline {
    /// `None` where no row has a time.
    type Answer = Option<TimelinePlan>;

    fn answer(&self, session: &mut Session) -> Self::Answer {
        session.set_filter(&self.filter);
        let Session { engine, rows, .. } = session;
        timeline::plan(engine, rows.as_ref(), &self.options, &self.chart, self.most, self.lang)
    }
}

/// What does the picture of a table over time look like on a day?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// What is filtered.
    pub filter: Filter,
    /// What the reader chose about the view.
    pub options: TimelineOptions,
    /// What the reader chose about the chart, which a table that is not of releases shows over time.
    pub chart: ChartOptions,
    /// The day; the last there is where `None`.
    pub day: Option<Day>,
    /// Language.
    pub lang: Lang,
}

impl Ask for Frame {
    /// `None` where there is nothing to draw.
    type Answer = Option<Plan>;

    fn answer(&self, session: &mut Session) -> Self::Answer {
        session.set_filter(&self.filter);
        timeline::frame(&mut session.engine, &self.options, &self.chart, self.lang, self.day)
    }
}
