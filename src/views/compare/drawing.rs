//! A chart of the comparison with its title, notes, sources and table.

use leptos::prelude::*;

use crate::plot::chart::Plan;
use crate::ui::components::{ExportMenu, PlanFigure, TextTable, in_care};
use crate::ui::{SceneView, use_explorer};
use crate::words::unbroken;

/// A plan, drawn. What it is taken away with stands under it.
#[component]
pub(super) fn Drawing(
    /// What to draw.
    plan: Memo<Option<Plan>>,
    /// Which of the view's charts it is.
    at: usize,
    /// Whether it is the only one: the view's title then is its title too.
    is_only: Signal<bool>,
) -> impl IntoView {
    let explorer = use_explorer();
    let id = format!("compare-chart-{at}");
    let labelled = id.clone();
    let figure = PlanFigure::new(explorer, plan);
    let title = move || figure.with(|plan| unbroken(&plan.headings.title));
    let subtitle = move || figure.with(|plan| unbroken(&plan.headings.subtitle));
    let source = move || figure.with(|plan| plan.headings.source.clone());
    view! {
        <figure class="compare-figure" aria-labelledby=labelled data-testid="compare-figure">
            <h3 id=id class:visually-hidden=move || is_only.get()>{title}</h3>
            <p class="muted">{subtitle}</p>
            <SceneView compose=figure.scene() open=figure.open() current=figure.current() />
            <figcaption>
                <ul class="chart-notes">
                    {figure.notes()}
                </ul>
                <p class="chart-source">{source}</p>
            </figcaption>
            {in_care(explorer, "")}
            <div class="figure-foot">
                <TextTable cells=figure.cells() />
                <ExportMenu id=format!("compare-export-{at}") picture=figure.picture() />
            </div>
        </figure>
    }
}
