//! How far a package's tables are from what its descriptor says of them.

/// Where a file is replaced on a server, a page may get new tables with an old descriptor, or a table that was cut short:
/// what is read then must not pass for the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Misfit {
    /// Files that are not the ones described.
    pub files: Vec<String>,
    /// How many figures the descriptor speaks of; `None` where it does not say.
    pub described: Option<usize>,
    /// How many rows the table of figures has.
    pub rows: usize,
    /// How many of them are sound, and shown.
    pub sound: usize,
}

impl Misfit {
    /// How many figures there should be.
    #[must_use]
    pub fn all(&self) -> usize {
        self.described.unwrap_or_default().max(self.rows)
    }

    /// Whether the tables are those described, and what is shown is the whole of them.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.files.is_empty() && self.sound >= self.all()
    }
}
