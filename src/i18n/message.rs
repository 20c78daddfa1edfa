//! A text in both languages, with places to fill in.

use super::digits::grouped;
use super::quotes;
use crate::base::direction::straight;
use crate::base::lang::Lang;

/// A text of the interface. `{name}` marks a place to fill; in English `one|many` gives the two plural forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Message {
    /// The text in a language.
    #[must_use]
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    /// The text with its places filled.
    #[must_use]
    pub fn fill(&self, lang: Lang, values: &[(&str, &str)]) -> String {
        fill(self.get(lang), values)
    }

    /// The text for `n` things: the place `{n}` takes the number as written, and English takes its plural form.
    #[must_use]
    pub fn count(&self, lang: Lang, n: usize, values: &[(&str, &str)]) -> String {
        let text = self.get(lang);
        let form = match text.split_once('|') {
            Some((one, _)) if n == 1 => one,
            Some((_, many)) => many,
            None => text,
        };
        let number = grouped(&n.to_string());
        let mut all = vec![("n", number.as_str())];
        all.extend_from_slice(values);
        fill(form, &all)
    }
}

/// Fills each `{name}` once, from left to right, so that filled-in text is never read as a place itself. Within
/// quotation marks and the marks of titles, filled-in text takes the inner ones.
fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    let mut within = None;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        within = quotes::open_after(before, within);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        let value = values.iter().find(|(key, _)| *key == name).map_or("", |(_, v)| v);
        let value = &*straight(value);
        match within {
            Some(marks) => {
                let alone = before.ends_with(marks.outer.0) && tail.starts_with(marks.outer.1);
                out.push_str(&quotes::inner(value, marks, alone));
            }
            None => out.push_str(value),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// Declares messages as constants and lists them all, so that a test can hold the two languages together.
macro_rules! messages {
    ($($name:ident = $zh:literal, $en:literal;)+) => {
        $(
            #[doc = $en]
            pub const $name: $crate::i18n::Message = $crate::i18n::Message { zh: $zh, en: $en };
        )+
        /// Every message of this catalog with its name.
        #[cfg(test)]
        pub(crate) const ALL: &[(&str, $crate::i18n::Message)] = &[$((stringify!($name), $name)),+];
    };
}
pub(crate) use messages;

#[cfg(test)]
mod tests {
    use super::*;

    const N: Message = Message { zh: "共 {n} 项 {what}", en: "{n} {what} item|{n} {what} items" };

    #[test]
    fn places_and_plurals() {
        assert_eq!(N.count(Lang::Zh, 1234, &[("what", "x")]), "共 1,234 项 x");
        assert_eq!(N.count(Lang::En, 1, &[("what", "{n}")]), "1 {n} item");
        assert_eq!(N.count(Lang::En, 2, &[("what", "")]), "2  items");
    }

    #[test]
    fn what_is_filled_in_cannot_reorder_the_sentence() {
        let hostile = "a\u{202e}b\u{2067}c";
        let said = N.count(Lang::En, 2, &[("what", hostile)]);
        assert_eq!(said, "2 a\u{fffd}b\u{fffd}c items");
    }

    const QUOTED: Message = Message {
        zh: "去掉“{a}”，见《{b}》{a}",
        en: "Remove “{a}” of “{b}”: {a}",
    };

    #[test]
    fn what_is_quoted_already_is_not_quoted_twice() {
        for (a, b, zh, en) in [
            ("承德", "报告", "去掉“承德”，见《报告》承德", "Remove “承德” of “报告”: 承德"),
            // The marks it has are the marks it gets.
            (
                "“承德/”",
                "《报告》",
                "去掉“承德/”，见《报告》“承德/”",
                "Remove “承德/” of “《报告》”: “承德/”",
            ),
            (
                "搜索：“承德”",
                "落实《纲要》情况",
                "去掉“搜索：‘承德’”，见《落实〈纲要〉情况》搜索：“承德”",
                "Remove “搜索：‘承德’” of “落实《纲要》情况”: 搜索：“承德”",
            ),
            (
                "“a”和“b”",
                "the city’s “plan”",
                "去掉“‘a’和‘b’”，见《the city’s “plan”》“a”和“b”",
                "Remove “‘a’和‘b’” of “the city’s ‘plan’”: “a”和“b”",
            ),
        ] {
            let values = [("a", a), ("b", b)];
            assert_eq!(QUOTED.fill(Lang::Zh, &values), zh);
            assert_eq!(QUOTED.fill(Lang::En, &values), en);
        }
    }
}
