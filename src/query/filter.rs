//! Clauses: what a reader asked a column to be.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::date::Day;

/// What one column (or the text of a row) must be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Clause {
    /// Any of these values, or anything that belongs to one of them. Never empty.
    AnyOf(BTreeSet<String>),
    /// A period that overlaps these days; an open end is `None`.
    During(Option<Day>, Option<Day>),
    /// Text that holds every one of the words.
    Text(String),
    /// A number of a measure, from one to the other, both held.
    Between(f64, f64),
    /// Codes of a coded column or bins of a binned measure, from one to the other, both held. What is brushed; links do
    /// not carry it.
    Codes(u32, u32),
}

/// Clauses by the column they are about. Clauses of different columns must all hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Filter {
    clauses: BTreeMap<String, Clause>,
}

impl Filter {
    /// The key under which free text is filed; no column has it.
    pub const TEXT: &'static str = "q";

    /// Before the key of a column: under it is filed which of its values a reader calls totals.
    pub const TOTALS: &'static str = "is-total:";
    /// The same of values that seem to be totals, and are none.
    pub const PARTS: &'static str = "no-total:";

    /// The key under which is filed what a reader says of a column's values: [`Self::TOTALS`] or [`Self::PARTS`].
    #[must_use]
    pub fn said(of: &str, column: &str) -> String {
        [of, column].concat()
    }

    /// The column of which a key says that values of it are totals, or that they are none. Such a clause filters nothing.
    #[must_use]
    pub fn told_of(key: &str) -> Option<&str> {
        key.strip_prefix(Self::TOTALS).or_else(|| key.strip_prefix(Self::PARTS))
    }

    /// Sets or, where the clause asks for nothing, removes a column's clause.
    pub fn set(&mut self, column: &str, clause: Clause) {
        let asks = match &clause {
            Clause::AnyOf(values) => !values.is_empty(),
            Clause::During(from, to) => from.is_some() || to.is_some(),
            Clause::Text(text) => !text.trim().is_empty(),
            Clause::Between(from, to) => *from > f64::NEG_INFINITY || *to < f64::INFINITY,
            Clause::Codes(..) => true,
        };
        if asks {
            self.clauses.insert(column.to_owned(), clause);
        } else {
            self.clauses.remove(column);
        }
    }

    /// Removes a column's clause.
    pub fn clear(&mut self, column: &str) {
        self.clauses.remove(column);
    }

    /// Adds the value to the column's clause, or takes it away if it is there.
    pub fn toggle(&mut self, column: &str, value: &str) {
        let mut values = self.values(column).cloned().unwrap_or_default();
        if !values.remove(value) {
            values.insert(value.to_owned());
        }
        self.set(column, Clause::AnyOf(values));
    }

    /// The chosen values of a column.
    #[must_use]
    pub fn values(&self, column: &str) -> Option<&BTreeSet<String>> {
        match self.clauses.get(column) {
            Some(Clause::AnyOf(values)) => Some(values),
            _ => None,
        }
    }

    /// The chosen days of a column.
    #[must_use]
    pub fn during(&self, column: &str) -> (Option<Day>, Option<Day>) {
        match self.clauses.get(column) {
            Some(Clause::During(from, to)) => (*from, *to),
            _ => (None, None),
        }
    }

    /// A column's clause.
    #[must_use]
    pub fn get(&self, column: &str) -> Option<&Clause> {
        self.clauses.get(column)
    }

    /// The text asked for.
    #[must_use]
    pub fn text(&self) -> &str {
        match self.clauses.get(Self::TEXT) {
            Some(Clause::Text(text)) => text,
            _ => "",
        }
    }

    /// Clauses by column.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Clause)> {
        self.clauses.iter().map(|(column, clause)| (column.as_str(), clause))
    }

    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }
}
