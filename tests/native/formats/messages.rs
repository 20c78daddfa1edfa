//! Each kind of bad input, with the message that a reader gets.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::import::Options;
use minsheng_explorer::words::{describe, describe_more};

use super::{cells, open};

/// Messages of a file in both languages, and the rows that are kept.
fn read(bytes: &[u8], options: &Options) -> (Vec<[String; 2]>, Option<Vec<Vec<String>>>) {
    let both = |problem| [describe(problem, Lang::En), describe(problem, Lang::Zh)];
    match open("t", bytes, 50, options) {
        Ok(read) => (read.findings.kept().iter().map(both).collect(), Some(cells(&read.table))),
        Err(problem) => (vec![both(&problem)], None),
    }
}

#[track_caller]
fn check(bytes: &[u8], expected: &[[&str; 2]], kept: &[&[&str]]) {
    let (messages, rows) = read(bytes, &Options::default());
    assert_eq!(messages, expected, "{}", String::from_utf8_lossy(bytes));
    assert_eq!(rows.unwrap(), kept);
}

#[test]
fn ragged_rows() {
    check(
        b"a,n\nx,1\ny\nz,2,3\n",
        &[
            [
                "table t, row 3: the number of cells differs from the header: found “1”, expected 2",
                "t 表第 3 行：单元格数与表头不符：写的是“1”，应为 2",
            ],
            [
                "table t, row 4: the number of cells differs from the header: found “3”, expected 2",
                "t 表第 4 行：单元格数与表头不符：写的是“3”，应为 2",
            ],
        ],
        &[&["x", "1"], &["y", ""], &["z", "2"]],
    );
}

#[test]
fn bytes_in_another_encoding() {
    let mut text = "地区,n\n".to_owned().into_bytes();
    text.extend("德州市,1\n".repeat(20).bytes());
    text.extend(b"\xff\xfe,2\n");
    let (messages, rows) = read(&text, &Options::default());
    assert_eq!(
        messages,
        [[
            "table t, row 22, column 地区: the text is not in the encoding assumed: found “\u{fffd}\u{fffd}”, expected UTF-8",
            "t 表第 22 行“地区”列：文字编码不对，有的字读不出：写的是“\u{fffd}\u{fffd}”，应为 UTF-8",
        ]]
    );
    assert_eq!(rows.unwrap()[20], ["\u{fffd}\u{fffd}", "2"]);
}

#[test]
fn cut_files() {
    check(
        b"a,n\nx,1\n\"y,2\nz,3",
        &[[
            "table t, row 3: a quote is never closed, so what follows fell into one cell: found “y,2\nz,3\n”, expected \"",
            "t 表第 3 行：引号没有配对，其后的内容都落进了这一格：写的是“y,2\nz,3\n”，应为 \"",
        ]],
        &[&["x", "1"], &["", ""]],
    );
    check(
        b"[{\"a\":\"x\",\"n\":1},\n{\"a\":\"y\",",
        &[[
            "table t, row 2: the file is cut off here: found “{\"a\":\"y\",”",
            "t 表第 2 行：文件不完整，到这里中断了：写的是“{\"a\":\"y\",”",
        ]],
        &[&["x", "1"]],
    );
    let folder = crate::packages::root().join("tests/fixtures/formats");
    for (file, rows) in [
        ("python.csv.gz", true),
        ("python.csv.zst", true),
        ("python.zip", false),
        ("openpyxl.xlsx", false),
    ] {
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let (messages, kept) = read(&bytes[..bytes.len() - 12], &Options::default());
        assert!(messages[0][0].contains("the file is cut off here"), "{file}: {messages:?}");
        assert!(messages[0][1].contains("文件不完整，到这里中断了"), "{file}: {messages:?}");
        assert!(rows || kept.is_none(), "{file}");
    }
}

#[test]
fn a_cell_beyond_the_limit() {
    let text = format!("a,b\nx,1\ny,\"{}\"\nz,3\n", "long ".repeat(100_000));
    let (messages, rows) = read(text.as_bytes(), &Options { cell: 10_000, ..Options::default() });
    let expected = [
        "table t, row 3, column 2: the cell is too long and was left out, expected 10 kB",
        "t 表第 3 行“2”列：单元格太长，没有读入，应为 10 kB",
    ];
    assert_eq!(messages, [expected]);
    assert_eq!(rows.unwrap(), [["x", "1"], ["y", ""], ["z", "3"]]);
}

#[test]
fn headers_twice_and_without_names() {
    check(
        b"n,,n\n1,x,2\n",
        &[
            [
                "table t, row 1, column B: the column has no name and got a letter, expected B",
                "t 表第 1 行“B”列：列没有名称，已用字母代替，应为 B",
            ],
            [
                "table t, row 1, column n: the column name is taken, so it was renamed: found “n”, expected n (2)",
                "t 表第 1 行“n”列：列名重复，已改名：写的是“n”，应为 n (2)",
            ],
        ],
        &[&["1", "x", "2"]],
    );
}

#[test]
fn numbers_that_are_none_and_dates_that_no_calendar_has() {
    let text = format!(
        "day,n\n{}2021-13-45,NaN\n2021-09-08,1e400\n2021-09-09,-inf\n2021-09-09,twelve\n",
        "2021-09-07,1\n".repeat(40)
    );
    let (messages, rows) = read(text.as_bytes(), &Options::default());
    let expected = [
        [
            "table t, row 42, column day: not a date: found “2021-13-45”, expected YYYY, YYYY-MM, YYYY-MM-DD",
            "t 表第 42 行“day”列：不是日期：写的是“2021-13-45”，应为 YYYY, YYYY-MM, YYYY-MM-DD",
        ],
        [
            "table t, row 42, column n: not a finite number, taken as no value: found “NaN”",
            "t 表第 42 行“n”列：不是有限的数，按无数据处理：写的是“NaN”",
        ],
        [
            "table t, row 43, column n: the number is too great, taken as no value: found “1e400”",
            "t 表第 43 行“n”列：数太大，按无数据处理：写的是“1e400”",
        ],
        [
            "table t, row 44, column n: not a finite number, taken as no value: found “-inf”",
            "t 表第 44 行“n”列：不是有限的数，按无数据处理：写的是“-inf”",
        ],
        [
            "table t, row 45, column n: not a usable number: found “twelve”",
            "t 表第 45 行“n”列：不是可用的数字：写的是“twelve”",
        ],
    ];
    assert_eq!(messages, expected);
    assert_eq!(
        rows.unwrap()[40..],
        [["", ""], ["2021-09-08", ""], ["2021-09-09", ""], ["2021-09-09", ""]]
    );
}

#[test]
fn what_is_too_large_unknown_or_empty_is_refused() {
    let row = "a,1.5,2.5,3.5\n";
    let text = format!("k,x,y,z\n{}", row.repeat(20_000));
    let size = Some(row.len() as u64 * 100_000_000);
    let (messages, _) =
        read(text.as_bytes(), &Options { size, memory: 1_000_000_000, ..Options::default() });
    assert_eq!(
        messages[0][0],
        "table t: the table is too large for the memory there is: found “2.5 GB”, expected 1 GB"
    );
    assert_eq!(messages[0][1], "t 表：表太大，内存放不下：写的是“2.5 GB”，应为 1 GB");
    let (messages, _) = read(b"PAR1 and so on, and on", &Options::default());
    assert!(
        messages[0][0].starts_with("table t: this kind of file cannot be read: found “Parquet”"),
        "{messages:?}"
    );
    assert!(messages[0][1].starts_with("t 表：认不出这种文件：写的是“Parquet”"));
    let (messages, _) = read(b" \n", &Options::default());
    assert_eq!(messages, [["table t: the file holds no table", "t 表：文件里没有表格"]]);
}

#[test]
fn what_is_beyond_the_list_is_counted() {
    let text = format!("n,a\n{}{}", "1,x\n".repeat(500), "x,y\n".repeat(45));
    let read = open("t", text.as_bytes(), 1000, &Options::default()).unwrap();
    assert_eq!(read.findings.kept().len(), 20);
    let [(kind, more)] = read.findings.more()[..] else { panic!("one kind") };
    assert_eq!(describe_more(kind, more, Lang::En), "not a usable number: 25 more places");
    assert_eq!(describe_more(kind, more, Lang::Zh), "不是可用的数字：另有 25 处");
}
