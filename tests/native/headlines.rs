//! Headlines, life topics and residents' questions: held to the figures they speak of, and checked when a package is read.

use std::collections::BTreeMap;

use minsheng_explorer::base::date::civil;
use minsheng_explorer::base::lang::{Bilingual, Lang};
use minsheng_explorer::base::problem::ProblemKind::{self, *};
use minsheng_explorer::column::{Data, from_dataset};
use minsheng_explorer::import::{read_package, read_preview, write_preview};
use minsheng_explorer::model::headline::{Headline, Part, parts};
use minsheng_explorer::model::{Dataset, Observation, Picture, Role, Stage, Topic};
use minsheng_explorer::words::figure;

use crate::packages;

fn data() -> Dataset {
    read_package(&packages::bundled()).0
}

/// A text with its figures, as a view tells it.
fn told(data: &Dataset, headline: &Headline, text: &str, lang: Lang) -> String {
    let piece = |part| match part {
        Part::Words(words) => words.to_owned(),
        Part::Figure { name, number } => {
            let id = headline.named(&data.observations, name).unwrap();
            let mut text = figure(data, &data.observations[id], lang).unmarked();
            if number {
                text.unit.clear();
            }
            text.to_string()
        }
    };
    parts(text).into_iter().map(piece).collect()
}

/// Text and what follows it, in both languages, without their figures.
fn words(headline: &Headline) -> [String; 2] {
    Lang::ALL.map(|lang| {
        let all = [headline.text.get(lang), headline.more.get(lang)];
        let pieces = all.iter().flat_map(|text| parts(text));
        pieces.filter_map(|p| if let Part::Words(w) = p { Some(w) } else { None }).collect()
    })
}

#[test]
fn a_text_is_words_and_placeholders() {
    let figure = |name, number| Part::Figure { name, number };
    for (text, expected) in [
        ("", vec![]),
        ("无", vec![Part::Words("无")]),
        ("{a}", vec![figure("a", false)]),
        (
            "共{x-1:n}名，{b}。",
            vec![
                Part::Words("共"),
                figure("x-1", true),
                Part::Words("名，"),
                figure("b", false),
                Part::Words("。"),
            ],
        ),
        ("}{", vec![Part::Words("}{")]),
        ("{}{", vec![figure("", false), Part::Words("{")]),
    ] {
        assert_eq!(parts(text), expected, "{text}");
    }
}

#[test]
fn every_release_has_five_or_six_headlines_of_its_own_figures() {
    let data = data();
    let mut orders: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for headline in &data.headlines {
        let place = &data.places[headline.place].id;
        orders.entry(place).or_default().push(headline.order);
        let sources = headline.observations(&data.observations).into_iter().map(|id| {
            let source = data.observations[id].source;
            data.sources[source].place.map(|place| data.places[place].id.as_str())
        });
        assert!(sources.into_iter().all(|of| of == Some(place)), "{place} {}", headline.order);
    }
    assert_eq!(orders.len(), data.sources.len());
    for (place, orders) in orders {
        assert!((5..=6).contains(&orders.len()), "{place}");
        assert!(orders.iter().copied().eq(1..=orders.len() as u32), "{place} {orders:?}");
    }
}

/// Words by which a headline says that a release does not fit or does not tell.
const DOUBTS: [(&str, &str); 2] = [("不一致", "contradicts itself"), ("没有说", "does not say")];

#[test]
fn a_headline_tells_what_the_release_prints_as_what_it_is() {
    let data = data();
    for headline in &data.headlines {
        let [zh, en] = words(headline);
        for id in headline.observations(&data.observations) {
            let o = &data.observations[id];
            // Only as the whole that a picture lays out.
            let told_in = [&headline.text, &headline.more].into_iter();
            let is_told = |text: &Bilingual| {
                Lang::ALL.iter().flat_map(|lang| parts(text.get(*lang))).any(|part| {
                    matches!(part, Part::Figure { name, .. }
                        if headline.named(&data.observations, name) == Some(id))
                })
            };
            let is_told = told_in.clone().any(is_told);
            assert!(!(o.is_derived() && is_told), "{}: ours is told as the release's", o.id);
            if o.doubt.is_some() && is_told {
                let says = |&(own, other): &(&str, &str)| zh.contains(own) && en.contains(other);
                assert!(DOUBTS.iter().any(says), "{} is in doubt: {zh} {en}", o.id);
            }
        }
        let own = &data.observations[headline.observation];
        assert!(!own.is_derived(), "{}", own.id);
        if own.role == Role::Target || own.stage == Stage::Planned {
            assert!(zh.contains("计划") && en.contains("plan"), "{}: {zh}", own.id);
        }
        // A total over years says over which, or that it is one.
        let (first, last) = own.period.days();
        if own.period.start.is_some() && civil(first).0 != civil(last).0 {
            assert!(zh.contains("累计") && en.contains("total"), "{}: {zh}", own.id);
        }
    }
}

/// A figure typed by hand could drift from its observation.
#[test]
fn headlines_type_no_figure_but_years_months_and_the_hundred_of_the_picture() {
    let data = data();
    for headline in &data.headlines {
        for text in words(headline) {
            for number in text.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()) {
                let is_month = text.contains(&format!("{number}月"));
                let is_hundred = number == "100" && headline.picture == Picture::Icons;
                assert!(number.len() == 4 || is_month || is_hundred, "{number} in {text}");
            }
        }
    }
}

/// What each headline says: read once by a person, and kept so that a changed claim is seen.
#[test]
fn headlines_say_what_was_read() {
    let data = data();
    let mut text = String::new();
    for headline in &data.headlines {
        let place = &data.places[headline.place];
        for lang in Lang::ALL {
            let [said, more] =
                [&headline.text, &headline.more].map(|t| told(&data, headline, t.get(lang), lang));
            let (short, order) = (place.short.get(lang), headline.order);
            text.push_str(&format!(
                "{short} {order} [{}]: {said} | {more}\n",
                headline.picture.id()
            ));
        }
    }
    let path = packages::root().join("tests/snapshots/headlines.txt");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text, "read what changed");
}

/// The small package with a table of headlines.
fn with_headlines(rows: &[&str]) -> Vec<(String, String)> {
    let mut tables = packages::bundled();
    tables.retain(|(name, _)| name != "headlines");
    let header = "place,order,observation,with,picture,text_zh,text_en,more_zh,more_en\n";
    tables.push(("headlines".into(), format!("{header}{}\n", rows.join("\n"))));
    tables
}

#[test]
fn faults_are_named_by_row_and_column_and_the_sound_headlines_stay() {
    let cases: [(&str, &str, ProblemKind); 19] = [
        ("nowhere,2,dezhou2021-teachers,,none,{a},{a},,", "place", UnknownReference),
        ("duji,0,duji2019-shanty-households,,none,{a},{a},,", "order", NotANumber),
        ("duji,1.5,duji2019-shanty-households,,none,{a},{a},,", "order", NotANumber),
        ("duji,2,nothing,,none,{a},{a},,", "observation", UnknownReference),
        ("duji,2,dezhou2021-teachers,,none,{a},{a},,", "observation", UnknownReference),
        ("duji,2,duji2019-rural-tap-water,nothing,none,{a},{a},,", "with", UnknownReference),
        ("duji,2,duji2019-rural-tap-water,,sparkle,{a},{a},,", "picture", OutsideVocabulary),
        ("duji,2,duji2019-rural-tap-water,,icons,,{a},,", "text_zh", EmptyCell),
        ("duji,2,duji2019-rural-tap-water,,icons,{a},{a},说明,", "more_en", EmptyCell),
        ("duji,2,duji2019-rural-tap-water,,icons,{a},A,,", "text_en", UnknownReference),
        ("duji,2,duji2019-rural-tap-water,,icons,{a}{b},{a},,", "text_zh", UnknownReference),
        ("duji,2,duji2019-rural-tap-water,,icons,{a}{c:n},{a},,", "text_zh", UnknownReference),
        ("duji,2,duji2019-rural-tap-water,,icons,{a} {,{a},,", "text_zh", UnknownReference),
        (
            "duji,2,duji2019-rural-tap-water,,icons,{a},{a},{dezhou2021-teachers},x",
            "more_zh",
            UnknownReference,
        ),
        ("duji,2,duji2019-shanty-households,,icons,{a},{a},,", "observation", UnitNotConvertible),
        ("duji,2,duji2019-rural-tap-water,,dots,{a},{a},,", "observation", UnitNotConvertible),
        ("duji,2,duji2019-shanty-households,,pair,{a},{a},,", "with", EmptyCell),
        (
            "duji,2,duji2019-shanty-households,duji2019-rural-tap-water,pair,{a},{a},,",
            "with",
            UnitNotConvertible,
        ),
        ("duji,1,duji2019-shanty-households,,none,{a},{a},,", "order", DuplicateId),
    ];
    let sound =
        "duji,1,duji2019-programme-funds-district,duji2019-programme-funds,share,{a} {b},{a},,";
    for (row, column, kind) in cases {
        let (data, problems) = read_package(&with_headlines(&[sound, row]));
        let found: Vec<_> =
            problems.iter().map(|p| (p.at.row, p.at.column.as_deref(), p.kind)).collect();
        assert_eq!(found, [(Some(3), Some(column), kind)], "{row}");
        assert!(problems.iter().all(|p| p.at.table == "headlines"));
        assert_eq!(data.headlines.len(), 1, "{row}");
    }
    // A part is no greater than its whole, and a target, a share or a pair has two sides.
    let turned =
        "duji,2,duji2019-programme-funds,duji2019-programme-funds-district,share,{a},{a},,";
    let (_, problems) = read_package(&with_headlines(&[turned]));
    assert_eq!(problems.len(), 1, "{problems:?}");
    for picture in ["target", "share", "pair"] {
        let alone = format!("duji,2,duji2019-shanty-households,,{picture},{{a}},{{a}},,");
        let (_, problems) = read_package(&with_headlines(&[&alone]));
        assert_eq!(problems[0].kind, EmptyCell, "{picture}");
    }
}

#[test]
fn an_area_within_the_place_is_of_the_place() {
    let row = "dezhou_etdz,1,dezhou2021-posts-senior-songguantun,,dots,{a},{a},,";
    let (data, problems) = read_package(&with_headlines(&[row]));
    assert_eq!((problems, data.headlines.len()), (Vec::new(), 1));
}

#[test]
fn a_package_without_headlines_topics_and_questions_is_whole() {
    let mut tables = packages::bundled();
    tables.retain(|(name, _)| name != "headlines");
    let text = &mut tables.iter_mut().find(|(name, _)| name == "indicators").unwrap().1;
    let (table, _) = minsheng_explorer::import::read_csv("indicators", text);
    let kept = table.columns.len() - 3;
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |cells: &[String]| cells[..kept].iter().map(quoted).collect::<Vec<_>>().join(",");
    let lines = table.rows.iter().map(|row| line(&row.cells));
    *text = std::iter::once(line(&table.columns)).chain(lines).collect::<Vec<_>>().join("\n");
    let (data, problems) = read_package(&tables);
    assert_eq!(problems, []);
    assert!(data.headlines.is_empty());
    for (_, o) in data.observations.iter() {
        assert!(data.indicators[o.indicator].question.is_empty());
        assert_eq!(data.topic(o), Topic::of_domain(&data.domain(o).id), "{}", o.id);
    }
    assert_eq!(data.observations.iter().filter(|(_, o)| data.topic(o).is_none()).count(), 24);
}

fn topics(data: &Dataset) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    let topic = |o: &Observation| data.topic(o).map(Topic::id);
    for id in data.observations.iter().filter_map(|(_, o)| topic(o)) {
        *counts.entry(id).or_default() += 1;
    }
    counts
}

#[test]
fn a_package_that_tells_topics_is_taken_at_its_word() {
    let data = data();
    for (_, o) in data.observations.iter() {
        assert_eq!(data.topic(o), data.indicators[o.indicator].topic, "{}", o.id);
    }
    let counts = topics(&data);
    assert_eq!(counts.len(), Topic::ALL.len(), "{counts:?}");
    // Neither policing nor paperwork is a life topic.
    let none = data.indicators.iter().filter(|(_, i)| i.topic.is_none());
    let none: Vec<&str> = none.map(|(_, i)| data.domains[i.domain].id.as_str()).collect();
    let known = ["culture", "governance", "other", "poverty", "safety"];
    assert!(none.len() > 10 && none.iter().all(|domain| known.contains(domain)), "{none:?}");
}

#[test]
fn topics_are_a_column_with_the_hue_of_their_main_field() {
    let data = data();
    let table = from_dataset(&data);
    let place = table.columns.iter().position(|c| c.key == "topic").unwrap();
    assert_eq!(table.columns[place - 1].key, "domain");
    let Data::Category(category) = &table.columns[place].data else { panic!() };
    for topic in Topic::ALL {
        let code = category.dictionary.code(topic.id()).unwrap();
        let field = data.domains.find(topic.domain()).unwrap();
        assert_eq!(category.dictionary.get(code).unwrap().hue, Some(data.domains[field].hue()));
    }
}

#[test]
fn residents_questions_are_asked_in_both_languages() {
    let data = data();
    let mut asked = Vec::new();
    for (_, indicator) in data.indicators.iter() {
        let Bilingual { zh, en } = &indicator.question;
        assert_eq!(zh.is_empty(), en.is_empty(), "{}", indicator.id);
        if zh.is_empty() {
            continue;
        }
        assert!(zh.ends_with('？') && en.ends_with('?'), "{}", indicator.id);
        assert!(!asked.contains(zh), "{zh} is asked twice");
        asked.push(zh.clone());
    }
    assert!(asked.len() >= 30, "{}", asked.len());
}

#[test]
fn a_preview_tells_headlines_and_topics_in_chinese_alone() {
    let whole = data();
    let first = read_preview(&write_preview(&whole).unwrap()).unwrap();
    assert_eq!(topics(&first), topics(&whole));
    let zh = |data: &Dataset| -> Vec<_> {
        let own = |h: &Headline| {
            (
                h.place,
                h.order,
                h.observation,
                h.with,
                h.picture,
                h.text.zh.clone(),
                h.more.zh.clone(),
            )
        };
        data.headlines.iter().map(own).collect()
    };
    assert_eq!(zh(&first), zh(&whole));
    assert!(first.headlines.iter().all(|h| h.text.en.is_empty() && h.more.en.is_empty()));
    // What is asked is searched for, once the tables are there.
    assert!(first.indicators.iter().all(|(_, i)| i.question.is_empty()));
}
