//! Two places beside each other.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::MarkKind;
use minsheng_explorer::plot::compare::PairRow;
use minsheng_explorer::plot::guard::{Facts, Weight, compare};
use minsheng_explorer::state::{CompareOptions, Comparison};

use super::{Bundled, with};

fn pair(left: &str, right: &str) -> CompareOptions {
    CompareOptions {
        comparison: Comparison::Pair,
        left: left.to_owned(),
        right: right.to_owned(),
        ..CompareOptions::default()
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
            assert!(row.reasons.len() >= usize::from(!verdict.0.is_empty()));
            if !verdict.is_alike() {
                refused += 1;
                let told = if verdict.is_refused() {
                    "口径不同，不比"
                } else {
                    "并列，不算倍数"
                };
                assert_eq!((row.ratio.as_str(), row.difference.as_str()), (told, ""));
                assert!(!row.reasons.is_empty());
            }
            for o in [a, b].iter().filter(|o| !o.note.zh.is_empty()) {
                let is_told = row.reasons.iter().any(|told| told.ends_with(&o.note.zh));
                assert!(is_told, "{}: its note is not beside it", o.id);
            }
        }
        let order: Vec<Option<Weight>> =
            table.rows.iter().map(|row| row.weight.max(Some(Weight::Note))).collect();
        assert!(order.is_sorted(), "what may be compared stands first");
        // Drawn is what may stand side by side, each row with what differs before its bars.
        let shown: Vec<&PairRow> =
            table.rows.iter().filter(|row| row.weight < Some(Weight::Refuse)).collect();
        let folded = table.rows.len() - shown.len();
        assert_eq!(table.refused.contains(&format!("{folded}项口径不同，不宜相比")), folded > 0);
        assert_eq!(plan.charts.len(), usize::from(!shown.is_empty()));
        if shown.is_empty() {
            assert!(plan.title.contains("不宜相比"), "{}", plan.title);
            continue;
        }
        let chart = &plan.charts[0];
        assert_eq!(chart.spec.mark, MarkKind::Mirror);
        assert_eq!(bundled.opened(chart).len(), 2 * shown.len());
        for (row, drawn) in shown.iter().zip(&chart.spec.categories) {
            assert_eq!((&row.name, &row.told), (&drawn.name, &drawn.note));
            let is_alike = row.weight < Some(Weight::Warn);
            // Said above where it is the same for all.
            let is_said = plan.lead.contains("不算倍数：") && row.told.is_empty();
            let is_told = is_said || row.told.starts_with("并列，不算倍数：");
            assert_eq!(is_told, !is_alike, "{row:?}");
            let why = if is_said { &plan.lead } else { &row.told };
            let reason = row.reasons.first().filter(|_| !is_alike);
            assert!(reason.is_none_or(|reason| why.contains(reason)), "{why}: {row:?}");
        }
        let figure = shown[0].left.figure.to_string();
        assert!(plan.title.contains(&figure), "{}: {figure}", plan.title);
    }
    assert!(refused > 0);
    // What a release contradicts itself about is said to be so.
    let table = bundled.zh(&pair("dezhou_etdz", "weihai_etdz")).pair.unwrap();
    assert!(table.refused.ends_with("项原文说法不清或前后不一"), "{}", table.refused);
}

/// Two places are opened that have something to set side by side, and the chosen place stands first.
#[test]
fn a_pair_opens_on_what_may_stand_side_by_side() {
    let bundled = Bundled::read();
    let options = CompareOptions { comparison: Comparison::Pair, ..CompareOptions::default() };
    let plan = bundled.zh(&options);
    assert_eq!(plan.charts.len(), 1, "{}", plan.title);
    let plan = bundled.plan(&[("place", "weihai_etdz")], &options, Lang::Zh);
    assert_eq!(plan.lefts.chosen, "weihai_etdz");
    assert_eq!(plan.charts.len(), 1, "{}", plan.title);
}

#[test]
fn ratio_and_difference_are_those_of_the_figures_in_words_people_use() {
    let (dezhou, duji) = (["dezhou_etdz", "dezhou2021"], ["duji", "duji2019"]);
    for (a, b, ratio, difference, back) in [
        (["9", "eq"], ["40", "eq"], "不到四分之一", "少31张", "4.4倍"),
        (["40", "over"], ["20", "eq"], "超过两倍", "前者多，差额超20张", "不到一半"),
        (["20", "eq"], ["20", "eq"], "相等", "相等", "相等"),
        (["12", "nearly"], ["40", "eq"], "不到三分之一", "前者少，差额超28张", "超3.3倍"),
    ] {
        let row = |value: [&'static str; 2], [place, source]: [&'static str; 2], year| {
            [place, source, value[0], value[1], year]
        };
        let rows = [row(a, dezhou, "2021/2021"), row(b, duji, "2019/2019")];
        let data = with(&rows);
        let find = |left: &str, right: &str, own: &str| -> PairRow {
            let rows = data.zh(&pair(left, right)).pair.unwrap().rows;
            let row = rows.iter().find(|row| row.left.key.as_deref() == Some(own));
            row.unwrap_or_else(|| panic!("{rows:?}")).clone()
        };
        let there = find(dezhou[0], duji[0], "added-0");
        assert_eq!([&*there.ratio, &*there.difference], [ratio, difference], "{a:?} {b:?}");
        assert!(there.told.contains(ratio), "{}", there.told);
        assert_eq!(there.reasons, ["年份不同：2021年与2019年"]);
        let other = find(duji[0], dezhou[0], "added-1");
        assert_eq!(other.ratio, back, "the other way round: {a:?} {b:?}");
    }
    // Which is greater is not certain, and the word of the one that is not exact says why.
    let open = with(&[
        ["dezhou_etdz", "dezhou2021", "40", "at_least", "2021/2021"],
        ["duji", "duji2019", "50", "eq", "2019/2019"],
    ]);
    let rows = open.zh(&pair("dezhou_etdz", "duji")).pair.unwrap().rows;
    let row = rows.iter().find(|row| row.left.key.as_deref() == Some("added-0")).unwrap();
    assert_eq!((row.weight, &*row.ratio), (Some(Weight::Warn), "并列，不算倍数"));
    assert_eq!(row.reasons[0], "一个是“不低于”某数，谁多谁少说不准", "{row:?}");
    // Of nine months and of a year.
    let spans = with(&[
        ["dezhou_etdz", "dezhou2021", "40", "eq", "2021-01/2021-09"],
        ["duji", "duji2019", "50", "eq", "2019/2019"],
    ]);
    let rows = spans.zh(&pair("dezhou_etdz", "duji")).pair.unwrap().rows;
    let row = rows.iter().find(|row| row.left.key.as_deref() == Some("added-0")).unwrap();
    assert_eq!(row.weight, Some(Weight::Refuse));
}
