//! What each column of a reader's own table is taken for, and the change of it.

use leptos::prelude::*;

use crate::column::{Column, Data, Role};
use crate::i18n::Message;
use crate::i18n::catalog::opening as m;
use crate::session::{Recast, USES};
use crate::ui::components::Menu;
use crate::ui::{use_desk, use_explorer};
use crate::words::column_name;

/// A panel with a line for every column.
#[component]
pub(super) fn Uses() -> impl IntoView {
    let explorer = use_explorer();
    let desk = use_desk();
    let change = move |key: String, id: &str| {
        let Some(&role) = USES.iter().find(|role| id_of(**role) == id) else { return };
        explorer.fetch(Recast { roles: vec![(key, role)] }, move |head| {
            if let Some(head) = head {
                desk.recast(&head);
            }
        });
    };
    let line = move |column: &Column| {
        let (key, role) = (column.key.clone(), column.role);
        let name = column_name(column, explorer.lang.get());
        let testid = format!("use-{key}");
        let label = name.clone();
        let choice = match &column.data {
            Data::Category(_) => view! {
                <select aria-label=label data-testid=testid on:change:target=move |ev| change(key.clone(), &ev.target().value())>
                    {USES
                        .into_iter()
                        .map(|one| view! { <option value=id_of(one) selected=one == role>{explorer.t(use_name(one))}</option> })
                        .collect_view()}
                </select>
            }
            .into_any(),
            Data::Time(_) => view! { <span>{explorer.t(m::USE_TIME)}</span> }.into_any(),
            Data::Measure(_) => view! { <span>{explorer.t(m::USE_MEASURE)}</span> }.into_any(),
        };
        view! {
            <li>
                <span class="use-name">{name}</span>
                {choice}
            </li>
        }
    };
    let lines = move || explorer.table().columns.iter().map(line).collect_view();
    view! {
        <Menu id="column-uses" label=m::USES testid="column-uses">
            <p class="muted">{explorer.t(m::USES_HINT)}</p>
            <ul class="uses">{lines}</ul>
        </Menu>
    }
}

const fn id_of(role: Role) -> &'static str {
    match role {
        Role::Area => "area",
        Role::Topic => "topic",
        Role::Series => "series",
        Role::Text => "text",
        _ => "category",
    }
}

const fn use_name(role: Role) -> Message {
    match role {
        Role::Area => m::USE_AREA,
        Role::Topic => m::USE_TOPIC,
        Role::Series => m::USE_SERIES,
        Role::Text => m::USE_TEXT,
        _ => m::USE_CATEGORY,
    }
}
