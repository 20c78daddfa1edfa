//! Tables as offices write them: parts of years across the columns, records side by side, labels written once, rows that say
//! what columns are, multipliers.

use minsheng_explorer::base::date::civil;
use minsheng_explorer::column::{Data, Role, Table};
use minsheng_explorer::import::{Across, Imported, Kind, Options, Plan};

use super::{cells, open};

fn read(text: &str) -> Imported {
    open("t.csv", text.as_bytes(), 11, &Options::default()).unwrap()
}

/// The same with nothing made of its columns.
fn as_it_stands(text: &str) -> Imported {
    let mut plan = Plan::default();
    plan.wanted.long = true;
    open("t.csv", text.as_bytes(), 11, &Options { plan: Some(plan), ..Options::default() }).unwrap()
}

fn keys(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|column| column.key.as_str()).collect()
}

/// First and last day of a row's time.
fn days(table: &Table, row: usize) -> String {
    let times = table.columns.iter().find_map(|column| match &column.data {
        Data::Time(times) => Some(times),
        _ => None,
    });
    let span = times.expect("a time").get(row).expect("a period");
    let day = |day| {
        let (year, month, day) = civil(day);
        format!("{year:04}-{month:02}-{day:02}")
    };
    format!("{}/{}", day(span.first), day(span.last))
}

fn figures(table: &Table, key: &str) -> Vec<Option<f64>> {
    let Data::Measure(figures) = &table.column(key).unwrap().data else { panic!("{key}") };
    (0..table.len).map(|row| figures.float(row)).collect()
}

const MONTHS: &str = "年份,1月,2月,3月,4月,5月,6月,7月,8月,9月,10月,11月,12月\n\
    2019,1,2,3,4,5,6,7,8,9,10,11,12\n2020,2,3,4,5,6,7,8,9,10,11,12,13\n";

#[test]
fn months_beside_years_are_a_time() {
    let read = read(MONTHS);
    assert_eq!((keys(&read.table), read.table.len), (vec!["月份", "数值"], 24));
    assert_eq!(days(&read.table, 1), "2019-02-01/2019-02-28");
    assert_eq!(days(&read.table, 23), "2020-12-01/2020-12-31");
    let wide = read.plan.layout.wide.unwrap();
    assert_eq!((wide.across, wide.labels, wide.used), (Across::Time, 12, true));
    let stands = as_it_stands(MONTHS);
    assert_eq!((stands.table.len, stands.table.columns.len()), (2, 13));
    assert!(!stands.plan.layout.wide.unwrap().used);
    assert_eq!(stands.plan.shape, read.plan.shape);
}

#[test]
fn parts_of_a_year_are_read_in_the_words_of_offices() {
    for (text, rows, last) in [
        ("Year,Jan,Feb,Mar,Annual\n2019,1,2,3,6\n2020,4,5,6,15\n", 8, "2020-01-01/2020-12-31"),
        ("Region,Year,Q1,Q2,Q3,Q4\nA,2019,1,2,3,4\nB,2019,5,6,7,8\n", 8, "2019-10-01/2019-12-31"),
        ("地区,年份,一季度,二季度\n甲市,2019,1,2\n乙市,2020,5,6\n", 4, "2020-04-01/2020-06-30"),
        ("地区,年份,上半年,下半年\n甲市,2019,1,2\n乙市,2020,5,6\n", 4, "2020-07-01/2020-12-31"),
        ("年份,第1周,第2周\n2020,1,2\n2021,5,6\n", 4, "2021-01-11/2021-01-17"),
        ("年份,月份,上旬,中旬,下旬\n2020,1,5,6,7\n2020,2,6,7,8\n", 6, "2020-02-21/2020-02-29"),
        ("年份,1-2月,1-3月,1-4月\n2020,1,2,3\n2021,2,4,6\n", 6, "2021-01-01/2021-04-30"),
        (
            "Financial year,Apr,May,Jan,Feb\n2019/20,1,2,3,4\n2020/21,1,2,3,4\n",
            8,
            "2021-02-01/2021-02-28",
        ),
        (
            "2021年各地区用电量,,,\n地区,1月,2月,3月\n甲市,1,2,3\n乙市,5,6,7\n",
            6,
            "2021-03-01/2021-03-31",
        ),
        (
            "年份,产量,产量,销量,销量\n,1月,2月,1月,2月\n2020,1,2,3,4\n2021,7,8,9,10\n",
            4,
            "2021-02-01/2021-02-28",
        ),
    ] {
        let table = read(text).table;
        assert_eq!((table.len, days(&table, table.len - 1).as_str()), (rows, last), "{text}");
    }
    let two =
        read("年份,产量,产量,销量,销量\n,1月,2月,1月,2月\n2020,1,2,3,4\n2021,7,8,9,10\n").table;
    assert_eq!(keys(&two), ["月份", "产量", "销量"]);
    // The year beside its parts is told apart from them.
    let year = read("Year,Jan,Feb,Mar,Annual\n2019,1,2,3,6\n2020,4,5,6,15\n").table;
    assert_eq!(year.by_role(Role::Grain).map(|column| column.key.as_str()), Some("month#length"));
    // Questions are no quarters, and nobody says of which of two years some months are.
    for text in [
        "Year,Q1,Q2,Q3,Q4,Q5\n2019,1,2,3,4,5\n2020,2,3,4,5,1\n",
        "Year,Jul,Aug,Jan,Feb\n2019,1,2,3,4\n2020,1,2,3,4\n",
    ] {
        let read = read(text);
        assert!(read.plan.layout.wide.is_none(), "{text}: {:?}", read.plan.layout.wide);
    }
}

#[test]
fn a_year_and_a_month_in_two_columns_are_one_time() {
    for (text, first) in [
        ("年份,月份,地区,产量\n2020,1,甲市,10\n2020,2,甲市,11\n", "2020-01-01/2020-01-31"),
        ("Year,Month,Sales\n2020,January,10\n2020,March,11\n", "2020-01-01/2020-01-31"),
        ("Year,Quarter,Sales\n2020,Q1,10\n2021,Q3,11\n", "2020-01-01/2020-03-31"),
        ("Year,Quarter,Sales\n2020,1,10\n2021,4,11\n", "2020-01-01/2020-03-31"),
        ("Jahr;Monat;Index\n2020;Januar;105,2\n2020;März;105,6\n", "2020-01-01/2020-01-31"),
        ("年,月,失業率 (%)\n2020,1-3,4.2\n2020,2-4,5.2\n", "2020-01-01/2020-03-31"),
        ("year,month,day,flights\n2013,1,5,842\n2013,1,6,943\n", "2013-01-05/2013-01-05"),
    ] {
        let read = read(text);
        assert_eq!(days(&read.table, 0), first, "{text}");
        assert!(read.plan.layout.together.as_ref().is_some_and(|t| t.used), "{text}");
        assert_eq!(read.table.columns.iter().filter(|c| c.role.is_number()).count(), 1, "{text}");
        let stands = as_it_stands(text);
        assert!(stands.plan.layout.together.is_some_and(|t| !t.used), "{text}");
    }
}

#[test]
fn records_side_by_side_are_turned_where_the_first_column_names_what_is_said_of_them() {
    let text = "年份,2018,2019,2020\n人口(万人),12,13,14\nGDP(亿元),100,200,300\n失业率(%),5,6,7\n注：略,,,\n";
    let read = read(text);
    assert_eq!(keys(&read.table), ["年份", "人口(万人)", "GDP(亿元)", "失业率(%)"]);
    let units: Vec<_> = read.table.columns.iter().map(|c| c.unit.as_deref()).collect();
    assert_eq!(units, [None, Some("万人"), Some("亿元"), Some("%")]);
    assert_eq!((read.table.len, read.plan.layout.turned), (3, Some(true)));
    assert_eq!(read.plan.notes.len(), 1);
    assert!(!read.plan.columns[3].additive);
    let stands = as_it_stands(text);
    assert_eq!((stands.table.len, stands.plan.layout.turned), (3, Some(false)));
    let table = self::read("地区,甲市,乙市,丙市\n年份,2020,2020,2020\n人口,12,13,14\n").table;
    assert_eq!(cells(&table)[1], ["乙市", "2020-12-31", "13"]);
    // Places against places, and an ordinary table.
    for text in [
        "地区,甲市,乙市,丙市\n甲市,0,2,3\n乙市,2,0,1\n丙市,3,1,0\n",
        "地区,2018,2019\n甲市,1,2\n乙市,2,3\n",
    ] {
        assert_eq!(self::read(text).plan.layout.turned, None, "{text}");
    }
}

#[test]
fn rows_of_unlike_units_never_share_a_column_of_one_unit() {
    for text in [
        "指标,甲市,乙县,丙区\n人口(万人),12,34,56\n产值(亿元),100,200,300\n城镇化率(%),55,66,77\n",
        "指标,单位,甲市,乙县,丙区\n人口,万人,12,34,56\n产值,亿元,100,200,300\n城镇化率,%,55,66,77\n",
        "指标,2018年,2019年\n人口(万人),12,34\n产值(亿元),100,200\n城镇化率(%),55,66\n",
        "指标,单位,2018年,2019年\n人口,万人,12,34\n产值,亿元,100,200\n城镇化率,%,55,66\n",
        "Indicator,Germany,France,Italy\nPopulation (million),83,67,60\nUnemployment rate (%),3,8,9\n",
    ] {
        let table = read(text).with_totals().table;
        assert!(table.by_role(Role::Series).is_some(), "{text}");
        let Data::Measure(figures) = &table.by_role(Role::Measure).unwrap().data else { panic!() };
        let last = table.len - 1;
        assert!(figures.is_additive(0) && !figures.is_additive(last), "{text}");
    }
}

#[test]
fn areas_across_the_columns_are_known_by_their_names() {
    for (text, labels) in [
        ("年份,全国,北京,天津,河北\n2019,60,10,20,30\n2020,63,11,21,31\n", 4),
        ("Year,China,United States,India\n2019,1,2,3\n2020,2,3,4\n", 3),
        ("year,CHN,USA,IND\n2019,1,2,3\n2020,2,3,4\n", 3),
    ] {
        let read = read(text);
        let wide = read.plan.layout.wide.unwrap();
        assert_eq!((wide.across, wide.labels), (Across::Area, labels), "{text}");
        assert!(
            read.table.by_role(Role::Area).is_some() && read.table.by_role(Role::Time).is_some()
        );
    }
    let read = read("year,NO,IN,total\n2019,1,2,3\n2020,2,3,4\n");
    assert!(read.plan.layout.wide.is_none());
}

#[test]
fn a_label_that_is_written_once_holds_for_the_rows_below_it() {
    let text = "大区,地区,人口\n华东,上海,1\n,江苏,2\n,浙江,3\n华北,北京,4\n,天津,5\n";
    let read = read(text);
    let found = cells(&read.table);
    assert_eq!((found[2][0].as_str(), found[4][0].as_str()), ("华东", "华北"));
    assert!(
        read.plan.layout.groups.is_some_and(|groups| groups.used && groups.columns == ["大区"])
    );
    assert_eq!(cells(&as_it_stands(text).table)[2][0], "");
    let years =
        self::read("年份,季度,数值\n2019,1,10\n,2,11\n,3,12\n2020,1,10\n,2,11\n,3,12\n").table;
    assert_eq!(days(&years, 5), "2020-07-01/2020-09-30");
    let deep = self::read(
        "省,市,性别,人数\n甲省,乙市,男,1\n,,女,2\n,丙市,男,3\n,,女,4\n丁省,戊市,男,5\n,,女,6\n",
    )
    .table;
    assert_eq!(cells(&deep)[3], ["甲省", "丙市", "女", "4"]);
    // Blanks that are the total of the others, that stand alone, or that nobody can tell.
    for text in [
        "Year,Material,Value\n2020,,100\n2020,Wood,60\n2020,Metal,40\n",
        "Sex,Age,Value\nMale,All,5\nFemale,All,6\n,All,11\n",
        "place,note,n\nA,x,1\n,,2\n,,3\nB,y,4\n,,5\n",
        "area,n\nA,1\n,2\n,3\nB,4\n,5\n",
    ] {
        assert!(self::read(text).plan.layout.groups.is_none(), "{text}");
    }
}

#[test]
fn rows_between_names_and_the_first_period_say_what_columns_are() {
    let text = ",Employed,Rate\nUnit,000,Percent\nSeries Type,Trend,Trend\nCollection Month,1,1\n\
        Series ID,A84423127L,A84423134K\nFeb-1978,5985.7,6.4\nMar-1978,5998.6,6.5\nApr-1978,6010.5,6.4\n";
    let read = read(text);
    assert_eq!(keys(&read.table), ["time", "Employed (000)", "Rate (Percent)"]);
    assert_eq!((read.table.len, read.plan.notes.len()), (3, 4));
    assert_eq!(read.plan.columns[0].kind, Kind::Time);
    let text = "\"Title\",\"Unemployment\"\n\"CDID\",\"ABCD\"\n\"Unit\",\"%\"\n\"Important notes\",\n\
        \"1971\",\"4.1\"\n\"1972\",\"4.4\"\n\"1971 Q1\",\"3.8\"\n\"1971 JAN\",\"3.7\"\n";
    let table = self::read(text).table;
    assert_eq!((table.len, days(&table, 3).as_str()), (4, "1971-01-01/1971-01-31"));
    assert_eq!(figures(&table, "Unemployment (%)")[0], Some(4.1));
}

#[test]
fn headers_of_codes_of_groups_and_of_pairs() {
    // Codes over names, as a census has them.
    let read = read(
        "GEO_ID,NAME,B01_001E,B01_002E\nGeography,Area Name,Total,Male\n0400US01,Ald,4876250,2359355\n0400US02,Brack,737068,384915\n",
    );
    assert_eq!(keys(&read.table), ["Geography", "Area Name", "Total", "Male"]);
    assert_eq!((read.table.len, read.plan.notes.len()), (2, 1));
    // Years that repeat over measures, beside a name that repeats.
    let wide = self::read(
        "区域,2019,2019,2020,2020\n区域,总人口,男,总人口,男\n甲市,10,5,12,6\n乙市,20,9,22,10\n",
    );
    assert_eq!((wide.table.len, keys(&wide.table)), (4, vec!["区域", "年份", "总人口", "男"]));
    // A second row of names in another language.
    let two = self::read("地区,总人口,男\nRegion,Total,Male\n甲市,10,5\n乙市,20,9\n");
    assert_eq!((two.table.len, two.plan.columns[1].kind), (2, Kind::Number));
    // Words and what they stand for, above the table.
    let pairs = self::read(
        "表題,人口推計,,,\n実施年月,2020年,,,\n,,,,\n地域コード,地域,注釈,男,女\n,,,人,人\n01000,北海道,,2465088,2759526\n02000,青森県,,583402,654582\n",
    );
    assert_eq!((pairs.table.len, pairs.plan.layout.above), (2, 3));
    assert_eq!(pairs.plan.columns[3].unit.as_deref(), Some("人"));
    // Groups of ages name columns.
    let ages = self::read("地区,0-14,15-64,65+\n甲市,10,50,20\n乙市,20,90,30\n");
    assert_eq!((ages.table.len, keys(&ages.table)[1]), (2, "0-14"));
    // A small table among many lines.
    let small = self::read(
        "数据库：月度数据\n指标：价格指数(上年同月=100)\n时间：最近13个月\n地区,2023年3月,2023年2月\n甲市,101.0,101.2\n乙市,100.8,101.1\n丙市,100.8,101.1\n注：略\n数据来源：示例\n",
    );
    assert_eq!((small.table.len, small.plan.layout.measure.as_deref()), (6, Some("价格指数")));
}

#[test]
fn notes_with_numbers_before_them_and_drawn_lines_are_no_rows() {
    let text = "\"Area\",\"Year\",\"Value\",\"Value Footnotes\"\n\"Ald\",\"2019\",\"28\",\"1\"\n\"Ald\",\"2018\",\"29\",\"1,2\"\n\"Ald\",\"2017\",\"29\",\"1\"\n\"Ald\",\"2016\",\"30\",\"\"\n\
        \"\",\"\",\"\",\"\"\n\"footnoteSeqID\",\"Footnote\"\n\"1\",\"De facto estimate.\"\n\"2\",\"Provisional.\"\n";
    let read = read(text);
    assert_eq!((read.table.len, read.plan.columns[1].kind), (4, Kind::Time));
    assert_eq!(read.plan.columns[3].kind, Kind::Category, "marks of notes are no amounts");
    let ruled = self::read("Land;2019;2020\nA;1;2\nB;3;4\n__________\nQuelle: Amt\n");
    assert_eq!(ruled.table.len, 4);
}

#[test]
fn codes_dates_and_blanks_do_not_outweigh_the_periods_across() {
    let read = read(
        "Label;idBank;Updated;Period;2020-01;2020-02\nPrices;001759970;15/04/2021;;104,39;104,53\nRate;001688526;15/04/2021;;7,8;7,9\n",
    );
    assert_eq!((read.table.len, read.plan.layout.wide.map(|wide| wide.labels)), (4, Some(2)));
}

#[test]
fn figures_are_multiplied_as_a_column_beside_them_says() {
    let text = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS\n\
        dataflow,X:DF(1.0),I,AUS,USD,2019,1396.5,6,A\ndataflow,X:DF(1.0),I,AUS,PC,2019,4.35,0,E\n";
    let read = read(text);
    assert_eq!(figures(&read.table, "OBS_VALUE"), [Some(1_396_500_000.0), Some(4.35)]);
    assert!(read.table.column("UNIT_MULT").is_none() && read.table.column("STRUCTURE").is_none());
    assert!(read.plan.layout.scaled.is_some_and(|scaled| scaled.used));
    let stands = as_it_stands(text);
    assert_eq!(figures(&stands.table, "OBS_VALUE")[0], Some(1396.5));
    assert!(stands.table.column("UNIT_MULT").is_some());
    let words = self::read(
        "GEO,REF_DATE,UOM,SCALAR_FACTOR,SCALAR_ID,COORDINATE,VALUE,DECIMALS\nA,2020-01,Persons,thousands,3,1.1,19000.5,1\nA,2020-01,Percent,units,0,1.2,5.5,1\n",
    );
    assert_eq!(figures(&words.table, "VALUE"), [Some(19_000_500.0), Some(5.5)]);
    assert_eq!(words.table.columns.iter().filter(|c| c.role.is_number()).count(), 1);
}

#[test]
fn codes_and_labels_in_one_cell_are_parted() {
    let table = read("DATAFLOW,REF_AREA: Reference area,TIME_PERIOD: Time,OBS_VALUE: Value\nX:DF(1.0),AUS: Australia,2019,1\nX:DF(1.0),AUT: Austria,2019,2\n").table;
    let column = table.by_role(Role::Area).unwrap();
    let Data::Category(category) = &column.data else { panic!() };
    let entry = category.entry(0).unwrap();
    assert_eq!((entry.id.as_str(), entry.name.en.as_str()), ("AUS", "Australia"));
    assert_eq!(column.name.en, "Reference area");
}

#[test]
fn years_of_taiwan_and_ids_that_were_forced_to_be_text() {
    let table = read("統計期,縣市別,戶數(戶)\n109年,臺北市,1062218\n110年,臺北市,1058921\n").table;
    assert_eq!(days(&table, 0), "2020-01-01/2020-12-31");
    assert_eq!(table.columns[2].unit.as_deref(), Some("戶"));
    let months = read("年月,縣市別,失業率(%)\n10901,臺北市,3.6\n10912,臺北市,3.7\n").table;
    assert_eq!(days(&months, 1), "2020-12-01/2020-12-31");
    let ids = read("order,name,n\n\t202012345678901234,x,1\n\t202012345678901235,y,2\n").table;
    assert_eq!(cells(&ids)[0][0], "202012345678901234");
    let formula = read("area code,n\n=\"00123\",1\n=\"00124\",2\n").table;
    assert_eq!(cells(&formula)[0][0], "00123");
}

#[test]
fn a_figure_with_an_interval_counts_as_the_figure() {
    let read = read(
        "Country,2018,2019\nAld,12.3 [11.1-13.5],12.0 [11.0-13.1]\nBrack,20 [15–26],No data\n",
    );
    let found = cells(&read.table);
    assert_eq!((found[0][2].as_str(), found[0][3].as_str()), ("12.3", "11.1–13.5"));
    assert_eq!(found[3][2], "");
}

#[test]
fn px_with_keys_has_the_rows_that_it_names() {
    let text = "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2010\";\nLANGUAGES=\"sv\",\"en\";\nSTUB=\"region\",\"sex\";\n\
        STUB[en]=\"area\",\"sex\";\nHEADING=\"year\";\nVALUES(\"region\")=\"Stockholm, county\",\"Uppsala\",\"Gotland\";\n\
        VALUES[en](\"area\")=\"x\";\nVALUES(\"sex\")=\"men\",\"women\";\nVALUES(\"year\")=\"2019\",\"2020\";\n\
        CODES(\"region\")=\"01\",\"03\",\"09\";\nKEYS(\"region\")=VALUES;\nKEYS(\"sex\")=VALUES;\nCONTENTS=\"Population\";\n\
        DATA=\n\"Stockholm, county\",\"men\",11 12\n\"Gotland\",\"women\",5 \"..\"\n\"Elsewhere\",\"men\",7 8\n;\n";
    let read = open("t.px", text.as_bytes(), 11, &Options::default()).unwrap();
    assert_eq!(
        cells(&read.table),
        [
            ["Stockholm, county", "men", "2019-12-31", "11"],
            ["Stockholm, county", "men", "2020-12-31", "12"],
            ["Gotland", "women", "2019-12-31", "5"],
            ["Gotland", "women", "2020-12-31", ""],
        ]
    );
    let coded = text.replace("KEYS(\"region\")=VALUES", "KEYS(\"region\")=CODES");
    let coded = coded
        .replace("\"Stockholm, county\",\"men\"", "\"01\",\"men\"")
        .replace("\"Gotland\",\"women\"", "\"09\",\"women\"");
    let coded = open("t.px", coded.as_bytes(), 11, &Options::default()).unwrap();
    assert_eq!(cells(&coded.table), cells(&read.table));
}

#[test]
fn periods_are_read_in_the_spellings_of_other_countries() {
    for (text, grain, first) in [
        ("元号,値\n令和元年,1\n令和2年,2\n", "year", "2019-01-01/2019-12-31"),
        ("시점,값\n2022년 1월,1\n2022년 2월,2\n", "month", "2022-01-01/2022-01-31"),
        ("시점,값\n2022.1/4,1\n2022.2/4,2\n", "quarter", "2022-01-01/2022-03-31"),
        ("Trimestre;Tasa\n2022T1;13,65\n2022T2;12,48\n", "quarter", "2022-01-01/2022-03-31"),
        (
            "Periodo;Total\n1 de enero de 2022;5\n1 de julio de 2022;6\n",
            "day",
            "2022-01-01/2022-01-01",
        ),
        ("Mois;Total\nfévrier 2022;5\nmars 2022;6\n", "month", "2022-02-01/2022-02-28"),
        ("Период;Всего\n1 января 2022;5\n1 июля 2022;6\n", "day", "2022-01-01/2022-01-01"),
        ("时间,数值\n二〇二一年,1\n二〇二二年,2\n", "year", "2021-01-01/2021-12-31"),
        ("时间,数值\n2021年末,1\n2022年末,2\n", "year", "2021-01-01/2021-12-31"),
        ("时期,数值\n“十三五”时期,1\n“十四五”时期,2\n", "years", "2016-01-01/2020-12-31"),
        ("year,value\n2021,1\n2022e,2\n", "year", "2021-01-01/2021-12-31"),
    ] {
        let read = read(text);
        let time = read.plan.columns.iter().find(|column| column.kind == Kind::Time);
        assert_eq!(
            time.map(|time| time.grains.as_slice()),
            Some(&[grain.to_owned()][..]),
            "{text}"
        );
        assert_eq!(days(&read.table, 0), first, "{text}");
    }
    let across = read("都道府県,令和元年,令和2年\n北海道,5259,5225\n青森県,1253,1238\n");
    assert_eq!((across.table.len, days(&across.table, 0)), (4, "2019-01-01/2019-12-31".to_owned()));
}

#[test]
fn columns_are_known_by_their_names_in_other_languages() {
    for (text, area) in [
        ("Kreis;Jahr;Einwohner\nAhrweiler;2021;127\nAltenkirchen;2021;129\n", "Kreis"),
        ("Provincias;Periodo;Total\nAlbacete;2021;385\nAlicante;2021;190\n", "Provincias"),
        ("시도별,시점,총인구 (명)\n서울,2021,947\n부산,2021,332\n", "시도별"),
        ("Département;Année;Population\nGard;2020;748\nMorbihan;2020;764\n", "Département"),
    ] {
        let read = read(text);
        let role = |key: &str| read.plan.columns.iter().find(|c| c.key == key).map(|c| c.role);
        assert_eq!(role(area), Some(Role::Area), "{text}");
    }
    let rates = read("Trimestre;Tasa de paro;Arbeitslosenquote\n2022T1;13,6;3\n2022T2;12,4;4\n");
    assert!(rates.plan.columns[1..].iter().all(|column| !column.additive));
}

#[test]
fn lists_of_projects_are_read_as_their_county_meant_them() {
    let read = read(
        "2023年民生实事完成情况表,,,\n单位：万元、个,,,填表日期：2024年1月5日\n\
         序号,项目名称,计划数,完成投资,联系电话\n1,幼儿园,5个,\"3,050\",0534-2612345\n\
         2,小学,1.2万个,\"12,000\",0534-2687654\n合计,,,\"15,050\",\n填表人：甲,,审核人：乙,,\n",
    );
    assert_eq!(read.table.len, 3);
    assert_eq!(figures(&read.table, "计划数"), [Some(5.0), Some(12_000.0), None]);
    let column = |key: &str| read.plan.columns.iter().find(|c| c.key == key).unwrap();
    // Of several units in one line nobody knows which is whose.
    assert_eq!(column("完成投资").unit, None);
    assert_eq!(column("计划数").unit.as_deref(), Some("个"));
    assert!(read.plan.notes.iter().any(|note| note.text.contains("审核人")));
}

#[test]
fn figures_that_each_count_something_else_are_told_apart_by_their_units() {
    let units = |text: &str| {
        let read = read(text);
        assert_eq!(read.plan.columns[1].kind, Kind::Number, "{text}");
        let kinds = read.table.category_by_role(Role::Kind).expect("units");
        kinds.dictionary.iter().map(|(_, unit)| unit.id.clone()).collect::<Vec<_>>()
    };
    let counted = units("项目,目标\n幼儿园,5个\n就业,1.2万人\n公路,20公里\n");
    assert_eq!(counted, ["个", "人", "公里"]);
    assert_eq!(units("item,price\nA,$5\nB,\u{20ac}6\n"), ["$", "\u{20ac}"]);
}

#[test]
fn a_separator_at_the_end_of_every_line_makes_no_column() {
    let read = read("\"area\",\"2020\",\"2021\",\n\"A\",\"1\",\"2\",\n\"B\",\"3\",\"4\",\n");
    assert_eq!(keys(&read.table), ["area", "year", "value"]);
    assert!(read.findings.kept().is_empty());
}

#[test]
fn units_stand_in_any_row_of_a_header() {
    let read = read(
        "地区,学校数(所),,学生数(万人),\n,小学,中学,小学,中学\n甲市,8,3,6.9,5.1\n乙市,7,2,6.1,4.1\n",
    );
    let units: Vec<_> = read.plan.columns.iter().map(|c| c.unit.as_deref()).collect();
    assert_eq!(units, [None, Some("所"), Some("所"), Some("万人"), Some("万人")]);
}

#[test]
fn brackets_of_plans_hold_figures_of_all_their_years() {
    let read = read("指标,2020,目标\n新增就业,12.5,[15]\n巩固率,99,99.5\n医师数,2.9,3.2\n");
    assert_eq!(figures(&read.table, "目标"), [Some(15.0), Some(99.5), Some(3.2)]);
}

#[test]
fn a_state_at_the_end_of_years_across_is_their_time() {
    let read = read(
        "州市,截至2021年底参保人数（万人）,截至2022年底参保人数（万人）\n昆明市,500,510\n曲靖市,480,478\n",
    );
    assert_eq!((read.table.len, days(&read.table, 1)), (4, "2022-01-01/2022-12-31".to_owned()));
    assert!(keys(&read.table).contains(&"参保人数（万人）"), "{:?}", keys(&read.table));
}

#[test]
fn percentage_points_among_percentages_are_figures_with_a_mark() {
    let read = read(
        "指标,数值,比上年增长（%）\n产值,3865.2,6.0\n人口,552.8,-0.35\n失业率,3.2,-0.1个百分点\n",
    );
    assert_eq!(figures(&read.table, "比上年增长（%）"), [Some(6.0), Some(-0.35), Some(-0.1)]);
}

#[test]
fn signs_for_no_figure_of_german_tables_leave_a_column_of_figures() {
    let read = read(
        "Land;2019;2020;2021\nA;\"1 234,5\";–;n.v.\nB;\"2 345,6\";.;\"3 456,7\"\nC;x;\"0,5\";/\n",
    );
    let some = figures(&read.table, "value").into_iter().flatten().sum::<f64>();
    assert!((some - 7037.3).abs() < 1e-9, "{some}");
}
