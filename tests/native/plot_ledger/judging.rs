//! What is judged, and when: by promises of every kind that are added to the bundled data.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::{Dataset, Id, Observation};
use minsheng_explorer::plot::ledger::{self, Due, Status, Why, due, judged};
use minsheng_explorer::query::Filter;
use minsheng_explorer::state::Grouping;
use rust_decimal::Decimal;

use super::{Target, bundled, find, only, plan_of, promise_of, row, rows, value};
use crate::packages;

/// The bundled package with a few rows more: indicator, value, unit, qualifier, stage, role, `start/end`, breakdown.
fn with(added: &[[&str; 8]]) -> Dataset {
    let mut tables = packages::bundled();
    let table = tables.iter_mut().find(|(name, _)| name == "observations").unwrap();
    for (at, [indicator, value, unit, qualifier, stage, role, period, breakdown]) in
        added.iter().enumerate()
    {
        let period = period.replace('/', ",");
        table.1 += &format!(
            "added-{at},{indicator},chengde,,chengde2024,{value},{unit},{qualifier},{stage},{role},{period},{breakdown},1,{},{value},,,,,,\n",
            value.len() + 1
        );
    }
    let (data, problems) = read_package(&tables);
    assert_eq!(problems, []);
    data
}

#[test]
fn targets_of_every_kind_are_judged_when_they_are_due() {
    use Status::{Behind, Exceeded, Met, NotDue, Open, Unjudged};
    let rate = ["urban_unemployment_rate", "percent"];
    let beds = ["hospital_beds_added", "bed"];
    let (year, part) = ("2023/2023", "2024-01/2024-09");
    let next = "2024/2024";
    let cases: &[Target] = &[
        // A limit is kept or not once its time is over, with no ratio.
        (rate, ["4.3", "under", year], ["3.57", "eq", year], "target", (Met, None), None),
        (rate, ["4.3", "eq", year], ["3.57", "eq", year], "ceiling", (Met, None), None),
        (
            rate,
            ["4.3", "under", year],
            ["4.5", "eq", year],
            "target",
            (Behind, Some(Why::OverLimit)),
            None,
        ),
        (
            rate,
            ["4.3", "under", year],
            ["5", "at_most", year],
            "target",
            (Open, Some(Why::Words)),
            None,
        ),
        (rate, ["4.3", "under", next], ["3.57", "eq", part], "target", (NotDue, None), None),
        (rate, ["4.3", "under", next], ["4.5", "eq", part], "target", (NotDue, None), None),
        // What is to be reached may be reached early; what falls short does so only when it is due.
        (beds, ["20", "at_least", next], ["20", "eq", part], "target", (Met, None), Some("100%")),
        (beds, ["20", "eq", next], ["90", "eq", part], "target", (Exceeded, None), Some("450%")),
        (beds, ["20", "eq", next], ["18", "over", part], "target", (NotDue, None), Some("超90%")),
        (beds, ["20", "eq", next], ["1", "eq", part], "target", (NotDue, None), Some("5%")),
        (beds, ["20", "eq", year], ["17", "eq", year], "target", (Behind, None), Some("85%")),
        (
            beds,
            ["20", "eq", year],
            ["1", "over", year],
            "target",
            (Open, Some(Why::Words)),
            Some("超5%"),
        ),
        (beds, ["0", "eq", year], ["3", "eq", year], "target", (Exceeded, None), None),
        // A year alone may be that of the text; a month is a deadline.
        (
            beds,
            ["20", "eq", "/2023"],
            ["17", "eq", "/2023"],
            "target",
            (Open, Some(Why::NoDue)),
            Some("85%"),
        ),
        (
            beds,
            ["20", "eq", "/2023-06"],
            ["17", "eq", "/2023"],
            "target",
            (Open, Some(Why::NoDate)),
            Some("85%"),
        ),
        (
            beds,
            ["20", "eq", "/2023-06"],
            ["17", "eq", "/2024-09"],
            "target",
            (Behind, None),
            Some("85%"),
        ),
        (
            beds,
            ["20", "eq", "/2025-06"],
            ["17", "eq", "/2024-09"],
            "target",
            (NotDue, None),
            Some("85%"),
        ),
        // Of eight years and of one.
        (
            beds,
            ["20", "eq", year],
            ["17", "eq", "2016/2023"],
            "target",
            (Unjudged, Some(Why::Unlike)),
            None,
        ),
        (
            beds,
            ["20", "eq", year],
            ["17", "eq", "/2023"],
            "target",
            (Unjudged, Some(Why::Unlike)),
            None,
        ),
    ];
    for ([indicator, unit], target, actual, role, expected, ratio) in cases {
        let data = with(&[
            [indicator, target[0], unit, target[1], "planned", role, target[2], "test=one"],
            [indicator, actual[0], unit, actual[1], "completed", "actual", actual[2], "test=one"],
        ]);
        let promise = promise_of(&data, "added-0");
        let found = judged(&data, &promise);
        assert_eq!((found.status, found.why), *expected, "{indicator} {target:?} {actual:?}");
        let plan = plan_of(&data, &only("indicator", indicator), Grouping::Place, Lang::Zh);
        let row = rows(&plan).into_iter().find(|row| row.key == "added-1").unwrap();
        assert_eq!(&*row.ratio, ratio.unwrap_or_default(), "{indicator} {target:?} {actual:?}");
        assert_eq!(row.picture.is_some(), ratio.is_some());
        let told = ledger::RELEASE.status(found.status, found.why).get(Lang::Zh);
        assert!(row.standing.starts_with(told), "{}", row.standing);
    }
}

#[test]
fn a_result_is_as_old_as_it_may_be_and_no_younger_than_its_release() {
    let bed = |period: &'static str, role: &'static str| {
        ["hospital_beds_added", "5", "bed", "eq", "completed", role, period, "test=one"]
    };
    for (target, actual, expected) in [
        ("2023/2023", "2023/2023", Due::Past),
        // The release is of October 2024, so its year is not over.
        ("2024/2024", "2024/2024", Due::Ahead),
        ("/2024-09", "2024-01/2024-09", Due::Past),
        ("/2024-10", "2024-01/2024-09", Due::Ahead),
        ("/2023-09", "/2023", Due::Vague),
        ("/2022-09", "/2023", Due::Past),
        ("/2023", "/2024-09", Due::Unknown),
    ] {
        let data = with(&[bed(target, "target"), bed(actual, "actual")]);
        let at = |id: &str| &data.observations[find(&data, id)];
        let found = Due::of(&data, at("added-0"), at("added-1"));
        assert_eq!(found, expected, "{target} {actual}");
        assert_eq!(due(&data, at("added-0")).is_none(), expected == Due::Unknown);
    }
}

#[test]
fn rates_are_compared_with_the_figures_beyond_their_rounding() {
    let beds = ["hospital_beds_added", "bed"];
    // Written in ten thousands, whose last digit is rounded.
    let area = ["school_building_area", "wan_sqm"];
    for ([indicator, unit], target, actual, rate, differs) in [
        (beds, "15", "12", "80", false),
        (beds, "15", "12", "80.0", false),
        (beds, "15", "12", "81", true),
        (beds, "15", "12", "80.4", true),
        (beds, "3", "2", "66.7", false),
        (beds, "3", "2", "66.6", true),
        (area, "9.9", "7.3", "74", false),
        (area, "9.9", "7.3", "76", true),
        (area, "15", "12", "81", false),
    ] {
        let data = with(&[
            [indicator, target, unit, "eq", "planned", "target", "2024/2024", ""],
            [indicator, actual, unit, "eq", "completed", "actual", "2024/2024", ""],
            [
                "reemployment_target_rate",
                rate,
                "percent_of_target",
                "eq",
                "completed",
                "actual",
                "2024/2024",
                "",
            ],
        ]);
        let id = |at: usize| find(&data, &format!("added-{at}"));
        let (target, actual, rate) = (id(0), id(1), id(2));
        let with_unit = |id: Id<Observation>| {
            let o = &data.observations[id];
            (o, &data.units[o.unit])
        };
        let found = ledger::differs(with_unit(rate), with_unit(target), with_unit(actual));
        assert_eq!(found, differs, "{target:?} {actual:?} {rate:?}");
    }
}

#[test]
fn a_row_says_that_its_published_rate_is_at_odds() {
    let done = value(&bundled(), "chengde2024-pocket-parks");
    for (rate, differs) in [("93.3", false), ("95", true)] {
        let mut tables = packages::bundled();
        let table = tables.iter_mut().find(|(name, _)| name == "observations").unwrap();
        for (id, indicator, value, unit, stage, role) in [
            ("added-target", "pocket_parks", "15", "site", "planned", "target"),
            (
                "added-rate",
                "reemployment_target_rate",
                rate,
                "percent_of_target",
                "completed",
                "actual",
            ),
        ] {
            table.1 += &format!(
                "{id},{indicator},chengde,chengde-pocket-parks,chengde2024,{value},{unit},eq,{stage},{role},,2024-09,,1,{},{value},,,,,,\n",
                value.len() + 1
            );
        }
        let (data, problems) = read_package(&tables);
        assert_eq!(problems, []);
        let plan = plan_of(&data, &Filter::default(), Grouping::Place, Lang::En);
        let found = row(&plan, "chengde2024-pocket-parks");
        let said = if differs { found.doubts.join(" ") } else { found.sentence() };
        assert_eq!(found.doubts.is_empty(), !differs, "{:?}", found.doubts);
        assert!(said.contains(&format!("{rate}%")), "{said}");
        let percent = done / Decimal::from(15) * Decimal::ONE_HUNDRED;
        assert_eq!(found.ratio, format!("{}%", percent.round_dp(1).normalize()));
    }
}
