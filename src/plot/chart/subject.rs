//! What a chart is about, and what every step asks of it and of the reading of its rows: published figures, exact, each
//! with its source, or plain rows, of which only groups speak. All that is planned is planned once.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::amount::{Amount, Cell, Gauge, Tally};
use super::choice::{Asked, Choice};
use super::picker::Switch;
use super::sentence::Sentence;
use super::side::{Side, told_label};
use super::terms::Terms;
use super::{Headings, Offer, Plan, Refusal};
use crate::base::compared::{Compared, compared};
use crate::base::lang::Lang;
use crate::base::unit_name::{beside_unit, is_rank, is_rank_in_front};
use crate::chart::Extent;
use crate::column::{Column, Data, Role, Table};
use crate::i18n::Message;
use crate::i18n::catalog::words::PARENTHESIS;
use crate::plot::measure::{is_nameless, measures, own_unit};
use crate::query::{Engine, Groups};
use crate::state::{Action, ChartOptions, Mark};
use crate::words::{column_name, within_sentence};

/// What a chart must know of rows.
pub(super) trait Reading {
    /// What things are called, and what can be chosen.
    fn terms(&self) -> &'static Terms;

    /// How many rows there are.
    fn matching(&self, engine: &mut Engine) -> usize;

    /// The codes of a column that rows have.
    fn present(&self, engine: &mut Engine, column: &str) -> Vec<u32>;

    /// The sentence that chooses what is shown, and of where.
    fn sentence(&self, s: &mut Subject, settled: Option<&Choice>) -> Sentence;

    /// Mark, measure and its column as far as the options and the rows settle them, or why they cannot be drawn.
    fn settle(&self, s: &mut Subject) -> Result<Asked, Refusal>;

    /// The mark that suits single rows.
    fn mark_of_each(&self) -> Mark;

    /// The columns of groups and of parts whose shares come to a hundred in each group; `None` where none do.
    fn shares(&self, _: &mut Subject, _: Option<&str>) -> Option<(String, String)> {
        None
    }

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

    /// The same in a title, under which its unit is told.
    fn titled(&self, s: &Subject, choice: &Choice) -> String {
        self.what(s, choice)
    }

    /// Title, unit, period and sources of groups.
    fn headings(&self, s: &mut Subject, choice: &Choice, gauge: &Gauge, title: String) -> Headings;

    /// What must be known of the amounts in some cells.
    fn notes(&self, s: &Subject, choice: &Choice, cells: &[Cell]) -> Vec<String>;

    /// Whether the amounts do not count alike.
    fn is_apart(&self, choice: &Choice) -> bool;

    /// Other charts of the same selection.
    fn offers(&self, s: &mut Subject, choice: &Choice) -> Vec<Offer>;
}

/// The selection a chart is about, under a reader's options.
pub(crate) struct Subject<'a> {
    /// The engine, under the reader's filters.
    pub(crate) engine: &'a mut Engine,
    /// Its table.
    pub(crate) table: Arc<Table>,
    /// The reader's options.
    pub(crate) options: ChartOptions,
    /// The reader's language.
    pub(crate) lang: Lang,
    /// What its rows are: published figures or plain rows.
    pub(super) reading: &'a dyn Reading,
    /// The one unit that the rows selected are in, where a plain table has a column of units.
    pub(super) unit: Option<String>,
    /// The one thing that the rows selected measure, where a plain table's numbers have a name that says nothing.
    pub(super) series: Option<String>,
    /// The codes that rows have, by column: asked for again by every choice a reader has.
    present: BTreeMap<String, Vec<u32>>,
    /// The key of the first category, once it is asked for.
    category: OnceCell<Option<String>>,
    /// The keys of the measures, once they are asked for.
    measures: OnceCell<Vec<String>>,
}

impl<'a> Subject<'a> {
    /// Rows under a reading.
    pub(super) fn new(
        engine: &'a mut Engine,
        options: &ChartOptions,
        lang: Lang,
        reading: &'a dyn Reading,
    ) -> Self {
        let (table, options) = (engine.table().clone(), options.clone());
        let (present, category) = (BTreeMap::new(), OnceCell::new());
        let (unit, series, measures) = (None, None, OnceCell::new());
        Self { engine, table, options, lang, reading, unit, series, present, category, measures }
    }

    /// The step that changes the chart's options.
    pub(super) fn change(&self, change: impl FnOnce(&mut ChartOptions)) -> Action {
        Action::chart(&self.options, change)
    }

    /// Key of the first column of a role that can be counted by; of codes and the names of the same things, the names.
    pub(crate) fn key(&self, role: Role) -> Option<String> {
        if role == Role::Category {
            let named = || self.table.by_name(role).map(|column| column.key.clone());
            return self.category.get_or_init(named).clone();
        }
        self.table.by_role(role).map(|column| column.key.clone())
    }

    /// The role of a column.
    pub(super) fn role(&self, key: &str) -> Option<Role> {
        self.table.column(key).map(|column| column.role)
    }

    /// The groups of a column of the table.
    pub(super) fn side<'t>(&mut self, table: &'t Table, key: &str) -> Option<Side<'t>> {
        Side::of(table.column(key)?, self.present(key))
    }

    fn present(&mut self, key: &str) -> &[u32] {
        if !self.present.contains_key(key) {
            let codes = self.reading.present(self.engine, key);
            self.present.insert(key.to_owned(), codes);
        }
        self.present.get(key).map_or(&[], Vec::as_slice)
    }

    /// A group's name among others: of a total it is said that it is one.
    pub(super) fn told(&self, side: &Side, code: u32) -> String {
        told_label(self.engine, side.column, code, self.lang)
    }

    /// How many groups a column makes, the rows without a value among them.
    pub(super) fn groups(&mut self, key: &str) -> usize {
        let table = self.table.clone();
        self.side(&table, key).map_or(0, |side| side.codes.len())
    }

    /// Whether a column's values can be groups.
    pub(super) fn can_group(&self, key: &str) -> bool {
        self.table.column(key).is_some_and(|column| match &column.data {
            Data::Category(_) => column.role != Role::Text,
            Data::Time(_) => self.reading.terms().groups_times,
            Data::Measure(_) => false,
        })
    }

    /// Whether the selection has rows of a value.
    pub(super) fn has(&mut self, key: &str, code: u32) -> bool {
        self.present(key).contains(&code)
    }

    /// How many values of a column the selection has.
    pub(crate) fn distinct(&mut self, column: &str) -> usize {
        self.present(column).iter().filter(|&&code| code != Groups::NO_CODE).count()
    }

    /// How many values of a role's column the selection has.
    pub(crate) fn distinct_of(&mut self, role: Role) -> usize {
        self.key(role).map_or(0, |key| self.distinct(&key))
    }

    /// Keys of the measures: what is ranked before its ranks.
    pub(crate) fn measures(&self) -> Vec<String> {
        let ordered = || {
            let (mut keys, mut ranks) = (Vec::new(), Vec::new());
            for column in measures(&self.table) {
                let list = if self.is_of_ranks(column) { &mut ranks } else { &mut keys };
                list.push(column.key.clone());
            }
            keys.append(&mut ranks);
            keys
        };
        self.measures.get_or_init(ordered).clone()
    }

    /// Whether a measure's numbers are ranks.
    pub(crate) fn is_of_ranks(&self, column: &Column) -> bool {
        let name = column_name(column, self.lang);
        let is_first = self.table.columns.first().is_some_and(|first| first.key == column.key);
        if is_first { is_rank_in_front(&name) } else { is_rank(&name) }
    }

    /// Whether a measure but says where another stands, or what it was before and by how much it has changed.
    pub(crate) fn is_beside(&self, key: &str) -> bool {
        let Some(column) = self.table.column(key) else { return false };
        let compared = compared(&column_name(column, self.lang));
        compared.is_some_and(|own| own != Compared::Own) || self.is_of_ranks(column)
    }

    /// A column's name; that of a measure with the unit that another column gives its numbers, where it has none of its own.
    pub(crate) fn name(&self, key: &str) -> String {
        let column = self.table.column(key);
        let name = column.map_or_else(|| key.to_owned(), |c: &Column| column_name(c, self.lang));
        let takes_unit =
            |c: &Column| matches!(c.data, Data::Measure(_)) && own_unit(c, self.lang).is_none();
        let takes_unit = column.is_some_and(takes_unit);
        match self.unit.as_ref().filter(|_| takes_unit) {
            Some(unit) => PARENTHESIS.fill(self.lang, &[("a", &name), ("b", unit)]),
            None => name,
        }
    }

    /// A measure's name in a title, under which its unit is told where one is known; what it is of, where the name says
    /// nothing.
    pub(crate) fn titled(&self, key: &str) -> String {
        let column = self.table.column(key);
        let name = column.map_or_else(|| key.to_owned(), |c: &Column| column_name(c, self.lang));
        let unit = self.unit(key);
        let bare = |name: &str| match &unit {
            Some(unit) => beside_unit(name, unit).to_owned(),
            None => name.to_owned(),
        };
        let series = self.series.as_deref().filter(|_| is_nameless(&name));
        bare(series.unwrap_or(&name))
    }

    /// A column's name within a sentence: the program's own names are no proper names; those of a file may be, unless only
    /// their first word has a capital.
    pub(super) fn within(&self, key: &str) -> String {
        let name = self.name(key);
        match self.lang {
            Lang::En if self.reading.terms().names_are_words => name.to_ascii_lowercase(),
            lang => within_sentence(&name, lang),
        }
    }

    /// The unit of a measure: its own, else the one that the rows selected are in. `None` where nothing says it.
    pub(crate) fn unit(&self, key: &str) -> Option<String> {
        own_unit(self.table.column(key)?, self.lang).or_else(|| self.unit.clone())
    }

    /// The column whose values measure unlike things, if the selection has several of them: of such rows no mean says
    /// anything.
    pub(crate) fn mixed(&mut self) -> Option<String> {
        let roles = [Role::Series, Role::Kind, Role::Grain];
        let keys: Vec<String> = roles.into_iter().filter_map(|role| self.key(role)).collect();
        keys.into_iter().find(|key| self.distinct(key) > 1)
    }

    /// A message in the reader's language.
    pub(super) fn says(&self, message: Message) -> String {
        message.get(self.lang).to_owned()
    }

    /// A switch that is on or, where it does nothing, says why.
    pub(super) fn switch(&self, on: bool, reason: Option<Message>) -> Switch {
        Switch { on, reason: reason.filter(|_| !on).map(|why| self.says(why)) }
    }
}
