//! Keys for the columns of a table, and names for those that have none of their own.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::Findings;
use crate::base::problem::ProblemKind;

/// Letters of the last column that a table may have, and one more.
const LETTERS: usize = 4;

/// A key and a name for each column: an empty name gives way to the column's letter, one that is taken gets a number.
pub(super) fn name(
    names: &[String],
    line: Option<usize>,
    findings: &mut Findings,
) -> Vec<(String, String)> {
    let mut keys = Keys::default();
    // A column that is called by a letter is no namesake of the one whose place that is.
    let taken: BTreeSet<&str> =
        names.iter().map(String::as_str).filter(|name| name.len() < LETTERS).collect();
    let mut keyed: Vec<(String, String)> = Vec::with_capacity(names.len());
    for (at, name) in names.iter().enumerate() {
        let letters = || {
            let own = letters(at);
            if taken.contains(own.as_str()) { format!("({own})") } else { own }
        };
        let wanted = if name.is_empty() { letters() } else { name.clone() };
        let key = keys.take(&wanted);
        if key != wanted {
            let column = Some(name.as_str());
            findings.note(ProblemKind::DuplicateHeader, line, column, name.as_bytes(), &key);
        } else if name.is_empty() && line.is_some() {
            findings.note(ProblemKind::EmptyHeader, line, Some(&key), b"", &key);
        }
        let shown = if name.is_empty() { String::new() } else { key.clone() };
        keyed.push((key, shown));
    }
    keyed
}

/// Keys that are taken, each with the number that its next namesake tries first, so that a thousand equal names cost a
/// thousand steps.
#[derive(Debug, Default)]
pub(super) struct Keys(BTreeMap<String, usize>);

impl Keys {
    /// Takes the name as a key, or the name with the first number that makes it free.
    pub(super) fn take(&mut self, name: &str) -> String {
        let Some(&first) = self.0.get(name) else {
            self.0.insert(name.to_owned(), 2);
            return name.to_owned();
        };
        let mut number = first;
        let mut key = format!("{name} ({number})");
        while self.0.contains_key(&key) {
            number += 1;
            key = format!("{name} ({number})");
        }
        self.0.insert(name.to_owned(), number + 1);
        self.0.insert(key.clone(), 2);
        key
    }
}

/// The name of a column in a spreadsheet: A to Z, AA and on.
fn letters(mut at: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + u8::try_from(at % 26).unwrap_or_default());
        match (at / 26).checked_sub(1) {
            Some(next) => at = next,
            None => break,
        }
    }
    letters.iter().rev().map(|&b| char::from(b)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The first number that makes a name free, by trying each.
    fn plainly(names: &[String]) -> Vec<String> {
        let mut taken: Vec<String> = Vec::new();
        for name in names {
            let mut key = name.clone();
            for number in 2.. {
                if !taken.contains(&key) {
                    break;
                }
                key = format!("{name} ({number})");
            }
            taken.push(key);
        }
        taken
    }

    proptest! {
        #[test]
        fn a_name_that_is_taken_gets_the_first_free_number(
            names in prop::collection::vec("[ab]( \\([1-4]\\)){0,3}", 0..60)
        ) {
            let mut keys = Keys::default();
            let found: Vec<String> = names.iter().map(|name| keys.take(name)).collect();
            prop_assert_eq!(found, plainly(&names));
        }
    }

    #[test]
    fn names_are_made_unique_and_said_so() {
        let mut findings = Findings::new("t");
        let names = ["a", "", "a", "B", "a"].map(str::to_owned);
        let keys: Vec<String> =
            name(&names, Some(1), &mut findings).into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys, ["a", "(B)", "a (2)", "B", "a (3)"]);
        assert_eq!(findings.count_of(ProblemKind::DuplicateHeader), 2);
        assert_eq!(findings.count_of(ProblemKind::EmptyHeader), 1);
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
