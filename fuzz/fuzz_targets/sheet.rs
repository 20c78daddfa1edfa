//! The texts within an XLSX workbook, unpacked: a sheet's cells, styles, shared texts and what leads to them, with a zero byte
//! between one and the next.
#![no_main]

use libfuzzer_sys::fuzz_target;
use minsheng_explorer_fuzz::{explore, workbook};

fuzz_target!(
    // The panics of the library that reads workbooks are caught where it is called, and become a problem.
    init: std::panic::set_hook(Box::new(|_| {})),
    |texts: &[u8]| explore("t.xlsx", &workbook(texts))
);
