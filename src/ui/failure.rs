//! What a worker could not do, in a reader's words.

use crate::base::lang::Lang;
use crate::browser::worker::WorkerError;
use crate::words::failed;

/// Why, and what to do, in a sentence without its end.
#[must_use]
pub fn failure_text(error: &WorkerError, lang: Lang) -> String {
    failed(error.failure, error.problem.as_ref(), lang)
}
