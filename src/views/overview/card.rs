//! A card of one topic.

use leptos::prelude::*;

use super::picture::PictureView;
use crate::plot::overview::{CardPlan, Lead};
use crate::state::Action;
use crate::ui::components::{FigureView, in_care};
use crate::ui::{DomainIcon, Explorer, use_explorer};

/// Name, leading figures, and the way to all of them.
#[component]
pub fn CardView(
    /// What it shows.
    card: CardPlan,
) -> impl IntoView {
    let explorer = use_explorer();
    let CardPlan { id, name, hue, sign, count, all, leads } = card;
    let title = format!("card-{id}");
    let labelled = title.clone();
    // "All 12" by itself says not of what.
    let every = format!("{title}-all");
    let every_of = format!("{every} {title}");
    view! {
        <article class="card" aria-labelledby=labelled data-testid=format!("topic-{id}")>
            <div class="card-head">
                <h3 id=title class="card-title">
                    {(!sign.is_empty()).then(|| view! { <DomainIcon id=sign hue=hue /> })}
                    {name}
                </h3>
                <button
                    type="button"
                    id=every
                    class="quiet card-all"
                    aria-labelledby=every_of
                    on:click=move |_| explorer.act_together(all.clone())
                >
                    {count}
                </button>
            </div>
            <ul class="leads">{leads.into_iter().map(|l| lead(explorer, l)).collect_view()}</ul>
            {in_care(explorer, "")}
        </article>
    }
}

/// A figure that leads the card; one that stands for a row opens it.
fn lead(explorer: Explorer, lead: Lead) -> impl IntoView {
    let Lead { key, figure, name, beside, picture } = lead;
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
            <span class="lead-name">{name}</span>
            <span class="lead-figure">{figure}</span>
            {picture.map(|picture| view! { <PictureView picture=picture /> })}
            <span class="lead-beside">{beside}</span>
        </li>
    }
}
