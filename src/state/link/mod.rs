//! [`AppState`] ↔ the fragment of a link: versioned, readable, only what differs from the default.
//!
//! `v=1&view=chart&f.place=weihai_etdz,chengde&t.time=2019..2022&sel=…`: `f.` keys choose values of a column,
//! `t.` keys days, `n.` keys numbers. `table=name,bytes,checksum` says that the rest is about a file of the reader's own.
//!
//! A link is written to be passed on: it has no characters but unreserved ones, `=`, `&`, `,` and escapes, and ends in
//! none that a messenger takes for the end of a sentence. It is read as forgivingly as can be (`mend`), and what cannot
//! be read is told.

mod mend;
mod text;

use super::app::{AppState, Comparison, Grouping, Mark, Measure, PosterFormat, Theme, View};
use super::migrate::{VERSION, migrate};
use crate::base::lang::Lang;
use crate::query::{Clause, Filter};
use mend::{ends_loosely, mend};
use text::{
    days, decode, encode, list, numbers, own, read_days, read_list, read_numbers, read_own,
    read_sort, read_story, sort, story,
};

/// Keys that name blocks of the poster begin so.
const BLOCK_NAME: &str = "poster.name.";

/// A part of a link that could not be read; the default stands in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkProblem {
    /// The key.
    pub key: String,
    /// What stood there; empty where nothing did.
    pub found: String,
}

/// Writes the state as a fragment without the leading `#`.
#[must_use]
pub fn write_link(state: &AppState) -> String {
    let untouched = AppState { view: state.view, ..AppState::default() };
    let version = format!("v={VERSION}");
    if *state == untouched && state.view == AppState::default().view {
        return version;
    }
    let mut pairs: Vec<(String, String)> = Vec::new();
    if state.view != AppState::default().view {
        pairs.push(("view".into(), state.view.id().into()));
    }
    // The version comes first, unless the link would end in what may be lost or be taken for what was added.
    let is_loose = *state != untouched && choices(state, &mut pairs);
    let mut parts: Vec<String> = pairs.into_iter().map(|(k, v)| format!("{k}={v}")).collect();
    parts.insert(if is_loose { parts.len() } else { 0 }, version);
    parts.join("&")
}

/// Adds what a reader has chosen beside the view; gives whether the last of it ends loosely.
#[inline(never)] // Not in the first view, where nothing is chosen yet.
fn choices(state: &AppState, pairs: &mut Vec<(String, String)>) -> bool {
    let default = AppState::default();
    let mut put = |key: &str, value: String, plain: bool| {
        if !value.is_empty() && !plain {
            pairs.push((key.to_owned(), value));
        }
    };
    let o = &state.options;
    put("table", state.table.as_ref().map(own).unwrap_or_default(), false);
    for (column, clause) in state.filter.iter() {
        if let Some((key, value)) = clause_pair(column, clause) {
            put(&key, value, false);
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
    pairs.last().is_some_and(|(_, value)| ends_loosely(value))
}

/// A column's clause as a key and its value; `None` of what links do not carry.
fn clause_pair(column: &str, clause: &Clause) -> Option<(String, String)> {
    let key = |prefix: &str| format!("{prefix}.{}", encode(column));
    Some(match clause {
        Clause::AnyOf(values) => (key("f"), list(values.iter())),
        Clause::During(from, to) => (key("t"), days(*from, *to)),
        Clause::Text(text) => (Filter::TEXT.to_owned(), encode(text)),
        Clause::Between(from, to) => (key("n"), numbers(*from, *to)),
        Clause::Codes(..) => return None,
    })
}

/// What to tell of a clause that the table cannot have: the link's own words.
#[must_use]
pub fn clause_problem(column: &str, clause: &Clause) -> Option<LinkProblem> {
    let (key, value) = clause_pair(column, clause)?;
    Some(LinkProblem { key: decode(&key), found: decode(&value) })
}

/// Reads a fragment, with or without the leading `#`, as it was written or as others have passed it on. What cannot be
/// read leaves the default and is reported.
#[must_use]
pub fn read_link(fragment: &str) -> (AppState, Vec<LinkProblem>) {
    let (mut state, mut problems) = (AppState::default(), Vec::new());
    if !matches!(fragment, "" | "#" | "v=1" | "#v=1") {
        read_parts(&mend(fragment), &mut state, &mut problems);
    }
    (state, problems)
}

#[inline(never)] // Not in the first view, to which no link leads.
fn read_parts(fragment: &str, state: &mut AppState, problems: &mut Vec<LinkProblem>) {
    let parts = fragment.split('&').filter(|part| !part.trim().is_empty());
    let pairs: Vec<(String, String)> = parts
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .map(|(key, value)| (decode(key), value.to_owned()))
        .collect();
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
    // Without the blanks that a plus may stand for.
    let span = || decode(value).replace(' ', "");
    let flag = || match value {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    };
    match key {
        "v" => drop(value.parse::<u32>().ok()?),
        "table" => state.table = Some(read_own(value)?),
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
        "window" => match read_days(&span())? {
            (Some(from), Some(to)) if from != to => o.window = Some((from, to)),
            _ => return None,
        },
        "sort" => o.sort = Some(read_sort(value)?),
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
                let (from, to) = read_days(&span())?;
                state.filter.set(column, Clause::During(from, to));
            } else if let Some(column) = key.strip_prefix("n.") {
                let (from, to) = read_numbers(&span())?;
                state.filter.set(column, Clause::Between(from, to));
            } else {
                return None;
            }
        }
    }
    Some(())
}
