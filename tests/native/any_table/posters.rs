//! The figures of an own table's poster: what its picture shows first, and never how many rows there are.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::{Shape, poster as draw};
use minsheng_explorer::plot::poster::{PosterPlan, plan};
use minsheng_explorer::plot::{ChartFormat, Rows};
use minsheng_explorer::state::PosterOptions;

use super::opens_on::read;

fn poster(text: &str, lang: Lang) -> PosterPlan {
    let mut open = read("own.csv", text.as_bytes());
    plan(&mut open.engine, Rows::Plain, &PosterOptions::default(), lang)
}

/// Lead and points: what each is of, its figure, and what stands beside it.
fn told(plan: &PosterPlan) -> Vec<(&str, &str, &str)> {
    std::iter::once(&plan.spec.lead)
        .chain(&plan.spec.points)
        .map(|point| (point.name.as_str(), point.text.as_str(), point.beside.as_str()))
        .collect()
}

const LINES: &str = "地区,年份,65岁及以上人口占比(%)\n\
     甲市,2010,14\n乙县,2010,11.5\n丙区,2010,16.2\n\
     甲市,2024,27\n乙县,2024,22.5\n丙区,2024,18.2\n";

#[test]
fn lines_are_told_by_who_is_at_the_ends_at_last_and_what_that_was() {
    let plan = poster(LINES, Lang::Zh);
    assert_eq!(
        told(&plan)[..2],
        [
            ("甲市", "27%", "2024年，65岁及以上人口占比最高，2010年为14%"),
            ("丙区", "18.2%", "2024年，65岁及以上人口占比最低，2010年为16.2%"),
        ]
    );
    // The unit stands smaller behind its number.
    assert_eq!((&*plan.spec.lead.number, &*plan.spec.lead.unit), ("27", "%"));
    let english = poster(&LINES.replace("65岁及以上人口占比", "Aged 65 and over"), Lang::En);
    assert!(told(&english)[0].2.starts_with("2024, highest "), "{:?}", told(&english));
}

#[test]
fn a_whole_that_the_file_gives_leads_and_the_greatest_is_told_as_its_part() {
    let text = "地区,人口（万人）\n全市,100\n甲区,60\n乙县,30\n丙县,10\n";
    assert_eq!(
        told(&poster(text, Lang::Zh))[..3],
        [
            ("全市", "100万人", "人口"),
            ("甲区", "60万人", "人口最多，占全市的60%"),
            ("丙县", "10万人", "人口最少，占全市的10%"),
        ]
    );
}

#[test]
fn one_line_is_told_by_its_ends_and_other_measures_by_their_last() {
    let text = "年份,在校生（人）,教师（人）\n2020,900,70\n2021,980,66\n2022,940,72\n2023,960,75\n";
    let plan = poster(text, Lang::Zh);
    let told = told(&plan);
    assert_eq!(told[0], ("在校生", "960人", "2023年"));
    assert_eq!(told[1], ("在校生", "900人", "2020年"));
    assert!(told.contains(&("在校生", "980人", "2021年，在校生最多")), "{told:?}");
    assert!(plan.candidates.iter().any(|(_, text)| text.contains("教师") && text.contains("75")));
}

#[test]
fn rows_are_counted_only_where_nothing_is_measured() {
    for (text, lang) in [
        (LINES, Lang::Zh),
        ("地区,人口（万人）\n甲区,60\n乙县,30\n丙县,10\n", Lang::Zh),
        ("score\n61\n72\n88\n54\n", Lang::En),
        ("Country,GDP,Life expectancy\nA,10,70\nB,20,71\nC,35,80\n", Lang::En),
        ("地区,能源,占比(%)\n甲,煤,60\n甲,油,40\n乙,煤,30\n乙,油,70\n", Lang::Zh),
    ] {
        let plan = poster(text, lang);
        let rows = text.lines().count() - 1;
        for (name, figure, _) in told(&plan) {
            assert!(figure != rows.to_string() && !name.contains("行"), "{name} {figure}");
        }
        assert!(!plan.candidates.iter().any(|(_, text)| text.contains("行数")), "{text}");
        assert!(plan.spec.points.len() > 1, "{text}: {:?}", told(&plan));
    }
    let plan = poster("类别,名称\n公园,一\n公园,二\n学校,三\n", Lang::Zh);
    assert_eq!(told(&plan)[0].0, "公园");
}

#[test]
fn bands_keep_their_order_and_both_ends() {
    let bands: Vec<String> = (0..12).map(|at| format!("{}—{}岁", at * 5, at * 5 + 4)).collect();
    let sizes = [31, 38, 42, 39, 27, 25, 36, 49, 43, 38, 39, 51];
    let lines: String = bands.iter().zip(sizes).map(|(band, n)| format!("{band},{n}\n")).collect();
    let plan = poster(&format!("年龄段,人数（人）\n{lines}"), Lang::Zh);
    let format = ChartFormat { lang: Lang::Zh, unit: String::new() };
    let drawn = draw(&plan.spec, &format).scene;
    let texts: Vec<&str> = drawn
        .nodes
        .iter()
        .filter_map(|node| match &node.shape {
            Shape::Text(text) => Some(text.text.as_str()),
            _ => None,
        })
        .collect();
    for band in bands {
        assert!(texts.contains(&band.as_str()), "{band}: {texts:?}");
    }
}
