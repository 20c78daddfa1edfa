//! The box in which a filter's values are searched, and how many are found.

use leptos::prelude::*;

use crate::i18n::catalog::filter as m;
use crate::ui::{Typing, use_explorer};

/// A search among the values of one column.
#[component]
pub fn FindValue(
    /// What their names are to hold; all where it is empty.
    words: RwSignal<String>,
    /// How many there are.
    total: Memo<usize>,
) -> impl IntoView {
    let explorer = use_explorer();
    let told = move || m::VALUES_FOUND.count(explorer.lang.get(), total.get(), &[]);
    let typing = Typing::new(move |text: String| {
        if words.with_untracked(|words| *words != text) {
            words.set(text);
        }
    });
    view! {
        <input
            type="search"
            class="facet-search"
            autocomplete="off"
            aria-label=explorer.t(m::FIND_VALUE)
            placeholder=explorer.t(m::FIND_VALUE)
            data-testid="facet-search"
            on:input:target=move |ev| typing.input(ev.target().value())
            on:compositionstart=move |_| typing.start()
            on:compositionend:target=move |ev| typing.end(ev.target().value())
        />
        <p class="facet-told" role="status">{told}</p>
    }
}
