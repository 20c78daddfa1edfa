//! The chart with its title, notes, sources and table.

use leptos::prelude::*;

use super::TITLE;
use super::offers::Offers;
use crate::chart::{Scene, Size, compose};
use crate::i18n::catalog::chart as m;
use crate::plot::ChartFormat;
use crate::plot::chart::Plan;
use crate::ui::components::{Cells, ExportMenu, ScenePicture, TextTable, around};
use crate::ui::{SceneView, use_explorer};

/// A plan, drawn.
#[component]
pub(super) fn Drawing(
    /// What to draw; tracked.
    plan: Signal<Plan>,
) -> impl IntoView {
    let explorer = use_explorer();
    let scene = move |width: f64| -> Scene {
        let format = ChartFormat { lang: explorer.lang.get(), unit: String::new() };
        plan.with(|plan| {
            let mut scene = compose(&plan.spec, Size::wide(width), &format);
            // The headings stand in the page as text; the picture still is named by them.
            scene.title.clone_from(&plan.headings.title);
            scene.description = plan.description(&scene.description, format.lang);
            scene
        })
    };
    let picture = ScenePicture::new(move |width| {
        Some((scene(width), plan.with(|plan| around(explorer, plan))))
    });
    let open = move |datum: u32| {
        let target = plan.with(|plan| plan.targets.get(datum as usize).cloned().flatten());
        if let Some(action) = target {
            explorer.act(action);
        }
    };
    let current = Signal::derive(move || {
        let key = explorer.marked()?;
        plan.with(|plan| plan.datum_of(&key))
    });
    let cells = Signal::derive(move || {
        plan.with(|plan| Cells {
            caption: format!("{} {}", plan.headings.title, plan.headings.subtitle),
            header: plan.listing.header.clone(),
            rows: plan.listing.rows.clone(),
        })
    });
    let title = move || plan.with(|plan| plan.headings.title.clone());
    let subtitle = move || plan.with(|plan| plan.headings.subtitle.clone());
    let source = move || plan.with(|plan| plan.headings.source.clone());
    let notes = move || plan.with(|plan| plan.notes.clone());
    let offers = Memo::new(move |_| plan.with(|plan| plan.offers.clone()));
    view! {
        <figure class="chart-figure" aria-labelledby=TITLE>
            <div class="section-head">
                <h2 id=TITLE tabindex="-1" data-testid="chart-title">{title}</h2>
                <ExportMenu id="chart-export" picture=picture />
            </div>
            <p class="chart-unit">{subtitle}</p>
            <SceneView compose=Callback::new(scene) open=Callback::new(open) current=current />
            <figcaption>
                <ul class="chart-notes" data-testid="chart-notes">
                    {move || notes().into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}
                </ul>
                <p class="chart-source">{source}</p>
            </figcaption>
        </figure>
        {move || view! { <Offers lead=m::OFFERS offers=offers.get() /> }}
        <TextTable cells=cells />
        <p class="muted chart-keyboard">{explorer.t(m::KEYBOARD)}</p>
    }
}
