//! A button that copies a text and says whether it could, and offers it to the system's share sheet where it is asked to.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::i18n::Message;
use crate::i18n::catalog::shell as m;
use crate::ui::{Icon, use_explorer};

/// How long it is said that something was copied: long enough to be read, and no longer true of what is copied next.
const TOLD: Duration = Duration::from_secs(4);

/// Copies `text` when pressed. What was copied is said for a moment; what could not be stays to be copied by hand.
#[component]
pub fn CopyButton(
    /// What it says.
    label: Message,
    /// What it copies, worked out when pressed.
    text: Callback<(), String>,
    /// Name for tests.
    #[prop(optional)]
    testid: &'static str,
    /// Whether it also offers the text to the system's share sheet.
    #[prop(optional)]
    shares: bool,
) -> impl IntoView {
    let explorer = use_explorer();
    let told = RwSignal::new(None::<Message>);
    // Where the browser forbids copying, the text is shown to be copied by hand.
    let shown = RwSignal::new(String::new());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    on_cleanup(stop);
    let press = move |_| {
        let text = text.run(());
        stop();
        if shares {
            let text = text.clone();
            spawn_local(async move { browser::share::offer(&text).await });
        }
        spawn_local(async move {
            let done = browser::clipboard::copy(&text).await;
            // The button may have gone meanwhile.
            told.try_set(Some(if done { m::COPIED } else { m::COPY_FAILED }));
            shown.try_set(if done { String::new() } else { text });
            if done {
                let forget = move || {
                    told.try_set(None);
                };
                timer.try_update_value(|t| *t = set_timeout_with_handle(forget, TOLD).ok());
            }
        });
    };
    view! {
        <span class="copy">
            <button type="button" class="quiet" data-testid=testid on:click=press>
                <Icon icon=if shares { Icon::Link } else { Icon::Copy } />
                <span>{explorer.t(label)}</span>
            </button>
            <span class="copy-told" role="status">
                {move || told.get().map(|message| message.get(explorer.lang.get()))}
            </span>
            {move || {
                let text = shown.get();
                (!text.is_empty())
                    .then(|| view! { <textarea class="copy-text" readonly rows="3" aria-label=explorer.t(label)>{text}</textarea> })
            }}
        </span>
    }
}
