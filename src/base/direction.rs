//! Characters by which a text turns the direction of what follows it.

use std::borrow::Cow;

/// What stands for such a character: as many bytes in UTF-8 as it has, so that places in a text stay where they are.
const SHOWN: &str = "\u{fffd}";

/// Whether a character begins or ends an embedding, an override or an isolate of the Unicode bidirectional algorithm. Words
/// that are written from right to left need none of them.
#[must_use]
pub const fn turns(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text that cannot reorder what stands around it: each character that would is shown as one that could not be.
#[must_use]
pub fn straight(text: &str) -> Cow<'_, str> {
    if text.contains(turns) { Cow::Owned(text.replace(turns, SHOWN)) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_is_shown_and_moves_nothing() {
        let hostile = "a\u{202e}b\u{2067}c";
        assert_eq!(straight(hostile), "a\u{fffd}b\u{fffd}c");
        assert_eq!(straight(hostile).len(), hostile.len());
        assert!(matches!(straight("עברית 中文 \u{200f}"), Cow::Borrowed(_)));
    }
}
