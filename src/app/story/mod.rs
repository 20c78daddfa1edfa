//! Guided tours through the releases: a step is a headline over the picture that it is about, with the ways on, back and
//! out. Those of the page's own data are fetched when the first is opened; a data package that a reader opened came with
//! its own.

mod screen;

use leptos::ev;
use leptos::prelude::*;

use crate::browser::package::LoadError;
use crate::browser::{document, task};
use crate::i18n::catalog::story as m;
use crate::model::schema::STORIES;
use crate::session::{Story, StoryPlan, StoryStep};
use crate::state::{Action, AppState, StoryPlace, read_link};
use crate::ui::{Explorer, late_table};

pub(super) use screen::StoryScreen;

/// Id of what a step says.
const STEP: &str = "story";
/// The mark of the figure that is told of, in the picture made for it or in that of the view.
const MARK: &str = ".story-picture .mark, body:not(:has(.story-picture)) .mark-current";

/// Opens the tour of the release that alone is looked at, else the first.
pub(super) fn open(explorer: Explorer) {
    task::spawn(async move {
        if bring(explorer).await.is_err() || !explorer.stands() {
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

/// Shows the first step, and leads the keyboard to it.
fn begin(explorer: Explorer, told: Option<StoryPlan>) {
    let Some(plan) = told else { return };
    go(explorer, &plan, 1);
    task::spawn(async {
        leptos::task::tick().await;
        document::focus_in_place(STEP);
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

/// Shows a step, counted from 1.
fn go(explorer: Explorer, plan: &StoryPlan, step: usize) {
    let now = explorer.state_untracked();
    if let Some(state) = shown_at(&now, plan, step).filter(|state| *state != now) {
        explorer.act(Action::Follow(Box::new(state)));
    }
}

/// What a step shows: what its link says, in the reader's own language and colours.
fn shown_at(now: &AppState, plan: &StoryPlan, step: usize) -> Option<AppState> {
    let told = plan.steps.get(step.wrapping_sub(1))?;
    let step = u32::try_from(step).ok()?;
    Some(now.dress(AppState {
        story: Some(StoryPlace { story: plan.id.clone(), step }),
        table: now.table.clone(),
        ..read_link(&told.link).0
    }))
}

/// Brings the mark that is told of into sight, once the view is drawn. Pictures are drawn after the page is laid out.
fn reveal_mark() {
    task::after_paint(|| {
        document::reveal_middle(MARK);
        task::after_paint(|| document::reveal_middle(MARK));
    });
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
        let place = explorer.story;
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
            "Escape" if !elsewhere => self.explorer.leave_story(),
            _ => return,
        }
        event.prevent_default();
    }

    /// Why no step is told; tracked.
    fn untold(self) -> Option<&'static str> {
        let lang = self.explorer.lang.get();
        match self.ready.get()? {
            false => Some(m::FAILED.get(lang)),
            true => self.told.with(Option::is_none).then(|| m::NONE.get(lang)),
        }
    }

    /// Which step it is, once it is known of how many; tracked.
    fn counted(self) -> String {
        if self.count() == 0 {
            return String::new();
        }
        let (step, n) = (self.step.get().to_string(), self.count().to_string());
        m::STEP.fill(self.explorer.lang.get(), &[("step", &step), ("n", &n)])
    }

    fn is_last(self) -> bool {
        self.step.get() >= self.count()
    }

    /// Whether the reader has gone from what the step shows, but for a detail that is open; tracked.
    fn has_strayed(self) -> bool {
        let mut now = self.explorer.state();
        now.selection = None;
        let shown = |plan: &StoryPlan| shown_at(&now, plan, self.step.get());
        self.plan.with(|plan| plan.as_ref().and_then(shown)).is_some_and(|shown| shown != now)
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
