//! Where within an area its name has room: on the widest stretch, as high as a line of text, that lies inside.

use crate::chart::measure;
use crate::chart::text_size::TextSize;

/// Heights at which is looked for room.
const LOOKS: u32 = 9;
/// Air at the sides of words, in px.
const AIR: f64 = 4.0;
/// So much wider a stretch must be than the best so far, which is nearer to the middle.
const WORTH: f64 = 1.15;

/// What is said of an area.
pub(super) struct Words<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// Its figure; may be empty.
    pub(super) figure: &'a str,
}

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    /// The middle of the words, in px.
    pub(super) x: f64,
    /// The middle of the line, or of both, in px.
    pub(super) y: f64,
    /// Width of the widest line.
    pub(super) width: f64,
    /// Whether the figure has room, too.
    pub(super) has_figure: bool,
}

/// Where the words of an area have room; `None` where its name has none.
pub(super) fn spot(rings: &[Vec<(f64, f64)>], words: &Words) -> Option<Spot> {
    let measured = |text: &str| measure::width(text, TextSize::Small);
    let (name, figure) = (measured(words.name), measured(words.figure));
    if words.name.is_empty() {
        return None;
    }
    let both = name.max(figure);
    let two = if words.figure.is_empty() { None } else { find(rings, both + AIR, 2.0) };
    let spot = |(x, y): (f64, f64), width, has_figure| Spot { x, y, width, has_figure };
    two.map(|place| spot(place, both, true))
        .or_else(|| find(rings, name + AIR, 1.0).map(|place| spot(place, name, false)))
}

/// The middle of a stretch that is so wide and so many lines high.
fn find(rings: &[Vec<(f64, f64)>], width: f64, lines: f64) -> Option<(f64, f64)> {
    let height = TextSize::Small.line() * lines;
    let all = || rings.iter().flatten();
    let fold = |pick: fn(f64, f64) -> f64, start: f64, of: fn(&(f64, f64)) -> f64| {
        all().map(of).fold(start, pick)
    };
    let (left, right) =
        (fold(f64::min, f64::INFINITY, |p| p.0), fold(f64::max, f64::NEG_INFINITY, |p| p.0));
    let (top, bottom) =
        (fold(f64::min, f64::INFINITY, |p| p.1), fold(f64::max, f64::NEG_INFINITY, |p| p.1));
    if right - left < width || bottom - top < height {
        return None;
    }
    let mut heights: Vec<f64> = (1..=LOOKS)
        .map(|at| (bottom - top).mul_add(f64::from(at) / f64::from(LOOKS + 1), top))
        .collect();
    let middle = f64::midpoint(top, bottom);
    heights.sort_by(|a, b| (a - middle).abs().total_cmp(&(b - middle).abs()));
    let mut best: Option<(f64, (f64, f64))> = None;
    for y in heights {
        let steps = [-0.5, 0.0, 0.5].map(|share: f64| height.mul_add(share, y));
        let inside = steps.map(|y| stretches(rings, y));
        let stretch = inside.into_iter().reduce(|a, b| shared(&a, &b));
        let widest =
            stretch.into_iter().flatten().max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
        let Some((from, to)) = widest.filter(|(from, to)| to - from >= width) else { continue };
        if best.is_none_or(|(most, _)| to - from > most * WORTH) {
            best = Some((to - from, (f64::midpoint(from, to), y)));
        }
    }
    best.map(|(_, place)| place)
}

/// What of a level line lies inside.
fn stretches(rings: &[Vec<(f64, f64)>], y: f64) -> Vec<(f64, f64)> {
    let mut crossings: Vec<f64> = Vec::new();
    for ring in rings {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            if (a.1 > y) != (b.1 > y) {
                crossings.push((b.0 - a.0) * (y - a.1) / (b.1 - a.1) + a.0);
            }
        }
    }
    crossings.sort_by(f64::total_cmp);
    crossings.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}

/// What lies in both.
fn shared(a: &[(f64, f64)], b: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let pairs =
        a.iter().flat_map(|one| b.iter().map(move |two| (one.0.max(two.0), one.1.min(two.1))));
    pairs.filter(|(from, to)| from < to).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(x: f64, y: f64, width: f64, height: f64) -> Vec<(f64, f64)> {
        vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    }

    #[test]
    fn words_stand_where_the_area_is_wide_and_never_in_a_hole() {
        let words = Words { name: "Brack", figure: "" };
        // A flag: a thin pole on the left, wide cloth at the top.
        let flag =
            vec![(0.0, 0.0), (120.0, 0.0), (120.0, 60.0), (6.0, 60.0), (6.0, 300.0), (0.0, 300.0)];
        let place = spot(&[flag], &words).unwrap();
        assert!(place.y < 60.0 && (place.x - 60.0).abs() < 10.0, "{place:?}");
        let lake = [ring(0.0, 0.0, 200.0, 100.0), ring(20.0, 30.0, 100.0, 40.0)];
        let place = spot(&lake, &words).unwrap();
        let half = place.width / 2.0;
        let clear = place.x - half > 120.0 || place.y < 30.0 - 6.0 || place.y > 70.0 + 6.0;
        assert!(clear, "{place:?}");
    }

    #[test]
    fn the_figure_stands_below_where_there_is_room_and_nothing_where_there_is_none() {
        let words = Words { name: "Brack", figure: "12.5" };
        assert!(spot(&[ring(0.0, 0.0, 200.0, 100.0)], &words).unwrap().has_figure);
        assert!(!spot(&[ring(0.0, 0.0, 200.0, 22.0)], &words).unwrap().has_figure);
        assert_eq!(spot(&[ring(0.0, 0.0, 10.0, 100.0)], &words), None);
        assert_eq!(spot(&[ring(0.0, 0.0, 100.0, 4.0)], &words), None);
        assert_eq!(spot(&[], &words), None);
        assert_eq!(spot(&[ring(0.0, 0.0, 200.0, 100.0)], &Words { name: "", figure: "1" }), None);
    }
}
