//! What an image on the page is drawn from.

use leptos::prelude::*;

use crate::browser::picture::SvgAddress;
use crate::chart::svg::data_url;

/// The source of an image that shows an SVG document; cheap to copy.
#[derive(Clone, Copy)]
pub struct SvgSource {
    svg: Signal<String>,
    address: Memo<Option<SvgAddress>>,
    refused: RwSignal<bool>,
}

impl SvgSource {
    /// The source of the document as it stands.
    pub fn of(svg: Signal<String>) -> Self {
        let address = Memo::new(move |_| svg.with(|svg| SvgAddress::of(svg)));
        Self { svg, address, refused: RwSignal::new(false) }
    }

    /// The image's `src`; tracked.
    pub fn address(self) -> String {
        let own = |address: &Option<SvgAddress>| Some(address.as_ref()?.as_str().to_owned());
        let own = if self.refused.get() { None } else { self.address.with(own) };
        own.unwrap_or_else(|| self.svg.with(|svg| data_url(svg)))
    }

    /// Goes without an address of the page's own: a portal's policy may allow pictures from `data:` addresses alone.
    pub fn refuse(self) {
        self.refused.set(true);
    }
}
