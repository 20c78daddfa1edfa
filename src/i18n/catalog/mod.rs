//! The catalogs: Chinese and English side by side, a file a part of the page.

pub mod care;
pub mod chart;
pub mod compare;
pub mod data;
pub mod detail;
pub mod embed;
pub mod empty;
pub mod export;
pub mod filter;
pub mod finding;
pub mod ledger;
pub mod map;
pub mod opening;
pub mod overview;
pub mod package;
pub mod poster;
pub mod problem;
pub mod reached;
pub mod reading;
pub mod sentence;
pub mod shell;
pub mod story;
pub mod table;
pub mod timeline;
pub mod words;

#[cfg(test)]
mod tests {
    use crate::i18n::Message;
    use std::collections::BTreeSet;

    fn places(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(n, _)| n).collect()
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let catalogs: [&[(&str, Message)]; 25] = [
            super::care::ALL,
            super::chart::ALL,
            super::compare::ALL,
            super::data::ALL,
            super::detail::ALL,
            super::embed::ALL,
            super::empty::ALL,
            super::export::ALL,
            super::filter::ALL,
            super::finding::ALL,
            super::ledger::ALL,
            super::map::ALL,
            super::opening::ALL,
            super::overview::ALL,
            super::package::ALL,
            super::poster::ALL,
            super::problem::ALL,
            super::reached::ALL,
            super::reading::ALL,
            super::sentence::ALL,
            super::shell::ALL,
            super::story::ALL,
            super::table::ALL,
            super::timeline::ALL,
            super::words::ALL,
        ];
        for (name, message) in catalogs.into_iter().flatten() {
            assert!(!message.zh.is_empty() && !message.en.is_empty(), "{name} lacks a language");
            assert_eq!(places(message.zh), places(message.en), "{name} fills unlike places");
            assert!(!message.en.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{name}");
        }
    }
}
