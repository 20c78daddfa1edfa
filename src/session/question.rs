//! All questions as one, and all answers, for the way to a worker.

use serde::{Deserialize, Serialize};

use super::Session;
use super::ask::Ask;
use super::export::Export;
use super::filters::{Numbers, Rail, Values, Years};
use super::find::Find;
use super::picture::{Chart, Compare, Controls, Frame, Ledger, Map, Overview, Poster, Timeline};
use super::recast::Recast;
use super::row::{Detail, Header, Page, RowPlace};
use super::selection::{Empty, Selection, Sources};
use super::story::Story;

/// A question that travels: the client of a session need not know where the session stands.
pub trait Portable: Ask + Into<Question> {
    /// The answer to this kind of question; `None` where it is one to another kind.
    fn read(answer: Answer) -> Option<Self::Answer>;
}

/// Declares the questions that a worker can be asked, from the types that implement [`Ask`].
macro_rules! questions {
    ($($name:ident),+ $(,)?) => {
        /// Any question.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum Question {
            $(
                #[allow(missing_docs)] // Told where the question of this name is declared.
                $name($name)
            ),+
        }

        /// Any answer, named as its question is.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum Answer {
            $(
                #[allow(missing_docs)]
                $name(<$name as Ask>::Answer)
            ),+
        }

        impl Question {
            pub(super) fn answer(&self, session: &mut Session) -> Answer {
                match self {
                    $(Self::$name(question) => Answer::$name(question.answer(session))),+
                }
            }
        }

        $(
            impl From<$name> for Question {
                fn from(question: $name) -> Self {
                    Self::$name(question)
                }
            }

            impl Portable for $name {
                fn read(answer: Answer) -> Option<Self::Answer> {
                    match answer {
                        Answer::$name(answer) => Some(answer),
                        _ => None,
                    }
                }
            }
        )+
    };
}

questions! {
    Selection, Empty, Sources, Rail, Years, Numbers, Values, Overview, Ledger, Chart, Compare, Controls, Timeline, Frame, Map, Poster, Story, Header, Page, RowPlace, Export, Detail, Find, Recast,
}
