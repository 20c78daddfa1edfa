//! What residents type, in the published figures.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::Dataset;
use minsheng_explorer::query::{Filter, Searchable};
use minsheng_explorer::session::{Answer, Detail, Session};

use super::{chosen, find, found, left, targets, value};
use crate::packages;

fn data() -> Dataset {
    read_package(&packages::bundled()).0
}

fn session() -> Session {
    let data = data();
    assert!(!data.synonyms.is_empty(), "the package has everyday words");
    let table = from_dataset(&data);
    Session::new(data, table, Vec::new())
}

/// What is typed, and something that must be among what is found.
fn expected() -> Vec<(&'static str, Searchable)> {
    let row = |key: &str| Searchable::Row(key.into());
    vec![
        ("看病", value("domain", "health")),
        ("老人", value("domain", "elderly")),
        ("幼儿园 学位", row("dezhou2021-kindergarten-places")),
        ("承德 医保", row("chengde2024-insurance-participants")),
        ("承德医保", row("chengde2024-insurance-participants")),
        ("學校", value("indicator", "schools_built")),
        ("１７亿", row("dezhou2021-school-building-investment")),
        ("ｄｉｂａｏ", value("indicator", "dibao_standard")),
        ("dibao", value("indicator", "dibao_recipients")),
        ("db", value("indicator", "dibao_standard")),
        ("低保", value("indicator", "dibao_standard")),
        ("社保", value("indicator", "pension_participants")),
        ("医保", value("indicator", "insurance_participants")),
        ("找工作", value("domain", "employment")),
        ("80岁", row("dezhou2021-old-age-allowance-age-lower")),
        ("垃圾", value("domain", "environment")),
        ("修路", value("indicator", "roads_repaired")),
        ("老师", value("indicator", "teachers")),
        ("养老院", value("indicator", "elderly_institutions")),
        ("新农合", value("indicator", "insurance_participants")),
        ("52个村", row("dezhou2021-sewage-villages-target")),
        ("52 villages", row("dezhou2021-sewage-villages-target")),
        ("tap water", value("indicator", "rural_tap_water_coverage")),
        ("1.7 billion", row("dezhou2021-school-building-investment")),
        ("12,702", row("dezhou2021-inclusive-kindergarten-children")),
        ("近17亿", row("dezhou2021-school-building-investment")),
        ("ylws", value("domain", "health")),
        ("weihai", value("place", "weihai")),
        ("371400", value("place", "dezhou")),
        ("城镇低保", row("dezhou2021-dibao-standard-urban")),
    ]
}

#[test]
fn what_residents_type_is_found() {
    let session = &mut session();
    for (query, target) in expected() {
        let finding = found(session, query);
        assert!(targets(&finding).contains(&&target), "{query}: {:#?}", finding.hits);
        assert_eq!(finding.rows, left(session, query), "{query}");
        assert!(finding.rows > 0, "{query}");
    }
}

#[test]
fn a_year_finds_its_figures() {
    let session = &mut session();
    let finding = found(session, "2024");
    assert!(finding.rows > 50 && finding.rows < data().observations.len(), "{}", finding.rows);
    assert_eq!(finding.rows, left(session, "2024"));
    assert!(!finding.hits.is_empty());
    let both = found(session, "2024 低保");
    assert!(both.rows > 0 && both.rows < finding.rows, "{}", both.rows);
}

#[test]
fn short_names_of_places_find_them() {
    let (session, data) = (&mut session(), data());
    let short = data.places.iter().filter(|(_, place)| !place.short.is_empty());
    let mut count = 0;
    for (_, place) in short {
        for lang in Lang::ALL {
            count += 1;
            let finding = found(session, place.short.get(lang));
            assert!(targets(&finding).contains(&&value("place", &place.id)), "{}", place.id);
        }
    }
    assert!(count > 20, "{count}");
    for query in ["经开区", "德州经开区"] {
        assert!(targets(&found(session, query)).contains(&&value("place", "dezhou_etdz")));
    }
}

#[test]
fn every_everyday_word_leads_where_it_should() {
    let (session, data) = (&mut session(), data());
    for synonym in &data.synonyms {
        let finding = found(session, &synonym.word);
        let listed = targets(&finding);
        let is_listed = ["domain", "indicator", "place"]
            .iter()
            .any(|column| listed.contains(&&value(column, &synonym.target)));
        // Of many that a word leads to, the first are listed; the others are among the rows.
        let many = data.synonyms.iter().filter(|other| other.word == synonym.word).count() > 4;
        assert!(is_listed || many, "{}: {}", synonym.word, synonym.target);
        assert!(finding.rows > 0, "{}", synonym.word);
    }
}

#[test]
fn initials_find_nothing_within_english_words() {
    let session = &mut session();
    for hit in found(session, "db").hits {
        assert!(
            !hit.name.contains("Childbearing") && !hit.beside.contains("hildbearing"),
            "{hit:?}"
        );
    }
}

#[test]
fn the_figure_itself_stands_first_then_what_is_measured_then_places() {
    let session = &mut session();
    let first = |session: &mut Session, query: &str| found(session, query).hits[0].target.clone();
    assert_eq!(
        first(session, "１７亿"),
        Searchable::Row("dezhou2021-school-building-investment".into())
    );
    assert_eq!(
        first(session, "12702人"),
        Searchable::Row("dezhou2021-inclusive-kindergarten-children".into())
    );
    let standard = found(session, "低保标准");
    let row = Searchable::Row("dezhou2021-dibao-standard-urban".into());
    let place = |target: &Searchable| targets(&standard).iter().position(|&t| t == target);
    assert_eq!(place(&row), Some(0));
    assert!(place(&value("indicator", "dibao_standard")).is_some());
    assert_eq!(first(session, "承德市"), value("place", "chengde"));
    let order = ["domain", "indicator", "place", "project", "source"];
    let finding = found(session, "民生");
    let places = finding.hits.iter().filter_map(|hit| match &hit.target {
        Searchable::Value { column, .. } => order.iter().position(|o| o == column),
        Searchable::Row(_) => None,
    });
    assert!(places.count() > 1, "{finding:#?}");
}

#[test]
fn what_is_outside_the_filters_is_counted() {
    let session = &mut session();
    let (zh, en) =
        [Lang::Zh, Lang::En].map(|l| find(session, "低保", &chosen("place", "chengde"), l)).into();
    let all = found(session, "低保").rows;
    assert!(zh.rows > 0 && zh.rows < all);
    let rest = (all - zh.rows).to_string();
    assert_eq!(zh.beyond, format!("当前筛选之外还有{rest}项"));
    assert!(en.beyond.starts_with(&rest), "{}", en.beyond);
    for hit in &zh.hits[..zh.inside] {
        let Searchable::Row(key) = &hit.target else { continue };
        let detail = session.ask(
            &Detail {
                filter: Filter::default(),
                key: key.clone(),
                day: String::new(),
                lang: Lang::Zh,
            }
            .into(),
        );
        let Answer::Detail(Some(detail)) = detail else { panic!() };
        assert!(format!("{detail:?}").contains("承德"), "{key}");
    }
}

#[test]
fn what_was_worked_out_here_is_never_named_as_printed() {
    let (session, data) = (&mut session(), data());
    let mut met = 0;
    for (_, o) in data.observations.iter().filter(|(_, o)| o.is_derived()) {
        for lang in Lang::ALL {
            // By its own number, and by the one it rests on.
            for query in [o.quantity.value.to_string(), o.locator.printed.clone()] {
                let finding = find(session, &query, &Filter::default(), lang);
                let target = Searchable::Row(o.id.clone());
                for hit in finding.hits.iter().filter(|hit| hit.target == target) {
                    met += 1;
                    let mark = match lang {
                        Lang::Zh => "本站推算",
                        Lang::En => "our calculation",
                    };
                    assert!(hit.name.contains(mark), "{hit:?}");
                }
            }
        }
    }
    assert!(met > 0);
}
