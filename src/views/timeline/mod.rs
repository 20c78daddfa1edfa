//! The timeline view: lanes of figures over time, zoomed, brushed and played.

mod controls;
mod player;
mod source;

use leptos::prelude::*;

use self::controls::Controls;
use self::player::Player;
use self::source::Source;
use crate::base::date::Day;
use crate::chart::{self, Size};
use crate::i18n::catalog::timeline as m;
use crate::plot::{ChartFormat, span_text, timeline};
use crate::state::Action;
use crate::ui::components::{Cells, StageLegend, TextTable};
use crate::ui::{SceneView, use_explorer};

/// The timeline view.
#[component]
pub fn TimelineView() -> impl IntoView {
    let explorer = use_explorer();
    let source = Source::new(explorer);
    provide_context(source);
    let has_time = Memo::new(move |_| source.windows.with(Option::is_some));
    view! {
        <section class="timeline" aria-labelledby="timeline-title" data-testid="timeline">
            <h2 id="timeline-title">{explorer.t(m::TITLE)}</h2>
            <Show when=move || has_time.get() fallback=move || view! { <p>{explorer.t(m::NO_TIME)}</p> }>
                <p class="timeline-sentence" data-testid="timeline-sentence">{move || source.sentence()}</p>
                <Controls />
                <Drawing />
                <Player />
                <Keys />
                <TextTable cells=Signal::derive(move || table(source)) />
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
        source.spec.with(|spec| {
            let spec = chart::TimelineSpec { playhead, ..spec.clone() };
            chart::timeline(&spec, Size::wide(width), &format)
        })
    };
    let open = move |row: u32| {
        if let Some(key) = explorer.content().table.keys.get(row as usize) {
            explorer.act(Action::Open(key.clone()));
        }
    };
    let brush = move |(from, to, going): (Day, Day, bool)| {
        if !going {
            source.filter_to((from, to));
        }
    };
    let current = move || explorer.selected().and_then(|id| u32::try_from(id.index()).ok());
    view! { <SceneView compose=compose open=open brush=brush current=Signal::derive(current) /> }
}

/// What the marks mean and how to handle them.
#[component]
fn Keys() -> impl IntoView {
    let explorer = use_explorer();
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
            </ul>
            <StageLegend />
        </div>
        <p class="timeline-hint">{explorer.t(m::DRAG_HINT)} " " {explorer.t(m::KEY_HINT)}</p>
    }
}

fn table(source: Source) -> Cells {
    let explorer = use_explorer();
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
