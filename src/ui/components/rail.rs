//! The filters: a rail beside the content, a sheet over it on narrow windows.

use leptos::ev;
use leptos::prelude::*;

use super::facet::Facet;
use super::time_filter::TimeFilter;
use crate::column::Role;
use crate::i18n::catalog::filter as m;
use crate::ui::{Icon, focus, use_explorer};

/// Columns that are filtered elsewhere: series by search, roles in the chart's options.
const ELSEWHERE: [Role; 1] = [Role::Series];

/// The filters of the explorer.
#[component]
pub fn FilterRail() -> impl IntoView {
    let explorer = use_explorer();
    let content = explorer.content();
    let columns: Vec<String> = content
        .table
        .categories()
        .filter(|(column, _)| !ELSEWHERE.contains(&column.role))
        .map(|(column, _)| column.key.clone())
        .collect();
    let time = content.table.by_role(Role::Time).map(|c| c.key.clone());
    let close = move || {
        explorer.sheet.set(false);
        // Until the sheet is gone the content, where the button stands, is inert.
        focus::take_when_drawn("open-filters".to_owned());
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && explorer.sheet.get_untracked() {
            event.stop_propagation();
            close();
        }
    };
    view! {
        <aside
            class="rail"
            class:open=move || explorer.sheet.get()
            id="filters"
            tabindex="-1"
            aria-label=explorer.t(m::FILTERS)
            inert=move || explorer.narrow.get() && !explorer.sheet.get()
            on:keydown=on_key
        >
            <div class="rail-head">
                <h2>{explorer.t(m::FILTERS)}</h2>
                <button type="button" class="quiet only-narrow" on:click=move |_| close() aria-label=explorer.t(m::CLOSE)>
                    <Icon icon=Icon::Close />
                </button>
            </div>
            {time.map(|column| view! { <TimeFilter column=column /> })}
            {columns.into_iter().map(|column| view! { <Facet column=column /> }).collect_view()}
            <div class="rail-foot only-narrow">
                <button type="button" class="primary" on:click=move |_| close()>
                    {move || m::DONE.count(explorer.lang.get(), explorer.rows.with(crate::column::Bitmap::count), &[])}
                </button>
            </div>
        </aside>
    }
}
