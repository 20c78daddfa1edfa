//! Tables and their columns.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Bitmap, Codes, Dictionary, Numbers, Periods};
use crate::base::date::Day;
use crate::base::lang::Bilingual;

/// What a column is for. Views choose columns by this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The figure that is to be reached: what `Done` is done of.
    Target,
    /// How much of the target is done.
    Done,
    /// How long the row's period is, where not all are alike: rows of unlike lengths are no one series.
    Grain,
    /// Free text of each row, such as a printed figure: searched, no filter.
    Text,
}

impl Role {
    /// Whether the column holds numbers.
    #[must_use]
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Measure | Self::Target | Self::Done)
    }
}

/// A named column.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Column {
    /// Key, used in links and filters.
    pub key: String,
    /// Name to show; empty where the i18n catalog has the word.
    pub name: Bilingual,
    /// What it is for.
    pub role: Role,
    /// Whether free-text search reads its values.
    pub searched: bool,
    /// Unit of its numbers, as the file words it, where that is known.
    pub unit: Option<String>,
    /// Key of the column that this one says something of: how its figures are meant, how long its periods are.
    pub of: Option<String>,
    /// Its values.
    pub data: Data,
}

impl Column {
    /// A column that search does not read, named by the i18n catalog or, failing that, by its key.
    #[must_use]
    pub fn new(key: &str, role: Role, data: Data) -> Self {
        Self {
            key: key.to_owned(),
            name: Bilingual::default(),
            role,
            searched: false,
            unit: None,
            of: None,
            data,
        }
    }

    /// The same column, read by free-text search.
    #[must_use]
    pub fn searched(self) -> Self {
        Self { searched: true, ..self }
    }
}

/// A column's values, one a row.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Data {
    /// Codes into a dictionary.
    Category(Category),
    /// First and last days.
    Time(Periods),
    /// Numbers.
    Measure(Figures),
}

/// Codes into a dictionary.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Category {
    /// One code a row.
    pub codes: Codes,
    /// What the codes mean.
    pub dictionary: Dictionary,
}

impl Category {
    /// The row's code, `None` where it has no value.
    #[must_use]
    pub fn code(&self, row: usize) -> Option<u32> {
        self.codes.code(row)
    }

    /// The codes that some rows have, ascending, and how many rows have each.
    #[must_use]
    pub fn counts(&self, rows: impl Iterator<Item = usize>) -> Vec<(u32, usize)> {
        let mut counts = vec![0; self.dictionary.len()];
        for code in rows.filter_map(|row| self.code(row)) {
            counts[code as usize] += 1;
        }
        (0..).zip(counts).filter(|(_, n)| *n > 0).collect()
    }

    /// What the row says.
    #[must_use]
    pub fn entry(&self, row: usize) -> Option<&super::Entry> {
        self.dictionary.get(self.code(row)?)
    }
}

/// Figures in the base unit of their kind.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Figures {
    /// The value of each row.
    pub values: Numbers,
    /// Rows that may be added up: amounts that are facts, not rates, shares or targets. `None` where every row may.
    pub additive: Option<Bitmap>,
    /// The row whose total a row is a part of. `None` where no row is part of another.
    pub part_of: Option<Vec<Option<u32>>>,
}

impl Figures {
    /// The exact value, for arithmetic and words.
    #[must_use]
    pub fn exact(&self, row: usize) -> Option<Decimal> {
        self.values.exact(row)
    }

    /// The value as a binary float, for positions on a scale.
    #[must_use]
    pub fn float(&self, row: usize) -> Option<f64> {
        self.values.get(row)
    }

    /// Whether the row may be added up.
    #[must_use]
    pub fn is_additive(&self, row: usize) -> bool {
        self.additive.as_ref().is_none_or(|set| set.contains(row))
    }

    /// The row whose total this one is a part of.
    #[must_use]
    pub fn whole(&self, row: usize) -> Option<usize> {
        self.part_of.as_ref()?.get(row).copied().flatten().map(|whole| whole as usize)
    }
}

/// One stable id a row, used in links.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Keys {
    /// Ids that the data gives.
    Given(Vec<String>),
    /// The row's number counted from 1, where the data gives none.
    #[default]
    Numbered,
}

/// An immutable table.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Table {
    /// Number of rows.
    pub len: usize,
    /// Columns; filters are shown in this order.
    pub columns: Vec<Column>,
    /// One stable id a row, used in links.
    pub keys: Keys,
}

impl Table {
    /// The same columns and dictionaries with no row. Dictionaries of free text, which nothing but rows needs, are left
    /// out.
    #[must_use]
    pub fn head(&self) -> Self {
        let data = |column: &Column| match &column.data {
            Data::Category(_) if column.role == Role::Text => Data::Category(Category::default()),
            Data::Category(category) => {
                let dictionary = category.dictionary.clone();
                Data::Category(Category { codes: Codes::default(), dictionary })
            }
            Data::Time(periods) => Data::Time(periods.head()),
            Data::Measure(_) => Data::Measure(Figures::default()),
        };
        let head = |column: &Column| Column {
            key: column.key.clone(),
            name: column.name.clone(),
            role: column.role,
            searched: column.searched,
            unit: column.unit.clone(),
            of: column.of.clone(),
            data: data(column),
        };
        Self { len: 0, columns: self.columns.iter().map(head).collect(), keys: Keys::Numbered }
    }

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

    /// The column that says how the figures of another are meant.
    #[must_use]
    pub fn marks_of(&self, key: &str) -> Option<&Column> {
        let mut marks = self.columns.iter().filter(|column| column.role == Role::Qualifier);
        marks.find(|column| column.of.as_deref() == Some(key))
    }

    /// The first category column of a role.
    #[must_use]
    pub fn category_by_role(&self, role: Role) -> Option<&Category> {
        self.category(&self.by_role(role)?.key)
    }

    /// Category columns, in filter order; free text is none.
    pub fn categories(&self) -> impl Iterator<Item = (&Column, &Category)> {
        self.columns.iter().filter(|column| column.role != Role::Text).filter_map(|column| {
            match &column.data {
                Data::Category(category) => Some((column, category)),
                _ => None,
            }
        })
    }

    /// Whether any column has values that stand for others of it.
    #[must_use]
    pub fn has_totals(&self) -> bool {
        self.categories().any(|(_, category)| !category.dictionary.totals().is_empty())
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

    /// The row's key.
    #[must_use]
    pub fn key(&self, row: usize) -> Option<Cow<'_, str>> {
        match &self.keys {
            Keys::Given(keys) => keys.get(row).map(|key| Cow::Borrowed(key.as_str())),
            Keys::Numbered => (row < self.len).then(|| Cow::Owned((row + 1).to_string())),
        }
    }

    /// The row with this key.
    #[must_use]
    pub fn row(&self, key: &str) -> Option<usize> {
        match &self.keys {
            Keys::Given(keys) => keys.iter().position(|k| k == key),
            Keys::Numbered => key.parse::<usize>().ok()?.checked_sub(1).filter(|&r| r < self.len),
        }
    }

    /// Category columns that free-text search reads.
    pub fn searched(&self) -> impl Iterator<Item = &Category> {
        self.columns.iter().filter(|column| column.searched).filter_map(|column| {
            match &column.data {
                Data::Category(category) => Some(category),
                _ => None,
            }
        })
    }

    /// Measure columns, in order.
    pub fn measures(&self) -> impl Iterator<Item = (&Column, &Figures)> {
        self.columns.iter().filter_map(|column| match &column.data {
            Data::Measure(figures) => Some((column, figures)),
            _ => None,
        })
    }

    /// First and last day of all periods that the time column knows.
    #[must_use]
    pub fn extent(&self) -> Option<(Day, Day)> {
        let spans = self.time()?.spans();
        Some((spans.iter().map(|s| s.first).min()?, spans.last()?.last))
    }
}
