//! A cursor over one table's rows that reads typed cells and reports what it cannot read.

use rust_decimal::Decimal;

use super::report;
use crate::base::date::PartialDate;
use crate::base::lang::Bilingual;
use crate::base::problem::{Location, Problem, ProblemKind};
use crate::base::text_table::{TextRow, TextTable};
use crate::model::schema::TableSchema;
use crate::model::{Id, Record, Register};

/// A table opened for reading; empty if it or one of its columns is missing.
pub(super) struct Cursor<'a> {
    name: &'static str,
    table: Option<&'a TextTable>,
}

impl<'a> Cursor<'a> {
    pub(super) fn open(
        schema: TableSchema,
        table: Option<&'a TextTable>,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let at = |column: Option<&str>| Location {
            table: schema.name.into(),
            row: None,
            column: column.map(Into::into),
        };
        let Some(found) = table else {
            report(
                problems,
                ProblemKind::MissingTable,
                at(None),
                "",
                format!("{}.csv", schema.name),
            );
            return Self { name: schema.name, table: None };
        };
        let missing: Vec<_> =
            schema.required().filter(|column| found.column(column).is_none()).collect();
        for column in &missing {
            let have = found.columns.join(", ");
            report(problems, ProblemKind::MissingColumn, at(Some(column)), have, *column);
        }
        Self { name: schema.name, table: table.filter(|_| missing.is_empty()) }
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'a>> + use<'a> {
        let name = self.name;
        self.table
            .into_iter()
            .flat_map(move |table| table.rows.iter().map(move |row| Row { name, table, row }))
    }
}

/// One row; every reader reports to `problems` and gives `None` (or a default) where the cell is unsound.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    name: &'static str,
    table: &'a TextTable,
    row: &'a TextRow,
}

impl<'a> Row<'a> {
    pub(super) fn line(&self) -> usize {
        self.row.line
    }

    pub(super) fn at(&self, column: &str) -> Location {
        Location { table: self.name.into(), row: Some(self.row.line), column: Some(column.into()) }
    }

    /// The cell's text without surrounding blanks; empty where the column is absent.
    pub(super) fn text(&self, column: &str) -> &'a str {
        let at = self.table.column(column);
        at.and_then(|i| self.row.cells.get(i)).map_or("", |cell| cell.trim())
    }

    pub(super) fn bilingual(&self, stem: &str) -> Bilingual {
        Bilingual::new(self.text(&format!("{stem}_zh")), self.text(&format!("{stem}_en")))
    }

    pub(super) fn required(&self, column: &str, problems: &mut Vec<Problem>) -> Option<&'a str> {
        let text = self.text(column);
        if text.is_empty() {
            report(problems, ProblemKind::EmptyCell, self.at(column), "", "");
            return None;
        }
        Some(text)
    }

    pub(super) fn number(&self, column: &str, problems: &mut Vec<Problem>) -> Option<Decimal> {
        let text = self.required(column, problems)?;
        let number = text.parse::<Decimal>().or_else(|_| Decimal::from_scientific(text));
        if number.is_err() {
            report(problems, ProblemKind::NotANumber, self.at(column), text, "123.45");
        }
        number.ok()
    }

    /// A place in an order, counted from 1.
    pub(super) fn ordinal(&self, column: &str, problems: &mut Vec<Problem>) -> Option<u32> {
        let number = self.number(column, problems)?;
        let whole = u32::try_from(number).ok().filter(|&n| n > 0 && Decimal::from(n) == number);
        if whole.is_none() {
            let at = self.at(column);
            report(problems, ProblemKind::NotANumber, at, number.to_string(), "1, 2, 3");
        }
        whole
    }

    /// `Ok(None)` for an empty cell, `Err(())` for one that is no date (reported).
    pub(super) fn date(
        &self,
        column: &str,
        problems: &mut Vec<Problem>,
    ) -> Result<Option<PartialDate>, ()> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| {
            let expected = "YYYY | YYYY-MM | YYYY-MM-DD";
            report(problems, ProblemKind::BadDate, self.at(column), text, expected);
        })
    }

    /// A word of a vocabulary.
    pub(super) fn word<T>(
        &self,
        column: &str,
        from_id: impl Fn(&str) -> Option<T>,
        expected: impl Fn() -> String,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        let text = self.text(column);
        let word = from_id(text);
        if word.is_none() {
            report(problems, ProblemKind::OutsideVocabulary, self.at(column), text, expected());
        }
        word
    }

    /// A word of a vocabulary, or nothing: of an empty cell and of one outside the vocabulary (reported).
    pub(super) fn optional_word<T>(
        &self,
        column: &str,
        from_id: impl Fn(&str) -> Option<T>,
        expected: impl Fn() -> String,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        match self.text(column) {
            "" => None,
            _ => self.word(column, from_id, expected, problems),
        }
    }

    /// A reference that must resolve.
    pub(super) fn reference<T: Record>(
        &self,
        column: &str,
        register: &Register<T>,
        target: &str,
        problems: &mut Vec<Problem>,
    ) -> Option<Id<T>> {
        let id = self.required(column, problems)?;
        let found = register.find(id);
        if found.is_none() {
            report(problems, ProblemKind::UnknownReference, self.at(column), id, target);
        }
        found
    }

    /// A reference that may be empty: `Ok(None)` then, `Err(())` where it does not resolve (reported).
    pub(super) fn optional_reference<T: Record>(
        &self,
        column: &str,
        register: &Register<T>,
        target: &str,
        problems: &mut Vec<Problem>,
    ) -> Result<Option<Id<T>>, ()> {
        if self.text(column).is_empty() {
            return Ok(None);
        }
        self.reference(column, register, target, problems).map(Some).ok_or(())
    }

    /// Inserts the record, or reports that its id is taken.
    pub(super) fn insert<T: Record>(
        &self,
        register: &mut Register<T>,
        record: T,
        problems: &mut Vec<Problem>,
    ) -> Option<Id<T>> {
        let id = record.id().to_owned();
        if register.insert(record) {
            return register.find(&id);
        }
        report(problems, ProblemKind::DuplicateId, self.at("id"), id, "");
        None
    }
}
