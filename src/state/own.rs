//! A reader's own table, as a link names it: the link cannot carry the file, so it says which one is needed.

use serde::{Deserialize, Serialize};

/// What tells a file from others. Two are the same where size and checksum are, whatever they are called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnTable {
    /// The file's name; never empty.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// The checksum of its pieces: see `base::fingerprint`.
    pub hash: u32,
    /// What the reader wants otherwise of how it is read, by `import::Arrangement::text`; empty for nothing.
    pub read: String,
}

impl OwnTable {
    /// Whether both name the same content.
    #[must_use]
    pub const fn is_same(&self, other: &Self) -> bool {
        self.bytes == other.bytes && self.hash == other.hash
    }
}
