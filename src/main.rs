//! The page's program: mounts the explorer, and answers the build. Natively there is nothing to run.

#[cfg(all(target_arch = "wasm32", feature = "page"))]
use wasm_bindgen::prelude::wasm_bindgen;

/// What [`minsheng_explorer::app::preview_of`] says, for the build.
#[cfg(all(target_arch = "wasm32", feature = "page"))]
#[wasm_bindgen(js_name = previewOf)]
pub fn preview_of(files: &str) -> Result<Vec<u8>, String> {
    minsheng_explorer::app::preview_of(files)
}

#[cfg(all(target_arch = "wasm32", feature = "page"))]
fn main() {
    minsheng_explorer::app::start();
}

#[cfg(not(all(target_arch = "wasm32", feature = "page")))]
fn main() {}
