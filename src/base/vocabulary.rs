//! Closed vocabularies: enums whose variants each have a word written in data or links.

/// Declares an enum whose variants each have the id written in data or links.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
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

pub(crate) use vocabulary;
