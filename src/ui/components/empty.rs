//! What stands where nothing meets the filter: the condition that empties it, and an offer to lift it.

use leptos::prelude::*;

use crate::i18n::catalog::filter as m;
use crate::session::Lifts;
use crate::state::Action;
use crate::ui::use_explorer;
use crate::words::clause_text;

/// Offers to lift each condition that would bring figures back.
#[component]
pub fn EmptySelection() -> impl IntoView {
    let explorer = use_explorer();
    let asked = explorer.ask(move || Some(Lifts { filter: explorer.filter.get() }));
    let lifts = move || {
        let table = explorer.table();
        let lang = explorer.lang.get();
        let text = |(column, n): (String, usize)| {
            let name = explorer.filter.with(|filter| {
                let clause = filter.iter().find(|(c, _)| *c == column).map(|(_, c)| c);
                clause.map_or_else(String::new, |c| clause_text(&table, &column, c, lang))
            });
            (column, m::LIFT.count(lang, n, &[("name", &name)]))
        };
        asked.get().unwrap_or_default().into_iter().map(text).collect::<Vec<_>>()
    };
    view! {
        <div class="empty">
            <p class="empty-title">{explorer.t(m::NOTHING)}</p>
            {move || {
                lifts()
                    .into_iter()
                    .map(|(column, text)| {
                        view! {
                            <p>
                                <button type="button" on:click=move |_| explorer.act(Action::Lift(column.clone()))>
                                    {text}
                                </button>
                            </p>
                        }
                    })
                    .collect_view()
            }}
            <p>
                <button type="button" class="quiet" on:click=move |_| explorer.act(Action::LiftAll)>
                    {explorer.t(m::CLEAR_ALL)}
                </button>
            </p>
        </div>
    }
}
