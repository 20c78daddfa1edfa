//! What each column of a table is read as: found out from names and values, and open to change.

use serde::{Deserialize, Serialize};

use super::arrangement::{Arrangement, Layout, Note, TimeWay, Use};
use super::form::{Basis, DecimalSign, NumberForm, Sure, TimeForm, Why};
use super::kind::Kind;
use super::question::{First, Question, ToldTotal};
use crate::base::unit_name;
use crate::column::Role;

/// What a file's own description says of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hinted {
    /// The column's header.
    pub column: String,
    /// Its name to show, where it has another.
    pub name: Option<String>,
    /// What its cells are, where that is said.
    pub kind: Option<Kind>,
}

/// What one column is read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnPlan {
    /// Its key in the table, unique: the header's text, or its place where the header has none.
    pub key: String,
    /// Its name to show.
    pub name: String,
    /// What its cells are.
    pub kind: Kind,
    /// What it is for.
    pub role: Role,
    /// Whether its numbers may be added up: not rates, shares and averages.
    pub additive: bool,
    /// The unit of its numbers, where the header, the cells or a line above the table give one.
    #[serde(default)]
    pub unit: Option<String>,
    /// Whether each of its numbers has a unit of its own, which stands in the cell behind it.
    #[serde(default)]
    pub by_row: bool,
    /// Whether the names in it say the units of their rows' figures.
    #[serde(default)]
    pub names_units: bool,
    /// Whether names in it are closed up whose characters were spread out to fill their cells.
    #[serde(default)]
    pub spread_out: bool,
    /// How its numbers are written.
    #[serde(default)]
    pub form: NumberForm,
    /// How its periods are written.
    #[serde(default)]
    pub time: TimeForm,
    /// How sure its kind and its role are.
    #[serde(default)]
    pub basis: Basis,
    /// How sure its unit is.
    #[serde(default)]
    pub unit_basis: Basis,
    /// Texts in it that stand for no value, the first few that differ.
    #[serde(default)]
    pub missing: Vec<String>,
    /// The lengths of its periods, by their ids.
    #[serde(default)]
    pub grains: Vec<String>,
}

impl ColumnPlan {
    /// A column of no known unit, written as is usual, whose numbers may be added up.
    #[must_use]
    pub fn new(key: &str, name: &str, kind: Kind, role: Role) -> Self {
        Self {
            key: key.to_owned(),
            name: name.to_owned(),
            kind,
            role,
            additive: true,
            unit: None,
            by_row: false,
            names_units: false,
            spread_out: false,
            form: NumberForm::default(),
            time: TimeForm::default(),
            basis: Basis::default(),
            unit_basis: Basis::default(),
            missing: Vec::new(),
            grains: Vec::new(),
        }
    }
}

/// What every column of a file is read as, in file order.
///
/// A plan is made from the head of a file while it is read for the first time. When the reader changes it, the file is
/// read again by the new plan: what was a number is then the text as it stands in the file, and nothing is lost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// One a column.
    pub columns: Vec<ColumnPlan>,
    /// What a reader wants otherwise of how the rows lie.
    #[serde(default)]
    pub wanted: Arrangement,
    /// How they lay.
    #[serde(default)]
    pub layout: Layout,
    /// What the file says beside its rows.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// A checksum of the names that the columns have as they would be read, by which the next file of the same shape is
    /// known; zero where no text was read.
    #[serde(default)]
    pub shape: u32,
    /// How sure it is where the header lies.
    #[serde(default)]
    pub head: Basis,
    /// What is not sure, and would change figures: answered by the reader.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Values that are taken for totals of others.
    #[serde(default)]
    pub totals: Vec<ToldTotal>,
    /// The first lines of the file as they stand.
    #[serde(default)]
    pub first: First,
}

impl Plan {
    /// Takes what the file says of its columns over what was guessed.
    #[cfg(feature = "import-all")]
    pub(super) fn hint(&mut self, hinted: &[Hinted]) {
        for hint in hinted {
            let Some(at) = self.columns.iter().position(|c| c.key == hint.column) else { continue };
            if let Some(name) = &hint.name {
                self.columns[at].name.clone_from(name);
            }
            let Some(kind) = hint.kind.filter(|&kind| kind != self.columns[at].kind) else {
                continue;
            };
            let timed = self.columns.iter().any(|c| c.kind == Kind::Time);
            let role = match kind {
                Kind::Time if timed => continue,
                Kind::Time => Role::Time,
                Kind::Number => Role::Measure,
                _ => Role::Category,
            };
            (self.columns[at].kind, self.columns[at].role) = (kind, role);
            self.columns[at].basis = Basis::new(Sure::Certain, Why::File);
        }
    }

    /// The same plan, with one column read and used otherwise. There is one column of times: one that was becomes a category.
    #[must_use]
    pub fn with_use(&self, key: &str, as_what: Use) -> Self {
        let (kind, role) = as_what.parts();
        let mut plan = self.clone();
        plan.wanted = plan.wanted.with_use(key, as_what);
        for column in &mut plan.columns {
            if column.key == key {
                (column.kind, column.role) = (kind, role);
                column.basis = Basis::READER;
            } else if kind == Kind::Time && column.kind == Kind::Time {
                (column.kind, column.role) = (Kind::Category, Role::Category);
            }
        }
        plan
    }

    /// The same plan, with all that a reader wants of its columns.
    #[cfg(feature = "import-all")]
    pub(super) fn changed_by(mut self, wanted: &Arrangement) -> Self {
        for (key, as_what) in &wanted.uses {
            self = self.with_use(key, *as_what);
        }
        for (key, sign) in &wanted.signs {
            self = self.with_decimal(key, *sign);
        }
        for (key, way) in &wanted.times {
            self = self.with_time(key, *way);
        }
        for (key, unit) in &wanted.units {
            self = self.with_unit(key, unit);
        }
        Self { wanted: wanted.clone(), ..self }
    }

    /// The same plan, with the numbers of one column read with another sign before the decimals.
    #[must_use]
    pub fn with_decimal(&self, key: &str, decimal: DecimalSign) -> Self {
        self.with_column(key, self.wanted.with_decimal(key, decimal), |column| {
            column.form = NumberForm { decimal, sure: Sure::Certain, why: Why::Reader };
        })
    }

    /// The same plan, with the periods of one column read in another way.
    #[must_use]
    pub fn with_time(&self, key: &str, way: TimeWay) -> Self {
        self.with_column(key, self.wanted.with_time(key, way), |column| {
            let (sure, why) = (Sure::Certain, Why::Reader);
            column.time = TimeForm { sure, why, ..way.apply(column.time) };
        })
    }

    /// The same plan, with a unit that the reader gives a column. An empty one takes its unit away.
    #[must_use]
    pub fn with_unit(&self, key: &str, unit: &str) -> Self {
        self.with_column(key, self.wanted.with_unit(key, unit), |column| {
            column.unit = Some(unit.to_owned()).filter(|unit| !unit.is_empty());
            column.unit_basis = Basis::READER;
            column.additive &= !unit_name::is_rate(unit);
        })
    }

    /// The same plan, with what is wanted, and one column as that says.
    fn with_column(
        &self,
        key: &str,
        wanted: Arrangement,
        change: impl Fn(&mut ColumnPlan),
    ) -> Self {
        let mut plan = Self { wanted, ..self.clone() };
        plan.columns.iter_mut().filter(|column| column.key == key).for_each(change);
        plan
    }

    /// The same plan, with a value that is, or is not, the total of others.
    #[must_use]
    pub fn with_total(&self, key: &str, value: &str, is_total: bool) -> Self {
        let mut plan = self.clone();
        plan.wanted = plan.wanted.with_total(key, value, is_total);
        let is_it = |total: &ToldTotal| total.column == key && total.value == value;
        plan.totals.retain(|total| !is_it(total));
        if is_total {
            plan.totals.push(ToldTotal::by_reader(key, value));
        }
        plan
    }

    /// The same plan, without the question that is answered.
    #[must_use]
    pub fn answered(&self, question: &Question) -> Self {
        let mut plan = self.clone();
        plan.questions.retain(|other| other != question);
        plan
    }

    /// Whether both read the cells alike, so that they differ in names and roles alone.
    #[must_use]
    pub fn reads_like(&self, other: &Self) -> bool {
        let reads = |a: &ColumnPlan, b: &ColumnPlan| {
            let numbers = a.kind != Kind::Number || a.form.decimal == b.form.decimal;
            let times = a.kind != Kind::Time || a.time == b.time;
            let ends = (a.role == Role::Qualifier) == (b.role == Role::Qualifier)
                || a.kind != Kind::Number;
            a.key == b.key && a.kind == b.kind && numbers && times && ends
        };
        self.wanted.lies_like(&other.wanted)
            && self.columns.len() == other.columns.len()
            && self.columns.iter().zip(&other.columns).all(|(a, b)| reads(a, b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(columns: &[(&str, Kind, Role)]) -> Plan {
        let column =
            |&(key, kind, role): &(&str, Kind, Role)| ColumnPlan::new(key, key, kind, role);
        Plan { columns: columns.iter().map(column).collect(), ..Plan::default() }
    }

    #[test]
    fn a_table_has_one_column_of_times() {
        let told = [
            ("place", Kind::Category, Role::Area),
            ("year", Kind::Time, Role::Time),
            ("code", Kind::Number, Role::Measure),
        ];
        let before = plan(&told);
        let after = before.with_use("code", Use::Time);
        let read = after.columns.iter().map(|c| (c.key.as_str(), c.kind, c.role));
        let expected = [
            ("place", Kind::Category, Role::Area),
            ("year", Kind::Category, Role::Category),
            ("code", Kind::Time, Role::Time),
        ];
        assert_eq!(read.collect::<Vec<_>>(), expected);
        assert!(!after.reads_like(&before));
        let topic = before.with_use("place", Use::Topic);
        assert!(topic.reads_like(&before) && topic != before);
        assert_eq!(before.with_use("nothing", Use::Skip).columns, before.columns);
        assert_eq!(after.columns[2].basis, Basis::READER);
        let comma = before.with_decimal("code", DecimalSign::Comma);
        assert!(!comma.reads_like(&before) && comma.columns[2].form.why == Why::Reader);
        assert!(before.with_decimal("place", DecimalSign::Comma).reads_like(&before));
        // Units and totals need no look at the file; other signs for no figure do.
        let unit = before.with_unit("code", "%").with_total("place", "x", true);
        assert!(unit.reads_like(&before) && !unit.columns[2].additive);
        let missing =
            Plan { wanted: before.wanted.with_missing("code", &["-9".into()]), ..before.clone() };
        assert!(!missing.reads_like(&before));
    }
}
