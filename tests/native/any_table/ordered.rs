//! Values that keep an order of their own, and measures that are split over columns.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::MarkKind;
use minsheng_explorer::plot::chart::Plan;
use minsheng_explorer::plot::facet::{self, Outline};

use super::opens_on::{overview, read};
use super::{Open, auto, draws};

fn opens(text: &str) -> (Open, Plan) {
    let mut open = read("own.csv", text.as_bytes());
    let chart = overview(&mut open, Lang::Zh).chart.expect("a chart");
    draws(&chart);
    (open, chart)
}

fn names(plan: &Plan) -> Vec<&str> {
    plan.spec.categories.iter().map(|category| category.name.as_str()).collect()
}

#[test]
fn bands_of_ages_and_weekdays_are_drawn_and_filtered_in_their_order() {
    let text = "年龄,人数\n10-14岁,250\n80岁及以上,90\n0-4岁,120\n5-9岁,300\n";
    let (mut open, plan) = opens(text);
    let order = ["0-4岁", "5-9岁", "10-14岁", "80岁及以上"];
    assert_eq!((plan.spec.mark, names(&plan)), (MarkKind::Bar, order.to_vec()));
    let outline = Outline::new(&mut open.engine);
    let page = facet::page(&mut open.engine, &outline, "年龄", "", 0..9, Lang::Zh);
    let listed: Vec<&str> = page.values.iter().map(|value| value.name.as_str()).collect();
    assert_eq!(listed, order);
    let (_, plan) = opens("Day,Visits\nWed,5\nMon,9\nSun,7\n");
    assert_eq!(names(&plan), ["Mon", "Wed", "Sun"]);
    // What has no order is ranked.
    let (_, plan) = opens("部门,人数\n教务处,250\n财务处,90\n办公室,300\n");
    assert_eq!(names(&plan), ["办公室", "教务处", "财务处"]);
}

#[test]
fn steps_of_a_scale_are_drawn_in_its_order_and_the_greatest_is_named() {
    let (_, plan) = opens("学段,人数\n高中,300\n小学,250\n初中,90\n");
    assert_eq!(names(&plan), ["小学", "初中", "高中"]);
    assert!(plan.finding.contains("高中最多"), "{}", plan.finding);
    let (_, plan) = opens("年级,在校生\n三年级,210\n一年级,180\n十年级,90\n二年级,240\n");
    assert_eq!(names(&plan), ["一年级", "二年级", "三年级", "十年级"]);
    let text = "Answer,Share (%)\nAgree,30\nNeutral,20\nStrongly agree,35\nDisagree,15\n";
    let (_, plan) = opens(text);
    assert_eq!(names(&plan), ["Strongly agree", "Agree", "Neutral", "Disagree"]);
}

#[test]
fn months_of_several_areas_are_seen_by_month_and_area() {
    let text = "City,Jan,Feb,Mar\nOslo,54,41,48\nRome,67,73,58\n";
    let (_, plan) = opens(text);
    assert_eq!((plan.spec.mark, names(&plan)), (MarkKind::Matrix, vec!["Jan", "Feb", "Mar"]));
    assert_eq!(plan.listing.rows[1][..3], ["Feb", "41", "73"]);
}

const SPLIT: &str =
    "项目,合计,男,女\n专任教师,150,50,100\n在校学生,1200,640,560\n毕业生,300,160,140\n";

#[test]
fn a_measure_split_over_columns_opens_on_bars_of_its_parts() {
    let (_, plan) = opens(SPLIT);
    assert!(plan.spec.stack && plan.spec.mark == MarkKind::Bar);
    assert_eq!(names(&plan), ["在校学生", "毕业生", "专任教师"]);
    let series: Vec<&str> = plan.spec.series.iter().map(|own| own.name.as_str()).collect();
    assert_eq!(series, ["男", "女"]);
    assert_eq!(plan.spec.data.len(), 6);
    assert_eq!(plan.spec.categories[0].note, "合计 1,200");
    assert_eq!(plan.listing.rows[0], ["在校学生", "640", "560", "1,200"]);
    assert!(plan.headings.title.contains("合计"), "{}", plan.headings.title);
}

#[test]
fn the_whole_may_stand_behind_its_parts_and_rows_of_totals_are_not_ranked() {
    let text = "地区,城镇,农村,计\n全省,840.0,756.1,1596.1\n甲市,640,560,1200\n乙市,50.2,100,150.1\n丙市,149.8,96.1,246.0\n";
    let (_, plan) = opens(text);
    assert_eq!(names(&plan), ["甲市", "丙市", "乙市"]);
    assert!(plan.notes.iter().any(|note| note.contains("全省")), "{:?}", plan.notes);
}

#[test]
fn columns_that_do_not_add_up_are_measures_of_their_own() {
    let text = "地区,人口,面积,户数\n甲,150,50,90\n乙,1200,640,560\n丙,300,160,140\n丁,40,2,1\n";
    let (mut open, plan) = opens(text);
    assert!(!plan.spec.stack);
    assert!(!open.drawn(&auto(), Lang::Zh).spec.stack);
    // Rates add up to nothing.
    let text = "地区,合计(%),男(%),女(%)\n甲,15,5,10\n乙,12,6,6\n丙,30,16,14\n";
    assert!(!opens(text).1.spec.stack);
}
