//! Dense packing: where labels find no room, small marks close together, figures of one day as a cluster.

/// Height of a dense row.
pub(crate) const PITCH: f64 = 10.0;
/// Width of a column of a cluster.
const COLUMN: f64 = 10.0;
/// How many columns a cluster may have: further from its day a point would tell another time.
const COLUMNS: usize = 6;

/// More marks than this a row are not worth trying.
const GREATEST: usize = 10;

/// A mark's row and both ends in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    pub(crate) row: usize,
    pub(crate) from: f64,
    pub(crate) to: f64,
}

/// Places for marks (both ends in px, whether it is a span) on as few rows as hold all marks, at most `rows`; `None` where these do not.
///
/// Spans come first, each on the first free row. Points of one day then fill the column that ends at that day from
/// top to bottom, then the column to its left: what holds as of a day was so before it.
pub(crate) fn pack(marks: &[(f64, f64, bool)], left: f64, rows: usize) -> Option<Vec<Place>> {
    if marks.len() > rows * GREATEST {
        return None;
    }
    let steps = std::iter::successors(Some(4), |n| Some(n + 1 + n / 5))
        .take_while(|&n| n < rows)
        .chain([rows]);
    steps.into_iter().find_map(|rows| arrange(marks, left, rows))
}

fn arrange(marks: &[(f64, f64, bool)], left: f64, rows: usize) -> Option<Vec<Place>> {
    let mut taken: Vec<Vec<(f64, f64)>> = vec![Vec::new(); rows];
    let mut places = vec![None; marks.len()];
    for spans in [true, false] {
        for (place, &(from, to, is_span)) in places.iter_mut().zip(marks) {
            if is_span != spans {
                continue;
            }
            let columns = if is_span { 1 } else { COLUMNS };
            let mut free = (0..columns)
                .map(|column| column as f64 * COLUMN)
                .map(|shift| (from - shift, to - shift))
                .take_while(|(moved, _)| *moved >= left.min(from))
                .flat_map(|(from, to)| (0..taken.len()).map(move |row| Place { row, from, to }))
                .filter(|place| is_free(&taken[place.row], place));
            let found = free.next()?;
            taken[found.row].push((found.from, found.to));
            *place = Some(found);
        }
    }
    places.into_iter().collect()
}

fn is_free(taken: &[(f64, f64)], place: &Place) -> bool {
    taken.iter().all(|(from, to)| place.to + 1.0 <= *from || *to + 1.0 <= place.from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn points_of_a_day_cluster_beside_it() {
        let points = vec![(100.0, 109.0, false); 10];
        let places = pack(&points, 0.0, 6).unwrap();
        let at = |place: &Place| (place.row, place.from);
        assert_eq!(at(&places[3]), (3, 100.0));
        assert_eq!(at(&places[4]), (0, 90.0));
        assert_eq!(places.iter().map(|p| p.row).max(), Some(3));
        assert_eq!(pack(&vec![(100.0, 109.0, false); 37], 0.0, 6), None);
    }

    #[test]
    fn points_keep_clear_of_spans() {
        let slots = [(100.0, 109.0, false), (0.0, 200.0, true)];
        let rows: Vec<usize> = pack(&slots, 0.0, 4).unwrap().iter().map(|p| p.row).collect();
        assert_eq!(rows, [1, 0]);
    }

    proptest! {
        #[test]
        fn nothing_overlaps(
            marks in proptest::collection::vec((0.0..900.0_f64, 3.0..200.0_f64, any::<bool>()), 0..80),
            rows in 1_usize..20,
        ) {
            let slots: Vec<(f64, f64, bool)> =
                marks.iter().map(|&(x, w, s)| (x, x + if s { w } else { 9.0 }, s)).collect();
            let places = pack(&slots, 0.0, rows).unwrap_or_default();
            for (i, a) in places.iter().enumerate() {
                prop_assert!(a.row < rows && a.from >= 0.0);
                let others = places[i + 1..].iter().filter(|b| b.row == a.row);
                prop_assert!(others.into_iter().all(|b| a.to <= b.from || b.to <= a.from));
            }
        }
    }
}
