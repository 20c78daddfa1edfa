//! The table row by row: its columns, the rows in sight, where a row stands, and everything about one.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Session;
use super::ask::Ask;
use super::picture::about_selection;
use crate::base::lang::Lang;
use crate::plot::detail::{self, DetailPlan};
use crate::plot::table::{self, HeaderPlan};
use crate::query::Filter;
use crate::state::TableOptions;

about_selection! {
    /// Which columns has the table, and in which order are its rows?
    Header(TableOptions) -> HeaderPlan = table::header
}

/// What do the rows at these places say?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// What is filtered.
    pub filter: Filter,
    /// Columns and order.
    pub options: TableOptions,
    /// The places, counted from 0; beyond the end there is nothing.
    pub range: Range<usize>,
    /// Language.
    pub lang: Lang,
}

impl Ask for Page {
    /// The place of the first row, and the rows.
    type Answer = (usize, table::Page);

    fn answer(&self, session: &mut Session) -> Self::Answer {
        session.set_filter(&self.filter);
        let Session { engine, rows, .. } = session;
        let page = table::page(engine, rows.as_ref(), &self.options, self.lang, self.range.clone());
        (self.range.start, page)
    }
}

/// Where does a row stand? `None` where it does not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowPlace {
    /// What is filtered.
    pub filter: Filter,
    /// The order.
    pub options: TableOptions,
    /// The row's key.
    pub key: String,
}

impl Ask for RowPlace {
    type Answer = Option<usize>;

    fn answer(&self, session: &mut Session) -> Option<usize> {
        session.set_filter(&self.filter);
        table::place(&mut session.engine, session.rows.as_ref(), &self.options, &self.key)
    }
}

/// What is known of this row?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Detail {
    /// What is filtered: a reader says there what is a total.
    pub filter: Filter,
    /// Key of the row.
    pub key: String,
    /// Today, as `2026-11-25`: when it is cited.
    pub day: String,
    /// Language.
    pub lang: Lang,
}

impl Ask for Detail {
    /// `None` where there is no such row.
    type Answer = Option<DetailPlan>;

    fn answer(&self, session: &mut Session) -> Self::Answer {
        session.set_filter(&self.filter);
        detail::plan(&session.engine, session.rows.as_ref(), &self.key, &self.day, self.lang)
    }
}
