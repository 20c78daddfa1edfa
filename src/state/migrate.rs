//! Older links. A link carries the version it was written in; each step here lifts it by one.

/// The version this code writes.
pub(super) const VERSION: u32 = 1;

/// Lifts the `key, value` pairs of a link from the version it names to [`VERSION`]. Links of a later version are
/// read as they are; keys that this code does not know are told.
pub(super) fn migrate(pairs: Vec<(String, String)>, version: Option<u32>) -> Vec<(String, String)> {
    match version {
        // Version 1 is the first: there is nothing to lift, only what a poster no longer has is left out, its blocks
        // that could be chosen and named.
        None | Some(_) => pairs.into_iter().filter(|(key, _)| !is_gone(key)).collect(),
    }
}

fn is_gone(key: &str) -> bool {
    key == "poster.blocks" || key.starts_with("poster.name.")
}
