//! Dense packing: where labels find no room, small marks close together, figures of one day as a cluster.

/// Height of a dense row.
pub(crate) const PITCH: f64 = 10.0;
/// Width of a column of a cluster.
const COLUMN: f64 = 10.0;
/// How many columns a cluster may have: further from its day a point would tell another time.
const COLUMNS: usize = 6;

/// More marks than this a row are not worth trying.
const GREATEST: usize = 10;

/// A mark before it has a row, in px.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// How far left a point may move in its cluster: where its year (or month, or day) begins. A span does not move.
    pub(crate) least: Option<f64>,
}

/// A mark's row and both ends in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PackedMark {
    pub(crate) row: usize,
    pub(crate) from: f64,
    pub(crate) to: f64,
}

/// Places for marks on as few rows as hold all marks, at most `rows`; `None` where these do not.
///
/// Spans come first, each on the first free row. Points of one day then fill the column that ends at that day from
/// top to bottom, then the column to its left: what holds as of a day was so before it.
pub(crate) fn pack(marks: &[Mark], left: f64, rows: usize) -> Option<Vec<PackedMark>> {
    if marks.len() > rows * GREATEST {
        return None;
    }
    let steps = std::iter::successors(Some(4), |n| Some(n + 1 + n / 5))
        .take_while(|&n| n < rows)
        .chain([rows]);
    steps.into_iter().find_map(|rows| arrange(marks, left, rows))
}

fn arrange(marks: &[Mark], left: f64, rows: usize) -> Option<Vec<PackedMark>> {
    let mut taken: Vec<Vec<(f64, f64)>> = vec![Vec::new(); rows];
    let mut places = vec![None; marks.len()];
    for spans in [true, false] {
        for (place, mark) in places.iter_mut().zip(marks) {
            if mark.least.is_none() != spans {
                continue;
            }
            let columns = if spans { 1 } else { COLUMNS };
            let least = mark.least.unwrap_or(left).max(left).min(mark.from);
            let mut free = (0..columns)
                .map(|column| column as f64 * COLUMN)
                .map(|shift| (mark.from - shift, mark.to - shift))
                .take_while(|(from, _)| *from >= least)
                .flat_map(|(from, to)| {
                    (0..taken.len()).map(move |row| PackedMark { row, from, to })
                })
                .filter(|place| is_free(&taken[place.row], place));
            let found = free.next()?;
            taken[found.row].push((found.from, found.to));
            *place = Some(found);
        }
    }
    places.into_iter().collect()
}

fn is_free(taken: &[(f64, f64)], place: &PackedMark) -> bool {
    taken.iter().all(|(from, to)| place.to + 1.0 <= *from || *to + 1.0 <= place.from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const fn point(from: f64, least: f64) -> Mark {
        Mark { from, to: from + 9.0, least: Some(least) }
    }

    #[test]
    fn points_of_a_day_cluster_beside_it() {
        let places = pack(&[point(100.0, 0.0); 10], 0.0, 6).unwrap();
        let at = |place: &PackedMark| (place.row, place.from);
        assert_eq!(at(&places[3]), (3, 100.0));
        assert_eq!(at(&places[4]), (0, 90.0));
        assert_eq!(places.iter().map(|p| p.row).max(), Some(3));
        assert_eq!(pack(&[point(100.0, 0.0); 37], 0.0, 6), None);
    }

    #[test]
    fn points_keep_to_their_year() {
        let places = pack(&[point(100.0, 85.0); 10], 0.0, 6).unwrap();
        assert!(places.iter().all(|place| place.from >= 85.0));
        assert_eq!(places.iter().map(|p| p.row).max(), Some(4));
    }

    #[test]
    fn points_keep_clear_of_spans() {
        let marks = [point(100.0, 0.0), Mark { from: 0.0, to: 200.0, least: None }];
        let rows: Vec<usize> = pack(&marks, 0.0, 4).unwrap().iter().map(|p| p.row).collect();
        assert_eq!(rows, [1, 0]);
    }

    proptest! {
        #[test]
        fn nothing_overlaps(
            marks in proptest::collection::vec((0.0..900.0_f64, 3.0..200.0_f64, any::<bool>()), 0..80),
            rows in 1_usize..20,
        ) {
            let slots: Vec<Mark> = marks
                .iter()
                .map(|&(from, width, is_span)| if is_span {
                    Mark { from, to: from + width, least: None }
                } else {
                    point(from, 0.0)
                })
                .collect();
            let places = pack(&slots, 0.0, rows).unwrap_or_default();
            for (i, a) in places.iter().enumerate() {
                prop_assert!(a.row < rows && a.from >= 0.0);
                let others = places[i + 1..].iter().filter(|b| b.row == a.row);
                prop_assert!(others.into_iter().all(|b| a.to <= b.from || b.to <= a.from));
            }
        }
    }
}
