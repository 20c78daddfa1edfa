//! The overview: what the selection comes to, by topic.

mod card;

use leptos::prelude::*;

use crate::plot::overview::{Fact, OverviewPlan};
use crate::session::Overview;
use crate::ui::components::{ExportMenu, Offers, PlanFigure, StageLegend, TextTable};
use crate::ui::{SceneView, late, use_explorer};
use card::CardView;

/// What the selection comes to, the foremost chart, and a card a topic.
#[component]
pub fn OverviewView() -> impl IntoView {
    let explorer = use_explorer();
    let plan = explorer
        .ask(move || Some(Overview { filter: explorer.drawn.get(), lang: explorer.lang.get() }));
    let plan = Memo::new(move |_| plan.get().unwrap_or_default());
    let facts = Memo::new(move |_| plan.with(|p| p.facts.clone()));
    let cards = Memo::new(move |_| plan.with(|p| p.cards.clone()));
    let by = Memo::new(move |_| plan.with(|p| p.by.clone()));
    let is_staged = Memo::new(move |_| plan.with(|p| p.staged));
    view! {
        <Show when=move || facts.with(|f| !f.is_empty())>
            <dl class="overview-facts" data-testid="facts">
                {move || facts.get().into_iter().map(fact).collect_view()}
            </dl>
        </Show>
        <section class="overview-largest">
            <Foremost plan=plan />
        </section>
        <Show when=move || cards.with(|c| !c.is_empty())>
            <section aria-labelledby="by-domain">
                <div class="section-head">
                    <h2 id="by-domain">{move || by.get()}</h2>
                    <Show when=move || is_staged.get()>
                        <StageLegend />
                    </Show>
                </div>
                <div class="cards">
                    {move || cards.get().into_iter().map(|card| view! { <CardView card=card /> }).collect_view()}
                </div>
            </section>
        </Show>
    }
}

fn fact(fact: Fact) -> impl IntoView {
    let Fact { name, value, note } = fact;
    view! {
        <div>
            <dt>{name}</dt>
            <dd>
                <span class="fact-value">{value}</span>
                <span class="muted">{note}</span>
            </dd>
        </div>
    }
}

/// The foremost chart.
#[component]
fn Foremost(plan: Memo<OverviewPlan>) -> impl IntoView {
    let chart = Memo::new(move |_| plan.with(|p| p.chart.clone()));
    let figure = PlanFigure::new(use_explorer(), chart);
    let title = move || figure.with(|plan| plan.headings.title.clone());
    let notes = move || {
        figure.with(|plan| {
            let subtitle = Some(&plan.headings.subtitle).filter(|subtitle| !subtitle.is_empty());
            subtitle.into_iter().chain(&plan.notes).cloned().collect::<Vec<String>>()
        })
    };
    let offers = Memo::new(move |_| figure.with(|plan| plan.offers.clone()));
    let only = move |offers| view! { <Offers offers=offers testid="overview-only" /> }.into_any();
    view! {
        <Show when=move || chart.with(Option::is_some)>
            <div class="section-head">
                <h2>{title}</h2>
                <ExportMenu id="overview-export" picture=figure.picture() />
            </div>
            {move || notes().into_iter().map(|note| view! { <p class="muted">{note}</p> }).collect_view()}
            {move || {
                let offers = offers.get();
                (!offers.is_empty()).then(|| late(move || only(offers)))
            }}
            <SceneView compose=figure.scene() open=figure.open() />
            <TextTable cells=figure.cells() />
        </Show>
    }
}
