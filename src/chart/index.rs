//! Which nodes of a scene lie where: a packed R-tree.
//!
//! Boxes are sorted into upright slices and within each from top to bottom, sixteen go into a box,
//! and so on upwards (sort-tile-recursive: Leutenegger, Lopez & Edgington 1997).

use super::geometry::Area;
use super::node::{Node, Role};
use super::scene::Scene;
use crate::base::order::Order;

/// Boxes in a box.
const FAN: usize = 16;

/// The nodes of one scene by where they lie; to be asked together with that scene.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SceneIndex {
    /// Indexes of the nodes, in the order of the lowest level.
    nodes: Vec<u32>,
    /// Boxes from the nodes' own upwards; each holds the next `FAN` of the level below.
    levels: Vec<Vec<Area>>,
}

/// The box around a node with its outline.
fn reach(node: &Node) -> Area {
    node.bounds().grown(node.paint.stroke.map_or(0.0, |stroke| stroke.width / 2.0))
}

impl SceneIndex {
    /// Sorts a scene's nodes by where they lie: n log n.
    #[must_use]
    pub fn new(scene: &Scene) -> Self {
        let reaches: Vec<Area> = scene.nodes.iter().map(reach).collect();
        let mut nodes: Vec<u32> = (0..reaches.len() as u32).collect();
        let of = |index: &u32| reaches.get(*index as usize).copied().unwrap_or_default();
        let middle = |index: &u32| (of(index).x + of(index).width / 2.0, of(index).y);
        nodes.order_by(|a, b| middle(a).0.total_cmp(&middle(b).0));
        let boxes = nodes.len().div_ceil(FAN) as f64;
        let slice = (boxes.sqrt().ceil() as usize).max(1) * FAN;
        for slice in nodes.chunks_mut(slice) {
            slice.order_by(|a, b| middle(a).1.total_cmp(&middle(b).1));
        }
        let mut levels = vec![nodes.iter().map(of).collect::<Vec<Area>>()];
        while let Some(below) = levels.last().filter(|below| below.len() > 1) {
            let around = |own: &[Area]| own.iter().copied().reduce(|a, b| a.union(&b));
            let above = below.chunks(FAN).filter_map(around).collect();
            levels.push(above);
        }
        Self { nodes, levels }
    }

    /// Indexes of the nodes whose boxes, outlines included, share anything with `area`, in drawing
    /// order.
    #[must_use]
    pub fn nodes_in(&self, area: &Area) -> Vec<u32> {
        let mut found = Vec::new();
        self.walk(
            |around| {
                around.x <= area.right()
                    && area.x <= around.right()
                    && around.y <= area.bottom()
                    && area.y <= around.bottom()
            },
            |index| found.push(index),
        );
        found.order();
        found
    }

    /// What [`Scene::hit`] gives, at the cost of the neighbours alone.
    #[must_use]
    pub fn hit<'a>(&self, scene: &'a Scene, x: f64, y: f64, radius: f64) -> Option<&'a Node> {
        let best = std::cell::Cell::new(None::<(f64, u32)>);
        let near =
            |area: &Area| area.distance(x, y) <= best.get().map_or(radius, |(nearest, _)| nearest);
        self.walk(near, |index| {
            let node = scene.nodes.get(index as usize);
            let Some(node) = node.filter(|n| n.datum.is_some() || matches!(n.role, Role::Bin(_)))
            else {
                return;
            };
            let distance = node.distance(x, y);
            let nearer = best.get().is_none_or(|(nearest, last)| {
                distance < nearest || (distance == nearest && index > last)
            });
            if distance <= radius && nearer {
                best.set(Some((distance, index)));
            }
        });
        best.get().and_then(|(_, index)| scene.nodes.get(index as usize))
    }

    /// Visits the nodes in all boxes that `enter` lets in.
    fn walk(&self, enter: impl Fn(&Area) -> bool, mut visit: impl FnMut(u32)) {
        let top = self.levels.len().saturating_sub(1);
        let mut open: Vec<(usize, usize)> =
            self.levels.last().map_or(0..0, |level| 0..level.len()).map(|at| (top, at)).collect();
        while let Some((level, at)) = open.pop() {
            let around = self.levels.get(level).and_then(|boxes| boxes.get(at));
            if !around.is_some_and(&enter) {
                continue;
            }
            if level == 0 {
                if let Some(&index) = self.nodes.get(at) {
                    visit(index);
                }
                continue;
            }
            let below = self.levels.get(level - 1).map_or(0, Vec::len);
            open.extend((at * FAN..((at + 1) * FAN).min(below)).map(|at| (level - 1, at)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::node::Shape;
    use crate::chart::paint::{Paint, Token};
    use proptest::prelude::*;

    fn node() -> impl Strategy<Value = Node> {
        // Whole numbers, so that boxes touch and distances are equal now and then.
        let at = || (-5..60_i32).prop_map(f64::from);
        let shape = prop_oneof![
            (at(), at(), 0..9_i32, 0..9_i32).prop_map(|(x, y, w, h)| Shape::Rect(Area::new(
                x,
                y,
                w.into(),
                h.into()
            ))),
            (at(), at(), at(), at()).prop_map(|(x1, y1, x2, y2)| Shape::Line { x1, y1, x2, y2 }),
            (at(), at(), 0..7_i32).prop_map(|(x, y, radius)| Shape::Circle {
                x,
                y,
                radius: radius.into()
            }),
        ];
        (shape, 0..4_u8).prop_map(|(shape, kind)| {
            let role = if kind == 1 { Role::Bin(0) } else { Role::Mark };
            let node = Node::new(shape, Paint::line(Token::Ink, 3.0), role);
            if kind > 1 { node.of(kind.into()) } else { node }
        })
    }

    proptest! {
        #[test]
        fn finds_what_looking_at_every_node_finds(
            nodes in proptest::collection::vec(node(), 0..300),
            points in proptest::collection::vec((-9..70_i32, -9..70_i32, 0..15_i32), 20),
        ) {
            let scene = Scene { nodes, ..Scene::default() };
            let index = SceneIndex::new(&scene);
            for (x, y, radius) in points {
                let (x, y, radius) = (f64::from(x), f64::from(y), f64::from(radius));
                let slow = scene.hit(x, y, radius).map(std::ptr::from_ref);
                prop_assert_eq!(index.hit(&scene, x, y, radius).map(std::ptr::from_ref), slow);
                let area = Area::new(x, y, radius * 2.0, radius);
                let reaches = |node: &Node| {
                    let own = reach(node);
                    own.x <= area.right() && area.x <= own.right()
                        && own.y <= area.bottom() && area.y <= own.bottom()
                };
                let within: Vec<u32> =
                    (0..).zip(&scene.nodes).filter(|(_, n)| reaches(n)).map(|(i, _)| i).collect();
                prop_assert_eq!(index.nodes_in(&area), within);
            }
        }
    }

    /// Boxes looked into for one point among evenly spread marks.
    fn looked_into(count: u32) -> usize {
        let side = f64::from(count).sqrt().ceil();
        let mark = |id: u32| {
            let (x, y) = (f64::from(id) % side, (f64::from(id) / side).floor());
            let shape = Shape::Circle { x: x * 10.0, y: y * 10.0, radius: 4.0 };
            Node::new(shape, Paint::hue(0), Role::Mark).of(id)
        };
        let scene = Scene { nodes: (0..count).map(mark).collect(), ..Scene::default() };
        let looked = std::cell::Cell::new(0);
        let middle = side * 5.0;
        SceneIndex::new(&scene).walk(
            |area| {
                looked.set(looked.get() + 1);
                area.distance(middle, middle) <= 10.0
            },
            |_| {},
        );
        looked.get()
    }

    #[test]
    fn a_point_costs_its_neighbours_not_all_marks() {
        assert!(looked_into(1000) < 200);
        assert!(looked_into(100_000) < 400);
    }
}
