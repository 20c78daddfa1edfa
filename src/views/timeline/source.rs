//! What the parts of the timeline share: memos of the selection on lanes, and the playhead.

use leptos::prelude::*;

use crate::base::date::Day;
use crate::chart::TimelineSpec;
use crate::column::{Bitmap, Role};
use crate::plot::timeline::{self, LaneRows, Window, Windows};
use crate::state::Action;
use crate::ui::Explorer;

/// How many lanes are drawn at first.
pub(super) const FOREMOST: usize = 24;

/// A handle to the timeline's memos; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Source {
    explorer: Explorer,
    /// Key of the column lanes are made of.
    pub(super) column: Memo<String>,
    /// The days that can be shown and those that are; `None` where no row has a time.
    pub(super) windows: Memo<Option<Windows>>,
    /// The rows in the window, on their lanes.
    pub(super) lanes: Memo<Vec<LaneRows>>,
    /// Whether lanes beyond the foremost are drawn too.
    pub(super) every_lane: RwSignal<bool>,
    /// The chart without its playhead.
    pub(super) spec: Memo<TimelineSpec>,
    /// The day up to which figures are shown; all where `None`. Kept out of the link: it passes.
    pub(super) playhead: RwSignal<Option<Day>>,
}

impl Source {
    pub(super) fn new(explorer: Explorer) -> Self {
        let column = Memo::new(move |_| {
            let content = explorer.content();
            let column = explorer
                .options
                .with(|o| timeline::lane_column(&content.table, &o.lanes).map(|c| c.key.clone()));
            column.unwrap_or_default()
        });
        let windows = Memo::new(move |_| {
            let content = explorer.content();
            let key = time_key(explorer);
            let during = explorer.filter.with(|filter| filter.during(&key));
            let chosen = explorer.options.with(|o| o.window);
            explorer.rows.with(|rows| Windows::new(&content.table, rows, during, chosen))
        });
        let lanes = Memo::new(move |_| {
            let content = explorer.content();
            let Some(windows) = windows.get() else { return Vec::new() };
            let lang = explorer.lang.get();
            explorer.rows.with(|rows| {
                column
                    .with(|column| timeline::lanes(&content.table, rows, column, windows.now, lang))
            })
        });
        let every_lane = RwSignal::new(false);
        let spec = Memo::new(move |_| {
            let content = explorer.content();
            let Some(windows) = windows.get() else { return TimelineSpec::default() };
            let lang = explorer.lang.get();
            let lanes = lanes.with(|lanes| match every_lane.get() {
                true => lanes.clone(),
                false => timeline::foremost(lanes, FOREMOST),
            });
            timeline::spec(&content.data, &content.table, &lanes, windows.now, lang)
        });
        Self { explorer, column, windows, lanes, every_lane, spec, playhead: RwSignal::new(None) }
    }

    /// Zooms to a window.
    pub(super) fn zoom(&self, window: Window) {
        let chosen = self.windows.get_untracked().and_then(|w| w.chosen(window));
        self.explorer.act(Action::Zoom(chosen, false));
    }

    /// Filters to some days. The window then follows the filter.
    pub(super) fn filter_to(&self, (from, to): Window) {
        self.explorer.act(Action::Zoom(None, true));
        self.explorer.act(Action::During(time_key(self.explorer), Some(from), Some(to), false));
    }

    /// What the timeline shows, in words.
    pub(super) fn sentence(&self) -> String {
        let content = self.explorer.content();
        let key = self.column.get();
        let (Some(column), Some(windows)) = (content.table.column(&key), self.windows.get()) else {
            return String::new();
        };
        let selected = self.explorer.rows.with(Bitmap::count);
        let lang = self.explorer.lang.get();
        self.lanes.with(|lanes| {
            timeline::sentence(&content.table, lanes, column, windows.now, selected, lang)
        })
    }
}

fn time_key(explorer: Explorer) -> String {
    explorer.content().table.by_role(Role::Time).map(|c| c.key.clone()).unwrap_or_default()
}
