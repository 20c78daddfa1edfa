//! Text with separators, plain, compressed, and in any encoding.
#![no_main]

use libfuzzer_sys::fuzz_target;
use minsheng_explorer_fuzz::explore;

fuzz_target!(|bytes: &[u8]| explore("t.csv", bytes));
