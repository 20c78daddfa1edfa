//! What the page is called, in the browser's tab and history: it tells one view and selection from another.

use leptos::prelude::*;

use super::header::view_name;
use crate::browser::{document, task};
use crate::ui::Explorer;
use crate::words::{page_title, selection_title};

/// The title follows the view and what is chosen; `table` is what a reader's own table is called.
pub(super) fn follow(explorer: Explorer, table: Option<String>) {
    let table = StoredValue::new(table.unwrap_or_default());
    Effect::new(move |_| {
        let title = now(explorer, &table.get_value());
        // Browsers take some time over it, and nobody reads it before the page.
        task::after_paint(move || document::set_title(&title));
    });
}

/// What the page is called as it stands; tracked.
pub(super) fn now(explorer: Explorer, table: &str) -> String {
    let lang = explorer.lang.get();
    let selection = explorer.drawn.with(|filter| match filter.is_empty() {
        true => String::new(),
        false => selection_title(&explorer.table(), filter, lang),
    });
    page_title(view_name(explorer.view.get()).get(lang), table, &selection, lang)
}
