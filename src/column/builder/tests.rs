use super::*;
use crate::column::Codes;

fn year(n: i32) -> DaySpan {
    DaySpan { first: n * 365, last: n * 365 + 364, as_of: false }
}

fn read_year(text: &[u8]) -> Option<DaySpan> {
    Some(year(std::str::from_utf8(text).ok()?.trim().parse().ok()?))
}

#[test]
fn codes_widen_and_rows_stay() {
    for values in [3_usize, 255, 256, 65_535, 65_536, 70_000] {
        let mut builder = CategoryBuilder::default();
        let rows: Vec<String> = (0..values + 7).map(|n| format!("v{}", n % values)).collect();
        for (at, row) in rows.iter().enumerate() {
            builder.push(row.as_bytes()).unwrap();
            if at % 5 == 0 {
                builder.push(b"").unwrap();
            }
        }
        let column = builder.finish();
        assert_eq!(column.dictionary.len(), values);
        let width = if values < 256 {
            1
        } else if values < 65_536 {
            2
        } else {
            4
        };
        assert_eq!(column.codes.width(), width, "{values}");
        let mut at = 0;
        for (n, row) in rows.iter().enumerate() {
            assert_eq!(column.entry(at).unwrap().id, *row);
            at += 1;
            if n % 5 == 0 {
                assert_eq!(column.code(at), None);
                at += 1;
            }
        }
        assert_eq!(column.codes.len(), at);
    }
}

#[test]
fn texts_alike_at_either_end_are_told_apart() {
    let texts =
        ["12345678", "123456789", "x2345678", "1234567y", "1234567", "", "12345678abcdefgh"];
    let mut builder = CategoryBuilder::default();
    for text in texts.iter().chain(&texts) {
        builder.push(text.as_bytes()).unwrap();
    }
    assert_eq!(builder.distinct(), 6);
    let column = builder.finish();
    for (row, text) in texts.iter().chain(&texts).enumerate() {
        assert_eq!(column.entry(row).map_or("", |e| e.id.as_str()), *text);
    }
}

#[test]
fn what_is_no_text_is_said_so_and_the_row_stays() {
    let mut builder = CategoryBuilder::default();
    assert_eq!(builder.push(b"a\xff"), Err(Refused::NotText));
    builder.push("民生".as_bytes()).unwrap();
    let column = builder.finish();
    let text = |row| column.entry(row).map(|e| e.id.as_str());
    assert_eq!((text(0), text(1)), (Some("a\u{fffd}"), Some("民生")));
}

#[test]
fn periods_end_up_in_order_each_once() {
    let mut builder = TimeBuilder::default();
    let texts = ["2021", "2019", " 2021", "", "soon", "2020", "soon"];
    let refused: Vec<bool> =
        texts.iter().map(|text| builder.push(text.as_bytes(), read_year).is_err()).collect();
    assert_eq!(refused, [false, false, false, false, true, false, true]);
    let periods = builder.finish();
    assert_eq!(periods.spans(), [year(2019), year(2020), year(2021)]);
    let codes: Vec<_> = periods.codes().iter().collect();
    assert_eq!(codes, [Some(2), Some(0), Some(2), None, None, Some(1), None]);
}

#[test]
fn many_periods_are_renumbered_in_every_width() {
    for count in [300, 66_000] {
        let mut builder = TimeBuilder::default();
        for n in (0..count).rev() {
            builder.push(n.to_string().as_bytes(), read_year).unwrap();
        }
        let periods = builder.finish();
        let last = usize::try_from(count - 1).unwrap();
        assert_eq!((periods.get(0), periods.get(last)), (Some(year(count - 1)), Some(year(0))));
    }
}

#[test]
fn a_table_has_columns_of_one_length_under_keys_of_their_own() {
    let mut numbers = NumberBuilder::default();
    numbers.push(Some(1.5));
    numbers.push(None);
    let figures = numbers.finish();
    assert_eq!((figures.float(0), figures.float(1)), (Some(1.5), None));
    let measure = || Data::Measure(figures.clone());
    let add = |columns: &[(&str, Data)]| {
        let mut table = TableBuilder::new();
        for (key, data) in columns {
            table.add(key, Bilingual::default(), Role::Measure, data.clone());
        }
        table.finish()
    };
    assert_eq!(add(&[("a", measure()), ("b", measure())]).unwrap().len, 2);
    let twice = add(&[("a", measure()), ("a", measure())]).unwrap_err();
    assert_eq!(twice.kind, ProblemKind::DuplicateId);
    let short = Data::Category(Category { codes: Codes::default(), ..Category::default() });
    let ragged = add(&[("a", measure()), ("b", short)]).unwrap_err();
    assert_eq!((ragged.kind, ragged.found.as_str()), (ProblemKind::RaggedRow, "0"));
    let keys = |n: &[&str]| {
        let mut builder = CategoryBuilder::default();
        n.iter().for_each(|key| builder.push(key.as_bytes()).unwrap());
        builder.into_keys()
    };
    assert_eq!(keys(&["x", "y"]).ok(), Some(Keys::Given(vec!["x".into(), "y".into()])));
    assert!(keys(&["x", "x"]).is_err());
}
