//! `ARCHITECTURE.md`, held against the code: its table of modules, its invariants, and every place of the source that it
//! names.

use std::collections::BTreeSet;

use super::checks::{ARROWS, CORE};

/// The heading of the table of modules.
const MODULES: &str = "## Modules";
/// The heading of what holds everywhere.
const INVARIANTS: &str = "## Invariants";
/// What the table calls the modules that know no DOM, all at once.
const ALL_OF_CORE: &str = "the core";
/// What the table says where there is nothing.
const NONE: &str = "–";

/// Where the document says something else than the code. `read` gives the text of a file of the repository, an empty one
/// of a folder, and `None` of what is not there.
pub(super) fn violations(text: &str, read: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    let mut found = Vec::new();
    modules(text, &mut found);
    places(text, read, &mut found);
    invariants(text, read, &mut found);
    found
}

/// The lines under a heading, up to the next of the same rank.
fn section<'a>(text: &'a str, heading: &str) -> impl Iterator<Item = &'a str> {
    let lines = text.lines().skip_while(move |line| *line != heading).skip(1);
    lines.take_while(|line| !line.starts_with("## "))
}

/// What stands in backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The table of modules against the arrows that the checks allow.
fn modules(text: &str, found: &mut Vec<String>) {
    let rows = section(text, MODULES).filter(|line| line.starts_with("| `"));
    let mut told = BTreeSet::new();
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [module, _, uses] = cells[..] else {
            found.push(format!("a row has {} cells: {row}", cells.len()));
            continue;
        };
        let module = module.trim_matches('`');
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == module) else {
            found.push(format!("the checks know no module {module}"));
            continue;
        };
        told.insert(module);
        let mut said: BTreeSet<&str> = quoted(uses).collect();
        if uses.contains(ALL_OF_CORE) {
            said.extend(CORE);
        }
        if said.is_empty() && uses != NONE {
            found.push(format!("{module}: nothing in backticks, nor {NONE}: {uses}"));
        }
        let allowed: BTreeSet<&str> = allowed.iter().copied().collect();
        for other in said.difference(&allowed) {
            found.push(format!("{module}: the table allows {other}, the checks do not"));
        }
        for other in allowed.difference(&said) {
            found.push(format!("{module}: the checks allow {other}, the table does not"));
        }
    }
    for (module, _) in ARROWS.iter().filter(|(module, _)| !told.contains(module)) {
        found.push(format!("{module} has no row"));
    }
}

/// Every `folder/file.rs::name` and `folder/file` that stands in backticks has to be there.
fn places(text: &str, read: &dyn Fn(&str) -> Option<String>, found: &mut Vec<String>) {
    let is_place = |word: &&str| {
        ["src/", "tests/", "tools/", "public/", "benches/"].iter().any(|f| word.starts_with(f))
            && !word.contains(['<', '*', ' '])
    };
    for place in quoted(text).filter(is_place) {
        let (path, name) = place.split_once("::").unwrap_or((place, ""));
        let Some(file) = read(path) else {
            found.push(format!("there is no {path}"));
            continue;
        };
        let name = name.rsplit("::").next().unwrap_or(name);
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        if !name.is_empty() && !file.split(|c: char| !is_word(c)).any(|word| word == name) {
            found.push(format!("{path} has no {name}"));
        }
    }
}

/// Every invariant names a test, and every test it names is one.
fn invariants(text: &str, read: &dyn Fn(&str) -> Option<String>, found: &mut Vec<String>) {
    let section: Vec<&str> = section(text, INVARIANTS).collect();
    let section = section.join("\n");
    let mut count = 0;
    for item in section.split("\n- ").skip(1) {
        count += 1;
        let tests: Vec<(&str, &str)> = quoted(item).filter_map(|w| w.split_once("::")).collect();
        if tests.is_empty() {
            let line = item.lines().next().unwrap_or_default();
            found.push(format!("no test is named: {line}"));
        }
        for (path, name) in tests {
            if !read(path).is_some_and(|file| has_test(path, &file, name)) {
                found.push(format!("there is no test {path}::{name}"));
            }
        }
    }
    if count == 0 {
        found.push(format!("nothing stands under {INVARIANTS}"));
    }
}

/// Whether a file has a test of this name. In JavaScript the name is the title, or its beginning where the rest is filled
/// in when the test is made.
fn has_test(path: &str, file: &str, name: &str) -> bool {
    if !path.ends_with(".rs") {
        return ["\"", "`"].iter().any(|quote| file.contains(&format!("test({quote}{name}")));
    }
    let lines: Vec<&str> = file.lines().map(str::trim).collect();
    let function = format!("fn {name}(");
    let Some(at) = lines.iter().position(|line| line.starts_with(&function)) else { return false };
    // Attributes and comments may stand between.
    let above = lines[..at].iter().rev().take_while(|l| l.starts_with('#') || l.starts_with("//"));
    above.into_iter().any(|line| *line == "#[test]")
}
