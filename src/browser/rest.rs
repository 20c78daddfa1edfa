//! The second part of the program, which the loader brings (`ui/boot/loader/rest.js`). A build that is whole has it from the start.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

#[wasm_bindgen]
extern "C" {
    /// What the loader offers: a promise of the rest, which it brings in its own time or, where `now`, at once.
    #[wasm_bindgen(js_namespace = window, js_name = minshengRest, catch)]
    async fn rest(now: bool) -> Result<JsValue, JsValue>;

    /// What is to be done when the rest has come, before anybody is told: a function that gives a promise.
    #[wasm_bindgen(js_namespace = window, js_name = minshengBeforeArrival)]
    fn before(work: &JsValue);
}

/// Does something when the rest has come, before anything that waits for it. Where the work fails, with the name of
/// the file that keeps it from being done, the loader tells it; the rest counts as not there yet, and the next need of it tries again.
pub fn before_arrival<F: Future<Output = Result<(), String>> + 'static>(
    work: impl Fn() -> F + 'static,
) {
    let promise = move || {
        let done = work();
        future_to_promise(
            async move { done.await.map(|()| JsValue::UNDEFINED).map_err(JsValue::from) },
        )
    };
    // The loader keeps it as long as the page stands.
    before(&Closure::<dyn Fn() -> Promise>::new(promise).into_js_value());
}

/// Brings the rest and waits for it: before a first view that may need it. `false` where it could not be had.
pub async fn bring() -> bool {
    rest(true).await.is_ok()
}

/// Waits until the rest has come, which it does by itself after the first view. `false` where nobody brings it.
pub async fn arrival() -> bool {
    rest(false).await.is_ok()
}
