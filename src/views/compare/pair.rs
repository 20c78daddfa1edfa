//! The rows of two places that must not be compared, folded away with their reasons.

use leptos::prelude::*;

use crate::plot::compare::{PairCell, PairRow, PairTable};
use crate::plot::guard::Weight;
use crate::state::Action;
use crate::ui::components::FigureView;
use crate::ui::use_explorer;

/// The rows under a sentence that says how many they are. On a narrow window each becomes a block of its own.
#[component]
pub(super) fn Refused(
    /// What two places report.
    table: PairTable,
) -> impl IntoView {
    let PairTable { caption, header, rows, refused } = table;
    let is_refused = |row: &PairRow| row.weight == Some(Weight::Refuse);
    // With nothing else to show they stand open.
    let is_open = rows.iter().all(is_refused);
    let rows: Vec<PairRow> = rows.into_iter().filter(is_refused).collect();
    (!rows.is_empty()).then(|| {
        let head = header.iter().map(|name| view! { <th scope="col">{name.clone()}</th> });
        let head = head.collect_view();
        let lines = rows.into_iter().map(|row| line(row, &header)).collect_view();
        view! {
            <details class="pair-folded" open=is_open>
                <summary>{refused}</summary>
                <table class="pair-table" data-testid="compare-pair-table">
                    <caption class="visually-hidden">{caption}</caption>
                    <thead>
                        <tr>{head}</tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            </details>
        }
    })
}

fn line(row: PairRow, header: &[String]) -> impl IntoView + use<> {
    let PairRow { name, left, right, reasons, .. } = row;
    let label = |at: usize| header.get(at).cloned().unwrap_or_default();
    view! {
        <tr>
            <th scope="row">{name}</th>
            {cell(left, label(1))}
            {cell(right, label(2))}
            <td class="pair-reasons" data-label=label(3)>
                <ul>{reasons.into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view()}</ul>
            </td>
        </tr>
    }
}

fn cell(cell: PairCell, label: String) -> impl IntoView {
    let explorer = use_explorer();
    let PairCell { figure, beside, key, .. } = cell;
    let open = move |_| {
        if let Some(key) = key.clone() {
            explorer.act(Action::Open(key));
        }
    };
    view! {
        <td data-label=label>
            <button type="button" class="figure-button" on:click=open>
                <FigureView figure=figure />
            </button>
            <small>{beside}</small>
        </td>
    }
}
