//! Text in any encoding → rows, in the one of the text formats that it is in.

use super::Options;
use super::aligned::Aligned;
use super::delimited::Delimited;
use super::document::Form;
use super::encoding::ToUtf8;
use super::json::Json;
use super::prose::is_prose;
use super::rows::{Rows, Whole};
use super::source::Told;
use crate::base::problem::{Problem, ProblemKind};

/// Bytes that the form of a text is told from, and of one that begins as JSON does.
const HEAD: usize = 16 << 10;
const JSON_HEAD: usize = 64 << 10;

/// So many times its bytes a text that is read whole takes while it is read.
const UNFOLDED: u64 = 4;

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
    /// What has come so far, from which the form is told.
    Open(Vec<u8>),
    Delimited(Box<Delimited>),
    Json(Box<Json>),
    Aligned(Box<Aligned>),
    /// A text that must be whole.
    Whole(Form, Vec<u8>),
}

impl Reader {
    fn feed(
        &mut self,
        text: &[u8],
        is_last: bool,
        options: &Options,
        rows: &mut Rows,
    ) -> Result<(), Problem> {
        match self {
            Self::Open(held) => {
                held.extend_from_slice(text);
                let first = held.iter().find(|b| !b.is_ascii_whitespace());
                let is_json = matches!(first, Some(b'[' | b'{'));
                let enough = if is_json { JSON_HEAD } else { HEAD };
                if first.is_none() {
                    // Blanks alone are no text yet, or none at all.
                    held.clear();
                    return Ok(());
                }
                if !is_last && held.len() < enough {
                    return Ok(());
                }
                let held = std::mem::take(held);
                *self = Self::of(&held, is_last, options, rows)?;
                if matches!(self, Self::Delimited(_)) {
                    rows.may_stack(options);
                }
                self.feed(&held, is_last, options, rows)?;
            }
            Self::Delimited(reader) => reader.feed(text, rows),
            Self::Json(reader) => reader.feed(text, rows),
            Self::Aligned(reader) => reader.feed(text, rows),
            Self::Whole(_, held) => {
                held.extend_from_slice(text);
                rows.fits((held.len() as u64).saturating_mul(UNFOLDED))?;
            }
        }
        Ok(())
    }

    /// The reader of a text that begins so.
    fn of(head: &[u8], is_last: bool, options: &Options, rows: &Rows) -> Result<Self, Problem> {
        let delimited = || Self::Delimited(Box::new(Delimited::new(options)));
        if options.separator.is_some() {
            return Ok(delimited());
        }
        if let Some(form) = Form::of(head) {
            return Ok(Self::Whole(form, Vec::new()));
        }
        let trimmed = head.trim_ascii_start();
        let refuse = |kind, name: &str| {
            let formats = super::format_names().join(", ");
            Err(rows.findings.problem(kind, None, None, name.as_bytes(), &formats))
        };
        if let Some((kind, name)) = refused(trimmed) {
            return refuse(kind, name);
        }
        if matches!(trimmed.first(), Some(b'[' | b'{')) {
            return Ok(Self::Json(Box::new(Json::new(options))));
        }
        let start = &head[..head.len().min(HEAD)];
        let is_whole = is_last && start.len() == head.len();
        if let Some(aligned) = Aligned::of(start, is_whole) {
            return Ok(Self::Aligned(Box::new(aligned)));
        }
        if is_prose(start, is_whole) {
            return refuse(ProblemKind::Prose, "");
        }
        Ok(delimited())
    }
}

/// Texts that are no tables, by how they begin: what is wrong, and the name of the format.
fn refused(text: &[u8]) -> Option<(ProblemKind, &'static str)> {
    let marks: [(&[u8], ProblemKind, &str); 5] = [
        (b"{\\rtf", ProblemKind::WordFile, "RTF"),
        (b"<?xml", ProblemKind::UnknownFormat, "XML"),
        (b"MIME-Version:", ProblemKind::UnknownFormat, "MHTML"),
        (b"<svg", ProblemKind::Picture, "SVG"),
        (b"%!PS", ProblemKind::Picture, "PostScript"),
    ];
    let mark = marks.iter().find(|(mark, ..)| text.starts_with(mark))?;
    let is_svg = mark.2 == "XML" && text.windows(4).any(|four| four == b"<svg");
    Some(if is_svg { (ProblemKind::Picture, "SVG") } else { (mark.1, mark.2) })
}

impl Body {
    pub(super) fn new(options: &Options) -> Self {
        Self {
            text: ToUtf8::new(options.encoding.as_deref(), options.lang),
            reader: Reader::Open(Vec::new()),
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
        let fed = self.reader.feed(text, false, &self.options, rows);
        self.readable(rows)?;
        fed?;
        rows.check()
    }

    /// Refuses a text in an encoding that nothing here reads.
    fn readable(&self, rows: &Rows) -> Result<(), Problem> {
        if !self.text.is_euc_tw() {
            return Ok(());
        }
        Err(rows.findings.problem(ProblemKind::UnreadEncoding, None, None, b"EUC-TW", ""))
    }

    /// Takes the end of the text, and says what it turned out to be.
    ///
    /// # Errors
    /// A problem where there is no table in it.
    pub(super) fn finish(&mut self, rows: &mut Rows, told: &mut Told) -> Result<(), Problem> {
        let text = self.text.feed(&[], true);
        let fed = self.reader.feed(text, true, &self.options, rows);
        self.readable(rows)?;
        fed?;
        told.encoding = Some(self.text.name().unwrap_or("UTF-8").to_owned());
        told.guessed = self.text.is_guessed();
        match &mut self.reader {
            Reader::Delimited(reader) => {
                reader.finish(rows);
                if let Some((shown, tables)) = rows.end_stack() {
                    told.add_tables(shown, tables);
                }
                let separator = reader.separator();
                told.separator = Some(char::from(separator));
                told.format = if separator == b'\t' { "TSV" } else { "CSV" }.to_owned();
            }
            Reader::Json(reader) => {
                reader.finish(rows);
                told.format = reader.name().to_owned();
            }
            Reader::Aligned(reader) => {
                reader.finish(rows);
                told.format = "TXT".to_owned();
            }
            Reader::Whole(form, held) => {
                told.format = form.name().to_owned();
                let held = std::mem::take(held);
                form.read(&String::from_utf8_lossy(&held), &self.options, rows, told)?;
            }
            Reader::Open(_) => {}
        }
        if self.text.spoilt {
            let name = self.text.name().unwrap_or_default();
            rows.findings.note(ProblemKind::WrongEncoding, None, None, b"", name);
        }
        Ok(())
    }
}
