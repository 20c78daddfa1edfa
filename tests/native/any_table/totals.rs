//! Totals among their parts: shown, never added to them, and said where they are left out.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::Table;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::compare;
use minsheng_explorer::query::{Clause, Engine, Filter, Take};
use minsheng_explorer::session::{Answer, Find, Session, fit};
use minsheng_explorer::state::{
    Action, AppState, ChartOptions, CompareOptions, Mark, Measure, read_link, write_link,
};
use minsheng_explorer::words::filter_texts;
use proptest::prelude::*;

use super::opens_on::{case, fact, overview, read};
use super::{Open, auto, with_measure};

/// What a measure comes to under the clauses: numbers, their sum, and the least and the greatest.
fn total(engine: &mut Engine, measure: &str) -> (u32, f64, f64, f64) {
    let groups = engine.group_by(&[], Some(measure));
    (groups.numbers[0], groups.sum[0], groups.min[0], groups.max[0])
}

/// The names of a column's totals that a question leaves out or takes.
fn left_out(engine: &mut Engine, grouped: &[&str]) -> Vec<(Take, Vec<String>)> {
    let table = engine.table().clone();
    let told = engine.left_out(grouped).into_iter().map(|left| {
        let dictionary = &table.category(&left.column).unwrap().dictionary;
        let id = |&code: &u32| dictionary.get(code).unwrap().id.clone();
        (left.take, left.totals.iter().map(id).collect())
    });
    told.collect()
}

fn year(open: &mut Open, column: &str, year: i32) {
    let day = |month, day| minsheng_explorer::base::date::day_number(year, month, day);
    open.engine.set(column, Clause::During(day(1, 1), day(12, 31)));
}

#[test]
fn the_world_is_not_added_to_its_countries() {
    let mut open = case("world-among-countries.csv");
    let plan = overview(&mut open, Lang::En);
    let places = fact(&plan, "Entity").unwrap();
    assert_eq!((places.value.as_str(), places.note.as_str()), ("3 values", "and 2 totals"));
    let pop = fact(&plan, "pop").unwrap();
    assert_eq!(pop.value, "World 63 (2021)");
    assert_eq!(pop.note, "mean 20.5, 10 to 31, without World, Continent North");
    year(&mut open, "Year", 2021);
    assert_eq!(total(&mut open.engine, "pop"), (3, 63.0, 11.0, 31.0));
    let totals = vec!["World".to_owned(), "Continent North".to_owned()];
    assert_eq!(left_out(&mut open.engine, &[]), [(Take::Parts, totals)]);
    // Side by side nothing is added.
    assert!(left_out(&mut open.engine, &["Entity"]).is_empty());
    let groups = open.engine.group_by(&["Entity"], Some("pop"));
    assert_eq!(groups.sum, [11.0, 21.0, 31.0, 63.0, 32.0]);
}

#[test]
fn the_order_of_columns_changes_nothing() {
    let text = "Code,Entity,Year,n\nALD,Aldland,2020,1\nBRK,Brackland,2020,2\nCRN,Cairnland,2020,3\nOWID_WRL,World,2020,6\n\
                ALD,Aldland,2021,2\nBRK,Brackland,2021,3\nCRN,Cairnland,2021,4\nOWID_WRL,World,2021,9\n";
    let mut open = read("t.csv", text.as_bytes());
    assert_eq!(total(&mut open.engine, "n"), (6, 15.0, 1.0, 4.0));
}

#[test]
fn a_line_among_codes_is_no_code_and_no_place() {
    for sign in ["-", "\u{2014}", "..", ""] {
        let text = format!(
            "Country,Country code,Year,Visitors\nNorway,NOR,2022,50\nSweden,SWE,2022,70\nFinland,FIN,2022,30\n\
             Nordic region,{sign},2022,140\n"
        );
        let mut open = read("t.csv", text.as_bytes());
        assert_eq!(total(&mut open.engine, "Visitors"), (3, 150.0, 30.0, 70.0), "{sign}");
        let table = open.engine.table().clone();
        let ids: Vec<String> = table
            .category("Country code")
            .unwrap()
            .dictionary
            .iter()
            .map(|(_, e)| e.id.clone())
            .collect();
        assert!(!ids.iter().any(|id| id == sign), "{ids:?}");
    }
    // A sign among words is one of them, and bands of ages are none.
    let mut open = read("t.csv", b"Blood,Rh,n\nA,+,5\nA,-,1\nB,+,4\nB,-,2\n");
    assert_eq!(total(&mut open.engine, "n").0, 4);
    assert_eq!(open.engine.table().category("Rh").unwrap().dictionary.len(), 2);
}

#[test]
fn what_a_reader_chose_counts() {
    let mut open = case("world-among-countries.csv");
    year(&mut open, "Year", 2021);
    open.choose("Entity", &["World"]);
    assert_eq!(total(&mut open.engine, "pop").1, 63.0);
    open.choose("Entity", &["Aldland", "World"]);
    assert_eq!(total(&mut open.engine, "pop").1, 11.0, "the world has Aldland in it");
    // A code that only a total has leaves nothing but it.
    open.engine.clear("Entity");
    open.choose("Code", &["OWID_WRL"]);
    assert_eq!(total(&mut open.engine, "pop").1, 63.0);
}

#[test]
fn a_blank_headline_is_the_total_and_named_so() {
    let mut open = case("blank-is-total.csv");
    for (lang, name) in [(Lang::Zh, "合计"), (Lang::En, "Total")] {
        let options = ChartOptions { group: "Material".into(), ..with_measure(Measure::Sum) };
        let plan = open.drawn(&options, lang);
        let names: Vec<&str> = plan.spec.categories.iter().map(|c| c.name.as_str()).collect();
        assert!(names.contains(&name), "{names:?}");
        let told = plan.spec.categories.iter().find(|c| c.name == name).unwrap();
        assert!(!told.note.is_empty(), "a total among its parts is told apart");
    }
    year(&mut open, "Year", 2021);
    assert_eq!(total(&mut open.engine, "Value"), (1, 110.0, 110.0, 110.0));
    assert_eq!(left_out(&mut open.engine, &[]), [(Take::Totals, vec!["total".to_owned()])]);
    open.choose("Material", &["Wood", "Metal"]);
    assert_eq!(total(&mut open.engine, "Value").1, 110.0);
    open.choose("Material", &["Wood"]);
    assert_eq!(total(&mut open.engine, "Value").1, 65.0);
}

#[test]
fn a_part_beside_which_there_is_no_total_counts() {
    let text = "Year,Sex,n\n2020,Both sexes,10\n2020,Male,4\n2020,Female,6\n2021,Both sexes,12\n2021,Male,5\n\
                2021,Female,7\n2022,Male,5\n2022,Female,8\n2023,Both sexes,14\n";
    let mut open = read("t.csv", text.as_bytes());
    assert_eq!(open.engine.group_by(&["Year"], Some("n")).sum, [10.0, 12.0, 13.0, 14.0]);
}

#[test]
fn dimensions_of_one_table_are_taken_each_by_its_total() {
    let text = "Area,Year,Sex,Age,n\nA,2020,Total,All ages,100\nA,2020,Male,All ages,48\nA,2020,Female,All ages,52\n\
                A,2020,Total,Young,30\nA,2020,Total,Old,70\nB,2020,Total,All ages,200\nB,2020,Male,All ages,90\n\
                B,2020,Female,All ages,110\nB,2020,Total,Young,80\nB,2020,Total,Old,120\n\
                全国,2020,Total,All ages,300\n";
    let mut open = read("t.csv", text.as_bytes());
    assert_eq!(total(&mut open.engine, "n"), (2, 300.0, 100.0, 200.0));
    let sums = |open: &mut Open, by: &str| open.engine.group_by(&[by], Some("n")).sum;
    assert_eq!(sums(&mut open, "Area"), [100.0, 200.0, 300.0]);
    assert_eq!(sums(&mut open, "Sex"), [300.0, 138.0, 162.0]);
    assert_eq!(sums(&mut open, "Age"), [300.0, 110.0, 190.0]);
}

#[test]
fn a_chart_says_what_it_leaves_out_and_leads_there() {
    let mut open = case("world-among-countries.csv");
    let by_year =
        ChartOptions { group: "Year".into(), mark: Mark::Bar, ..with_measure(Measure::Sum) };
    for (lang, note, offer) in [
        (Lang::Zh, "不含合计：World、Continent North。", "只看World"),
        (Lang::En, "Without totals: World, Continent North.", "Only World"),
    ] {
        let plan = open.drawn(&by_year, lang);
        assert!(plan.notes.iter().any(|own| own == note), "{:?}", plan.notes);
        let led = plan.offers.iter().find(|own| own.label == offer).expect("a way to the total");
        assert_eq!(led.actions, [Action::Choose("Entity".into(), "World".into())]);
        let values: Vec<f64> = plan.spec.data.iter().map(|datum| datum.extent.mid).collect();
        assert_eq!(values, [60.0, 63.0]);
    }
    let lone = open.drawn(&ChartOptions { group: "Entity".into(), ..auto() }, Lang::En);
    assert!(!lone.notes.iter().any(|note| note.contains("totals")), "{:?}", lone.notes);
}

#[test]
fn totals_of_one_name_in_two_columns_are_said_to_be_left_out_once() {
    let text = "序号,项目名称,责任单位,计划投资\n1,幼儿园,教育局,3200\n2,农村公路,交通局,12000\n\
                3,老旧小区,住建局,8600\n合计,,,23800\n";
    let mut open = read("t.csv", text.as_bytes());
    let plan = overview(&mut open, Lang::Zh);
    let said = format!("{plan:?}");
    assert!(said.contains("不含合计"), "{said}");
    assert!(!said.contains("不含合计，不含合计"), "{said}");
}

#[test]
fn areas_of_a_treemap_are_of_parts_alone() {
    let mut open = case("world-among-countries.csv");
    let options = ChartOptions {
        group: "Entity".into(),
        mark: Mark::Treemap,
        split: "none".into(),
        ..with_measure(Measure::Sum)
    };
    let plan = open.drawn(&options, Lang::En);
    let names: Vec<&str> = plan.spec.categories.iter().map(|c| c.name.as_str()).collect();
    assert!(!names.contains(&"World") && names.len() == 3, "{names:?}");
    assert!(
        plan.notes.iter().any(|note| note.starts_with("Without totals: World")),
        "{:?}",
        plan.notes
    );
}

#[test]
fn of_unlike_measures_each_has_a_mean_of_its_own() {
    let mut open = case("measure-column.csv");
    let plan = overview(&mut open, Lang::En);
    assert!(fact(&plan, "Value").is_none());
    assert_eq!(fact(&plan, "Turnover rate").unwrap().value, "mean 30");
    assert_eq!(fact(&plan, "Requests").unwrap().value, "mean 850");
    assert!(plan.chart.unwrap().headings.title.starts_with("Turnover rate"));
    // A rate adds up to nothing, whatever the column of values is called.
    open.choose("Measure", &["Turnover rate"]);
    let refusal = open.chart(&with_measure(Measure::Sum), Lang::En).unwrap_err();
    assert!(refusal.reason.contains("rates"), "{}", refusal.reason);
    open.choose("Measure", &["Requests"]);
    open.drawn(&with_measure(Measure::Sum), Lang::En);
}

#[test]
fn of_one_indicator_in_two_units_each_has_a_mean_of_its_own() {
    let plan = overview(&mut case("two-units-one-series.csv"), Lang::En);
    let value = |name: &str| fact(&plan, name).map(|fact| fact.value.clone());
    assert_eq!(value("OBS_VALUE (EUR)").unwrap(), "mean 30,666.7\u{a0}EUR");
    assert!(value("OBS_VALUE (PCT)").unwrap().starts_with("mean 0"));
    assert_eq!(value("OBS_VALUE"), None);
}

/// What the amounts of a table come to, and the totals that are left out of it.
#[track_caller]
fn comes_to(text: &str, sum: f64, out: &[&str]) {
    let mut open = read("t.csv", text.as_bytes());
    let measure = open.engine.table().measures().next().map(|(c, _)| c.key.clone()).unwrap();
    assert_eq!(total(&mut open.engine, &measure).1, sum, "{text}");
    let left: Vec<String> =
        left_out(&mut open.engine, &[]).into_iter().flat_map(|(_, names)| names).collect();
    assert_eq!(left, out, "{text}");
}

#[test]
fn codes_that_others_begin_with_are_not_added_to_them() {
    // A column of codes beside names, of which one stands in two places.
    let budget = "科目编码,科目名称,金额\n205,教育支出,10000\n20501,教育管理,1500\n2050101,行政运行,900\n2050102,其他事务,600\n\
                  20502,普通教育,8500\n2050201,学前教育,1200\n2050202,小学教育,7300\n208,社会保障,830\n20801,社保管理,830\n2080101,行政运行,830\n";
    comes_to(budget, 10830.0, &["205", "20501", "20502", "208", "20801"]);
    // Before the names.
    comes_to(
        "科目,金额\n205 教育支出,10000\n20501 教育管理,1500\n20502 普通教育,8500\n",
        10000.0,
        &["205 教育支出"],
    );
    comes_to(
        "What,n\nA Agriculture,1200\nA01 Crops,700\nA02 Cattle,500\nB Mining,90\n",
        1290.0,
        &["A Agriculture"],
    );
    let dotted = "Code,Item,Amount\n1,Revenue,1000\n1.1,Taxes,700\n1.1.1,Income tax,400\n1.1.2,VAT,300\n1.2,Grants,300\n";
    comes_to(dotted, 1000.0, &["Revenue", "Taxes"]);
    let filled = "OCC_CODE,OCC_TITLE,TOT_EMP\n00-0000,All,1000\n11-0000,Managers,600\n11-1000,Top,350\n11-1010,Chief,200\n\
                  11-1020,General,150\n11-2000,Adverts,250\n13-0000,Business,400\n13-1000,Specialists,400\n";
    comes_to(filled, 1000.0, &["All", "Managers", "Top", "Business"]);
}

#[test]
fn numbers_that_begin_alike_by_chance_lie_in_nothing() {
    comes_to("postcode,n\n10,5\n101,7\n1011,3\n20,9\n201,2\n", 26.0, &[]);
    comes_to("id,n\n1,50\n2,41\n10,22\n11,31\n12,9\n", 153.0, &[]);
    // A stray blank before a name makes it no part of the one above it.
    comes_to("state,n\nTennessee,70\n Texas,30\nUtah,35\nVermont,7\n", 142.0, &[]);
    // More lies in it than it is: it is something else.
    comes_to("ward,n\nA,5\nA1,70\nA2,80\nB,9\nB1,20\nB2,30\n", 214.0, &[]);
}

#[test]
fn a_code_counts_itself_where_nothing_of_it_is_told() {
    let text = "nace_r2,geo,time,value\nA,DE,2020,120\nA01,DE,2020,80\nA02,DE,2020,40\nB,DE,2020,7\nA,FR,2020,95\nB,FR,2020,8\n";
    comes_to(text, 120.0 + 7.0 + 95.0 + 8.0, &["A"]);
    // What is a part of more than is told does not count beside it, but counts where it is chosen alone.
    let text = "code,name,value\nA,Agriculture,120\nA01,Crops,50\nA02,Forestry,30\nB,Mining,40\nC,Industry,700\nC10,Food,300\n";
    comes_to(text, 860.0, &["Crops", "Forestry", "Food"]);
    let mut open = read("t.csv", text.as_bytes());
    open.choose("name", &["Crops", "Forestry"]);
    assert_eq!(total(&mut open.engine, "value").1, 80.0);
    open.choose("name", &["Crops", "Mining"]);
    assert_eq!(total(&mut open.engine, "value").1, 90.0);
}

#[test]
fn ranges_of_codes_are_over_what_lies_between() {
    let text = "nace_r2,geo,n\nTOTAL,DE,1000\nA,DE,100\nB-E,DE,700\nC,DE,650\nF,DE,200\nTOTAL,FR,800\nA,FR,90\nB-E,FR,500\nC,FR,410\nF,FR,210\n";
    let mut open = read("t.csv", text.as_bytes());
    assert_eq!(total(&mut open.engine, "n").1, 1800.0);
}

#[test]
fn levels_tell_what_lies_in_what() {
    let by_column = "项目,级次,金额\n支出,1,15230\n教育支出,2,10000\n教育管理,3,1500\n普通教育,3,8500\n社会保障,2,5230\n\
                     就业补助,3,1230\n养老支出,3,4000\n";
    comes_to(by_column, 15230.0, &["支出", "教育支出", "社会保障"]);
    let mut open = read("t.csv", by_column.as_bytes());
    open.choose("级次", &["2"]);
    assert_eq!(total(&mut open.engine, "金额").1, 15230.0, "the second level counts itself");
    let by_blanks =
        "类别,人数\n城镇,1300\n　　男,700\n　　女,600\n乡村,900\n　　男,500\n　　女,400\n";
    comes_to(by_blanks, 2200.0, &["城镇", "乡村"]);
    let by_numbers = "来源,收入\n一、工资,19629\n二、经营,5893\n（一）农业,3000\n（二）商业,2893\n三、财产,3076\n";
    comes_to(by_numbers, 28598.0, &["二、经营"]);
    // Numbered, and nothing of one another.
    comes_to(
        "来源,收入\n一、工资,19629\n二、经营,5893\n（一）农业,3120\n（二）商业,2893\n三、财产,3076\n",
        34611.0,
        &[],
    );
}

#[test]
fn the_total_of_indicators_is_left_out_where_they_add_up_to_it() {
    comes_to("项目,金额\n幼儿园,12\n农村公路,21\n合计,33\n", 33.0, &["合计"]);
    comes_to("指标,数值\n学校,12\n医院,21\n合计,400\n", 433.0, &[]);
}

/// A table of areas and years, with a row of all areas a year or without, under one of the names that it may have.
fn text(numbers: &[Vec<u16>], total: Option<&str>, first: bool) -> String {
    let mut text = "地区,年份,产值\n".to_owned();
    for (at, row) in numbers.iter().enumerate() {
        let all: u32 = row.iter().map(|&n| u32::from(n)).sum();
        let whole = total.map(|name| format!("{name},{},{all}\n", 2000 + at)).unwrap_or_default();
        let areas = row.iter().enumerate();
        let parts: String =
            areas.map(|(area, n)| format!("甲{}县,{},{n}\n", area + 1, 2000 + at)).collect();
        text += &if first { whole + &parts } else { parts + &whole };
    }
    text
}

/// Sum and mean by year, and of all.
fn amounts(table: Table) -> Vec<f64> {
    let mut open = Open::new(table);
    let mut amounts = open.engine.group_by(&["年份"], Some("产值")).sum;
    let all = open.engine.group_every(&[], "产值");
    amounts.extend([all.sum[0], f64::from(all.numbers[0]), all.min[0], all.max[0]]);
    amounts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn a_table_comes_to_the_same_with_its_totals_and_without(
        numbers in (3..6_usize).prop_flat_map(|areas| {
            prop::collection::vec(prop::collection::vec(100..u16::MAX, areas), 2..5)
        }),
        name in prop::sample::select(vec!["合计", "合 计", "全县", "Total", "总　计", "丙地"]),
        first in any::<bool>(),
    ) {
        let of = |total| {
            let text = text(&numbers, total, first);
            let engine = read("t.csv", text.as_bytes()).engine;
            amounts(engine.table().as_ref().clone())
        };
        // The last name says nothing, so that only the numbers tell.
        prop_assert_eq!(of(Some(name)), of(None));
    }
}

#[test]
fn what_a_reader_says_of_a_value_counts() {
    let mut open = case("world-among-countries.csv");
    year(&mut open, "Year", 2021);
    let by_year = ChartOptions { group: "Year".into(), ..with_measure(Measure::Sum) };
    let plan = open.drawn(&by_year, Lang::En);
    let offer =
        plan.offers.iter().find(|own| own.label == "World is no total").expect("a way to say");
    let parts = Filter::said(Filter::PARTS, "Entity");
    assert_eq!(offer.actions, [Action::Toggle(parts.clone(), "World".into())]);
    open.choose(&parts, &["World"]);
    assert_eq!(total(&mut open.engine, "pop").1, 126.0);
    assert_eq!(
        left_out(&mut open.engine, &[]),
        [(Take::Parts, vec!["Continent North".to_owned()])]
    );
    open.engine.clear(&parts);
    assert_eq!(total(&mut open.engine, "pop").1, 63.0);

    let mut open = read("t.csv", b"land,n\nA,5\nB,7\nC,40\n");
    assert_eq!(total(&mut open.engine, "n").1, 52.0);
    open.choose("land", &["C"]);
    let plan =
        open.drawn(&ChartOptions { group: "land".into(), ..with_measure(Measure::Sum) }, Lang::Zh);
    let offer =
        plan.offers.iter().find(|own| own.label.starts_with("C是合计")).expect("a way to say");
    let mut state = AppState { filter: open.engine.filter().clone(), ..AppState::default() };
    offer.actions.iter().for_each(|action| state.apply(action.clone()));
    open.engine.set_filter(&state.filter);
    assert_eq!(total(&mut open.engine, "n").1, 12.0);
    // It stays with the link.
    let (mut led, _) = read_link(&write_link(&state));
    assert_eq!(led.filter, state.filter);
    let session = Session::of_table(open.engine.table().as_ref().clone(), Vec::new());
    assert!(fit(&mut led, &session.head()).is_empty());
    assert_eq!(led.filter, state.filter);
    let told = filter_texts(open.engine.table(), &led.filter, Lang::En);
    assert_eq!(told, ["land: C: a total"]);
}

#[test]
fn a_total_among_quotients_is_said_to_be_one_and_what_is_left_out_is_told() {
    let text = "Area,Sex,spending,people\nAldland,Both sexes,100,10\nAldland,Male,60,4\nAldland,Female,40,6\n\
                Brackland,Both sexes,60,3\nBrackland,Male,20,1\nBrackland,Female,40,2\n\
                World,Both sexes,160,13\nWorld,Male,80,5\nWorld,Female,80,8\n";
    let mut open = read("t.csv", text.as_bytes());
    let options = CompareOptions {
        subject: "spending".into(),
        per: "people".into(),
        ..CompareOptions::default()
    };
    let plan = compare::plan(&mut open.engine, Rows::Plain, &options, Lang::En);
    let [chart] = &plan.charts[..] else { panic!("{plan:?}") };
    let bars: Vec<(&str, &str)> =
        chart.spec.categories.iter().map(|own| (own.name.as_str(), own.note.as_str())).collect();
    assert_eq!(bars, [("Brackland", ""), ("World", "total"), ("Aldland", "")]);
    assert_eq!(chart.listing.rows[1][0], "World (total)");
    assert!(chart.spec.data[1].tip.starts_with("World (total)"), "{}", chart.spec.data[1].tip);
    assert_eq!(chart.listing.rows[0][2..], ["60", "3"], "the sexes are not counted with both");
    let said = "Of Sex, Both sexes is taken and its parts are not added.";
    assert!(chart.notes.iter().any(|note| note == said), "{:?}", chart.notes);
}

#[test]
fn a_hit_of_the_search_that_is_a_total_is_said_to_be_one() {
    let table = case("world-among-countries.csv").engine.table().as_ref().clone();
    let mut session = Session::of_table(table, Vec::new());
    let mut find = |text: &str| {
        let find = Find { text: text.into(), filter: Filter::default(), lang: Lang::En };
        let Answer::Find(finding) = session.ask(&find.into()) else { panic!("{text}") };
        finding.hits
    };
    let besides = |hits: &[minsheng_explorer::session::Found], name: &str| {
        let hit = hits.iter().find(|hit| hit.name == name).unwrap_or_else(|| panic!("{hits:?}"));
        hit.beside.clone()
    };
    assert_eq!(besides(&find("World"), "World"), "A total, never added to its parts");
    assert!(!besides(&find("Aldland"), "Aldland").contains("total"));
    let rows = find("World 2021");
    assert!(rows.iter().any(|hit| hit.name.starts_with("World (total)")), "{rows:?}");
    let rows = find("Aldland 2021");
    assert!(rows.iter().all(|hit| !hit.name.contains("total")), "{rows:?}");
}

#[test]
fn a_total_that_would_flatten_its_parts_is_told_and_not_drawn() {
    let parts = "东城,131\n西城,98\n甲县,88\n乙县,75\n丙县,69\n";
    let mut open = read("t.csv", format!("地区,人口（万人）\n全市,461\n{parts}").as_bytes());
    let names = |open: &mut Open| -> Vec<String> {
        let plan = open.drawn(&auto(), Lang::Zh);
        plan.spec.categories.iter().map(|own| own.name.clone()).collect()
    };
    // Not four times the greatest: it stands among them.
    assert!(names(&mut open).contains(&"全市".to_owned()));
    let far = format!(
        "地区,人口（万人）\n全市,961\n{parts}丁县,100\n戊县,100\n己县,100\n庚县,100\n辛县,100\n"
    );
    let mut open = read("t.csv", far.as_bytes());
    assert!(!names(&mut open).contains(&"全市".to_owned()));
    let plan = open.drawn(&auto(), Lang::Zh);
    assert!(plan.notes.iter().any(|note| note.contains("全市 961万人")), "{:?}", plan.notes);
    assert!(plan.listing.rows.iter().any(|row| row[0] == "全市"), "{:?}", plan.listing);
    // Chosen with one part it is what was asked for.
    open.choose("地区", &["全市", "东城"]);
    assert!(names(&mut open).contains(&"全市".to_owned()));
}
