//! Full-width forms, as Chinese input methods write digits and signs, and blanks around a text.

use std::borrow::Cow;

/// The text with full-width digits, letters and signs in their usual width, without blanks at its ends.
pub(super) fn half_width(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        '\u{2212}' => '-',
        '\u{ffe5}' => '\u{a5}',
        c => c,
    };
    Cow::Owned(text.chars().map(narrow).collect::<String>().trim().to_owned())
}
