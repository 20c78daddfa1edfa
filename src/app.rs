//! The application: header, view switch, error boundary.

use leptos::prelude::*;

/// Mounts the explorer on the page's body.
pub fn start() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(App);
}

/// The explorer.
#[component]
fn App() -> impl IntoView {
    view! {
        <main data-minsheng-root="">
            <h1>"民生数图"</h1>
        </main>
    }
}
