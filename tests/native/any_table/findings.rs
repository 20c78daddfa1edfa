//! What an own table's picture shows first: a sentence by rule, and none where nothing can be said for sure.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::i18n::catalog::chart::MEASURE_ROWS;
use minsheng_explorer::plot::chart::Plan;
use minsheng_explorer::plot::{Rows, poster, told};
use minsheng_explorer::state::PosterOptions;

use super::opens_on::{overview, read};

fn chart(text: &str, lang: Lang) -> Plan {
    overview(&mut read("own.csv", text.as_bytes()), lang).chart.expect("a chart")
}

fn found(text: &str, lang: Lang) -> String {
    chart(text, lang).finding
}

/// A long table of places by year, a place a row of numbers; a blank is a missing figure.
fn by_year(measure: &str, rows: &[(&str, &[&str])]) -> String {
    let mut text = format!("地区,年份,{measure}\n");
    for (name, numbers) in rows {
        for (year, number) in (2019..).zip(*numbers) {
            text += &format!("{name},{year},{number}\n");
        }
    }
    text
}

#[test]
fn over_time_the_highest_at_the_end_is_told_with_how_it_came() {
    let rate: &[(&str, &[&str])] = &[
        ("甲市", &["14", "18", "27"]),
        ("乙县", &["20", "21", "22"]),
        ("丙区", &["16", "17", "18"]),
    ];
    let text = by_year("占比(%)", rate);
    for (lang, told) in [
        (Lang::Zh, "甲市从2019年的14%升到2021年的27%，在3个地区中最高"),
        (Lang::En, "甲市 rose from 14% (2019) to 27% (2021), the highest of 3 places"),
    ] {
        let plan = chart(&text, lang);
        assert_eq!(plan.finding, told);
        assert!(plan.headings.title.contains("占比"), "the title still says the measure");
        assert!(plan.headings.subtitle.contains('%') && plan.headings.subtitle.contains("2021"));
    }
    // An amount is more, not higher.
    let amount: &[(&str, &[&str])] =
        &[("甲市", &["90", "80", "70"]), ("乙县", &["20", "21", "22"]), ("丙区", &["1", "2", "3"])];
    let told = found(&by_year("床位(张)", amount), Lang::Zh);
    assert_eq!(told, "甲市从2019年的90张减少到2021年的70张，在3个地区中最多");
    // Of two, the other one is named.
    let told = found(&by_year("占比(%)", &rate[..2]), Lang::Zh);
    assert_eq!(told, "甲市从2019年的14%升到2021年的27%，高于乙县的22%");
    // What is passed on says what it is about.
    let plan = overview(&mut read("own.csv", text.as_bytes()), Lang::Zh);
    let said = told::first_of_overview(&plan, Lang::Zh).unwrap();
    assert!(said.contains("占比") && said.contains("甲市从2019年"), "{said}");
}

#[test]
fn what_lacks_a_figure_is_told_and_not_ranked() {
    let rows: &[(&str, &[&str])] = &[
        ("甲市", &["14", "18", "21", "27"]),
        ("乙县", &["20", "21", "21", "22"]),
        ("丙区", &["16", "", "17", ""]),
    ];
    let plan = chart(&by_year("占比(%)", rows), Lang::Zh);
    assert!(plan.finding.ends_with("在有数的2个地区中最高"), "{}", plan.finding);
    assert!(plan.notes.contains(&"丙区没有2020年、2022年的数。".to_owned()), "{:?}", plan.notes);
    let gaps: Vec<bool> = plan.spec.data.iter().filter(|d| d.series == 2).map(|d| d.gap).collect();
    assert_eq!(gaps, [false, true], "and the line is not drawn over it");
    let plan = chart("地区,占比(%)\n甲,3\n乙,5\n丙,4\n丁,\n", Lang::Zh);
    assert!(plan.finding.starts_with("有数的3个地区中，乙最高，为5%"), "{}", plan.finding);
    assert!(plan.notes.contains(&"没有数：丁。".to_owned()), "{:?}", plan.notes);
}

#[test]
fn equals_means_ranks_and_totals_are_not_ranked() {
    let even: &[(&str, &[&str])] =
        &[("甲市", &["14", "27"]), ("乙县", &["20", "27"]), ("丙区", &["1", "2"])];
    assert_eq!(found(&by_year("占比(%)", even), Lang::Zh), "", "two are as high");
    let ranks: &[(&str, &[&str])] =
        &[("甲市", &["1", "2"]), ("乙县", &["2", "3"]), ("丙区", &["3", "1"])];
    assert_eq!(found(&by_year("全省排名", ranks), Lang::Zh), "", "the first is not the highest");
    let several = "地区,类别,人数\n甲,x,3\n甲,y,5\n乙,x,4\n";
    assert_eq!(found(several, Lang::Zh), "", "a mean of unlike rows is no finding");
    let with_total: &[(&str, &[&str])] = &[
        ("合计", &["60", "66", "72"]),
        ("甲市", &["10", "11", "12"]),
        ("乙县", &["20", "22", "24"]),
        ("丙区", &["30", "33", "36"]),
    ];
    let plan = chart(&by_year("床位(张)", with_total), Lang::Zh);
    assert_eq!(plan.finding, "丙区从2019年的30张增加到2021年的36张，在3个地区中最多");
}

#[test]
fn at_one_time_both_ends_are_told() {
    let rate = "地区,年份,占比(%)\n甲市,2024,27\n乙县,2024,22.5\n丙区,2024,18.2\n";
    for (lang, told) in [
        (Lang::Zh, "2024年，3个地区中，甲市最高，为27%；丙区最低，为18.2%"),
        (Lang::En, "2024: Of 3 places, 甲市 is highest at 27%, 丙区 lowest at 18.2%"),
    ] {
        assert_eq!(found(rate, lang), told);
    }
    let amount = "地区,床位(张)\n甲市,120\n乙县,80\n丙区,40\n";
    assert_eq!(found(amount, Lang::Zh), "3个地区中，甲市最多，为120张，是最少的丙区（40张）的三倍");
    assert_eq!(found("地区,学校(所)\n甲,120\n乙,60\n", Lang::Zh), "甲为120所，是乙（60所）的两倍");
    assert_eq!(found("诉求\n供暖\n供暖\n停车\n", Lang::Zh), "供暖的行最多：3行中有2行");
    // Of different years nothing is compared.
    let years = "地区,年份,占比(%)\n甲,2019,3\n乙,2020,5\n丙,2021,4\n";
    assert_eq!(found(years, Lang::Zh), "");
}

#[test]
fn one_line_is_told_with_what_lies_beyond_its_ends() {
    let rows: &[(&str, &[&str])] = &[("甲市", &["14", "30", "22", "27"])];
    assert_eq!(
        found(&by_year("占比(%)", rows), Lang::Zh),
        "甲市从2019年的14%升到2022年的27%，其间2020年最高，为30%"
    );
    let plain = "年份,床位(张)\n2019,5\n2020,6\n2021,9\n";
    assert_eq!(found(plain, Lang::Zh), "床位从2019年的5张增加到2021年的9张");
}

#[test]
fn bounds_are_ranked_only_where_they_leave_no_doubt() {
    let bounded = |first: &str| format!("地区,床位(张)\n甲,{first}\n乙,10\n丙,8\n丁,6\n戊,5\n");
    let told = found(&bounded("≥20"), Lang::Zh);
    assert!(told.contains("甲最多，为不低于20张"), "{told}");
    // Fewer than twelve may be fewer than ten.
    assert_eq!(found(&bounded("<12"), Lang::Zh), "");
    assert_eq!(found(&bounded("约10.5"), Lang::Zh), "");
}

#[test]
fn shares_tell_the_part_that_is_largest_everywhere_or_mostly() {
    let mut text = "年龄段,地区,占比(%)\n".to_owned();
    for (name, young, old) in [("甲", 20, 25), ("乙", 18, 30), ("丙", 22, 20)] {
        let rest = 100 - young - old;
        text += &format!("0—14岁,{name},{young}\n15—64岁,{name},{rest}\n65岁及以上,{name},{old}\n");
    }
    assert_eq!(found(&text, Lang::Zh), "各组都是15—64岁占比最高，从52%到58%");
}

#[test]
fn a_poster_tells_what_the_rows_say_and_not_how_many_there_are() {
    let text = by_year("占比(%)", &[("甲市", &["14", "18", "27"]), ("乙县", &["20", "21", "22"])]);
    for lang in Lang::ALL {
        let options = PosterOptions::default();
        let drawn = |text: &str| {
            poster::plan(&mut read("own.csv", text.as_bytes()).engine, Rows::Plain, &options, lang)
        };
        let rows = MEASURE_ROWS.get(lang);
        let plan = drawn(&text);
        assert!(!plan.spec.points.is_empty());
        assert!(plan.spec.points.iter().all(|point| point.name != rows), "{:?}", plan.spec.points);
        assert!(plan.candidates.iter().all(|(_, name)| !name.starts_with(rows)));
        // Where nothing is measured that is all there is to say.
        let plan = drawn("地区,类别\n甲市,一\n乙县,二\n丙区,一\n");
        let points = plan.spec.points.iter().chain([&plan.spec.lead]);
        assert!(points.map(|point| point.name.as_str()).any(|name| name == rows));
    }
}
