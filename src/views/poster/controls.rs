//! The settings of the poster: its paper, and the way back from all that was changed.

use leptos::prelude::*;

use super::Drawn;
use super::leave::Leave;
use crate::i18n::Message;
use crate::i18n::catalog::poster as m;
use crate::state::{PosterFormat, PosterOptions};
use crate::ui::components::Fold;
use crate::ui::use_explorer;

const FORMATS: [(PosterFormat, Message, Message); 3] = [
    (PosterFormat::Long, m::LONG, m::LONG_HINT),
    (PosterFormat::Page, m::PAGE, m::PAGE_HINT),
    (PosterFormat::Slide, m::SLIDE, m::SLIDE_HINT),
];

/// Everything there is to choose beside what is changed in the picture, and the ways out.
#[component]
pub(super) fn PosterControls(
    /// The poster.
    drawn: Memo<Drawn>,
) -> impl IntoView {
    let explorer = use_explorer();
    let options = explorer.chosen(|o| &o.poster);
    let format = Memo::new(move |_| options.with(|o| o.format));
    let change = move |edit: &dyn Fn(&mut PosterOptions)| {
        explorer.change_on(false, |o| edit(&mut o.poster));
    };
    let formats = FORMATS.map(|(value, name, hint)| {
        view! {
            <label class="poster-format" title=explorer.t(hint)>
                <input
                    type="radio"
                    name="poster-format"
                    data-testid=format!("poster-{}", value.id())
                    prop:checked=move || format.get() == value
                    on:change=move |_| change(&|o| o.format = value)
                />
                <span>{explorer.t(name)}</span>
            </label>
        }
    });
    let is_own = move || {
        options.with(|o| !(o.title.is_empty() && o.points.is_empty() && o.texts.is_empty()))
    };
    let undo = move |_| {
        change(&|o| *o = PosterOptions { format: o.format, ..PosterOptions::default() });
    };
    view! {
        <div class="poster-controls">
            <Fold name=m::SETTINGS>
                <fieldset class="poster-formats">
                    <legend>{explorer.t(m::FORMAT)}</legend>
                    {formats}
                </fieldset>
                <p class="muted poster-hint">{explorer.t(m::EDIT_HINT)}</p>
                <Show when=is_own>
                    <button type="button" class="quiet" data-testid="poster-automatic" on:click=undo>
                        {explorer.t(m::AUTOMATIC)}
                    </button>
                </Show>
            </Fold>
            <Leave drawn=drawn />
        </div>
    }
}
