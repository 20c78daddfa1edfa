//! Archives that claim to hold more than they do, or unfold to more than the first rows let expect.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use minsheng_explorer::column::Data;
use minsheng_explorer::import::Options;

use super::{cells, open};
use crate::packages::root;

#[test]
fn a_zipped_table_of_five_thousand_rows_is_read_whole() {
    let bytes = std::fs::read(root().join("tests/fixtures/cases/zip-5000-rows.zip")).unwrap();
    for size in [usize::MAX, 100] {
        let options = Options { size: Some(bytes.len() as u64), ..Options::default() };
        let read = open("zip-5000-rows.zip", &bytes, size, &options).unwrap();
        assert_eq!((read.table.len, read.findings.count()), (5000, 0));
        let place = read.table.category("place").unwrap();
        assert_eq!(place.dictionary.len(), 4);
        for code in 0..4 {
            assert_eq!((0..5000).filter(|&row| place.code(row) == Some(code)).count(), 1250);
        }
        let extent = read.table.extent().map(|(first, last)| {
            (
                minsheng_explorer::base::date::civil(first).0,
                minsheng_explorer::base::date::civil(last).0,
            )
        });
        assert_eq!(extent, Some((2019, 2022)));
        let Data::Measure(value) = &read.table.column("value").unwrap().data else { panic!() };
        let sum: f64 = (0..5000).filter_map(|row| value.float(row)).sum();
        assert_eq!((sum, sum / 5000.0), (12_500.0, 2.5));
    }
}

/// A zip file of one deflated table that claims to unfold to so many bytes.
fn zip(text: &[u8], claimed: u32) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text).unwrap();
    let packed = encoder.finish().unwrap();
    let mut crc = flate2::Crc::new();
    crc.update(text);
    let mut common = vec![20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0x53];
    for number in [crc.sum(), u32::try_from(packed.len()).unwrap(), claimed] {
        common.extend(number.to_le_bytes());
    }
    common.extend([5, 0]);
    let mut archive = [b"PK\x03\x04".as_slice(), &common, &[0, 0], b"t.csv", &packed].concat();
    let at = u32::try_from(archive.len()).unwrap();
    let mut directory = [b"PK\x01\x02\x14\x00".as_slice(), &common].concat();
    directory.extend([0; 16]);
    directory.extend(b"t.csv");
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    archive.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
    archive.extend(at.to_le_bytes());
    archive.extend([0, 0]);
    archive
}

#[test]
fn what_an_archive_claims_of_its_size_changes_nothing_of_what_is_read() {
    // Rows enough that the columns are worked out long before the end, and repeated so that they pack very small.
    let text = "place,value\n".to_owned() + &"north,1\nsouth,2\n".repeat(20_000);
    let honest = u32::try_from(text.len()).unwrap();
    for claimed in [0, 1, 100, honest / 2, honest, honest * 2, 1 << 30, u32::MAX - 1] {
        for memory in [10_000_000, usize::MAX] {
            let bytes = zip(text.as_bytes(), claimed);
            let options = Options { memory, ..Options::default() };
            let read = open("t.zip", &bytes, 4096, &options);
            let read = read.unwrap_or_else(|problem| panic!("{claimed}: {problem}"));
            assert_eq!(read.table.len, 40_000, "{claimed}");
            assert_eq!(cells(&read.table)[39_999], ["south", "2"]);
        }
    }
}

#[test]
fn a_table_whose_first_bytes_unfold_a_thousandfold_is_read_packed_in_any_way() {
    let text = "place,value\n".to_owned() + &"north,1\n".repeat(100_000);
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(text.as_bytes()).unwrap();
    let gzip = gzip.finish().unwrap();
    let zip = zip(text.as_bytes(), u32::try_from(text.len()).unwrap());
    for (name, bytes) in [("t.csv.gz", gzip), ("t.zip", zip), ("t.csv", text.into_bytes())] {
        for size in [Some(bytes.len() as u64), Some(u64::MAX / 4), None] {
            let options = Options { size, memory: usize::MAX, ..Options::default() };
            assert_eq!(open(name, &bytes, 1000, &options).unwrap().table.len, 100_000, "{name}");
        }
    }
}
