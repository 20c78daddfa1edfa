//! Tables in the formats that other programs write, read to equal tables; bad files and their messages; random tables
//! and random bytes.

mod by_row;
mod claims;
mod comparisons;
mod costs;
mod euc_tw;
mod flags;
mod kept;
mod kinds;
mod layouts;
mod like_years;
mod made_and_parts;
mod margins;
mod messages;
mod months;
mod named_units;
mod offices;
mod percents;
mod publishers;
mod random;
mod readings;
mod several;
mod sides;
mod stacked;
mod unit_words;
mod workbooks;

use std::fs;

use minsheng_explorer::base::date::civil;
use minsheng_explorer::base::problem::Problem;
use minsheng_explorer::column::{Data, Role, Table};
use minsheng_explorer::import::{Import, Imported, Kind, Options};

use crate::packages::root;

/// Reads bytes in chunks of a size.
pub(crate) fn open(
    name: &str,
    bytes: &[u8],
    size: usize,
    options: &Options,
) -> Result<Imported, Problem> {
    let mut import = Import::new(name, options);
    for chunk in bytes.chunks(size.max(1)) {
        import.feed(chunk)?;
    }
    while import.step()? {}
    import.finish()
}

/// Cells row by row as text; a day in ISO 8601.
pub(crate) fn cells(table: &Table) -> Vec<Vec<String>> {
    let cell = |data: &Data, row: usize| match data {
        Data::Category(column) => column.entry(row).map(|entry| entry.id.clone()),
        Data::Measure(column) => column.float(row).map(|number| number.to_string()),
        Data::Time(column) => column.last(row).map(|day| {
            let (year, month, day) = civil(day);
            format!("{year:04}-{month:02}-{day:02}")
        }),
    };
    let row = |row| table.columns.iter().map(|c| cell(&c.data, row).unwrap_or_default()).collect();
    (0..table.len).map(row).collect()
}

/// A zip file with stored entries: local headers and data, then the directory.
pub(crate) fn stored(files: &[(impl AsRef<str>, impl AsRef<[u8]>)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, data) in files {
        let (name, data) = (name.as_ref(), data.as_ref());
        let mut crc = flate2::Crc::new();
        crc.update(data);
        let length = u32::try_from(data.len()).unwrap();
        let at = u32::try_from(archive.len()).unwrap();
        let mut common = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x53];
        for number in [crc.sum(), length, length] {
            common.extend(number.to_le_bytes());
        }
        common.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        archive.extend(b"PK\x03\x04");
        archive.extend(&common);
        archive.extend([0, 0]);
        archive.extend(name.bytes());
        archive.extend(data);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 12]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.bytes());
    }
    let at = u32::try_from(archive.len()).unwrap();
    let count = u16::try_from(files.len()).unwrap().to_le_bytes();
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend([count, count].concat());
    archive.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
    archive.extend(at.to_le_bytes());
    archive.extend([0, 0]);
    archive
}

const KEYS: [&str; 5] = ["地区", "日期", "指标", "单位", "数值"];

const ROLES: [Role; 5] = [Role::Area, Role::Time, Role::Series, Role::Kind, Role::Measure];

fn expected() -> Vec<[&'static str; 5]> {
    vec![
        ["德州市", "2021-09-07", "学校数", "所", "12"],
        ["聊城市", "2021-09-08", "入学率", "%", "99.5"],
        ["威海市", "2021-09-08", "说“好”, 或\"不\"", "条", "-0.25"],
        ["德州市", "2022-01-31", "投资\n（两行）", "万元", "123456.75"],
        ["聊城市", "2022-01-31", "学校数", "所", ""],
    ]
}

#[test]
fn files_of_other_programs_read_to_equal_tables() {
    let folder = root().join("tests/fixtures/formats");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|path| path.is_file() && path.extension().is_some_and(|ending| ending != "py"));
    files.sort();
    assert!(files.len() >= 19, "{files:?}");
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(&path).unwrap();
        for size in [usize::MAX, 100] {
            let options = Options { size: Some(bytes.len() as u64), ..Options::default() };
            let read =
                open(&name, &bytes, size, &options).unwrap_or_else(|p| panic!("{name}: {p}"));
            let keys: Vec<_> = read.table.columns.iter().map(|c| c.key.as_str()).collect();
            let roles: Vec<_> = read.table.columns.iter().map(|c| c.role).collect();
            assert_eq!((keys.as_slice(), roles.as_slice()), (&KEYS[..], &ROLES[..]), "{name}");
            assert_eq!(cells(&read.table), expected(), "{name}");
            let kept = read.findings.kept();
            assert!(
                kept.iter().all(|p| name == "pandas.csv" && p.at.column == Some("A".into())),
                "{name}: {kept:?}"
            );
        }
    }
}

#[test]
fn a_named_sheet_or_table_is_read_instead_of_the_largest() {
    for (file, table, keys) in [
        ("openpyxl.xlsx", "first", ["only", "two cells"]),
        ("frictionless.zip", "short", ["a", "b"]),
    ] {
        let bytes = fs::read(root().join("tests/fixtures/formats").join(file)).unwrap();
        let options = Options { table: Some(table.into()), ..Options::default() };
        let read = open(file, &bytes, 1000, &options).unwrap();
        let found: Vec<_> = read.plan.columns.iter().map(|c| c.key.as_str()).collect();
        assert_eq!(found, keys, "{file}");
    }
}

#[test]
fn the_bundled_package_zipped_is_the_dataset() {
    let folder = root().join("public/data");
    let files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap())
        })
        .collect();
    let archive = stored(&files);
    let read = open("data.zip", &archive, 10_000, &Options::default()).unwrap();
    let dataset = read.dataset.expect("a dataset");
    assert_eq!(read.table.len, dataset.observations.iter().count());
    assert!(read.table.len > 300 && read.findings.count() == 0);
}

#[test]
fn a_changed_plan_reads_the_same_bytes_again_and_loses_nothing() {
    let text = "postcode,year,value\n007,2021,1.50\n012,2022,2.25\n";
    let first = open("t", text.as_bytes(), 9, &Options::default()).unwrap();
    let mut plan = first.plan.clone();
    assert_eq!(plan.columns[2].kind, Kind::Number);
    plan.columns[2].kind = Kind::Category;
    plan.columns[2].role = Role::Category;
    plan.columns[1].kind = Kind::Skip;
    assert!(!plan.reads_like(&first.plan));
    let options = Options { plan: Some(plan), ..Options::default() };
    let again = open("t", text.as_bytes(), 9, &options).unwrap();
    assert_eq!(cells(&again.table), [["007", "1.50"], ["012", "2.25"]]);
}
