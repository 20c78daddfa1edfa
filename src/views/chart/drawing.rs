//! The chart with its title, notes, sources and table.

use leptos::prelude::*;

use super::TITLE;
use super::offers::Offers;
use crate::i18n::catalog::chart as m;
use crate::plot::chart::Plan;
use crate::ui::components::{ExportMenu, PlanFigure, TextTable};
use crate::ui::{SceneView, use_explorer};

/// A plan, drawn.
#[component]
pub(super) fn Drawing(
    /// What to draw; tracked.
    plan: Signal<Plan>,
) -> impl IntoView {
    let explorer = use_explorer();
    let figure = PlanFigure::new(explorer, plan);
    let scene = move |width: f64| figure.scene(width);
    let open = move |datum: u32| figure.open(datum);
    let title = move || plan.with(|plan| plan.headings.title.clone());
    let subtitle = move || plan.with(|plan| plan.headings.subtitle.clone());
    let source = move || plan.with(|plan| plan.headings.source.clone());
    let offers = Memo::new(move |_| plan.with(|plan| plan.offers.clone()));
    view! {
        <figure class="chart-figure" aria-labelledby=TITLE>
            <div class="section-head">
                <h2 id=TITLE tabindex="-1" data-testid="chart-title">{title}</h2>
                <ExportMenu id="chart-export" picture=figure.picture() />
            </div>
            <p class="chart-unit">{subtitle}</p>
            <SceneView compose=Callback::new(scene) open=Callback::new(open) current=figure.current() />
            <figcaption>
                <ul class="chart-notes" data-testid="chart-notes">
                    {figure.notes()}
                </ul>
                <p class="chart-source">{source}</p>
            </figcaption>
        </figure>
        {move || view! { <Offers lead=m::OFFERS offers=offers.get() /> }}
        <TextTable cells=figure.cells() />
        <p class="muted chart-keyboard">{explorer.t(m::KEYBOARD)}</p>
    }
}
