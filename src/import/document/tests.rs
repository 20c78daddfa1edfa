use super::*;
use crate::base::problem::ProblemKind;
use crate::import::tests::{cells, keys};
use crate::import::{Import, Imported};

/// Reads a text in chunks of any size to the same table.
#[track_caller]
fn read(text: &str) -> Imported {
    let read = |size: usize| {
        let mut import = Import::new("t", &Options::default());
        for chunk in text.as_bytes().chunks(size) {
            import.feed(chunk).unwrap();
        }
        import.finish().unwrap_or_else(|problem| panic!("{problem}"))
    };
    let whole = read(text.len());
    for size in [7, 100] {
        let part = read(size);
        assert_eq!(
            (keys(&part.table), cells(&part.table)),
            (keys(&whole.table), cells(&whole.table))
        );
    }
    whole
}

#[track_caller]
fn refused(text: &str) -> Problem {
    let mut import = Import::new("t", &Options::default());
    import.feed(text.as_bytes()).and_then(|()| import.finish()).map(|_| ()).unwrap_err()
}

#[test]
fn a_json_stat_cube_is_a_row_for_each_cell() {
    let text = r#"{"version":"2.0","class":"dataset","id":["year","sex"],"size":[2,2],
        "role":{"time":["year"]},"dimension":{"year":{"category":{"index":["2020","2021"]}},
        "sex":{"label":"Sex","category":{"index":{"M":1,"F":0},"label":{"F":"women","M":"men"}}}},
        "value":[10,20.50,11,null],"status":{"3":"c"}}"#;
    let table = read(text);
    assert_eq!(table.told.format, "JSON-stat");
    assert_eq!(keys(&table.table), ["year", "Sex", "value", "status"]);
    let found = cells(&table.table);
    assert_eq!((found.len(), found[1][2].as_str(), found[2][2].as_str()), (4, "20.5", "11"));
    assert_eq!(found[3][1..], ["men", "", "c"]);
    // By their places, as a bundle of the first version has it.
    let text = r#"{"jobs":{"dimension":{"id":["a","b"],"size":[1,3],"a":{"category":{"label":{"x":"X"}}},
        "b":{"category":{"index":["p","q","r"]}}},"value":{"0":"1","2":3}}}"#;
    assert_eq!(cells(&read(text).table), [["X", "p", "1"], ["X", "r", "3"]]);
}

#[test]
fn units_of_a_metric_dimension_stand_in_a_column() {
    let text = r#"{"class":"dataset","version":"2.0","id":["area","c"],"size":[2,2],"role":{"metric":["c"]},
        "dimension":{"area":{"category":{"index":["a","b"]}},"c":{"category":{"index":["p","s"],
        "label":{"p":"people","s":"share"},"unit":{"p":{"base":"persons"},"s":{"label":"%"}}}}},"value":[1,2,3,4]}"#;
    let table = read(text).table;
    let (names, found) = (keys(&table), cells(&table));
    assert_eq!(names[3], "unit");
    assert_eq!([&found[0][3], &found[1][3], &found[2][3]], ["persons", "%", "persons"]);
}

#[test]
fn what_leads_to_datasets_or_breaks_its_word_is_refused() {
    let text = r#"{"version":"2.0","class":"collection","link":{"item":[{"class":"dataset","href":"a","label":"Jobs"}]}}"#;
    let problem = refused(text);
    assert_eq!((problem.kind, problem.found.as_str()), (ProblemKind::NoTable, "Jobs"));
    let text = r#"{"class":"dataset","id":["a"],"size":[3],"dimension":{"a":{"category":{"index":["x"]}}},"value":[1]}"#;
    assert_eq!(refused(text).kind, ProblemKind::DamagedFile);
}

#[test]
fn a_pc_axis_file_is_a_row_for_each_cell() {
    let text = "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2000\";\nTITLE=\"Weddings; by year\";\nUNITS=\"number\";\n\
        STUB=\"area\";\nHEADING=\"year\";\nVALUES(\"area\")=\"Ald\",\"Bra\"\n\"ck\";\nVALUES[en](\"area\")=\"A\",\"B\";\n\
        VALUES(\"year\")=\"2020\",\"2021\";\nDATA=\n10 20\n30 \"..\";\n";
    let table = read(text);
    assert_eq!(table.told.format, "PC-Axis");
    let found = cells(&table.table);
    assert_eq!(found.len(), 4);
    assert_eq!((found[1][0].as_str(), found[1][2].as_str()), ("Ald", "20"));
    assert_eq!((found[3][0].as_str(), found[3][2].as_str()), ("Brack", ""));
    let cut = read(text.split("30").next().unwrap());
    assert_eq!((cut.table.len, cut.findings.count_of(ProblemKind::CutFile)), (2, 1));
}

#[test]
fn an_sdmx_message_speaks_by_its_own_words() {
    let dimension = |id: &str, values: &str| format!(r#"{{"id":"{id}","values":[{values}]}}"#);
    let area = dimension("REF_AREA", r#"{"id":"CN","name":"China"},{"id":"JP","name":"Japan"}"#);
    let time = dimension("TIME_PERIOD", r#"{"id":"2020","name":"Year 2020"},{"id":"2021"}"#);
    let status = dimension("OBS_STATUS", r#"{"id":"A"},{"id":"E"}"#);
    let structure = format!(
        r#"{{"dimensions":{{"series":[{area}],"observation":[{time}]}},"attributes":{{"observation":[{status}]}}}}"#
    );
    let sets = r#"[{"series":{"0":{"observations":{"0":[1.5,0],"1":[2,1]}},"1":{"observations":{"1":[null]}}}}]"#;
    for text in [
        format!(r#"{{"header":{{}},"dataSets":{sets},"structure":{structure}}}"#),
        format!(r#"{{"meta":{{}},"data":{{"dataSets":{sets},"structures":[{structure}]}}}}"#),
    ] {
        let table = read(&text);
        assert_eq!(table.told.format, "SDMX-JSON");
        assert_eq!(keys(&table.table), ["REF_AREA", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS"]);
        let found = cells(&table.table);
        assert_eq!(
            (found[1][0].as_str(), found[1][2].as_str(), found[1][3].as_str()),
            ("China", "2", "E")
        );
        assert_eq!((found[2][0].as_str(), found[2][2].as_str()), ("Japan", ""));
    }
}

#[test]
fn a_page_gives_its_largest_table_and_offers_the_others() {
    let text = "<html><head><style>td{}</style></head><body><table><tr><td>menu</td></tr></table>\
        <table><caption>Small</caption><tr><td>a<td>b<tr><td>1<td>2</table>\
        <table><tr><th>place</th><th>n&nbsp;</th></tr><tr><td rowspan=2>A &amp; B</td><td>1,204</td></tr>\
        <tr><td>983</td></tr><tr><td><b>C</b><br>D</td><td>657</td></tr></table></body></html>";
    let page = read(text);
    assert_eq!(keys(&page.table), ["place", "n"]);
    assert_eq!(cells(&page.table), [["A & B", "1204"], ["A & B", "983"], ["C D", "657"]]);
    let names: Vec<_> = page.told.tables.iter().map(|t| (t.name.as_str(), t.rows)).collect();
    assert_eq!(
        (names, page.told.table.as_deref()),
        (vec![("Small", Some(1)), ("2", Some(3))], Some("2"))
    );
    assert_eq!(refused("<html><body><p>Prose.</p></body></html>").kind, ProblemKind::NoTable);
}

#[test]
fn the_xml_of_old_workbooks_has_its_sheets() {
    let text = "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
        xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"Staff\"><Table>\
        <Row><Cell><Data ss:Type=\"String\">place</Data></Cell><Cell ss:Index=\"3\"><Data ss:Type=\"String\">n</Data></Cell></Row>\
        <Row><Cell><Data ss:Type=\"String\">x</Data></Cell><Cell/><Cell><Data ss:Type=\"Number\">5</Data></Cell></Row>\
        </Table></Worksheet></Workbook>";
    let book = read(text);
    // The blank column spaces out the others.
    assert_eq!(cells(&book.table), [["x", "5"]]);
}

#[test]
fn what_a_page_claims_of_its_cells_costs_no_more_than_a_table_may() {
    let read = |row: &str| {
        let page = format!("<table>{}</table>", row.repeat(2000));
        let mut import = Import::new("t", &Options::default());
        import.feed(page.as_bytes()).and_then(|()| import.finish())
    };
    let wide = read("<tr><td colspan=1000>x<td colspan=1000>y").unwrap();
    assert_eq!(wide.table.len + 1, 2000);
    let deep = read("<tr><td colspan=1000 rowspan=99999999>x").unwrap_err();
    assert_eq!(deep.kind, ProblemKind::TooWide);
}

#[test]
fn px_units_stand_with_the_values_that_they_are_of() {
    let head = "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2010\";\nTITLE=\"Births and rates\";\nSOURCE=\"Office\";\n\
        STUB=\"area\";\nHEADING=\"what\";\nVALUES(\"area\")=\"A\",\"B\";\nVALUES(\"what\")=\"Births\",\"Rate\";\n\
        VALUENOTE(\"what\",\"Rate\")=\"per 1,000 persons\";\nNOTE=\"Of residents#alone\";\n";
    for (units, contents) in [
        (
            "UNITS(\"Births\")=\"number\";\nUNITS(\"Rate\")=\"per mille\";\n",
            "CONTVARIABLE=\"what\";\n",
        ),
        ("UNITS(\"what\",\"Births\")=\"number\";\nUNITS(\"what\",\"Rate\")=\"per mille\";\n", ""),
    ] {
        let read = read(&format!("{head}{units}{contents}DATA=\n10 1.5\n20 2.5;\n"));
        let found = cells(&read.table);
        assert_eq!(keys(&read.table)[3], "unit", "{units}");
        assert_eq!(
            [&found[0][3], &found[1][3], &found[3][3]],
            ["number", "per mille", "per mille"]
        );
        assert_eq!(read.plan.layout.title.as_deref(), Some("Births and rates"));
        let notes: Vec<&str> = read.plan.notes.iter().map(|note| note.text.as_str()).collect();
        assert_eq!(notes, ["Office", "Rate: per 1,000 persons", "Of residents alone"]);
    }
    // Notes of cells name what these have in common.
    let noted = "CELLNOTE(\"B\",\"*\")=\"Estimated.\";\nDATANOTESUM=\"*\";\nDATANOTECELL(\"A\",\"Rate\")=\"P\";\n";
    let read = self::read(&format!("{head}{noted}DATA=\n10 1.5\n20 2.5;\n"));
    let notes: Vec<&str> = read.plan.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes[3..], ["B: Estimated.", "*", "A, Rate: P"]);
    // One unit of all is that of the measure.
    let read = self::read(&format!("{head}UNITS=\"number\";\nDATA=\n10 1.5\n20 2.5;\n"));
    assert_eq!(keys(&read.table), ["area", "what", "value (number)"]);
}

#[test]
fn px_is_read_in_the_language_of_the_page_where_the_file_has_it() {
    let text = "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2010\";\nLANGUAGE=\"sv\";\nLANGUAGES=\"sv\",\"en\";\nCONTENTS=\"Antal\";\n\
        CONTENTS[en]=\"Number\";\nSTUB=\"kön\";\nSTUB[en]=\"sex\";\nHEADING=\"år\";\nHEADING[en]=\"year\";\n\
        VALUES(\"kön\")=\"män\",\"kvinnor\";\nVALUES[en](\"sex\")=\"men\",\"women\";\nVALUES(\"år\")=\"2019\",\"2020\";\n\
        VALUES[en](\"year\")=\"2019\",\"2020\";\nUNITS=\"antal\";\nUNITS[en]=\"persons\";\nDATA=\n1 2\n3 4;\n";
    let read_in = |lang| {
        let mut import = Import::new("t", &Options { lang, ..Options::default() });
        import.feed(text.as_bytes()).unwrap();
        import.finish().unwrap().table
    };
    let english = read_in(crate::base::lang::Lang::En);
    assert_eq!(keys(&english), ["sex", "year", "Number (persons)"]);
    assert_eq!((cells(&english)[0][0].as_str(), cells(&english)[3][0].as_str()), ("men", "women"));
    let first = read_in(crate::base::lang::Lang::Zh);
    assert_eq!((keys(&first)[0].as_str(), cells(&first)[0][0].as_str()), ("kön", "män"));
}

#[test]
fn units_of_json_stat_multiply_where_nothing_says_so_in_words() {
    let text = |unit: &str| {
        format!(
            r#"{{"class":"dataset","version":"2.0","label":"Jobs","note":["Of residents"],"id":["area","c"],"size":[2,2],
            "dimension":{{"area":{{"category":{{"index":["a","b"]}}}},"c":{{"category":{{"index":["p","s"],
            "unit":{{"p":{unit},"s":{{"symbol":"%","position":"end","decimals":1}}}}}}}}}},"value":[1,2.5,3,4.5]}}"#
        )
    };
    let counted = read(&text(r#"{"base":"people","multiplier":3,"decimals":0}"#));
    assert_eq!(counted.plan.notes[0].text, "Of residents");
    assert_eq!(counted.plan.layout.title.as_deref(), Some("Jobs"));
    let found = cells(&counted.table);
    assert_eq!([&found[0][2], &found[1][2], &found[1][3]], ["1000", "2.5", "%"]);
    let called = cells(&read(&text(r#"{"label":"thousand people","multiplier":3}"#)).table);
    assert_eq!([&called[0][2], &called[0][3]], ["1", "thousand people"]);
}
