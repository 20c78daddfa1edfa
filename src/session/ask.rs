//! What a session can be asked, each question of a type of its own.

use super::Session;

/// A question with everything its answer depends on.
pub trait Ask: Clone + PartialEq + Send + Sync + 'static {
    /// What answers it.
    type Answer: Clone + PartialEq + Send + Sync + 'static;

    /// Answers it.
    fn answer(&self, session: &mut Session) -> Self::Answer;
}
