//! What the tables of files are called where several files were opened together, and which of its own a file is to show.
//!
//! A file's own tables are called as the file calls them (a sheet, a part of a text). Among several files the name of the file,
//! or of a group of files with the same columns, stands before that.

use super::source::Offered;
use super::stack;

/// What stands between the name of a file and that of one of its tables.
const WITHIN: &str = " / ";

/// What a group of files is called: by its first one, and how many there are beside it.
pub(super) fn group(first: &str, others: usize) -> String {
    if others == 0 { first.to_owned() } else { format!("{first} +{others}") }
}

/// What tells a file's table, by its own name, from others of the file; nothing of the first part of a text.
pub(super) fn label(file: &str, table: &str) -> String {
    match table.strip_prefix(file) {
        Some(rest) if stack::place(file, table).is_some() => rest.to_owned(),
        _ => format!("{WITHIN}{table}"),
    }
}

/// The same of the tables of files that were made alike: which part it is, whatever its title says.
fn nth(label: &str) -> &str {
    let numbered = |(at, _): (usize, &str)| {
        let digits = label[at..].strip_prefix(" (")?.split_once(')')?.0;
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let end = at + digits.len() + 3;
        let rest = &label[end..];
        (is_number && (rest.is_empty() || rest.starts_with(": "))).then_some(end)
    };
    label.match_indices(" (").find_map(numbered).map_or(label, |end| &label[..end])
}

/// The tables that all files of a group have, by what tells them from others of their file and with the rows of all.
/// `files`: the tables of each.
pub(super) fn shared(group: &str, files: &[(&str, &[Offered])]) -> Vec<Offered> {
    let Some(((first, tables), rest)) = files.split_first() else { return Vec::new() };
    let labelled = |(file, tables): &(&str, &[Offered])| -> Vec<(String, Option<usize>)> {
        tables.iter().map(|own| (label(file, &own.name), own.rows)).collect()
    };
    let rest: Vec<Vec<(String, Option<usize>)>> = rest.iter().map(labelled).collect();
    let of_all = |own: &Offered| {
        let label = label(first, &own.name);
        let mut rows = own.rows;
        for tables in &rest {
            let same = tables.iter().find(|(other, _)| *other == label);
            let same = same.or_else(|| tables.iter().find(|(other, _)| nth(other) == nth(&label)));
            rows = rows.zip(same?.1).map(|(a, b)| a + b);
        }
        Some(Offered { name: format!("{group}{label}"), rows })
    };
    tables.iter().filter_map(of_all).collect()
}

/// Which of its own tables a file is to show where that one is wanted among several files: the one of that name of its own, or
/// of a group that it may be of. `None` where nothing is said of it.
#[must_use]
pub fn own_table(file: &str, wanted: &str) -> Option<String> {
    let rest = wanted.strip_prefix(file).filter(|rest| is_label(rest));
    let rest = rest.or_else(|| {
        wanted.match_indices(" +").find_map(|(at, _)| {
            let rest = &wanted[at + 2..];
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            rest.get(digits..).filter(|rest| digits > 0 && is_label(rest))
        })
    })?;
    match rest.strip_prefix(WITHIN) {
        Some(own) => Some(own.to_owned()),
        None => (!rest.is_empty()).then(|| format!("{file}{rest}")),
    }
}

/// Whether a name among several files is that of a file or group, or of one of its tables.
pub(super) fn is_of(name: &str, wanted: &str) -> bool {
    wanted.strip_prefix(name).is_some_and(is_label)
}

/// Whether a text may stand behind the name of a file.
fn is_label(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(WITHIN) || stack::place("", rest).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables(names: &[&str]) -> Vec<Offered> {
        names.iter().map(|name| Offered { name: (*name).to_owned(), rows: Some(2) }).collect()
    }

    #[test]
    fn each_file_shows_the_part_that_is_wanted_of_its_group() {
        for (file, wanted, own) in [
            ("b.csv", "a.csv +1 (2): Staff", Some("b.csv (2): Staff")),
            ("a.csv", "a.csv +1 (2)", Some("a.csv (2)")),
            ("b.xlsx", "a.xlsx +3 / Sheet 2", Some("Sheet 2")),
            ("b.xlsx", "b.xlsx / Sheet 2 (2): x", Some("Sheet 2 (2): x")),
            ("b.csv", "b.csv (3): x", Some("b.csv (3): x")),
            ("b.csv", "b.csv", None),
            ("b.csv", "a.csv +1", None),
            ("b.csv", "a.csv (2)", None),
            ("b.csv", "c +d.csv / x", None),
        ] {
            assert_eq!(own_table(file, wanted).as_deref(), own, "{file} {wanted}");
        }
    }

    #[test]
    fn parts_are_the_same_by_their_titles_or_else_by_their_places() {
        let (a, b) =
            (tables(&["a", "a (2): 2019", "a (3): x"]), tables(&["b", "b (2): x", "b (3): 2020"]));
        let names = |files: &[(&str, &[Offered])]| -> Vec<(String, Option<usize>)> {
            shared("a +1", files).into_iter().map(|own| (own.name, own.rows)).collect()
        };
        let of = |name: &str| (name.to_owned(), Some(4));
        assert_eq!(
            names(&[("a", &a), ("b", &b)]),
            [of("a +1"), of("a +1 (2): 2019"), of("a +1 (3): x")]
        );
        let (a, b) = (tables(&["One", "Two"]), tables(&["Two", "Three"]));
        assert_eq!(names(&[("a", &a), ("b", &b)]), [of("a +1 / Two")]);
    }
}
