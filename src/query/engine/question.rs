//! What is understood of a question, and the rows that answer it.

use super::Engine;
use crate::column::{Data, Role, Table};
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
        // The texts are made of the terms, so that they are made before these are lent out.
        self.texts();
        let (terms, none) = (self.terms.take(), Terms::default());
        let known = terms.as_deref().unwrap_or(&none);
        let reading = Reading::new(self.texts(), &table, known, text);
        self.terms = terms;
        reading
    }

    /// The rows that hold every part; places and times are joined among themselves. With `but`, parts of this role
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
            match (own, far) {
                (0, far) => far,
                (1, far) => far.map(|far| far.min(1)),
                // An indicator that people call so is meant before a figure that only mentions it.
                _ if is_named(&table, part) => Some(far.unwrap_or(1).min(1)),
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
            let counted = |part: &&Part| !joined.contains(&role(part)) && but != Some(role(part));
            for part in parts.iter().filter(counted) {
                let far = far(part, row)?;
                // How far things have come is so or not; what is measured may be near.
                let is_near = !matches!(role(part), Role::Stage | Role::Kind);
                sum = sum.saturating_add(if is_near { far } else { 0 });
            }
            Some(Scored { row, far: sum, is_inside: under.contains(row) })
        });
        rows.collect()
    }
}

/// Whether an indicator is called as this part says, by its own or an everyday name.
fn is_named(table: &Table, part: &Part) -> bool {
    let Sense::Values(at, _) = &part.sense else { return false };
    let is_series = table.columns.get(*at).is_some_and(|column| column.role == Role::Series);
    is_series && part.sense.is_exact()
}
