//! Columns and their cells as JavaScript gets them.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::period;
use super::value::{floats, object};
use crate::column::{Column, Data, Role};

/// Words for roles.
const ROLES: [(Role, &str); 13] = [
    (Role::Area, "area"),
    (Role::Topic, "topic"),
    (Role::Series, "series"),
    (Role::Kind, "kind"),
    (Role::Stage, "stage"),
    (Role::Qualifier, "qualifier"),
    (Role::Category, "category"),
    (Role::Time, "time"),
    (Role::Measure, "measure"),
    (Role::Target, "target"),
    (Role::Done, "done"),
    (Role::Grain, "grain"),
    (Role::Text, "text"),
];

/// The role of a word.
pub(super) fn role_of(id: &str) -> Option<Role> {
    ROLES.iter().find(|(_, word)| *word == id).map(|(role, _)| *role)
}

/// `{key, role, values}`; `values` only where the column has codes, in the order of the codes, and left out where it has
/// those that the caller gave.
pub(super) fn describe(column: &Column, is_given: bool) -> JsValue {
    let role = ROLES.iter().find(|(role, _)| *role == column.role).map_or("", |(_, word)| word);
    let mut fields = vec![("key", column.key.as_str().into()), ("role", role.into())];
    let values: Option<Array> = match &column.data {
        Data::Category(category) if !is_given => {
            Some(category.dictionary.iter().map(|(_, entry)| JsValue::from(&entry.id)).collect())
        }
        Data::Time(periods) => {
            Some(periods.spans().iter().map(|&span| JsValue::from(period::write(span))).collect())
        }
        Data::Category(_) | Data::Measure(_) => None,
    };
    fields.extend(values.map(|values| ("values", values.into())));
    object(fields).into()
}

/// A column's cells in some rows: numbers, or texts with `null` for no value.
pub(super) fn cells(column: &Column, rows: &[usize]) -> JsValue {
    let texts = |text: &dyn Fn(usize) -> Option<String>| {
        rows.iter().map(|&row| text(row).map_or(JsValue::NULL, JsValue::from)).collect::<Array>()
    };
    match &column.data {
        Data::Category(category) => texts(&|row| Some(category.entry(row)?.id.clone())).into(),
        Data::Time(periods) => texts(&|row| periods.get(row).map(period::write)).into(),
        Data::Measure(figures) => {
            let number = |&row: &usize| figures.float(row).unwrap_or(f64::NAN);
            floats(&rows.iter().map(number).collect::<Vec<_>>()).into()
        }
    }
}
