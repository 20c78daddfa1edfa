//! Bytes in any of the encodings that tables come in → UTF-8.
//!
//! The encoding is told from a byte order mark, or else from the first bytes that are no ASCII; until these come, all
//! encodings but UTF-16 read alike. UTF-8 passes through unchecked and uncopied: columns check each distinct value once.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, CoderResult, Decoder, EUC_JP, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, UTF_8, UTF_16BE,
    UTF_16LE, WINDOWS_1252,
};

use super::euc_tw::is_euc_tw;
use crate::base::lang::Lang;

/// Bytes beyond the first that is no ASCII which are enough to tell.
const ENOUGH: usize = 64 << 10;
/// Bytes at the beginning in which a text may name its own encoding.
const NAMED_WITHIN: usize = 4096;

/// Turns chunks into UTF-8.
pub(super) struct ToUtf8 {
    state: State,
    text: String,
    /// Bytes that waited and turned out to be UTF-8.
    held: Vec<u8>,
    /// Whether some bytes were no text in the encoding.
    pub(super) spoilt: bool,
    /// Whether nothing but likelihood tells the encoding.
    guessed: bool,
    /// Whether it is in an encoding that cannot be read.
    unread: bool,
    /// What the text itself says, such as a page's `charset`.
    named: Option<&'static Encoding>,
    lang: Lang,
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
    /// Of those that bytes could be, the one that a reader of this language is likelier to have.
    pub(super) fn new(label: Option<&str>, lang: Lang) -> Self {
        let known = label.and_then(|label| Encoding::for_label(label.as_bytes()));
        let state = known.map_or_else(|| State::Open(Vec::new()), state_of);
        Self {
            state,
            text: String::new(),
            held: Vec::new(),
            spoilt: false,
            guessed: false,
            unread: false,
            named: None,
            lang,
            begun: false,
        }
    }

    /// Whether the encoding was guessed: no mark, no proof and no word of the file tells it.
    pub(super) const fn is_guessed(&self) -> bool {
        self.guessed
    }

    /// Whether the text is in EUC-TW, which cannot be read.
    pub(super) const fn is_euc_tw(&self) -> bool {
        self.unread
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
                self.settle(&chunk[ascii..], last);
                return self.pass(chunk, last);
            }
            held.extend_from_slice(chunk);
            if !last && held.len() < ENOUGH {
                return &[];
            }
            let held = std::mem::take(held);
            self.settle(&held, last);
            if matches!(self.state, State::Utf8) {
                self.held = held;
                return &self.held;
            }
            return self.decode(&held, last);
        }
        self.pass(chunk, last)
    }

    fn settle(&mut self, bytes: &[u8], whole: bool) {
        let (encoding, guessed) = tell(bytes, whole, self.named, self.lang);
        self.state = state_of(encoding);
        self.guessed = guessed;
        // A guess may be one of the encodings that have their characters at the same places.
        self.unread = guessed && encoding != UTF_8 && is_euc_tw(bytes, whole);
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
            if let Some(encoding) = utf_16(&chunk[..chunk.len().min(NAMED_WITHIN) / 2 * 2]) {
                (self.state, self.guessed) = (state_of(encoding), true);
            } else {
                self.named = named(&chunk[..chunk.len().min(NAMED_WITHIN)]);
            }
        }
        chunk
    }
}

/// Which UTF-16 it is, told from the zero bytes of separators, digits and ends of lines: they stand at one side of the
/// pairs. `None` of other texts, in which zeros stand anywhere or nowhere.
fn utf_16(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let clear = |most: usize, least: usize| most > 0 && most >= 4 * least;
    match (clear(odd, even), clear(even, odd)) {
        (true, _) => Some(UTF_16LE),
        (_, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding that a text names at its beginning: a web page, an XML or a PC-Axis file.
fn named(head: &[u8]) -> Option<&'static Encoding> {
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    ["charset=", "encoding=", "codepage="].into_iter().find_map(|word| {
        let rest = text.split_once(word)?.1.trim_start_matches(['"', '\'', ' ']);
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':');
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        // An office says with its own word what is UTF-16 to others; no file says so that is not.
        Encoding::for_label(&rest.as_bytes()[..end]).filter(|e| *e != UTF_16LE && *e != UTF_16BE)
    })
}

fn state_of(encoding: &'static Encoding) -> State {
    if encoding == UTF_8 {
        State::Utf8
    } else {
        State::Other(encoding.new_decoder_without_bom_handling())
    }
}

/// The name of a file in a zip file: what is no UTF-8 is in the encoding of whoever packed it, whatever the format says.
pub(super) fn of_name(name: &[u8], lang: Lang) -> String {
    let encoding = tell(name, true, None, lang).0;
    encoding.decode_without_bom_handling(name).0.into_owned()
}

/// The encoding of bytes that are not all ASCII, and whether it is a guess: UTF-8 if they are that; else what the text
/// itself says, if it can be so; else the likeliest.
fn tell(
    bytes: &[u8],
    whole: bool,
    named: Option<&'static Encoding>,
    lang: Lang,
) -> (&'static Encoding, bool) {
    let cut = |error: &std::str::Utf8Error| error.error_len().is_none() && !whole;
    match std::str::from_utf8(bytes) {
        Ok(_) => return (UTF_8, false),
        Err(error) if cut(&error) => return (UTF_8, false),
        Err(_) => {}
    }
    // Few bytes are wrong in a text that is otherwise UTF-8.
    let legible = String::from_utf8_lossy(bytes);
    let wrong = legible.chars().filter(|&c| c == '\u{fffd}').count();
    let right = legible.chars().filter(|&c| !c.is_ascii() && c != '\u{fffd}').count();
    if wrong * 4 < right {
        return (UTF_8, true);
    }
    if let Some(named) = named.filter(|named| *named != UTF_8 && oddness(named, bytes) == 0) {
        return (if named == GBK { GB18030 } else { named }, false);
    }
    (likeliest(bytes, whole, lang), true)
}

/// The likeliest of the encodings of one and two bytes.
fn likeliest(bytes: &[u8], whole: bool, lang: Lang) -> &'static Encoding {
    let home = match lang {
        Lang::Zh => Some(&b"cn"[..]),
        Lang::En => None,
    };
    let guess = |home| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, whole);
        detector.guess(home, Utf8Detection::Deny)
    };
    let others = [GB18030, BIG5, SHIFT_JIS, EUC_JP, EUC_KR];
    let is_daily = daily(bytes);
    let abroad = guess(None);
    // A detector that is told the language of a place takes nearly anything for what is written there, such as a letter
    // with an accent and the one behind it for a rare character. Korean and Japanese lie among the same bytes as Chinese.
    let is_neighbour = abroad == EUC_KR && is_hangul(bytes) || abroad == EUC_JP && has_kana(bytes);
    let mut found = if is_daily && !is_neighbour { guess(home) } else { abroad };
    // Where it has too little to go by, what is all characters in daily use is rather that.
    if is_daily && !others.contains(&found) && found != GBK {
        found = GB18030;
    }
    let most = oddness(found, bytes);
    if most > 0 {
        let better = others.into_iter().filter(|other| oddness(other, bytes) * 4 < most);
        found = better.min_by_key(|other| oddness(other, bytes)).unwrap_or(found);
    }
    match found {
        found if found == GBK => GB18030,
        // Bytes that stand for nothing in the guess: what Western spreadsheets write has nearly none of these.
        found if found.is_single_byte() && oddness(found, bytes) > 0 => WINDOWS_1252,
        found => found,
    }
}

/// Whether nearly all pairs of bytes are signs, full-width forms or characters of GB 2312, and most of these the ones in
/// daily use: letters of other alphabets stand in words of any length, and at other places.
fn daily(bytes: &[u8]) -> bool {
    let (mut pairs, mut known, mut rare, mut at) = (0_usize, 0_usize, 0_usize, 0);
    while at < bytes.len() {
        if bytes[at] < 0x80 {
            at += 1;
            continue;
        }
        pairs += 1;
        let pair = bytes.get(at..at + 2);
        known += usize::from(matches!(pair, Some([0xa1..=0xa9 | 0xb0..=0xf7, 0xa1..=0xfe])));
        rare += usize::from(matches!(pair, Some([0xd8..=0xf7, _])));
        at += 2;
    }
    known * 10 >= pairs * 9 && rare * 10 <= pairs * 4
}

/// The first byte of each pair of a text in which all other bytes are ASCII.
fn leads(bytes: &[u8]) -> impl Iterator<Item = u8> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let at = rest.iter().position(|byte| !byte.is_ascii())?;
        let lead = rest[at];
        rest = rest.get(at + 2..).unwrap_or_default();
        Some(lead)
    })
}

/// Whether no character of a text of some length lies where Chinese has those whose sound begins with S to Z and Korean has rare ones.
fn is_hangul(bytes: &[u8]) -> bool {
    let beyond = leads(bytes).filter(|lead| matches!(lead, 0xc9..=0xd7)).count();
    beyond * 20 <= leads(bytes).count() && leads(bytes).nth(3).is_some()
}

/// Whether there is a kana among ten characters.
fn has_kana(bytes: &[u8]) -> bool {
    let kana = leads(bytes).filter(|lead| matches!(lead, 0xa4 | 0xa5)).count();
    kana > 0 && kana * 10 >= leads(bytes).count()
}

/// Characters of the text in an encoding that no table has: what stands for nothing, and controls.
fn oddness(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    // A character that is cut at the end is none.
    let end = bytes.iter().rposition(u8::is_ascii).map_or(bytes.len(), |at| at + 1);
    let text: Cow<'_, str> = encoding.decode_without_bom_handling(&bytes[..end]).0;
    let is_odd =
        |c: char| c == '\u{fffd}' || matches!(c, '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}');
    text.chars().filter(|&c| is_odd(c)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "place,value\n德州市民生路,17\n聊城开发区，教育,5\n";

    fn read(bytes: &[u8], size: usize, label: Option<&str>) -> (String, Option<&'static str>) {
        read_in(bytes, size, label, Lang::Zh)
    }

    fn read_in(
        bytes: &[u8],
        size: usize,
        label: Option<&str>,
        lang: Lang,
    ) -> (String, Option<&'static str>) {
        let mut reader = ToUtf8::new(label, lang);
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

    #[test]
    fn each_encoding_is_told_in_either_language_of_the_page() {
        let tables = [
            (SHIFT_JIS, "都道府県,西暦,人口\n北海道,2015,538\n東京都,2015,1351\n大阪府,2015,884\n"),
            (
                EUC_JP,
                "都道府県,西暦,人口\n北海道,2015,538\n東京都,2015,1351\n大阪府はひろい,2015,884\n",
            ),
            (
                BIG5,
                "縣市別,年度,人口數\n臺北市,2015,270\n新北市,2015,397\n高雄市,2015,278\n花蓮縣,2015,33\n",
            ),
            (
                EUC_KR,
                "시도별,연도,인구\n서울특별시,2015,990\n부산광역시,2015,344\n경기도,2015,1247\n",
            ),
            (
                GB18030,
                "地区,年份,人口\n北京市,2015,2171\n上海市,2015,2415\n内蒙古自治区,2015,2511\n",
            ),
            (WINDOWS_1252, "pays,année\nCôte d’Ivoire,2015\nMéxico,2016\nÎle-de-France,2017\n"),
        ];
        for (encoding, text) in tables {
            let bytes = encoding.encode(text).0;
            for lang in Lang::ALL {
                let (read, found) = read_in(&bytes, 64, None, lang);
                // Letters of Western Europe stand at one place in several encodings.
                let is_told = encoding == WINDOWS_1252 || found == Some(encoding.name());
                assert!(read == text && is_told, "{lang:?} {found:?} {read}");
            }
        }
        let slavic = encoding_rs::WINDOWS_1250;
        let text = "województwo,powiat\nłódzkie,Łęczyca\nśląskie,Żywiec\nmałopolskie,Kraków\n";
        assert_eq!(read_in(&slavic.encode(text).0, 64, None, Lang::En).0, text);
        let russian = encoding_rs::WINDOWS_1251;
        let text = "область,год\nМосковская область,2015\nТульская область,2016\n";
        assert_eq!(read_in(&russian.encode(text).0, 64, None, Lang::En).0, text);
    }

    #[test]
    fn what_a_text_says_of_itself_goes_before_a_guess() {
        let text = "<meta charset=\"big5\"><table><tr><td>人口</td></tr></table>";
        let mut reader = ToUtf8::new(None, Lang::Zh);
        let bytes = BIG5.encode(text).0;
        let mut read = reader.feed(&bytes, false).to_vec();
        read.extend_from_slice(reader.feed(&[], true));
        assert_eq!((String::from_utf8(read).unwrap().as_str(), reader.is_guessed()), (text, false));
        // A page that says what it is not is told by its bytes.
        let text = "<meta charset=utf-8><td>德州市民生路</td>";
        assert_eq!(read_in(&GB18030.encode(text).0, 9, None, Lang::Zh).0, text);
    }

    #[test]
    fn zeros_at_both_sides_are_no_utf_16() {
        assert_eq!(super::utf_16(b"a,b\0\0c,d\0\0"), None);
        assert_eq!(super::utf_16(b"plain"), None);
    }
}
