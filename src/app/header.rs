//! Title, views, search, language and theme.

use leptos::ev;
use leptos::prelude::*;

use super::opening::OpenData;
use super::story;
use crate::base::lang::Lang;
use crate::browser::document;
use crate::i18n::Message;
use crate::i18n::catalog::shell as m;
use crate::plot::ledger::tells_targets;
use crate::state::{Action, Theme, View};
use crate::ui::components::SearchBox;
use crate::ui::use_explorer;

/// What a view is called.
pub(super) fn view_name(view: View) -> Message {
    match view {
        View::Overview => m::OVERVIEW,
        View::Ledger => m::LEDGER,
        View::Timeline => m::TIMELINE,
        View::Chart => m::CHART,
        View::Compare => m::COMPARE,
        View::Table => m::TABLE,
        View::Poster => m::POSTER,
    }
}

fn link_id(view: View) -> String {
    format!("view-{}", view.id())
}

/// The head of the page.
#[component]
pub(super) fn Header() -> impl IntoView {
    let explorer = use_explorer();
    // Of a reader's own table only what says of its numbers which are targets has a ledger.
    let has_ledger = explorer.is_published() || tells_targets(&explorer.table());
    let has = |view: &&View| **view != View::Ledger || has_ledger;
    // Those of the page's own data come when the first is opened.
    let has_tours = explorer.is_of_page() || explorer.head().has_tours;
    // Where there is no room for all, the row of views is scrolled to the one in force.
    Effect::new(move |_| document::reveal_within(&link_id(explorer.view.get())));
    view! {
        <header class="header">
            <h1 class="brand">{explorer.t(m::TITLE)}</h1>
            <nav class="views" aria-label=explorer.t(m::VIEWS)>
                {View::ALL.iter().filter(has).map(|&view| view! { <ViewLink view=view /> }).collect_view()}
                {has_tours.then(|| view! { <OpenStory /> })}
            </nav>
            <SearchBox />
            <OpenData />
            <Settings />
        </header>
    }
}

/// A real link, so that a view can be opened in another tab; a plain click stays on the page.
#[component]
fn ViewLink(view: View) -> impl IntoView {
    let explorer = use_explorer();
    let current = move || (explorer.view.get() == view).then_some("page");
    let on_click = move |event: ev::MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            explorer.act(Action::Show(view));
        }
    };
    view! {
        <a
            id=link_id(view)
            href=move || explorer.link_after(Action::Show(view))
            aria-current=current
            data-testid=link_id(view)
            on:click=on_click
        >
            {explorer.t(view_name(view))}
        </a>
    }
}

/// Opens the guided tour of what is looked at.
#[component]
fn OpenStory() -> impl IntoView {
    let explorer = use_explorer();
    view! {
        <button type="button" data-testid="story-open" on:click=move |_| story::open(explorer)>
            {explorer.t(m::STORY)}
        </button>
    }
}

#[component]
fn Settings() -> impl IntoView {
    let explorer = use_explorer();
    let other = move || match explorer.lang.get() {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    // Named in the language it leads to, for the reader who needs it.
    let other_name = move || match other() {
        Lang::En => m::OTHER_LANGUAGE.zh,
        Lang::Zh => m::NATIVE_NAME.zh,
    };
    let themes = [
        (Theme::Auto, m::THEME_AUTO),
        (Theme::Light, m::THEME_LIGHT),
        (Theme::Dark, m::THEME_DARK),
    ];
    view! {
        <div class="settings" role="group" aria-label=explorer.t(m::SETTINGS)>
            <label class="theme">
                <span class="visually-hidden">{explorer.t(m::THEME)}</span>
                <select
                    data-testid="theme"
                    on:change:target=move |ev| {
                        if let Some(theme) = Theme::from_id(&ev.target().value()) {
                            explorer.act(Action::Dress(theme));
                        }
                    }
                >
                    {themes
                        .into_iter()
                        .map(|(value, name)| {
                            view! {
                                <option value=value.id() selected=move || explorer.theme.get() == value>{explorer.t(name)}</option>
                            }
                        })
                        .collect_view()}
                </select>
            </label>
            <button
                type="button"
                class="quiet language"
                data-testid="language"
                lang=move || other().tag()
                on:click=move |_| explorer.act(Action::Speak(other()))
            >
                {other_name}
            </button>
        </div>
    }
}
