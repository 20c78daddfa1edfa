//! What a reader can do, in a reader's words.

use serde::{Deserialize, Serialize};

use super::app::{AppState, Comparison, Grouping, Mark, Measure, PosterOptions, Theme, View};
use crate::base::date::Day;
use crate::base::lang::Lang;
use crate::query::{Clause, Filter, SortKey};

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
    /// Choose the chart's mark.
    Draw(Mark),
    /// Choose what the chart measures.
    Measure(Measure),
    /// Choose the kind of unit the chart measures.
    MeasureKind(String),
    /// Choose the measure column that bars, lines and histograms show.
    Value(String),
    /// Choose the measure from left to right of a scatter.
    Across(String),
    /// Choose the measure upwards of a scatter.
    Along(String),
    /// Choose the measure that sizes a scatter's circles; `none` for circles of one size.
    Size(String),
    /// Group the chart by a column.
    Group(String),
    /// Split the chart by a column; empty for none.
    Split(String),
    /// Small multiples or series.
    Facets(bool),
    /// Logarithmic axis or not.
    Log(bool),
    /// Group the ledger's promises.
    GroupPromises(Grouping),
    /// Make the timeline's lanes of a column.
    Lanes(String),
    /// Zoom the timeline; the second field tells whether the reader is still dragging.
    Zoom(Option<(Day, Day)>, bool),
    /// Sort the table.
    Sort(Option<SortKey>),
    /// Choose the table's columns.
    Columns(Vec<String>),
    /// Compose the poster; the last field tells whether the reader is still typing.
    Compose(PosterOptions, bool),
    /// Leave the story, and stay where it has led.
    LeaveStory,
    /// Choose how places are compared.
    Compare(Comparison),
    /// Choose the indicator compared, or the measure.
    Subject(String),
    /// Divide what is compared by another indicator; empty for none.
    Per(String),
    /// Choose the first of two places.
    Left(String),
    /// Choose the second of two places.
    Right(String),
    /// Unfold the indicators of a topic.
    Unfold(String),
    /// Take over what a link says.
    Follow(Box<AppState>),
}

impl Action {
    /// Whether the step is one of a gesture that goes on: of a drag, or of typing.
    #[must_use]
    pub const fn passing(&self) -> bool {
        match self {
            Self::During(_, _, _, dragging)
            | Self::Within(_, _, _, dragging)
            | Self::Zoom(_, dragging) => *dragging,
            Self::Compose(_, typing) => *typing,
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
            Action::Draw(mark) => self.options.mark = mark,
            Action::Measure(measure) => self.options.measure = measure,
            Action::MeasureKind(kind) => self.options.kind = kind,
            Action::Value(column) => self.options.value = column,
            Action::Across(column) => self.options.x = column,
            Action::Along(column) => self.options.y = column,
            Action::Size(column) => self.options.size = column,
            Action::Group(column) => self.options.group = column,
            Action::Split(column) => self.options.split = column,
            Action::Facets(on) => self.options.facets = on,
            Action::Log(on) => self.options.log = on,
            Action::GroupPromises(by) => self.options.promises = by,
            Action::Lanes(column) => self.options.lanes = column,
            Action::Zoom(window, _) => self.options.window = window.filter(|(a, b)| a < b),
            Action::Sort(sort) => self.options.sort = sort,
            Action::Columns(columns) => self.options.columns = columns,
            Action::Compose(poster, _) => self.options.poster = poster,
            Action::LeaveStory => self.story = None,
            Action::Compare(comparison) => self.options.comparison = comparison,
            Action::Subject(id) => self.options.subject = id,
            Action::Per(id) => self.options.per = id,
            Action::Left(id) => self.options.left = id,
            Action::Right(id) => self.options.right = id,
            Action::Unfold(id) => self.options.unfolded = id,
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
