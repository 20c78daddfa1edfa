//! Files → a zip file.
//!
//! Written here rather than by the `zip` crate, which reads zip files for `import`: its writer would add 40 kB (brotli)
//! to the page, this adds one. Nothing is compressed: that would cost the page and the engine another 10 kB each, and
//! what is exported is small. Sizes stay below 4 GB, as wasm's memory does.

use crate::base::crc::Crc;

/// What a file's name is encoded in: UTF-8.
const UTF8: u16 = 1 << 11;
/// The version that any reader has.
const VERSION: u16 = 20;
/// 1 January 1980, the beginning of this format's calendar: the same content gives the same file.
const DATE: u16 = 0x21;

/// A zip file of these files: name, with slashes between folders, and content.
#[must_use]
pub(crate) fn zip(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut checksum = Crc::new();
    let size = files.iter().map(|(name, content)| content.len() + 2 * name.len() + 76);
    let mut out = Vec::with_capacity(size.sum::<usize>() + 22);
    let mut directory = Vec::new();
    for (name, content) in files {
        checksum.add(content);
        let (at, crc) = (out.len(), checksum.finish());
        let header = |out: &mut Vec<u8>| {
            for field in [VERSION, UTF8, 0, 0, DATE] {
                out.extend(field.to_le_bytes());
            }
            for field in [crc, wide(content.len()), wide(content.len())] {
                out.extend(field.to_le_bytes());
            }
            out.extend(narrow(name.len()).to_le_bytes());
        };
        out.extend(b"PK\x03\x04");
        header(&mut out);
        out.extend([0; 2]);
        out.extend(name.as_bytes());
        out.extend(content);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        header(&mut directory);
        // No extra field, no comment, the first disk, no attributes.
        directory.extend([0; 12]);
        directory.extend(wide(at).to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (at, count) = (wide(out.len()), narrow(files.len()));
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(wide(directory.len()).to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    out
}

fn wide(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

fn narrow(size: usize) -> u16 {
    u16::try_from(size).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(feature = "import-all")]
    fn another_reader_finds_every_file_whole() {
        use std::io::Read;

        let files = [
            ("名单.csv".to_owned(), "近17亿元".repeat(5000).into_bytes()),
            ("empty".to_owned(), Vec::new()),
            ("folder/a.json".to_owned(), b"{}".to_vec()),
        ];
        let bytes = zip(&files);
        let mut archive = ::zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        assert_eq!(archive.len(), files.len());
        for (at, (name, content)) in files.iter().enumerate() {
            let mut file = archive.by_index(at).unwrap();
            assert_eq!(file.name().unwrap(), name.as_str());
            let mut read = Vec::new();
            // Reads to the end, where the checksum is compared.
            file.read_to_end(&mut read).unwrap();
            assert_eq!(&read, content);
        }
        assert!(::zip::ZipArchive::new(std::io::Cursor::new(zip(&[]))).unwrap().is_empty());
    }
}
