//! Mounts the explorer on the page; natively there is nothing to run.

#[cfg(all(target_arch = "wasm32", feature = "page"))]
fn main() {
    minsheng_explorer::app::start();
}

#[cfg(not(all(target_arch = "wasm32", feature = "page")))]
fn main() {}
