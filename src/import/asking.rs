//! Questions to the reader about columns and the header: only where two readings give other figures, and nothing in the
//! table decides between them.

use std::collections::BTreeSet;

use super::arrangement::{Layout, TimeWay, Use};
use super::cell::{Number, day_text, period, plain, written};
use super::form::{Basis, DecimalSign, Pairs, Sure, TimeForm, Why};
use super::kind::Kind;
use super::plan::{ColumnPlan, Plan};
use super::question::{Answer, Becomes, Change, Doubt, First, Question};
use super::sample::Row;
use crate::column::Role;

/// Cells that a question shows, rows that are looked at for them, and questions of a table.
const CELLS: usize = 3;
const LOOKED: usize = 400;
const QUESTIONS: usize = 6;

/// Lines that are shown as they stand, their cells, and the characters of one.
const LINES: usize = 12;
const FIRST_CELLS: usize = 12;
const CHARACTERS: usize = 60;

/// What is asked of the columns; `texts` are the first rows, a cell for each column.
pub(super) fn of_columns(plan: &Plan, texts: &[Vec<&[u8]>]) -> Vec<Question> {
    let mut questions = Vec::new();
    for (at, column) in plan.columns.iter().enumerate() {
        let cells = || texts.iter().take(LOOKED).filter_map(move |row| row.get(at).copied());
        questions.extend(of_column(column, plan, &|| Box::new(cells())));
        if questions.len() >= QUESTIONS {
            break;
        }
    }
    questions
}

type Cells<'c, 'a> = dyn Fn() -> Box<dyn Iterator<Item = &'a [u8]> + 'c> + 'c;

fn of_column(column: &ColumnPlan, plan: &Plan, cells: &Cells<'_, '_>) -> Option<Question> {
    if column.kind == Kind::Number && column.form.sure == Sure::Guessed {
        let open = decimal(column, cells);
        if open.is_some() {
            return open;
        }
    }
    match (column.kind, column.basis) {
        (Kind::Number, Basis { sure: Sure::Guessed, .. }) => number(column, cells),
        (Kind::Time, Basis { sure: Sure::Guessed, .. }) => years(column, cells),
        (Kind::Time, _) if column.time.sure == Sure::Guessed => time(column, cells),
        (Kind::Category, Basis { sure: Sure::Guessed, why: Why::Digits }) => number(column, cells),
        (Kind::Category, Basis { sure: Sure::Guessed, why: Why::Known }) => {
            area(column, plan, cells)
        }
        _ => None,
    }
}

/// The first cells that differ and are of this kind.
fn some(cells: &Cells<'_, '_>, is_telling: impl Fn(&[u8]) -> bool) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let telling = cells().filter(|cell| is_telling(cell) && seen.insert(*cell));
    telling.take(CELLS).map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect()
}

fn question(
    doubt: Doubt,
    column: &ColumnPlan,
    cells: Vec<String>,
    answers: Vec<(Change, bool)>,
    becomes: impl Fn(&Change, &str) -> Becomes,
) -> Option<Question> {
    if cells.is_empty() {
        return None;
    }
    let answer = |(change, is_shown): (Change, bool)| {
        let becomes = cells.iter().map(|cell| becomes(&change, cell)).collect();
        Answer { change, becomes, is_shown }
    };
    let answers = answers.into_iter().map(answer).collect();
    let name = if column.name.is_empty() { &column.key } else { &column.name };
    Some(Question { doubt, column: (column.key.clone(), name.clone()), cells, answers })
}

fn value(cell: &[u8], sign: DecimalSign) -> Option<f64> {
    plain(cell, sign).or_else(|| match written(cell, sign).number {
        Number::Is(value) => Some(value),
        _ => None,
    })
}

fn as_number(cell: &str, sign: DecimalSign) -> Becomes {
    value(cell.as_bytes(), sign)
        .map_or(Becomes::Nothing, |value| Becomes::Number(value.to_string()))
}

fn decimal(column: &ColumnPlan, cells: &Cells<'_, '_>) -> Option<Question> {
    let is_open = |cell: &[u8]| {
        let (point, comma) = (value(cell, DecimalSign::Point), value(cell, DecimalSign::Comma));
        point.is_some() && comma.is_some() && point != comma
    };
    let shown = column.form.decimal;
    let answers =
        [DecimalSign::Point, DecimalSign::Comma].map(|sign| (Change::Decimal(sign), sign == shown));
    question(Doubt::Decimal, column, some(cells, is_open), answers.into(), |change, cell| {
        let Change::Decimal(sign) = change else { return Becomes::Nothing };
        as_number(cell, *sign)
    })
}

fn number(column: &ColumnPlan, cells: &Cells<'_, '_>) -> Option<Question> {
    let now = Use::of(column.kind, column.role);
    let name = if now == Use::Text { Use::Text } else { Use::Category };
    let answers = [name, Use::Number].map(|as_what| (Change::Use(as_what), as_what == now));
    let sign = column.form.decimal;
    let found = some(cells, |cell| value(cell, sign).is_some());
    question(Doubt::Number, column, found, answers.into(), |change, cell| match change {
        Change::Use(Use::Number) => as_number(cell, sign),
        _ => Becomes::Name(cell.to_owned()),
    })
}

fn years(column: &ColumnPlan, cells: &Cells<'_, '_>) -> Option<Question> {
    let answers = [Use::Time, Use::Number].map(|used| (Change::Use(used), used == Use::Time));
    let (form, sign) = (column.time, column.form.decimal);
    let found = some(cells, |cell| span(cell, &form).is_some());
    question(Doubt::Years, column, found, answers.into(), |change, cell| match change {
        Change::Use(Use::Number) => as_number(cell, sign),
        _ => span(cell.as_bytes(), &form)
            .map_or(Becomes::Nothing, |(first, last)| Becomes::Days(first, last)),
    })
}

fn area(column: &ColumnPlan, plan: &Plan, cells: &Cells<'_, '_>) -> Option<Question> {
    let is_other = |other: &&ColumnPlan| other.key != column.key && other.role == Role::Area;
    if plan.columns.iter().any(|other| is_other(&other)) {
        return None;
    }
    let now = Use::of(column.kind, column.role);
    let other = if now == Use::Area { Use::Category } else { now };
    let answers = [Use::Area, other].map(|as_what| (Change::Use(as_what), as_what == now));
    let found = some(cells, |cell| !cell.trim_ascii().is_empty());
    question(Doubt::Area, column, found, answers.into(), |_, cell| Becomes::Name(cell.to_owned()))
}

fn span(cell: &[u8], form: &TimeForm) -> Option<(i32, i32)> {
    period(day_text(cell), form).map(|span| (span.first, span.last))
}

fn time(column: &ColumnPlan, cells: &Cells<'_, '_>) -> Option<Question> {
    let form = column.time;
    let differ = |ways: &[TimeWay]| {
        some(cells, |cell| {
            let spans: BTreeSet<_> =
                ways.iter().filter_map(|way| span(cell, &way.apply(form))).collect();
            spans.len() > 1
        })
    };
    let becomes = move |change: &Change, cell: &str| {
        let Change::Time(way) = change else { return Becomes::Nothing };
        span(cell.as_bytes(), &way.apply(form))
            .map_or(Becomes::Nothing, |(first, last)| Becomes::Days(first, last))
    };
    let days = [TimeWay::MonthFirst, TimeWay::DayFirst];
    let found = differ(&days);
    if !found.is_empty() {
        let answers = days.map(|way| (Change::Time(way), way.apply(form) == form)).into();
        return question(Doubt::DayOrder, column, found, answers, becomes);
    }
    let mut pairs = vec![TimeWay::Month, TimeWay::Fiscal];
    if form.pairs == Pairs::Years {
        pairs.push(TimeWay::Years);
    }
    let found = differ(&pairs);
    let answers = pairs.iter().map(|way| (Change::Time(*way), way.apply(form) == form)).collect();
    question(Doubt::Pairs, column, found, answers, becomes)
}

/// Whether the first row below what stands above names the columns, where nothing tells.
pub(super) fn of_header(layout: &Layout, head: Basis, rows: &[Row<'_>]) -> Option<Question> {
    if head.sure != Sure::Guessed || head.why == Why::Reader {
        return None;
    }
    let row = rows.get(layout.above)?;
    let cells: Vec<String> = row.cells.iter().take(CELLS).map(|cell| cut(cell)).collect();
    let answer = |rows: usize| {
        let of = |cell: &String| match rows {
            0 => as_number(cell, DecimalSign::Point),
            _ => Becomes::Name(cell.clone()),
        };
        let named = |cell: &String| match of(cell) {
            Becomes::Nothing => Becomes::Name(cell.clone()),
            other => other,
        };
        let becomes = cells.iter().map(named).collect();
        let change = Change::Header(layout.above, rows);
        Answer { change, becomes, is_shown: layout.header == rows }
    };
    let answers = vec![answer(1), answer(0)];
    let column = (String::new(), String::new());
    Some(Question { doubt: Doubt::Header, column, cells, answers })
}

/// The first lines as they stand.
pub(super) fn first(rows: &[Row<'_>]) -> First {
    let shown = rows.iter().take(LINES);
    let is_cut = shown.clone().any(|row| row.cells.len() > FIRST_CELLS);
    let cells = |row: &Row<'_>| row.cells.iter().take(FIRST_CELLS).map(|cell| cut(cell)).collect();
    First { lines: shown.map(|row| (row.line, cells(row))).collect(), is_cut }
}

fn cut(cell: &[u8]) -> String {
    // A character takes four bytes at most.
    let text = String::from_utf8_lossy(&cell[..cell.len().min(CHARACTERS * 4)]);
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= CHARACTERS {
        return flat;
    }
    flat.chars().take(CHARACTERS).chain(['\u{2026}']).collect()
}
