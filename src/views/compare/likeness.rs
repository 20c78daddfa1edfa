//! What is the same and what differs among the places: a column a place, a row what differs, and in one line what does not.

use leptos::prelude::*;

use crate::chart::measure::pieces;
use crate::plot::compare::{LikeCell, LikeRow, LikeTable};
use crate::ui::matching;

/// Windows in which the line alone leaves room for the bars.
const PHONE: &str = "(max-width: 599px)";

/// The card.
#[component]
pub(super) fn Likeness(
    /// What it says.
    table: LikeTable,
) -> impl IntoView {
    let LikeTable { caption, places, rows, differing: named, same } = table;
    let phone = matching(PHONE);
    // A narrow column parts a name where a reader would, and on two lines at the most.
    let head = |place: String| {
        let pieces = pieces(&place).into_iter().map(|piece| view! { {piece}<wbr /> });
        view! { <th scope="col">{pieces.collect_view()}</th> }
    };
    // Where rows become blocks, each cell says of which place it is.
    let labels = places.clone();
    let row = |LikeRow { name, cells }: LikeRow| {
        let cell = |(LikeCell { text, is_odd }, place): (LikeCell, &String)| {
            view! { <td class:odd=is_odd data-label=place.clone()>{text}</td> }
        };
        let cells = cells.into_iter().zip(&labels).map(cell).collect_view();
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells}
            </tr>
        }
    };
    let differing = (!rows.is_empty()).then(|| {
        let table = view! {
            <table>
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>
                        <td></td>
                        {places.into_iter().map(head).collect_view()}
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        };
        view! {
            <details open=!phone.get_untracked()>
                <summary>{named}</summary>
                {table}
            </details>
        }
    });
    view! {
        <div class="likeness" data-testid="compare-likeness">
            {differing}
            {(!same.is_empty()).then(|| view! { <p class="muted">{same}</p> })}
        </div>
    }
}
