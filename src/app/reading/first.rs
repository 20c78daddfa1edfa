//! The first lines of a file as they stand, and beside them the first rows as they were read.

use leptos::prelude::*;

use crate::base::lang::Lang;
use crate::i18n::catalog::reading as m;
use crate::import::Plan;
use crate::query::Filter;
use crate::session::{Header, Page};
use crate::state::TableOptions;
use crate::ui::Explorer;

/// Rows as read that are shown.
const ROWS: usize = 5;

/// Both, where there is text to show.
pub(super) fn first(explorer: Explorer, plan: &Plan, lang: Lang) -> impl IntoView + use<> {
    let header = explorer.ask(move || {
        Some(Header { filter: Filter::default(), options: TableOptions::default(), lang })
    });
    let page = explorer.ask(move || {
        let options = TableOptions::default();
        Some(Page { filter: Filter::default(), options, range: 0..ROWS, lang })
    });
    let names = move || {
        let shown = header.get().map(|plan| plan.shown).unwrap_or_default();
        shown
            .into_iter()
            .map(|heading| view! { <th scope="col">{heading.name}</th> })
            .collect_view()
    };
    let rows = move || {
        let rows = page.get().map(|(_, page)| page.rows).unwrap_or_default();
        let cell = |cell: crate::plot::table::CellContent| view! { <td>{cell.text()}</td> };
        let row = |cells: Vec<_>| view! { <tr>{cells.into_iter().map(cell).collect_view()}</tr> };
        rows.into_iter().map(row).collect_view()
    };
    let lines = (!plan.first.lines.is_empty()).then(|| lines(plan, lang));
    view! {
        <div class="reading-first">
            {lines}
            <figure>
                <figcaption>{m::ROWS_READ.get(lang)}</figcaption>
                <div class="table-scroll" tabindex="0" role="region" aria-label=m::ROWS_READ.get(lang) data-testid="rows-read">
                    <table>
                        <thead><tr>{names}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </figure>
        </div>
    }
}

/// The lines, those told apart that name the columns.
fn lines(plan: &Plan, lang: Lang) -> impl IntoView + use<> {
    let (from, to) = (plan.layout.above, plan.layout.above + plan.layout.header);
    let line = |(at, (line, cells)): (usize, &(usize, Vec<String>))| {
        let is_header = (from..to).contains(&at);
        let cell = |cell: &String| view! { <td>{cell.clone()}</td> };
        view! {
            <tr class:is-header=is_header class:is-above=at < from>
                <th scope="row">{*line}</th>
                {cells.iter().map(cell).collect_view()}
            </tr>
        }
    };
    let rows = plan.first.lines.iter().enumerate().map(line).collect_view();
    let cut = plan.first.is_cut.then(|| view! { <p class="muted">{m::LINES_CUT.get(lang)}</p> });
    view! {
        <figure>
            <figcaption>{m::LINES.get(lang)}</figcaption>
            <div class="table-scroll" tabindex="0" role="region" aria-label=m::LINES.get(lang) data-testid="first-lines">
                <table><tbody>{rows}</tbody></table>
            </div>
            {cut}
        </figure>
    }
}
