//! Tags of the parts of a workbook, as far as they are looked at beside what the library reads.

/// Each tag without its angles, and the text behind it.
pub(super) fn tags(xml: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = xml;
    std::iter::from_fn(move || {
        let from = rest.iter().position(|&byte| byte == b'<')? + 1;
        let mut quote = None;
        let end = rest[from..].iter().position(|&byte| match quote {
            Some(open) => {
                if byte == open {
                    quote = None;
                }
                false
            }
            None => {
                quote = matches!(byte, b'"' | b'\'').then_some(byte);
                byte == b'>'
            }
        })?;
        let tag = &rest[from..from + end];
        rest = &rest[from + end + 1..];
        let text = rest.iter().position(|&byte| byte == b'<').unwrap_or(rest.len());
        Some((tag, &rest[..text]))
    })
}

/// The name of a tag, with a stroke before it where it closes.
pub(super) fn name(tag: &[u8]) -> &[u8] {
    let end = tag.iter().position(|b| b.is_ascii_whitespace());
    tag[..end.unwrap_or(tag.len())].strip_suffix(b"/").unwrap_or(&tag[..end.unwrap_or(tag.len())])
}

/// The name of a tag without the word for its vocabulary.
pub(super) fn local_name(tag: &[u8]) -> &[u8] {
    let name = name(tag);
    name.iter().position(|byte| *byte == b':').map_or(name, |at| &name[at + 1..])
}

/// What an attribute says.
pub(super) fn attribute<'t>(tag: &'t [u8], key: &[u8]) -> Option<&'t [u8]> {
    let mut from = 0;
    loop {
        let at = from + tag.get(from..)?.windows(key.len()).position(|window| window == key)?;
        let rest = tag.get(at + key.len()..)?;
        let is_whole = at > 0 && tag[at - 1].is_ascii_whitespace();
        if let (true, [b'=', quote @ (b'"' | b'\''), value @ ..]) = (is_whole, rest) {
            return Some(&value[..value.iter().position(|byte| byte == quote)?]);
        }
        from = at + key.len();
    }
}

/// A number that an attribute says.
pub(super) fn number(tag: &[u8], key: &[u8]) -> Option<u32> {
    std::str::from_utf8(attribute(tag, key)?).ok()?.parse().ok()
}

/// Text without what stands for signs of markup.
pub(super) fn plain(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    signs.iter().fold(text.into_owned(), |text, (name, sign)| text.replace(name, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_found_by_their_whole_names() {
        let tag = b"c r=\"A1\" hidden='1' ht=\"12\" x:r=\"no\"";
        assert_eq!(attribute(tag, b"r"), Some(&b"A1"[..]));
        assert_eq!(number(tag, b"hidden"), Some(1));
        assert_eq!((number(tag, b"t"), attribute(tag, b"idden")), (None, None));
        assert_eq!(plain(b"a &lt;b&gt; &amp;amp;"), "a <b> &amp;");
    }
}
