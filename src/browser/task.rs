//! Work that waits for the browser.

use std::future::Future;

/// Runs a future on the page's own thread. Unlike Leptos' spawner it needs nothing mounted.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}
