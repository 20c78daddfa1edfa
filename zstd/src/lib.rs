//! Zstandard decompression in Rust behind the interface of the crate `zstd`. Nothing here compresses.

use std::io;
use std::ops::RangeInclusive;

/// Levels of compression: none but the first.
#[must_use]
pub fn compression_level_range() -> RangeInclusive<i32> {
    1..=1
}

/// Whole buffers at a time.
pub mod bulk {
    use std::io::{self, Cursor};
    use std::marker::PhantomData;

    use ruzstd::decoding::FrameDecoder;
    use ruzstd::decoding::errors::FrameDecoderError;

    /// Times its size that most sources unfold to at most, and the room that a short one gets.
    const USUAL: usize = 16;
    const LEAST: usize = 1 << 16;

    /// Reads compressed frames.
    pub struct Decompressor<'a> {
        decoder: FrameDecoder,
        dictionary: PhantomData<&'a ()>,
    }

    impl Decompressor<'static> {
        /// A decompressor without a dictionary.
        ///
        /// # Errors
        /// None; the crate it stands for has some.
        pub fn new() -> io::Result<Self> {
            Ok(Self { decoder: FrameDecoder::new(), dictionary: PhantomData })
        }
    }

    impl Decompressor<'_> {
        /// Decompresses every frame of `source` into a new buffer of at most `capacity` bytes. A damaged file may claim any
        /// capacity, so room is made as far as what comes bears it out.
        ///
        /// # Errors
        /// The source is no zstd, is cut, or holds more than that.
        pub fn decompress(&mut self, source: &[u8], capacity: usize) -> io::Result<Vec<u8>> {
            let mut room = capacity.min(source.len().saturating_mul(USUAL).max(LEAST));
            loop {
                let mut output = Vec::new();
                output.try_reserve_exact(room).map_err(io::Error::other)?;
                match self.decoder.decode_all_to_vec(source, &mut output) {
                    Err(FrameDecoderError::TargetTooSmall) if room < capacity => {
                        room = capacity.min(room.saturating_mul(USUAL));
                    }
                    decoded => return decoded.map(|()| output).map_err(io::Error::other),
                }
            }
        }

        /// Decompresses every frame of `source` to the cursor's place, into what room its buffer has.
        ///
        /// # Errors
        /// The source is no zstd, is cut, or holds more than there is room for; or the cursor is not at the end.
        pub fn decompress_to_buffer(
            &mut self,
            source: &[u8],
            output: &mut Cursor<&mut Vec<u8>>,
        ) -> io::Result<usize> {
            let start = output.get_ref().len();
            if output.position() != start as u64 {
                return Err(io::ErrorKind::Unsupported.into());
            }
            self.append(source, output.get_mut())?;
            let end = output.get_ref().len();
            output.set_position(end as u64);
            Ok(end - start)
        }

        fn append(&mut self, source: &[u8], output: &mut Vec<u8>) -> io::Result<()> {
            self.decoder.decode_all_to_vec(source, output).map_err(io::Error::other)
        }
    }

    /// Compresses nothing: every call fails.
    pub struct Compressor<'a>(PhantomData<&'a ()>);

    impl Compressor<'static> {
        /// What stands for a compressor.
        ///
        /// # Errors
        /// None; its use has.
        pub fn new(_level: i32) -> io::Result<Self> {
            Ok(Self(PhantomData))
        }
    }

    impl Compressor<'_> {
        /// Fails.
        ///
        /// # Errors
        /// Always.
        pub fn compress_to_buffer<T>(
            &mut self,
            _source: &[u8],
            _output: &mut Cursor<T>,
        ) -> io::Result<usize> {
            Err(super::reads_only())
        }
    }
}

/// What the binding's lower layer offers.
pub mod zstd_safe {
    use ruzstd::decoding::FrameDecoder;

    /// The frame's own header says nothing readable.
    #[derive(Clone, Copy, Debug)]
    pub struct ContentSizeError;

    /// Size of a frame's content by its header; `None` where the header leaves it out.
    ///
    /// # Errors
    /// The source begins with no frame.
    pub fn get_frame_content_size(source: &[u8]) -> Result<Option<u64>, ContentSizeError> {
        let mut decoder = FrameDecoder::new();
        decoder.init(source).map_err(|_| ContentSizeError)?;
        Ok(Some(decoder.content_size()).filter(|&size| size > 0))
    }

    /// Room to compress into: none is needed where nothing is compressed.
    #[must_use]
    pub const fn compress_bound(_size: usize) -> usize {
        0
    }
}

fn reads_only() -> io::Error {
    io::Error::new(io::ErrorKind::Unsupported, "zstd is only read here")
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::bulk::Decompressor;
    use super::zstd_safe::get_frame_content_size;

    /// `zstd -c` of "place,value\n" repeated eight times.
    const FRAME: &[u8] = include_bytes!("../tests/lines.zst");

    #[test]
    fn frames_are_read_to_the_end_of_a_buffer() {
        let expected = "place,value\n".repeat(8);
        let mut decompressor = Decompressor::new().unwrap();
        assert_eq!(decompressor.decompress(FRAME, 96).unwrap(), expected.as_bytes());
        let mut buffer = b"before".to_vec();
        buffer.reserve_exact(96);
        let mut cursor = Cursor::new(&mut buffer);
        cursor.set_position(6);
        assert_eq!(decompressor.decompress_to_buffer(FRAME, &mut cursor).unwrap(), 96);
        assert_eq!(buffer, ["before", &expected].concat().as_bytes());
        assert_eq!(get_frame_content_size(FRAME).unwrap(), Some(96));
    }

    #[test]
    fn a_claim_of_any_size_costs_what_is_in_the_source() {
        let output = Decompressor::new().unwrap().decompress(FRAME, usize::MAX >> 1).unwrap();
        assert_eq!((output.len(), output.capacity()), (96, 1 << 16));
    }

    #[test]
    fn what_does_not_fit_or_is_cut_is_an_error() {
        let mut decompressor = Decompressor::new().unwrap();
        assert!(decompressor.decompress(FRAME, 95).is_err());
        for end in 1..FRAME.len() {
            assert!(decompressor.decompress(&FRAME[..end], 96).is_err(), "{end}");
        }
        assert!(get_frame_content_size(b"not zstd").is_err());
    }
}
