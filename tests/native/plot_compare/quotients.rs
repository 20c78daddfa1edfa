//! One indicator divided by another.

use std::collections::BTreeMap;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::model::{Indicator, MoneyKind};
use minsheng_explorer::state::CompareOptions;
use minsheng_explorer::words::figure;
use rust_decimal::prelude::ToPrimitive;

use super::{Bundled, items, of};

#[test]
fn quotients_are_those_of_the_published_figures() {
    let bundled = Bundled::read();
    let per = "old_age_allowance_recipients";
    let options = CompareOptions { per: per.to_owned(), ..of("old_age_allowance_spending") };
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
    // A part of its divisor is a share of it.
    let options = CompareOptions { per: "teachers".into(), ..of("teachers_distinguished") };
    let plan = bundled.zh(&options);
    assert!(plan.charts[0].spec.data.iter().all(|d| d.label.ends_with("%（本站推算）")));
}

/// What is worked out here is never passed off as printed, and has no digits that the figures do not bear.
#[test]
fn quotients_are_ours_and_round() {
    let bundled = Bundled::read();
    let mut seen = 0;
    for subject in bundled.places().into_keys() {
        for per in items(&bundled.zh(&of(subject)).pers).into_iter().filter(|id| !id.is_empty()) {
            let plan = bundled.zh(&CompareOptions { per: per.to_owned(), ..of(subject) });
            for chart in &plan.charts {
                assert!(!chart.headings.title.contains("公布"), "{}", chart.headings.title);
                for mark in &chart.spec.data {
                    assert!(mark.label.ends_with("（本站推算）"), "{}", mark.label);
                    let number = mark.label.split(['元', '%', '万']).next().unwrap_or_default();
                    let digits = number.trim_start_matches(|c: char| !('1'..='9').contains(&c));
                    let digits = digits.replace(['.', ','], "");
                    let digits = digits.trim_end_matches('0').len();
                    assert!(digits <= 3, "{}", mark.label);
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 8, "{seen}");
}

#[test]
fn whatever_is_offered_can_be_divided() {
    let bundled = Bundled::read();
    let mut offered = 0;
    for subject in bundled.places().into_keys() {
        let plan = bundled.zh(&of(subject));
        for per in items(&plan.pers).into_iter().filter(|id| !id.is_empty()) {
            let options = CompareOptions { per: per.to_owned(), ..of(subject) };
            let plan = bundled.zh(&options);
            assert!(!plan.charts.is_empty(), "{subject} per {per}");
            offered += 1;
            // Only what makes sense: money that was spent on people of its field, or a part of its whole.
            let at = |id: &str| &bundled.data.indicators[bundled.data.indicators.find(id).unwrap()];
            let (own, other) = (at(subject), at(per));
            let kind = |i: &Indicator| bundled.data.units[i.unit].kind.clone();
            let is_part = bundled.opened(&plan.charts[0]).iter().any(|id| {
                let whole = bundled.at(id).part_of.map(|whole| &bundled.data.observations[whole]);
                whole.is_some_and(|whole| bundled.data.indicators[whole.indicator].id == per)
            });
            let is_spent = own.money.is_none_or(MoneyKind::is_spent) && kind(own) == "money";
            let bears = ["people", "households", "capacity", "housing"].contains(&&*kind(other));
            let makes_sense = is_spent && bears && own.domain == other.domain;
            assert!(makes_sense || is_part, "{subject} per {per}");
        }
    }
    assert!(offered > 0);
    // What was taken back from offenders is not shared out among them.
    assert_eq!(items(&bundled.zh(&of("losses_recovered")).pers), [""; 0]);
    // What nobody offered says so.
    let plan = bundled.zh(&CompareOptions { per: "sports_parks".into(), ..of("teachers") });
    assert!(plan.charts.is_empty() && !plan.lead.is_empty());
}
