//! Quotation marks within quotation marks, and titles within titles: the inner ones are of another kind, in both
//! languages.

use std::borrow::Cow;

/// Marks around a quotation or a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    /// What opens and what closes.
    pub(super) outer: (char, char),
    /// What opens and closes within.
    inner: (char, char),
}

/// Those of quotations, and those of titles.
const KINDS: [Marks; 2] = [
    Marks { outer: ('“', '”'), inner: ('‘', '’') },
    Marks { outer: ('《', '》'), inner: ('〈', '〉') },
];

/// The marks that a text leaves open; `before` are those open where it begins.
pub(super) fn open_after(text: &str, before: Option<Marks>) -> Option<Marks> {
    text.chars().fold(before, |open, c| match open {
        Some(marks) if c == marks.outer.1 => None,
        None => KINDS.into_iter().find(|marks| c == marks.outer.0),
        open => open,
    })
}

/// A text as it stands within these marks. Where it stands `alone` between them and has a pair of its own around it
/// all, that pair is left out: nothing is quoted twice.
pub(super) fn inner(text: &str, marks: Marks, alone: bool) -> Cow<'_, str> {
    let (open, close) = marks.outer;
    if !text.contains([open, close]) {
        return Cow::Borrowed(text);
    }
    let stripped = text.strip_prefix(open).and_then(|t| t.strip_suffix(close));
    // Not two quotations, the first of which begins the text and the second of which ends it.
    if let Some(within) = stripped.filter(|within| alone && !within.contains([open, close])) {
        return Cow::Borrowed(within);
    }
    let turned = |c| match c {
        c if c == open => marks.inner.0,
        c if c == close => marks.inner.1,
        c => c,
    };
    Cow::Owned(text.chars().map(turned).collect())
}
