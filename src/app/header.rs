//! Title, place, views, search, and what is chosen once.

use leptos::ev;
use leptos::prelude::*;

use super::opening::OpenData;
use super::place::PlacePicker;
use super::story;
use crate::base::lang::Lang;
use crate::browser::document;
use crate::i18n::Message;
use crate::i18n::catalog::filter::SEARCH;
use crate::i18n::catalog::shell as m;
use crate::plot::ledger::tells_targets;
use crate::state::{Action, Theme, TypeSize, View};
use crate::ui::components::{Menu, SearchBox};
use crate::ui::{Explorer, Icon, focus, late, use_explorer};

/// What a view is called.
pub(super) fn view_name(view: View) -> Message {
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

fn link_id(view: View) -> String {
    format!("view-{}", view.id())
}

/// The views of the table. Of a reader's own only one that says which of its numbers are targets has a ledger, and only
/// one whose areas are known has a map.
pub(super) fn views(explorer: Explorer) -> impl Iterator<Item = View> {
    let has_ledger = explorer.is_published() || tells_targets(&explorer.table());
    let has_map = explorer.head().has_map;
    View::ALL.iter().copied().filter(move |&view| match view {
        View::Ledger => has_ledger,
        View::Map => has_map,
        _ => true,
    })
}

/// Whether there are guided tours. Those of the page's own data come when the first is opened.
pub(super) fn has_tours(explorer: Explorer) -> bool {
    explorer.is_of_page() || explorer.head().has_tours
}

/// Shows a view where its link was clicked plainly, and says whether it was: with a key held the browser opens it elsewhere.
pub(super) fn follow(explorer: Explorer, view: View, event: &ev::MouseEvent) -> bool {
    let is_plain = !(event.ctrl_key() || event.meta_key() || event.shift_key());
    if is_plain {
        event.prevent_default();
        explorer.act(Action::Show(view));
    }
    is_plain
}

/// The head of the page.
#[component]
pub(super) fn Header() -> impl IntoView {
    let explorer = use_explorer();
    // Where there is no room for all, the row of views is scrolled to the one in force.
    let mut has_begun = false;
    Effect::new(move |_| {
        let view = explorer.view.get();
        // It begins at the first one, and to ask where that is would have the whole page laid out.
        if has_begun || Some(&view) != View::ALL.first() {
            document::reveal_within(&link_id(view));
        }
        has_begun = true;
    });
    // On a phone the box stands behind a button, so that the page begins with what it is about.
    let searching = RwSignal::new(false);
    let seek = move |_| {
        searching.update(|on| *on = !*on);
        if searching.get_untracked() {
            focus::take_when_drawn("search".to_owned());
        }
    };
    view! {
        <header class="header" class:searching=move || searching.get()>
            <h1 class="brand">{explorer.t(m::BRAND)}</h1>
            {explorer.is_published().then(|| view! { <PlacePicker /> })}
            <nav class="views" aria-label=explorer.t(m::VIEWS)>
                {views(explorer).map(|view| view! { <ViewLink view=view /> }).collect_view()}
                {has_tours(explorer).then(|| view! { <OpenStory /> })}
            </nav>
            <SearchBox />
            <button
                type="button"
                class="quiet search-open"
                data-testid="search-open"
                aria-label=explorer.t(SEARCH)
                aria-expanded=move || searching.get().to_string()
                aria-controls="search"
                on:click=seek
            >
                <Icon icon=Icon::Search />
            </button>
            <button type="button" class="to-care" data-testid="care" on:click=move |_| explorer.act(Action::Care(true))>
                {explorer.t(m::CARE)}
            </button>
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
        follow(explorer, view, &event);
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

/// What is chosen once: another language, colours, size of type, and a table to open.
#[component]
fn Settings() -> impl IntoView {
    let open = RwSignal::new(false);
    // What was typed in it stays while it is closed.
    let shown = Memo::new(move |was: Option<&bool>| was == Some(&true) || open.get());
    view! {
        <Language testid="language" />
        <Menu id="menu" label=m::MENU icon=Icon::Menu testid="menu" open=open>
            {move || shown.get().then(|| late(|| view! { <Choices /> }.into_any()))}
        </Menu>
    }
}

/// What the menu holds, drawn when it is opened.
#[component]
fn Choices() -> impl IntoView {
    let explorer = use_explorer();
    let themes = [
        (Theme::Auto, m::THEME_AUTO),
        (Theme::Light, m::THEME_LIGHT),
        (Theme::Dark, m::THEME_DARK),
    ];
    let sizes = [
        (TypeSize::Normal, m::TYPE_NORMAL),
        (TypeSize::Large, m::TYPE_LARGE),
        (TypeSize::Largest, m::TYPE_LARGEST),
    ];
    let theme = themes.map(|(theme, name)| (theme.id(), name)).to_vec();
    let size = sizes.map(|(size, name)| (size.id(), name)).to_vec();
    let dress = Callback::new(move |id: String| {
        Theme::from_id(&id).into_iter().for_each(|theme| explorer.act(Action::Dress(theme)));
    });
    let resize = Callback::new(move |id: String| {
        TypeSize::from_id(&id).into_iter().for_each(|size| explorer.act(Action::Size(size)));
    });
    view! {
        <OpenData />
        <div class="looks">
            <Choice label=m::THEME testid="theme" options=theme chosen=Signal::derive(move || explorer.theme.get().id()) choose=dress />
            <Choice label=m::TYPE_SIZE testid="type-size" options=size chosen=Signal::derive(move || explorer.type_size.get().id()) choose=resize />
            <Language testid="language-of-menu" />
        </div>
    }
}

/// Leads to the other language. On narrow windows there is room for it in the menu alone.
#[component]
pub(super) fn Language(
    /// Name for tests.
    testid: &'static str,
) -> impl IntoView {
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
    view! {
        <button
            type="button"
            class="quiet language"
            data-testid=testid
            lang=move || other().tag()
            on:click=move |_| explorer.act(Action::Speak(other()))
        >
            {other_name}
        </button>
    }
}

/// One of a few.
#[component]
fn Choice(
    /// What is chosen.
    label: Message,
    /// Name for tests.
    testid: &'static str,
    /// Ids and names.
    options: Vec<(&'static str, Message)>,
    /// Id of the one in force.
    chosen: Signal<&'static str>,
    /// Takes the id of another.
    choose: Callback<String>,
) -> impl IntoView {
    let explorer = use_explorer();
    let option = move |(id, name): (&'static str, Message)| {
        view! { <option value=id selected=move || chosen.get() == id>{explorer.t(name)}</option> }
    };
    view! {
        <label>
            <span>{explorer.t(label)}</span>
            <select data-testid=testid on:change:target=move |ev| choose.run(ev.target().value())>
                {options.into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}
