//! Bytes in any of the encodings that tables come in → UTF-8.
//!
//! The encoding is told from a byte order mark, or else from the first bytes that are no ASCII; until these come, all
//! encodings but UTF-16 read alike. UTF-8 passes through unchecked and uncopied: columns check each distinct value once.

use encoding_rs::{
    CoderResult, Decoder, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252,
};

/// Bytes beyond the first that is no ASCII which are enough to tell.
const ENOUGH: usize = 4096;

/// Turns chunks into UTF-8.
pub(super) struct ToUtf8 {
    state: State,
    text: String,
    /// Bytes that waited and turned out to be UTF-8.
    held: Vec<u8>,
    /// Whether some bytes were no text in the encoding.
    pub(super) spoilt: bool,
    begun: bool,
}

enum State {
    /// Only ASCII so far; what has come since the first other byte waits here.
    Open(Vec<u8>),
    Utf8,
    Other(Decoder),
}

impl std::fmt::Debug for ToUtf8 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ToUtf8").field("encoding", &self.name()).finish_non_exhaustive()
    }
}

impl ToUtf8 {
    /// From a named encoding (by its WHATWG label), or from the one that the bytes tell.
    pub(super) fn new(label: Option<&str>) -> Self {
        let known = label.and_then(|label| Encoding::for_label(label.as_bytes()));
        let state = known.map_or_else(|| State::Open(Vec::new()), state_of);
        Self { state, text: String::new(), held: Vec::new(), spoilt: false, begun: false }
    }

    /// Name of the encoding, where it is known by now.
    pub(super) fn name(&self) -> Option<&'static str> {
        match &self.state {
            State::Open(_) => None,
            State::Utf8 => Some(UTF_8.name()),
            State::Other(decoder) => Some(decoder.encoding().name()),
        }
    }

    /// The text of a chunk; `last` where no other follows.
    pub(super) fn feed<'a>(&'a mut self, chunk: &'a [u8], last: bool) -> &'a [u8] {
        let mut chunk = chunk;
        if !self.begun && !chunk.is_empty() {
            self.begun = true;
            chunk = self.mark(chunk);
        }
        if let State::Open(held) = &mut self.state {
            if held.is_empty() {
                let ascii = Encoding::ascii_valid_up_to(chunk);
                if ascii == chunk.len() {
                    return chunk;
                }
                if !last && chunk.len() - ascii < ENOUGH {
                    held.extend_from_slice(&chunk[ascii..]);
                    return &chunk[..ascii];
                }
                self.state = state_of(tell(&chunk[ascii..], last));
                return self.pass(chunk, last);
            }
            held.extend_from_slice(chunk);
            if !last && held.len() < ENOUGH {
                return &[];
            }
            let held = std::mem::take(held);
            self.state = state_of(tell(&held, last));
            if matches!(self.state, State::Utf8) {
                self.held = held;
                return &self.held;
            }
            return self.decode(&held, last);
        }
        self.pass(chunk, last)
    }

    fn pass<'a>(&'a mut self, chunk: &'a [u8], last: bool) -> &'a [u8] {
        if matches!(self.state, State::Utf8) { chunk } else { self.decode(chunk, last) }
    }

    fn decode(&mut self, mut chunk: &[u8], last: bool) -> &[u8] {
        self.text.clear();
        if let State::Other(decoder) = &mut self.state {
            loop {
                let room = decoder.max_utf8_buffer_length(chunk.len()).unwrap_or(chunk.len());
                self.text.reserve(room.max(16));
                let (result, read, spoilt) = decoder.decode_to_string(chunk, &mut self.text, last);
                self.spoilt |= spoilt;
                chunk = &chunk[read..];
                if result == CoderResult::InputEmpty {
                    break;
                }
            }
        }
        self.text.as_bytes()
    }

    /// Tells UTF-8 and UTF-16 from their marks, which are no part of the text, and UTF-16 from its zero bytes.
    fn mark<'a>(&mut self, chunk: &'a [u8]) -> &'a [u8] {
        if let Some((encoding, length)) = Encoding::for_bom(chunk) {
            self.state = state_of(encoding);
            return &chunk[length..];
        }
        if matches!(self.state, State::Open(_)) {
            let head = &chunk[..chunk.len().min(256) / 2 * 2];
            let zeros =
                |from: usize| head.iter().skip(from).step_by(2).filter(|&&b| b == 0).count();
            let (even, odd) = (zeros(0), zeros(1));
            if even + odd > 0 {
                self.state = state_of(if odd >= even { UTF_16LE } else { UTF_16BE });
            }
        }
        chunk
    }
}

fn state_of(encoding: &'static Encoding) -> State {
    if encoding == UTF_8 {
        State::Utf8
    } else {
        State::Other(encoding.new_decoder_without_bom_handling())
    }
}

/// The encoding of bytes that are not all ASCII: UTF-8 if they are that, else GB18030 if they are mostly characters in
/// daily use, else what Western spreadsheets write.
fn tell(bytes: &[u8], whole: bool) -> &'static Encoding {
    let cut = |error: &std::str::Utf8Error| error.error_len().is_none() && !whole;
    match std::str::from_utf8(bytes) {
        Ok(_) => return UTF_8,
        Err(error) if cut(&error) => return UTF_8,
        Err(_) => {}
    }
    let (mut pairs, mut common, mut at) = (0_usize, 0_usize, 0);
    while at < bytes.len() {
        if bytes[at] < 0x80 {
            at += 1;
            continue;
        }
        pairs += 1;
        // GB 2312: signs and full-width forms, and the characters in daily use.
        let daily = matches!(bytes.get(at..at + 2), Some([0xa1..=0xa9 | 0xb0..=0xf7, 0xa1..=0xfe]));
        common += usize::from(daily);
        at += 2;
    }
    if common * 10 >= pairs * 7 {
        return GB18030;
    }
    // Few bytes are wrong in a text that is otherwise UTF-8.
    let legible = String::from_utf8_lossy(bytes);
    let wrong = legible.chars().filter(|&c| c == '\u{fffd}').count();
    let right = legible.chars().filter(|&c| !c.is_ascii() && c != '\u{fffd}').count();
    if wrong * 4 < right { UTF_8 } else { WINDOWS_1252 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "place,value\n德州市民生路,17\n聊城开发区，教育,5\n";

    fn read(bytes: &[u8], size: usize, label: Option<&str>) -> (String, Option<&'static str>) {
        let mut reader = ToUtf8::new(label);
        let mut text = Vec::new();
        for chunk in bytes.chunks(size) {
            text.extend_from_slice(reader.feed(chunk, false));
        }
        text.extend_from_slice(reader.feed(&[], true));
        (String::from_utf8(text).unwrap(), reader.name())
    }

    fn utf_16(text: &str, mark: bool, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let mark = mark.then_some(0xfeff);
        mark.into_iter().chain(text.encode_utf16()).flat_map(order).collect()
    }

    #[test]
    fn encodings_are_told_whatever_the_chunks() {
        let gb = GB18030.encode(TEXT).0.into_owned();
        let with_mark = [b"\xef\xbb\xbf", TEXT.as_bytes()].concat();
        for (bytes, name) in [
            (TEXT.as_bytes().to_vec(), "UTF-8"),
            (with_mark, "UTF-8"),
            (gb, "gb18030"),
            (utf_16(TEXT, true, u16::to_le_bytes), "UTF-16LE"),
            (utf_16(TEXT, true, u16::to_be_bytes), "UTF-16BE"),
            (utf_16(TEXT, false, u16::to_le_bytes), "UTF-16LE"),
            (utf_16(TEXT, false, u16::to_be_bytes), "UTF-16BE"),
        ] {
            // A mark or a zero byte must lie within the first chunk.
            for size in [4, 5, 7, 64, 100_000] {
                let (text, found) = read(&bytes, size, None);
                assert_eq!((text.as_str(), found), (TEXT, Some(name)), "{size}");
            }
        }
    }

    #[test]
    fn western_text_is_no_chinese_and_a_label_decides() {
        let bytes = b"country\nC\xf4te d'Ivoire\nM\xe9xico\n";
        assert_eq!(
            read(bytes, 9, None),
            ("country\nCôte d'Ivoire\nMéxico\n".into(), Some("windows-1252"))
        );
        let gb = GB18030.encode(TEXT).0;
        assert_eq!(read(&gb, 50, Some("gbk")).0, TEXT);
        let long = "ascii,only\n".repeat(1000) + TEXT;
        assert_eq!(read(&GB18030.encode(&long).0, 64, None).0, long);
    }
}
