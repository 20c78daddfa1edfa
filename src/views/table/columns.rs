//! The choice of columns.

use leptos::prelude::*;

use super::Shown;
use crate::i18n::catalog::table as m;
use crate::plot::table::{Field, toggled};
use crate::ui::components::Menu;

/// A panel with a box for every column.
#[component]
pub(super) fn Columns(
    /// What the table shows.
    shown: Shown,
) -> impl IntoView {
    let explorer = shown.explorer;
    let all = Memo::new(move |_| {
        shown.header.with(|h| h.all.iter().map(|heading| heading.field.clone()).collect::<Vec<_>>())
    });
    let toggle = move |key: &str| {
        let keys = all.with(|all| shown.fields.with(|fields| toggled(all, fields, key)));
        explorer.change(|o| o.table.columns = keys);
    };
    // A file may have a thousand: none is listed before a reader wants to choose.
    let open = RwSignal::new(false);
    let was_open = Memo::new(move |before: Option<&bool>| before == Some(&true) || open.get());
    let listed = move || if was_open.get() { all.get() } else { Vec::new() };
    let is_usual = move || explorer.options.with(|o| o.table.columns.is_empty());
    let choice = move |field: Field| {
        let (key, name) = (field.key.clone(), field.key.clone());
        let testid = format!("column-{}", field.key);
        let is_shown = move || shown.fields.with(|fields| fields.contains(&field));
        let is_last = {
            let is_shown = is_shown.clone();
            move || is_shown() && shown.fields.with(Vec::len) == 1
        };
        view! {
            <li>
                <label>
                    <input
                        type="checkbox"
                        prop:checked=is_shown
                        disabled=is_last
                        data-testid=testid
                        on:change=move |_| toggle(&key)
                    />
                    <span>{move || shown.name(&name)}</span>
                </label>
            </li>
        }
    };
    view! {
        <Menu id="table-columns" label=m::COLUMNS testid="columns" open=open>
            <ul class="columns" aria-label=explorer.t(m::COLUMNS)>
                <For each=listed key=|field| field.key.clone() children=choice />
            </ul>
            <button
                type="button"
                class="quiet"
                disabled=is_usual
                data-testid="columns-usual"
                on:click=move |_| explorer.change(|o| o.table.columns.clear())
            >
                {explorer.t(m::USUAL_COLUMNS)}
            </button>
        </Menu>
    }
}
