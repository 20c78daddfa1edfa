//! [`AppState`] ↔ the fragment of a link: versioned, readable, only what differs from the default.
//!
//! `v=1&view=chart&f.place=weihai_etdz,chengde&t.time=2019..2022&sel=…`: `f.` keys choose values of a column,
//! `t.` keys days, `n.` keys numbers. `table=name,bytes,checksum` says that the rest is about a file of the reader's own.
//!
//! A link is written to be passed on: it has no characters but unreserved ones, `=`, `&`, `,` and escapes, and ends in
//! none that a messenger takes for the end of a sentence. It is read as forgivingly as can be (`mend`), and what cannot
//! be read is told.

mod amend;
mod keys;
mod mend;
mod text;
mod value;

use super::app::{AppState, View};
use super::migrate::{VERSION, migrate};
use crate::query::Clause;
use keys::{clause_pair, pairs, read_pair};
use mend::{ends_loosely, mend};
use text::decode;

pub use amend::amended;
pub use keys::{Names, drop_unknown};

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
    let version = format!("v={VERSION}");
    let untouched = AppState { view: state.view, ..AppState::default() };
    match state.view {
        _ if *state != untouched => choices(state, version),
        View::Overview => version,
        view => format!("{version}&view={}", view.id()),
    }
}

/// What a reader has chosen, beside the version.
#[inline(never)] // Not in the first view, where nothing is chosen yet.
fn choices(state: &AppState, version: String) -> String {
    let pairs = pairs(state);
    // The version comes first, unless the link would end in what may be lost or be taken for what was added.
    let is_loose = pairs.last().is_some_and(|(_, value)| ends_loosely(value));
    let mut parts: Vec<String> = pairs.into_iter().map(|(k, v)| format!("{k}={v}")).collect();
    parts.insert(if is_loose { parts.len() } else { 0 }, version);
    parts.join("&")
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
        let is_read = match key.as_str() {
            "v" => value.parse::<u32>().is_ok(),
            _ => read_pair(state, &key, &value).is_some(),
        };
        if !is_read {
            problems.push(LinkProblem { key, found: decode(&value) });
        }
    }
}
