//! A chart as it is printed: composed for the width of a page, so that its words are not drawn smaller with it.

use leptos::prelude::*;
use leptos::svg::G;

use super::drawing::Drawing;
use super::svg::Lit;
use crate::browser::svg_tree::SvgPlaces;
use crate::chart::Scene;
use crate::chart::svg::number;

/// Room between the margins of a page of A4 or Letter, in px.
pub(super) const PAGE: f64 = 700.0;

/// The scenes, each a picture that pages do not part.
pub(super) fn printed(scenes: Vec<Scene>) -> AnyView {
    let picture = |(at, scene): (usize, Scene)| {
        let prefix = format!("{}-page-{at}", scene.prefix);
        let view_box = format!("0 0 {} {}", number(scene.width), number(scene.height));
        let (width, height) = (number(scene.width), number(scene.height));
        let group = NodeRef::<G>::new();
        Effect::new(move |_| {
            if let Some(group) = group.get() {
                let mut drawing = Drawing::of(SvgPlaces::of(&group));
                drawing.draw(&prefix, &scene, None, Lit::default());
            }
        });
        view! {
            <svg width=width height=height viewBox=view_box>
                <g node_ref=group></g>
            </svg>
        }
    };
    scenes.into_iter().enumerate().map(picture).collect_view().into_any()
}
