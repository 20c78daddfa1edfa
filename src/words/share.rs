//! What is passed on to others: a short sentence and a link.

/// So many characters of a sentence are passed on: what a short message holds beside a link.
const SHORT: usize = 70;

/// The sentence, its first part where it is long, and the link on a line of its own, with nothing behind it that a
/// messenger could take for a part of it. Without a link the sentence alone.
#[must_use]
pub fn passed_on(sentence: &str, link: &str) -> String {
    // Joiners that keep lines of the page whole are of no use in a message.
    let plain = sentence.replace('\u{2060}', "").replace('\u{a0}', " ");
    let short = shortened(plain.trim());
    match link {
        "" => short,
        link => format!("{short}\n{link}"),
    }
}

fn shortened(text: &str) -> String {
    let is_end = |c: char| matches!(c, '\u{3002}' | '\u{ff1b}' | ';');
    let ends = text.char_indices().filter(|&(at, c)| {
        is_end(c) || c == '.' && text[at + 1..].starts_with(|c: char| c.is_whitespace())
    });
    let mut last = None;
    for (at, c) in ends {
        if last.is_none() || text[..at].chars().count() < SHORT {
            last = Some(at + c.len_utf8());
        }
    }
    match last {
        Some(end) if text.chars().count() > SHORT => text[..end].trim_end().to_owned(),
        _ => text.to_owned(),
    }
}
