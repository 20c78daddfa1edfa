//! Component tests: mounted in a real browser by `make test` (wasm-bindgen-test in headless Chromium).
#![cfg(target_arch = "wasm32")]
// Clippy knows only #[test] as a test; here a panic is how a test fails, helpers included.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use js_sys::Promise;
use leptos::prelude::{document, window};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A file of the bundled data package, by its name in the package.
macro_rules! bundled {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../public/data/", $name)))),+]
    };
}

/// Puts the bundled package into the page the way minsheng.html carries it: the test page has no files beside it.
fn carry_package() {
    let files = BTreeMap::from(bundled![
        "datapackage.json",
        "domains.csv",
        "indicators.csv",
        "labels.csv",
        "observations.csv",
        "places.csv",
        "projects.csv",
        "sources.csv",
        "units.csv",
    ]);
    let block = document().create_element("script").unwrap();
    block.set_attribute("type", "application/json").unwrap();
    block.set_attribute("data-minsheng-package", "").unwrap();
    block.set_text_content(Some(&serde_json::to_string(&files).unwrap()));
    document().body().unwrap().append_child(&block).unwrap();
}

async fn sleep(milliseconds: i32) {
    let timer = Promise::new(&mut |resolve, _| {
        window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
            .unwrap();
    });
    JsFuture::from(timer).await.unwrap();
}

/// Waits up to ten seconds for an element.
async fn appears(selector: &str) -> bool {
    for _ in 0..500 {
        if document().query_selector(selector).unwrap().is_some() {
            return true;
        }
        sleep(20).await;
    }
    false
}

/// The loader waits for this element before it takes the boot screen away.
#[wasm_bindgen_test]
async fn start_marks_the_root_the_loader_waits_for() {
    carry_package();
    minsheng_explorer::app::start();
    assert!(appears("[data-minsheng-root]").await);
}
