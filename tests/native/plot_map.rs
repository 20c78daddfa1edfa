//! The map of readers' own tables: which areas are known, what they come to, and what is said of the rest.

use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::palette::{DARK, LIGHT};
use minsheng_explorer::chart::svg::to_svg;
use minsheng_explorer::chart::{MapPlace, Size, map as drawn};
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::{Options, read_package};
use minsheng_explorer::plot::ChartFormat;
use minsheng_explorer::plot::map::{MapPlan, is_offered, plan};
use minsheng_explorer::query::{Clause, Engine, Filter};
use minsheng_explorer::session::{self, Session};
use minsheng_explorer::state::{Action, ClassCount, Classing, MapOptions, Maps, Measure};

use crate::charts::fault;
use crate::formats::open;
use crate::packages::{bundled, root};

const PROVINCES: [&str; 34] = [
    "北京",
    "天津",
    "河北",
    "山西",
    "内蒙古",
    "辽宁",
    "吉林",
    "黑龙江",
    "上海",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "广西",
    "海南",
    "重庆",
    "四川",
    "贵州",
    "云南",
    "西藏",
    "陕西",
    "甘肃",
    "青海",
    "宁夏",
    "新疆",
    "台湾",
    "香港",
    "澳门",
];

fn engine(csv: &str) -> Engine {
    let opened = open("a.csv", csv.as_bytes(), 1 << 16, &Options::default()).unwrap();
    Engine::new(Arc::new(opened.with_totals().table))
}

fn mapped(csv: &str, options: &MapOptions, lang: Lang) -> MapPlan {
    plan(&mut engine(csv), None, options, lang).expect("a map")
}

/// What is known of an area, by the name it has on the map.
fn labels<'a>(plan: &'a MapPlan, name: &str) -> Vec<&'a str> {
    let is_own = |at: u32| plan.spec.areas[at as usize].name == name;
    plan.spec.data.iter().filter(|d| is_own(d.area)).map(|d| d.label.as_str()).collect()
}

fn provinces(suffix: &str) -> String {
    let mut csv = "省份,参保率\n".to_owned();
    for (at, name) in PROVINCES.iter().enumerate() {
        csv += &format!("{name}{suffix},{}\n", 50 + at);
    }
    csv
}

#[test]
fn provinces_stand_on_tiles_of_their_own_and_none_is_missing() {
    let plan = mapped(&provinces(""), &MapOptions::default(), Lang::Zh);
    assert_eq!(plan.spec.areas.len(), 34);
    assert_eq!(plan.spec.data.len(), 34);
    assert!(plan.unknown.is_empty());
    assert!(plan.spec.missing.is_empty());
    assert_eq!(plan.spec.classes.len(), 5);
    assert_eq!(plan.sentence, "34个省级地区有数，最高的是澳门（83），最低的是北京（50）。");
    let mut places: Vec<(u8, u8)> = plan
        .spec
        .areas
        .iter()
        .filter_map(|area| match area.place {
            MapPlace::Tile { column, row } => Some((row, column)),
            MapPlace::Shape(_) => None,
        })
        .collect();
    assert!(places.is_sorted(), "they are walked from the upper left");
    places.dedup();
    assert_eq!(places.len(), 34);
}

#[test]
fn a_name_that_is_not_known_is_listed_and_one_without_a_figure_is_told() {
    let csv = "地区,人均收入\n北京,81752\n上海,84834\n浙江省,63830\n江苏,\n火星,3\n全国,39218\n";
    let plan = mapped(csv, &MapOptions::default(), Lang::Zh);
    assert_eq!(plan.unknown, ["火星"]);
    assert_eq!(labels(&plan, "江苏"), [""]);
    assert_eq!(plan.spec.missing, "没有数");
    assert!(plan.sentence.contains("1个没有数：江苏。"), "{}", plan.sentence);
    assert!(plan.sentence.contains("最高的是上海"), "a total is no area: {}", plan.sentence);
    assert!(plan.notes.iter().any(|note| note.contains("全国")), "{:?}", plan.notes);
    assert_eq!(plan.listing.rows.len(), 4);
}

#[test]
fn a_total_is_no_tile_no_unknown_name_and_in_no_class() {
    // By its name, by what it is the sum of, and as the reader says.
    for (csv, total) in [
        ("地区,产值\n北京,10\n上海,20\n浙江,30\n六省合计,70\n", "六省合计"),
        (
            "code,name,year,value\nCHN,China,2020,1\nIND,India,2020,2\nJPN,Japan,2020,3\nOWID_WRL,Whole,2020,7\n\
             CHN,China,2021,1\nIND,India,2021,2\nJPN,Japan,2021,3\nOWID_WRL,Whole,2021,7\n",
            "Whole",
        ),
    ] {
        let plan = mapped(csv, &MapOptions::default(), Lang::Zh);
        assert_eq!(plan.unknown, Vec::<String>::new(), "{csv}");
        let is_said = plan.notes.iter().any(|note| note.contains("合计") && note.contains(total));
        assert!(is_said, "{:?}", plan.notes);
        assert!(plan.spec.data.iter().all(|datum| !datum.tip.contains(total)));
        assert!(
            plan.spec.classes.iter().all(|class| !class.contains('7')),
            "{:?}",
            plan.spec.classes
        );
        assert!(!plan.sentence.contains("没有认出"), "{}", plan.sentence);
    }
    // Whole countries of which one is said to be all the others.
    let mut open = engine("country,value\nChina,1\nIndia,2\nJapan,3\nGermany,6\n");
    let drawn = |engine: &mut Engine| {
        let plan = plan(engine, None, &MapOptions::default(), Lang::En).unwrap();
        (labels(&plan, "Germany").len(), plan.notes.iter().any(|note| note.contains("Germany")))
    };
    assert_eq!(drawn(&mut open), (1, false));
    let said = Filter::said(Filter::TOTALS, "country");
    open.set(&said, Clause::AnyOf(["Germany".to_owned()].into()));
    assert_eq!(drawn(&mut open), (0, true));
}

#[test]
fn a_map_says_which_totals_of_other_columns_its_figures_leave_out() {
    let csv = "地区,性别,人数\n北京,合计,10\n北京,男,4\n北京,女,6\n上海,合计,20\n上海,男,9\n上海,女,11\n\
               浙江,合计,30\n浙江,男,14\n浙江,女,16\n";
    let plan = mapped(csv, &MapOptions::default(), Lang::Zh);
    assert_eq!(labels(&plan, "浙江"), ["30"]);
    let said = "性别取合计，不与其中各部分相加。";
    assert!(plan.notes.iter().any(|note| note == said), "{:?}", plan.notes);
}

/// The one thing known of an area: its label and its tip.
fn told<'a>(plan: &'a MapPlan, name: &str) -> (&'a str, &'a str) {
    let is_own = |at: u32| plan.spec.areas[at as usize].name == name;
    let datum = plan.spec.data.iter().find(|d| is_own(d.area)).unwrap();
    (&datum.label, &datum.tip)
}

#[test]
fn a_bound_on_the_map_is_said_to_be_one_in_label_tip_table_and_words() {
    let csv = "地区,病例\n北京,<5\n上海,12\n浙江,25 (20-30)\n江苏,8p\n山东,近17\n";
    let plan = mapped(csv, &MapOptions::default(), Lang::Zh);
    assert_eq!(told(&plan, "北京").0, "低于5");
    assert!(told(&plan, "北京").1.contains("低于5"), "{:?}", told(&plan, "北京"));
    assert_eq!(told(&plan, "浙江").0, "20至30");
    assert_eq!(told(&plan, "山东").0, "近17");
    assert!(told(&plan, "江苏").1.contains("初步"), "a flag is said: {:?}", told(&plan, "江苏"));
    let row = plan.listing.rows.iter().find(|row| row[0] == "北京").unwrap();
    assert_eq!(row[1], "低于5");
    assert!(
        plan.sentence.contains("最高的是浙江（20至30），最低的是北京（低于5）"),
        "{}",
        plan.sentence
    );
    assert!(!plan.sentence.contains("说不准"), "nothing overlaps: {}", plan.sentence);
    assert!(plan.notes.iter().any(|note| note.contains("带标记")), "{:?}", plan.notes);
    // What is less than 5 may be more than 3, or less.
    let plan = mapped(&csv.replace("12", "3"), &MapOptions::default(), Lang::En);
    assert!(plan.sentence.contains("which is highest or lowest is not sure"), "{}", plan.sentence);
    assert!(
        plan.sentence.contains("under 5") || plan.sentence.contains("(3)"),
        "{}",
        plan.sentence
    );
    // Plain numbers say no such thing.
    let plain = mapped("地区,病例\n北京,5\n上海,12\n浙江,25\n", &MapOptions::default(), Lang::Zh);
    assert!(!plain.sentence.contains("说不准"));
}

#[test]
fn several_rows_of_an_area_keep_what_is_known_of_their_ends() {
    let csv = "地区,病例\n北京,<5\n北京,7\n上海,12\n上海,15 (10-20)\n浙江,30\n浙江,40\n";
    let plan = mapped(csv, &MapOptions::default(), Lang::En);
    assert_eq!(told(&plan, "Beijing").0, "at most 6");
    assert_eq!(told(&plan, "Shanghai").0, "11 to 16");
    assert_eq!(told(&plan, "Zhejiang").0, "35");
    let sum = MapOptions { measure: Measure::Sum, ..MapOptions::default() };
    let plan = mapped(csv, &sum, Lang::En);
    assert_eq!(told(&plan, "Beijing").0, "at most 12");
    assert_eq!(told(&plan, "Shanghai").0, "22 to 32");
}

#[test]
fn fewer_than_three_known_areas_make_no_map() {
    for csv in ["地区,数\n北京,1\n上海,2\n", "name,n\nalpha,1\nbeta,2\ngamma,3\n", "a,b\n1,2\n"]
    {
        let mut engine = engine(csv);
        assert!(!is_offered(engine.table()), "{csv}");
        assert!(plan(&mut engine, None, &MapOptions::default(), Lang::Zh).is_none());
    }
}

#[test]
fn releases_have_no_map_since_a_county_is_no_province() {
    let (data, _) = read_package(&bundled());
    let table = from_dataset(&data);
    let mut session = Session::new(data, table, Vec::new());
    assert!(!session.head().has_map);
    let (filter, options) = (Default::default(), MapOptions::default());
    let answer = session.ask(&session::Map { filter, options, lang: Lang::Zh }.into());
    assert_eq!(answer, session::Answer::Map(None));
}

#[test]
fn countries_are_known_by_each_kind_of_code() {
    let columns = [
        ["China", "Germany", "Korea, Rep.", "Côte d'Ivoire"],
        ["CN", "DE", "KR", "CI"],
        ["CHN", "DEU", "KOR", "CIV"],
        ["chn", "deu", "kor", "civ"],
        ["中国", "德国", "韩国", "科特迪瓦"],
    ];
    for names in columns {
        let mut csv = "country,life expectancy\n".to_owned();
        for (at, name) in names.iter().enumerate() {
            csv += &format!("\"{name}\",{}\n", 60 + at);
        }
        let plan = mapped(&csv, &MapOptions::default(), Lang::En);
        assert!(plan.unknown.is_empty(), "{names:?}: {:?}", plan.unknown);
        assert_eq!(labels(&plan, "China"), ["60"], "{names:?}");
        assert_eq!(labels(&plan, "Côte d'Ivoire"), ["63"], "{names:?}");
    }
}

#[test]
fn a_part_of_the_world_is_cut_out_with_its_neighbours_as_outlines() {
    let csv = "geo,rate\nDE,1.5\nFR,2.5\nIT,3.5\nPL,2\n";
    let plan = mapped(csv, &MapOptions::default(), Lang::En);
    let codes: Vec<&str> = plan.spec.areas.iter().map(|area| area.code.as_str()).collect();
    assert!(codes.contains(&"CH") && !codes.contains(&"BR"), "{codes:?}");
    assert_eq!(plan.spec.data.len(), 4);
}

#[test]
fn prefectures_by_code_come_to_their_provinces_and_never_add_to_a_figure_of_its_own() {
    let csv = "city,births\n370100,10\n370200,20\n320100,5\n330100,7\n330000,100\n110000,8\n";
    let csv = csv.replace("city", "城市").replace("births", "出生人数（人）");
    let plan = mapped(&csv, &MapOptions::default(), Lang::Zh);
    assert_eq!(labels(&plan, "山东"), ["30"], "amounts of parts are added up");
    assert_eq!(labels(&plan, "浙江"), ["100"], "a whole is not counted with its parts");
    let said = plan.notes.join("\n");
    assert!(said.contains("市县") && said.contains("不再算入"), "{said}");
}

#[test]
fn total_amounts_are_said_to_be_such_and_rates_are_not() {
    let of = |header: &str| {
        let csv = format!("地区,{header}\n北京,1\n上海,2\n浙江,3\n");
        mapped(&csv, &MapOptions::default(), Lang::Zh).notes.join("\n").contains("总量")
    };
    assert!(of("医院（家）"));
    assert!(!of("参保率（%）"));
}

const YEARS: &str = "country,year,value\nChina,2000,1\nIndia,2000,2\nJapan,2000,3\nChina,2010,10\n\
    India,2010,20\nJapan,2010,30\nChina,2020,100\nIndia,2020,200\n";

#[test]
fn the_last_period_is_shown_and_any_other_on_the_same_classes() {
    let options = MapOptions::default();
    let plan = mapped(YEARS, &options, Lang::En);
    assert_eq!(plan.times.len(), 3);
    assert_eq!((plan.time, labels(&plan, "India")), (2, vec!["200"]));
    assert_eq!(labels(&plan, "Japan"), [""], "of 2020 nothing is known");
    assert!(plan.sentence.contains("1 has no figure: Japan"), "{}", plan.sentence);
    let until = Some(plan.times[0].1);
    let earlier = mapped(YEARS, &MapOptions { until, ..options }, Lang::En);
    assert_eq!(labels(&earlier, "India"), ["2"]);
    assert_eq!(earlier.spec.classes, plan.spec.classes, "a colour means the same at any time");
}

#[test]
fn there_is_a_map_for_each_period_or_each_series() {
    let options = MapOptions { maps: Maps::Times, ..MapOptions::default() };
    let plan = mapped(YEARS, &options, Lang::En);
    assert_eq!(plan.spec.panels, ["2000", "2010", "2020"]);
    assert_eq!(labels(&plan, "China"), ["1", "10", "100"]);
    let csv = "country,gdp,births\nChina,1,60\nIndia,2,50\nJapan,3,40\n";
    let options = MapOptions { maps: Maps::Series, ..MapOptions::default() };
    let plan = mapped(csv, &options, Lang::En);
    assert_eq!(plan.spec.panels, ["gdp", "births"]);
    assert!(plan.spec.method.contains("do not compare"), "{}", plan.spec.method);
    assert!(plan.spec.classes[0].contains("lowest"), "{:?}", plan.spec.classes);
}

#[test]
fn unlike_indicators_are_never_put_together() {
    let csv = "地区,指标,数值\n北京,人口,2189\n上海,人口,2487\n浙江,人口,6456\n\
        北京,医院,700\n上海,医院,400\n浙江,医院,1400\n";
    let plan = mapped(csv, &MapOptions::default(), Lang::Zh);
    assert_eq!(plan.series.items.len(), 2);
    assert_eq!(labels(&plan, "北京"), ["2,189"]);
    assert!(plan.headings.title.contains("人口"), "{}", plan.headings.title);
    let series = "医院".to_owned();
    let plan = mapped(csv, &MapOptions { series, ..MapOptions::default() }, Lang::Zh);
    assert_eq!(labels(&plan, "北京"), ["700"]);
}

#[test]
fn several_rows_of_an_area_are_a_mean_or_a_sum_and_it_is_said_which() {
    let csv = "地区,性别,人数（人）\n北京,男,10\n北京,女,30\n上海,男,1\n上海,女,2\n浙江,男,3\n浙江,女,5\n";
    let plan = mapped(csv, &MapOptions::default(), Lang::Zh);
    assert_eq!(labels(&plan, "北京"), ["20"]);
    assert!(plan.notes.iter().any(|note| note.contains("平均")));
    let sum = MapOptions { measure: Measure::Sum, ..MapOptions::default() };
    let plan = mapped(csv, &sum, Lang::Zh);
    assert_eq!(labels(&plan, "北京"), ["40"]);
    assert!(plan.headings.title.contains("合计"), "{}", plan.headings.title);
}

#[test]
fn an_area_opens_its_rows_and_the_legend_says_how_classes_were_made() {
    let mut options = MapOptions { classing: Classing::Steps, ..MapOptions::default() };
    options.classes = ClassCount::Four;
    let plan = mapped(&provinces("省"), &options, Lang::Zh);
    assert_eq!(plan.spec.classes, ["50 – 60", "60 – 70", "70 – 80", "80 – 90"]);
    assert!(plan.spec.method.contains("等距"), "{}", plan.spec.method);
    let at = plan.spec.data.iter().position(|d| plan.spec.areas[d.area as usize].name == "山东");
    let target = at.and_then(|at| plan.targets[at].clone());
    assert!(matches!(target, Some(Action::Narrow(values)) if values[0].1 == "山东省"));
}

#[test]
fn every_picture_of_a_map_keeps_within_its_width() {
    for lang in [Lang::Zh, Lang::En] {
        for maps in [Maps::One, Maps::Times] {
            let plan = mapped(YEARS, &MapOptions { maps, ..MapOptions::default() }, lang);
            for width in [160.0, 390.0, 768.0, 1440.0] {
                let format = ChartFormat { lang, unit: String::new() };
                let scene = drawn(&plan.spec, Size::wide(width), &format);
                assert_eq!(scene.data_order().len(), plan.spec.data.len());
                for node in &scene.nodes {
                    let bounds = node.bounds();
                    assert!(bounds.x >= -1.0 && bounds.right() <= scene.width + 1.0, "{node:?}");
                }
            }
        }
    }
}

#[test]
fn a_table_without_numbers_counts_its_rows() {
    let csv = "地区,机构\n北京,甲\n北京,乙\n上海,丙\n浙江,丁\n";
    let plan = mapped(csv, &MapOptions::default(), Lang::Zh);
    assert_eq!(labels(&plan, "北京"), ["2"]);
}

/// Invented rates of countries that most tables have, one without a figure.
fn countries() -> String {
    let codes = "CN IN JP KR DE FR IT ES GB US CA MX BR AR ZA NG EG KE ET RU KZ TR SA IR PK BD ID \
        TH VN PH MY AU NZ SE NO FI PL UA GR PT";
    let line = |(at, code): (usize, &str)| format!("{code},{}\n", 55 + at * 13 % 31);
    let lines: String = codes.split(' ').enumerate().map(line).collect();
    format!("country,life expectancy\n{lines}CL,\n")
}

#[test]
fn pictures_of_maps_are_those_that_were_looked_at() {
    let update = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
    let times = MapOptions { maps: Maps::Times, ..MapOptions::default() };
    let plans = [
        ("map-provinces", mapped(&provinces(""), &MapOptions::default(), Lang::Zh)),
        ("map-countries", mapped(&countries(), &MapOptions::default(), Lang::En)),
        ("map-times", mapped(YEARS, &times, Lang::En)),
    ];
    for (name, plan) in plans {
        for (width, theme) in [(390.0, DARK), (1000.0, LIGHT)] {
            let format = ChartFormat { lang: Lang::Zh, unit: String::new() };
            let scene = drawn(&plan.spec, Size::wide(width), &format);
            assert_eq!(fault(&scene), None, "{name} {width}");
            let path = root().join(format!("tests/snapshots/{name}-{width}.svg"));
            let svg = to_svg(&scene, &theme);
            if update {
                std::fs::write(&path, &svg).unwrap();
            }
            let kept = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(kept == svg, "{name}-{width}.svg: look at it, then set UPDATE_SNAPSHOTS=1");
        }
    }
}
