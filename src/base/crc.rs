//! CRC-32 (IEEE 802.3), as zip files have it and as links tell one file from another.

/// A checksum under way.
#[derive(Clone, Debug)]
pub struct Crc {
    table: [u32; 256],
    crc: u32,
}

impl Crc {
    /// Of nothing yet. The table is worked out when it is needed, as it would be in the page's first load otherwise.
    #[must_use]
    #[inline(never)]
    pub fn new() -> Self {
        let mut table = [0; 256];
        for (byte, entry) in (0_u32..).zip(&mut table) {
            let step = |crc: u32, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
            *entry = (0..8).fold(byte, step);
        }
        Self { table, crc: u32::MAX }
    }

    /// Takes more bytes in.
    #[inline(never)]
    pub fn add(&mut self, bytes: &[u8]) {
        let step = |crc: u32, &byte: &u8| self.table[(crc as u8 ^ byte) as usize] ^ crc >> 8;
        self.crc = bytes.iter().fold(self.crc, step);
    }

    /// The checksum, after which another may begin.
    pub fn finish(&mut self) -> u32 {
        !std::mem::replace(&mut self.crc, u32::MAX)
    }

    /// The checksum of these bytes.
    #[must_use]
    pub fn of(mut self, bytes: &[u8]) -> u32 {
        self.add(bytes);
        self.finish()
    }
}

impl Default for Crc {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_the_standard_ones() {
        // The check value of CRC-32/ISO-HDLC.
        assert_eq!(Crc::new().of(b"123456789"), 0xcbf4_3926);
        assert_eq!(Crc::new().of(b""), 0);
        let mut crc = Crc::new();
        crc.add(b"1234");
        crc.add(b"56789");
        assert_eq!(crc.finish(), 0xcbf4_3926);
        assert_eq!(crc.finish(), 0, "the next begins anew");
    }
}
