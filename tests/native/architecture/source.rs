//! Source files as the checks read them: without comments, without tests, split into tokens and paths.

use std::fs;
use std::path::Path;

/// A source file; every text has the lines of the original.
pub(super) struct Source {
    /// Path from the repository's folder, with `/`.
    pub(super) path: String,
    /// The file as it is.
    pub(super) text: String,
    /// Without comments and test items.
    pub(super) code: String,
    /// The tokens of the code, literals left out.
    pub(super) tokens: Vec<Token>,
}

/// A word, `::` or a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) line: usize,
}

/// A path that starts at the crate, and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Used {
    pub(super) path: Vec<String>,
    pub(super) line: usize,
}

impl Source {
    pub(super) fn new(path: &str, text: &str) -> Self {
        let (code, bare) = without_tests(&blank(text, false), &blank(text, true));
        Self { path: path.to_owned(), text: text.to_owned(), code, tokens: tokens(&bare) }
    }

    /// The module of the file: `src/a/b.rs` and `src/a/b/mod.rs` are `a::b`; the crate's root is empty.
    pub(super) fn module(&self) -> Vec<&str> {
        let path = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let path = path.strip_suffix(".rs").unwrap_or(path);
        path.split('/').filter(|part| !matches!(*part, "mod" | "lib" | "main")).collect()
    }

    /// Every `crate::…` and `super::…` path of the code, from the crate's root.
    pub(super) fn uses(&self) -> Vec<Used> {
        let mut used = Vec::new();
        let mut module: Vec<String> = self.module().into_iter().map(str::to_owned).collect();
        let (mut depth, mut inline) = (0, Vec::new());
        let is = |at: usize, text: &str| self.tokens.get(at).is_some_and(|t| t.text == text);
        for (at, token) in self.tokens.iter().enumerate() {
            match token.text.as_str() {
                "{" => {
                    depth += 1;
                    if at >= 2 && is(at - 2, "mod") {
                        module.push(self.tokens[at - 1].text.clone());
                        inline.push(depth);
                    }
                }
                "}" => {
                    if inline.last() == Some(&depth) {
                        inline.pop();
                        module.pop();
                    }
                    depth -= 1;
                }
                "crate" if is(at + 1, "::") => {
                    expand(&self.tokens, at + 2, Vec::new(), &mut used);
                }
                "super" if is(at + 1, "::") && (at == 0 || !is(at - 1, "::")) => {
                    let (mut next, mut from) = (at, module.clone());
                    while is(next, "super") && is(next + 1, "::") {
                        from.pop();
                        next += 2;
                    }
                    expand(&self.tokens, next, from, &mut used);
                }
                _ => {}
            }
        }
        used
    }

    /// What the module takes by name of what stands below it, from its own path: `part::Name` of `pub use part::{Name}`.
    pub(super) fn taken(&self) -> Vec<Vec<String>> {
        let mut used = Vec::new();
        for (at, _) in self.tokens.iter().enumerate().filter(|(_, token)| token.text == "use") {
            let is_self = self.tokens.get(at + 1).is_some_and(|next| next.text == "self");
            expand(&self.tokens, at + 1 + 2 * usize::from(is_self), Vec::new(), &mut used);
        }
        used.into_iter().map(|used| used.path).collect()
    }
}

/// Every file below a folder whose name ends so, by path.
pub(super) fn files(root: &Path, folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending)
                && let Ok(text) = fs::read_to_string(&path)
            {
                let short = path.strip_prefix(root).unwrap_or(&path);
                found.push((short.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    found.sort();
    found
}

/// Follows a use tree from `at`, each leaf a path.
fn expand(tokens: &[Token], at: usize, prefix: Vec<String>, used: &mut Vec<Used>) -> usize {
    let Some(token) = tokens.get(at) else { return at };
    if token.text == "{" {
        let mut next = at + 1;
        while tokens.get(next).is_some_and(|t| t.text != "}") {
            let end = expand(tokens, next, prefix.clone(), used);
            // Renames and commas; every round passes at least one token.
            next = end.max(next + 1);
            while tokens.get(next).is_some_and(|t| !matches!(t.text.as_str(), "," | "}")) {
                next += 1;
            }
            next += usize::from(tokens.get(next).is_some_and(|t| t.text == ","));
        }
        return next + 1;
    }
    let mut path = prefix;
    path.push(token.text.clone());
    if tokens.get(at + 1).is_some_and(|t| t.text == "::") {
        return expand(tokens, at + 2, path, used);
    }
    used.push(Used { path, line: token.line });
    at + 1
}

/// The line a character stands on, counted from 1.
pub(super) fn line_of(text: &str, byte: usize) -> usize {
    text[..byte].matches('\n').count() + 1
}

/// Comments, and if asked literals, as blanks; line ends stay.
fn blank(text: &str, literals: bool) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let (end, literal) = element(&chars, at);
        let hide = end > at && (!literal || literals);
        let end = end.max(at + 1);
        for &inside in &chars[at..end] {
            out.push(if hide && inside != '\n' { ' ' } else { inside });
        }
        // A word is passed whole, so that its last letter never opens a raw string.
        at = end;
        if !hide && (c.is_alphanumeric() || c == '_') {
            while let Some(&inside) = chars.get(at).filter(|c| c.is_alphanumeric() || **c == '_') {
                out.push(inside);
                at += 1;
            }
        }
    }
    out
}

/// Where the comment or literal that starts here ends, and whether it is a literal; `at` itself where none starts.
fn element(chars: &[char], at: usize) -> (usize, bool) {
    let c = |ahead: usize| chars.get(at + ahead).copied().unwrap_or('\0');
    let find = |from: usize, stop: &dyn Fn(usize) -> bool| {
        (from..chars.len()).find(|&i| stop(i)).unwrap_or(chars.len())
    };
    match (c(0), c(1)) {
        ('/', '/') => (find(at, &|i| chars[i] == '\n'), false),
        ('/', '*') => {
            let (mut depth, mut i) = (1, at + 2);
            while depth > 0 && i < chars.len() {
                match (chars[i], chars.get(i + 1)) {
                    ('/', Some('*')) => (depth, i) = (depth + 1, i + 2),
                    ('*', Some('/')) => (depth, i) = (depth - 1, i + 2),
                    _ => i += 1,
                }
            }
            (i, false)
        }
        ('r', '"' | '#') | ('b', 'r') => {
            let mut open = at + if c(0) == 'b' { 2 } else { 1 };
            let hashes = chars[open..].iter().take_while(|&&c| c == '#').count();
            open += hashes;
            if chars.get(open) != Some(&'"') {
                return (at, false);
            }
            let close = |i: usize| {
                let hash = |h: usize| chars.get(i + 1 + h) == Some(&'#');
                chars[i] == '"' && (0..hashes).all(hash)
            };
            ((find(open + 1, &close) + 1 + hashes).min(chars.len()), true)
        }
        ('b', '"') => (quoted(chars, at + 1), true),
        ('"', _) => (quoted(chars, at), true),
        ('\'', '\\') => ((find(at + 3, &|i| chars[i] == '\'') + 1).min(chars.len()), true),
        ('\'', _) if c(2) == '\'' => (at + 3, true),
        _ => (at, false),
    }
}

/// Where the string that opens at `open` ends.
fn quoted(chars: &[char], open: usize) -> usize {
    let mut at = open + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

/// Both texts with the items under `#[cfg(test)]` blanked out.
fn without_tests(code: &str, bare: &str) -> (String, String) {
    const MARK: &str = "#[cfg(test)]";
    let (mut code, mut bare): (Vec<char>, Vec<char>) =
        (code.chars().collect(), bare.chars().collect());
    let mark: Vec<char> = MARK.chars().collect();
    let mut from = 0;
    while let Some(at) = bare[from..].windows(mark.len()).position(|w| w == mark) {
        let start = from + at;
        let end = item_end(&bare, start + mark.len());
        for text in [&mut code, &mut bare] {
            for c in text[start..end].iter_mut().filter(|c| **c != '\n') {
                *c = ' ';
            }
        }
        from = end;
    }
    (code.into_iter().collect(), bare.into_iter().collect())
}

/// Where the item that starts here ends: with its block, or with its semicolon.
fn item_end(bare: &[char], start: usize) -> usize {
    let text: String = bare[start..].iter().collect();
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty());
    let block = words.take(8).any(|w| matches!(w, "mod" | "fn" | "impl" | "struct" | "enum"));
    let mut depth = 0;
    for (at, &c) in bare.iter().enumerate().skip(start) {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 && (c == ';' || (c == '}' && block)) {
            return at + 1;
        }
    }
    bare.len()
}

fn tokens(bare: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let (mut line, mut in_word, mut colon) = (1, false, false);
    for c in bare.chars() {
        let is_word = c.is_alphanumeric() || c == '_';
        match tokens.last_mut() {
            Some(last) if is_word && in_word => last.text.push(c),
            Some(last) if c == ':' && colon => last.text.push(c),
            _ if c.is_whitespace() => {}
            _ => tokens.push(Token { text: c.to_string(), line }),
        }
        colon = c == ':' && !colon;
        in_word = is_word;
        line += usize::from(c == '\n');
    }
    tokens
}
