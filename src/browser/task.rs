//! Work that waits for the browser.

use std::future::Future;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Runs a future on the page's own thread. Unlike Leptos' spawner it needs nothing mounted.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}

/// Waits for the browser's next task, so that it may answer the reader and paint between two pieces of long work.
pub async fn next() {
    let next = js_sys::Promise::new(&mut |resolve, _| {
        let set = super::window().map(|window| window.set_timeout_with_callback(&resolve));
        if !matches!(set, Some(Ok(_))) {
            // Without a timer the work goes on at once.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    });
    // A timer's promise does not fail.
    let _ = JsFuture::from(next).await;
}
