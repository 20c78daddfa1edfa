//! Play and pause, speed, and the playhead as a slider.

use leptos::prelude::*;

use super::source::use_source;
use crate::base::date::{civil, day_number};
use crate::i18n::Message;
use crate::i18n::catalog::timeline as m;
use crate::plot::span_text;
use crate::plot::timeline::{Run, Speed};
use crate::ui::{Icon, Ticker, reduced_motion, use_explorer};

/// Milliseconds between two places of the playhead.
const TICK: i32 = 100;

const fn speed_name(speed: Speed) -> Message {
    match speed {
        Speed::Slow => m::SPEED_SLOW,
        Speed::Normal => m::SPEED_NORMAL,
        Speed::Fast => m::SPEED_FAST,
    }
}

/// The speeds to choose from.
fn speed_options(speed: RwSignal<Speed>) -> impl IntoView {
    let explorer = use_explorer();
    let option = move |(at, value): (usize, Speed)| {
        view! {
            <option value=at selected=move || speed.get() == value>
                {explorer.t(speed_name(value))}
            </option>
        }
    };
    Speed::ALL.into_iter().enumerate().map(option).collect_view()
}

/// Plays the window from its start to its end.
#[component]
pub(super) fn Player() -> impl IntoView {
    let explorer = use_explorer();
    let source = use_source();
    let still = reduced_motion();
    let speed = RwSignal::new(Speed::default());
    let timer = Ticker::new();
    let playing = RwSignal::new(false);
    let pause = move || {
        timer.stop();
        playing.set(false);
    };
    let play = move || {
        let Some(windows) = source.windows.get_untracked() else { return };
        let playhead = source.playhead.get_untracked();
        let run = Run::new(windows.now, playhead, speed.get_untracked(), timer.now());
        source.playhead.set(run.at(timer.now()));
        playing.set(true);
        timer.start(TICK, move |now| {
            let day = run.at(now);
            source.playhead.set(day);
            if day.is_none() {
                pause();
            }
        });
    };
    // Other days or another selection begin anew.
    Effect::new(move |before: Option<()>| {
        source.windows.track();
        if before.is_some() {
            pause();
            source.playhead.set(None);
        }
    });
    Effect::new(move |_| {
        if still.get() {
            pause()
        }
    });

    // Changes once a year, not at every place of the playhead, so that it is said once.
    let added =
        Memo::new(move |_| source.playhead.get().map_or_else(String::new, |day| source.added(day)));

    view! {
        <div class="timeline-player" role="group" aria-label=explorer.t(m::PLAYER)>
            <Show when=move || !still.get() fallback=|| view! { <StepYears /> }>
                <button
                    type="button"
                    class="timeline-play"
                    data-testid="play"
                    on:click=move |_| if playing.get_untracked() { pause() } else { play() }
                >
                    {move || {
                        let (icon, word) = if playing.get() { (Icon::Pause, m::PAUSE) } else { (Icon::Play, m::PLAY) };
                        view! {
                            <Icon icon=icon />
                            <span>{explorer.t(word)}</span>
                        }
                    }}
                </button>
                <label class="timeline-speed">
                    <span>{explorer.t(m::SPEED)}</span>
                    <select
                        data-testid="speed"
                        on:change:target=move |ev| {
                            let chosen = ev.target().value().parse().ok().and_then(|at: usize| Speed::ALL.get(at).copied());
                            speed.set(chosen.unwrap_or_default());
                            if playing.get_untracked() {
                                play();
                            }
                        }
                    >
                        {speed_options(speed)}
                    </select>
                </label>
            </Show>
            <Slider pause=Callback::new(move |()| pause()) />
            <p class="timeline-added" aria-live="polite" data-testid="timeline-added">
                {move || added.get()}
            </p>
        </div>
    }
}

/// Steps by year, where the reader wants nothing to move by itself.
#[component]
fn StepYears() -> impl IntoView {
    let explorer = use_explorer();
    let source = use_source();
    let step = move |back: bool| {
        let Some(windows) = source.windows.get_untracked() else { return };
        let (from, to) = windows.now;
        let at = source.playhead.get_untracked().unwrap_or(if back { to } else { from });
        let year = civil(at).0;
        let next = day_number(if back { year - 1 } else { year + 1 }, 12, 31);
        source.playhead.set(next.filter(|&day| day < to).map(|day| day.max(from)));
    };
    view! {
        <p class="timeline-still">{explorer.t(m::STILL)}</p>
        <button type="button" data-testid="year-back" on:click=move |_| step(true)>
            {explorer.t(m::YEAR_BACK)}
        </button>
        <button type="button" data-testid="year-on" on:click=move |_| step(false)>
            {explorer.t(m::YEAR_ON)}
        </button>
    }
}

/// The playhead by hand. At its right end everything is shown.
#[component]
fn Slider(
    /// Called before the reader moves it.
    pause: Callback<()>,
) -> impl IntoView {
    let explorer = use_explorer();
    let source = use_source();
    let ends = Memo::new(move |_| source.windows.get().map_or((0, 0), |w| w.now));
    let told = move || {
        let lang = explorer.lang.get();
        let Some(day) = source.playhead.get() else { return m::PLAYHEAD_ALL.get(lang).to_owned() };
        let count = source.reached(day);
        m::PLAYHEAD.count(lang, count, &[("date", &span_text((day, day), lang))])
    };
    view! {
        <input
            type="range"
            class="timeline-slider"
            data-testid="playhead"
            aria-label=explorer.t(m::STEP)
            aria-valuetext=told
            min=move || ends.get().0
            max=move || ends.get().1
            prop:value=move || source.playhead.get().unwrap_or(ends.get().1)
            on:input:target=move |ev| {
                pause.run(());
                let day = ev.target().value().parse().ok();
                source.playhead.set(day.filter(|&day| day < ends.get_untracked().1));
            }
        />
        <span class="timeline-told" data-testid="playhead-date">{told}</span>
    }
}
