//! The comparison over the bundled data: like figures are ranked, unlike ones never; what is worked out is what the
//! releases' figures give.

mod pair;
mod quotients;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::{Extent, MarkKind, Node, Role, Shape, Size, compose};
use minsheng_explorer::column::{Table, from_dataset};
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::{Dataset, Direction, Nature, Observation};
use minsheng_explorer::plot::ChartFormat;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::chart::Plan;
use minsheng_explorer::plot::compare::{ComparePlan, Menu, plan};
use minsheng_explorer::plot::guard::{Facts, Weight, compare};
use minsheng_explorer::query::{Clause, Engine, Filter};
use minsheng_explorer::state::{Action, AppState, CompareOptions, Comparison, View};
use minsheng_explorer::words::figure;
use rust_decimal::Decimal;

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

    fn plan(&self, clauses: &[(&str, &str)], options: &CompareOptions, lang: Lang) -> ComparePlan {
        let mut engine = Engine::new(self.table.clone());
        let mut filter = Filter::default();
        for (column, value) in clauses {
            filter.set(column, Clause::AnyOf([(*value).to_owned()].into()));
        }
        engine.set_filter(&filter);
        plan(&mut engine, Rows::Published(&self.data), options, lang)
    }

    fn zh(&self, options: &CompareOptions) -> ComparePlan {
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

fn of(subject: &str) -> CompareOptions {
    CompareOptions { subject: subject.to_owned(), ..CompareOptions::default() }
}

fn items(menu: &Menu) -> Vec<&str> {
    menu.groups.iter().flat_map(|group| group.items.iter().map(|(id, _)| id.as_str())).collect()
}

#[test]
fn it_opens_on_what_most_places_report() {
    let bundled = Bundled::read();
    let places = bundled.places();
    let most = places.values().map(BTreeSet::len).max().unwrap();
    let plan = bundled.zh(&CompareOptions::default());
    assert_eq!(places[plan.subjects.chosen.as_str()].len(), most);
    let offered: BTreeSet<&str> = items(&plan.subjects).into_iter().collect();
    assert_eq!(offered, places.keys().copied().collect());
    let counts: Vec<usize> = items(&plan.subjects).iter().map(|id| places[id].len()).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "shared ones first: {counts:?}");
}

/// Whether figures stand side by side in a chart; those of the others stand apart and say each what they count.
fn is_side_by_side(chart: &Plan) -> bool {
    chart.spec.stages.is_empty()
}

#[test]
fn only_like_figures_stand_side_by_side_and_every_row_says_its_period() {
    let bundled = Bundled::read();
    for subject in bundled.places().into_keys() {
        let plan = bundled.zh(&of(subject));
        let mut shown = BTreeSet::new();
        let several = bundled.places()[subject].len() > 1;
        for chart in &plan.charts {
            let opened = bundled.opened(chart);
            shown.extend(opened.iter().map(|id| (*id).to_owned()));
            let figures: Vec<&Observation> = opened.iter().map(|id| bundled.at(id)).collect();
            let facts: Vec<Facts> = figures.iter().map(|o| Facts::of(&bundled.data, o)).collect();
            let verdicts = || {
                let pairs = facts.iter().enumerate();
                pairs.flat_map(|(at, a)| facts[at + 1..].iter().map(|b| compare(a, b)))
            };
            let before = &chart.headings.subtitle;
            let told = chart.sentence(Lang::Zh);
            let ranks = is_side_by_side(chart) && verdicts().all(|v| v.is_alike());
            assert!(ranks || !told.contains("最大的"), "{subject}: {told}");
            if is_side_by_side(chart) {
                assert!(!verdicts().any(|v| v.is_refused()), "{subject}: {opened:?}");
                let places: BTreeSet<usize> = figures.iter().map(|o| o.place.index()).collect();
                assert!(places.len() > 1, "{subject}: a ranking of one place");
                let mids: Vec<f64> = chart.spec.data.iter().map(|d| d.extent.mid).collect();
                let sorted = mids.is_sorted() || mids.is_sorted_by(|a, b| a >= b);
                assert!(sorted || !verdicts().all(|v| v.is_alike()), "{subject}: {mids:?}");
                let differ = verdicts().any(|v| v.weight() >= Some(Weight::Warn));
                assert!(!differ || !before.is_empty(), "{subject}: nothing told before the bars");
                let years: BTreeSet<i32> = figures.iter().map(|o| o.period.end.year()).collect();
                assert_eq!(before.contains("年份"), years.len() > 1, "{subject}: {before}");
            } else {
                let stages: BTreeSet<(&str, &str)> =
                    facts.iter().map(|f| (f.stage.id(), f.role.id())).collect();
                assert_eq!(stages.len(), 1, "{subject}: unlike stages in one chart");
                assert!(!several || !before.is_empty(), "{subject}: nothing told before the bars");
            }
            for (category, o) in chart.spec.categories.iter().zip(&figures) {
                let year = o.period.end.year().to_string();
                assert!(category.note.contains(&year), "{subject}: {category:?}");
                let doubt = o.doubt.map_or("", |doubt| &*bundled.data.doubts[doubt].text.zh);
                for note in [o.note.zh.as_str(), doubt].iter().filter(|note| !note.is_empty()) {
                    let is_told = chart.notes.iter().any(|told| told.ends_with(note));
                    assert!(is_told, "{}: {note} is not under its chart", o.id);
                }
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
fn better_is_said_of_rates_and_standards_only() {
    let bundled = Bundled::read();
    for (_, indicator) in bundled.data.indicators.iter() {
        let plan = bundled.zh(&of(&indicator.id));
        let nature = indicator.nature(&bundled.data.units[indicator.unit].kind);
        let is_level = matches!(nature, Nature::Rate | Nature::Standard);
        for chart in &plan.charts {
            let says = chart.spec.value.label.contains(['→', '←']);
            let expected = is_level && indicator.direction != Direction::None;
            assert_eq!(says, expected, "{}: {}", indicator.id, chart.spec.value.label);
        }
    }
}

#[test]
fn what_is_planned_under_way_and_finished_stands_apart() {
    let bundled = Bundled::read();
    let plan = bundled.zh(&of("kindergartens_built"));
    let stages = |plan: &Plan| -> BTreeSet<&str> {
        bundled.opened(plan).iter().map(|id| bundled.at(id).stage.id()).collect()
    };
    assert!(plan.charts.len() > 1);
    assert!(plan.charts.iter().all(|chart| stages(chart).len() == 1));
    let domain = |plan: &Plan| plan.spec.value.domain;
    assert!(plan.charts.iter().all(|chart| domain(chart) == domain(&plan.charts[0])), "one axis");
    let planned = plan.charts.iter().find(|chart| stages(chart).contains("planned")).unwrap();
    assert!(planned.headings.title.starts_with("计划"), "{}", planned.headings.title);
    // Titles tell the stages; the lines under them tell what else differs.
    assert!(plan.charts.iter().all(|chart| !chart.headings.subtitle.contains("“计划”")));
    let elderly = bundled.zh(&of("elderly_checkup_age"));
    assert_eq!(elderly.charts[0].spec.mark, MarkKind::Dot);
    assert!(elderly.lead.contains("没有公布这一项"), "{}", elderly.lead);
    assert!(!elderly.offers.is_empty(), "one place leads on");
}

/// The five-second message: who alone reports an indicator, or what each place has come to, with the time.
#[test]
fn the_title_tells_what_each_place_has_come_to_and_ranks_only_what_counts_alike() {
    let bundled = Bundled::read();
    let mut told = 0;
    for (subject, places) in bundled.places() {
        let title = bundled.zh(&of(subject)).title;
        let indicator = bundled.data.indicators.find(subject).unwrap();
        let name = bundled.data.indicators[indicator].name.zh.as_str();
        let finding = title.strip_prefix(name).unwrap_or_else(|| panic!("{title}"));
        let all = bundled.data.observations.iter().map(|(_, o)| o);
        let figures: Vec<&Observation> = all.filter(|o| o.indicator == indicator).collect();
        assert_eq!(finding.contains("只有"), places.len() == 1, "{title}");
        let facts: Vec<Facts> = figures.iter().map(|o| Facts::of(&bundled.data, o)).collect();
        let count_alike = facts.iter().enumerate().any(|(at, a)| {
            facts[at + 1..].iter().any(|b| a.level == b.level && compare(a, b).is_alike())
        });
        for word in ["倍", "最多", "最少", "高于", "分之"] {
            assert!(count_alike || !finding.contains(word), "{title}");
        }
        assert!(!finding.contains("（有疑点）") && !finding.contains("推算"), "{title}");
        if places.len() == 1 || finding.is_empty() {
            continue;
        }
        told += 1;
        let is_told =
            |o: &&&Observation| finding.contains(&figure(&bundled.data, o, Lang::Zh).to_string());
        for o in figures.iter().filter(is_told) {
            let year = o.period.end.year();
            let (first, last) = (year - 5, year + 5);
            let has_year = (first..=last).any(|year| finding.contains(&year.to_string()));
            assert!(has_year, "{finding}: no time");
        }
        let at = |word: &str| finding.find(word);
        if let (Some(done), Some(planned)) = (at("已完成"), at("列入计划")) {
            assert!(done < planned, "{finding}");
        }
    }
    assert!(told > 8, "{told}");
    // A release that does not say whether all were finished has not finished them.
    let kindergartens = bundled.zh(&of("kindergartens_built")).title;
    assert!(
        kindergartens.ends_with("进行中；聊城开发区10所列入计划（2019—2022年）"),
        "{kindergartens}"
    );
    // A total of many years and one of a year tell each their own time.
    let programmes = bundled.zh(&of("livelihood_programmes")).title;
    assert!(
        programmes.ends_with("杜集区63项（2007—2019年）、承德市20项（2024年1—9月）进行中"),
        "{programmes}"
    );
}

/// The most, the least and how many times are told of figures that count alike, and of no others.
#[test]
fn the_title_names_the_most_and_the_least_of_what_counts_alike() {
    let bed = |place: &'static str, source: &'static str, value: &'static str| {
        [place, source, value, "eq", "2021/2021"]
    };
    let dezhou = bed("dezhou_etdz", "dezhou2021", "40");
    let title = |rows: &[[&'static str; 5]], lang| {
        with(rows)
            .plan(&[("stage", "completed")], &of("hospital_beds_added"), lang)
            .title
            .replace('\u{a0}', " ")
    };
    let two = [dezhou, bed("duji", "duji2019", "20")];
    assert_eq!(
        title(&two, Lang::Zh),
        "新增床位：one，德州经开区40张（2021年），是杜集区20张（2021年）的两倍"
    );
    let three = [dezhou, bed("duji", "duji2019", "20"), bed("weihai_etdz", "weihai2022", "30")];
    assert_eq!(
        title(&three, Lang::Zh),
        "新增床位：one，德州经开区最多，40张（2021年）；杜集区最少，20张（2021年）"
    );
    assert!(title(&three, Lang::En).contains("most in Dezhou ETDZ, 40 beds (2021)"));
    // Of a prefecture beside a district nothing is ranked, and nothing of equal figures.
    let unlike = [dezhou, bed("chengde", "chengde2024", "20")];
    assert_eq!(title(&unlike, Lang::Zh), "新增床位：one，德州经开区40张、承德市20张（2021年）");
    let equal = [dezhou, bed("duji", "duji2019", "40"), bed("weihai_etdz", "weihai2022", "40")];
    assert!(!title(&equal, Lang::Zh).contains('最'), "{}", title(&equal, Lang::Zh));
}

/// Where one place alone reports an indicator, that is said, with its figures and their parts.
#[test]
fn what_one_place_alone_reports_is_said_to_be_so() {
    let bundled = Bundled::read();
    let plan = bundled.zh(&of("dibao_standard"));
    assert_eq!(
        plan.title,
        "低保标准：只有德州经开区公布，城镇不低于755元/人·月，农村不低于565元/人·月（截至2021年）"
    );
    // Under a filter nothing is said of places that it leaves out.
    let plan = bundled.plan(&[("stage", "planned")], &of("kindergartens_built"), Lang::Zh);
    assert_eq!(plan.title, "新建、改扩建幼儿园：计划10所（2021年）");
}

/// What is the same and what differs stands before the bars, and says no more than the figures.
#[test]
fn what_is_same_and_what_differs_is_told_place_by_place() {
    let bundled = Bundled::read();
    let mut differing = 0;
    for (subject, places) in bundled.places() {
        let plan = bundled.zh(&of(subject));
        assert_eq!(plan.likeness.is_some(), places.len() > 1, "{subject}");
        let Some(table) = plan.likeness else { continue };
        assert_eq!(table.places.len(), places.len());
        for row in &table.rows {
            assert_eq!(row.cells.len(), table.places.len());
            let is_one = row.cells.iter().all(|cell| *cell == row.cells[0]);
            assert!(
                !is_one || row.cells[0].text.contains('；'),
                "{subject}: {row:?} does not differ"
            );
            assert!(!table.same.contains(&row.name), "{subject}: {}", table.same);
            differing += 1;
        }
        let told = ["进展", "时间", "范围", "地区级别"];
        let is_told = |name: &&str| {
            table.same.contains(name) || table.rows.iter().any(|row| row.name == **name)
        };
        assert!(told.iter().all(is_told), "{subject}");
        assert!(table.same.is_empty() || table.same.starts_with('✓'), "{}", table.same);
    }
    assert!(differing > 10, "{differing}");
    let table = bundled.zh(&of("kindergartens_built")).likeness.unwrap();
    assert_eq!(table.rows[0].name, "进展", "under way beside planned");
    let odd = table.rows[0].cells.iter().filter(|cell| cell.is_odd).map(|cell| &*cell.text);
    assert_eq!(odd.collect::<Vec<_>>(), ["计划"], "three are under way");
    let per = CompareOptions {
        per: "old_age_allowance_recipients".into(),
        ..of("old_age_allowance_spending")
    };
    assert_eq!(bundled.zh(&per).likeness, None, "what is worked out says itself what of");
}

#[test]
fn qualifiers_stay_open_ends() {
    let bundled = Bundled::read();
    let plan = bundled.zh(&of("volunteers"));
    let extents: Vec<Extent> =
        plan.charts.iter().flat_map(|c| c.spec.data.iter().map(|d| d.extent)).collect();
    assert!(extents.iter().all(|extent| extent.open_high), "{extents:?}");
}

/// The bundled package with a figure more for each row: place, release, value, qualifier, period.
fn with(rows: &[[&str; 5]]) -> Bundled {
    let mut tables = packages::bundled();
    let table = tables.iter_mut().find(|(name, _)| name == "observations").unwrap();
    for (at, [place, source, value, qualifier, period]) in rows.iter().enumerate() {
        let period = period.replace('/', ",");
        table.1 += &format!(
            "added-{at},hospital_beds_added,{place},,{source},{value},bed,{qualifier},completed,actual,{period},test=one,1,{},{value},,,,,,\n",
            value.len() + 1
        );
    }
    let (data, problems) = read_package(&tables);
    assert_eq!(problems, []);
    let table = Arc::new(from_dataset(&data));
    Bundled { data, table }
}

/// Other packages have no short names: their places have names all the same.
#[test]
fn a_place_without_a_short_name_is_called_by_its_name() {
    let mut tables = packages::bundled();
    let places = &mut tables.iter_mut().find(|(name, _)| name == "places").unwrap().1;
    let bare = |line: &str| line.split(',').take(6).collect::<Vec<_>>().join(",") + "\n";
    *places = places.lines().map(bare).collect();
    let (data, problems) = read_package(&tables);
    assert_eq!(problems, []);
    let table = Arc::new(from_dataset(&data));
    let bundled = Bundled { data, table };
    let full = "德州经济技术开发区";
    assert!(bundled.zh(&of("kindergartens_built")).title.contains(full));
    let pair = CompareOptions { comparison: Comparison::Pair, ..CompareOptions::default() };
    assert!(bundled.zh(&pair).lefts.groups[0].items.iter().all(|(_, name)| !name.is_empty()));
    let coverage = CompareOptions { comparison: Comparison::Coverage, ..CompareOptions::default() };
    assert!(bundled.zh(&coverage).charts[0].listing.header.contains(&full.to_owned()));
}

/// A dot for each release that reports, and nothing for one that does not; what few are silent on stands first.
#[test]
fn the_coverage_shows_who_reports_and_who_is_silent() {
    let bundled = Bundled::read();
    let mut reported: BTreeMap<&str, BTreeSet<(&str, usize)>> = BTreeMap::new();
    for (_, o) in bundled.data.observations.iter() {
        let indicator = &bundled.data.indicators[o.indicator];
        let domain = bundled.data.domains[indicator.domain].id.as_str();
        let release = o.source.index();
        reported.entry("").or_default().insert((domain, release));
        reported.entry(domain).or_default().insert((&indicator.id, release));
    }
    let sources = bundled.data.sources.len();
    for lang in Lang::ALL {
        for (unfolded, expected) in &reported {
            let options = CompareOptions {
                comparison: Comparison::Coverage,
                unfolded: (*unfolded).to_owned(),
                ..CompareOptions::default()
            };
            let plan = bundled.plan(&[], &options, lang);
            let [chart] = &plan.charts[..] else { panic!("{unfolded}") };
            assert_eq!(
                (chart.spec.mark, plan.fields.chosen.as_str()),
                (MarkKind::Presence, *unfolded)
            );
            assert_eq!(chart.spec.data.len(), expected.len(), "{unfolded}");
            assert_eq!(chart.spec.series.len(), sources);
            assert_eq!(chart.listing.rows.len(), chart.spec.categories.len());
            let missing = |row: &u32| match sources
                - chart.spec.data.iter().filter(|d| d.category == *row).count()
            {
                0 => sources,
                missing => missing,
            };
            let rows: Vec<u32> = (0..).take(chart.spec.categories.len()).collect();
            assert!(rows.is_sorted_by_key(missing), "{unfolded}: what few are silent on is first");
            // The table says the same as the dots.
            let silent = if lang == Lang::Zh { "没有公布" } else { "not reported" };
            let cells = chart.listing.rows.iter().flat_map(|row| &row[1..]);
            let blank = cells.filter(|cell| *cell == silent).count();
            assert_eq!(blank, sources * rows.len() - expected.len(), "{unfolded}");
            for (target, datum) in chart.targets.iter().zip(&chart.spec.data) {
                assert!(!datum.tip.is_empty());
                let opens = matches!(target, Some(Action::Open(_)));
                assert_eq!(opens, !unfolded.is_empty(), "a field unfolds, a figure opens");
            }
        }
    }
    let title = |unfolded: &str| {
        bundled
            .zh(&CompareOptions {
                comparison: Comparison::Coverage,
                unfolded: unfolded.to_owned(),
                ..CompareOptions::default()
            })
            .title
    };
    assert!(
        title("").contains("教育、医疗卫生、救助帮扶5地都有公布；威海经开区没有公布养老方面的数据"),
        "{}",
        title("")
    );
    assert!(
        title("education").contains("新建、改扩建幼儿园在5地中有4地公布"),
        "{}",
        title("education")
    );
}

/// A place that the reader has chosen is compared with the others, not with nobody.
#[test]
fn a_chosen_place_is_compared_with_the_others() {
    let bundled = Bundled::read();
    let plan = bundled.plan(&[("place", "duji")], &CompareOptions::default(), Lang::Zh);
    assert_eq!(plan.behind, "在杜集区与各地");
    assert!(plan.title.contains("杜集区") && plan.title.contains("威海经开区"), "{}", plan.title);
    let chosen = bundled.data.indicators.find(&plan.subjects.chosen).unwrap();
    let is_own =
        |o: &Observation| o.indicator == chosen && bundled.data.places[o.place].id == "duji";
    assert!(bundled.data.observations.iter().any(|(_, o)| is_own(o)));
    // Of a province its places are compared, and no others.
    let plan = bundled.plan(&[("place", "shandong")], &of("kindergartens_built"), Lang::Zh);
    assert_eq!(plan.behind, "在各地");
    assert!(plan.title.contains("威海经开区") && !plan.title.contains("杜集区"), "{}", plan.title);
    // Other clauses hold: of plans only plans are compared.
    let planned = [("place", "duji"), ("stage", "planned")];
    let plan = bundled.plan(&planned, &of("kindergartens_built"), Lang::Zh);
    assert!(!plan.title.contains("11所"), "{}", plan.title);
}

/// Is our dibao lower than elsewhere? Only one place reports it: that is the answer, with town and countryside and the year.
#[test]
fn whether_dibao_is_lower_elsewhere_is_answered_plainly() {
    let bundled = Bundled::read();
    for clauses in [&[][..], &[("place", "dezhou_etdz")], &[("place", "chengde")]] {
        let plan = bundled.plan(clauses, &of("dibao_standard"), Lang::Zh);
        for word in ["只有德州经开区公布", "城镇", "农村", "2021年"] {
            assert!(plan.title.contains(word), "{}", plan.title);
        }
        assert_eq!(
            plan.lead,
            "聊城开发区、杜集区、威海经开区、承德市没有公布这一项，所以比不出高低。"
        );
    }
}

#[test]
fn no_two_charts_of_a_comparison_share_a_title() {
    let bundled = Bundled::read();
    let mut several = 0;
    for subject in bundled.places().into_keys() {
        for lang in Lang::ALL {
            let plan = bundled.plan(&[], &of(subject), lang);
            let titles: Vec<&str> = plan.charts.iter().map(|c| c.headings.title.as_str()).collect();
            let distinct: BTreeSet<&str> = titles.iter().copied().collect();
            several += usize::from(titles.len() > 2);
            assert_eq!(distinct.len(), titles.len(), "{subject}: {titles:?}");
        }
    }
    assert!(several > 0, "some comparison has three charts");
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
            state.options.compare.comparison = comparison;
            for lang in Lang::ALL {
                let plan = bundled.plan(clauses, &state.options.compare, lang);
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

/// Names of places over columns are whole, in a phone's window too: on two lines, or turned.
#[test]
fn no_name_over_a_column_is_cut() {
    let bundled = Bundled::read();
    let coverage = CompareOptions { comparison: Comparison::Coverage, ..CompareOptions::default() };
    for lang in Lang::ALL {
        let chart = &bundled.plan(&[], &coverage, lang).charts[0];
        let names: Vec<&str> = chart.spec.series.iter().map(|own| own.name.as_str()).collect();
        assert_eq!(names.len(), 5);
        for width in [343.0, 273.0, 700.0] {
            let format = ChartFormat { lang, unit: String::new() };
            let scene = compose(&chart.spec, Size::wide(width), &format);
            let is_name = |node: &&Node| node.role == Role::Axis;
            let text = |node: &Node| match &node.shape {
                Shape::Text(text) => Some(text.text.clone()),
                _ => None,
            };
            let told: String = scene.nodes.iter().filter(is_name).filter_map(text).collect();
            assert_eq!(told.replace(' ', ""), names.concat().replace(' ', ""), "{width}");
        }
    }
}
