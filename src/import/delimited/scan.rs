//! Where the bytes stand that divide a text into cells and rows, found a block of 64 at a time.

/// Bytes in a block.
pub(super) const BLOCK: usize = 64;

/// One bit a byte of the block, the first lowest: set where it is a separator, a quote or an end of line.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline]
pub(super) fn marks(block: &[u8; BLOCK], separator: u8) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let every = |byte: u8| u64::from_ne_bytes([byte; 8]);
    let (separator, quote) = (every(separator), every(b'"'));
    let (feed, ret) = (every(b'\n'), every(b'\r'));
    // The high bit of each byte that differs: no carry leaves a byte.
    let differs = |x: u64| ((x & LOW) + LOW) | x;
    let mut marks = 0;
    for (at, word) in block.as_chunks::<8>().0.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let none = differs(word ^ separator)
            & differs(word ^ quote)
            & differs(word ^ feed)
            & differs(word ^ ret);
        let high = !none & !LOW;
        // Gathers the high bits of the eight bytes in one.
        let bits = (high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        marks |= bits << (at * 8);
    }
    marks
}

/// One bit a byte of the block, the first lowest: set where it is a separator, a quote or an end of line.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline]
pub(super) fn marks(block: &[u8; BLOCK], separator: u8) -> u64 {
    use core::arch::wasm32::{i64x2, u8x16_bitmask, u8x16_eq, u8x16_splat, v128_or};
    let (separator, quote) = (u8x16_splat(separator), u8x16_splat(b'"'));
    let (feed, ret) = (u8x16_splat(b'\n'), u8x16_splat(b'\r'));
    let mut marks = 0;
    for (at, lane) in block.as_chunks::<16>().0.iter().enumerate() {
        let [low, high] = [0, 8].map(|from| {
            let word = lane[from..].first_chunk::<8>().copied().unwrap_or_default();
            i64::from_le_bytes(word)
        });
        let lane = i64x2(low, high);
        let ends = v128_or(u8x16_eq(lane, feed), u8x16_eq(lane, ret));
        let inner = v128_or(u8x16_eq(lane, separator), u8x16_eq(lane, quote));
        marks |= u64::from(u8x16_bitmask(v128_or(ends, inner))) << (at * 16);
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_and_nothing_else() {
        let mut seed = 1_u64;
        for _ in 0..2000 {
            let block = [(); BLOCK].map(|()| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                [b',', b'"', b'\n', b'\r', b'-', 0xac, 0x8a, 0, 0xff]
                    [usize::try_from(seed >> 60).unwrap() % 9]
            });
            let found = marks(&block, b',');
            for (at, byte) in block.iter().enumerate() {
                let expected = matches!(byte, b',' | b'"' | b'\n' | b'\r');
                assert_eq!(found >> at & 1 == 1, expected, "{byte} at {at}");
            }
        }
    }
}
