//! A coded column as groups: which there are, in which order, how they are called and coloured.

use super::Subject;
use crate::base::lang::Lang;
use crate::chart::Fill;
use crate::chart::palette::NEUTRAL;
use crate::column::{Column, Data, Dictionary, Role};
use crate::i18n::catalog::chart as m;
use crate::plot::{span_text, stage_fill};
use crate::query::Groups;
use crate::words::entry_name;

/// Hues that topics without one of their own take turns in.
const TURNS: u32 = NEUTRAL as u32;

/// The groups of a column that the selection has. In a column whose values form a tree, a value counts what belongs to
/// it, as filters do; where that would leave one group only, the values stand by themselves.
pub(crate) struct Side {
    /// Key of the column.
    pub(crate) key: String,
    /// The groups' codes, [`Groups::NO_CODE`] for rows without a value.
    pub(crate) codes: Vec<u32>,
    /// How many groups had no room.
    pub(crate) left_out: usize,
    /// By code (the last for rows without a value): the code it is counted under.
    under: Vec<u32>,
}

impl Side {
    /// The groups among some codes, in the column's order, those without a value last.
    pub(crate) fn of(s: &Subject, key: &str, present: &[u32]) -> Option<Self> {
        let column = s.table.column(key)?;
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
        let mut codes: Vec<u32> = present
            .iter()
            .map(|&code| under.get(code as usize).copied().unwrap_or(Groups::NO_CODE))
            .collect();
        codes.sort_unstable();
        codes.dedup();
        Some(Self { key: key.to_owned(), codes, left_out: 0, under })
    }

    /// Where a row's code stands; `None` if its group had no room.
    pub(crate) fn place(&self, code: u32) -> Option<usize> {
        let code = self.under.get(code as usize).copied().unwrap_or(Groups::NO_CODE);
        self.codes.iter().position(|&own| own == code)
    }

    /// The `most` groups that are the greatest by `size` (in the order of [`Side::codes`]), ordered by it where `ranked`;
    /// rows without a value stay last.
    pub(crate) fn keep(&mut self, size: &[f64], ranked: bool, most: usize) {
        let size =
            |at: usize| size.get(at).copied().filter(|n| !n.is_nan()).unwrap_or(f64::NEG_INFINITY);
        let none = |at: usize| self.codes[at] == Groups::NO_CODE;
        let mut order: Vec<usize> = (0..self.codes.len()).collect();
        order.sort_by(|&a, &b| none(a).cmp(&none(b)).then(size(b).total_cmp(&size(a))));
        self.left_out = order.len().saturating_sub(most);
        order.truncate(most);
        if !ranked {
            order.sort_unstable();
        }
        self.codes = order.into_iter().map(|at| self.codes[at]).collect();
    }

    /// The groups' names.
    pub(crate) fn names(&self, s: &Subject) -> Vec<String> {
        self.codes.iter().map(|&code| self.name(s, code)).collect()
    }

    /// A group's name.
    pub(crate) fn name(&self, s: &Subject, code: u32) -> String {
        s.table.column(&self.key).map_or_else(String::new, |c| value_label(c, code, s.lang))
    }

    /// A group's hue, on columns of topics.
    pub(crate) fn hue(&self, s: &Subject, code: u32) -> Option<u8> {
        s.table.column(&self.key).and_then(|column| hue_of(column, code))
    }

    /// A group's fill, on columns of stages.
    pub(crate) fn fill(&self, s: &Subject, code: u32) -> Option<Fill> {
        let column = s.table.column(&self.key).filter(|c| c.role == Role::Stage)?;
        let Data::Category(category) = &column.data else { return None };
        Some(stage_fill(&category.dictionary.get(code)?.id))
    }

    /// Column key and id of a group, as filters write them; `None` for rows without a value and for times.
    pub(crate) fn clause(&self, s: &Subject, code: u32) -> Option<(String, String)> {
        let entry = s.table.category(&self.key)?.dictionary.get(code)?;
        Some((self.key.clone(), entry.id.clone()))
    }

    /// Whether the groups have an order of their own that a ranking would break.
    pub(crate) fn is_ordered(&self, s: &Subject) -> bool {
        let role = s.table.column(&self.key).map(|c| c.role);
        matches!(role, Some(Role::Stage | Role::Qualifier | Role::Time))
    }
}

/// By code, the topmost value it belongs to that is present.
fn tops(dictionary: &Dictionary, is_present: &[bool]) -> Vec<u32> {
    let top = |code: u32| {
        let up = dictionary.ancestors(code).filter(|&up| is_present[up as usize]);
        up.last().unwrap_or(code)
    };
    dictionary.iter().map(|(code, _)| top(code)).collect()
}

/// What a value of a coded column is called.
pub(crate) fn value_label(column: &Column, code: u32, lang: Lang) -> String {
    let name = match &column.data {
        Data::Category(category) => {
            category.dictionary.get(code).map(|entry| entry_name(&column.key, entry, lang))
        }
        Data::Time(time) => {
            time.spans().get(code as usize).map(|span| span_text((span.first, span.last), lang))
        }
        Data::Measure(_) => None,
    };
    name.unwrap_or_else(|| m::NONE.get(lang).to_owned())
}

/// The hue of a topic: its own, else its turn.
pub(crate) fn hue_of(column: &Column, code: u32) -> Option<u8> {
    let Data::Category(category) = &column.data else { return None };
    let entry = category.dictionary.get(code)?;
    let turn = || (column.role == Role::Topic).then_some((code % TURNS) as u8);
    entry.hue.or_else(turn)
}
