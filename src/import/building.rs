//! Columns under way: text cells in, typed columns out.

use super::cell::{Number, day_text, number, period};
use super::form::TimeForm;
use super::plan::{ColumnPlan, Kind};
use crate::base::lang::Bilingual;
use crate::base::problem::ProblemKind;
use crate::column::builder::{CategoryBuilder, NumberBuilder, Refused, TableBuilder, TimeBuilder};
use crate::column::{Bitmap, Data};

/// A column and what its cells become.
#[derive(Debug)]
pub(super) struct Building {
    pub(super) name: String,
    pub(super) data: Builder,
}

#[derive(Debug)]
pub(super) enum Builder {
    Category(CategoryBuilder),
    Number(NumberBuilder),
    Time(TimeBuilder),
    Skip,
}

impl Builder {
    fn new(kind: Kind) -> Self {
        match kind {
            Kind::Category | Kind::Key => Self::Category(CategoryBuilder::default()),
            Kind::Number => Self::Number(NumberBuilder::default()),
            Kind::Time => Self::Time(TimeBuilder::default()),
            Kind::Skip => Self::Skip,
        }
    }

    #[inline]
    pub(super) fn push(&mut self, cell: &[u8]) -> Result<(), ProblemKind> {
        match self {
            Self::Category(column) => column.push(cell).map_err(refusal),
            Self::Number(column) => match number(cell) {
                Number::Is(value) => {
                    column.push(Some(value));
                    Ok(())
                }
                other => {
                    column.push(None);
                    match other {
                        Number::NotFinite => Err(ProblemKind::NotFinite),
                        Number::TooGreat => Err(ProblemKind::TooGreat),
                        Number::Not => Err(ProblemKind::NotANumber),
                        Number::Is(_) | Number::Missing => Ok(()),
                    }
                }
            },
            Self::Time(column) => column
                .push(day_text(cell), |text| period(text, &TimeForm::default()))
                .or_else(|refused| {
                    let missing = matches!(number(cell), Number::Missing);
                    if missing { Ok(()) } else { Err(refusal(refused)) }
                }),
            Self::Skip => Ok(()),
        }
    }

    pub(super) fn reserve(&mut self, rows: usize) {
        match self {
            Self::Category(column) => column.reserve(rows),
            Self::Number(column) => column.reserve(rows),
            Self::Time(column) => column.reserve(rows),
            Self::Skip => {}
        }
    }

    /// Bytes of the rows and of the dictionary, and whether the dictionary grows with the rows.
    pub(super) fn bytes(&self) -> (usize, usize, bool) {
        match self {
            Self::Category(column) => {
                let (rows, dictionary) = column.bytes();
                (rows, dictionary, column.distinct() * 4 > column.len())
            }
            Self::Number(column) => (column.len() * size_of::<f64>(), 0, false),
            Self::Time(column) => (column.bytes().0, column.bytes().1, false),
            Self::Skip => (0, 0, false),
        }
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
    pub(super) fn new(plan: &ColumnPlan) -> Self {
        Self { name: plan.key.clone(), data: Builder::new(plan.kind) }
    }

    /// Puts what was built into the table, as the plan says.
    pub(super) fn finish(self, plan: &ColumnPlan, table: &mut TableBuilder) {
        let data = match self.data {
            Builder::Skip => return,
            Builder::Category(cells) if plan.kind == Kind::Key => match cells.into_keys() {
                Ok(keys) => {
                    table.keys(keys);
                    return;
                }
                Err(cells) => Data::Category(cells.finish()),
            },
            Builder::Category(cells) => Data::Category(cells.finish()),
            Builder::Time(cells) => Data::Time(cells.finish()),
            Builder::Number(cells) => {
                let mut figures = cells.finish();
                figures.additive = (!plan.additive).then(|| Bitmap::none(figures.values.len()));
                Data::Measure(figures)
            }
        };
        table.add(&plan.key, Bilingual::same(&plan.name), plan.role, data);
    }
}
