//! Columns under way: text cells in, typed columns out.

use super::calendar;
use super::cell::{Number, Written, day_text, grouped, measured, period, plain, unforced, written};
use super::companion::{self, Marks, Units};
use super::form::{Basis, DecimalSign, Sure, TimeForm, Why};
use super::kind::Kind;
use super::layout::closed_up;
use super::plan::ColumnPlan;
use crate::base::lang::Bilingual;
use crate::base::problem::ProblemKind;
use crate::column::builder::{CategoryBuilder, NumberBuilder, Refused, TableBuilder, TimeBuilder};
use crate::column::{Bitmap, Column, Data, Figures};

/// A column and what its cells become.
#[derive(Debug)]
pub(super) struct Building {
    pub(super) name: String,
    pub(super) data: Builder,
    /// Texts that say that there is no value, because a reader says so.
    missing: Vec<String>,
}

#[derive(Debug)]
pub(super) enum Builder {
    /// Texts, and whether names are closed up whose characters were spread out.
    Category(CategoryBuilder, bool),
    Number(NumberBuilder, DecimalSign, Marks),
    /// Numbers that each have a unit of their own.
    Measured(NumberBuilder, DecimalSign, Marks, Units),
    Time(TimeBuilder, TimeForm),
    Skip,
}

impl Builder {
    fn new(plan: &ColumnPlan) -> Self {
        match plan.kind {
            Kind::Category | Kind::Key => {
                Self::Category(CategoryBuilder::default(), plan.spread_out)
            }
            Kind::Number if plan.by_row => Self::Measured(
                NumberBuilder::default(),
                plan.form.decimal,
                Marks::default(),
                Units::default(),
            ),
            Kind::Number => {
                Self::Number(NumberBuilder::default(), plan.form.decimal, Marks::default())
            }
            Kind::Time => Self::Time(TimeBuilder::default(), plan.time),
            Kind::Skip => Self::Skip,
        }
    }

    // Cells come by the hundred million: a call for each costs a tenth of the time.
    #[inline(always)]
    pub(super) fn push(&mut self, cell: &[u8]) -> Result<(), ProblemKind> {
        let cell = unforced(cell);
        if let Self::Category(column, false) = self {
            return column.push(cell).map_err(refusal);
        }
        if let Self::Number(column, decimal, _) = self
            && let Some(value) = plain(cell, *decimal)
        {
            column.push(Some(value));
            return Ok(());
        }
        self.push_read(cell)
    }

    /// Adds a cell that takes more to be read: apart, so that the way of most cells is short enough to be inlined.
    #[inline(never)]
    fn push_read(&mut self, cell: &[u8]) -> Result<(), ProblemKind> {
        match self {
            Self::Category(column, _) => column.push(&closed_up(cell)).map_err(refusal),
            Self::Number(column, decimal, marks) => push_written(column, *decimal, marks, cell),
            Self::Measured(column, decimal, marks, units) => {
                push_measured(column, *decimal, (marks, units), cell)
            }
            Self::Time(column, form) => {
                column.push(day_text(cell), |text| period(text, form)).or_else(|refused| {
                    let missing = written(cell, DecimalSign::Point).number == Number::Missing;
                    if missing { Ok(()) } else { Err(refusal(refused)) }
                })
            }
            Self::Skip => Ok(()),
        }
    }

    pub(super) fn reserve(&mut self, rows: usize) {
        match self {
            Self::Category(column, _) => column.reserve(rows),
            Self::Number(column, ..) | Self::Measured(column, ..) => column.reserve(rows),
            Self::Time(column, _) => column.reserve(rows),
            Self::Skip => {}
        }
    }

    /// Adds rows that say nothing, as many as are missing to that number.
    pub(super) fn fill(&mut self, rows: usize) {
        match self {
            Self::Category(column, _) => column.fill(rows),
            Self::Number(column, ..) | Self::Measured(column, ..) => column.fill(rows),
            Self::Time(column, _) => column.fill(rows),
            Self::Skip => {}
        }
    }

    /// Bytes of so many rows and of the dictionary, and whether the dictionary grows with the rows.
    pub(super) fn bytes(&self, rows: usize) -> (usize, usize, bool) {
        match self {
            Self::Category(column, _) => {
                let (codes, dictionary) = column.bytes(rows);
                (codes, dictionary, column.distinct() * 4 > column.len())
            }
            Self::Number(..) | Self::Measured(..) => {
                (rows.saturating_mul(size_of::<f64>()), 0, false)
            }
            Self::Time(column, _) => (column.bytes(rows).0, column.bytes(rows).1, false),
            Self::Skip => (0, 0, false),
        }
    }
}

/// A cell of a number with a unit of its own. One that is none is kept as the text that it is, beside no value.
#[cold]
fn push_measured(
    column: &mut NumberBuilder,
    decimal: DecimalSign,
    (marks, units): (&mut Marks, &mut Units),
    cell: &[u8],
) -> Result<(), ProblemKind> {
    let row = column.len();
    let read = measured(cell, decimal);
    if let (Number::Is(_), Some(unit)) = (read.number, &read.unit) {
        units.put(row, unit);
    }
    if read.number == Number::Not
        && let Ok(text) = std::str::from_utf8(cell)
    {
        marks.put(row, &text.trim().replace(' ', "\u{a0}"));
    }
    push_read(column, marks, read, cell)
}

/// A cell with more than digits: grouped, multiplied, marked, or none.
#[cold]
fn push_written(
    column: &mut NumberBuilder,
    decimal: DecimalSign,
    marks: &mut Marks,
    cell: &[u8],
) -> Result<(), ProblemKind> {
    if let Some(value) = grouped(cell, decimal) {
        column.push(Some(value));
        return Ok(());
    }
    push_read(column, marks, written(cell, decimal), cell)
}

/// What was read of a cell.
fn push_read(
    column: &mut NumberBuilder,
    marks: &mut Marks,
    Written { number, mark, .. }: Written,
    cell: &[u8],
) -> Result<(), ProblemKind> {
    if let Some(mark) = mark.filter(|_| matches!(number, Number::Is(_) | Number::Missing)) {
        marks.put(column.len(), &mark);
    }
    if matches!(number, Number::Missing) {
        marks.miss(cell);
    }
    let value = if let Number::Is(value) = number { Some(value) } else { None };
    column.push(value);
    match number {
        Number::NotFinite => Err(ProblemKind::NotFinite),
        Number::TooGreat => Err(ProblemKind::TooGreat),
        Number::Not => Err(ProblemKind::NotANumber),
        Number::Is(_) | Number::Missing => Ok(()),
    }
}

const fn refusal(refused: Refused) -> ProblemKind {
    match refused {
        Refused::NotText => ProblemKind::WrongEncoding,
        Refused::Unreadable => ProblemKind::BadDate,
        Refused::Full => ProblemKind::TooLarge,
    }
}

impl Building {
    /// The column as planned; `missing` are texts that a reader says are no values, by the keys of their columns. Categories
    /// have such of their own.
    pub(super) fn new(plan: &ColumnPlan, missing: &[(String, String)]) -> Self {
        let own = missing.iter().filter(|(key, _)| *key == plan.key);
        let mut missing: Vec<String> = own.map(|(_, text)| text.clone()).collect();
        // Of numbers these are told once they have come.
        if plan.kind == Kind::Category {
            missing.extend(plan.missing.iter().cloned());
        }
        Self { name: plan.key.clone(), data: Builder::new(plan), missing }
    }

    /// A column that was met late.
    pub(super) fn late(name: &str, data: Builder) -> Self {
        Self { name: name.to_owned(), data, missing: Vec::new() }
    }

    /// Takes the next cell.
    #[inline(always)]
    pub(super) fn push(&mut self, cell: &[u8]) -> Result<(), ProblemKind> {
        let cell = if self.missing.is_empty() { cell } else { self.said(cell) };
        self.data.push(cell)
    }

    /// What a cell says, where a reader has named texts that are no values.
    #[cold]
    fn said<'c>(&self, cell: &'c [u8]) -> &'c [u8] {
        let is_missing = self.missing.iter().any(|text| text.as_bytes() == cell.trim_ascii());
        if is_missing { b"" } else { cell }
    }

    /// Whether no cell says anything.
    pub(super) fn is_blank(&self) -> bool {
        matches!(&self.data, Builder::Category(cells, _) if cells.distinct() == 0)
    }

    /// Leaves out what was built.
    pub(super) fn leave_out(&mut self, plan: &mut ColumnPlan) {
        (plan.kind, self.data) = (Kind::Skip, Builder::Skip);
        plan.basis = Basis::new(Sure::Certain, Why::Cells);
    }

    /// Takes the next cell, of which others say how it is meant; `marks` are these words, empty where there are none.
    #[inline]
    pub(super) fn push_marked(&mut self, cell: &[u8], marks: String) -> Result<(), ProblemKind> {
        if marks.is_empty() {
            return self.push(cell);
        }
        if let Builder::Number(.., own) | Builder::Measured(_, _, own, _) = &mut self.data {
            own.announce(marks);
        }
        let pushed = self.push(cell);
        if let Builder::Number(column, _, own) | Builder::Measured(column, _, own, _) =
            &mut self.data
        {
            own.settle(column.len());
        }
        pushed
    }

    /// Puts what was built into the table, as the plan says, and beside it what its cells say besides.
    pub(super) fn finish(self, plan: &mut ColumnPlan, table: &mut TableBuilder) {
        let (mut beside, mut beside_units) = (None, None);
        let data = match self.data {
            Builder::Skip => return,
            Builder::Category(cells, _) if plan.kind == Kind::Key => match cells.into_keys() {
                Ok(keys) => {
                    table.keys(keys);
                    return;
                }
                Err(cells) => Data::Category(cells.finish()),
            },
            Builder::Category(cells, _) => {
                Data::Category(calendar::in_order(cells.finish(), &plan.name))
            }
            Builder::Time(cells, _) => {
                let periods = cells.finish();
                beside = companion::grains(plan, &periods);
                plan.grains = companion::grain_ids(&periods);
                Data::Time(periods)
            }
            Builder::Number(cells, _, marks) => {
                beside = marked(plan, marks, cells.len());
                Data::Measure(figures(cells, plan))
            }
            Builder::Measured(cells, _, marks, units) => {
                beside_units = units.finish(plan, cells.len());
                beside = marked(plan, marks, cells.len());
                Data::Measure(figures(cells, plan))
            }
        };
        table.add(&plan.key, Bilingual::same(&plan.name), plan.role, data);
        table.unit(plan.unit.clone());
        for column in beside_units.into_iter().chain(beside) {
            table.beside(column);
        }
    }
}

/// The marks of a column's numbers; the texts that stand for none are told of it.
fn marked(plan: &mut ColumnPlan, mut marks: Marks, rows: usize) -> Option<Column> {
    plan.missing = marks.missing();
    marks.finish(plan, rows)
}

fn figures(cells: NumberBuilder, plan: &ColumnPlan) -> Figures {
    let mut figures = cells.finish();
    figures.additive = (!plan.additive).then(|| Bitmap::none(figures.values.len()));
    figures
}
