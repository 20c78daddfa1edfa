//! The overview of published figures: what it says first, and what it never says.

use std::collections::BTreeSet;
use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::{Node, QuantityMark, Shape, Size, quantity};
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::{Dataset, Observation};
use minsheng_explorer::plot::overview::{self, OverviewPlan};
use minsheng_explorer::plot::{ChartFormat, Rows};
use minsheng_explorer::query::{Clause, Engine, Filter};
use minsheng_explorer::state::{MoneySpan, OverviewOptions};
use minsheng_explorer::words;

use crate::packages;

fn data() -> Dataset {
    read_package(&packages::bundled()).0
}

fn plan(data: &Dataset, place: Option<&str>, money: MoneySpan, lang: Lang) -> OverviewPlan {
    plan_of(data, place.map(|place| ("place", place)), money, lang)
}

fn plan_of(
    data: &Dataset,
    only: Option<(&str, &str)>,
    money: MoneySpan,
    lang: Lang,
) -> OverviewPlan {
    let mut engine = Engine::new(Arc::new(from_dataset(data)));
    let mut filter = Filter::default();
    if let Some((column, id)) = only {
        filter.set(column, Clause::AnyOf([id.to_owned()].into()));
    }
    engine.set_filter(&filter);
    overview::plan(&mut engine, Rows::Published(data), &OverviewOptions { money }, lang)
}

fn figure<'a>(data: &'a Dataset, key: &str) -> &'a Observation {
    &data.observations[data.observations.find(key).unwrap()]
}

#[test]
fn findings_lead_one_of_each_place() {
    let data = data();
    for lang in Lang::ALL {
        let plan = plan(&data, None, MoneySpan::Year, lang);
        assert_eq!(plan.findings.len(), 5);
        let places: BTreeSet<&str> = plan.findings.iter().map(|f| f.head.as_str()).collect();
        assert_eq!(places.len(), 5, "{places:?}");
        assert!(plan.findings.iter().filter(|f| f.picture.is_some()).count() >= 3);
        assert!(plan.findings.iter().all(|f| !f.when.is_empty() && !f.source.is_empty()));
        assert_eq!(plan.place, None);
    }
}

#[test]
fn nothing_worked_out_here_or_left_in_doubt_is_found_by_rule() {
    let mut data = data();
    data.headlines.clear();
    for place in [None, Some("chengde"), Some("duji"), Some("weihai_etdz"), Some("dezhou_etdz")] {
        let plan = plan(&data, place, MoneySpan::Year, Lang::Zh);
        assert_eq!(plan.findings.len(), 5, "{place:?}");
        for finding in &plan.findings {
            let o = figure(&data, &finding.key);
            assert!(!o.is_derived() && o.doubt.is_none(), "{}", o.id);
            assert_eq!(finding.figure.mark, "");
        }
        for promise in &plan.promised {
            assert!(!figure(&data, &promise.key).is_derived(), "{}", promise.key);
        }
    }
}

#[test]
fn a_headline_says_its_figures_as_they_were_published() {
    let data = data();
    assert!(!data.headlines.is_empty());
    for lang in Lang::ALL {
        for place in [None, Some("chengde"), Some("liaocheng_dz"), Some("weihai_etdz")] {
            for finding in plan(&data, place, MoneySpan::Year, lang).findings {
                let o = figure(&data, &finding.key);
                let number = words::figure(&data, o, lang).number;
                assert_eq!(finding.figure.number, number, "{}", o.id);
                let said = format!("{}{}{}", finding.before, finding.figure, finding.after);
                assert!(!said.contains('{') && !finding.more.contains('{'), "{said}");
            }
        }
    }
}

#[test]
fn the_overview_of_one_place_is_its_page() {
    let data = data();
    let plan = plan(&data, Some("chengde"), MoneySpan::Year, Lang::Zh);
    let place = plan.place.unwrap();
    assert_eq!(place.name, "承德市");
    assert_eq!(place.releases.len(), 1);
    assert_eq!(plan.findings.len(), 5);
    let fields: BTreeSet<&str> = plan.findings.iter().map(|f| f.head.as_str()).collect();
    assert!(fields.len() >= 4, "{fields:?}");
    assert!(!plan.promised.is_empty());
    for lead in plan.cards.iter().flat_map(|card| &card.leads) {
        assert_eq!(
            figure(&data, lead.key.as_deref().unwrap()).place,
            data.places.find("chengde").unwrap()
        );
    }
}

#[test]
fn no_sum_over_years_stands_beside_one_of_a_year() {
    let data = data();
    for (span, is_year) in [(MoneySpan::Year, true), (MoneySpan::Total, false)] {
        let money = plan(&data, None, span, Lang::Zh).money.unwrap();
        assert!(money.has_both);
        assert_eq!(money.picture.spec.mark, QuantityMark::Bars);
        assert!(!money.picture.keys.is_empty());
        for key in &money.picture.keys {
            let o = figure(&data, key);
            let (first, last) = o.period.days();
            let is_one = data.units[o.unit].kind == "money_per_year"
                || (o.period.start.is_some() && last - first < 366);
            assert_eq!(is_one, is_year, "{key}");
        }
    }
}

#[test]
fn a_card_names_different_indicators_with_their_time_and_one_picture() {
    let data = data();
    let plan = plan(&data, None, MoneySpan::Year, Lang::En);
    assert!(plan.cards.len() >= 6);
    for card in &plan.cards {
        let keys = card.leads.iter().filter_map(|lead| lead.key.as_deref());
        let indicators: BTreeSet<usize> =
            keys.map(|key| figure(&data, key).indicator.index()).collect();
        assert_eq!(indicators.len(), card.leads.len(), "{}", card.id);
        assert!((1..=3).contains(&card.leads.len()), "{}", card.id);
        assert!(card.leads.iter().filter(|lead| lead.picture.is_some()).count() <= 1);
        assert!(card.leads.iter().all(|lead| lead.beside.contains(|c: char| c.is_ascii_digit())));
    }
}

#[test]
fn a_target_stands_beside_a_result_of_its_own_release_alone() {
    let data = data();
    let plan = plan(&data, None, MoneySpan::Year, Lang::Zh);
    for promise in plan.promised.iter().filter(|p| p.picture.is_some()) {
        let target = figure(&data, &promise.key);
        for key in &promise.picture.as_ref().unwrap().keys {
            let result = figure(&data, key);
            assert_eq!(result.source, target.source);
            assert_eq!(result.indicator, target.indicator);
            assert!(result.period.end.last_day() <= target.period.end.last_day());
        }
    }
}

/// Where no release names a headline: whom it reaches comes before money, and figures that differ only in whom or what
/// they count are one finding.
#[test]
fn what_is_told_by_rule_speaks_of_people_first_and_says_one_thing_once() {
    let data = data();
    let town = plan(&data, Some("songguantun"), MoneySpan::Year, Lang::Zh);
    let told: Vec<_> =
        town.findings.iter().map(|f| (f.figure.to_string(), f.more.as_str())).collect();
    assert_eq!(told, [("25个".to_owned(), "另有高级职称：7个。")]);
    let safety = plan_of(&data, Some(("domain", "safety")), MoneySpan::Year, Lang::Zh);
    let first = &safety.findings[0];
    assert!(first.figure.to_string().contains("人"), "{first:?}");
}

#[test]
fn no_two_pictures_of_a_view_share_the_ids_of_their_elements() {
    let data = data();
    let places = data.places.iter().map(|(_, place)| Some(place.id.as_str()));
    for place in places.chain([None]) {
        let plan = plan(&data, place, MoneySpan::Year, Lang::En);
        let findings = plan.findings.iter().filter_map(|finding| finding.picture.as_ref());
        let leads = plan.cards.iter().flat_map(|card| &card.leads);
        let cards = leads.filter_map(|lead| lead.picture.as_ref());
        let promised = plan.promised.iter().filter_map(|promised| promised.picture.as_ref());
        let money = plan.money.iter().map(|money| &money.picture);
        let pictures = findings.chain(cards).chain(promised).chain(money);
        let prefixes: Vec<&str> = pictures.map(|picture| &*picture.spec.prefix).collect();
        let apart: BTreeSet<&str> = prefixes.iter().copied().collect();
        assert_eq!(apart.len(), prefixes.len(), "{place:?}: {prefixes:?}");
    }
}

/// The figure stands at the end of its label, which takes as many lines as it needs.
#[test]
fn no_label_of_a_sum_is_cut_however_narrow_the_window() {
    let data = data();
    for (lang, money) in
        [(Lang::Zh, MoneySpan::Year), (Lang::En, MoneySpan::Year), (Lang::En, MoneySpan::Total)]
    {
        let spec = plan(&data, None, money, lang).money.unwrap().picture.spec;
        let format = ChartFormat { lang, unit: String::new() };
        for width in [343.0, 273.0, 228.0] {
            let scene = quantity(&spec, Size::wide(width), &format);
            for part in &spec.parts {
                let own = scene.nodes.iter().filter(|node| node.datum == Some(part.id));
                let text = |node: &Node| match &node.shape {
                    Shape::Text(text) => Some(text.text.clone()),
                    _ => None,
                };
                let told: String = own.filter_map(text).collect();
                assert_eq!(told.replace(' ', ""), part.label.replace(' ', ""), "{width}");
            }
        }
    }
}

/// A township's figure does not lead a card before those of the places that publish.
#[test]
fn a_part_of_a_place_leads_no_card_before_whole_places() {
    let data = data();
    let cards = plan(&data, None, MoneySpan::Year, Lang::Zh).cards;
    let lies_within = |o: &Observation| {
        let above = data.places[o.place].parent;
        above.is_some_and(|above| data.observations.iter().any(|(_, other)| other.place == above))
    };
    let mut seen = 0;
    for card in &cards {
        let leads = card.leads.iter().filter_map(|lead| lead.key.as_deref());
        let parts: Vec<bool> = leads.map(|key| lies_within(figure(&data, key))).collect();
        assert!(parts.is_sorted(), "{}", card.name);
        assert!(!parts[0], "{}", card.name);
        seen += 1;
    }
    assert!(seen > 5);
}
