//! The sentence that sums up a selection.

use rust_decimal::Decimal;

use crate::base::date::civil;
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::column::{Bitmap, Category, Role, Table};
use crate::i18n;
use crate::i18n::catalog::sentence as m;
use crate::i18n::catalog::words::{COMMA, OF_PLACE, PARENTHESIS, SEPARATOR};
use crate::model::{Dataset, Observation, Qualifier, Span, Stage, adds_up};
use crate::words::figure::qualifier_word;
use crate::words::{
    amid, entry_name, figure, listed, observation_name, period_text, sentences, stage_word,
};

/// How many fields a sentence names.
const TOP: usize = 3;

/// What a selection comes to; codes are those of the table's dictionaries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Number of rows.
    pub count: usize,
    /// Areas with at least one row; those inside another such area are left out.
    pub areas: Vec<u32>,
    /// First and last year spoken of.
    pub years: Option<(i32, i32)>,
    /// Topics by number of rows, most first.
    pub topics: Vec<(u32, usize)>,
    /// Stages by number of printed rows, in the vocabulary's order.
    pub stages: Vec<(u32, usize)>,
    /// How many of the rows the releases do not print: worked out from figures that they do.
    pub derived: usize,
    /// How many of the rows a release leaves in doubt.
    pub doubtful: usize,
    /// The row of the largest single sum that was spent; amounts are not added up across indicators, since they may
    /// contain one another.
    pub largest_money: Option<usize>,
}

/// Counts a selection of a dataset's table.
#[must_use]
pub fn summarize(data: &Dataset, table: &Table, rows: &Bitmap) -> Summary {
    let observations = || rows.iter().filter_map(|row| data.observations.at(row));
    let counts = |role| {
        let category = table.category_by_role(role);
        category.map(|category| category.counts(rows.iter())).unwrap_or_default()
    };
    let years = table.time().and_then(|time| {
        let first = rows.iter().filter_map(|row| time.first(row)).min()?;
        let last = rows.iter().filter_map(|row| time.last(row)).max()?;
        Some((civil(first).0, civil(last).0))
    });
    let mut topics = counts(Role::Topic);
    topics.order_by_key(|&(_, n)| std::cmp::Reverse(n));
    Summary {
        count: rows.count(),
        areas: outermost(table, counts(Role::Area).into_iter().map(|(code, _)| code).collect()),
        years,
        topics,
        stages: printed_stages(data, table, rows),
        derived: observations().filter(|o| o.is_derived()).count(),
        doubtful: observations().filter(|o| o.doubt.is_some()).count(),
        largest_money: spent(data, rows).into_iter().next(),
    }
}

/// How many printed figures are of each stage: what was worked out is told apart.
fn printed_stages(data: &Dataset, table: &Table, rows: &Bitmap) -> Vec<(u32, usize)> {
    let is_printed = |row: &usize| data.observations.at(*row).is_none_or(|o| !o.is_derived());
    let category = table.category_by_role(Role::Stage);
    category.map(|category| category.counts(rows.iter().filter(is_printed))).unwrap_or_default()
}

fn outermost(table: &Table, areas: Vec<u32>) -> Vec<u32> {
    let Some(category) = table.category_by_role(Role::Area) else { return areas };
    let inside =
        |&area: &u32| category.dictionary.ancestors(area).skip(1).any(|up| areas.contains(&up));
    areas.iter().copied().filter(|area| !inside(area)).collect()
}

/// The rows that are sums spent, the largest first. Yearly ones count as what they come to in a year.
#[must_use]
pub fn spent(data: &Dataset, rows: &Bitmap) -> Vec<usize> {
    let amount = |row: usize| {
        let o = data.observations.at(row).filter(|o| data.is_spent(o))?;
        o.base_value(&data.units[o.unit])
    };
    let mut found: Vec<(usize, Decimal)> =
        rows.iter().filter_map(|row| Some((row, amount(row)?))).collect();
    found.order_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    found.into_iter().map(|(row, _)| row).collect()
}

/// The time of a figure: of a sum over several years, that it is cumulative. A rate over years is none.
#[must_use]
pub fn span_of_sum(data: &Dataset, o: &Observation, lang: Lang) -> String {
    let period = period_text(o, lang);
    if !is_cumulative(o) || !adds_up(&data.units[o.unit].kind) {
        return period;
    }
    m::CUMULATIVE.fill(lang, &[("period", &period)])
}

/// Whether a figure is a sum over more than a year.
#[must_use]
pub fn is_cumulative(o: &Observation) -> bool {
    let (first, last) = o.period.days();
    o.period.span() == Span::Cumulative && last - first >= 366
}

/// The kind of unit of sums that are told by the year.
const BY_YEAR: &str = "money_per_year";

/// Whether a figure is told by the year, however long it holds.
#[must_use]
pub fn is_told_by_year(data: &Dataset, o: &Observation) -> bool {
    data.units[o.unit].kind == BY_YEAR
}

/// What a selection is about, in one line: where, what of life, when.
#[must_use]
pub fn summary_line(table: &Table, s: &Summary, lang: Lang) -> String {
    if s.count == 0 {
        return m::EMPTY.get(lang).to_owned();
    }
    let topics =
        named(table, Role::Topic, &s.topics[..s.topics.len().min(TOP)], lang, |name, _| {
            amid(name, lang)
        });
    let (places, span) = (places(table, s, lang), span(s, lang));
    let values =
        [("places", places.as_str()), ("topics", topics.as_str()), ("span", span.as_str())];
    let message = if s.topics.len() > TOP { m::LINE_MORE } else { m::LINE };
    message.fill(lang, &values)
}

/// The summary as sentences.
#[must_use]
pub fn summary_sentence(data: &Dataset, table: &Table, s: &Summary, lang: Lang) -> String {
    if s.count == 0 {
        return m::EMPTY.get(lang).to_owned();
    }
    let (places, span) = (places(table, s, lang), span(s, lang));
    let values = [("places", places.as_str()), ("span", span.as_str())];
    let mut parts = match (s.count - s.derived, s.derived) {
        (0, derived) => vec![m::DERIVED_ONLY.count(lang, derived, &values)],
        (printed, 0) => vec![m::SELECTION.count(lang, printed, &values)],
        (printed, derived) => {
            vec![m::SELECTION.count(lang, printed, &values), m::DERIVED.count(lang, derived, &[])]
        }
    };
    if s.topics.len() > 1 {
        let list = named(table, Role::Topic, &s.topics[..s.topics.len().min(TOP)], lang, |n, c| {
            m::DOMAIN_COUNT.fill(lang, &[("name", &amid(n, lang)), ("n", &c.to_string())])
        });
        let message = if s.topics.len() > TOP { m::TOP_DOMAINS } else { m::ALL_DOMAINS };
        parts.push(message.fill(lang, &[("list", &list)]));
    }
    if s.stages.len() > 1 {
        parts.push(m::STAGES.fill(lang, &[("list", &stages(table, &s.stages, lang))]));
    }
    if let Some(o) = s.largest_money.and_then(|row| data.observations.at(row)) {
        parts.push(money_sentence(data, s, o, lang));
    }
    if s.doubtful > 0 {
        parts.push(m::DOUBTFUL.count(lang, s.doubtful, &[]));
    }
    sentences(&parts, lang)
}

/// The largest sum, with its time; how far it has come where that is not done.
fn money_sentence(data: &Dataset, s: &Summary, o: &Observation, lang: Lang) -> String {
    let name = observation_name(data, o, lang);
    let name = match s.areas.len() {
        1 => name,
        _ => {
            let place = data.places[o.place].known_as().get(lang);
            OF_PLACE.fill(lang, &[("place", place), ("name", &name)])
        }
    };
    let text = figure(data, o, lang);
    let mark = text.mark.clone();
    let mut value = text.unmarked().to_string();
    let under_way = (o.stage == Stage::InProgress).then(|| stage_word(data, o, lang));
    let under_way = under_way.map(|word| if lang == Lang::En { word.to_lowercase() } else { word });
    let beside = listed(under_way.into_iter().chain(Some(mark)), SEPARATOR, lang);
    if !beside.is_empty() {
        value = PARENTHESIS.fill(lang, &[("a", &value), ("b", &beside)]);
    }
    let period = span_of_sum(data, o, lang);
    m::MONEY.fill(lang, &[("value", &value), ("name", &name), ("period", &period)])
}

/// The same text with an invisible joiner between each numeral and a Chinese word after it, between a qualifier and its
/// numeral, around the dash of a span, and within a unit at its signs and behind its multiplier (亿元, 元/人·月), so that a
/// line never parts a number from its unit, from the word that limits it or from the number it reaches to.
#[must_use]
pub fn unbroken(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let steps = i18n::steps(Lang::Zh);
    let mut after_digit = false;
    let mut in_unit = false;
    for c in text.chars() {
        let unit = after_digit && !c.is_ascii() && c.is_alphabetic();
        let limited = c.is_ascii_digit() && !after_digit && ends_with_qualifier(&out);
        let spans = after_digit && is_dash(c);
        let reached = c.is_ascii_digit() && out.ends_with(is_dash);
        in_unit = unit || in_unit && (is_sign(c) || !c.is_ascii() && c.is_alphabetic());
        let multiplied = || steps.iter().any(|(_, word)| out.ends_with(word));
        let within = in_unit && (is_sign(c) || out.ends_with(is_sign) || multiplied());
        if unit || limited || spans || reached || within {
            out.push('\u{2060}');
        }
        after_digit = c.is_ascii_digit();
        out.push(c);
    }
    out
}

/// What parts of a unit stand beside.
const fn is_sign(c: char) -> bool {
    matches!(c, '/' | '·')
}

const fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–')
}

/// Whether a text ends with a Chinese word that limits the number behind it.
fn ends_with_qualifier(text: &str) -> bool {
    let of = |qualifier: &Qualifier| qualifier_word(*qualifier, Lang::Zh);
    let words = Qualifier::ALL.iter().map(of).filter(|word| !word.is_empty());
    words.into_iter().any(|word| text.ends_with(word))
}

/// How many figures are of each stage, in words.
fn stages(table: &Table, counts: &[(u32, usize)], lang: Lang) -> String {
    let column = table.by_role(Role::Stage).and_then(|column| table.category(&column.key));
    let told = |&(code, n): &(u32, usize)| {
        let message = match column?.dictionary.get(code)?.id.as_str() {
            "planned" => m::STAGES_PLANNED,
            "in_progress" => m::STAGES_UNDER_WAY,
            "completed" => m::STAGES_DONE,
            _ => m::STAGES_STANDING,
        };
        Some(message.fill(lang, &[("n", &n.to_string())]))
    };
    let told: Vec<String> = counts.iter().filter_map(told).collect();
    told.join(SEPARATOR.get(lang))
}

fn named(
    table: &Table,
    role: Role,
    counts: &[(u32, usize)],
    lang: Lang,
    write: impl Fn(&str, usize) -> String,
) -> String {
    let Some(column) = table.by_role(role) else { return String::new() };
    let Some(Category { dictionary, .. }) = table.category(&column.key) else {
        return String::new();
    };
    let words: Vec<String> = counts
        .iter()
        .filter_map(|&(code, n)| {
            Some(write(&entry_name(&column.key, dictionary.get(code)?, lang), n))
        })
        .collect();
    words.join(COMMA.get(lang))
}

fn places(table: &Table, s: &Summary, lang: Lang) -> String {
    if s.areas.len() > TOP {
        return m::PLACES_MANY.count(lang, s.areas.len(), &[]);
    }
    let counts: Vec<(u32, usize)> = s.areas.iter().map(|&code| (code, 0)).collect();
    named(table, Role::Area, &counts, lang, |name, _| name.to_owned())
}

fn span(s: &Summary, lang: Lang) -> String {
    match s.years {
        Some((from, to)) if from < to => {
            m::SPAN_MANY.fill(lang, &[("from", &from.to_string()), ("to", &to.to_string())])
        }
        Some((year, _)) => m::SPAN_ONE.fill(lang, &[("year", &year.to_string())]),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::unbroken;

    #[test]
    fn numerals_stay_with_their_units() {
        assert_eq!(unbroken("近17亿元，3 个"), "近\u{2060}17\u{2060}亿\u{2060}元，3 个");
        let span = "2019\u{2060}—\u{2060}2022\u{2060}年 · 2020\u{2060}–\u{2060}2021";
        assert_eq!(unbroken("2019—2022年 · 2020–2021"), span);
        let unit = "755\u{2060}元\u{2060}/\u{2060}人\u{2060}·\u{2060}月，是城市";
        assert_eq!(unbroken("755元/人·月，是城市"), unit);
        assert_eq!(unbroken("杜集区/承德市"), "杜集区/承德市");
    }
}
