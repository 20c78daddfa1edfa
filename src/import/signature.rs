//! Formats that are told by their first bytes and not read here.

use crate::base::problem::ProblemKind;

/// How files of SAS begin.
const SAS: &[u8] = b"\0\0\0\0\0\0\0\0\0\0\0\0\xc2\xea\x81\x60\xb3\x14";

/// What a file that begins so is, and the name of its format; `None` where it may be a table.
pub(super) fn other_format(head: &[u8]) -> Option<(ProblemKind, &'static str)> {
    use ProblemKind as K;
    let marks: [(&[u8], ProblemKind, &str); 31] = [
        (b"PAR1", K::UnknownFormat, "Parquet"),
        (b"ARROW1", K::UnknownFormat, "Arrow"),
        (b"SQLite format 3", K::UnknownFormat, "SQLite"),
        (b"$FL2@(#)", K::UnknownFormat, "SPSS"),
        (b"$FL3@(#)", K::UnknownFormat, "SPSS"),
        (b"<stata_dta>", K::UnknownFormat, "Stata"),
        (b"\0\x01\0\0Standard Jet DB", K::UnknownFormat, "Access"),
        (b"\0\x01\0\0Standard ACE DB", K::UnknownFormat, "Access"),
        (SAS, K::UnknownFormat, "SAS"),
        (b"HEADER RECORD*******LIBRARY", K::UnknownFormat, "SAS"),
        (b"RDX2\n", K::UnknownFormat, "R"),
        (b"RDX3\n", K::UnknownFormat, "R"),
        (b"\x89HDF\r\n", K::UnknownFormat, "HDF5"),
        (b"CDF\x01", K::UnknownFormat, "NetCDF"),
        (b"\0\0\x27\x0a\0\0\0\0", K::UnknownFormat, "Shapefile"),
        (b"%PDF", K::Pdf, "PDF"),
        (b"\x89PNG", K::Picture, "PNG"),
        (b"\xff\xd8\xff", K::Picture, "JPEG"),
        (b"GIF8", K::Picture, "GIF"),
        (b"II*\0", K::Picture, "TIFF"),
        (b"MM\0*", K::Picture, "TIFF"),
        (b"ID3", K::Recording, "MP3"),
        (b"\xff\xfb", K::Recording, "MP3"),
        (b"OggS", K::Recording, "Ogg"),
        (b"fLaC", K::Recording, "FLAC"),
        (b"\x1a\x45\xdf\xa3", K::Recording, "WebM"),
        (b"7z\xbc\xaf\x27\x1c", K::Packed, "7z"),
        (b"Rar!\x1a\x07", K::Packed, "RAR"),
        (b"BZh", K::Packed, "bzip2"),
        (b"\xfd7zXZ\0", K::Packed, "xz"),
        (b"\x04\x22\x4d\x18", K::Packed, "LZ4"),
    ];
    if let Some(&(_, kind, name)) = marks.iter().find(|(mark, ..)| head.starts_with(mark)) {
        return Some((kind, name));
    }
    match (head.get(..4), head.get(4..8), head.get(8..12)) {
        (Some(b"RIFF"), _, Some(b"WEBP")) => Some((K::Picture, "WebP")),
        (Some(b"RIFF"), _, Some(b"WAVE")) => Some((K::Recording, "WAV")),
        (Some(b"RIFF"), _, Some(b"AVI ")) => Some((K::Recording, "AVI")),
        (_, Some(b"ftyp"), Some(b"heic" | b"heix" | b"mif1" | b"avif")) => {
            Some((K::Picture, "HEIC"))
        }
        (_, Some(b"ftyp"), _) => Some((K::Recording, "MP4")),
        // Stata before 2013: its version, the order of bytes, a one and a nought.
        (Some([104..=115, 1 | 2, 1, 0]), ..) => Some((K::UnknownFormat, "Stata")),
        // A bitmap says its own length, whose high bytes are no letters of a name that begins with BM.
        (Some([b'B', b'M', ..]), _, _) if head.get(6..10) == Some(&[0; 4]) => {
            Some((K::Picture, "BMP"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_table_is_told_and_what_may_be_one_is_not() {
        for (head, kind) in [
            (&b"RIFF\x10\0\0\0WEBPVP8 "[..], Some(ProblemKind::Picture)),
            (b"\0\0\0\x20ftypisom\0\0\x02\0", Some(ProblemKind::Recording)),
            (b"BM\x36\x10\0\0\0\0\0\0", Some(ProblemKind::Picture)),
            (b"\0\x01\0\0Standard Jet DB\0\x01\0\0\0", Some(ProblemKind::UnknownFormat)),
            (b"r\x02\x01\0\x03\0 and more", Some(ProblemKind::UnknownFormat)),
            (b"HEADER RECORD*******LIBRARY HEADER", Some(ProblemKind::UnknownFormat)),
            (b"BMI,sex\n21,F\n", None),
            (b"rate,n\n1,2\n", None),
            (b"GIF,n\n1,2\n", None),
            (b"ID,name\n1,x\n", None),
        ] {
            assert_eq!(other_format(head).map(|(kind, _)| kind), kind, "{head:?}");
        }
    }
}
