//! Text in any encoding → rows, in the one of the text formats that it is in.

use super::Options;
use super::delimited::Delimited;
use super::encoding::ToUtf8;
use super::json::Json;
use super::rows::{Rows, Whole};
use crate::base::problem::{Problem, ProblemKind};

/// What the length of a text is told from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Scale {
    /// Nothing.
    Unknown,
    /// Bytes of the whole input, and of it so far.
    Input {
        whole: u64,
        done: u64,
        /// Whether the input is packed: what is left of it may unfold to more or to less.
        is_packed: bool,
    },
    /// Bytes that the text unfolds to, as an archive claims.
    Claimed(u64),
}

/// A text under way.
#[derive(Debug)]
pub(super) struct Body {
    text: ToUtf8,
    reader: Reader,
    options: Options,
    /// Bytes of text so far, before they were decoded and after.
    taken: u64,
    given: u64,
}

#[derive(Debug)]
enum Reader {
    /// Only blanks so far.
    Open,
    Delimited(Box<Delimited>),
    Json(Box<Json>),
}

impl Reader {
    fn feed(&mut self, text: &[u8], options: &Options, rows: &mut Rows) {
        if matches!(self, Self::Open) {
            let Some(first) = text.iter().find(|b| !b.is_ascii_whitespace()) else { return };
            let json = matches!(first, b'[' | b'{') && options.separator.is_none();
            *self = if json {
                Self::Json(Box::new(Json::new(options)))
            } else {
                Self::Delimited(Box::new(Delimited::new(options)))
            };
        }
        match self {
            Self::Delimited(reader) => reader.feed(text, rows),
            Self::Json(reader) => reader.feed(text, rows),
            Self::Open => {}
        }
    }
}

impl Body {
    pub(super) fn new(options: &Options) -> Self {
        Self {
            text: ToUtf8::new(options.encoding.as_deref()),
            reader: Reader::Open,
            options: options.clone(),
            taken: 0,
            given: 0,
        }
    }

    /// Takes a chunk.
    pub(super) fn take(
        &mut self,
        bytes: &[u8],
        scale: Scale,
        rows: &mut Rows,
    ) -> Result<(), Problem> {
        self.taken += bytes.len() as u64;
        let text = self.text.feed(bytes, false);
        self.given += text.len() as u64;
        // As long as so much of the whole is decoded to so much of the text.
        let length = |whole: u64, done: u64| {
            let text = u128::from(whole) * u128::from(self.given) / u128::from(done.max(1));
            u64::try_from(text).unwrap_or(u64::MAX)
        };
        rows.set_whole(match scale {
            Scale::Input { whole, done, is_packed: false } => Whole::Sure(length(whole, done)),
            Scale::Input { whole, done, .. } => Whole::Guess(length(whole, done)),
            Scale::Claimed(whole) => Whole::Guess(length(whole, self.taken)),
            Scale::Unknown => Whole::Unknown,
        });
        self.reader.feed(text, &self.options, rows);
        rows.check()
    }

    /// Takes the end of the text.
    pub(super) fn finish(&mut self, rows: &mut Rows) {
        let text = self.text.feed(&[], true);
        self.reader.feed(text, &self.options, rows);
        match &mut self.reader {
            Reader::Delimited(reader) => reader.finish(rows),
            Reader::Json(reader) => reader.finish(rows),
            Reader::Open => {}
        }
        if self.text.spoilt {
            let name = self.text.name().unwrap_or_default();
            rows.findings.note(ProblemKind::WrongEncoding, None, None, b"", name);
        }
    }
}
