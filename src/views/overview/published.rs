//! The overview of published figures below its findings: where the money goes, what was promised, one place.

use leptos::prelude::*;

use super::picture::PictureView;
use crate::chart::{Furniture, Size, quantity};
use crate::i18n::catalog::overview as m;
use crate::plot::ChartFormat;
use crate::plot::overview::{MoneyPlan, OverviewPlan, PlacePlan, Promised};
use crate::state::{Action, AppState, MoneySpan, StoryPlace, View};
use crate::ui::components::{ExportMenu, ScenePicture, in_care, kept, source_of_selection};
use crate::ui::{Explorer, use_explorer};

/// The releases of the one place, and the tour through them.
#[component]
pub(super) fn PlaceSource(
    /// The place.
    place: PlacePlan,
) -> impl IntoView {
    let explorer = use_explorer();
    let PlacePlan { releases, tour, .. } = place;
    let has_tours = explorer.is_of_page() || explorer.head().has_tours;
    let link = move || {
        let story = Some(StoryPlace { story: tour.clone(), step: 1 });
        let state = explorer.linked().dress(AppState { story, ..AppState::default() });
        Explorer::link_to(&state)
    };
    view! {
        <div class="place-source" data-testid="place-source">
            {releases.into_iter().map(|release| view! { <p class="muted">{release}</p> }).collect_view()}
            {has_tours.then(|| view! { <p><a href=link>{explorer.t(m::TOUR)}</a></p> })}
        </div>
    }
}

/// The largest sums, of one year or of several.
#[component]
pub(super) fn Money(
    /// What is shown.
    money: MoneyPlan,
) -> impl IntoView {
    let explorer = use_explorer();
    let MoneyPlan { span, has_both, picture } = money;
    let spec = picture.spec.clone();
    let taken = ScenePicture::new(move |width| {
        let lang = explorer.lang.get();
        let format = ChartFormat { lang, unit: String::new() };
        let around = Furniture {
            title: spec.title.clone(),
            notes: vec![m::MONEY_NOTE.get(lang).to_owned()],
            source: source_of_selection(explorer),
            ..Furniture::default()
        };
        Some((quantity(&spec, Size::wide(width), &format), around))
    });
    let choice = |(own, name)| {
        view! {
            <button
                type="button"
                data-testid=format!("money-{}", MoneySpan::id(own))
                aria-pressed=(own == span).to_string()
                on:click=move |_| explorer.change(|o| o.overview.money = own)
            >
                {explorer.t(name)}
            </button>
        }
    };
    let choices = [(MoneySpan::Year, m::MONEY_YEAR), (MoneySpan::Total, m::MONEY_TOTAL)];
    view! {
        <section class="overview-part" aria-labelledby="money" data-testid="money">
            <div class="section-head">
                <h2 id="money">{explorer.t(m::MONEY)}</h2>
                {has_both
                    .then(|| {
                        view! {
                            <div class="overview-choice" role="group" aria-label=explorer.t(m::MONEY_SPAN)>
                                {choices.map(choice).into_iter().collect_view()}
                            </div>
                        }
                    })}
                <ExportMenu id="overview-export" picture=taken />
            </div>
            <p class="muted">{explorer.t(m::MONEY_NOTE)}</p>
            <div class="overview-bars"><PictureView picture=picture /></div>
        </section>
    }
}

/// What releases promise in print.
#[component]
pub(super) fn Promises(
    /// The overview.
    plan: Memo<OverviewPlan>,
) -> impl IntoView {
    let explorer = use_explorer();
    let all = move || explorer.link_after(Action::Show(View::Ledger));
    view! {
        <section class="overview-part" aria-labelledby="promised" data-testid="promised">
            <h2 id="promised">{explorer.t(m::PROMISED)}</h2>
            <p class="muted">{explorer.t(m::PROMISED_NOTE)}</p>
            <ul class="promised">{kept(move || plan.with(|p| p.promised.clone()), move |p| promise(explorer, p).into_any())}</ul>
            <a class="overview-more" href=all>{explorer.t(m::ALL_PROMISES)}</a>
        </section>
    }
}

fn promise(explorer: Explorer, promised: Promised) -> impl IntoView {
    let Promised { name, beside, told, picture, key } = promised;
    let aids = in_care(explorer, &key);
    view! {
        <li>
            <h3>
                <button type="button" class="figure-button" on:click=move |_| explorer.act(Action::Open(key.clone()))>{name}</button>
            </h3>
            <p class="muted">{beside}</p>
            {(!told.is_empty()).then(|| view! { <p>{told}</p> })}
            {picture.map(|picture| view! { <PictureView picture=picture /> })}
            {aids}
        </li>
    }
}

/// Topics that the place's releases say nothing of.
#[component]
pub(super) fn Silent(
    /// Their names, and what leads to those of other places.
    topics: Vec<(String, Vec<Action>)>,
) -> impl IntoView {
    let explorer = use_explorer();
    let topic = |(name, steps): (String, Vec<Action>)| {
        let label = move || m::ELSEWHERE.fill(explorer.lang.get(), &[("name", &name)]);
        view! {
            <li>
                <button type="button" on:click=move |_| explorer.act_together(steps.clone())>{label}</button>
            </li>
        }
    };
    view! {
        <section class="overview-part" aria-labelledby="silent" data-testid="silent">
            <h2 id="silent">{explorer.t(m::SILENT)}</h2>
            <p class="muted">{explorer.t(m::SILENT_NOTE)}</p>
            <ul class="overview-silent">{topics.into_iter().map(topic).collect_view()}</ul>
        </section>
    }
}
