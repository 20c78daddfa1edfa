//! A coded column as groups: which there are, in which order, how they are called and coloured.

use super::amount::Amount;
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::Fill;
use crate::chart::palette::NEUTRAL;
use crate::column::{Category, Column, Data, Dictionary, Entry, Role};
use crate::i18n::Message;
use crate::i18n::catalog::chart as m;
use crate::i18n::catalog::words::PARENTHESIS;
use crate::plot::{stage_fill, told_span};
use crate::query::{Engine, Groups};
use crate::words::entry_name;

/// Hues that topics without one of their own take turns in.
const TURNS: u32 = NEUTRAL as u32;
/// Stages from the done to those in force: what is done stands at the base of a bar.
const FROM_DONE: [Fill; 4] = [Fill::Solid, Fill::Hatched, Fill::Hollow, Fill::Tick];

/// The groups of a column that some rows have. In a column whose values form a tree, a value counts what belongs to it,
/// as filters do: choosing a group on the chart gives the rows it counted. Where that would leave one group only, the
/// values stand by themselves.
#[derive(Clone)]
pub(crate) struct Side<'a> {
    /// The column.
    pub(crate) column: &'a Column,
    /// The groups' codes, [`Groups::NO_CODE`] for rows without a value.
    pub(crate) codes: Vec<u32>,
    /// How many groups had no room.
    pub(crate) left_out: usize,
    /// By code: the code it is counted under.
    under: Vec<u32>,
}

impl<'a> Side<'a> {
    /// The groups among some codes, in the column's order, those without a value last. `None` for numbers.
    pub(crate) fn of(column: &'a Column, present: &[u32]) -> Option<Self> {
        let values = match &column.data {
            Data::Category(category) => category.dictionary.len(),
            Data::Time(time) => time.spans().len(),
            Data::Measure(_) => return None,
        };
        let mut is_present = vec![false; values];
        for &code in present {
            if let Some(present) = is_present.get_mut(code as usize) {
                *present = true;
            }
        }
        let own = || (0..u32::try_from(values).unwrap_or(u32::MAX)).collect::<Vec<u32>>();
        let under = match &column.data {
            Data::Category(category) if category.dictionary.is_tree() => {
                let tops = tops(&category.dictionary, &is_present);
                let first = present.iter().find_map(|&code| tops.get(code as usize));
                let is_one =
                    present.iter().filter_map(|&c| tops.get(c as usize)).all(|t| Some(t) == first);
                if is_one { own() } else { tops }
            }
            _ => own(),
        };
        let mut side = Self { column, codes: Vec::new(), left_out: 0, under };
        side.codes = side.among(present.iter().copied());
        Some(side)
    }

    /// The groups that some codes belong to, in the column's order.
    fn among(&self, codes: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut codes: Vec<u32> = codes.map(|code| self.group_of(code)).collect();
        codes.sort_unstable();
        codes.dedup();
        if self.column.role == Role::Stage {
            let place = |code: u32| {
                let fill = self.fill(code).unwrap_or(Fill::Solid);
                FROM_DONE.iter().position(|own| *own == fill)
            };
            codes.order_by_key(|&code| place(code));
        }
        codes
    }

    /// The same groups as far as some rows have them.
    pub(crate) fn of_rows(&self, rows: &[usize]) -> Self {
        let codes = self.among(rows.iter().map(|&row| code_of(self.column, row)));
        Self { codes, under: self.under.clone(), ..*self }
    }

    /// The group a code belongs to.
    pub(crate) fn group_of(&self, code: u32) -> u32 {
        self.under.get(code as usize).copied().unwrap_or(Groups::NO_CODE)
    }

    /// The group of a row.
    pub(crate) fn code(&self, row: usize) -> u32 {
        self.group_of(code_of(self.column, row))
    }

    /// Where a row's code stands; `None` if its group had no room.
    pub(crate) fn place(&self, code: u32) -> Option<usize> {
        let code = self.group_of(code);
        self.codes.iter().position(|&own| own == code)
    }

    /// Where a row stands; `None` if its group had no room.
    pub(crate) fn place_of(&self, row: usize) -> Option<usize> {
        self.place(code_of(self.column, row))
    }

    /// Where each row's group stands.
    pub(crate) fn places(&self, rows: &[usize]) -> Vec<u32> {
        let place = |&row: &usize| self.place_of(row).and_then(|at| u32::try_from(at).ok());
        rows.iter().map(|row| place(row).unwrap_or_default()).collect()
    }

    /// By place, what the groups of rows by this column come to.
    pub(crate) fn amounts(&self, groups: &Groups) -> Vec<Amount> {
        let mut amounts = vec![Amount::default(); self.codes.len()];
        for (at, &code) in groups.codes.first().into_iter().flatten().enumerate() {
            if let Some(place) = self.place(code) {
                amounts[place].add(&Amount::of(groups, at));
            }
        }
        amounts
    }

    /// The `most` groups that are the greatest by `size` (in the order of [`Side::codes`]), ordered by it where `ranked`;
    /// rows without a value stay last.
    pub(crate) fn keep(&mut self, size: &[f64], ranked: bool, most: usize) {
        let size =
            |at: usize| size.get(at).copied().filter(|n| !n.is_nan()).unwrap_or(f64::NEG_INFINITY);
        let none = |at: usize| self.codes[at] == Groups::NO_CODE;
        let mut order: Vec<usize> = (0..self.codes.len()).collect();
        self.left_out = order.len().saturating_sub(most);
        if ranked || self.left_out > 0 {
            order.order_by(|&a, &b| none(a).cmp(&none(b)).then(size(b).total_cmp(&size(a))));
        }
        order.truncate(most);
        if !ranked {
            order.sort_unstable();
        }
        self.codes = order.into_iter().map(|at| self.codes[at]).collect();
    }

    /// The groups' names.
    pub(crate) fn names(&self, lang: Lang) -> Vec<String> {
        self.codes.iter().map(|&code| self.name(code, lang)).collect()
    }

    /// A group's name.
    pub(crate) fn name(&self, code: u32, lang: Lang) -> String {
        value_label(self.column, code, lang)
    }

    /// A group's hue, on columns of topics.
    pub(crate) fn hue(&self, code: u32) -> Option<u8> {
        hue_of(self.column, code)
    }

    /// A group's fill, on columns of stages.
    pub(crate) fn fill(&self, code: u32) -> Option<Fill> {
        let Data::Category(category) = &self.column.data else { return None };
        let entry = category.dictionary.get(code).filter(|_| self.column.role == Role::Stage)?;
        Some(stage_fill(&entry.id))
    }

    /// Column key and id of a group, as filters write them; `None` for rows without a value and for times.
    pub(crate) fn clause(&self, code: u32) -> Option<(String, String)> {
        let Data::Category(category) = &self.column.data else { return None };
        Some((self.column.key.clone(), category.dictionary.get(code)?.id.clone()))
    }

    /// Whether the groups have an order of their own that a ranking would break.
    pub(crate) fn is_ordered(&self) -> bool {
        matches!(self.column.role, Role::Stage | Role::Qualifier | Role::Time)
            || has_order(self.column)
    }
}

/// Whether the values of a column have an order of their own, as months have.
pub(crate) const fn has_order(column: &Column) -> bool {
    matches!(&column.data, Data::Category(category) if category.dictionary.is_ordered())
}

/// By code, the topmost value it belongs to that is present.
fn tops(dictionary: &Dictionary, is_present: &[bool]) -> Vec<u32> {
    let top = |code: u32| {
        let up = dictionary.ancestors(code).filter(|&up| is_present[up as usize]);
        up.last().unwrap_or(code)
    };
    dictionary.iter().map(|(code, _)| top(code)).collect()
}

/// The code of a row in a coded column, [`Groups::NO_CODE`] where it has none.
pub(super) fn code_of(column: &Column, row: usize) -> u32 {
    let code = match &column.data {
        Data::Category(category) => category.code(row),
        Data::Time(time) => time.codes().code(row),
        Data::Measure(_) => None,
    };
    code.unwrap_or(Groups::NO_CODE)
}

/// Whether the parts of one bar can be told apart by this column: by hue, or by fills of which each is one stage's. Other
/// columns have one hue and one fill for all.
pub(super) fn tells_parts(column: &Column) -> bool {
    let Data::Category(category) = &column.data else { return false };
    let fills = || category.dictionary.iter().map(|(_, entry)| stage_fill(&entry.id));
    let once = |fill: &Fill| fills().filter(|own| own == fill).count() <= 1;
    match column.role {
        Role::Topic => true,
        Role::Stage => FROM_DONE.iter().all(once),
        _ => false,
    }
}

/// What a value of a coded column is called.
pub(crate) fn value_label(column: &Column, code: u32, lang: Lang) -> String {
    let name = match &column.data {
        Data::Category(category) => {
            category.dictionary.get(code).map(|entry| value_name(column, category, entry, lang))
        }
        Data::Time(time) => time
            .spans()
            .get(code as usize)
            .map(|span| told_span((span.first, span.last), time, lang)),
        Data::Measure(_) => None,
    };
    name.unwrap_or_else(|| m::NONE.get(lang).to_owned())
}

/// What a value is called among others of its column: of a total it is said that it is one.
pub(crate) fn told_label(engine: &Engine, column: &Column, code: u32, lang: Lang) -> String {
    let name = value_label(column, code, lang);
    if engine.is_part(&column.key, code) {
        let says_so = name.to_lowercase().contains(m::SAYS_PART.get(lang));
        let part = [("a", name.as_str()), ("b", m::IS_PART.get(lang))];
        return if says_so { name } else { PARENTHESIS.fill(lang, &part) };
    }
    if engine.is_total(&column.key, code) { total_named(&name, lang) } else { name }
}

/// What is said of a value that does not count with the others: that it is their total, or a part of another.
pub(crate) fn total_tag(engine: &Engine, column: &str, code: u32) -> Option<Message> {
    let tag = if engine.is_part(column, code) { m::IS_PART } else { m::IS_TOTAL };
    engine.is_total(column, code).then_some(tag)
}

/// The name of a total, with what it is, unless it says so itself.
pub(crate) fn total_named(name: &str, lang: Lang) -> String {
    let total = m::IS_TOTAL.get(lang);
    if name.to_lowercase().contains(total) {
        return name.to_owned();
    }
    PARENTHESIS.fill(lang, &[("a", name), ("b", total)])
}

/// The name of a column's value. Kinds of unit that share a word, as rates do, are told apart by their unit.
fn value_name(column: &Column, category: &Category, entry: &Entry, lang: Lang) -> String {
    let name = entry_name(&column.key, entry, lang);
    let same = |(_, other): (u32, &Entry)| {
        other.id != entry.id && entry_name(&column.key, other, lang) == name
    };
    let unit = entry.name.get(lang);
    if column.role == Role::Kind && !unit.is_empty() && category.dictionary.iter().any(same) {
        return m::KIND_BY_UNIT.fill(lang, &[("kind", &name), ("unit", unit)]);
    }
    name
}

/// The hue of a topic: its own, else its turn.
pub(crate) fn hue_of(column: &Column, code: u32) -> Option<u8> {
    let Data::Category(category) = &column.data else { return None };
    let entry = category.dictionary.get(code)?;
    let turn = || (column.role == Role::Topic).then_some((code % TURNS) as u8);
    entry.hue.or_else(turn)
}
