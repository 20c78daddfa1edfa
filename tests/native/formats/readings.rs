//! What is decided of a file, with how sure it is and why, what is asked, and what an answer makes of it: an input, and its
//! reading.

use minsheng_explorer::column::{Data, Role};
use minsheng_explorer::import::{
    Arrangement, Becomes, Change, Choices, DecimalSign, Doubt, Imported, JoinWanted, Options, Plan,
    Question, TimeWay, Use, combine, decisions,
};

use super::open;

fn read(text: &str, wanted: &Arrangement) -> Imported {
    let plan = Some(Plan { wanted: wanted.clone(), ..Plan::default() });
    open("t.csv", text.as_bytes(), 64, &Options { plan, ..Options::default() })
        .unwrap()
        .with_totals()
}

fn plain(text: &str) -> Imported {
    read(text, &Arrangement::default())
}

/// The reading as lines: `subject column=value sure why`.
fn lines(imported: &Imported) -> Vec<String> {
    let all = decisions(&imported.plan, &imported.told, &Choices::default());
    let line = |decision: minsheng_explorer::import::Decision| {
        let (subject, column, value) = (decision.subject.id(), decision.column, decision.value);
        format!("{subject} {column}={value} {:?} {:?}", decision.basis.sure, decision.basis.why)
    };
    all.into_iter().map(line).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let lines = lines(&plain(text));
    for line in expected {
        assert!(lines.iter().any(|own| own == line), "{line:?} is not among {lines:#?}");
    }
}

#[test]
fn every_decision_says_how_sure_it_is_and_why() {
    check(
        "地区,年份,产值(亿元),增速(%)\n甲市,2019,10.5,3\n乙市,2020,…,4\n合计,2020,21,5\n",
        &[
            "format =CSV Certain File",
            "encoding =UTF-8 Certain Bytes",
            "separator =, Likely Usual",
            "header =0.1 Certain Cells",
            "use 地区=area Likely Name",
            "use 年份=time Likely Name",
            "grain 年份=year Certain Cells",
            "use 产值(亿元)=number Certain Cells",
            "unit 产值(亿元)=亿元 Certain Name",
            "decimal 产值(亿元)=point Certain Cells",
            "missing 产值(亿元)=… Likely Usual",
            "total 地区=合计 Certain Name",
        ],
    );
    check(
        "三市产值\n单位：亿元\n地区,2019年,2020年,2021年\n甲市,1,2,3\n乙市,4,5,6\n注：初步数\n",
        &[
            "header =2.1 Certain Cells",
            "notes =3 Likely Place",
            "shape =wide.time.3 Likely Name",
            "use 年份=time Certain Cells",
            "unit 数值=亿元 Likely Above",
        ],
    );
    check("x;n\na;0,5\nb;1,25\n", &["separator =; Likely Cells", "decimal n=comma Certain Cells"]);
    check("x\tn\tm\na\t1,234\t0,5\nb\t2,345\t1,25\n", &["decimal n=comma Likely Neighbours"]);
    check("year,n\n2005-06,1\n2006-07,2\n2011-12,3\n", &["periods year=fiscal Likely Order"]);
    check("day,n\n22/1/2020,1\n3/2/2020,2\n", &["periods day=dmy Certain Cells"]);
    check("day,n\n2/1/2020,1\n3/2/2020,2\n", &["periods day=mdy Guessed Usual"]);
}

fn only(imported: &Imported) -> &Question {
    let [question] = imported.plan.questions.as_slice() else {
        panic!("{:#?}", imported.plan.questions)
    };
    question
}

/// What the table is after an answer, by way of the text that a link keeps: the question is gone.
fn answered(text: &str, at: usize) -> Imported {
    let asked = plain(text);
    let question = only(&asked);
    let change = &question.answers[at].change;
    let wanted = change.wanted(&Arrangement::default(), &question.column.0);
    let kept = Arrangement::of_text(&wanted.text());
    assert_eq!(kept, wanted);
    let again = read(text, &kept);
    assert_eq!(again.plan.questions, [], "asked again");
    again
}

fn figure(imported: &Imported, key: &str) -> f64 {
    let Data::Measure(figures) = &imported.table.column(key).unwrap().data else { panic!("{key}") };
    figures.float(0).unwrap()
}

#[test]
fn decimals_that_nothing_tells_are_asked_and_shown_with_what_they_become() {
    let text = "place,n\nx,\"1,234\"\ny,\"5,678\"\n";
    let asked = plain(text);
    let question = only(&asked);
    assert_eq!((question.doubt, question.column.0.as_str()), (Doubt::Decimal, "n"));
    assert_eq!(question.cells, ["1,234", "5,678"]);
    let [point, comma] = question.answers.as_slice() else { panic!() };
    let number = |text: &str| Becomes::Number(text.to_owned());
    assert_eq!(point.becomes, [number("1234"), number("5678")]);
    assert_eq!(comma.becomes, [number("1.234"), number("5.678")]);
    assert!(point.is_shown && !comma.is_shown && figure(&asked, "n") == 1234.0);
    assert_eq!(comma.change, Change::Decimal(DecimalSign::Comma));
    assert_eq!(figure(&answered(text, 1), "n"), 1.234);
    assert_eq!(figure(&answered(text, 0), "n"), 1234.0);
    // Where cells, neighbours or the separator tell, nothing is asked.
    for told in ["p,n\nx,\"1,234\"\ny,\"0.5\"\n", "p;n\nx;1,234\ny;5,678\n", "p,n\nx,12\ny,34\n"] {
        assert_eq!(plain(told).plan.questions, [], "{told}");
    }
}

#[test]
fn days_that_may_be_months_are_asked() {
    let text = "when,n\n01/02/2020,5\n03/04/2020,7\n";
    let asked = plain(text);
    let question = only(&asked);
    assert_eq!((question.doubt, question.answers.len()), (Doubt::DayOrder, 2));
    assert_ne!(question.answers[0].becomes, question.answers[1].becomes);
    assert_eq!(question.answers[1].change, Change::Time(TimeWay::DayFirst));
    let first = |imported: &Imported| match &imported.table.column("when").unwrap().data {
        Data::Time(periods) => periods.get(0).unwrap().first,
        other => panic!("{other:?}"),
    };
    assert_eq!(first(&answered(text, 1)) - first(&answered(text, 0)), 30);
    let pairs = plain("year,n\n2005-06,5\n");
    assert_eq!(only(&pairs).doubt, Doubt::Pairs);
}

#[test]
fn whole_numbers_that_may_be_codes_are_asked() {
    let rows = (0..9).map(|n| format!("{},{n}.5\n", 54511 + n * 37));
    let text = format!("测点,雨\n{}", rows.collect::<String>());
    let asked = plain(&text);
    assert_eq!(only(&asked).doubt, Doubt::Number);
    let as_code = answered(&text, 0);
    assert!(matches!(as_code.table.column("测点").unwrap().data, Data::Category(_)));
    let as_number = answered(&text, 1);
    assert!(matches!(as_number.table.column("测点").unwrap().data, Data::Measure(_)));
    // With a unit they are counted.
    let counted = text.replace("测点", "产量(吨)");
    assert_eq!(plain(&counted).plan.questions, []);
}

#[test]
fn a_first_row_that_may_be_names_is_asked() {
    let text = "3,4\n5,6\n7,8\n";
    let asked = plain(text);
    assert_eq!((only(&asked).doubt, asked.table.len), (Doubt::Header, 3));
    assert_eq!(answered(text, 0).table.len, 2);
    assert_eq!(answered(text, 1).table.len, 3);
}

#[test]
fn a_forgotten_unit_a_sign_for_no_figure_and_the_header_can_be_told() {
    let text = "地区,产值,温度\n甲市,5,-9\n乙市,6,20\n";
    let wanted = Arrangement::default()
        .with_unit("产值", "亿元")
        .with_unit("温度", "元/人")
        .with_missing("温度", &["-9".to_owned()])
        .with_use("地区", Use::Topic);
    let changed = read(text, &Arrangement::of_text(&wanted.text()));
    let column = |key: &str| changed.table.column(key).unwrap();
    assert_eq!(column("产值").unit.as_deref(), Some("亿元"));
    assert_eq!(column("地区").role, Role::Topic);
    let Data::Measure(figures) = &column("温度").data else { panic!() };
    assert_eq!(
        (figures.float(0), figures.float(1), figures.is_additive(1)),
        (None, Some(20.0), false)
    );
    assert!(lines(&changed).contains(&"unit 产值=亿元 Certain Reader".to_owned()));
    let header = Arrangement { header: Some((1, 1)), ..Arrangement::default() };
    let second = read("x,y\na,b\n1,2\n3,4\n", &header);
    assert_eq!((second.table.columns[0].key.as_str(), second.table.len), ("a", 2));
    assert_eq!(second.plan.first.lines[1], (2, vec!["a".to_owned(), "b".to_owned()]));
    // A separator that nobody could tell.
    let options = Options { separator: Some(b'|'), ..Options::default() };
    let parted = open("t.csv", b"a,b|n\nx,y|1\n", 4, &options).unwrap();
    assert_eq!(parted.table.columns[0].key, "a,b");
}

#[test]
fn figures_of_a_rate_are_not_added_up_wherever_its_unit_stands() {
    for text in [
        "单位：元/人\n地区,食品,衣着\n甲市,100,20\n乙市,120,30\n",
        "地区,食品(元/人),衣着(元/人)\n甲市,100,20\n乙市,120,30\n",
    ] {
        let read = plain(text);
        let units: Vec<_> =
            read.plan.columns[1..].iter().map(|c| (c.unit.as_deref(), c.additive)).collect();
        assert_eq!(units, [(Some("元/人"), false); 2], "{text}");
    }
}

fn part(name: &str, text: &str, wanted: &Arrangement) -> (String, Imported) {
    let plan = Some(Plan { wanted: wanted.clone(), ..Plan::default() });
    let options = Options { plan, ..Options::default() };
    (name.to_owned(), open(name, text.as_bytes(), 16, &options).unwrap())
}

#[test]
fn what_is_wanted_of_several_files_holds_in_each_and_in_the_column_of_files() {
    let files = |wanted: &Arrangement| {
        let parts = vec![
            part("2019.csv", "place,code,n\nx,11,1\ny,12,2\n", wanted),
            part("2020.csv", "place,code,n\nx,11,3\ny,12,4\n", wanted),
        ];
        combine(parts, &Choices::default()).unwrap()
    };
    let wanted = Arrangement::default()
        .with_use("n", Use::Category)
        .with_use("file", Use::Skip)
        .with_unit("code", "kg");
    let changed = files(&wanted);
    assert!(matches!(changed.table.column("n").unwrap().data, Data::Category(_)));
    assert!(changed.table.column("file").is_none() && changed.table.len == 4);
    let plain = files(&Arrangement::default());
    assert!(plain.table.column("file").is_some());
    assert!(plain.plan.reads_like(&files(&Arrangement::default()).plan));
}

#[test]
fn a_join_comes_back_from_a_link() {
    let by = JoinWanted {
        file: "人口.csv".to_owned(),
        columns: ("地区".to_owned(), "名称".to_owned()),
        times: None,
        is_inner: false,
    };
    let choices = Choices { join: Some(by), ..Choices::default() };
    let again = Choices::of_text(&choices.text());
    assert_eq!(again, choices);
    let parts = || {
        vec![
            part("a.csv", "地区,n\n甲市,1\n乙市,2\n丙市,3\n", &Arrangement::default()),
            part("人口.csv", "名称,人口\n甲市,10\n乙市,20\n", &Arrangement::default()),
        ]
    };
    let joined = combine(parts(), &again).unwrap();
    assert_eq!((joined.table.len, figure(&joined, "人口")), (3, 10.0));
    assert_eq!(joined.told.joins[0].only_first.1, 1);
    // One that no longer fits is none, and nothing breaks.
    let lost = Choices::of_text("join.人口.csv!3没有!3名称");
    assert!(combine(parts(), &lost).unwrap().table.column("人口").is_none());
}

#[test]
fn broken_files_one_after_the_other_are_each_a_problem_and_the_next_is_read() {
    let broken: [(&str, &[u8]); 7] = [
        ("empty.csv", b""),
        ("blank.csv", b"\n\n \n"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n0000"),
        ("cut.xlsx", b"PK\x03\x04\x14\0\0\0"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 nothing"),
        ("words.json", b"{\"a\": "),
        ("text.pdf", b"%PDF-1.7 x"),
    ];
    for (name, bytes) in broken {
        let opened = open(name, bytes, 5, &Options::default()).and_then(Imported::with_rows);
        assert!(opened.is_err(), "{name}");
        assert_eq!(plain("a,n\nx,1\n").table.len, 1, "after {name}");
    }
}
