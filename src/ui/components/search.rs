//! Instant search: a combobox over indicators, places, projects and printed figures.

use leptos::ev;
use leptos::prelude::*;

use crate::browser;
use crate::i18n::catalog::filter as m;
use crate::query::Searchable;
use crate::session::{Find, Found};
use crate::state::Action;
use crate::ui::{Explorer, Icon, use_explorer};

/// The search box of the header.
#[component]
pub fn SearchBox() -> impl IntoView {
    let explorer = use_explorer();
    let query = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let at = RwSignal::new(None::<usize>);
    let found = explorer.ask(move || Some(Find { text: query.get(), lang: explorer.lang.get() }));
    let hits = Memo::new(move |_| found.get().unwrap_or_default());
    let finish = move |action: Action| {
        explorer.act(action);
        open.set(false);
        at.set(None);
        query.set(String::new());
    };
    let choose = move |index: usize| {
        let action = hits.with(|h| h.get(index).map(action_of));
        finish(action.unwrap_or_else(|| Action::Find(query.get_untracked())));
    };
    let on_key = move |event: ev::KeyboardEvent| {
        // One past the hits stands for the search in all text.
        let last = hits.with(Vec::len);
        match event.key().as_str() {
            "ArrowDown" => {
                event.prevent_default();
                open.set(true);
                at.update(|a| *a = Some(a.map_or(0, |n| (n + 1).min(last))));
            }
            "ArrowUp" => {
                event.prevent_default();
                at.update(|a| *a = a.and_then(|n| n.checked_sub(1)));
            }
            "Enter" if !query.with_untracked(|q| q.trim().is_empty()) => {
                choose(at.get_untracked().unwrap_or(0))
            }
            "Escape" => {
                // The browser would empty the box at once.
                event.prevent_default();
                event.stop_propagation();
                if open.get_untracked() {
                    open.set(false);
                } else {
                    query.set(String::new());
                }
                at.set(None);
            }
            _ => {}
        }
        if let Some(n) = at.get_untracked() {
            browser::document::reveal_nearest(&option_id(n));
        }
    };
    let shown = move || open.get() && query.with(|q| !q.trim().is_empty());
    view! {
        <div class="search" role="search" on:focusout=move |event: ev::FocusEvent| {
            // Clicking an option keeps the focus in the box; leaving it for good closes the list.
            if event.related_target().is_none() || !browser::document::within("search-list", event.related_target()) {
                open.set(false);
            }
        }>
            <Icon icon=Icon::Search />
            <input
                type="search"
                id="search"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-label=explorer.t(m::SEARCH)
                aria-expanded=move || shown().to_string()
                aria-controls="search-list"
                aria-autocomplete="list"
                aria-activedescendant=move || at.get().filter(|_| shown()).map(option_id)
                placeholder=explorer.t(m::SEARCH_HINT)
                data-testid="search"
                prop:value=move || query.get()
                on:input:target=move |ev| {
                    query.set(ev.target().value());
                    open.set(true);
                    at.set(None);
                }
                on:focus=move |_| open.set(true)
                on:keydown=on_key
            />
            <div id="search-list" class="search-list" role="listbox" tabindex="-1" aria-label=explorer.t(m::SEARCH) class:open=shown>
                {move || shown().then(|| list(explorer, &hits.get(), &query.get(), at, choose))}
            </div>
            <span class="visually-hidden" role="status">
                {move || shown().then(|| m::SEARCH_COUNT.count(explorer.lang.get(), hits.with(Vec::len), &[]))}
            </span>
        </div>
    }
}

fn option_id(index: usize) -> String {
    format!("search-option-{index}")
}

fn action_of(hit: &Found) -> Action {
    match &hit.target {
        Searchable::Value { column, id } => Action::Choose(column.clone(), id.clone()),
        Searchable::Row(key) => Action::Open(key.clone()),
    }
}

fn list(
    explorer: Explorer,
    hits: &[Found],
    query: &str,
    at: RwSignal<Option<usize>>,
    choose: impl Fn(usize) + Copy + Send + Sync + 'static,
) -> AnyView {
    let lang = explorer.lang.get();
    let none = hits.is_empty().then(|| {
        view! { <p class="search-none">{m::SEARCH_NONE.fill(lang, &[("query", query.trim())])}</p> }
    });
    let option = move |index: usize, content: AnyView| {
        view! {
            <div
                role="option"
                id=option_id(index)
                class="search-option"
                class:active=move || at.get() == Some(index)
                aria-selected=move || (at.get() == Some(index)).to_string()
                // The pointer must not take the focus out of the box before the click.
                on:pointerdown=|event: ev::PointerEvent| event.prevent_default()
                on:click=move |_| choose(index)
            >
                {content}
            </div>
        }
    };
    let rows = hits.iter().enumerate().map(|(index, hit)| option(index, line(hit))).collect_view();
    let text = m::SEARCH_TEXT.fill(lang, &[("query", query.trim())]);
    let all = option(hits.len(), view! { <span class="search-text">{text}</span> }.into_any());
    view! { {none} {rows} {all} }.into_any()
}

/// A result: what kind it is, its name with the match marked, and what tells it from others.
fn line(hit: &Found) -> AnyView {
    let chars: Vec<char> = hit.name.chars().collect();
    let part = |range: std::ops::Range<usize>| {
        chars.get(range).unwrap_or_default().iter().collect::<String>()
    };
    let (start, end) = (hit.range.start, hit.range.end);
    let (before, matched, after) = (part(0..start), part(start..end), part(end..chars.len()));
    view! {
        <span class="search-kind">{hit.kind.clone()}</span>
        <span class="search-name" lang=hit.lang.tag()>{before}<mark>{matched}</mark>{after}</span>
        <span class="search-beside">{hit.beside.clone()}</span>
    }
    .into_any()
}
