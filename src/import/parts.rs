//! Tables of a zip file that are read together, each by itself and then as one or beside each other.

use super::among::own_table;
use super::archive::{Entry, Several};
use super::combine::{Others, combined};
use super::imported::Imported;
use super::open::Import;
use super::options::Options;
use super::plan::Plan;
use super::source::{Choices, Offered};
use crate::base::problem::{Problem, ProblemKind};
use crate::geo::Atlas;

/// What such a file has besides tables: a text about them is none, and nothing to be told.
const NO_TABLES: [ProblemKind; 3] = [ProblemKind::Prose, ProblemKind::NoTable, ProblemKind::NoRows];

/// Tables of a zip file that are being read.
#[derive(Debug)]
pub(super) struct Parts {
    bytes: Vec<u8>,
    /// Those to come, the next at the end.
    rest: Vec<Entry>,
    now: Option<(String, Box<Import>)>,
    done: Vec<(String, Imported)>,
    failed: Vec<Problem>,
    /// How each is read.
    options: Options,
    wanted: Option<String>,
    beside: Vec<Offered>,
    map: Option<Entry>,
}

impl Parts {
    pub(super) fn new(bytes: Vec<u8>, several: Several, options: &Options) -> Self {
        let Several { mut entries, wanted, beside, map } = several;
        entries.reverse();
        // What was changed of the columns of all is no plan of one, but what is wanted otherwise is wanted of each.
        let changed = |plan: &Plan| Plan { wanted: plan.wanted.clone(), ..Plan::default() };
        let options = Options {
            plan: options.plan.as_ref().map(changed),
            table: None,
            join: None,
            ..options.clone()
        };
        let (now, done, failed) = (None, Vec::new(), Vec::new());
        Self { bytes, rest: entries, now, done, failed, options, wanted, beside, map }
    }

    /// Reads a piece of the table under way, or begins the next; whether there is more.
    pub(super) fn step(&mut self) -> bool {
        if let Some((name, mut import)) = self.now.take() {
            match import.step() {
                Ok(true) => self.now = Some((name, import)),
                Ok(false) => match import.finish() {
                    Ok(imported) => self.done.push((name, imported)),
                    Err(problem) => self.failed.push(problem),
                },
                Err(problem) => self.failed.push(problem),
            }
            return true;
        }
        let Some(entry) = self.rest.pop() else { return false };
        let bytes = self.bytes.get(entry.from..entry.to).unwrap_or_default().to_vec();
        let name = entry.name.clone();
        let table = self.wanted.as_deref().and_then(|wanted| own_table(&name, wanted));
        let options = Options { table, ..self.options.clone() };
        self.now = Some((name, Box::new(Import::of_entry(bytes, entry, &options))));
        true
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
        if whole.told.tables.len() < 2 {
            (whole.told.table, whole.told.tables) = (None, Vec::new());
        }
        if let Some(entry) = self.map.take() {
            let (map, problem) = map(&self.bytes, entry, options);
            problem.into_iter().for_each(|problem| whole.findings.keep(problem));
            whole.atlas = whole.atlas.or(map);
        }
        Ok(whole)
    }
}

/// The map of an entry, and what is wrong with it: one that cannot be read costs the table nothing.
pub(super) fn map(
    bytes: &[u8],
    entry: Entry,
    options: &Options,
) -> (Option<Atlas>, Option<Problem>) {
    let bytes = bytes.get(entry.from..entry.to).unwrap_or_default().to_vec();
    let (lang, memory) = (options.lang, options.memory);
    let options = Options { lang, memory, ..Options::default() };
    match Import::of_entry(bytes, entry, &options).finish() {
        Ok(imported) => {
            let too_large = imported.findings.first(ProblemKind::MapTooLarge).cloned();
            (imported.atlas, too_large)
        }
        Err(problem) => (None, Some(problem)),
    }
}
