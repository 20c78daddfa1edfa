//! What the page says, in both languages: figures, amounts, periods, names, citations, summaries, problems.

use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::base::problem::{Location, Problem, ProblemKind};
use minsheng_explorer::column::{self, Bitmap, from_dataset};
use minsheng_explorer::i18n::{self, Tick};
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::{Dataset, Nature, Observation, Period, Role, Stage, Unit};
use minsheng_explorer::query::{Clause, Engine, Filter};
use minsheng_explorer::words::{
    Style, amount, base_amount, cite, describe, entry_name, figure, observation_name, period_text,
    stage_word, summarize, summary_sentence,
};
use rust_decimal::Decimal;

use crate::packages;

/// Blanks that do not break stand between number and unit; here they are written as plain ones.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn find<'a>(data: &'a Dataset, id: &str) -> &'a Observation {
    let found = data.observations.find(id);
    found.map_or_else(|| panic!("{id} is not there"), |at| &data.observations[at])
}

fn unit<'a>(data: &'a Dataset, id: &str) -> &'a Unit {
    data.units.find(id).map_or_else(|| panic!("{id} is not there"), |at| &data.units[at])
}

#[test]
fn figures_as_published() {
    let data = packages::sound();
    for (id, zh, en) in [
        ("investment", "近17亿元", "nearly ¥1.7 billion"),
        ("lamps", "614万元", "¥6.14 million"),
        ("heating", "超900万元", "over ¥9 million"),
        ("budget", "3.5亿元", "¥350 million"),
        ("children", "12,702人", "12,702 people"),
        ("centenarian", "1人", "1 person"),
        ("dibao_urban", "不低于755元/人·月", "at least 755 yuan per person per month"),
        ("trained", "4.6万人次", "46,000 visits"),
        ("payout", "88.79%", "88.79%"),
        ("growth", "112.8%", "112.8%"),
        ("projects_done", "12个", "12 projects"),
        ("roads", "764.6公里", "764.6 kilometres"),
    ] {
        let o = find(&data, id);
        assert_eq!(plain(&figure(&data, o, Lang::Zh).to_string()), zh);
        assert_eq!(plain(&figure(&data, o, Lang::En).to_string()), en);
    }
    // Number and unit never part at the end of a line.
    let text = figure(&data, find(&data, "roads"), Lang::En).to_string();
    assert_eq!(text, "764.6\u{a0}kilometres");
}

#[test]
fn every_qualifier_is_written() {
    let data = packages::sound();
    for (qualifier, zh, en) in [
        ("eq", "614万元", "¥6.14 million"),
        ("about", "约614万元", "about ¥6.14 million"),
        ("nearly", "近614万元", "nearly ¥6.14 million"),
        ("over", "超614万元", "over ¥6.14 million"),
        ("at_least", "不低于614万元", "at least ¥6.14 million"),
        ("at_most", "不超过614万元", "at most ¥6.14 million"),
        ("under", "低于614万元", "under ¥6.14 million"),
    ] {
        let mut o = find(&data, "lamps").clone();
        let read = minsheng_explorer::model::Qualifier::from_id(qualifier);
        o.quantity.qualifier = read.unwrap_or_else(|| panic!("{qualifier}"));
        assert_eq!(plain(&figure(&data, &o, Lang::Zh).to_string()), zh);
        assert_eq!(plain(&figure(&data, &o, Lang::En).to_string()), en);
    }
}

#[test]
fn figures_written_out_in_base_units() {
    let data = packages::sound();
    for (id, written) in [
        ("investment", Some(("近1,700,000,000元", "nearly ¥1,700,000,000"))),
        ("heating", Some(("超9,000,000元", "over ¥9,000,000"))),
        ("trained", Some(("46,000人次", "46,000 visits"))),
        ("roads", Some(("764,600米", "764,600 metres"))),
        ("children", None),
        ("payout", None),
    ] {
        let o = find(&data, id);
        let texts = [Lang::Zh, Lang::En].map(|l| base_amount(&data, o, l).map(|t| t.to_string()));
        let expected = written.map(|(zh, en)| (zh.to_owned(), en.to_owned()));
        let [zh, en] = texts.map(|t| t.as_deref().map(plain));
        assert_eq!(zh.zip(en), expected, "{id}");
    }
}

#[test]
fn amounts_are_shortened_as_each_language_does() {
    let data = packages::sound();
    for (value, id, zh, en) in [
        ("1700000000", "yuan", "17亿元", "¥1.7 billion"),
        ("1709000000", "yuan", "17.09亿元", "¥1.709 billion"),
        ("355100", "yuan", "35.51万元", "¥355,100"),
        ("4320", "yuan", "4,320元", "¥4,320"),
        ("99999999", "yuan", "1亿元", "¥100 million"),
        ("999999999", "yuan", "10亿元", "¥1 billion"),
        ("0", "yuan", "0元", "¥0"),
        ("12702", "people", "12,702人", "12,702 people"),
        ("12700", "people", "1.27万人", "12,700 people"),
        ("3188900", "people", "318.9万人", "3.189 million people"),
        ("1", "people", "1人", "1 person"),
        ("1.5", "people", "1.5人", "1.5 people"),
        ("46000", "visits", "4.6万人次", "46,000 visits"),
        ("0.333333", "percent", "0.33%", "0.33%"),
    ] {
        let value: Decimal = value.parse().unwrap_or_default();
        let unit = unit(&data, id);
        assert_eq!(plain(&amount(value, unit, Lang::Zh).to_string()), zh);
        assert_eq!(plain(&amount(value, unit, Lang::En).to_string()), en);
    }
}

#[test]
fn periods_names_and_breakdowns() {
    let data = packages::sound();
    for (id, zh, en) in [
        ("investment", "2021年", "2021"),
        ("children", "截至2021年", "as of 2021"),
        ("villages", "截至2021年9月7日", "as of 7 September 2021"),
        ("trained", "2024年1—9月", "January–September 2024"),
        ("payout", "2024年5月1日—9月30日", "1 May–30 September 2024"),
    ] {
        let o = find(&data, id);
        assert_eq!(period_text(o, Lang::Zh), zh);
        assert_eq!(period_text(o, Lang::En), en);
    }
    // What is aimed at has a deadline where that is a month or a day; a year may be that of the plan. A limit is in force.
    for (role, end, zh, en) in [
        (Role::Target, "2024-10", "2024年10月底前", "by the end of October 2024"),
        (Role::Target, "2021-11-07", "2021年11月7日前", "by 7 November 2021"),
        (Role::Target, "2022", "2022年", "2022"),
        (Role::Ceiling, "2022-05", "截至2022年5月", "as of May 2022"),
    ] {
        let period = Period { start: None, end: end.parse().unwrap() };
        let o = Observation { role, period, ..find(&data, "children").clone() };
        assert_eq!([period_text(&o, Lang::Zh), period_text(&o, Lang::En)], [zh, en]);
    }
    let part = |zh| i18n::period("2024".parse().ok(), "2024-10".parse().unwrap(), zh);
    assert_eq!([part(Lang::Zh), part(Lang::En)], ["2024年（至10月）", "2024 (to October)"]);
    for (id, zh, en) in [
        ("investment", "学校建设投资", "Investment in schools"),
        ("lamps", "学校建设投资（护眼灯）", "Investment in schools (Lamps)"),
        ("dibao_urban", "低保标准（城镇）", "Living allowance standard (Urban)"),
        ("dibao_rural", "低保标准（下限、农村）", "Living allowance standard (Lower bound, Rural)"),
        // A bare number carries its key.
        ("centenarian", "在园幼儿（年龄：100）", "Children in kindergarten (Age: 100)"),
    ] {
        let o = find(&data, id);
        assert_eq!(observation_name(&data, o, Lang::Zh), zh);
        assert_eq!(observation_name(&data, o, Lang::En), en);
    }
}

#[test]
fn ticks_of_a_time_axis() {
    for (step, zh, en) in [
        (Tick::Year, "2021年", "2021"),
        (Tick::Quarter, "三季度", "Q3"),
        (Tick::Month, "9月", "Sep"),
        (Tick::YearMonth, "2021年9月", "September 2021"),
        (Tick::Day, "7日", "7"),
    ] {
        // 7 September 2021.
        assert_eq!(i18n::tick(18_877, step, Lang::Zh), zh);
        assert_eq!(i18n::tick(18_877, step, Lang::En), en);
    }
}

#[test]
fn citations_name_figure_place_time_and_source() {
    let data = packages::sound();
    let payout = find(&data, "payout");
    for (style, lang, expected) in [
        (
            Style::Plain,
            Lang::Zh,
            "承德市保险赔付率，2024年5月1日—9月30日，公布的数：88.79%。据承德发布《暖心实事提升群众幸福“成色”》，2024年10月31日，原文第1176—1181字“88.79%”。",
        ),
        (
            Style::Plain,
            Lang::En,
            "Chengde: Insurance payout rate, 1 May–30 September 2024, reported: 88.79%. 承德发布, “Livelihood programmes move ahead”, 31 October 2024, characters 1176–1181 of the release: “88.79%”.",
        ),
        (
            Style::GbT7714,
            Lang::Zh,
            "承德发布. 暖心实事提升群众幸福“成色”[EB/OL]. (2024-10-31). 保险赔付率，公布的数：88.79%（2024年5月1日—9月30日），原文第1176—1181字“88.79%”.",
        ),
        (
            Style::GbT7714,
            Lang::En,
            "承德发布. Livelihood programmes move ahead[EB/OL]. (2024-10-31). Insurance payout rate, reported: 88.79% (1 May–30 September 2024), characters 1176–1181 of the release: “88.79%”.",
        ),
    ] {
        assert_eq!(plain(&cite(&data, payout, style, "", lang)), expected);
    }
    // A release that names no publisher says so, and its date is no more precise than it is.
    let investment = find(&data, "investment");
    let text = cite(&data, investment, Style::GbT7714, "", Lang::Zh);
    assert_eq!(
        text,
        "佚名. 奔向群众满意的民生路[EB/OL]. (2021). 学校建设投资，已完成：近17亿元（2021年），原文第317—321字“近17亿元”."
    );
    for (style, publisher) in [(Style::Plain, "”, 2021"), (Style::GbT7714, "Anon")] {
        let text = plain(&cite(&data, investment, style, "", Lang::En));
        for part in [publisher, "nearly ¥1.7 billion", "2021", "Towards a livelihood"] {
            assert!(text.contains(part), "{text}: {part}");
        }
    }
}

/// A package with a target, a derived figure, and a release whose date is inferred and whose address is known.
fn claimed() -> Dataset {
    let mut tables = packages::valid();
    for (name, text) in &mut tables {
        match name.as_str() {
            "sources" => {
                let lines: Vec<String> = text
                    .lines()
                    .map(|line| match line.split(',').next() {
                        Some("id") => format!("{line},url,kind,inferred"),
                        Some("dezhou2021") => {
                            format!("{line},https://example.org/a,graphic,published;publisher")
                        }
                        _ => format!("{line},,,"),
                    })
                    .collect();
                *text = lines.join("\n") + "\n";
            }
            "observations" => {
                *text += "sum,school_investment,dezhou_etdz,,dezhou2021,1514,wan_yuan,eq,completed,actual,2021,2021,equipment=total,454,459,614万元,,,lamps + heating,,\n";
            }
            _ => {}
        }
    }
    let (data, problems) = read_package(&tables);
    assert_eq!(problems, []);
    data
}

#[test]
fn a_citation_claims_no_more_than_the_release() {
    let data = claimed();
    let say =
        |id: &str, style, lang| plain(&cite(&data, find(&data, id), style, "2026-11-29", lang));
    // What is planned is cited as a target, whatever its figure.
    for (lang, word) in [(Lang::Zh, "目标"), (Lang::En, "target")] {
        for style in [Style::Plain, Style::GbT7714] {
            assert!(say("budget", style, lang).contains(word), "{}", say("budget", style, lang));
            assert!(!say("lamps", style, lang).contains(word));
        }
    }
    // What was worked out here is never the release's.
    for (lang, own, how) in [
        (Lang::Zh, "由本站推算", "614万元 + 超900万元"),
        (Lang::En, "Calculated by this site", "¥6.14 million + over ¥9 million"),
    ] {
        let text = say("sum", Style::Plain, lang);
        assert!(text.contains(own) && text.contains(how), "{text}");
        assert!(!text.contains("lamps") && !text.contains("614万元”"), "{text}");
    }
    assert!(say("sum", Style::GbT7714, Lang::Zh).contains("非原文所载"));
    // The address and the day it was looked at, where there is an address; an inferred date is marked.
    let filed = say("lamps", Style::GbT7714, Lang::Zh);
    assert!(filed.contains("([2021])[2026-11-29]. https://example.org/a."), "{filed}");
    assert!(say("lamps", Style::Plain, Lang::Zh).contains("2021年（推定）"));
    assert!(!say("payout", Style::GbT7714, Lang::Zh).contains("2026-11-29"));
}

#[test]
fn done_is_said_of_what_is_done_in_a_period_alone() {
    let data = packages::sound();
    for (_, o) in data.observations.iter() {
        let word = stage_word(&data, o, Lang::Zh);
        let nature = data.indicators[o.indicator].nature;
        if word == "已完成" {
            assert_eq!((nature, o.stage), (Some(Nature::Flow), Stage::Completed), "{}", o.id);
        }
    }
}

#[test]
fn a_summary_counts_what_is_worked_out_apart() {
    let data = claimed();
    let table = from_dataset(&data);
    let summary = summarize(&data, &table, &Bitmap::all(table.len));
    assert_eq!(summary.derived, 2);
    let text = summary_sentence(&data, &table, &summary, Lang::Zh);
    assert!(text.contains("共公布15项") && text.contains("另有2项由本站推算"), "{text}");
}

#[test]
fn a_summary_says_what_the_table_holds() {
    let data = packages::sound();
    let table = from_dataset(&data);
    let say = |choose: &[(&str, &str)], lang| {
        let mut filter = Filter::default();
        for (column, value) in choose {
            filter.set(column, Clause::AnyOf([(*value).to_owned()].into()));
        }
        let mut engine = Engine::new(Arc::new(table.clone()));
        engine.set_filter(&filter);
        plain(&summary_sentence(&data, &table, &summarize(&data, &table, engine.rows()), lang))
    };
    for (choose, zh, en) in [
        (
            &[][..],
            "德州经开区、承德市共公布15项民生数据，时间从2021年到2024年。\
             另有1项由本站推算。\
             以教育（10项）、救助帮扶（4项）、医疗卫生（1项）最多。\
             其中2项尚在计划，7项已经完成，6项说的是现状。\
             支出中金额最大的一笔是德州经开区学校建设投资：2021年近17亿元。",
            "Dezhou development zone, Chengde: 15 published livelihood figures, from 2021 to 2024. \
             1 more was calculated by this site. \
             The most frequent fields: education (10), social assistance (4), health (1). \
             By stage: 2 planned, 7 done, 6 current. \
             The largest spending figure is nearly ¥1.7 billion, 2021, for “Dezhou development zone: Investment in schools”.",
        ),
        (
            &[("project", "eye_care")],
            "德州经开区共公布1项民生数据，时间为2021年。支出中金额最大的一笔是学校建设投资（护眼灯）：2021年614万元。",
            "Dezhou development zone: 1 published livelihood figure, for 2021. \
             The largest spending figure is ¥6.14 million, 2021, for “Investment in schools (Lamps)”.",
        ),
        (
            &[("place", "hebei"), ("stage", "planned")],
            "承德市共公布1项民生数据，时间为2024年。另有1项由本站推算。",
            "Chengde: 1 published livelihood figure, for 2024. 1 more was calculated by this site.",
        ),
        (&[("place", "nowhere")], "没有符合条件的数据。", "No figure meets the conditions."),
    ] {
        assert_eq!(say(choose, Lang::Zh), zh);
        assert_eq!(say(choose, Lang::En), en);
    }
}

#[test]
fn a_summary_counts_what_a_recount_counts() {
    let data = packages::sound();
    let table = from_dataset(&data);
    for mask in [0b1_u32, 0b1010_1010_1010_1010, 0xffff, 0b0110_0000_0111_0000, 0] {
        let rows = Bitmap::from_fn(table.len, |row| mask >> row & 1 == 1);
        let chosen: Vec<&Observation> = data
            .observations
            .iter()
            .filter(|(at, _)| rows.contains(at.index()))
            .map(|(_, o)| o)
            .collect();
        let summary = summarize(&data, &table, &rows);
        assert_eq!(summary.count, chosen.len());
        for (role, counted) in
            [(column::Role::Topic, &summary.topics), (column::Role::Stage, &summary.stages)]
        {
            let Some(category) = table.category_by_role(role) else { panic!("{role:?}") };
            for (code, entry) in category.dictionary.iter() {
                let is = |o: &&&Observation| match role {
                    column::Role::Topic => {
                        data.domains[data.indicators[o.indicator].domain].id == entry.id
                    }
                    // What was worked out here is told apart.
                    _ => data.told_stage(o).id() == entry.id && !o.is_derived(),
                };
                let expected = Some(chosen.iter().filter(is).count()).filter(|&n| n > 0);
                let given = counted.iter().find(|(c, _)| *c == code).map(|(_, n)| *n);
                assert_eq!(given, expected, "{}", entry.id);
            }
        }
        assert!(summary.topics.is_sorted_by(|a, b| a.1 >= b.1));
        let years =
            |o: &&Observation| [o.period.start.unwrap_or(o.period.end).year(), o.period.end.year()];
        let all: Vec<i32> = chosen.iter().flat_map(years).collect();
        assert_eq!(summary.years, all.iter().min().copied().zip(all.iter().max().copied()));
    }
}

#[test]
fn the_values_of_every_vocabulary_have_names() {
    let data = packages::sound();
    let table = from_dataset(&data);
    for (column, category) in table.categories() {
        for (_, entry) in category.dictionary.iter() {
            for lang in Lang::ALL {
                let name = entry_name(&column.key, entry, lang);
                assert!(!name.is_empty() && name != entry.id, "{} {}", column.key, entry.id);
                let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
                assert!(name == "%" || name.contains(is_han) == (lang == Lang::Zh), "{name}");
            }
        }
    }
}

#[test]
fn problems_in_a_readers_words() {
    use ProblemKind as K;
    for (kind, zh, en) in [
        (K::Unreadable, "读不出内容", "cannot be read"),
        (K::MissingTable, "缺少这张表", "the table is missing"),
        (K::MissingColumn, "缺少这一列", "the column is missing"),
        (K::RaggedRow, "单元格数与表头不符", "the number of cells differs from the header"),
        (K::EmptyCell, "不能为空", "must not be empty"),
        (K::DuplicateId, "编号重复", "the id is taken"),
        (K::UnknownReference, "引用的编号不存在", "refers to an id that does not exist"),
        (K::NotANumber, "不是可用的数字", "not a usable number"),
        (K::BadDate, "不是日期", "not a date"),
        (K::PeriodReversed, "起始晚于截止", "starts after it ends"),
        (K::OutsideVocabulary, "不在可用的词里", "not one of the allowed words"),
        (K::PercentOutOfRange, "百分比超出范围", "the percentage is out of range"),
        (
            K::UnitNotConvertible,
            "单位与指标的单位不能换算",
            "the unit does not convert into the indicator’s",
        ),
        (K::TreeCycle, "上级关系绕回了自己", "the chain of parents leads back to itself"),
        (
            K::PrintedWithoutValue,
            "原文所印里没有这个数值",
            "the printed figure does not contain the value",
        ),
        (K::BadLocator, "原文位置不对", "the locator is wrong"),
        (K::BadBreakdown, "细分写法不对", "the breakdown is malformed"),
    ] {
        let at =
            Location { table: "observations".into(), row: Some(5), column: Some("value".into()) };
        let problem = Problem { kind, at, found: "a{b}".into(), expected: "> 0".into() };
        assert_eq!(
            describe(&problem, Lang::Zh),
            format!("observations表第5行“value”列：{zh}：写的是“a{{b}}”，应为> 0")
        );
        assert_eq!(
            describe(&problem, Lang::En),
            format!("table observations, row 5, column value: {en}: found “a{{b}}”, expected > 0")
        );
    }
    for (row, column, found, zh, en) in [
        (None, None, "", "units表：不能为空", "table units: must not be empty"),
        (Some(3), None, "", "units表第3行：不能为空", "table units, row 3: must not be empty"),
        (
            None,
            Some("id"),
            "",
            "units表“id”列：不能为空",
            "table units, column id: must not be empty",
        ),
        (
            None,
            None,
            "x",
            "units表：不能为空：写的是“x”",
            "table units: must not be empty: found “x”",
        ),
    ] {
        let at = Location { table: "units".into(), row, column: column.map(str::to_owned) };
        let problem =
            Problem { kind: K::EmptyCell, at, found: found.into(), expected: String::new() };
        assert_eq!(describe(&problem, Lang::Zh), zh);
        assert_eq!(describe(&problem, Lang::En), en);
    }
}
