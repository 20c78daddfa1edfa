//! Links as messengers, mail programs and hands leave them: encoded once more, with `&amp;` for `&`, with the full stop
//! or the bracket of the sentence around them, or with the whole address in place of its fragment.
//!
//! What the page writes itself is never taken for any of these: see `write_link`.

use percent_encoding::percent_decode_str;

use super::text::starts_with_hex;

/// So many times, all in all, a link may have been encoded and its signs been written as HTML.
const MOST: usize = 8;

/// Ways in which HTML writes `&`.
const AMPERSANDS: &[&str] = &["&amp;", "&amp%3B", "&#38;", "&#x26;"];

/// What closes a bracket or a quotation, and what opens it.
const PAIRS: &[(char, char)] = &[
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('<', '>'),
    ('\u{ff08}', '\u{ff09}'),
    ('\u{ff3b}', '\u{ff3d}'),
    ('\u{ff1c}', '\u{ff1e}'),
    ('\u{3008}', '\u{3009}'),
    ('\u{300a}', '\u{300b}'),
    ('\u{300c}', '\u{300d}'),
    ('\u{300e}', '\u{300f}'),
    ('\u{3010}', '\u{3011}'),
    ('\u{3014}', '\u{3015}'),
    ('\u{201c}', '\u{201d}'),
    ('\u{2018}', '\u{2019}'),
    ('\u{ab}', '\u{bb}'),
];

/// The fragment as it was written.
pub(super) fn mend(fragment: &str) -> String {
    let mut text = fragment.to_owned();
    for _ in 0..MOST {
        let whole = AMPERSANDS.iter().fold(text.clone(), |text, sign| text.replace(sign, "&"));
        // Repeated, as each program on the way may have done it.
        if whole != text {
            text = whole;
            continue;
        }
        // Behind the last sign: within a value it is always encoded.
        let fragment = text.rsplit('#').next().unwrap_or_default().trim();
        let fragment = without_tail(fragment);
        if !is_encoded_again(fragment) {
            return fragment.to_owned();
        }
        text = percent_decode_str(fragment).decode_utf8_lossy().into_owned();
    }
    text
}

/// Whether the link as a whole was encoded, its separators or its percent signs.
fn is_encoded_again(text: &str) -> bool {
    if !text.contains('=') {
        let mut text = text.to_owned();
        return (0..MOST).any(|_| {
            let has_sign = text.contains("%3D") || text.contains("%3d");
            text = text.replace("%25", "%");
            has_sign
        });
    }
    let mut escapes = text.split('%').skip(1).peekable();
    escapes.peek().is_some()
        && escapes.all(|escape| escape.strip_prefix("25").is_some_and(starts_with_hex))
}

/// Whether a link that ends in this value may come back without its last character, or with one of the sentence around
/// it that would be taken for the value's own.
pub(super) fn ends_loosely(value: &str) -> bool {
    let is_open = || {
        let value = percent_decode_str(value).decode_utf8_lossy();
        value.contains(|c| PAIRS.iter().any(|&(open, _)| open == c))
    };
    last_char(value).is_some_and(|(c, _)| is_loose(c)) || is_open()
}

/// The text without the punctuation behind it. A bracket that the last value opened itself stays, and so do the two
/// dots of a span whose end is open.
fn without_tail(mut text: &str) -> &str {
    while let Some((c, at)) = last_char(text) {
        let part = text.rsplit('&').next().unwrap_or_default();
        let is_whole = is_closed(part, c) || (c == '.' && is_open_span(part));
        if !is_loose(c) || is_whole {
            break;
        }
        text = &text[..at];
    }
    text
}

/// Whether a bracket or a quotation that this character closes was opened in the same part.
fn is_closed(part: &str, c: char) -> bool {
    let Some((open, close)) = PAIRS.iter().find(|(_, close)| *close == c) else { return false };
    let part = percent_decode_str(part).decode_utf8_lossy();
    part.matches(*open).count() >= part.matches(*close).count()
}

fn is_open_span(part: &str) -> bool {
    let is_span = part.starts_with("t.") || part.starts_with("n.") || part.starts_with("window");
    is_span && part.ends_with("..") && part.matches("..").count() == 1 && !part.ends_with("...")
}

/// Whether a character belongs to the words around a link rather than to the link, where it stands at its end.
fn is_loose(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || ".,;:!?'\"`*|\\/&=".contains(c)
        || PAIRS.iter().any(|&(open, close)| c == open || c == close)
        || matches!(
            c,
            // Marks of width nothing, and of the other direction of writing.
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}'
            // Dashes, dots; full stops, commas and marks of full width.
            | '\u{2014}' | '\u{2026}' | '\u{3001}' | '\u{3002}' | '\u{ff01}' | '\u{ff0c}' | '\u{ff0e}'
            | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}' | '\u{ff5e}' | '\u{ff61}' | '\u{ff64}' | '\u{fffd}'
        )
}

/// The last character, encoded or not, and where it begins.
fn last_char(text: &str) -> Option<(char, usize)> {
    for escapes in 1..=4 {
        let Some(start) = text.len().checked_sub(3 * escapes) else { break };
        let Some(tail) = text.get(start..).filter(|tail| tail.starts_with('%')) else { break };
        let is_escaped = tail.split('%').skip(1).all(|e| e.len() == 2 && starts_with_hex(e));
        if !is_escaped {
            break;
        }
        let bytes: Vec<u8> = percent_decode_str(tail).collect();
        if let Ok(c) = str::from_utf8(&bytes)
            && let Some(c) = c.chars().next()
        {
            return Some((c, start));
        }
    }
    text.char_indices().next_back().map(|(at, c)| (c, at))
}
