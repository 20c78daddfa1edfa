//! Packing: items onto as few rows as keep them and their labels apart.

/// What an item takes of a row, in px.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    /// Left end of the mark.
    pub(crate) from: f64,
    /// Right end of the mark.
    pub(crate) to: f64,
    /// Width of the label with its gap, 0 for none.
    pub(crate) label: f64,
}

/// An item's row and whether its label is shown, to the right of the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) row: usize,
    pub(crate) labelled: bool,
}

const APART: f64 = 6.0;

/// Places for slots in ascending order of `from`, on at most `rows` rows; labels end at `right`.
///
/// First every label asks for room; if that takes too many rows, marks are packed alone and labels
/// appear where the next mark of the row leaves room. `None` where even the marks do not fit.
pub(crate) fn pack(slots: &[Slot], right: f64, rows: usize) -> Option<Vec<Place>> {
    if let Some(places) = greedy(slots, right, rows, true) {
        return Some(places);
    }
    let mut places = greedy(slots, right, rows, false)?;
    // Where the next mark of each row begins, walking back.
    let mut next = vec![f64::INFINITY; rows];
    for (slot, place) in slots.iter().zip(&mut places).rev() {
        let end = slot.to + slot.label;
        place.labelled = slot.label > 0.0 && end <= right && end + APART <= next[place.row];
        next[place.row] = slot.from;
    }
    Some(places)
}

fn greedy(slots: &[Slot], right: f64, rows: usize, labels: bool) -> Option<Vec<Place>> {
    let mut ends: Vec<f64> = Vec::new();
    let mut places = Vec::with_capacity(slots.len());
    for slot in slots {
        let labelled = labels && slot.label > 0.0 && slot.to + slot.label <= right;
        let free = ends.iter().position(|end| end + APART <= slot.from);
        let row = match free {
            Some(row) => row,
            None if ends.len() < rows => {
                ends.push(f64::NEG_INFINITY);
                ends.len() - 1
            }
            None => return None,
        };
        ends[row] = slot.to + if labelled { slot.label } else { 0.0 };
        places.push(Place { row, labelled });
    }
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_touches_goes_below_and_too_much_goes_nowhere() {
        let slot = |from, to| Slot { from, to, label: 30.0 };
        let places = pack(&[slot(0.0, 10.0), slot(20.0, 30.0), slot(100.0, 110.0)], 500.0, 2);
        let rows: Vec<usize> = places.unwrap().iter().map(|place| place.row).collect();
        assert_eq!(rows, [0, 1, 0]);
        assert_eq!(pack(&[slot(0.0, 9.0), slot(1.0, 9.0)], 500.0, 1), None);
        let squeezed = pack(&[slot(0.0, 10.0), slot(20.0, 30.0)], 500.0, 1).unwrap();
        assert_eq!(squeezed.map_labels(), [false, true]);
    }

    trait Labels {
        fn map_labels(&self) -> Vec<bool>;
    }

    impl Labels for Vec<Place> {
        fn map_labels(&self) -> Vec<bool> {
            self.iter().map(|place| place.labelled).collect()
        }
    }

    proptest! {
        #[test]
        fn nothing_in_a_row_overlaps(
            mut items in proptest::collection::vec((0.0..900.0_f64, 3.0..200.0_f64, 0.0..90.0_f64), 0..60),
            rows in 1_usize..12,
        ) {
            items.sort_by(|a, b| a.0.total_cmp(&b.0));
            let slots: Vec<Slot> = items.iter().map(|i| Slot { from: i.0, to: i.0 + i.1, label: i.2 }).collect();
            if let Some(places) = pack(&slots, 1000.0, rows) {
                for (i, a) in slots.iter().enumerate() {
                    for (j, b) in slots.iter().enumerate().skip(i + 1) {
                        if places[i].row == places[j].row {
                            let end = a.to + if places[i].labelled { a.label } else { 0.0 };
                            prop_assert!(end <= b.from);
                        }
                    }
                }
            }
        }
    }
}
