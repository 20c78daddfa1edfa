//! What a table of targets opens on: how many were reached, and which were not.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::{MarkKind, QuantityMark};
use minsheng_explorer::plot::overview::OverviewPlan;
use minsheng_explorer::state::Action;

use super::draws;
use super::opens_on::{overview, read};

/// So many things with a target of a hundred each, of which the first reach it.
fn targets(header: &str, all: usize, reached: usize) -> String {
    let row = |at: usize| {
        let done = if at < reached { 100 + at % 3 } else { 40 + at };
        format!("第{at}小区,{},100,{done}\n", ["住建局", "城管局"][at % 2])
    };
    (0..all).fold(format!("{header}\n"), |text, at| text + &row(at))
}

fn opened(text: &str, lang: Lang) -> OverviewPlan {
    overview(&mut read("own.csv", text.as_bytes()), lang)
}

fn headline(plan: &OverviewPlan) -> Option<String> {
    let own = plan.findings.first()?;
    Some(format!("{}{}{}", own.before, own.figure, own.after))
}

#[test]
fn targets_and_results_open_on_how_many_were_reached_then_on_those_that_were_not() {
    for header in [
        "项目名称,责任单位,目标,完成",
        "项目名称,责任单位,目标任务数,实际完成",
        "Project,Department,Target,Result",
        "Project,Department,Target,Actual",
    ] {
        let plan = opened(&targets(header, 29, 24), Lang::Zh);
        assert_eq!(headline(&plan).as_deref(), Some("29项中有24项达到目标"), "{header}");
        let dots = &plan.findings[0].picture.as_ref().unwrap().spec;
        assert_eq!((dots.mark, dots.whole), (QuantityMark::Count, Some(29.0)), "{header}");
        assert!((dots.parts[0].extent.mid - 24.0).abs() < 1e-9, "{header}");
        let chart = plan.chart.as_ref().unwrap();
        draws(chart);
        assert_eq!((chart.spec.mark, chart.spec.data.len()), (MarkKind::Bar, 5), "{header}");
        assert_eq!(chart.headings.title, "尚未达到目标的5项", "{header}");
        let labels: Vec<&str> = chart.spec.data.iter().map(|own| own.label.as_str()).collect();
        assert_eq!(labels, ["64%", "65%", "66%", "67%", "68%"], "{header}: the least first");
        assert_eq!(chart.spec.categories[0].name, "第24小区", "{header}");
        assert_eq!(chart.spec.categories[0].note, "64 / 100", "{header}");
        assert!(matches!(&chart.targets[0], Some(Action::Open(_))), "{header}");
        assert!(plan.facts.iter().all(|fact| !fact.is_figure), "{header}: no mean of targets");
        let plan = opened(&targets(header, 29, 24), Lang::En);
        assert_eq!(headline(&plan).as_deref(), Some("24 of 29 reached their target"));
    }
}

#[test]
fn all_and_none_are_said_so_and_what_has_no_result_is_named() {
    let header = "项目名称,责任单位,目标,完成";
    let plan = opened(&targets(header, 6, 6), Lang::Zh);
    assert_eq!(headline(&plan).as_deref(), Some("6项全部达到目标"));
    assert_eq!(plan.chart.unwrap().headings.title, "各项完成了目标的多少");
    let plan = opened(&targets(header, 6, 0), Lang::En);
    assert_eq!(headline(&plan).as_deref(), Some("None of 6 has reached its target yet"));
    let text = targets(header, 6, 4) + "末小区,住建局,100,\n合计,,700,500\n";
    let plan = opened(&text, Lang::Zh);
    assert_eq!(headline(&plan).as_deref(), Some("7项中有4项达到目标"), "the total is none of them");
    assert_eq!(plan.findings[0].more, "1项没有结果：末小区。");
    let dots = &plan.findings[0].picture.as_ref().unwrap().spec;
    assert_eq!(dots.whole_label, "其余3项", "of one nobody knows whether it was reached");
}

#[test]
fn what_is_better_small_and_what_runs_over_time_is_not_counted_as_reached() {
    // Less of it may be better: not said of the row, nor of the table.
    let text = "指标,目标,实际\n新增就业,100,120\n失业率,5,6\n技能培训,50,60\n老旧小区改造,8,7\n能耗降低率,3,4\n";
    let plan = opened(text, Lang::Zh);
    assert_eq!(headline(&plan).as_deref(), Some("4项中有3项达到目标"));
    assert_eq!(plan.findings[0].more, "没有计入1项，因为不知道是多好还是少好：失业率。");
    let text =
        "Hospital,Target wait (weeks),Actual wait (weeks)\nNorth,18,20\nSouth,18,16\nEast,18,30\n";
    assert_eq!(headline(&opened(text, Lang::En)), None);
    // One thing at several times is a line, of what came of it.
    let mut text = "年份,目标,完成\n".to_owned();
    for year in 2018..2025 {
        text += &format!("{year},{},{}\n", 100 + year % 7, 90 + year % 5);
    }
    let plan = opened(&text, Lang::Zh);
    assert_eq!(headline(&plan), None);
    let chart = plan.chart.unwrap();
    assert_eq!((chart.spec.mark, &*chart.headings.title), (MarkKind::Line, "完成随时间的变化"));
    // Columns of several years: nobody says which belong together.
    let text = "项目,2023目标,2023完成,2024目标,2024完成\n甲,1,2,3,4\n乙,2,2,4,4\n丙,5,2,6,4\n";
    assert_eq!(headline(&opened(text, Lang::Zh)), None);
}

#[test]
fn a_share_that_is_done_tells_it_alone_and_a_rate_of_other_things_does_not() {
    let rows = |name: &str, last: u32| {
        let row = |at: u32| {
            let share = if at < 20 { 100 } else { last + at };
            format!("第{at}条道路,{share}\n")
        };
        (0..29).fold(format!("项目,{name}\n"), |text, at| text + &row(at))
    };
    let plan = opened(&rows("完成比例（%）", 40), Lang::Zh);
    assert_eq!(headline(&plan).as_deref(), Some("29项中有20项的完成比例达到100%"));
    let chart = plan.chart.unwrap();
    assert_eq!((chart.spec.data.len(), &*chart.spec.data[0].label), (9, "60%"));
    assert_eq!(chart.headings.title, "尚未达到100%的9项");
    // Coverage is no promise.
    assert_eq!(headline(&opened(&rows("覆盖率（%）", 40), Lang::Zh)), None);
    // Nothing done to the last: the ranking says more.
    let text = "项目,完成率（%）\n甲,20\n乙,50\n丙,70\n丁,80\n";
    assert_eq!(headline(&opened(text, Lang::Zh)), None);
}

#[test]
fn words_of_how_far_things_have_come_are_counted_and_other_words_are_not() {
    let table =
        |words: [&str; 3]| {
            let word = |at: usize| words[if at < 19 { 0 } else { 1 + at % 2 }];
            let row = |at: usize| format!("第{at}项,教育局,2024年{}月,{}\n", 6 + at % 7, word(at));
            (0..29).fold("承诺事项,责任单位,完成时限,办理情况\n".to_owned(), |t, at| t + &row(at))
        };
    let plan = opened(&table(["已完成", "进行中", "未开始"]), Lang::Zh);
    let chart = plan.chart.unwrap();
    assert_eq!(chart.finding, "29项中有19项已完成");
    assert_eq!((chart.spec.mark, chart.spec.data.len()), (MarkKind::Bar, 3));
    let plan = opened(&table(["Done", "In progress", "Delayed"]), Lang::En);
    assert_eq!(plan.chart.unwrap().finding, "19 of 29: done");
    // What is open or closed all year round is no promise; a word that is not known may be anything.
    for words in [["开放", "关闭", "维修"], ["已完成", "进行中", "第三批"]] {
        let plan = opened(&table(words), Lang::Zh);
        assert!(plan.chart.is_none_or(|chart| !chart.finding.starts_with("29项中有")), "{words:?}");
    }
}
