//! The second part of the program, which the loader brings (`ui/boot/loader.js`). A build that is whole has it from the start.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What the loader offers: a promise of the rest, which it brings in its own time or, where `now`, at once.
    #[wasm_bindgen(js_namespace = window, js_name = minshengRest, catch)]
    async fn rest(now: bool) -> Result<JsValue, JsValue>;
}

/// Brings the rest and waits for it: before a first view that may need it. `false` where it could not be had.
pub async fn bring() -> bool {
    rest(true).await.is_ok()
}

/// Waits until the rest has come, which it does by itself after the first view. `false` where nobody brings it.
pub async fn arrival() -> bool {
    rest(false).await.is_ok()
}
