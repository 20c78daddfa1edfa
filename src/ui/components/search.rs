//! Instant search: a combobox over indicators, places, projects and printed figures.

use leptos::ev;
use leptos::prelude::*;

use super::FigureView;
use crate::base::lang::Lang;
use crate::browser;
use crate::i18n::catalog::filter as m;
use crate::i18n::catalog::words::SEPARATOR;
use crate::query::Searchable;
use crate::session::{AnswerText, Find, Finding, Found, Understood};
use crate::state::Action;
use crate::ui::{Explorer, Icon, Typing, bring_synonyms, use_explorer};

/// What is searched and found; cheap to copy.
#[derive(Clone, Copy)]
struct Search {
    explorer: Explorer,
    query: RwSignal<String>,
    /// Whether the list may be seen.
    open: RwSignal<bool>,
    /// The option that the keys are at.
    at: RwSignal<Option<usize>>,
    finding: Memo<Finding>,
    /// Whether the filters in force are left out of account.
    lifted: RwSignal<bool>,
}

impl Search {
    fn new(explorer: Explorer) -> Self {
        let (query, lifted) = (RwSignal::new(String::new()), RwSignal::new(false));
        let found = explorer.ask(move || {
            // Answered anew once everyday words are there.
            explorer.everyday.track();
            let text = query.get();
            let is_free = text.is_empty() || lifted.get();
            let filter = if is_free { Default::default() } else { explorer.filter.get() };
            Some(Find { text, filter, lang: explorer.lang.get() })
        });
        let finding = Memo::new(move |_| found.get().unwrap_or_default());
        let (open, at) = (RwSignal::new(false), RwSignal::new(None));
        Self { explorer, query, open, at, finding, lifted }
    }

    /// Searches for what is typed.
    fn hear(self, text: String) {
        if self.query.with_untracked(|query| *query != text) {
            // Whoever came to the box before the rest of the program was there did so unheard.
            bring_synonyms(self.explorer);
            if text.is_empty() {
                self.lifted.set(false);
            }
            self.query.set(text);
            self.open.set(true);
            self.at.set(None);
        }
    }

    /// Takes the option at an index; one past the hits stands for the search in all text.
    fn choose(self, index: usize) {
        let action = self.finding.with(|f| f.hits.get(index).map(action_of));
        self.explorer.act(action.unwrap_or_else(|| Action::Find(self.query.get_untracked())));
        self.open.set(false);
        self.at.set(None);
        self.query.set(String::new());
        self.lifted.set(false);
    }

    /// Searches for what a command leaves, and gives the box the focus again.
    fn again(self, text: Option<String>) {
        match text {
            Some(text) => self.hear(text),
            None => self.lifted.set(true),
        }
        browser::document::focus("search");
    }

    fn key(self, event: &ev::KeyboardEvent) {
        let Self { query, open, at, .. } = self;
        let last = self.finding.with(|f| f.hits.len().saturating_sub(usize::from(!offers_all(f))));
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
                self.choose(at.get_untracked().unwrap_or(0));
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
    }

    /// Whether the list is seen; tracked.
    fn shown(self) -> bool {
        self.open.get() && self.query.with(|q| !q.trim().is_empty())
    }

    /// What is told of the result to those who do not see it; tracked.
    fn status(self) -> Option<String> {
        let Self { explorer, finding, .. } = self;
        let is_told = self.shown() && !finding.with(|finding| is_early(explorer, finding));
        is_told.then(|| finding.with(|finding| told(finding, explorer.lang.get())))
    }
}

/// The search box of the header.
#[component]
pub fn SearchBox() -> impl IntoView {
    let explorer = use_explorer();
    let search = Search::new(explorer);
    let Search { query, open, at, finding, .. } = search;
    let typing = Typing::new(move |text: String| search.hear(text));
    let on_key = move |event: ev::KeyboardEvent| {
        if !typing.takes(&event) {
            search.key(&event);
        }
    };
    let choose = move |index: usize| search.choose(index);
    let list = move || list(explorer, &finding.get(), &query.get(), at, choose);
    let understood = move || finding.with(|finding| parts(search, finding));
    let beyond = move || finding.with(|finding| lift(search, finding));
    view! {
        <div class="search" role="search" on:focusout=move |event: ev::FocusEvent| {
            // Clicking an option keeps the focus in the box; leaving it for good closes the list.
            if event.related_target().is_none() || !browser::document::within("search-panel", event.related_target()) {
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
                aria-expanded=move || search.shown().to_string()
                aria-controls="search-list"
                aria-autocomplete="list"
                aria-activedescendant=move || at.get().filter(|_| search.shown()).map(option_id)
                placeholder=explorer.t(m::SEARCH_HINT)
                data-testid="search"
                prop:value=move || query.get()
                on:input:target=move |ev| typing.input(ev.target().value())
                on:compositionstart=move |_| typing.start()
                on:compositionend:target=move |ev| typing.end(ev.target().value())
                on:focus=move |_| {
                    open.set(true);
                    bring_synonyms(explorer);
                }
                on:keydown=on_key
            />
            <div id="search-panel" class="search-panel" class:open=move || search.shown() tabindex="-1">
                {move || search.shown().then(understood)}
                <div id="search-list" class="search-list" role="listbox" tabindex="-1" aria-label=explorer.t(m::SEARCH)>
                    {move || search.shown().then(list)}
                </div>
                {move || search.shown().then(beyond)}
            </div>
            <span class="visually-hidden" role="status">
                {move || search.status()}
            </span>
        </div>
    }
}

/// Whether it is too early to say that nothing is found: everyday words are still on their way. Tracked.
fn is_early(explorer: Explorer, finding: &Finding) -> bool {
    finding.hits.is_empty() && explorer.everyday.get() == Some(false)
}

/// What was not found of a question, how many results there are, and what lies outside the filters.
fn told(finding: &Finding, lang: Lang) -> String {
    let count = m::SEARCH_COUNT.count(lang, finding.hits.len(), &[]);
    let remark = if finding.understood.is_empty() { "" } else { finding.remark.as_str() };
    let told = match finding.beyond.as_str() {
        "" => count,
        beyond => format!("{count}{}{beyond}", SEPARATOR.get(lang)),
    };
    format!("{remark}{told}")
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
    finding: &Finding,
    query: &str,
    at: RwSignal<Option<usize>>,
    choose: impl Fn(usize) + Copy + Send + Sync + 'static,
) -> AnyView {
    let lang = explorer.lang.get();
    let hits = &finding.hits;
    let none = (hits.is_empty() && !is_early(explorer, finding)).then(|| {
        view! { <p class="search-none">{m::SEARCH_NONE.fill(lang, &[("query", query.trim())])}</p> }
    });
    let option = move |index: usize, is_figure: bool, content: AnyView| {
        view! {
            <div
                role="option"
                id=option_id(index)
                class="search-option"
                class:is-figure=is_figure
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
    let first = finding.answer.as_ref();
    // What it is about is told before a figure, as in a table; of rows of any other table the name comes first.
    let is_figure =
        |hit: &Found| explorer.is_published() && matches!(hit.target, Searchable::Row(_));
    let row = |(index, hit): (usize, &Found)| match first.filter(|_| index == 0) {
        Some(answer) => option(index, false, whole(answer)),
        None => option(index, is_figure(hit), line(hit)),
    };
    let inside = hits.iter().enumerate().take(finding.inside).map(row).collect_view();
    let beyond = (!finding.beyond.is_empty()).then(|| {
        let rows = hits.iter().enumerate().skip(finding.inside).map(row).collect_view();
        let (name, heading) = (finding.beyond.clone(), finding.beyond.clone());
        view! {
            <div role="group" aria-label=name>
                <p class="search-beyond" aria-hidden="true" data-testid="search-beyond">{heading}</p>
                {rows}
            </div>
        }
    });
    let text = if explorer.is_published() { m::SEARCH_TEXT } else { m::SEARCH_TEXT_ROWS };
    let text = text.count(lang, finding.rows, &[("query", query.trim())]);
    let all = offers_all(finding).then(|| {
        option(hits.len(), false, view! { <span class="search-text">{text}</span> }.into_any())
    });
    view! { {none} {inside} {beyond} {all} }.into_any()
}

/// Whether all figures that hold the words can be shown: not of a question whose words no figure holds as they stand.
const fn offers_all(finding: &Finding) -> bool {
    finding.rows > 0 || finding.hits.is_empty()
}

/// What was understood, each part with a command that takes it out; and what was not.
fn parts(search: Search, finding: &Finding) -> AnyView {
    let lang = search.explorer.lang.get();
    let chip = |part: &Understood| {
        let name = m::UNDERSTOOD_PART.fill(lang, &[("kind", &part.kind), ("name", &part.name)]);
        let label = m::REMOVE.fill(lang, &[("name", &name)]);
        let rest = part.rest.clone();
        view! {
            <button type="button" class="search-part" aria-label=label data-testid="search-part" on:pointerdown=|event: ev::PointerEvent| event.prevent_default() on:click=move |_| search.again(Some(rest.clone()))>
                {name}
                <Icon icon=Icon::Close />
            </button>
        }
    };
    let chips = finding.understood.iter().map(chip).collect_view();
    let has_chips = !finding.understood.is_empty();
    let remark = finding.remark.clone();
    let has_remark = has_chips && !remark.is_empty();
    view! {
        {has_chips.then(|| view! { <p class="search-parts"><span>{m::UNDERSTOOD.get(lang)}</span> {chips}</p> })}
        {has_remark.then(|| view! { <p class="search-remark" data-testid="search-remark">{remark}</p> })}
    }
    .into_any()
}

/// The command that searches without the filters in force, where they leave something out.
fn lift(search: Search, finding: &Finding) -> AnyView {
    let lang = search.explorer.lang.get();
    let is_offered = !finding.beyond.is_empty();
    is_offered
        .then(|| {
            view! {
                <button type="button" class="search-lift" data-testid="search-lift" on:pointerdown=|event: ev::PointerEvent| event.prevent_default() on:click=move |_| search.again(None)>
                    {m::SEARCH_LIFT.get(lang)}
                </button>
            }
        })
        .into_any()
}

/// The answer to a question, told whole.
fn whole(answer: &AnswerText) -> AnyView {
    let figure = answer.figure.clone();
    let hue = format!("search-answer hue-{}", answer.hue);
    view! {
        <div class=hue data-testid="search-answer">
            <p class="search-where"><b>{answer.place.clone()}</b> {answer.time.clone()}</p>
            <p class="search-sentence">{answer.name.clone()} <FigureView figure=figure /></p>
            <p class="search-source">{answer.note.clone()}</p>
            <p class="search-source">{answer.source.clone()}</p>
        </div>
    }
    .into_any()
}

/// A result: what kind it is, its name with the matches marked, and what tells it from others.
fn line(hit: &Found) -> AnyView {
    let chars: Vec<char> = hit.name.chars().collect();
    let part = |range: std::ops::Range<usize>| {
        chars.get(range).unwrap_or_default().iter().collect::<String>()
    };
    let mut end = 0;
    let mut parts = Vec::new();
    for mark in &hit.marks {
        let (before, matched) = (part(end..mark.start), part(mark.clone()));
        parts.push(view! { {before} <mark>{matched}</mark> });
        end = mark.end;
    }
    let rest = part(end..chars.len());
    view! {
        <span class="search-kind">{hit.kind.clone()}</span>
        <span class="search-name" lang=hit.lang.tag()>{parts}{rest}</span>
        <span class="search-beside">{hit.beside.clone()}</span>
    }
    .into_any()
}
