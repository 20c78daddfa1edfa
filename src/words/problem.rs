//! A problem in a reader's words.

use crate::base::lang::Lang;
use crate::base::problem::{Problem, ProblemKind};
use crate::i18n::Message;
use crate::i18n::catalog::problem as m;
use crate::i18n::catalog::words::COLON;

fn what(kind: ProblemKind) -> Message {
    match kind {
        ProblemKind::Unreadable => m::UNREADABLE,
        ProblemKind::MissingTable => m::MISSING_TABLE,
        ProblemKind::MissingColumn => m::MISSING_COLUMN,
        ProblemKind::RaggedRow => m::RAGGED_ROW,
        ProblemKind::EmptyCell => m::EMPTY_CELL,
        ProblemKind::DuplicateId => m::DUPLICATE_ID,
        ProblemKind::UnknownReference => m::UNKNOWN_REFERENCE,
        ProblemKind::NotANumber => m::NOT_A_NUMBER,
        ProblemKind::BadDate => m::BAD_DATE,
        ProblemKind::PeriodReversed => m::PERIOD_REVERSED,
        ProblemKind::OutsideVocabulary => m::OUTSIDE_VOCABULARY,
        ProblemKind::PercentOutOfRange => m::PERCENT_OUT_OF_RANGE,
        ProblemKind::UnitNotConvertible => m::UNIT_NOT_CONVERTIBLE,
        ProblemKind::TreeCycle => m::TREE_CYCLE,
        ProblemKind::PrintedWithoutValue => m::PRINTED_WITHOUT_VALUE,
        ProblemKind::BadLocator => m::BAD_LOCATOR,
        ProblemKind::BadBreakdown => m::BAD_BREAKDOWN,
        ProblemKind::WrongEncoding => m::WRONG_ENCODING,
        ProblemKind::CutFile => m::CUT_FILE,
        ProblemKind::OpenQuote => m::OPEN_QUOTE,
        ProblemKind::CellTooLong => m::CELL_TOO_LONG,
        ProblemKind::NotFinite => m::NOT_FINITE,
        ProblemKind::TooGreat => m::TOO_GREAT,
        ProblemKind::SkippedRow => m::SKIPPED_ROW,
        ProblemKind::DuplicateHeader => m::DUPLICATE_HEADER,
        ProblemKind::EmptyHeader => m::EMPTY_HEADER,
        ProblemKind::NoTable => m::NO_TABLE,
        ProblemKind::TooLarge => m::TOO_LARGE,
        ProblemKind::UnknownFormat => m::UNKNOWN_FORMAT,
        ProblemKind::WholeFile => m::WHOLE_FILE,
    }
}

/// Where, what, what was found and what was expected, in one line.
#[must_use]
pub fn describe(problem: &Problem, lang: Lang) -> String {
    let row = problem.at.row.map(|r| r.to_string());
    let column = problem.at.column.as_deref();
    let message = match (&row, column) {
        (Some(_), Some(_)) => m::AT_CELL,
        (Some(_), None) => m::AT_ROW,
        (None, Some(_)) => m::AT_COLUMN,
        (None, None) => m::AT,
    };
    let values = [
        ("table", problem.at.table.as_str()),
        ("row", row.as_deref().unwrap_or_default()),
        ("column", column.unwrap_or_default()),
    ];
    let mut text = message.fill(lang, &values);
    text.push_str(COLON.get(lang));
    let what = what(problem.kind).get(lang);
    if problem.found.is_empty() {
        text.push_str(what);
    } else {
        text.push_str(&m::FOUND.fill(lang, &[("what", what), ("found", &problem.found)]));
    }
    if problem.expected.is_empty() {
        return text;
    }
    m::EXPECTED.fill(lang, &[("text", &text), ("expected", &problem.expected)])
}

/// How many more problems of a kind there are than are listed.
#[must_use]
pub fn describe_more(kind: ProblemKind, count: usize, lang: Lang) -> String {
    m::MORE.count(lang, count, &[("what", what(kind).get(lang))])
}
