//! Maps of readers' own under the table that is looked at: taken, put away, or opened as tables after all.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Beginning, By, Failure, OpenedTables, Opening, Reason, Shown, Theirs};
use crate::browser::worker::{Source, Worker, WorkerError};
use crate::import::is_map_name;
use crate::session::wire;
use crate::ui::focus;

impl OpenedTables {
    /// The file of the map that the reader or the page put under the table that is looked at.
    #[must_use]
    pub fn map(self) -> Option<Source> {
        self.shown.with_untracked(|shown| match shown {
            Some(Shown::Theirs(theirs)) => theirs.map.clone(),
            _ => None,
        })
    }

    /// Puts the map of a file under the table that is looked at.
    pub fn use_map(self, source: Source) {
        self.lay(source, false);
    }

    /// Opens the file of the map as a table of its own.
    pub fn open_map_as_table(self) {
        if let Some(source) = self.map() {
            self.open_by(source, By::Reader);
        }
    }

    /// Takes the map away that was put under the table.
    pub fn put_map_away(self) {
        let Some(worker) = self.map_reader() else { return };
        let turn = self.turn.get_value();
        spawn_local(async move {
            if let Ok(Some(head)) = worker.map(None, "", false).await
                && self.turn.try_get_value() == Some(turn)
            {
                self.laid(&head, None, Beginning::Link);
            }
        });
    }

    /// Takes a file that a reader hands over for the map of the table that is looked at, where it may be one; where the
    /// table's areas are not on it, it is opened as a table. Gives whether it is tried.
    pub(super) fn try_map(self, source: &Source) -> bool {
        let is_asked = self.asked.with_untracked(Option::is_some);
        let may_be = is_map_name(&source.name()) && !matches!(source, Source::Files(_));
        let is_tried = !is_asked && may_be && self.map_reader().is_some();
        if is_tried {
            self.lay(source.clone(), true);
        }
        is_tried
    }

    /// The worker of the reader's table that is looked at.
    fn map_reader(self) -> Option<Rc<Worker>> {
        self.shown.with_untracked(|shown| match shown {
            Some(Shown::Theirs(theirs)) => Some(theirs.worker.clone()),
            _ => None,
        })
    }

    fn lay(self, source: Source, is_tried: bool) {
        let Some(worker) = self.map_reader() else { return };
        self.give_up();
        self.failure.set(None);
        let (name, turn) = (source.name(), self.turn.get_value());
        self.opening.set(Some(Opening { name: name.clone(), progress: None }));
        let lang = self.lang.get_value().id();
        spawn_local(async move {
            let head = worker.map(Some(source.clone()), lang, is_tried).await;
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            self.opening.set(None);
            match head {
                Ok(Some(head)) => self.laid(&head, Some(source), Beginning::Map),
                // Told as any other file that cannot be opened.
                _ if is_tried => self.open_by(source, By::Reader),
                Ok(None) => {}
                Err(error) => self.fail(Failure { name, reason: Reason::Failed(error) }),
            }
        });
    }

    fn laid(self, head: &[u8], map: Option<Source>, beginning: Beginning) {
        let Ok(head) = wire::read_head(head) else { return };
        self.beginning.set_value(beginning);
        focus::carry_over();
        self.shown.update(|shown| {
            if let Some(Shown::Theirs(theirs)) = shown {
                (theirs.head, theirs.map) = (head, map);
            }
        });
    }

    /// The map that goes with what is opened: that of the table that is read again, or the one that the page names.
    pub(super) fn map_for(self, by: &By) -> Option<Source> {
        match by {
            By::Again(..) | By::Other(_) => self.map(),
            By::Address | By::Home | By::Page => self.linked_map.get_value(),
            _ => None,
        }
    }
}

impl Theirs {
    /// The same on a map. Gives also why it is not, where it cannot be.
    pub(super) async fn on_map(
        mut self,
        map: Option<Source>,
        lang: &str,
    ) -> (Self, Option<(String, WorkerError)>) {
        let Some(source) = map else { return (self, None) };
        match self.worker.map(Some(source.clone()), lang, false).await {
            Ok(head) => {
                let head = head.and_then(|head| wire::read_head(&head).ok());
                if let Some(head) = head {
                    (self.head, self.map) = (head, Some(source));
                }
                (self, None)
            }
            Err(error) => (self, Some((source.name(), error))),
        }
    }
}
