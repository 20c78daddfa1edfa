//! Questions and their answers, each of a type of its own, and all of them as one for the way to a worker.

use serde::{Deserialize, Serialize};

use super::Session;
use super::export::Export;
use super::filters::{Numbers, Rail, Values, Years};
use super::find::Find;
use super::picture::{Chart, Compare, Controls, Frame, Ledger, Overview, Poster, Timeline};
use super::recast::Recast;
use super::row::{Detail, Header, Page, Place};
use super::selection::{Lifts, Selection, Sources};
use super::story::Story;

/// A question with everything its answer depends on.
pub trait Ask: Clone + PartialEq + Send + Sync + Into<Question> + 'static {
    /// What answers it.
    type Answer: Clone + PartialEq + Send + Sync + 'static;

    /// Answers it.
    fn answer(&self, session: &mut Session) -> Self::Answer;

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
        )+
    };
}

/// Takes an answer out of [`Answer`].
macro_rules! read {
    ($name:ident) => {
        fn read(answer: $crate::session::Answer) -> Option<Self::Answer> {
            match answer {
                $crate::session::Answer::$name(answer) => Some(answer),
                _ => None,
            }
        }
    };
}
pub(super) use read;

questions! {
    Selection, Lifts, Sources, Rail, Years, Numbers, Values, Overview, Ledger, Chart, Compare, Controls, Timeline, Frame, Poster, Story, Header, Page, Place, Export, Detail, Find, Recast,
}
