//! Text in any encoding → rows, in the one of the text formats that it is in.

use super::Options;
use super::delimited::Delimited;
use super::encoding::ToUtf8;
use super::json::Json;
use super::rows::Rows;
use crate::base::problem::{Problem, ProblemKind};

/// A text under way.
#[derive(Debug)]
pub(super) struct Body {
    text: ToUtf8,
    reader: Reader,
    options: Options,
    /// Bytes of text so far, before they were decoded and after.
    pub(super) taken: u64,
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

    /// Takes a chunk. `scale`: bytes of the whole input, and of it so far, from which the text's length is guessed.
    pub(super) fn take(
        &mut self,
        bytes: &[u8],
        scale: Option<(u64, u64)>,
        rows: &mut Rows,
    ) -> Result<(), Problem> {
        self.taken += bytes.len() as u64;
        let text = self.text.feed(bytes, false);
        self.given += text.len() as u64;
        rows.set_whole(scale.filter(|&(_, done)| done > 0).map(|(whole, done)| {
            let given = u128::from(self.given.max(1));
            u64::try_from(u128::from(whole) * given / u128::from(done)).unwrap_or(u64::MAX)
        }));
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
