//! Texts that must be whole before their rows can be told: web pages, the XML of old spreadsheets, PC-Axis, JSON-stat, SDMX-JSON
//! and TopoJSON.
#![no_main]

use libfuzzer_sys::fuzz_target;
use minsheng_explorer_fuzz::explore;

fuzz_target!(|bytes: &[u8]| explore("t.html", bytes));
