//! The filters: which there are, and what each holds under all other filters.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Session;
use super::ask::Ask;
use crate::base::lang::Lang;
use crate::plot::facet::{self, FacetPage};
use crate::plot::rail::{self, Bin, RailPart, RangePlan};
use crate::query::Filter;

/// What can be filtered by?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rail {
    /// Language of the names.
    pub lang: Lang,
}

impl Ask for Rail {
    type Answer = Vec<RailPart>;

    fn answer(&self, session: &mut Session) -> Vec<RailPart> {
        rail::plan(session.engine.table(), session.rows.are_published(), self.lang)
    }
}

/// How many rows are of each year?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Years {
    /// What is filtered.
    pub filter: Filter,
}

impl Ask for Years {
    type Answer = Vec<Bin>;

    fn answer(&self, session: &mut Session) -> Vec<Bin> {
        session.set_filter(&self.filter);
        let (engine, outline) = session.outlined();
        rail::years(engine, outline)
    }
}

/// How are the numbers of a measure spread?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Numbers {
    /// What is filtered.
    pub filter: Filter,
    /// Key of the measure.
    pub column: String,
    /// Language.
    pub lang: Lang,
}

impl Ask for Numbers {
    /// `None` where no row has a number.
    type Answer = Option<RangePlan>;

    fn answer(&self, session: &mut Session) -> Self::Answer {
        rail::range(session.under(&self.filter), &self.column, self.lang)
    }
}

/// Which values has a column, and how many rows each?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Values {
    /// What is filtered.
    pub filter: Filter,
    /// Key of the column.
    pub column: String,
    /// What their names are to hold; all where it is empty.
    pub words: String,
    /// The places in the list that are wanted.
    pub range: Range<usize>,
    /// Language.
    pub lang: Lang,
}

impl Ask for Values {
    /// The place of the first value, and the values.
    type Answer = (usize, FacetPage);

    fn answer(&self, session: &mut Session) -> Self::Answer {
        session.set_filter(&self.filter);
        if !self.words.is_empty() {
            session.prepare_search();
        }
        let (engine, outline) = session.outlined();
        let range = self.range.clone();
        let page = facet::page(engine, outline, &self.column, &self.words, range, self.lang);
        (self.range.start, page)
    }
}
