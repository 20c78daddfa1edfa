//! The map with its title, what it says in words, notes, unknown names and table.

use leptos::prelude::*;

use super::player::Player;
use super::{Source, TITLE, use_source};
use crate::chart::{self, Furniture, Scene, Size};
use crate::i18n::catalog::map as m;
use crate::plot::ChartFormat;
use crate::ui::SceneView;
use crate::ui::components::{Cells, ExportMenu, ScenePicture, TextTable, source_of_selection};
use crate::words::unbroken;

/// A plan, drawn.
#[component]
pub(super) fn Drawing() -> impl IntoView {
    let source = use_source();
    let explorer = source.explorer;
    let title = move || source.with(|plan| unbroken(&plan.headings.title));
    let subtitle = move || source.with(|plan| unbroken(&plan.headings.subtitle));
    let sentence = move || source.with(|plan| plan.sentence.clone());
    let notes = Memo::new(move |_| source.with(|plan| plan.notes.clone()));
    let note = |note: String| view! { <li>{note}</li> };
    let plays = Memo::new(move |_| source.plays());
    let open = Callback::new(move |datum: u32| {
        let target =
            untrack(|| source.with(|plan| plan.targets.get(datum as usize).cloned().flatten()));
        if let Some(action) = target {
            explorer.act(action);
        }
    });
    let compose = Callback::new(move |width| scene(source, width));
    let picture = ScenePicture::new(move |width| {
        let source_line = source_of_selection(explorer);
        let around = source.with(|plan| Furniture {
            title: plan.headings.title.clone(),
            subtitle: plan.headings.subtitle.clone(),
            notes: [vec![plan.sentence.clone()], plan.notes.clone(), unknown(source)].concat(),
            source: source_line,
            ..Furniture::default()
        });
        Some((scene(source, width), around))
    });
    view! {
        <figure class="chart-figure" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1" data-testid="map-title">{title}</h2>
            <p class="chart-unit">{subtitle}</p>
            <p class="map-sentence" data-testid="map-sentence">{sentence}</p>
            <Show when=move || plays.get()>
                <Player />
            </Show>
            <SceneView compose=compose open=open />
            <figcaption>
                <ul class="chart-notes" data-testid="map-notes">
                    {move || notes.get().into_iter().map(note).collect_view()}
                </ul>
            </figcaption>
            <Unknown />
            <Bare />
            <ExportMenu id="map-export" picture=picture />
        </figure>
        <TextTable cells=Signal::derive(move || cells(source)) />
        <p class="muted chart-keyboard">{explorer.t(m::KEYBOARD)}</p>
    }
}

/// The map of a width in px; tracked.
fn scene(source: Source, width: f64) -> Scene {
    let format = ChartFormat { lang: source.explorer.lang.get(), unit: String::new() };
    let spec = source.with(|plan| plan.spec.clone());
    let mut scene = chart::map(&spec, Size::wide(width), &format);
    // The headings stand in the page as text; the picture still is named by them.
    scene.title = source.with(|plan| plan.headings.title.clone());
    scene.description = source.with(|plan| plan.description(&scene.description));
    scene
}

/// Names that are not known, as a line of a picture; none where all are.
fn unknown(source: Source) -> Vec<String> {
    let lang = source.explorer.lang.get();
    source.with(|plan| {
        let names = plan.unknown.join(crate::i18n::catalog::words::COMMA.get(lang));
        let title = m::UNKNOWN.count(lang, plan.unknown.len(), &[]);
        let line = crate::words::told_of(&title, [names.as_str(), ""], lang);
        if plan.unknown.is_empty() { Vec::new() } else { vec![line] }
    })
}

/// The names in the table that are no area known here, every one of them.
#[component]
fn Unknown() -> impl IntoView {
    let source = use_source();
    let names = Memo::new(move |_| source.with(|plan| plan.unknown.clone()));
    let has_names = Memo::new(move |_| names.with(|names| !names.is_empty()));
    let title = move || m::UNKNOWN.count(source.explorer.lang.get(), names.with(Vec::len), &[]);
    view! {
        <Show when=move || has_names.get()>
            <section class="map-unknown" data-testid="map-unknown">
                <h3>{title}</h3>
                <ul>
                    {move || names.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

/// The areas of a map that the table does not have, folded: there may be thousands.
#[component]
fn Bare() -> impl IntoView {
    let source = use_source();
    let names = Memo::new(move |_| source.with(|plan| plan.bare.clone()));
    let has_names = Memo::new(move |_| names.with(|names| !names.is_empty()));
    let title = move || m::BARE.count(source.explorer.lang.get(), names.with(Vec::len), &[]);
    view! {
        <Show when=move || has_names.get()>
            <details class="map-unknown" data-testid="map-bare">
                <summary>{title}</summary>
                <ul>
                    {move || names.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}
                </ul>
            </details>
        </Show>
    }
}

fn cells(source: Source) -> Cells {
    source.with(|plan| Cells {
        caption: [&*plan.headings.title, &*plan.headings.subtitle].join(" ").trim().to_owned(),
        header: plan.listing.header.clone(),
        rows: plan.listing.rows.clone(),
    })
}
