//! Records and lists in columns, and timestamps of the old form.

use std::sync::Arc;

use arrow_array::builder::{Int32Builder, ListBuilder};
use arrow_array::{ArrayRef, Int32Array, RecordBatch, StringArray, StructArray};
use arrow_ipc::writer::FileWriter;
use arrow_schema::{DataType, Field};
use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::base::problem::ProblemKind;
use minsheng_explorer::import::parquet::Wanted;
use minsheng_explorer::words::refusal;
use parquet::arrow::ArrowWriter;

use super::{read, wanted};
use crate::packages::root;

/// A list in each of two rows.
fn lists() -> ArrayRef {
    let mut lists = ListBuilder::new(Int32Builder::new());
    for row in [[1, 2], [3, 4]] {
        lists.values().append_slice(&row);
        lists.append(true);
    }
    Arc::new(lists.finish())
}

/// A record of a name, a number and a list in each of two rows.
fn records() -> ArrayRef {
    let list = lists();
    let list_field = Field::new("tags", list.data_type().clone(), true);
    let parts: Vec<(Arc<Field>, ArrayRef)> = vec![
        (
            Arc::new(Field::new("name", DataType::Utf8, true)),
            Arc::new(StringArray::from(vec!["Ald", "Brack"])),
        ),
        (
            Arc::new(Field::new("n", DataType::Int32, true)),
            Arc::new(Int32Array::from(vec![Some(5), None])),
        ),
        (Arc::new(list_field), list),
    ];
    Arc::new(StructArray::from(parts))
}

/// A batch as a Parquet and as an Arrow file.
fn files(columns: Vec<(&str, ArrayRef)>) -> [(&'static str, Vec<u8>); 2] {
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut parquet = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut parquet, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    let mut arrow = Vec::new();
    let mut writer = FileWriter::try_new(&mut arrow, &batch.schema()).unwrap();
    writer.write(&batch).unwrap();
    writer.finish().unwrap();
    drop(writer);
    [("t.parquet", parquet), ("t.arrow", arrow)]
}

#[test]
fn records_are_columns_of_their_fields_and_lists_are_named_as_unread() {
    for (name, bytes) in files(vec![("place", records())]) {
        let scanned = read(name, bytes.clone().into(), Wanted::default()).unwrap();
        let names: Vec<&str> = scanned.columns.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names, ["place.name", "place.n"], "{name}");
        let cells = |row| [0, 1].map(|at: usize| scanned.columns[at].text(row));
        assert_eq!([cells(0), cells(1)], [["Ald", "5"], ["Brack", ""]], "{name}");
        let unread = &scanned.problems[0];
        assert_eq!(unread.kind, ProblemKind::UnsupportedColumn);
        assert_eq!(unread.at.column.as_deref(), Some("place.tags"));
        let one = read(name, bytes.into(), wanted(r#"{"columns":["place.n"]}"#)).unwrap();
        assert_eq!((one.columns.len(), one.columns[0].text(0).as_str()), (1, "5"), "{name}");
    }
}

#[test]
fn a_file_of_lists_alone_is_refused_in_words_that_name_them() {
    for (name, bytes) in files(vec![("tags", lists()), ("values", lists())]) {
        let problem = read(name, bytes.into(), Wanted::default()).unwrap_err();
        assert_eq!(problem.found, "tags, values", "{name}");
        for lang in Lang::ALL {
            let said = refusal(&problem, lang);
            assert!(said.contains("tags, values") && !said.contains("Unsupported"), "{said}");
        }
    }
}

#[test]
fn old_timestamps_beyond_nanoseconds_do_not_wrap() {
    let bytes = std::fs::read(root().join("tests/fixtures/cases/int96-far.parquet")).unwrap();
    let scanned = read("int96-far.parquet", bytes.into(), Wanted::default()).unwrap();
    let days = scanned.columns.iter().find(|column| column.text(0).starts_with("2024")).unwrap();
    assert_eq!([0, 1, 2].map(|row| days.text(row)), ["2024-01-01", "9999-12-31", "2024-12-30"]);
}
