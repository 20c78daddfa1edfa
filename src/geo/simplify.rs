//! Lines without what nobody can see: positions go by the area that they add (Visvalingam and Whyatt), the least first.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Twice the area of a triangle.
fn doubled([ax, ay]: [f64; 2], [bx, by]: [f64; 2], [cx, cy]: [f64; 2]) -> f64 {
    ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)).abs()
}

/// A closed line without positions that add less than an area; fewer than three positions where nothing is left of it.
pub(super) fn ring(points: &[[f64; 2]], least: f64) -> Vec<[f64; 2]> {
    simplified(points, least, true)
}

/// An open line, whose ends stay.
pub(super) fn line(points: &[[f64; 2]], least: f64) -> Vec<[f64; 2]> {
    simplified(points, least, false)
}

fn simplified(points: &[[f64; 2]], least: f64, is_closed: bool) -> Vec<[f64; 2]> {
    // Most of a fine line lies within a fraction of what can be seen of the position before it.
    let near = least.sqrt() / 4.0;
    let mut kept: Vec<[f64; 2]> = Vec::new();
    for &[x, y] in points {
        let is_far = |last: &[f64; 2]| (last[0] - x).abs() > near || (last[1] - y).abs() > near;
        if kept.last().is_none_or(is_far) {
            kept.push([x, y]);
        }
    }
    if let (false, Some(&end), true) = (is_closed, points.last(), kept.len() > 1) {
        kept.pop();
        kept.push(end);
    }
    let count = kept.len();
    if count < 4 {
        return kept;
    }
    let mut before: Vec<usize> = (0..count).map(|at| (at + count - 1) % count).collect();
    let mut after: Vec<usize> = (0..count).map(|at| (at + 1) % count).collect();
    let mut added: Vec<f64> = (0..count)
        .map(|at| {
            let is_end = !is_closed && (at == 0 || at + 1 == count);
            if is_end {
                f64::INFINITY
            } else {
                doubled(kept[before[at]], kept[at], kept[after[at]])
            }
        })
        .collect();
    // Areas are not negative, so that their bits are in their order.
    let mut heap: BinaryHeap<Reverse<(u64, usize)>> =
        (0..count).map(|at| Reverse((added[at].to_bits(), at))).collect();
    let (mut gone, mut left) = (vec![false; count], count);
    while let Some(Reverse((bits, at))) = heap.pop() {
        let area = f64::from_bits(bits);
        if gone[at] || area.to_bits() != added[at].to_bits() {
            continue;
        }
        if area >= least * 2.0 || left <= 3 {
            break;
        }
        gone[at] = true;
        left -= 1;
        let (a, b) = (before[at], after[at]);
        (after[a], before[b]) = (b, a);
        for side in [a, b] {
            if added[side].is_finite() {
                // What stood beside something small is no smaller than it.
                added[side] = doubled(kept[before[side]], kept[side], kept[after[side]]).max(area);
                heap.push(Reverse((added[side].to_bits(), side)));
            }
        }
    }
    kept.into_iter().zip(gone).filter(|(_, gone)| !gone).map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_goes_and_corners_stay() {
        let mut square = Vec::new();
        for [from, to] in [
            [[0.0, 0.0], [9.0, 0.0]],
            [[9.0, 0.0], [9.0, 9.0]],
            [[9.0, 9.0], [0.0, 9.0]],
            [[0.0, 9.0], [0.0, 0.0]],
        ] {
            for at in 0..90 {
                let share = f64::from(at) / 90.0;
                let wobble = if at % 2 == 0 { 0.0 } else { 0.01 };
                square.push([
                    from[0] + (to[0] - from[0]) * share + wobble,
                    from[1] + (to[1] - from[1]) * share,
                ]);
            }
        }
        let simple = ring(&square, 0.2);
        assert!(simple.len() <= 8, "{}", simple.len());
        for corner in [[0.0, 0.0], [9.0, 0.0], [9.0, 9.0], [0.0, 9.0]] {
            assert!(simple.iter().any(|p| (p[0] - corner[0]).hypot(p[1] - corner[1]) < 0.2));
        }
    }

    #[test]
    fn a_ring_keeps_three_positions_and_a_line_its_ends() {
        let circle: Vec<[f64; 2]> = (0..600)
            .map(|at| (f64::from(at) / 600.0 * std::f64::consts::TAU).sin_cos())
            .map(|(y, x)| [x * 2.0, y * 2.0])
            .collect();
        assert_eq!(ring(&circle, 50.0).len(), 3);
        let way: Vec<[f64; 2]> =
            (0..100).map(|at| [f64::from(at), f64::from(at % 2) * 0.1]).collect();
        let simple = line(&way, 1.0);
        assert_eq!((simple.first(), simple.last()), (way.first(), way.last()));
        assert!(simple.len() < 10);
        assert!(ring(&[], 1.0).is_empty());
    }

    #[test]
    fn a_million_positions_take_their_time_once() {
        let jagged: Vec<[f64; 2]> = (0..1_000_000)
            .map(|at| [f64::from(at % 1000), f64::from(at / 1000 + at % 7 * 60)])
            .collect();
        assert!(!ring(&jagged, 0.3).is_empty());
    }
}
