//! [`AppState`] ↔ the fragment of a link: versioned, readable, only what differs from the default.
//!
//! `v=1&view=chart&f.place=weihai_etdz,chengde&t.time=2019..2022&sel=…`: `f.` keys choose values of a column,
//! `t.` keys days. Browsers hand a fragment back percent-encoded, so the codec owns encoding, Chinese included.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::app::{
    AppState, Comparison, Grouping, Mark, Measure, PosterFormat, StoryPlace, Theme, View,
};
use super::migrate::{VERSION, migrate};
use crate::base::date::{Day, PartialDate, civil};
use crate::base::lang::Lang;
use crate::query::{Clause, Filter, SortKey};

/// Characters with a meaning in the codec or that fragments may not hold. Chinese stays as it is.
const RESERVED: &AsciiSet = &CONTROLS
    .add(b'%')
    .add(b'&')
    .add(b'=')
    .add(b',')
    .add(b'#')
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'+')
    .add(b'\\')
    .add(b'^')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Keys that name blocks of the poster begin so.
const BLOCK_NAME: &str = "poster.name.";

/// A key of a link whose value could not be read; the default stands in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkProblem {
    /// The key.
    pub key: String,
    /// What stood there.
    pub found: String,
}

/// Writes the state as a fragment without the leading `#`.
#[must_use]
pub fn write_link(state: &AppState) -> String {
    let untouched = AppState { view: state.view, ..AppState::default() };
    let mut pairs: Vec<(String, String)> = vec![("v".into(), VERSION.to_string())];
    if state.view != AppState::default().view {
        pairs.push(("view".into(), state.view.id().into()));
    }
    if *state != untouched {
        choices(state, &mut pairs);
    }
    let parts: Vec<String> = pairs.into_iter().map(|(k, v)| format!("{k}={v}")).collect();
    parts.join("&")
}

/// Adds what a reader has chosen beside the view.
#[inline(never)] // Not in the first view, where nothing is chosen yet.
fn choices(state: &AppState, pairs: &mut Vec<(String, String)>) {
    let default = AppState::default();
    let mut put = |key: &str, value: String, plain: bool| {
        if !value.is_empty() && !plain {
            pairs.push((key.to_owned(), value));
        }
    };
    let o = &state.options;
    for (column, clause) in state.filter.iter() {
        match clause {
            Clause::AnyOf(values) => {
                put(&format!("f.{}", encode(column)), list(values.iter()), false);
            }
            Clause::During(from, to) => {
                put(&format!("t.{}", encode(column)), days(*from, *to), false);
            }
            Clause::Text(text) => put(Filter::TEXT, encode(text), false),
            Clause::Between(from, to) => {
                put(&format!("n.{}", encode(column)), numbers(*from, *to), false);
            }
            Clause::Codes(..) => {}
        }
    }
    put("mark", o.mark.id().into(), o.mark == default.options.mark);
    put("measure", o.measure.id().into(), o.measure == default.options.measure);
    put("kind", encode(&o.kind), false);
    put("value", encode(&o.value), false);
    put("x", encode(&o.x), false);
    put("y", encode(&o.y), false);
    put("size", encode(&o.size), false);
    put("group", encode(&o.group), false);
    put("split", encode(&o.split), false);
    put("facets", "1".into(), !o.facets);
    put("log", "1".into(), !o.log);
    put("promises", o.promises.id().into(), o.promises == default.options.promises);
    put("lanes", encode(&o.lanes), false);
    put("window", o.window.map(|(a, b)| days(Some(a), Some(b))).unwrap_or_default(), false);
    put("sort", o.sort.as_ref().map(sort).unwrap_or_default(), false);
    put("columns", list(o.columns.iter()), false);
    put("poster", o.poster.format.id().into(), o.poster.format == default.options.poster.format);
    put("poster.title", encode(&o.poster.title), false);
    put("poster.blocks", list(o.poster.blocks.iter()), false);
    for (block, name) in &o.poster.names {
        put(&format!("{BLOCK_NAME}{}", encode(block)), encode(name), false);
    }
    put("story", state.story.as_ref().map(story).unwrap_or_default(), false);
    put("compare", o.comparison.id().into(), o.comparison == default.options.comparison);
    put("subject", encode(&o.subject), false);
    put("per", encode(&o.per), false);
    put("left", encode(&o.left), false);
    put("right", encode(&o.right), false);
    put("unfolded", encode(&o.unfolded), false);
    put("sel", state.selection.as_deref().map(encode).unwrap_or_default(), false);
    put("lang", state.lang.map(|l| l.id().to_owned()).unwrap_or_default(), false);
    put("theme", state.theme.id().into(), state.theme == default.theme);
    put("embed", "1".into(), !state.embed);
}

/// Reads a fragment, with or without the leading `#`. Unknown keys are ignored; a value that cannot be read leaves
/// the default and is reported.
#[must_use]
pub fn read_link(fragment: &str) -> (AppState, Vec<LinkProblem>) {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let pairs: Vec<(String, String)> = fragment
        .split('&')
        .filter_map(|part| part.split_once('='))
        .map(|(k, v)| (decode(k), v.to_owned()))
        .collect();
    let (mut state, mut problems) = (AppState::default(), Vec::new());
    if !pairs.is_empty() {
        read_pairs(pairs, &mut state, &mut problems);
    }
    (state, problems)
}

#[inline(never)] // Not in the first view, to which no link leads.
fn read_pairs(pairs: Vec<(String, String)>, state: &mut AppState, problems: &mut Vec<LinkProblem>) {
    let version = pairs.iter().find(|(k, _)| k == "v").and_then(|(_, v)| v.parse().ok());
    for (key, value) in migrate(pairs, version) {
        if read_pair(state, &key, &value).is_none() {
            problems.push(LinkProblem { key, found: decode(&value) });
        }
    }
}

/// Takes one pair over; `None` if its value cannot be read.
fn read_pair(state: &mut AppState, key: &str, value: &str) -> Option<()> {
    let o = &mut state.options;
    let text = || decode(value);
    let flag = || match value {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    };
    match key {
        "v" => drop(value.parse::<u32>().ok()?),
        "view" => state.view = View::from_id(value)?,
        "mark" => o.mark = Mark::from_id(value)?,
        "measure" => o.measure = Measure::from_id(value)?,
        "kind" => o.kind = text(),
        "value" => o.value = text(),
        "x" => o.x = text(),
        "y" => o.y = text(),
        "size" => o.size = text(),
        "group" => o.group = text(),
        "split" => o.split = text(),
        "facets" => o.facets = flag()?,
        "log" => o.log = flag()?,
        "promises" => o.promises = Grouping::from_id(value)?,
        "lanes" => o.lanes = text(),
        "window" => match read_days(value)? {
            (Some(from), Some(to)) if from != to => o.window = Some((from, to)),
            _ => return None,
        },
        "sort" => {
            let (column, order) = value.rsplit_once('.').unwrap_or((value, "asc"));
            let descending = match order {
                "asc" => false,
                "desc" => true,
                _ => return None,
            };
            o.sort = Some(SortKey { column: decode(column), descending });
        }
        "columns" => o.columns = read_list(value),
        "poster" => o.poster.format = PosterFormat::from_id(value)?,
        "poster.title" => o.poster.title = text(),
        "poster.blocks" => o.poster.blocks = read_list(value),
        "story" => state.story = Some(read_story(value)?),
        "compare" => o.comparison = Comparison::from_id(value)?,
        "subject" => o.subject = text(),
        "per" => o.per = text(),
        "left" => o.left = text(),
        "right" => o.right = text(),
        "unfolded" => o.unfolded = text(),
        "sel" => state.selection = Some(text()).filter(|key| !key.is_empty()),
        "lang" => state.lang = Some(Lang::from_id(value)?),
        "theme" => state.theme = Theme::from_id(value)?,
        "embed" => state.embed = flag()?,
        Filter::TEXT => state.filter.set(Filter::TEXT, Clause::Text(text())),
        _ => {
            if let Some(block) = key.strip_prefix(BLOCK_NAME) {
                let name = Some(text()).filter(|name| !name.is_empty())?;
                o.poster.names.insert(block.to_owned(), name);
            } else if let Some(column) = key.strip_prefix("f.") {
                let values = read_list(value).into_iter().collect();
                state.filter.set(column, Clause::AnyOf(values));
            } else if let Some(column) = key.strip_prefix("t.") {
                let (from, to) = read_days(value)?;
                state.filter.set(column, Clause::During(from, to));
            } else if let Some(column) = key.strip_prefix("n.") {
                let (from, to) = read_numbers(value)?;
                state.filter.set(column, Clause::Between(from, to));
            }
        }
    }
    Some(())
}

/// Numbers as `from..to`; an open end is left out.
fn numbers(from: f64, to: f64) -> String {
    let number = |n: f64| if n.is_finite() { n.to_string() } else { String::new() };
    format!("{}..{}", number(from), number(to))
}

/// Numbers written as `from..to`; `None` if they are none, both missing, or the wrong way round.
fn read_numbers(text: &str) -> Option<(f64, f64)> {
    let (from, to) = text.split_once("..")?;
    let number = |text: &str, open: f64| match text {
        "" => Some(open),
        _ => text.parse().ok().filter(|n: &f64| n.is_finite()),
    };
    let (from, to) = (number(from, f64::NEG_INFINITY)?, number(to, f64::INFINITY)?);
    (from <= to && (from.is_finite() || to.is_finite())).then_some((from, to))
}

/// Encodes reserved ASCII only; handed the whole text, the crate would encode every Chinese character too.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.extend(utf8_percent_encode(c.encode_utf8(&mut [0; 4]), RESERVED));
        } else {
            out.push(c);
        }
    }
    out
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn list<'a>(values: impl Iterator<Item = &'a String>) -> String {
    values.map(|v| encode(v)).collect::<Vec<_>>().join(",")
}

fn read_list(text: &str) -> Vec<String> {
    text.split(',').filter(|v| !v.is_empty()).map(decode).collect()
}

fn sort(key: &SortKey) -> String {
    format!("{}.{}", encode(&key.column), if key.descending { "desc" } else { "asc" })
}

/// A place in a story: its id and, after a dot, the step.
fn story(place: &StoryPlace) -> String {
    format!("{}.{}", encode(&place.story), place.step)
}

/// A place in a story; without a step it is the first one.
fn read_story(value: &str) -> Option<StoryPlace> {
    let (story, step) = value.rsplit_once('.').unwrap_or((value, "1"));
    let step = step.parse().ok().filter(|step| *step > 0)?;
    (!story.is_empty()).then(|| StoryPlace { story: decode(story), step })
}

/// Days as `from..to`, whole years as years; an open end is left out.
fn days(from: Option<Day>, to: Option<Day>) -> String {
    let date = |day: Option<Day>, year_edge: fn(PartialDate) -> Day| {
        day.map_or(String::new(), |day| {
            let (y, m, d) = civil(day);
            let year = PartialDate::Year(y);
            if year_edge(year) == day { year } else { PartialDate::Day(y, m, d) }.to_string()
        })
    };
    format!("{}..{}", date(from, PartialDate::first_day), date(to, PartialDate::last_day))
}

/// Days written as `from..to`; `None` if they are no dates, both missing, or the wrong way round.
fn read_days(text: &str) -> Option<(Option<Day>, Option<Day>)> {
    let (from, to) = text.split_once("..")?;
    let date = |text: &str| match text {
        "" => Some(None),
        _ => text.parse::<PartialDate>().ok().map(Some),
    };
    let from = date(from)?.map(PartialDate::first_day);
    let to = date(to)?.map(PartialDate::last_day);
    match (from, to) {
        (None, None) => None,
        (Some(from), Some(to)) if from > to => None,
        days => Some(days),
    }
}
