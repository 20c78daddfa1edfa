//! What leaves the page as a sheet: its address for others, its pixels, and the paper it is printed on.

use crate::browser::page_rule::PageRule;
use crate::browser::{document, link, picture};

/// The page's address with this fragment, for others; none where the page is a file on the reader's own machine.
#[must_use]
pub fn public_address(fragment: &str) -> Option<String> {
    Some(link::address_of_page(fragment)).filter(|address| address.starts_with("http"))
}

/// An SVG document of so many px as PNG, with `scale` pixels a px; `None` where the browser cannot.
pub async fn png(svg: &str, size: (f64, f64), scale: f64) -> Option<Vec<u8>> {
    picture::png(svg, size, scale).await.ok()
}

/// Opens the browser's print dialogue.
pub fn print() {
    document::print();
}

/// The size of paper while this is held.
pub struct PaperSize {
    _rule: PageRule,
}

impl PaperSize {
    /// Sets the size, as CSS writes it: `210mm 297mm`. `None` where the page has no style sheet to say it in.
    #[must_use]
    pub fn set(size: &str) -> Option<Self> {
        let rule = PageRule::insert(&format!("@page {{ size: {size}; margin: 0 }}"))?;
        Some(Self { _rule: rule })
    }
}
