//! SVG text as the pixels of a PNG file, drawn by the browser with the fonts the page has.

use std::fmt;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url,
};

/// The greatest side of a canvas, the larger first: of Chromium and Firefox, and what every browser has.
const GREATEST_SIDES: [f64; 2] = [32_000.0, 16_000.0];

/// Milliseconds for which an address stands that nobody needs any more: what is being drawn from it is drawn to its end.
const LATER: i32 = 10_000;

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureError {
    /// The text is no SVG that the browser can draw, or has no size.
    NotDrawn,
    /// The browser lends no canvas.
    NoCanvas,
    /// The picture is too large for the browser, or it does not write PNG.
    NotWritten,
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotDrawn => "the browser cannot draw the SVG",
            Self::NoCanvas => "the browser lends no canvas",
            Self::NotWritten => "the browser cannot write the picture as PNG",
        })
    }
}

impl std::error::Error for PictureError {}

/// Draws an SVG document of `width` × `height` px and gives the bytes of a PNG file with `scale` pixels a px; fewer
/// where the greatest side of a canvas would be exceeded.
///
/// # Errors
/// Where the browser cannot draw the document or write the file.
pub async fn png(
    svg: &str,
    (width, height): (f64, f64),
    scale: f64,
) -> Result<Vec<u8>, PictureError> {
    let side = width.max(height);
    if !(side.is_finite() && width > 0.0 && height > 0.0) {
        return Err(PictureError::NotDrawn);
    }
    let image = {
        let address = SvgAddress::of(svg).ok_or(PictureError::NotDrawn)?;
        load(address.as_str()).await?
    };
    for greatest in GREATEST_SIDES {
        let scale = scale.min(greatest / side);
        let canvas = draw(&image, (width * scale, height * scale))?;
        if let Some(bytes) = encode(&canvas).await {
            return Ok(bytes);
        }
    }
    Err(PictureError::NotWritten)
}

/// An address of this page's own that an SVG document can be drawn from, until this is dropped. The document is handed
/// over as it is, where a `data:` address has it written out once more.
#[derive(Debug, PartialEq, Eq)]
pub struct SvgAddress(String);

impl SvgAddress {
    /// The address of a document; `None` where the browser gives none.
    #[must_use]
    pub fn of(svg: &str) -> Option<Self> {
        let options = BlobPropertyBag::new();
        options.set_type("image/svg+xml");
        let parts = Array::of1(&JsValue::from_str(svg));
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(Self)
    }

    /// The address itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for SvgAddress {
    fn drop(&mut self) {
        let address = std::mem::take(&mut self.0);
        let revoke = Closure::once_into_js(move || {
            // There is nothing to do where that fails.
            let _ = Url::revoke_object_url(&address);
        });
        let revoke: &Function = revoke.unchecked_ref();
        let later = |window: web_sys::Window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(revoke, LATER)
        };
        if !matches!(super::window().map(later), Some(Ok(_))) {
            let _ = revoke.call0(&JsValue::UNDEFINED);
        }
    }
}

async fn load(url: &str) -> Result<HtmlImageElement, PictureError> {
    let image = HtmlImageElement::new().map_err(|_| PictureError::NotDrawn)?;
    let mut heard = |resolve: Function, reject: Function| {
        image.set_onload(Some(&resolve));
        image.set_onerror(Some(&reject));
    };
    let loaded = Promise::new(&mut heard);
    image.set_src(url);
    JsFuture::from(loaded).await.map_err(|_| PictureError::NotDrawn)?;
    Ok(image)
}

fn draw(
    image: &HtmlImageElement,
    (width, height): (f64, f64),
) -> Result<HtmlCanvasElement, PictureError> {
    let (wide, high) = (width.round(), height.round());
    let canvas = canvas().ok_or(PictureError::NoCanvas)?;
    canvas.set_width(wide as u32);
    canvas.set_height(high as u32);
    let context = context(&canvas).ok_or(PictureError::NoCanvas)?;
    context
        .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, wide, high)
        .map_err(|_| PictureError::NotDrawn)?;
    Ok(canvas)
}

fn canvas() -> Option<HtmlCanvasElement> {
    super::document()?.create_element("canvas").ok()?.dyn_into().ok()
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// The canvas as a file; `None` where the browser gives none, as it does for a canvas larger than it holds.
async fn encode(canvas: &HtmlCanvasElement) -> Option<Vec<u8>> {
    // Calls back with a blob, or with null for a canvas it cannot hold.
    let mut asked = |resolve: Function, reject: Function| {
        if canvas.to_blob(&resolve).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    };
    let blob = JsFuture::from(Promise::new(&mut asked)).await.ok()?;
    let blob: Blob = blob.dyn_into().ok()?;
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
