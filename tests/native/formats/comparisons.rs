//! Columns that set a period against others, and ranks: what is added up, and what leads.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::MarkKind;
use minsheng_explorer::column::{Data, Role};
use minsheng_explorer::import::{Imported, Kind, Options};
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::overview::{self, OverviewPlan};
use minsheng_explorer::query::Engine;
use minsheng_explorer::state::OverviewOptions;

use super::open;

fn read(text: &str) -> Imported {
    open("t.csv", text.as_bytes(), 11, &Options::default()).unwrap().with_totals()
}

/// The keys of the columns of figures that are added up, and of those that are not.
fn added(read: &Imported) -> (Vec<&str>, Vec<&str>) {
    let (mut added, mut others) = (Vec::new(), Vec::new());
    for column in &read.table.columns {
        let Data::Measure(figures) = &column.data else { continue };
        let adds = (0..read.table.len).all(|row| figures.is_additive(row));
        if adds { &mut added } else { &mut others }.push(column.key.as_str());
    }
    (added, others)
}

fn opens(read: Imported) -> OverviewPlan {
    let mut engine = Engine::new(std::sync::Arc::new(read.named_by_title().table));
    overview::plan(&mut engine, Rows::Plain, &OverviewOptions::default(), Lang::Zh)
}

/// Mark and title of what a table opens on.
fn chart(text: &str) -> (MarkKind, String) {
    let chart = opens(read(text)).chart.expect(text);
    (chart.spec.mark, chart.headings.title)
}

#[test]
fn changes_are_never_added_up_and_what_they_compare_is() {
    let read = read(
        "社会消费品零售总额,,,,,\n单位：亿元,,,,,\n地区,本月,累计,上年同期,增减额,同比±%\n\
         甲市,120.5,350.2,330.0,20.2,6.1\n乙市,98.3,290.4,280.1,10.3,3.7\n丙市,77.0,230.0,210.0,20.0,9.5\n",
    );
    assert_eq!(added(&read), (vec!["本月", "累计", "上年同期"], vec!["增减额", "同比±%"]));
    assert_eq!(read.plan.columns[1].unit.as_deref(), Some("亿元"));
    let read = self::read(
        "Country,Current,Previous,Prior year,Change,y/y,YoY\nNorland,2104,2051,1999,53,5.3,5\nSudland,1875,1890,1850,-15,1.4,1\n",
    );
    let changes = vec!["Change", "y/y", "YoY"];
    assert_eq!(added(&read), (vec!["Current", "Previous", "Prior year"], changes));
    assert!(read.table.by_role(Role::Time).is_none(), "figures of the year before are no years");
    // What only looks like one.
    let read = self::read("Topic,Climate change,Exchange,增加值\nA,5,6,7\nB,7,8,9\nC,9,1,3\n");
    assert_eq!(added(&read).0.len(), 3);
    assert!(self::read("School year,n\n2019,5\n2020,7\n").table.by_role(Role::Time).is_some());
}

#[test]
fn under_the_title_of_an_index_columns_of_periods_are_indices() {
    for title in ["居民消费价格分类指数（2023年3月）", "Consumer price index", "各市城镇登记失业率"]
    {
        let read = read(&format!(
            "{title},,,\n类别,当月,累计,上年同期\n食品,102.0,102.8,98.6\n衣着,100.8,100.7,100.6\n居住,99.7,99.8,101.2\n"
        ));
        assert_eq!(added(&read).0.len(), 0, "{title}");
    }
    // The figures of a title that names amounts too, and of columns that say what they are.
    let read = read("各市生产总值及指数,,\n地区,当月,累计\n甲市,102,202\n乙市,100,210\n");
    assert_eq!(added(&read).0, ["当月", "累计"]);
    let read = self::read("居民消费价格指数,,\n地区,调查网点,样本数\n甲市,102,202\n乙市,100,210\n");
    assert_eq!(added(&read).0, ["调查网点", "样本数"]);
}

#[test]
fn sums_of_the_year_so_far_are_not_added_up_over_its_months() {
    let months = read("月份,当月,累计\n2023年1月,10,10\n2023年2月,12,22\n2023年3月,9,31\n");
    assert_eq!(added(&months), (vec!["当月"], vec!["累计"]));
    let places = read("地区,当月,累计\n甲市,10,40\n乙市,12,52\n丙市,9,31\n");
    assert_eq!(added(&places).0, ["当月", "累计"]);
}

#[test]
fn a_rank_is_never_the_first_measure_and_never_added_up() {
    for name in ["Pos", "Pos.", "Rank", "#", "名次", "排名", "位次", "No.", "序号"] {
        for ranks in [["1", "2", "2", "4"], ["1", "2", "3", "4"]] {
            let rows = ["Ash", "Birch", "Cedar", "Dene"].iter().zip(ranks).zip([9, 8, 7, 5]);
            let rows: String = rows.map(|((who, rank), n)| format!("{rank},{who},{n}\n")).collect();
            let text = format!("{name},School,Points\n{rows}");
            let read = read(&text);
            assert_eq!(added(&read).0, ["Points"], "{text}");
            let plan = opens(read);
            let title = plan.chart.expect(&text).headings.title;
            assert!(title.contains("Points"), "{text}: {title}");
        }
    }
    let (mark, title) = chart("学校,名次,平均分\n甲校,1,90.5\n乙校,2,88.1\n丙校,3,80.2\n");
    assert_eq!((mark, title.as_str()), (MarkKind::Bar, "各学校的平均分"));
    // Ranks that are shared are no groups.
    let (_, title) =
        chart("Pos.,School,Pupils\n1,Ash,182\n2=,Birch,240\n2=,Cedar,199\n4,Dene,310\n");
    assert_eq!(title, "各School的Pupils");
    // Elsewhere than in front these are other things.
    let tests = read("Town,Pos,Neg\nA,5,95\nB,7,93\n");
    assert_eq!(added(&tests).0, ["Pos", "Neg"]);
    assert_eq!(tests.plan.columns[1].kind, Kind::Number);
}

#[test]
fn a_table_opens_on_the_figure_that_is_compared() {
    let (mark, title) =
        chart("地区,产值,同比增长\n甲市,120,6.1\n乙市,98,3.7\n丙市,77,9.5\n丁市,60,1.5\n");
    assert_eq!((mark, title.as_str()), (MarkKind::Bar, "各地区的产值"));
    let (_, title) = chart("国家,位次,本期,上期,涨跌\n甲国,1,9,8,1\n乙国,2,8,8,0\n丙国,3,7,6,1\n");
    assert_eq!(title, "各国家的本期");
}
