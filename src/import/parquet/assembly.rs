//! Batches of rows, of one part or of several → columns.

use arrow_array::RecordBatch;
use arrow_schema::{DataType, Schema};

use super::cells::{Kind, append};
use super::flat;
use super::growing::Growing;
use super::problem;
use super::wanted::Wanted;
use crate::base::problem::{Problem, ProblemKind};
use crate::column::Floats;
use crate::import::typed::TypedColumn;

/// What a column may hold, for a reader who is told that one does not.
const TYPES: &str = "text, boolean, number, decimal, date or timestamp";

/// Columns under construction.
#[derive(Debug)]
pub(super) struct Assembly {
    wanted: Wanted,
    columns: Vec<(String, Growing)>,
    /// Names of all columns met, wanted or not.
    met: Vec<String>,
    rows: usize,
    problems: Vec<Problem>,
}

impl Assembly {
    pub(super) const fn new(wanted: Wanted) -> Self {
        Self { wanted, columns: Vec::new(), met: Vec::new(), rows: 0, problems: Vec::new() }
    }

    pub(super) const fn wanted(&self) -> &Wanted {
        &self.wanted
    }

    /// Bytes the columns take.
    pub(super) fn bytes(&self) -> usize {
        self.columns.iter().map(|(_, column)| column.bytes()).sum()
    }

    /// Bytes that a row takes at most, its share of distinct texts apart.
    pub(super) fn widest_row(&self) -> u64 {
        let width = |column: &Growing| match column {
            Growing::Text(_) | Growing::Dates(_) | Growing::Numbers(Floats::F32(_)) => 4,
            Growing::Numbers(Floats::F64(_)) => 8,
        };
        self.columns.iter().map(|(_, column)| width(column)).sum()
    }

    /// Declares a file's columns, so that they stand in its order and are there without a row too. Those of types that
    /// are no cell are reported once and left out.
    pub(super) fn declare(&mut self, file: &str, schema: &Schema) {
        for (name, of) in schema.fields().iter().flat_map(|field| flat::fields(field)) {
            self.meet(&name);
            let known = self.columns.iter().any(|(known, _)| *known == name);
            if known || !self.wanted.reads(&name) {
                continue;
            }
            match Kind::of(&of) {
                Some(kind) => self.start(&name, kind),
                None => self.refuse(file, &name, &of),
            }
        }
    }

    /// Declares columns that are not in the files but whose values their paths give.
    pub(super) fn declare_partition(&mut self, name: &str) {
        self.meet(name);
        let known = self.columns.iter().any(|(known, _)| known == name);
        if !known && self.wanted.reads(name) {
            self.start(name, Kind::Text);
        }
    }

    fn meet(&mut self, name: &str) {
        if !self.met.iter().any(|met| met == name) {
            self.met.push(name.to_owned());
        }
    }

    fn start(&mut self, name: &str, kind: Kind) {
        let mut column = kind.start();
        column.push_none(self.rows);
        self.columns.push((name.to_owned(), column));
    }

    fn refuse(&mut self, file: &str, name: &str, data_type: &DataType) {
        let is_said = |p: &Problem| p.at.column.as_deref() == Some(name);
        if !self.problems.iter().any(is_said) {
            let kind = ProblemKind::UnsupportedColumn;
            self.problems.push(problem(kind, (file, Some(name)), data_type, TYPES));
        }
    }

    /// Adds the rows of a batch that meet every condition. `shared` are values that all of them have.
    ///
    /// # Errors
    /// A column holds another kind than in the files before.
    pub(super) fn append(
        &mut self,
        file: &str,
        batch: &RecordBatch,
        shared: &[(String, Option<String>)],
    ) -> Result<(), Problem> {
        self.append_shared(batch.num_rows(), shared);
        let (start, end) = (self.rows, self.rows + batch.num_rows());
        let arrays = flat::columns(batch);
        for (name, column) in &mut self.columns {
            let is_shared = shared.iter().any(|(key, _)| key == name);
            let array = arrays.iter().find(|(of, _)| of == name).map(|(_, array)| array);
            if let Some(array) = array.filter(|_| !is_shared) {
                append(column, array).ok_or_else(|| {
                    let (kind, found) = (ProblemKind::MixedTypes, array.data_type());
                    problem(kind, (file, Some(name)), found, "")
                })?;
            }
            column.push_none(end.saturating_sub(column.len()));
        }
        let mut kept: Option<Vec<bool>> = None;
        for (name, column) in &self.columns {
            let Some(condition) = self.wanted.conditions.get(name) else { continue };
            let met = column.matching(start, condition);
            match &mut kept {
                None => kept = Some(met),
                Some(kept) => kept.iter_mut().zip(met).for_each(|(kept, met)| *kept &= met),
            }
        }
        self.rows = end;
        if let Some(kept) = kept.filter(|kept| kept.contains(&false)) {
            self.columns.iter_mut().for_each(|(_, column)| column.retain(start, &kept));
            self.rows = start + kept.iter().filter(|&&kept| kept).count();
        }
        Ok(())
    }

    fn append_shared(&mut self, rows: usize, shared: &[(String, Option<String>)]) {
        for (name, value) in shared {
            let column = self.columns.iter_mut().find(|(known, _)| known == name);
            if let Some((_, Growing::Text(text))) = column {
                let code = value.as_deref().map(|value| text.code(value));
                (0..rows).for_each(|_| text.push(code));
            }
        }
    }

    /// The wanted columns, their number of rows, and what was left out.
    ///
    /// # Errors
    /// A column that is wanted, or that a condition is on, stands in no file or is of a type that is no cell.
    pub(super) fn finish(
        mut self,
        file: &str,
    ) -> Result<(Vec<TypedColumn>, usize, Vec<Problem>), Problem> {
        let mut conditions = self.wanted.conditions.keys();
        let unknown = self.wanted.columns.iter().flatten().find(|name| !self.met.contains(name));
        let unread = conditions.find(|name| !self.columns.iter().any(|(c, _)| c == *name));
        if let Some(name) = unknown.or(unread) {
            let kind = ProblemKind::MissingColumn;
            return Err(problem(kind, (file, Some(name)), "", &self.met.join(", ")));
        }
        if self.columns.is_empty() && !self.problems.is_empty() {
            // There are columns, and nothing in them is a cell.
            let names: Vec<&str> =
                self.problems.iter().filter_map(|problem| problem.at.column.as_deref()).collect();
            return Err(problem(
                ProblemKind::UnsupportedColumn,
                (file, None),
                names.join(", "),
                "",
            ));
        }
        self.columns.retain(|(name, _)| self.wanted.has(name));
        let finish =
            |(name, column): (String, Growing)| TypedColumn { name, cells: column.finish() };
        Ok((self.columns.into_iter().map(finish).collect(), self.rows, self.problems))
    }
}
