//! Lists of things in one unit are ranked; indicators in several are measures of their own.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::MarkKind;
use minsheng_explorer::column::Role;
use minsheng_explorer::plot::chart::Plan;

use super::opens_on::{case, overview, read};
use super::{Open, draws};

fn chart(own: &mut Open, lang: Lang) -> Plan {
    let plan = overview(own, lang).chart.expect("a chart");
    draws(&plan);
    plan
}

fn has_series(own: &Open) -> bool {
    own.engine.table().by_role(Role::Series).is_some()
}

const ITEMS: &str = "教育,{}52310\n医疗,{}38120\n养老,{}21500\n住房,{}12840\n";

fn items(header: &str, unit: &str) -> Open {
    read("own.csv", format!("{header}\n{}", ITEMS.replace("{}", unit)).as_bytes())
}

#[test]
fn items_of_one_unit_are_ranked_wherever_the_unit_is_said() {
    for (header, unit) in [
        ("支出项目,金额（万元）", ""),
        ("支出项目,单位,预算数", "万元,"),
        ("支出项目,预算金额", ""),
        ("Item,Unit,Value", "£m,"),
        ("Item,Amount (USD)", ""),
    ] {
        let mut own = items(header, unit);
        assert!(!has_series(&own), "{header}");
        let plan = chart(&mut own, Lang::Zh);
        let names: Vec<&str> = plan.spec.categories.iter().map(|own| own.name.as_str()).collect();
        assert_eq!(plan.spec.mark, MarkKind::Bar, "{header}");
        assert_eq!(names, ["教育", "医疗", "养老", "住房"], "{header}");
        assert!(plan.finding.contains("教育最"), "{header}: {}", plan.finding);
    }
}

#[test]
fn items_over_time_are_a_line_each_and_shares_of_a_whole_are_items() {
    let text = "支出项目,2021年,2022年,2023年\n教育（万元）,100,120,140\n医疗（万元）,80,90,95\n养老（万元）,40,50,70\n";
    let plan = chart(&mut read("own.csv", text.as_bytes()), Lang::Zh);
    assert_eq!((plan.spec.mark, plan.spec.series.len()), (MarkKind::Line, 3));
    let text = "项目,占比（%）\n教育,50\n医疗,30\n养老,20\n";
    assert!(!has_series(&read("own.csv", text.as_bytes())));
}

#[test]
fn indicators_of_unlike_units_and_of_long_tables_stay_measures() {
    for name in ["measure-column.csv", "indicators-long.csv", "two-units-one-series.csv"] {
        assert!(has_series(&case(name)), "{name}");
    }
    for text in [
        "指标,单位,数值\n人口,万人,88.2\n学校,所,84\n床位,张,2310\n",
        "指标,数值\n人口,88\n学校,84\n床位,2310\n",
        // Rates share a sign alone.
        "指标,数值（%）\n失业率,5.1\n毛入学率,98.2\n城镇化率,62.3\n",
        // A rate among amounts.
        "项目,金额（万元）\n收入,500\n支出,300\n增长率,4\n",
        // Each has several rows: what tells these apart is not the item.
        "地区,项目,金额（万元）\n甲市,教育,5\n甲市,医疗,3\n乙市,教育,4\n乙市,医疗,2\n",
        // Over time indicators are a measure each, whatever their unit.
        "指标,单位,2021年,2022年\n生产总值,亿元,1203,1290\n财政收入,亿元,88,90\n",
    ] {
        assert!(has_series(&read("own.csv", text.as_bytes())), "{text}");
    }
}
