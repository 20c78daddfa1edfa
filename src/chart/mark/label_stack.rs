//! Labels at the ends of lines, moved apart until none touch.

use crate::base::order::Order;

/// The middles nearest to the wanted ones that are at least `gap` apart and within `bounds`, in the
/// order given; `None` where the bounds have no room for all.
///
/// Each overlapping cluster is moved as one to the mean of its wishes, as in isotonic regression
/// (pool adjacent violators), which moves labels the least.
pub(crate) fn spread(wanted: &[f64], gap: f64, bounds: (f64, f64)) -> Option<Vec<f64>> {
    let count = wanted.len();
    let room = bounds.1 - bounds.0;
    if count == 0 || room < gap * (count - 1) as f64 {
        return (count == 0).then(Vec::new);
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.order_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    // A wish less its rank × gap: what then must only ascend.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (rank, &index) in order.iter().enumerate() {
        let mut pool = (wanted[index] - rank as f64 * gap, 1);
        while let Some(&(mean, size)) = pools.last() {
            if mean <= pool.0 {
                break;
            }
            let all = size + pool.1;
            pool = ((mean * size as f64 + pool.0 * pool.1 as f64) / all as f64, all);
            pools.pop();
        }
        pools.push(pool);
    }
    let highest = bounds.1 - (count - 1) as f64 * gap;
    let levels = pools
        .iter()
        .flat_map(|(mean, size)| std::iter::repeat_n(mean.clamp(bounds.0, highest), *size));
    let mut places = vec![0.0; count];
    for ((rank, index), level) in order.into_iter().enumerate().zip(levels) {
        places[index] = level + rank as f64 * gap;
    }
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_with_room_stay_where_they_want() {
        assert_eq!(spread(&[50.0, 10.0], 16.0, (0.0, 100.0)), Some(vec![50.0, 10.0]));
        assert_eq!(spread(&[50.0, 50.0], 16.0, (0.0, 100.0)), Some(vec![42.0, 58.0]));
        assert_eq!(spread(&[1.0, 2.0], 16.0, (0.0, 10.0)), None);
    }

    proptest! {
        #[test]
        fn none_touch_and_all_are_inside(wanted in proptest::collection::vec(-50.0..350.0_f64, 0..15)) {
            let places = spread(&wanted, 16.0, (0.0, 300.0)).unwrap();
            let mut sorted = places.clone();
            sorted.sort_by(f64::total_cmp);
            prop_assert!(sorted.windows(2).all(|w| w[1] - w[0] >= 16.0 - 1e-6));
            prop_assert!(places.iter().all(|p| (-1e-6..=300.0 + 1e-6).contains(p)));
        }
    }
}
