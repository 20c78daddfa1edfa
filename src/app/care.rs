//! The head of the page in care mode: its name, the way back, the place, and the views in plain words.

use leptos::ev;
use leptos::prelude::*;

use super::header::{self, Language, view_name};
use super::place::PlacePicker;
use super::story;
use crate::i18n::Message;
use crate::i18n::catalog::care as m;
use crate::i18n::catalog::shell;
use crate::state::{Action, View};
use crate::ui::components::SearchBox;
use crate::ui::{Explorer, use_explorer};

/// What a view shows, in plain words.
const fn plain(view: View) -> Message {
    match view {
        View::Overview => m::OVERVIEW,
        View::Ledger => m::LEDGER,
        View::Timeline => m::TIMELINE,
        View::Chart => m::CHART,
        View::Compare => m::COMPARE,
        View::Map => m::MAP,
        View::Table => m::TABLE,
        View::Poster => m::POSTER,
    }
}

/// The head of the page.
#[component]
pub(super) fn CareHeader() -> impl IntoView {
    let explorer = use_explorer();
    view! {
        <header class="header care-header">
            <h1 class="brand">{explorer.t(shell::BRAND)}</h1>
            <Language testid="language" />
            <button type="button" data-testid="care-leave" on:click=move |_| explorer.act(Action::Care(false))>
                {explorer.t(m::LEAVE)}
            </button>
            {explorer.is_published().then(|| view! { <PlacePicker /> })}
            <Views />
            <details class="care-fold" data-testid="care-search">
                <summary>{explorer.t(m::SEARCH)}</summary>
                <SearchBox />
            </details>
        </header>
    }
}

/// The views, behind one button.
#[component]
fn Views() -> impl IntoView {
    let explorer = use_explorer();
    let open = RwSignal::new(false);
    let tour = move |_| {
        open.set(false);
        story::open(explorer);
    };
    view! {
        <details
            class="care-fold"
            data-testid="care-views"
            prop:open=open
            on:toggle:target=move |event| open.set(event.target().open())
        >
            <summary>{explorer.t(m::VIEWS)}</summary>
            <nav class="care-views" aria-label=explorer.t(shell::VIEWS)>
                {header::views(explorer).map(|view| link(explorer, view, open)).collect_view()}
                {header::has_tours(explorer)
                    .then(|| {
                        view! {
                            <button type="button" data-testid="story-open" on:click=tour>
                                <strong>{explorer.t(shell::STORY)}</strong>
                                <span>{explorer.t(m::STORY)}</span>
                            </button>
                        }
                    })}
            </nav>
        </details>
    }
}

/// A real link, so that a view can be opened in another tab; a plain click stays on the page and folds the list.
fn link(explorer: Explorer, view: View, open: RwSignal<bool>) -> impl IntoView {
    let current = move || (explorer.view.get() == view).then_some("page");
    let on_click = move |event: ev::MouseEvent| {
        if header::follow(explorer, view, &event) {
            open.set(false);
        }
    };
    view! {
        <a
            href=move || explorer.link_after(Action::Show(view))
            aria-current=current
            data-testid=format!("view-{}", view.id())
            on:click=on_click
        >
            <strong>{explorer.t(view_name(view))}</strong>
            <span>{explorer.t(plain(view))}</span>
        </a>
    }
}
