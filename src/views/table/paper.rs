//! The table on paper: every row, where the screen draws only those in sight.

use leptos::prelude::*;

use super::{Shown, cell};
use crate::i18n::catalog::table as m;
use crate::ui::components::Paper;

/// The whole table, for printing.
#[component]
pub(super) fn PrintedTable(
    /// What the table shows.
    shown: Shown,
) -> impl IntoView {
    view! { <Paper content=Callback::new(move |()| table(shown)) /> }
}

fn table(shown: Shown) -> AnyView {
    let (fields, order) = (shown.fields.get(), shown.order.get());
    let lang = shown.explorer.lang.get();
    shown.ask(|sheet| {
        let head = fields
            .iter()
            .map(|field| view! { <th scope="col" class=cell::class(field)>{sheet.name(field)}</th> })
            .collect_view();
        let line = |row: usize| {
            let cells = fields
                .iter()
                .map(|field| view! { <td class=cell::class(field)>{cell::draw(sheet.cell(row, field))}</td> })
                .collect_view();
            view! { <tr>{cells}</tr> }
        };
        view! {
            <table class="paper-table">
                <caption>{m::CAPTION.count(lang, order.len(), &[])}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{order.iter().map(|&row| line(row)).collect_view()}</tbody>
            </table>
        }
        .into_any()
    })
}
