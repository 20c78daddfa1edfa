//! Which table of a data package is read, and which map lies beside it: the same of one in a zip file and of one behind an
//! address.

use std::cmp::Reverse;

use super::Findings;
use super::descriptor::{Descriptor, TableEntry};
use super::formats::is_map_file;
use super::resources::DESCRIPTOR;
use super::source::Offered;
use super::stack;
use crate::base::problem::{Problem, ProblemKind};

/// What is read of a package: places among its resources.
#[derive(Debug)]
pub(super) struct Chosen {
    /// The table.
    pub(super) table: usize,
    /// The map of its areas, where there is one beside it.
    pub(super) map: Option<usize>,
    /// All tables by their names, in the package's order.
    pub(super) offered: Vec<Offered>,
}

/// Chooses the table that is asked for, or else the largest that is no map; of equals the one that comes first. `sizes` are
/// the bytes of each resource, `None` where there is no file of it. `None` where there is no such table.
pub(super) fn choose(
    package: &Descriptor,
    sizes: &[Option<u64>],
    wanted: Option<&str>,
) -> Option<Chosen> {
    let all = package.resources.iter().zip(sizes).enumerate();
    let here: Vec<(usize, &TableEntry, u64)> =
        all.filter_map(|(at, (entry, size))| Some((at, entry, (*size)?))).collect();
    let has_others = here.iter().any(|(_, entry, _)| !is_map(entry));
    let names: Vec<&str> = package.resources.iter().map(|entry| entry.name.as_str()).collect();
    let is_meant = |entry: &TableEntry| match wanted {
        Some(wanted) => stack::asks_for(wanted, &entry.name, &names),
        None => !has_others || !is_map(entry),
    };
    let largest = |is_fit: &dyn Fn(usize, &TableEntry) -> bool| {
        let fit = here.iter().filter(|(at, entry, _)| is_fit(*at, entry));
        fit.max_by_key(|(at, _, size)| (*size, Reverse(*at))).map(|&(at, ..)| at)
    };
    let table = largest(&|_, entry| is_meant(entry))?;
    let map = largest(&|at, entry| at != table && is_map(entry));
    let offered = here.iter().map(|(_, entry, _)| Offered { name: entry.name.clone(), rows: None });
    Some(Chosen { table, map, offered: offered.collect() })
}

/// That a package has no table to be read.
pub(super) fn no_table(package: &Descriptor, findings: &Findings) -> Problem {
    let names: Vec<&str> = package.resources.iter().map(|entry| entry.name.as_str()).collect();
    findings.problem(ProblemKind::NoTable, None, None, names.join(", ").as_bytes(), DESCRIPTOR)
}

/// Whether a resource is a map, by what the package says of its format or else by its file's name.
pub(super) fn is_map(entry: &TableEntry) -> bool {
    let is_said = entry.format.as_deref().is_some_and(|format| {
        format.eq_ignore_ascii_case("geojson") || format.eq_ignore_ascii_case("topojson")
    });
    is_said || entry.path.all().first().is_some_and(|path| is_map_file(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(sizes: &[Option<u64>], wanted: Option<&str>) -> Option<(usize, Option<usize>)> {
        let text = r#"{"resources":[{"name":"a","path":"a.csv"},{"name":"b","path":"b.csv"},
            {"name":"map","path":"m.json","format":"GeoJSON"},{"name":"lines","path":"l.topojson"}]}"#;
        let package = Descriptor::read(text).unwrap();
        choose(&package, sizes, wanted).map(|chosen| (chosen.table, chosen.map))
    }

    #[test]
    fn the_largest_table_is_read_with_the_largest_map() {
        let sizes = [Some(1), Some(2), Some(9), Some(5)];
        assert_eq!(chosen(&sizes, None), Some((1, Some(2))));
        assert_eq!(chosen(&sizes, Some("a")), Some((0, Some(2))));
        assert_eq!(chosen(&sizes, Some("a (2): x")), Some((0, Some(2))));
        assert_eq!(chosen(&sizes, Some("map")), Some((2, Some(3))));
        assert_eq!(chosen(&sizes, Some("c")), None);
    }

    #[test]
    fn where_nobody_tells_sizes_the_first_is_read() {
        assert_eq!(chosen(&[Some(0); 4], None), Some((0, Some(2))));
        assert_eq!(chosen(&[None, Some(0), None, Some(0)], None), Some((1, Some(3))));
        assert_eq!(chosen(&[None, None, Some(0), None], None), Some((2, None)));
        assert_eq!(chosen(&[None; 4], None), None);
    }
}
