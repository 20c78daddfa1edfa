//! No line over a chart, a map or a fact says its unit twice: a title leaves to the line under it what that says.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::base::unit_name::unit_of_name;
use minsheng_explorer::column::{Data, Role, Table};
use minsheng_explorer::plot::{Rows, compare, map, poster};
use minsheng_explorer::state::{
    ChartOptions, CompareOptions, MapOptions, Mark, Measure, PosterOptions,
};

use super::Open;
use super::opens_on::{case, overview, read};

/// Tables whose units stand in their names, beside their numbers, over them, or in names of what is measured.
const TABLES: &[(&str, &str)] = &[
    (
        "nameless.csv",
        "指标,单位,2021年,2022年,2023年\n国民总收入,亿元,1203.5,1290.1,1301\n常住人口,万人,88.2,87.9,87\n\
         国内生产总值,亿元,1203,1290,1302\n",
    ),
    (
        "one.csv",
        "年份,指标,单位,数值\n2020,国民总收入,亿元,3\n2021,国民总收入,亿元,4\n2022,国民总收入,亿元,6\n",
    ),
    (
        "brackets.csv",
        "地区,年份,产值（亿元）,人口(万人)\n河北省,2020,3,5\n河北省,2021,4,6\n山西省,2020,3,7\n山西省,2021,5,8\n",
    ),
    ("one-year.csv", "地区,低保标准（元/月）,户数\n河北省,700,30\n山西省,650,20\n山东省,800,28\n"),
    (
        "comma.csv",
        "Country,Year,\"Unemployment rate, %\"\nFrance,2020,8\nFrance,2021,7\nSpain,2020,15\nSpain,2021,14\n",
    ),
    (
        "long.csv",
        "geo,time,unit,OBS_VALUE\nFrance,2020,EUR,4\nFrance,2021,EUR,5\nSpain,2020,EUR,6\nSpain,2021,EUR,7\n",
    ),
    (
        "parts.csv",
        "地区,合计（万人）,男（万人）,女（万人）\n甲市,10,4,6\n乙市,12,5,7\n丙市,9,4,5\n",
    ),
    ("above.csv", "各市产值\n单位：亿元\n地区,2019年,2020年,2021年\n甲市,1,2,3\n乙市,4,5,6\n"),
    (
        "named.csv",
        "项目,2021年,2022年\n粮食产量（万吨）,30,31\n油料产量（万吨）,3,4\n水果产量（万吨）,5,6\n",
    ),
];

const CASES: &[&str] = &[
    "unit-in-header.csv",
    "indicators-long.csv",
    "unit-row-first.csv",
    "wide-years.csv",
    "measure-column.csv",
    "price-index.csv",
    "jsonstat.json",
];

/// Units that a table's numbers are in, as far as it says.
fn units(table: &Table) -> Vec<String> {
    let mut units: Vec<String> = table
        .measures()
        .filter_map(|(column, _)| {
            let named = || unit_of_name(&column.name.zh).map(str::to_owned);
            column.unit.clone().or_else(named)
        })
        .collect();
    for column in table.columns.iter().filter(|column| column.role == Role::Kind) {
        if let Data::Category(category) = &column.data {
            units.extend(category.dictionary.iter().map(|(_, entry)| entry.id.clone()));
        }
    }
    units
}

/// What says a unit twice: in brackets or behind a comma in one of some words, and again in others that stand with it.
fn twice(units: &[String], title: &str, beside: &str) -> bool {
    units.iter().any(|unit| {
        let marks = [format!("（{unit}）"), format!("({unit})"), format!(", {unit}")];
        marks.iter().any(|mark| title.contains(mark)) && beside.contains(unit.as_str())
    })
}

fn heard(open: &mut Open, lang: Lang, said: &mut Vec<(String, String)>) {
    let keys: Vec<String> =
        open.engine.table().measures().map(|(column, _)| column.key.clone()).collect();
    let mut asked = vec![ChartOptions::default()];
    for value in keys {
        for measure in [Measure::Mean, Measure::Sum, Measure::Figure] {
            for mark in [Mark::Bar, Mark::Line, Mark::Histogram, Mark::Scatter] {
                asked.push(ChartOptions {
                    value: value.clone(),
                    measure,
                    mark,
                    ..ChartOptions::default()
                });
            }
        }
    }
    for options in &asked {
        let Ok(plan) = open.chart(options, lang) else { continue };
        said.push((plan.headings.title.clone(), plan.headings.subtitle.clone()));
    }
    let overview = overview(open, lang);
    said.extend(overview.facts.into_iter().map(|fact| (fact.name, fact.value)));
    let leads = overview.cards.into_iter().flat_map(|card| card.leads);
    said.extend(leads.map(|lead| (lead.name, lead.figure.to_string())));
    if let Some(chart) = overview.chart {
        said.push((chart.headings.title, chart.headings.subtitle));
    }
    if let Some(plan) = map::plan(&mut open.engine, None, &MapOptions::default(), lang) {
        said.push((plan.headings.title, plan.headings.subtitle));
    }
    let plan = compare::plan(&mut open.engine, Rows::Plain, &CompareOptions::default(), lang);
    for chart in plan.charts {
        said.push((format!("{} {}", plan.title, chart.headings.title), chart.headings.subtitle));
    }
    let plan = poster::plan(&mut open.engine, Rows::Plain, &PosterOptions::default(), lang);
    said.push((format!("{} {}", plan.spec.title, plan.spec.kicker), plan.spec.when));
}

#[test]
fn no_title_says_the_unit_that_stands_under_it() {
    let own = TABLES.iter().map(|(name, text)| (*name, read(name, text.as_bytes())));
    let mut told = 0;
    for (name, mut open) in own.chain(CASES.iter().map(|name| (*name, case(name)))) {
        let units = units(open.engine.table());
        for lang in [Lang::Zh, Lang::En] {
            let mut said = Vec::new();
            heard(&mut open, lang, &mut said);
            for (title, beside) in said {
                told += usize::from(units.iter().any(|unit| beside.contains(unit.as_str())));
                assert!(!twice(&units, &title, &beside), "{name}: {title} | {beside}");
            }
        }
    }
    assert!(told > 100, "units are told under {told} titles");
}

#[test]
fn numbers_whose_name_says_nothing_are_called_by_what_they_measure() {
    let [(_, wide), (_, one), ..] = TABLES else { panic!("no tables") };
    for text in [wide, one] {
        let mut open = read("own.csv", text.as_bytes());
        let plan = overview(&mut open, Lang::Zh).chart.unwrap();
        assert!(plan.headings.title.contains("国民总收入随时间的变化"), "{}", plan.headings.title);
        assert!(plan.headings.subtitle.starts_with("单位：亿元"), "{}", plan.headings.subtitle);
    }
    // A name that says something stays.
    let text = "年份,指标,产值（亿元）\n2020,工业,3\n2021,工业,4\n2022,工业,6\n";
    let plan = overview(&mut read("own.csv", text.as_bytes()), Lang::Zh).chart.unwrap();
    assert!(plan.headings.title.contains("产值随时间的变化"), "{}", plan.headings.title);
}
