//! A partitioned dataset, read as over HTTP: by byte ranges.

use std::collections::BTreeMap;
use std::fs;

use bytes::Bytes;
use minsheng_explorer::import::parquet::{Dataset, Scan, Scanned, TAIL, Wanted};

use super::{fixtures, wanted};

/// A scan of the dataset, and the bytes it asked for: by part, of footers and of data.
fn scan(wanted: Wanted) -> (Scanned, BTreeMap<String, [u64; 2]>) {
    let folder = fixtures().join("observations");
    let descriptor = fs::read_to_string(folder.join("datapackage.json")).unwrap();
    let dataset = Dataset::read(&descriptor, None).unwrap();
    let mut scan = Scan::new(&dataset.name, dataset.parts, wanted);
    let paths: Vec<String> = scan.paths().into_iter().map(str::to_owned).collect();
    let files: Vec<Bytes> =
        paths.iter().map(|path| fs::read(folder.join(path)).unwrap().into()).collect();
    let mut fetched: BTreeMap<String, [u64; 2]> = BTreeMap::new();
    for (part, file) in files.iter().enumerate() {
        let length = file.len() as u64;
        let mut start = length.saturating_sub(TAIL);
        loop {
            let bytes = file.slice(usize::try_from(start).unwrap()..);
            fetched.entry(paths[part].clone()).or_default()[0] += bytes.len() as u64;
            match scan.open(part, length, start, bytes).unwrap() {
                Some(range) => start = range.start,
                None => break,
            }
        }
    }
    let plan = scan.plan();
    for (part, file) in files.iter().enumerate() {
        while let Some(ranges) = scan.ranges(part) {
            let cut = |range: &std::ops::Range<u64>| {
                let slice =
                    usize::try_from(range.start).unwrap()..usize::try_from(range.end).unwrap();
                (range.start, file.slice(slice))
            };
            let buffers: Vec<(u64, Bytes)> = ranges.iter().map(cut).collect();
            let bytes: u64 = buffers.iter().map(|(_, bytes)| bytes.len() as u64).sum();
            fetched.entry(paths[part].clone()).or_default()[1] += bytes;
            scan.decode(part, &buffers).unwrap();
        }
    }
    assert_eq!(plan.fetch, fetched.values().map(|[_, data]| data).sum::<u64>());
    assert!(plan.memory >= scan.bytes() as u64 / 2, "{plan:?}");
    (scan.finish().unwrap(), fetched)
}

fn cells(scanned: &Scanned, name: &str) -> Vec<String> {
    let column = scanned.columns.iter().find(|column| column.name == name).unwrap();
    (0..column.len()).map(|row| column.text(row)).collect()
}

fn data(fetched: &BTreeMap<String, [u64; 2]>) -> u64 {
    fetched.values().map(|[_, data]| data).sum()
}

#[test]
fn all_of_it_reads_with_partition_values_as_columns() {
    let (scanned, fetched) = scan(Wanted::default());
    assert_eq!((scanned.rows, fetched.len()), (14_400, 6));
    let names: Vec<&str> = scanned.columns.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, ["place", "indicator", "stage", "value", "count", "domain", "year"]);
    let (domain, year, indicator) =
        (cells(&scanned, "domain"), cells(&scanned, "year"), cells(&scanned, "indicator"));
    assert!(domain.iter().zip(&indicator).all(|(domain, indicator)| indicator.starts_with(domain)));
    for of in ["2019", "2020", "2021"] {
        assert_eq!(year.iter().filter(|y| *y == of).count(), 4800);
    }
}

#[test]
fn partition_values_leave_out_whole_parts() {
    let (scanned, fetched) =
        scan(wanted(r#"{"where":{"year":{"from":2020,"to":2021},"domain":{"in":["health"]}}}"#));
    assert_eq!(scanned.rows, 4800);
    let paths: Vec<&str> = fetched.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        ["domain=health/year=2020/part-0.parquet", "domain=health/year=2021/part-0.parquet"]
    );
}

#[test]
fn columns_and_row_groups_that_are_not_needed_are_not_fetched() {
    let (all, whole) = scan(Wanted::default());
    let (narrow, fetched) = scan(wanted(r#"{"columns":["count","year"]}"#));
    assert_eq!(cells(&narrow, "count"), cells(&all, "count"));
    assert!(data(&fetched) * 3 < data(&whole), "{} of {}", data(&fetched), data(&whole));
    // Rows are in order of place, so that of four row groups one holds this county.
    let (one, fetched) =
        scan(wanted(r#"{"columns":["value"],"where":{"place":{"in":["county-120"]}}}"#));
    let places = cells(&all, "place");
    let of_one = |(value, place): (String, &String)| (place == "county-120").then_some(value);
    let expected: Vec<String> =
        cells(&all, "value").into_iter().zip(&places).filter_map(of_one).collect();
    assert_eq!((cells(&one, "value"), one.rows), (expected, 60));
    assert!(data(&fetched) * 3 < data(&whole), "{} of {}", data(&fetched), data(&whole));
    let (none, fetched) = scan(wanted(r#"{"where":{"place":{"in":["county-999"]}}}"#));
    assert_eq!((none.rows, none.columns.len(), data(&fetched)), (0, 7, 0));
}

#[test]
fn partition_columns_alone_need_no_data() {
    let (scanned, fetched) = scan(wanted(r#"{"columns":["domain","year"]}"#));
    assert_eq!((scanned.rows, data(&fetched)), (14_400, 0));
    assert_eq!(cells(&scanned, "domain")[14_399], "health");
}
