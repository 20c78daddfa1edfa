//! A chart of the comparison with its title, notes, sources and table.

use leptos::prelude::*;

use crate::plot::chart::Plan;
use crate::ui::components::{ExportMenu, PlanFigure, TextTable};
use crate::ui::{SceneView, use_explorer};

/// A plan, drawn.
#[component]
pub(super) fn Drawing(
    /// What to draw.
    plan: Memo<Option<Plan>>,
    /// Which of the view's charts it is.
    at: usize,
) -> impl IntoView {
    let explorer = use_explorer();
    let id = format!("compare-chart-{at}");
    let labelled = id.clone();
    let figure = PlanFigure::new(explorer, plan);
    let title = move || figure.with(|plan| plan.headings.title.clone());
    let subtitle = move || figure.with(|plan| plan.headings.subtitle.clone());
    let source = move || figure.with(|plan| plan.headings.source.clone());
    view! {
        <figure class="compare-figure" aria-labelledby=labelled data-testid="compare-figure">
            <div class="section-head">
                <h3 id=id>{title}</h3>
                <ExportMenu id=format!("compare-export-{at}") picture=figure.picture() />
            </div>
            <p class="muted">{subtitle}</p>
            <SceneView compose=figure.scene() open=figure.open() current=figure.current() />
            <figcaption>
                <ul class="chart-notes">
                    {figure.notes()}
                </ul>
                <p class="chart-source">{source}</p>
            </figcaption>
            <TextTable cells=figure.cells() />
        </figure>
    }
}
