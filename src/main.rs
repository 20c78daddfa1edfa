//! Mounts the explorer on the page; natively there is nothing to run.

#[cfg(target_arch = "wasm32")]
fn main() {
    minsheng_explorer::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
