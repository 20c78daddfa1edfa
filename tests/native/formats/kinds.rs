//! Formats by what they are and not by what they are called, encodings, and files that hold several tables.

use std::fs;
use std::io::Write;

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, UTF_8, WINDOWS_1251, WINDOWS_1252};
use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::base::problem::ProblemKind;
use minsheng_explorer::import::{ENCODINGS, Imported, Options};
use minsheng_explorer::words::refusal;
use proptest::prelude::*;

use super::{cells, open, stored};
use crate::packages::root;

fn case(name: &str) -> Vec<u8> {
    fs::read(root().join("tests/fixtures/cases").join(name)).unwrap()
}

#[track_caller]
fn read(name: &str, options: &Options) -> Imported {
    let bytes = case(name);
    let read = open(name, &bytes, 1000, options);
    read.unwrap_or_else(|problem| panic!("{name}: {problem}"))
}

/// Sums of the numbers in the last column.
fn sum(read: &Imported) -> f64 {
    let rows = cells(&read.table);
    rows.iter().filter_map(|row| row.last()?.parse::<f64>().ok()).sum()
}

#[test]
fn a_guessed_encoding_is_said_and_may_be_changed() {
    for lang in Lang::ALL {
        let read = read("sjis.csv", &Options { lang, ..Options::default() });
        let names: Vec<&str> = read.plan.columns.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names, ["都道府県", "西暦", "人口"]);
        assert_eq!((read.told.encoding.as_deref(), read.told.guessed), (Some("Shift_JIS"), true));
        assert_eq!((read.told.format.as_str(), read.told.separator), ("CSV", Some(',')));
    }
    let other = Options { encoding: Some("Big5".into()), ..Options::default() };
    let other = read("sjis.csv", &other);
    assert_eq!((other.told.encoding.as_deref(), other.told.guessed), (Some("Big5"), false));
    let plain = open("t", b"a,b\nx,1\n", 9, &Options::default()).unwrap();
    assert_eq!((plain.told.encoding.as_deref(), plain.told.guessed), (Some("UTF-8"), false));
}

#[test]
fn the_first_sheet_of_figures_is_shown_and_the_others_are_offered() {
    let staff = read("two-sheets.xlsx", &Options::default());
    assert_eq!((staff.table.len, sum(&staff)), (3, 18.0));
    assert_eq!(staff.told.table.as_deref(), Some("Staff"));
    let offered: Vec<_> = staff.told.tables.iter().map(|t| (t.name.as_str(), t.rows)).collect();
    assert_eq!(offered, [("Staff", Some(3)), ("Leavers", Some(2))]);
    let options = Options { table: Some("Leavers".into()), ..Options::default() };
    let leavers = read("two-sheets.xlsx", &options);
    assert_eq!((leavers.table.len, sum(&leavers)), (2, 3.0));
    assert_eq!(leavers.told.tables.len(), 2);
}

#[test]
fn a_web_page_called_xls_is_its_table() {
    let page = read("html-called.xls", &Options::default());
    assert_eq!((page.table.len, sum(&page)), (3, 2844.0));
    assert_eq!((page.told.format.as_str(), page.told.guessed), ("HTML", false));
}

#[test]
fn statistical_formats_are_read_cell_by_cell() {
    for (name, format) in [("jsonstat.json", "JSON-stat"), ("pcaxis.px", "PC-Axis")] {
        let cube = read(name, &Options::default());
        assert_eq!((cube.table.len, cube.told.format.as_str()), (4, format), "{name}");
    }
    let rows = cells(&read("pcaxis.px", &Options::default()).table);
    let is_ald = |row: &&Vec<String>| row.contains(&"Ald".into()) && row[1].starts_with("2021");
    assert_eq!(rows.iter().find(is_ald).and_then(|row| row.last()).unwrap(), "20");
    assert_eq!(rows[3].last().unwrap(), "");
}

#[test]
fn what_a_file_is_called_says_nothing_of_what_it_is() {
    let tsv = open("table.xls", b"place\tn\nx\t1\ny\t2\n", 100, &Options::default()).unwrap();
    assert_eq!((tsv.table.len, tsv.told.format.as_str()), (2, "TSV"));
    let book = case("two-sheets.xlsx");
    assert_eq!(open("table.csv", &book, 1000, &Options::default()).unwrap().told.format, "Excel");
    let zipped = open("t.zip", &stored(&[("data/book.xlsx", &book)]), 1000, &Options::default());
    assert_eq!(zipped.unwrap().table.len, 3);
}

#[test]
fn names_in_a_zip_file_are_read_in_the_encoding_of_whoever_packed_it() {
    let name = GB18030.encode("教育统计.csv").0.into_owned();
    let mut archive = stored(&[("12345678.csv", "地区,数\n甲,1\n"), ("b.csv", "a,b\nx,1\ny,2\n")]);
    let places: Vec<usize> = archive
        .windows(12)
        .enumerate()
        .filter(|(_, window)| *window == b"12345678.csv")
        .map(|(at, _)| at)
        .collect();
    assert_eq!((places.len(), name.len()), (2, 12));
    for at in places {
        archive[at..at + 12].copy_from_slice(&name);
    }
    let options = Options { table: Some("教育统计".into()), ..Options::default() };
    let read = open("t.zip", &archive, 1000, &options).unwrap();
    assert_eq!(read.told.table.as_deref(), Some("教育统计.csv"));
    assert_eq!(read.told.tables[0].name, "教育统计.csv");
}

#[test]
fn tables_of_the_same_columns_in_a_zip_file_are_one() {
    let archive = stored(&[
        ("data/2019.csv", "place,n\nx,1\ny,2\n"),
        ("data/2020.csv", "place,n\nx,3\n"),
        ("readme.txt", "About."),
    ]);
    let whole = open("t.zip", &archive, 1000, &Options::default()).unwrap();
    // A text about them is no table to choose.
    assert_eq!((whole.told.tables.len(), whole.findings.count()), (0, 0));
    assert_eq!(cells(&whole.table), [["x", "1", "2019"], ["y", "2", "2019"], ["x", "3", "2020"]]);
    let one = Options { table: Some("2020".into()), ..Options::default() };
    assert_eq!(open("t.zip", &archive, 1000, &one).unwrap().table.len, 1);
    // Tables of other columns are offered.
    let archive = stored(&[("a.csv", "place,n\nx,1\ny,2\n"), ("b.csv", "p,q,r\nx,3,4\n")]);
    let largest = open("t.zip", &archive, 1000, &Options::default()).unwrap();
    assert_eq!((largest.table.len, largest.told.tables.len()), (2, 2));
    assert_eq!(largest.told.table.as_deref(), Some("a.csv"));
}

#[test]
fn a_package_finds_its_tables_in_folders() {
    let table = "place,n\nx,1\ny,2\n";
    for path in ["data/2021/table.csv", "./data/2021/table.csv", "data/2021/table%2Ecsv"] {
        let about = format!(r#"{{"resources":[{{"name":"t","path":"{path}"}}]}}"#);
        for folder in ["", "package/"] {
            let archive = stored(&[
                (format!("{folder}datapackage.json"), about.as_str()),
                (format!("{folder}data/2021/table.csv"), table),
            ]);
            let read = open("t.zip", &archive, 1000, &Options::default());
            let read = read.unwrap_or_else(|problem| panic!("{path}: {problem}"));
            assert_eq!(cells(&read.table), [["x", "1"], ["y", "2"]], "{path}");
        }
    }
}

#[test]
fn a_locked_zip_file_is_told_as_locked() {
    let mut archive = stored(&[("t.csv", "a,b\nx,1\n")]);
    for (mark, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = archive.windows(4).position(|window| window == mark).unwrap();
        archive[at + flags] |= 1;
    }
    let problem = open("t.zip", &archive, 1000, &Options::default()).unwrap_err();
    assert_eq!(problem.kind, ProblemKind::Locked);
}

#[test]
fn what_is_no_table_gets_a_sentence_that_says_what_to_do() {
    let word = stored(&[("[Content_Types].xml", "<a/>"), ("word/document.xml", "<a/>")]);
    let prose = "The office counts people once in ten years.\n".repeat(5);
    for (bytes, kind) in [
        (&b"%PDF-1.7 and more than a few bytes of it"[..], ProblemKind::Pdf),
        (b"\x89PNG\r\n\x1a\n and more than a few bytes", ProblemKind::Picture),
        (b"\0\0\0\x20ftypM4A \0\0\x02\0 and so on for long", ProblemKind::Recording),
        (b"Rar!\x1a\x07\x01\0 and more than a few bytes", ProblemKind::Packed),
        (b"{\\rtf1\\ansi and more than a few bytes of it}", ProblemKind::WordFile),
        (&word, ProblemKind::WordFile),
        (prose.as_bytes(), ProblemKind::Prose),
    ] {
        let problem = open("t", bytes, 1000, &Options::default()).unwrap_err();
        assert_eq!(problem.kind, kind, "{}", String::from_utf8_lossy(bytes));
        for lang in Lang::ALL {
            let said = refusal(&problem, lang);
            assert!(said.chars().count() > 20 && !said.contains(kind.id()), "{said}");
        }
    }
}

#[test]
fn an_sdmx_csv_is_read_by_its_own_words() {
    let text = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT,DECIMALS\n\
        dataflow,X:Y(1.0),I,A,CN,2020,5.5,6,1\ndataflow,X:Y(1.0),I,A,JP,2021,7,3,1\n";
    let read = open("t.csv", text.as_bytes(), 1000, &Options::default()).unwrap();
    let keys: Vec<&str> = read.table.columns.iter().map(|c| c.key.as_str()).collect();
    assert_eq!(keys, ["FREQ", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "DECIMALS"]);
    assert_eq!(cells(&read.table)[1][3], "7000");
    let numbers: Vec<&str> =
        read.table.columns.iter().filter(|c| c.role.is_number()).map(|c| c.key.as_str()).collect();
    assert_eq!(numbers, ["OBS_VALUE"]);
}

#[test]
fn a_streamed_file_is_told_as_well() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(b"place;n\nx;1\ny;2\n").unwrap();
    let packed = gzip.finish().unwrap();
    let read = open("t.csv.gz", &packed, 10, &Options::default()).unwrap();
    assert_eq!((read.told.format.as_str(), read.told.separator), ("CSV", Some(';')));
}

#[test]
fn every_encoding_that_is_offered_is_one() {
    for name in ENCODINGS {
        let encoding = Encoding::for_label(name.as_bytes()).unwrap();
        assert!(encoding.name().eq_ignore_ascii_case(name), "{name}");
    }
}

/// Rows of places and numbers in a language, as many as a small table has.
fn table(words: &[&str], numbers: &[u16]) -> String {
    let row = |(at, number): (usize, &u16)| format!("{},{number}\n", words[at % words.len()]);
    numbers.iter().enumerate().map(row).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_table_in_any_of_eight_encodings_reads_to_the_same(
        numbers in prop::collection::vec(0..9999_u16, 12..60),
        size in 40..5000_usize,
    ) {
        let chinese = ["北京市", "内蒙古自治区", "上海市", "广西壮族自治区", "新疆", "重庆市"];
        let taiwan = ["臺北市", "新竹縣", "高雄市", "嘉義縣", "臺東縣", "連江縣", "雲林縣"];
        let japan = ["北海道", "さいたま市", "東京都", "大阪府", "つくば市", "神奈川県", "ひたちなか市"];
        let korea = ["서울특별시", "부산광역시", "경기도", "강원도", "전라남도", "제주도"];
        let russia = ["Москва", "Тульская область", "Самара", "Казань", "Новгород", "Пермский край"];
        let france = ["Île-de-France", "Rhône-Alpes", "Côte d'Azur", "Bretagne", "Franche-Comté"];
        let tables: [(&'static Encoding, String); 6] = [
            (UTF_8, format!("地区,人数\n{}", table(&chinese, &numbers))),
            (GB18030, format!("地区,人数\n{}", table(&chinese, &numbers))),
            (BIG5, format!("縣市別,人數\n{}", table(&taiwan, &numbers))),
            (SHIFT_JIS, format!("市町村,人口\n{}", table(&japan, &numbers))),
            (EUC_KR, format!("시도별,인구\n{}", table(&korea, &numbers))),
            (WINDOWS_1251, format!("регион,число\n{}", table(&russia, &numbers))),
        ];
        let western = format!("région,nombre\n{}", table(&france, &numbers));
        let utf_16 = |order: fn(u16) -> [u8; 2]| {
            tables[0].1.encode_utf16().flat_map(order).collect::<Vec<u8>>()
        };
        let mut written: Vec<(&str, &str, Vec<u8>)> = Vec::new();
        for (encoding, text) in &tables {
            written.push((encoding.name(), text, encoding.encode(text).0.into_owned()));
        }
        written.push(("1252", &western, WINDOWS_1252.encode(&western).0.into_owned()));
        written.push(("UTF-16LE", &tables[0].1, utf_16(u16::to_le_bytes)));
        written.push(("UTF-16BE", &tables[0].1, utf_16(u16::to_be_bytes)));
        for (name, text, bytes) in written {
            for lang in Lang::ALL {
                let options = Options { lang, ..Options::default() };
                let as_written = open("t", &bytes, size, &options).unwrap();
                let as_utf_8 = open("t", text.as_bytes(), size, &options).unwrap();
                prop_assert_eq!(cells(&as_written.table), cells(&as_utf_8.table), "{} {:?}", name, lang);
            }
        }
    }
}
