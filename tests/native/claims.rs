//! What the bundled data claims: what each indicator measures, what kind of money, which way is better, what of a
//! release is inferred, and what tours and everyday words say of it.

use std::collections::BTreeSet;

use minsheng_explorer::base::date::civil;
use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::{
    Dataset, Direction, Indicator, Inferred, MoneyKind, Nature, Observation, Role, Span, Stage,
    adds_up,
};
use minsheng_explorer::plot::ledger::due;
use minsheng_explorer::words::figure;

use crate::packages;

fn data() -> Dataset {
    let (data, problems) = read_package(&packages::bundled());
    assert_eq!(problems, []);
    data
}

fn kind<'a>(data: &'a Dataset, indicator: &Indicator) -> &'a str {
    &data.units[indicator.unit].kind
}

fn is_money(kind: &str) -> bool {
    kind.starts_with("money")
}

/// Amounts that add up; so much a person or a household does not.
fn is_sum(kind: &str) -> bool {
    matches!(kind, "money" | "money_per_year")
}

#[test]
fn every_indicator_says_what_it_measures() {
    let data = data();
    for (_, indicator) in data.indicators.iter() {
        let Indicator { id, nature, .. } = indicator;
        assert!(nature.is_some(), "{id}");
        let counts = matches!(nature, Some(Nature::Flow | Nature::Stock));
        let kind = kind(&data, indicator);
        let level = matches!(kind, "share" | "ratio" | "percentage_point" | "age")
            || is_money(kind) && !is_sum(kind);
        assert!(!(counts && level), "{id}: a level of {kind} is neither done nor stored");
        for lang in Lang::ALL {
            assert!(indicator.definition.get(lang).ends_with(['。', '.']), "{id}");
        }
    }
    for (_, o) in data.observations.iter() {
        let nature = data.indicators[o.indicator].nature;
        let in_force = matches!(nature, Some(Nature::Rate | Nature::Standard));
        assert!(o.stage != Stage::Standing || in_force, "{} stands but is {nature:?}", o.id);
    }
}

#[test]
fn money_that_was_moved_says_of_what_kind_and_nothing_else_does() {
    let data = data();
    for (_, indicator) in data.indicators.iter() {
        let Indicator { id, nature, money, .. } = indicator;
        let kind = kind(&data, indicator);
        let moved = is_money(kind) && matches!(nature, Some(Nature::Flow | Nature::Stock));
        // What a household earns in a year is an average, and money for all that.
        let earned = is_money(kind)
            && matches!((nature, money), (Some(Nature::Rate), Some(MoneyKind::Income)));
        assert_eq!(money.is_some(), moved || earned, "{id}: {nature:?} {money:?} in {kind}");
    }
    // No level, limit or line is a sum that was spent.
    let spent = |i: &&Indicator| i.money.is_some_and(MoneyKind::is_spent);
    let all = data.indicators.iter().map(|(_, indicator)| indicator);
    assert!(all.filter(spent).all(|i| is_sum(kind(&data, i)) && i.nature == Some(Nature::Flow)));
}

#[test]
fn only_rates_and_what_a_standard_covers_are_better_one_way() {
    let data = data();
    for (_, indicator) in data.indicators.iter().filter(|(_, i)| i.direction != Direction::None) {
        let Indicator { id, nature, .. } = indicator;
        let kind = kind(&data, indicator);
        assert!(!is_money(kind), "{id}: money is neither better nor worse");
        match nature {
            // How much of a target is reached says as much of the target.
            Some(Nature::Rate) => assert_eq!(kind, "share", "{id}"),
            Some(Nature::Standard) => assert!(!adds_up(kind), "{id}: a count of {kind}"),
            _ => panic!("{id}: a count of what is done or there is neither better nor worse"),
        }
    }
}

#[test]
fn releases_say_what_of_them_is_inferred() {
    let data = data();
    for (_, source) in data.sources.iter() {
        let id = &source.id;
        assert!(source.kind.is_some(), "{id}");
        let (zh, en) = source.note.split_once(" | ").unwrap_or_default();
        assert!(zh.ends_with('。') && en.ends_with('.'), "{id}: the note is in both languages");
        let once: BTreeSet<&str> = source.inferred.iter().map(|what| what.id()).collect();
        assert_eq!(once.len(), source.inferred.len(), "{id}");
        // Nobody inferred a publisher and left the cell empty.
        let has_publisher = !source.publisher.is_empty();
        assert!(has_publisher || !source.inferred.contains(&Inferred::Publisher), "{id}");
        // A year alone is no printed date of publication.
        let is_day = source.published.is_some_and(|date| date.first_day() == date.last_day());
        assert_eq!(source.inferred.contains(&Inferred::Published), !is_day, "{id}");
        let is_named = zh.contains("标题由本站拟定") && en.contains("title is ours");
        assert_eq!(source.inferred.contains(&Inferred::Title), is_named, "{id}");
        assert!(source.url.is_empty() || source.url.starts_with("http"), "{id}");
    }
}

#[test]
fn places_have_the_names_people_use_each_its_own() {
    let data = data();
    for lang in Lang::ALL {
        let mut seen = BTreeSet::new();
        for (_, place) in data.places.iter() {
            let (short, name) = (place.short.get(lang), place.name.get(lang));
            assert!(!short.is_empty(), "{}", place.id);
            assert!(short.chars().count() <= name.chars().count(), "{short}, {name}");
            assert!(seen.insert(short), "{short} twice");
        }
    }
}

#[test]
fn everyday_words_lead_to_one_thing_that_has_figures() {
    let data = data();
    let figures = || data.observations.iter().map(|(_, o)| o);
    let mut seen = BTreeSet::new();
    for synonym in &data.synonyms {
        let (word, target) = (synonym.word.as_str(), synonym.target.as_str());
        assert_eq!(word, word.trim());
        assert!(seen.insert((word, target)), "{word} → {target} twice");
        let domain = data.domains.find(target);
        let indicator = data.indicators.find(target);
        let place = data.places.find(target);
        let found = usize::from(domain.is_some())
            + usize::from(indicator.is_some())
            + usize::from(place.is_some());
        assert_eq!(found, 1, "{word} → {target}");
        let shown = figures().any(|o| {
            Some(o.indicator) == indicator
                || Some(data.indicators[o.indicator].domain) == domain
                || Some(o.place) == place
        });
        assert!(shown, "{word} → {target} leads to nothing");
    }
    // Every field can be reached by a word that is not its name.
    for (_, domain) in data.domains.iter() {
        let reaches = |target: &str| {
            let indicator = data.indicators.find(target);
            target == domain.id
                || indicator
                    .is_some_and(|id| data.domains[data.indicators[id].domain].id == domain.id)
        };
        assert!(data.synonyms.iter().any(|s| reaches(&s.target)), "{}", domain.id);
    }
}

/// What residents typed and found nothing by.
const ASKED: &[&str] = &[
    "看病",
    "老人",
    "养老院",
    "幼儿园",
    "学位",
    "社保",
    "找工作",
    "80岁",
    "垃圾",
    "修路",
    "老师",
    "新农合",
    "德州经开区",
    "经开区",
    "厕所",
    "上学",
    "医保",
    "承德",
    "tap water",
    "schools",
    "sewage",
    "jobs",
    "kindergarten places",
    "nursing home",
    "toilets",
    "garbage",
];

#[test]
fn what_residents_ask_for_is_a_name_or_an_everyday_word() {
    let data = data();
    let named = |word: &str| {
        let has = |name: &str| name.to_lowercase().contains(word);
        let any = |names: [&str; 2]| names.into_iter().any(has);
        data.indicators.iter().any(|(_, i)| any([&i.name.zh, &i.name.en]))
            || data.domains.iter().any(|(_, d)| any([&d.name.zh, &d.name.en]))
            || data.places.iter().any(|(_, p)| any([&p.short.zh, &p.short.en]))
    };
    for word in ASKED {
        let listed = data.synonyms.iter().any(|s| s.word == *word);
        assert!(listed || named(word), "{word}");
    }
}

/// Words by which a tour says that a release does not fit or does not tell.
const DOUBTS: [(&str, &str); 2] =
    [("不一致", "contradicts itself"), ("原文没有说", "does not say")];

#[test]
fn tours_tell_what_the_release_prints_as_what_it_is() {
    let data = data();
    for step in &data.stories {
        let o = &data.observations[step.observation];
        let (zh, en) = (&step.text.zh, &step.text.en);
        assert!(!o.is_derived(), "{}: a figure of ours is told as the release's", o.id);
        if o.role == Role::Target || o.stage == Stage::Planned {
            assert!(zh.contains("计划") && en.contains("planned"), "{}: {zh}", o.id);
        }
        if o.doubt.is_some() {
            let says = |&(own, other): &(&str, &str)| zh.contains(own) && en.contains(other);
            assert!(DOUBTS.iter().any(says), "{} is in doubt: {zh}", o.id);
        }
        // A total over years says over which.
        let (first, last) = o.period.days();
        let years = [civil(first).0, civil(last).0];
        if o.period.span() == Span::Cumulative && years[0] != years[1] {
            let told = |text: &str| years.iter().all(|year| text.contains(&year.to_string()));
            assert!(told(zh) && told(en), "{}: {zh}", o.id);
        }
        // What is not spent is not called so.
        if let Some(money) = data.indicators[o.indicator].money.filter(|money| !money.is_spent()) {
            assert!(!zh.contains("最大") && !en.contains("largest"), "{} is {money:?}", o.id);
        }
        // Of the content, not of the picture.
        for word in ["条形", "斜线", "圆点", "海报", " bar", "hatched", "poster", "downloaded"]
        {
            assert!(!zh.contains(word) && !en.contains(word), "{}: {word}", o.id);
        }
    }
}

/// A target that was worked out has the period of its target, is marked wherever it is shown, and nothing is said to
/// have passed it.
#[test]
fn a_derived_target_is_marked_with_its_own_period_and_nothing_passes_it() {
    let data = data();
    let mut seen = 0;
    for (_, o) in data.observations.iter().filter(|(_, o)| o.is_derived()) {
        for (lang, mark) in [(Lang::Zh, "推算"), (Lang::En, "calculat")] {
            assert!(figure(&data, o, lang).to_string().contains(mark), "{}", o.id);
        }
        seen += 1;
    }
    assert!(seen > 0);
    let id = data.observations.find("chengde2024-reemployed-target").unwrap();
    let (first, last) = data.observations[id].period.days();
    let days = (civil(first), civil(last));
    assert_eq!(days, ((2024, 1, 1), (2024, 12, 31)), "the whole year's");
    let (zh, en) = (
        include_str!("../snapshots/sentences-zh-CN.txt"),
        include_str!("../snapshots/sentences-en.txt"),
    );
    for word in ["超额", "超过目标"] {
        assert!(!zh.contains(word), "{word}");
    }
    assert!(!en.contains("exceeded") && !en.contains("surpassed"));
}

/// Words of a note by which a year is that of a plan or of a text and no deadline.
const NO_DEADLINE: [&str; 3] = ["不是期限", "没有说是完成期限", "没有写完工时间"];

#[test]
fn nothing_is_due_at_a_time_that_its_note_calls_no_deadline() {
    let data = data();
    let says = |o: &Observation| NO_DEADLINE.iter().any(|words| o.note.zh.contains(words));
    let targets = data.observations.iter().map(|(_, o)| o).filter(|o| o.role == Role::Target);
    let noted: Vec<&Observation> = targets.filter(|o| says(o)).collect();
    assert!(noted.len() > 4, "{noted:?}");
    for o in noted {
        assert_eq!(due(&data, o), None, "{}: {}", o.id, o.note.zh);
    }
}
