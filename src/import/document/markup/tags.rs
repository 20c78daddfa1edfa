//! A text with tags → its tags and the texts between them. Scripts, styles and comments are passed over.

use std::borrow::Cow;

/// A piece of the text.
pub(super) enum Piece<'a> {
    Tag(Tag<'a>),
    /// What stands between tags, its references replaced.
    Text(Cow<'a, str>),
}

/// A tag.
pub(super) struct Tag<'a> {
    /// Its name without the prefix of a namespace, in small letters.
    pub(super) name: String,
    pub(super) closes: bool,
    /// Whether it has no content: `<cell/>`.
    pub(super) is_empty: bool,
    rest: &'a str,
}

impl Tag<'_> {
    /// The value of an attribute, whatever the prefix of its namespace.
    pub(super) fn attribute(&self, wanted: &str) -> Option<String> {
        let mut rest = self.rest;
        while let Some((key, after)) = rest.split_once('=') {
            let key = key
                .trim_end()
                .rsplit(|c: char| c.is_whitespace() || c == ':')
                .next()
                .unwrap_or_default();
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (value, more) = match quote {
                Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
            };
            if key.eq_ignore_ascii_case(wanted) {
                return Some(unescaped(value).into_owned());
            }
            rest = more;
        }
        None
    }
}

/// The pieces of a text.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            if rest.is_empty() {
                return None;
            }
            let Some(tail) = rest.strip_prefix('<') else {
                let end = rest.find('<').unwrap_or(rest.len());
                let (text, more) = rest.split_at(end);
                rest = more;
                return Some(Piece::Text(unescaped(text)));
            };
            if let Some(comment) = tail.strip_prefix("!--") {
                rest = comment.split_once("-->").map_or("", |(_, more)| more);
                continue;
            }
            if let Some(data) = tail.strip_prefix("![CDATA[") {
                let (text, more) = data.split_once("]]>").unwrap_or((data, ""));
                rest = more;
                return Some(Piece::Text(Cow::Borrowed(text)));
            }
            let starts = tail.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
            if !starts {
                rest = tail;
                return Some(Piece::Text(Cow::Borrowed("<")));
            }
            let end = end_of(tail);
            let tag = tag(&tail[..end]);
            rest = tail.get(end + 1..).unwrap_or_default();
            if !tag.closes && matches!(tag.name.as_str(), "script" | "style") {
                rest = after_end(rest, &tag.name);
                continue;
            }
            return Some(Piece::Tag(tag));
        }
    })
}

/// Where a tag ends, outside quotes.
fn end_of(tail: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tail.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return at,
            _ => {}
        }
    }
    tail.find('>').unwrap_or(tail.len())
}

fn tag(inside: &str) -> Tag<'_> {
    let closes = inside.starts_with('/');
    let body = inside.trim_start_matches('/');
    let end = body.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(body.len());
    let name = body[..end].rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
    let is_empty = !closes && inside.ends_with('/');
    Tag { name, closes, is_empty, rest: body[end..].trim_end_matches('/') }
}

/// What follows the end of an element whose content is no markup.
fn after_end<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        let tail = &rest[at + 2..];
        if tail.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)) {
            return tail.split_once('>').map_or("", |(_, more)| more);
        }
        rest = tail;
    }
    ""
}

/// References that spreadsheets and offices write; numbers are read besides.
const NAMED: [(&str, char); 18] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", '\u{2009}'),
    ("minus", '-'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("middot", '·'),
    ("permil", '‰'),
    ("euro", '€'),
    ("pound", '£'),
    ("yen", '¥'),
];

/// The longest reference that is looked for.
const REFERENCE: usize = 10;

/// A text with the characters that its references stand for.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        let end = tail.bytes().take(REFERENCE).position(|byte| byte == b';');
        match end.and_then(|end| Some((character(&tail[..end])?, end))) {
            Some((c, end)) => {
                out.push(c);
                rest = &tail[end + 1..];
            }
            None => {
                out.push('&');
                rest = tail;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = hex.map_or_else(|| number.parse(), |hex| u32::from_str_radix(hex, 16));
        return char::from_u32(code.ok()?);
    }
    NAMED.iter().find(|(known, _)| *known == name).map(|&(_, c)| c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_texts_and_references_of_careless_pages() {
        let text = "<!-- <td>no</td> --><TD ColSpan = 2 class='a>b'>1&nbsp;2 &lt; &#65;&x;<br/></td><style>td{}</STYLE >x < y";
        let told: Vec<String> = pieces(text)
            .map(|piece| match piece {
                Piece::Text(text) => format!("“{text}”"),
                Piece::Tag(tag) => {
                    let span = tag.attribute("colspan").unwrap_or_default();
                    format!("{}{}{span}", if tag.closes { "/" } else { "" }, tag.name)
                }
            })
            .collect();
        assert_eq!(told, ["td2", "“1\u{a0}2 < A&x;”", "br", "/td", "“x ”", "“<”", "“ y”"]);
    }
}
