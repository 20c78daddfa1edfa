//! Work that waits for the browser.

use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Milliseconds after which nobody waits for a frame any more: a page that is not seen paints none.
const LATEST: i32 = 100;

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

/// Does something once what has changed is painted, so that it keeps no reader waiting. Works are done in their order.
pub fn after_paint(work: impl FnOnce() + 'static) {
    let work = Rc::new(Cell::new(Some(work)));
    let once = move || {
        if let Some(work) = work.take() {
            work();
        }
    };
    let Some(window) = super::window() else { return once() };
    let (late, once) = (once.clone(), once);
    let painted = move || {
        // Within the frame; its end is before the next task.
        let set = super::window().map(|window| {
            window.set_timeout_with_callback(Closure::once_into_js(once.clone()).unchecked_ref())
        });
        if !matches!(set, Some(Ok(_))) {
            once();
        }
    };
    let late = Closure::once_into_js(late);
    let _ =
        window.set_timeout_with_callback_and_timeout_and_arguments_0(late.unchecked_ref(), LATEST);
    let _ = window.request_animation_frame(Closure::once_into_js(painted).unchecked_ref());
}
