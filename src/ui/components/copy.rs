//! A button that copies a text and says whether it could.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::i18n::Message;
use crate::i18n::catalog::shell as m;
use crate::ui::{Icon, use_explorer};

/// Copies `text` when pressed.
#[component]
pub fn CopyButton(
    /// What it says.
    label: Message,
    /// What it copies, worked out when pressed.
    text: Callback<(), String>,
    /// Name for tests.
    #[prop(optional)]
    testid: &'static str,
) -> impl IntoView {
    let explorer = use_explorer();
    let told = RwSignal::new(None::<Message>);
    // Where the browser forbids copying, the text is shown to be copied by hand.
    let shown = RwSignal::new(String::new());
    let press = move |_| {
        let text = text.run(());
        spawn_local(async move {
            let done = browser::clipboard::copy(&text).await;
            told.set(Some(if done { m::COPIED } else { m::COPY_FAILED }));
            shown.set(if done { String::new() } else { text });
        });
    };
    view! {
        <span class="copy">
            <button type="button" class="quiet" data-testid=testid on:click=press>
                <Icon icon=Icon::Copy />
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
