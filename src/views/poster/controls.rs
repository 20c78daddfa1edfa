//! What a reader may choose about the poster: paper, title, blocks, their order and titles.

use leptos::prelude::*;

use super::Drawn;
use crate::i18n::Message;
use crate::i18n::catalog::poster as m;
use crate::plot::poster::BlockOffer;
use crate::state::{PosterFormat, PosterOptions};
use crate::ui::components::Fold;
use crate::ui::{Explorer, Typing, focus_when_drawn, use_explorer};

const FORMATS: [(PosterFormat, Message, Message); 3] = [
    (PosterFormat::Long, m::LONG, m::LONG_HINT),
    (PosterFormat::Page, m::PAGE, m::PAGE_HINT),
    (PosterFormat::Slide, m::SLIDE, m::SLIDE_HINT),
];

/// Everything there is to choose.
#[component]
pub(super) fn PosterControls(
    /// The poster.
    drawn: Memo<Drawn>,
) -> impl IntoView {
    let explorer = use_explorer();
    let options = explorer.chosen(|o| &o.poster);
    let format = Memo::new(move |_| options.with(|o| o.format));
    let formats = FORMATS.map(|(value, name, hint)| {
        view! {
            <label class="poster-format" title=explorer.t(hint)>
                <input
                    type="radio"
                    name="poster-format"
                    data-testid=format!("poster-{}", value.id())
                    prop:checked=move || format.get() == value
                    on:change=move |_| change(explorer, false, |o| o.format = value)
                />
                <span>{explorer.t(name)}</span>
            </label>
        }
    });
    let title = move || options.with(|o| o.title.clone());
    let typing = Typing::new(move |title| change(explorer, true, |o| o.title = title));
    let usual_title = move || drawn.with(|d| d.plan.usual_title.clone());
    let offers = Memo::new(move |_| drawn.with(|d| d.plan.offers.clone()));
    let left_out = Memo::new(move |_| drawn.with(|d| d.poster.left_out.clone()));
    let ids =
        Memo::new(move |_| offers.with(|o| o.iter().map(|o| o.id.clone()).collect::<Vec<_>>()));
    let is_own = move || {
        options.with(|o| !(o.title.is_empty() && o.blocks.is_empty() && o.names.is_empty()))
    };
    view! {
        <div class="poster-controls">
            <fieldset class="poster-formats">
                <legend>{explorer.t(m::FORMAT)}</legend>
                {formats}
            </fieldset>
            <Fold name=m::BLOCKS>
                <label class="poster-title">
                    <span>{explorer.t(m::OWN_TITLE)}</span>
                    <input
                        type="text"
                        data-testid="poster-title"
                        prop:value=title
                        placeholder=usual_title
                        on:input:target=move |ev| typing.input(ev.target().value())
                        on:compositionstart=move |_| typing.start()
                        on:compositionend:target=move |ev| typing.end(ev.target().value())
                    />
                </label>
                <p class="muted poster-hint">{explorer.t(m::BLOCKS_HINT)}</p>
                <ol class="poster-blocks" data-testid="poster-blocks">
                    <For each=move || ids.get() key=String::clone let:id>
                        <BlockControls id=id offers=offers left_out=left_out />
                    </For>
                </ol>
                <Show when=is_own>
                    <button
                        type="button"
                        class="quiet"
                        data-testid="poster-automatic"
                        on:click=move |_| {
                            change(explorer, false, |o| {
                                *o = PosterOptions { format: o.format, ..PosterOptions::default() };
                            });
                        }
                    >
                        {explorer.t(m::AUTOMATIC)}
                    </button>
                </Show>
            </Fold>
        </div>
    }
}

/// Whether one block is shown, its title and its place.
#[component]
fn BlockControls(
    id: String,
    offers: Memo<Vec<BlockOffer>>,
    left_out: Memo<Vec<String>>,
) -> impl IntoView {
    let explorer = use_explorer();
    let offer = {
        let id = id.clone();
        Memo::new(move |_| {
            offers.with(|o| o.iter().find(|o| o.id == id).cloned().unwrap_or_default())
        })
    };
    let id = StoredValue::new(id);
    let named = move |message: Message| {
        move || offer.with(|o| message.fill(explorer.lang.get(), &[("name", &o.title)]))
    };
    let place = Memo::new(move |_| {
        offers.with(|o| o.iter().filter(|o| o.is_shown).position(|o| o.id == id.get_value()))
    });
    let shown = Memo::new(move |_| offers.with(|o| o.iter().filter(|o| o.is_shown).count()));
    // The last block stays: an empty poster is none.
    let is_last = move || place.get().is_some() && shown.get() == 1;
    let move_by = move |up: bool| {
        let mut order = shown_ids(offers);
        let Some(at) = order.iter().position(|other| *other == id.get_value()) else { return };
        let to = if up { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < order.len()) };
        let Some(to) = to else { return };
        order.swap(at, to);
        change(explorer, false, |o| o.blocks = order);
        focus_when_drawn(format!("poster-{}-{}", if up { "up" } else { "down" }, id.get_value()));
    };
    let switch = move |on: bool| {
        let mut order = shown_ids(offers);
        order.retain(|other| *other != id.get_value());
        if on {
            order.push(id.get_value());
        }
        change(explorer, false, |o| o.blocks = order);
    };
    let rename = move |name: String| {
        let usual = offer.with_untracked(|o| o.usual.clone());
        change(explorer, true, |o| {
            if name.is_empty() || name == usual {
                o.names.remove(&id.get_value());
            } else {
                o.names.insert(id.get_value(), name);
            }
        });
    };
    let has_no_room = move || left_out.with(|l| l.contains(&id.get_value()));
    view! {
        <li class="poster-block" data-testid=format!("poster-block-{}", id.get_value())>
            <input
                type="checkbox"
                aria-label=named(m::SHOW)
                prop:checked=move || offer.with(|o| o.is_shown)
                disabled=is_last
                on:change:target=move |ev| switch(ev.target().checked())
            />
            <input
                type="text"
                aria-label=named(m::BLOCK_TITLE)
                prop:value=move || offer.with(|o| o.title.clone())
                on:change:target=move |ev| rename(ev.target().value().trim().to_owned())
            />
            <button
                type="button"
                class="quiet"
                id=format!("poster-up-{}", id.get_value())
                aria-label=named(m::UP)
                aria-disabled=move || place.get().is_none_or(|at| at == 0).to_string()
                on:click=move |_| move_by(true)
            >
                "↑"
            </button>
            <button
                type="button"
                class="quiet"
                id=format!("poster-down-{}", id.get_value())
                aria-label=named(m::DOWN)
                aria-disabled=move || place.get().is_none_or(|at| at + 1 == shown.get()).to_string()
                on:click=move |_| move_by(false)
            >
                "↓"
            </button>
            <Show when=has_no_room>
                <span class="muted">{explorer.t(m::NO_ROOM)}</span>
            </Show>
        </li>
    }
}

fn shown_ids(offers: Memo<Vec<BlockOffer>>) -> Vec<String> {
    offers.with_untracked(|o| o.iter().filter(|o| o.is_shown).map(|o| o.id.clone()).collect())
}

fn change(explorer: Explorer, typing: bool, edit: impl FnOnce(&mut PosterOptions)) {
    explorer.change_on(typing, |o| edit(&mut o.poster));
}
