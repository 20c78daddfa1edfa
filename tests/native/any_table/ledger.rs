//! The ledger of tables that say which of their figures are targets.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::Role;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::ledger::{self, LedgerPlan, RowPlan, Status, tells_targets};
use minsheng_explorer::session::{Answer, Recast, Session, wire};
use minsheng_explorer::state::{Grouping, LedgerOptions};

use super::Open;
use super::opens_on::read;

fn told(open: &mut Open, lang: Lang) -> Option<LedgerPlan> {
    ledger::plan(&mut open.engine, Rows::Plain, &LedgerOptions::default(), lang)
}

/// The rows of the ledger of a table in CSV, by name.
fn rows(text: &str) -> Vec<RowPlan> {
    let mut open = read("own.csv", text.as_bytes());
    assert!(tells_targets(open.engine.table()));
    let plan = told(&mut open, Lang::Zh).expect("a ledger");
    assert!(plan.listing.rows.iter().all(|row| row.len() == plan.listing.header.len()));
    assert_eq!(plan.keys.len(), plan.listing.rows.len());
    let mut rows: Vec<RowPlan> = plan.groups.into_iter().flat_map(|group| group.rows).collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    rows
}

fn standings(rows: &[RowPlan]) -> Vec<(&str, &str, &str)> {
    rows.iter().map(|row| (&*row.name, &*row.standing, &*row.ratio)).collect()
}

const PROJECTS: &str = "项目,地区,领域,年月,目标数,完成数,单位\n\
    改造小区,甲市,住房,2024-06,30,28,个\n\
    新建幼儿园,甲市,教育,2024-06,5,5,所\n\
    培训教师,乙市,教育,2024-06,400,520,人\n\
    修路,乙市,交通,2024-06,12,,公里\n\
    其他,乙市,交通,2024-06,,3,公里\n";

#[test]
fn a_target_and_what_is_done_of_it_stand_in_two_columns() {
    assert_eq!(
        standings(&rows(PROJECTS)),
        [
            ("修路", "表里未说明：没有完成数", ""),
            ("培训教师", "超额完成", "130%"),
            ("改造小区", "表里未说明：只有一个时间，看不出是期限还是完成数的时间", "93.3%"),
            ("新建幼儿园", "已达标", "100%"),
        ]
    );
    let rows = rows(PROJECTS);
    let figures: Vec<String> = rows[2].lines.iter().map(|line| line.figure.to_string()).collect();
    assert_eq!(figures, ["30个", "28个"]);
    assert_eq!((&*rows[2].place, &*rows[2].domain_name), ("甲市", "住房"));
    assert_eq!((&*rows[2].title, &*rows[2].sentence()), ("改造小区30个", "完成28个"));
    let squares = rows[2].picture.as_ref().unwrap();
    assert_eq!((squares.whole, squares.parts[0].extent.mid), (Some(30.0), 28.0));
    // Its one time may be either figure's, so it has no calendar.
    assert!(rows[2].calendar.is_none() && rows[2].untold == rows[2].standing);
}

/// A row's one time may be the deadline, so nothing is said to have been due and not met.
#[test]
fn nothing_falls_short_where_nobody_says_when_it_was_due() {
    let text =
        "project,deadline date,target,completed\nroads,2020-01-31,10,4\nparks,2099-12-31,10,4\n";
    let rows = rows(text);
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().all(|row| row.status == Status::Open && row.due.is_empty()));
}

#[test]
fn groups_are_those_that_the_table_has() {
    let mut open = read("own.csv", PROJECTS.as_bytes());
    let mut names = |promises| {
        let options = LedgerOptions { promises };
        let plan = ledger::plan(&mut open.engine, Rows::Plain, &options, Lang::Zh).unwrap();
        plan.groups.into_iter().map(|group| (group.name, group.rows.len())).collect::<Vec<_>>()
    };
    let owned = |names: &[(&str, usize)]| -> Vec<(String, usize)> {
        names.iter().map(|&(name, n)| (name.to_owned(), n)).collect()
    };
    assert_eq!(names(Grouping::Place), owned(&[("甲市", 2), ("乙市", 2)]));
    assert_eq!(names(Grouping::Domain), owned(&[("教育", 2), ("住房", 1), ("交通", 1)]));
    let mut bare = read("own.csv", "item,target,done\na,3,1\nb,4,4\n".as_bytes());
    let plan = told(&mut bare, Lang::En).unwrap();
    assert_eq!(plan.groups.len(), 1);
    assert_eq!(plan.groups[0].name, "All");
    assert_eq!(plan.listing.header[..4], ["item", "Standing", "Target", "Done"]);
}

#[test]
fn a_column_may_say_which_rows_are_targets() {
    let rows = rows(
        "指标,地区,时间,类型,数值\n\
        修路,甲市,2023-12,目标,100\n\
        修路,甲市,2023-06,完成,60\n\
        修路,甲市,2023-12,完成,80\n\
        建园,甲市,2025-12,目标,10\n\
        建园,甲市,2024-06,完成,4\n\
        失业率,甲市,2023-12,目标,5.5\n\
        失业率,甲市,2023-12,实际,6.1\n\
        排放,甲市,2023-12,上限,50\n\
        排放,甲市,2023-12,实际,58\n\
        人口,甲市,2023-12,实际,58\n",
    );
    assert_eq!(
        standings(&rows),
        [
            ("修路", "到期未完成：定于2023年12月底", "80%"),
            // More of it need not be good: the table does not say.
            ("失业率", "不作判断：没有说明是要达到还是不得超过", ""),
            ("建园", "未到期：定于2025年12月底", "40%"),
            ("排放", "超过上限：定于2023年12月底", ""),
        ]
    );
    let road = rows.iter().find(|row| row.name == "修路").unwrap();
    let dates = road.calendar.as_ref().unwrap();
    let labels = (dates.told.as_ref().map(|m| &*m.label), dates.due.as_ref().map(|m| &*m.label));
    assert_eq!(labels, (Some("12月底"), Some("12月底")));
}

#[test]
fn a_result_belongs_to_the_target_due_next_and_twins_are_left_apart() {
    let found = rows(
        "指标,年份,类型,数值\n\
        修路,2021,目标,10\n修路,2022,目标,20\n修路,2021,完成,10\n修路,2022,完成,15\n",
    );
    let mut found: Vec<(&str, &str)> =
        found.iter().map(|row| (&*row.period, &*row.ratio)).collect();
    found.sort_unstable();
    assert_eq!(found, [("2021年", "100%"), ("2022年", "75%")]);
    let twins =
        rows("指标,年份,类型,数值\n修路,2021,目标,10\n修路,2021,目标,20\n修路,2021,完成,10\n");
    assert_eq!(twins.len(), 2);
    assert!(twins.iter().all(|row| row.status == Status::Unjudged && row.ratio.is_empty()));
    // What tells them apart keeps them apart.
    let apart = rows(
        "指标,性别,年份,类型,数值\n\
        就业,男,2021,目标,10\n就业,女,2021,目标,20\n就业,女,2021,完成,20\n",
    );
    let ratios: Vec<(&str, &str)> = apart.iter().map(|row| (&*row.beside, &*row.ratio)).collect();
    assert!(ratios.contains(&("女", "100%")) && ratios.contains(&("男", "")), "{ratios:?}");
}

#[test]
fn unlike_units_and_words_that_leave_it_open_are_not_judged() {
    let unlike = rows("项目,目标（万元）,完成（亿元）\n修路,30,28\n");
    assert_eq!(standings(&unlike), [("修路", "不作判断：目标和完成数口径不同", "")]);
    let words = rows("项目,目标数,限定,完成数\n修路,30,甚至,31\n建园,30,,31\n");
    assert_eq!(words.iter().filter(|row| row.status == Status::Exceeded).count(), 2, "no role");
    let said = rows("项目,qualifier,目标数,完成数\n修路,不低于,30,31\n建园,,30,31\n");
    let road = said.iter().find(|row| row.name == "修路").unwrap();
    assert_eq!((road.status, &road.notes[..]), (Status::Unjudged, &["不低于".to_owned()][..]));
    assert!(said.iter().any(|row| row.status == Status::Exceeded));
}

#[test]
fn a_table_that_does_not_say_which_are_targets_has_no_ledger() {
    for text in [
        "地区,年份,数值\n甲市,2020,3\n乙市,2020,4\n",
        "项目,目标,投资\n修路,3,4\n建园,4,5\n",
        "项目,目标,上半年完成,全年完成\n修路,3,1,2\n建园,4,1,3\n",
        "项目,类型,数值\n修路,目标,3\n建园,目标,4\n",
        "项目,类型,数值,投资\n修路,目标,3,7\n修路,完成,4,8\n",
    ] {
        let mut open = read("own.csv", text.as_bytes());
        assert!(!tells_targets(open.engine.table()), "{text}");
        assert_eq!(told(&mut open, Lang::Zh), None, "{text}");
    }
}

/// What the import cannot know a reader can say: the head that goes back to the page has the roles.
#[test]
fn a_reader_says_which_columns_are_target_and_result() {
    let open = read("own.csv", "地区,预算,决算\n甲市,30,28\n乙市,5,5\n".as_bytes());
    let table = open.engine.table().as_ref().clone();
    assert!(!tells_targets(&table));
    let mut session = Session::of_table(table, Vec::new());
    let role = |key: &str, role| (key.to_owned(), role);
    let roles =
        vec![role("预算", Role::Target), role("决算", Role::Done), role("地区", Role::Done)];
    let Answer::Recast(head) = session.ask(&Recast { roles, ..Recast::default() }.into()) else {
        panic!()
    };
    let head = wire::read_head(&head).unwrap();
    assert!(tells_targets(&head.table));
    assert_eq!(head.table.by_role(Role::Area).map(|c| &*c.key), Some("地区"), "no number");
}

#[test]
fn of_very_many_targets_the_first_are_listed() {
    let mut text = "item,target,done\n".to_owned();
    (0..1000).for_each(|n| text.push_str(&format!("item {n},{},{n}\n", n + 1)));
    let mut open = read("own.csv", text.as_bytes());
    let plan = told(&mut open, Lang::En).unwrap();
    assert_eq!(plan.groups.iter().map(|group| group.rows.len()).sum::<usize>(), 200);
    assert!(plan.sentence.contains("800 more are not listed"), "{}", plan.sentence);
    open.choose("item", &["item 7"]);
    assert_eq!(told(&mut open, Lang::En).unwrap().keys.len(), 1);
}

#[test]
fn a_list_of_projects_as_offices_publish_it_has_targets_and_results_each_in_its_unit() {
    let text = "附件1,,,,,\n某市民生实事项目进展情况表（截至2024年6月底）,,,,,\n序号,项目,责任单位,年度目标,完成进度,完成率\n\
                1,城镇新增就业,人社局,11万人,6.32万人,57.5%\n2,改造老旧小区,住建局,100个,56个,56%\n\
                3,新增养老床位,民政局,1200张,800张,66.7%\n";
    let rows = rows(text);
    let figures =
        |row: &RowPlan| row.lines.iter().map(|l| l.figure.to_string()).collect::<Vec<_>>();
    let told: Vec<(&str, Vec<String>)> =
        rows.iter().map(|row| (&*row.name, figures(row))).collect();
    assert_eq!(told.len(), 3);
    for (name, target, done) in [
        ("城镇新增就业", "110,000人", "63,200人"),
        ("改造老旧小区", "100个", "56个"),
        ("新增养老床位", "1,200张", "800张"),
    ] {
        assert!(told.contains(&(name, vec![target.into(), done.into()])), "{told:?}");
    }
}
