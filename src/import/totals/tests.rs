//! Totals in small tables, by each of the ways they are known.

use super::mark;
use crate::column::{Reach, Reason, Role, Table};
use crate::import::{Import, Options};

/// The table of a CSV, with its totals told.
fn read(text: &str) -> Table {
    let mut import = Import::new("t.csv", &Options::default());
    import.feed(text.as_bytes()).unwrap();
    let mut table = import.finish().unwrap().table;
    mark(&mut table);
    table
}

/// The totals of a column: name, reach, reason.
fn totals(table: &Table, key: &str) -> Vec<(String, Reach, Reason)> {
    let dictionary = &table.category(key).unwrap().dictionary;
    let named = |total: &crate::column::Total| {
        (dictionary.get(total.code).unwrap().id.clone(), total.reach, total.reason)
    };
    dictionary.totals().iter().map(named).collect()
}

#[track_caller]
fn check(text: &str, key: &str, expected: &[(&str, Reach, Reason)]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(name, reach, reason)| ((*name).to_owned(), *reach, *reason))
        .collect();
    assert_eq!(totals(&read(text), key), expected, "{text}");
}

#[test]
fn an_indicator_of_all_of_something_is_no_total_of_other_indicators() {
    let text = "Country Name,Series Name,Year,value\nA,\"Population, total\",2020,10\nA,\"Land area, total\",2020,4\n\
                A,GDP (current US$),2020,7\nB,\"Population, total\",2020,1\nB,\"Land area, total\",2020,3\n\
                B,GDP (current US$),2020,6\n";
    assert_eq!(read(text).by_role(Role::Series).unwrap().key, "Series Name");
    check(text, "Series Name", &[]);
}

#[test]
fn a_total_is_known_by_its_name() {
    let text = "地区,年份,产值\n合 计,2020,10\n甲市,2020,4\n乙市,2020,5\n合 计,2021,10\n甲市,2021,4\n乙市,2021,5\n";
    check(text, "地区", &[("合 计", Reach::Whole, Reason::Name)]);
    let text = "Sex,Year,n\nBoth sexes,2020,10\nMale,2020,4\nFemale,2020,5\n";
    check(text, "Sex", &[("Both sexes", Reach::Whole, Reason::Name)]);
}

#[test]
fn in_a_column_of_groups_they_are_the_parts() {
    let text = "continent,n\nAfrica,3\nAsia,4\nEurope,5\nWorld,12\n";
    check(text, "continent", &[("World", Reach::Whole, Reason::Name)]);
    check("area,n\nTotal,3\nTotal,4\n", "area", &[]);
}

#[test]
fn several_totals_of_unlike_names_are_what_is_measured() {
    check("kind,n\nTotal assets,5\nTotal debt,3\nEquity,2\n", "kind", &[]);
    check("kind,n\nNational,5\nRegional,3\nLocal,2\n", "kind", &[]);
    let text = "state,n\nA,5\nB,3\nNational,8\n";
    check(text, "state", &[("National", Reach::Whole, Reason::Name)]);
}

#[test]
fn a_total_is_known_by_its_code_or_by_none() {
    let text = "Entity,Code,Year,n\nAldland,ALD,2020,1\nBrackland,BRK,2020,2\nCairnland,CRN,2020,3\nAll lands,OWID_WRL,2020,6\n\
                Northern lands,,2020,3\n";
    check(
        text,
        "Entity",
        &[
            ("All lands", Reach::Whole, Reason::Name),
            ("Northern lands", Reach::Group, Reason::NoCode),
        ],
    );
    check(text, "Code", &[("OWID_WRL", Reach::Whole, Reason::Code)]);
}

#[test]
fn a_total_is_known_by_its_numbers() {
    let text = "land,year,n\nA,2020,111\nB,2020,222\nC,2020,333\nGrandia,2020,666\n";
    check(text, "land", &[("Grandia", Reach::Whole, Reason::Arithmetic)]);
    // Rounded to tens of a thousand each.
    let text = "land,year,n\nA,2020,11.1\nB,2020,22.2\nC,2020,33.4\nGrandia,2020,66.8\n\
                A,2021,12.1\nB,2021,22.2\nC,2021,33.4\nGrandia,2021,67.7\n";
    check(text, "land", &[("Grandia", Reach::Whole, Reason::Arithmetic)]);
}

#[test]
fn numbers_that_agree_by_chance_are_no_total() {
    check("land,n\nA,1\nB,2\nC,3\n", "land", &[]);
    check("land,n\nA,1\nB,2\nC,3\nD,6\n", "land", &[]);
    // Once it agrees, once not.
    let text =
        "land,year,n\nA,2020,111\nB,2020,222\nC,2020,333\nA,2021,111\nB,2021,222\nC,2021,500\n";
    check(text, "land", &[]);
    // Rates add up to nothing.
    check("land,rate\nA,11.1\nB,22.2\nC,33.3\nD,66.6\n", "land", &[]);
}

#[test]
fn blanks_are_the_headline_where_their_numbers_say_so() {
    let text = "Year,Material,Value\n2020,,100\n2020,Wood,60\n2020,Metal,40\n2021,,110\n2021,Wood,65\n2021,Metal,45\n";
    let table = read(text);
    assert_eq!(totals(&table, "Material"), [("total".into(), Reach::Whole, Reason::Blank)]);
    let category = table.category("Material").unwrap();
    assert_eq!(
        category.entry(0).map(|e| (e.name.zh.as_str(), e.name.en.as_str())),
        Some(("合计", "Total"))
    );
    // Not stated is not all.
    let text = "Year,Material,Value\n2020,,7\n2020,Wood,60\n2020,Metal,40\n2021,,9\n2021,Wood,65\n2021,Metal,45\n";
    check(text, "Material", &[]);
}

#[test]
fn the_headline_of_rates_lies_between_its_parts() {
    let text = "Year,Sex,Age,Value\n2020,,,4.5\n2020,F,,4.1\n2020,M,,4.9\n2020,,Young,6.1\n2020,,Old,3.9\n\
                2021,,,4.6\n2021,F,,4.2\n2021,M,,4.9\n2021,,Young,6.3\n2021,,Old,3.7\n2022,,,4.6\n";
    let table = read(text);
    for key in ["Sex", "Age"] {
        assert_eq!(totals(&table, key), [("total".into(), Reach::Whole, Reason::Blank)], "{key}");
    }
}

#[test]
fn rates_among_indicators_are_not_added_up() {
    let table = read(
        "area,indicator,value\nA,Turnover rate,30\nA,Requests,900\nB,Turnover rate,20\nB,Requests,700\n",
    );
    let figures = table.measure().unwrap();
    assert_eq!(table.by_role(Role::Series).map(|c| c.key.as_str()), Some("indicator"));
    assert_eq!([0, 1, 2, 3].map(|row| figures.is_additive(row)), [false, true, false, true]);
}

#[test]
fn the_total_of_a_numbered_list_is_known_by_its_number() {
    let text = "序号,项目,计划投资\n1,幼儿园,4\n2,农村公路,5\n合计,,9\n";
    // What is measured adds up to nothing, whatever it is called: the numbers say that this does.
    check(text, "项目", &[("合计", Reach::Whole, Reason::Arithmetic)]);
    let kept = "序号,项目,计划投资\n1,幼儿园,4\n2,农村公路,5\n合计,全部项目,9\n";
    assert!(totals(&read(kept), "项目").iter().all(|(name, ..)| name == "全部项目"));
}

#[test]
fn the_whole_year_is_the_total_of_its_months() {
    let text = "项目,1月,2月,3月,全年\n降水量,10,12,15,37\n用水量,20,22,25,67\n";
    check(text, "月份", &[("全年", Reach::Whole, Reason::Name)]);
}

#[test]
fn letters_and_roman_numbers_before_names_are_levels_where_the_numbers_say_so() {
    let names = |table: &Table| {
        let named = totals(table, "Item").into_iter().map(|(name, ..)| name);
        named.collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>()
    };
    let text = "Item,n\nA. Income,612\n1. Taxes,401\n2. Fees,211\nB. Spending,507\n1. Schools,304\n2. Health,203\n";
    assert_eq!(names(&read(text)), ["A. Income", "B. Spending"]);
    let text = "Item,n\nI. Income,612\nA. Taxes,401\nB. Fees,211\nII. Spending,507\nA. Schools,304\nB. Health,203\n";
    assert_eq!(names(&read(text)), ["I. Income", "II. Spending"]);
    // Initials of people are no levels.
    let text = "Item,n\nA. Miller,612\nJ. Smith,401\n1. Prize,211\nB. Young,507\n";
    assert!(names(&read(text)).is_empty());
    // Decimals nest by their places: 10.1 lies in 10, and 1.10 stands beside 1.1.
    let text = "Item,n\n1. Revenue,612\n1.1 Taxes,401\n1.2 Fees,150\n1.10 Other,61\n10. Reserve,107\n10.1 Cash,64\n10.11 Gold,43\n";
    assert_eq!(names(&read(text)), ["1. Revenue", "10. Reserve"]);
}

#[test]
fn what_is_of_the_row_above_is_in_no_sum_however_many_there_are() {
    let text = "项目,户数\n总户数,1000\n其中：低保户,120\n其中：特困户,30\n脱贫户,400\n其中：易返贫户,20\n";
    let table = read(text);
    let of_which: Vec<String> = totals(&table, "项目").into_iter().map(|(name, ..)| name).collect();
    assert_eq!(of_which, ["其中：低保户", "其中：特困户", "其中：易返贫户"]);
}
