//! JSON: arrays of rows, rows within an object, one object a line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use minsheng_explorer_fuzz::explore;

fuzz_target!(|bytes: &[u8]| explore("t.json", bytes));
