//! Density: bins of a plane shaded by how many data they hold.
//!
//! Points are put into hexagons of equal size in px, which tile a plane with the least distortion
//! (Carr, Littlefield, Nicholson & Littlefield 1987); what was counted beforehand keeps its cells.

use std::collections::BTreeMap;

use super::stage;
use crate::chart::format::{Format, Word};
use crate::chart::geometry::Area;
use crate::chart::node::{Node, Role, Shape};
use crate::chart::paint::Paint;
use crate::chart::palette::RAMP;
use crate::chart::plane::Plane;
use crate::chart::scene::{Bin, BinPlace, Scene};
use crate::chart::sheet::{LegendItem, Sheet, Sign};
use crate::chart::spec::{ChartSpec, Datum, FilledCell};

/// Px from the centre of a hexagon to its corners, narrow and wide plots.
const CORNER: (f64, f64) = (6.5, 9.0);
/// Paper between neighbouring bins, half of it, in px.
const GAP: f64 = 0.5;

/// Counts in classes of the ramp: each begins at a round number, the first at 1.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CountScale {
    begins: Vec<u32>,
    most: u32,
}

impl CountScale {
    /// Classes for counts up to `most`: as many as there are counts, at most [`RAMP`], by equal
    /// ratios, since most bins hold few and few hold most.
    pub(crate) fn new(most: u32) -> Self {
        let ratio = f64::from(most.max(1)).powf(1.0 / RAMP as f64);
        let mut begins = vec![1_u32];
        for class in 1..RAMP as i32 {
            let last = begins.last().copied().unwrap_or(1);
            let begin = round(ratio.powi(class)).max(last.saturating_add(1));
            if begin <= most {
                begins.push(begin);
            }
        }
        Self { begins, most }
    }

    /// The step of the ramp for a count.
    fn step(&self, count: u32) -> u8 {
        let class = self.begins.partition_point(|begin| *begin <= count).saturating_sub(1);
        // Few classes take the far end of the ramp too: one is as dark as needs be.
        let spread = class * (RAMP - 1) / self.begins.len().saturating_sub(1).max(1);
        spread as u8
    }

    /// A swatch a class, named by the counts it stands for.
    fn legend(&self, format: &dyn Format) -> Vec<LegendItem> {
        let number = |count: u32| format.number(f64::from(count));
        let ends = self.begins.iter().skip(1).map(|next| next - 1).chain([self.most]);
        self.begins
            .iter()
            .zip(ends)
            .map(|(&from, to)| LegendItem {
                paint: Paint::ramp(self.step(from)),
                name: if from < to {
                    format!("{}–{}", number(from), number(to))
                } else {
                    number(from)
                },
                sign: Sign::Square,
            })
            .collect()
    }
}

/// The nearest of 1, 2, 3, 5 times a power of ten.
fn round(value: f64) -> u32 {
    let ten = 10_f64.powf(value.log10().floor());
    let steps = [1.0, 2.0, 3.0, 5.0, 10.0].map(|factor| factor * ten);
    let near = steps.into_iter().min_by(|a, b| (a - value).abs().total_cmp(&(b - value).abs()));
    near.map_or(1, |near| near as u32)
}

/// A bin before it is drawn.
pub(crate) struct Tile {
    shape: Shape,
    place: (Span, Span),
    count: u32,
    ids: Vec<u32>,
}

/// Least and greatest value.
type Span = (f64, f64);

/// The hexagons that hold points, from the top, each row from left to right.
pub(crate) fn hexagons(data: &[&Datum], plane: &Plane) -> Vec<Tile> {
    let corner = if plane.plot.width < 480.0 { CORNER.0 } else { CORNER.1 };
    let (dx, dy) = (corner * 3_f64.sqrt(), corner * 1.5);
    let mut bins: BTreeMap<(i32, i32), Vec<&Datum>> = BTreeMap::new();
    for &datum in data {
        let (x, y) = plane.place(datum);
        bins.entry(hexagon((x - plane.plot.x) / dx, (y - plane.plot.y) / dy))
            .or_default()
            .push(datum);
    }
    let tile = |((row, column), own): ((i32, i32), Vec<&Datum>)| {
        let x = (f64::from(column) + f64::from(row & 1) / 2.0).mul_add(dx, plane.plot.x);
        let y = f64::from(row).mul_add(dy, plane.plot.y);
        let points: Vec<(f64, f64)> = (0..6)
            .map(|k| f64::from(k) * std::f64::consts::FRAC_PI_3)
            .map(|turn| ((corner - GAP) * turn.sin(), (corner - GAP) * turn.cos()))
            .map(|(right, down)| (x + right, y + down))
            .collect();
        Tile {
            shape: stage::polygon(&points),
            place: (span(&own, |d| d.across), span(&own, |d| d.extent.mid)),
            count: own.len() as u32,
            ids: own.iter().map(|datum| datum.id).collect(),
        }
    };
    bins.into_iter().map(tile).collect()
}

/// Row and column of the hexagon a point lies in; `x` in widths, `y` in rows.
fn hexagon(x: f64, y: f64) -> (i32, i32) {
    let centre = |row: f64| {
        let shift = (row as i32 & 1) as f64 / 2.0;
        let column = (x - shift).round();
        // Rows are √3/2 widths apart.
        let (right, down) = (x - shift - column, (y - row) * 3_f64.sqrt() / 2.0);
        (right.mul_add(right, down * down), (row as i32, column as i32))
    };
    let (above, below) = (centre(y.floor()), centre(y.floor() + 1.0));
    if above.0 <= below.0 { above.1 } else { below.1 }
}

fn span(data: &[&Datum], value: impl Fn(&Datum) -> f64) -> Span {
    let values = data.iter().map(|datum| (value(datum), value(datum)));
    values.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or_default()
}

/// Cells counted beforehand, as rectangles.
pub(crate) fn rectangles(cells: &[FilledCell], plane: &Plane) -> Vec<Tile> {
    let tile = |cell: &FilledCell| {
        let (left, bottom) = plane.at(cell.across.0, cell.along.0);
        let (right, top) = plane.at(cell.across.1, cell.along.1);
        let area = Area::between(left, top, right, bottom);
        let gap = GAP.min(area.width / 4.0).min(area.height / 4.0);
        let shape = Shape::Rect(area.grown(-gap));
        Tile { shape, place: (cell.across, cell.along), count: cell.count, ids: Vec::new() }
    };
    cells.iter().map(tile).collect()
}

/// The classes for all tiles together.
pub(crate) fn scale<'a>(tiles: impl Iterator<Item = &'a Tile>) -> CountScale {
    CountScale::new(tiles.map(|tile| tile.count).max().unwrap_or(1))
}

/// Draws tiles as bins, each telling its count and where it stands.
pub(crate) fn draw(
    scene: &mut Scene,
    tiles: Vec<Tile>,
    scale: &CountScale,
    spec: &ChartSpec,
    format: &dyn Format,
) {
    for Tile { shape, place: (across, along), count, ids } in tiles {
        let said = |label: &str, (low, high): Span| {
            let values =
                if low < high { format.word(Word::Between(low, high)) } else { format.number(low) };
            format!("{label} {values}").trim().to_owned()
        };
        let tip = [
            format.word(Word::Counted(count as usize)),
            said(&spec.across.label, across),
            said(&spec.value.label, along),
        ]
        .join(" · ");
        let role = Role::Bin(scene.bins.len() as u32);
        scene.push(Node::new(shape, Paint::ramp(scale.step(count)), role).telling(&tip));
        let place = BinPlace::Values { across, along };
        scene.bins.push(Bin { place, count: count as usize, ids });
    }
}

/// The legend of counts, below the plot.
pub(crate) fn legend(sheet: &mut Sheet, scale: &CountScale, format: &dyn Format) {
    sheet.small_line(&format.word(Word::PerBin));
    sheet.y += 4.0;
    sheet.legend(&scale.legend(format));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn classes_begin_at_round_numbers() {
        assert_eq!(CountScale::new(1).begins, [1]);
        assert_eq!(CountScale::new(3).begins, [1, 2, 3]);
        assert_eq!(CountScale::new(40).begins, [1, 2, 3, 5, 10, 20]);
        assert_eq!(CountScale::new(1_000_000).begins, [1, 10, 100, 1000, 10_000, 100_000]);
    }

    proptest! {
        #[test]
        fn every_count_has_a_step_and_more_is_never_paler(most in 1..u32::MAX, a in any::<u32>(), b in any::<u32>()) {
            let scale = CountScale::new(most);
            let (a, b) = (a % most + 1, b.min(most));
            prop_assert!(scale.begins.windows(2).all(|w| w[0] < w[1]));
            prop_assert!(usize::from(scale.step(a)) < RAMP);
            prop_assert!(a > b || scale.step(a) <= scale.step(b));
        }

        #[test]
        fn a_point_lies_in_the_hexagon_of_the_nearest_centre(x in -20.0..20.0_f64, y in -20.0..20.0_f64) {
            let distance = |(row, column): (i32, i32)| {
                let right = x - f64::from(column) - f64::from(row & 1) / 2.0;
                right.hypot((y - f64::from(row)) * 3_f64.sqrt() / 2.0)
            };
            let own = distance(hexagon(x, y));
            for row in -22..=22 {
                for column in -22..=22 {
                    prop_assert!(own <= distance((row, column)) + 1e-9);
                }
            }
        }
    }
}
