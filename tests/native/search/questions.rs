//! Questions of residents: what is understood of each, and which figure must come first.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::read_package;
use minsheng_explorer::query::{Filter, Searchable};
use minsheng_explorer::session::{Finding, Session};

use super::{chosen, find};
use crate::packages;

fn session() -> Session {
    let data = read_package(&packages::bundled()).0;
    let table = from_dataset(&data);
    Session::new(data, table, Vec::new())
}

fn ask(session: &mut Session, query: &str) -> Finding {
    let is_zh = query.contains(|c: char| c >= '\u{3400}');
    find(session, query, &Filter::default(), if is_zh { Lang::Zh } else { Lang::En })
}

/// The key of the first result, where it is told as the answer.
fn answered(finding: &Finding) -> &str {
    match finding.hits.first().map(|hit| &hit.target) {
        Some(Searchable::Row(key)) if finding.answer.is_some() => key,
        _ => "",
    }
}

/// What was understood, in words.
fn understood(finding: &Finding) -> String {
    let parts = finding.understood.iter().map(|part| format!("{}={}", part.kind, part.name));
    parts.collect::<Vec<_>>().join(" ")
}

/// A question, what must be understood of it, and the figure that answers it.
const ANSWERED: &[(&str, &str, &str)] = &[
    ("德州 低保", "地区=德州经开区 指标=低保标准", "dezhou2021-dibao-standard-urban"),
    ("德州低保", "地区=德州经开区 指标=低保标准", "dezhou2021-dibao-standard-urban"),
    ("德州低保多少钱", "地区=德州经开区 指标=低保标准", "dezhou2021-dibao-standard-urban"),
    (
        "德州 农村 低保",
        "地区=德州经开区 条件=农村 指标=低保标准",
        "dezhou2021-dibao-standard-rural",
    ),
    (
        "德州农村低保一个月多少钱",
        "地区=德州经开区 条件=农村 指标=低保标准",
        "dezhou2021-dibao-standard-rural",
    ),
    ("山东 低保", "地区=山东 指标=低保标准", "dezhou2021-dibao-standard-urban"),
    ("河北 低保", "地区=河北 指标=低保对象", "chengde2024-dibao-recipients"),
    ("承德低保有多少人", "地区=承德市 指标=低保对象", "chengde2024-dibao-recipients"),
    ("杜集 低保", "地区=杜集区 指标=救助补助资金年均发放额", "duji2019-dibao-payments-rural"),
    (
        "承德 2024 修了多少路",
        "地区=承德市 时间=2024 指标=农村公路建设",
        "chengde2024-rural-roads-completed",
    ),
    (
        "承德2024年修了多少农村公路",
        "地区=承德市 时间=2024年 指标=农村公路建设",
        "chengde2024-rural-roads-completed",
    ),
    ("承德 老旧小区", "地区=承德市 指标=老旧小区改造", "chengde2024-old-compounds-renovated"),
    ("承德 老旧小区改造", "地区=承德市 指标=老旧小区改造", "chengde2024-old-compounds-renovated"),
    ("威海 学位", "地区=威海经开区 指标=新增学位", "weihai2022-school-places"),
    ("威海新增了多少学位", "地区=威海经开区 指标=新增学位", "weihai2022-school-places"),
    ("學位 威海", "指标=新增学位 地区=威海经开区", "weihai2022-school-places"),
    ("威海 污水", "地区=威海经开区 指标=污水管道铺设长度", "weihai2022-road-sewage-pipes"),
    (
        "德州 普惠性幼儿园占比",
        "地区=德州经开区 指标=普惠性幼儿园在园幼儿占比 数据性质=占比",
        "dezhou2021-inclusive-kindergarten-share",
    ),
    ("公租房 杜集", "指标=建成保障性住房 地区=杜集区", "duji2019-affordable-homes"),
    (
        "school places in Weihai",
        "Indicator=New school places Place=Weihai",
        "weihai2022-school-places",
    ),
    (
        "How many school places in Weihai?",
        "Indicator=New school places Place=Weihai",
        "weihai2022-school-places",
    ),
    ("dezhou dibao", "Place=Dezhou Indicator=Dibao standard", "dezhou2021-dibao-standard-urban"),
    ("chengde dibao", "Place=Chengde Indicator=Dibao recipients", "chengde2024-dibao-recipients"),
    ("chemgde dibao", "Place=Chengde Indicator=Dibao recipients", "chengde2024-dibao-recipients"),
    (
        "rural roads Chengde 2024",
        "Indicator=New and rebuilt rural roads Place=Chengde Period=2024",
        "chengde2024-rural-roads-completed",
    ),
    (
        "old compounds renovated in Chengde",
        "Indicator=Renovation of old residential compounds Place=Chengde",
        "chengde2024-old-compounds-renovated",
    ),
];

/// A question that no one figure answers: what is understood of it, and a part of what is said instead.
const NOT_ANSWERED: &[(&str, &str, &str)] = &[
    // Nobody here is asked for by such a name.
    ("北京 低保", "指标=低保标准、低保对象", "没有找到“北京”"),
    ("德州 地铁", "地区=德州经开区", "没有找到“地铁”"),
    ("威海 工资", "地区=威海经开区", "没有找到“工资”"),
    ("德州 抵保", "地区=德州经开区", "没有找到“抵保”"),
    // Understood, but no release of the place says it.
    ("聊城 低保", "地区=聊城开发区 指标=低保标准、低保对象", "没有一项"),
    ("德州 厕所", "地区=德州经开区 指标=厕所粪污处理站修缮", "没有一项"),
    ("德州 学位 2015", "地区=德州经开区 指标=新增学位 时间=2015", "没有一项"),
    ("承德 失业率", "地区=承德市 指标=城镇登记失业率", "没有一项"),
    ("承德 新增就业", "地区=承德市 指标=城镇新增就业", "没有一项"),
    ("杜集 病床", "地区=杜集区 指标=新增床位", "没有一项"),
    ("hospital beds in Duji", "Indicator=Additional hospital beds Place=Duji", "No figure"),
    ("new jobs in Chengde", "Indicator=New urban jobs Place=Chengde", "No figure"),
    (
        "unemployment rate Chengde",
        "Indicator=Registered urban unemployment rate Place=Chengde",
        "No figure",
    ),
    // Several places or indicators are meant.
    ("低保", "指标=低保标准、低保对象", ""),
    ("看病", "生活主题=看病", ""),
    ("德州 看病", "地区=德州经开区 生活主题=看病", ""),
    ("德州 补贴", "地区=德州经开区 指标=幼儿园补贴资金", ""),
    ("房子 承德", "领域=住房 地区=承德市", ""),
    ("２０２４ 承德 就业", "时间=2024 地区=承德市 领域=就业创业", ""),
    (
        "Duji kindergartens",
        "Place=Duji Indicator=New and extended kindergartens, Kindergartens taken over from housing estates",
        "",
    ),
];

#[test]
fn a_question_is_answered_by_the_figure_itself() {
    let session = &mut session();
    for (query, parts, key) in ANSWERED {
        let finding = ask(session, query);
        assert_eq!(understood(&finding), *parts, "{query}");
        assert_eq!(answered(&finding), *key, "{query}: {finding:#?}");
        assert_eq!(finding.remark, "", "{query}");
    }
}

#[test]
fn what_was_not_said_is_not_guessed() {
    let session = &mut session();
    for (query, parts, remark) in NOT_ANSWERED {
        let finding = ask(session, query);
        assert_eq!(understood(&finding), *parts, "{query}");
        assert_eq!(finding.answer, None, "{query}");
        assert!(finding.remark.starts_with(remark), "{query}: {}", finding.remark);
        assert_eq!(finding.remark.is_empty(), remark.is_empty(), "{query}: {}", finding.remark);
        assert!(!finding.hits.is_empty(), "{query}");
    }
}

#[test]
fn an_answer_is_told_whole() {
    let session = &mut session();
    let answer = ask(session, "德州 低保").answer.unwrap();
    assert_eq!(answer.place, "德州经开区");
    assert!(answer.time.contains("2021年"), "{answer:?}");
    assert_eq!(answer.figure.qualifier, "不低于");
    assert_eq!(answer.figure.number, "755");
    assert!(!answer.source.is_empty() && answer.name.contains("低保标准"), "{answer:?}");
}

#[test]
fn figures_come_first_then_indicators_then_places() {
    let session = &mut session();
    let finding = ask(session, "威海 学位");
    let kind = |target: &Searchable| match target {
        Searchable::Row(_) => 0,
        Searchable::Value { column, .. } if column == "indicator" => 1,
        Searchable::Value { column, .. } if column == "place" => 2,
        Searchable::Value { .. } => 3,
    };
    let kinds: Vec<u8> = finding.hits.iter().map(|hit| kind(&hit.target)).collect();
    assert!(kinds.is_sorted() && kinds.contains(&1) && kinds.contains(&2), "{kinds:?}");
}

#[test]
fn a_part_that_is_taken_out_leaves_the_rest_of_the_question() {
    let session = &mut session();
    let finding = ask(session, "承德 2024 修了多少路");
    let rests: Vec<&str> = finding.understood.iter().map(|part| part.rest.as_str()).collect();
    assert_eq!(rests, ["2024 修路", "承德 修路", "承德 2024"]);
}

#[test]
fn a_figure_outside_the_filters_is_counted_and_is_no_answer() {
    let session = &mut session();
    let filter = chosen("place", "chengde");
    let finding = find(session, "德州 低保", &filter, Lang::Zh);
    assert_eq!(finding.answer, None);
    assert!(finding.beyond.contains("之外还有"), "{finding:?}");
    let first = &finding.hits[finding.inside];
    assert_eq!(first.target, Searchable::Row("dezhou2021-dibao-standard-urban".into()));
}
