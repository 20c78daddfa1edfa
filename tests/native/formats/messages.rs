//! Each kind of bad input, with the message that a reader gets.

use minsheng_explorer::base::failure::Failure;
use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::base::problem::{Location, Problem, ProblemKind};
use minsheng_explorer::import::{Findings, Imported, Options, Plan, Told};
use minsheng_explorer::words::{describe, describe_more, failed, refusal};

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
                "t表第3行：单元格数与表头不符：写的是“1”，应为2",
            ],
            [
                "table t, row 4: the number of cells differs from the header: found “3”, expected 2",
                "t表第4行：单元格数与表头不符：写的是“3”，应为2",
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
            "t表第22行“地区”列：文字编码不对，有的字读不出：写的是“\u{fffd}\u{fffd}”，应为UTF-8",
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
            "t表第3行：引号没有配对，其后的内容都落进了这一格：写的是“y,2\nz,3\n”，应为\"",
        ]],
        &[&["x", "1"], &["", ""]],
    );
    check(
        b"[{\"a\":\"x\",\"n\":1},\n{\"a\":\"y\",",
        &[[
            "table t, row 2: the file is cut off here: found “{\"a\":\"y\",”",
            "t表第2行：文件不完整，到这里中断了：写的是“{\"a\":\"y\",”",
        ]],
        &[&["x", "1"]],
    );
    let folder = crate::packages::root().join("tests/fixtures/formats");
    for file in ["python.csv.gz", "python.csv.zst"] {
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let (messages, _) = read(&bytes[..bytes.len() - 12], &Options::default());
        assert!(messages[0][0].contains("the file is cut off here"), "{file}: {messages:?}");
        assert!(messages[0][1].contains("文件不完整，到这里中断了"), "{file}: {messages:?}");
    }
    for file in ["python.zip", "openpyxl.xlsx", "libreoffice.ods"] {
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let problem = open(file, &bytes[..bytes.len() - 12], 50, &Options::default()).unwrap_err();
        refused(&problem, DAMAGED);
    }
}

#[test]
fn a_cell_beyond_the_limit() {
    let text = format!("a,b\nx,1\ny,\"{}\"\nz,3\n", "long ".repeat(100_000));
    let (messages, rows) = read(text.as_bytes(), &Options { cell: 10_000, ..Options::default() });
    let expected = [
        "table t, row 3, column 2: the cell is too long and was left out, at most 10 kB",
        "t表第3行“2”列：单元格太长，没有读入，最多10 kB",
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
                "table t, row 1, column B: the column has no name and got a letter: now “B”",
                "t表第1行“B”列：列没有名称，已用字母代替，现在叫“B”",
            ],
            [
                "table t, row 1, column n: the column name is taken, so it was renamed: found “n”: now “n (2)”",
                "t表第1行“n”列：列名重复，已改名：写的是“n”，现在叫“n (2)”",
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
            "t表第42行“day”列：不是日期：写的是“2021-13-45”，应为YYYY, YYYY-MM, YYYY-MM-DD",
        ],
        [
            "table t, row 42, column n: not a finite number, taken as no value: found “NaN”",
            "t表第42行“n”列：不是有限的数，按无数据处理：写的是“NaN”",
        ],
        [
            "table t, row 43, column n: the number is too great, taken as no value: found “1e400”",
            "t表第43行“n”列：数太大，按无数据处理：写的是“1e400”",
        ],
        [
            "table t, row 44, column n: not a finite number, taken as no value: found “-inf”",
            "t表第44行“n”列：不是有限的数，按无数据处理：写的是“-inf”",
        ],
        [
            "table t, row 45, column n: not a usable number: found “twelve”",
            "t表第45行“n”列：不是可用的数字：写的是“twelve”",
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
        "table t: the table is too large for the memory there is: found “2.5 GB”, at most 1 GB"
    );
    assert_eq!(messages[0][1], "t表：表太大，内存放不下：写的是“2.5 GB”，最多1 GB");
    let (messages, _) = read(b"PAR1 and so on, and on", &Options::default());
    assert!(
        messages[0][0].starts_with("table t: this kind of file cannot be read: found “Parquet”"),
        "{messages:?}"
    );
    assert!(messages[0][1].starts_with("t表：认不出这种文件：写的是“Parquet”"));
    let (messages, _) = read(b" \n", &Options::default());
    assert_eq!(messages, [["table t: the file holds no table", "t表：文件里没有表格"]]);
}

#[test]
fn what_is_beyond_the_list_is_counted() {
    let text = format!("n,a\n{}{}", "1,x\n".repeat(500), "one,y\n".repeat(45));
    let read = open("t", text.as_bytes(), 1000, &Options::default()).unwrap();
    assert_eq!(read.findings.kept().len(), 20);
    let [(kind, more)] = read.findings.more()[..] else { panic!("one kind") };
    assert_eq!(describe_more(kind, more, Lang::En), "not a usable number: 25 more places");
    assert_eq!(describe_more(kind, more, Lang::Zh), "不是可用的数字：另有25处");
}

const DAMAGED: [&str; 2] = [
    "the file is cut off or damaged; fetch it again and open the new copy",
    "文件不完整或已损坏，请重新下载或复制一份再打开",
];

#[track_caller]
fn refused(problem: &Problem, [en, zh]: [&str; 2]) {
    assert_eq!(refusal(problem, Lang::En), en, "{problem}");
    assert_eq!(refusal(problem, Lang::Zh), zh, "{problem}");
}

fn case(name: &str) -> Vec<u8> {
    std::fs::read(crate::packages::root().join("tests/fixtures/cases").join(name)).unwrap()
}

#[test]
fn a_file_that_is_not_opened_says_why_and_what_to_do() {
    let read = |name: &str, bytes: &[u8]| {
        open(name, bytes, 50, &Options::default()).and_then(Imported::with_rows).unwrap_err()
    };
    refused(&read("cut.xlsx", &case("cut.xlsx")), DAMAGED);
    refused(
        &read("header-only.csv", &case("header-only.csv")),
        [
            "the file has a header (地区, 年份, 数值) and no rows; check that it is complete and open it once it has rows",
            "文件只有表头（地区, 年份, 数值），没有数据行，请检查它是否完整，有了数据再打开",
        ],
    );
    refused(
        &read("t", b" \n"),
        [
            "the file is empty and holds no table; check it and open it again",
            "文件是空的，里面没有表格，请检查后再打开",
        ],
    );
    refused(
        &read("t", b"%PDF-1.7 and so on, and on"),
        [
            "this is a PDF, and a table in it cannot be read; look for the same data as Excel or CSV, or copy the table into a spreadsheet, save that and open it",
            "这是 PDF，里面的表格读不出来，请找同一份数据的 Excel 或 CSV 文件，或在 PDF 里复制表格、贴进电子表格，另存后再打开",
        ],
    );
    refused(
        &read("t", b"SQLite format 3\0 and so on, and on"),
        [
            "this is a file of SQLite, which cannot be read here; save or export it in its own program as one of these and open that: CSV, TSV, JSON, Excel, ODS, PC-Axis, HTML, Parquet, Arrow, ZIP",
            "这是SQLite文件，这里读不了，请在原来的程序里另存（导出）为其中一种再打开：CSV, TSV, JSON, Excel, ODS, PC-Axis, HTML, Parquet, Arrow, ZIP",
        ],
    );
    let locked = [
        "the file is locked by a password; save a copy without one and open that",
        "文件有密码，请去掉密码另存一份再打开",
    ];
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let container = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600], &name].concat();
    refused(&read("t.xlsx", &container), locked);
    let package = crate::packages::valid();
    let header = |text: &str| text.lines().next().unwrap().to_owned() + "\n";
    let none: Vec<(String, String)> = package
        .into_iter()
        .map(|(name, text)| match name.as_str() {
            "observations" => (name, header(&text)),
            _ => (name, text),
        })
        .collect();
    let (dataset, _) = minsheng_explorer::import::read_package(&none);
    assert!(dataset.observations.is_empty());
    let table = minsheng_explorer::column::from_dataset(&dataset);
    let whole = Imported {
        table,
        dataset: Some(dataset),
        plan: Plan::default(),
        findings: Findings::new("p.zip"),
        told: Told::default(),
        atlas: None,
    };
    refused(
        &whole.with_rows().unwrap_err(),
        [
            "there is not one row in it; check that it is complete and open it once it has rows",
            "里面没有一行数据，请检查它是否完整，有了数据再打开",
        ],
    );
}

/// Words as a reader of one language has them: no marks or names of programs, and no letters of another script but those
/// of formats.
#[track_caller]
fn plain(text: &str, lang: Lang) {
    const NAMES: [&str; 14] = [
        "CSV", "Excel", "PDF", "Parquet", "Arrow", "Chrome", "Edge", "Firefox", "Safari", "ZIP",
        "GeoJSON", "TopoJSON", "UTF", "Big5",
    ];
    assert!(!text.is_empty() && !text.contains(['`', '{', '}', '|', '_']), "{text}");
    let words = || text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let is_name = |word: &str| word.chars().skip(1).any(|c| c.is_ascii_uppercase());
    let named = words().find(|word| is_name(word) && !NAMES.contains(word));
    assert_eq!(named, None, "{text}");
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    assert_eq!(text.contains(is_han), lang == Lang::Zh, "{text}");
    let foreign = words().find(|word| !NAMES.contains(word) && word.parse::<u32>().is_err());
    assert!(lang == Lang::En || foreign.is_none(), "{text}: {foreign:?}");
}

#[test]
fn every_problem_and_every_failure_has_words_in_both_languages() {
    for lang in Lang::ALL {
        for &kind in ProblemKind::ALL {
            // With nothing to quote, all that is said are words of the catalogs.
            for (found, expected) in [("", ""), ("7", "8")] {
                let at = Location { table: "5".into(), row: Some(3), column: Some("4".into()) };
                let problem = Problem { kind, at, found: found.into(), expected: expected.into() };
                for text in [describe(&problem, lang), refusal(&problem, lang)] {
                    plain(&text, lang);
                }
                plain(&failed(Failure::Format, Some(&problem), lang), lang);
                // What a program says of a file stays out of it.
                let technical = Problem { found: "Some(Thrift `x`)".into(), ..problem };
                if matches!(kind, ProblemKind::DamagedFile | ProblemKind::CutFile) {
                    plain(&refusal(&technical, lang), lang);
                }
            }
            plain(&describe_more(kind, 3, lang), lang);
        }
        for &failure in Failure::ALL {
            plain(&failed(failure, None, lang), lang);
        }
    }
}

#[test]
fn every_code_that_scripts_throw_has_words() {
    let root = crate::packages::root();
    let mut seen = 0;
    for file in [
        "src/embed/js/service.js",
        "src/embed/js/ranges.js",
        "src/embed/js/worker.js",
        "public/embed/minsheng-engine.js",
    ] {
        let text = std::fs::read_to_string(root.join(file)).unwrap();
        for mark in ["EngineError(\"", "ReadError(\"", "code: \""] {
            for (at, _) in text.match_indices(mark) {
                let code = text[at + mark.len()..].split('"').next().unwrap();
                // The program's own files have a code too.
                if code.ends_with(".js") {
                    continue;
                }
                assert!(Failure::from_id(code).is_some(), "{file}: {code}");
                seen += 1;
            }
        }
    }
    assert!(seen > 15, "{seen}");
}
