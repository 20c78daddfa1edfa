//! Cards of topics: two or three figures of different places, and what a place's releases leave out.

use super::picture::{self, Told};
use super::plain::{is_plain, is_within, reached, short};
use super::types::{CardPlan, Lead, Picture};
use super::{Card, cards_by};
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::{QuantityMark, Symbol};
use crate::column::{Bitmap, Role as ColumnRole, Table};
use crate::i18n::catalog::overview as m;
use crate::i18n::catalog::words::BESIDE;
use crate::model::{Dataset, Id, Observation, Place, Role, Stage, Topic};
use crate::state::{Action, View};
use crate::words::{entry_name, figure, observation_name, span_of_sum};

/// How many figures lead a card.
const LEADS: usize = 3;
/// The column of life topics.
const TOPIC: &str = "topic";

/// The column that cards are by: life topics where rows have any, else the fields.
fn column<'a>(table: &'a Table, rows: &[usize]) -> Option<&'a str> {
    let has_any = |column: &&str| {
        table.category(column).is_some_and(|c| rows.iter().any(|&row| c.code(row).is_some()))
    };
    let field = table.by_role(ColumnRole::Topic).map(|column| column.key.as_str());
    Some(TOPIC).filter(has_any).or(field)
}

/// A card a topic that has figures.
pub(super) fn topics(
    table: &Table,
    data: &Dataset,
    rows: &Bitmap,
    place: Option<Id<Place>>,
    lang: Lang,
) -> Vec<CardPlan> {
    let all: Vec<usize> = rows.iter().collect();
    let Some(column) = column(table, &all) else { return Vec::new() };
    let card = |card: Card| {
        let mut has_picture = false;
        let lead = |o: &Observation| {
            let time = span_of_sum(data, o, lang);
            let picture = (!has_picture).then(|| picture_of(data, o, lang)).flatten();
            has_picture |= picture.is_some();
            Lead {
                key: Some(o.id.clone()),
                figure: figure(data, o, lang),
                name: observation_name(data, o, lang),
                beside: match place {
                    Some(_) => time,
                    None => BESIDE.fill(lang, &[("a", &short(data, o.place, lang)), ("b", &time)]),
                },
                picture,
            }
        };
        let leads = leads(data, &card.rows).into_iter().map(lead).collect();
        CardPlan {
            name: card.name,
            hue: card.hue,
            sign: Topic::from_id(&card.id)
                .map_or_else(|| card.id.clone(), |t| t.domain().to_owned()),
            count: m::ALL_FIGURES.count(lang, card.count, &[]),
            all: vec![
                Action::Choose(column.to_owned(), card.id.clone()),
                Action::Show(View::Table),
            ],
            leads,
            id: card.id,
        }
    };
    cards_by(table, column, rows, lang).into_iter().map(card).collect()
}

/// What leads a card: what most places report, of whole places before parts of them, then shares and levels before amounts,
/// money last; of different places where there are several, and of different indicators.
fn leads<'a>(data: &'a Dataset, rows: &[usize]) -> Vec<&'a Observation> {
    let places = |o: &Observation| {
        let alike = data.observations.iter().filter(|(_, other)| other.indicator == o.indicator);
        let mut places: Vec<usize> = alike.map(|(_, other)| other.place.index()).collect();
        places.order();
        places.dedup();
        places.len()
    };
    // A township says less of its topic than the place that it lies in, which reports too.
    let is_part = |o: &Observation| {
        let reports = |whole| data.observations.iter().any(|(_, other)| other.place == whole);
        let mut above = data.places[o.place].parent;
        while let Some(whole) = above.filter(|whole| !reports(*whole)) {
            above = data.places[whole].parent;
        }
        above.is_some()
    };
    let all = rows.iter().filter_map(|&row| data.observations.at(row));
    let is_told = |o: &&Observation| is_plain(o) && o.role == Role::Actual && o.part_of.is_none();
    let mut found: Vec<&Observation> = all.filter(is_told).collect();
    found.order_by_key(|o| {
        let kind = data.units[o.unit].kind.as_str();
        let is_money = kind == "money";
        (
            o.stage == Stage::Planned,
            is_money,
            is_part(o),
            std::cmp::Reverse(places(o)),
            !o.breakdown.is_empty(),
        )
    });
    let mut chosen: Vec<&Observation> = Vec::new();
    for new_places in [true, false] {
        for &o in &found {
            let is_new = |c: &&Observation| {
                c.indicator != o.indicator && (!new_places || c.place != o.place)
            };
            if chosen.len() < LEADS && chosen.iter().all(is_new) {
                chosen.push(o);
            }
        }
    }
    chosen
}

/// A picture without words, which stand beside it: a share, or a result and its target.
pub(in crate::plot) fn picture_of(data: &Dataset, o: &Observation, lang: Lang) -> Option<Picture> {
    let told = |mark| Told { data, mark, is_said: false, within: "topic", lang };
    if data.units[o.unit].kind == "share" {
        return Some(picture::hundred(&told(QuantityMark::Share), o, Symbol::Square));
    }
    let targets = data.observations.iter().map(|(_, target)| target);
    let mut targets = targets.filter(|t| {
        t.role == Role::Target && t.indicator == o.indicator && t.part_of.is_none() && is_plain(t)
    });
    let target = targets.find(|t| reached(data, t).is_some_and(|found| found.id == o.id))?;
    Some(picture::target(&told(QuantityMark::Target), o, target))
}

/// Topics that no release of a place reports on and others do, with the steps that show theirs.
pub(super) fn silent(
    table: &Table,
    data: &Dataset,
    place: Id<Place>,
    lang: Lang,
) -> Vec<(String, Vec<Action>)> {
    let all: Vec<usize> = (0..table.len).collect();
    let Some(key) = column(table, &all) else { return Vec::new() };
    let (Some(topics), Some(area)) = (table.category(key), table.by_role(ColumnRole::Area)) else {
        return Vec::new();
    };
    let mut told = vec![[false; 2]; topics.dictionary.len()];
    for (row, (_, o)) in data.observations.iter().enumerate() {
        if let Some(code) = topics.code(row) {
            told[code as usize][usize::from(is_within(data, o.place, place))] = true;
        }
    }
    let silent = topics.dictionary.iter().zip(told).filter(|(_, told)| *told == [true, false]);
    let step = |((_, entry), _): ((u32, &crate::column::Entry), _)| {
        let steps =
            vec![Action::Lift(area.key.clone()), Action::Choose(key.to_owned(), entry.id.clone())];
        (entry_name(key, entry, lang), steps)
    };
    silent.map(step).collect()
}
