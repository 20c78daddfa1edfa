//! What the parts of the timeline share: the plan of the selection over time, and the playhead.

use leptos::prelude::*;

use crate::base::date::Day;
use crate::column::Role;
use crate::plot::timeline::{TimelinePlan, Window, Windows};
use crate::session;
use crate::state::Action;
use crate::ui::Explorer;

/// How many lanes are drawn at first.
pub(super) const FOREMOST: usize = 24;

/// A handle to the timeline's plan; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Source {
    explorer: Explorer,
    /// What is there over time; `None` where no row has a time.
    pub(super) plan: Memo<Option<TimelinePlan>>,
    /// Whether an answer has come at all.
    pub(super) is_known: Memo<bool>,
    /// The days that can be shown and those that are.
    pub(super) windows: Memo<Option<Windows>>,
    /// Whether lanes beyond the foremost are drawn too.
    pub(super) every_lane: RwSignal<bool>,
    /// The day up to which figures are shown; all where `None`. Kept out of the link: it passes.
    pub(super) playhead: RwSignal<Option<Day>>,
}

impl Source {
    pub(super) fn new(explorer: Explorer) -> Self {
        let every_lane = RwSignal::new(false);
        let (options, chart) = (explorer.chosen(|o| &o.timeline), explorer.chosen(|o| &o.chart));
        let asked = explorer.ask(move || {
            Some(session::Timeline {
                filter: explorer.drawn.get(),
                options: options.get(),
                chart: chart.get(),
                most: (!every_lane.get()).then_some(FOREMOST),
                lang: explorer.lang.get(),
            })
        });
        let plan = Memo::new(move |_| asked.get().flatten());
        Self {
            explorer,
            plan,
            is_known: Memo::new(move |_| asked.with(Option::is_some)),
            windows: Memo::new(move |_| plan.with(|p| p.as_ref().map(|p| p.windows))),
            every_lane,
            playhead: RwSignal::new(None),
        }
    }

    /// Asks the plan; `None` where there is none. Tracked.
    pub(super) fn with<T>(&self, ask: impl FnOnce(&TimelinePlan) -> T) -> Option<T> {
        self.plan.with(|plan| plan.as_ref().map(ask))
    }

    /// How many figures have ended by a day, of those on lanes; tracked.
    pub(super) fn reached(&self, day: Day) -> usize {
        self.with(|plan| plan.reached(day)).unwrap_or_default()
    }

    /// What the year played last adds, in words; tracked.
    pub(super) fn added(&self, day: Day) -> String {
        self.with(|plan| plan.added(day).to_owned()).unwrap_or_default()
    }

    /// Zooms to a window.
    pub(super) fn zoom(&self, window: Window) {
        let chosen = self.windows.get_untracked().and_then(|w| w.chosen(window));
        self.explorer.change(|o| o.timeline.window = chosen.filter(|(from, to)| from < to));
    }

    /// Filters to some days. The window then follows the filter.
    pub(super) fn filter_to(&self, (from, to): Window) {
        self.explorer.change_on(true, |o| o.timeline.window = None);
        let table = self.explorer.table();
        let key = table.by_role(Role::Time).map(|c| c.key.clone()).unwrap_or_default();
        self.explorer.act(Action::During(key, Some(from), Some(to), false));
    }
}

/// What the timeline shows, for its parts.
pub(super) fn use_source() -> Source {
    // Provided by the timeline's root, above every component that calls this.
    expect_context::<Source>()
}
