//! Which functions wait for the rest, by their names as `module::path::function`.

use std::collections::HashSet;

/// Rules, one a line; `#` starts a comment. A plain line lets every function wait whose name contains it, `= name` the
/// one of that name, and `! name` keeps that one in the first part whatever else is said.
#[derive(Debug, Default)]
pub struct Rules {
    parts: Vec<String>,
    names: HashSet<String>,
    kept: HashSet<String>,
}

impl Rules {
    /// Reads rules.
    pub fn read(text: &str) -> Self {
        let mut rules = Self::default();
        let lines = text.lines().map(str::trim);
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix("= ") {
                rules.names.insert(name.to_owned());
            } else if let Some(name) = line.strip_prefix("! ") {
                rules.kept.insert(name.to_owned());
            } else {
                rules.parts.push(line.to_owned());
            }
        }
        rules
    }

    /// Names that are kept in the first part and that no function has, sorted: where there are any, the record of what the
    /// first view runs is older than the program.
    pub fn gone<'a>(&self, functions: impl Iterator<Item = &'a str>) -> Vec<&str> {
        let functions: HashSet<&str> = functions.collect();
        let kept = self.kept.iter().map(String::as_str);
        let mut gone: Vec<&str> = kept.filter(|name| !functions.contains(name)).collect();
        gone.sort_unstable();
        gone
    }

    /// Whether the function of this name waits.
    pub fn wait(&self, name: &str) -> bool {
        !self.kept.contains(name)
            && (self.names.contains(name) || self.parts.iter().any(|part| name.contains(part)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_win_over_parts_of_names() {
        let rules = Rules::read("# comment\na::views::\n\n= b::one\n! a::views::shared\n");
        for (name, waits) in [
            ("<a::views::Table as Render>::build", true),
            ("a::views::shared", false),
            ("b::one", true),
            ("b::one::two", false),
        ] {
            assert_eq!(rules.wait(name), waits, "{name}");
        }
    }

    #[test]
    fn kept_names_of_no_function_are_gone() {
        let rules = Rules::read("a::views\n! a::kept\n! a::moved\n= b::one\n");
        assert_eq!(rules.gone(["a::kept", "b::two"].into_iter()), ["a::moved"]);
        assert!(rules.gone(["a::kept", "a::moved"].into_iter()).is_empty());
    }
}
