//! Values of a category column that stand for others of it taken together: 合计, World, Both sexes.

use serde::{Deserialize, Serialize};

/// How many of the other values a total takes together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reach {
    /// All of them.
    Whole,
    /// Some of them, as a continent does.
    Group,
}

/// Why a value is taken for a total, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reason {
    /// Its name says so.
    Name,
    /// Its code says so, or that of which the codes of others are parts.
    Code,
    /// Its numbers are those of the others added up.
    Arithmetic,
    /// Rows without a value have the numbers of the others taken together.
    Blank,
    /// Others beside it have a code, and it has none.
    NoCode,
    /// The codes of others begin with its own.
    Nested,
    /// Rows below it lie a level deeper.
    Level,
    /// It is a part of another value, which has more in it than is told.
    Within,
    /// The reader says so.
    Reader,
    /// Its name says that it is a part of the value above it: 其中, of which.
    OfWhich,
}

impl Reason {
    /// Whether it says that the values of the column add up, and not only what one of them is called.
    #[must_use]
    pub const fn is_of_amounts(self) -> bool {
        matches!(self, Self::Arithmetic | Self::Nested | Self::Level | Self::Within | Self::Reader)
    }
}

/// A value that stands for others of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Total {
    /// Its code.
    pub code: u32,
    /// How many of the others it takes together.
    pub reach: Reach,
    /// How that is known.
    pub reason: Reason,
}

impl Total {
    /// Whether it is a part of another value, told beside it, and takes nothing together itself: it is left out of sums as
    /// totals are, and is called otherwise.
    #[must_use]
    pub const fn is_part(self) -> bool {
        match self.reason {
            Reason::OfWhich | Reason::Within => true,
            // What follows the first part of another is known by its numbers.
            Reason::Arithmetic => matches!(self.reach, Reach::Group),
            _ => false,
        }
    }
}
