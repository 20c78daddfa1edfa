//! Totals whose name stands where the rows are numbered: the line of sums in a numbered list says 合计 under 序号 and leaves
//! its other names blank.

use super::words::{Verdict, verdict};
use crate::base::lang::Bilingual;
use crate::column::{Codes, Entry, Keys, Role, Table};

/// Gives the rows whose number is the name of a total this name in the first column of names, where it is blank.
pub(super) fn name(table: &mut Table) {
    let Keys::Given(keys) = &table.keys else { return };
    let is_total = |key: &String| matches!(verdict(key), Some(Verdict::Is(_)));
    let rows: Vec<(usize, String)> = keys
        .iter()
        .enumerate()
        .filter(|(_, key)| is_total(key))
        .map(|(row, key)| (row, key.clone()))
        .collect();
    let is_name = |role| matches!(role, Role::Area | Role::Series | Role::Category | Role::Text);
    let named = table.categories().find(|(column, _)| is_name(column.role));
    let Some(named) = named.map(|(column, _)| column.key.clone()).filter(|_| !rows.is_empty())
    else {
        return;
    };
    let Some(category) = table.category_mut(&named) else { return };
    let mut codes: Vec<Option<u32>> = category.codes.iter().collect();
    for (row, name) in rows {
        if let Some(code @ None) = codes.get_mut(row) {
            let entry =
                Entry { id: name.clone(), name: Bilingual::same(&name), parent: None, hue: None };
            *code = Some(category.dictionary.intern(entry));
        }
    }
    category.codes = Codes::pack(codes, category.dictionary.len());
}
