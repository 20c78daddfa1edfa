//! What is open: the page's own data, or what a reader opened in its place, and what is being opened. What a
//! reader has stays until the new table stands.

mod asked;
mod ground;

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{SessionClient, focus};
use crate::base::failure::Failure as Code;
use crate::base::lang::Lang;
use crate::browser::intake::Refusal;
use crate::browser::worker::{Progress, Reading, Source, Worker, WorkerError};
use crate::import::{Arrangement, Choices, Plan, Remark, Told};
use crate::model::Misfit;
use crate::session::{Head, Session, wire};
use crate::state::{AppState, OwnTable};
use asked::{Files, told};

pub use asked::Asked;

/// A handle to the tables that are open; cheap to copy.
#[derive(Clone, Copy)]
pub struct OpenedTables {
    own: StoredValue<Arc<Mutex<Session>>>,
    /// Whoever asks them now.
    client: StoredValue<Option<SessionClient>>,
    /// What is looked at; nothing while the table that the page's address names is on its way.
    shown: RwSignal<Option<Shown>, LocalStorage>,
    /// What is being opened.
    pub opening: RwSignal<Option<Opening>>,
    /// Why the last thing was not opened.
    pub failure: RwSignal<Option<Failure>>,
    /// How far the page's own data are from what their descriptor says.
    pub misfit: RwSignal<Misfit>,
    /// Whether all that was decided of a reader's table is unfolded: it stays so while it is changed.
    pub reading_unfolded: RwSignal<bool>,
    /// The table that the page's address speaks of and that is not here.
    pub asked: RwSignal<Option<Asked>>,
    files: StoredValue<Files, LocalStorage>,
    /// What was wanted of files of each shape.
    habits: StoredValue<BTreeMap<u32, Arrangement>>,
    /// The table whose address the page's own names.
    linked: StoredValue<Option<Source>, LocalStorage>,
    /// The map that the page's own address names.
    linked_map: StoredValue<Option<Source>, LocalStorage>,
    /// What the explorer of what is looked at begins with.
    beginning: StoredValue<Beginning>,
    /// What lay beside the files of a folder, and what these are called.
    beside: StoredValue<Option<(String, Remark)>>,
    /// The worker that opens, until it has.
    worker: StoredValue<Option<Rc<Worker>>, LocalStorage>,
    /// What was opened last, and by whom.
    last: StoredValue<Option<(Source, By)>, LocalStorage>,
    /// The language of whoever reads.
    lang: StoredValue<Lang>,
    /// Counts what was opened or given up, so that what comes late is known.
    turn: StoredValue<usize>,
}

/// What is looked at.
enum Shown {
    /// The page's own data.
    Own,
    /// A reader's.
    Theirs(Box<Theirs>),
}

/// A reader's table.
struct Theirs {
    name: String,
    source: Source,
    worker: Rc<Worker>,
    head: Head,
    /// What its columns are read as; no columns where nobody can say.
    plan: Plan,
    /// How it was read, and what else its file holds.
    told: Told,
    /// What the reader has chosen of that.
    choices: Choices,
    /// What tells it from other files.
    table: Option<OwnTable>,
    /// The file of the map that was put under it.
    map: Option<Source>,
}

/// What an explorer begins with.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Beginning {
    /// What the page's address says.
    #[default]
    Link,
    /// How the page looks; what is looked at is new.
    Plain,
    /// What the page's address says, on the map.
    Map,
    /// What a link says of another file, which this one stands for.
    Of(Box<AppState>),
}

/// Who has something opened.
#[derive(Clone)]
enum By {
    /// A reader, who is told where it is not what the link asks for.
    Reader,
    /// A reader, who has been told, and wants it as the link says.
    GoingOn,
    /// A reader who wants this and nothing else, or the page around this one.
    Page,
    /// The page's address.
    Address,
    /// A reader who goes back to what the page's address names.
    Home,
    /// A reader, whose last file of the same shape was wanted otherwise than it was read.
    AsBefore(Plan),
    /// A reader, who wants what is looked at read by another plan.
    Again(Plan, Choices),
    /// A reader, who wants another table of the file, or its text in another encoding.
    Other(Choices),
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

impl OpenedTables {
    /// With the page's own data at hand, and shown unless something else is asked for first.
    #[must_use]
    pub fn new(own: Session, misfit: Misfit, is_shown: bool) -> Self {
        Self {
            own: StoredValue::new(Arc::new(Mutex::new(own))),
            client: StoredValue::new(None),
            shown: RwSignal::new_local(is_shown.then_some(Shown::Own)),
            opening: RwSignal::new(None),
            failure: RwSignal::new(None),
            misfit: RwSignal::new(misfit),
            reading_unfolded: RwSignal::new(false),
            asked: RwSignal::new(None),
            files: StoredValue::new_local(Files::default()),
            habits: StoredValue::new(BTreeMap::new()),
            linked: StoredValue::new_local(None),
            linked_map: StoredValue::new_local(None),
            beginning: StoredValue::new(Beginning::Link),
            beside: StoredValue::new(None),
            worker: StoredValue::new_local(None),
            last: StoredValue::new_local(None),
            lang: StoredValue::new(Lang::default()),
            turn: StoredValue::new(0),
        }
    }

    /// Takes the page's own data over in place of their preview. Where they are the same and only tell more, the views ask
    /// anew; where somebody has replaced the tables, the explorer starts again with what its link says.
    pub fn complete(self, whole: Session, misfit: Misfit) {
        let own = self.own.get_value();
        let mut own = own.lock().unwrap_or_else(PoisonError::into_inner);
        let is_same = whole.head().has_values_of(&own.head());
        *own = whole;
        drop(own);
        if !misfit.is_none() {
            self.misfit.set(misfit);
        }
        if is_same {
            self.client.with_value(|client| client.map(SessionClient::renew));
        } else if self.shown.with_untracked(|shown| matches!(shown, Some(Shown::Own))) {
            self.beginning.set_value(Beginning::Link);
            self.shown.notify();
        }
    }

    /// Takes note of the reader's language, in which files of theirs are likelier to be.
    pub fn speak(self, lang: Lang) {
        self.lang.set_value(lang);
    }

    /// Whoever answers about what is looked at, and its name where it is a reader's; tracked. `None` while there is
    /// nothing to look at yet.
    #[must_use]
    pub fn client(self) -> Option<(SessionClient, Option<String>)> {
        self.shown.with(|shown| match shown.as_ref()? {
            Shown::Own => {
                let client = SessionClient::of_page(self.own.get_value());
                self.client.set_value(Some(client));
                Some((client, None))
            }
            Shown::Theirs(theirs) => {
                let client = SessionClient::of_worker(theirs.worker.clone(), theirs.head.clone());
                Some((client, Some(theirs.name.clone())))
            }
        })
    }

    /// What the explorer of what is looked at begins with.
    #[must_use]
    pub fn beginning(self) -> Beginning {
        self.beginning.get_value()
    }

    /// What the columns of a reader's table are read as; no columns where nobody can say.
    #[must_use]
    pub fn plan(self) -> Plan {
        self.shown.with_untracked(|shown| match shown {
            Some(Shown::Theirs(theirs)) => theirs.plan.clone(),
            _ => Plan::default(),
        })
    }

    /// How a reader's table was read, and what else its file holds; empty where nobody can say.
    #[must_use]
    pub fn told(self) -> Told {
        self.shown.with_untracked(|shown| match shown {
            Some(Shown::Theirs(theirs)) => theirs.told.clone(),
            _ => Told::default(),
        })
    }

    /// What the reader has chosen of how the table is read.
    #[must_use]
    pub fn choices(self) -> Choices {
        self.shown.with_untracked(|shown| match shown {
            Some(Shown::Theirs(theirs)) => theirs.choices.clone(),
            _ => Choices::default(),
        })
    }

    /// Opens what a reader hands over in place of what is looked at. What was being opened before is given up. A file
    /// that is not the one the link asks for is put aside until the reader decides, and a map on which the areas of the
    /// reader's table are becomes its map.
    pub fn open(self, source: Source) {
        self.beside.set_value(None);
        if !self.try_map(&source) {
            self.open_by(source, By::Reader);
        }
    }

    /// Opens the tables of a folder in which other files lay, by their names.
    pub fn open_beside(self, source: Source, others: &[String]) {
        let remark = Remark::no_tables(others.iter().map(String::as_str));
        self.beside.set_value(remark.map(|remark| (source.name(), remark)));
        self.open_by(source, By::Reader);
    }

    /// Opens what the page around this one hands over.
    pub fn open_for_page(self, source: Source) {
        self.open_by(source, By::Page);
    }

    /// Takes note of the map that the page's address names, for the table that it names or the page hands over.
    pub fn link_map(self, source: Source) {
        self.linked_map.set_value(Some(source));
    }

    /// Opens what the page's address names.
    pub fn open_linked(self, source: Source) {
        self.linked.set_value(Some(source.clone()));
        self.open_by(source, By::Address);
    }

    /// Reads a reader's table once more, by another plan.
    pub fn reread(self, plan: Plan) {
        let choices = self.choices();
        if let Some(source) = self.source() {
            self.open_by(source, By::Again(plan, choices));
        }
    }

    /// Reads a reader's table once more, by another plan and chosen otherwise.
    pub fn reread_as(self, plan: Plan, choices: Choices) {
        if let Some(source) = self.source() {
            self.open_by(source, By::Again(plan, choices));
        }
    }

    /// Reads another table of a reader's file, or its text in another encoding.
    pub fn read_as(self, choices: Choices) {
        if let Some(source) = self.source() {
            self.open_by(source, By::Other(choices));
        }
    }

    /// Where the reader's table that is looked at comes from.
    fn source(self) -> Option<Source> {
        self.shown.with_untracked(|shown| match shown {
            Some(Shown::Theirs(theirs)) => Some(theirs.source.clone()),
            _ => None,
        })
    }

    /// Whether the page with these tables is still there: work that waited for the browser asks first.
    pub fn stands(self) -> bool {
        self.turn.try_get_value().is_some()
    }

    /// Gives up what is being opened and does not come, and begins again.
    pub fn begin_again(self) {
        if let Some((source, by)) = self.last.get_value() {
            self.open_by(source, by);
        }
    }

    fn open_by(self, source: Source, by: By) {
        self.give_up();
        self.last.set_value(Some((source.clone(), by.clone())));
        let name = source.name();
        let (turn, lang) = (self.turn.get_value(), self.lang.get_value());
        self.failure.set(None);
        self.opening.set(Some(Opening { name: name.clone(), progress: None }));
        spawn_local(async move {
            let table = match by {
                By::Again(..) | By::Other(_) => self.table(),
                _ => told(&source).await,
            };
            // Given up, or something else is being opened by now.
            let is_late = move || self.turn.try_get_value() != Some(turn);
            if is_late() {
                return;
            }
            if matches!(by, By::Reader) && self.put_aside(table.as_ref(), &source) {
                return self.opening.set(None);
            }
            let (plan, choices) = match &by {
                By::Again(plan, choices) => (Some(plan.clone()), choices.clone()),
                By::Other(choices) => (None, choices.clone()),
                By::AsBefore(plan) => (Some(plan.clone()), Choices::default()),
                _ => self.wanted(table.as_ref()),
            };
            let map = self.map_for(&by);
            let brought = self.bring(source, plan, choices, turn).await;
            let (brought, unmapped) = match brought {
                Ok(theirs) => {
                    let (theirs, why) = theirs.on_map(map, lang.id()).await;
                    (Ok(theirs), why)
                }
                Err(error) => (Err(error), None),
            };
            if is_late() {
                return;
            }
            self.opening.set(None);
            self.worker.set_value(None);
            match brought {
                Ok(theirs) => {
                    if let Some(plan) = self.as_before(&theirs.plan, &by) {
                        theirs.worker.close();
                        return self.open_by(theirs.source, By::AsBefore(plan));
                    }
                    let read = read_text(&theirs.plan, &theirs.choices);
                    let table = table.map(|table| OwnTable { read, ..table });
                    self.take_over(Theirs { table, ..theirs }, &by);
                    if let Some((name, error)) = unmapped {
                        self.fail(Failure { name, reason: Reason::Failed(error) });
                    }
                }
                Err(error) => self.fail(Failure { name, reason: Reason::Failed(error) }),
            }
        });
    }

    /// What the last file of the same shape was read by, where a reader had changed it and this one is read for the first time.
    fn as_before(self, plan: &Plan, by: &By) -> Option<Plan> {
        if let By::Again(..) = by {
            self.habits.update_value(|habits| {
                habits.insert(plan.shape, plan.wanted.clone());
            });
        }
        let is_first = matches!(by, By::Reader | By::GoingOn | By::Page);
        let is_plain = plan.shape != 0 && plan.wanted == Arrangement::default();
        let wanted = self.habits.with_value(|habits| habits.get(&plan.shape).cloned())?;
        (is_first && is_plain && wanted != Arrangement::default())
            .then(|| Plan { wanted, ..Plan::default() })
    }

    /// How a link that asks for this table wants it read, where it says so.
    fn wanted(self, table: Option<&OwnTable>) -> (Option<Plan>, Choices) {
        let asked =
            self.asked.with_untracked(|asked| asked.as_ref().map(|asked| asked.table.clone()));
        let asked = asked.zip(table).filter(|(asked, table)| asked.is_same(table));
        let read = asked.map(|(asked, _)| asked.read).unwrap_or_default();
        let wanted = Arrangement::of_text(&read);
        let plan = (wanted != Arrangement::default()).then(|| Plan { wanted, ..Plan::default() });
        (plan, Choices::of_text(&read))
    }

    fn take_over(self, theirs: Theirs, by: &By) {
        if let Some(table) = &theirs.table {
            self.files.update_value(|files| files.keep(table, &theirs.source));
        }
        if !matches!(by, By::Again(..) | By::Other(_) | By::AsBefore(_)) {
            self.reading_unfolded.set(false);
        }
        let asked = self.asked.get_untracked();
        self.beginning.set_value(match (by, &asked) {
            (By::Address | By::Home | By::Again(..), _) => Beginning::Link,
            (By::GoingOn, Some(asked)) => Beginning::Of(Box::new(asked.state.clone())),
            _ => Beginning::Plain,
        });
        if !matches!(by, By::Address) {
            // Nobody is told: the explorer that stands would write its own state into the address.
            self.asked.update_untracked(|asked| *asked = None);
        }
        self.show(Shown::Theirs(Box::new(theirs)));
    }

    /// Says why something is not opened.
    pub fn fail(self, failure: Failure) {
        if let Reason::Failed(error) = &failure.reason {
            // For whoever looks after the page; a reader is told in words.
            leptos::logging::log!("{}: {error}", failure.name);
        }
        self.failure.set(Some(failure));
        self.show_something();
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
        self.show_something();
    }

    fn show_something(self) {
        if self.shown.with_untracked(Option::is_none) {
            self.beginning.set_value(Beginning::Plain);
            self.show(Shown::Own);
        }
    }

    /// Back to the page's own data.
    pub fn back(self) {
        self.failure.set(None);
        self.beginning.set_value(Beginning::Plain);
        self.asked.update_untracked(|asked| *asked = None);
        self.show(Shown::Own);
    }

    /// To what the page brings, in the state that its address says.
    fn go_home(self) {
        self.give_up();
        self.failure.set(None);
        if let Some(source) = self.linked.get_value() {
            return self.open_by(source, By::Home);
        }
        self.beginning.set_value(Beginning::Link);
        self.show(Shown::Own);
        // Told last: the explorer that stands would write its own state into the address.
        self.ask_no_more();
    }

    /// Takes over the head of a reader's table whose columns are used otherwise from now on, as the plan says.
    pub fn recast(self, head: &[u8], plan: Plan) {
        let Ok(head) = wire::read_head(head) else { return };
        self.beginning.set_value(Beginning::Link);
        focus::carry_over();
        self.shown.update(|shown| {
            if let Some(Shown::Theirs(theirs)) = shown {
                self.habits.update_value(|habits| {
                    habits.insert(plan.shape, plan.wanted.clone());
                });
                if let Some(table) = &mut theirs.table {
                    table.read = read_text(&plan, &theirs.choices);
                }
                (theirs.head, theirs.plan) = (head, plan);
            }
        });
    }

    fn show(self, shown: Shown) {
        focus::carry_over();
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
        choices: Choices,
        turn: usize,
    ) -> Result<Theirs, WorkerError> {
        let worker = Rc::new(Worker::start().await?);
        if self.turn.try_get_value() != Some(turn) {
            return Err(WorkerError::new(Code::Cancelled, ""));
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
        let internal = |message: String| WorkerError::new(Code::Internal, message);
        let wanted = plan.map(|plan| serde_json::to_string(&plan)).transpose();
        let wanted = wanted.map_err(|error| internal(error.to_string()))?;
        let spoken = Choices { lang: self.lang.get_value().id().to_owned(), ..choices.clone() };
        let spoken = serde_json::to_string(&spoken).map_err(|error| internal(error.to_string()))?;
        let reading = Reading { plan: wanted.as_deref(), choices: &spoken };
        let opened = worker.open(source.clone(), reading, tell).await?;
        let head = wire::read_head(&opened.head).map_err(internal)?;
        let plan = serde_json::from_str(&opened.plan).unwrap_or_default();
        let mut told: Told = serde_json::from_str(&opened.told).unwrap_or_default();
        let name = source.name();
        let beside = self.beside.try_get_value().flatten().filter(|(files, _)| *files == name);
        told.remarks.extend(beside.map(|(_, remark)| remark));
        Ok(Theirs { name, source, worker, head, plan, told, choices, table: None, map: None })
    }
}

/// What a link keeps of how a table is read otherwise than it would be.
fn read_text(plan: &Plan, choices: &Choices) -> String {
    let parts = [plan.wanted.text(), choices.text()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(";")
}

/// The tables of which this component's explorer shows one.
#[must_use]
pub fn use_opened_tables() -> OpenedTables {
    // Provided by the application's root, above every component that calls this.
    expect_context::<OpenedTables>()
}
