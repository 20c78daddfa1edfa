//! A map of areas: equal tiles on a grid, or shapes that somebody else drew, shaded by class. Small multiples stand beside
//! one another on the same scale.

mod draw;
mod label;
mod shade;
mod shape;

use serde::{Deserialize, Serialize};

use super::format::Format;
use super::panel::Grid;
use super::scene::Scene;
use super::sheet::{LegendItem, Sheet, Sign, Size};
use draw::{Frame, names_fit};
use shade::shade;

pub use shade::MOST_CLASSES;

/// Where an area stands on the map, in units of [`MapSpec::extent`] from its upper left corner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum MapPlace {
    /// A tile of one unit.
    Tile {
        /// Column from the left.
        column: u8,
        /// Row from the top.
        row: u8,
    },
    /// What somebody else drew.
    Shape(MapShape),
}

/// The shape of an area.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MapShape {
    /// Closed lines; one around a hole turns the other way round.
    pub rings: Vec<Vec<(f32, f32)>>,
    /// Lines that are not closed.
    pub lines: Vec<Vec<(f32, f32)>>,
    /// Points, and where an area is too small to be seen.
    pub dots: Vec<(f32, f32)>,
}

impl Default for MapPlace {
    fn default() -> Self {
        Self::Tile { column: 0, row: 0 }
    }
}

/// An area of the map.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MapArea {
    /// Its name.
    pub name: String,
    /// Its letters, drawn where the name has no room; may be empty.
    pub code: String,
    /// Where it stands.
    pub place: MapPlace,
}

/// What is known of an area.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MapDatum {
    /// Handed back on hover and click.
    pub id: u32,
    /// Index into [`MapSpec::areas`].
    pub area: u32,
    /// Index into [`MapSpec::panels`]; 0 where there are none.
    pub panel: u32,
    /// Index into [`MapSpec::classes`]; `None` where there is no figure.
    pub class: Option<u8>,
    /// The figure as readers write it.
    pub label: String,
    /// Accessible text: name, figure, period.
    pub tip: String,
}

/// A map to compose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MapSpec {
    /// Put before every id in the scene.
    pub prefix: String,
    /// Width and height of the map in its own units.
    pub extent: (f64, f64),
    /// The areas, those of which nothing is known among them.
    pub areas: Vec<MapArea>,
    /// Names of small multiples; fewer than two make a single map.
    pub panels: Vec<String>,
    /// What is known, in reading order.
    pub data: Vec<MapDatum>,
    /// How the classes were made.
    pub method: String,
    /// The classes from the least values to the greatest, at most [`MOST_CLASSES`].
    pub classes: Vec<String>,
    /// What an area without a figure is called in the legend; empty where every area has one.
    pub missing: String,
}

/// The least width of one of several maps, in px.
const LEAST: f64 = 150.0;
/// The largest side of a tile, in px.
const LARGEST_TILE: f64 = 72.0;
/// The greatest height of a map of shapes, in px.
const TALLEST: f64 = 560.0;

/// Draws a map: its legend, then each map with the areas known on top of the outlines of all.
#[must_use]
pub fn map(spec: &MapSpec, size: Size, format: &dyn Format) -> Scene {
    let mut sheet = Sheet::open(&spec.prefix, size, ["", "", ""]);
    sheet.small_line(&spec.method);
    sheet.y += 4.0;
    sheet.legend(&legend(spec));
    let panels = spec.panels.len().max(1);
    let (width, height) = spec.extent;
    if width > 0.0 && height > 0.0 && !spec.areas.is_empty() {
        let grid = Grid::plan(panels, sheet.width(), LEAST);
        let is_tiled = spec.areas.iter().all(|area| matches!(area.place, MapPlace::Tile { .. }));
        let most = if is_tiled { LARGEST_TILE } else { TALLEST / height };
        let unit = (grid.width / width).min(most);
        let is_named = names_fit(spec, unit);
        let places = grid.place(&mut sheet, &spec.panels, &vec![unit * height; panels]);
        for (panel, place) in (0_u32..).zip(places) {
            let frame = Frame { spec, x: place.x, y: place.y, unit, is_named };
            if panel == 0 {
                sheet.scene.plot = place;
            }
            if is_tiled {
                frame.draw(&mut sheet.scene, panel);
            } else {
                shape::draw(&frame, &mut sheet.scene, panel);
            }
        }
    }
    sheet.close(Vec::new(), format)
}

fn legend(spec: &MapSpec) -> Vec<LegendItem> {
    let classes = spec.classes.len();
    let class = |(at, name): (usize, &String)| LegendItem {
        paint: shade(at, classes).0,
        name: name.clone(),
        sign: Sign::Square,
    };
    let missing = (!spec.missing.is_empty()).then(|| LegendItem {
        paint: shade::missing(),
        name: spec.missing.clone(),
        sign: Sign::Square,
    });
    spec.classes.iter().enumerate().map(class).chain(missing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Area, Role, Shape, TimeStep, Word};

    struct Plain;

    impl Format for Plain {
        fn number(&self, value: f64) -> String {
            value.to_string()
        }
        fn date(&self, day: crate::base::date::Day, _: TimeStep) -> String {
            day.to_string()
        }
        fn word(&self, _: Word) -> String {
            String::new()
        }
    }

    fn spec(panels: usize) -> MapSpec {
        let area = |at: u8| MapArea {
            name: format!("Area {at}"),
            code: format!("A{at}"),
            place: MapPlace::Tile { column: at % 8, row: at / 8 },
        };
        let datum = |panel: u32, area: u32| MapDatum {
            id: panel * 20 + area,
            area,
            panel,
            class: (area != 3).then_some((area % 5) as u8),
            label: area.to_string(),
            tip: format!("Area {area}"),
        };
        MapSpec {
            extent: (8.0, 4.0),
            areas: (0..32).map(area).collect(),
            panels: (0..panels).map(|at| at.to_string()).collect(),
            data: (0..panels.max(1) as u32)
                .flat_map(|panel| (0..20).map(move |area| datum(panel, area)))
                .collect(),
            classes: (0..5).map(|at| at.to_string()).collect(),
            missing: "none".to_owned(),
            ..MapSpec::default()
        }
    }

    fn tiles(scene: &Scene) -> Vec<Area> {
        let marks = scene.nodes.iter().filter(|node| node.role == Role::Mark);
        marks.filter(|node| matches!(node.shape, Shape::Rect(_))).map(|n| n.bounds()).collect()
    }

    #[test]
    fn tiles_are_equal_apart_and_within_the_picture_at_every_width() {
        for (width, panels) in [(160.0, 1), (390.0, 1), (390.0, 4), (1440.0, 6)] {
            let scene = map(&spec(panels), Size::wide(width), &Plain);
            let tiles = tiles(&scene);
            assert_eq!(tiles.len(), 20 * panels, "{width}");
            for (at, tile) in tiles.iter().enumerate() {
                assert!((tile.width - tiles[0].width).abs() < 1e-9);
                assert!(tile.x >= 0.0 && tile.right() <= scene.width && tile.y > 0.0);
                assert!(tile.y + tile.height <= scene.height);
                assert!(tiles[..at].iter().all(|other| !other.overlaps(tile)));
            }
        }
    }

    #[test]
    fn every_area_known_is_a_mark_with_words_also_where_it_has_no_figure() {
        let scene = map(&spec(1), Size::wide(700.0), &Plain);
        assert_eq!(scene.data_order(), (0..20).collect::<Vec<u32>>());
        assert!((0..20).all(|id| scene.mark(id).is_some_and(|node| !node.tip.is_empty())));
        let paint = |id| scene.mark(id).map(|node| node.paint);
        assert_ne!(paint(3), paint(4));
        assert_eq!(paint(0), paint(5), "one class, one shade");
    }

    #[test]
    fn nothing_known_is_no_picture_and_no_panic() {
        let scene = map(&MapSpec::default(), Size::wide(390.0), &Plain);
        assert!(scene.data_order().is_empty());
    }
}
