//! Data packages behind an address: which of their files a script is to fetch, and how these are read.

use wasm_bindgen::prelude::*;

use super::error::stopped;
use super::opened::OpenedTable;
use super::reader::{TableReader, options};
use super::wanted::read_choices;
use crate::base::problem::ProblemKind;
use crate::import::{Addressed, Findings, Import, Imported, Part};

/// A package whose descriptor is there.
#[wasm_bindgen]
pub struct PackageAt {
    package: Addressed,
    about: String,
    /// What could not be had of it.
    findings: Findings,
}

#[wasm_bindgen]
impl PackageAt {
    /// Reads a descriptor; `choices`, an `import::Choices` as JSON, may name the table.
    ///
    /// # Errors
    /// It is no descriptor, has no table, or a path leads out of its folder.
    #[wasm_bindgen(constructor)]
    pub fn new(about: String, choices: Option<String>) -> Result<Self, JsValue> {
        let wanted = read_choices(choices)?.table;
        let package = Addressed::read(&about, wanted.as_deref()).map_err(|p| stopped(&p))?;
        let findings = Findings::new(package.name());
        Ok(Self { package, about, findings })
    }

    /// The name of the table.
    #[must_use]
    pub fn name(&self) -> String {
        self.package.name().to_owned()
    }

    /// Whether the module for Parquet reads the table.
    #[wasm_bindgen(js_name = isTyped)]
    #[must_use]
    pub fn is_typed(&self) -> bool {
        self.package.is_typed()
    }

    /// Names and paths, one after the other, of the tables that are read together; none where one is read.
    #[must_use]
    pub fn own(&self) -> Vec<String> {
        let tables = self.package.own_tables().into_iter();
        tables.flat_map(|(name, path)| [name.to_owned(), path.to_owned()]).collect()
    }

    /// The path of the table's file from the descriptor's folder, or that of the map.
    #[must_use]
    pub fn path(&self, map: bool) -> Option<String> {
        self.package.path(part(map)).map(str::to_owned)
    }

    /// Begins to read the table's file, or the map's; what is handed over is as of [`TableReader::new`].
    ///
    /// # Errors
    /// Where the plan or the choices are none.
    pub fn reader(
        &self,
        map: bool,
        size: Option<f64>,
        plan: Option<String>,
        choices: Option<String>,
    ) -> Result<TableReader, JsValue> {
        let part = part(map);
        let options = self.package.options(part, &options(size, plan, choices)?);
        let path = self.package.path(part).unwrap_or_default();
        let import = match part {
            Part::Table => Import::called(path, self.package.name(), &options),
            Part::Map => Import::new(path, &options),
        };
        Ok(TableReader::of_package(import, self.package.arriving(part)))
    }

    /// Takes note that the map could not be had, which costs the table nothing.
    #[wasm_bindgen(js_name = lacksMap)]
    pub fn lacks_map(&mut self) {
        let path = self.package.path(Part::Map).unwrap_or_default().to_owned();
        self.findings.note(ProblemKind::NotBrought, None, None, path.as_bytes(), "");
    }

    /// The table as one of the package, with its map under it.
    #[must_use]
    pub fn complete(self, table: OpenedTable, map: Option<OpenedTable>) -> OpenedTable {
        let map = map.map(OpenedTable::into_inner);
        let mut whole = self.package.complete(table.into_inner(), map);
        let lacking = self.findings.kept().iter().cloned();
        lacking.for_each(|problem| whole.findings.keep(problem));
        OpenedTable::new(whole)
    }

    /// The package of tables that are read together, by their names and texts.
    #[must_use]
    pub fn whole(self, names: Vec<String>, texts: Vec<String>) -> OpenedTable {
        let tables: Vec<(String, String)> = names.into_iter().zip(texts).collect();
        OpenedTable::new(Imported::of_package(self.about, &tables, self.findings))
    }
}

const fn part(map: bool) -> Part {
    if map { Part::Map } else { Part::Table }
}
