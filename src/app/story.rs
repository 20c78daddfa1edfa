//! Guided tours through the releases: a bar over the page that says a step and leads to the next. Those of the page's own
//! data are fetched when the first is opened; a data package that a reader opened came with its own.

use leptos::ev;
use leptos::prelude::*;

use crate::browser::package::LoadError;
use crate::browser::{document, task};
use crate::i18n::catalog::story as m;
use crate::model::schema::STORIES;
use crate::session::{Story, StoryPlan, StoryStep};
use crate::state::{Action, AppState, StoryPlace, read_link};
use crate::ui::{Explorer, Icon, late_table, use_explorer};

/// Id of the bar.
const BAR: &str = "story";

/// Opens the tour of the release that alone is looked at, else the first.
pub(super) fn open(explorer: Explorer) {
    task::spawn(async move {
        if bring(explorer).await.is_err() {
            return;
        }
        let state = explorer.state_untracked();
        let only = state.filter.values("source").filter(|ids| ids.len() == 1);
        let story = only.and_then(|ids| ids.iter().next().cloned()).unwrap_or_default();
        let lang = explorer.lang.get_untracked();
        explorer.fetch(Story { story, lang }, move |told| match told.flatten() {
            Some(plan) if plan.steps.is_empty() => {
                let first = Story { story: String::new(), lang };
                explorer.fetch(first, move |told| begin(explorer, told.flatten()));
            }
            told => begin(explorer, told),
        });
    });
}

/// Shows the first step, and leads the keyboard to the bar.
fn begin(explorer: Explorer, told: Option<StoryPlan>) {
    let Some(plan) = told else { return };
    go(explorer, &plan, 1);
    task::spawn(async {
        leptos::task::tick().await;
        document::focus(BAR);
    });
}

/// Brings the table of tours, where the page's own package has one that is not there yet.
async fn bring(explorer: Explorer) -> Result<(), LoadError> {
    let first = Story { story: String::new(), lang: explorer.lang.get_untracked() };
    if !explorer.is_of_page() || explorer.ask_now(&first).flatten().is_some() {
        return Ok(());
    }
    if let Some(table) = late_table(STORIES.name).await? {
        explorer.add_stories(&table);
    }
    Ok(())
}

/// Shows a step, counted from 1: what its link says, in the reader's own language and colours.
fn go(explorer: Explorer, plan: &StoryPlan, step: usize) {
    let Some(told) = plan.steps.get(step.wrapping_sub(1)) else { return };
    let now = explorer.state_untracked();
    let step = u32::try_from(step).unwrap_or(1);
    let state = now.dress(AppState {
        story: Some(StoryPlace { story: plan.id.clone(), step }),
        table: now.table.clone(),
        ..read_link(&told.link).0
    });
    if state != now {
        explorer.act(Action::Follow(Box::new(state)));
    }
}

/// Whether a state is nothing but a place in a story: a link that leaves it to the story what is shown.
fn is_bare(state: &AppState) -> bool {
    let bare = state.dress(AppState {
        story: state.story.clone(),
        table: state.table.clone(),
        ..AppState::default()
    });
    *state == bare
}

/// The tour in force and the step that is told; cheap to copy.
#[derive(Clone, Copy)]
struct Tour {
    explorer: Explorer,
    /// Whether the tours are there; nothing is asked before, and `false` is where they could not be had.
    ready: RwSignal<Option<bool>>,
    plan: Memo<Option<StoryPlan>>,
    /// Counted from 1.
    step: Memo<usize>,
    told: Memo<Option<StoryStep>>,
}

impl Tour {
    fn new(explorer: Explorer) -> Self {
        let place = Memo::new(move |_| explorer.state().story);
        let ready = RwSignal::new(None::<bool>);
        task::spawn(async move {
            let came = bring(explorer).await.is_ok();
            ready.try_set(Some(came));
        });
        let plan = explorer.ask(move || {
            let story = ready.get().filter(|came| *came).and_then(|_| place.get())?.story;
            Some(Story { story, lang: explorer.lang.get() })
        });
        let plan = Memo::new(move |_| plan.get().flatten());
        // A link may name a step beyond the last.
        let step = Memo::new(move |_| {
            let step = place.get().map_or(1, |p| p.step as usize);
            step.clamp(1, steps_of(plan).max(1))
        });
        let told = Memo::new(move |_| {
            plan.with(|p| p.as_ref().and_then(|p| p.steps.get(step.get() - 1).cloned()))
        });
        Self { explorer, ready, plan, step, told }
    }

    /// Number of steps; tracked.
    fn count(self) -> usize {
        steps_of(self.plan)
    }

    fn to(self, step: usize) {
        self.plan.with_untracked(|plan| {
            if let Some(plan) = plan {
                go(self.explorer, plan, step);
            }
        });
    }

    /// A step on, or back.
    fn turn(self, forward: bool) {
        let now = self.step.get_untracked();
        self.to(if forward { now + 1 } else { now - 1 });
    }

    /// Leads by a key, unless something else takes it.
    fn key(self, event: &ev::KeyboardEvent) {
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
        let elsewhere = self.explorer.selection.with_untracked(Option::is_some);
        if event.default_prevented() || modified || document::takes_keys() {
            return;
        }
        match event.key().as_str() {
            "ArrowRight" => self.turn(true),
            "ArrowLeft" => self.turn(false),
            // An open detail is closed first, wherever the focus is.
            "Escape" if !elsewhere => self.explorer.act(Action::LeaveStory),
            _ => return,
        }
        event.prevent_default();
    }

    /// What is said of the step, or why nothing is; tracked.
    fn said(self) -> String {
        let lang = self.explorer.lang.get();
        if self.ready.get() == Some(false) {
            return m::FAILED.get(lang).to_owned();
        }
        let Some(told) = self.told.get() else {
            let is_empty = self.ready.get().is_some();
            return if is_empty { m::NONE.get(lang).to_owned() } else { String::new() };
        };
        let (step, n) = (self.step.get().to_string(), self.count().to_string());
        m::SAID.fill(lang, &[("step", &step), ("n", &n), ("text", &told.text)])
    }

    /// Begins another tour.
    fn choose(self, story: String) {
        let lang = self.explorer.lang.get_untracked();
        let explorer = self.explorer;
        explorer.fetch(Story { story, lang }, move |told| {
            if let Some(plan) = told.flatten() {
                go(explorer, &plan, 1);
            }
        });
    }
}

fn steps_of(plan: Memo<Option<StoryPlan>>) -> usize {
    plan.with(|plan| plan.as_ref().map_or(0, |plan| plan.steps.len()))
}

/// The tours to choose from; tracked.
fn story_options(tour: Tour) -> impl IntoView {
    let plan = tour.plan.get().unwrap_or_default();
    let option = |(id, title): (String, String)| {
        let is_chosen = id == plan.id;
        view! { <option value=id selected=is_chosen>{title}</option> }
    };
    plan.stories.clone().into_iter().map(option).collect_view()
}

/// The step that is told, with the ways on, back and out.
#[component]
pub(super) fn StoryBar() -> impl IntoView {
    let explorer = use_explorer();
    let tour = Tour::new(explorer);
    let Tour { step, told, .. } = tour;
    Effect::new(move |_| {
        explorer.told.set(told.with(|t| t.as_ref().map(|t| t.key.clone())));
        if told.with(Option::is_some) && is_bare(&explorer.state_untracked()) {
            tour.to(step.get_untracked());
        }
    });
    let keys = window_event_listener(ev::keydown, move |event| tour.key(&event));
    on_cleanup(move || {
        keys.remove();
        explorer.told.try_set(None);
    });
    view! {
        <section id=BAR class="story" tabindex="-1" aria-label=explorer.t(m::LABEL) data-testid="story">
            <p class="story-text" role="status" data-testid="story-text">{move || tour.said()}</p>
            {move || told.get().map(|told| figure(explorer, told))}
            <div class="story-tools">
                <label>
                    <span class="visually-hidden">{explorer.t(m::CHOOSE)}</span>
                    <select data-testid="story-choose" on:change:target=move |ev| tour.choose(ev.target().value())>{move || story_options(tour)}</select>
                </label>
                <button type="button" data-testid="story-previous" aria-disabled=move || (step.get() == 1).to_string() on:click=move |_| tour.turn(false)>
                    <Icon icon=Icon::Back />
                    <span>{explorer.t(m::PREVIOUS)}</span>
                </button>
                <button type="button" data-testid="story-next" aria-disabled=move || (step.get() >= tour.count()).to_string() on:click=move |_| tour.turn(true)>
                    <span>{explorer.t(m::NEXT)}</span>
                    <Icon icon=Icon::Next />
                </button>
                <button type="button" class="quiet" data-testid="story-return" on:click=move |_| tour.to(step.get_untracked())>{explorer.t(m::RETURN)}</button>
                <button type="button" class="quiet" data-testid="story-leave" on:click=move |_| explorer.act(Action::LeaveStory)>{explorer.t(m::LEAVE)}</button>
                <span class="story-keys">{explorer.t(m::KEYS)}</span>
            </div>
        </section>
    }
}

/// The figure that a step is about; opens its detail.
fn figure(explorer: Explorer, told: StoryStep) -> impl IntoView {
    let StoryStep { key, name, figure, .. } = told;
    view! {
        <p class="story-figure">
            <button
                type="button"
                class="figure-button"
                data-testid="story-figure"
                title=explorer.t(m::SEE)
                on:click=move |_| explorer.act(Action::Open(key.clone()))
            >
                {figure}
            </button>
            <span class="muted">{name}</span>
        </p>
    }
}
