//! The chart with its title, notes, sources and table.

use leptos::prelude::*;

use super::TITLE;
use crate::i18n::catalog::chart as m;
use crate::plot::chart::Plan;
use crate::ui::components::{ExportMenu, Offers, PlanFigure, TextTable, in_care, source_of_file};
use crate::ui::{DomainIcon, Explorer, SceneView, use_explorer};
use crate::words::unbroken;

/// What the chart names, else the reader's own file.
fn source_of(explorer: Explorer, own: String) -> String {
    if own.is_empty() { source_of_file(explorer).unwrap_or_default() } else { own }
}

/// A plan, drawn.
#[component]
pub(super) fn Drawing(
    /// What to draw; tracked.
    plan: Memo<Option<Plan>>,
) -> impl IntoView {
    let explorer = use_explorer();
    let figure = PlanFigure::new(explorer, plan);
    let title = move || figure.with(|plan| unbroken(plan.headline()));
    let subtitle = move || figure.with(|plan| unbroken(&plan.about(explorer.lang.get())));
    let source = move || source_of(explorer, figure.with(|plan| plan.headings.source.clone()));
    let topic = Memo::new(move |_| figure.with(|plan| plan.topic.clone()));
    let offers = Memo::new(move |_| figure.with(|plan| plan.offers.clone()));
    view! {
        <figure class="chart-figure" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1" data-testid="chart-title">
                {move || topic.get().map(|(id, hue)| view! { <DomainIcon id=id hue=hue /> })}
                {title}
            </h2>
            <p class="chart-unit">{subtitle}</p>
            <SceneView compose=figure.scene() open=figure.open() current=figure.current() />
            <figcaption>
                <ul class="chart-notes" data-testid="chart-notes">
                    {figure.notes()}
                </ul>
                <p class="chart-source">{source}</p>
            </figcaption>
            {in_care(explorer, "")}
            <ExportMenu id="chart-export" picture=figure.picture() />
        </figure>
        {move || view! { <Offers lead=m::OFFERS offers=offers.get() testid="chart-offer" focus=TITLE /> }}
        <TextTable cells=figure.cells() />
        <p class="muted chart-keyboard">{explorer.t(m::KEYBOARD)}</p>
    }
}
