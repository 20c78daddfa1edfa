//! Other uses for the columns of a reader's own table: what was taken for a plain category may be the area, and one
//! number may be the target of another.

use serde::{Deserialize, Serialize};

use super::ask::Ask;
use super::{Session, head};
use crate::base::unit_name;
use crate::column::{Bitmap, Data, Role, Table};

/// The uses that a column of values may have, the commonest first.
pub const USES: [Role; 6] =
    [Role::Category, Role::Area, Role::Topic, Role::Series, Role::Kind, Role::Text];

/// The uses that a column of numbers may have, the commonest first.
pub const NUMBERS: [Role; 3] = [Role::Measure, Role::Target, Role::Done];

/// Use these columns as told from now on, please.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recast {
    /// Key of each column of values or numbers whose use changes, and its new one.
    pub roles: Vec<(String, Role)>,
    /// Key of each column of numbers whose unit changes, and its new one; empty where it has none.
    pub units: Vec<(String, String)>,
    /// Values by the keys of their columns, and whether each is the total of the others from now on.
    pub totals: Vec<(String, String, bool)>,
}

impl Ask for Recast {
    /// The head of the table as it then is, by [`head::write_head`]; empty where memory is short.
    type Answer = Vec<u8>;

    fn answer(&self, session: &mut Session) -> Vec<u8> {
        session.change_table(|table| {
            recast(table, &self.roles);
            self.units.iter().for_each(|(key, unit)| give_unit(table, key, unit));
            for (key, value, is_total) in &self.totals {
                if let Some(category) = table.category_mut(key) {
                    category.dictionary.set_total(value, *is_total);
                }
            }
        });
        head::write_head(&session.head()).unwrap_or_default()
    }
}

/// Gives a column of numbers its unit. Of rates nothing is added up.
fn give_unit(table: &mut Table, key: &str, unit: &str) {
    let rows = table.len;
    let Some(column) = table.columns.iter_mut().find(|column| column.key == key) else { return };
    let Data::Measure(figures) = &mut column.data else { return };
    if unit_name::is_rate(unit) {
        figures.additive = Some(Bitmap::none(rows));
    }
    column.unit = Some(unit.to_owned()).filter(|unit| !unit.is_empty());
}

/// Changes the uses of columns, as far as what they hold can be used so. Times keep theirs: they are what they are.
fn recast(table: &mut Table, roles: &[(String, Role)]) {
    for column in &mut table.columns {
        let role = roles.iter().find(|(key, _)| *key == column.key).map(|(_, role)| *role);
        let uses: &[Role] = match column.data {
            Data::Category(_) => &USES,
            Data::Measure(_) => &NUMBERS,
            Data::Time(_) => &[],
        };
        if let Some(role) = role.filter(|role| uses.contains(role)) {
            column.role = role;
        }
    }
}
