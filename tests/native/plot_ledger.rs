//! The promise ledger over the bundled package, and over one to which rows are added.

use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::{Dataset, Id, Observation, Role};
use minsheng_explorer::plot::ledger::{
    self, LedgerPlan, NoPace, Promise, RowPlan, Status, Why, appeared, judged, promises, tally,
};
use minsheng_explorer::query::{Clause, Engine, Filter};
use minsheng_explorer::state::{Grouping, Options};
use rust_decimal::Decimal;

use crate::packages;

fn bundled() -> Dataset {
    read_package(&packages::bundled()).0
}

fn plan_of(data: &Dataset, filter: &Filter, by: Grouping, lang: Lang) -> LedgerPlan {
    let mut engine = Engine::new(Arc::new(from_dataset(data)));
    engine.set_filter(filter);
    let options = Options { promises: by, ..Options::default() };
    ledger::plan(&mut engine, data, &options, lang).unwrap()
}

fn plan(lang: Lang) -> LedgerPlan {
    plan_of(&bundled(), &Filter::default(), Grouping::Place, lang)
}

fn rows(plan: &LedgerPlan) -> Vec<&RowPlan> {
    plan.groups.iter().flat_map(|group| &group.rows).collect()
}

fn only(column: &str, value: &str) -> Filter {
    let mut filter = Filter::default();
    filter.set(column, Clause::AnyOf([value.to_owned()].into()));
    filter
}

fn find(data: &Dataset, id: &str) -> Id<Observation> {
    data.observations.find(id).unwrap()
}

fn value(data: &Dataset, id: &str) -> Decimal {
    data.observations[find(data, id)].quantity.value
}

fn promise_of(data: &Dataset, target: &str) -> Promise {
    let target = Some(find(data, target));
    promises(data).into_iter().find(|promise| promise.target == target).unwrap()
}

fn works_of(data: &Dataset, part: &str) -> Promise {
    let part = find(data, part);
    promises(data).into_iter().find(|promise| promise.works.contains(&part)).unwrap()
}

#[test]
fn every_target_and_every_project_is_told_once() {
    let data = bundled();
    let all = promises(&data);
    for (id, o) in data.observations.iter().filter(|(_, o)| o.role == Role::Target) {
        let head = all.iter().filter(|p| p.target == Some(id)).count();
        let step = all.iter().filter(|p| p.parts.contains(&id)).count();
        assert_eq!((head, step), if o.part_of.is_some() { (0, 1) } else { (1, 0) }, "{}", o.id);
    }
    for (id, project) in data.projects.iter() {
        let own = all.iter().filter(|p| p.project == Some(id)).count();
        let without = all.iter().filter(|p| p.project == Some(id) && p.target.is_none()).count();
        let inner = all.iter().filter(|p| p.inner.contains(&id)).count();
        let is_heading = data.projects.iter().any(|(_, part)| part.parent == Some(id));
        assert!(without <= 1 && inner <= 1, "{}", project.id);
        assert!(own + inner > 0 || is_heading, "{} is lost", project.id);
        assert!(own == 0 || inner == 0, "{} is told twice", project.id);
    }
}

#[test]
fn chengde_promised_twenty_works() {
    let data = bundled();
    let programme = data.projects.iter().find(|(_, p)| p.id == "chengde-livelihood-programmes");
    let works = data.projects.iter().filter(|(_, p)| p.parent == programme.map(|(id, _)| id));
    let works: Vec<_> = works.map(|(id, _)| id).collect();
    assert_eq!(works.len(), 20);
    let all = promises(&data);
    for work in works {
        assert!(all.iter().any(|p| p.project == Some(work)), "{}", data.projects[work].id);
    }
}

#[test]
fn schools_are_judged_by_the_time_that_had_passed() {
    let data = bundled();
    let promise = promise_of(&data, "chengde2024-schools-target");
    assert_eq!(promise.begun, Some(find(&data, "chengde2024-schools-begun")));
    assert_eq!(promise.actual, Some(find(&data, "chengde2024-schools-completed")));
    assert_eq!(promise.parts, [find(&data, "chengde2024-schools-structure-done")]);
    let found = judged(&data, &promise);
    let (done, target) =
        (value(&data, "chengde2024-schools-completed"), value(&data, "chengde2024-schools-target"));
    assert_eq!(found.ratio, Some(done / target));
    assert_eq!(found.begun, Some(value(&data, "chengde2024-schools-begun") / target));
    // Published on day 305 of 366 with figures of day 274.
    let pace = found.pace.unwrap();
    assert!((pace.high - 305.0 / 366.0).abs() < 1e-9 && (pace.low - 274.0 / 366.0).abs() < 1e-9);
    assert_eq!((found.status, found.why), (Status::OnPace, None));
}

#[test]
fn compounds_that_are_due_are_behind() {
    let data = bundled();
    let promise = promise_of(&data, "chengde2024-old-compounds-target");
    let (done, left) = (
        value(&data, "chengde2024-old-compounds-renovated"),
        value(&data, "chengde2024-old-compounds-remaining"),
    );
    let found = judged(&data, &promise);
    assert_eq!(found.ratio, Some(done / (done + left)));
    assert_eq!(found.status, Status::Behind);
    assert_eq!(promise.parts, [find(&data, "chengde2024-old-compounds-remaining")]);
    let plan = plan(Lang::Zh);
    let row = *rows(&plan).iter().find(|row| row.status == Status::Behind && row.hue == 5).unwrap();
    assert!(row.lines.iter().any(|line| line.label == "其中定于2024年10月完成"), "{:?}", row.lines);
}

#[test]
fn a_published_rate_stands_beside_the_one_worked_out() {
    let data = bundled();
    let promise = promise_of(&data, "chengde2024-reemployed-target");
    assert_eq!(promise.rate, Some(find(&data, "chengde2024-reemployment-target-rate")));
    let found = judged(&data, &promise);
    let percent = found.ratio.unwrap() * Decimal::ONE_HUNDRED;
    let published = value(&data, "chengde2024-reemployment-target-rate");
    assert_eq!(percent.round_dp(1), published);
    assert_eq!(found.status, Status::Exceeded);
    let plan = plan(Lang::En);
    let row = *rows(&plan).iter().find(|row| row.status == Status::Exceeded).unwrap();
    assert_eq!(row.ratio, format!("about {published}%"));
    // The strip is not clipped at its target.
    assert!(row.bars[0].spec.parts[0].extent.mid > 100.0);
    assert!(row.published.contains("worked out from this rate") && !row.differs);
}

#[test]
fn villages_say_what_is_missing() {
    let data = bundled();
    let promise = promise_of(&data, "dezhou2021-sewage-villages-target");
    let found = judged(&data, &promise);
    let (done, target) = (
        value(&data, "dezhou2021-sewage-villages-completed"),
        value(&data, "dezhou2021-sewage-villages-target"),
    );
    assert_eq!(found.ratio, Some(done / target));
    assert_eq!(found.pace, Err(NoPace::Start));
    assert_eq!((found.status, found.why), (Status::Open, Some(Why::NoStart)));
    let due = find(&data, "dezhou2021-sewage-villages-due-2021");
    let three = find(&data, "dezhou2021-sewage-three-villages");
    assert!(promise.parts.contains(&due) && promise.parts.contains(&three));
}

#[test]
fn works_stand_as_their_worst_part_and_have_no_figure_together() {
    let data = bundled();
    let promise = works_of(&data, "weihai2022-tongyi-west-trees");
    let parts = ["trees", "ground-cover", "garden-civil-works"]
        .map(|part| format!("weihai2022-tongyi-west-{part}"));
    let ids: Vec<_> = parts.iter().map(|id| find(&data, id)).collect();
    assert_eq!(promise.works, ids);
    let found = judged(&data, &promise);
    let shares: Vec<Decimal> = found.works.iter().map(|(share, ..)| *share).collect();
    let printed = parts.each_ref().map(|id| value(&data, id) / Decimal::ONE_HUNDRED);
    assert_eq!(shares, printed);
    assert_eq!(found.ratio, None);
    assert_eq!(found.status, found.works.iter().map(|(_, status, _)| *status).min().unwrap());
    // The release is dated to the year, but tells of May as past.
    let source = data.observations[ids[0]].source;
    let (from, to) = appeared(&data, source).unwrap();
    let may = find(&data, "weihai2022-disabled-households-visited");
    assert_eq!(from, data.observations[may].period.end.first_day());
    assert_eq!(to, data.sources[source].published.unwrap().last_day());
    // A part that lies before the earliest pace is behind; what lies between the two is not judged.
    assert_eq!(found.works[1].1, Status::Behind);
    assert_eq!(found.works[0], (printed[0], Status::Open, Some(Why::Release)));
}

#[test]
fn without_targets_there_are_only_projects() {
    let data = bundled();
    let plan = plan_of(&data, &only("place", "duji"), Grouping::Place, Lang::Zh);
    let found = rows(&plan);
    let projects = data.projects.iter().filter(|(_, p)| data.places[p.place].id == "duji").count();
    assert_eq!(found.len(), projects);
    assert!(found.iter().all(|row| row.status == Status::NoTarget && row.bars.is_empty()));
}

#[test]
fn numbers_agree_however_promises_are_grouped() {
    let data = bundled();
    let mut kinds = Vec::new();
    for by in [Grouping::Place, Grouping::Domain] {
        for lang in Lang::ALL {
            let plan = plan_of(&data, &Filter::default(), by, lang);
            let all: Vec<RowPlan> = rows(&plan).into_iter().cloned().collect();
            let whole = tally(&all);
            assert_eq!(whole[0], whole[1..].iter().sum::<usize>());
            for counts in &plan.counts {
                let sum = |at: usize| counts.rows.iter().map(|(_, _, n)| n[at]).sum::<usize>();
                assert_eq!([0, 1, 2, 3, 4, 5].map(sum), whole, "{}", counts.title);
                assert!(counts.rows.iter().all(|row| row.2.len() + 1 == counts.header.len()));
            }
            assert_eq!(plan.listing.rows.len(), all.len());
            assert_eq!(plan.keys.len(), all.len());
            assert!(plan.listing.rows.iter().all(|row| row.len() == plan.listing.header.len()));
            assert!(plan.sentence.contains(&all.len().to_string()), "{}", plan.sentence);
            for group in &plan.groups {
                let order: Vec<Status> = group.rows.iter().map(|row| row.status).collect();
                assert!(order.is_sorted(), "{}: {order:?}", group.name);
            }
            let behind: Vec<usize> = plan.groups.iter().map(|g| tally(&g.rows)[2]).collect();
            assert!(behind.iter().rev().is_sorted(), "{behind:?}");
            kinds.push(whole);
        }
    }
    kinds.dedup();
    assert_eq!(kinds.len(), 1);
}

#[test]
fn every_strip_has_its_target_at_one_place_and_a_key_for_each_part() {
    let plan = plan(Lang::Zh);
    let bars: Vec<_> = rows(&plan).into_iter().flat_map(|row| &row.bars).collect();
    assert!(bars.iter().all(|bar| bar.spec.whole == Some(100.0)));
    assert!(bars.windows(2).all(|pair| pair[0].spec.end == pair[1].spec.end));
    assert!(bars.iter().all(|bar| bar.keys.len() == bar.spec.parts.len()));
    let mut prefixes: Vec<_> = bars.iter().map(|bar| bar.spec.prefix.clone()).collect();
    prefixes.sort();
    prefixes.dedup();
    assert_eq!(prefixes.len(), bars.len());
}

#[test]
fn filters_show_promises_whole_and_those_without_figures_by_what_they_have() {
    let data = bundled();
    let at = |filter: &Filter| plan_of(&data, filter, Grouping::Place, Lang::Zh);
    // The target comes along with the figure that is selected.
    let mut done = only("indicator", "schools_built");
    done.set("stage", Clause::AnyOf(["completed".to_owned()].into()));
    done.set("place", Clause::AnyOf(["chengde".to_owned()].into()));
    let found = at(&done);
    assert_eq!(rows(&found).len(), 1);
    assert_eq!(rows(&found)[0].lines.len(), 4);
    let is_venues = |row: &&RowPlan| row.lines.is_empty() && row.bars.is_empty();
    let named = |filter: &Filter| rows(&at(filter)).into_iter().filter(is_venues).count();
    assert!(named(&Filter::default()) >= 1);
    assert_eq!(named(&only("domain", "education")), 0);
    assert_eq!(named(&only("source", "chengde2024")), 0);
    let mut culture = only("domain", "culture");
    culture.set("place", Clause::AnyOf(["hebei".to_owned()].into()));
    assert_eq!(named(&culture), 1);
    let none = at(&only("indicator", "teachers"));
    assert!(none.groups.is_empty() && !none.sentence.is_empty());
}

/// The bundled package with a few rows more: indicator, value, unit, qualifier, stage, role, breakdown.
fn with(added: &[[&str; 7]]) -> Dataset {
    let mut tables = packages::bundled();
    let table = tables.iter_mut().find(|(name, _)| name == "observations").unwrap();
    for (at, [indicator, value, unit, qualifier, stage, role, breakdown]) in
        added.iter().enumerate()
    {
        table.1 += &format!(
            "added-{at},{indicator},chengde,,chengde2024,{value},{unit},{qualifier},{stage},{role},2024,2024,{breakdown},1,{},{value},,,,,,\n",
            value.len() + 1
        );
    }
    let (data, problems) = read_package(&tables);
    assert_eq!(problems, []);
    data
}

/// Indicator and unit, target, actual value, the target's role; then the status and the ratio expected.
type Target = (
    [&'static str; 2],
    [&'static str; 2],
    [&'static str; 2],
    &'static str,
    Status,
    Option<&'static str>,
);

#[test]
fn targets_of_every_kind_are_judged() {
    let unemployment = ["urban_unemployment_rate", "percent"];
    let beds = ["hospital_beds_added", "bed"];
    let cases: &[Target] = &[
        // A limit is kept, with no ratio.
        (unemployment, ["4.3", "under"], ["3.57", "eq"], "target", Status::Met, None),
        (unemployment, ["4.3", "eq"], ["3.57", "eq"], "ceiling", Status::Met, None),
        (unemployment, ["4.3", "under"], ["4.5", "eq"], "target", Status::Behind, None),
        (unemployment, ["4.3", "under"], ["5", "at_most"], "target", Status::Open, None),
        // Lower limits, zero.
        (beds, ["20", "at_least"], ["20", "eq"], "target", Status::Met, Some("100%")),
        (beds, ["20", "at_least"], ["90", "eq"], "target", Status::Exceeded, Some("450%")),
        (beds, ["20", "eq"], ["18", "over"], "target", Status::Ahead, Some("超90%")),
        (beds, ["20", "eq"], ["17", "eq"], "target", Status::OnPace, Some("85%")),
        (beds, ["20", "eq"], ["1", "over"], "target", Status::Open, Some("超5%")),
        (beds, ["20", "eq"], ["1", "eq"], "target", Status::Behind, Some("5%")),
        (beds, ["0", "eq"], ["3", "eq"], "target", Status::Exceeded, None),
    ];
    for ([indicator, unit], target, actual, role, status, ratio) in cases {
        let data = with(&[
            [indicator, target[0], unit, target[1], "planned", role, "test=one"],
            [indicator, actual[0], unit, actual[1], "completed", "actual", "test=one"],
        ]);
        let filter = only("indicator", indicator);
        let plan = plan_of(&data, &filter, Grouping::Place, Lang::Zh);
        let found = rows(&plan).into_iter().find(|row| row.key == "added-1").unwrap();
        let expected = (*status, ratio.unwrap_or_default());
        assert_eq!((found.status, &*found.ratio), expected, "{indicator} {target:?} {actual:?}");
        assert_eq!(found.bars.len(), usize::from(ratio.is_some()));
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
            [indicator, target, unit, "eq", "planned", "target", ""],
            [indicator, actual, unit, "eq", "completed", "actual", ""],
            [
                "reemployment_target_rate",
                rate,
                "percent_of_target",
                "eq",
                "completed",
                "actual",
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
        let found =
            rows(&plan).into_iter().find(|row| row.key == "chengde2024-pocket-parks").unwrap();
        assert_eq!(found.differs, differs, "{}", found.published);
        assert!(found.published.contains(&format!("{rate}%")), "{}", found.published);
        let percent = done / Decimal::from(15) * Decimal::ONE_HUNDRED;
        assert_eq!(found.ratio, format!("{}%", percent.round_dp(1).normalize()));
    }
}

#[test]
fn a_readers_own_table_has_no_ledger() {
    let mut engine = Engine::new(Arc::new(from_dataset(&bundled())));
    let none = ledger::plan(&mut engine, &Dataset::default(), &Options::default(), Lang::Zh);
    assert_eq!(none, None);
}
