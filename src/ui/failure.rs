//! What a worker could not do, in a reader's words.

use crate::base::failure::Failure;
use crate::base::lang::Lang;
use crate::base::problem::{Location, Problem, ProblemKind};
use crate::browser::worker::{FileProblem, WorkerError};
use crate::words::failed;

/// Why, and what to do, in a sentence without its end.
#[must_use]
pub fn failure_text(error: &WorkerError, lang: Lang) -> String {
    let failure = Failure::from_id(&error.code).unwrap_or(Failure::Internal);
    failed(failure, error.problem.as_ref().and_then(problem).as_ref(), lang)
}

fn problem(told: &FileProblem) -> Option<Problem> {
    let FileProblem { kind, table, row, column, found, expected } = told.clone();
    let at = Location { table, row, column };
    Some(Problem { kind: ProblemKind::from_id(&kind)?, at, found, expected })
}
