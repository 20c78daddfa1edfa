//! What is the same and what differs among the places, as a table: a row a place.

use leptos::prelude::*;

use crate::plot::compare::{LikeColumn, LikeTable};

/// The table.
#[component]
pub(super) fn Likeness(
    /// What it says.
    table: LikeTable,
) -> impl IntoView {
    let LikeTable { caption, place, places, columns } = table;
    let head = |column: &LikeColumn| {
        let (name, verdict) = (column.name.clone(), column.verdict.clone());
        view! {
            <th scope="col" class:differs=!column.is_same>
                {name}
                <small>{verdict}</small>
            </th>
        }
    };
    let heads = columns.iter().map(head).collect_view();
    let row = |(at, place): (usize, String)| {
        let cell = |column: &LikeColumn| {
            let text = column.cells.get(at).cloned().unwrap_or_default();
            view! { <td class:differs=!column.is_same>{text}</td> }
        };
        let cells = columns.iter().map(cell).collect_view();
        view! {
            <tr>
                <th scope="row">{place}</th>
                {cells}
            </tr>
        }
    };
    view! {
        <table class="likeness" data-testid="compare-likeness">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{place}</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{places.into_iter().enumerate().map(row).collect_view()}</tbody>
        </table>
    }
}
