//! Columns built row by row: codes widen as values appear, numbers carry what is missing, and what is finished is the
//! column itself, without a second copy of its rows.

mod codes;
mod interner;

use codes::CodesBuilder;
use interner::Interner;

use super::{Category, Column, Data, DaySpan, Dictionary, Entry, Figures, Floats, Keys, Numbers};
use super::{Periods, Role, Table};
use crate::base::lang::Bilingual;
use crate::base::order::Order;
use crate::base::problem::{Location, Problem, ProblemKind};

/// Why a value was not taken as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The bytes are not UTF-8.
    NotText,
    /// The text says nothing that the column can hold.
    Unreadable,
    /// The dictionary would pass 4 GiB of text.
    Full,
}

/// A column of text values, each distinct one kept once.
#[derive(Clone, Debug, Default)]
pub(crate) struct CategoryBuilder {
    codes: CodesBuilder,
    values: Interner,
}

impl CategoryBuilder {
    /// Adds a row; an empty text is no value.
    ///
    /// # Errors
    /// Where the bytes are not UTF-8: the row is added with what can be read of them. Where the dictionary is full: the
    /// row is added without a value.
    #[inline]
    pub(crate) fn push(&mut self, text: &[u8]) -> Result<(), Refused> {
        if text.is_empty() {
            self.codes.push(None);
            return Ok(());
        }
        match self.values.intern(text) {
            Ok(code) => {
                self.codes.push(Some(code));
                Ok(())
            }
            Err(refused) => {
                self.push_legible(text);
                Err(refused)
            }
        }
    }

    /// Adds a row with what can be read of its bytes.
    #[cold]
    fn push_legible(&mut self, text: &[u8]) {
        let legible = String::from_utf8_lossy(text);
        self.codes.push(self.values.intern(legible.as_bytes()).ok());
    }

    /// Adds a row without a value.
    pub(crate) fn push_none(&mut self) {
        self.codes.push(None);
    }

    /// Adds rows without a value, as many as are missing to that number.
    pub(crate) fn fill(&mut self, rows: usize) {
        self.codes.fill(rows);
    }

    /// Number of rows.
    #[must_use]
    pub(crate) const fn len(&self) -> usize {
        self.codes.len()
    }

    /// Number of distinct values.
    #[must_use]
    pub(crate) const fn distinct(&self) -> usize {
        self.values.len()
    }

    /// Makes room for this many more rows, as far as there is memory.
    pub(crate) fn reserve(&mut self, rows: usize) {
        self.codes.reserve(rows);
    }

    /// Bytes that so many rows take, and bytes that the dictionary will.
    #[must_use]
    pub(crate) const fn bytes(&self, rows: usize) -> (usize, usize) {
        (self.codes.bytes(rows), self.values.bytes())
    }

    /// The column; values stand in the dictionary in the order in which they came.
    #[must_use]
    pub(crate) fn finish(self) -> Category {
        let mut dictionary = Dictionary::default();
        for value in self.values.iter() {
            dictionary.intern(entry(value));
        }
        Category { codes: self.codes.finish(), dictionary }
    }

    /// The values as ids of the rows.
    ///
    /// # Errors
    /// Gives the builder back where a row has no value or shares one.
    pub(crate) fn into_keys(self) -> Result<Keys, Self> {
        if self.values.len() != self.codes.len() {
            return Err(self);
        }
        Ok(Keys::Given(self.values.iter().map(str::to_owned).collect()))
    }
}

/// Ids are shown with blanks for underscores, so a value that has underscores is named as it is.
pub(crate) fn entry(value: &str) -> Entry {
    let name = if value.contains('_') { Bilingual::same(value) } else { Bilingual::default() };
    Entry { id: value.to_owned(), name, parent: None, hue: None }
}

/// A column of numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct NumberBuilder {
    floats: Vec<f64>,
}

impl NumberBuilder {
    /// Adds a row; a number that is not finite is no value.
    #[inline]
    pub(crate) fn push(&mut self, number: Option<f64>) {
        grow(&mut self.floats);
        self.floats.push(number.unwrap_or(f64::NAN));
    }

    /// Adds rows without a value, as many as are missing to that number.
    pub(crate) fn fill(&mut self, rows: usize) {
        let more = rows.saturating_sub(self.floats.len());
        self.floats.reserve_exact(more);
        self.floats.resize(self.floats.len() + more, f64::NAN);
    }

    /// Number of rows.
    #[must_use]
    pub(crate) const fn len(&self) -> usize {
        self.floats.len()
    }

    /// Makes room for this many more rows, as far as there is memory.
    pub(crate) fn reserve(&mut self, rows: usize) {
        let _ = self.floats.try_reserve_exact(rows);
    }

    /// The column: figures that may all be added up.
    #[must_use]
    pub(crate) fn finish(mut self) -> Figures {
        self.floats.shrink_to_fit();
        Figures { values: Numbers::new(Floats::F64(self.floats)), ..Figures::default() }
    }
}

/// A column of time periods, each distinct text read once.
#[derive(Clone, Debug, Default)]
pub(crate) struct TimeBuilder {
    codes: CodesBuilder,
    texts: Interner,
    spans: Vec<Option<DaySpan>>,
}

impl TimeBuilder {
    /// Adds a row; `read` gives the period of a text that was not met before. An empty text is no value.
    ///
    /// # Errors
    /// Where the text is no period; the row is added without a value.
    #[inline]
    pub(crate) fn push(
        &mut self,
        text: &[u8],
        read: impl FnOnce(&[u8]) -> Option<DaySpan>,
    ) -> Result<(), Refused> {
        if text.is_empty() {
            self.codes.push(None);
            return Ok(());
        }
        let code = self.texts.intern(text);
        if let Ok(code) = code
            && code as usize == self.spans.len()
        {
            self.spans.push(read(text));
        }
        let is_period = |code: &u32| self.spans.get(*code as usize).is_some_and(Option::is_some);
        let known = code.ok().filter(is_period);
        self.codes.push(known);
        match (code, known) {
            (_, Some(_)) => Ok(()),
            (Ok(_), None) => Err(Refused::Unreadable),
            (Err(refused), None) => Err(refused),
        }
    }

    /// Adds rows without a value, as many as are missing to that number.
    pub(crate) fn fill(&mut self, rows: usize) {
        self.codes.fill(rows);
    }

    /// Makes room for this many more rows, as far as there is memory.
    pub(crate) fn reserve(&mut self, rows: usize) {
        self.codes.reserve(rows);
    }

    /// Bytes that so many rows take, and bytes that the dictionary will.
    #[must_use]
    pub(crate) const fn bytes(&self, rows: usize) -> (usize, usize) {
        (self.codes.bytes(rows), self.spans.len() * size_of::<DaySpan>())
    }

    /// The column: its periods in order, each once, however they were written.
    #[must_use]
    pub(crate) fn finish(self) -> Periods {
        let mut spans: Vec<DaySpan> = self.spans.iter().copied().flatten().collect();
        spans.sort_unstable();
        spans.dedup();
        let place = |span: DaySpan| u32::try_from(spans.binary_search(&span).ok()?).ok();
        let places: Vec<Option<u32>> = self.spans.iter().map(|s| s.and_then(place)).collect();
        let codes = self.codes.renumber(&places, spans.len());
        Periods::from_codes(codes, spans).unwrap_or_default()
    }
}

/// A table put together column by column.
#[derive(Clone, Debug, Default)]
pub(crate) struct TableBuilder {
    columns: Vec<Column>,
    keys: Keys,
}

impl TableBuilder {
    /// No columns yet.
    #[must_use]
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a column; search reads every text.
    pub(crate) fn add(&mut self, key: &str, name: Bilingual, role: Role, data: Data) -> &mut Self {
        let searched = matches!(data, Data::Category(_));
        let column = Column { name, searched, ..Column::new(key, role, data) };
        self.columns.push(column);
        self
    }

    /// Gives the last column its unit.
    pub(crate) fn unit(&mut self, unit: Option<String>) -> &mut Self {
        if let Some(column) = self.columns.last_mut() {
            column.unit = unit;
        }
        self
    }

    /// Adds a column that the file does not have, which says something of another one. Where the file has one of that
    /// key, it is given another.
    pub(crate) fn beside(&mut self, column: Column) -> &mut Self {
        self.columns.push(column);
        self
    }

    /// Gives columns that the file does not have a key that none of the file's has.
    fn name_apart(&mut self) {
        let has = |columns: &[Column], key: &str| columns.iter().filter(|c| c.key == key).count();
        for at in 0..self.columns.len() {
            if self.columns[at].of.is_none() {
                continue;
            }
            while has(&self.columns, &self.columns[at].key) > 1 {
                self.columns[at].key.push('#');
            }
        }
    }

    /// Names the rows.
    pub(crate) fn keys(&mut self, keys: Keys) -> &mut Self {
        self.keys = keys;
        self
    }

    /// The table.
    ///
    /// # Errors
    /// Where two columns share a key, or a column has another number of rows than the first.
    pub(crate) fn finish(mut self) -> Result<Table, Problem> {
        self.name_apart();
        let rows = |data: &Data| match data {
            Data::Category(category) => category.codes.len(),
            Data::Time(periods) => periods.codes().len(),
            Data::Measure(figures) => figures.values.len(),
        };
        let keys = match &self.keys {
            Keys::Given(keys) => Some(keys.len()),
            Keys::Numbered => None,
        };
        let len = keys.or_else(|| self.columns.first().map(|c| rows(&c.data))).unwrap_or(0);
        let mut sorted: Vec<&str> = self.columns.iter().map(|column| &*column.key).collect();
        sorted.order();
        let twice = sorted.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0]);
        for column in &self.columns {
            let problem = |kind, found: String, expected: String| {
                let at = Location { column: Some(column.key.clone()), ..Location::default() };
                Err(Problem { kind, at, found, expected })
            };
            if twice == Some(&*column.key) {
                return problem(ProblemKind::DuplicateId, column.key.clone(), String::new());
            }
            let own = rows(&column.data);
            if own != len {
                return problem(ProblemKind::RaggedRow, own.to_string(), len.to_string());
            }
        }
        Ok(Table { len, columns: self.columns, keys: self.keys })
    }
}

/// Grows by an eighth where the room is used up: doubling would leave half of a large column empty. A short one doubles,
/// since there may be thousands beside it.
#[inline]
fn grow<T>(rows: &mut Vec<T>) {
    if rows.len() == rows.capacity() {
        rows.reserve_exact((rows.len() / 8).max(rows.len().clamp(16, 1024)));
    }
}

#[cfg(test)]
mod tests;
