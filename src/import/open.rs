//! One way in for every format: bytes in, table out.

use super::archive::{self, Content, Entry};
use super::arrangement::Note;
use super::body::{Body, Scale};
use super::formats::format_names;
use super::imported::{Imported, Progress};
use super::options::Options;
use super::packed::{Broken, Unpack};
use super::parts::{self, Parts};
use super::rows::Rows;
use super::sheet::Sheet;
use super::signature::other_format;
use super::source::Told;
use super::year_sheets;
use crate::base::problem::{Problem, ProblemKind};
use crate::geo::Atlas;

/// Bytes that are worked on between two looks at the memory the table takes.
const SLICE: usize = 64 << 10;

/// Slices that one step takes.
const STEP: usize = 16;

/// Bytes that a format is told from.
const HEAD: usize = 32;

/// How files begin that hold others as a disk does, such as workbooks before XLSX.
const COMPOUND: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// A file that is being read. Feed it, step until nothing is left to do, then finish it; drop it to stop.
///
/// Text is read as it comes, compressed or not. Zip files and workbooks are held until they are whole.
#[derive(Debug)]
pub struct Import {
    options: Options,
    rows: Rows,
    stage: Stage,
    told: Told,
    /// The map that came beside the table.
    map: Option<Atlas>,
    /// What was remarked on cells of a workbook.
    notes: Vec<Note>,
    done: u64,
    ended: bool,
}

#[derive(Debug)]
enum Stage {
    /// The first bytes, from which the format is told.
    Head(Vec<u8>),
    /// Text, compressed or not.
    Text(Unpack, Body),
    /// A file that must be whole.
    Held(Vec<u8>),
    /// An entry of a zip file, from its next byte on.
    Entry { bytes: Vec<u8>, entry: Entry, unpack: Unpack, body: Body },
    /// A sheet of a workbook.
    Sheet(Sheet),
    /// Sheets of a workbook that are called by years, which are read together.
    Years(Years),
    /// Tables of a zip file that are read together, and the one under way.
    Parts(Parts, Option<(String, Box<Import>)>),
    /// A dataset, or a table of several that are read.
    Package(Box<Imported>),
    /// Nothing is left to read.
    Done,
}

/// Sheets of a workbook that are read together.
#[derive(Debug)]
struct Years {
    /// What they are called together.
    name: String,
    /// Those to come, the next at the end.
    rest: Vec<(String, Import)>,
    done: Vec<(String, Imported)>,
}

/// Why reading stops.
enum Halt {
    /// The stream is broken: what there is of it is kept.
    Broken,
    /// The file is refused.
    Refused(Problem),
}

impl From<Broken> for Halt {
    fn from(_: Broken) -> Self {
        Self::Broken
    }
}

impl From<Problem> for Halt {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem)
    }
}

impl Import {
    /// Begins to read an entry of a zip file whose bytes are all there.
    fn of_entry(bytes: Vec<u8>, entry: Entry, options: &Options) -> Self {
        if archive::is_book(&entry) {
            return Self::of_book(&bytes, &entry, options);
        }
        let (from, to) = (0, bytes.len());
        let unpack = if entry.deflated { Unpack::deflate() } else { Unpack::Plain };
        let rows = Rows::new(&entry.name, options);
        let (entry, body) = (Entry { from, to, ..entry }, Body::new(options));
        Self {
            options: options.clone(),
            rows,
            stage: Stage::Entry { bytes, entry, unpack, body },
            told: Told::default(),
            map: None,
            notes: Vec::new(),
            done: 0,
            ended: true,
        }
    }

    /// Begins to read a workbook that is an entry of a zip file; one that does not unfold is one without bytes.
    fn of_book(bytes: &[u8], entry: &Entry, options: &Options) -> Self {
        let mut import = Self::new(&entry.name, options);
        let entry = Entry { from: 0, to: bytes.len(), ..entry.clone() };
        let whole = archive::unfolded(bytes, &entry, &import.rows).unwrap_or_default();
        import.stage = Stage::Held(whole);
        import
    }

    /// Begins to read one sheet of a workbook by itself, as those of other years are read.
    fn of_sheet(
        bytes: &[u8],
        content: Option<&str>,
        name: &str,
        options: &Options,
    ) -> Result<Self, Problem> {
        let mut import = Self::new(name, &parts::one_of_many(options));
        let mut told = Told::default();
        let opened = Sheet::open(bytes, content, Some(name), &import.rows, &mut told)?;
        import.rows.set_sheet(&opened.name);
        (import.stage, import.notes) = (Stage::Sheet(opened.sheet), opened.notes);
        (import.told.format, import.told.remarks, import.ended) = (told.format, told.remarks, true);
        Ok(import)
    }

    /// Begins to read a file of this name.
    #[must_use]
    pub fn new(name: &str, options: &Options) -> Self {
        Self {
            options: options.clone(),
            rows: Rows::new(name, options),
            stage: Stage::Head(Vec::new()),
            told: Told::default(),
            map: None,
            notes: Vec::new(),
            done: 0,
            ended: false,
        }
    }

    /// Begins to read a file that is called so among others, as a table of a package is.
    #[must_use]
    pub fn called(name: &str, called: &str, options: &Options) -> Self {
        let mut import = Self::new(name, options);
        import.rows.describe(options, called);
        import
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// A problem that ends the reading, such as a table that would not fit the memory.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        for slice in bytes.chunks(SLICE) {
            self.done += slice.len() as u64;
            self.take(slice)?;
        }
        Ok(())
    }

    fn take(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        match &mut self.stage {
            Stage::Head(head) => {
                head.extend_from_slice(bytes);
                if head.len() >= HEAD { self.settle() } else { Ok(()) }
            }
            Stage::Held(held) => {
                held.extend_from_slice(bytes);
                let size = self.options.size.and_then(|size| usize::try_from(size).ok());
                let size = size.unwrap_or(0).max(held.len());
                if size <= self.options.memory {
                    return Ok(());
                }
                self.rows.fits(size as u64)
            }
            Stage::Text(unpack, body) => {
                let (rows, done) = (&mut self.rows, self.done);
                let is_packed = !matches!(unpack, Unpack::Plain);
                let input = |whole| Scale::Input { whole, done, is_packed };
                let scale = self.options.size.map_or(Scale::Unknown, input);
                let fed =
                    unpack.feed(bytes, |text| body.take(text, scale, rows).map_err(Halt::from));
                self.halted(fed)
            }
            _ => Ok(()),
        }
    }

    /// Keeps what there is where a stream is broken.
    fn halted(&mut self, result: Result<(), Halt>) -> Result<(), Problem> {
        match result {
            Ok(()) => Ok(()),
            Err(Halt::Refused(problem)) => Err(problem),
            Err(Halt::Broken) => {
                let stage = std::mem::replace(&mut self.stage, Stage::Done);
                if let Stage::Text(_, mut body) | Stage::Entry { mut body, .. } = stage {
                    body.finish(&mut self.rows, &mut self.told)?;
                }
                self.rows.cut("");
                Ok(())
            }
        }
    }

    /// Tells the format from the first bytes.
    fn settle(&mut self) -> Result<(), Problem> {
        let Stage::Head(head) = std::mem::replace(&mut self.stage, Stage::Done) else {
            return Ok(());
        };
        self.stage = match head.as_slice() {
            head if head.starts_with(&COMPOUND) => Stage::Held(Vec::new()),
            [b'P', b'K', 3 | 5, ..] => Stage::Held(Vec::new()),
            other => {
                if let Some((kind, name)) = other_format(other) {
                    let found = name.as_bytes();
                    return Err(self.rows.findings.problem(
                        kind,
                        None,
                        None,
                        found,
                        &format_names().join(", "),
                    ));
                }
                Stage::Text(Unpack::of(other), Body::new(&self.options))
            }
        };
        self.take(&head)
    }

    /// How far it has come.
    #[must_use]
    pub const fn progress(&self) -> Progress {
        Progress { done: self.done, total: self.options.size, rows: self.rows.len() }
    }

    /// After the last byte: does a piece of what is left to do; whether there is more.
    ///
    /// # Errors
    /// A problem that ends the reading.
    pub fn step(&mut self) -> Result<bool, Problem> {
        if !self.ended {
            self.ended = true;
            if matches!(self.stage, Stage::Head(_)) {
                self.settle()?;
            }
            return self.end().map(|()| true);
        }
        match &mut self.stage {
            Stage::Entry { .. } => {
                for _ in 0..STEP {
                    if !self.entry()? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Stage::Parts(parts, now) => {
                if one_of(parts, now) {
                    return Ok(true);
                }
                let map = parts.map();
                let mut whole = parts.combined(&self.options)?;
                if let Some((entry, bytes)) = map {
                    let (map, problem) = map_of(bytes, entry, &self.options);
                    problem.into_iter().for_each(|problem| whole.findings.keep(problem));
                    whole.atlas = whole.atlas.or(map);
                }
                self.stage = Stage::Package(Box::new(whole));
                Ok(false)
            }
            Stage::Years(years) => {
                let Some((name, mut sheet)) = years.rest.pop() else {
                    let (tables, done) =
                        (self.told.tables.clone(), std::mem::take(&mut years.done));
                    let whole = year_sheets::whole(&years.name, tables, done, self.options.lang)?;
                    self.stage = Stage::Package(Box::new(whole));
                    return Ok(false);
                };
                if sheet.step()? {
                    years.rest.push((name, sheet));
                } else {
                    years.done.push((name, sheet.finish()?));
                }
                Ok(true)
            }
            Stage::Sheet(sheet) => {
                let more = sheet.step(&mut self.rows);
                self.rows.check()?;
                Ok(more)
            }
            _ => Ok(false),
        }
    }

    /// Takes a slice of the entry that is being read; whether there is more.
    fn entry(&mut self) -> Result<bool, Problem> {
        let Stage::Entry { bytes, entry, unpack, body } = &mut self.stage else { return Ok(false) };
        let to = entry.to.min(entry.from + SLICE);
        let piece = bytes.get(entry.from..to).unwrap_or_default();
        entry.from = to;
        let last = entry.from >= entry.to;
        let rows = &mut self.rows;
        let scale = Scale::Claimed(entry.size);
        let mut hand_on = |text: &[u8]| body.take(text, scale, rows).map_err(Halt::from);
        let mut fed = unpack.feed(piece, &mut hand_on);
        if last && fed.is_ok() {
            fed = unpack.finish(&mut hand_on);
        }
        self.halted(fed)?;
        if let (true, Stage::Entry { body, .. }) = (last, &mut self.stage) {
            body.finish(&mut self.rows, &mut self.told)?;
            self.stage = Stage::Done;
        }
        Ok(!matches!(self.stage, Stage::Done))
    }

    /// What follows from the input's being at an end.
    fn end(&mut self) -> Result<(), Problem> {
        match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Text(mut unpack, mut body) => {
                let rows = &mut self.rows;
                let ended =
                    unpack.finish(|text| body.take(text, Scale::Unknown, rows).map_err(Halt::from));
                if !matches!(&ended, Err(Halt::Refused(_))) {
                    body.finish(&mut self.rows, &mut self.told)?;
                }
                self.halted(ended)
            }
            Stage::Held(bytes) if bytes.starts_with(b"PK") => {
                match archive::look(&bytes, &self.options, &self.rows, &mut self.told)? {
                    Content::Workbook(content) => self.workbook(bytes, content.as_deref())?,
                    Content::Inner(inner) => return self.inner(inner),
                    Content::Parts(mut several) => {
                        several.remarks = std::mem::take(&mut self.told.remarks);
                        self.rows.fits(several.entries.iter().map(|entry| entry.size).sum())?;
                        let parts = Parts::new(bytes, several, &self.options);
                        self.stage = Stage::Parts(parts, None);
                    }
                    Content::Package(imported) => self.stage = Stage::Package(imported),
                    Content::Table(entry, options, tables, map) => {
                        if tables.len() > 1 {
                            self.told.table = Some(entry.name.clone());
                            self.told.tables = tables;
                        }
                        if let Some(map) = map {
                            self.take_map(&bytes, map);
                        }
                        self.rows.describe(&options, &entry.name);
                        let unpack = if entry.deflated { Unpack::deflate() } else { Unpack::Plain };
                        let body = Body::new(&options);
                        self.stage = Stage::Entry { bytes, entry, unpack, body };
                    }
                }
                Ok(())
            }
            Stage::Held(bytes) => self.held(bytes),
            other => {
                self.stage = other;
                Ok(())
            }
        }
    }

    /// Takes the map that lies beside a table in a zip file.
    fn take_map(&mut self, bytes: &[u8], entry: Entry) {
        let bytes = bytes.get(entry.from..entry.to).unwrap_or_default().to_vec();
        let (map, problem) = map_of(bytes, entry, &self.options);
        problem.into_iter().for_each(|problem| self.rows.findings.keep(problem));
        self.map = map;
    }

    /// Reads a workbook that lay in a zip file.
    fn inner(&mut self, bytes: Vec<u8>) -> Result<(), Problem> {
        if !bytes.starts_with(b"PK") {
            return self.held(bytes);
        }
        match archive::look(&bytes, &self.options, &self.rows, &mut self.told)? {
            Content::Workbook(content) => self.workbook(bytes, content.as_deref()),
            // A file within a file within a file is nobody's table.
            _ => Err(self.rows.findings.problem(ProblemKind::NoTable, None, None, b"ZIP", "")),
        }
    }

    /// Reads a workbook, or what is but called one and is a text or a page.
    fn held(&mut self, bytes: Vec<u8>) -> Result<(), Problem> {
        if bytes.is_empty() || bytes.starts_with(&COMPOUND) {
            return self.workbook(bytes, None);
        }
        self.stage = Stage::Head(bytes);
        self.settle()?;
        self.end()
    }

    fn workbook(&mut self, bytes: Vec<u8>, content: Option<&str>) -> Result<(), Problem> {
        let wanted = self.options.table.as_deref();
        let opened = Sheet::open(&bytes, content, wanted, &self.rows, &mut self.told)?;
        let years = year_sheets::of_group(&self.told.tables, wanted.unwrap_or_default());
        if let (Some(wanted), false) = (wanted, years.is_empty()) {
            let read = |name: &&str| {
                let sheet = Self::of_sheet(&bytes, content, name, &self.options)?;
                Ok(((*name).to_owned(), sheet))
            };
            let rest = years.iter().rev().map(read).collect::<Result<_, Problem>>()?;
            self.stage = Stage::Years(Years { name: wanted.to_owned(), rest, done: Vec::new() });
            return Ok(());
        }
        self.rows.set_sheet(&opened.name);
        (self.stage, self.notes) = (Stage::Sheet(opened.sheet), opened.notes);
        Ok(())
    }

    /// Takes the end of the input, and does what is left to do.
    ///
    /// # Errors
    /// A problem where there is no table, or not enough memory for it.
    pub fn finish(mut self) -> Result<Imported, Problem> {
        while self.step()? {}
        if let Stage::Package(imported) = self.stage {
            return Ok(*imported);
        }
        let shapes = std::mem::take(&mut self.rows.shapes);
        // Shapes of which nothing says what they are: neither a table nor the map of one.
        let is_nameless = |problem: &Problem| {
            shapes.has_shapes()
                && matches!(problem.kind, ProblemKind::NoTable | ProblemKind::NoRows)
        };
        let (table, mut plan, mut findings) =
            self.rows.finish().map_err(|problem| match is_nameless(&problem) {
                true => Problem { kind: ProblemKind::OtherAreas, found: String::new(), ..problem },
                false => problem,
            })?;
        if let Some((found, most)) = shapes.excess() {
            findings.note(ProblemKind::MapTooLarge, None, None, found.as_bytes(), &most);
        }
        plan.notes.append(&mut self.notes);
        let atlas = shapes.finish().or(self.map);
        Ok(Imported { table, dataset: None, plan, findings, told: self.told, atlas })
    }
}

/// Reads a piece of the table under way of several, or begins the next; whether there is more.
fn one_of(parts: &mut Parts, now: &mut Option<(String, Box<Import>)>) -> bool {
    if let Some((name, mut import)) = now.take() {
        match import.step() {
            Ok(true) => *now = Some((name, import)),
            Ok(false) => parts.take(name, import.finish()),
            Err(problem) => parts.take(name, Err(problem)),
        }
        return true;
    }
    let Some((entry, bytes, options)) = parts.next() else { return false };
    *now = Some((entry.name.clone(), Box::new(Import::of_entry(bytes, entry, &options))));
    true
}

/// The map of an entry, and what is wrong with it: one that cannot be read costs the table nothing.
fn map_of(bytes: Vec<u8>, entry: Entry, options: &Options) -> (Option<Atlas>, Option<Problem>) {
    let (lang, memory) = (options.lang, options.memory);
    let options = Options { lang, memory, ..Options::default() };
    match Import::of_entry(bytes, entry, &options).finish() {
        Ok(imported) => {
            let too_large = imported.findings.first(ProblemKind::MapTooLarge).cloned();
            (imported.atlas, too_large)
        }
        Err(problem) => (None, Some(problem)),
    }
}
