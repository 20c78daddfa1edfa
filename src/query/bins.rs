//! Bins of a measure, whose ends are round numbers.

use crate::column::{Codes, Floats, Numbers, STRETCH};

/// How bins are spaced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BinScale {
    /// Equally wide.
    #[default]
    Linear,
    /// Equally wide in the logarithm; what is not above zero is in no bin.
    Log,
}

/// Most bins that a measure can have.
const MOST: usize = 4_096;

/// Bins of a measure and the bin of each row. A bin holds its lower edge and not its upper one; the last holds both.
#[derive(Clone, Debug, PartialEq)]
pub struct Bins {
    scale: BinScale,
    edges: Vec<f64>,
    codes: Codes,
}

impl Bins {
    /// About `count` bins between round numbers that hold every number; `None` where there is none to hold.
    #[must_use]
    pub fn nice(numbers: &Numbers, scale: BinScale, count: usize) -> Option<Self> {
        let (least, greatest) = extent(numbers, scale)?;
        let edges = match scale {
            BinScale::Linear => linear_edges(least, greatest, count),
            BinScale::Log => log_edges(least, greatest, count),
        };
        Some(Self::by_edges(numbers, scale, edges))
    }

    /// Exactly `count` bins from `from` to `to`; numbers outside are in no bin. `None` where these are no bounds.
    #[must_use]
    pub fn between(
        numbers: &Numbers,
        scale: BinScale,
        count: usize,
        (from, to): (f64, f64),
    ) -> Option<Self> {
        let count = count.clamp(1, MOST);
        let possible = from.is_finite() && to.is_finite() && from < to;
        if !possible || (scale == BinScale::Log && from <= 0.0) {
            return None;
        }
        let part = |n: usize| n as f64 / count as f64;
        let edge = |n: usize| match (n, scale) {
            (0, _) => from,
            (n, _) if n == count => to,
            (n, BinScale::Linear) => from + (to - from) * part(n),
            (n, BinScale::Log) => 10_f64.powf(from.log10() + (to.log10() - from.log10()) * part(n)),
        };
        Some(Self::by_edges(numbers, scale, (0..=count).map(edge).collect()))
    }

    fn by_edges(numbers: &Numbers, scale: BinScale, mut edges: Vec<f64>) -> Self {
        edges.dedup();
        if edges.len() < 2 {
            edges.push(edges.first().map_or(1.0, |e| e.next_up()));
        }
        let bins = edges.len() - 1;
        let placing = Placing::new(scale, &edges);
        let codes = if bins < usize::from(u8::MAX) {
            Codes::U8(placing.codes(numbers.floats(), |bin| bin.map_or(u8::MAX, |bin| bin as u8)))
        } else {
            Codes::U16(
                placing.codes(numbers.floats(), |bin| bin.map_or(u16::MAX, |bin| bin as u16)),
            )
        };
        Self { scale, edges, codes }
    }

    /// How the bins are spaced.
    #[must_use]
    pub const fn scale(&self) -> BinScale {
        self.scale
    }

    /// The ends of the bins, ascending, one more than there are bins.
    #[must_use]
    pub fn edges(&self) -> &[f64] {
        &self.edges
    }

    /// Number of bins, at least one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.edges.len() - 1
    }

    /// Never: there is a bin at least.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        false
    }

    /// The bin of each row, by number.
    #[must_use]
    pub const fn codes(&self) -> &Codes {
        &self.codes
    }
}

/// Least and greatest number that can be in a bin.
fn extent(numbers: &Numbers, scale: BinScale) -> Option<(f64, f64)> {
    let fits = |n: f64| n.is_finite() && (scale == BinScale::Linear || n > 0.0);
    let widen = |(least, greatest): (f64, f64), n: f64| {
        if fits(n) { (least.min(n), greatest.max(n)) } else { (least, greatest) }
    };
    let none = (f64::INFINITY, f64::NEG_INFINITY);
    let found = match numbers.floats() {
        Floats::F64(all) => all.iter().copied().fold(none, widen),
        Floats::F32(all) => all.iter().map(|&n| n.into()).fold(none, widen),
    };
    (found.0 <= found.1).then_some(found)
}

/// Edges a round step (1, 2 or 5 times a power of ten) apart.
fn linear_edges(least: f64, greatest: f64, count: usize) -> Vec<f64> {
    let count = count.clamp(1, MOST);
    if least == greatest {
        return vec![least, least.next_up()];
    }
    let rough = greatest / count as f64 - least / count as f64;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|n| n * power).into_iter().find(|&s| s >= rough);
    let step = step.unwrap_or(rough);
    let (first, last) = ((least / step).floor(), (greatest / step).ceil());
    if !(step > 0.0 && step.is_finite() && last - first < 2.0 * MOST as f64) {
        return vec![least, greatest];
    }
    let steps = (last - first) as usize;
    // Dividing by a whole number of steps a unit prints 0.3 and not 0.30000000000000004.
    let edge = |n: f64| if step < 1.0 { n / (1.0 / step).round() } else { n * step };
    let exact = step >= 1.0 || ((1.0 / step).round() * step - 1.0).abs() < 1e-9;
    (0..=steps).map(|n| first + n as f64).map(|n| if exact { edge(n) } else { n * step }).collect()
}

/// Edges that divide each power of ten into the same number of parts.
fn log_edges(least: f64, greatest: f64, count: usize) -> Vec<f64> {
    let count = count.clamp(1, MOST) as f64;
    let (first, mut last) = (least.log10().floor(), greatest.log10().ceil());
    if first == last {
        last += 1.0;
    }
    let powers = last - first;
    let parts = [1.0, 2.0, 3.0, 4.0, 5.0, 10.0, 20.0, 50.0, 100.0];
    let parts = parts.into_iter().rev().find(|parts| parts * powers <= count).unwrap_or(1.0);
    let edge = |n: usize| match (n as f64 / parts, n as f64 % parts) {
        (power, 0.0) => 10_f64.powi((first + power) as i32),
        (power, _) => rounded(10_f64.powf(first + power)),
    };
    let mut edges: Vec<f64> = (0..=(powers * parts) as usize).map(edge).collect();
    // A power of ten is rounded: the ends hold the extremes all the same.
    edges[0] = edges[0].min(least);
    let end = edges.len() - 1;
    edges[end] = edges[end].max(greatest);
    edges
}

/// A number to three digits: an edge that a reader can read, and still another than its neighbours.
fn rounded(number: f64) -> f64 {
    format!("{number:.2e}").parse().unwrap_or(number)
}

/// Finds a number's bin: a guess, put right by the edges, which alone decide.
struct Placing<'a> {
    edges: &'a [f64],
    guess: Guess,
}

enum Guess {
    /// First edge and bins a unit.
    Linear(f64, f64),
    /// By the leading bits of the float, which grow with it nearly as its logarithm does.
    Log(u64, Vec<u16>),
}

/// Bits of a positive float that are not looked at: what is left is the exponent and eight bits.
const FINE: u32 = 44;

impl<'a> Placing<'a> {
    fn new(scale: BinScale, edges: &'a [f64]) -> Self {
        let bins = edges.len() - 1;
        let (first, last) = (edges[0], edges[bins]);
        let guess = match scale {
            BinScale::Linear => Guess::Linear(first, bins as f64 / (last - first)),
            BinScale::Log => {
                let (low, high) = (first.to_bits() >> FINE, last.to_bits() >> FINE);
                let bin = |bits: u64| {
                    let number = f64::from_bits(bits << FINE);
                    edges.partition_point(|&e| e <= number).saturating_sub(1).min(bins - 1) as u16
                };
                Guess::Log(low, (low..=high).map(bin).collect())
            }
        };
        Self { edges, guess }
    }

    /// The bins of all numbers, as codes.
    fn codes<T>(&self, floats: &Floats, code: impl Fn(Option<usize>) -> T) -> Vec<T> {
        match floats {
            Floats::F64(all) => self.codes_of(all, code),
            Floats::F32(all) => self.codes_of(all, code),
        }
    }

    fn codes_of<N: Copy + Into<f64>, T>(
        &self,
        numbers: &[N],
        code: impl Fn(Option<usize>) -> T,
    ) -> Vec<T> {
        let mut codes = Vec::with_capacity(numbers.len());
        match &self.guess {
            Guess::Linear(first, scale) => {
                let guess = |number: f64| ((number - first) * scale) as usize;
                let stretches = numbers.chunks(STRETCH);
                stretches.for_each(|all| place(all, self.edges, &guess, &code, &mut codes));
            }
            Guess::Log(low, bins) => {
                let guess = |number: f64| {
                    let at = (number.to_bits() >> FINE).saturating_sub(*low) as usize;
                    bins.get(at).map_or(0, |&bin| usize::from(bin))
                };
                let stretches = numbers.chunks(STRETCH);
                stretches.for_each(|all| place(all, self.edges, &guess, &code, &mut codes));
            }
        }
        codes
    }
}

/// Adds the bins of numbers, as codes.
#[inline(never)]
fn place<N: Copy + Into<f64>, T>(
    numbers: &[N],
    edges: &[f64],
    guess: &impl Fn(f64) -> usize,
    code: &impl Fn(Option<usize>) -> T,
    out: &mut Vec<T>,
) {
    let last = edges.len() - 2;
    let (least, greatest) = (edges[0], edges[last + 1]);
    out.extend(numbers.iter().map(|&number| {
        let number = number.into();
        // Not a number is in no bin either.
        if !(number >= least && number <= greatest) {
            return code(None);
        }
        let mut bin = guess(number).min(last);
        while bin > 0 && number < edges[bin] {
            bin -= 1;
        }
        while bin < last && number >= edges[bin + 1] {
            bin += 1;
        }
        code(Some(bin))
    }));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn numbers(list: &[f64]) -> Numbers {
        Numbers::from_options(list.iter().copied().map(Some))
    }

    #[test]
    fn edges_are_round_numbers() {
        let bins = Bins::nice(&numbers(&[0.05, 0.98]), BinScale::Linear, 10).unwrap();
        assert_eq!(bins.edges()[..4], [0.0, 0.1, 0.2, 0.3]);
        assert_eq!(bins.len(), 10);
        let bins = Bins::nice(&numbers(&[3.0, 47_000.0]), BinScale::Log, 10).unwrap();
        assert_eq!(
            bins.edges().iter().step_by(2).copied().collect::<Vec<_>>(),
            [1.0, 10.0, 100.0, 1_000.0, 10_000.0, 100_000.0]
        );
        let bins = Bins::nice(&numbers(&[7.0, 7.0, -1.0]), BinScale::Log, 50).unwrap();
        assert_eq!(bins.codes().iter().flatten().count(), 2);
        assert!(Bins::nice(&numbers(&[]), BinScale::Linear, 50).is_none());
        assert!(Bins::nice(&numbers(&[0.0, -3.0]), BinScale::Log, 50).is_none());
        assert!(Bins::between(&numbers(&[1.0]), BinScale::Log, 50, (0.0, 1.0)).is_none());
    }

    proptest! {
        #[test]
        fn every_number_is_in_the_bin_whose_edges_hold_it(
            list in prop::collection::vec(prop_oneof![
                -1e6..1e6_f64, 0.0..1e-3_f64, Just(0.0), Just(f64::NAN), Just(1e300), Just(10.0),
            ], 0..60),
            count in 1..400_usize,
            log in any::<bool>(),
            fixed in any::<bool>(),
        ) {
            let scale = if log { BinScale::Log } else { BinScale::Linear };
            let column = numbers(&list);
            let bins = if fixed {
                Bins::between(&column, scale, count, (0.5, 2_000.0))
            } else {
                Bins::nice(&column, scale, count)
            };
            let fits = |n: &&f64| n.is_finite() && (!log || **n > 0.0);
            let Some(bins) = bins else {
                prop_assert_eq!(list.iter().filter(fits).count(), 0);
                return Ok(());
            };
            let edges = bins.edges();
            prop_assert!(edges.is_sorted_by(|a, b| a < b));
            for (row, number) in list.iter().enumerate() {
                let last = bins.len() - 1;
                let expected = (0..=last).find(|&bin| {
                    edges[bin] <= *number && (*number < edges[bin + 1] || (bin == last && *number == edges[bin + 1]))
                });
                prop_assert_eq!(bins.codes().code(row).map(|c| c as usize), expected);
                if !fixed && fits(&number) {
                    prop_assert!(expected.is_some());
                }
            }
        }
    }
}
