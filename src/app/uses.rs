//! What each column of a reader's own table is taken for, and the change of it.

use leptos::prelude::*;

use super::reading::change;
use super::use_names::{choices, name};
use crate::i18n::catalog::filter;
use crate::i18n::catalog::opening as m;
use crate::import::{ColumnPlan, Use};
use crate::ui::components::Menu;
use crate::ui::{use_explorer, use_opened_tables};

/// Columns that are asked about at once.
const AT_ONCE: usize = 60;

/// A panel with a line for every column.
#[component]
pub(super) fn Uses() -> impl IntoView {
    let explorer = use_explorer();
    let opened = use_opened_tables();
    let change = move |column: &ColumnPlan, id: &str| {
        let Some(as_what) = Use::from_id(id) else { return };
        change::apply(explorer, opened, opened.plan().with_use(&column.key, as_what));
    };
    let line = move |column: &ColumnPlan| {
        let column = column.clone();
        let now = Use::of(column.kind, column.role);
        let option = |as_what: Use| {
            view! { <option value=as_what.id() selected=as_what == now>{explorer.t(name(as_what))}</option> }
        };
        let options = choices(&column).map(option).collect_view();
        let (name, testid) = (column.name.clone(), format!("use-{}", column.key));
        view! {
            <li>
                <span class="use-name">{name.clone()}</span>
                <select aria-label=name data-testid=testid on:change:target=move |ev| change(&column, &ev.target().value())>
                    {options}
                </select>
            </li>
        }
    };
    // A table that nobody made a plan of, such as a data package, says itself what its columns are.
    let plan = opened.plan();
    let count = plan.columns.len();
    let open = RwSignal::new(false);
    let shown = RwSignal::new(AT_ONCE);
    // A file may have a thousand columns: none is asked about before a reader wants to know, and then some at a time.
    let was_open = Memo::new(move |before: Option<&bool>| before == Some(&true) || open.get());
    let drawn = Memo::new(move |_| if was_open.get() { shown.get().min(count) } else { 0 });
    let lines = move || {
        let columns = plan.columns.iter().take(drawn.get());
        columns.map(line).collect_view()
    };
    let left = move || (count - drawn.get().min(count)).min(AT_ONCE);
    (count > 0).then(|| {
        view! {
            <Menu id="column-uses" label=m::USES testid="column-uses" open=open>
                <p class="muted">{explorer.t(m::USES_HINT)}</p>
                <ul class="uses">{lines}</ul>
                <Show when=move || { was_open.get() && left() > 0 }>
                    <button type="button" class="quiet" data-testid="more-uses" on:click=move |_| shown.update(|n| *n += AT_ONCE)>
                        {move || filter::MORE.count(explorer.lang.get(), left(), &[])}
                    </button>
                </Show>
            </Menu>
        }
    })
}
