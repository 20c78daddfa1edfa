//! Parquet and Arrow IPC, as the module that is brought for such files reads them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use minsheng_explorer::import::parquet::{Wanted, is_arrow, read_arrow, read_parquet};

fuzz_target!(
    // The decoders' panics are caught where they are called, and become a problem: only what escapes is a fault.
    init: std::panic::set_hook(Box::new(|_| {})),
    |bytes: &[u8]| {
        let copy = bytes::Bytes::copy_from_slice(bytes);
        let read = if is_arrow(bytes) { read_arrow } else { read_parquet };
        if let Ok(scanned) = read("t.parquet", copy, Wanted::default()) {
            assert!(scanned.columns.iter().all(|column| column.len() == scanned.rows));
        }
    }
);
