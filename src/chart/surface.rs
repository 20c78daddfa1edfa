//! What a scene is drawn on in the page.

use super::node::Role;
use super::scene::Scene;

/// A drawing of more marks than this takes the page longer than a frame as elements.
pub const MOST_IN_SVG: usize = 2000;

/// What a scene is drawn on in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// An element for every node.
    Svg,
    /// Pixels, with elements only for the marks that a reader is at.
    Canvas,
}

impl Scene {
    /// How many marks and bins there are.
    #[must_use]
    pub fn marks(&self) -> usize {
        self.nodes.iter().filter(|node| matches!(node.role, Role::Mark | Role::Bin(_))).count()
    }

    /// What the scene is drawn on in the page: the one place where this is decided.
    #[must_use]
    pub fn surface(&self) -> Surface {
        if self.marks() > MOST_IN_SVG { Surface::Canvas } else { Surface::Svg }
    }
}
