//! The indicators of one field, and who reports them.

use leptos::prelude::*;

use super::controls::Choice;
use crate::i18n::catalog::compare as m;
use crate::plot::compare::Menu;
use crate::plot::coverage::{CoverageCell, CoverageTable};
use crate::ui::use_explorer;

/// The field's indicators by release.
#[component]
pub(super) fn Coverage(
    /// What it says.
    table: CoverageTable,
    /// The fields to choose from.
    fields: Memo<Menu>,
) -> impl IntoView {
    let explorer = use_explorer();
    let CoverageTable { caption, told, header, rows } = table;
    let head = header.into_iter().map(|name| view! { <th scope="col">{name}</th> });
    let region = caption.clone();
    view! {
        <section class="coverage" data-testid="compare-coverage-table">
            <h3>{caption.clone()}</h3>
            <div class="chart-pickers">
                <Choice label=m::UNFOLD testid="compare-unfold" menu=fields choose=|o, id| o.unfolded = id />
            </div>
            <ul class="chart-notes">{told.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <div class="coverage-scroll" tabindex="0" role="region" aria-label=region>
                <table>
                    <caption class="visually-hidden">{caption}</caption>
                    <thead>
                        <tr>{head.collect_view()}</tr>
                    </thead>
                    <tbody>
                        {rows
                            .into_iter()
                            .map(|(name, cells)| {
                                view! {
                                    <tr>
                                        <th scope="row">{name}</th>
                                        {cells.into_iter().map(|one| cell(explorer, one)).collect_view()}
                                    </tr>
                                }
                            })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn cell(explorer: crate::ui::Explorer, cell: CoverageCell) -> impl IntoView {
    let CoverageCell { text, actions } = cell;
    if text.is_empty() {
        return view! {
            <td class="left-out">
                <span aria-hidden="true">"–"</span>
                <span class="visually-hidden">{explorer.t(m::NOT_REPORTED)}</span>
            </td>
        }
        .into_any();
    }
    let open = move |_| explorer.act_together(actions.clone());
    view! {
        <td>
            <button type="button" class="figure-button" on:click=open>{text}</button>
        </td>
    }
    .into_any()
}
