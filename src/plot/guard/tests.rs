//! What sets figures apart, case by case.

use super::*;
use crate::base::lang::Lang;
use crate::model::{Dataset, Period, Quantity};
use Weight::{Note, Refuse, Warn};

fn period(text: &str) -> Period {
    let (start, end) = text.split_once('/').unwrap();
    let start = (!start.is_empty()).then(|| start.parse().unwrap());
    Period { start, end: end.parse().unwrap() }
}

fn pairs(text: &str) -> Vec<(String, String)> {
    let pair = |part: &str| part.split_once('=').map(|(k, v)| (k.to_owned(), v.to_owned()));
    text.split(';').filter_map(pair).collect()
}

/// A figure as `kind unit nature stage role period qualifier breakdown`.
fn figure<'a>(parts: &[&'a str], breakdown: &'a [(String, String)]) -> Facts<'a> {
    Facts {
        kind: parts[0],
        unit: parts[1],
        nature: Nature::from_id(parts[2]).unwrap(),
        stage: Stage::from_id(parts[3]).unwrap(),
        role: Role::from_id(parts[4]).unwrap(),
        period: period(parts[5]),
        breakdown,
        quantity: Quantity { value: 5.into(), qualifier: Qualifier::from_id(parts[6]).unwrap() },
        is_derived: false,
        is_part: false,
        works: "",
        level: Level::County,
        note: "",
        is_doubted: false,
    }
}

fn judged(a: &str, b: &str, by: fn(&Facts, &Facts) -> Verdict) -> Verdict {
    let parts = [a, b].map(|text| text.split(' ').collect::<Vec<&str>>());
    let breakdowns = parts.clone().map(|p| pairs(p.get(7).unwrap_or(&"")));
    by(&figure(&parts[0], &breakdowns[0]), &figure(&parts[1], &breakdowns[1]))
}

#[test]
fn differences_are_refused_warned_of_or_noted() {
    use Reason as R;
    let text = str::to_owned;
    let year = "people people flow completed actual 2021/2021 eq";
    let rate = "share percent rate standing actual /2021 eq";
    for (a, b, weight, reasons) in [
        (year, "people wan_people flow completed actual 2021/2021 eq", None, vec![]),
        ("money yuan flow completed actual 2021/2021 eq", year, Some(Refuse), vec![R::Units]),
        (
            "money yuan flow completed actual 2021/2021 eq",
            "money_per_person x flow completed actual 2021/2021 eq",
            Some(Refuse),
            vec![R::PerHead],
        ),
        (
            "money_per_person_month x standard standing actual 2021/2021 eq",
            "money_per_person_year y standard standing actual 2021/2021 eq",
            Some(Refuse),
            vec![R::Units],
        ),
        // What is there and what was done.
        (
            "people people stock standing actual 2021/2021 eq",
            year,
            Some(Refuse),
            vec![R::Natures(Nature::Stock, Nature::Flow)],
        ),
        // A target is planned: one word for both.
        (
            "facility school flow planned target 2024/2024 eq",
            "facility school flow completed actual 2024/2024 eq",
            Some(Refuse),
            vec![R::Stages(Stage::Planned, Stage::Completed), R::Roles(Role::Target, Role::Actual)],
        ),
        (
            "facility school flow in_progress actual 2024/2024 eq",
            "facility school flow completed actual 2024/2024 eq",
            Some(Refuse),
            vec![R::Stages(Stage::InProgress, Stage::Completed)],
        ),
        (
            "share percent rate standing ceiling /2021 eq",
            rate,
            Some(Refuse),
            vec![R::Roles(Role::Ceiling, Role::Actual)],
        ),
        (
            "share percent rate standing share /2021 eq",
            rate,
            Some(Refuse),
            vec![R::Roles(Role::Share, Role::Actual)],
        ),
        // Times.
        ("people people flow completed actual 2008/2021 eq", year, Some(Refuse), vec![R::Spans]),
        ("people people flow completed actual /2021 eq", year, Some(Refuse), vec![R::AsOf]),
        (
            "people people flow completed actual /2021 eq",
            "people people flow completed actual /2021 eq",
            Some(Warn),
            vec![R::NoStart],
        ),
        (
            "people people flow completed actual 2021-01/2021-09 eq",
            year,
            Some(Refuse),
            vec![R::Lengths],
        ),
        (
            "people people flow completed actual 2023-01/2023-09 eq",
            "people people flow completed actual 2024-02/2024-10 eq",
            Some(Note),
            vec![R::Years(2023, 2024)],
        ),
        (
            "people people stock standing actual 2021/2021 eq",
            "people people stock standing actual /2021 eq",
            None,
            vec![],
        ),
        (
            "share percent rate standing actual 2012/2021 eq",
            "share percent rate standing actual 2021/2021 eq",
            Some(Refuse),
            vec![R::Spans],
        ),
        // Parts.
        (
            "money_per_person_month x standard standing actual /2021 eq residence=urban",
            "money_per_person_month x standard standing actual /2021 eq residence=rural",
            Some(Refuse),
            vec![R::Breakdowns(text("residence"), text("urban"), text("rural"))],
        ),
        (
            "people people flow completed actual 2021/2021 eq group=a",
            year,
            Some(Refuse),
            vec![R::Narrower(text("group"), text("a"))],
        ),
        (
            "facility site stock standing actual /2021 eq",
            "facility school stock standing actual /2021 eq",
            Some(Warn),
            vec![R::Counted(text("site"), text("school"))],
        ),
        // Words.
        (
            "people people flow completed actual 2021/2021 over",
            "people people flow completed actual 2021/2021 at_least",
            Some(Warn),
            vec![R::OpenEnds(Qualifier::Over, Qualifier::AtLeast)],
        ),
        (
            year,
            "people people flow completed actual 2021/2021 about",
            Some(Warn),
            vec![R::OpenEnds(Qualifier::Eq, Qualifier::About)],
        ),
    ] {
        let there = judged(a, b, compare);
        assert_eq!(there.0, reasons, "{a} against {b}");
        assert_eq!(there.weight(), weight, "{a} against {b}");
        let back = judged(b, a, compare);
        assert_eq!(back.weight(), weight, "the order does not matter: {a} against {b}");
    }
}

#[test]
fn what_is_known_of_one_figure_alone_keeps_the_two_apart() {
    let parts = "people people flow completed actual 2021/2021 eq".split(' ');
    let parts: Vec<&str> = parts.collect();
    let own = figure(&parts, &[]);
    assert_eq!(compare(&own, &own).0, []);
    let more = |number: i64| Quantity { value: number.into(), ..own.quantity };
    for (other, weight, reason) in [
        (Facts { is_derived: true, ..own }, Refuse, Reason::Derived),
        (Facts { is_doubted: true, ..own }, Refuse, Reason::Doubted),
        (Facts { is_part: true, ..own }, Refuse, Reason::Part),
        (Facts { note: "only those", ..own }, Warn, Reason::Noted),
        (
            Facts { level: Level::Prefecture, ..own },
            Warn,
            Reason::Levels(Level::County, Level::Prefecture),
        ),
    ] {
        let verdict = compare(&own, &other);
        assert_eq!((verdict.weight(), &verdict.0), (Some(weight), &vec![reason]));
        assert!(!verdict.is_alike());
    }
    let zone = Facts { level: Level::Zone, ..own };
    assert_eq!(compare(&own, &zone).0, [], "a zone and a county are of one level");
    let both = [Facts { works: "roads", ..own }, Facts { works: "sewage", ..own }];
    assert_eq!(compare(&both[0], &both[1]).0, [Reason::Works]);
    assert_eq!(compare(&both[0], &own).0, []);
    let ours = Facts { is_derived: true, ..own };
    assert_eq!(compare(&ours, &ours).0, [Reason::AllDerived]);
    // Nearly seventeen and ten are told apart, whatever their ends.
    let nearly = Quantity { qualifier: Qualifier::Nearly, ..more(17) };
    assert_eq!(compare(&Facts { quantity: nearly, ..own }, &own).0, []);
}

#[test]
fn what_may_be_divided() {
    let people = "people people flow completed actual 2021/2021 eq";
    for (a, b, weight) in [
        (
            "money wan_yuan flow completed actual 2021/2021 eq group=old",
            "people people flow completed actual 2021/2021 eq group=old",
            None,
        ),
        (
            "money wan_yuan flow completed actual 2021/2021 eq",
            "people people stock standing actual /2021 eq",
            None,
        ),
        (
            "money wan_yuan flow completed actual 2021/2021 eq",
            "people people flow completed actual /2021 eq",
            Some(Refuse),
        ),
        (
            "money wan_yuan flow completed actual 2021/2021 eq group=old",
            "people people flow completed actual 2021/2021 eq group=oldest",
            Some(Refuse),
        ),
        ("money wan_yuan flow completed actual 2021/2021 eq group=old", people, Some(Refuse)),
        ("money wan_yuan flow planned target 2021/2021 eq", people, Some(Refuse)),
        ("money wan_yuan flow in_progress actual 2021/2021 eq", people, Some(Refuse)),
        ("money wan_yuan flow completed actual 2007/2021 eq", people, Some(Refuse)),
        (
            "money wan_yuan flow completed actual 2007/2021 eq",
            "people people stock standing actual /2021 eq",
            Some(Refuse),
        ),
        ("share percent rate standing actual 2021/2021 eq", people, Some(Refuse)),
        (people, "money yuan flow completed actual 2021/2021 eq", Some(Refuse)),
    ] {
        assert_eq!(judged(a, b, divide).weight(), weight, "{a} over {b}");
    }
    let money = "money wan_yuan flow completed actual /2021 eq".split(' ');
    let money: Vec<&str> = money.collect();
    let own = figure(&money, &[]);
    let people = Facts { kind: "people", unit: "people", ..own };
    assert_eq!(divide(&own, &people).weight(), None);
    // So many years of money, and people of one year on average.
    let yearly = Facts { note: "a yearly mean", ..people };
    assert_eq!(divide(&own, &yearly).weight(), Some(Refuse));
    let doubted = Facts { is_doubted: true, ..people };
    assert_eq!(divide(&own, &doubted).weight(), Some(Refuse));
}

#[test]
fn none_is_said_only_where_it_holds_of_all() {
    let data = Dataset::default();
    let parts = ["people", "people", "flow", "completed", "actual", "/2021", "eq"];
    let undated = figure(&parts, &[]);
    let dated = Facts { period: period("2021-04/2021-04"), ..undated };
    let told = |facts: &[Facts], lang| wording(facts)(&Reason::NoStart, &data, lang);
    assert_eq!(told(&[undated, undated, dated], Lang::Zh), "有的没有说从哪年算起");
    assert_eq!(told(&[undated, undated, undated], Lang::Zh), "都没有说从哪年算起");
    assert!(told(&[undated, undated, undated], Lang::En).starts_with("They do not"));
    assert_eq!(reason(&Reason::NoStart, &data, Lang::Zh), "都没有说从哪年算起", "of two both");
}
