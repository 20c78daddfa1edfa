//! The timeline view: lanes of figures over time, zoomed, brushed and played.

mod controls;
mod nearest;
mod player;
mod source;
mod years;

use leptos::ev;
use leptos::prelude::*;

use self::controls::Controls;
use self::nearest::Nearest;
use self::player::Player;
use self::source::{FOREMOST, Source, use_source};
use self::years::Years;
use crate::chart::{self, BinPlace, Scene, Size, Stretch};
use crate::i18n::catalog::timeline as m;
use crate::plot;
use crate::plot::timeline::{Picture, TimelinePlan};
use crate::plot::{ChartFormat, span_text};
use crate::session;
use crate::state::Action;
use crate::ui::components::{
    Cells, ExportMenu, PlanFigure, ScenePicture, StageLegend, TextTable, kept, source_of_selection,
};
use crate::ui::{DomainIcon, Explorer, SceneView, matching, use_explorer};

/// Windows that years stand in as a list, because a picture of them would be too small to read.
const PHONE: &str = "(max-width: 699px)";

/// How wide a page is, in px, and how many lanes a picture on it has.
const PAGE: f64 = 700.0;
const LANES_OF_A_PART: usize = 4;

/// The timeline view.
#[component]
pub fn TimelineView() -> impl IntoView {
    let explorer = use_explorer();
    let source = Source::new(explorer);
    provide_context(source);
    let open_row = Callback::new(move |at: usize| {
        let key = untrack(|| source.with(|plan| plan.keys.get(at).cloned()));
        if let Some(key) = key.flatten() {
            explorer.act(Action::Open(key));
        }
    });
    let has_time = Memo::new(move |_| source.windows.with(Option::is_some));
    let has_lanes = Memo::new(move |_| source.with(|p| matches!(p.picture, Picture::Lanes { .. })));
    let title = move || {
        let title = source.with(|plan| plan.title.clone());
        title.unwrap_or_else(|| m::CHART.get(explorer.lang.get()).to_owned())
    };
    let reading = move || source.with(|plan| plan.reading.clone());
    let phone = matching(PHONE);
    let is_slim = move || phone.get() || explorer.care.get();
    let as_list = Memo::new(move |_| is_slim() && has_lanes.get() == Some(true));
    let none = move || source.is_known.get().then(|| view! { <p>{explorer.t(m::NO_TIME)}</p> });
    let lanes = move |width| {
        let around = plot::picture::of_timeline;
        let (source_line, lang) = (source_of_selection(explorer), explorer.lang.get());
        Some((
            lanes_scene(explorer, source, width),
            source.with(|p| around(p, &source_line, lang))?,
        ))
    };
    let export = move |under: bool| {
        let is_here = move || has_lanes.get() == Some(true) && as_list.get() == under;
        view! {
            <Show when=is_here>
                <ExportMenu id="timeline-export" picture=ScenePicture::new(lanes) />
            </Show>
        }
    };
    view! {
        <section class="timeline" aria-labelledby="timeline-title" data-testid="timeline">
            <div class="section-head">
                <h2 id="timeline-title">{title}</h2>
                {export(false)}
            </div>
            <Show when=move || has_time.get() fallback=none>
                // It speaks of shapes, which a list does not have.
                <Show when=move || !as_list.get()>
                    <p class="timeline-reading" data-testid="timeline-reading">{reading}</p>
                </Show>
                <Show when=move || has_lanes.get() == Some(true) fallback=|| view! { <Player /> <Steps /> }>
                    <Show
                        when=move || as_list.get()
                        fallback=|| {
                            view! {
                                <StageLegend />
                                <Controls />
                                <Player />
                                <Nearest />
                                <Drawing />
                                <MoreLanes />
                                <Keys />
                            }
                        }
                    >
                        // What happened stands first where there is room for little; what plays it stays in sight once it
                        // is unfolded.
                        <Years />
                        <StageLegend />
                        <details class="timeline-fold">
                            <summary>{explorer.t(m::PLAYER)}</summary>
                            <Player />
                        </details>
                        {export(true)}
                    </Show>
                </Show>
                <TextTable cells=Signal::derive(move || table(source)) open_row=open_row />
            </Show>
        </section>
    }
}

/// The chart itself.
#[component]
fn Drawing() -> impl IntoView {
    let explorer = use_explorer();
    let source = use_source();
    let compose = move |width: f64| lanes_scene(explorer, source, width);
    let keys = move |plan: &TimelinePlan| match &plan.picture {
        Picture::Lanes { keys, .. } => keys.clone(),
        Picture::Steps(_) => Vec::new(),
    };
    let keys = Memo::new(move |_| source.with(keys).unwrap_or_default());
    let open = move |item: u32| {
        if let Some(key) = keys.with_untracked(|keys| keys.get(item as usize).cloned()) {
            explorer.act(Action::Open(key));
        }
    };
    let rounded = move |days| source.windows.get_untracked().map_or(days, |w| w.brushed(days));
    let brush = move |(stretch, going): (Stretch, bool)| {
        if let (Stretch::Days(from, to), false) = (stretch, going) {
            source.filter_to(rounded((from, to)));
        }
    };
    let current = move || {
        let open = explorer.marked()?;
        let at = keys.with(|keys| keys.iter().position(|key| *key == open))?;
        u32::try_from(at).ok()
    };
    let brush_text = move |stretch| match stretch {
        Stretch::Days(from, to) => span_text(rounded((from, to)), explorer.lang.get()),
        Stretch::Bins(..) => String::new(),
    };
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
                pages=Callback::new(move |()| pages(explorer, source))
            />
        </div>
    }
}

/// The lanes as they are printed, a few to a picture, so that their words stay legible and no page is left empty.
fn pages(explorer: Explorer, source: Source) -> Vec<Scene> {
    let format = ChartFormat { lang: explorer.lang.get(), unit: String::new() };
    let parts = source.with(|plan| match &plan.picture {
        Picture::Lanes { spec, .. } => plot::timeline::in_parts(spec, LANES_OF_A_PART),
        Picture::Steps(_) => Vec::new(),
    });
    let draw = |spec| chart::timeline(&spec, Size::wide(PAGE), &format);
    parts.unwrap_or_default().into_iter().map(draw).collect()
}

/// The figures on their lanes, as far as time is played; tracked.
fn lanes_scene(explorer: Explorer, source: Source, width: f64) -> Scene {
    let format = ChartFormat { lang: explorer.lang.get(), unit: String::new() };
    let playhead = source.playhead.get();
    let spec = source.with(|plan| match &plan.picture {
        Picture::Lanes { spec, .. } => Some(spec.clone()),
        Picture::Steps(_) => None,
    });
    let spec = spec.flatten().unwrap_or_default();
    let spec = chart::TimelineSpec { playhead, until: playhead, ..spec };
    let mut scene = chart::timeline(&spec, Size::wide(width), &format);
    // Said, not drawn: the page has the same above the chart.
    m::CHART.get(format.lang).clone_into(&mut scene.title);
    scene.description = source.with(|plan| plan.sentence.clone()).unwrap_or_default();
    scene
}

/// The picture of a table over time: a chart that changes from step to step.
#[component]
fn Steps() -> impl IntoView {
    let explorer = use_explorer();
    let source = use_source();
    // Asked once a step, not at every place of the playhead.
    let day = Memo::new(move |_| {
        let at = source.playhead.get()?;
        source.with(|plan| plan.step_on(at)).flatten()
    });
    let (options, chart) = (explorer.chosen(|o| &o.timeline), explorer.chosen(|o| &o.chart));
    let frame = explorer.ask(move || {
        Some(session::Frame {
            filter: explorer.drawn.get(),
            options: options.get(),
            chart: chart.get(),
            day: day.get(),
            lang: explorer.lang.get(),
        })
    });
    let figure = PlanFigure::new(explorer, Memo::new(move |_| frame.get().flatten()));
    let title = move || figure.with(|plan| plan.headings.title.clone());
    let subtitle = move || figure.with(|plan| plan.headings.subtitle.clone());
    view! {
        <figure class="chart-figure timeline-steps" data-testid="timeline-steps">
            <div class="section-head">
                <h3>{title}</h3>
                <ExportMenu id="timeline-export" picture=figure.picture() />
            </div>
            <p class="chart-unit">{subtitle}</p>
            <SceneView compose=figure.scene() open=figure.open() />
            <figcaption>
                <ul class="chart-notes">
                    {figure.notes()}
                </ul>
            </figcaption>
        </figure>
    }
}

/// Says that lanes are left out, and draws them.
#[component]
fn MoreLanes() -> impl IntoView {
    let explorer = use_explorer();
    let source = use_source();
    let count = Memo::new(move |_| {
        let lanes = |plan: &TimelinePlan| match &plan.picture {
            Picture::Lanes { lanes, .. } => *lanes,
            Picture::Steps(_) => 0,
        };
        source.with(lanes).unwrap_or_default()
    });
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
    let source = use_source();
    // Explained only where one is to be seen.
    let beyond = Memo::new(move |_| {
        source.with(|plan| matches!(plan.picture, Picture::Lanes { beyond: true, .. }))
            == Some(true)
    });
    let topics = move || {
        let topics = |plan: &TimelinePlan| match &plan.picture {
            Picture::Lanes { topics, .. } => topics.clone(),
            Picture::Steps(_) => Vec::new(),
        };
        source.with(topics).unwrap_or_default()
    };
    let topic = |(id, name, hue)| view! { <li><DomainIcon id=id hue=hue />{name}</li> }.into_any();
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
            <ul class="legend">{kept(topics, topic)}</ul>
        </div>
        <p class="timeline-hint">{explorer.t(m::DRAG_HINT)} " " {explorer.t(m::KEY_HINT)}</p>
    }
}

fn table(source: Source) -> Cells {
    let cells = |plan: &TimelinePlan| Cells {
        caption: plan.caption.clone(),
        header: plan.listing.header.clone(),
        rows: plan.listing.rows.clone(),
    };
    source.with(cells).unwrap_or_default()
}
