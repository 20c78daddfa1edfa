//! Several tables below each other in one text: the first good one is shown, the others are offered, and a blank line
//! alone parts nothing.

use std::fs;

use minsheng_explorer::column::Table;
use minsheng_explorer::import::{Choices, Imported, Offered, Options, combine};

use super::{cells, open, stored};
use crate::packages::root;

fn fixture(name: &str) -> Vec<u8> {
    fs::read(root().join("tests/fixtures/readers").join(name)).unwrap()
}

fn read_in(name: &str, bytes: &[u8], size: usize, table: Option<&str>) -> Imported {
    let options = Options { table: table.map(str::to_owned), ..Options::default() };
    open(name, bytes, size, &options).unwrap()
}

fn tables(read: &Imported) -> Vec<(&str, usize)> {
    read.told.tables.iter().map(|Offered { name, rows }| (name.as_str(), rows.unwrap())).collect()
}

fn keys(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|column| column.key.as_str()).collect()
}

#[test]
fn the_first_table_of_several_is_shown_and_each_can_be() {
    let bytes = fixture("stacked.csv");
    for size in [1, 7, 4096] {
        let first = read_in("stacked.csv", &bytes, size, None);
        let expected = [
            ("stacked.csv", 3),
            ("stacked.csv (2): 表2 各市产值", 3),
            ("stacked.csv (3): Table 3 Staff", 3),
        ];
        assert_eq!(
            (tables(&first), first.told.table.as_deref()),
            (expected.to_vec(), Some("stacked.csv"))
        );
        assert_eq!((first.table.len, keys(&first.table)), (9, vec!["地区", "年份", "数值"]));
        assert_eq!(first.plan.layout.unit.as_deref(), Some("万人"));
        assert!(
            first.plan.notes.iter().any(|note| note.text.starts_with("注：")),
            "{:?}",
            first.plan.notes
        );
        let second = read_in("stacked.csv", &bytes, size, Some(expected[1].0));
        assert_eq!(
            (tables(&second), second.told.table.as_deref()),
            (expected.to_vec(), Some(expected[1].0))
        );
        assert_eq!(
            (second.table.len, keys(&second.table)),
            (6, vec!["地区", "行业", "年份", "数值"])
        );
        assert_eq!(second.plan.layout.unit.as_deref(), Some("亿元"));
        // The blank line within the last one parts nothing.
        let third = read_in("stacked.csv", &bytes, size, Some("stacked.csv (3)"));
        assert_eq!((third.table.len, keys(&third.table)), (3, vec!["name", "dept", "age"]));
    }
}

#[test]
fn a_row_of_separators_parts_as_a_blank_line_does() {
    for (end, size) in [("\n", 3), ("\r\n", 5), ("\r", 4096)] {
        let text = String::from_utf8(fixture("stacked-commas.csv")).unwrap().replace('\n', end);
        let first = read_in("t.csv", text.as_bytes(), size, None);
        assert_eq!(tables(&first), [("t.csv", 2), ("t.csv (2)", 3)]);
        assert_eq!(first.table.len, 4, "{:?}", cells(&first.table));
        let second = read_in("t.csv", text.as_bytes(), size, Some("t.csv (2)"));
        assert_eq!(keys(&second.table), ["Year", "Births", "Deaths", "Migration"]);
        assert_eq!((second.table.len, second.plan.notes.len()), (3, 1));
    }
}

#[test]
fn blank_lines_groups_notes_and_lines_above_part_nothing() {
    let read = read_in("t.csv", &fixture("one-with-blanks.csv"), 9, None);
    assert!(read.told.tables.is_empty(), "{:?}", read.told.tables);
    let rows = cells(&read.table);
    let said = |name: &str| rows.iter().filter(|row| row[0] == name && !row[3].is_empty()).count();
    assert_eq!(
        (said("Alder"), said("Dogwood"), said("Elm"), said("Total")),
        (2, 1, 2, 2),
        "{rows:?}"
    );
    for text in [
        "place,n\n\nx,1\n\ny,2\n\n\nz,3\n",
        "Title\n\n\nplace,n\nx,1\n",
        "a;b\n\n1;2\n\n3;4\n",
        "word\n\none\n\ntwo\n",
        "place,kind,n\nx,town,1\n\ny,town,c\nz,city,3\n",
        "\n\n\nplace,n\nx,1\n\n\n",
    ] {
        let read = read_in("t.csv", text.as_bytes(), 2, None);
        let without: String =
            text.lines().filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect();
        assert!(read.told.tables.is_empty(), "{text}");
        assert_eq!(
            cells(&read.table),
            cells(&read_in("t.csv", without.as_bytes(), 2, None).table),
            "{text}"
        );
    }
}

#[test]
fn a_list_of_tables_is_offered_and_what_follows_it_is_shown() {
    let text = "Table,Title\n1,Births\n2,Deaths\n\nyear,births,deaths\n2019,10,8\n2020,11,9\n";
    let read = read_in("t.csv", text.as_bytes(), 5, None);
    assert_eq!(
        (tables(&read), read.told.table.as_deref()),
        (vec![("t.csv", 2), ("t.csv (2)", 2)], Some("t.csv (2)"))
    );
    assert_eq!(keys(&read.table), ["year", "births", "deaths"]);
    let list = read_in("t.csv", text.as_bytes(), 5, Some("t.csv"));
    assert_eq!(keys(&list.table), ["Table", "Title"]);
}

#[test]
fn a_table_far_down_is_found_too() {
    let long: String = (0..20_000).map(|n| format!("P{},{n},{}\n", n % 50, n % 7)).collect();
    let text = format!("place,a,b\n{long}\nSecond\nyear,births\n2019,10\n2020,11\n\n2021,12\n");
    let first = read_in("t.csv", text.as_bytes(), 64 << 10, None);
    assert_eq!(
        (first.table.len, tables(&first)),
        (20_000, vec![("t.csv", 20_000), ("t.csv (2): Second", 3)])
    );
    let second = read_in("t.csv", text.as_bytes(), 64 << 10, Some("t.csv (2): Second"));
    assert_eq!((second.table.len, keys(&second.table)), (3, vec!["year", "births"]));
    // A table that is not there is not asked for twice.
    let third = read_in("t.csv", text.as_bytes(), 64 << 10, Some("t.csv (9)"));
    assert_eq!(third.table.len, 20_000);
}

#[test]
fn tables_below_each_other_are_offered_beside_other_files() {
    let one = "id,x,y\na,1,2\nb,3,4\n";
    let zip = stored(&[("one.csv", one.as_bytes()), ("in/stacked.csv", &fixture("stacked.csv"))]);
    let read = read_in("both.zip", &zip, 64, None);
    let names: Vec<String> = read.told.tables.iter().map(|table| table.name.clone()).collect();
    assert_eq!((names.len(), read.told.table.as_deref()), (4, Some("in/stacked.csv")), "{names:?}");
    for (name, rows) in names.iter().zip([2, 9, 6, 3]) {
        let read = read_in("both.zip", &zip, 64, Some(name));
        assert_eq!((read.table.len, read.told.table.as_ref()), (rows, Some(name)), "{name}");
    }
    let together = |table: Option<&str>| {
        let part = |name: &str, bytes: &[u8]| (name.to_owned(), read_in(name, bytes, 64, table));
        let parts = vec![part("one.csv", one.as_bytes()), part("s.csv", &fixture("stacked.csv"))];
        let choices = Choices { table: table.map(str::to_owned), ..Choices::default() };
        combine(parts, &choices).unwrap()
    };
    let names: Vec<String> =
        together(None).told.tables.iter().map(|own| own.name.clone()).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    for (name, rows) in names.iter().zip([2, 9, 6, 3]) {
        let read = together(Some(name));
        assert_eq!((read.table.len, read.told.table.as_ref()), (rows, Some(name)), "{name}");
    }
}

#[test]
fn tables_of_words_alone_are_parted_by_names_once_more_or_below_a_title() {
    let text = "表1 干部\n姓名,职务\n甲,主任\n乙,会计\n\n表2 驻点\n村组,干部,电话本\n东组,甲,有\n西组,乙,无\n南组,甲,有\n\n村组,干部,电话本\n北组,丙,有\n中组,丁,无\n";
    for size in [1, 5, 4096] {
        let first = read_in("t.csv", text.as_bytes(), size, None);
        let expected = [("t.csv", 2), ("t.csv (2): 表2 驻点", 3), ("t.csv (3)", 2)];
        assert_eq!(
            (tables(&first), first.told.table.as_deref()),
            (expected.to_vec(), Some("t.csv"))
        );
        assert_eq!((first.table.len, keys(&first.table)), (2, vec!["姓名", "职务"]));
        let second = read_in("t.csv", text.as_bytes(), size, Some("t.csv (2)"));
        assert_eq!((second.table.len, keys(&second.table)), (3, vec!["村组", "干部", "电话本"]));
    }
    // More rows, groups, and what reads like prose part nothing.
    for one in [
        "name,job\na,cook\nb,smith\n\nGroup B\nc,baker\nd,guard\ne,nurse\n",
        "name,job\na,cook\n\nb,smith\n\nc,cook\nd,guard\n",
        "question,answer\nWho?,The council.\nWhen?,In spring.\n\nMore\nWhere?,In the hall.\nWhy?,Nobody knows.\nHow?,By vote.\n",
    ] {
        let read = read_in("t.csv", one.as_bytes(), 3, None);
        assert!(read.told.tables.is_empty(), "{one}: {:?}", read.told.tables);
    }
}
