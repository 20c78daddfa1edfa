//! The order of the rows as one list, where there are no column names to press.

use leptos::prelude::*;

use super::Shown;
use crate::i18n::catalog::table as m;
use crate::query::SortKey;

/// Stands before the key of a column that is sorted by from its greatest.
const DESCENDING: char = '-';

/// A list of the orders there are.
#[component]
pub(super) fn SortList(
    /// What the table shows.
    shown: Shown,
) -> impl IntoView {
    let explorer = shown.explorer;
    let sort = explorer.chosen(|o| &o.table.sort);
    let choose = move |value: String| {
        let descending = value.starts_with(DESCENDING);
        let column = value.trim_start_matches(DESCENDING).to_owned();
        let key = (!column.is_empty()).then_some(SortKey { column, descending });
        explorer.change(|o| o.table.sort = key);
    };
    let keys = move || {
        let mut keys: Vec<String> =
            shown.fields.with(|fields| fields.iter().map(|field| field.key.clone()).collect());
        // A column that is sorted by need not be shown.
        let sorted = sort.get().map(|key| key.column).filter(|key| !keys.contains(key));
        keys.extend(sorted);
        keys
    };
    let option = move |key: String, descending: bool| {
        let message = if descending { m::DOWNWARDS } else { m::UPWARDS };
        let text = message.fill(explorer.lang.get(), &[("column", &shown.name(&key))]);
        let value = if descending { format!("{DESCENDING}{key}") } else { key.clone() };
        let is_sorted = move || {
            sort.with(|sort| {
                sort.as_ref().is_some_and(|s| s.column == key && s.descending == descending)
            })
        };
        view! { <option value=value selected=is_sorted>{text}</option> }
    };
    let both = move |key: String| [option(key.clone(), false), option(key, true)].collect_view();
    view! {
        <select class="table-sort" data-testid="table-sort" aria-label=explorer.t(m::SORT) on:change:target=move |ev| choose(ev.target().value())>
            <option value="" selected=move || sort.with(Option::is_none)>{explorer.t(m::NOT_SORTED)}</option>
            {move || keys().into_iter().map(both).collect_view()}
        </select>
    }
}
