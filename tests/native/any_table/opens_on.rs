//! What an own table's overview opens on, and the units of its numbers.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::MarkKind;
use minsheng_explorer::import::Options as Reading;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::chart::Plan;
use minsheng_explorer::plot::overview::{self, Fact, OverviewPlan};
use minsheng_explorer::plot::{detail, table as sheet};
use minsheng_explorer::state::{
    Action, ChartOptions, CompareOptions, Comparison, Measure, OverviewOptions, TableOptions,
};

use super::{Open, draws, with_measure};
use crate::formats::open;
use crate::packages::root;

/// A table as a reader opens it.
pub(super) fn read(name: &str, text: &[u8]) -> Open {
    let imported = open(name, text, text.len(), &Reading::default()).unwrap();
    Open::new(imported.with_totals().named_by_title().table)
}

pub(super) fn case(name: &str) -> Open {
    let bytes = std::fs::read(root().join("tests/fixtures/cases").join(name)).unwrap();
    read(name, &bytes)
}

pub(super) fn overview(open: &mut Open, lang: Lang) -> OverviewPlan {
    overview::plan(&mut open.engine, Rows::Plain, &OverviewOptions::default(), lang)
}

fn chart(open: &mut Open, lang: Lang) -> Plan {
    let plan = overview(open, lang).chart.expect("a chart");
    draws(&plan);
    plan
}

pub(super) fn fact<'a>(plan: &'a OverviewPlan, name: &str) -> Option<&'a Fact> {
    plan.facts.iter().find(|fact| fact.name == name)
}

#[test]
fn tables_open_on_their_measure_over_time_else_by_area_else_on_counts() {
    let csv = |text: &str| read("own.csv", text.as_bytes());
    let tables: Vec<(&str, Open, MarkKind, &str, usize)> = vec![
        ("link-own", case("link-own.csv"), MarkKind::Line, "各地区的数量随时间的变化", 3),
        (
            "indicators-long",
            case("indicators-long.csv"),
            MarkKind::Line,
            "各地区的学校随时间的变化",
            6,
        ),
        (
            "two-units-one-series",
            case("two-units-one-series.csv"),
            MarkKind::Line,
            "各geo的GDP随时间的变化",
            3,
        ),
        (
            "unit-in-header",
            case("unit-in-header.csv"),
            MarkKind::Line,
            "各地区的存款随时间的变化",
            4,
        ),
        (
            "time-two-measures",
            case("time-two-measures.csv"),
            MarkKind::Line,
            "存量随时间的变化",
            12,
        ),
        ("unique-category", case("unique-category.csv"), MarkKind::Line, "收盘随时间的变化", 15),
        ("by area", csv("地区,人数\n甲,3\n乙,5\n丙,4\n"), MarkKind::Bar, "各地区的人数", 3),
        (
            "several rows an area",
            csv("地区,类别,人数\n甲,x,3\n甲,y,5\n乙,x,4\n"),
            MarkKind::Bar,
            "人数的平均（按地区分）",
            2,
        ),
        (
            "no measure, areas alike",
            csv("地区,类别\n甲,x\n乙,x\n丙,y\n"),
            MarkKind::Bar,
            "各类别的行数",
            2,
        ),
    ];
    for (name, mut table, mark, title, marks) in tables {
        let plan = chart(&mut table, Lang::Zh);
        assert_eq!((plan.spec.mark, plan.headings.title.as_str()), (mark, title), "{name}");
        assert_eq!(plan.spec.data.len(), marks, "{name}");
        assert!(table.engine.filter().is_empty(), "{name}: nothing is chosen for the reader");
    }
}

#[test]
fn of_unlike_rows_one_kind_is_shown_and_the_others_are_one_press_away() {
    for (name, column, shown, other) in [
        ("indicators-long.csv", "指标", "学校", "床位"),
        ("two-units-one-series.csv", "unit", "EUR", "PCT"),
    ] {
        let mut open = case(name);
        let plan = chart(&mut open, Lang::Zh);
        let told = format!("各行的“{column}”不同");
        assert!(plan.notes[0].starts_with(&told) && plan.notes[0].contains(shown), "{name}");
        let leads_to = |id: &str| {
            let choose = Action::Choose(column.into(), id.into());
            plan.offers.iter().any(|offer| offer.actions == [choose.clone()])
        };
        assert!(leads_to(shown) && leads_to(other), "{name}: {:?}", plan.offers);
        let own = (column.to_owned(), shown.to_owned());
        for target in plan.targets.iter().flatten() {
            let Action::Narrow(clauses) = target else { panic!("{name}: {target:?}") };
            assert!(clauses.contains(&own), "{name}: a mark leads to its own rows");
        }
        // Once one is chosen, the picture is the same and there is nothing to explain.
        open.choose(column, &[shown]);
        let chosen = chart(&mut open, Lang::Zh);
        assert_eq!(chosen.spec.data.len(), plan.spec.data.len(), "{name}");
        assert!(plan.notes.ends_with(&chosen.notes) && chosen.notes.len() < plan.notes.len());
        assert!(chosen.offers.is_empty(), "{name}");
    }
}

/// Two units of one indicator, under whatever the column of units is called.
fn two_units(header: &str) -> Open {
    let text = format!(
        "item,{header},geo,year,value\n\
         GDP,EUR,XA,2020,35000\n\
         GDP,%,XA,2020,-3.8\n\
         GDP,EUR,XB,2020,21000\n\
         GDP,%,XB,2020,1.2\n\
         GDP,EUR,XA,2021,36000\n\
         GDP,%,XA,2021,2.6\n"
    );
    read("own.csv", text.as_bytes())
}

const UNIT_HEADERS: &[&str] = &[
    "unit",
    "UNIT",
    "Unit",
    "Units",
    "uom",
    "UNIT_MEASURE",
    "Unit of measure",
    "单位",
    "计量单位",
];

#[test]
fn unlike_units_are_never_taken_together_and_one_unit_is_told() {
    for header in UNIT_HEADERS {
        let mut open = two_units(header);
        let plan = overview(&mut open, Lang::En);
        assert!(fact(&plan, "value").is_none(), "{header}: no mean of both");
        assert!(plan.cards.iter().all(|card| card.leads.is_empty()), "{header}");
        for measure in [Measure::Mean, Measure::Sum] {
            let plan = open.drawn(&with_measure(measure), Lang::En);
            assert!(plan.notes[0].contains(&format!("“{header}”")), "{:?}", plan.notes);
            assert!(plan.notes[0].ends_with("EUR alone."), "{:?}", plan.notes);
        }
        open.choose(header, &["EUR"]);
        let plan = overview(&mut open, Lang::En);
        let euro = fact(&plan, "GDP").unwrap_or_else(|| panic!("{header}: {:?}", plan.facts));
        assert_eq!(euro.value, "mean 30,666.7\u{a0}EUR");
        assert_eq!(euro.note, "21,000\u{a0}EUR to 36,000\u{a0}EUR");
        let lines = plan.chart.unwrap();
        assert_eq!(lines.headings.title, "GDP over time, by geo");
        assert_eq!(lines.headings.subtitle, "Unit: EUR · 2020–2021");
        assert!(lines.spec.data.iter().all(|datum| datum.tip.contains("value (EUR)")));
        let rows = open.drawn(&ChartOptions { ..with_measure(Measure::Figure) }, Lang::En);
        assert_eq!(rows.headings.title, "Greatest GDP");
        open.choose(header, &["%"]);
        let plan = overview(&mut open, Lang::Zh);
        let share = fact(&plan, "GDP").unwrap();
        assert_eq!(share.value, "平均0%");
        let head = sheet::header(&mut open.engine, Rows::Plain, &TableOptions::default(), Lang::En);
        let shown: Vec<&str> = head.shown.iter().map(|h| h.name.as_str()).collect();
        assert_eq!(shown, ["geo", "item", header, "year", "value"], "as the file has them");
        let row = detail::plan(&open.engine, Rows::Plain, "1", "", Lang::En).unwrap();
        let figure = row.facts.iter().find(|(name, _)| name == "value").unwrap();
        assert_eq!(figure.1, "35,000\u{a0}EUR");
    }
}

#[test]
fn a_comparison_of_places_says_what_is_seen_and_of_what() {
    let text = "地区,户数\n甲市,4\n乙市,6\n丙县,1\n";
    let mut own = read("own.csv", text.as_bytes());
    let options = CompareOptions::default();
    let plan =
        minsheng_explorer::plot::compare::plan(&mut own.engine, Rows::Plain, &options, Lang::Zh);
    assert!(plan.title.starts_with("3个地区中，乙市最"), "{}", plan.title);
    assert_eq!(plan.charts[0].headings.subtitle, "各地区的户数");
}

#[test]
fn an_indicator_in_two_units_is_compared_in_each() {
    let mut open = two_units("unit");
    let options = CompareOptions {
        comparison: Comparison::Pair,
        left: "XA".into(),
        right: "XB".into(),
        ..CompareOptions::default()
    };
    let plan =
        minsheng_explorer::plot::compare::plan(&mut open.engine, Rows::Plain, &options, Lang::En);
    let rows = plan.pair.map(|pair| pair.rows).unwrap_or_default();
    let rows: Vec<(String, String)> =
        rows.into_iter().map(|row| (row.name, row.left.figure.to_string())).collect();
    assert_eq!(
        rows,
        [("EUR".to_owned(), "35,500".to_owned()), ("%".to_owned(), "\u{2212}0.6".to_owned())]
    );
}

#[test]
fn a_fact_is_the_total_that_the_file_prints() {
    let text = "序号,县区,低保户数,保障标准（元/月）\n,合计,10,\n1,东城区,3,850\n2,西湖县,4,700\n3,南山县,3,\n";
    let mut own = read("own.csv", text.as_bytes());
    let plan = overview(&mut own, Lang::Zh);
    let households = fact(&plan, "低保户数").unwrap();
    assert_eq!(households.value, "合计10");
    assert_eq!(households.note, "平均3.33，3至4，不含合计");
    // The total has no figure of it.
    assert_eq!(fact(&plan, "保障标准").unwrap().value, "平均775元/月");
    // Of several years, that of the last one.
    let text = "地区,年份,户数\n全省,2020,10\n甲市,2020,4\n乙市,2020,6\n全省,2021,11\n甲市,2021,5\n乙市,2021,6\n";
    let plan = overview(&mut read("own.csv", text.as_bytes()), Lang::Zh);
    assert_eq!(fact(&plan, "户数").unwrap().value, "2021年全省11");
    // Several rows of it in a period are parts of something else.
    let text =
        "地区,性别,户数\n全省,男,10\n全省,女,11\n甲市,男,5\n甲市,女,6\n乙市,男,5\n乙市,女,5\n";
    let plan = overview(&mut read("own.csv", text.as_bytes()), Lang::Zh);
    assert!(fact(&plan, "户数").unwrap().value.starts_with("平均"));
}

#[test]
fn a_column_of_offices_is_no_column_of_units() {
    let text =
        "单位,年份,人数\n市教育局,2020,3\n市卫健委,2020,4\n市教育局,2021,5\n市卫健委,2021,6\n";
    let mut open = read("own.csv", text.as_bytes());
    let plan = overview(&mut open, Lang::Zh);
    assert_eq!(fact(&plan, "人数").map(|fact| fact.value.as_str()), Some("平均4.5"));
}

#[test]
fn a_unit_in_a_header_is_told_and_what_is_none_is_not() {
    let mut open = case("unit-in-header.csv");
    for (value, unit) in
        [("存款(亿元)", "亿元"), ("就业 (thousands)", "thousands"), ("失业率(%)", "%")]
    {
        let options = ChartOptions { value: value.into(), ..with_measure(Measure::Mean) };
        let plan = open.drawn(&options, Lang::Zh);
        assert_eq!(plan.headings.subtitle, format!("单位：{unit} · 2021—2022年"), "{value}");
    }
    let plan = overview(&mut open, Lang::Zh);
    // A multiplier stands once: not 12.5万 of 万人.
    assert_eq!(fact(&plan, "存款").unwrap().value, "平均78.75亿元");
    assert_eq!(fact(&plan, "失业率").unwrap().note, "4%至4.6%");
    let text = "地区,金额（万元）,pop\n甲,120000,3\n乙,130000,4\n";
    let mut open = read("own.csv", text.as_bytes());
    let plan = overview(&mut open, Lang::Zh);
    assert_eq!(fact(&plan, "金额").unwrap().value, "平均125,000万元");
    assert_eq!(fact(&plan, "pop").unwrap().value, "平均3.5");
    let plan =
        open.drawn(&ChartOptions { value: "pop".into(), ..with_measure(Measure::Mean) }, Lang::Zh);
    assert_eq!(plan.headings.subtitle, "", "nothing says in what unit");
}

#[test]
fn the_change_over_the_last_year_is_a_measure_of_that_year_and_keeps_its_own_unit() {
    let text = "指标,单位,2022年,2023年,比上年增长（%）\n地区生产总值,亿元,1203.5,1290.1,6.2\n\
                常住人口,万人,88.2,87.9,-0.3\n新增城镇就业,万人,1.21,1.30,\n小学在校生,人,51233,50120,-2.2\n";
    let mut own = read("own.csv", text.as_bytes());
    let table = own.engine.table().clone();
    let growth = table.measures().find(|(column, _)| column.name.zh.contains("增长")).unwrap().1;
    let said: Vec<Option<f64>> = (0..table.len).map(|row| growth.float(row)).collect();
    assert_eq!(said, [None, Some(6.2), None, Some(-0.3), None, None, None, Some(-2.2)]);
    let plan = chart(&mut own, Lang::Zh);
    assert_eq!(plan.headings.title, "地区生产总值随时间的变化");
    assert_eq!(plan.headings.subtitle, "单位：亿元 · 2022—2023年");
    assert_eq!(plan.finding, "地区生产总值从2022年的1,203.5亿元增加到2023年的1,290.1亿元");
    // Its own unit, not that of its row.
    let plan = overview(&mut own, Lang::Zh);
    let values: Vec<&str> = plan.facts.iter().map(|fact| fact.value.as_str()).collect();
    assert!(values.contains(&"6.2%") && values.contains(&"平均88.05万人"), "{values:?}");
    assert!(!values.iter().any(|value| value.contains("6.2亿元")), "{values:?}");
}

#[test]
fn figures_behind_the_years_are_not_drawn_over_them_and_areas_go_by_name() {
    let mut text = "Area code,Local authority,2019-20,2020-21,2021-22,% change,Rank\n".to_owned();
    for at in 0..9 {
        text += &format!(
            "E0700{at},Borough {at},\"1,{at}00\",\"1,{at}50\",\"1,{at}70\",{at}.5%,{}\n",
            at + 1
        );
    }
    let mut own = read("own.csv", text.as_bytes());
    let plan = chart(&mut own, Lang::En);
    assert_eq!(plan.headings.title, "value over time, by local authority");
    assert!(plan.spec.series.iter().any(|series| series.name == "Borough 8"));
}

#[test]
fn the_year_in_which_a_thing_was_built_is_not_the_time_of_its_figures() {
    let mut text = "学校名称,所属镇街,建校年份,在校学生数\n".to_owned();
    for at in 0..12 {
        text += &format!(
            "第{at}小学,{}镇,{},{}\n",
            ["东河", "西河"][at % 2],
            1950 + at * 5,
            300 + at * 70
        );
    }
    let mut own = read("own.csv", text.as_bytes());
    assert!(own.engine.table().by_role(minsheng_explorer::column::Role::Time).is_none());
    assert_eq!(chart(&mut own, Lang::Zh).spec.mark, MarkKind::Bar);
}

#[test]
fn things_are_drawn_by_their_names_and_not_by_the_codes_beside_them() {
    let text =
        "科目编码,科目名称,决算数\n205,教育支出,500\n206,科学技术支出,120\n208,社会保障支出,300\n";
    let mut own = read("own.csv", text.as_bytes());
    let plan = chart(&mut own, Lang::Zh);
    let scene = minsheng_explorer::chart::compose(
        &plan.spec,
        minsheng_explorer::chart::Size::wide(800.0),
        &minsheng_explorer::plot::ChartFormat { lang: Lang::Zh, unit: String::new() },
    );
    let words = format!("{:?}", scene.nodes);
    assert!(words.contains("教育支出") && !words.contains("\"205\""), "{words}");
    // Codes that stand for several names tell less, and are not put aside.
    let text = "代码,名称,数\n1,甲,500\n1,乙,120\n2,丙,300\n3,丁,200\n";
    assert!(
        read("own.csv", text.as_bytes())
            .engine
            .table()
            .by_name(minsheng_explorer::column::Role::Category)
            .is_some()
    );
}

#[test]
fn key_figures_are_told_one_by_one_and_drawn_as_no_single_bar() {
    let text = "Key figure,Value\nPopulation,1.2 million\nSchools,84\nHospital beds,\"2,310\"\n";
    let mut own = read("own.csv", text.as_bytes());
    let plan = overview(&mut own, Lang::En);
    assert!(plan.chart.is_none());
    let facts: Vec<(&str, &str, &str)> = plan
        .facts
        .iter()
        .take(3)
        .map(|fact| (fact.name.as_str(), fact.value.as_str(), fact.note.as_str()))
        .collect();
    assert_eq!(
        facts,
        [("Population", "1.2 million", ""), ("Schools", "84", ""), ("Hospital beds", "2,310", "")]
    );
}

#[test]
fn figures_of_the_same_things_at_several_times_are_asked_about_by_nobody() {
    let mut text = "Quarter,Provider,Attendances\n".to_owned();
    for (at, quarter) in ["2021 Q1", "2021 Q2", "2021 Q3", "2021 Q4"].iter().enumerate() {
        for (n, provider) in ["North", "South", "East"].iter().enumerate() {
            text += &format!("{quarter},{provider},{}\n", 35_469 + at * 4_211 + n * 1_357);
        }
    }
    let imported = open("own.csv", text.as_bytes(), text.len(), &Reading::default()).unwrap();
    assert_eq!(imported.plan.columns[2].basis.sure, minsheng_explorer::import::Sure::Certain);
}

#[test]
fn rows_are_counted_by_what_several_of_them_share_and_answers_stand_before_names() {
    let mut text = "名称,等级,电话\n".to_owned();
    for at in 0..12 {
        text +=
            &format!("第{at}医院,{},0311-8{at:07}\n", ["三级甲等", "二级甲等", "二级甲等"][at % 3]);
    }
    let plan = chart(&mut read("own.csv", text.as_bytes()), Lang::Zh);
    assert_eq!((plan.spec.data.len(), &*plan.spec.data[0].label), (2, "8"));
    let mut text = "性别,年龄段,对服务是否满意\n".to_owned();
    for at in 0..24 {
        let age = ["18-29岁", "30-44岁", "45-59岁"][at % 3];
        let answer = ["满意", "非常满意", "一般", "满意", "不满意"][at % 5];
        text += &format!("{},{age},{answer}\n", ["男", "女"][at % 2]);
    }
    let plan = chart(&mut read("own.csv", text.as_bytes()), Lang::Zh);
    let names: Vec<&str> = plan.spec.categories.iter().map(|own| own.name.as_str()).collect();
    assert_eq!(names, ["非常满意", "满意", "一般", "不满意"]);
}

#[test]
fn codes_of_countries_are_no_rates_and_codes_beside_a_total_no_figures() {
    let mut text = "Entity,Code,Year,Life expectancy (years)\n".to_owned();
    for (name, code) in [("Peru", "PER"), ("China", "CHN"), ("Kenya", "KEN"), ("World", "OWID_WRL")]
    {
        for year in 2018..2023 {
            text += &format!("{name},{code},{year},{}\n", 70 + year % 7);
        }
    }
    let plan = chart(&mut read("own.csv", text.as_bytes()), Lang::En);
    assert_eq!(plan.spec.series.len(), 4, "{:?}", plan.headings);
    let text =
        "科目编码,科目名称,预算数（万元）\n205,教育,500\n206,科技,120\n208,卫生,300\n合计,,920\n";
    let plan = chart(&mut read("own.csv", text.as_bytes()), Lang::Zh);
    assert!(plan.headings.title.contains("预算数"), "{}", plan.headings.title);
}

#[test]
fn measures_of_one_unit_are_a_line_each_and_columns_that_come_to_a_hundred_one_bar() {
    let text = "年份,第一产业占比(%),第二产业占比(%),第三产业占比(%)\n2010,15,48,37\n2015,12,46,42\n2020,10,44,46\n";
    let plan = chart(&mut read("own.csv", text.as_bytes()), Lang::Zh);
    assert_eq!(
        (plan.spec.mark, plan.spec.series.len(), plan.spec.data.len()),
        (MarkKind::Line, 3, 9)
    );
    assert_eq!(plan.finding, "第三产业占比从2010年的37%升到2020年的46%，在3项中最高");
    // Of unlike sizes or units the first is drawn alone.
    for text in [
        "年份,在校生（人）,教师（人）\n2020,9000,70\n2021,9800,66\n2022,9400,72\n",
        "年份,在校生（人）,经费（万元）\n2020,90,70\n2021,98,66\n2022,94,72\n",
    ] {
        assert!(chart(&mut read("own.csv", text.as_bytes()), Lang::Zh).spec.series.len() < 2);
    }
    let text = "Group,Disagree,Neutral,Agree\nUrban,20,30,50\nRural,35,25,40\n";
    let plan = chart(&mut read("own.csv", text.as_bytes()), Lang::En);
    assert!(plan.spec.stack && plan.spec.value.domain == Some((0.0, 100.0)));
    assert_eq!(plan.listing.rows[0], ["Urban", "20", "30", "50"]);
}

#[test]
fn a_line_leads_from_no_area_to_another_and_two_points_are_no_scatter() {
    let text = "place,day,n\nAld,2022-08-09,5\nBrack,2022-08-30,6\nCairn,2022-09-02,9\n";
    assert_eq!(chart(&mut read("own.csv", text.as_bytes()), Lang::En).spec.mark, MarkKind::Bar);
    let text = "area,staff,total\nAld,10,30\nBrack,c,40\nCairn,5,c\nDunn,30,60\nElm,12,c\n";
    assert_eq!(chart(&mut read("own.csv", text.as_bytes()), Lang::En).spec.mark, MarkKind::Bar);
}

#[test]
fn months_of_several_years_are_told_by_the_same_month() {
    let mut text = "月份,零售额（亿元）\n".to_owned();
    for at in 0..30 {
        text += &format!("{}年{}月,{}\n", 2021 + at / 12, at % 12 + 1, 300 + at * 2);
    }
    let plan = chart(&mut read("own.csv", text.as_bytes()), Lang::Zh);
    assert!(
        plan.finding.starts_with("零售额从2021年6月的310亿元增加到2023年6月的358亿元"),
        "{}",
        plan.finding
    );
}

#[test]
fn a_unit_that_is_not_stated_stands_behind_no_number() {
    let text = "项目,地区,目标,完成,截止日期\n老旧小区改造（个）,承德市,29,24,2024-10-31\n新建学校（所）,承德市,15,12,2024-12-31\n\
                污水治理（个村）,德州经开区,52,21,2025-12-31\n";
    let plan = overview(&mut read("t.csv", text.as_bytes()), Lang::Zh);
    let bars = &plan.chart.unwrap().spec.categories;
    let values: Vec<&str> = bars.iter().map(|bar| bar.note.as_str()).collect();
    assert!(values.contains(&"24个 / 29个") && values.contains(&"21 / 52"), "{values:?}");
}
