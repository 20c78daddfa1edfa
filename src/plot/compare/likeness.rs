//! What is the same and what differs among the figures of an indicator, place by place: told before any bar is drawn.

use super::item::Item;
use super::survey::Survey;
use super::types::{LikeCell, LikeRow, LikeTable};
use crate::base::once::each_once;
use crate::i18n::Message;
use crate::i18n::catalog::compare as m;
use crate::i18n::catalog::words as w;
use crate::model::Level;
use crate::words::{amid, breakdown_text, in_brackets, vocabulary_word};

/// The most places of the card: of more the lines over the charts tell what differs.
const MOST: usize = 5;
/// The most values that a place names of one aspect.
const NAMED: usize = 2;

/// The card; `None` of one place alone and of many.
pub(super) fn table(s: &Survey, items: &[Item]) -> Option<LikeTable> {
    let places = s.places_of(items.iter().map(|item| item.id));
    if !(2..=MOST).contains(&places.len()) {
        return None;
    }
    type Told = fn(&Survey, &Item) -> String;
    let aspects: [(Message, Told); 4] = [
        (m::LIKE_PROGRESS, progress),
        (m::LIKE_TIME, |s, item| s.period(item.id)),
        (m::LIKE_SCOPE, scope),
        (m::LIKE_LEVEL, level),
    ];
    let mut same = Vec::new();
    let mut rows = Vec::new();
    for (name, told) in aspects {
        let values = |&place: &_| {
            let own = items.iter().filter(|item| s.at(item.id).place == place);
            each_once(own.map(|item| told(s, item)))
        };
        let all: Vec<Vec<String>> = places.iter().map(values).collect();
        let name = name.get(s.lang).to_owned();
        if all.iter().all(|own| own.len() == 1 && *own == all[0]) {
            let value = all[0].join("");
            same.push(in_brackets(&amid(&name, s.lang), &value, s.lang));
        } else {
            let usual = usual(&all);
            let cell = |own: &Vec<String>| LikeCell {
                text: listed(s, own),
                is_odd: usual.is_some_and(|usual| usual != own),
            };
            rows.push(LikeRow { name, cells: all.iter().map(cell).collect() });
        }
    }
    let named = |message: Message, list: &[&str]| match list {
        [] => String::new(),
        _ => message.fill(s.lang, &[("list", &list.join(w::COMMA.get(s.lang)))]),
    };
    let same: Vec<&str> = same.iter().map(String::as_str).collect();
    let differing: Vec<String> = rows.iter().map(|row| amid(&row.name, s.lang)).collect();
    let differing: Vec<&str> = differing.iter().map(String::as_str).collect();
    Some(LikeTable {
        caption: m::LIKE_CAPTION.get(s.lang).to_owned(),
        places: places.iter().map(|&place| s.place(place).to_owned()).collect(),
        differing: named(m::LIKE_DIFFERING, &differing),
        same: named(m::LIKE_SAME, &same),
        rows,
    })
}

/// What more places say than anything else, and more than one; `None` where nothing is.
fn usual(all: &[Vec<String>]) -> Option<&Vec<String>> {
    let count = |own: &Vec<String>| all.iter().filter(|other| *other == own).count();
    let most = all.iter().map(count).max().filter(|&most| most > 1)?;
    let mut said = all.iter().filter(|own| count(own) == most);
    let first = said.next()?;
    said.all(|own| own == first).then_some(first)
}

/// The first values, and how many there are where not all are named.
fn listed(s: &Survey, values: &[String]) -> String {
    let named: Vec<&str> = values.iter().take(NAMED).map(String::as_str).collect();
    // A value may be a list itself.
    let list = named.join(w::SEMICOLON.get(s.lang));
    if values.len() <= NAMED {
        return list;
    }
    m::LIKE_MORE.count(s.lang, values.len(), &[("list", &list)])
}

/// How far a figure has come.
fn progress(s: &Survey, item: &Item) -> String {
    Survey::leading(&s.stage(item.id))
}

/// What of its indicator a figure counts.
fn scope(s: &Survey, item: &Item) -> String {
    let breakdown = breakdown_text(s.data, s.at(item.id), s.lang);
    let part = if item.facts.is_part { m::LIKE_PART.get(s.lang) } else { "" };
    let told = s.list(&[&breakdown, part]);
    if told.is_empty() { m::LIKE_WHOLE.get(s.lang).to_owned() } else { told }
}

/// How large a place it is of.
fn level(s: &Survey, item: &Item) -> String {
    match item.facts.level {
        // Short enough for a column.
        Level::Zone => m::LIKE_ZONE.get(s.lang).to_owned(),
        level => vocabulary_word("level", level.id(), s.lang),
    }
}

#[cfg(test)]
mod tests {
    use super::usual;

    #[test]
    fn what_most_places_say_is_the_usual() {
        let of = |list: &[&str]| {
            let all: Vec<Vec<String>> = list.iter().map(|own| vec![(*own).to_owned()]).collect();
            usual(&all).map(|own| own.concat())
        };
        assert_eq!(of(&["done", "done", "planned"]).as_deref(), Some("done"));
        assert_eq!(of(&["2019", "2021"]), None);
        assert_eq!(of(&["done", "done", "planned", "planned"]), None);
        assert_eq!(of(&["done", "done", "planned", "begun"]).as_deref(), Some("done"));
    }
}
