//! What clauses come to: sets of codes where that can be, sets of rows where it cannot.

use std::collections::BTreeSet;

use super::Engine;
use crate::base::date::Day;
use crate::column::{Bitmap, Category, Data, Floats, Numbers};
use crate::query::Clause;

/// One test that a clause comes to.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// The column whose clause it is.
    pub(super) source: String,
    /// When it was worked out: other clauses have other versions.
    pub(super) version: u64,
    /// The test.
    pub(super) test: Test,
}

#[derive(Clone, Debug)]
pub(super) enum Test {
    /// A dimension's code is one of these; codes beyond the list, and no value, fail.
    Codes { dimension: usize, pass: Vec<bool> },
    /// The row is one of these.
    Rows(Bitmap),
}

impl Piece {
    /// The dimension whose codes are tested.
    pub(super) const fn dimension(&self) -> Option<usize> {
        match &self.test {
            Test::Codes { dimension, .. } => Some(*dimension),
            Test::Rows(_) => None,
        }
    }
}

impl Engine {
    /// The tests a clause comes to, all of which must hold.
    pub(super) fn tests(&mut self, column: &str, clause: &Clause) -> Vec<Test> {
        if let Clause::Text(text) = clause {
            return self.text_tests(text);
        }
        let data = self.table.column(column).map(|c| &c.data);
        let test = match (clause, data) {
            (Clause::AnyOf(values), Some(Data::Category(category))) => {
                self.codes_test(column, any_of(category, values))
            }
            (Clause::During(from, to), Some(Data::Time(time))) => {
                let overlaps = |first: Day, last: Day| {
                    from.is_none_or(|from| last >= from) && to.is_none_or(|to| first <= to)
                };
                let pass = time.spans().iter().map(|s| overlaps(s.first, s.last)).collect();
                self.codes_test(column, pass)
            }
            (Clause::Between(from, to), Some(Data::Measure(figures))) => {
                Some(Test::Rows(between(&figures.values, *from, *to)))
            }
            (&Clause::Codes(lo, hi), Some(_)) => self.dimension(column).map(|dimension| {
                let values = self.dimensions[dimension].values as u32;
                Test::Codes {
                    dimension,
                    pass: (0..values).map(|c| (lo..=hi).contains(&c)).collect(),
                }
            }),
            _ => None,
        };
        test.into_iter().collect()
    }

    fn codes_test(&self, column: &str, pass: Vec<bool>) -> Option<Test> {
        Some(Test::Codes { dimension: self.dimension(column)?, pass })
    }
}

/// The values, and what belongs to them, by code.
pub(super) fn any_of(category: &Category, values: &BTreeSet<String>) -> Vec<bool> {
    let dictionary = &category.dictionary;
    let mut chosen = vec![false; dictionary.len()];
    for code in values.iter().filter_map(|id| dictionary.code(id)) {
        chosen[code as usize] = true;
    }
    if dictionary.is_tree() {
        let within = |code| dictionary.ancestors(code).any(|up| chosen[up as usize]);
        return (0..dictionary.len() as u32).map(within).collect();
    }
    chosen
}

fn between(numbers: &Numbers, from: f64, to: f64) -> Bitmap {
    let holds = |n: f64| n >= from && n <= to && n.is_finite();
    match numbers.floats() {
        Floats::F64(all) => Bitmap::from_fn(all.len(), |row| holds(all[row])),
        Floats::F32(all) => Bitmap::from_fn(all.len(), |row| holds(all[row].into())),
    }
}
