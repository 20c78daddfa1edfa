//! The table as it is exported for people: the same rows, order and columns, in a form that a spreadsheet can calculate with.

use super::cell::bounds;
use super::program::times;
use super::{Extra, Field, Origin, Sheet};
use crate::base::value_table::{Value, ValueColumn, ValueTable};
use crate::column::{Data, Role};
use crate::i18n::catalog::{data, export, table as m};

/// A column of the exported file.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// A column of the view; amounts as bare numbers.
    Field(Field),
    /// The unit of the figure written out.
    BaseUnit,
    /// A mark on figures that were worked out here.
    Derived,
}

/// What every exported row can be traced by, shown or not.
const TRACE: [&str; 2] = ["source", "locator"];

/// Key of the column of marks on figures that were worked out here.
const DERIVED: &str = "derived";

/// Key of the column of base units.
const BASE_UNIT: &str = "base_unit";

impl Sheet<'_> {
    /// These columns of these rows. A figure becomes a number, beside it unit, qualifier and limits unless they are
    /// columns already; at the end stand the source, the place in it, and a mark
    /// on what was worked out here.
    #[must_use]
    pub fn export(&self, shown: &[Field], order: &[usize]) -> ValueTable {
        let parts = self.parts(shown);
        let column = |part: &Part| match part {
            Part::Field(field) => ValueColumn { key: field.key.clone(), name: self.name(field) },
            Part::BaseUnit => ValueColumn {
                key: BASE_UNIT.to_owned(),
                name: m::BASE_UNIT.get(self.lang).to_owned(),
            },
            Part::Derived => ValueColumn {
                key: DERIVED.to_owned(),
                name: data::DERIVED_MARK.get(self.lang).to_owned(),
            },
        };
        let row = |&row: &usize| parts.iter().map(|part| self.plain(row, part)).collect();
        ValueTable {
            name: export::ROWS.get(self.lang).to_owned(),
            columns: parts.iter().map(column).collect(),
            rows: order.iter().map(row).collect(),
        }
    }

    fn parts(&self, shown: &[Field]) -> Vec<Part> {
        let all = self.fields();
        let of_role = |role| {
            all.iter().find(move |f| matches!(f.origin, Origin::Own(_, r) if r == role)).cloned()
        };
        let of_key = |key: &str| all.iter().find(|f| f.key == key).cloned();
        let mut parts: Vec<Part> = Vec::new();
        // A column that the reader chose keeps the place it was given.
        let add = |parts: &mut Vec<Part>, field: Option<Field>| {
            if let Some(field) = field.filter(|f| !shown.contains(f)) {
                parts.push(Part::Field(field));
            }
        };
        for field in shown {
            parts.push(Part::Field(field.clone()));
            match field.origin {
                Origin::Own(_, Role::Measure) if Some(field) == of_role(Role::Measure).as_ref() => {
                    let unit = of_key(Extra::Unit.id()).or_else(|| of_role(Role::Kind));
                    add(&mut parts, unit);
                    add(&mut parts, of_role(Role::Qualifier));
                    add(&mut parts, of_key(Extra::Lower.id()));
                    add(&mut parts, of_key(Extra::Upper.id()));
                }
                Origin::Extra(Extra::Base) => parts.push(Part::BaseUnit),
                _ => {}
            }
        }
        for key in TRACE {
            add(&mut parts, of_key(key));
        }
        let published = self.rows.published().map(|data| data.observations.iter());
        if published.is_some_and(|mut all| all.any(|(_, o)| o.is_derived())) {
            parts.push(Part::Derived);
        }
        parts
    }

    fn plain(&self, row: usize, part: &Part) -> Value {
        let figure = self.figure(row);
        let field = match part {
            Part::Field(field) => field,
            Part::BaseUnit => {
                return figure.map_or(Value::Blank, |(data, o)| {
                    let base = data.units[o.unit].base;
                    Value::text(data.units[base].name.get(self.lang))
                });
            }
            Part::Derived => {
                let is_derived = figure.is_some_and(|(_, o)| o.is_derived());
                let mark = if is_derived { data::DERIVED_MARK.get(self.lang) } else { "" };
                return Value::text(mark);
            }
        };
        let number = match (field.origin, figure) {
            (Origin::Own(at, role), _) if role.is_number() => {
                match (figure, &self.table.columns[at].data) {
                    (Some((_, o)), _) if self.is_first(at) => Some(o.quantity.value),
                    (_, Data::Measure(figures)) => figures.exact(row),
                    _ => None,
                }
            }
            // A reader's own times stay as they came.
            (Origin::Own(at, Role::Time), None) => match &self.table.columns[at].data {
                Data::Time(periods) => return times(periods)(row),
                _ => None,
            },
            (Origin::Extra(Extra::Base), Some((data, o))) => o.base_value(&data.units[o.unit]),
            (Origin::Extra(Extra::Lower), Some((_, o))) => bounds(o).0,
            (Origin::Extra(Extra::Upper), Some((_, o))) => bounds(o).1,
            _ => return Value::text(self.cell(row, field).text()),
        };
        Value::number(number)
    }

    /// Whether this column is the first of its role, which is the one that published figures stand for.
    fn is_first(&self, at: usize) -> bool {
        let role = self.table.columns[at].role;
        self.table.columns.iter().position(|c| c.role == role) == Some(at)
    }
}
