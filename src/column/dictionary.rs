//! The distinct values of a category column, which may form a forest.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::totals::{Reach, Reason, Total};
use crate::base::lang::Bilingual;

/// One value of a category column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Id, unique in the dictionary; what links and filters write.
    pub id: String,
    /// Name to show; empty where the i18n catalog has the word.
    pub name: Bilingual,
    /// Code of the entry it belongs to.
    pub parent: Option<u32>,
    /// Fixed colour number, where the value has one.
    pub hue: Option<u8>,
}

/// Values by code and by id.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Told", into = "Told")]
pub struct Dictionary {
    entries: Vec<Entry>,
    by_id: FxHashMap<String, u32>,
    /// Values that stand for others, by code ascending.
    totals: Vec<Total>,
    /// By code, the value that one lies in, where totals are known by what lies in them; empty where none is.
    within: Vec<Option<u32>>,
    /// Whether the values have an order of their own, as months have.
    is_ordered: bool,
}

impl From<Vec<Entry>> for Dictionary {
    fn from(entries: Vec<Entry>) -> Self {
        let mut dictionary = Self::default();
        for entry in entries {
            dictionary.intern(entry);
        }
        dictionary
    }
}

/// All that is to be told of a dictionary.
type Told = (Vec<Entry>, Vec<Total>, Vec<Option<u32>>, bool);

impl From<Told> for Dictionary {
    fn from((entries, totals, within, is_ordered): Told) -> Self {
        let mut dictionary = Self { is_ordered, within, ..Self::from(entries) };
        dictionary.set_totals(totals);
        dictionary
    }
}

impl From<Dictionary> for Told {
    fn from(dictionary: Dictionary) -> Self {
        (dictionary.entries, dictionary.totals, dictionary.within, dictionary.is_ordered)
    }
}

impl Dictionary {
    /// Says that the values stand in an order of their own, as months do: a ranking would break it.
    pub fn set_ordered(&mut self) {
        self.is_ordered = true;
    }

    /// Whether the values stand in an order of their own.
    #[must_use]
    pub const fn is_ordered(&self) -> bool {
        self.is_ordered
    }

    /// Makes room for this many more values.
    pub fn reserve(&mut self, values: usize) {
        self.entries.reserve(values);
        self.by_id.reserve(values);
    }

    /// Adds a value, or finds it if its id is known; gives its code.
    pub fn intern(&mut self, entry: Entry) -> u32 {
        if let Some(&code) = self.by_id.get(&entry.id) {
            return code;
        }
        let code = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.by_id.insert(entry.id.clone(), code);
        self.entries.push(entry);
        code
    }

    /// Has a value shown by another name than its id.
    pub(crate) fn set_name(&mut self, code: u32, name: Bilingual) {
        if let Some(entry) = self.entries.get_mut(code as usize) {
            entry.name = name;
        }
    }

    /// Sets the value another belongs to. The caller keeps this a forest.
    pub fn set_parent(&mut self, code: u32, parent: u32) {
        if let Some(entry) = self.entries.get_mut(code as usize) {
            entry.parent = Some(parent);
        }
    }

    /// Tells which values stand for others; those that are not there are left out.
    pub fn set_totals(&mut self, mut totals: Vec<Total>) {
        totals.retain(|total| (total.code as usize) < self.entries.len());
        totals.sort_unstable_by_key(|total| (total.code, total.reach, total.reason));
        totals.dedup_by_key(|total| total.code);
        self.totals = totals;
    }

    /// Makes a value, by its id, the total of all others or one of them, because a reader says so.
    pub fn set_total(&mut self, id: &str, is_total: bool) {
        let Some(code) = self.code(id) else { return };
        let mut totals = std::mem::take(&mut self.totals);
        totals.retain(|total| total.code != code);
        if is_total {
            totals.push(Total { code, reach: Reach::Whole, reason: Reason::Reader });
        }
        self.set_totals(totals);
    }

    /// Tells which value each one lies in, by code: of two of which one lies in the other, one counts.
    pub fn set_within(&mut self, within: Vec<Option<u32>>) {
        self.within = within;
    }

    /// Whether it is known of totals what lies in them.
    #[must_use]
    pub const fn is_nested(&self) -> bool {
        !self.within.is_empty()
    }

    /// The values that one lies in, the nearest first.
    pub fn around(&self, code: u32) -> impl Iterator<Item = u32> + '_ {
        let up = |&code: &u32| self.within.get(code as usize).copied().flatten();
        std::iter::successors(up(&code), up).take(self.within.len())
    }

    /// The values that stand for others, by code ascending.
    #[must_use]
    pub fn totals(&self) -> &[Total] {
        &self.totals
    }

    /// What is known of a value that stands for others; `None` where it is one of its own.
    #[must_use]
    pub fn total(&self, code: u32) -> Option<&Total> {
        let at = self.totals.binary_search_by_key(&code, |total| total.code).ok()?;
        self.totals.get(at)
    }

    /// The value of a code.
    #[must_use]
    pub fn get(&self, code: u32) -> Option<&Entry> {
        self.entries.get(code as usize)
    }

    /// The code of an id.
    #[must_use]
    pub fn code(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// Values with their codes, in order.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Entry)> {
        (0..).zip(&self.entries)
    }

    /// Number of values.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether any value belongs to another.
    #[must_use]
    pub fn is_tree(&self) -> bool {
        self.entries.iter().any(|e| e.parent.is_some())
    }

    /// The value and everything it belongs to, from itself upwards.
    pub fn ancestors(&self, code: u32) -> impl Iterator<Item = u32> + '_ {
        let up = move |&c: &u32| self.get(c).and_then(|e| e.parent);
        std::iter::successors(Some(code), up).take(self.entries.len())
    }
}
