//! The words around a figure, from the text of its release where the reader has it at hand.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::base::lang::Lang;
use crate::browser::intake;
use crate::i18n::catalog::detail as m;
use crate::plot::detail::{Passage, SourceText, passage};
use crate::ui::use_explorer;

/// The text of a release as the reader gave it, by the release's id. It stays on this page, and goes with it.
#[derive(Clone, Copy)]
pub(super) struct ReleaseText(RwSignal<Option<(String, String)>>);

impl ReleaseText {
    /// No text yet.
    pub(super) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Whether there is a text of a release; tracked.
    fn is_of(self, id: &str) -> bool {
        self.0.with(|text| text.as_ref().is_some_and(|(of, _)| of == id))
    }

    /// The place where the text has a figure of a release; tracked. `None` where there is no text of it, or the figure
    /// does not stand there.
    fn passage(self, source: &SourceText) -> Option<Passage> {
        self.0.with(|text| {
            let (_, text) = text.as_ref().filter(|(of, _)| *of == source.id)?;
            passage(text, &source.printed, source.start)
        })
    }
}

/// The figure as printed: with the words around it where the release's text is at hand.
#[component]
pub(super) fn Printed(
    /// Where it is printed.
    source: SourceText,
) -> impl IntoView {
    let text = expect_context::<ReleaseText>();
    let chinese = Lang::Zh.tag();
    let is = source.printed_is.clone();
    let explorer = use_explorer();
    move || {
        match text.passage(&source) {
        Some(Passage { before, phrase, after, .. }) => view! {
            <blockquote class="detail-printed" data-testid="detail-passage">
                <small>{m::IN_TEXT.get(explorer.lang.get())}</small>
                <span lang=chinese>{before}<mark data-testid="detail-printed">{phrase}</mark>{after}</span>
            </blockquote>
        }
        .into_any(),
        None => view! {
            <blockquote class="detail-printed">
                <small>{is.clone()}</small>
                <q lang=chinese data-testid="detail-printed">{source.printed.clone()}</q>
            </blockquote>
        }
        .into_any(),
    }
    }
}

/// Takes the text of a release and says whether the figure stands in it.
#[component]
pub(super) fn TextAtHand(
    /// Where the figure is printed.
    source: SourceText,
) -> impl IntoView {
    let explorer = use_explorer();
    let text = expect_context::<ReleaseText>();
    let source = StoredValue::new(source);
    let take = move |given: String| {
        // The figure may have been closed before its file was read.
        let Some(id) = source.try_with_value(|source| source.id.clone()) else { return };
        text.0.try_set((!given.trim().is_empty()).then_some((id, given)));
    };
    let open = move |event: ev::Event| {
        spawn_local(async move {
            if let Some(given) = intake::chosen_text(&event).await {
                take(given);
            }
        });
    };
    let is_there = move || source.with_value(|source| text.is_of(&source.id));
    let told = move || {
        let lang = explorer.lang.get();
        source.with_value(|source| match text.passage(source) {
            _ if !text.is_of(&source.id) => String::new(),
            None => m::NOT_FOUND.fill(lang, &[("printed", &source.printed)]),
            Some(found) if found.times > 1 => m::FOUND_TIMES.count(lang, found.times, &[]),
            Some(_) => m::FOUND.get(lang).to_owned(),
        })
    };
    view! {
        <div class="text-at-hand">
            <p id="text-at-hand">{explorer.t(m::AT_HAND)}</p>
            <textarea
                rows="3"
                aria-label=explorer.t(m::PASTE_TEXT)
                aria-describedby="text-at-hand"
                data-testid="release-text"
                on:input:target=move |ev| take(ev.target().value())
            ></textarea>
            <label class="text-file">
                <input type="file" accept=".txt,.md,.html,text/*" class="visually-hidden" data-testid="release-file" on:change=open />
                <span>{explorer.t(m::OPEN_TEXT)}</span>
            </label>
            <p role="status" data-testid="text-found">{told}</p>
            {move || {
                is_there()
                    .then(|| {
                        view! {
                            <button type="button" class="quiet" on:click=move |_| text.0.set(None)>
                                {explorer.t(m::FORGET_TEXT)}
                            </button>
                        }
                    })
            }}
        </div>
    }
}
