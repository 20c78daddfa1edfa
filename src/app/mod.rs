//! The application: loads the data, mounts the explorer, and lays out header, filters, view and detail.

// The component macro wraps each function, and rustc then takes the original for unreachable.
#![allow(unreachable_pub)]

mod asked;
mod build;
mod care;
mod embed;
mod excerpt;
mod frame;
mod header;
mod load;
mod opening;
mod paper;
mod patience;
mod place;
mod reading;
mod source;
mod story;
mod summary;
mod title;
mod use_names;
mod uses;

use leptos::prelude::*;

use crate::base::lang::Lang;
use crate::browser::{document, intake, link, media, rest, task};
use crate::i18n::catalog::{export, filter, opening as opening_words, shell as m};
use crate::plot::summary::SummaryPlan;
use crate::session::fit;
use crate::state::{AppState, LinkProblem, View, read_link, write_link};
use crate::ui::components::{
    Chips, CopyButton, DetailPanel, EmptySelection, FilterRail, offer_files, page_in_care,
};
use crate::ui::{
    Beginning, Explorer, Icon, OpenedTables, Paper, SessionClient, bring_synonyms, focus, late,
    use_explorer, use_opened_tables,
};
use crate::views::{
    ChartView, CompareView, LedgerView, MapView, OverviewView, PosterView, TableView, TimelineView,
};
use crate::words::unbroken;
use asked::AskedTable;
pub use build::preview_of;
use care::CareHeader;
use embed::EmbedButton;
use excerpt::excerpt;
use frame::{Footer, LinkNotice};
use header::Header;
use load::{Loaded, follow_up, load};
use opening::{Busy, OpeningBar, ShownTable, TableReading, open_linked, take_in};
use story::StoryScreen;

/// Below this the rail and the detail are sheets over the content.
const NARROW: &str = "(max-width: 1199px)";

/// Loads the page's data package and mounts the explorer on the page's body. Where the data cannot be had, says so
/// by the event `minsheng:failed`, which the loader shows.
pub fn start() {
    console_error_panic_hook::set_once();
    task::spawn(async {
        match load().await {
            Ok(loaded) => {
                // Reading and checking the data is one piece of work, drawing the first view another.
                task::next().await;
                mount_to_body(loaded);
                if document::shows_first_screen() {
                    // What is drawn in its turn (`in_its_turn`) asked for its task before these.
                    task::next().await;
                    task::next().await;
                }
                document::announce("minsheng:ready", "");
            }
            Err(error) => {
                // A reader is told which file it is; what the browser said of it is for the console.
                leptos::logging::log!("{error}");
                document::announce("minsheng:failed", &error.file);
            }
        }
    });
}

fn mount_to_body(loaded: Loaded) {
    let loaded = std::cell::Cell::new(Some(loaded));
    leptos::mount::mount_to_body(move || {
        loaded.take().map(|loaded| view! { <Root loaded=loaded /> })
    });
}

/// The opened tables, and an explorer of the one that is shown.
#[component]
fn Root(
    /// The page's own data.
    loaded: Loaded,
) -> impl IntoView {
    let opened = OpenedTables::new(loaded.session, loaded.misfit, intake::linked().is_none());
    provide_context(opened);
    follow_up(opened, loaded.to_come);
    let over = take_in(opened);
    open_linked(opened);
    // Spoken where no explorer stands that could be asked.
    let (link, _) = read_link(&link::fragment());
    let lang = RwSignal::new(link.lang());
    opened.speak(link.lang());
    Effect::new(move |_| opened.speak(lang.get()));
    if link.table.is_some() {
        opened.ask(link);
    }
    let explorer = move || {
        let (client, name) = opened.client()?;
        let (state, problems) = begin(opened, client);
        Some(view! { <App client=client name=name state=state problems=problems lang=lang /> })
    };
    view! {
        <OpeningBar lang=lang.into() />
        {explorer}
        {move || over.get().then(|| late(move || drop_here(lang)))}
    }
}

/// How the explorer of the table that is shown begins, and what could not be read of the link. A link speaks of the table
/// it was made for; of another it has nothing to say but how the page looks.
fn begin(opened: OpenedTables, client: SessionClient) -> (AppState, Vec<LinkProblem>) {
    let (link, mut problems) = read_link(&link::fragment());
    let (table, beginning) = (opened.table(), opened.beginning());
    let is_same = match (&link.table, &table) {
        (Some(a), Some(b)) => a.is_same(b),
        (None, None) => matches!(beginning, Beginning::Link | Beginning::Map),
        _ => false,
    };
    let is_new = link.table.is_some() != table.is_some() || (table.is_some() && !is_same);
    let bare = link.dress(AppState::default());
    let mut state = match beginning {
        Beginning::Map => AppState { view: View::Map, ..if is_same { link } else { bare.clone() } },
        _ if is_same => link,
        Beginning::Of(state) => link.dress(*state),
        _ => {
            problems.clear();
            bare.clone()
        }
    };
    let is_bare = state == bare;
    state.table = table;
    if !is_bare {
        problems.extend(fit(&mut state, &client.head()));
    }
    // Another table is a step of the reader's, unless the address waits for the one it speaks of.
    if is_new && opened.asked.with_untracked(Option::is_none) {
        link::write(&write_link(&state), false);
    }
    (state, problems)
}

/// Says where to let go of a file that is dragged over the page.
fn drop_here(lang: RwSignal<Lang>) -> AnyView {
    let text = move || opening_words::DROP.get(lang.get());
    view! { <div class="drop-here" aria-hidden="true">{text}</div> }.into_any()
}

/// One explorer: header, filters, view, detail.
#[component]
fn App(
    /// Who answers.
    client: SessionClient,
    /// What the table is called; none where it is the page's own.
    name: Option<String>,
    /// How it begins.
    mut state: AppState,
    /// Parts of the link that could not be read.
    problems: Vec<LinkProblem>,
    /// Told the language in force.
    lang: RwSignal<Lang>,
) -> impl IntoView {
    if link::query().split(['?', '&']).any(|part| part == "embed=1") {
        state.embed = true;
    }
    let embed = state.embed;
    let explorer = Explorer::new(client, state, problems);
    provide_context(explorer);
    explorer.follow_link(use_opened_tables());
    watch_width(explorer);
    dress(explorer);
    title::follow(explorer, name.clone());
    Effect::new(move |_| lang.set(explorer.lang.get()));
    // A link may search for an everyday word.
    Effect::new(move |_| {
        if explorer.filter.with(|filter| !filter.text().is_empty()) {
            bring_synonyms(explorer);
        }
    });
    let has_detail = move || explorer.selection.with(Option::is_some);
    let in_story = Memo::new(move |_| explorer.story.with(Option::is_some));
    let has_sheet = move || explorer.narrow.get() && explorer.sheet.get();
    let is_own = name.is_some();
    let is_whole = RwSignal::new(false);
    let has_foot = Memo::new(move |_| is_whole.get() && is_led(explorer));
    task::spawn(async move {
        if rest::arrival().await && explorer.stands() {
            is_whole.set(true);
            offer_files(explorer);
        }
    });
    view! {
        <div class="explorer" data-minsheng-root="" data-view=move || explorer.view.get().id() class:embed=embed class:has-detail=has_detail class:has-story=move || in_story.get()>
            // The address says what is looked at: following the link leaves it alone.
            <a
                class="skip"
                href="#content"
                inert=has_sheet
                on:click=move |event| {
                    event.prevent_default();
                    document::focus("content");
                }
            >
                {explorer.t(m::SKIP)}
            </a>
            {(!embed).then(|| head(explorer))}
            <LinkNotice />
            <AskedTable shown=name.clone() />
            {name.map(|name| late(|| view! { <ShownTable name=name /> }.into_any()))}
            {move || in_story.get().then(|| late(|| view! { <StoryScreen /> }.into_any()))}
            <div class="body">
                {(!embed).then(|| view! { <FilterRail /> })}
                <main id="content" class="content" class:is-led=move || is_led(explorer) tabindex="-1" inert=has_sheet>
                    {embed.then(|| late(move || view! { <h1 class="visually-hidden">{explorer.t(m::TITLE)}</h1> }.into_any()))}
                    <Paper content=Callback::new(move |()| paper::head(explorer)) />
                    <Selection />
                    {page_in_care(explorer)}
                    // Takes the focus of what led to another view and is gone with its own.
                    <div id=focus::VIEW tabindex="-1">
                        <CurrentView />
                    </div>
                    {is_own.then(|| late(|| view! { <TableReading /> }.into_any()))}
                    {move || has_foot.get().then(|| late(|| view! { <Housekeeping /> }.into_any()))}
                </main>
                <DetailPanel />
            </div>
            {(embed || document::is_framed()).then(|| late(move || excerpt(embed)))}
            <Footer />
        </div>
    }
}

/// The head of the page: in care mode one of few, large controls.
fn head(explorer: Explorer) -> impl IntoView {
    move || {
        if explorer.care.get() {
            return late(|| view! { <CareHeader /> }.into_any());
        }
        view! { <Header /> }.into_any()
    }
}

/// The chips of the selection and the live count; what it comes to stands at the foot.
#[component]
fn Selection() -> impl IntoView {
    let explorer = use_explorer();
    let said = move |part: fn(&SummaryPlan) -> &str| {
        explorer.selected.with(|s| s.as_ref().map(|s| unbroken(part(s))))
    };
    let matching = move || said(|s| &s.count);
    let open_sheet = move |_| {
        explorer.sheet.set(true);
        leptos::task::spawn_local(async {
            leptos::task::tick().await;
            document::focus("filters");
        });
    };
    let embed = explorer.state_untracked().embed;
    let shared = Callback::new(move |()| summary::shared(explorer));
    view! {
        <section class="selection">
            <div class="selection-tools">
                {(!embed)
                    .then(|| {
                        view! {
                            <button type="button" id="open-filters" class="only-narrow" data-testid="open-filters" aria-expanded=move || explorer.sheet.get().to_string() on:click=open_sheet>
                                <Icon icon=Icon::Filter />
                                <span>{explorer.t(filter::SHOW_FILTERS)}</span>
                            </button>
                        }
                    })}
                <p class="matching" role="status" data-testid="matching">{matching}</p>
                {(!embed).then(|| view! { <Chips /> })}
                {(!embed).then(|| view! { <CopyButton label=export::SHARE text=shared shares=true testid="share" /> })}
                <Busy />
            </div>
        </section>
    }
}

/// Whether what a view finds comes first: then how much there is stands at its foot. Only of nothing nothing is found.
fn is_led(explorer: Explorer) -> bool {
    explorer.matching() > 0
}

/// What stands at the foot of a view, once the program is whole: what the selection comes to, where neither the head nor
/// an overview tells it, and what editors take along.
#[component]
fn Housekeeping() -> impl IntoView {
    let explorer = use_explorer();
    let said = move |part: fn(&SummaryPlan) -> &str| {
        explorer.selected.with(|s| s.as_ref().map(|s| unbroken(part(s))))
    };
    let is_told = Memo::new(move |_| !is_led(explorer) || explorer.view.get() == View::Overview);
    let embed = explorer.state_untracked().embed;
    view! {
        <section class="housekeeping">
            {move || {
                (!is_told.get())
                    .then(|| {
                        view! {
                            <p class="muted" data-testid="line">{move || said(|s| &s.line)}</p>
                            <details class="muted">
                                <summary>{explorer.t(m::SELECTION_DETAILS)}</summary>
                                <p data-testid="sentence">{move || said(|s| &s.sentence)}</p>
                            </details>
                        }
                    })
            }}
            {(!embed).then(|| view! { <div class="selection-tools"><Passing /></div> })}
        </section>
    }
}

/// What takes along what is on screen: in words, and as a part of another page.
#[component]
fn Passing() -> impl IntoView {
    let explorer = use_explorer();
    let summary = Callback::new(move |()| summary::summary(explorer));
    view! {
        <CopyButton label=export::COPY_SUMMARY text=summary testid="copy-summary" />
        <EmbedButton />
    }
}

/// The view in force; an empty selection says what empties it instead.
#[component]
fn CurrentView() -> impl IntoView {
    let explorer = use_explorer();
    let empty =
        Memo::new(move |_| explorer.selected.with(|s| s.as_ref().is_some_and(|s| s.matching == 0)));
    move || {
        if empty.get() {
            return late(|| view! { <EmptySelection /> }.into_any());
        }
        match explorer.view.get() {
            View::Overview => view! { <OverviewView /> }.into_any(),
            View::Ledger => late(|| view! { <LedgerView /> }.into_any()),
            View::Timeline => late(|| view! { <TimelineView /> }.into_any()),
            View::Chart => late(|| view! { <ChartView /> }.into_any()),
            View::Compare => late(|| view! { <CompareView /> }.into_any()),
            View::Map => late(|| view! { <MapView /> }.into_any()),
            View::Table => late(|| view! { <TableView /> }.into_any()),
            View::Poster => late(|| view! { <PosterView /> }.into_any()),
        }
    }
}

fn watch_width(explorer: Explorer) {
    // Care mode has one column in every window.
    let update = move |care: bool| explorer.narrow.set(care || media::matches(NARROW));
    update(explorer.care.get_untracked());
    Effect::new(move |_| update(explorer.care.get()));
    let watched = media::watch(NARROW, move || update(explorer.care.get_untracked()));
    let listener = StoredValue::new_local(watched);
    on_cleanup(move || listener.set_value(None));
}

/// Language, theme, size of type and care mode of the document follow the state.
fn dress(explorer: Explorer) {
    Effect::new(move |_| {
        document::set_root_attribute("lang", explorer.lang.get().tag());
    });
    Effect::new(move |_| {
        document::set_root_attribute("data-theme", explorer.theme.get().id());
    });
    Effect::new(move |_| {
        document::set_root_attribute("data-type", explorer.type_size.get().id());
    });
    Effect::new(move |_| {
        document::set_root_attribute("data-care", if explorer.care.get() { "1" } else { "0" });
    });
}
