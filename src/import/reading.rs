//! What was decided while a file was read, one line each, with how sure it is and why: a pure function of what the reader
//! of files tells, so that a changed plan has its lines at once.

use serde::{Deserialize, Serialize};

use super::arrangement::{Across, OwnYear, Use, YearFrom};
use super::form::{Basis, DayOrder, DecimalSign, Pairs, Sure, Why};
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
        /// That each of its cells says its own.
        ByRow = "by_row",
        /// That its names say those of their rows.
        InNames = "in_names",
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
    /// One about the table.
    fn of(subject: Subject, value: impl Into<String>, basis: Basis) -> Self {
        Self { subject, column: String::new(), value: value.into(), basis }
    }

    /// One about a column.
    fn about(
        column: &ColumnPlan,
        subject: Subject,
        value: impl Into<String>,
        basis: Basis,
    ) -> Self {
        Self { column: column.key.clone(), ..Self::of(subject, value, basis) }
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
        let basis = Basis::new(Sure::Certain, Why::File);
        all.push(Decision::of(Subject::Format, &told.format, basis));
    }
    if let Some(encoding) = &told.encoding {
        let basis = match (choices.encoding.is_some(), told.guessed) {
            (true, _) => Basis::READER,
            (_, true) => Basis::new(Sure::Guessed, Why::Bytes),
            _ => Basis::new(Sure::Certain, Why::Bytes),
        };
        all.push(Decision::of(Subject::Encoding, encoding, basis));
    }
    if let Some(separator) = told.separator {
        let basis = match choices.separator {
            Some(_) => Basis::READER,
            None if separator == ',' => Basis::new(Sure::Likely, Why::Usual),
            None => Basis::new(Sure::Likely, Why::Cells),
        };
        all.push(Decision::of(Subject::Separator, separator, basis));
    }
    if let Some(table) = told.table.as_ref().filter(|_| told.tables.len() > 1) {
        let basis = wanted_or(choices.table.is_some(), Why::Place);
        all.push(Decision::of(Subject::Table, table, basis));
    }
    all
}

/// The reader said so, or else something makes it likely.
const fn wanted_or(is_wanted: bool, why: Why) -> Basis {
    if is_wanted { Basis::READER } else { Basis::new(Sure::Likely, why) }
}

fn of_layout(plan: &Plan) -> Vec<Decision> {
    let (layout, wanted) = (&plan.layout, &plan.wanted);
    let mut all = Vec::new();
    if !plan.first.lines.is_empty() {
        let value = format!("{}.{}", layout.above, layout.header);
        all.push(Decision::of(Subject::Header, value, plan.head));
    }
    if layout.under > 0 {
        let basis = Basis::new(Sure::Likely, Why::Cells);
        all.push(Decision::of(Subject::Under, layout.under.to_string(), basis));
    }
    if !plan.notes.is_empty() || wanted.keep_notes {
        let basis = wanted_or(wanted.keep_notes, Why::Place);
        all.push(Decision::of(Subject::Notes, plan.notes.len().to_string(), basis));
    }
    if let Some(wide) = &layout.wide {
        let word = match (wide.used, wide.across) {
            (true, Across::Time) => "wide.time",
            (true, Across::Area) => "wide.area",
            (false, _) => "long",
        };
        let basis = wanted_or(wanted.long, Why::Name);
        all.push(Decision::of(Subject::Shape, format!("{word}.{}", wide.labels), basis));
    }
    if let Some(OwnYear { from, year }) = layout.year {
        let (sure, why) = match from {
            YearFrom::Nowhere => (Sure::Certain, Why::Cells),
            YearFrom::Above => (Sure::Guessed, Why::Above),
            YearFrom::FileName | YearFrom::Sheet => (Sure::Guessed, Why::File),
            YearFrom::Reader => (Sure::Certain, Why::Reader),
        };
        let value = if year > 0 { year.to_string() } else { String::new() };
        all.push(Decision::of(Subject::Year, value, Basis::new(sure, why)));
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
    if column.by_row && column.unit.is_none() && column.kind == Kind::Number {
        let basis = Basis::new(Sure::Certain, Why::Cells);
        all.push(Decision::about(column, Subject::ByRow, "", basis));
    }
    if column.names_units && column.kind == Kind::Category {
        let basis = Basis::new(Sure::Certain, Why::Cells);
        all.push(Decision::about(column, Subject::InNames, "", basis));
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
        let is_wanted = plan.wanted.missing.iter().any(|(key, _)| *key == column.key);
        let basis = wanted_or(is_wanted, Why::Usual);
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
                DayOrder::MonthFirst => "mdy",
                DayOrder::DayFirst => "dmy",
            },
        };
        all.push(Decision::about(column, Subject::Periods, value, basis));
    }
    if !column.grains.is_empty() {
        // Days that stand for more than themselves do so by how they follow each other.
        let is_read = column.time.lone > 0;
        let (sure, why) =
            if is_read { (Sure::Likely, Why::Order) } else { (Sure::Certain, Why::Cells) };
        let basis = Basis::new(sure, why);
        all.push(Decision::about(column, Subject::Grain, column.grains.join(" "), basis));
    }
    all
}

fn of_totals(plan: &Plan) -> Vec<Decision> {
    let told = plan.totals.iter().map(|total| {
        let basis = match total.reason {
            Reason::Reader => Basis::READER,
            Reason::Name => Basis::new(Sure::Certain, Why::Name),
            Reason::Code => Basis::new(Sure::Certain, Why::Digits),
            Reason::Arithmetic | Reason::Blank => Basis::new(Sure::Likely, Why::Sums),
            Reason::NoCode => Basis::new(Sure::Guessed, Why::Neighbours),
            Reason::Nested => Basis::new(Sure::Likely, Why::Codes),
            Reason::Level => Basis::new(Sure::Likely, Why::Levels),
            Reason::Within => Basis::new(Sure::Likely, Why::Within),
            Reason::OfWhich => Basis::new(Sure::Certain, Why::Within),
        };
        let (column, value) = (total.column.clone(), total.value.clone());
        Decision { subject: Subject::Total, column, value, basis }
    });
    told.collect()
}
