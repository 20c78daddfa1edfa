//! Zip files: a data package, or any file with a table in it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::descriptor::{Descriptor, TableEntry};
use super::formats::is_map_file;
use super::formats::{FORMATS, FileFormat};
use super::resource_choice::{self, Chosen};
use super::resources::DESCRIPTOR;
use super::rows::Rows;
use super::source::{Offered, Remark, Told};
use super::{Imported, Options, among, encoding, resources, stack};
use crate::base::problem::{Problem, ProblemKind};

/// A file within the zip file.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    /// Where its bytes stand in the zip file.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Bytes it unfolds to, as far as its packed bytes can.
    pub(super) size: u64,
    pub(super) deflated: bool,
}

/// What a zip file holds.
pub(super) enum Content {
    /// A workbook; of an ODS the text that holds its sheets.
    Workbook(Option<String>),
    /// A package of the explorer's own form, read.
    Package(Box<Imported>),
    /// A table, what is known of it, all tables by their names, and a map of its areas.
    Table(Entry, Box<Options>, Vec<Offered>, Option<Entry>),
    /// Tables that are read together: those with the same columns are one, and others can be joined to it.
    Parts(Several),
    /// A workbook within the file, unfolded.
    Inner(Vec<u8>),
}

/// Tables of a zip file that are read together.
pub(super) struct Several {
    pub(super) entries: Vec<Entry>,
    /// The one that is asked for, by its name among the others.
    pub(super) wanted: Option<String>,
    /// What is offered beside them without having been read, and the map of their areas.
    pub(super) beside: Vec<Offered>,
    pub(super) map: Option<Entry>,
    /// What is to be told of the whole.
    pub(super) remarks: Vec<Remark>,
    /// What the descriptor of a package says of them, by their names.
    pub(super) described: BTreeMap<String, TableEntry>,
}

/// Files that may hold a table, best first.
const TABLES: [FileFormat; 3] = [FORMATS[0], FORMATS[1], FORMATS[2]];

/// So many tables with other columns than the largest are read beside it, of so many bytes in all: more would make a reader
/// wait for what nobody asked for.
const BESIDE: usize = 24;
const BESIDE_BYTES: u64 = 16 << 20;

/// The most bytes that a deflated one unfolds to.
const DEFLATED: u64 = 1032;

/// The files in a zip file that can be unfolded, and whether a password locks others.
fn entries(bytes: &[u8], options: &Options, rows: &Rows) -> Result<(Vec<Entry>, bool), Problem> {
    let broken = |error: ZipError| {
        let (kind, found) = (ProblemKind::DamagedFile, error.to_string());
        rows.findings.problem(kind, None, None, found.as_bytes(), "ZIP")
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let (mut entries, mut is_locked) = (Vec::new(), false);
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).map_err(broken)?;
        let Some(from) = file.data_start().and_then(|from| usize::try_from(from).ok()) else {
            continue;
        };
        let Ok(packed) = usize::try_from(file.compressed_size()) else { continue };
        let name = encoding::of_name(file.name_raw(), options.lang);
        let deflated = match file.compression() {
            CompressionMethod::Stored => false,
            CompressionMethod::Deflated => true,
            _ => continue,
        };
        let to = from.saturating_add(packed);
        is_locked |= file.encrypted();
        if !file.is_dir() && !file.encrypted() && to <= bytes.len() {
            let most = if deflated { packed as u64 * DEFLATED + DEFLATED } else { packed as u64 };
            let size = file.size().min(most);
            entries.push(Entry { name, from, to, size, deflated });
        }
    }
    Ok((entries, is_locked))
}

/// The parts of a workbook that lies in a zip file; none where it cannot be looked into.
pub(super) fn files(bytes: &[u8], rows: &Rows) -> Vec<Entry> {
    entries(bytes, &Options::default(), rows).map(|(entries, _)| entries).unwrap_or_default()
}

/// A part of a workbook, where there is one of no more bytes than these.
pub(super) fn part(
    bytes: &[u8],
    files: &[Entry],
    name: &str,
    most: u64,
    rows: &Rows,
) -> Option<Vec<u8>> {
    let entry = files.iter().find(|entry| entry.name == name && entry.size <= most)?;
    unfolded(bytes, entry, rows).ok()
}

/// Looks into a zip file; what else it holds is told.
pub(super) fn look(
    bytes: &[u8],
    options: &Options,
    rows: &Rows,
    told: &mut Told,
) -> Result<Content, Problem> {
    let broken =
        |found: String, kind| rows.findings.problem(kind, None, None, found.as_bytes(), "ZIP");
    let (entries, is_locked) = entries(bytes, options, rows)?;
    let find = |name: &str| entries.iter().find(|entry| entry.name == name);
    let workbook = ["xl/workbook.xml", "xl/workbook.bin", "content.xml"];
    if workbook.iter().any(|name| find(name).is_some()) {
        let whole: u64 = entries.iter().map(|entry| entry.size).sum();
        if let Some(texts) = find("xl/sharedStrings.xml")
            && claims_too_many(&head(bytes, texts), texts.size)
        {
            return Err(broken("uniqueCount".into(), ProblemKind::DamagedFile));
        }
        rows.fits(whole)?;
        // The library takes it for another format where it has the parts of that.
        let content = find("content.xml").map(|entry| text(bytes, entry, rows)).transpose()?;
        return Ok(Content::Workbook(content));
    }
    let descriptor = entries.iter().filter(|e| e.name.ends_with(DESCRIPTOR));
    if let Some(entry) = descriptor.min_by_key(|entry| entry.name.len()) {
        return package(bytes, &entries, entry, options, rows);
    }
    if let Some(problem) = office(&entries, rows) {
        return Err(problem);
    }
    let wanted = options.table.as_deref();
    let (tables, others): (Vec<&Entry>, Vec<&Entry>) =
        entries.iter().filter(|entry| !is_aside(entry)).partition(|entry| may_be_table(entry));
    if !tables.is_empty() {
        let names = others.iter().map(|entry| entry.name.as_str());
        told.remarks.extend(Remark::no_tables(names));
    }
    let names: Vec<&str> = tables.iter().map(|entry| entry.name.as_str()).collect();
    let named = |entry: &&&Entry| {
        let is_it =
            |wanted| stem(&entry.name) == wanted || stack::asks_for(wanted, &entry.name, &names);
        wanted.is_none_or(is_it)
    };
    let only = if let [only] = tables[..] { Some(only).filter(|only| is_book(only)) } else { None };
    if let Some(book) = only {
        return Ok(Content::Inner(unfolded(bytes, book, rows)?));
    }
    if let Some(several) = several(bytes, &tables, wanted) {
        return Ok(Content::Parts(several));
    }
    // A map beside tables is their map.
    let has_others = tables.iter().any(|entry| !is_map_file(&entry.name));
    let is_chosen = |entry: &&&Entry| wanted.is_some() || !has_others || !is_map_file(&entry.name);
    let chosen = tables.iter().filter(named).filter(is_chosen).max_by_key(|entry| entry.size);
    // What is asked for may be a sheet.
    let books = || tables.iter().filter(|entry| is_book(entry)).max_by_key(|entry| entry.size);
    if let Some(&table) = chosen.or_else(books) {
        let offered = tables.iter().copied().map(offered).collect();
        if is_book(table) {
            return Ok(Content::Inner(unfolded(bytes, table, rows)?));
        }
        let map = map_beside(&tables, Some(table)).cloned();
        return Ok(Content::Table(table.clone(), Box::new(options.clone()), offered, map));
    }
    if is_locked {
        return Err(broken(String::new(), ProblemKind::Locked));
    }
    let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
    Err(broken(names.join(", "), ProblemKind::NoTable))
}

/// Whether an entry is a program's own, or tells of a table what CSV on the Web tells.
fn is_aside(entry: &Entry) -> bool {
    let lower = entry.name.to_lowercase();
    let name = lower.rsplit('/').next().unwrap_or(&lower);
    lower.ends_with("-metadata.json")
        || lower.starts_with("__macosx")
        || lower.contains("/.")
        || name.starts_with(['.', '~'])
}

/// Whether an entry's name says that it may hold a table.
fn may_be_table(entry: &Entry) -> bool {
    let lower = entry.name.to_lowercase();
    let texts = TABLES.iter().flat_map(|format| format.endings);
    texts.copied().chain([".px"]).any(|ending| lower.ends_with(ending)) || is_book(entry)
}

/// Whether an entry's name says that it is a workbook.
pub(super) fn is_book(entry: &Entry) -> bool {
    let lower = entry.name.to_lowercase();
    let books = FORMATS[3].endings.iter().chain(FORMATS[4].endings);
    books.copied().any(|ending| lower.ends_with(ending))
}

fn offered(entry: &Entry) -> Offered {
    Offered { name: entry.name.clone(), rows: None }
}

/// The largest map beside a table.
fn map_beside<'a>(tables: &[&'a Entry], table: Option<&Entry>) -> Option<&'a Entry> {
    let is_it = |entry: &&&Entry| table.is_some_and(|table| table.name == entry.name);
    let maps = tables.iter().filter(|entry| is_map_file(&entry.name) && !is_it(entry));
    maps.max_by_key(|entry| entry.size).copied()
}

/// The tables that are read together, where there are several: those that begin with the same line as the largest, and the
/// others where these are not too many. `None` where one alone is to be read: a map, or one of those that begin alike.
fn several(bytes: &[u8], all: &[&Entry], wanted: Option<&str>) -> Option<Several> {
    let (maps, tables): (Vec<&Entry>, Vec<&Entry>) =
        all.iter().partition(|entry| is_map_file(&entry.name));
    let (alike, others) = alike(bytes, &tables);
    let bytes_beside: u64 = others.iter().map(|entry| entry.size).sum();
    let is_much = others.len() > BESIDE || bytes_beside > BESIDE_BYTES;
    let entries = if is_much { alike.clone() } else { tables.clone() };
    if entries.len() < 2 {
        return None;
    }
    let group = alike.first().map(|first| among::group(&first.name, alike.len() - 1));
    let is_group = wanted.zip(group).is_some_and(|(wanted, group)| among::is_of(&group, wanted));
    let names: Vec<&str> = all.iter().map(|entry| entry.name.as_str()).collect();
    let is_it = |entry: &&&Entry, wanted: &str| {
        stem(&entry.name) == wanted || stack::asks_for(wanted, &entry.name, &names)
    };
    let one = wanted.filter(|_| !is_group);
    let one = one.and_then(|wanted| all.iter().find(|entry| is_it(entry, wanted)));
    let has = |some: &[&Entry], one: &Entry| some.iter().any(|own| own.name == one.name);
    // One that is not among them, or one of those that begin alike, is read by itself.
    if one.is_some_and(|one| !has(&entries, one) || (alike.len() > 1 && has(&alike, one))) {
        return None;
    }
    let by_stem = one.filter(|one| wanted == Some(stem(&one.name)));
    let wanted = by_stem.map(|one| one.name.as_str()).or(wanted).map(str::to_owned);
    let mut beside: Vec<Offered> = maps.iter().copied().map(offered).collect();
    if is_much {
        beside.extend(others.iter().copied().map(offered));
    }
    let map = map_beside(&maps, None).cloned();
    let entries = entries.into_iter().cloned().collect();
    Some(Several { entries, wanted, beside, map, remarks: Vec::new(), described: BTreeMap::new() })
}

/// The tables that begin with the same line as the largest, which names columns, and the others.
fn alike<'a>(bytes: &[u8], tables: &[&'a Entry]) -> (Vec<&'a Entry>, Vec<&'a Entry>) {
    let line = |entry: &&Entry| {
        let head = head(bytes, entry);
        let end = head.iter().position(|byte| matches!(byte, b'\n' | b'\r'))?;
        Some(head[..end].to_vec())
    };
    let is_header = |line: &Vec<u8>| {
        line.iter().any(|byte| matches!(byte, b',' | b'\t' | b';' | b'|'))
            && !line.starts_with(b"{")
    };
    let largest = tables.iter().max_by_key(|entry| entry.size);
    let Some(first) = largest.and_then(line).filter(is_header) else {
        return (Vec::new(), tables.to_vec());
    };
    tables.iter().partition(|entry| line(entry).as_ref() == Some(&first))
}

/// Why a zip file is not read that is the text or the slides of an office program, or a workbook of another one.
fn office(entries: &[Entry], rows: &Rows) -> Option<Problem> {
    let has = |name: &str| entries.iter().any(|entry| entry.name == name);
    let (kind, name) = if has("encrypted-package") {
        (ProblemKind::Locked, "")
    } else if has("word/document.xml") {
        (ProblemKind::WordFile, "Word")
    } else if has("ppt/presentation.xml") {
        (ProblemKind::WordFile, "PowerPoint")
    } else if has("Index/Document.iwa") || has("Index.zip") || has("index.apxl") {
        (ProblemKind::UnknownFormat, "iWork")
    } else if has("META-INF/container.xml") {
        (ProblemKind::WordFile, "EPUB")
    } else {
        return None;
    };
    let formats = super::format_names().join(", ");
    Some(rows.findings.problem(kind, None, None, name.as_bytes(), &formats))
}

fn stem(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.split_once('.').map_or(file, |(stem, _)| stem)
}

fn package(
    bytes: &[u8],
    entries: &[Entry],
    descriptor: &Entry,
    options: &Options,
    rows: &Rows,
) -> Result<Content, Problem> {
    let folder = descriptor.name.strip_suffix(DESCRIPTOR).unwrap_or_default();
    let text = |entry: &Entry| text(bytes, entry, rows);
    let file = |path: &str| {
        // A path may be written from the folder itself, and as an address writes it.
        let path = path.trim_start_matches("./");
        let is_it = |path: &str| entries.iter().find(|e| e.name == format!("{folder}{path}"));
        is_it(path).or_else(|| is_it(&resources::decoded(path)))
    };
    let about = text(descriptor)?;
    let package = Descriptor::read(&about)?;
    if package.is_own() && options.table.is_none() {
        let mut tables = Vec::new();
        for table in &package.resources {
            for entry in table.path.all().iter().filter_map(|path| file(path)) {
                tables.push((table.name.clone(), text(entry)?));
            }
        }
        let imported = Imported::of_package(about, &tables, rows.findings.clone());
        return Ok(Content::Package(Box::new(imported)));
    }
    let first = |entry: &TableEntry| entry.path.all().first().and_then(|path| file(path)).cloned();
    let files: Vec<Option<Entry>> = package.resources.iter().map(first).collect();
    let sizes: Vec<Option<u64>> =
        files.iter().map(|file| file.as_ref().map(|file| file.size)).collect();
    let nothing = || resource_choice::no_table(&package, &rows.findings);
    let chosen = resource_choice::choose(&package, &sizes, options.table.as_deref());
    let Chosen { table, map, offered } = chosen.ok_or_else(nothing)?;
    let of = |at: usize| files.get(at).cloned().flatten();
    if let Some(mut several) = of_package(&package, &files, table, options.table.as_deref()) {
        several.map = map.and_then(of);
        let is_read = |own: &Offered| several.described.contains_key(&own.name);
        several.beside = offered.into_iter().filter(|own| !is_read(own)).collect();
        return Ok(Content::Parts(several));
    }
    let (described, file) = package.resources.get(table).zip(of(table)).ok_or_else(nothing)?;
    // What is read is told by its name in the package.
    let entry = Entry { name: described.name.clone(), ..file };
    let options = Box::new(described.options(options));
    Ok(Content::Table(entry, options, offered, map.and_then(of)))
}

/// The tables of a package that are read together, as those of any zip file are: the one that is to be shown and the others of
/// text, where these are not too many. `None` where it is read alone.
fn of_package(
    package: &Descriptor,
    files: &[Option<Entry>],
    shown: usize,
    wanted: Option<&str>,
) -> Option<Several> {
    let mut described = BTreeMap::new();
    let (mut entries, mut beside, mut is_among) = (Vec::new(), 0_u64, false);
    for (at, (resource, file)) in package.resources.iter().zip(files).enumerate() {
        let Some(file) = file.as_ref().filter(|file| may_be_table(file)) else { continue };
        if is_book(file) || resource_choice::is_map(resource) || resource.path.all().len() != 1 {
            continue;
        }
        is_among |= at == shown;
        beside += if at == shown { 0 } else { file.size };
        entries.push(Entry { name: resource.name.clone(), ..file.clone() });
        described.insert(resource.name.clone(), resource.clone());
    }
    let is_few = (2..=BESIDE).contains(&entries.len()) && beside <= BESIDE_BYTES;
    if !is_among || !is_few || described.len() < entries.len() {
        return None;
    }
    let shown = package.resources.get(shown).map(|resource| resource.name.clone());
    let wanted = wanted.map(str::to_owned).or(shown);
    let (beside, map, remarks) = (Vec::new(), None, Vec::new());
    Some(Several { entries, wanted, beside, map, remarks, described })
}

/// Bytes that the beginning of a part is told by.
const HEAD: usize = 4096;
/// The fewest bytes that a text of a workbook takes: `<si/>`.
const LEAST_TEXT: u64 = 5;

/// The beginning of an entry, as far as it unfolds.
fn head(bytes: &[u8], entry: &Entry) -> Vec<u8> {
    let packed = bytes.get(entry.from..entry.to).unwrap_or_default();
    let mut head = Vec::new();
    if entry.deflated {
        // What cannot be unfolded is told once all of it is wanted.
        let _ = flate2::read::DeflateDecoder::new(packed).take(HEAD as u64).read_to_end(&mut head);
    } else {
        head.extend(packed.iter().take(HEAD));
    }
    head
}

/// Whether a workbook claims to have more texts than there are bytes for. The library that reads it makes room for as
/// many as it claims.
fn claims_too_many(head: &[u8], size: u64) -> bool {
    let text = String::from_utf8_lossy(head);
    let Some((_, rest)) = text.split_once("uniqueCount=") else { return false };
    let digits = rest.trim_start_matches(['"', '\'']);
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    digits[..end].parse::<u64>().map_or(end > 0, |count| count > size / LEAST_TEXT)
}

/// A small entry as text.
fn text(bytes: &[u8], entry: &Entry, rows: &Rows) -> Result<String, Problem> {
    Ok(String::from_utf8(unfolded(bytes, entry, rows)?)
        .unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned()))
}

/// The bytes of an entry.
pub(super) fn unfolded(bytes: &[u8], entry: &Entry, rows: &Rows) -> Result<Vec<u8>, Problem> {
    rows.fits(entry.size)?;
    let packed = bytes.get(entry.from..entry.to).unwrap_or_default();
    let mut whole = Vec::new();
    let read = if entry.deflated {
        let limit = entry.size.saturating_add(1);
        flate2::read::DeflateDecoder::new(packed).take(limit).read_to_end(&mut whole)
    } else {
        whole.extend_from_slice(packed);
        Ok(whole.len())
    };
    // What does not unfold to what the directory says is not what was packed.
    if read.is_err() || whole.len() as u64 != entry.size {
        let found = entry.name.as_bytes();
        return Err(rows.findings.problem(ProblemKind::DamagedFile, None, None, found, "ZIP"));
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_has_no_more_texts_than_bytes_for_them() {
        for (count, size, is_too_many) in [
            ("0", 90, false),
            ("10", 90, false),
            ("18", 90, false),
            ("19", 90, true),
            ("4294967295", 1 << 20, true),
            ("99999999999999999999999", 1 << 20, true),
            ("", 90, false),
        ] {
            let head = format!("<sst count=\"7\" uniqueCount=\"{count}\"><si>");
            assert_eq!(claims_too_many(head.as_bytes(), size), is_too_many, "{count}");
        }
        assert!(!claims_too_many(b"<sst><si>", 0));
    }
}
