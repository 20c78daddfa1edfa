//! What a reader can do, in a reader's words.

use serde::{Deserialize, Serialize};

use super::app::{AppState, Theme, TypeSize, View};
use super::options::{ChartOptions, CompareOptions, Options};
use crate::base::date::Day;
use crate::base::lang::Lang;
use crate::query::{Clause, Filter};

/// One step of a reader.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Action {
    /// Choose a value of a column, or let it go.
    Toggle(String, String),
    /// Choose exactly this value of a column.
    Choose(String, String),
    /// Choose several values of several columns at once, keeping the other clauses: a drill-down.
    Narrow(Vec<(String, String)>),
    /// Filter a column by days; the last field tells whether the reader is still dragging.
    During(String, Option<Day>, Option<Day>, bool),
    /// Filter a measure by its numbers; the last field tells whether the reader is still dragging.
    Within(String, Option<f64>, Option<f64>, bool),
    /// Filter by free text.
    Find(String),
    /// Lift a column's filter.
    Lift(String),
    /// Lift every filter.
    LiftAll,
    /// Open a view.
    Show(View),
    /// Open a row's detail.
    Open(String),
    /// Close the detail.
    Close,
    /// Choose the language.
    Speak(Lang),
    /// Choose the theme.
    Dress(Theme),
    /// Choose the size of type.
    Size(TypeSize),
    /// Turn care mode on or off.
    Care(bool),
    /// Take over options of the views; the last field tells whether the reader is still dragging or typing.
    Options(Box<Options>, bool),
    /// Take over those of the chart, which a plan offers.
    Chart(Box<ChartOptions>),
    /// Take over those of the comparison, which a plan offers.
    Compare(Box<CompareOptions>),
    /// Leave the story, and stay where it has led.
    LeaveStory,
    /// Take over what a link says.
    Follow(Box<AppState>),
}

impl Action {
    /// The step that changes options of the chart.
    #[must_use]
    pub fn chart(options: &ChartOptions, change: impl FnOnce(&mut ChartOptions)) -> Self {
        let mut options = options.clone();
        change(&mut options);
        Self::Chart(Box::new(options))
    }

    /// The step that changes options of the comparison.
    #[must_use]
    pub fn compare(options: &CompareOptions, change: impl FnOnce(&mut CompareOptions)) -> Self {
        let mut options = options.clone();
        change(&mut options);
        Self::Compare(Box::new(options))
    }

    /// Whether the step is one of a gesture that goes on: of a drag, or of typing.
    #[must_use]
    pub const fn passing(&self) -> bool {
        match self {
            Self::During(_, _, _, dragging)
            | Self::Within(_, _, _, dragging)
            | Self::Options(_, dragging) => *dragging,
            Self::Find(_) => true,
            _ => false,
        }
    }
}

impl AppState {
    /// Carries the action out.
    pub fn apply(&mut self, action: Action) {
        match action {
            Action::Show(view) => self.view = view,
            other => self.choose(other),
        }
    }

    #[inline(never)] // Not in the first view, which only links to the others.
    fn choose(&mut self, action: Action) {
        match action {
            Action::Toggle(column, value) => self.filter.toggle(&column, &value),
            Action::Choose(column, value) => {
                self.filter.set(&column, Clause::AnyOf([value].into()));
            }
            Action::Narrow(values) => {
                for (column, value) in values {
                    self.filter.set(&column, Clause::AnyOf([value].into()));
                }
            }
            Action::During(column, from, to, _) => {
                let (from, to) = match (from, to) {
                    (Some(a), Some(b)) if a > b => (Some(b), Some(a)),
                    ends => ends,
                };
                self.filter.set(&column, Clause::During(from, to));
            }
            Action::Within(column, from, to, _) => {
                let (from, to) = (from.unwrap_or(f64::NEG_INFINITY), to.unwrap_or(f64::INFINITY));
                self.filter.set(&column, Clause::Between(from.min(to), from.max(to)));
            }
            Action::Find(text) => self.filter.set(Filter::TEXT, Clause::Text(text)),
            Action::Lift(column) => self.filter.clear(&column),
            Action::LiftAll => self.filter = Filter::default(),
            Action::Show(view) => self.view = view,
            Action::Open(key) => self.selection = Some(key),
            Action::Close => self.selection = None,
            Action::Speak(lang) => self.lang = Some(lang),
            Action::Dress(theme) => self.theme = theme,
            Action::Size(size) => self.type_size = size,
            Action::Care(care) => self.care = care,
            Action::Options(options, _) => self.options = *options,
            Action::Chart(options) => self.options.chart = *options,
            Action::Compare(options) => self.options.compare = *options,
            Action::LeaveStory => self.story = None,
            Action::Follow(state) => *self = *state,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn toggling_twice_leaves_no_clause() {
        let mut state = AppState::default();
        let toggle = Action::Toggle("place".into(), "weihai".into());
        state.apply(toggle.clone());
        assert!(state.filter.values("place").is_some());
        state.apply(toggle);
        assert_eq!(state, AppState::default());
    }

    #[test]
    fn care_mode_has_the_largest_type_keeps_what_was_chosen_and_is_kept_elsewhere() {
        let mut state = AppState::default();
        state.apply(Action::Size(TypeSize::Large));
        state.apply(Action::Care(true));
        assert_eq!(state.type_size(), TypeSize::Largest);
        assert!(state.dress(AppState::default()).care);
        state.apply(Action::Care(false));
        assert_eq!(state.type_size(), TypeSize::Large);
    }

    #[test]
    fn days_the_wrong_way_round_are_turned() {
        let mut state = AppState::default();
        state.apply(Action::During("time".into(), Some(9), Some(3), false));
        assert_eq!(state.filter.during("time"), (Some(3), Some(9)));
    }

    #[test]
    fn filters_survive_a_change_of_view_and_language() {
        let mut state = AppState::default();
        state.apply(Action::Choose("domain".into(), "education".into()));
        let before = state.filter.clone();
        state.apply(Action::Show(View::Chart));
        state.apply(Action::Speak(Lang::En));
        assert_eq!(state.filter, before);
    }
}
