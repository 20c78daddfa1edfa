use super::*;
use crate::base::problem::Problem;
use crate::import::{Import, Imported};

fn read_in(text: &[u8], size: usize, options: &Options) -> Result<Imported, Problem> {
    let mut import = Import::new("t", options);
    for chunk in text.chunks(size.max(1)) {
        import.feed(chunk)?;
    }
    import.finish()
}

/// Keys and cells as text, whatever the chunks.
#[track_caller]
fn cells(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let read = |size| {
        let imported = read_in(text.as_bytes(), size, &Options::default()).unwrap();
        (crate::import::tests::keys(&imported.table), crate::import::tests::cells(&imported.table))
    };
    let whole = read(text.len());
    for size in [1, 2, 3, 7, 64] {
        assert_eq!(read(size), whole, "chunks of {size}");
    }
    whole
}

#[test]
fn quotes_line_ends_and_blank_lines() {
    for end in ["\n", "\r\n", "\r"] {
        let lines =
            ["name,n", "a,1", "", "\"x, \"\"y\"\"", "z\",2", "", "", "\"\",3", "5\" pipe,4"];
        let (keys, rows) = cells(&lines.join(end));
        assert_eq!(keys, ["name", "n"]);
        let quoted = format!("x, \"y\"{end}z");
        assert_eq!(rows, [["a", "1"], [&*quoted, "2"], ["", "3"], ["5\" pipe", "4"]], "{end:?}");
    }
}

#[test]
fn lines_are_those_an_editor_shows() {
    for end in ["\n", "\r\n", "\r"] {
        let lines = ["a,n", "x,1", "", "", "\"3", "\",4", "y,5,6", "", "z", "w,1"];
        for size in [1, 2, 5, 100] {
            let read = read_in(lines.join(end).as_bytes(), size, &Options::default()).unwrap();
            let at: Vec<_> = read.findings.kept().iter().map(|p| (p.kind, p.at.row)).collect();
            let ragged = |line| (ProblemKind::RaggedRow, Some(line));
            assert_eq!(at, [ragged(7), ragged(9)], "{end:?} in chunks of {size}");
            assert_eq!(read.table.len, 5);
        }
    }
}

#[test]
fn a_quote_that_is_never_closed() {
    for size in [1, 3, 100] {
        let read = read_in(b"a,b\nx,1\ny,\"2\nz,3\n", size, &Options::default()).unwrap();
        let problem = &read.findings.kept()[0];
        assert_eq!((problem.kind, problem.at.row), (ProblemKind::OpenQuote, Some(3)));
        assert!(problem.found.starts_with("2\nz"), "{}", problem.found);
        assert_eq!(crate::import::tests::cells(&read.table), [["x", "1"], ["y", ""]]);
    }
}

#[test]
fn a_cell_beyond_the_limit_is_left_out_and_never_held() {
    let long = "x".repeat(1 << 20);
    let options = Options { cell: 10_000, ..Options::default() };
    for quote in ["", "\""] {
        let text = format!("a,b,c\n1,2,3\n4,{quote}{long}{quote},6\n7,8,9\n");
        let (mut reader, mut rows) = (Delimited::new(&options), Rows::new("t", &options));
        for chunk in text.as_bytes().chunks(1000) {
            reader.feed(chunk, &mut rows);
            let held = reader.quoted.as_ref().map_or(0, |quoted| quoted.text.len());
            assert!(held < 20_000 && reader.rest.capacity() < 200_000, "{held}");
        }
        reader.finish(&mut rows);
        let (table, _, findings) = rows.finish().unwrap();
        assert_eq!(findings.count(), 1, "{findings:?}");
        let problem = &findings.kept()[0];
        assert_eq!((problem.kind, problem.at.row), (ProblemKind::CellTooLong, Some(3)));
        let expected = [["1", "2", "3"], ["4", "", ""], ["7", "8", "9"]];
        assert_eq!(crate::import::tests::cells(&table), expected);
    }
}

#[test]
fn a_table_beyond_the_memory_is_refused_early_with_both_numbers() {
    let row = "a,1.5,2.5,3.5\n";
    let text = format!("k,x,y,z\n{}", row.repeat(20_000));
    let size = Some(row.len() as u64 * 100_000_000);
    let options = Options { size, memory: 1_000_000_000, ..Options::default() };
    let mut import = Import::new("t", &options);
    let refused = import.feed(text.as_bytes()).unwrap_err();
    assert_eq!(refused.kind, ProblemKind::TooLarge);
    assert_eq!((refused.found.as_str(), refused.expected.as_str()), ("2.5 GB", "1 GB"));
    assert!(import.progress().rows < 30_000);
}
