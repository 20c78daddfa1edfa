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

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Right,
    Left,
}

/// An item's row and where its label stands, if it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PackedItem {
    pub(crate) row: usize,
    pub(crate) label: Option<Side>,
}

const APART: f64 = 6.0;

/// Places for slots in ascending order of `from`, on at most `rows` rows; labels keep within
/// `bounds`.
///
/// First every label asks for room; if that takes too many rows, marks are packed alone and labels
/// appear where their neighbours leave room. `None` where even the marks do not fit.
pub(crate) fn pack(slots: &[Slot], bounds: (f64, f64), rows: usize) -> Option<Vec<PackedItem>> {
    if let Some(places) = all(slots, bounds, rows) {
        return Some(places);
    }
    let mut places = greedy(slots, bounds, rows, false)?;
    // Where the next mark of each row begins, walking back; then where the last ends, walking on.
    let mut next = vec![f64::INFINITY; rows];
    for (slot, place) in slots.iter().zip(&mut places).rev() {
        let end = slot.to + slot.label;
        if slot.label > 0.0 && end <= bounds.1 && end + APART <= next[place.row] {
            place.label = Some(Side::Right);
        }
        next[place.row] = slot.from;
    }
    let mut last = vec![f64::NEG_INFINITY; rows];
    for (slot, place) in slots.iter().zip(&mut places) {
        let begin = slot.from - slot.label;
        let free = begin >= bounds.0 && last[place.row] + APART <= begin;
        if slot.label > 0.0 && place.label.is_none() && free {
            place.label = Some(Side::Left);
        }
        last[place.row] = taken(slot, place.label).1;
    }
    Some(places)
}

/// Places for slots on at most `rows` rows with every label shown; `None` where that takes more rows.
pub(crate) fn all(slots: &[Slot], bounds: (f64, f64), rows: usize) -> Option<Vec<PackedItem>> {
    greedy(slots, bounds, rows, true)
}

/// Both ends of a slot with its label.
pub(crate) fn taken(slot: &Slot, label: Option<Side>) -> (f64, f64) {
    match label {
        None => (slot.from, slot.to),
        Some(Side::Right) => (slot.from, slot.to + slot.label),
        Some(Side::Left) => (slot.from - slot.label, slot.to),
    }
}

fn greedy(
    slots: &[Slot],
    bounds: (f64, f64),
    rows: usize,
    labels: bool,
) -> Option<Vec<PackedItem>> {
    let mut ends: Vec<f64> = Vec::new();
    let mut places = Vec::with_capacity(slots.len());
    for slot in slots {
        let label = if !labels || slot.label <= 0.0 {
            None
        } else if slot.to + slot.label <= bounds.1 {
            Some(Side::Right)
        } else if slot.from - slot.label >= bounds.0 {
            Some(Side::Left)
        } else {
            None
        };
        let (from, to) = taken(slot, label);
        let free = ends.iter().position(|end| end + APART <= from);
        let row = match free {
            Some(row) => row,
            None if ends.len() < rows => {
                ends.push(f64::NEG_INFINITY);
                ends.len() - 1
            }
            None => return None,
        };
        ends[row] = to;
        places.push(PackedItem { row, label });
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
        let bounds = (0.0, 500.0);
        let row = [slot(0.0, 10.0), slot(20.0, 30.0), slot(100.0, 110.0)];
        let places = pack(&row, bounds, 2).unwrap();
        assert_eq!(places.iter().map(|p| p.row).collect::<Vec<_>>(), [0, 1, 0]);
        assert_eq!(pack(&[slot(0.0, 9.0), slot(1.0, 9.0)], bounds, 1), None);
        let labels = |slots: &[Slot]| -> Vec<Option<Side>> {
            let places = pack(slots, bounds, 1).unwrap();
            places.iter().map(|place| place.label).collect()
        };
        assert_eq!(labels(&row[..2]), [None, Some(Side::Right)]);
        assert_eq!(labels(&[slot(200.0, 490.0)]), [Some(Side::Left)]);
    }

    proptest! {
        #[test]
        fn nothing_in_a_row_overlaps(
            mut items in proptest::collection::vec((0.0..900.0_f64, 3.0..200.0_f64, 0.0..90.0_f64), 0..60),
            rows in 1_usize..12,
        ) {
            items.sort_by(|a, b| a.0.total_cmp(&b.0));
            let slots: Vec<Slot> = items.iter().map(|i| Slot { from: i.0, to: i.0 + i.1, label: i.2 }).collect();
            if let Some(places) = pack(&slots, (0.0, 1000.0), rows) {
                for (i, a) in slots.iter().enumerate() {
                    for (j, b) in slots.iter().enumerate().skip(i + 1) {
                        if places[i].row == places[j].row {
                            let (a, b) = (taken(a, places[i].label), taken(b, places[j].label));
                            prop_assert!(a.1 <= b.0);
                        }
                    }
                }
            }
        }
    }
}
