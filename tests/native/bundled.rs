//! The bundled package: every figure of five releases, read without a problem and summed without counting twice.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use minsheng_explorer::base::lang::{Bilingual, Lang};
use minsheng_explorer::column::{Bitmap, Role as ColumnRole, Table, from_dataset};
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::schema::{DOUBTS, OPTIONAL, TABLES};
use minsheng_explorer::model::{Dataset, Nature, Observation, Role, Stage};
use minsheng_explorer::plot::rail;
use minsheng_explorer::query::{Clause, Engine, Filter, sum};
use minsheng_explorer::words::{
    Style, base_amount, cite, entry_name, figure, summarize, summary_sentence, value_name,
};
use rust_decimal::Decimal;

use crate::packages;

fn data() -> Dataset {
    let (data, problems) = read_package(&packages::bundled());
    let listed: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(listed.is_empty(), "{}", listed.join("\n"));
    data
}

#[test]
fn it_is_read_whole_and_without_a_problem() {
    let data = data();
    let tables = packages::bundled();
    let names: BTreeSet<&str> = tables.iter().map(|(name, _)| name.as_str()).collect();
    let known: BTreeSet<&str> = TABLES.iter().chain(&OPTIONAL).map(|t| t.name).collect();
    assert_eq!(names, known);
    for (name, text) in
        tables.iter().filter(|(name, _)| TABLES.iter().any(|table| table.name == name))
    {
        let rows: Vec<String> = packages::lines(name, text).into_iter().map(|(_, id)| id).collect();
        assert_eq!(packages::ids(&data, name), rows, "{name}");
    }
    assert_eq!(data.sources.len(), 5);
    assert!(data.observations.len() > 300);
}

/// Release, what it prints, qualifier, value and base unit: as a person reads the releases.
const FIGURES: &[(&str, &str, &str, &str, &str)] = &[
    ("dezhou2021", "近17亿元", "nearly", "1700000000", "yuan"),
    ("dezhou2021", "900余万元", "over", "9000000", "yuan"),
    ("dezhou2021", "4471万元", "eq", "44710000", "yuan"),
    ("dezhou2021", "981万余元", "over", "9810000", "yuan"),
    ("dezhou2021", "35.51万元", "eq", "355100", "yuan"),
    ("dezhou2021", "4320元", "eq", "4320", "yuan"),
    ("dezhou2021", "3.5亿元", "eq", "350000000", "yuan"),
    ("dezhou2021", "229.8万元", "eq", "2298000", "yuan"),
    ("dezhou2021", "12702人", "eq", "12702", "people"),
    ("dezhou2021", "89%", "eq", "89", "percent"),
    ("dezhou2021", "20余处", "over", "20", "facility"),
    ("dezhou2021", "不低于755元", "at_least", "755", "yuan_per_person_month"),
    ("dezhou2021", "565元", "at_least", "565", "yuan_per_person_month"),
    ("dezhou2021", "1130元", "eq", "1130", "yuan_per_person_month"),
    ("dezhou2021", "13461米", "eq", "13461", "m"),
    ("dezhou2021", "1329.2平方米", "eq", "1329.2", "sqm"),
    ("dezhou2021", "52个", "eq", "52", "village"),
    ("liaocheng2021", "750万元", "eq", "7500000", "yuan"),
    ("liaocheng2021", "2049人", "eq", "2049", "people"),
    ("liaocheng2021", "3.08%以内", "at_most", "3.08", "percent"),
    ("liaocheng2021", "5184万元", "eq", "51840000", "yuan"),
    ("liaocheng2021", "2.14倍", "eq", "2.14", "times"),
    ("liaocheng2021", "近300场", "nearly", "300", "event"),
    ("liaocheng2021", "3000多名", "over", "3000", "people"),
    ("liaocheng2021", "40支", "eq", "40", "team"),
    ("duji2019", "71亿元", "eq", "7100000000", "yuan"),
    ("duji2019", "80%以上", "at_least", "80", "percent"),
    ("duji2019", "21.78亿元", "eq", "2178000000", "yuan"),
    ("duji2019", "3.3亿元", "eq", "330000000", "yuan"),
    ("duji2019", "10万多平方米", "over", "100000", "sqm"),
    ("duji2019", "约13万人", "about", "130000", "people"),
    ("duji2019", "10.29万人", "eq", "102900", "people"),
    ("duji2019", "4.6万人次", "eq", "46000", "person_times"),
    ("duji2019", "千余人", "over", "1000", "people"),
    ("duji2019", "万余人", "over", "10000", "people"),
    ("duji2019", "5582.93万元", "eq", "55829300", "yuan"),
    ("duji2019", "280千米", "eq", "280000", "m"),
    ("duji2019", "82.8%", "eq", "82.8", "percent"),
    ("weihai2022", "10.6亿元", "eq", "1060000000", "yuan"),
    ("weihai2022", "2000多万元", "over", "20000000", "yuan"),
    ("weihai2022", "约9万元", "about", "90000", "yuan"),
    ("weihai2022", "4万余条", "over", "40000", "record"),
    ("weihai2022", "14万人次", "eq", "140000", "person_times"),
    ("weihai2022", "5312米", "eq", "5312", "m"),
    ("weihai2022", "18038付", "eq", "18038", "item"),
    ("weihai2022", "近100%", "nearly", "100", "percent"),
    ("weihai2022", "1万余个", "over", "10000", "seat"),
    ("chengde2024", "847.9公里", "eq", "847900", "m"),
    ("chengde2024", "764.6公里", "eq", "764600", "m"),
    ("chengde2024", "9.9万平方米", "eq", "99000", "sqm"),
    ("chengde2024", "0.94万平方米", "eq", "9400", "sqm"),
    ("chengde2024", "43万份", "eq", "430000", "record"),
    ("chengde2024", "19.2万人", "eq", "192000", "people"),
    ("chengde2024", "88.79%", "eq", "88.79", "percent"),
    ("chengde2024", "112.8%", "eq", "1.128", "times"),
    ("chengde2024", "5.24亿元", "eq", "524000000", "yuan"),
    ("chengde2024", "318.89万人", "eq", "3188900", "people"),
    ("chengde2024", "3个百分点", "eq", "3", "percentage_point"),
    ("chengde2024", "20700人次", "eq", "20700", "person_times"),
];

#[test]
fn well_known_figures_are_what_the_releases_print() {
    let data = data();
    for &(source, printed, qualifier, value, base) in FIGURES {
        let read = |o: &Observation| {
            let unit = &data.units[o.unit];
            let value = o.base_value(unit).map(|v| v.to_string()).unwrap_or_default();
            (o.quantity.qualifier.id(), value, data.units[unit.base].id.as_str())
        };
        let all: Vec<_> = data
            .observations
            .iter()
            .map(|(_, o)| o)
            .filter(|o| data.sources[o.source].id == source && o.locator.printed == printed)
            .filter(|o| o.derived.is_empty())
            .map(read)
            .collect();
        let expected = (qualifier, value.to_owned(), base);
        assert!(all.contains(&expected), "{source} {printed}: {all:?}");
    }
}

#[test]
fn a_range_is_two_figures_and_words_count_as_numbers() {
    let data = data();
    let bounds: BTreeSet<(&str, &str, String)> = data
        .observations
        .iter()
        .filter(|(_, o)| data.indicators[o.indicator].id == "relief_project_yield")
        .map(|(_, o)| {
            let bound = o.breakdown.iter().find(|(key, _)| key == "bound");
            let bound = bound.map_or("", |(_, value)| value.as_str());
            (bound, o.quantity.qualifier.id(), o.quantity.value.to_string())
        })
        .collect();
    let expected = [("lower", "at_least", "8".to_owned()), ("upper", "at_most", "10".to_owned())];
    assert_eq!(bounds, BTreeSet::from(expected));
    let in_words = |o: &Observation| !o.locator.printed.contains(|c: char| c.is_ascii_digit());
    assert!(data.observations.iter().filter(|(_, o)| in_words(o)).count() > 3);
}

/// Ids of a table that no other row refers to.
fn unused<'a>(
    ids: impl Iterator<Item = &'a String>,
    used: &BTreeSet<&'a String>,
) -> Vec<&'a String> {
    ids.filter(|id| !used.contains(id)).collect()
}

/// Projects of which a release says how far they have come, but no figure.
const UNCOUNTED: &[&str] = &[
    "weihai-road-designs",
    "weihai-chongwen-park",
    "weihai-jinxiu-park",
    "weihai-parks-2022",
    "weihai-puwan",
    "weihai-aiyuquya",
    "chengde-city-roads",
    "chengde-fitness-centre",
    "chengde-library",
];

#[test]
fn everything_that_is_described_is_used() {
    let data = data();
    let observations = || data.observations.iter().map(|(_, o)| o);

    let used = observations().map(|o| &data.indicators[o.indicator].id).collect();
    let none: Vec<&String> = Vec::new();
    assert_eq!(unused(data.indicators.iter().map(|(_, r)| &r.id), &used), none, "indicators");

    let used = observations().map(|o| &data.sources[o.source].id).collect();
    assert_eq!(unused(data.sources.iter().map(|(_, r)| &r.id), &used), none, "sources");

    let shown = data.indicators.iter().map(|(_, i)| i.unit);
    let units: Vec<_> = observations().map(|o| o.unit).chain(shown).collect();
    let bases = units.iter().map(|&u| data.units[u].base);
    let used = units.iter().copied().chain(bases).map(|u| &data.units[u].id).collect();
    assert_eq!(unused(data.units.iter().map(|(_, r)| &r.id), &used), none, "units");

    let used = data.indicators.iter().map(|(_, i)| &data.domains[i.domain].id).collect();
    assert_eq!(unused(data.domains.iter().map(|(_, r)| &r.id), &used), none, "domains");

    let parents = data.projects.iter().filter_map(|(_, p)| p.parent);
    let projects = observations().filter_map(|o| o.project).chain(parents);
    let used = projects.map(|p| &data.projects[p].id).collect();
    assert_eq!(unused(data.projects.iter().map(|(_, r)| &r.id), &used), UNCOUNTED, "projects");

    let parents = data.places.iter().filter_map(|(_, p)| p.parent);
    let used = observations().map(|o| o.place).chain(parents).map(|p| &data.places[p].id).collect();
    assert_eq!(unused(data.places.iter().map(|(_, r)| &r.id), &used), none, "places");
}

#[test]
fn every_breakdown_has_a_name_and_every_name_a_breakdown() {
    let data = data();
    let mut used = BTreeSet::new();
    for (_, o) in data.observations.iter() {
        for (key, id) in &o.breakdown {
            used.insert((key.clone(), String::new()));
            used.insert((key.clone(), id.clone()));
        }
    }
    // Numbers stand for themselves.
    let is_number = |id: &str| id.parse::<Decimal>().is_ok();
    let bare: Vec<_> = used
        .iter()
        .filter(|label| !data.labels.contains_key(*label) && !is_number(&label.1))
        .filter(|(key, id)| {
            let own = if id.is_empty() { key } else { id };
            minsheng_explorer::i18n::breakdown(own, Lang::Zh) == own.replace('_', " ")
        })
        .collect();
    assert!(bare.is_empty(), "without a name: {bare:?}");
    let labels: BTreeSet<_> = data.labels.keys().cloned().collect();
    let idle: Vec<_> = labels.difference(&used).collect();
    assert!(idle.is_empty(), "names nothing: {idle:?}");
}

#[test]
fn names_are_written_in_both_languages() {
    let data = data();
    let mut names: Vec<(String, &Bilingual)> = Vec::new();
    macro_rules! collect {
        ($($table:ident.$field:ident),+) => {
            $(names.extend(data.$table.iter().map(|(_, r)| (r.id.clone(), &r.$field)));)+
        };
    }
    collect!(
        units.name,
        domains.name,
        places.name,
        sources.title,
        indicators.name,
        indicators.definition,
        projects.name
    );
    let labels: BTreeMap<_, _> = data.labels.iter().collect();
    names.extend(labels.into_iter().map(|((key, id), name)| (format!("{key}={id}"), name)));
    let notes = data.observations.iter().filter(|(_, o)| !o.note.is_empty());
    names.extend(notes.map(|(_, o)| (o.id.clone(), &o.note)));

    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let wrong: Vec<&str> = names
        .iter()
        .filter(|(_, name)| {
            let sign = name.zh == "%";
            let zh = sign || name.zh.contains(is_han);
            !zh || name.en.is_empty() || name.en.contains(is_han)
        })
        .map(|(id, _)| id.as_str())
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn ids_can_stand_in_links_as_they_are() {
    let data = data();
    for schema in TABLES {
        for id in packages::ids(&data, schema.name) {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c);
            assert!(id.chars().all(plain), "{}: {id}", schema.name);
        }
    }
}

#[test]
fn parts_belong_to_their_wholes() {
    let data = data();
    let mut wholes: BTreeMap<usize, Vec<&Observation>> = BTreeMap::new();
    for (_, o) in data.observations.iter() {
        let Some(whole) = o.part_of.map(|at| &data.observations[at]) else { continue };
        assert_eq!(whole.source, o.source, "{}", o.id);
        assert_eq!(data.units[whole.unit].kind, data.units[o.unit].kind, "{}", o.id);
        let base = |o: &Observation| o.base_value(&data.units[o.unit]);
        assert!(base(o) <= base(whole), "{} is more than its whole", o.id);
        wholes.entry(o.part_of.map_or(0, |at| at.index())).or_default().push(o);
    }
    assert!(!wholes.is_empty());
}

#[test]
fn formulas_name_figures_that_exist() {
    let data = data();
    let derived = data.observations.iter().map(|(_, o)| o).filter(|o| !o.derived.is_empty());
    let mut seen = 0;
    for o in derived {
        let is_id = |word: &&str| word.chars().any(|c| c.is_ascii_alphabetic());
        for id in o.derived.split_whitespace().filter(is_id) {
            assert!(data.observations.find(id).is_some(), "{}: {id}", o.id);
            seen += 1;
        }
    }
    assert!(seen > 0);
}

#[test]
fn targets_meet_what_was_reached() {
    let data = data();
    let pairs = data.pairs();
    assert!(!pairs.is_empty());
    for pair in &pairs {
        let (target, actual) = (&data.observations[pair.target], &data.observations[pair.actual]);
        assert_eq!((target.role, actual.role), (Role::Target, Role::Actual));
        assert_eq!(target.source, actual.source, "{} {}", target.id, actual.id);
        let kinds = [target, actual].map(|o| &data.units[o.unit].kind);
        assert_eq!(kinds[0], kinds[1], "{} {}", target.id, actual.id);
    }
    // 15 school projects were to be built in Chengde.
    let schools = pairs.iter().map(|pair| &data.observations[pair.target]);
    assert!(schools.filter(|o| o.quantity.value == Decimal::from(15)).count() > 0);
}

/// The sum of the rows, each counted unless a whole of it is among them: written without the query's help.
fn naive_sum(data: &Dataset, table: &Table, rows: &[usize]) -> Decimal {
    let Some(figures) = table.measure() else { return Decimal::ZERO };
    let all: Vec<&Observation> = data.observations.iter().map(|(_, o)| o).collect();
    let adds_up = |row: usize| rows.contains(&row) && figures.is_additive(row);
    let mut total = Decimal::ZERO;
    for &row in rows.iter().filter(|&&row| adds_up(row)) {
        let mut whole = all[row].part_of;
        while let Some(at) = whole.filter(|at| !adds_up(at.index())) {
            whole = data.observations[at].part_of;
        }
        let unit = &data.units[all[row].unit];
        if whole.is_none() {
            total += all[row].quantity.value * unit.factor;
        }
    }
    total
}

#[test]
fn sums_count_no_part_with_its_whole() {
    let data = data();
    let table = from_dataset(&data);
    let column = |role| table.by_role(role).map(|c| c.key.clone()).unwrap_or_default();
    let kind = column(ColumnRole::Kind);
    let mut nested = 0;
    for by in [column(ColumnRole::Area), column(ColumnRole::Topic), "indicator".to_owned()] {
        let columns = [&by, &kind].map(|key| table.category(key));
        let mut cells = BTreeMap::<Vec<Option<u32>>, Vec<usize>>::new();
        for row in 0..table.len {
            let key = columns.iter().flatten().map(|column| column.code(row)).collect();
            cells.entry(key).or_default().push(row);
        }
        for (codes, rows) in cells {
            let (total, counted) = sum(&table, &rows);
            assert_eq!(total, naive_sum(&data, &table, &rows), "{by} {codes:?}");
            let figures = table.measure();
            for &row in &counted {
                let whole = figures.and_then(|f| f.whole(row));
                assert!(whole.is_none_or(|w| !counted.contains(&w)), "{by}");
            }
            nested += usize::from(rows.len() > counted.len());
        }
    }
    assert!(nested > 10, "the data has parts, rates and targets to leave out");
}

#[test]
fn levels_rates_and_targets_do_not_add_up() {
    let data = data();
    let table = from_dataset(&data);
    let Some(figures) = table.measure() else { panic!("no measure") };
    for (at, o) in data.observations.iter() {
        let kind = data.units[o.unit].kind.as_str();
        let level = kind.contains("_per_")
            || kind.starts_with("duration")
            || matches!(kind, "share" | "percentage_point" | "ratio" | "age");
        let fact = matches!(o.role, Role::Actual | Role::Share) && o.stage.id() != "standing";
        let overlaps = o.breakdown.iter().any(|(key, _)| data.overlapping.contains(key));
        assert_eq!(figures.is_additive(at.index()), fact && !level && !overlaps, "{}", o.id);
    }
}

#[test]
fn facets_and_the_histogram_count_what_the_rows_say() {
    let data = data();
    let table = from_dataset(&data);
    let mut engine = Engine::new(Arc::new(table.clone()));
    let within = |o: &Observation, id: &str| {
        let up = |at: &_| data.places[*at].parent;
        std::iter::successors(Some(o.place), up).any(|at| data.places[at].id == id)
    };
    let Some(places) = table.category("place") else { panic!("no places") };
    for counted in engine.facet("place") {
        let Some(place) = places.dictionary.get(counted.code) else { panic!("no such place") };
        let rows = data.observations.iter().filter(|(_, o)| within(o, &place.id)).count();
        assert_eq!(counted.count, rows, "{}", place.id);
        assert!(rows > 0, "{} has no figure", place.id);
    }
}

#[test]
fn every_value_of_a_filter_has_a_name() {
    let data = data();
    let table = from_dataset(&data);
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (column, category) in table.categories() {
        for (_, entry) in category.dictionary.iter() {
            let name = |lang| entry_name(&column.key, entry, lang);
            assert!(name(Lang::Zh).contains(is_han), "{} {}", column.key, entry.id);
            let en = name(Lang::En);
            assert!(!en.is_empty() && !en.contains(is_han), "{} {}", column.key, entry.id);
        }
    }
}

#[test]
fn every_figure_can_be_written_and_cited() {
    let data = data();
    for (_, o) in data.observations.iter() {
        for lang in Lang::ALL {
            let text = figure(&data, o, lang).unmarked().to_string();
            assert!(text.contains(|c: char| c.is_ascii_digit()), "{}: {text}", o.id);
            for style in [Style::Plain, Style::GbT7714] {
                let cited = cite(&data, o, style, "", lang);
                assert!(cited.contains(&text), "{}: {cited}", o.id);
                assert!(!cited.contains(['{', '}']), "{}: {cited}", o.id);
            }
        }
    }
}

#[test]
fn the_summary_of_all_names_every_place_and_its_money() {
    let data = data();
    let table = from_dataset(&data);
    let rows = Bitmap::all(table.len);
    let summary = summarize(&data, &table, &rows);
    assert_eq!(summary.count, data.observations.len());
    let printed = data.observations.iter().filter(|(_, o)| !o.is_derived()).count();
    assert_eq!(summary.count - summary.derived, printed);
    // The largest sum spent, whatever its kind of unit: no plan, no loan, no cost avoided, nothing worked out.
    let is_spent = |o: &&Observation| {
        let indicator = &data.indicators[o.indicator];
        let per_head = indicator.nature(&data.units[o.unit].kind) == Nature::Standard;
        indicator.money.is_some_and(|money| money.is_spent())
            && (o.role, o.stage == Stage::Planned, o.is_derived(), per_head)
                == (Role::Actual, false, false, false)
    };
    let spent = data.observations.iter().map(|(_, o)| o).filter(is_spent);
    let most = spent.max_by_key(|o| o.base_value(&data.units[o.unit])).map(|o| o.id.as_str());
    let named = summary.largest_money.and_then(|row| data.observations.at(row));
    assert_eq!(named.map(|o| o.id.as_str()), most);
    assert_eq!(named.map(|o| o.locator.printed.as_str()), Some("71亿元"));
    for (lang, said) in [(Lang::Zh, "2012—2019年累计71亿元"), (Lang::En, "2012–2019, cumulative")]
    {
        let text = summary_sentence(&data, &table, &summary, lang);
        assert!(text.contains(&printed.to_string()) && text.contains(said), "{text}");
    }
}

/// Of each place the sentence names the sum that a reader of its release would find: yearly ones too, and never what was
/// avoided, taken back or lent.
#[test]
fn the_largest_sum_of_a_place_is_one_that_was_spent() {
    let data = data();
    let table = from_dataset(&data);
    let places = table.category("place").unwrap();
    for (code, _) in places.dictionary.iter() {
        let rows = Bitmap::from_fn(table.len, |row| places.code(row) == Some(code));
        let summary = summarize(&data, &table, &rows);
        let largest = summary.largest_money.and_then(|row| data.observations.at(row));
        let Some(largest) = largest else { continue };
        assert!(data.is_spent(largest), "{}", largest.id);
        let value = |o: &Observation| o.base_value(&data.units[o.unit]);
        for o in rows.iter().filter_map(|row| data.observations.at(row)) {
            assert!(!data.is_spent(o) || value(o) <= value(largest), "{} {}", o.id, largest.id);
        }
    }
}

#[test]
fn free_text_finds_figures_by_their_names() {
    let data = data();
    let table = from_dataset(&data);
    let mut engine = Engine::new(Arc::new(table));
    let mut count = |text: &str| {
        engine.set(Filter::TEXT, Clause::Text(text.into()));
        engine.matching()
    };
    assert_eq!(count("近17亿元"), 1);
    let kindergartens = count("幼儿园");
    assert!(kindergartens > 3 && count("Kindergarten") > 3);
    assert!(count("幼儿园 德州") < kindergartens);
    assert_eq!(count("没有这样的字"), 0);
}

/// The first view does without the table of doubts, and marks the same figures as with it.
#[test]
fn what_is_in_doubt_is_known_where_nothing_tells_why() {
    let whole = data();
    let mut tables = packages::bundled();
    tables.retain(|(name, _)| name != DOUBTS.name);
    let (without, problems) = read_package(&tables);
    assert_eq!(problems, []);
    let marked = |data: &Dataset| -> Vec<String> {
        let doubted = data.observations.iter().filter(|(_, o)| o.doubt.is_some());
        doubted.map(|(_, o)| o.id.clone()).collect()
    };
    assert!(!marked(&whole).is_empty());
    assert_eq!(marked(&without), marked(&whole));
}

#[test]
fn what_readers_choose_by_comes_first_and_the_rest_is_folded_away() {
    let table = from_dataset(&data());
    let parts = rail::plan(&table, true, Lang::Zh);
    let of = |folded: bool| -> Vec<&str> {
        let parts = parts.iter().filter(|part| part.folded == folded);
        parts.map(|part| part.column.as_str()).collect()
    };
    let first = of(false);
    assert!(["place", "time", "stage"].iter().all(|column| first.contains(column)), "{first:?}");
    assert!(of(true).contains(&"source"));
    let folded = parts.iter().skip_while(|part| !part.folded);
    assert!(
        folded.clone().all(|part| part.folded),
        "nothing stands after the fold but what is folded"
    );
}

#[test]
fn places_are_those_that_releases_are_of_by_their_short_names() {
    let table = from_dataset(&data());
    let parts = rail::plan(&table, true, Lang::Zh);
    let found: Vec<&str> = parts.iter().flat_map(|part| &part.places).map(String::as_str).collect();
    // Provinces have no figures of their own, and a town's belong to its zone's page.
    assert_eq!(found, ["chengde", "dezhou_etdz", "liaocheng_dz", "weihai_etdz", "duji"]);
    let named = |id| value_name(&table, "place", id, Lang::Zh);
    assert_eq!(named("dezhou_etdz"), "德州经开区");
    assert_eq!(value_name(&table, "place", "dezhou_etdz", Lang::En), "Dezhou ETDZ");
}

#[test]
fn what_is_counted_each_time_is_told_by_its_own_word_in_english() {
    let data = data();
    let mut told = Vec::new();
    for (_, o) in data.observations.iter().filter(|(_, o)| data.units[o.unit].kind == "visits") {
        assert!(figure(&data, o, Lang::Zh).to_string().ends_with("人次"));
        let texts = [Some(figure(&data, o, Lang::En)), base_amount(&data, o, Lang::En)];
        for text in texts.into_iter().flatten() {
            let text = text.to_string().replace('\u{a0}', " ");
            for vague in ["instance", "occasion", "item", "person"] {
                assert!(!text.contains(vague), "{}: {text}", o.id);
            }
            told.push(text);
        }
    }
    for known in ["46,000 attendances", "10,568 grants", "140,000 follow-ups", "over 1,600 awards"]
    {
        assert!(told.iter().any(|text| text == known), "{known}: {told:?}");
    }
}
