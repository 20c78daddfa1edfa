//! The rules of the source, each giving its violations as `file:line: what`.

use super::source::{Source, line_of};

/// The pure modules, which know no DOM.
pub(super) const CORE: &[&str] = &[
    "base", "model", "column", "query", "import", "i18n", "chart", "state", "words", "plot",
    "export", "session",
];

/// What each module may use besides itself. What is not listed is not allowed. ARCHITECTURE.md says the same in its table.
pub(super) const ARROWS: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("model", &["base"]),
    ("gazetteer", &["base"]),
    ("geo", &["base"]),
    ("column", &["base", "model"]),
    ("query", &["base", "model", "column"]),
    ("import", &["base", "gazetteer", "geo", "model", "column"]),
    ("i18n", &["base"]),
    ("chart", &["base"]),
    ("state", &["base", "model", "query"]),
    ("words", &["base", "model", "column", "query", "i18n"]),
    (
        "plot",
        &[
            "base",
            "gazetteer",
            "geo",
            "model",
            "column",
            "query",
            "i18n",
            "words",
            "chart",
            "state",
        ],
    ),
    ("export", &["base", "model", "column", "query", "chart", "i18n", "words"]),
    (
        "session",
        &[
            "base", "geo", "model", "column", "query", "i18n", "words", "chart", "state", "plot",
            "export",
        ],
    ),
    ("browser", &["base"]),
    (
        "ui",
        &[
            "base", "model", "column", "query", "words", "i18n", "chart", "plot", "state",
            "browser", "import", "export", "session",
        ],
    ),
    (
        "views",
        &[
            "ui", "base", "model", "column", "query", "import", "i18n", "chart", "state", "words",
            "plot", "export", "session",
        ],
    ),
    (
        "app",
        &[
            "views", "ui", "browser", "base", "model", "column", "query", "import", "i18n",
            "chart", "state", "words", "plot", "export", "session",
        ],
    ),
    ("embed", &["base", "geo", "model", "column", "query", "import", "session"]),
];

/// Crates that only some modules may name.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("leptos", &["browser", "ui", "views", "app", "embed", "main"]),
    ("web_sys", &["browser"]),
    ("js_sys", &["browser", "embed"]),
    ("gloo_net", &["browser"]),
    ("wasm_bindgen", &["browser", "embed", "main"]),
];

/// Where Han characters may stand in code: the catalogs, the names of areas, the words that tables are read by, the table of
/// numerals.
const HAN: &[&str] = &[
    "src/base/compared.rs",
    "src/base/unit_name.rs",
    "src/gazetteer/alike.rs",
    "src/i18n/",
    "src/import/cell/marks.rs",
    "src/import/cell/time_words.rs",
    "src/import/cell/words.rs",
    "src/import/layout/figure.rs",
    "src/import/layout/names.rs",
    "src/import/layout/place_words.rs",
    "src/import/layout/unit.rs",
    "src/import/layout/words.rs",
    "src/import/lexicon/",
    "src/import/totals/numbering.rs",
    "src/import/totals/words.rs",
    "src/model/validate/numerals.rs",
];

const LONGEST: usize = 600;

/// Every violation in a Rust file.
pub(super) fn rust(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    arrows(source, &mut found);
    outside_crates(source, &mut found);
    // A module's tests in a file of their own.
    if !source.path.ends_with("/tests.rs") {
        panics(source, &mut found);
        han(source, &mut found);
    }
    names(source, &mut found);
    markup(source, &mut found);
    length(&source.path, &source.text, &mut found);
    found
}

/// The top module of a file; `main` for the programs, empty for the crate's root.
fn top(source: &Source) -> &str {
    let program = source.path == "src/main.rs" || source.path.starts_with("src/bin/");
    if program { "main" } else { source.module().first().unwrap_or(&"") }
}

fn arrows(source: &Source, found: &mut Vec<String>) {
    let (path, top) = (&source.path, top(source));
    if matches!(top, "" | "main") {
        return;
    }
    let Some((_, allowed)) = ARROWS.iter().find(|(module, _)| *module == top) else {
        found.push(format!("{path}:1: {top} has no place in the directions"));
        return;
    };
    for used in source.uses() {
        let line = used.line;
        let to = used.path.first().map_or("", String::as_str);
        if to != top && !allowed.contains(&to) {
            found.push(format!("{path}:{line}: {top} may not use {to}"));
        }
        if (top, to) == ("views", "views")
            && let (Some(&own), Some(other)) = (source.module().get(1), used.path.get(1))
            && own != other
        {
            found.push(format!("{path}:{line}: view {own} may not use view {other}"));
        }
    }
}

fn outside_crates(source: &Source, found: &mut Vec<String>) {
    for token in &source.tokens {
        let rule = OUTSIDE.iter().find(|(name, _)| *name == token.text);
        if let Some((name, _)) = rule.filter(|(_, modules)| !modules.contains(&top(source))) {
            let side = if CORE.contains(&top(source)) { "core " } else { "" };
            let (path, line, top) = (&source.path, token.line, top(source));
            found.push(format!("{path}:{line}: {side}{top} may not name {name}"));
        }
    }
}

fn panics(source: &Source, found: &mut Vec<String>) {
    for window in source.tokens.windows(3) {
        let texts = [&*window[0].text, &*window[1].text, &*window[2].text];
        if let [".", name @ ("unwrap" | "expect"), "("] = texts {
            found.push(format!("{}:{}: {name} outside tests", source.path, window[1].line));
        }
    }
}

fn han(source: &Source, found: &mut Vec<String>) {
    if HAN.iter().any(|allowed| source.path.starts_with(allowed)) {
        return;
    }
    for (number, line) in source.code.lines().enumerate() {
        let is_han = |c: &char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
        let words: String = line.chars().filter(is_han).collect();
        if !words.is_empty() {
            let at = number + 1;
            found.push(format!("{}:{at}: words outside the catalogs: {words}", source.path));
        }
    }
}

fn names(source: &Source, found: &mut Vec<String>) {
    let vague = |name: &str| {
        matches!(name, "util" | "utils" | "helper" | "helpers" | "manager" | "managers")
    };
    for name in source.module().into_iter().filter(|name| vague(name)) {
        found.push(format!("{}:1: a module called {name}", source.path));
    }
    for pair in source.tokens.windows(2).filter(|p| p[0].text == "mod" && vague(&p[1].text)) {
        let Source { path, .. } = source;
        found.push(format!("{path}:{}: a module called {}", pair[1].line, pair[1].text));
    }
}

fn markup(source: &Source, found: &mut Vec<String>) {
    for token in &source.tokens {
        if ["inner_html", "outer_html", "adjacent_html"].iter().any(|w| token.text.ends_with(w)) {
            found.push(format!("{}:{}: {}", source.path, token.line, token.text));
        }
    }
}

fn length(path: &str, text: &str, found: &mut Vec<String>) {
    let lines = text.lines().count();
    if lines > LONGEST {
        found.push(format!("{path}:{LONGEST}: {lines} lines, more than {LONGEST}"));
    }
}

/// Style sheets that may hold colours: the tokens, the same where the system prescribes them, and what must work without.
const PALETTES: &[&str] = &["tokens.css", "forced.css", "boot.css", "print.css"];

/// Functions that make a colour of numbers.
const COLOUR_FUNCTIONS: &[&str] =
    &["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color"];

/// Colours by name that a sheet is likely to hold.
const COLOUR_NAMES: &[&str] = &[
    "aqua",
    "beige",
    "black",
    "blue",
    "brown",
    "coral",
    "crimson",
    "cyan",
    "fuchsia",
    "gold",
    "gray",
    "green",
    "grey",
    "indigo",
    "ivory",
    "khaki",
    "lime",
    "magenta",
    "maroon",
    "navy",
    "olive",
    "orange",
    "pink",
    "plum",
    "purple",
    "red",
    "salmon",
    "silver",
    "snow",
    "tan",
    "teal",
    "tomato",
    "violet",
    "wheat",
    "white",
    "whitesmoke",
    "yellow",
];

/// Every violation in a style sheet.
pub(super) fn css(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    length(path, text, &mut found);
    if PALETTES.iter().any(|name| path.ends_with(&format!("/{name}"))) {
        return found;
    }
    let text = without_comments(text);
    let mut start = 0;
    for (at, end) in text.match_indices(['{', '}', ';']) {
        // What ends with a brace that opens is a selector or an at-rule, which holds no value.
        let value = text[start..at].split_once(':').filter(|_| end != "{");
        if let Some((property, value)) = value {
            let offset = start + property.len() + 1;
            for (inside, colour) in colours(value) {
                let line = line_of(&text, offset + inside);
                found.push(format!("{path}:{line}: colour outside tokens.css: {colour}"));
            }
        }
        start = at + 1;
    }
    found
}

/// Literal colours in a value, with their offsets.
fn colours(value: &str) -> Vec<(usize, &str)> {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '#');
    let mut found = Vec::new();
    let mut at = 0;
    for part in value.split_inclusive(|c: char| !is_word(c)) {
        let word = part.trim_end_matches(|c: char| !is_word(c));
        let lower = word.to_ascii_lowercase();
        let hex = word.strip_prefix('#').is_some_and(|digits| {
            matches!(digits.len(), 3 | 4 | 6 | 8) && digits.bytes().all(|b| b.is_ascii_hexdigit())
        });
        let function = part.ends_with('(') && COLOUR_FUNCTIONS.contains(&lower.as_str());
        if hex || function || COLOUR_NAMES.contains(&lower.as_str()) {
            found.push((at, word));
        }
        at += part.len();
    }
    found
}

/// Comments of a style sheet, and what is quoted or fetched, as blanks.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = |open: &str, close: &str| {
            let body = rest.strip_prefix(open)?;
            Some(open.len() + body.find(close).map_or(body.len(), |n| n + close.len()))
        };
        let hidden = after("/*", "*/").or_else(|| after("\"", "\"")).or_else(|| after("'", "'"));
        let hidden = hidden.or_else(|| after("url(", ")"));
        let taken = hidden.unwrap_or(c.len_utf8());
        for inside in rest[..taken].chars() {
            out.push(if hidden.is_some() && inside != '\n' { ' ' } else { inside });
        }
        rest = &rest[taken..];
    }
    out
}
