//! A card of one topic.

use leptos::prelude::*;

use crate::chart::{Size, progress};
use crate::plot::ChartFormat;
use crate::plot::overview::{CardPlan, Lead};
use crate::state::Action;
use crate::ui::components::FigureView;
use crate::ui::{DomainIcon, Explorer, SceneView, use_explorer};

/// Name, leading figures, stages, and the way to all of them.
#[component]
pub fn CardView(
    /// What it shows.
    card: CardPlan,
) -> impl IntoView {
    let explorer = use_explorer();
    let CardPlan { id, name, hue, signed, count, all, leads, strip, parts } = card;
    let strip = strip.map(|spec| {
        let title = name.clone();
        let draw = Callback::new(move |width: f64| {
            let format = ChartFormat { lang: explorer.lang.get(), unit: String::new() };
            let mut scene = progress(&spec, Size { width, height: Some(16.0) }, &format);
            scene.title.clone_from(&title);
            scene
        });
        let open = Callback::new(move |part: u32| {
            if let Some(action) = parts.get(part as usize).cloned().flatten() {
                explorer.act(action);
            }
        });
        view! { <SceneView compose=draw open=open /> }
    });
    let title = format!("card-{id}");
    let labelled = title.clone();
    view! {
        <article class="card" aria-labelledby=labelled data-testid=format!("topic-{id}")>
            <h3 id=title class="card-title">
                {signed.then(|| view! { <DomainIcon id=id.clone() hue=hue /> })}
                {name}
            </h3>
            <ul class="leads">{leads.into_iter().map(|l| lead(explorer, l)).collect_view()}</ul>
            {strip}
            <button type="button" class="quiet card-all" on:click=move |_| explorer.act_together(all.clone())>
                {count}
            </button>
        </article>
    }
}

/// A figure that leads the card; one that stands for a row opens it.
fn lead(explorer: Explorer, lead: Lead) -> impl IntoView {
    let Lead { key, figure, name, beside } = lead;
    let title = name.clone();
    let figure = match key {
        Some(key) => {
            let open = move |_| explorer.act(Action::Open(key.clone()));
            view! {
                <button type="button" class="figure-button" title=title on:click=open>
                    <FigureView figure=figure />
                </button>
            }
            .into_any()
        }
        None => view! { <FigureView figure=figure /> }.into_any(),
    };
    view! {
        <li>
            <span class="lead-figure">{figure}</span>
            <span class="lead-name">{name}</span>
            <span class="lead-beside">{beside}</span>
        </li>
    }
}
