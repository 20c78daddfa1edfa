//! The bytes of what a reader hands over, read in pieces.

use std::ops::Range;

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;

use super::worker::Source;

impl Source {
    /// How many bytes it has; `None` of an address, which says itself where its data is, and of several files, which no
    /// link asks for.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        match self {
            // A size in bytes, which JavaScript counts in floats.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            Self::File(file) => Some(file.size() as u64),
            Self::Bytes(bytes, _) => u64::try_from(bytes.len()).ok(),
            Self::Address(_) | Self::Files(_) => None,
        }
    }

    /// A piece of it; `None` where it cannot be read.
    pub async fn piece(&self, range: Range<u64>) -> Option<Vec<u8>> {
        match self {
            Self::File(file) => {
                #[allow(clippy::cast_precision_loss)] // Files are smaller than 2^53 bytes.
                let (from, to) = (range.start as f64, range.end as f64);
                let piece = file.slice_with_f64_and_f64(from, to).ok()?;
                let buffer = JsFuture::from(piece.array_buffer()).await.ok()?;
                Some(Uint8Array::new(&buffer).to_vec())
            }
            Self::Bytes(bytes, _) => {
                let place = |at: u64| usize::try_from(at).ok();
                bytes.get(place(range.start)?..place(range.end)?).map(<[u8]>::to_vec)
            }
            Self::Address(_) | Self::Files(_) => None,
        }
    }
}
