//! Columns side by side on paper: what does not fit goes on below, under the column that says what each row is about.

use super::field::{Field, Width};

/// Width of a page between its margins, upright, in px.
const PAGE: u32 = 700;

/// How wide a column is on paper, in px.
const fn room(width: Width) -> u32 {
    match width {
        Width::Narrow => 64,
        Width::Medium => 96,
        Width::Broad => 120,
        Width::Wide => 200,
    }
}

/// The columns of each strip by their places: as many as a page has room for, each strip after the first column, which they
/// all begin with. One strip where all fit.
#[must_use]
pub fn strips(fields: &[Field]) -> Vec<Vec<usize>> {
    let Some(first) = fields.first() else { return Vec::new() };
    let begin = room(first.width());
    let mut strips = vec![vec![0]];
    let mut left = PAGE.saturating_sub(begin);
    for (at, field) in fields.iter().enumerate().skip(1) {
        let own = room(field.width());
        let is_full = own > left && strips.last().is_some_and(|strip| strip.len() > 1);
        if is_full {
            strips.push(vec![0]);
            left = PAGE.saturating_sub(begin);
        }
        left = left.saturating_sub(own);
        if let Some(strip) = strips.last_mut() {
            strip.push(at);
        }
    }
    strips
}

#[cfg(test)]
mod tests {
    use super::super::Origin;
    use super::*;
    use crate::column::Role;

    fn field(at: usize, role: Role) -> Field {
        Field { key: at.to_string(), origin: Origin::Own(at, role), usual: true }
    }

    #[test]
    fn every_column_is_on_paper_beside_what_its_rows_are_about() {
        let columns = (1..21).map(|at| field(at, Role::Measure));
        let fields: Vec<Field> = std::iter::once(field(0, Role::Area)).chain(columns).collect();
        let found = strips(&fields);
        assert!(found.len() > 1 && found.iter().all(|strip| strip[0] == 0 && strip.len() > 1));
        let all: Vec<usize> = found.iter().flat_map(|strip| &strip[1..]).copied().collect();
        assert_eq!(all, (1..21).collect::<Vec<_>>());
        for strip in &found {
            assert!(strip.iter().map(|&at| room(fields[at].width())).sum::<u32>() <= PAGE);
        }
        assert_eq!(strips(&fields[..4]), [[0, 1, 2, 3]], "what fits stays one table");
        assert!(strips(&[]).is_empty());
    }
}
