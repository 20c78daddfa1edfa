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
        ProblemKind::TooWide => m::TOO_WIDE,
        ProblemKind::UnknownFormat => m::UNKNOWN_FORMAT,
        ProblemKind::WholeFile => m::WHOLE_FILE,
        ProblemKind::DamagedFile => m::DAMAGED_FILE,
        ProblemKind::Locked => m::LOCKED,
        ProblemKind::NoRows => m::NO_ROWS,
        ProblemKind::UnsupportedColumn => m::UNSUPPORTED_COLUMN,
        ProblemKind::MixedTypes => m::MIXED_TYPES,
        ProblemKind::UnreadEncoding => m::UNREAD_ENCODING,
        ProblemKind::Picture => m::PICTURE,
        ProblemKind::Pdf => m::PDF,
        ProblemKind::WordFile => m::WORD_FILE,
        ProblemKind::Recording => m::RECORDING,
        ProblemKind::Packed => m::PACKED,
        ProblemKind::Prose => m::PROSE,
        ProblemKind::OtherColumns => m::OTHER_COLUMNS,
        ProblemKind::NoShapes => m::NO_SHAPES,
        ProblemKind::OtherAreas => m::OTHER_AREAS,
        ProblemKind::MapTooLarge => m::MAP_TOO_LARGE,
        ProblemKind::OtherThanDescribed => m::OTHER_THAN_DESCRIBED,
        ProblemKind::NotBrought => m::NOT_BROUGHT,
        ProblemKind::OutsidePackage => m::OUTSIDE_PACKAGE,
    }
}

/// Whether what was found and expected are words of programs, and no words of the file.
const fn is_technical(kind: ProblemKind) -> bool {
    use ProblemKind as K;
    matches!(
        kind,
        K::DamagedFile
            | K::UnsupportedColumn
            | K::MixedTypes
            | K::Picture
            | K::Pdf
            | K::WordFile
            | K::Recording
            | K::Packed
            | K::Prose
    )
}

/// How what was expected is told.
const fn expectation(kind: ProblemKind) -> Message {
    match kind {
        ProblemKind::CellTooLong
        | ProblemKind::TooLarge
        | ProblemKind::TooWide
        | ProblemKind::MapTooLarge => m::AT_MOST,
        ProblemKind::DuplicateHeader | ProblemKind::EmptyHeader => m::RENAMED,
        _ => m::EXPECTED,
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
    if problem.found.is_empty() || is_technical(problem.kind) {
        text.push_str(what);
    } else {
        text.push_str(&m::FOUND.fill(lang, &[("what", what), ("found", &problem.found)]));
    }
    if problem.expected.is_empty() || is_technical(problem.kind) {
        return text;
    }
    expectation(problem.kind).fill(lang, &[("text", &text), ("expected", &problem.expected)])
}

/// Why a file was not opened, and what to do, in a sentence without its end.
#[must_use]
pub fn refusal(problem: &Problem, lang: Lang) -> String {
    let values = [("found", problem.found.as_str()), ("expected", problem.expected.as_str())];
    let is_told = !problem.found.is_empty();
    match problem.kind {
        ProblemKind::CutFile | ProblemKind::DamagedFile => m::DAMAGED_HELP.get(lang).to_owned(),
        ProblemKind::Locked => m::LOCKED_HELP.get(lang).to_owned(),
        ProblemKind::UnreadEncoding => m::UNREAD_ENCODING_HELP.fill(lang, &values),
        ProblemKind::Picture => m::PICTURE_HELP.get(lang).to_owned(),
        ProblemKind::Pdf => m::PDF_HELP.get(lang).to_owned(),
        ProblemKind::WordFile => m::WORD_FILE_HELP.get(lang).to_owned(),
        ProblemKind::Recording => m::RECORDING_HELP.get(lang).to_owned(),
        ProblemKind::Packed => m::PACKED_HELP.get(lang).to_owned(),
        ProblemKind::Prose => m::PROSE_HELP.get(lang).to_owned(),
        ProblemKind::UnsupportedColumn => m::NESTED_HELP.fill(lang, &values),
        ProblemKind::NoTable if is_told => m::NO_TABLE_IN_HELP.fill(lang, &values),
        ProblemKind::NoTable => m::NO_TABLE_HELP.get(lang).to_owned(),
        ProblemKind::NoRows if is_told => m::HEADER_ONLY_HELP.fill(lang, &values),
        ProblemKind::NoRows => m::NO_ROWS_HELP.get(lang).to_owned(),
        ProblemKind::UnknownFormat if is_told => m::UNKNOWN_FORMAT_HELP.fill(lang, &values),
        ProblemKind::TooLarge if is_told => m::TOO_LARGE_HELP.fill(lang, &values),
        ProblemKind::TooWide => m::TOO_WIDE_HELP.fill(lang, &values),
        ProblemKind::NoShapes => m::NO_SHAPES_HELP.get(lang).to_owned(),
        ProblemKind::OtherAreas if is_told => m::OTHER_AREAS_HELP.fill(lang, &values),
        ProblemKind::OtherAreas => m::NAMELESS_AREAS_HELP.get(lang).to_owned(),
        ProblemKind::MapTooLarge => m::MAP_TOO_LARGE_HELP.fill(lang, &values),
        _ => m::CORRECT.fill(lang, &[("problem", &describe(problem, lang))]),
    }
}

/// How many more problems of a kind there are than are listed.
#[must_use]
pub fn describe_more(kind: ProblemKind, count: usize, lang: Lang) -> String {
    m::MORE.count(lang, count, &[("what", what(kind).get(lang))])
}
