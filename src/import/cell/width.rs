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

/// The fewest letters and digits behind a tab that are there for it.
const FORCED: usize = 6;

/// A cell without what spreadsheets need to take digits for text: a tab before them, or a formula around them, `="0123"`.
#[inline]
pub(in crate::import) fn unforced(cell: &[u8]) -> &[u8] {
    match cell {
        [b'\t' | b'=', ..] => forced(cell),
        _ => cell,
    }
}

#[cold]
fn forced(cell: &[u8]) -> &[u8] {
    let inside = cell.strip_prefix(b"=\"").and_then(|rest| rest.strip_suffix(b"\""));
    let before = || {
        let rest = cell.strip_prefix(b"\t")?;
        (rest.len() >= FORCED && rest.iter().all(u8::is_ascii_alphanumeric)).then_some(rest)
    };
    inside.filter(|inside| !inside.contains(&b'"')).or_else(before).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_digits_text_is_no_part_of_them() {
        for (cell, shown) in [
            ("\t012345", "012345"),
            ("\tno. 5", "\tno. 5"),
            ("=\"0123\"", "0123"),
            ("=\"a\"&\"b\"", "=\"a\"&\"b\""),
            ("=", "="),
            ("\t", "\t"),
            (" a", " a"),
            ("", ""),
        ] {
            assert_eq!(unforced(cell.as_bytes()), shown.as_bytes(), "{cell}");
        }
    }
}
