//! A step of a guided tour: a headline with its one figure, the way to that figure's detail, and what turns the steps.

use leptos::ev;
use leptos::prelude::*;

use super::{STEP, Tour, is_bare, reveal_mark};
use crate::browser::{document, media};
use crate::chart::{Size, quantity};
use crate::i18n::catalog::story as m;
use crate::plot::ChartFormat;
use crate::plot::overview::Picture;
use crate::session::StoryStep;
use crate::state::Action;
use crate::ui::components::in_care;
use crate::ui::{Explorer, Icon, SceneView, focus, use_explorer};

/// The step that is told, over the view that shows it, with the ways on, back and out. Style sheets put the controls of
/// page and view away meanwhile.
#[component]
pub fn StoryScreen() -> impl IntoView {
    let explorer = use_explorer();
    let tour = Tour::new(explorer);
    let Tour { step, told, .. } = tour;
    Effect::new(move |_| {
        explorer.told.set(told.with(|t| t.as_ref().map(|t| t.key.clone())));
        if told.with(Option::is_none) {
            return;
        }
        if is_bare(&explorer.state_untracked()) {
            tour.to(step.get_untracked());
        }
        reveal_mark();
    });
    // What the reader scrolls is the root element, which style sheets cannot know by what it holds at no cost.
    document::set_root_attribute("data-story", "1");
    let keys = window_event_listener(ev::keydown, move |event| tour.key(&event));
    let opener = StoredValue::new_local(document::focused());
    on_cleanup(move || {
        keys.remove();
        document::set_root_attribute("data-story", "0");
        explorer.told.try_set(None);
        let opener = opener.try_update_value(Option::take).flatten();
        focus::give_back_when_drawn(opener);
    });
    view! {
        <section id=STEP class="story" tabindex="-1" aria-label=explorer.t(m::LABEL) data-testid="story">
            <button type="button" class="quiet story-leave" data-testid="story-leave" title=explorer.t(m::KEYS) on:click=move |_| explorer.leave_story()>
                <span>{explorer.t(m::LEAVE)}</span>
                <Icon icon=Icon::Close />
            </button>
            {move || told.get().map(|told| figure(explorer, &told))}
            <div role="status">
                {move || told.get().map(|told| headline(&told))}
                {in_care(explorer, "")}
                {move || tour.untold().map(|why| view! { <p data-testid="story-text">{why}</p> })}
            </div>
            <Elsewhere tour=tour />
            <Turning tour=tour />
        </section>
        {move || told.get().and_then(|told| pictured(tour, told))}
    }
}

/// How high a picture may be in the window, in px: beside the headline, or under it, where the choice of another tour
/// stands as well once this one has been told.
fn stage_height(is_narrow: bool, is_last: bool) -> f64 {
    let around = match (is_narrow, is_last) {
        (false, _) => 260.0,
        (true, false) => 370.0,
        (true, true) => 496.0,
    };
    (media::window_height() - around).max(160.0)
}

/// The picture made for the step, in the place of the view, with what must be known of it.
fn pictured(tour: Tour, told: StoryStep) -> Option<impl IntoView> {
    let explorer = tour.explorer;
    let Picture { spec, keys } = told.picture?;
    let draw = Callback::new(move |width: f64| {
        let format = ChartFormat { lang: explorer.lang.get(), unit: String::new() };
        let room = stage_height(explorer.narrow.get(), tour.is_last());
        let height = room / explorer.magnified();
        quantity(&spec, Size { width, height: Some(height) }, &format)
    });
    let open = Callback::new(move |part: u32| {
        if let Some(key) = keys.get(part as usize) {
            explorer.act(Action::Open(key.clone()));
        }
    });
    let note = |note: String| view! { <p>{note}</p> };
    Some(view! {
        // The view is put away, so that this is what the page is about.
        <div class="story-picture" role="main" data-testid="story-picture">
            <SceneView compose=draw open=open />
            <div class="story-notes">{told.notes.into_iter().map(note).collect_view()}</div>
        </div>
    })
}

/// What a step says, its figure set off.
fn headline(told: &StoryStep) -> impl IntoView + use<> {
    let [before, figure, after] = told.parts().map(str::to_owned);
    let figure = (!figure.is_empty()).then(|| view! { <strong>{figure}</strong> });
    view! { <h2 class="story-text" data-testid="story-text">{before}{figure}{after}</h2> }
}

/// What the figure of a step measures, and when; opens its detail.
fn figure(explorer: Explorer, told: &StoryStep) -> impl IntoView + use<> {
    let (key, name) = (told.key.clone(), told.name.clone());
    view! {
        <button
            type="button"
            class="link story-figure"
            data-testid="story-figure"
            title=explorer.t(m::SEE)
            on:click=move |_| explorer.act(Action::Open(key.clone()))
        >
            {name}
        </button>
    }
}

/// The way back to the step for who has strayed from it, and at the end of a tour the others.
#[component]
fn Elsewhere(
    /// The tour.
    tour: Tour,
) -> impl IntoView {
    let explorer = tour.explorer;
    let has_strayed = Memo::new(move |_| tour.has_strayed());
    let others = move || {
        let plan = tour.plan.get().filter(|plan| plan.stories.len() > 1 && tour.is_last())?;
        let option = |(id, title): (String, String)| {
            let is_chosen = id == plan.id;
            view! { <option value=id selected=is_chosen>{title}</option> }
        };
        let options = plan.stories.iter().cloned().map(option).collect_view();
        Some(view! {
            <label class="story-others">
                <span>{explorer.t(m::CHOOSE)}</span>
                <select data-testid="story-choose" on:change:target=move |ev| tour.choose(ev.target().value())>{options}</select>
            </label>
        })
    };
    view! {
        {move || {
            has_strayed
                .get()
                .then(|| {
                    view! {
                        <button type="button" data-testid="story-return" on:click=move |_| tour.to(tour.step.get_untracked())>
                            {explorer.t(m::RETURN)}
                        </button>
                    }
                })
        }}
        {others}
    }
}

/// The steps before and after, at the thumb.
#[component]
fn Turning(
    /// The tour.
    tour: Tour,
) -> impl IntoView {
    let explorer = tour.explorer;
    let is_first = move || (tour.step.get() == 1).to_string();
    let is_last = move || tour.is_last().to_string();
    view! {
        <div class="story-turning">
            <button type="button" data-testid="story-previous" aria-disabled=is_first on:click=move |_| tour.turn(false)>
                <Icon icon=Icon::Back />
                <span>{explorer.t(m::PREVIOUS)}</span>
            </button>
            <span data-testid="story-step">{move || tour.counted()}</span>
            <button type="button" data-testid="story-next" aria-disabled=is_last on:click=move |_| tour.turn(true)>
                <span>{explorer.t(m::NEXT)}</span>
                <Icon icon=Icon::Next />
            </button>
        </div>
    }
}
