//! What stands where nothing meets the filter: what is not reported, and the nearest places to go.

use leptos::prelude::*;

use crate::i18n::catalog::empty as m;
use crate::i18n::catalog::filter::CLEAR_ALL;
use crate::plot::empty::Way;
use crate::session::Empty;
use crate::state::Action;
use crate::ui::use_explorer;

/// Says what there is none of, and offers ways to what there is.
#[component]
pub fn EmptySelection() -> impl IntoView {
    let explorer = use_explorer();
    let asked = explorer
        .ask(move || Some(Empty { filter: explorer.filter.get(), lang: explorer.lang.get() }));
    let plan = Memo::new(move |_| asked.get().unwrap_or_default());
    let way = move |Way { text, actions }: Way| {
        let go = move |_| explorer.act_together(actions.clone());
        view! {
            <li>
                <button type="button" on:click=go>
                    {text}
                </button>
            </li>
        }
    };
    view! {
        <div class="empty">
            <p class="empty-title">{move || plan.with(|plan| plan.sentence.clone())}</p>
            <p class="muted" id="empty-ways">{explorer.t(m::GO_ON)}</p>
            <ul class="empty-ways" aria-labelledby="empty-ways">
                {move || plan.with(|plan| plan.ways.clone()).into_iter().map(way).collect_view()}
                <li>
                    <button type="button" class="quiet" on:click=move |_| explorer.act(Action::LiftAll)>
                        {explorer.t(CLEAR_ALL)}
                    </button>
                </li>
            </ul>
        </div>
    }
}
