//! Tables of a zip file that are read together, each by itself and then as one or beside each other.

use std::collections::BTreeMap;

use super::among::own_table;
use super::archive::{Entry, Several};
use super::combine::{Others, combined};
use super::descriptor::TableEntry;
use super::imported::Imported;
use super::options::Options;
use super::plan::Plan;
use super::source::{Choices, Offered, Remark};
use crate::base::problem::{Problem, ProblemKind};

/// What such a file has besides tables: a text about them is none, and nothing to be told.
const NO_TABLES: [ProblemKind; 3] = [ProblemKind::Prose, ProblemKind::NoTable, ProblemKind::NoRows];

/// Tables of a zip file that are being read.
#[derive(Debug)]
pub(super) struct Parts {
    bytes: Vec<u8>,
    /// Those to come, the next at the end.
    rest: Vec<Entry>,
    done: Vec<(String, Imported)>,
    failed: Vec<Problem>,
    /// How each is read.
    options: Options,
    wanted: Option<String>,
    beside: Vec<Offered>,
    map: Option<Entry>,
    remarks: Vec<Remark>,
    described: BTreeMap<String, TableEntry>,
}

/// How one of several tables is read that are read together.
pub(super) fn one_of_many(options: &Options) -> Options {
    // What was changed of the columns of all is no plan of one, but what is wanted otherwise is wanted of each.
    let changed = |plan: &Plan| Plan { wanted: plan.wanted.clone(), ..Plan::default() };
    let plan = options.plan.as_ref().map(changed);
    Options { plan, table: None, join: None, ..options.clone() }
}

impl Parts {
    pub(super) fn new(bytes: Vec<u8>, several: Several, options: &Options) -> Self {
        let Several { mut entries, wanted, beside, map, remarks, described } = several;
        entries.reverse();
        let options = one_of_many(options);
        let (done, failed, rest) = (Vec::new(), Vec::new(), entries);
        Self { bytes, rest, done, failed, options, wanted, beside, map, remarks, described }
    }

    /// The next table that is to be read: its entry, its bytes, and how it is read.
    pub(super) fn next(&mut self) -> Option<(Entry, Vec<u8>, Options)> {
        let entry = self.rest.pop()?;
        let table = self.wanted.as_deref().and_then(|wanted| own_table(&entry.name, wanted));
        let options = Options { table, ..self.options.clone() };
        let described = self.described.get(&entry.name);
        let options = described.map_or_else(|| options.clone(), |own| own.options(&options));
        let bytes = self.bytes_of(&entry);
        Some((entry, bytes, options))
    }

    /// The map beside them, which is to be read once.
    pub(super) fn map(&mut self) -> Option<(Entry, Vec<u8>)> {
        let entry = self.map.take()?;
        let bytes = self.bytes_of(&entry);
        Some((entry, bytes))
    }

    fn bytes_of(&self, entry: &Entry) -> Vec<u8> {
        self.bytes.get(entry.from..entry.to).unwrap_or_default().to_vec()
    }

    /// Takes what an entry turned out to be.
    pub(super) fn take(&mut self, name: String, read: Result<Imported, Problem>) {
        match read {
            Ok(imported) => self.done.push((name, imported)),
            Err(problem) => self.failed.push(problem),
        }
    }

    /// What they are together; one that is none is named and left out.
    ///
    /// # Errors
    /// Not one of them is a table, or the whole is none.
    pub(super) fn combined(&mut self, options: &Options) -> Result<Imported, Problem> {
        if self.done.is_empty() && !self.failed.is_empty() {
            return Err(self.failed.swap_remove(0));
        }
        let choices = Choices {
            lang: options.lang.id().to_owned(),
            table: self.wanted.take(),
            join: options.join.clone(),
            ..Choices::default()
        };
        let mut done = std::mem::take(&mut self.done);
        if done.iter().any(|(_, part)| part.table.len > 0) {
            done.retain(|(_, part)| part.table.len > 0);
        }
        let mut whole = combined(done, &choices, Others::Offered)?;
        let told = self.failed.drain(..).filter(|problem| !NO_TABLES.contains(&problem.kind));
        told.for_each(|problem| whole.findings.keep(problem));
        whole.told.tables.append(&mut self.beside);
        whole.told.remarks.append(&mut self.remarks);
        if whole.told.tables.len() < 2 {
            (whole.told.table, whole.told.tables) = (None, Vec::new());
        }
        Ok(whole)
    }
}
