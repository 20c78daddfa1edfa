//! A data package of which only the descriptor is there, as behind an address: which of its files are to be fetched, what
//! it says of them, and whether what comes is what it speaks of.

use sha2::{Digest, Sha256};

use super::described::Described;
use super::descriptor::{Descriptor, TableEntry};
use super::fit::hexadecimal;
use super::formats::is_table_name;
use super::imported::Imported;
use super::resource_choice::{self, Chosen};
use super::resources::{self, DESCRIPTOR};
use super::{Findings, Options};
use crate::base::problem::{Location, Problem, ProblemKind};

/// A package behind an address, and what of it is read.
#[derive(Debug)]
pub struct Addressed {
    package: Descriptor,
    chosen: Chosen,
    is_asked: bool,
}

/// What files of a package are fetched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The table.
    Table,
    /// The map of its areas.
    Map,
}

impl Addressed {
    /// Reads a descriptor; `wanted` names the table, where one is chosen. Without a choice a table in Parquet goes first,
    /// since that is what packages behind addresses are made of.
    ///
    /// # Errors
    /// It is no descriptor, has no table, or a path leaves its folder or would be another file's address.
    pub fn read(text: &str, wanted: Option<&str>) -> Result<Self, Problem> {
        let package = Descriptor::read(text)?;
        let paths = || package.resources.iter().flat_map(|entry| entry.path.all());
        if let Some(path) = paths().find(|path| path.contains(['?', '#'])) {
            let kind = ProblemKind::OutsidePackage;
            return Err(resources::problem(kind, None, path.clone(), "<name>.csv"));
        }
        let is_readable =
            |entry: &&TableEntry| entry.path.all().iter().any(|path| is_table_name(path));
        let has_readable = package.resources.iter().any(|entry| is_readable(&entry));
        let size = |entry: &TableEntry| {
            let is_here = !entry.path.all().is_empty() && (!has_readable || is_readable(&entry));
            is_here.then(|| entry.described.bytes.unwrap_or(0))
        };
        let sizes: Vec<Option<u64>> = package.resources.iter().map(size).collect();
        let is_asked = wanted.is_some();
        let first_typed = package.resources.iter().find(|entry| entry.is_parquet());
        let wanted = wanted.or_else(|| first_typed.map(|entry| entry.name.as_str()));
        let chosen = resource_choice::choose(&package, &sizes, wanted)
            .ok_or_else(|| resource_choice::no_table(&package, &Findings::new(DESCRIPTOR)))?;
        Ok(Self { package, chosen, is_asked })
    }

    fn entry(&self, part: Part) -> Option<&TableEntry> {
        let at = match part {
            Part::Table => Some(self.chosen.table),
            Part::Map => self.chosen.map,
        };
        self.package.resources.get(at?)
    }

    /// The name of the table.
    #[must_use]
    pub fn name(&self) -> &str {
        self.entry(Part::Table).map_or("", |entry| &entry.name)
    }

    /// Whether the table is of a format that another module reads.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        self.entry(Part::Table).is_some_and(TableEntry::is_parquet)
    }

    /// The path of a part's file from the descriptor's folder; of several that make up a table the first, as in a zip file.
    #[must_use]
    pub fn path(&self, part: Part) -> Option<&str> {
        self.entry(part)?.path.all().first().map(String::as_str)
    }

    /// The tables of a package of the explorer's own form by their names and paths, which are read together unless one is
    /// asked for; none of another.
    #[must_use]
    pub fn own_tables(&self) -> Vec<(&str, &str)> {
        if self.is_asked || !self.package.is_own() {
            return Vec::new();
        }
        let all = self.package.resources.iter();
        all.flat_map(|entry| entry.path.all().iter().map(|path| (&*entry.name, &**path))).collect()
    }

    /// The options with what the descriptor says of a part.
    #[must_use]
    pub fn options(&self, part: Part, options: &Options) -> Options {
        self.entry(part).map_or_else(|| options.clone(), |entry| entry.options(options))
    }

    /// A look at the bytes of a part's file as they come.
    #[must_use]
    pub fn arriving(&self, part: Part) -> Arriving {
        let described = self.entry(part).map(|entry| entry.described.clone()).unwrap_or_default();
        let wants_hash = described.sha256().is_some();
        Arriving { described, bytes: 0, hash: wants_hash.then(Sha256::new) }
    }

    /// Tells of a table that was read which one it is of the package, and lays the map under it.
    #[must_use]
    pub fn complete(self, mut table: Imported, map: Option<Imported>) -> Imported {
        let Chosen { offered, .. } = self.chosen;
        if offered.len() > 1 {
            let name = self.package.resources[self.chosen.table].name.clone();
            let is_part = |own: &str| super::stack::place(&name, own).is_some();
            let shown = table.told.table.take().filter(|own| is_part(own));
            let parts = std::mem::take(&mut table.told.tables);
            (table.told.table, table.told.tables) = (Some(name.clone()), offered);
            // Tables below each other in its file stand in its place.
            if let Some(shown) = shown
                && parts.iter().all(|part| is_part(&part.name))
            {
                table.told.add_tables(shown, parts);
            }
        }
        if let Some(map) = map {
            let told = [ProblemKind::MapTooLarge, ProblemKind::OtherThanDescribed];
            let kept = map.findings.kept().iter().filter(|problem| told.contains(&problem.kind));
            kept.cloned().for_each(|problem| table.findings.keep(problem));
            table.atlas = table.atlas.or(map.atlas);
        }
        table
    }
}

/// The bytes of a file as they come, compared with what the package says of it.
#[derive(Debug)]
pub struct Arriving {
    described: Described,
    bytes: u64,
    hash: Option<Sha256>,
}

impl Arriving {
    /// Takes the next bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        if let Some(hash) = &mut self.hash {
            hash.update(bytes);
        }
    }

    /// Notes what is not as the package says: its hash, or else its size, or else the number of rows.
    pub fn judge(self, read: &mut Imported) {
        let Self { described, bytes, hash } = self;
        let rows = described.rows.filter(|_| has_rows_of_file(read));
        let hash = described.sha256().zip(hash.map(|hash| hexadecimal(&hash.finalize())));
        let (found, expected) = match (hash, described.bytes, rows) {
            (Some((wanted, found)), ..) if !wanted.eq_ignore_ascii_case(&found) => {
                (format!("sha256:{found}"), format!("sha256:{wanted}"))
            }
            (None, Some(wanted), _) if wanted != bytes => {
                (format!("{bytes} B"), format!("{wanted} B"))
            }
            (None, None, Some(wanted)) if wanted != read.table.len as u64 => {
                (read.table.len.to_string(), wanted.to_string())
            }
            _ => return,
        };
        // Whole, so that whoever looks after the package can copy what it should say.
        let at = Location { table: read.findings.name().to_owned(), ..Location::default() };
        let kind = ProblemKind::OtherThanDescribed;
        read.findings.keep(Problem { kind, at, found, expected });
    }
}

/// Whether a table has a row for each of its file.
fn has_rows_of_file(read: &Imported) -> bool {
    let layout = &read.plan.layout;
    layout.wide.is_none() && layout.turned.is_none() && read.plan.notes.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Import;

    const CSV: &str = "area,rate\nAld,1\nBrack,2\nCay,3\n";
    const MAP: &str = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"Ald"},"geometry":{"type":"Point","coordinates":[1,2]}},
        {"type":"Feature","properties":{"name":"Brack"},"geometry":{"type":"Point","coordinates":[2,2]}},
        {"type":"Feature","properties":{"name":"Cay"},"geometry":{"type":"Point","coordinates":[3,2]}}]}"#;

    fn about(table: &str, map: &str) -> String {
        format!(
            r#"{{"resources":[{{"name":"areas","path":"map/areas.geojson"{map}}},
            {{"name":"readme","path":"readme.md","bytes":99999}},
            {{"name":"rates","path":"rates.csv"{table}}},{{"name":"more","path":"b.csv","bytes":1}}]}}"#
        )
    }

    /// Reads a part as a script does that fetches it.
    fn read(package: &Addressed, part: Part, text: &str) -> Imported {
        let options = package.options(part, &Options::default());
        let path = package.path(part).unwrap();
        let mut import = match part {
            Part::Table => Import::called(path, package.name(), &options),
            Part::Map => Import::new(path, &options),
        };
        let mut arriving = package.arriving(part);
        for bytes in text.as_bytes().chunks(7) {
            arriving.feed(bytes);
            import.feed(bytes).unwrap();
        }
        let mut imported = import.finish().unwrap();
        arriving.judge(&mut imported);
        imported
    }

    fn whole(about: &str, wanted: Option<&str>) -> Imported {
        let package = Addressed::read(about, wanted).unwrap();
        let text = |part: Part| {
            let path = package.path(part)?;
            Some(if path.ends_with("csv") { CSV } else { MAP })
        };
        let table = read(&package, Part::Table, text(Part::Table).unwrap());
        let map = text(Part::Map).map(|text| read(&package, Part::Map, text));
        package.complete(table, map)
    }

    #[test]
    fn the_map_of_a_package_lies_under_its_table_and_its_tables_are_offered() {
        let read = whole(&about(r#","bytes":30"#, ""), None);
        assert_eq!((read.table.len, read.findings.count()), (3, 0));
        assert_eq!(read.atlas.map(|atlas| atlas.features.len()), Some(3));
        let names: Vec<&str> = read.told.tables.iter().map(|own| own.name.as_str()).collect();
        assert_eq!(
            (names, read.told.table.as_deref()),
            (vec!["areas", "rates", "more"], Some("rates"))
        );
        let map = whole(&about("", ""), Some("areas"));
        assert_eq!((map.table.len, map.atlas.is_some()), (3, true));
        assert_eq!(map.told.table.as_deref(), Some("areas"));
    }

    #[test]
    fn what_comes_is_compared_with_what_the_package_says() {
        let hash = hexadecimal(&Sha256::digest(CSV));
        let sound = format!(r#","hash":"sha256:{}","rows":7,"bytes":1"#, hash.to_uppercase());
        assert_eq!(
            whole(&about(&sound, r#","bytes":"many","rows":-1,"hash":5"#), Some("rates"))
                .findings
                .count(),
            0
        );
        for (table, found, expected) in [
            (r#","hash":"sha256:00""#, format!("sha256:{hash}"), "sha256:00"),
            (r#","hash":"d41d8cd9","bytes":5"#, "30 B".to_owned(), "5 B"),
            (r#","rows":4"#, "3".to_owned(), "4"),
        ] {
            let read = whole(&about(table, ""), Some("rates"));
            let problem = read.findings.first(ProblemKind::OtherThanDescribed).unwrap();
            assert_eq!((&problem.found, problem.expected.as_str()), (&found, expected));
        }
        let read = whole(&about("", r#","rows":4"#), Some("rates"));
        assert!(read.atlas.is_some());
        let of_map = read.findings.first(ProblemKind::OtherThanDescribed).unwrap();
        assert_eq!(of_map.at.table, "map/areas.geojson");
    }

    #[test]
    fn parquet_goes_first_and_what_would_be_another_address_is_refused() {
        let text = r#"{"resources":[{"name":"a","path":"a.csv"},{"name":"b","path":["b.parquet"]},{"name":"m","path":"m.geojson"}]}"#;
        let package = Addressed::read(text, None).unwrap();
        assert_eq!(
            (package.name(), package.is_typed(), package.path(Part::Map)),
            ("b", true, Some("m.geojson"))
        );
        let package = Addressed::read(text, Some("a")).unwrap();
        assert_eq!((package.name(), package.is_typed()), ("a", false));
        assert_eq!(Addressed::read(text, Some("c")).unwrap_err().kind, ProblemKind::NoTable);
        for path in ["a.csv?b", "a#b.csv", "../a.csv", "https://example.com/a.csv"] {
            let text = format!(r#"{{"resources":[{{"name":"a","path":"{path}"}}]}}"#);
            assert_eq!(Addressed::read(&text, None).unwrap_err().found, path);
        }
        assert!(Addressed::read(r#"{"resources":[{"name":"a","data":[1]}]}"#, None).is_err());
    }
}
