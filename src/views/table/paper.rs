//! The table on paper: every row, where the screen draws only those in sight.

use leptos::prelude::*;

use super::{Shown, cell};
use crate::i18n::catalog::table as m;
use crate::plot::table::{CellContent, Field};
use crate::ui::Paper;

/// The most rows that are printed.
const MOST: usize = 5_000;
/// The most rows that are printed where they come from a worker: paper cannot wait, so they are fetched beforehand.
const HELD: usize = 500;

/// The whole table, for printing.
#[component]
pub(super) fn PrintedTable(
    /// What the table shows.
    shown: Shown,
) -> impl IntoView {
    let explorer = shown.explorer;
    let held = explorer.is_asked_later().then(|| explorer.ask(move || Some(shown.page(0..HELD))));
    let rows = move || match held {
        Some(held) => held.get_untracked(),
        None => explorer.ask_now(&shown.page(0..MOST)),
    };
    let content = move |()| table(shown, rows().map(|(_, page)| page.rows).unwrap_or_default());
    view! { <Paper content=Callback::new(content) /> }
}

fn table(shown: Shown, rows: Vec<Vec<CellContent>>) -> AnyView {
    let fields = shown.fields.get();
    let head = fields
        .iter()
        .map(|field| view! { <th scope="col" class=cell::class(field)>{shown.name(&field.key)}</th> })
        .collect_view();
    let (lang, printed) = (shown.explorer.lang.get(), rows.len());
    let part = (printed < shown.len()).then(|| m::PRINTED_PART.count(lang, printed, &[]));
    let line = |cells: Vec<CellContent>| {
        let cell = |(says, field): (CellContent, &Field)| {
            view! { <td class=cell::class(field)>{cell::draw(says)}</td> }
        };
        view! { <tr>{cells.into_iter().zip(&fields).map(cell).collect_view()}</tr> }
    };
    view! {
        <table class="paper-table">
            <caption>{shown.header.with(|h| h.caption.clone())} {part}</caption>
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{rows.into_iter().map(line).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
