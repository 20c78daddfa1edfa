//! The choice of columns.

use leptos::ev;
use leptos::prelude::*;

use super::Shown;
use crate::browser::document;
use crate::i18n::catalog::table as m;
use crate::plot::table::{Field, toggled};
use crate::state::Action;

const ID: &str = "table-columns";
const SUMMARY: &str = "table-columns-summary";

/// A panel with a box for every column.
#[component]
pub(super) fn Columns(
    /// What the table shows.
    shown: Shown,
) -> impl IntoView {
    let explorer = shown.explorer;
    let all = Memo::new(move |_| shown.ask(|sheet| sheet.fields()));
    let open = RwSignal::new(false);
    // As with any menu: a press elsewhere, the focus moving on, or Escape closes it.
    let outside = window_event_listener(ev::pointerdown, move |event| {
        if !document::within(ID, event.target()) {
            open.set(false);
        }
    });
    on_cleanup(move || outside.remove());
    let left = move |event: ev::FocusEvent| {
        let to = event.related_target();
        if to.is_some() && !document::within(ID, to) {
            open.set(false);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            open.set(false);
            document::focus(SUMMARY);
        }
    };
    let toggle = move |key: &str| {
        let keys = all.with(|all| shown.fields.with(|fields| toggled(all, fields, key)));
        explorer.act(Action::Columns(keys));
    };
    let is_usual = move || explorer.options.with(|o| o.columns.is_empty());
    let choice = move |field: Field| {
        let (key, name) = (field.key.clone(), field.clone());
        let is_shown = {
            let field = field.clone();
            move || shown.fields.with(|fields| fields.contains(&field))
        };
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
                        data-testid=format!("column-{}", field.key)
                        on:change=move |_| toggle(&key)
                    />
                    <span>{move || shown.ask(|sheet| sheet.name(&name))}</span>
                </label>
            </li>
        }
    };
    view! {
        <details
            id=ID
            class="columns"
            prop:open=open
            on:toggle:target=move |event| open.set(event.target().open())
            on:focusout=left
            on:keydown=on_key
        >
            <summary id=SUMMARY class="tool" data-testid="columns">{explorer.t(m::COLUMNS)}</summary>
            <div class="columns-panel">
                <ul aria-label=explorer.t(m::COLUMNS)>
                    <For each=move || all.get() key=|field| field.key.clone() children=choice />
                </ul>
                <button
                    type="button"
                    class="quiet"
                    disabled=is_usual
                    data-testid="columns-usual"
                    on:click=move |_| explorer.act(Action::Columns(Vec::new()))
                >
                    {explorer.t(m::USUAL_COLUMNS)}
                </button>
            </div>
        </details>
    }
}
