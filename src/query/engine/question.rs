//! What is understood of a question, and the rows that answer it.

use super::Engine;
use crate::column::{Data, Role};
use crate::query::search::{Part, Reading, Sense, Terms};

/// A row that answers a question, or nearly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scored {
    /// The row.
    pub row: usize,
    /// How far what it measures is from the words; less is better.
    pub far: u8,
    /// Whether it is under the clauses in force.
    pub is_inside: bool,
}

impl Engine {
    /// What is understood of a question.
    pub fn read_question(&mut self, text: &str) -> Reading {
        let table = self.table.clone();
        let words = |terms: &Terms| [terms.filler.clone(), terms.alone.clone()];
        let [filler, alone] = self.terms().map(words).unwrap_or_default();
        Reading::new(self.texts(), &table, [&filler, &alone], text)
    }

    /// The rows that hold every part; places and times are joined among themselves. With `but`, columns of this role
    /// are left out of account.
    pub fn answering(&mut self, parts: &[Part], but: Option<Role>) -> Vec<Scored> {
        let table = self.table.clone();
        let under = self.rows();
        let role = |part: &Part| match &part.sense {
            Sense::Values(at, _) | Sense::Time(at, _) => {
                table.columns.get(*at).map_or(Role::Text, |c| c.role)
            }
            Sense::Rows => Role::Text,
        };
        // How far a row is from a part; `None` where it does not hold it.
        let far = |part: &Part, row: usize| -> Option<u8> {
            let own = part.own.get(row).copied().unwrap_or(0);
            let far = match &part.sense {
                Sense::Rows => (own > 0).then_some(2 - own),
                Sense::Time(at, spans) => {
                    let Data::Time(periods) = &table.columns.get(*at)?.data else { return None };
                    let code = periods.codes().code(row)? as usize;
                    (spans.get(code) == Some(&true)).then_some(0)
                }
                Sense::Values(at, codes) => {
                    let Data::Category(category) = &table.columns.get(*at)?.data else {
                        return None;
                    };
                    let code = category.code(row)?;
                    let mut ups = category.dictionary.ancestors(code);
                    let rank = |up: u32| codes.iter().find(|(code, _)| *code == up).map(|c| c.1);
                    ups.find_map(rank)
                }
            };
            match own {
                0 => far,
                1 => far.map(|far| far.min(1)),
                _ => Some(0),
            }
        };
        let joined = [Role::Area, Role::Time];
        let rows = (0..table.len).filter_map(|row| {
            let mut sum = 0_u8;
            for joined in joined.iter().filter(|role| but != Some(**role)) {
                let mut these = parts.iter().filter(|part| role(part) == *joined).peekable();
                let is_asked = these.peek().is_some();
                if is_asked && !these.any(|part| far(part, row).is_some()) {
                    return None;
                }
            }
            for part in parts.iter().filter(|part| !joined.contains(&role(part))) {
                sum = sum.saturating_add(far(part, row)?);
            }
            Some(Scored { row, far: sum, is_inside: under.contains(row) })
        });
        rows.collect()
    }
}
