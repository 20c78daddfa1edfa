//! The closed vocabularies of the data package, one enum a column.

/// Declares an enum whose variants each have the id written in the data.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every word of the vocabulary, in its natural order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as written in the data.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// The variant of a word written in the data.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$variant),)+ _ => None }
            }

            /// The whole vocabulary as one line, for messages.
            #[must_use]
            pub fn expected() -> String {
                [$($id),+].join(" | ")
            }
        }
    };
}

vocabulary! {
    /// How a published figure relates to the true value.
    Qualifier {
        /// The figure itself.
        Eq = "eq",
        /// About (约, 左右).
        About = "about",
        /// Nearly, just below (近).
        Nearly = "nearly",
        /// More than (余, 多, 超过).
        Over = "over",
        /// No less than (不低于, 以上).
        AtLeast = "at_least",
        /// No more than (不超过, 以内).
        AtMost = "at_most",
        /// Less than.
        Under = "under",
    }
}

vocabulary! {
    /// How far what a figure counts has come.
    Stage {
        /// A target or budget not yet carried out.
        Planned = "planned",
        /// Under way when the text was published.
        InProgress = "in_progress",
        /// Done, or a total reached.
        Completed = "completed",
        /// A rate, a level or a standard in force.
        Standing = "standing",
    }
}

vocabulary! {
    /// What a figure is in relation to its indicator.
    Role {
        /// What is or was.
        Actual = "actual",
        /// What is to be reached.
        Target = "target",
        /// What must not be exceeded.
        Ceiling = "ceiling",
        /// A part of the whole that the breakdown names.
        Share = "share",
        /// A change against an earlier value.
        Growth = "growth",
    }
}

vocabulary! {
    /// Which way is better.
    Direction {
        /// More is better.
        Higher = "higher",
        /// Less is better.
        Lower = "lower",
        /// Neither.
        None = "none",
    }
}

vocabulary! {
    /// Level of a reference area.
    Level {
        /// Province.
        Province = "province",
        /// Prefecture-level city.
        Prefecture = "prefecture",
        /// County or district.
        County = "county",
        /// Development zone.
        Zone = "zone",
        /// Town or street office.
        Town = "town",
        /// Village or community.
        Village = "village",
    }
}
