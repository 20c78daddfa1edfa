//! The scan by hand: one pass counts every view, each under all filters but its own.

use minsheng_explorer::column::{Codes, Data, Floats, Table};

use crate::table::{SIZES, VIEWS, engine};

pub(crate) struct Scan {
    place: Vec<u16>,
    small: Vec<Vec<u8>>,
    misses: Vec<Vec<u8>>,
    values: Vec<f64>,
    names: Vec<String>,
}

impl Scan {
    pub(crate) fn new(table: &Table) -> Self {
        let codes = |key: &str| match &table.column(key).unwrap().data {
            Data::Category(category) => category.codes.clone(),
            Data::Time(time) => time.codes().clone(),
            Data::Measure(_) => {
                engine(&std::sync::Arc::new(table.clone())).bins(key).unwrap().codes().clone()
            }
        };
        let Codes::U16(place) = codes("place") else { panic!("places are two bytes") };
        let small = |key: &&str| match codes(key) {
            Codes::U8(codes) => codes,
            _ => panic!("{key} is one byte"),
        };
        let Floats::F64(values) = table.measure().unwrap().values.floats().clone() else {
            panic!("values are eight bytes")
        };
        let names = table.category("place").unwrap().dictionary.iter();
        Self {
            place,
            small: VIEWS[1..].iter().map(small).collect(),
            misses: SIZES.iter().map(|&size| vec![0; size]).collect(),
            values,
            names: names.map(|(_, e)| e.name.zh.clone()).collect(),
        }
    }

    pub(crate) fn set(&mut self, column: &str, range: Option<(u32, u32)>) {
        let at = VIEWS.iter().position(|view| *view == column).unwrap();
        let (lo, hi) = range.unwrap_or((0, u32::MAX));
        for (code, misses) in (0..).zip(&mut self.misses[at]) {
            *misses = if lo <= code && code <= hi { 0 } else { 1 << at };
        }
    }

    pub(crate) fn counts(&self) -> Vec<Vec<u32>> {
        let mut counts: Vec<Vec<u32>> = SIZES.iter().map(|&size| vec![0; size]).collect();
        let [n0, n1, n2, n3, n4, n5, n6] = counts.as_mut_slice() else { return counts };
        let [m0, m1, m2, m3, m4, m5, m6] = self.misses.as_slice() else { return counts };
        let [c1, c2, c3, c4, c5, c6] = self.small.as_slice() else { return counts };
        for row in 0..self.place.len() {
            let (a, b, c) = (self.place[row] as usize, c1[row] as usize, c2[row] as usize);
            let (d, e) = (c3[row] as usize, c4[row] as usize);
            let (f, g) = (c5[row] as usize, c6[row] as usize);
            match m0[a] | m1[b] | m2[c] | m3[d] | m4[e] | m5[f] | m6[g] {
                0 => {
                    n0[a] += 1;
                    n1[b] += 1;
                    n2[c] += 1;
                    n3[d] += 1;
                    n4[e] += 1;
                    n5[f] += 1;
                    n6[g] += 1;
                }
                1 => n0[a] += 1,
                2 => n1[b] += 1,
                4 => n2[c] += 1,
                8 => n3[d] += 1,
                16 => n4[e] += 1,
                32 => n5[f] += 1,
                64 => n6[g] += 1,
                _ => {}
            }
        }
        counts
    }

    pub(crate) fn sums(&self) -> Vec<f64> {
        let mut sums = vec![0.0; SIZES[0] * SIZES[1]];
        for ((place, year), value) in self.place.iter().zip(&self.small[0]).zip(&self.values) {
            sums[*place as usize * SIZES[1] + *year as usize] += value;
        }
        sums
    }

    pub(crate) fn search(&self, word: &str) -> usize {
        let found: Vec<bool> = self.names.iter().map(|name| name.contains(word)).collect();
        self.place.iter().map(|&place| usize::from(found[place as usize])).sum()
    }
}
