//! Stable sorting of which the program carries one copy.
//!
//! The standard library's sort is compiled anew for every type and comparison, some ten kilobytes each; here only the
//! comparison and the moving are. Lists in this program are short, so speed is not what counts.

use std::cmp::Ordering;

/// Sorting by few instructions; what is equal keeps its order.
pub trait Order<T> {
    /// As `sort_by`.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// As `sort_by_key`.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// As `sort`.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

impl<T> Order<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        for (a, b) in swaps(merged(self.len(), &mut |a, b| compare(&self[a], &self[b]))) {
            self.swap(a, b);
        }
    }
}

/// The places `0..len` in order: a merge sort from the bottom up.
fn merged(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut from: Vec<usize> = (0..len).collect();
    let mut to = Vec::with_capacity(len);
    let mut width = 1;
    while width < len {
        to.clear();
        for pair in from.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            while let (Some(&l), Some(&r)) = (left.first(), right.first()) {
                if compare(l, r) == Ordering::Greater {
                    to.push(r);
                    right = &right[1..];
                } else {
                    to.push(l);
                    left = &left[1..];
                }
            }
            to.extend_from_slice(left);
            to.extend_from_slice(right);
        }
        std::mem::swap(&mut from, &mut to);
        width *= 2;
    }
    from
}

/// The swaps that bring what stood at `order[n]` to `n`, one cycle after the other.
fn swaps(mut order: Vec<usize>) -> Vec<(usize, usize)> {
    let mut swaps = Vec::new();
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start || from == at {
                break;
            }
            swaps.push((at, from));
            at = from;
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn orders_as_the_standard_library_does(list in prop::collection::vec((0..9_u8, any::<u8>()), 0..200)) {
            let mut expected = list.clone();
            expected.sort_by_key(|item| item.0);
            let mut found = list.clone();
            found.order_by_key(|item| item.0);
            prop_assert_eq!(&found, &expected);
            expected.sort();
            found.order();
            prop_assert_eq!(found, expected);
        }
    }
}
