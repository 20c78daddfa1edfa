//! Labels at the ends of lines, moved apart until none touch.

use crate::base::order::Order;

/// The middles nearest to the wanted ones at which labels of these heights do not touch, those of the first and the last
/// line of text within `bounds`, in the order given; `None` where the bounds have no room for all.
///
/// Each overlapping cluster is moved as one to the mean of its wishes, as in isotonic regression
/// (pool adjacent violators), which moves labels the least.
pub(crate) fn spread(wanted: &[f64], heights: &[f64], bounds: (f64, f64)) -> Option<Vec<f64>> {
    let count = wanted.len();
    let mut order: Vec<usize> = (0..count).collect();
    order.order_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let height = |index: usize| heights.get(index).copied().unwrap_or_default();
    // How far each stands below the first where all touch.
    let mut offsets: Vec<f64> = Vec::with_capacity(count);
    for pair in std::iter::once(None).chain(order.windows(2).map(Some)).take(count) {
        let step = pair.map_or(0.0, |pair| f64::midpoint(height(pair[0]), height(pair[1])));
        offsets.push(offsets.last().copied().unwrap_or_default() + step);
    }
    // What stands out beyond one line of the first and the last.
    let line = heights.iter().copied().fold(f64::INFINITY, f64::min);
    let beyond = |index: Option<&usize>| index.map_or(0.0, |&own| (height(own) - line) / 2.0);
    let lowest = bounds.0 + beyond(order.first());
    let highest = bounds.1 - beyond(order.last()) - offsets.last().copied().unwrap_or_default();
    if count == 0 || highest < lowest {
        return (count == 0).then(Vec::new);
    }
    // A wish less its offset: what then must only ascend.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (&index, offset) in order.iter().zip(&offsets) {
        let mut pool = (wanted[index] - offset, 1);
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
    let levels = pools
        .iter()
        .flat_map(|(mean, size)| std::iter::repeat_n(mean.clamp(lowest, highest), *size));
    let mut places = vec![0.0; count];
    for ((index, offset), level) in order.into_iter().zip(offsets).zip(levels) {
        places[index] = level + offset;
    }
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_with_room_stay_where_they_want() {
        let two = [16.0; 2];
        assert_eq!(spread(&[50.0, 10.0], &two, (0.0, 100.0)), Some(vec![50.0, 10.0]));
        assert_eq!(spread(&[50.0, 50.0], &two, (0.0, 100.0)), Some(vec![42.0, 58.0]));
        assert_eq!(spread(&[1.0, 2.0], &two, (0.0, 10.0)), None);
        assert_eq!(spread(&[], &[], (0.0, 10.0)), Some(Vec::new()));
    }

    #[test]
    fn labels_of_several_lines_keep_their_whole_height_free() {
        let places = spread(&[50.0, 50.0], &[16.0, 48.0], (0.0, 100.0)).unwrap();
        assert_eq!(places, [34.0, 66.0]);
        let at_top = spread(&[0.0, 90.0], &[48.0, 16.0], (0.0, 100.0)).unwrap();
        assert_eq!(at_top, [16.0, 90.0], "its first line is not above the plot");
    }

    proptest! {
        #[test]
        fn none_touch_and_all_are_inside(wanted in proptest::collection::vec(-50.0..350.0_f64, 0..15)) {
            let places = spread(&wanted, &vec![16.0; wanted.len()], (0.0, 300.0)).unwrap();
            let mut sorted = places.clone();
            sorted.sort_by(f64::total_cmp);
            prop_assert!(sorted.windows(2).all(|w| w[1] - w[0] >= 16.0 - 1e-6));
            prop_assert!(places.iter().all(|p| (-1e-6..=300.0 + 1e-6).contains(p)));
        }
    }
}
