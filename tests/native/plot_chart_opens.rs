//! What the chart view opens on, what its title claims and what may be ranked: over small invented packages, and over the
//! bundled data.

use std::collections::BTreeSet;
use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::{Table, from_dataset};
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::{Dataset, Observation};
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::chart::{Controls, Plan, Refusal, controls, plan};
use minsheng_explorer::plot::guard::{Facts, compare};
use minsheng_explorer::query::{Clause, Engine, Filter};
use minsheng_explorer::state::{Action, AppState, ChartOptions, Mark, Measure};

use crate::packages;

/// Three counties, four kinds of works in two units, and the figures of a test.
const TABLES: [(&str, &str); 7] = [
    (
        "units",
        "id,name_zh,name_en,singular_en,kind,base,factor
school,所,schools,school,facility,school,1
yuan,元,yuan,yuan,money,yuan,1
",
    ),
    (
        "domains",
        "id,name_zh,name_en,order
education,教育,Education,1
health,医疗,Health,2
",
    ),
    (
        "places",
        "id,name_zh,name_en,parent,level,code,short_zh,short_en
jia,甲县,Jia,,county,,甲县,Jia
yi,乙县,Yi,,county,,乙县,Yi
bing,丙县,Bing,,county,,丙县,Bing
",
    ),
    (
        "sources",
        "id,title_zh,title_en,publisher,published,place,file,sha256,note
one,发布,Release,,2021,jia,a.txt,00,
",
    ),
    (
        "indicators",
        "id,domain,name_zh,name_en,unit,direction,definition_zh,definition_en,nature,money,topic,question_zh,question_en
clinics,health,卫生所,Clinics,school,none,,,flow,,,,
schools,education,学校,Schools,school,none,,,flow,,,,
asked,education,幼儿园,Kindergartens,school,none,,,flow,,,建了几所？,How many?
money,education,拨款,Grants,yuan,none,,,flow,investment,,,
",
    ),
    (
        "projects",
        "id,name_zh,name_en,place,domain,start,end,stage,parent
east,东校,East,jia,education,,,completed,
west,西校,West,jia,education,,,completed,
north,北校,North,yi,education,,,completed,
south,南校,South,yi,education,,,completed,
",
    ),
    ("observations", ""),
];

/// One package with figures as `indicator,place,project,value,stage,role,year`.
struct Invented {
    data: Dataset,
    table: Table,
}

impl Invented {
    fn of(figures: &[&str]) -> Self {
        let mut text = "id,indicator,place,project,source,value,unit,qualifier,stage,role,period_start,period_end,\
                        breakdown,start,end,printed,part_of,flag,derived,note_zh,note_en\n"
            .to_owned();
        for (at, figure) in figures.iter().enumerate() {
            let cells: Vec<&str> = figure.split(',').collect();
            let [indicator, place, project, value, stage, role, year] = cells[..] else {
                panic!("{figure}")
            };
            let end = at + value.len();
            let unit = if indicator == "money" { "yuan" } else { "school" };
            text += &format!(
                "o{at},{indicator},{place},{project},one,{value},{unit},eq,{stage},{role},{year},{year},,{at},{end},{value},,,,,\n"
            );
        }
        let mut tables: Vec<(String, String)> =
            TABLES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        tables[6].1 = text;
        Self::read(&tables)
    }

    fn read(tables: &[(String, String)]) -> Self {
        let (data, problems) = read_package(tables);
        let table = from_dataset(&data);
        assert!(table.len > 0, "{problems:?}");
        Self { data, table }
    }

    fn engine(&self, clauses: &[(&str, &str)]) -> Engine {
        let mut filter = Filter::default();
        for (column, values) in clauses {
            let values: BTreeSet<String> = values.split(',').map(str::to_owned).collect();
            filter.set(column, Clause::AnyOf(values));
        }
        let mut engine = Engine::new(Arc::new(self.table.clone()));
        engine.set_filter(&filter);
        engine
    }

    fn plan(
        &self,
        clauses: &[(&str, &str)],
        options: &ChartOptions,
        lang: Lang,
    ) -> Result<Plan, Refusal> {
        plan(&mut self.engine(clauses), Rows::Published(&self.data), options, lang)
    }

    fn drawn(&self, clauses: &[(&str, &str)], options: &ChartOptions) -> Plan {
        let plan = self.plan(clauses, options, Lang::Zh);
        plan.unwrap_or_else(|refusal| panic!("{}", refusal.reason))
    }

    fn controls(&self, clauses: &[(&str, &str)], options: &ChartOptions) -> Controls {
        controls(&mut self.engine(clauses), Rows::Published(&self.data), options, Lang::Zh)
    }

    /// The indicator that the chart opens on under a filter; empty where it is about several.
    fn opens_on(&self, clauses: &[(&str, &str)]) -> String {
        self.controls(clauses, &auto()).indicator
    }

    fn shown<'a>(&'a self, plan: &'a Plan) -> impl Iterator<Item = &'a Observation> {
        plan.targets.iter().filter_map(|target| match target {
            Some(Action::Open(id)) => {
                Some(&self.data.observations[self.data.observations.find(id)?])
            }
            _ => None,
        })
    }
}

fn auto() -> ChartOptions {
    ChartOptions::default()
}

#[test]
fn nothing_chosen_opens_on_the_indicator_that_most_places_share() {
    let package = Invented::of(&[
        "clinics,jia,,3,completed,actual,2021",
        "clinics,yi,,4,completed,actual,2021",
        "schools,jia,,3,completed,actual,2021",
        "schools,yi,,5,completed,actual,2021",
        "schools,bing,,6,completed,actual,2021",
        "asked,jia,,3,completed,actual,2021",
    ]);
    assert_eq!(package.opens_on(&[]), "schools");
    assert_eq!(package.opens_on(&[("domain", "health")]), "clinics", "within what is chosen");
    let plan = package.drawn(&[], &auto());
    assert!(!plan.is_count);
    assert_eq!(plan.spec.data.len(), 3);
    assert!(plan.spec.categories.iter().all(|c| c.note.contains("2021")), "the time at each bar");
}

#[test]
fn figures_that_may_not_be_compared_are_not_shared() {
    let package = Invented::of(&[
        "schools,jia,,3,completed,actual,2021",
        "schools,yi,,5,planned,target,2022",
        "schools,bing,,6,in_progress,actual,2021",
        "clinics,jia,,3,completed,actual,2021",
        "clinics,yi,,4,completed,actual,2021",
    ]);
    assert_eq!(package.opens_on(&[]), "clinics");
}

#[test]
fn of_indicators_shared_alike_the_one_a_resident_asks_for_comes_first_then_the_datas_order() {
    let both = |indicator: &str| {
        ["jia", "yi"].map(|place| format!("{indicator},{place},,3,completed,actual,2021"))
    };
    let of = |indicators: &[&str]| {
        let figures: Vec<String> = indicators.iter().flat_map(|i| both(i)).collect();
        Invented::of(&figures.iter().map(String::as_str).collect::<Vec<_>>()).opens_on(&[])
    };
    assert_eq!(of(&["schools", "clinics", "asked"]), "asked");
    assert_eq!(of(&["schools", "clinics"]), "clinics", "first in the table of indicators");
}

#[test]
fn where_nothing_is_shared_it_is_an_indicator_of_several_figures_else_their_number() {
    let package = Invented::of(&[
        "clinics,jia,,3,completed,actual,2021",
        "schools,yi,,3,completed,actual,2020",
        "schools,yi,,5,completed,actual,2021",
        "money,jia,,5,completed,actual,2021",
    ]);
    assert_eq!(package.opens_on(&[]), "schools");
    assert_eq!(package.opens_on(&[("place", "jia")]), "");
    assert!(package.drawn(&[("place", "jia")], &auto()).is_count);
    assert!(!package.drawn(&[("indicator", "clinics")], &auto()).is_count, "one alone is shown");
}

#[test]
fn whoever_names_a_subject_gets_it() {
    let bundled = Invented::read(&packages::bundled());
    let named = [
        ChartOptions { measure: Measure::Count, ..auto() },
        ChartOptions { kind: "money".into(), ..auto() },
        ChartOptions { group: "place".into(), ..auto() },
        ChartOptions { split: "stage".into(), ..auto() },
        ChartOptions { mark: Mark::Matrix, ..auto() },
    ];
    for options in named {
        assert_eq!(bundled.controls(&[], &options).indicator, "", "{options:?}");
        assert!(bundled.plan(&[], &options, Lang::Zh).is_ok(), "{options:?}");
    }
    let several = [("indicator", "schools_built,kindergartens_built")];
    assert_eq!(bundled.opens_on(&several), "", "the filter names two");
    let one = ChartOptions { indicator: "schools_built".into(), ..auto() };
    assert!(bundled.shown(&bundled.drawn(&[], &one)).count() > 1);
    // What the selection does not have is no subject of it.
    let other = ChartOptions { indicator: "schools_built".into(), ..auto() };
    assert_ne!(bundled.controls(&[("domain", "health")], &other).indicator, "schools_built");
}

#[test]
fn the_bundled_data_open_on_an_indicator_whose_places_may_stand_side_by_side() {
    let bundled = Invented::read(&packages::bundled());
    let plan = bundled.drawn(&[], &auto());
    let facts: Vec<(usize, Facts)> =
        bundled.shown(&plan).map(|o| (o.place.index(), Facts::of(&bundled.data, o))).collect();
    let beside = |(_, own): &(usize, Facts)| {
        let alike = facts.iter().filter(|(_, other)| !compare(own, other).is_refused());
        alike.map(|(place, _)| *place).collect::<BTreeSet<_>>().len()
    };
    assert!(facts.iter().map(beside).max() > Some(1), "{}", plan.headings.title);
    assert!(!plan.is_count && plan.topic.is_some());
    for lang in Lang::ALL {
        let plan = bundled.plan(&[], &auto(), lang).unwrap();
        assert!(!plan.headings.title.is_empty());
        for c in &plan.spec.categories {
            assert!(c.note.contains("20"), "{c:?} has no time");
        }
    }
}

#[test]
fn a_title_says_who_with_value_and_time_and_ranks_nothing_that_the_guard_refuses() {
    let package = Invented::of(&[
        "schools,jia,,3,completed,actual,2020",
        "schools,yi,,5,completed,actual,2021",
        "clinics,jia,,3,completed,actual,2021",
    ]);
    let title = package.drawn(&[], &auto()).headings.title;
    assert_eq!(title, "学校：甲县3所（2020年）、乙县5所（2021年）");
    let one = package.drawn(&[("indicator", "clinics")], &auto());
    assert_eq!(one.headings.title, "卫生所：只有甲县公布，3所（2021年）");

    let unlike = Invented::of(&[
        "schools,jia,,3,completed,actual,2021",
        "schools,yi,,5,planned,actual,2021",
    ]);
    let plan = unlike.drawn(&[], &auto());
    assert_eq!(plan.headings.title, "学校：甲县3所已完成；乙县5所列入计划（2021年）");
    assert!(plan.is_apart && plan.headings.subtitle.contains("不排高低"), "{:?}", plan.headings);
    let first = unlike.shown(&plan).next().unwrap();
    assert_eq!(first.id, "o0", "what is done stands before what is planned, however large");
}

#[test]
fn of_many_alike_the_title_names_the_greatest_and_the_least() {
    let figure =
        |place: &str, year: u32, n: u32| format!("schools,{place},,{n},completed,actual,{year}");
    let mut figures: Vec<String> =
        (0..3).map(|at| figure(["jia", "yi", "bing"][at as usize], 2020, 10 + at)).collect();
    figures.extend((0..3).map(|at| figure(["jia", "yi", "bing"][at as usize], 2021, 20 + at)));
    let of =
        |figures: &[String]| Invented::of(&figures.iter().map(String::as_str).collect::<Vec<_>>());
    let title = of(&figures).drawn(&[], &auto()).headings.title;
    assert_eq!(title, "学校：丙县最多，22所（2021年）；甲县最少，20所（2021年）");
    // Where two are the greatest none is: the latest of each place is told.
    figures[3] = figure("jia", 2021, 22);
    let title = of(&figures).drawn(&[], &auto()).headings.title;
    assert_eq!(title, "学校：甲县22所、乙县21所、丙县22所（2021年）");
    // Where one is only planned nothing is ranked, and what is done is told rather than the plan.
    figures[3] = figures[3].replace("completed,actual", "planned,target");
    let title = of(&figures).drawn(&[], &auto()).headings.title;
    assert_eq!(title, "学校：甲县10所、乙县21所、丙县22所已完成；甲县22所列入计划（2020—2021年）");
}

#[test]
fn the_sentence_leads_to_the_chart_it_names() {
    let bundled = Invented::read(&packages::bundled());
    for start in [auto(), ChartOptions { measure: Measure::Count, ..auto() }] {
        let sentence = bundled.controls(&[], &start).sentence;
        assert_eq!(sentence.words, ["看", "在", ""]);
        assert!(sentence.subject.offers().count() > 50);
        assert_eq!(sentence.within.chosen, 0);
        for offer in sentence.subject.offers() {
            let mut state = AppState::default();
            offer.actions.iter().for_each(|action| state.apply(action.clone()));
            let options = &state.options.chart;
            assert!(bundled.plan(&[], options, Lang::Zh).is_ok(), "{}", offer.label);
            let then = bundled.controls(&[], options).sentence.subject;
            let chosen = then.offers().nth(then.chosen).map(|offer| &offer.label);
            assert_eq!(chosen, Some(&offer.label));
        }
        for offer in sentence.within.offers() {
            let mut state = AppState::default();
            state.options.chart.clone_from(&start);
            offer.actions.iter().for_each(|action| state.apply(action.clone()));
            let mut engine = bundled.engine(&[]);
            engine.set_filter(&state.filter);
            let rows = Rows::Published(&bundled.data);
            assert!(plan(&mut engine, rows, &start, Lang::Zh).is_ok(), "{}", offer.label);
        }
    }
    let one = bundled.controls(&[("place", "duji")], &auto()).sentence.within;
    let chosen = one.offers().nth(one.chosen).map(|offer| offer.label.as_str());
    assert_eq!(chosen, Some("杜集区"));
    let two = bundled.controls(&[("place", "duji,chengde")], &auto()).sentence.within;
    assert_eq!(two.offers().nth(two.chosen).map(|offer| offer.label.as_str()), Some("选中的地区"));
}

#[test]
fn sums_of_figures_that_count_alike_are_ranked_and_others_are_not() {
    let sum = ChartOptions {
        measure: Measure::Sum,
        indicator: "schools".into(),
        group: "place".into(),
        ..auto()
    };
    let alike = [
        "schools,jia,east,3,completed,actual,2021",
        "schools,jia,west,4,completed,actual,2021",
        "schools,yi,north,5,completed,actual,2021",
        "schools,yi,south,1,completed,actual,2021",
    ];
    let plan = Invented::of(&alike).drawn(&[], &sum);
    let values: Vec<f64> = plan.spec.data.iter().map(|datum| datum.extent.mid).collect();
    assert_eq!(values, [7.0, 6.0]);
    let told = plan.sentence(Lang::Zh);
    assert!(!plan.is_apart && told.contains("最大的") && told.contains("7所"), "{told}");

    // One of the four is only planned: its county's sum is not of what the other's is.
    let mut unlike = alike;
    unlike[3] = "schools,yi,south,1,planned,actual,2021";
    let plan = Invented::of(&unlike).drawn(&[], &sum);
    assert!(plan.is_apart && !plan.sentence(Lang::Zh).contains("最大的"));
}
