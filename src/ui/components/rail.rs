//! The filters: a rail beside the content, a sheet over it on narrow windows.

use leptos::ev;
use leptos::prelude::*;

use super::folded_rail::one_by_one;
use super::number_filter::NumberFilter;
use super::time_filter::TimeFilter;
use super::value_filter::ValueFilter;
use crate::i18n::catalog::filter as m;
use crate::plot::rail::{RailKind, RailPart};
use crate::ui::{Icon, focus, in_its_turn, late, use_explorer};

/// The filters of the explorer.
#[component]
pub fn FilterRail() -> impl IntoView {
    let explorer = use_explorer();
    let is_begun = in_its_turn();
    let of = move |folded: bool| {
        let parts = is_begun.get().then(|| explorer.rail.get()).flatten().unwrap_or_default();
        let parts = parts.into_iter();
        parts.filter(|part| part.folded == folded).map(part).collect_view()
    };
    let folds = Memo::new(move |_| {
        is_begun.get() && explorer.rail.with(|parts| parts.iter().flatten().any(|part| part.folded))
    });
    let done = if explorer.is_published() { m::DONE } else { m::DONE_ROWS };
    let close = move || {
        explorer.sheet.set(false);
        // Until the sheet is gone the content, where the button stands, is inert.
        focus::take_when_drawn("open-filters".to_owned());
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && explorer.sheet.get_untracked() {
            event.stop_propagation();
            event.prevent_default();
            close();
        }
    };
    view! {
        <aside
            class="rail"
            class:open=move || explorer.sheet.get()
            id="filters"
            tabindex="-1"
            aria-label=explorer.t(m::FILTERS)
            inert=move || explorer.narrow.get() && !explorer.sheet.get()
            on:keydown=on_key
        >
            <div class="rail-head">
                <h2>{explorer.t(m::FILTERS)}</h2>
                <button type="button" class="quiet only-narrow" on:click=move |_| close() aria-label=explorer.t(m::CLOSE)>
                    <Icon icon=Icon::Close />
                </button>
            </div>
            {move || of(false)}
            {move || folds.get().then(|| view! { <Folded /> })}
            <div class="rail-foot only-narrow">
                <button type="button" class="primary" on:click=move |_| close()>
                    {move || done.count(explorer.lang.get(), explorer.matching(), &[])}
                </button>
            </div>
        </aside>
    }
}

/// One filter.
fn part(part: RailPart) -> AnyView {
    match part.kind {
        RailKind::Time => view! { <TimeFilter column=part.column /> }.into_any(),
        RailKind::Facet => view! { <ValueFilter column=part.column /> }.into_any(),
        RailKind::Range => late(|| view! { <NumberFilter column=part.column /> }.into_any()),
    }
}

/// What few readers filter by, drawn once it is wanted, and shown where it is in force.
#[component]
fn Folded() -> impl IntoView {
    let explorer = use_explorer();
    let of = move || explorer.rail.get().into_iter().flatten().filter(|part| part.folded);
    let in_force = Memo::new(move |_| {
        explorer.filter.with(|filter| of().any(|part| filter.get(&part.column).is_some()))
    });
    let open = RwSignal::new(false);
    // A file may have a thousand: each is asked for once it is opened.
    let all = move || {
        late(move || match explorer.is_published() {
            true => of().map(part).collect_view().into_any(),
            false => one_by_one(of().collect(), part),
        })
    };
    // What is drawn stays as it is while the reader chooses in it.
    let is_open = Memo::new(move |_| open.get());
    Effect::new(move |_| {
        if in_force.get() {
            open.set(true);
        }
    });
    view! {
        <details class="rail-more" data-testid="rail-more" prop:open=open on:toggle:target=move |ev| open.set(ev.target().open())>
            <summary>{explorer.t(m::MORE_FILTERS)}</summary>
            {move || is_open.get().then(all)}
        </details>
    }
}
