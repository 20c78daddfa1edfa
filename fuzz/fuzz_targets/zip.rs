//! Zip files: packages, tables, workbooks.
#![no_main]

use libfuzzer_sys::fuzz_target;
use minsheng_explorer_fuzz::explore;

fuzz_target!(
    // The panics of the library that reads workbooks are caught where it is called, and become a problem.
    init: std::panic::set_hook(Box::new(|_| {})),
    |bytes: &[u8]| explore("t.zip", bytes)
);
