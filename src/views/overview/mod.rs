//! The overview: findings of published figures, what any other table comes to, and a card a topic.

mod card;
mod finding;
mod picture;
mod published;

use leptos::prelude::*;

use crate::i18n::catalog::overview as m;
use crate::plot::overview::{Fact, Finding, OverviewPlan};
use crate::session::Overview;
use crate::ui::components::{ExportMenu, Offers, PlanFigure, TextTable, kept, source_of_file};
use crate::ui::{SceneView, in_its_turn, late, use_explorer};
use crate::words::unbroken;
use card::CardView;
use finding::FindingView;
use picture::PictureView;
use published::{Money, PlaceSource, Promises, Silent};

/// What there is at a glance.
#[component]
pub fn OverviewView() -> impl IntoView {
    let may_begin = in_its_turn();
    move || may_begin.get().then(|| view! { <Whole /> }.into_any())
}

/// The overview from its findings to its foot.
#[component]
fn Whole() -> impl IntoView {
    let explorer = use_explorer();
    let options = explorer.chosen(|options| &options.overview);
    let plan = explorer.ask(move || {
        let (filter, options) = (explorer.drawn.get(), options.get());
        Some(Overview { filter, options, lang: explorer.lang.get() })
    });
    let plan = Memo::new(move |_| plan.get().unwrap_or_default());
    let by = Memo::new(move |_| plan.with(|p| p.by.clone()));
    let head = if explorer.is_published() {
        view! { <Findings plan=plan /> }.into_any()
    } else {
        late(move || view! { <Plain plan=plan /> }.into_any())
    };
    view! {
        <div class="overview" data-testid="overview">
            {head}
            <Show when=move || plan.with(|p| !p.cards.is_empty())>
                <section class="overview-part" aria-labelledby="by-domain">
                    <h2 id="by-domain">{move || by.get()}</h2>
                    <div class="cards">
                        {kept(move || plan.with(|p| p.cards.clone()), |card| view! { <CardView card=card /> }.into_any())}
                    </div>
                </section>
            </Show>
            {explorer.is_published().then(|| view! { <Foot plan=plan /> })}
        </div>
    }
}

/// The findings, under the name of the place where all are of one.
#[component]
fn Findings(plan: Memo<OverviewPlan>) -> impl IntoView {
    let explorer = use_explorer();
    let place = Memo::new(move |_| plan.with(|p| p.place.clone()));
    view! {
        {move || {
            place
                .get()
                .map(|place| view! { <h2 class="place-head" data-testid="place-head">{place.name}</h2> })
        }}
        <Show when=move || plan.with(|p| !p.findings.is_empty())>
            <section aria-labelledby="findings">
                <h2 id="findings" class="visually-hidden">{explorer.t(m::FINDINGS)}</h2>
                <div class="findings">
                    {kept(move || plan.with(|p| p.findings.clone()), |finding| view! { <FindingView finding=finding /> }.into_any())}
                </div>
            </section>
        </Show>
        // After the findings: on a phone the first figure stands high.
        {move || place.get().map(|place| view! { <PlaceSource place=*place /> })}
    }
}

/// Money, promises, what is not told, and how much there is.
#[component]
fn Foot(plan: Memo<OverviewPlan>) -> impl IntoView {
    let explorer = use_explorer();
    let money = Memo::new(move |_| plan.with(|p| p.money.clone()));
    let silent = Memo::new(move |_| plan.with(|p| p.place.as_ref().map(|p| p.silent.clone())));
    let topics = move || silent.get().filter(|topics| !topics.is_empty());
    let sentence = move || explorer.selected.with(|s| s.as_ref().map(|s| unbroken(&s.sentence)));
    view! {
        {move || money.get().map(|money| view! { <Money money=*money /> })}
        <Show when=move || plan.with(|p| !p.promised.is_empty())>
            <Promises plan=plan />
        </Show>
        {move || topics().map(|topics| view! { <Silent topics=topics /> })}
        <p class="overview-foot" data-testid="sentence">{sentence}</p>
    }
}

/// What any table comes to, and its foremost chart.
#[component]
fn Plain(plan: Memo<OverviewPlan>) -> impl IntoView {
    let explorer = use_explorer();
    let sentence = move || explorer.selected.with(|s| s.as_ref().map(|s| unbroken(&s.sentence)));
    let reached = Memo::new(move |_| plan.with(|p| p.findings.first().cloned()));
    view! {
        {move || reached.get().map(|finding| view! { <Reached finding=finding /> })}
        <section class="overview-largest">
            <Foremost plan=plan />
        </section>
        <Show when=move || plan.with(|p| !p.facts.is_empty())>
            <dl class="overview-facts" data-testid="facts">
                {kept(move || plan.with(|p| p.facts.clone()), |own| fact(own).into_any())}
            </dl>
        </Show>
        <p class="muted" data-testid="sentence">{sentence}</p>
    }
}

/// How many of the things that a table sets a target for reached it, with a dot for each.
#[component]
fn Reached(
    /// What is told, with its picture.
    finding: Finding,
) -> impl IntoView {
    let Finding { before, figure, after, picture, more, when, .. } = finding;
    let headline = unbroken(&[before, figure.to_string(), after].concat());
    let line = |text: String| (!text.is_empty()).then(|| view! { <p class="muted">{text}</p> });
    view! {
        <section class="overview-reached" data-testid="overview-reached">
            <h2 class="overview-headline">{headline}</h2>
            {line(when)}
            {picture.map(|picture| view! { <PictureView picture=picture /> })}
            {line(more)}
        </section>
    }
}

fn fact(fact: Fact) -> impl IntoView {
    let Fact { name, value, note, .. } = fact;
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

/// The foremost chart, under what it shows first. What must be known of it, and other charts, stand under it.
#[component]
fn Foremost(plan: Memo<OverviewPlan>) -> impl IntoView {
    let chart = Memo::new(move |_| plan.with(|p| p.chart.clone()));
    let explorer = use_explorer();
    let figure = PlanFigure::new(explorer, chart);
    let headline = move || figure.with(|plan| unbroken(plan.headline()));
    let about = move || figure.with(|plan| unbroken(&plan.about(explorer.lang.get())));
    let offers = Memo::new(move |_| figure.with(|plan| plan.offers.clone()));
    let only = move |offers| view! { <Offers offers=offers testid="overview-only" /> }.into_any();
    view! {
        <Show when=move || chart.with(Option::is_some)>
            <h2 class="overview-headline" data-testid="overview-headline">{headline}</h2>
            <p class="overview-about muted" data-testid="overview-about">{about}</p>
            <SceneView compose=figure.scene() open=figure.open() />
            <ul class="chart-notes" data-testid="overview-notes">{figure.notes()}</ul>
            {move || {
                let offers = offers.get();
                (!offers.is_empty()).then(|| late(move || only(offers)))
            }}
            <div class="overview-taken">
                <p class="chart-source muted">{move || source_of_file(explorer)}</p>
                <ExportMenu id="overview-export" picture=figure.picture() />
            </div>
            <TextTable cells=figure.cells() />
        </Show>
    }
}
