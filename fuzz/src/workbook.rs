//! A workbook made of the texts that it holds: what a fuzzer changes in a packed one, no reader would unpack.

use flate2::Crc;

/// A text within a workbook: its name, and what stands there where a fuzzer says nothing of it.
struct Part(&'static str, &'static str);

/// What a fuzzer says first is the sheet, then styles, then texts that cells share, then what leads to these.
const PARTS: [Part; 5] = [
    Part("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"),
    Part(
        "xl/styles.xml",
        "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
    ),
    Part(
        "xl/sharedStrings.xml",
        "<sst><si><t>place</t></si><si><t>share</t></si><si><r><t>no</t></r><r><t>rth</t></r></si></sst>",
    ),
    Part(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
    ),
    Part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
    ),
];

/// The workbook of these texts, with a zero byte between one and the next.
#[must_use]
pub fn workbook(texts: &[u8]) -> Vec<u8> {
    let mut said = texts.split(|byte| *byte == 0);
    let files = PARTS.map(|Part(name, usual)| {
        let told = said.next().filter(|text| !text.is_empty());
        (name, told.unwrap_or(usual.as_bytes()))
    });
    stored(&files)
}

/// A zip file of these, none packed.
fn stored(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let mut crc = Crc::new();
        crc.update(content);
        let size = length(content.len());
        let mut about = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x53];
        for number in [crc.sum(), size, size, length(name.len())] {
            about.extend(number.to_le_bytes());
        }
        let at = length(archive.len());
        archive.extend(b"PK\x03\x04");
        archive.extend(&about);
        archive.extend(name.as_bytes());
        archive.extend(*content);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&about);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, size) = (length(archive.len()), length(directory.len()));
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        archive.extend(u16::try_from(files.len()).unwrap_or(u16::MAX).to_le_bytes());
    }
    archive.extend(size.to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0, 0]);
    archive
}

/// Fits, since inputs are of 64 KiB.
fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
