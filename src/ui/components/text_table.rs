//! The table that stands beside every chart and says the same.

use leptos::prelude::*;

use crate::i18n::catalog::chart as m;
use crate::ui::use_explorer;

/// A table of text: caption, header, rows. The first cell of a row names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// What the table shows.
    pub caption: String,
    /// Column names.
    pub header: Vec<String>,
    /// Rows of as many cells.
    pub rows: Vec<Vec<String>>,
}

/// A chart's figures as a table, folded away until asked for.
#[component]
pub fn TextTable(
    /// What it says; tracked.
    #[prop(into)]
    cells: Signal<Cells>,
    /// Called with the number of the row a reader opens by its second cell. Default: rows cannot be opened.
    #[prop(optional, into)]
    open_row: Option<Callback<usize>>,
) -> impl IntoView {
    let explorer = use_explorer();
    let unfolded = RwSignal::new(false);
    view! {
        <details class="as-table" on:toggle=move |_| unfolded.update(|o| *o = !*o)>
            <summary>{explorer.t(m::AS_TABLE)}</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label=explorer.t(m::AS_TABLE)>
                {move || {
                    unfolded.get()
                        .then(|| {
                            let cells = cells.get();
                            view! {
                                <table>
                                    <caption>{cells.caption}</caption>
                                    <thead>
                                        <tr>
                                            {cells.header.into_iter().map(|h| view! { <th scope="col">{h}</th> }).collect_view()}
                                        </tr>
                                    </thead>
                                    <tbody>{cells.rows.into_iter().enumerate().map(|(at, cells)| row(at, cells, open_row)).collect_view()}</tbody>
                                </table>
                            }
                        })
                }}
            </div>
        </details>
    }
}

fn row(at: usize, cells: Vec<String>, open: Option<Callback<usize>>) -> impl IntoView {
    let mut cells = cells.into_iter();
    let name = cells.next();
    let opening = open.and_then(|open| Some((open, cells.next()?))).map(|(open, cell)| {
        view! {
            <td>
                <button type="button" class="figure-button" on:click=move |_| open.run(at)>
                    {cell}
                </button>
            </td>
        }
    });
    view! {
        <tr>
            <th scope="row">{name}</th>
            {opening}
            {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
        </tr>
    }
}
