//! The overview: what the selection comes to, by topic.

mod card;

use leptos::prelude::*;

use crate::chart::{Scene, Size, compose};
use crate::plot::ChartFormat;
use crate::plot::chart::Offer;
use crate::plot::overview::{Fact, OverviewPlan};
use crate::session::Overview;
use crate::ui::components::{Cells, ExportMenu, ScenePicture, StageLegend, TextTable, around};
use crate::ui::{Explorer, SceneView, late, use_explorer};
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
    let explorer = use_explorer();
    let chart = Memo::new(move |_| plan.with(|p| p.chart.clone()));
    let title = move || chart.with(|c| c.as_ref().map(|c| c.headings.title.clone()));
    let notes = move || {
        chart
            .with(|c| {
                let (subtitle, notes) = c.as_ref().map(|c| (&c.headings.subtitle, &c.notes))?;
                let subtitle = (!subtitle.is_empty()).then(|| subtitle.clone());
                Some(subtitle.into_iter().chain(notes.iter().cloned()).collect::<Vec<String>>())
            })
            .unwrap_or_default()
    };
    let offers = Memo::new(move |_| {
        chart.with(|c| c.as_ref().map(|c| c.offers.clone()).unwrap_or_default())
    });
    let draw = Callback::new(move |width: f64| {
        let format = ChartFormat { lang: explorer.lang.get(), unit: String::new() };
        chart.with(|chart| match chart {
            // The heading is the page's own.
            Some(plan) => {
                let mut scene = compose(&plan.spec, Size::wide(width), &format);
                scene.title.clone_from(&plan.headings.title);
                scene.description = plan.description(&scene.description, format.lang);
                scene
            }
            None => Scene::default(),
        })
    });
    let picture = ScenePicture::new(move |width| {
        Some((draw.run(width), chart.with(|c| c.as_ref().map(|plan| around(explorer, plan)))?))
    });
    let open = Callback::new(move |datum: u32| {
        let target = chart.with(|c| c.as_ref()?.targets.get(datum as usize).cloned().flatten());
        if let Some(action) = target {
            explorer.act(action);
        }
    });
    let cells = Signal::derive(move || {
        chart.with(|chart| match chart {
            Some(plan) => Cells {
                caption: plan.headings.title.clone(),
                header: plan.listing.header.clone(),
                rows: plan.listing.rows.clone(),
            },
            None => Cells::default(),
        })
    });
    view! {
        <Show when=move || chart.with(Option::is_some)>
            <div class="section-head">
                <h2>{title}</h2>
                <ExportMenu id="overview-export" picture=picture />
            </div>
            {move || notes().into_iter().map(|note| view! { <p class="muted">{note}</p> }).collect_view()}
            {move || {
                let offers = offers.get();
                (!offers.is_empty()).then(|| late(move || only(explorer, offers)))
            }}
            <SceneView compose=draw open=open />
            <TextTable cells=cells />
        </Show>
    }
}

/// What limits the selection to rows that can be taken together.
fn only(explorer: Explorer, offers: Vec<Offer>) -> AnyView {
    let button = move |offer: Offer| {
        let Offer { label, actions } = offer;
        view! {
            <li>
                <button type="button" data-testid="overview-only" on:click=move |_| explorer.act_together(actions.clone())>
                    {label}
                </button>
            </li>
        }
    };
    view! {
        <div class="chart-offers">
            <ul>{offers.into_iter().map(button).collect_view()}</ul>
        </div>
    }
    .into_any()
}
