//! What lies in what among the rows of a table, worked out once, so that a question about some of them takes one look at each.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::column::{Bitmap, Category, Places, Reach, Reason};

/// No slot.
const NONE: u32 = u32::MAX;

/// How a row with this value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counts {
    /// It does.
    Always,
    /// Where nothing that it is a part of is there.
    WithoutWhole,
    /// Where nothing that lies in it is there.
    WithoutParts,
    /// It does not.
    Never,
}

/// Values that lie in others, by the places of their rows: a slot is a value in one place.
#[derive(Clone, Debug)]
pub(super) struct Nested {
    /// By row, its slot.
    of_row: Vec<u32>,
    /// By slot, the nearest one around it that has a row.
    up: Vec<u32>,
    counts: Vec<Counts>,
    /// The rows that were asked about last, and those of them that count: one filter is asked about many times.
    last: RefCell<Option<(Bitmap, Bitmap)>>,
}

impl Nested {
    /// Of a column's values: what each takes together, `None` where it is no total, and what its rows are beside.
    pub(super) fn of(category: &Category, reach: &[Option<Reach>], beside: &Places) -> Self {
        let dictionary = &category.dictionary;
        let counts_as = |code: u32| {
            let is_total = reach.get(code as usize).copied().flatten().is_some();
            let reason = dictionary.total(code).map_or(Reason::Reader, |total| total.reason);
            match reason {
                _ if !is_total => Counts::Always,
                Reason::Within => Counts::WithoutWhole,
                Reason::Nested | Reason::Level => Counts::WithoutParts,
                _ => Counts::Never,
            }
        };
        let mut slots: FxHashMap<(usize, u32), u32> = FxHashMap::default();
        let mut keys = Vec::new();
        let mut of_row = Vec::new();
        for row in 0..category.codes.len() {
            let slot = beside.of(row).zip(category.code(row)).map_or(NONE, |key| {
                let next = u32::try_from(keys.len()).unwrap_or(NONE);
                *slots.entry(key).or_insert_with(|| {
                    keys.push(key);
                    next
                })
            });
            of_row.push(slot);
        }
        let up = |&(place, code): &(usize, u32)| {
            let found = dictionary.around(code).find_map(|up| slots.get(&(place, up)).copied());
            found.unwrap_or(NONE)
        };
        let up = keys.iter().map(up).collect();
        let counts = keys.iter().map(|&(_, code)| counts_as(code)).collect();
        Self { of_row, up, counts, last: RefCell::default() }
    }

    /// The rows among these that count.
    pub(super) fn counting(&self, rows: &Bitmap) -> Bitmap {
        let last = self.last.take();
        if let Some((_, kept)) = last.as_ref().filter(|(asked, _)| asked == rows) {
            let kept = kept.clone();
            self.last.replace(last);
            return kept;
        }
        let kept = self.counting_among(rows);
        self.last.replace(Some((rows.clone(), kept.clone())));
        kept
    }

    fn counting_among(&self, rows: &Bitmap) -> Bitmap {
        let slot_of = |row: usize| self.of_row.get(row).map(|&slot| slot as usize);
        let mut here = vec![false; self.up.len()];
        let mut around = vec![false; self.up.len()];
        for slot in rows.iter().filter_map(slot_of) {
            let Some(own) = here.get_mut(slot).filter(|own| !**own) else { continue };
            *own = true;
            let mut at = self.up[slot] as usize;
            while let Some(own) = around.get_mut(at).filter(|own| !**own) {
                *own = true;
                at = self.up[at] as usize;
            }
        }
        let is_in_another = |slot: usize| {
            let next = |&at: &u32| self.up.get(at as usize).copied();
            let mut ups = std::iter::successors(self.up.get(slot).copied(), next);
            ups.any(|at| here.get(at as usize).copied().unwrap_or_default())
        };
        let mut kept = Bitmap::none(rows.len());
        for row in rows.iter() {
            let slot = slot_of(row).unwrap_or(NONE as usize);
            let counts = match self.counts.get(slot) {
                None | Some(Counts::Always) => true,
                Some(Counts::WithoutWhole) => !is_in_another(slot),
                Some(Counts::WithoutParts) => !around.get(slot).copied().unwrap_or_default(),
                Some(Counts::Never) => false,
            };
            if counts {
                kept.insert(row);
            }
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::lang::Bilingual;
    use crate::column::{Codes, Column, Data, Dictionary, Entry, Role, Table, Total};

    /// Values of three digits in those of two in those of one, so many of each in a higher one, in so many places.
    fn table(parts: u32, places: u32) -> Table {
        let entry = |id: String| Entry { name: Bilingual::same(&id), id, parent: None, hue: None };
        let (mut dictionary, mut within, mut totals) =
            (Dictionary::default(), Vec::new(), Vec::new());
        let mut add = |id: String, up: Option<u32>, is_total: bool| {
            let code = dictionary.intern(entry(id));
            within.push(up);
            let total = Total { code, reach: Reach::Group, reason: Reason::Nested };
            totals.extend(is_total.then_some(total));
            code
        };
        for a in 0..parts {
            let first = add(format!("{a:03}"), None, true);
            for b in 0..parts {
                let second = add(format!("{a:03}{b:03}"), Some(first), true);
                for c in 0..parts {
                    add(format!("{a:03}{b:03}{c:03}"), Some(second), false);
                }
            }
        }
        let values = u32::try_from(within.len()).unwrap();
        let mut towns = Dictionary::default();
        for place in 0..places {
            towns.intern(entry(format!("p{place}")));
        }
        dictionary.set_totals(totals);
        dictionary.set_within(within);
        let rows = (values * places) as usize;
        let own = (0..places).flat_map(|_| (0..values).map(Some));
        let town = (0..places).flat_map(|place| (0..values).map(move |_| Some(place)));
        let codes = Codes::pack(own, dictionary.len());
        let town = Codes::pack(town, towns.len());
        let columns = vec![
            Column::new("code", Role::Category, Data::Category(Category { codes, dictionary })),
            Column::new(
                "town",
                Role::Area,
                Data::Category(Category { codes: town, dictionary: towns }),
            ),
        ];
        Table { len: rows, columns, ..Table::default() }
    }

    fn nested(table: &Table) -> Nested {
        let category = table.category("code").unwrap();
        let mut reach = vec![None; category.dictionary.len()];
        for total in category.dictionary.totals() {
            reach[total.code as usize] = Some(total.reach);
        }
        Nested::of(category, &reach, &Places::beside(table, "code").unwrap())
    }

    #[test]
    fn a_total_counts_where_none_of_its_parts_is_there() {
        let table = table(3, 2);
        let nested = nested(&table);
        let values = table.len / 2;
        // Of all rows the parts alone.
        assert_eq!(nested.counting(&Bitmap::all(table.len)).count(), 27 * 2);
        // The totals alone: those that have no other in them.
        let totals = Bitmap::from_fn(table.len, |row| row % values == 0 || row % values == 1);
        assert_eq!(nested.counting(&totals).iter().collect::<Vec<_>>(), [1, values + 1]);
        // A part of one place is none of a total in the other.
        let apart = Bitmap::from_fn(table.len, |row| row == 0 || row == values + 2);
        assert_eq!(nested.counting(&apart).count(), 2);
        assert_eq!(nested.counting(&apart), nested.counting(&apart.clone()), "asked again");
    }
}
