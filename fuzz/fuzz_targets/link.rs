//! The fragment of a link, as anybody may write or mangle it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use minsheng_explorer::state::{read_link, write_link};

fuzz_target!(|text: &str| {
    let (state, _) = read_link(text);
    let link = write_link(&state);
    let (again, problems) = read_link(&link);
    assert!(problems.is_empty(), "{link}: {problems:?}");
    assert_eq!(again, state, "{link}");
});
