//! What was decided while a file was read, one line each, with how sure it is and why: a pure function of what the reader
//! of files tells, so that a changed plan has its lines at once.

use serde::{Deserialize, Serialize};

use super::arrangement::{Across, OwnYear, Use, YearFrom};
use super::form::{Basis, DecimalSign, Pairs, Sure, Why};
use super::kind::Kind;
use super::plan::{ColumnPlan, Plan};
use super::question::{Doubt, Question};
use super::source::{Choices, Told};
use crate::base::vocabulary::vocabulary;
use crate::column::Reason;

vocabulary! {
    /// What was decided.
    Subject {
        /// The format of the file.
        Format = "format",
        /// The encoding of its text.
        Encoding = "encoding",
        /// What stands between cells.
        Separator = "separator",
        /// Which of its tables is shown.
        Table = "table",
        /// Which rows name the columns.
        Header = "header",
        /// Rows of codes or units under these.
        Under = "under",
        /// Lines that are notes.
        Notes = "notes",
        /// Whether one column is spread over many.
        Shape = "shape",
        /// The year of months that stand without one.
        Year = "year",
        /// What a column is used for.
        Use = "use",
        /// The unit of its numbers.
        Unit = "unit",
        /// The sign before its decimals.
        Decimal = "decimal",
        /// What two digits behind a year say, or which of day and month comes first.
        Periods = "periods",
        /// How long its periods are.
        Grain = "grain",
        /// Texts in it that stand for no value.
        Missing = "missing",
        /// A value that is the total of others.
        Total = "total",
    }
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What it is about.
    pub subject: Subject,
    /// Key of the column that it is about; empty where it is about the table.
    pub column: String,
    /// What was decided, in a word of links or as it stands in the file.
    pub value: String,
    /// How sure it is, and why.
    pub basis: Basis,
}

impl Decision {
    fn of(subject: Subject, value: impl Into<String>, sure: Sure, why: Why) -> Self {
        Self { subject, column: String::new(), value: value.into(), basis: Basis::new(sure, why) }
    }

    fn about(
        column: &ColumnPlan,
        subject: Subject,
        value: impl Into<String>,
        basis: Basis,
    ) -> Self {
        Self { subject, column: column.key.clone(), value: value.into(), basis }
    }
}

/// All that was decided, the file first and its columns in their order.
#[must_use]
pub fn decisions(plan: &Plan, told: &Told, choices: &Choices) -> Vec<Decision> {
    let mut all = of_source(told, choices);
    all.extend(of_layout(plan));
    for column in &plan.columns {
        all.extend(of_column(column, plan));
    }
    all.extend(of_totals(plan));
    all
}

fn of_source(told: &Told, choices: &Choices) -> Vec<Decision> {
    let mut all = Vec::new();
    if !told.format.is_empty() {
        all.push(Decision::of(Subject::Format, &told.format, Sure::Certain, Why::File));
    }
    if let Some(encoding) = &told.encoding {
        let (sure, why) = match (choices.encoding.is_some(), told.guessed) {
            (true, _) => (Sure::Certain, Why::Reader),
            (_, true) => (Sure::Guessed, Why::Bytes),
            _ => (Sure::Certain, Why::Bytes),
        };
        all.push(Decision::of(Subject::Encoding, encoding, sure, why));
    }
    if let Some(separator) = told.separator {
        let (sure, why) = match choices.separator {
            Some(_) => (Sure::Certain, Why::Reader),
            None if separator == ',' => (Sure::Likely, Why::Usual),
            None => (Sure::Likely, Why::Cells),
        };
        all.push(Decision::of(Subject::Separator, separator, sure, why));
    }
    if let Some(table) = told.table.as_ref().filter(|_| told.tables.len() > 1) {
        let (sure, why) = match choices.table {
            Some(_) => (Sure::Certain, Why::Reader),
            None => (Sure::Likely, Why::Place),
        };
        all.push(Decision::of(Subject::Table, table, sure, why));
    }
    all
}

fn of_layout(plan: &Plan) -> Vec<Decision> {
    let (layout, wanted) = (&plan.layout, &plan.wanted);
    let mut all = Vec::new();
    if !plan.first.lines.is_empty() {
        let value = format!("{}.{}", layout.above, layout.header);
        all.push(Decision::of(Subject::Header, value, plan.head.sure, plan.head.why));
    }
    if layout.under > 0 {
        all.push(Decision::of(Subject::Under, layout.under.to_string(), Sure::Likely, Why::Cells));
    }
    if !plan.notes.is_empty() || wanted.keep_notes {
        let basis = match wanted.keep_notes {
            true => Basis::READER,
            false => Basis::new(Sure::Likely, Why::Place),
        };
        let notes = plan.notes.len().to_string();
        all.push(Decision {
            basis,
            ..Decision::of(Subject::Notes, notes, Sure::Likely, Why::Place)
        });
    }
    if let Some(wide) = &layout.wide {
        let word = match (wide.used, wide.across) {
            (true, Across::Time) => "wide.time",
            (true, Across::Area) => "wide.area",
            (false, _) => "long",
        };
        let (sure, why) = match wanted.long {
            true => (Sure::Certain, Why::Reader),
            false => (Sure::Likely, Why::Name),
        };
        let value = format!("{word}.{}", wide.labels);
        all.push(Decision::of(Subject::Shape, value, sure, why));
    }
    if let Some(OwnYear { from, year }) = layout.year {
        let (sure, why) = match from {
            YearFrom::Nowhere => (Sure::Certain, Why::Cells),
            YearFrom::Above => (Sure::Guessed, Why::Above),
            YearFrom::FileName => (Sure::Guessed, Why::File),
            YearFrom::Reader => (Sure::Certain, Why::Reader),
        };
        let value = if year > 0 { year.to_string() } else { String::new() };
        all.push(Decision::of(Subject::Year, value, sure, why));
    }
    all
}

fn asked<'p>(plan: &'p Plan, column: &ColumnPlan, doubts: &[Doubt]) -> Option<&'p Question> {
    let is_own =
        |question: &&Question| question.column.0 == column.key && doubts.contains(&question.doubt);
    plan.questions.iter().find(is_own)
}

fn of_column(column: &ColumnPlan, plan: &Plan) -> Vec<Decision> {
    let used = Use::of(column.kind, column.role).id();
    let mut all = vec![Decision::about(column, Subject::Use, used, column.basis)];
    if let Some(unit) = &column.unit {
        all.push(Decision::about(column, Subject::Unit, unit, column.unit_basis));
    }
    let number = Basis::new(column.form.sure, column.form.why);
    // Where no cell has a sign, none was decided on.
    let is_told = column.form.decimal == DecimalSign::Comma
        || number.sure > Sure::Guessed
        || asked(plan, column, &[Doubt::Decimal]).is_some();
    if column.kind == Kind::Number && is_told {
        let sign = if column.form.decimal == DecimalSign::Comma { "comma" } else { "point" };
        all.push(Decision::about(column, Subject::Decimal, sign, number));
    }
    if column.kind == Kind::Time {
        all.extend(of_periods(column, plan));
    }
    if !column.missing.is_empty() {
        let reader = plan.wanted.missing.iter().any(|(key, _)| *key == column.key);
        let basis = if reader { Basis::READER } else { Basis::new(Sure::Likely, Why::Usual) };
        let texts = column.missing.join(" ");
        all.push(Decision::about(column, Subject::Missing, texts, basis));
    }
    all
}

fn of_periods(column: &ColumnPlan, plan: &Plan) -> Vec<Decision> {
    let mut all = Vec::new();
    let basis = Basis::new(column.time.sure, column.time.why);
    let question = asked(plan, column, &[Doubt::DayOrder, Doubt::Pairs]);
    if question.is_some() || basis.sure > Sure::Guessed || column.time.pairs != Pairs::Month {
        let by_days = question.is_some_and(|question| question.doubt == Doubt::DayOrder);
        let value = match (by_days, column.time.pairs) {
            (false, Pairs::Fiscal) => "fiscal",
            (false, Pairs::Years) => "years",
            _ => match column.time.order {
                super::form::DayOrder::MonthFirst => "mdy",
                super::form::DayOrder::DayFirst => "dmy",
            },
        };
        all.push(Decision::about(column, Subject::Periods, value, basis));
    }
    if !column.grains.is_empty() {
        let basis = Basis::new(Sure::Certain, Why::Cells);
        all.push(Decision::about(column, Subject::Grain, column.grains.join(" "), basis));
    }
    all
}

fn of_totals(plan: &Plan) -> Vec<Decision> {
    let told = plan.totals.iter().map(|total| {
        let basis = match total.reason {
            None | Some(Reason::Reader) => Basis::READER,
            Some(Reason::Name) => Basis::new(Sure::Certain, Why::Name),
            Some(Reason::Code) => Basis::new(Sure::Certain, Why::Digits),
            Some(Reason::Arithmetic | Reason::Blank) => Basis::new(Sure::Likely, Why::Sums),
            Some(Reason::NoCode) => Basis::new(Sure::Guessed, Why::Neighbours),
        };
        let (column, value) = (total.column.clone(), total.value.clone());
        Decision { subject: Subject::Total, column, value, basis }
    });
    told.collect()
}
