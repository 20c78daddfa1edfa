//! Decoders of other people's over bytes that may be damaged.

use std::panic::{self, AssertUnwindSafe};

/// Runs a decoder that checks most of what it reads, but stops the program at some of what it does not expect; `stopped`
/// makes a problem of that. Where panics cannot be caught, as in wasm, the module stops, and who called it says the same of
/// the file and starts another.
pub(super) fn guarded<T, E>(
    decode: impl FnOnce() -> Result<T, E>,
    stopped: impl FnOnce() -> E,
) -> Result<T, E> {
    // What the closure leaves half done is not used again: its error ends the read.
    panic::catch_unwind(AssertUnwindSafe(decode)).unwrap_or_else(|_| Err(stopped()))
}
