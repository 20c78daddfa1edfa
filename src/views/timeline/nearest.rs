//! The ways on where nothing lies in the time shown.

use leptos::prelude::*;

use super::source::use_source;

/// Where nothing lies in the time shown: that there is nothing, and the nearest years that have something.
#[component]
pub(super) fn Nearest() -> impl IntoView {
    let source = use_source();
    let nearest = Memo::new(move |_| source.with(|plan| plan.nearest.clone()).unwrap_or_default());
    let none = move || source.with(|plan| plan.sentence.clone());
    let year = move |(name, days)| {
        view! {
            <li>
                <button type="button" on:click=move |_| source.zoom(days)>{name}</button>
            </li>
        }
    };
    view! {
        <Show when=move || nearest.with(|nearest| !nearest.is_empty())>
            <div class="chart-offers" data-testid="timeline-nearest">
                <span class="muted">{none}</span>
                <ul>{move || nearest.get().into_iter().map(year).collect_view()}</ul>
            </div>
        </Show>
    }
}
