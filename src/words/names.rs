//! Names of columns, values, periods and figures.

use crate::base::date::PartialDate;
use crate::base::lang::Lang;
use crate::column::{self as table, Column, Entry};
use crate::i18n::catalog::{chart, words as m};
use crate::i18n::{self, Message};
use crate::model::{Dataset, Observation, Role, Stage};
use crate::words::amid;

/// The name of a column: the table's own, else the catalog's, else what it is by its role where nothing but its letter is
/// known, else its key.
#[must_use]
pub fn column_name(column: &Column, lang: Lang) -> String {
    let word = i18n::column(&column.key).or_else(|| role_word(column));
    known(column.name.get(lang), word, &column.key, lang)
}

/// What a column without a name holds: places, or periods.
fn role_word(column: &Column) -> Option<Message> {
    let is_letter = column.key.len() <= 2 && column.key.bytes().all(|b| b.is_ascii_uppercase());
    match column.role {
        table::Role::Area if is_letter => i18n::column("place"),
        table::Role::Time if is_letter => i18n::column("time"),
        _ => None,
    }
}

/// The name of a column amid a sentence: a word of ours begins small in English, a name of the table's own stays as it is.
#[must_use]
pub fn column_amid(column: &Column, lang: Lang) -> String {
    let name = column_name(column, lang);
    if i18n::column(&column.key).is_some() { amid(&name, lang) } else { name }
}

/// A name of a file's amid a sentence: `Age group` and `Area` are words in English, `World Bank` and `GDP` stay as they are.
#[must_use]
pub fn within_sentence(name: &str, lang: Lang) -> String {
    let mut letters = name.chars();
    let is_word = letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.as_str().starts_with(|c: char| c.is_ascii_lowercase())
        && !letters.any(char::is_uppercase);
    if is_word { amid(name, lang) } else { name.to_owned() }
}

/// The name of a value of a category column: the catalog's where it has the word, else the table's own, else its id.
#[must_use]
pub fn entry_name(column: &str, entry: &Entry, lang: Lang) -> String {
    match i18n::word(column, &entry.id) {
        Some(word) => word.get(lang).to_owned(),
        None => known(entry.name.get(lang), None, &entry.id, lang),
    }
}

/// A word of a column's vocabulary; its id where that is none.
#[must_use]
pub fn vocabulary_word(column: &str, id: &str, lang: Lang) -> String {
    i18n::word(column, id).map_or_else(|| id.to_owned(), |word| word.get(lang).to_owned())
}

/// A list within a sentence, with a word before its last: “a, b and c”, and “a, b and c, and d” where that word is in it.
#[must_use]
pub fn enumerated<S: AsRef<str>>(parts: &[S], before_last: Message, lang: Lang) -> String {
    let Some((last, others)) = parts.split_last() else { return String::new() };
    if others.is_empty() {
        return last.as_ref().to_owned();
    }
    let (comma, word) = (m::COMMA.get(lang), before_last.get(lang));
    let has_word = word != comma && parts.iter().any(|part| part.as_ref().contains(word));
    let mark = if has_word { comma.trim_end() } else { "" };
    let others = listed(others, m::COMMA, lang);
    format!("{others}{mark}{word}{}", last.as_ref())
}

/// What is said one after the other; what says nothing is left out.
#[must_use]
pub fn listed<S: AsRef<str>>(
    parts: impl IntoIterator<Item = S>,
    between: Message,
    lang: Lang,
) -> String {
    let mut list = String::new();
    for part in parts {
        let part = part.as_ref();
        if !part.is_empty() && !list.is_empty() {
            list.push_str(between.get(lang));
        }
        list.push_str(part);
    }
    list
}

/// Some names of so many; where these are not all, with how many there are.
#[must_use]
pub fn listed_of<S: AsRef<str>>(some: &[S], all: usize, lang: Lang) -> String {
    let list = listed(some, m::COMMA, lang);
    if all == some.len() {
        return list;
    }
    chart::LIST_AND_MORE.fill(lang, &[("list", &list), ("n", &all.to_string())])
}

/// A name and what is told of it; of either the other where that is empty.
#[must_use]
pub fn told_of<S: AsRef<str>>(
    name: &str,
    parts: impl IntoIterator<Item = S>,
    lang: Lang,
) -> String {
    listed([name, &listed(parts, m::SEPARATOR, lang)], m::COLON, lang)
}

fn known(own: &str, word: Option<Message>, id: &str, lang: Lang) -> String {
    match word {
        _ if !own.is_empty() => own.to_owned(),
        Some(word) => word.get(lang).to_owned(),
        None => id.replace('_', " "),
    }
}

/// The time a figure speaks of. Of what is aimed at that is when it is due, which is no state as of then: a month or a day
/// is a deadline; a year may be that of the plan, so no more is said than the year.
#[must_use]
pub fn period_text(o: &Observation, lang: Lang) -> String {
    let is_ahead = o.role == Role::Target || o.stage == Stage::Planned;
    match (o.period.start, o.period.end) {
        (None, PartialDate::Year(_)) if is_ahead => i18n::date(o.period.end, lang),
        (None, _) if o.role == Role::Target => i18n::deadline(o.period.end, lang),
        (None, _) if is_ahead => i18n::date(o.period.end, lang),
        (start, end) => i18n::period(start, end, lang),
    }
}

/// What divides a figure from others of its indicator: 城镇、优秀; empty where nothing does. An age or a number says
/// little without its key, so such values carry it: 年龄：80.
#[must_use]
pub fn breakdown_text(data: &Dataset, o: &Observation, lang: Lang) -> String {
    let name = |key: &str, id: &str, own: &str| match data.label(key, id) {
        Some(label) => label.get(lang).to_owned(),
        None => i18n::breakdown(own, lang),
    };
    let word = |(key, id): &(String, String)| {
        let value = name(key, id, id);
        if !value.starts_with(|c: char| c.is_ascii_digit()) {
            return value;
        }
        format!("{}{}{value}", name(key, "", key), m::COLON.get(lang))
    };
    let words: Vec<String> = o.breakdown.iter().map(word).collect();
    words.join(m::COMMA.get(lang))
}

/// The indicator's name with the breakdown: 低保标准（城镇）.
#[must_use]
pub fn observation_name(data: &Dataset, o: &Observation, lang: Lang) -> String {
    let name = data.indicators[o.indicator].name.get(lang);
    let breakdown = breakdown_text(data, o, lang);
    in_brackets(name, &breakdown, lang)
}

/// A name right before its figure: what the figure's unit says again is left out, as in 疫情随访14万人次. English parts them.
#[must_use]
pub fn before_figure<'a>(name: &'a str, unit: &str, lang: Lang) -> &'a str {
    let again = name.chars().rev().zip(unit.chars().rev()).take_while(|(a, b)| a == b).count();
    let kept = name.chars().count() - again;
    match name.char_indices().nth(kept) {
        Some((at, _)) if lang == Lang::Zh && again > 1 && kept > 0 => &name[..at],
        _ => name,
    }
}

/// A name with what tells it from others in brackets; brackets within are of the other kind. One that ends with a bracket
/// already takes the word into it: 老旧小区改造（剩余任务，目标）.
#[must_use]
pub fn in_brackets(name: &str, beside: &str, lang: Lang) -> String {
    if beside.is_empty() {
        return name.to_owned();
    }
    let inner = |c| match c {
        '（' => '〔',
        '）' => '〕',
        '(' => '[',
        ')' => ']',
        other => other,
    };
    let beside: String = beside.chars().map(inner).collect();
    let open = name.rfind(['（', '(']).filter(|_| name.ends_with(['）', ')']));
    match open.map(|at| (&name[..at], &name[at..])) {
        Some((before, bracketed)) => {
            let told = bracketed.trim_matches(['（', '）', '(', ')']);
            let told = listed([told, &beside], m::SEPARATOR, lang);
            m::PARENTHESIS.fill(lang, &[("a", before.trim_end()), ("b", &told)])
        }
        None => m::PARENTHESIS.fill(lang, &[("a", name), ("b", &beside)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_with_a_word_in_english_alone() {
        let list = |parts: &[&str], lang| enumerated(parts, m::LAST_AND, lang);
        assert_eq!(list(&["health", "work", "school"], Lang::En), "health, work and school");
        assert_eq!(list(&["culture and sport", "work"], Lang::En), "culture and sport, and work");
        assert_eq!(list(&["work"], Lang::En), "work");
        assert_eq!(list(&[], Lang::En), "");
        assert_eq!(list(&["医疗卫生", "教育"], Lang::Zh), "医疗卫生、教育");
        assert_eq!(enumerated(&["Duji", "Chengde"], m::LAST_OR, Lang::En), "Duji or Chengde");
    }
}
