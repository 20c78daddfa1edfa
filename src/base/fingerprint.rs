//! What tells one file from another in a link: a checksum of its bytes. No proof against whoever means to deceive.

use std::ops::Range;

/// Files up to this many bytes are read whole.
const WHOLE: u64 = 8 << 20;
/// Of larger ones, so many pieces are read, from the first byte to the last.
const PIECES: u64 = 64;
/// Bytes of a piece.
const PIECE: u64 = 64 << 10;

/// The pieces of a file of so many bytes whose checksum, one after the other, stands for the file: all of it where that
/// is soon done. A file of gigabytes, of which an explorer reads a few columns, need not be read whole for a link.
#[must_use]
pub fn pieces(bytes: u64) -> Vec<Range<u64>> {
    if bytes <= WHOLE {
        let pieces = bytes.div_ceil(PIECE);
        return (0..pieces).map(|n| n * PIECE..((n + 1) * PIECE).min(bytes)).collect();
    }
    let last = bytes - PIECE;
    let start = |n: u64| {
        // In wide numbers: a file may have more bytes than 64 bits times 64 hold.
        let start = u128::from(last) * u128::from(n) / u128::from(PIECES - 1);
        u64::try_from(start).unwrap_or(last)
    };
    (0..PIECES).map(|n| start(n)..start(n) + PIECE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_files_are_read_whole_and_large_ones_from_their_first_byte_to_their_last() {
        for bytes in [0, 1, PIECE - 1, PIECE, PIECE + 1, WHOLE, WHOLE + 1, 1 << 40, u64::MAX] {
            let pieces = pieces(bytes);
            assert_eq!(pieces.first().map(|p| p.start), (bytes > 0).then_some(0), "{bytes}");
            assert_eq!(pieces.last().map_or(0, |p| p.end), bytes, "{bytes}");
            assert!(pieces.iter().all(|p| p.start < p.end && p.end - p.start <= PIECE), "{bytes}");
            let apart = |pair: &[Range<u64>]| pair[0].end <= pair[1].start;
            assert!(pieces.windows(2).all(apart), "{bytes}");
            let read: u64 = pieces.iter().map(|p| p.end - p.start).sum();
            assert_eq!(read, if bytes <= WHOLE { bytes } else { PIECES * PIECE }, "{bytes}");
        }
    }
}
