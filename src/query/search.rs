//! Instant search over the names in a table and the figures it prints, by characters, pinyin and initials.

use std::ops::Range;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::base::lang::{Bilingual, Lang};
use crate::base::order::Order;
use crate::base::pinyin::Pinyin;
use crate::column::{Role, Table};

/// What a search finds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Searchable {
    /// A value of a category column: its key and the value's id.
    Value {
        /// Key of the column.
        column: String,
        /// Id of the value.
        id: String,
    },
    /// A row, by its key.
    Row(String),
}

/// One result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// What was found.
    pub target: Searchable,
    /// Its name.
    pub name: Bilingual,
    /// The language the match is in.
    pub lang: Lang,
    /// The matched characters of the name in that language.
    pub range: Range<usize>,
    /// Lower is better: 0 the name starts with it, 1 a Chinese name holds it or a word starts with it, 2 by pinyin,
    /// 3 inside an English word.
    rank: u8,
}

struct Entry {
    target: Searchable,
    name: Bilingual,
    zh: Vec<char>,
    en: Vec<char>,
}

/// Everything that can be found, prepared for searching at each key stroke.
pub struct Index {
    entries: Vec<Entry>,
    /// Made at the first search: the first view needs none of its table.
    pinyin: LazyLock<Pinyin>,
}

/// The roles whose names are searched.
const SEARCHED: [Role; 4] = [Role::Topic, Role::Series, Role::Area, Role::Category];

impl Index {
    /// Indexes the named values of a table's category columns, then the text of each row.
    #[must_use]
    pub fn new(table: &Table) -> Self {
        let mut entries = Vec::new();
        for role in SEARCHED {
            for (column, category) in table.categories().filter(|(c, _)| c.role == role) {
                for (_, value) in category.dictionary.iter().filter(|(_, e)| !e.name.is_empty()) {
                    let target =
                        Searchable::Value { column: column.key.clone(), id: value.id.clone() };
                    entries.push(Entry::new(target, value.name.clone()));
                }
            }
        }
        if let Some(texts) = table.category_by_role(Role::Text) {
            for row in 0..table.len {
                if let Some((key, text)) = table.key(row).zip(texts.entry(row)) {
                    entries.push(Entry::new(Searchable::Row(key.into_owned()), text.name.clone()));
                }
            }
        }
        Self { entries, pinyin: LazyLock::new(Pinyin::default) }
    }

    /// The best `limit` results of each kind of target, best first; empty for a blank query.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        let query: Vec<char> = query.trim().to_ascii_lowercase().chars().collect();
        if query.is_empty() {
            return Vec::new();
        }
        let letters: String = query.iter().filter(|c| !c.is_whitespace()).collect();
        let mut hits: Vec<Hit> =
            self.entries.iter().filter_map(|e| e.find(&query, &letters, &self.pinyin)).collect();
        hits.order_by_key(|hit| hit.rank);
        let mut kept: Vec<(String, usize)> = Vec::new();
        hits.retain(|hit| {
            let kind = match &hit.target {
                Searchable::Value { column, .. } => column.as_str(),
                Searchable::Row(_) => "",
            };
            match kept.iter_mut().find(|(k, _)| k == kind) {
                Some((_, n)) => {
                    *n += 1;
                    *n <= limit
                }
                None => {
                    kept.push((kind.to_owned(), 1));
                    limit > 0
                }
            }
        });
        hits
    }
}

impl Entry {
    fn new(target: Searchable, name: Bilingual) -> Self {
        // Lower case of ASCII alone: the names are Chinese and English, and the table for all letters is large.
        let lower = |text: &str| text.chars().map(|c| c.to_ascii_lowercase()).collect();
        Self { target, zh: lower(&name.zh), en: lower(&name.en), name }
    }

    fn find(&self, query: &[char], letters: &str, pinyin: &Pinyin) -> Option<Hit> {
        let literal =
            [(Lang::Zh, &self.zh), (Lang::En, &self.en)].into_iter().find_map(|(lang, text)| {
                let at = text.windows(query.len()).position(|window| window == query)?;
                let inside_word =
                    at > 0 && text[at - 1].is_ascii_alphabetic() && text[at].is_ascii_alphabetic();
                let rank = if inside_word { 3 } else { u8::from(at > 0) };
                Some((lang, at..at + query.len(), rank))
            });
        let is_row = matches!(self.target, Searchable::Row(_));
        let spelled = || {
            let range = pinyin.find(&self.zh, letters).filter(|_| !is_row)?;
            Some((Lang::Zh, range, 2))
        };
        let (lang, range, rank) = match literal {
            Some(found) if found.2 < 3 => found,
            found => spelled().or(found)?,
        };
        Some(Hit { target: self.target.clone(), name: self.name.clone(), lang, range, rank })
    }
}
