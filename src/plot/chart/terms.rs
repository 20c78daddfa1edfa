//! What the planner calls rows, and what can be chosen of them.

use crate::column::Role;
use crate::i18n::Message;
use crate::i18n::catalog::chart as m;
use crate::state::{Mark, Measure};

/// What things are called, and what can be chosen.
pub(super) struct Terms {
    /// What can be measured.
    pub(super) measures: &'static [Measure],
    /// The marks there are.
    pub(super) marks: &'static [Mark],
    /// Roles by how well their groups sum a selection up.
    pub(super) group_by: &'static [Role],
    /// Whether periods are groups; published ones overlap.
    pub(super) groups_times: bool,
    /// Whether numbers of several rows are taken together as means.
    pub(super) means_rows: bool,
    /// Whether single rows are grouped and lines divided.
    pub(super) divides_rows: bool,
    /// Whether sums are divided without being asked to.
    pub(super) splits_sums: bool,
    /// Whether columns are named by words of ours.
    pub(super) names_are_words: bool,
    /// Single rows as a measure.
    pub(super) each: Message,
    /// Their number as a measure.
    pub(super) count: Message,
    /// The offer to count them.
    pub(super) offer_count: Message,
    /// The unit of their number.
    pub(super) unit: Message,
    /// The title of their number by group.
    pub(super) title: Message,
    /// The same of one place alone.
    pub(super) title_of_one: Message,
    /// How many a group has.
    pub(super) count_in: Message,
    /// What a group's come to, and how many they are.
    pub(super) value_of: Message,
    /// The offer of those of one value.
    pub(super) offer_value: Message,
    /// Why a column makes no groups.
    pub(super) one_group: Message,
    /// Why there is no line.
    pub(super) no_line: Message,
    /// Why nothing adds up.
    pub(super) no_sum: Message,
    /// Why single rows are no grid.
    pub(super) needs_groups: Message,
}

impl Terms {
    /// The name of a measure.
    pub(super) const fn measure(&self, measure: Measure) -> Message {
        match measure {
            Measure::Auto => m::AUTO,
            Measure::Figure => self.each,
            Measure::Sum => m::MEASURE_SUM,
            Measure::Mean => m::MEASURE_MEAN,
            Measure::Count => self.count,
        }
    }
}
