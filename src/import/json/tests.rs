use super::*;
use crate::import::{Findings, Import};

#[track_caller]
fn read(text: &str) -> (Vec<String>, Vec<Vec<String>>, Findings) {
    let read = |size: usize| {
        let mut import = Import::new("t", &Options::default());
        for chunk in text.as_bytes().chunks(size) {
            import.feed(chunk).unwrap();
        }
        let read = import.finish().unwrap();
        let table = &read.table;
        (crate::import::tests::keys(table), crate::import::tests::cells(table), read.findings)
    };
    let whole = read(text.len());
    for size in [1, 5, 100] {
        let (keys, cells, _) = read(size);
        assert_eq!((&keys, &cells), (&whole.0, &whole.1), "chunks of {size}");
    }
    whole
}

#[test]
fn objects_in_an_array_in_an_object_or_one_a_line() {
    let rows = [
        r#"{"place":"德州市","year":2021,"note":"a \"b\" \u4e2d","value":1.50}"#,
        r#"{"place":"聊城市","year":2022,"value":-3e2,"note":null}"#,
    ];
    let all = rows.join(",\n");
    for text in [
        format!("[{all}]"),
        format!(" [\n{all}\n]\n"),
        rows.join("\n"),
        format!("{}\r\n{}\r\n", rows[0], rows[1]),
        format!(r#"{{"title":"x","meta":{{"n":2}},"data":[{all}],"end":[]}}"#),
    ] {
        let (keys, cells, findings) = read(&text);
        assert_eq!(keys, ["place", "year", "note", "value"], "{text}");
        assert_eq!(cells[0], ["德州市", "2021", "a \"b\" 中", "1.5"]);
        assert_eq!(cells[1], ["聊城市", "2022", "", "-300"]);
        assert_eq!(findings.count(), 0, "{findings:?}");
    }
}

#[test]
fn arrays_nested_objects_and_late_members() {
    let (keys, cells, _) = read(r#"[["a","n"],["x",1],["y",2]]"#);
    assert_eq!(
        (keys, cells),
        (
            vec!["a".into(), "n".into()],
            vec![vec!["x".into(), "1".into()], vec!["y".into(), "2".into()]]
        )
    );
    let (keys, cells, _) = read("{\"a\":{\"b\":\"x\",\"c\":[1,{}]}}\n{\"d\":true}");
    assert_eq!(keys, ["a.b", "a.c", "d"]);
    assert_eq!(cells, [["x", "", ""], ["", "", "true"]]);
    let (_, cells, findings) = read("{\"a\":[\"x\",\"y\"],\"b\":[[1]]}\n{\"a\":\"z\"}");
    assert_eq!(cells, [["x, y", ""], ["z", ""]]);
    let unread = findings.first(ProblemKind::UnsupportedColumn).unwrap();
    assert_eq!(unread.at.column.as_deref(), Some("b"));
    let many = "{\"a\":\"x\"}\n".repeat(6000) + "{\"b\":\"late\"}";
    let (keys, cells, _) = read(&many);
    assert_eq!((keys, cells[6000].join("|")), (vec!["a".into(), "b".into()], "|late".to_owned()));
}

#[test]
fn broken_rows_cut_files_and_numbers_that_json_has_not() {
    let (_, cells, findings) =
        read("{\"a\":1}\n{\"a\":oops}\n{\"a\":NaN}\n{\"a\":1e400}\n{\"a\":\"NaN, \\\" x\"}\n");
    assert_eq!(cells.len(), 4);
    let at = |kind| findings.kept().iter().find(|p| p.kind == kind).and_then(|p| p.at.row);
    assert_eq!(at(ProblemKind::Unreadable), Some(2));
    let (_, _, findings) =
        read("[{\"a\":1,\"n\":NaN},{\"a\":2,\"n\":1e400},{\"a\":3,\"n\":4},\n{\"a\":");
    let kinds: Vec<_> = findings.kept().iter().map(|p| p.kind).collect();
    assert!(kinds.contains(&ProblemKind::NotFinite) && kinds.contains(&ProblemKind::TooGreat));
    assert!(kinds.contains(&ProblemKind::CutFile), "{kinds:?}");
}

#[test]
fn answers_of_interfaces_are_their_rows() {
    let world = r#"[{"page":1,"pages":1},[
        {"indicator":{"id":"SP.POP","value":"Population"},"country":{"id":"CN","value":"China"},"date":"2020","value":5},
        {"indicator":{"id":"SP.POP","value":"Population"},"country":{"id":"JP","value":"Japan"},"date":"2020","value":null}]]"#;
    let (keys, cells, findings) = read(world);
    assert_eq!(keys, ["indicator.id", "indicator", "country.id", "country", "date", "value"]);
    assert_eq!(
        (cells[0][3].as_str(), cells[0][5].as_str(), cells[1][5].as_str()),
        ("China", "5", "")
    );
    assert_eq!(findings.count(), 0);
    let portal = r#"{"success":true,"result":{"fields":[{"id":"a"}],"records":[{"a":"x","n":1},{"a":"y","n":2}]}}"#;
    assert_eq!(read(portal).1, [["x", "1"], ["y", "2"]]);
}

#[test]
fn features_of_a_map_are_rows_of_their_properties() {
    let text = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"Ald","n":3},"geometry":{"type":"Point","coordinates":[1,[2]]}},
        {"type":"Feature","properties":{"name":"Brack","n":4},"geometry":null}]}"#;
    let (keys, cells, findings) = read(text);
    assert_eq!(keys, ["name", "n"]);
    assert_eq!(cells, [["Ald", "3"], ["Brack", "4"]]);
    assert_eq!(findings.count(), 0, "shapes are for the map, and nothing is left out");
}
