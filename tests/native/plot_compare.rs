//! The comparison over the bundled data: like figures are ranked, unlike ones never; what is worked out is what the
//! releases' figures give.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::{Extent, MarkKind, Size, compose};
use minsheng_explorer::column::{Table, from_dataset};
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::{Dataset, Observation, Stage};
use minsheng_explorer::plot::ChartFormat;
use minsheng_explorer::plot::chart::Plan;
use minsheng_explorer::plot::compare::guard::{Facts, Weight, compare};
use minsheng_explorer::plot::compare::{ComparePlan, Menu, PairRow, plan};
use minsheng_explorer::query::{Clause, Engine, Filter};
use minsheng_explorer::state::{Action, AppState, Comparison, Options, View};
use minsheng_explorer::words::figure;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::packages;

struct Bundled {
    data: Dataset,
    table: Arc<Table>,
}

impl Bundled {
    fn read() -> Self {
        let (data, _) = read_package(&packages::bundled());
        let table = Arc::new(from_dataset(&data));
        Self { data, table }
    }

    fn plan(&self, clauses: &[(&str, &str)], options: &Options, lang: Lang) -> ComparePlan {
        let mut engine = Engine::new(self.table.clone());
        let mut filter = Filter::default();
        for (column, value) in clauses {
            filter.set(column, Clause::AnyOf([(*value).to_owned()].into()));
        }
        engine.set_filter(&filter);
        plan(&mut engine, &self.data, options, lang)
    }

    fn zh(&self, options: &Options) -> ComparePlan {
        self.plan(&[], options, Lang::Zh)
    }

    fn at(&self, id: &str) -> &Observation {
        &self.data.observations[self.data.observations.find(id).unwrap()]
    }

    /// A published figure in base units.
    fn base(&self, id: &str) -> Decimal {
        let o = self.at(id);
        o.base_value(&self.data.units[o.unit]).unwrap()
    }

    /// Ids of the figures that a chart's marks open, in order.
    fn opened<'p>(&self, plan: &'p Plan) -> Vec<&'p str> {
        let id = |target: &'p Option<Action>| match target {
            Some(Action::Open(id)) => id.as_str(),
            other => panic!("{other:?}"),
        };
        plan.targets.iter().map(id).collect()
    }

    /// The indicators by how many places report them.
    fn places(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut places: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (_, o) in self.data.observations.iter() {
            let place = self.data.places[o.place].id.as_str();
            places.entry(&self.data.indicators[o.indicator].id).or_default().insert(place);
        }
        places
    }
}

fn of(subject: &str) -> Options {
    Options { subject: subject.to_owned(), ..Options::default() }
}

fn items(menu: &Menu) -> Vec<&str> {
    menu.groups.iter().flat_map(|group| group.items.iter().map(|(id, _)| id.as_str())).collect()
}

#[test]
fn it_opens_on_what_most_places_report() {
    let bundled = Bundled::read();
    let places = bundled.places();
    let most = places.values().map(BTreeSet::len).max().unwrap();
    let plan = bundled.zh(&Options::default());
    assert_eq!(places[plan.subjects.chosen.as_str()].len(), most);
    let offered: BTreeSet<&str> = items(&plan.subjects).into_iter().collect();
    assert_eq!(offered, places.keys().copied().collect());
    let counts: Vec<usize> = items(&plan.subjects).iter().map(|id| places[id].len()).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "shared ones first: {counts:?}");
}

#[test]
fn only_like_figures_are_ranked_and_every_row_says_its_period() {
    let bundled = Bundled::read();
    for subject in bundled.places().into_keys() {
        let plan = bundled.zh(&of(subject));
        let mut shown = BTreeSet::new();
        let last = plan.charts.len().saturating_sub(1);
        for (at, chart) in plan.charts.iter().enumerate() {
            let opened = bundled.opened(chart);
            shown.extend(opened.iter().map(|id| (*id).to_owned()));
            let figures: Vec<&Observation> = opened.iter().map(|id| bundled.at(id)).collect();
            let facts: Vec<Facts> = figures.iter().map(|o| Facts::of(&bundled.data, o)).collect();
            let refused = facts.iter().any(|a| facts.iter().any(|b| compare(a, b).is_refused()));
            let mids: Vec<f64> = chart.spec.data.iter().map(|d| d.extent.mid).collect();
            let places: BTreeSet<usize> = figures.iter().map(|o| o.place.index()).collect();
            if at < last || places.len() > 1 && chart.spec.stages.is_empty() {
                assert!(!refused, "{subject}: unlike figures are ranked: {opened:?}");
                assert!(places.len() > 1, "{subject}: a ranking of one place");
                let sorted = mids.is_sorted() || mids.is_sorted_by(|a, b| a >= b);
                assert!(sorted, "{subject}: {mids:?}");
                let years: BTreeSet<i32> = figures.iter().map(|o| o.period.end.year()).collect();
                let told = chart.notes.iter().any(|note| note.contains("年份"));
                assert_eq!(told, years.len() > 1, "{subject}: {:?}", chart.notes);
            }
            for (category, o) in chart.spec.categories.iter().zip(&figures) {
                let year = o.period.end.year().to_string();
                assert!(category.note.contains(&year), "{subject}: {category:?}");
            }
        }
        let all = bundled.data.observations.iter().map(|(_, o)| o);
        let expected: BTreeSet<String> = all
            .filter(|o| bundled.data.indicators[o.indicator].id == subject)
            .map(|o| o.id.clone())
            .collect();
        assert_eq!(shown, expected, "{subject}: every figure is shown once");
    }
}

#[test]
fn sites_are_ranked_where_done_and_listed_where_planned() {
    let bundled = Bundled::read();
    let plan = bundled.zh(&of("fitness_equipment_sites"));
    let [done, rest] = &plan.charts[..] else { panic!("{:?}", plan.charts.len()) };
    let stages = |plan: &Plan| -> Vec<Stage> {
        bundled.opened(plan).iter().map(|id| bundled.at(id).stage).collect()
    };
    assert_eq!(stages(done), [Stage::Completed; 2]);
    assert!(!stages(rest).contains(&Stage::Completed), "{:?}", stages(rest));
    let domain = |plan: &Plan| plan.spec.value.domain;
    assert_eq!(domain(done), domain(rest), "one axis for all");
    assert!(rest.notes.iter().any(|note| note.contains("计划") && note.contains("已完成")));
    assert!(!done.spec.value.label.contains(['→', '←']), "of a count neither way is better");
    let covered = bundled.zh(&of("insurance_coverage"));
    assert!(covered.charts[0].spec.value.label.contains('→'), "the direction is marked");
    let elderly = bundled.zh(&of("elderly_checkup_age"));
    assert!(elderly.charts[0].spec.value.label.contains('←'), "less is better");
    assert_eq!(elderly.charts[0].spec.mark, MarkKind::Dot);
    assert!(elderly.lead.contains("只有"), "{}", elderly.lead);
    assert!(!elderly.offers.is_empty(), "one place leads on");
}

#[test]
fn qualifiers_stay_open_ends() {
    let bundled = Bundled::read();
    let plan = bundled.zh(&of("volunteers"));
    let extents: Vec<Extent> =
        plan.charts.iter().flat_map(|c| c.spec.data.iter().map(|d| d.extent)).collect();
    assert!(extents.iter().all(|extent| extent.open_high), "{extents:?}");
}

#[test]
fn quotients_are_those_of_the_published_figures() {
    let bundled = Bundled::read();
    let per = "old_age_allowance_recipients";
    let options = Options { per: per.to_owned(), ..of("old_age_allowance_spending") };
    for lang in Lang::ALL {
        let plan = bundled.plan(&[], &options, lang);
        let shown: BTreeMap<&str, (f64, &str)> = plan
            .charts
            .iter()
            .flat_map(|chart| {
                let marks = chart.spec.data.iter().zip(&chart.spec.categories);
                let marks = marks.map(|(datum, row)| (datum.extent.mid, row.note.as_str()));
                bundled.opened(chart).into_iter().zip(marks)
            })
            .collect();
        for (n, d) in [
            ("dezhou2021-old-age-allowance-spending", "dezhou2021-old-age-allowance-recipients"),
            ("dezhou2021-centenarian-spending", "dezhou2021-centenarian-recipients"),
        ] {
            let expected = (bundled.base(n) / bundled.base(d)).to_f64().unwrap();
            let (value, note) = shown[n];
            assert!((value - expected).abs() < 1e-9, "{n}: {value}, not {expected}");
            for part in [n, d] {
                let text = figure(&bundled.data, bundled.at(part), lang).to_string();
                assert!(note.contains(&text), "{note} names {text}");
            }
        }
        assert_eq!(shown.len(), 4, "both groups in both places");
        assert_eq!(plan.charts.len(), 2, "each group by itself");
    }
    // What is not exact stays so: 981余万元 among 12,702 children.
    let options =
        Options { per: "inclusive_kindergarten_children".into(), ..of("kindergarten_subsidy") };
    let plan = bundled.zh(&options);
    assert!(plan.charts[0].spec.data[0].extent.open_high);
    assert!(plan.charts[0].spec.data[0].label.starts_with('超'), "{:?}", plan.charts[0].spec.data);
    // A part of its divisor is a share of it.
    let options = Options { per: "teachers".into(), ..of("teachers_distinguished") };
    let plan = bundled.zh(&options);
    assert!(plan.charts[0].spec.data.iter().all(|d| d.label.ends_with('%')));
}

#[test]
fn whatever_is_offered_can_be_divided() {
    let bundled = Bundled::read();
    let mut offered = 0;
    for subject in bundled.places().into_keys() {
        let plan = bundled.zh(&of(subject));
        for per in items(&plan.pers).into_iter().filter(|id| !id.is_empty()) {
            let options = Options { per: per.to_owned(), ..of(subject) };
            let plan = bundled.zh(&options);
            assert!(!plan.charts.is_empty(), "{subject} per {per}");
            offered += 1;
        }
    }
    assert!(offered > 0);
    // What nobody offered says so.
    let plan = bundled.zh(&Options { per: "sports_parks".into(), ..of("teachers") });
    assert!(plan.charts.is_empty() && !plan.lead.is_empty());
}

fn pair(left: &str, right: &str) -> Options {
    Options {
        comparison: Comparison::Pair,
        left: left.to_owned(),
        right: right.to_owned(),
        ..Options::default()
    }
}

#[test]
fn two_places_are_compared_only_where_the_guard_allows() {
    let bundled = Bundled::read();
    let mut refused = 0;
    for (left, right) in
        [("dezhou_etdz", "weihai_etdz"), ("duji", "chengde"), ("weihai_etdz", "chengde")]
    {
        let plan = bundled.zh(&pair(left, right));
        let table = plan.pair.unwrap();
        assert!(!table.rows.is_empty());
        for row in &table.rows {
            let [a, b] = [&row.left, &row.right].map(|c| bundled.at(c.key.as_deref().unwrap()));
            assert_eq!(a.indicator, b.indicator);
            assert_eq!(bundled.data.places[a.place].id, left);
            assert_eq!(bundled.data.places[b.place].id, right);
            let verdict = compare(&Facts::of(&bundled.data, a), &Facts::of(&bundled.data, b));
            assert_eq!(row.weight, verdict.weight());
            assert_eq!(row.reasons.is_empty(), verdict.0.is_empty());
            if verdict.is_refused() {
                refused += 1;
                assert_eq!((row.ratio.as_str(), row.difference.as_str()), ("不比", ""));
                assert!(!row.reasons.is_empty());
            }
        }
        let order: Vec<bool> =
            table.rows.iter().map(|row| row.weight == Some(Weight::Refuse)).collect();
        assert!(order.is_sorted(), "what may be compared stands first");
    }
    assert!(refused > 0);
}

#[test]
fn ratio_and_difference_are_those_of_the_figures() {
    let bundled = Bundled::read();
    let plan = bundled.zh(&pair("duji", "dezhou_etdz"));
    let rows = plan.pair.unwrap().rows;
    let find = |key: &str| -> &PairRow {
        rows.iter().find(|row| row.left.key.as_deref() == Some(key)).unwrap()
    };
    let (left, right) =
        ("duji2019-old-age-allowance-recipients", "dezhou2021-old-age-allowance-recipients");
    let ids: Vec<&str> = rows.iter().filter_map(|row| row.left.key.as_deref()).collect();
    let left = ids
        .iter()
        .find(|id| bundled.at(id).indicator == bundled.at(right).indicator)
        .map_or(left, |id| id);
    let row = find(left);
    let (a, b) = (bundled.base(left), bundled.base(right));
    assert!(row.ratio.contains(&(a / b).round_sf(3).unwrap().normalize().to_string()), "{row:?}");
    assert!(row.difference.starts_with('多') == (a > b), "{row:?}");
    // The other way round nothing else is said.
    let back = bundled.zh(&pair("dezhou_etdz", "duji")).pair.unwrap().rows;
    assert_eq!(back.len(), rows.len());
}

#[test]
fn the_coverage_counts_what_each_release_reports() {
    let bundled = Bundled::read();
    for lang in Lang::ALL {
        for (_, domain) in bundled.data.domains.iter() {
            let options = Options {
                comparison: Comparison::Coverage,
                unfolded: domain.id.clone(),
                ..Options::default()
            };
            let plan = bundled.plan(&[], &options, lang);
            let table = plan.coverage.unwrap();
            let mut reported: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
            for (_, o) in bundled.data.observations.iter() {
                if bundled.data.domains[bundled.data.indicators[o.indicator].domain].id == domain.id
                {
                    reported.entry(o.source.index()).or_default().insert(o.indicator.index());
                }
            }
            let all: BTreeSet<usize> = reported.values().flatten().copied().collect();
            if all.is_empty() {
                continue;
            }
            assert_eq!(plan.fields.chosen, domain.id);
            assert_eq!(table.rows.len(), all.len(), "{}", domain.id);
            for at in 0..bundled.data.sources.len() {
                let filled = table.rows.iter().filter(|(_, cells)| !cells[at].text.is_empty());
                let expected = reported.get(&at).map_or(0, BTreeSet::len);
                assert_eq!(filled.count(), expected, "{} of {at}", domain.id);
            }
            let matrix = &plan.charts[0];
            let row = matrix.spec.categories.iter().position(|c| c.name == domain.name.get(lang));
            let row = u32::try_from(row.unwrap()).unwrap();
            for datum in matrix.spec.data.iter().filter(|datum| datum.category == row) {
                let n = reported[&(datum.series as usize)].len();
                assert_eq!(datum.label, format!("{n}/{}", all.len()));
                let opened = matrix.targets[datum.id as usize].clone();
                assert_eq!(opened, Some(Action::Unfold(domain.id.clone())));
            }
        }
    }
}

#[test]
fn a_filter_that_leaves_one_place_can_be_lifted() {
    let bundled = Bundled::read();
    for comparison in [Comparison::Across, Comparison::Pair] {
        let options = Options { comparison, ..Options::default() };
        let lifts = |clauses: &[(&str, &str)]| {
            let plan = bundled.plan(clauses, &options, Lang::Zh);
            plan.offers.iter().any(|o| o.actions == [Action::Lift("place".to_owned())])
        };
        assert!(lifts(&[("place", "chengde")]), "{comparison:?}");
        assert!(!lifts(&[("domain", "education")]) && !lifts(&[]), "{comparison:?}");
    }
}

#[test]
fn any_selection_leads_on_and_is_drawn_without_a_fault() {
    let bundled = Bundled::read();
    let mut state = AppState { view: View::Compare, ..AppState::default() };
    let clauses: [&[(&str, &str)]; 5] = [
        &[],
        &[("place", "chengde")],
        &[("domain", "safety")],
        &[("stage", "planned")],
        &[("place", "nowhere")],
    ];
    for clauses in clauses {
        for &comparison in Comparison::ALL {
            state.apply(Action::Compare(comparison));
            for lang in Lang::ALL {
                let plan = bundled.plan(clauses, &state.options, lang);
                let says = !plan.lead.is_empty() || !plan.charts.is_empty() || plan.pair.is_some();
                assert!(says, "{clauses:?} {comparison:?}");
                let format = ChartFormat { lang, unit: String::new() };
                for chart in &plan.charts {
                    assert_eq!(chart.spec.data.len(), chart.targets.len());
                    for width in [358.0, 900.0] {
                        let scene = compose(&chart.spec, Size::wide(width), &format);
                        assert_eq!(scene.dropped, [], "{clauses:?} {comparison:?}");
                    }
                    for offer in &plan.offers {
                        assert!(!offer.label.is_empty() && !offer.actions.is_empty());
                    }
                }
            }
        }
    }
}
