//! Lines on a globe, opened along a meridian: where a ring crosses it, it is cut in parts, and one that goes round a pole is
//! closed along it.

use super::extent::{is_degrees, wrapped};

/// Edges longer than this, in degrees, get positions between, so that they bend as the map does.
const LONGEST: f64 = 1.5;
/// A ring that goes round more often than this is no shape.
const TURNS: f64 = 8.0;

/// A ring as rings of degrees from the middle, each within ±180, with positions between distant ones.
pub(super) fn ring(points: &[[f64; 2]], centre: f64, is_cut: bool) -> Vec<Vec<[f64; 2]>> {
    let mut line = unwrapped(points, centre);
    let (Some(&first), Some(&last)) = (line.first(), line.last()) else { return Vec::new() };
    let end = last[0] + wrapped(first[0] - last[0]);
    let turns = ((end - first[0]) / 360.0).round();
    if turns != 0.0 && is_cut {
        let sum: f64 = line.iter().map(|place| place[1]).sum();
        let pole = if sum < 0.0 { -90.0 } else { 90.0 };
        line.extend([[end, first[1]], [end, pole], [first[0], pole]]);
    }
    line.push(line[0]);
    let line = dense(&line);
    let (west, east) = bounds(&line);
    if !is_cut || west >= -180.0 && east <= 180.0 {
        return vec![line];
    }
    let windows = windows(west, east);
    let part = |middle: f64| {
        let right = clipped(&line, |x| middle + 180.0 - x);
        let both = clipped(&right, |x| x - (middle - 180.0));
        let mut own: Vec<[f64; 2]> = both.into_iter().map(|[x, y]| [x - middle, y]).collect();
        own.extend(own.first().copied());
        // Where it was cut, its edges are long again.
        dense(&own)
    };
    windows.map(part).filter(|ring| ring.len() > 3).collect()
}

/// A line as lines of degrees from the middle, each within ±180.
pub(super) fn line(points: &[[f64; 2]], centre: f64, is_cut: bool) -> Vec<Vec<[f64; 2]>> {
    let line = dense(&unwrapped(points, centre));
    if !is_cut {
        return vec![line];
    }
    let mut parts: Vec<Vec<[f64; 2]>> = vec![Vec::new()];
    let mut before: Option<[f64; 2]> = None;
    for [x, y] in line {
        let place = [wrapped(x), y];
        if before.is_some_and(|before: [f64; 2]| (before[0] - place[0]).abs() > 180.0) {
            parts.push(Vec::new());
        }
        parts.last_mut().into_iter().for_each(|part| part.push(place));
        before = Some(place);
    }
    parts.retain(|part| part.len() > 1);
    parts
}

/// Degrees from the middle, going on beyond ±180 as the line does, the shorter way round from position to position.
fn unwrapped(points: &[[f64; 2]], centre: f64) -> Vec<[f64; 2]> {
    let mut x: Option<f64> = None;
    let places = points.iter().filter(|place| is_degrees(**place));
    places
        .map(|&[longitude, latitude]| {
            let here = wrapped(longitude - centre);
            let next = x.map_or(here, |x| x + wrapped(here - x));
            x = Some(next);
            [next, latitude.clamp(-90.0, 90.0)]
        })
        .collect()
}

fn dense(line: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let mut out: Vec<[f64; 2]> = Vec::with_capacity(line.len());
    for &[x, y] in line {
        if let Some(&[from_x, from_y]) = out.last() {
            let longest = (x - from_x).abs().max((y - from_y).abs());
            let parts = (longest / LONGEST).ceil().min(TURNS * 360.0);
            for at in 1..parts as usize {
                let share = at as f64 / parts;
                out.push([
                    (x - from_x).mul_add(share, from_x),
                    (y - from_y).mul_add(share, from_y),
                ]);
            }
        }
        out.push([x, y]);
    }
    out
}

fn bounds(line: &[[f64; 2]]) -> (f64, f64) {
    let start = (f64::INFINITY, f64::NEG_INFINITY);
    line.iter().fold(start, |(west, east), [x, _]| (west.min(*x), east.max(*x)))
}

/// Middles of the turns that a stretch of longitude reaches into.
fn windows(west: f64, east: f64) -> impl Iterator<Item = f64> {
    let turn = |x: f64| ((x + 180.0) / 360.0).floor().clamp(-TURNS, TURNS) as i32;
    // What only touches the edge is not in the next turn.
    (turn(west)..=turn(east - 1e-9)).map(|turn| f64::from(turn) * 360.0)
}

/// What of a ring lies where a distance is not negative (Sutherland and Hodgman).
fn clipped(ring: &[[f64; 2]], distance: impl Fn(f64) -> f64) -> Vec<[f64; 2]> {
    let mut out = Vec::with_capacity(ring.len());
    let Some(mut before) = ring.last().copied() else { return out };
    for &here in ring {
        let (a, b) = (distance(before[0]), distance(here[0]));
        if (a < 0.0) != (b < 0.0) {
            let share = a / (a - b);
            let between = |axis: usize| (here[axis] - before[axis]).mul_add(share, before[axis]);
            out.push([between(0), between(1)]);
        }
        if b >= 0.0 {
            out.push(here);
        }
        before = here;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(ring: &[[f64; 2]]) -> f64 {
        let next = ring.iter().cycle().skip(1);
        ring.iter().zip(next).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f64>() / 2.0
    }

    #[test]
    fn a_ring_across_the_cut_is_two_and_loses_nothing() {
        let square = [[170.0, 10.0], [-160.0, 10.0], [-160.0, 30.0], [170.0, 30.0]];
        for square in [square.to_vec(), square.into_iter().rev().collect()] {
            let parts = ring(&square, 0.0, true);
            assert_eq!(parts.len(), 2);
            let areas: Vec<f64> = parts.iter().map(|part| area(part).abs()).collect();
            assert!(
                (areas[0] - 200.0).abs() < 1e-9 && (areas[1] - 400.0).abs() < 1e-9,
                "{areas:?}"
            );
            assert!(parts.iter().flatten().all(|place| place[0].abs() <= 180.0));
        }
        assert_eq!(ring(&square, 180.0, true).len(), 1, "in the middle of the map");
    }

    #[test]
    fn a_ring_round_a_pole_is_closed_along_it() {
        for sign in [-1.0, 1.0] {
            let mut coast: Vec<[f64; 2]> =
                (0..36).map(|at| [f64::from(at) * 10.0 - 180.0, 70.0 * sign]).collect();
            for _ in 0..2 {
                let parts = ring(&coast, 0.0, true);
                let whole: f64 = parts.iter().map(|part| area(part).abs()).sum();
                assert!((whole - 360.0 * 20.0).abs() < 1e-6, "{whole}");
                coast.reverse();
            }
        }
    }

    #[test]
    fn a_ring_that_is_cut_already_stays_as_it_is() {
        let parts = ring(&[[170.0, 0.0], [180.0, 0.0], [180.0, 9.0], [170.0, 9.0]], 0.0, true);
        assert_eq!(parts.len(), 1);
        assert!((area(&parts[0]).abs() - 90.0).abs() < 1e-9);
    }

    #[test]
    fn lines_are_parted_and_nothing_is_nothing() {
        assert_eq!(line(&[[170.0, 0.0], [-170.0, 0.0]], 0.0, true).len(), 2);
        assert!(ring(&[], 0.0, true).is_empty());
        assert!(ring(&[[999.0, 99.0]], 0.0, true).is_empty());
    }
}
