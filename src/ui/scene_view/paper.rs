//! A chart as it is printed: composed for the width of a page, so that its words are not drawn smaller with it.

use leptos::prelude::*;

use super::svg::{Drawn, draw, patterns};
use crate::chart::Scene;
use crate::chart::svg::number;

/// Room between the margins of a page of A4 or Letter, in px.
pub(super) const PAGE: f64 = 700.0;

/// The scenes, each a picture that pages do not part.
pub(super) fn printed(scenes: Vec<Scene>) -> AnyView {
    let picture = |(at, scene): (usize, Scene)| {
        let chart = Drawn {
            prefix: format!("{}-page-{at}", scene.prefix),
            first: None,
            focused: RwSignal::new(None),
            current: Signal::stored(None),
            shown: RwSignal::new(None),
        };
        let view_box = format!("0 0 {} {}", number(scene.width), number(scene.height));
        view! {
            <svg width=number(scene.width) height=number(scene.height) viewBox=view_box>
                {patterns(&chart.prefix, scene.hatches())}
                {scene.nodes.iter().map(|node| draw(node, &chart).into_any()).collect_view()}
            </svg>
        }
    };
    scenes.into_iter().enumerate().map(picture).collect_view().into_any()
}
