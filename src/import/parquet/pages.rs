//! What the pages of a column say of their own sizes, held against their bytes: the library makes room for whatever number of
//! entries a dictionary claims, and for whatever a page is said to unfold to, before it has looked at either.

use ::parquet::basic::Compression;
use ::parquet::errors::ParquetError;

use super::thrift;

/// What a page that is not packed well may have beside what unfolds.
const SLACK: u64 = 1 << 16;

/// What a byte unfolds to at most.
const fn ratio(codec: Compression) -> u64 {
    match codec {
        Compression::UNCOMPRESSED => 1,
        // Sixty-four bytes again take three.
        Compression::SNAPPY => 22,
        Compression::LZ4 | Compression::LZ4_RAW => 255,
        Compression::GZIP(_) => 1032,
        // Four bytes may stand for a block of 128 kB, of one byte again and again.
        Compression::ZSTD(_) => 1 << 15,
        // As few for one of 16 MB.
        Compression::BROTLI(_) | Compression::LZO => 1 << 22,
    }
}

/// Refuses a column's part of a row group of which a page claims more than its bytes can hold. What is not as it should be
/// otherwise is left to whoever reads it.
///
/// # Errors
/// With what is claimed.
pub(super) fn check(mut bytes: &[u8], codec: Compression) -> Result<(), ParquetError> {
    let refused = |said: String| Err(ParquetError::General(said));
    loop {
        let head = match thrift::page_head(bytes) {
            Ok(Some(head)) => head,
            Ok(None) => return Ok(()),
            Err(()) => return refused("the head of a page has no end".to_owned()),
        };
        let most = head.packed.saturating_mul(ratio(codec)).saturating_add(SLACK);
        // What is not packed is taken as it is, whatever it is said to unfold to.
        let held = if codec == Compression::UNCOMPRESSED { head.packed } else { head.unpacked };
        if held > most {
            return refused(format!("{} bytes are said to unfold to {held}", head.packed));
        }
        // An entry takes a byte at least.
        if let Some(entries) = head.entries.filter(|entries| *entries > held) {
            return refused(format!("{held} bytes are said to hold {entries} entries"));
        }
        let next = usize::try_from(head.packed).ok().and_then(|size| size.checked_add(head.length));
        match next.and_then(|next| bytes.get(next..)).filter(|rest| !rest.is_empty()) {
            Some(rest) => bytes = rest,
            None => return Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of these sizes, a dictionary of so many entries: numbers in zigzag form, seven bits a byte.
    fn page(unpacked: u64, packed: u64, entries: u64) -> Vec<u8> {
        let mut bytes = vec![0x15, 4];
        let mut number = |head: &[u8], number: u64| {
            bytes.extend(head);
            let mut left = number * 2;
            while left >= 128 {
                bytes.push((left & 127) as u8 | 128);
                left >>= 7;
            }
            bytes.push(left as u8);
        };
        number(&[0x15], unpacked);
        number(&[0x15], packed);
        number(&[0x4c, 0x15], entries);
        bytes.extend([0, 0]);
        bytes
    }

    #[test]
    fn a_page_holds_no_more_than_its_bytes_can() {
        let plain = Compression::UNCOMPRESSED;
        let with_bytes = |mut head: Vec<u8>, bytes: usize| {
            head.resize(head.len() + bytes, 0);
            head
        };
        let whole = with_bytes(page(100, 100, 25), 100);
        assert!(check(&whole, plain).is_ok());
        assert!(check(&[&whole[..], &whole[..]].concat(), plain).is_ok());
        let claim = page(100, 100, 900_000_000);
        assert!(check(&claim, plain).is_err());
        assert!(check(&[&whole[..], &claim[..]].concat(), plain).is_err(), "not the first alone");
        // Fewer than none.
        let below =
            [&[0x15, 4, 0x15, 200, 1, 0x15, 200, 1, 0x4c, 0x15, 1, 0, 0][..], &[0; 100]].concat();
        assert!(check(&below, plain).is_err());
        // What is said to unfold counts only where something unfolds.
        assert!(check(&page(1 << 30, 100, 1 << 29), plain).is_err());
        assert!(check(&page(1 << 30, 100, 25), plain).is_ok());
        for codec in
            [Compression::SNAPPY, Compression::LZ4_RAW, Compression::ZSTD(Default::default())]
        {
            assert!(check(&page(1 << 30, 100, 25), codec).is_err(), "{codec:?}");
            assert!(check(&page(2_000, 100, 500), codec).is_ok(), "{codec:?}");
        }
        // What is no page at all is left to whoever reads it.
        assert!(check(&[], plain).is_ok() && check(&[0xff; 40], plain).is_ok());
    }
}
