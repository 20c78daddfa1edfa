//! The rules of a search, on a small package.

use minsheng_explorer::base::fold::fold;
use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::base::pinyin::Pinyin;
use minsheng_explorer::query::{Filter, Searchable};
use minsheng_explorer::session::Session;

use super::{chosen, find, found, left, marked, targets, value};
use crate::packages;

fn session() -> Session {
    super::session(packages::sound())
}

/// Names of the values that are found, marked.
fn values(session: &mut Session, query: &str) -> Vec<String> {
    let finding = found(session, query);
    let is_value = |hit: &&_| {
        let hit: &minsheng_explorer::session::Found = hit;
        matches!(hit.target, Searchable::Value { .. })
    };
    finding.hits.iter().filter(is_value).map(marked).collect()
}

#[test]
fn a_search_finds_by_characters_pinyin_initials_and_words() {
    let session = &mut session();
    for (query, expected) in [
        ("低保", &["[低保]标准"][..]),
        ("db", &["[低保]标准"]),
        ("dibao", &["[低保]标准"]),
        ("DiBao", &["[低保]标准"]),
        ("ｄｉｂａｏ", &["[低保]标准"]),
        (" dbbz ", &["[低保标准]"]),
        ("ylws", &["[医疗卫生]"]),
        ("yiliao ws", &["[医疗卫生]"]),
        ("醫療", &["[医疗]卫生"]),
        ("标准", &["低保[标准]"]),
        ("kindergarten", &["Children in [kindergarten]"]),
        ("EYE-CARE", &["[Eye-care] programme"]),
        ("rural roads", &["[Rural roads]"]),
        ("roads rural", &["[Rural] [roads]"]),
        ("zzz", &[]),
        ("", &[]),
        ("  ", &[]),
    ] {
        let found = values(session, query);
        assert!(
            found.starts_with(&expected.iter().map(|&e| e.to_owned()).collect::<Vec<_>>()),
            "{query}: {found:?}"
        );
        assert_eq!(found.is_empty(), expected.is_empty(), "{query}: {found:?}");
    }
}

#[test]
fn letters_are_found_at_the_start_of_words_before_anywhere_else() {
    let session = &mut session();
    let names = |session: &mut Session, query: &str| values(session, query).join(" ");
    // Within a word only where nothing starts so.
    assert!(!names(session, "ch").contains("s[ch]"), "{}", names(session, "ch"));
    assert!(names(session, "ndergarten").contains("ki[ndergarten]"));
}

#[test]
fn hits_name_their_target_and_the_best_stand_first() {
    let session = &mut session();
    for (query, target) in [
        ("ylws", value("domain", "health")),
        ("db", value("indicator", "dibao_standard")),
        ("hebei", value("place", "hebei")),
        ("yan", value("project", "eye_care")),
        ("万人次", Searchable::Row("trained".into())),
        ("近17亿", Searchable::Row("investment".into())),
        ("看病", value("domain", "health")),
    ] {
        let finding = found(session, query);
        assert!(targets(&finding).contains(&&target), "{query}: {finding:?}");
    }
    // A whole figure stands before everything else.
    assert_eq!(targets(&found(session, "近17亿元"))[0], &Searchable::Row("investment".into()));
}

#[test]
fn several_words_narrow_each_other_across_what_a_row_says() {
    let session = &mut session();
    // Place, field, indicator, definition, breakdown, period, printed figure.
    for (query, rows) in [
        ("德州 低保", &["dibao_urban", "dibao_rural"][..]),
        ("德州低保", &["dibao_urban", "dibao_rural"]),
        ("低保 农村", &["dibao_rural"]),
        ("承德 2024 88.79", &["payout"]),
        ("承德88.79%", &["payout"]),
        ("看病 德州 低保", &[]),
    ] {
        let finding = found(session, query);
        let found: Vec<String> = finding
            .hits
            .iter()
            .filter_map(|hit| match &hit.target {
                Searchable::Row(key) => Some(key.clone()),
                Searchable::Value { .. } => None,
            })
            .collect();
        for row in rows {
            assert!(found.contains(&(*row).to_owned()), "{query}: {finding:?}");
        }
        assert_eq!(finding.rows, rows.len(), "{query}: {finding:?}");
    }
}

#[test]
fn what_is_found_in_all_text_is_what_the_filter_leaves() {
    let session = &mut session();
    let queries = "低保 db dibao z s school 农村 nc 1 元 % e in hd chengde 承 的 教育 2024 2021年 17亿 看病 德州低保 zzz";
    for query in queries.split(' ') {
        let finding = found(session, query);
        assert_eq!(finding.rows, left(session, query), "{query}");
    }
}

#[test]
fn results_under_the_filter_come_first_and_the_rest_is_counted() {
    let session = &mut session();
    let all = found(session, "标准").rows;
    assert!(all > 0);
    for lang in Lang::ALL {
        let inside = find(session, "标准", &chosen("domain", "assistance"), lang);
        assert!(inside.rows > 0 && inside.inside > 0, "{inside:?}");
        let outside = find(session, "低保", &chosen("domain", "education"), lang);
        assert_eq!((outside.rows, outside.inside), (0, 0), "{outside:?}");
        assert!(!outside.hits.is_empty() && outside.beyond.contains('2'), "{outside:?}");
    }
    // A place is inside its province, and the province has it.
    let hebei = find(session, "hebei", &chosen("place", "hebei"), Lang::Zh);
    assert_eq!((hebei.inside, hebei.beyond.as_str()), (hebei.hits.len(), ""), "{hebei:?}");
    let both = find(session, "e", &chosen("place", "hebei"), Lang::En);
    let (first, rest) = both.hits.split_at(both.inside);
    assert!(!first.is_empty() && !rest.is_empty(), "{both:?}");
    assert!(!both.beyond.is_empty());
    // Nothing is said where nothing is filtered.
    assert_eq!(found(session, "低保").beyond, "");
}

#[test]
fn what_is_marked_is_what_was_typed() {
    let (mut session, pinyin) = (session(), Pinyin::default());
    let queries =
        "低保 db dibao z zx s school 农村 nc 1 元 % e in hd chengde 承 dz 的 教育 jy gl １ 醫";
    for query in queries.split(' ') {
        for hit in found(&mut session, query).hits {
            let name: Vec<char> = hit.name.chars().collect();
            for mark in &hit.marks {
                let part = &name[mark.clone()];
                let typed = fold(&part.iter().collect::<String>()) == fold(query);
                let spelled = pinyin.find(part, query) == Some(0..part.len());
                assert!(typed || spelled, "{query}: {}", marked(&hit));
            }
            // What is not in the name is told beside it.
            let is_told = !hit.marks.is_empty() || !hit.beside.is_empty();
            assert!(is_told, "{query}: {hit:?}");
        }
    }
}

#[test]
fn each_kind_is_listed_up_to_a_limit() {
    let mut session = session();
    let finding = find(&mut session, "e", &Filter::default(), Lang::Zh);
    for column in ["indicator", "place", "project", "domain", "source"] {
        let is_of = |target: &&&Searchable| matches!(target, Searchable::Value { column: c, .. } if c == column);
        assert!(targets(&finding).iter().filter(is_of).count() <= 6, "{column}");
    }
    let rows = targets(&finding).into_iter().filter(|t| matches!(t, Searchable::Row(_))).count();
    assert!(rows <= 6);
}
