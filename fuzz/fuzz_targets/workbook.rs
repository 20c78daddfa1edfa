//! Workbooks: XLSX, XLSB, XLS and ODS.
#![no_main]

use libfuzzer_sys::fuzz_target;
use minsheng_explorer_fuzz::explore;

fuzz_target!(|bytes: &[u8]| explore("t.xlsx", bytes));
