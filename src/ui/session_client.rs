//! Where the answers to an explorer's questions come from: a session on the page's own thread, which answers in the same
//! turn, or a worker, whose answers come later.

use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::base::failure::Failure;
use crate::base::text_table::TextTable;
use crate::browser::worker::{Worker, WorkerError};
use crate::column::Table;
use crate::session::{Answer, Head, Portable, Question, Session, wire};

/// Who answers.
#[derive(Clone, Copy)]
enum Respondent {
    /// A session on the page's own thread.
    Page(StoredValue<Arc<Mutex<Session>>>),
    /// A session in a worker.
    Worker(StoredValue<Rc<Worker>, LocalStorage>),
}

/// The client of a session: a handle to whatever answers; cheap to copy.
#[derive(Clone, Copy)]
pub struct SessionClient {
    respondent: Respondent,
    head: StoredValue<Arc<Head>>,
    table: StoredValue<Arc<Table>>,
    /// Questions that are on their way.
    waiting: StoredValue<usize>,
    /// Whether there are any: told only when the first is asked and the last is answered.
    is_waiting: RwSignal<bool>,
    /// Why the last question was not answered.
    failure: RwSignal<Option<WorkerError>>,
    /// Questions are numbered by the place they are asked from: a newer one of the same place replaces the older.
    places: StoredValue<usize>,
    /// Told when the page's own data have more to say than when they were asked.
    more: Trigger,
}

impl SessionClient {
    /// A session on the page's own thread.
    #[must_use]
    pub fn of_page(session: Arc<Mutex<Session>>) -> Self {
        let head = session.lock().unwrap_or_else(PoisonError::into_inner).head();
        Self::new(Respondent::Page(StoredValue::new(session)), head)
    }

    /// A session in a worker, and its head.
    #[must_use]
    pub fn of_worker(worker: Rc<Worker>, head: Head) -> Self {
        Self::new(Respondent::Worker(StoredValue::new_local(worker)), head)
    }

    fn new(respondent: Respondent, head: Head) -> Self {
        let table = Arc::new(head.table.clone());
        Self {
            respondent,
            head: StoredValue::new(Arc::new(head)),
            table: StoredValue::new(table),
            waiting: StoredValue::new(0),
            is_waiting: RwSignal::new(false),
            failure: RwSignal::new(None),
            places: StoredValue::new(0),
            more: Trigger::new(),
        }
    }

    /// Takes over that a session on the page's own thread has more to tell of the same rows, and asks everything anew.
    pub fn renew(self) {
        let Respondent::Page(session) = self.respondent else { return };
        let Some(session) = session.try_get_value() else { return };
        let head = session.lock().unwrap_or_else(PoisonError::into_inner).head();
        self.table.set_value(Arc::new(head.table.clone()));
        self.head.set_value(Arc::new(head));
        self.more.notify();
    }

    /// What is known before anything is asked.
    #[must_use]
    pub fn head(self) -> Arc<Head> {
        self.head.get_value()
    }

    /// The table's columns and dictionaries, with no row.
    #[must_use]
    pub fn table(self) -> Arc<Table> {
        self.table.get_value()
    }

    /// Whether answers come later than the turn they are asked for in.
    #[must_use]
    pub const fn come_later(self) -> bool {
        matches!(self.respondent, Respondent::Worker(_))
    }

    /// Whether answers are waited for; tracked.
    #[must_use]
    pub fn is_waiting(self) -> bool {
        self.is_waiting.get()
    }

    /// Why the last question was not answered; `None` where it was.
    #[must_use]
    pub const fn failure(self) -> RwSignal<Option<WorkerError>> {
        self.failure
    }

    /// Asks whenever the question changes and holds the last answer: on the page's own thread always the one to the
    /// question as it stands, from a worker the former one until the next has come. `None` while nothing is asked, or
    /// nothing has come yet.
    pub fn ask<Q: Portable>(
        self,
        question: impl Fn() -> Option<Q> + Send + Sync + 'static,
    ) -> Memo<Option<Q::Answer>> {
        match self.respondent {
            Respondent::Page(session) => Memo::new(move |_| {
                self.more.track();
                Some(at_once(session, &question()?))
            }),
            Respondent::Worker(worker) => self.ask_later(worker, question),
        }
    }

    /// [`Self::ask`], of a worker. A function of its own, which waits with the second part of the program.
    #[inline(never)]
    fn ask_later<Q: Portable>(
        self,
        worker: StoredValue<Rc<Worker>, LocalStorage>,
        question: impl Fn() -> Option<Q> + Send + Sync + 'static,
    ) -> Memo<Option<Q::Answer>> {
        let answer = RwSignal::new(None);
        let question = Memo::new(move |_| question());
        let asked = Memo::new(move |_| question.get().map(Into::into));
        let hear = Callback::new(move |came: Option<Answer>| {
            answer.try_set(came.and_then(Q::read));
        });
        self.ask_worker(worker, asked, hear);
        Memo::new(move |_| answer.get())
    }

    /// The answer where it can be had at once.
    #[must_use]
    pub fn ask_now<Q: Portable>(self, question: &Q) -> Option<Q::Answer> {
        match self.respondent {
            Respondent::Page(session) => Some(at_once(session, question)),
            Respondent::Worker(_) => None,
        }
    }

    /// Asks once; where the answer can be had at once, `then` is called before this returns.
    pub fn fetch<Q: Portable>(self, question: Q, then: impl FnOnce(Option<Q::Answer>) + 'static) {
        match self.respondent {
            Respondent::Page(session) => then(Some(at_once(session, &question))),
            Respondent::Worker(worker) => {
                let (question, slot) = (question.into(), self.place());
                self.went();
                spawn_local(async move {
                    let answer = request(worker, &question, &slot).await;
                    then(self.came(answer).and_then(Q::read));
                });
            }
        }
    }

    /// Takes the guided tours over into a session on the page's own thread.
    pub fn add_stories(self, table: &TextTable) {
        if let Respondent::Page(session) = self.respondent
            && let Some(session) = session.try_get_value()
        {
            let mut session = session.lock().unwrap_or_else(PoisonError::into_inner);
            // Whoever writes a tour is told by the checks of the package; a reader is shown the sound steps.
            let _ = session.add_stories(table);
        }
    }

    /// Takes everyday words over into a session on the page's own thread.
    pub fn add_synonyms(self, table: &TextTable) {
        if let Respondent::Page(session) = self.respondent
            && let Some(session) = session.try_get_value()
        {
            let mut session = session.lock().unwrap_or_else(PoisonError::into_inner);
            // A word that leads nowhere is told by the checks of the package, and left out here.
            let _ = session.add_synonyms(table);
        }
    }

    fn place(self) -> String {
        self.places.update_value(|n| *n += 1);
        self.places.get_value().to_string()
    }

    /// Sends each question of one place; of several under way only the last is heard.
    fn ask_worker(
        self,
        worker: StoredValue<Rc<Worker>, LocalStorage>,
        question: Memo<Option<Question>>,
        hear: Callback<Option<Answer>>,
    ) {
        let slot = StoredValue::new(self.place());
        let latest = StoredValue::new(0_usize);
        Effect::new(move |_| {
            let Some(question) = question.get() else { return hear.run(None) };
            latest.update_value(|n| *n += 1);
            let this = latest.get_value();
            let slot = slot.get_value();
            self.went();
            spawn_local(async move {
                let answer = self.came(request(worker, &question, &slot).await);
                // The component that asked may be gone.
                if latest.try_get_value() == Some(this) && answer.is_some() {
                    hear.run(answer);
                }
            });
        });
    }

    /// Notes that a question is on its way.
    fn went(self) {
        self.waiting.update_value(|n| *n += 1);
        if !self.is_waiting.get_untracked() {
            self.is_waiting.set(true);
        }
    }

    /// Notes that an answer has come, or why none has.
    fn came(self, answer: Result<Answer, WorkerError>) -> Option<Answer> {
        let left = self.waiting.try_update_value(|n| {
            *n = n.saturating_sub(1);
            *n
        });
        if left == Some(0) {
            self.is_waiting.try_set(false);
        }
        match answer {
            Ok(answer) => {
                if self.failure.try_with_untracked(Option::is_some) == Some(true) {
                    self.failure.try_set(None);
                }
                Some(answer)
            }
            Err(error) => {
                // A table that was put away asks nothing more; one whose worker is gone has said so.
                if !error.is_cancelled() && error.failure != Failure::Closed {
                    leptos::logging::log!("{error}");
                    self.failure.try_set(Some(error));
                }
                None
            }
        }
    }
}

fn at_once<Q: Portable>(session: StoredValue<Arc<Mutex<Session>>>, question: &Q) -> Q::Answer {
    let session = session.get_value();
    // A session that panicked in the middle of an answer still has its table whole.
    let mut session = session.lock().unwrap_or_else(PoisonError::into_inner);
    question.answer(&mut session)
}

async fn request(
    worker: StoredValue<Rc<Worker>, LocalStorage>,
    question: &Question,
    slot: &str,
) -> Result<Answer, WorkerError> {
    let internal = |message: String| WorkerError::new(Failure::Internal, message);
    let closed = || WorkerError::new(Failure::Closed, "");
    let worker = worker.try_get_value().ok_or_else(closed)?;
    let bytes = wire::write_question(question).map_err(internal)?;
    let answer = worker.ask(&bytes, slot).await?;
    wire::read_answer(&answer).map_err(internal)
}
