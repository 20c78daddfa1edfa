//! Play and pause, one period on or back, and the period as a slider.

use leptos::prelude::*;

use super::{Source, use_source};
use crate::i18n::catalog::{map as m, timeline as t};
use crate::ui::{Icon, Ticker, reduced_motion};

/// Milliseconds that a period is shown.
const TICK: i32 = 900;

impl Source {
    /// Shows a period; the link says it once nothing moves any more.
    fn show(self, at: usize, passing: bool) {
        let day = untrack(|| self.with(|plan| plan.times.get(at).map(|(_, day)| *day)));
        let Some(day) = day else { return };
        if passing {
            self.played.set(Some(day));
            return;
        }
        let last = untrack(|| self.with(|plan| at + 1 == plan.times.len()));
        self.explorer.change(|o| o.map.until = (!last).then_some(day));
        self.played.set(None);
    }

    fn now(self) -> usize {
        untrack(|| self.with(|plan| plan.time))
    }

    fn count(self) -> usize {
        untrack(|| self.with(|plan| plan.times.len()))
    }
}

/// Plays the periods from the one shown, or from the first.
#[component]
pub(super) fn Player() -> impl IntoView {
    let source = use_source();
    let explorer = source.explorer;
    let still = reduced_motion();
    let timer = Ticker::new();
    let playing = RwSignal::new(false);
    let pause = move || {
        if playing.get_untracked() {
            timer.stop();
            playing.set(false);
            source.show(source.now(), false);
        }
    };
    let play = move || {
        playing.set(true);
        let begin = source.now();
        if begin + 1 >= source.count() {
            source.show(0, true);
        }
        timer.start(TICK, move |_| {
            let next = source.now() + 1;
            if next >= source.count() {
                pause();
            } else {
                source.show(next, true);
            }
        });
    };
    Effect::new(move |_| {
        if still.get() {
            pause();
        }
    });
    let step = move |back: bool| {
        pause();
        let at = source.now();
        let to = if back { at.checked_sub(1) } else { Some(at + 1) };
        if let Some(to) = to.filter(|&to| to < source.count()) {
            source.show(to, false);
        }
    };
    let name = name_of(source);
    view! {
        <div class="timeline-player" role="group" aria-label=explorer.t(m::PLAYER)>
            <Show when=move || !still.get() fallback=move || view! { <p class="timeline-still">{explorer.t(t::STILL)}</p> }>
                <button
                    type="button"
                    class="timeline-play"
                    data-testid="map-play"
                    on:click=move |_| if playing.get_untracked() { pause() } else { play() }
                >
                    {move || {
                        let (icon, word) = if playing.get() { (Icon::Pause, t::PAUSE) } else { (Icon::Play, m::PLAY) };
                        view! {
                            <Icon icon=icon />
                            <span>{explorer.t(word)}</span>
                        }
                    }}
                </button>
            </Show>
            <button type="button" data-testid="map-back" title=explorer.t(m::BACK) on:click=move |_| step(true)>
                <Icon icon=Icon::Back />
                <span class="visually-hidden">{explorer.t(m::BACK)}</span>
            </button>
            <button type="button" data-testid="map-on" title=explorer.t(m::ON) on:click=move |_| step(false)>
                <Icon icon=Icon::Next />
                <span class="visually-hidden">{explorer.t(m::ON)}</span>
            </button>
            {slider(source, Callback::new(move |()| pause()))}
            <output class="map-time" aria-live="polite" data-testid="map-period">{name}</output>
        </div>
    }
}

/// What the period that is shown is called.
fn name_of(source: Source) -> Signal<String> {
    let name = Memo::new(move |_| {
        source.with(|plan| plan.times.get(plan.time).map(|(name, _)| name.clone()))
    });
    Signal::derive(move || name.get().unwrap_or_default())
}

/// The periods as a slider; whoever takes it pauses what plays.
fn slider(source: Source, pause: Callback<()>) -> impl IntoView {
    let name = name_of(source);
    let move_to = move |text: String| {
        pause.run(());
        if let Ok(at) = text.parse() {
            source.show(at, false);
        }
    };
    view! {
        <input
            type="range"
            class="timeline-slider"
            data-testid="map-time"
            aria-label=source.explorer.t(m::PERIOD)
            aria-valuetext=name
            min="0"
            max=move || source.with(|plan| plan.times.len()).saturating_sub(1)
            prop:value=move || source.with(|plan| plan.time)
            on:input:target=move |ev| move_to(ev.target().value())
        />
    }
}
