//! The header: a button a column, which sorts by it.

use leptos::prelude::*;

use super::{Walk, cell_id};
use crate::plot::table::{Field, GridCell, Width, next_sort};
use crate::views::table::cell;

/// Column widths and names.
#[component]
pub(super) fn Header(
    /// The grid.
    walk: Walk,
) -> impl IntoView {
    let fields = walk.shown.fields;
    let columns = move || fields.get().into_iter().enumerate().collect::<Vec<_>>();
    // A column that moves is drawn anew: its place is part of what it is.
    let key = |(at, field): &(usize, Field)| (*at, field.key.clone());
    view! {
        <colgroup>
            <For each=columns key=key children=|(_, field)| view! { <col class=width_class(field.width()) /> } />
        </colgroup>
        <thead>
            <tr role="row" aria-rowindex="1">
                <For each=columns key=key children=move |(at, field)| view! { <Name walk=walk column=at field=field /> } />
            </tr>
        </thead>
    }
}

const fn width_class(width: Width) -> &'static str {
    match width {
        Width::Narrow => "col-narrow",
        Width::Medium => "col-medium",
        Width::Broad => "col-broad",
        Width::Wide => "col-wide",
    }
}

#[component]
fn Name(walk: Walk, column: usize, field: Field) -> impl IntoView {
    let explorer = walk.shown.explorer;
    let at = GridCell { line: 0, column };
    let field = StoredValue::new(field);
    let sort = move || {
        explorer.options.with(|o| {
            let key = o.table.sort.as_ref().filter(|key| field.with_value(|f| f.key == key.column));
            match key.map(|key| key.descending) {
                None => "none",
                Some(false) => "ascending",
                Some(true) => "descending",
            }
        })
    };
    let press = move |_| {
        walk.wanted.set(at);
        explorer.change(|o| {
            o.table.sort = field.with_value(|f| next_sort(o.table.sort.as_ref(), &f.key));
        });
    };
    view! {
        <th scope="col" role="columnheader" class=field.with_value(cell::class) aria-sort=sort>
            <button
                type="button"
                id=cell_id(at)
                class="sort"
                tabindex=move || walk.tab_index(at)
                data-testid=field.with_value(|f| format!("sort-{}", f.key))
                on:focus=move |_| walk.wanted.set(at)
                on:click=press
            >
                <span>{move || field.with_value(|f| walk.shown.name(&f.key))}</span>
            </button>
        </th>
    }
}
