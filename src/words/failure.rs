//! Why something could not be opened or worked out, in a reader's words.

use super::problem::refusal;
use crate::base::failure::Failure;
use crate::base::lang::Lang;
use crate::base::problem::Problem;
use crate::i18n::Message;
use crate::i18n::catalog::opening as m;

/// What happened and what to do, in a sentence without its end; of a file that has a problem, what that is.
#[must_use]
pub fn failed(failure: Failure, problem: Option<&Problem>, lang: Lang) -> String {
    problem.map_or_else(|| words(failure).get(lang).to_owned(), |problem| refusal(problem, lang))
}

const fn words(failure: Failure) -> Message {
    match failure {
        Failure::Cancelled => m::CANCELLED,
        Failure::Closed => m::CLOSED,
        // A question that does not fit the table, which no reader can ask by themselves.
        Failure::Column | Failure::Inactive | Failure::Range | Failure::Internal => m::INTERNAL,
        Failure::Format => m::FORMAT,
        Failure::Memory => m::MEMORY,
        Failure::NotFound => m::NOT_FOUND,
        Failure::Interrupted => m::INTERRUPTED,
        Failure::Elsewhere => m::ELSEWHERE,
        Failure::NoReader => m::NO_READER,
        Failure::NoEngine => m::NO_ENGINE,
        Failure::OldBrowser => m::OLD_BROWSER,
        Failure::TooLarge => m::TOO_LARGE,
    }
}
