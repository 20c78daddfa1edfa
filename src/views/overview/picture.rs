//! A picture of quantities in the page.

use leptos::prelude::*;

use crate::chart::{Size, quantity};
use crate::plot::ChartFormat;
use crate::plot::overview::Picture;
use crate::state::Action;
use crate::ui::{SceneView, use_explorer};

/// The picture, whose parts open their figures.
#[component]
pub(super) fn PictureView(
    /// What it shows.
    picture: Picture,
) -> impl IntoView {
    let explorer = use_explorer();
    let Picture { spec, keys } = picture;
    let draw = Callback::new(move |width: f64| {
        let format = ChartFormat { lang: explorer.lang.get(), unit: String::new() };
        quantity(&spec, Size::wide(width), &format)
    });
    let open = Callback::new(move |part: u32| {
        if let Some(key) = keys.get(part as usize) {
            explorer.act(Action::Open(key.clone()));
        }
    });
    view! { <SceneView compose=draw open=open /> }
}
