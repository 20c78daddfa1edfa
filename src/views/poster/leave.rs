//! The ways a poster leaves the page: as SVG, as PNG, on paper.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Drawn;
use crate::base::lang::Lang;
use crate::chart::Paper;
use crate::i18n::Message;
use crate::i18n::catalog::poster as m;
use crate::ui::components::DownloadButton;
use crate::ui::{PaperSize, Parcel, Picturing, Receipt, png, print, use_explorer};

/// Pixels of the PNG file a px of the picture.
const FINE: f64 = 2.0;

/// Buttons over the picture.
#[component]
pub(super) fn Leave(
    /// The poster.
    drawn: Memo<Drawn>,
) -> impl IntoView {
    let explorer = use_explorer();
    let parcel = move |lang: Lang, file: Message, media_type: &'static str, bytes: Vec<u8>| {
        let name = file.get(lang).to_owned();
        let done = m::DOWNLOADED.fill(lang, &[("file", &name)]);
        Parcel { name, media_type, bytes, done }
    };
    let picturing: Picturing = Callback::new(move |(as_png, receipt): (bool, Receipt)| {
        let (svg, size) = drawn.with_untracked(|d| (d.svg.clone(), d.size));
        // The poster may be gone before its pixels are made.
        let lang = explorer.lang.get_untracked();
        if !as_png {
            return receipt(Some(parcel(lang, m::FILE_SVG, "image/svg+xml", svg.into_bytes())));
        }
        spawn_local(async move {
            let bytes = png(&svg, size, FINE).await;
            receipt(bytes.map(|bytes| parcel(lang, m::FILE_PNG, "image/png", bytes)));
        });
    });
    explorer.picturing.set_value(Some(picturing));
    let as_svg = Callback::new(move |receipt| picturing.run((false, receipt)));
    let as_png = Callback::new(move |receipt| picturing.run((true, receipt)));
    // While the poster is looked at, paper is as large as the poster.
    let paper = StoredValue::new_local(None::<PaperSize>);
    Effect::new(move |_| {
        let size = drawn.with(|d| match d.plan.spec.paper {
            Paper::Page => "210mm 297mm".to_owned(),
            _ => format!("{}px {}px", d.poster.scene.width, d.poster.scene.height),
        });
        // The former size goes before the new one comes.
        paper.set_value(None);
        paper.set_value(PaperSize::set(&size));
    });
    on_cleanup(move || paper.set_value(None));
    view! {
        <div class="poster-leave">
            <DownloadButton label=m::DOWNLOAD_SVG order=as_svg testid="poster-svg" />
            <DownloadButton label=m::DOWNLOAD_PNG order=as_png testid="poster-png" />
            <button type="button" data-testid="poster-print" on:click=|_| print()>{explorer.t(m::PRINT)}</button>
        </div>
    }
}
