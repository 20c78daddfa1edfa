//! What a row is to a chart: a published figure, exact, with its source, or a plain row of which only groups speak. All
//! that is planned is planned once; what differs for this reason is asked here.

use super::choice::{Asked, Choice};
use super::controls::Picker;
use super::crossing::Crossing;
use super::published::AxisUnit;
use super::subject::Subject;
use super::{Headings, Offer, Plan, Refusal};
use crate::base::lang::Lang;
use crate::chart::Extent;
use crate::column::Role;
use crate::i18n::Message;
use crate::i18n::catalog::chart as m;
use crate::query::Engine;
use crate::state::{Action, Mark, Measure};

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

/// What some rows come to.
#[derive(Clone, Debug, Default)]
pub(super) struct Amount {
    /// How many there are.
    pub(super) rows: u32,
    /// How many have a number.
    pub(super) numbers: u32,
    /// The sum of these numbers.
    pub(super) sum: f64,
    /// The rows themselves, where each is a figure of its own.
    pub(super) figures: Vec<usize>,
}

impl Amount {
    /// Takes other rows in.
    pub(super) fn add(&mut self, other: &Self) {
        self.rows += other.rows;
        self.numbers += other.numbers;
        self.sum += other.sum;
        self.figures.extend(&other.figures);
    }
}

/// What groups of rows come to, by the codes of one or two columns.
#[derive(Default)]
pub(super) struct Tally {
    /// For each column, the code of each entry.
    pub(super) codes: Vec<Vec<u32>>,
    /// What each entry comes to.
    pub(super) amounts: Vec<Amount>,
}

/// What is measured of groups, and in which unit.
pub(super) struct Gauge {
    /// Counts, sums or means.
    pub(super) measure: Measure,
    /// The unit that published figures are brought to.
    pub(super) unit: Option<AxisUnit>,
}

/// What a chart must know of rows.
pub(super) trait Reading {
    /// What things are called, and what can be chosen.
    fn terms(&self) -> &'static Terms;

    /// How many rows there are.
    fn matching(&self, engine: &mut Engine) -> usize;

    /// The codes of a column that rows have.
    fn present(&self, engine: &mut Engine, column: &str) -> Vec<u32>;

    /// The kinds of unit a reader may choose from; no items where there is no choice.
    fn kinds(&self, s: &Subject) -> Picker;

    /// Mark, measure and its column as far as the options and the rows settle them, or why they cannot be drawn.
    fn settle(&self, s: &mut Subject) -> Result<Asked, Refusal>;

    /// The mark that suits single rows.
    fn mark_of_each(&self) -> Mark;

    /// Whether small multiples of single rows by a column are not mostly empty.
    fn fills_panels(&self, s: &mut Subject, mark: Mark, split: &str) -> bool;

    /// A chart that is no chart of groups: single rows, lines, scatters, histograms.
    fn draw(&self, s: &mut Subject, choice: &Choice) -> Option<Plan>;

    /// What is measured of groups.
    fn gauge(&self, choice: &Choice) -> Gauge;

    /// What the rows that count come to, by the codes of columns.
    fn tally(&self, engine: &mut Engine, choice: &Choice, columns: &[&str]) -> Tally;

    /// What rows come to and how it is written; not a number where no row has one.
    fn value(&self, gauge: &Gauge, amount: &Amount, lang: Lang) -> (Extent, String);

    /// The hue of rows, where they have one of their own.
    fn hue(&self, amount: &Amount) -> Option<u8>;

    /// What opens a single row.
    fn open(&self, amount: &Amount) -> Option<Action>;

    /// The name of what is added up or averaged.
    fn what(&self, s: &Subject, choice: &Choice) -> String;

    /// Title, unit, period and sources of groups.
    fn headings(&self, s: &mut Subject, crossing: &Crossing, title: String) -> Headings;

    /// What must be known of the amounts.
    fn notes(&self, s: &Subject, crossing: &Crossing) -> Vec<String>;

    /// Whether the amounts do not count alike.
    fn is_apart(&self, choice: &Choice) -> bool;

    /// Other charts of the same selection.
    fn offers(&self, s: &mut Subject, choice: &Choice) -> Vec<Offer>;
}
