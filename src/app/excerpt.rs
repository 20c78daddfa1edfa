//! The explorer inside another page: its first part, the button for the rest, and what that page says.

use leptos::ev;
use leptos::prelude::*;

use crate::browser::embedder::{Embedder, Said};
use crate::browser::excerpt::{Excerpt, focus_at, height_of};
use crate::browser::resize::Resize;
use crate::browser::{link, media, task};
use crate::i18n::catalog::embed as m;
use crate::plot::excerpt::{End, end, usual_height};
use crate::state::{View, amended, write_link};
use crate::ui::{Explorer, Icon, focus, use_explorer};

/// What nothing is cut in, however high it is: pictures, paragraphs, and what scrolls by itself.
const WHOLE: &str = "svg, canvas, img, p, button, select, input, .sheet, .card-sheet, .scroller";

/// The place of the view, which is as high as what it shows.
const VIEW: &str = "#view";

/// What stands below the content, which counts with it.
const BELOW: &str = "footer";

/// The button for the rest and the room around it.
const REST: &str = ".embed-rest";

/// Parts of the limit in px that a box is not cut below.
const SMALL: f64 = 3.0;

/// What the page around says of the frame; cheap to copy.
#[derive(Clone, Copy)]
struct Around {
    /// Whether it makes the frame as high as it is told; not where it has not said hello.
    follows: RwSignal<bool>,
    height: RwSignal<Option<f64>>,
}

/// Tells the page around this one, where there is one, what the reader chooses, and does what it says.
fn speak_with_embedder(explorer: Explorer) -> Around {
    let around = Around { follows: RwSignal::new(false), height: RwSignal::new(None) };
    let hear = move |said| match said {
        Said::Hello { follows, height } => {
            around.follows.try_set(follows);
            around.height.try_set(height);
        }
        // By the address, like whatever else leads to another state.
        Said::Set(by) => link::lead(&amended(&write_link(&explorer.state_untracked()), &by)),
    };
    if let Some(embedder) = Embedder::start(hear) {
        let embedder = StoredValue::new_local(Some(embedder));
        Effect::new(move |_| {
            let link = write_link(&explorer.state());
            embedder.with_value(|embedder| embedder.as_ref().map(|e| e.tell_state(link)));
        });
        on_cleanup(move || embedder.set_value(None));
    }
    around
}

/// Speaks with the page around and, where header and filters are left out, ends the content where its first part does and
/// offers the rest.
pub(super) fn excerpt(embed: bool) -> AnyView {
    let explorer = use_explorer();
    let around = speak_with_embedder(explorer);
    if !embed {
        return ().into_any();
    }
    let opened = RwSignal::new(None::<View>);
    let is_cut = RwSignal::new(false);
    // Another view begins with its first part again.
    let is_open = Memo::new(move |_| opened.get() == Some(explorer.view.get()));
    let fit = move || {
        // The explorer may have gone meanwhile.
        let Some(is_open) = is_open.try_get_untracked() else { return };
        let Some(part) = Excerpt::of(focus::CONTENT, WHOLE) else { return };
        let found = if is_open { None } else { end_of(explorer, around, &part) };
        match found {
            Some(End { at, is_through }) => part.cut(at, is_through),
            None => drop(part.open()),
        }
        is_cut.set(found.is_some());
    };
    let watched = StoredValue::new_local(Vec::new());
    Effect::new(move |_| {
        let watch = |selector: &str| Resize::of(selector, move |_, _| fit());
        watched.set_value([VIEW, BELOW].into_iter().filter_map(watch).collect());
    });
    on_cleanup(move || watched.set_value(Vec::new()));
    Effect::new(move |_| {
        drop((explorer.state(), is_open.get(), around.follows.get(), around.height.get()));
        // Once what has changed is drawn.
        task::after_paint(fit);
    });
    let open = move |()| opened.set(Some(explorer.view.get_untracked()));
    // Arrow keys lead through a chart mark by mark, also to those that are cut off.
    let focused = window_event_listener(ev::focusin, move |_| {
        if Excerpt::of(focus::CONTENT, WHOLE).is_some_and(|part| part.hides_focus()) {
            open(());
        }
    });
    on_cleanup(move || focused.remove());
    let press = move |_| {
        open(());
        let first = Excerpt::of(focus::CONTENT, WHOLE).and_then(|part| part.open());
        if let Some(first) = first {
            focus_at(&first);
        }
    };
    view! {
        {move || {
            is_cut
                .get()
                .then(|| {
                    view! {
                        <p class="embed-rest">
                            <button type="button" data-testid="embed-rest" aria-controls=focus::CONTENT on:click=press>
                                <Icon icon=Icon::Plus />
                                <span>{explorer.t(m::REST)}</span>
                            </button>
                        </p>
                    }
                })
        }}
    }
    .into_any()
}

/// Where the first part ends; `None` where all of it may stand.
fn end_of(explorer: Explorer, around: Around, part: &Excerpt) -> Option<End> {
    let linked = explorer.state_untracked().height.map(f64::from);
    let usual = || match around.follows.get_untracked() {
        true => usual_height(media::window_width()),
        // It stays as high as it is.
        false => media::window_height(),
    };
    let limit = around.height.get_untracked().or(linked).unwrap_or_else(usual);
    let limit = limit - part.top() - height_of(BELOW) - height_of(REST);
    let height = part.height();
    (height > limit).then(|| end(&part.blocks(limit, limit / SMALL), height, limit)).flatten()
}
