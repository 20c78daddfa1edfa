//! The promise ledger over the bundled package, and over one to which rows are added.

mod judging;

use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::QuantityMark;
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::{Dataset, Id, Observation, Role};
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::ledger::{
    self, LedgerPlan, Promise, RowPlan, Status, Why, hinders, judged, promises,
};
use minsheng_explorer::query::{Clause, Engine, Filter};
use minsheng_explorer::state::{Grouping, LedgerOptions};
use minsheng_explorer::words::{figure, period_text};
use rust_decimal::Decimal;

use crate::packages;

fn bundled() -> Dataset {
    read_package(&packages::bundled()).0
}

fn plan_of(data: &Dataset, filter: &Filter, by: Grouping, lang: Lang) -> LedgerPlan {
    let mut engine = Engine::new(Arc::new(from_dataset(data)));
    engine.set_filter(filter);
    let options = LedgerOptions { promises: by };
    ledger::plan(&mut engine, Rows::Published(data), &options, lang).unwrap()
}

fn plan(lang: Lang) -> LedgerPlan {
    plan_of(&bundled(), &Filter::default(), Grouping::Place, lang)
}

/// Promises, and projects beside them; also those that are folded.
fn rows(plan: &LedgerPlan) -> Vec<&RowPlan> {
    heads(plan).into_iter().flat_map(|row| std::iter::once(row).chain(&row.parts)).collect()
}

/// Those that stand by themselves.
fn heads(plan: &LedgerPlan) -> Vec<&RowPlan> {
    plan.groups.iter().flat_map(|group| group.rows.iter().chain(&group.rest)).collect()
}

fn row<'a>(plan: &'a LedgerPlan, key: &str) -> &'a RowPlan {
    rows(plan).into_iter().find(|row| row.key == key).unwrap_or_else(|| panic!("no row {key}"))
}

fn is_budget(data: &Dataset, o: &Observation) -> bool {
    o.role == Role::Target && data.units[o.unit].kind == "money"
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
        let beside = all.iter().filter(|p| p.figures.contains(&id)).count();
        let expected = match (is_budget(&data, o), o.part_of) {
            (true, _) => (0, 0, 1),
            (_, Some(_)) => (0, 1, 0),
            (_, None) => (1, 0, 0),
        };
        assert_eq!((head, step, beside), expected, "{}", o.id);
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
fn promises_are_what_releases_print() {
    let data = bundled();
    let aims = |promise: &Promise| -> Vec<&Observation> {
        let own = promise.target.iter().chain(&promise.parts).map(|&id| &data.observations[id]);
        own.filter(|o| matches!(o.role, Role::Target | Role::Ceiling)).collect()
    };
    for promise in promises(&data) {
        let is_promise = aims(&promise).iter().any(|o| !o.is_derived());
        let found = judged(&data, &promise);
        assert_eq!(found.status != Status::Project, is_promise, "{promise:?}");
        for o in aims(&promise) {
            assert!(!is_budget(&data, o), "{}: a budget promises nothing", o.id);
        }
    }
}

#[test]
fn nothing_is_judged_that_a_release_does_not_print_whole_alike_and_due() {
    let data = bundled();
    for promise in promises(&data) {
        let found = judged(&data, &promise);
        if !matches!(found.status, Status::Behind | Status::Met | Status::Exceeded) {
            continue;
        }
        let both = promise.target.zip(promise.actual).unwrap();
        let (target, actual) = (&data.observations[both.0], &data.observations[both.1]);
        assert_eq!(hinders(&data, target, actual), None, "{}", target.id);
        for o in [target, actual] {
            assert!(!o.is_derived() && o.doubt.is_none(), "{}", o.id);
        }
        if found.status == Status::Behind {
            assert!(target.period.end.last_day() <= actual.period.end.last_day(), "{}", target.id);
        }
    }
    // Nor is it said in words.
    for lang in Lang::ALL {
        let plan = plan(lang);
        let words = ledger::RELEASE.status(Status::Behind, None).get(lang);
        for row in rows(&plan) {
            let is_late = row.status == Status::Behind;
            assert_eq!(row.standing.contains(words), is_late, "{}", row.standing);
            assert!(!row.sentence().contains(words), "{}", row.sentence());
        }
        assert!(!plan.title.text.contains(words), "{}", plan.title.text);
    }
}

#[test]
fn schools_are_told_with_what_is_begun_and_done() {
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
}

#[test]
fn a_target_that_was_worked_out_is_laid_out_and_never_judged() {
    let data = bundled();
    let promise = promise_of(&data, "chengde2024-old-compounds-target");
    let (done, left) = (
        value(&data, "chengde2024-old-compounds-renovated"),
        value(&data, "chengde2024-old-compounds-remaining"),
    );
    let found = judged(&data, &promise);
    assert_eq!(found.ratio, Some(done / (done + left)));
    assert_eq!((found.status, found.why), (Status::Unjudged, Some(Why::Derived)));
    assert_eq!(promise.parts, [find(&data, "chengde2024-old-compounds-remaining")]);
    for (lang, told, mark) in [
        (Lang::Zh, "完成24个，余下5个定于2024年10月底完成，目标29个（本站推算）", "本站推算"),
        (
            Lang::En,
            "24 compounds done, the remaining 5 compounds due by the end of October 2024, \
             target: 29 compounds (our calculation)",
            "our calculation",
        ),
    ] {
        let plan = plan(lang);
        let row = row(&plan, "chengde2024-old-compounds-renovated");
        assert_eq!(row.sentence().replace('\u{a0}', " "), told);
        assert!(!row.title.contains("29") && !row.status.is_judged(), "{}", row.title);
        assert!(row.lines.iter().any(|line| line.figure.mark == mark), "{:?}", row.lines);
    }
}

#[test]
fn a_published_rate_is_told_as_the_releases_own_words() {
    let data = bundled();
    let promise = promise_of(&data, "chengde2024-reemployed-target");
    assert_eq!(promise.rate, Some(find(&data, "chengde2024-reemployment-target-rate")));
    let found = judged(&data, &promise);
    // The target was worked out from this rate: a ratio of the two would only be the rate again.
    assert_eq!((found.status, found.ratio), (Status::Project, None));
    let published = value(&data, "chengde2024-reemployment-target-rate");
    let plan = plan(Lang::Zh);
    let row = row(&plan, "chengde2024-reemployed");
    let rate = format!("原文公布完成年度任务的{published}%");
    assert!(row.sentence().ends_with(&rate) && row.doubts.is_empty(), "{}", row.sentence());
    // What was worked out from the rate stands nowhere but among the figures, with its mark; the picture is of the rate.
    assert!(!format!("{}{}", row.title, row.sentence()).contains("14,303"));
    let bar = row.picture.as_ref().unwrap();
    assert_eq!(bar.mark, QuantityMark::Target);
    assert_eq!(bar.whole, Some(100.0));
    assert_eq!((row.standing.as_str(), bar.parts.len()), ("", 1));
}

#[test]
fn steps_of_a_promise_are_told_with_it() {
    let data = bundled();
    let promise = promise_of(&data, "dezhou2021-sewage-villages-target");
    let found = judged(&data, &promise);
    let (done, target) = (
        value(&data, "dezhou2021-sewage-villages-completed"),
        value(&data, "dezhou2021-sewage-villages-target"),
    );
    assert_eq!(found.ratio, Some(done / target));
    assert!(!matches!(found.status, Status::Behind | Status::Met | Status::Exceeded));
    assert!(promise.parts.contains(&find(&data, "dezhou2021-sewage-villages-due-2021")));
}

#[test]
fn parts_of_works_have_a_figure_each_and_none_together() {
    let data = bundled();
    let promise = works_of(&data, "weihai2022-tongyi-west-trees");
    let parts = ["trees", "ground-cover", "garden-civil-works"]
        .map(|part| format!("weihai2022-tongyi-west-{part}"));
    let ids: Vec<_> = parts.iter().map(|id| find(&data, id)).collect();
    assert_eq!(promise.works, ids);
    let found = judged(&data, &promise);
    let printed = parts.each_ref().map(|id| value(&data, id) / Decimal::ONE_HUNDRED);
    assert_eq!(found.works, printed);
    // How much of a part is finished says nothing of a promise.
    assert_eq!((found.ratio, found.status), (None, Status::Project));
}

#[test]
fn without_targets_there_are_only_projects() {
    let data = bundled();
    let plan = plan_of(&data, &only("place", "duji"), Grouping::Place, Lang::Zh);
    let found = rows(&plan);
    let projects = data.projects.iter().filter(|(_, p)| data.places[p.place].id == "duji").count();
    assert_eq!(found.len(), projects);
    assert!(found.iter().all(|row| row.status == Status::Project && row.standing.is_empty()));
    assert!(plan.groups.iter().all(|group| group.rows.is_empty()));
    assert_eq!(plan.title.text, "承诺与项目的进展");
    assert_eq!(plan.sentence, "选中的数据里没有写明目标数的承诺。");
}

#[test]
fn numbers_agree_however_promises_are_grouped() {
    let data = bundled();
    let mut kinds = Vec::new();
    for by in [Grouping::Place, Grouping::Domain] {
        for lang in Lang::ALL {
            let plan = plan_of(&data, &Filter::default(), by, lang);
            let all = rows(&plan);
            let promised = all.iter().filter(|row| row.status != Status::Project).count();
            assert_eq!(plan.listing.rows.len(), all.len());
            assert_eq!(plan.keys.len(), all.len());
            assert!(plan.listing.rows.iter().all(|row| row.len() == plan.listing.header.len()));
            for group in &plan.groups {
                let tells = |row: &RowPlan| row.said.iter().any(|said| said.is_lead);
                let order: Vec<bool> = group.rows.iter().map(|row| !tells(row)).collect();
                assert!(order.is_sorted(), "{}: {order:?}", group.name);
                assert!(group.rest.iter().all(|row| row.status == Status::Project));
                assert_eq!(group.beside.is_empty(), group.rest.is_empty());
            }
            kinds.push((promised, all.len()));
        }
    }
    kinds.dedup();
    assert_eq!(kinds.len(), 1);
}

#[test]
fn a_part_alone_never_leads() {
    let data = bundled();
    for lang in Lang::ALL {
        let plan = plan(lang);
        for row in heads(&plan) {
            let project =
                data.observations.find(&row.key).and_then(|id| data.observations[id].project);
            let around = std::iter::successors(project, |id| data.projects[*id].parent).skip(1);
            let is_head = |project: Id<_>| {
                promises(&data).iter().any(|p| p.project == Some(project) && p.is_printed(&data))
            };
            assert!(!around.into_iter().any(is_head), "{} is a part", row.key);
        }
    }
    // One part of one road is folded under the five roads that were promised.
    let plan = plan(Lang::Zh);
    let roads = row(&plan, "weihai2022-landscaped-roads");
    assert!(roads.parts.iter().any(|row| row.sentence().contains("20%")), "{:?}", roads.parts);
    assert!(!plan.title.text.contains("20%"), "{}", plan.title.text);
    // The floor area stands with the schools.
    let schools = row(&plan, "chengde2024-schools-completed");
    assert!(schools.parts.iter().any(|row| row.title.contains("9.9")), "{:?}", schools.parts);
}

#[test]
fn the_title_is_the_whole_promise_of_which_most_is_done() {
    for (lang, title) in [
        (Lang::Zh, "承德市承诺新建、改扩建中小学15个，到2024年9月底完成12个"),
        (
            Lang::En,
            "New and extended schools in Chengde: 12 of 15 projects done by the end of September 2024",
        ),
    ] {
        assert_eq!(plan(lang).title.text.replace('\u{a0}', " "), title);
    }
    // Where nothing is promised and done, the title only names what the view is about.
    let none = plan_of(&bundled(), &only("place", "weihai_etdz"), Grouping::Place, Lang::Zh);
    assert_eq!(none.title.text, "承诺与项目的进展");
}

#[test]
fn a_promise_is_told_as_title_sentence_picture_and_calendar() {
    let plan = plan(Lang::Zh);
    let schools = row(&plan, "chengde2024-schools-completed");
    assert_eq!(schools.title, "新建、改扩建中小学15个");
    assert_eq!(schools.sentence(), "全部开工，完成12个，主体完工2个");
    let squares = schools.picture.as_ref().unwrap();
    let counts: Vec<f64> = squares.parts.iter().map(|part| part.extent.mid).collect();
    assert_eq!((squares.mark, squares.whole), (QuantityMark::Count, Some(15.0)));
    assert_eq!(counts, [12.0, 3.0]);
    assert_eq!(schools.keys, ["chengde2024-schools-completed", "chengde2024-schools-begun"]);
    let calendar = schools.calendar.as_ref().unwrap();
    let (told, due) = (calendar.told.as_ref().unwrap(), calendar.due.as_ref().unwrap());
    assert_eq!((&*told.label, &*due.label), ("9月底", "年底"));
    assert!((told.at - 274.0 / 366.0).abs() < 1e-9 && due.at == 1.0, "{told:?} {due:?}");
    assert_eq!((calendar.ticks.len(), &*calendar.span), (13, "2024年"));
    // Of several years the axis tells years; a year alone may be any day of it.
    let villages = row(&plan, "dezhou2021-sewage-villages-completed");
    let calendar = villages.calendar.as_ref().unwrap();
    let (told, due) = (calendar.told.as_ref().unwrap(), calendar.due.as_ref().unwrap());
    assert_eq!((&*told.label, &*due.label), ("2021年", "2024年底"));
    assert!(told.at > 0.1 && told.at < 0.15 && calendar.ticks.len() == 5, "{calendar:?}");
    assert_eq!(villages.picture.as_ref().unwrap().mark, QuantityMark::Count);
    // What the release leaves in doubt stands beside it: not all of it is a contradiction.
    assert!(villages.doubts.iter().any(|text| text.starts_with("原文有疑点")), "{villages:?}");
    assert!(!villages.doubts.iter().any(|text| text.contains("有出入")), "{villages:?}");
    // Neither progress nor a deadline: words in place of the calendar.
    let beds = row(&plan, "dezhou2021-hospital-beds");
    assert!(beds.calendar.is_none());
    assert_eq!(beds.untold, "原文没有写期限和进展。");
    // Of what is under way it is not said that there is no progress.
    let roads = row(&plan, "weihai2022-landscaped-roads");
    assert_eq!(roads.untold, "原文没有写期限，也没有给出完成数。");
}

#[test]
fn projects_without_a_target_are_named_in_one_line() {
    let plan = plan(Lang::Zh);
    let chengde = plan.groups.first().unwrap();
    assert_eq!((&*chengde.name, &*chengde.year), ("承德市", "2024年"));
    assert!(chengde.beside.starts_with("另有") && !chengde.rest.is_empty());
    assert!(chengde.rest.iter().any(|row| row.name.contains("口袋公园")));
    assert!(chengde.rest.iter().all(|row| row.picture.is_none() && row.calendar.is_none()));
}

#[test]
fn every_picture_and_calendar_has_a_name_of_its_own_and_a_key_for_each_part() {
    let plan = plan(Lang::Zh);
    let mut prefixes = Vec::new();
    for row in rows(&plan) {
        let parts = match &row.picture {
            Some(spec) => {
                prefixes.push(spec.prefix.clone());
                spec.parts.len()
            }
            None => 0,
        };
        assert_eq!(row.keys.len(), parts, "{}", row.title);
        prefixes.extend(row.calendar.iter().map(|calendar| calendar.prefix.clone()));
    }
    let told = prefixes.len();
    prefixes.sort();
    prefixes.dedup();
    assert_eq!(prefixes.len(), told);
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
    let is_venues = |row: &&RowPlan| row.key.is_empty();
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

/// Value, qualifier and period.
type Aimed = [&'static str; 3];

/// Indicator and unit, target, actual value, the target's role; then status, why and the ratio expected.
type Target =
    ([&'static str; 2], Aimed, Aimed, &'static str, (Status, Option<Why>), Option<&'static str>);

/// The figure of the title is set off where the sentence says it, in both languages; a plain title has none.
#[test]
fn the_titles_figure_is_what_is_done() {
    for (lang, figure) in [(Lang::Zh, "12个"), (Lang::En, "12")] {
        let title = plan(lang).title;
        assert_eq!(title.parts()[1].replace('\u{a0}', " "), figure);
        assert_eq!(title.parts().concat(), title.text);
    }
    let none = plan_of(&bundled(), &only("place", "weihai_etdz"), Grouping::Place, Lang::Zh);
    assert_eq!(none.title.parts()[1], "");
}

#[test]
fn a_part_of_a_picture_says_name_figure_place_and_time() {
    for lang in Lang::ALL {
        let data = bundled();
        let plan = plan(lang);
        let drawn = rows(&plan).into_iter().filter_map(|row| Some((row, row.picture.as_ref()?)));
        for (row, picture) in drawn {
            for (part, key) in picture.parts.iter().zip(&row.keys) {
                let o = &data.observations[find(&data, key)];
                let place = data.places[o.place].name.get(lang);
                let own = [&*figure(&data, o, lang).to_string(), place, &period_text(o, lang)];
                assert!(own.iter().all(|own| part.tip.contains(own)), "{}: {own:?}", part.tip);
            }
        }
    }
}
