//! The table on paper: every row, where the screen draws only those in sight.

use leptos::prelude::*;

use super::{Shown, cell};
use crate::plot::table::{Cell, Field};
use crate::ui::components::Paper;

/// The most rows that are printed.
const MOST: usize = 5_000;

/// The whole table, for printing.
#[component]
pub(super) fn PrintedTable(
    /// What the table shows.
    shown: Shown,
) -> impl IntoView {
    view! { <Paper content=Callback::new(move |()| table(shown)) /> }
}

fn table(shown: Shown) -> AnyView {
    let fields = shown.fields.get();
    let head = fields
        .iter()
        .map(|field| view! { <th scope="col" class=cell::class(field)>{shown.name(&field.key)}</th> })
        .collect_view();
    let (_, page) = shown.explorer.ask_now(&shown.page(0..MOST)).unwrap_or_default();
    let line = |cells: Vec<Cell>| {
        let cell = |(says, field): (Cell, &Field)| {
            view! { <td class=cell::class(field)>{cell::draw(says)}</td> }
        };
        view! { <tr>{cells.into_iter().zip(&fields).map(cell).collect_view()}</tr> }
    };
    view! {
        <table class="paper-table">
            <caption>{shown.header.with(|h| h.caption.clone())}</caption>
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{page.rows.into_iter().map(line).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
