//! The timeline view: lanes of figures over time, zoomed, brushed and played.

mod controls;
mod player;
mod source;

use leptos::ev;
use leptos::prelude::*;

use self::controls::Controls;
use self::player::Player;
use self::source::{FOREMOST, Source};
use crate::base::date::Day;
use crate::chart::{self, BinPlace, Size};
use crate::i18n::catalog::timeline as m;
use crate::plot::{ChartFormat, span_text, timeline};
use crate::state::Action;
use crate::ui::components::{Cells, StageLegend, TextTable};
use crate::ui::{DomainIcon, Explorer, SceneView, use_explorer};

/// The timeline view.
#[component]
pub fn TimelineView() -> impl IntoView {
    let explorer = use_explorer();
    let source = Source::new(explorer);
    provide_context(source);
    let open_row = Callback::new(move |at: usize| {
        let row = source.lanes.with_untracked(|lanes| timeline::row_at(lanes, at));
        open(explorer, row);
    });
    let has_time = Memo::new(move |_| source.windows.with(Option::is_some));
    view! {
        <section class="timeline" aria-labelledby="timeline-title" data-testid="timeline">
            <h2 id="timeline-title">{explorer.t(m::TITLE)}</h2>
            <Show when=move || has_time.get() fallback=move || view! { <p>{explorer.t(m::NO_TIME)}</p> }>
                <p class="timeline-sentence" data-testid="timeline-sentence">{move || source.sentence()}</p>
                <Controls />
                <Player />
                <Drawing />
                <MoreLanes />
                <Keys />
                <TextTable cells=Signal::derive(move || table(explorer, source)) open_row=open_row />
            </Show>
        </section>
    }
}

/// The chart itself.
#[component]
fn Drawing() -> impl IntoView {
    let explorer = use_explorer();
    let source = expect_context::<Source>();
    let compose = move |width: f64| {
        let format = ChartFormat { lang: explorer.lang.get(), unit: String::new() };
        let playhead = source.playhead.get();
        let mut scene = source.spec.with(|spec| {
            let spec = chart::TimelineSpec { playhead, until: playhead, ..spec.clone() };
            chart::timeline(&spec, Size::wide(width), &format)
        });
        // Said, not drawn: the page has the same above the chart.
        m::CHART.get(format.lang).clone_into(&mut scene.title);
        scene.description = source.sentence();
        scene
    };
    let open = move |row: u32| open(explorer, Some(row as usize));
    let rounded = move |days| source.windows.get_untracked().map_or(days, |w| w.brushed(days));
    let brush = move |(from, to, going): (Day, Day, bool)| {
        if !going {
            source.filter_to(rounded((from, to)));
        }
    };
    let current = move || explorer.selected().and_then(|id| u32::try_from(id.index()).ok());
    let brush_text = move |days| span_text(rounded(days), explorer.lang.get());
    let open_bin = move |place: BinPlace| {
        if let BinPlace::Days { from, to, .. } = place {
            source.zoom((from, to));
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let Some(windows) = source.windows.get_untracked() else { return };
        match event.key().as_str() {
            "+" | "=" => source.zoom(windows.nearer()),
            "-" => source.zoom(windows.farther()),
            "0" => source.zoom(windows.home),
            _ => {}
        }
    };
    view! {
        <div class="timeline-drawing" on:keydown=on_key>
            <SceneView
                compose=compose
                open=open
                open_bin=open_bin
                brush=brush
                brush_text=brush_text
                current=Signal::derive(current)
            />
        </div>
    }
}

/// Says that lanes are left out, and draws them.
#[component]
fn MoreLanes() -> impl IntoView {
    let explorer = use_explorer();
    let source = expect_context::<Source>();
    let count = Memo::new(move |_| source.lanes.with(Vec::len));
    let every = source.every_lane;
    let text = move || match every.get() {
        true => m::FEWER_LANES.count(explorer.lang.get(), FOREMOST, &[]),
        false => m::ALL_LANES.count(explorer.lang.get(), count.get(), &[]),
    };
    view! {
        <Show when=move || { count.get() > FOREMOST }>
            <p class="timeline-more">
                <Show when=move || !every.get()>
                    <span>{move || m::SOME_LANES.count(explorer.lang.get(), FOREMOST, &[])}</span>
                </Show>
                <button type="button" data-testid="all-lanes" on:click=move |_| every.update(|e| *e = !*e)>
                    {text}
                </button>
            </p>
        </Show>
    }
}

/// What the marks mean and how to handle them.
#[component]
fn Keys() -> impl IntoView {
    let explorer = use_explorer();
    let source = expect_context::<Source>();
    // Explained only where one is to be seen.
    let beyond = Memo::new(move |_| source.spec.with(timeline::goes_beyond));
    let topics = move || {
        let content = explorer.content();
        let (column, lang) = (source.column.get(), explorer.lang.get());
        let topics = source
            .lanes
            .with(|lanes| timeline::untold_topics(&content.table, lanes, &column, lang));
        topics
            .into_iter()
            .map(|(id, name, hue)| view! { <li><DomainIcon id=id hue=hue />{name}</li> })
            .collect_view()
    };
    view! {
        <div class="timeline-keys">
            <ul class="legend">
                <li>
                    <span class="timeline-bar" aria-hidden="true"></span>
                    {explorer.t(m::BAR_KEY)}
                </li>
                <li>
                    <span class="timeline-dot" aria-hidden="true"></span>
                    {explorer.t(m::POINT_KEY)}
                </li>
                <Show when=move || beyond.get()>
                    <li>
                        <span class="timeline-arrow" aria-hidden="true"></span>
                        {explorer.t(m::ARROW_KEY)}
                    </li>
                </Show>
            </ul>
            <StageLegend />
            <ul class="legend">{topics}</ul>
        </div>
        <p class="timeline-hint">{explorer.t(m::DRAG_HINT)} " " {explorer.t(m::KEY_HINT)}</p>
    }
}

fn open(explorer: Explorer, row: Option<usize>) {
    if let Some(key) = row.and_then(|row| Some(explorer.content().table.key(row)?.into_owned())) {
        explorer.act(Action::Open(key));
    }
}

fn table(explorer: Explorer, source: Source) -> Cells {
    let (content, lang) = (explorer.content(), explorer.lang.get());
    let column = source.column.get();
    let (Some(column), Some(windows)) = (content.table.column(&column), source.windows.get())
    else {
        return Cells::default();
    };
    source.lanes.with(|lanes| Cells {
        caption: m::CAPTION.fill(lang, &[("window", &span_text(windows.now, lang))]),
        header: timeline::header(column, lang),
        rows: timeline::cells(&content.data, lanes, column, lang),
    })
}
