use super::*;

const CALLED: Called<'_> = Called { sheet: None, file: "t.csv" };

fn rows(text: &str) -> Vec<Row<'_>> {
    let cells = |line| str::split(line, ',').map(str::as_bytes).collect();
    (1..)
        .zip(text.lines())
        .map(|(line, text)| Row { line, cut: false, cells: cells(text) })
        .collect()
}

fn found(text: &str) -> Found {
    find(&rows(text), Header::Sniff, &Arrangement { long: true, ..Arrangement::default() }, CALLED)
}

fn named(text: &str) -> (usize, Vec<String>) {
    let found = found(text);
    (found.first_row, found.names)
}

#[test]
fn headers_are_told_from_rows() {
    assert_eq!(named("a,b\nx,1"), (1, vec!["a".into(), "b".into()]));
    assert_eq!(named("x,1\ny,2"), (0, vec![String::new(), String::new()]));
    assert_eq!(named("a,b\nx,y").0, 1);
    assert_eq!(named("country,1990,1991\nx,5,6").0, 1);
    assert_eq!(named("1,2\n3,4").0, 0);
    assert_eq!(named("a,b").0, 1);
    // A figure that could be a year is a figure below names.
    assert_eq!(named("place,n\nx,1900\ny,250").0, 1);
    assert_eq!(named("place,year,n\nx,2000,1700\ny,2001,100\nz,2002,100").0, 1);
    assert!(named("").1.is_empty());
}

#[test]
fn titles_above_the_header_are_passed_over() {
    let (first, names) = named("Statistics\n,,\nsource:,x\na,b,c\nx,1,2\ny,2,3\nz,3,4");
    assert_eq!((first, names.len()), (4, 3));
}

#[test]
fn rows_of_names_are_read_column_by_column() {
    let (first, names) = named(
        "各市产值,,,\n单位:亿元,,,(100 million)\n地区,产值,,人均\n,2021,2021年为2020年%,2021\n合 计,900,106.0,4.8\n青 溪 市,60,100.1,4.0\n白 石 市,70,101.1,4.1",
    );
    assert_eq!(first, 4);
    assert_eq!(names, ["地区", "产值 2021", "产值 2021年为2020年%", "人均 2021"]);
    let (first, names) = named(
        "Nr,Area,Voters,,,\n,,First vote,,Second vote,\n,,Now,Before,Now,Before\n001,A,100,91,101,92\n002,B,200,191,202,193",
    );
    assert_eq!(first, 3);
    assert_eq!(
        names[2..],
        [
            "Voters / First vote / Now",
            "Voters / First vote / Before",
            "Voters / Second vote / Now",
            "Voters / Second vote / Before"
        ]
    );
}

#[test]
fn codes_and_units_under_the_names_are_no_rows() {
    let coded = found("Period,People,Rate\nDataset code,ABC1,ABC2\n2020,1200,4.0\n2021,1210,4.1");
    assert_eq!((coded.first_row, coded.layout.under, coded.notes.len()), (2, 1, 1));
    let (first, names) = named("地区,产值,人口\n,(亿元),万人\n甲,5,6\n乙,7,8");
    assert_eq!(
        (first, names),
        (2, vec!["地区".into(), "产值 (亿元)".into(), "人口 (万人)".into()])
    );
}

#[test]
fn lines_above_give_title_unit_and_measure() {
    let layout =
        found("数据库：示例\n指标：产值(亿元)\n地区,年份,产值\n甲,2021,80\n乙,2021,60").layout;
    assert_eq!(
        (layout.above, layout.unit.as_deref(), layout.measure.as_deref()),
        (2, Some("亿元"), Some("产值"))
    );
    let layout = found("各市产值,,\n单位：亿元,,\n地区,产值,人口\n甲,5,6\n乙,7,8").layout;
    assert_eq!((layout.title.as_deref(), layout.unit.as_deref()), (Some("各市产值"), Some("亿元")));
    let layout = found("附件1,,\n各市产值,,\n地区,产值,人口\n甲,5,6\n乙,7,8").layout;
    assert_eq!(layout.title.as_deref(), Some("各市产值"), "the number of an annex is no title");
}

fn spread(text: &str) -> Option<(Wide, Vec<String>)> {
    let found = find(&rows(text), Header::Sniff, &Arrangement::default(), CALLED);
    Some((found.layout.wide?, found.names))
}

#[test]
fn periods_across_the_columns_are_one_column() {
    let (wide, names) = spread("地区,2024年,2023年\n甲,9,8\n乙,6,5").unwrap();
    assert_eq!((wide.across, wide.labels), (Across::Time, 2));
    assert_eq!(names, ["地区", "年份", "数值"]);
    let (_, names) =
        spread("area,GDP_2019,GDP_2020,pop_2019,pop_2020\nA,1,2,3,4\nB,5,6,7,8").unwrap();
    assert_eq!(names, ["area", "year", "GDP", "pop"]);
    let (_, names) =
        spread(",2019,,2020,\nRegion,Men,Women,Men,Women\nA,1,2,3,4\nB,5,6,7,8").unwrap();
    assert_eq!(names, ["Region", "year", "Men", "Women"]);
    let (_, names) = spread("geo\\time,2021W03,2021W02\nXA,4,5\nXB,5,6").unwrap();
    assert_eq!(names, ["geo", "time", "value"]);
}

#[test]
fn what_is_no_period_or_stands_beside_a_time_stays() {
    for text in [
        "area,GDP,population\nA,1,2\nB,3,4",
        "year,area,2019,2020\n2001,A,1,2\n2002,B,3,4",
        "area,Top 1000,Top 2000\nA,1,2\nB,3,4",
        "area,2020,GDP,population,births\nA,1,2,3,4\nB,5,6,7,8",
    ] {
        assert!(spread(text).is_none(), "{text}");
    }
}

#[test]
fn places_across_the_columns_are_one_column() {
    let (wide, names) = spread("指标,德州市,聊城市,威海市\n学校,1,2,3\n医院,4,5,6").unwrap();
    assert_eq!(
        (wide.across, names),
        (Across::Area, vec!["指标".into(), "地区".into(), "数值".into()])
    );
}
