//! What lies on the desk: the page's own data, or what a reader opened in its place, and what is being opened. What a
//! reader has stays until the new table stands.

use std::rc::Rc;
use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Answers;
use crate::base::failure::Failure as Code;
use crate::browser::intake::Refusal;
use crate::browser::worker::{Progress, Source, Worker, WorkerError};
use crate::import::Plan;
use crate::session::{Head, Session, wire};

/// A handle to the desk; cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    own: StoredValue<Arc<Mutex<Session>>>,
    /// What is looked at; nothing while the table that the page's address names is on its way.
    shown: RwSignal<Option<Shown>, LocalStorage>,
    /// What is being opened.
    pub opening: RwSignal<Option<Opening>>,
    /// Why the last thing was not opened.
    pub failure: RwSignal<Option<Failure>>,
    /// The worker that opens, until it has.
    worker: StoredValue<Option<Rc<Worker>>, LocalStorage>,
    /// Counts what was opened or given up, so that what comes late is known.
    turn: StoredValue<usize>,
}

/// What is looked at.
enum Shown {
    /// The page's own data.
    Own,
    /// A reader's.
    Theirs(Theirs),
}

/// A reader's table.
struct Theirs {
    name: String,
    source: Source,
    worker: Rc<Worker>,
    head: Head,
    /// What its columns are read as; no columns where nobody can say.
    plan: Plan,
    /// Whether it is what was looked at before, read or used otherwise.
    is_again: bool,
}

/// Something on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// What it is called.
    pub name: String,
    /// How far it is, once that is known.
    pub progress: Option<Progress>,
}

/// Something that was not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What it is called.
    pub name: String,
    /// Why.
    pub reason: Reason,
}

/// Why something was not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It may not be.
    Refused(Refusal),
    /// It could not be.
    Failed(WorkerError),
}

impl Desk {
    /// A desk with the page's own data at hand, and on it unless something else is asked for first.
    #[must_use]
    pub fn new(own: Session, is_shown: bool) -> Self {
        Self {
            own: StoredValue::new(Arc::new(Mutex::new(own))),
            shown: RwSignal::new_local(is_shown.then_some(Shown::Own)),
            opening: RwSignal::new(None),
            failure: RwSignal::new(None),
            worker: StoredValue::new_local(None),
            turn: StoredValue::new(0),
        }
    }

    /// Whoever answers about what is looked at, and its name where it is a reader's; tracked. `None` while there is
    /// nothing to look at yet.
    #[must_use]
    pub fn answers(self) -> Option<(Answers, Option<String>)> {
        self.shown.with(|shown| match shown.as_ref()? {
            Shown::Own => Some((Answers::of_page(self.own.get_value()), None)),
            Shown::Theirs(theirs) => {
                let answers = Answers::of_worker(theirs.worker.clone(), theirs.head.clone());
                Some((answers, Some(theirs.name.clone())))
            }
        })
    }

    /// Whether what is looked at is what was looked at before, read or used otherwise: what a reader chose still holds.
    #[must_use]
    pub fn is_again(self) -> bool {
        self.shown.with_untracked(|shown| matches!(shown, Some(Shown::Theirs(t)) if t.is_again))
    }

    /// What the columns of a reader's table are read as; no columns where nobody can say.
    #[must_use]
    pub fn plan(self) -> Plan {
        self.shown.with_untracked(|shown| match shown {
            Some(Shown::Theirs(theirs)) => theirs.plan.clone(),
            _ => Plan::default(),
        })
    }

    /// Opens something in place of what is looked at. What was being opened before is given up.
    pub fn open(self, source: Source) {
        self.open_by(source, None);
    }

    /// Reads a reader's table once more, by another plan.
    pub fn reread(self, plan: Plan) {
        let source = self.shown.with_untracked(|shown| match shown {
            Some(Shown::Theirs(theirs)) => Some(theirs.source.clone()),
            _ => None,
        });
        if let Some(source) = source {
            self.open_by(source, Some(plan));
        }
    }

    fn open_by(self, source: Source, plan: Option<Plan>) {
        self.give_up();
        let name = source.name();
        let turn = self.turn.get_value();
        self.failure.set(None);
        self.opening.set(Some(Opening { name: name.clone(), progress: None }));
        spawn_local(async move {
            let brought = self.bring(source, plan, turn).await;
            // Given up, or something else is being opened by now.
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            self.opening.set(None);
            self.worker.set_value(None);
            match brought {
                Ok(theirs) => self.show(Shown::Theirs(theirs)),
                Err(error) => self.fail(Failure { name, reason: Reason::Failed(error) }),
            }
        });
    }

    /// Says why something is not opened.
    pub fn fail(self, failure: Failure) {
        if let Reason::Failed(error) = &failure.reason {
            // For whoever looks after the page; a reader is told in words.
            leptos::logging::log!("{}: {error}", failure.name);
        }
        self.failure.set(Some(failure));
        if self.shown.with_untracked(Option::is_none) {
            self.show(Shown::Own);
        }
    }

    /// Gives up what is being opened.
    pub fn give_up(self) {
        self.turn.update_value(|turn| *turn += 1);
        if let Some(worker) = self.worker.try_update_value(Option::take).flatten() {
            worker.close();
        }
        self.opening.set(None);
    }

    /// Gives up what is being opened, and shows what there is.
    pub fn cancel(self) {
        self.give_up();
        if self.shown.with_untracked(Option::is_none) {
            self.show(Shown::Own);
        }
    }

    /// Back to the page's own data.
    pub fn back(self) {
        self.failure.set(None);
        self.show(Shown::Own);
    }

    /// Takes over the head of a reader's table whose columns are used otherwise from now on, as the plan says.
    pub fn recast(self, head: &[u8], plan: Plan) {
        let Ok(head) = wire::read_head(head) else { return };
        self.shown.update(|shown| {
            if let Some(Shown::Theirs(theirs)) = shown {
                (theirs.head, theirs.plan, theirs.is_again) = (head, plan, true);
            }
        });
    }

    fn show(self, shown: Shown) {
        let before = self.shown.try_update_untracked(|now| now.replace(shown)).flatten();
        self.shown.notify();
        if let Some(Shown::Theirs(theirs)) = before {
            // Its memory is needed, and nobody asks it any more.
            theirs.worker.close();
        }
    }

    async fn bring(
        self,
        source: Source,
        plan: Option<Plan>,
        turn: usize,
    ) -> Result<Theirs, WorkerError> {
        let worker = Rc::new(Worker::start().await?);
        if self.turn.try_get_value() != Some(turn) {
            return Err(WorkerError::new(Code::Cancelled.id(), ""));
        }
        self.worker.set_value(Some(worker.clone()));
        let tell = move |progress: Progress| {
            if self.turn.try_get_value() == Some(turn) {
                self.opening.update(|opening| {
                    if let Some(opening) = opening {
                        opening.progress = Some(progress);
                    }
                });
            }
        };
        let internal = |message: String| WorkerError::new(Code::Internal.id(), message);
        let is_again = plan.is_some();
        let wanted = plan.map(|plan| serde_json::to_string(&plan)).transpose();
        let wanted = wanted.map_err(|error| internal(error.to_string()))?;
        let opened = worker.open(source.clone(), wanted.as_deref(), tell).await?;
        let head = wire::read_head(&opened.head).map_err(internal)?;
        let plan = serde_json::from_str(&opened.plan).unwrap_or_default();
        Ok(Theirs { name: source.name(), source, worker, head, plan, is_again })
    }
}

/// The desk this component's explorer lies on.
#[must_use]
pub fn use_desk() -> Desk {
    // Provided by the application's root, above every component that calls this.
    expect_context::<Desk>()
}
