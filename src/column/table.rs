//! Tables and their columns.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Bitmap, Dictionary};
use crate::base::date::Day;
use crate::base::lang::Bilingual;

/// What a column is for. Views choose columns by this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Reference area.
    Area,
    /// The field a row belongs to: the first thing to group and to colour by.
    Topic,
    /// What is measured: figures of one series are comparable.
    Series,
    /// Kind of unit: figures of one kind share an axis.
    Kind,
    /// How far what is counted has come: drawn as fill.
    Stage,
    /// How a figure relates to the true value: drawn as an open or soft end.
    Qualifier,
    /// Any other category.
    Category,
    /// Time period.
    Time,
    /// The figure.
    Measure,
}

/// A named column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Key, used in links and filters.
    pub key: String,
    /// Name to show; empty where the i18n catalog has the word.
    pub name: Bilingual,
    /// What it is for.
    pub role: Role,
    /// Its values.
    pub data: Data,
}

/// A column's values, one a row.
#[derive(Clone, Debug)]
pub enum Data {
    /// Codes into a dictionary.
    Category(Category),
    /// First and last days.
    Time(Periods),
    /// Numbers.
    Measure(Figures),
}

/// Codes into a dictionary; [`Category::NONE`] where a row has no value.
#[derive(Clone, Debug, Default)]
pub struct Category {
    /// One code a row.
    pub codes: Vec<u32>,
    /// What the codes mean.
    pub dictionary: Dictionary,
}

impl Category {
    /// The code of a row without a value.
    pub const NONE: u32 = u32::MAX;

    /// The row's code, `None` where it has no value.
    #[must_use]
    pub fn code(&self, row: usize) -> Option<u32> {
        self.codes.get(row).copied().filter(|&c| c != Self::NONE)
    }
}

/// Time periods by day.
#[derive(Clone, Debug, Default)]
pub struct Periods {
    /// First day of each row; equal to the last for a figure as of a date.
    pub first: Vec<Day>,
    /// Last day of each row.
    pub last: Vec<Day>,
    /// Rows that hold as of their last day.
    pub as_of: Bitmap,
}

/// Figures in the base unit of their kind.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// The exact value of each row.
    pub exact: Vec<Decimal>,
    /// Rows that may be added up: amounts that are facts, not rates, shares or targets.
    pub additive: Bitmap,
    /// The row whose total a row is a part of.
    pub part_of: Vec<Option<u32>>,
}

impl Figures {
    /// The value as a binary float, for positions on a scale.
    #[must_use]
    pub fn float(&self, row: usize) -> Option<f64> {
        self.exact.get(row).and_then(ToPrimitive::to_f64)
    }
}

/// An immutable table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Number of rows.
    pub len: usize,
    /// Columns; filters are shown in this order.
    pub columns: Vec<Column>,
    /// One stable id a row, used in links.
    pub keys: Vec<String>,
    /// One line of text a row that free-text search reads, lower case.
    pub texts: Vec<String>,
}

impl Table {
    /// The column of a key.
    #[must_use]
    pub fn column(&self, key: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.key == key)
    }

    /// The category column of a key.
    #[must_use]
    pub fn category(&self, key: &str) -> Option<&Category> {
        match &self.column(key)?.data {
            Data::Category(category) => Some(category),
            _ => None,
        }
    }

    /// The first column of a role.
    #[must_use]
    pub fn by_role(&self, role: Role) -> Option<&Column> {
        self.columns.iter().find(|c| c.role == role)
    }

    /// The first category column of a role.
    #[must_use]
    pub fn category_by_role(&self, role: Role) -> Option<&Category> {
        self.category(&self.by_role(role)?.key)
    }

    /// Category columns, in filter order.
    pub fn categories(&self) -> impl Iterator<Item = (&Column, &Category)> {
        self.columns.iter().filter_map(|column| match &column.data {
            Data::Category(category) => Some((column, category)),
            _ => None,
        })
    }

    /// The time column.
    #[must_use]
    pub fn time(&self) -> Option<&Periods> {
        match &self.by_role(Role::Time)?.data {
            Data::Time(periods) => Some(periods),
            _ => None,
        }
    }

    /// The measure column.
    #[must_use]
    pub fn measure(&self) -> Option<&Figures> {
        match &self.by_role(Role::Measure)?.data {
            Data::Measure(figures) => Some(figures),
            _ => None,
        }
    }

    /// The row with this key.
    #[must_use]
    pub fn row(&self, key: &str) -> Option<usize> {
        self.keys.iter().position(|k| k == key)
    }

    /// First and last day of all rows.
    #[must_use]
    pub fn extent(&self) -> Option<(Day, Day)> {
        let time = self.time()?;
        Some((*time.first.iter().min()?, *time.last.iter().max()?))
    }
}
