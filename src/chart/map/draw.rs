//! One map of tiles: the outlines of all areas, what is known on top of them, and words where they fit.

use super::shade::{missing, shade};
use super::{MapArea, MapDatum, MapPlace, MapSpec};
use crate::chart::geometry::Area;
use crate::chart::measure;
use crate::chart::node::{Anchor, Node, Role, Shape, Text};
use crate::chart::paint::{Paint, Token};
use crate::chart::scene::Scene;
use crate::chart::text_size::TextSize;

/// Air between tiles, as a part of a tile.
const GAP: f64 = 0.06;
/// From this side on in px a tile has its figure under its name.
const TWO_LINES: f64 = 44.0;
/// Air at the sides of a tile's words, in px.
const AIR: f64 = 4.0;

/// Where one map is drawn, and how large.
pub(super) struct Frame<'a> {
    pub(super) spec: &'a MapSpec,
    /// Left edge in px.
    pub(super) x: f64,
    /// Upper edge in px.
    pub(super) y: f64,
    /// Px of a unit.
    pub(super) unit: f64,
    /// Whether tiles have names rather than letters.
    pub(super) is_named: bool,
}

/// Whether nearly all names fit tiles of so many px: else all have their letters, so that no map has both.
pub(super) fn names_fit(spec: &MapSpec, unit: f64) -> bool {
    let room = (1.0 - GAP).mul_add(unit, -AIR);
    let fits = |area: &&MapArea| measure::width(&area.name, TextSize::Small) <= room;
    spec.areas.iter().filter(fits).count() * 10 >= spec.areas.len() * 9
}

impl Frame<'_> {
    /// Width of the map in px.
    pub(super) fn width(&self) -> f64 {
        self.spec.extent.0 * self.unit
    }

    /// A place on the map, in px.
    pub(super) fn px(&self, x: f32, y: f32) -> (f64, f64) {
        (f64::from(x).mul_add(self.unit, self.x), f64::from(y).mul_add(self.unit, self.y))
    }

    /// Draws the map of a panel.
    pub(super) fn draw(&self, scene: &mut Scene, panel: u32) {
        let mut is_known = vec![false; self.spec.areas.len()];
        let own = || self.spec.data.iter().filter(|datum| datum.panel == panel);
        for datum in own() {
            if let Some(known) = is_known.get_mut(datum.area as usize) {
                *known = true;
            }
        }
        for (area, _) in self.spec.areas.iter().zip(&is_known).filter(|(_, known)| !**known) {
            let paint = Paint::line(Token::Hairline, 1.0);
            scene.push(Node::new(self.shape(&area.place), paint, Role::Grid));
            self.label(scene, area, (Token::Muted, None));
        }
        for datum in own() {
            let Some(area) = self.spec.areas.get(datum.area as usize) else { continue };
            self.mark(scene, area, datum);
        }
    }

    fn mark(&self, scene: &mut Scene, area: &MapArea, datum: &MapDatum) {
        let (paint, words) = match datum.class {
            Some(class) => shade(usize::from(class), self.spec.classes.len()),
            None => (missing(), Token::Muted),
        };
        let node = Node::new(self.shape(&area.place), paint, Role::Mark);
        scene.push(node.of(datum.id).telling(&datum.tip));
        self.label(scene, area, (words, Some(datum)));
    }

    /// Name or letters where they fit whole; the figure below where there is room.
    fn label(&self, scene: &mut Scene, area: &MapArea, (token, datum): (Token, Option<&MapDatum>)) {
        let MapPlace::Tile { .. } = area.place else { return };
        let tile = self.shape(&area.place);
        let tile = Node::new(tile, Paint::NONE, Role::Hit).bounds();
        let room = tile.width - AIR;
        let fits = |text: &str| !text.is_empty() && measure::width(text, TextSize::Small) <= room;
        let line = TextSize::Small.line();
        let names = if self.is_named { [&area.name, &area.code] } else { [&area.code; 2] };
        let Some(name) = names.into_iter().find(|name| fits(name)) else { return };
        if tile.height < TextSize::Small.px() + 2.0 {
            return;
        }
        let figure = datum.filter(|d| tile.height >= TWO_LINES && fits(&d.label));
        let middle = tile.y + tile.height / 2.0 + TextSize::Small.px() * 0.36;
        let first = if figure.is_some() { middle - line / 2.0 } else { middle };
        let mut put = |text: &str, y: f64| {
            let text = Text::new(tile.x + tile.width / 2.0, y, text, TextSize::Small);
            let node = text.anchored(Anchor::Middle).node(Paint::token(token), Role::Label);
            scene.push(match datum {
                Some(datum) => node.of(datum.id),
                None => node,
            });
        };
        put(name, first);
        if let Some(datum) = figure {
            put(&datum.label, first + line);
        }
    }

    fn shape(&self, place: &MapPlace) -> Shape {
        match place {
            MapPlace::Tile { column, row } => {
                let at = |n: u8| (f64::from(n) + GAP / 2.0) * self.unit;
                let side = (1.0 - GAP) * self.unit;
                Shape::Rect(Area::new(self.x + at(*column), self.y + at(*row), side, side))
            }
            // What is not on tiles is drawn elsewhere.
            MapPlace::Shape(_) => Shape::Path(Vec::new()),
        }
    }
}
