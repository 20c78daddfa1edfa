//! Compound files, in which workbooks of the old binary format lie.
//!
//! The library follows their chains of sectors wherever they lead. They are followed here first, so that one that leads
//! out of the file or back into itself is told.

/// A sector number from here on means something else.
const RESERVED: u32 = 0xffff_fffa;
const END: u32 = 0xffff_fffe;

/// Size of the sectors of short streams, and bytes from which on a stream is not short.
const MINI: usize = 64;
const SHORT: usize = 4096;

/// Bytes of a directory entry.
const ENTRY: usize = 128;

struct Compound<'a> {
    bytes: &'a [u8],
    size: usize,
}

/// A stream, as its directory entry has it.
struct Stream {
    name: String,
    start: u32,
    len: usize,
}

/// The program whose text or slides such a file is, where it holds no workbook.
pub(super) fn other(bytes: &[u8]) -> Option<&'static str> {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    let programs = [("WordDocument", "Word"), ("PowerPoint Document", "PowerPoint")];
    let (_, program) = programs.into_iter().find(|(stream, _)| has(stream))?;
    // A text may hold a workbook, and a workbook a text: what cannot be told is tried.
    (!has("Workbook") && !has("Book")).then_some(program)
}

/// The workbook's stream; `None` where a chain of sectors is broken or there is no workbook.
pub(super) fn workbook(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = match u16_at(bytes, 30)? {
        9 => 512,
        12 => 4096,
        _ => return None,
    };
    let file = Compound { bytes, size };
    let fat = file.fat()?;
    let directory = file.chain(u32_at(bytes, 48)?, &fat, usize::MAX)?;
    let streams: Vec<Stream> =
        directory.chunks_exact(ENTRY).filter_map(|entry| stream(entry, size)).collect();
    let named = |name: &str| streams.iter().find(|s| s.name.eq_ignore_ascii_case(name));
    let (root, mini) = (streams.first()?, u32_at(bytes, 64)? as usize);
    // The library reads both of these first, whether the workbook lies there or not.
    let short = if mini > 0 { file.chain(root.start, &fat, root.len)? } else { Vec::new() };
    let short_fat = match mini {
        0 => Vec::new(),
        sectors => numbers(&file.chain(u32_at(bytes, 60)?, &fat, sectors.checked_mul(size)?)?),
    };
    let book = named("Workbook").or_else(|| named("Book"))?;
    if book.len >= SHORT {
        return file.chain(book.start, &fat, book.len);
    }
    let sector = |id: u32| short.get(id as usize * MINI..).filter(|rest| !rest.is_empty());
    follow(book.start, &short_fat, book.len, short.len(), |id| {
        sector(id).map(|rest| &rest[..rest.len().min(MINI)])
    })
}

impl<'a> Compound<'a> {
    /// A sector: the last of the file may be short.
    fn sector(&self, id: u32) -> Option<&'a [u8]> {
        let from = (id as usize).checked_add(1)?.checked_mul(self.size)?;
        let rest = self.bytes.get(from..).filter(|rest| !rest.is_empty())?;
        Some(&rest[..rest.len().min(self.size)])
    }

    /// For each sector the one that follows it.
    fn fat(&self) -> Option<Vec<u32>> {
        let mut ids = numbers(self.bytes.get(76..512)?);
        let mut more = u32_at(self.bytes, 68)?;
        let most = self.bytes.len() / self.size + 1;
        for _ in 0..most {
            if more >= RESERVED {
                break;
            }
            ids.extend(numbers(self.sector(more)?));
            more = ids.pop()?;
        }
        let mut fat = Vec::new();
        for id in ids.into_iter().filter(|&id| id < RESERVED) {
            fat.extend(numbers(self.sector(id)?));
            if fat.len() > self.bytes.len() {
                return None;
            }
        }
        (more >= RESERVED).then_some(fat)
    }

    fn chain(&self, start: u32, fat: &[u32], len: usize) -> Option<Vec<u8>> {
        follow(start, fat, len, self.bytes.len(), |id| self.sector(id))
    }
}

/// The bytes of a chain of sectors, up to a length; no more than there are in all.
fn follow<'a>(
    start: u32,
    fat: &[u32],
    len: usize,
    all: usize,
    sector: impl Fn(u32) -> Option<&'a [u8]>,
) -> Option<Vec<u8>> {
    let (mut bytes, mut id) = (Vec::new(), start);
    while id != END {
        bytes.extend_from_slice(sector(id)?);
        if bytes.len() >= len {
            bytes.truncate(len);
            break;
        }
        if bytes.len() > all {
            return None;
        }
        id = *fat.get(id as usize)?;
    }
    Some(bytes)
}

fn stream(entry: &[u8], size: usize) -> Option<Stream> {
    let units = entry.get(..64)?.as_chunks::<2>().0.iter().map(|two| u16::from_le_bytes(*two));
    let name: Vec<u16> = units.take_while(|&unit| unit != 0).collect();
    let high = if size > 512 { u32_at(entry, 124)? } else { 0 };
    let len = u64::from(high) << 32 | u64::from(u32_at(entry, 120)?);
    Some(Stream {
        name: String::from_utf16_lossy(&name),
        start: u32_at(entry, 116)?,
        len: usize::try_from(len).ok()?,
    })
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four)).collect()
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk::<4>().map(|four| u32::from_le_bytes(*four))
}

/// Two bytes as a number.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk::<2>().map(|two| u16::from_le_bytes(*two))
}
