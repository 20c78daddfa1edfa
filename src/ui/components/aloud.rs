//! What care mode adds to a part of the page: a button that has it read aloud, and what its figure means.

use leptos::ev;
use leptos::prelude::*;

use super::export_menu::today;
use crate::browser::document;
use crate::browser::speech::{Ended, Reading, is_offered, words_of};
use crate::i18n::Message;
use crate::i18n::catalog::care as m;
use crate::session::Detail;
use crate::ui::{Explorer, Icon, late, use_explorer};

/// What is not read: controls, pictures (the words beside them say the same), what is folded away, what
/// the page says for those who see it only, and tables but for their cards.
const SILENT: &str = ".aloud, .housekeeping, .selection, .paper, .menu, .fold, .as-table, .chart, \
    table:not(.grid), select, input, label, summary, details:not([open]), [hidden], [role=group], \
    [aria-hidden=true], button:not([class*=figure], .timeline-line, .kin-button, .card-button)";

/// In care mode: a button that reads aloud the element in which this stands, and the meaning of the row by its key, where
/// one is given and the data say what it means.
#[inline(never)]
pub fn in_care(explorer: Explorer, key: &str) -> AnyView {
    let key = key.to_owned();
    (move || {
        explorer.care.get().then(|| {
            let key = key.clone();
            late(move || view! { <Meaning key=key /> <Aloud label=m::READ /> }.into_any())
        })
    })
    .into_any()
}

/// In care mode: a button that reads the whole element aloud in which this stands.
#[inline(never)]
pub fn page_in_care(explorer: Explorer) -> AnyView {
    (move || {
        let button = || view! { <Aloud label=m::READ_PAGE /> }.into_any();
        explorer.care.get().then(|| late(button))
    })
    .into_any()
}

/// What a row's figure is, and what its qualifier means.
#[component]
fn Meaning(
    /// The row's key; none where it is empty.
    key: String,
) -> impl IntoView {
    let explorer = use_explorer();
    let key = Some(key).filter(|key| !key.is_empty());
    let detail = explorer.ask(move || {
        let (day, lang) = (today().to_string(), explorer.lang.get());
        let filter = explorer.filter.get();
        key.clone().map(|key| Detail { filter, key, day, lang })
    });
    let text = move || {
        let detail = detail.get().flatten()?;
        let parts =
            [detail.definition, detail.meaning].map(|part| (!part.is_empty()).then_some(part));
        let parts = parts.into_iter().flatten();
        let lines = parts.map(|part| view! { <p class="care-meaning">{part}</p> });
        Some(lines.collect_view())
    };
    view! { {text} }
}

/// Reads its parent element aloud, and stops when pressed again or gone. Not there where the browser has no voice.
#[component]
fn Aloud(
    /// What it says.
    label: Message,
) -> impl IntoView {
    if !is_offered() {
        return ().into_any();
    }
    let explorer = use_explorer();
    let reading = StoredValue::new_local(None::<Reading>);
    let is_reading = RwSignal::new(false);
    let has_failed = RwSignal::new(false);
    on_cleanup(move || {
        reading.try_set_value(None);
    });
    let press = move |event: ev::MouseEvent| {
        reading.set_value(None);
        has_failed.set(false);
        if is_reading.get_untracked() {
            is_reading.set(false);
            return;
        }
        let words = document::holder(&event, ".aloud").map(|root| words_of(&root, SILENT));
        let ended = move |how| {
            is_reading.try_set(false);
            has_failed.try_set(how == Ended::Failed);
        };
        is_reading.set(true);
        let lang = explorer.lang.get_untracked().tag();
        reading.set_value(words.and_then(|words| Reading::begin(words, lang, ended)));
    };
    let text = move || if is_reading.get() { m::STOP } else { label }.get(explorer.lang.get());
    let icon = move || {
        let icon = if is_reading.get() { Icon::Pause } else { Icon::Play };
        view! { <Icon icon=icon /> }
    };
    let failure = move || has_failed.get().then(|| m::NO_VOICE.get(explorer.lang.get()));
    view! {
        <div class="aloud">
            <button type="button" data-testid="aloud" on:click=press>
                {icon}
                <span>{text}</span>
            </button>
            <span role="status">{failure}</span>
        </div>
    }
    .into_any()
}
