//! Compressed bytes → bytes, a chunk at a time: gzip, zstd, and the deflate streams of zip files.

use std::io::Write;

use flate2::write::{DeflateDecoder, MultiGzDecoder};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// The stream cannot be read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken;

/// How the bytes are compressed.
pub(super) enum Unpack {
    /// They are not.
    Plain,
    /// gzip.
    Gzip(Box<MultiGzDecoder<Vec<u8>>>),
    /// A deflate stream without a frame.
    Deflate(Box<DeflateDecoder<Vec<u8>>>),
    /// zstd.
    Zstd(Box<Zstd>),
}

impl std::fmt::Debug for Unpack {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Plain => "Plain",
            Self::Gzip(_) => "Gzip",
            Self::Deflate(_) => "Deflate",
            Self::Zstd(_) => "Zstd",
        })
    }
}

impl Unpack {
    /// Told by the first four bytes.
    pub(super) fn of(head: &[u8]) -> Self {
        match head {
            [0x1f, 0x8b, ..] => Self::Gzip(Box::new(MultiGzDecoder::new(Vec::new()))),
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Self::Zstd(Box::default()),
            _ => Self::Plain,
        }
    }

    /// For an entry of a zip file.
    pub(super) fn deflate() -> Self {
        Self::Deflate(Box::new(DeflateDecoder::new(Vec::new())))
    }

    /// Unpacks a chunk, which may unfold to a thousand times its size, and hands on what it unfolds to.
    pub(super) fn feed<E: From<Broken>>(
        &mut self,
        bytes: &[u8],
        mut hand_on: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        match self {
            Self::Plain => hand_on(bytes),
            Self::Gzip(decoder) => {
                let written = decoder.write_all(bytes);
                take(decoder.get_mut(), &mut hand_on)?;
                Ok(written.map_err(|_| Broken)?)
            }
            Self::Deflate(decoder) => {
                let written = decoder.write_all(bytes);
                take(decoder.get_mut(), &mut hand_on)?;
                Ok(written.map_err(|_| Broken)?)
            }
            Self::Zstd(decoder) => decoder.feed(bytes, false, &mut hand_on),
        }
    }

    /// Ends the stream: it is broken where it is not complete.
    pub(super) fn finish<E: From<Broken>>(
        &mut self,
        mut hand_on: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        match self {
            Self::Plain => Ok(()),
            Self::Gzip(decoder) => {
                let ended = decoder.try_finish();
                take(decoder.get_mut(), &mut hand_on)?;
                Ok(ended.map_err(|_| Broken)?)
            }
            Self::Deflate(decoder) => {
                let ended = decoder.try_finish();
                take(decoder.get_mut(), &mut hand_on)?;
                Ok(ended.map_err(|_| Broken)?)
            }
            Self::Zstd(decoder) => decoder.feed(&[], true, &mut hand_on),
        }
    }
}

fn take<E>(out: &mut Vec<u8>, hand_on: &mut impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
    let result = hand_on(out);
    out.clear();
    result
}

/// zstd frames one after another, read a block at a time.
#[derive(Default)]
pub(super) struct Zstd {
    frame: FrameDecoder,
    inside: bool,
    /// Bytes of a header or block that is not whole yet.
    rest: Vec<u8>,
}

/// The longest header of a frame, and the header of a block.
const FRAME_HEADER: usize = 18;
const BLOCK_HEADER: usize = 3;
/// The checksum that may follow the last block of a frame.
const CHECKSUM: usize = 4;

impl Zstd {
    fn feed<E: From<Broken>>(
        &mut self,
        bytes: &[u8],
        last: bool,
        hand_on: &mut impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        self.rest.extend_from_slice(bytes);
        let mut at = 0;
        loop {
            let ahead = self.rest.get(at..).unwrap_or_default();
            if ahead.is_empty() {
                break;
            }
            let mut source = ahead;
            if self.inside {
                if !last && !is_whole(ahead) {
                    break;
                }
                let one = BlockDecodingStrategy::UptoBlocks(1);
                self.frame.decode_blocks(&mut source, one).map_err(|_| Broken)?;
                self.inside = !self.frame.is_finished();
            } else {
                if !last && ahead.len() < FRAME_HEADER {
                    break;
                }
                self.frame.reset(&mut source).map_err(|_| Broken)?;
                self.inside = true;
            }
            at += ahead.len() - source.len();
            if let Some(out) = self.frame.collect() {
                hand_on(&out)?;
            }
        }
        self.rest.drain(..at.min(self.rest.len()));
        if last && self.inside { Err(Broken.into()) } else { Ok(()) }
    }
}

/// Whether the block at the beginning of the bytes is all there.
fn is_whole(bytes: &[u8]) -> bool {
    let Some([a, b, c]) = bytes.first_chunk::<BLOCK_HEADER>() else { return false };
    let header = u32::from_le_bytes([*a, *b, *c, 0]);
    let repeats = header >> 1 & 3 == 1;
    let size = if repeats { 1 } else { (header >> 3) as usize };
    bytes.len() >= BLOCK_HEADER + size + CHECKSUM * (header & 1) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpack(bytes: &[u8], size: usize) -> Result<Vec<u8>, Broken> {
        let mut unpack = Unpack::of(bytes);
        let mut out = Vec::new();
        let mut keep = |piece: &[u8]| {
            out.extend_from_slice(piece);
            Ok::<(), Broken>(())
        };
        for chunk in bytes.chunks(size) {
            unpack.feed(chunk, &mut keep)?;
        }
        unpack.finish(&mut keep)?;
        Ok(out)
    }

    fn text() -> Vec<u8> {
        (0..60_000)
            .flat_map(|n: u32| format!("{n},{}\n", n.wrapping_mul(2_654_435_761)).into_bytes())
            .collect()
    }

    #[test]
    fn streams_unfold_whatever_the_chunks_and_cut_ones_are_broken() {
        let text = text();
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(&text).unwrap();
        let gzip = gzip.finish().unwrap();
        let level = ruzstd::encoding::CompressionLevel::Fastest;
        let zstd = ruzstd::encoding::compress_to_vec(text.as_slice(), level);
        for packed in [gzip, zstd] {
            for size in [1000, 70_000, 10_000_000] {
                assert!(unpack(&packed, size).unwrap() == text);
                assert!(unpack(&packed[..packed.len() - 9], size).is_err());
            }
            let twice = [packed.as_slice(), packed.as_slice()].concat();
            assert!(unpack(&twice, 5000).unwrap() == [text.as_slice(), text.as_slice()].concat());
        }
        assert_eq!(unpack(b"plain", 2).unwrap(), b"plain");
    }
}
