//! Totals that would flatten all others are told and not drawn, in every kind of picture; parts are called parts.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::MarkKind;
use minsheng_explorer::plot::chart::Plan;

use super::draws;
use super::opens_on::{overview, read};

fn over_time(parts: &[(&str, u32)], total: u32) -> String {
    let mut text = "县区,年份,床位数（张）\n".to_owned();
    for year in 2020..2024 {
        for (name, beds) in parts {
            text += &format!("{name},{year},{}\n", beds + year % 3);
        }
        text += &format!("全市,{year},{}\n", total + year - 2020);
    }
    text
}

fn drawn(text: &str, lang: Lang) -> Plan {
    let plan = overview(&mut read("own.csv", text.as_bytes()), lang).chart.expect("a chart");
    draws(&plan);
    plan
}

fn names(plan: &Plan) -> Vec<&str> {
    plan.spec.series.iter().map(|series| series.name.as_str()).collect()
}

const FIVE: [(&str, u32); 5] =
    [("东城区", 210), ("西湖区", 200), ("南山县", 190), ("北辰县", 180), ("平原县", 170)];

#[test]
fn a_total_that_would_flatten_the_lines_is_told_beside_them() {
    let plan = drawn(&over_time(&FIVE, 950), Lang::Zh);
    assert_eq!(plan.spec.mark, MarkKind::Line);
    assert_eq!(names(&plan), FIVE.map(|(name, _)| name), "{:?}", plan.notes);
    let note = "合计不画成线，以便看清各部分：全市 953张（2023年）。";
    assert!(plan.notes.iter().any(|own| own == note), "{:?}", plan.notes);
    assert!(plan.listing.header.iter().any(|own| own == "全市"), "the text has all");
    let plan = drawn(&over_time(&FIVE, 950), Lang::En);
    let note = "Totals have no line, so that their parts can be read: 全市 953";
    assert!(plan.notes.iter().any(|own| own.starts_with(note)), "{:?}", plan.notes);
}

#[test]
fn a_total_among_lines_that_can_be_read_stays_a_line() {
    // Two parts of like size: the total is little more than twice as high.
    let plan = drawn(&over_time(&FIVE[..2], 410), Lang::Zh);
    assert_eq!(plan.spec.series.len(), 3, "{:?}", names(&plan));
    assert!(!plan.notes.iter().any(|own| own.contains("不画成线")));
    // A level of all is no sum.
    let text = over_time(&FIVE, 190).replace("床位数（张）", "占比（%）");
    assert_eq!(drawn(&text, Lang::Zh).spec.series.len(), 6);
}

#[test]
fn a_total_leaves_its_place_among_the_ten_to_a_part() {
    let parts: Vec<(String, u32)> = (0..10).map(|at| (format!("第{at}县"), 200 + at)).collect();
    let parts: Vec<(&str, u32)> = parts.iter().map(|(name, beds)| (name.as_str(), *beds)).collect();
    let plan = drawn(&over_time(&parts, 2_045), Lang::Zh);
    assert_eq!((plan.spec.series.len(), plan.spec.foremost), (10, None), "{:?}", plan.notes);
}

#[test]
fn parts_below_of_which_are_called_parts_and_totals_totals() {
    let text = "功能分类,决算数（万元）\n教育支出,52310\n其中：学前教育,12310\n义务教育,30000\n高中教育,10000\n卫生支出,38120\n社会保障支出,41230\n合计,131660\n";
    let mut own = read("own.csv", text.as_bytes());
    let column = own.engine.table().columns[0].key.clone();
    let table = own.engine.table().clone();
    let code = |name: &str| table.category(&column).unwrap().dictionary.code(name).unwrap();
    for name in ["其中：学前教育", "义务教育", "高中教育"] {
        assert!(own.engine.is_part(&column, code(name)), "{name}");
    }
    assert!(
        own.engine.is_total(&column, code("合计")) && !own.engine.is_part(&column, code("合计"))
    );
    let plan = overview(&mut own, Lang::Zh);
    let covered = plan.facts.iter().find(|own| own.name == "功能分类").unwrap();
    assert_eq!((&*covered.value, &*covered.note), ("3个", "另有1个合计，另有3个其中项"));
    let chart = plan.chart.unwrap();
    let tagged: Vec<(&str, &str)> =
        chart.spec.categories.iter().map(|own| (own.name.as_str(), own.note.as_str())).collect();
    assert!(tagged.contains(&("义务教育", "其中项")), "{tagged:?}");
    assert!(tagged.iter().all(|(name, note)| *note != "合计" || *name == "合计"), "{tagged:?}");
}

#[test]
fn a_few_named_rows_are_ranked_and_many_stand_against_each_other() {
    let table = |all: usize| {
        let row = |at: usize| format!("第{at}小学,{},{}\n", 700 + at * 130 % 900, 40 + at * 7 % 50);
        (0..all).fold("学校,在校学生（人）,专任教师（人）\n".to_owned(), |text, at| text + &row(at))
    };
    let few = drawn(&table(5), Lang::Zh);
    assert_eq!((few.spec.mark, few.spec.data.len()), (MarkKind::Bar, 5));
    assert_eq!(few.headings.title, "各学校的在校学生");
    assert_eq!(few.headings.subtitle, "单位：人");
    assert!(few.finding.starts_with("5"), "{}", few.finding);
    let text = (0..12)
        .fold("地区,人口（万人）,床位（张）\n".to_owned(), |text, at| {
            text + &format!("第{at}县,{},{}\n", 20 + at * 3, 900 - at * 40)
        });
    assert_eq!(drawn(&text, Lang::Zh).spec.mark, MarkKind::Scatter);
}
