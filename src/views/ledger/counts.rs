//! How many promises there are of each place or field, and how they stand.

use leptos::prelude::*;

use crate::i18n::catalog::ledger as m;
use crate::plot::ledger::Counts;
use crate::ui::use_explorer;

/// A table of numbers; a name shows only what it names.
#[component]
pub(super) fn CountsTable(
    /// What it shows.
    counts: Counts,
) -> impl IntoView {
    let explorer = use_explorer();
    let row = move |(name, action, numbers): (String, _, [usize; 6])| {
        let only = m::ONLY.fill(explorer.lang.get_untracked(), &[("name", &name)]);
        view! {
            <tr>
                <th scope="row">
                    <button type="button" class="figure-button" title=only on:click=move |_| explorer.act(Clone::clone(&action))>
                        {name}
                    </button>
                </th>
                {numbers.map(|n| view! { <td class:none=n == 0>{n}</td> }).collect_view()}
            </tr>
        }
    };
    let title = counts.title.clone();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=title>
            <table>
                <caption>{counts.title}</caption>
                <thead>
                    <tr>{counts.header.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view()}</tr>
                </thead>
                <tbody>{counts.rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
