//! The structure the code keeps to: who may use whom, what stands where. Failures name file and line.

mod checks;
mod circles;
mod document;
mod source;

use std::collections::BTreeSet;
use std::fs;

use crate::packages::root;
use source::{Source, files};

#[test]
fn modules_keep_to_their_directions_and_places() {
    let sources = files(root(), "src", ".rs");
    assert!(sources.len() > 40, "the sources are not where they were");
    let found: Vec<String> =
        sources.iter().flat_map(|(path, text)| checks::rust(&Source::new(path, text))).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn modules_of_one_folder_do_not_go_round_in_circles() {
    let files = files(root(), "src", ".rs");
    let sources: Vec<Source> = files.iter().map(|(path, text)| Source::new(path, text)).collect();
    let found = circles::circles(&sources);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn circles_are_found_between_the_parts_of_one_folder_alone() {
    let found = |files: &[(&str, &str)]| {
        let sources: Vec<_> = files.iter().map(|(path, text)| Source::new(path, text)).collect();
        circles::circles(&sources)
    };
    let round = found(&[
        ("src/a/mod.rs", "mod b; mod c; mod d; mod e; use self::d::D; pub use e::{E, inner::F};"),
        ("src/a/b.rs", "use super::c::C; use super::d;"),
        ("src/a/c.rs", "\nuse crate::a::{d, b::B as Other};"),
        // By what the folder's own module hands on.
        ("src/a/d.rs", "use super::F;"),
        ("src/a/e/mod.rs", "mod inner; mod tests;"),
        ("src/a/e/inner.rs", "fn f() { crate::a::D::new() }"),
        ("src/a/e/tests.rs", "use crate::a::b::B;"),
    ]);
    let expected = [
        "src/a: b -> c -> b (src/a/b.rs:1, src/a/c.rs:2)",
        "src/a: d -> e -> d (src/a/d.rs:1, src/a/e/inner.rs:1)",
    ];
    assert_eq!(round, expected);
    let straight = found(&[
        ("src/a.rs", "mod b; mod c; use b::B;"),
        (
            "src/a/b.rs",
            "use super::c; use super::A; #[cfg(test)] mod tests { use super::super::c; }",
        ),
        ("src/a/c.rs", "// use super::b;\n#[cfg(test)] mod tests { use crate::a::b; }"),
        ("src/bin/b.rs", "use crate::a::b;"),
    ]);
    assert!(straight.is_empty(), "{straight:?}");
}

#[test]
fn the_checks_rule_the_modules_there_are() {
    let library = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let declared = library.lines().filter_map(|l| l.strip_prefix("pub mod ")?.strip_suffix(';'));
    let ruled = checks::ARROWS.iter().map(|(module, _)| *module);
    assert_eq!(declared.collect::<BTreeSet<_>>(), ruled.collect());
}

#[test]
fn the_document_says_what_the_checks_allow() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let found = document::violations(&text, &|path| {
        let path = root().join(path);
        if path.is_dir() { Some(String::new()) } else { fs::read_to_string(path).ok() }
    });
    assert!(found.is_empty(), "ARCHITECTURE.md:\n{}", found.join("\n"));
}

#[test]
fn colours_are_tokens() {
    let sheets = files(root(), "src/ui/styles", ".css");
    let found: Vec<String> =
        sheets.iter().flat_map(|(path, text)| checks::css(path, text)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A file that breaks every rule once, among much that only looks as if it did.
const BAD: &str = r##"//! Doc comments may say 民生 and crate::views and .unwrap().
use crate::base::date::{Day, civil};
use crate::{column::Table, i18n as words_of, model::{self, Id}};
use super::super::state::AppState;
/* crate::app /* nested */ crate::app */
mod helpers {
    use super::Filter;
    use super::super::sort;
}
fn quoted<'a>(text: &'a str) -> char {
    let _ = (r#"crate::app "quoted" .unwrap()"#, "\" crate::app", b"crate::app", '"', '\'', '{');
    let _ = text.find("字").unwrap();
    crate::chart::svg::to_svg().expect("reason");
    text.unwrap_or_default().expected(leptos::prelude::window, web_sys::window());
    div().inner_html("inner_html")
}
#[cfg(test)]
use crate::app::{start, stop};
#[cfg(test)]
mod tests {
    use crate::app;
    fn f() { "测试".parse().unwrap(); }
}
const LAST: &str = "末";
"##;

#[test]
fn the_checker_finds_what_is_wrong_and_nothing_else() {
    let found = checks::rust(&Source::new("src/query/bad.rs", BAD));
    let expected = [
        "src/query/bad.rs:3: query may not use i18n",
        "src/query/bad.rs:4: query may not use state",
        "src/query/bad.rs:13: query may not use chart",
        "src/query/bad.rs:14: core query may not name leptos",
        "src/query/bad.rs:14: core query may not name web_sys",
        "src/query/bad.rs:12: unwrap outside tests",
        "src/query/bad.rs:13: expect outside tests",
        "src/query/bad.rs:12: words outside the catalogs: 字",
        "src/query/bad.rs:24: words outside the catalogs: 末",
        "src/query/bad.rs:6: a module called helpers",
        "src/query/bad.rs:15: inner_html",
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_checker_knows_views_the_browser_and_unknown_modules() {
    let check = |path: &str, text: &str| checks::rust(&Source::new(path, text));
    for (path, text, expected) in [
        ("src/views/a/mod.rs", "use super::a::x; use crate::views::a; use crate::ui;", ""),
        ("src/views/a/mod.rs", "use super::b;", "src/views/a/mod.rs:1: view a may not use view b"),
        (
            "src/views/a/part.rs",
            "use crate::views::{a::y, b::z};",
            "src/views/a/part.rs:1: view a may not use view b",
        ),
        ("src/views/mod.rs", "pub mod a; pub use a::A; use self::b::B;", ""),
        (
            "src/views/a.rs",
            "use crate::browser::file;",
            "src/views/a.rs:1: views may not use browser",
        ),
        (
            "src/views/a.rs",
            "use leptos::web_sys::Node;",
            "src/views/a.rs:1: views may not name web_sys",
        ),
        ("src/browser/file.rs", "use web_sys::File; use wasm_bindgen::JsCast;", ""),
        (
            "src/browser/file.rs",
            "use crate::model::Unit;",
            "src/browser/file.rs:1: browser may not use model",
        ),
        ("src/embed/api.rs", "use wasm_bindgen::prelude::*; use crate::query;", ""),
        ("src/embed/api.rs", "use crate::app;", "src/embed/api.rs:1: embed may not use app"),
        ("src/bin/engine.rs", "use minsheng_explorer as _;", ""),
        ("src/app/mod.rs", "use crate::views::a; mod x { use super::Y; }", ""),
        (
            "src/app/mod.rs",
            "use js_sys::Array;\n\nuse crate::embed;",
            "src/app/mod.rs:3: app may not use embed\nsrc/app/mod.rs:1: app may not name js_sys",
        ),
        (
            "src/odd/mod.rs",
            "use crate::base;",
            "src/odd/mod.rs:1: odd has no place in the directions",
        ),
        ("src/base/utils.rs", "", "src/base/utils.rs:1: a module called utils"),
        ("src/main.rs", "fn main() { minsheng_explorer::app::start(); }", ""),
        ("src/i18n/catalog/x.rs", "const X: &str = \"字\";", ""),
    ] {
        assert_eq!(check(path, text).join("\n"), expected, "{path}: {text}");
    }
    let long = "\n".repeat(601);
    let expected = "src/base/long.rs:600: 601 lines, more than 600";
    assert_eq!(check("src/base/long.rs", &long), [expected]);
    assert!(check("src/base/long.rs", &long[1..]).is_empty());
}

#[test]
fn the_checker_finds_what_a_document_says_wrongly() {
    let rows = checks::ARROWS.iter().map(|(module, allowed)| {
        let uses: Vec<String> = allowed.iter().map(|other| format!("`{other}`")).collect();
        let uses = if uses.is_empty() { "–".to_owned() } else { uses.join(", ") };
        format!("| `{module}` | what it holds | {uses} |\n")
    });
    let table: String = rows.collect();
    let holds = "- One holds: `tests/a.rs::holds`.\n- So does another: `tests/b.js::opens the`.\n";
    let document = |table: &str, invariants: &str| {
        format!(
            "See `src/a.rs::Thing::act`.\n\n## Modules\n\n{table}\n## Invariants\n\n{invariants}"
        )
    };
    let found = |text: &str| {
        document::violations(text, &|path| match path {
            "src/a.rs" => Some("impl Thing { fn act() {} }".to_owned()),
            "tests/a.rs" => {
                Some("    #[test]\n    // Why.\n    fn holds() {}\nfn none() {}".to_owned())
            }
            "tests/b.js" => Some("test(`opens the ${view}`, async () => {".to_owned()),
            _ => None,
        })
        .join("\n")
    };
    assert_eq!(found(&document(&table, holds)), "");
    let core = table.replacen("| `base` | what it holds | – |", "| `base` | x | the core |", 1);
    assert!(
        found(&document(&core, holds)).contains("base: the table allows model, the checks do not")
    );
    for (from, to, expected) in [
        (
            "| `model` | what it holds | `base` |",
            "| `model` | x | – |",
            "model: the checks allow base, the table does not",
        ),
        ("| `model` | what it holds | `base` |\n", "", "model has no row"),
        ("| `model` |", "| `odd` |", "the checks know no module odd\nmodel has no row"),
        ("`src/a.rs::Thing::act`", "`src/a.rs::Thing::go`", "src/a.rs has no go"),
        ("`src/a.rs::Thing::act`", "`src/b.rs`", "there is no src/b.rs"),
        ("tests/a.rs::holds", "tests/a.rs::none", "there is no test tests/a.rs::none"),
        ("tests/b.js::opens the", "tests/b.js::opens a", "there is no test tests/b.js::opens a"),
        ("One holds: `tests/a.rs::holds`.", "One holds.", "no test is named: One holds."),
    ] {
        let text = document(&table, holds);
        assert!(text.contains(from), "{from}");
        assert_eq!(found(&text.replacen(from, to, 1)), expected, "{from} → {to}");
    }
}

#[test]
fn the_checker_finds_literal_colours() {
    let sheet = "/* #fff */\n#add, a:hover { color: var(--ink); }\n@media (width: 3px) {\n\
        b { border: 1px solid\n    #eee; background: color-mix(in oklab, var(--red), rgb(0 0 0)) }\n}\n\
        c { color: White; content: \"red\"; background: url(a.svg#fff) transparent }";
    let found = checks::css("src/ui/styles/a.css", sheet);
    let at = |line: u8, what: &str| {
        format!("src/ui/styles/a.css:{line}: colour outside tokens.css: {what}")
    };
    assert_eq!(found, [at(5, "#eee"), at(5, "rgb"), at(7, "White")]);
    assert!(checks::css("src/ui/styles/tokens.css", sheet).is_empty());
}
