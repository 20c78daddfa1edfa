//! The densest form that a browser can be given the means to read.

use std::io::Write;

use anyhow::Result;
use lzma_rust2::{CheckType, XzOptions, XzWriter};

/// The highest preset: what is packed here is read far more often than it is written.
const PRESET: u32 = 9;

/// Bytes as XZ. WebAssembly has neither words nor positions that literals would depend on.
pub fn xz(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut options = XzOptions::with_preset(PRESET);
    options.lzma_options.lc = 4;
    options.lzma_options.pb = 0;
    // What the reader in the page knows.
    options.set_check_sum_type(CheckType::Crc32);
    let mut writer = XzWriter::new(Vec::new(), options)?;
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_is_packed_and_marked_as_xz() {
        let packed = xz(&[7; 100_000]).unwrap();
        assert!(packed.starts_with(b"\xfd7zXZ\0") && packed.ends_with(b"YZ"));
        assert!(packed.len() < 200, "{} bytes", packed.len());
    }
}
