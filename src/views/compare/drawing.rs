//! A chart of the comparison with its title, notes, sources and table.

use leptos::prelude::*;

use crate::chart::{Scene, Size, compose};
use crate::plot::ChartFormat;
use crate::plot::chart::Plan;
use crate::ui::components::{Cells, TextTable};
use crate::ui::{SceneView, use_explorer};

/// A plan, drawn.
#[component]
pub(super) fn Drawing(
    /// What to draw.
    plan: Memo<Plan>,
    /// Which of the view's charts it is.
    at: usize,
) -> impl IntoView {
    let explorer = use_explorer();
    let id = format!("compare-chart-{at}");
    let labelled = id.clone();
    let draw = move |width: f64| -> Scene {
        let format = ChartFormat { lang: explorer.lang.get(), unit: String::new() };
        plan.with(|plan| {
            let mut scene = compose(&plan.spec, Size::wide(width), &format);
            scene.title.clone_from(&plan.headings.title);
            scene
        })
    };
    let open = move |datum: u32| {
        let target = plan.with(|plan| plan.targets.get(datum as usize).cloned().flatten());
        if let Some(action) = target {
            explorer.act(action);
        }
    };
    let current = Signal::derive(move || {
        let key = explorer.selection.get()?;
        plan.with(|plan| plan.datum_of(&key))
    });
    let cells = Signal::derive(move || {
        plan.with(|plan| Cells {
            caption: plan.headings.title.clone(),
            header: plan.listing.header.clone(),
            rows: plan.listing.rows.clone(),
        })
    });
    let title = move || plan.with(|plan| plan.headings.title.clone());
    let subtitle = move || plan.with(|plan| plan.headings.subtitle.clone());
    let source = move || plan.with(|plan| plan.headings.source.clone());
    let notes = move || plan.with(|plan| plan.notes.clone());
    view! {
        <figure class="compare-figure" aria-labelledby=labelled data-testid="compare-figure">
            <h3 id=id>{title}</h3>
            <p class="muted">{subtitle}</p>
            <SceneView compose=Callback::new(draw) open=Callback::new(open) current=current />
            <figcaption>
                <ul class="chart-notes">
                    {move || notes().into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}
                </ul>
                <p class="chart-source">{source}</p>
            </figcaption>
            <TextTable cells=cells />
        </figure>
    }
}
