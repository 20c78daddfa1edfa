//! One promise.

use leptos::prelude::*;

use super::sign::Sign;
use crate::chart::{Fill, QuantitySpec, Size, calendar, quantity};
use crate::i18n::catalog::words::SEPARATOR;
use crate::plot::ChartFormat;
use crate::plot::ledger::{Line, RowPlan, Said};
use crate::state::{Action, Grouping};
use crate::ui::components::{FigureView, in_care};
use crate::ui::{DomainIcon, Explorer, SceneView, use_explorer};
use crate::words::{before_numerals, behind_figure};

/// A promise: what it is, what came of it, and when.
#[component]
pub(super) fn PromiseRow(
    /// What it shows.
    row: RowPlan,
    /// What rows are grouped by, which is not said again.
    by: Grouping,
    /// Whether the year of its release is told above.
    is_dated: bool,
) -> impl IntoView {
    let explorer = use_explorer();
    let sentence = row.sentence();
    let RowPlan { title, beside, place, year, domain, hue, status, standing, .. } = row;
    let RowPlan { said, picture, keys, calendar: dates, untold, doubts, .. } = row;
    let RowPlan { lines, notes, parts, fold, count, all, .. } = row;
    let place = if by == Grouping::Domain { place } else { String::new() };
    let year = if is_dated { String::new() } else { year };
    let told = joined(explorer, [place, year]);
    let standing = status.is_judged().then(|| {
        view! {
            <p class="standing" data-testid="standing">
                <Sign status=status />
                <span>{standing}</span>
            </p>
        }
    });
    let aids = in_care(explorer, keys.first().map_or("", |key| key));
    let picture = picture.map(|picture| drawn(explorer, picture, keys, (title.clone(), sentence)));
    let calendar = dates.map(|dates| {
        let draw = Callback::new(move |width: f64| {
            let format = ChartFormat { lang: explorer.lang.get(), unit: String::new() };
            calendar(&dates, Size::wide(width), &format)
        });
        view! {
            <div class="promise-calendar" data-testid="calendar">
                <SceneView compose=draw />
            </div>
        }
    });
    let fold = (!fold.is_empty()).then(|| {
        view! {
            <details class="promise-fold">
                <summary>{fold}</summary>
                {(!beside.is_empty()).then(|| view! { <p>{beside}</p> })}
                <ul class="promise-figures">{lines.into_iter().map(|line| figure(explorer, line)).collect_view()}</ul>
                {notes.into_iter().map(|note| view! { <p>{note}</p> }).collect_view()}
                {parts.into_iter().map(|row| part(explorer, row)).collect_view()}
                {(!count.is_empty())
                    .then(|| {
                        view! {
                            <button type="button" class="quiet" on:click=move |_| explorer.act_together(all.clone())>
                                {count}
                            </button>
                        }
                    })}
            </details>
        }
    });
    view! {
        <li class=format!("promise field-{hue}") data-testid="promise">
            <div class="promise-what">
                <h4>
                    <DomainIcon id=domain hue=hue />
                    {title}
                </h4>
                {(!told.is_empty()).then(|| view! { <p class="promise-told">{told}</p> })}
                <Sentence said=said />
                {standing}
                {picture}
            </div>
            <div class="promise-when">
                {calendar}
                {(!untold.is_empty()).then(|| view! { <p class="promise-untold">{untold}</p> })}
                {contradictions(doubts)}
            </div>
            {fold}
            {aids}
        </li>
    }
}

fn joined<const N: usize>(explorer: Explorer, texts: [String; N]) -> String {
    let separator = SEPARATOR.get(explorer.lang.get_untracked());
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(separator)
}

fn contradictions(doubts: Vec<String>) -> impl IntoView {
    doubts
        .into_iter()
        .map(|text| view! { <p class="promise-doubt" data-testid="doubt">{text}</p> })
        .collect_view()
}

/// What came of a promise; each figure opens its detail.
#[component]
fn Sentence(
    /// Its words and figures.
    said: Vec<Said>,
) -> impl IntoView {
    let explorer = use_explorer();
    // The marks behind a figure stand with it.
    let behind = |at: usize| said.get(at + 1).map_or(("", ""), |next| behind_figure(&next.words));
    let marks: Vec<String> = (0..said.len()).map(|at| behind(at).0.to_owned()).collect();
    let piece = move |(at, said): (usize, Said)| {
        let Said { words, figure, key, is_lead } = said;
        let words = if at > 0 { behind_figure(&words).1 } else { &words };
        let words =
            before_numerals(words).into_iter().map(|piece| view! { <wbr />{piece.to_owned()} });
        let words = words.collect_view();
        let mark = marks.get(at).cloned().unwrap_or_default();
        let figure = figure.map(|figure| {
            view! {
                <button
                    type="button"
                    class="figure-button"
                    class:lead=is_lead
                    on:click=move |_| explorer.act(Action::Open(key.clone()))
                >
                    <FigureView figure=figure />
                </button>
            }
        });
        view! {
            {words}
            <span class="kept">{figure}{mark}</span>
        }
    };
    let said = said.clone().into_iter().enumerate().map(piece).collect_view();
    view! { <p class="promise-said" data-testid="said">{said}</p> }
}

/// Another promise or figure of the same project, in words.
fn part(explorer: Explorer, row: RowPlan) -> impl IntoView {
    let RowPlan { title, beside, said, due, doubts, .. } = row;
    let told = joined(explorer, [title, beside, due]);
    view! {
        <div class="promise-part" data-testid="promise-part">
            <h5>{told}</h5>
            <Sentence said=said />
            {contradictions(doubts)}
        </div>
    }
}

fn drawn(
    explorer: Explorer,
    picture: QuantitySpec,
    keys: Vec<String>,
    (title, description): (String, String),
) -> impl IntoView {
    let draw = Callback::new(move |width: f64| {
        let format = ChartFormat { lang: explorer.lang.get(), unit: String::new() };
        let mut scene = quantity(&picture, Size::wide(width), &format);
        scene.title.clone_from(&title);
        scene.description.clone_from(&description);
        scene
    });
    let parts = keys.clone();
    let current = Signal::derive(move || {
        let marked = explorer.marked()?;
        parts.iter().position(|key| *key == marked).and_then(|at| u32::try_from(at).ok())
    });
    let open = Callback::new(move |part: u32| {
        if let Some(key) = keys.get(part as usize) {
            explorer.act(Action::Open(key.clone()));
        }
    });
    view! { <SceneView compose=draw open=open current=current /> }
}

/// A figure that opens its detail, under the fill of its stage.
fn figure(explorer: Explorer, line: Line) -> impl IntoView {
    let Line { label, figure, key, fill } = line;
    let swatch = match fill {
        Fill::Solid => "swatch swatch-solid",
        Fill::Hatched => "swatch swatch-hatched",
        Fill::Hollow => "swatch swatch-hollow",
        Fill::Tick => "swatch swatch-tick",
    };
    view! {
        <li>
            <span class=swatch aria-hidden="true"></span>
            <span>{label}</span>
            <button type="button" class="figure-button" on:click=move |_| explorer.act(Action::Open(key.clone()))>
                <FigureView figure=figure />
            </button>
        </li>
    }
}
