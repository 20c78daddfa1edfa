//! What the lanes are made of, and which days are shown.

use leptos::prelude::*;

use super::source::use_source;
use crate::i18n::Message;
use crate::i18n::catalog::timeline as m;
use crate::plot::span_text;
use crate::plot::timeline::{Window, Windows};
use crate::ui::{Icon, use_explorer};

/// Lanes and window.
#[component]
pub(super) fn Controls() -> impl IntoView {
    view! {
        <div class="timeline-controls">
            <LanesSelect />
            <WindowControls />
        </div>
    }
}

#[component]
fn LanesSelect() -> impl IntoView {
    let explorer = use_explorer();
    let source = use_source();
    let columns = Memo::new(move |_| source.with(|plan| plan.columns.clone()).unwrap_or_default());
    let chosen = Memo::new(move |_| source.with(|plan| plan.column.clone()).unwrap_or_default());
    let options = move || {
        let option = |(key, name): (String, String)| {
            let value = key.clone();
            let selected = move || chosen.with(|chosen| *chosen == key);
            view! { <option value=value selected=selected>{name}</option> }
        };
        columns.get().into_iter().map(option).collect_view()
    };
    view! {
        <label class="timeline-lanes">
            <span>{explorer.t(m::LANES)}</span>
            <select data-testid="timeline-lanes" on:change:target=move |ev| explorer.change(|o| o.timeline.lanes = ev.target().value())>
                {options}
            </select>
        </label>
    }
}

/// Nearer, farther, earlier, later, all; and the window as a filter.
#[component]
fn WindowControls() -> impl IntoView {
    let explorer = use_explorer();
    let source = use_source();
    let shown = move || {
        source.windows.get().map(|w| span_text(w.now, explorer.lang.get())).unwrap_or_default()
    };
    let is_home = Memo::new(move |_| source.windows.get().is_none_or(|w| w.now == w.home));
    view! {
        <div class="timeline-window" role="group" aria-label=explorer.t(m::WINDOW)>
            <Step icon=Icon::Back label=m::EARLIER testid="earlier" to=|w| w.beside(-1) />
            <output class="timeline-shown" data-testid="timeline-window">{shown}</output>
            <Step icon=Icon::Next label=m::LATER testid="later" to=|w| w.beside(1) />
            <Step icon=Icon::Plus label=m::ZOOM_IN testid="zoom-in" to=|w| w.nearer() />
            <Step icon=Icon::Minus label=m::ZOOM_OUT testid="zoom-out" to=|w| w.farther() />
            <Step label=m::ZOOM_ALL testid="zoom-all" to=|w| w.limits />
            <Show when=move || !is_home.get()>
                <Step label=m::RESET testid="zoom-reset" to=|w| w.home />
                <button
                    type="button"
                    class="quiet"
                    data-testid="filter-window"
                    on:click=move |_| if let Some(windows) = source.windows.get_untracked() { source.filter_to(windows.now) }
                >
                    <Icon icon=Icon::Filter />
                    <span>{explorer.t(m::FILTER_WINDOW)}</span>
                </button>
            </Show>
        </div>
    }
}

/// A button that shows other days; off where they are the same.
#[component]
fn Step(
    /// What it does, in words.
    label: Message,
    /// The same as a pictogram; default: the words are shown.
    #[prop(optional)]
    icon: Option<Icon>,
    /// Name for tests.
    testid: &'static str,
    /// The window it leads to.
    to: fn(&Windows) -> Window,
) -> impl IntoView {
    let explorer = use_explorer();
    let source = use_source();
    let target = Memo::new(move |_| {
        source
            .windows
            .get()
            .map(|w| to(&w))
            .filter(|t| source.windows.get().is_some_and(|w| w.now != *t))
    });
    let off = move || target.get().is_none().to_string();
    let go = move |_| {
        if let Some(window) = target.get_untracked() {
            source.zoom(window);
        }
    };
    // A button that turns off under the reader's finger keeps the focus, so it is not `disabled`.
    view! {
        <button type="button" data-testid=testid aria-disabled=off title=explorer.t(label) on:click=go>
            {icon.map(|icon| view! { <Icon icon=icon /> })}
            <span class:visually-hidden=icon.is_some()>{explorer.t(label)}</span>
        </button>
    }
}
