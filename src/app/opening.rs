//! Opening a reader's own table: chosen, dropped, pasted; how far it is, why it failed, and the way back.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::patience;
use super::reading::{Questions, Reading};
use super::source::{MapNote, SourceNote};
use super::uses::Uses;
use crate::base::lang::Lang;
use crate::browser::document;
use crate::browser::folder::Dropped;
use crate::browser::intake::{self, Handed, Refusal};
use crate::browser::media;
use crate::browser::worker::Source;
use crate::i18n::Message;
use crate::i18n::catalog::opening as m;
use crate::i18n::catalog::reading::{READING, TO_QUESTIONS};
use crate::i18n::catalog::shell::DISMISS;
use crate::i18n::catalog::words::COMMA;
use crate::import::{accepted, format_names};
use crate::ui::{
    Explorer, Failure, OpenedTables, Opening, Reason, failure_text, focus, late, use_explorer,
    use_opened_tables,
};
use crate::words::listed;

/// Id of the section that tells how the table was read.
const TABLE_READING: &str = "table-reading";
/// From this width on there is room for how a file was read.
const ROOMY: &str = "(min-width: 600px)";

/// What can be read, in a sentence.
fn formats_text(lang: Lang) -> String {
    let list = listed(format_names(), COMMA, lang);
    m::FORMATS.fill(lang, &[("list", &list)])
}

/// Takes in what is dropped on the page, pasted into it or handed over by the page around it, for as long as the explorer stands.
pub(super) fn take_in(opened: OpenedTables) -> RwSignal<bool> {
    let over = RwSignal::new(false);
    let enter = window_event_listener(ev::dragover, move |event| {
        if intake::holds_files(&event) {
            event.prevent_default();
            over.set(true);
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        if intake::leaves_window(&event) {
            over.set(false);
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        over.set(false);
        if let Some(folder) = Dropped::of(&event) {
            event.prevent_default();
            return spawn_local(async move {
                let (handed, others) = folder.files(&accepted()).await;
                if opened.stands() {
                    match handed {
                        (_, Ok(source)) => opened.open_beside(source, &others),
                        refused => open(opened, refused),
                    }
                }
            });
        }
        if let Some(handed) = intake::dropped(&event) {
            event.prevent_default();
            open(opened, handed);
        }
    });
    let paste = window_event_listener(ev::paste, move |event| {
        if let Some(handed) = intake::pasted(&event) {
            event.prevent_default();
            open(opened, handed);
        }
    });
    let handed = window_event_listener(ev::message, move |event| {
        if let Some(source) = intake::handed(&event) {
            opened.open_for_page(source);
        }
    });
    on_cleanup(move || {
        handed.remove();
        enter.remove();
        leave.remove();
        drop.remove();
        paste.remove();
    });
    over
}

/// Opens the data that the page's address names, where it names any.
pub(super) fn open_linked(opened: OpenedTables) {
    match intake::linked_map() {
        Some((_, Ok(source))) => opened.link_map(source),
        Some(refused) => open(opened, refused),
        None => {}
    }
    match intake::linked() {
        Some((_, Ok(source))) => opened.open_linked(source),
        Some(refused) => open(opened, refused),
        None => {}
    }
}

fn open(opened: OpenedTables, (name, source): Handed) {
    match source {
        Ok(source) => opened.open(source),
        Err(refusal) => opened.fail(Failure { name, reason: Reason::Refused(refusal) }),
    }
}

/// What opens a file or a pasted table.
#[component]
pub(super) fn OpenData() -> impl IntoView {
    let explorer = use_explorer();
    let opened = use_opened_tables();
    let text = RwSignal::new(String::new());
    let open = move |source: Source| {
        focus::rescue();
        opened.open(source);
    };
    let choose = move |event: ev::Event| {
        if let Some(source) = intake::chosen(&event) {
            open(source);
        }
    };
    let is_blank = move || text.with(|t| t.trim().is_empty());
    view! {
        <div class="open-data">
            <label class="open-file">
                <span>{explorer.t(m::CHOOSE)}</span>
                <input type="file" multiple accept=accepted() data-testid="open-file" on:change=choose />
            </label>
            <p>{explorer.t(m::HINT)}</p>
            <p class="muted">{move || formats_text(explorer.lang.get())}</p>
            <label class="open-paste">
                <span>{explorer.t(m::PASTE)}</span>
                <textarea rows="4" data-testid="open-paste" prop:value=move || text.get() on:input:target=move |ev| text.set(ev.target().value())></textarea>
            </label>
            <button type="button" data-testid="open-pasted" disabled=is_blank on:click=move |_| open(intake::text_source(&text.get_untracked()))>
                {explorer.t(m::PASTE_OPEN)}
            </button>
        </div>
    }
}

/// How far the opening is, or why it failed. Stands outside the explorer, which goes on meanwhile.
#[component]
pub(super) fn OpeningBar(
    /// The language to speak.
    lang: Signal<Lang>,
) -> impl IntoView {
    let opened = use_opened_tables();
    let is_opening = Memo::new(move |_| opened.opening.with(Option::is_some));
    let is_failed = Memo::new(move |_| opened.failure.with(Option::is_some));
    view! {
        {move || is_opening.get().then(|| late(move || progress_bar(opened, lang)))}
        <div role="alert">{move || is_failed.get().then(|| late(move || failure_notice(opened, lang)))}</div>
    }
}

fn progress_bar(opened: OpenedTables, lang: Signal<Lang>) -> AnyView {
    let name = move || {
        let name = opened.opening.with(|o| o.as_ref().map(|o| o.name.clone()));
        m::OPENING.fill(lang.get(), &[("name", &name.unwrap_or_default())])
    };
    let share = Memo::new(move |_| opened.opening.with(|o| o.as_ref().and_then(share)));
    view! {
        <aside class="opening" aria-label=name data-testid="opening">
            <p role="status">{name}</p>
            <progress aria-label=name max="100" value=move || share.get()></progress>
            <span class="opening-share">
                {move || share.get().map(|s| m::PROGRESS.fill(lang.get(), &[("share", &s.to_string())]))}
            </span>
            <button type="button" data-testid="cancel-opening" on:click=move |_| opened.cancel()>
                {move || m::CANCEL.get(lang.get())}
            </button>
            {patience::ask(lang, Callback::new(move |()| opened.opening.track()), Callback::new(move |()| opened.begin_again()), m::BEGIN_AGAIN)}
        </aside>
    }
    .into_any()
}

fn failure_notice(opened: OpenedTables, lang: Signal<Lang>) -> AnyView {
    let failure = move || opened.failure.get().map(|failure| told(&failure, lang.get()));
    view! {
        <div class="notice notice-failed" data-testid="open-failed">
            <p>{failure}</p>
            <button type="button" class="quiet" on:click=move |_| opened.failure.set(None)>
                {move || DISMISS.get(lang.get())}
            </button>
        </div>
    }
    .into_any()
}

/// Says whose table this is, and leads back.
#[component]
pub(super) fn ShownTable(
    /// What it is called.
    name: String,
) -> impl IntoView {
    let explorer = use_explorer();
    let opened = use_opened_tables();
    let rows = explorer.head().len;
    let text = move || m::SHOWN.count(explorer.lang.get(), rows, &[("name", &name)]);
    let reading = move || match opened.plan().questions.len() {
        0 => READING.get(explorer.lang.get()).to_owned(),
        n => TO_QUESTIONS.count(explorer.lang.get(), n, &[]),
    };
    view! {
        <section class="notice shown-table" aria-label=explorer.t(m::SHOWN_LABEL) data-testid="shown-table">
            <p>{text}</p>
            {late(|| view! { <MapNote /> }.into_any())}
            <button type="button" class="quiet" data-testid="to-reading" on:click=|_| document::focus(TABLE_READING)>
                {reading}
            </button>
            <button type="button" class="quiet" data-testid="back-to-own" on:click=move |_| opened.back()>
                {explorer.t(m::BACK)}
            </button>
        </section>
    }
}

/// How the table was read and what is not sure of it, behind what the view finds: that comes first.
#[component]
pub(super) fn TableReading() -> impl IntoView {
    let explorer = use_explorer();
    view! {
        <section id=TABLE_READING class="table-reading" tabindex="-1" aria-label=explorer.t(READING) data-testid="table-reading">
            <Questions />
            // On a phone how the file was read is asked for.
            <details class="shown-reading" open=media::matches(ROOMY) data-testid="shown-reading">
                <summary>{explorer.t(READING)}</summary>
                <div class="shown-facts">
                    {late(|| view! { <SourceNote /> }.into_any())}
                    <Reading />
                    <Uses />
                </div>
            </details>
        </section>
    }
}

/// Says, after a moment, that an answer is still on its way, and why one has not come.
#[component]
pub(super) fn Busy() -> impl IntoView {
    let explorer = use_explorer();
    let failure = explorer.failure();
    let has_failed = Memo::new(move |_| failure.with(Option::is_some));
    view! {
        <p class="busy" role="status" class:is-busy=move || explorer.is_waiting() aria-hidden=move || (!explorer.is_waiting()).to_string()>
            {move || explorer.is_waiting().then(|| m::BUSY.get(explorer.lang.get()))}
        </p>
        {move || explorer.is_waiting().then(|| late(move || waiting_long(explorer)))}
        <div role="alert">{move || has_failed.get().then(|| late(move || unanswered(explorer)))}</div>
    }
}

/// Leads on where an answer does not come.
fn waiting_long(explorer: Explorer) -> AnyView {
    let opened = use_opened_tables();
    let again = Callback::new(move |()| open_again(explorer, opened));
    patience::ask(explorer.lang.into(), Callback::new(|()| ()), again, m::REOPEN)
}

/// Has another worker read the table again; what was chosen holds.
fn open_again(explorer: Explorer, opened: OpenedTables) {
    // What was chosen last waits for an answer that does not come, and the table that is read again goes by the address.
    explorer.write_address(opened);
    opened.reread(opened.plan());
}

/// Why an answer has not come. Where a table's worker has stopped, another reads it again; what was chosen holds.
fn unanswered(explorer: Explorer) -> AnyView {
    let (opened, failure) = (use_opened_tables(), explorer.failure());
    let text = move || {
        let lang = explorer.lang.get();
        let reason = failure.with(|error| error.as_ref().map(|error| failure_text(error, lang)))?;
        Some(m::UNANSWERED.fill(lang, &[("reason", &reason)]))
    };
    let again = move |_| open_again(explorer, opened);
    view! {
        <p class="error" data-testid="unanswered">{text}</p>
        {(!explorer.is_of_page())
            .then(|| {
                view! {
                    <button type="button" class="quiet" data-testid="reopen" on:click=again>
                        {explorer.t(m::REOPEN)}
                    </button>
                }
            })}
    }
    .into_any()
}

/// How far an opening is, in per cent; `None` where nobody knows.
fn share(opening: &Opening) -> Option<u32> {
    let progress = opening.progress.as_ref().filter(|p| p.total > 0.0)?;
    // Between 0 and 100.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some((progress.done / progress.total * 100.0).clamp(0.0, 100.0) as u32)
}

fn told(failure: &Failure, lang: Lang) -> String {
    let reason = match &failure.reason {
        Reason::Refused(refusal) => refused(*refusal).get(lang).to_owned(),
        Reason::Failed(error) => failure_text(error, lang),
    };
    m::NOT_OPENED.fill(lang, &[("name", &failure.name), ("reason", &reason)])
}

const fn refused(refusal: Refusal) -> Message {
    match refusal {
        Refusal::EmptyFolder => m::EMPTY_FOLDER,
        Refusal::NoAddress => m::NO_ADDRESS,
        Refusal::ElsewhereOrigin => m::ELSEWHERE,
        Refusal::LocalPage => m::LOCAL_PAGE,
    }
}
