//! Component tests: mounted in a real browser by `make test` (wasm-bindgen-test in headless Chromium).
#![cfg(target_arch = "wasm32")]

use leptos::prelude::document;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The loader waits for this element before it takes the boot screen away.
#[wasm_bindgen_test]
async fn start_marks_the_root_the_loader_waits_for() {
    minsheng_explorer::app::start();
    leptos::task::tick().await;
    let root = document().query_selector("[data-minsheng-root]");
    assert!(root.is_ok_and(|found| found.is_some()));
}
