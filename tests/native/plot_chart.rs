//! The chart view's plans over the bundled data: any selection is drawn honestly or refused with a way on.

use std::collections::BTreeSet;
use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::{ChartSpec, Datum, Fill, MarkKind, Size, compose};
use minsheng_explorer::column::{Table, from_dataset};
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::{Dataset, Id, Indicator, Observation};
use minsheng_explorer::plot::chart::{NO_SPLIT, Plan, Refusal, controls, plan};
use minsheng_explorer::plot::guard::{Facts, are_alike};
use minsheng_explorer::plot::{ChartFormat, Rows};
use minsheng_explorer::query::{Clause, Engine, Filter};
use minsheng_explorer::state::{Action, AppState, ChartOptions, Mark, Measure};
use minsheng_explorer::words::is_cumulative;

use crate::packages;
use crate::plot_chart_selections::selections;

pub(crate) struct Bundled {
    pub(crate) data: Dataset,
    pub(crate) table: Table,
}

impl Bundled {
    pub(crate) fn read() -> Self {
        Self::of(&packages::bundled())
    }

    pub(crate) fn of(tables: &[(String, String)]) -> Self {
        let (data, _) = read_package(tables);
        let table = from_dataset(&data);
        Self { data, table }
    }

    /// An engine under a filter.
    pub(crate) fn under(&self, filter: &Filter) -> Engine {
        let mut engine = Engine::new(Arc::new(self.table.clone()));
        engine.set_filter(filter);
        engine
    }

    pub(crate) fn engine(&self, clauses: &[(&str, &str)]) -> Engine {
        let mut filter = Filter::default();
        for (column, value) in clauses {
            filter.set(column, Clause::AnyOf([(*value).to_owned()].into()));
        }
        self.under(&filter)
    }

    pub(crate) fn count(&self, clauses: &[(&str, &str)]) -> usize {
        self.engine(clauses).matching()
    }

    pub(crate) fn plan(
        &self,
        clauses: &[(&str, &str)],
        options: &ChartOptions,
    ) -> Result<Plan, Refusal> {
        plan(&mut self.engine(clauses), Rows::Published(&self.data), options, Lang::Zh)
    }

    pub(crate) fn drawn(&self, clauses: &[(&str, &str)], options: &ChartOptions) -> Plan {
        self.plan(clauses, options).unwrap_or_else(|refusal| panic!("{}", refusal.reason))
    }
}

pub(crate) fn auto() -> ChartOptions {
    ChartOptions::default()
}

/// How many figures there are.
pub(crate) fn counted() -> ChartOptions {
    ChartOptions { measure: Measure::Count, ..auto() }
}

pub(crate) fn of_kind(kind: &str) -> ChartOptions {
    ChartOptions { kind: kind.to_owned(), ..auto() }
}

pub(crate) fn names(spec: &ChartSpec) -> Vec<&str> {
    spec.categories.iter().map(|category| category.name.as_str()).collect()
}

#[test]
fn everything_is_a_matrix_of_counts_that_add_up() {
    let bundled = Bundled::read();
    let plan = bundled.drawn(&[], &counted());
    assert_eq!(plan.spec.mark, MarkKind::Matrix);
    assert_eq!(plan.spec.categories.len(), 13, "fields down");
    assert_eq!(plan.spec.series.len(), 5, "places across, parts counted with their wholes");
    let total: f64 = plan.spec.data.iter().map(|datum| datum.extent.mid).sum();
    assert_eq!(total as usize, bundled.table.len);
    assert!(!plan.offers.is_empty(), "figures kind by kind are offered");
}

/// The rows of each section, by its name.
fn sections(spec: &ChartSpec) -> Vec<(&str, std::ops::Range<usize>)> {
    let ends = spec.sections.iter().skip(1).map(|next| next.from as usize);
    let ends = ends.chain([spec.categories.len()]);
    let mut all = Vec::new();
    for (section, end) in spec.sections.iter().zip(ends) {
        all.push((section.name.as_str(), section.from as usize..end));
    }
    all
}

#[test]
fn sums_over_years_stand_in_a_section_of_their_own() {
    let bundled = Bundled::read();
    let money = bundled.drawn(&[], &of_kind("money"));
    let sections = sections(&money.spec);
    let (name, years) = sections.last().unwrap();
    assert!(name.starts_with("几年合计"), "{name}");
    assert!(sections.len() > 1, "other sums stand before them");
    assert_eq!(sections[0].1.start, 0, "no row is without a section");
    let value = |datum: &Datum| datum.extent.mid;
    for (datum, target) in money.spec.data.iter().zip(&money.targets) {
        let Some(Action::Open(key)) = target else { panic!("{}", datum.tip) };
        let row = bundled.table.row(key).unwrap();
        let over_years = is_cumulative(bundled.data.observations.at(row).unwrap());
        assert_eq!(years.contains(&(datum.category as usize)), over_years, "{}", datum.tip);
    }
    for (name, rows) in &sections {
        let of_section = money.spec.data.iter().filter(|d| rows.contains(&(d.category as usize)));
        let values: Vec<f64> = of_section.map(value).collect();
        assert!(values.is_sorted_by(|a, b| a >= b), "{name}: the greatest first");
    }
}

#[test]
fn bars_of_a_year_are_not_drawn_on_the_scale_of_sums_over_years() {
    let bundled = Bundled::read();
    let money = bundled.drawn(&[], &of_kind("money"));
    let format = ChartFormat { lang: Lang::Zh, unit: String::new() };
    let scene = compose(&money.spec, Size::wide(390.0), &format);
    for (name, rows) in sections(&money.spec) {
        let of_section = money.spec.data.iter().filter(|d| rows.contains(&(d.category as usize)));
        let lengths = of_section.map(|d| scene.mark(d.id).unwrap().bounds().width);
        let longest = lengths.fold(0.0, f64::max);
        assert!(longest > 100.0, "{name}: the longest bar is {longest} px");
    }
    assert!(scene.told().contains("各组各有刻度"), "{}", scene.told());
}

#[test]
fn rows_that_are_grouped_or_all_of_a_year_have_no_sections() {
    let bundled = Bundled::read();
    let grouped = ChartOptions { group: "place".to_owned(), ..of_kind("money") };
    assert_eq!(bundled.drawn(&[], &grouped).spec.sections, []);
    let of_a_year = bundled.drawn(&[("source", "liaocheng2021")], &of_kind("money"));
    assert_eq!(of_a_year.spec.sections, []);
}

#[test]
fn a_cell_opens_exactly_the_rows_it_counts() {
    let bundled = Bundled::read();
    let plan = bundled.drawn(&[], &counted());
    for (datum, target) in plan.spec.data.iter().zip(&plan.targets) {
        let count = datum.extent.mid as usize;
        match target {
            Some(Action::Narrow(clauses)) => {
                let clauses: Vec<(&str, &str)> =
                    clauses.iter().map(|(c, v)| (c.as_str(), v.as_str())).collect();
                assert_eq!(bundled.count(&clauses), count, "{}", datum.tip);
            }
            Some(Action::Open(key)) => assert!(count == 1 && bundled.table.row(key).is_some()),
            other => panic!("{}: {other:?}", datum.tip),
        }
    }
}

#[test]
fn one_indicator_is_its_figures_by_place_with_the_year() {
    let plan = Bundled::read().drawn(&[("indicator", "schools_built")], &auto());
    assert_eq!(plan.spec.mark, MarkKind::Bar);
    assert_eq!(plan.headings.title, "新建、改扩建中小学");
    assert!(plan.headings.subtitle.contains("所"), "{}", plan.headings.subtitle);
    for category in &plan.spec.categories {
        assert!(category.note.contains('年'), "{category:?} is ranked without its year");
    }
    // They do not count alike: what is done stands first and what is planned last, whatever their size.
    let fills: Vec<Fill> = plan.spec.data.iter().map(|datum| datum.fill).collect();
    let order =
        |fill: &Fill| [Fill::Solid, Fill::Hatched, Fill::Hollow].iter().position(|f| f == fill);
    assert!(plan.is_apart && fills.is_sorted_by_key(order), "{fills:?}");
    let labels: Vec<(&str, &str)> =
        plan.spec.categories.iter().map(|c| (c.name.as_str(), c.note.as_str())).collect();
    let unique: BTreeSet<_> = labels.iter().collect();
    assert_eq!(unique.len(), labels.len(), "{labels:?}");
}

/// Whatever the chart view ranks, the guard lets it; what is to be known of a figure stands under the chart that shows it.
#[test]
fn figures_are_ranked_only_with_their_like_and_their_notes_stand_under_them() {
    let bundled = Bundled::read();
    let mut apart = 0;
    for (_, indicator) in bundled.data.indicators.iter() {
        let Ok(plan) = bundled.plan(&[("indicator", &indicator.id)], &auto()) else { continue };
        let shown = |target: &Option<Action>| match target {
            Some(Action::Open(id)) => bundled.data.observations.find(id),
            _ => None,
        };
        let shown: Vec<&Observation> = plan
            .targets
            .iter()
            .filter_map(shown)
            .map(|id| &bundled.data.observations[id])
            .collect();
        let facts: Vec<Facts> = shown.iter().map(|o| Facts::of(&bundled.data, o)).collect();
        if plan.spec.mark != MarkKind::Line && !plan.is_count && shown.len() > 1 {
            let ranks = plan.sentence(Lang::Zh).contains("最大的");
            assert!(!ranks || are_alike(&facts), "{}", indicator.id);
            apart += usize::from(plan.is_apart);
            for o in shown.iter().filter(|o| !o.note.zh.is_empty()) {
                let is_told = plan.notes.iter().any(|note| note.ends_with(&o.note.zh));
                assert!(is_told, "{}: {:?}", o.id, plan.notes);
            }
        }
    }
    assert!(apart > 20, "{apart}");
}

#[test]
fn one_kind_is_its_largest_figures_and_the_listing_has_all() {
    let bundled = Bundled::read();
    let plan = bundled.drawn(&[], &of_kind("money"));
    assert_eq!(plan.spec.mark, MarkKind::Bar);
    assert_eq!(plan.spec.data.len(), 24);
    let money = bundled.count(&[("kind", "money")]);
    assert_eq!(plan.listing.rows.len(), money);
    let greatest = plan.spec.data.iter().max_by(|a, b| a.extent.mid.total_cmp(&b.extent.mid));
    assert_eq!(
        greatest.map(|datum| (datum.label.as_str(), datum.extent.mid)),
        Some(("71亿元", 7.1e9))
    );
    assert!(plan.headings.subtitle.starts_with("单位：元"), "{}", plan.headings.subtitle);
    assert!(plan.notes.iter().any(|note| note.contains("最大的24项")), "{:?}", plan.notes);
    assert!(
        plan.offers
            .iter()
            .any(|offer| offer.actions == [Action::chart(&of_kind("money"), |o| o.log = true)])
    );
}

#[test]
fn units_that_count_unlike_things_stay_with_their_figures() {
    let plan = Bundled::read().drawn(&[], &of_kind("facility"));
    assert!(plan.headings.subtitle.contains("机构设施"), "{}", plan.headings.subtitle);
    assert!(plan.spec.data.iter().any(|datum| datum.label.ends_with('所')));
}

#[test]
fn levels_and_shares_are_dots() {
    let plan = Bundled::read().drawn(&[], &of_kind("share"));
    assert_eq!(plan.spec.mark, MarkKind::Dot);
    assert!(!plan.spec.value.zero);
}

#[test]
fn one_field_and_place_of_mixed_units_is_counted_with_offers() {
    let clauses = [("domain", "health"), ("place", "chengde")];
    let plan = Bundled::read().drawn(&clauses, &counted());
    assert_eq!(plan.spec.mark, MarkKind::Bar);
    assert!(plan.spec.stack, "parts by stage");
    assert!(plan.spec.data.iter().any(|datum| datum.fill != Fill::Solid));
    assert!(!plan.offers.is_empty());
}

#[test]
fn parts_and_groups_that_are_cut_to_the_greatest_stand_from_the_greatest_down() {
    let bundled = Bundled::read();
    let by = |group: &str, split: &str| ChartOptions {
        group: group.into(),
        split: split.into(),
        mark: Mark::Matrix,
        measure: Measure::Count,
        ..auto()
    };
    let counts = |plan: &Plan, place: fn(&Datum) -> u32, n: usize| {
        let mut counts = vec![0.0; n];
        for datum in &plan.spec.data {
            counts[place(datum) as usize] += datum.extent.mid;
        }
        counts
    };
    let parts = bundled.drawn(&[], &by("place", "indicator"));
    let sizes = counts(&parts, |datum| datum.series, 14);
    assert_eq!(parts.spec.series.len(), 14);
    assert!(sizes.is_sorted_by(|a, b| a >= b), "{sizes:?}");
    let shown: Vec<&str> = parts.spec.series.iter().map(|series| series.name.as_str()).collect();
    assert_eq!(parts.listing.header[1..15], shown, "the table begins as the chart does");
    let groups = bundled.drawn(&[], &by("indicator", "place"));
    let sizes = counts(&groups, |datum| datum.category, 24);
    assert_eq!(groups.spec.categories.len(), 24);
    assert!(sizes.is_sorted_by(|a, b| a >= b), "{sizes:?}");
}

#[test]
fn unlike_units_never_share_an_axis() {
    let bundled = Bundled::read();
    let figures = ChartOptions { measure: Measure::Figure, ..auto() };
    let refusal = bundled.plan(&[("domain", "education")], &figures).unwrap_err();
    assert!(refusal.reason.contains("金额"), "{}", refusal.reason);
    for offer in refusal.offers {
        let mut state = AppState::default();
        state.options.chart.clone_from(&figures);
        offer.actions.into_iter().for_each(|action| state.apply(action));
        let plan = bundled.plan(&[("domain", "education")], &state.options.chart);
        assert!(plan.is_ok(), "{} leads to no chart", offer.label);
    }
}

#[test]
fn sums_stay_within_one_indicator() {
    let bundled = Bundled::read();
    let sum = ChartOptions { measure: Measure::Sum, kind: "money".into(), ..auto() };
    let refusal = bundled.plan(&[("place", "duji")], &sum).unwrap_err();
    assert!(refusal.reason.contains("重复计算"), "{}", refusal.reason);
    for offer in refusal.offers {
        let mut state = AppState::default();
        state.options.chart.clone_from(&sum);
        state.apply(Action::Choose("place".into(), "duji".into()));
        offer.actions.into_iter().for_each(|action| state.apply(action));
        let mut engine = bundled.under(&state.filter);
        let plan =
            plan(&mut engine, Rows::Published(&bundled.data), &state.options.chart, Lang::Zh);
        assert!(plan.is_ok(), "{} leads to no chart", offer.label);
    }

    let sum = ChartOptions { measure: Measure::Sum, ..auto() };
    let plan = bundled.drawn(&[("indicator", "kindergartens_built")], &sum);
    assert!(plan.headings.title.contains("合计"));
    assert!(!plan.notes.is_empty());

    let standards = bundled.plan(&[("indicator", "dibao_standard")], &sum).unwrap_err();
    assert!(standards.reason.contains("不能相加"), "{}", standards.reason);
}

/// The sums of each indicator that has any.
fn sums(bundled: &Bundled, lang: Lang) -> Vec<(Id<Indicator>, Plan)> {
    let sum = ChartOptions { measure: Measure::Sum, ..auto() };
    let indicators = bundled.data.indicators.iter();
    let drawn = indicators.filter_map(|(id, indicator)| {
        let mut engine = bundled.engine(&[("indicator", &indicator.id)]);
        Some((id, plan(&mut engine, Rows::Published(&bundled.data), &sum, lang).ok()?))
    });
    drawn.collect()
}

#[test]
fn sums_of_unlike_figures_name_no_greatest() {
    let bundled = Bundled::read();
    let mut silent = 0;
    for (id, plan) in sums(&bundled, Lang::Zh) {
        let all = bundled.data.observations.iter().map(|(_, o)| o);
        let added: Vec<&Observation> = all
            .filter(|o| o.indicator == id && bundled.data.is_additive(o) && o.part_of.is_none())
            .collect();
        let kinds: BTreeSet<_> = added
            .iter()
            .map(|o| (bundled.data.told_stage(o), o.breakdown.clone(), o.period.span()))
            .collect();
        let ranks = plan.sentence(Lang::Zh).contains("最大的是");
        assert!(!(ranks && kinds.len() > 1), "{}", plan.sentence(Lang::Zh));
        silent += usize::from(kinds.len() > 1);
    }
    assert!(silent > 10, "{silent} are unlike");
}

#[test]
fn what_one_may_be_several_of_is_not_added_up() {
    let bundled = Bundled::read();
    let data = &bundled.data;
    assert!(data.overlapping.contains("honour"), "{:?}", data.overlapping);
    let overlaps = |o: &&Observation| o.breakdown.iter().any(|(k, _)| data.overlapping.contains(k));
    let all: Vec<&Observation> =
        data.observations.iter().map(|(_, o)| o).filter(overlaps).collect();
    assert!(all.len() > 20);
    for o in &all {
        assert!(data.is_amount(o) || !data.is_additive(o));
        assert!(!data.is_additive(o), "{}", o.id);
    }
    for indicator in ["teachers_distinguished", "specialty_schools", "hospitals_with_service"] {
        let sum = ChartOptions { measure: Measure::Sum, ..auto() };
        let refusal = bundled.plan(&[("indicator", indicator)], &sum).unwrap_err();
        assert!(refusal.reason.contains("同一人、同一机构可能计入几项"), "{}", refusal.reason);
        let own = bundled.drawn(&[("indicator", indicator)], &auto());
        assert_eq!(own.spec.mark, MarkKind::Bar, "they are amounts all the same");
    }
}

#[test]
fn sums_keep_every_digit_and_say_what_is_in_doubt() {
    let bundled = Bundled::read();
    let all = sums(&bundled, Lang::Zh);
    let of = |id: &str| {
        let id = bundled.data.indicators.find(id).unwrap();
        &all.iter().find(|(own, _)| *own == id).unwrap().1
    };
    let one = |id: &str| of(id).spec.data[0].label.clone();
    let children = one("inclusive_kindergarten_children");
    assert!(children.starts_with("12,702人"), "{children}: no 1.27万 of an exact figure");
    let doubted = |o: &Observation| o.doubt.is_some();
    let mut said = 0;
    for (id, plan) in &all {
        let mut own = bundled.data.observations.iter().map(|(_, o)| o);
        let is_own = |o: &Observation| o.indicator == *id && bundled.data.is_additive(o);
        let any = own.any(|o| is_own(o) && doubted(o));
        let note = plan.notes.iter().any(|note| note.contains("有疑点"));
        assert_eq!(any, note, "{}: {:?}", bundled.data.indicators[*id].id, plan.notes);
        said += usize::from(note);
    }
    assert!(said > 3, "{said}");
}

#[test]
fn parts_of_a_sum_are_no_more_than_the_whole() {
    let bundled = Bundled::read();
    let clauses = [("indicator", "education_building_investment")];
    let by_place = ChartOptions {
        measure: Measure::Sum,
        group: "place".into(),
        split: NO_SPLIT.into(),
        ..auto()
    };
    let by_stage = ChartOptions { group: "stage".into(), ..by_place.clone() };
    let total = |options: &ChartOptions| -> f64 {
        bundled.drawn(&clauses, options).spec.data.iter().map(|datum| datum.extent.mid).sum()
    };
    assert!((total(&by_place) - total(&by_stage)).abs() < 1.0);
}

#[test]
fn lines_need_two_times_of_one_series() {
    let line = ChartOptions { mark: Mark::Line, ..auto() };
    let clauses = [("indicator", "old_compounds_renovated")];
    let refusal = Bundled::read().plan(&clauses, &line).unwrap_err();
    assert!(refusal.reason.contains("两个以上时间"), "{}", refusal.reason);

    // The same data, were the second target no part of the first and due a month before it.
    let mut tables = packages::bundled();
    let swaps = [
        ("2024-10,scope=remaining,", "2024-09,,"),
        ("5个,chengde2024-old-compounds-target,", "5个,,"),
    ];
    for (part, own) in swaps {
        assert!(tables.iter().any(|(_, text)| text.contains(part)), "{part}");
        for (_, text) in &mut tables {
            *text = text.replace(part, own);
        }
    }
    let plan = Bundled::of(&tables).drawn(&clauses, &line);
    assert_eq!(plan.spec.mark, MarkKind::Line);
    assert_eq!(plan.spec.data.len(), 2);
    assert!(plan.notes.iter().any(|note| note.contains("连不成线")), "{:?}", plan.notes);
}

#[test]
fn a_split_makes_series_or_panels() {
    let bundled = Bundled::read();
    let clauses = [("indicator", "kindergartens_built")];
    let split = ChartOptions { split: "place".into(), ..auto() };
    let series = bundled.drawn(&clauses, &split);
    assert!(series.spec.series.len() > 1 && series.spec.facets.is_empty());
    let panels = bundled.drawn(&clauses, &ChartOptions { facets: true, ..split.clone() });
    assert_eq!(panels.spec.facets.len(), series.spec.series.len());
    let sparse = ChartOptions { facets: true, kind: "facility".into(), ..split };
    assert!(bundled.drawn(&[], &sparse).spec.facets.is_empty(), "panels mostly empty");
}

#[test]
fn what_a_log_scale_cannot_show_is_reported() {
    let bundled = Bundled::read();
    let log = ChartOptions { log: true, ..of_kind("share") };
    let plan = bundled.drawn(&[], &log);
    let zeros = bundled.plan(&[], &of_kind("share")).unwrap().spec.data;
    let zeros = zeros.iter().filter(|datum| datum.extent.mid <= 0.0).count();
    assert_eq!(plan.notes.iter().any(|note| note.contains("不大于零")), zeros > 0);
    assert!(plan.spec.data.iter().all(|datum| datum.extent.mid > 0.0));
}

#[test]
fn every_choice_that_is_offered_leads_to_a_chart() {
    let bundled = Bundled::read();
    for clauses in selections(&bundled) {
        let clauses: Vec<(&str, &str)> =
            clauses.iter().map(|(c, v)| (c.as_str(), v.as_str())).collect();
        let mut engine = bundled.engine(&clauses);
        let shown = controls(&mut engine, Rows::Published(&bundled.data), &auto(), Lang::Zh);
        for (picker, apply) in [
            (
                &shown.measure,
                (|o, id| o.measure = Measure::from_id(id).unwrap()) as fn(&mut ChartOptions, &str),
            ),
            (&shown.mark, |o, id| o.mark = Mark::from_id(id).unwrap()),
            (&shown.group, |o, id| o.group = id.to_owned()),
            (&shown.split, |o, id| o.split = id.to_owned()),
        ] {
            let mut charts = Vec::new();
            for item in picker.items.iter().filter(|item| item.reason.is_none()) {
                let mut options = ChartOptions { indicator: shown.indicator.clone(), ..auto() };
                apply(&mut options, &item.id);
                let plan = bundled.plan(&clauses, &options);
                assert!(plan.is_ok(), "{clauses:?}: {} {:?}", item.name, plan.err());
                charts.push(plan);
            }
            // It changes the chart, or says why it cannot.
            let tells = picker.items.iter().any(|item| item.reason.is_some());
            let is_choice = charts.iter().any(|chart| *chart != charts[0]);
            assert!(charts.is_empty() || is_choice || tells, "{clauses:?}: {picker:?}");
        }
    }
}

/// Under a picture of several indicators, a note says of which figure it is, unless several of its place share it.
#[test]
fn notes_under_several_indicators_name_theirs() {
    let bundled = Bundled::read();
    let options = ChartOptions { measure: Measure::Figure, ..of_kind("money") };
    let plan = bundled.drawn(&[], &options);
    let of_school = "德州经开区，学校、幼儿园建设投资（中小学）：小标题作17亿元";
    assert!(plan.notes.iter().any(|note| note.starts_with(of_school)), "{:#?}", plan.notes);
    let plan = bundled.drawn(&[("indicator", "kindergartens_built")], &auto());
    assert!(
        plan.notes.iter().any(|note| note.starts_with("杜集区：均为改扩建的公办园")),
        "{:#?}",
        plan.notes
    );
}
