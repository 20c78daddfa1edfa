//! What values are found by besides their names.

use std::collections::BTreeMap;

/// What a value is found by besides its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Also {
    /// Other names: a short one, a code, everyday words.
    pub names: Vec<String>,
    /// What is said of it, such as its definition.
    pub about: Vec<String>,
    /// Names of what it belongs to: they narrow a search down, and find nothing by themselves.
    pub within: Vec<String>,
}

/// What the values of a table are found by besides their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    values: BTreeMap<String, BTreeMap<String, Also>>,
    /// A text for each row, searched with the values it has; none where rows have nothing of their own.
    pub rows: Vec<String>,
    /// Words that carry a question and name nothing.
    pub filler: Vec<String>,
    /// Words that name nothing where they stand alone: the verb of a question, not the one in a name.
    pub alone: Vec<String>,
    /// Words that name a time from the day of the reader, which no release prints: they stay unknown as a whole.
    pub relative: Vec<String>,
    /// Words that ask for something without naming it.
    pub asking: Vec<Asking>,
}

/// A word that asks for values of a column without being their name: 完工 asks for what is completed, 多少钱 for money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// The word, folded.
    pub word: String,
    /// Key of the column.
    pub column: String,
    /// Ids of the values it asks for.
    pub ids: Vec<String>,
}

impl Terms {
    /// What the value of this id in the column of this key is found by, to be added to.
    pub fn of(&mut self, column: &str, id: &str) -> &mut Also {
        self.values.entry(column.to_owned()).or_default().entry(id.to_owned()).or_default()
    }

    /// What the value is found by, if anything.
    #[must_use]
    pub fn get(&self, column: &str, id: &str) -> Option<&Also> {
        self.values.get(column)?.get(id)
    }

    /// Whether any value of the column is found by more than its name.
    pub(super) fn knows(&self, column: &str) -> bool {
        self.values.contains_key(column)
    }
}
