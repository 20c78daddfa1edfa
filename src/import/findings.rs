//! Problems met while a file is read: the first of each kind are kept, the rest are counted.

use std::collections::BTreeMap;

use crate::base::problem::{Location, Problem, ProblemKind};

/// How many problems of one kind are kept.
const KEPT: usize = 20;

/// Longest piece of a cell that a problem quotes, in characters.
const QUOTED: usize = 60;

/// Problems by kind, in the order in which they were met.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    table: String,
    kept: Vec<Problem>,
    counts: BTreeMap<ProblemKind, usize>,
}

impl Findings {
    /// None yet, in the table of this name.
    #[must_use]
    pub fn new(table: &str) -> Self {
        Self { table: table.to_owned(), ..Self::default() }
    }

    /// The name of the table.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.table
    }

    /// Notes a problem: line of the file, column name, what stands there and what was expected.
    #[cold]
    pub fn note(
        &mut self,
        kind: ProblemKind,
        row: Option<usize>,
        column: Option<&str>,
        found: &[u8],
        expected: &str,
    ) {
        let count = self.counts.entry(kind).or_default();
        *count += 1;
        if *count <= KEPT {
            let problem = self.problem(kind, row, column, found, expected);
            self.kept.push(problem);
        }
    }

    /// Notes a problem that has its own place.
    pub fn keep(&mut self, problem: Problem) {
        let count = self.counts.entry(problem.kind).or_default();
        *count += 1;
        if *count <= KEPT {
            self.kept.push(problem);
        }
    }

    /// Takes back the problem of a kind that was noted about a column.
    pub(super) fn take_back(&mut self, kind: ProblemKind, column: &str) {
        let is_it = |problem: &Problem| {
            problem.kind == kind && problem.at.column.as_deref() == Some(column)
        };
        let Some(at) = self.kept.iter().position(is_it) else { return };
        self.kept.remove(at);
        if let Some(count) = self.counts.get_mut(&kind) {
            *count -= 1;
            if *count == 0 {
                self.counts.remove(&kind);
            }
        }
    }

    /// A problem of this table, not noted: one that ends the reading.
    #[must_use]
    pub fn problem(
        &self,
        kind: ProblemKind,
        row: Option<usize>,
        column: Option<&str>,
        found: &[u8],
        expected: &str,
    ) -> Problem {
        let at = Location { table: self.table.clone(), row, column: column.map(str::to_owned) };
        Problem { kind, at, found: quote(found), expected: expected.to_owned() }
    }

    /// The problems kept.
    #[must_use]
    pub fn kept(&self) -> &[Problem] {
        &self.kept
    }

    /// The first problem of a kind.
    #[must_use]
    pub fn first(&self, kind: ProblemKind) -> Option<&Problem> {
        self.kept.iter().find(|problem| problem.kind == kind)
    }

    /// How many more of each kind there are than are kept.
    #[must_use]
    pub fn more(&self) -> Vec<(ProblemKind, usize)> {
        let more = self.counts.iter().map(|(&kind, &count)| (kind, count.saturating_sub(KEPT)));
        more.filter(|&(_, count)| count > 0).collect()
    }

    /// Number of problems in all.
    #[must_use]
    pub fn count(&self) -> usize {
        self.counts.values().sum()
    }

    /// Number of problems of a kind.
    #[must_use]
    pub fn count_of(&self, kind: ProblemKind) -> usize {
        self.counts.get(&kind).copied().unwrap_or(0)
    }
}

/// The beginning of a cell as text.
fn quote(cell: &[u8]) -> String {
    let start = &cell[..cell.len().min(QUOTED * 4)];
    let text = String::from_utf8_lossy(start);
    let mut quoted: String = text.chars().take(QUOTED).collect();
    if quoted.len() < text.len() || start.len() < cell.len() {
        quoted.push('\u{2026}');
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_a_kind_are_kept_and_all_are_counted() {
        let mut findings = Findings::new("t");
        for row in 1..=50 {
            findings.note(ProblemKind::BadDate, Some(row), Some("year"), b"x", "YYYY");
        }
        findings.note(ProblemKind::RaggedRow, Some(9), None, "省".repeat(100).as_bytes(), "7");
        assert_eq!(findings.kept().len(), 21);
        assert_eq!(findings.more(), [(ProblemKind::BadDate, 30)]);
        assert_eq!((findings.count(), findings.count_of(ProblemKind::BadDate)), (51, 50));
        assert_eq!(findings.kept()[20].found, format!("{}…", "省".repeat(60)));
    }
}
