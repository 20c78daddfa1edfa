//! Links to tables that only their readers have: which file is asked for, and what is done with the one that comes.

use leptos::prelude::*;

use super::{Beginning, By, OpenedTables, Shown};
use crate::base::crc::Crc;
use crate::base::fingerprint::pieces;
use crate::browser::worker::Source;
use crate::state::{AppState, OwnTable};

/// So many of the tables that were looked at are opened again without asking when the reader goes back to them.
const KNOWN: usize = 4;

/// A table that the page's address speaks of and nobody has opened yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What tells it from others.
    pub table: OwnTable,
    /// What the address says of it. It stays in the address until the reader decides.
    pub state: AppState,
    /// A file that the reader has chosen, and that is another.
    pub other: Option<OwnTable>,
}

/// Files at hand.
#[derive(Default)]
pub(super) struct Files {
    /// What has been looked at, the last at the end.
    known: Vec<(OwnTable, Source)>,
    /// The one that was chosen in place of the one asked for.
    other: Option<Source>,
}

impl Files {
    pub(super) fn keep(&mut self, table: &OwnTable, source: &Source) {
        self.known.retain(|(known, _)| !known.is_same(table));
        self.known.push((table.clone(), source.clone()));
        let beyond = self.known.len().saturating_sub(KNOWN);
        self.known.drain(..beyond);
    }
}

impl OpenedTables {
    /// The reader's table that is looked at; `None` where its address says itself where it is.
    #[must_use]
    pub fn table(self) -> Option<OwnTable> {
        self.shown.with_untracked(|shown| match shown {
            Some(Shown::Theirs(theirs)) => theirs.table.clone(),
            _ => None,
        })
    }

    /// Asks for the table that a link is about, where it is about one.
    pub fn ask(self, state: AppState) {
        let Some(table) = state.table.clone() else { return };
        if self.asked.with_untracked(|asked| asked.as_ref().is_none_or(|a| a.state != state)) {
            self.files.update_value(|files| files.other = None);
            self.asked.set(Some(Asked { table, state, other: None }));
        }
    }

    /// No longer asks.
    pub fn ask_no_more(self) {
        if self.asked.with_untracked(Option::is_some) {
            self.files.update_value(|files| files.other = None);
            self.asked.set(None);
        }
    }

    /// Goes where a link leads that is about something else than what is looked at: back to what the page brings, to a
    /// table that is known, or to one that has to be asked for. Gives whether an explorer of the page's own data stays.
    pub fn follow(self, state: AppState) -> bool {
        let Some(table) = state.table.clone() else {
            self.go_home();
            return false;
        };
        let is_asked = |asked: &Option<Asked>| asked.as_ref().is_some_and(|a| a.state == state);
        let is_told = self.asked.with_untracked(is_asked);
        self.ask(state);
        let is_home = self.shown.with_untracked(|shown| matches!(shown, Some(Shown::Own)));
        if is_told && self.opening.with_untracked(Option::is_some) {
            // A step of the history is told twice.
            return is_home;
        }
        let mut known = None;
        self.files.with_value(|files| {
            let found = files.known.iter().find(|(known, _)| known.is_same(&table));
            known = found.map(|(_, source)| source.clone());
        });
        if let Some(source) = known {
            self.open_by(source, By::Reader);
        } else if !is_home {
            self.beginning.set_value(Beginning::Plain);
            self.show(Shown::Own);
        }
        is_home
    }

    /// Opens the file that was chosen in place of the one asked for: with what the link says of that one, or without.
    pub fn take_other(self, with_state: bool) {
        let other = self.files.try_update_value(|files| files.other.take()).flatten();
        if let Some(source) = other {
            self.open_by(source, if with_state { By::GoingOn } else { By::Page });
        }
    }

    /// What the page's address says while a table is asked for: that, in the looks that the reader has chosen. Tracked.
    #[must_use]
    pub fn in_address(self, state: AppState) -> AppState {
        self.asked.with(|asked| match asked {
            None => state,
            Some(asked) => state.dress(asked.state.clone()),
        })
    }

    /// Puts a file aside that is not the one asked for. Gives whether it was one.
    pub(super) fn put_aside(self, table: Option<&OwnTable>, source: &Source) -> bool {
        let Some(table) = table else { return false };
        let is_other = self
            .asked
            .with_untracked(|asked| asked.as_ref().is_some_and(|a| !a.table.is_same(table)));
        if is_other {
            self.files.update_value(|files| files.other = Some(source.clone()));
            self.asked.update(|asked| {
                if let Some(asked) = asked {
                    asked.other = Some(table.clone());
                }
            });
        }
        is_other
    }
}

/// What tells a file from others; `None` of what needs no telling, or cannot be read.
pub(super) async fn told(source: &Source) -> Option<OwnTable> {
    let bytes = source.size()?;
    let mut crc = Crc::new();
    for range in pieces(bytes) {
        crc.add(&source.piece(range).await?);
    }
    let name = Some(source.name()).filter(|name| !name.is_empty())?;
    Some(OwnTable { name, bytes, hash: crc.finish(), read: String::new() })
}
