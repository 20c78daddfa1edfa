//! One explorer on a page: its content, its state, and everything derived from both. No global state: several can
//! stand side by side, each provides its own through the context.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::base::lang::Lang;
use crate::base::text_table::TextTable;
use crate::browser::resize::charts_of_first_screen;
use crate::browser::worker::WorkerError;
use crate::browser::{self, link, task};
use crate::column::Table;
use crate::i18n::Message;
use crate::plot::rail::RailPart;
use crate::plot::summary::SummaryPlan;
use crate::query::Filter;
use crate::session::{Head, Portable, Rail, Selection, fit};
use crate::state::{
    Action, AppState, LinkProblem, Options, StoryPlace, Theme, TypeSize, View, read_link,
    write_link,
};
use crate::ui::parcel::Picturing;
use crate::ui::parts::Parts;
use crate::ui::widths::Widths;
use crate::ui::{OpenedTables, SessionClient, focus};

/// How long a filter must rest before answers about many rows are drawn.
const PAUSE: Duration = Duration::from_millis(150);

/// Narrow windows that are wider than a phone.
const TABLET: &str = "(min-width: 600px)";
/// A handle to one explorer; cheap to copy.
#[derive(Clone, Copy)]
pub struct Explorer {
    client: SessionClient,
    state: RwSignal<AppState>,
    parts: Parts,
    history: StoredValue<History>,
    /// The step that is yet to be put into the page's address.
    unwritten: StoredValue<Option<Step>>,
    /// The state as links tell it: the one in force, or for many rows the last one it rested at.
    linked: Signal<AppState>,
    /// Language in force.
    pub lang: ReadSignal<Lang>,
    /// Colours in force.
    pub theme: ReadSignal<Theme>,
    /// Size of type in force.
    pub type_size: ReadSignal<TypeSize>,
    /// Whether care mode is on.
    pub care: ReadSignal<bool>,
    /// View in force.
    pub view: ReadSignal<View>,
    /// Filter in force.
    pub filter: ReadSignal<Filter>,
    /// The filter whose answers are drawn large: the one in force, or for many rows the last one it rested at.
    pub drawn: Signal<Filter>,
    /// Options in force.
    pub options: ReadSignal<Options>,
    /// Key of the open row.
    pub selection: ReadSignal<Option<String>>,
    /// The step of a guided tour; none outside one.
    pub story: ReadSignal<Option<StoryPlace>>,
    /// What the reader had before the tour; none where a link led to it.
    before_story: StoredValue<Option<AppState>>,
    /// Key of the row that a guided tour is at.
    pub told: RwSignal<Option<String>>,
    /// What the rows that meet the filter come to; `None` until it is known.
    pub selected: Memo<Option<SummaryPlan>>,
    /// What can be filtered by. Which columns there are does not depend on the language, and each filter names itself.
    pub rail: Memo<Option<Vec<RailPart>>>,
    /// Whether the everyday words that a search goes by are there; `None` while nobody has asked for them.
    pub everyday: RwSignal<Option<bool>>,
    /// Parts of the link that could not be read.
    pub link_problems: RwSignal<Vec<LinkProblem>>,
    /// Makes a file of what the view in force draws, of several pictures the last; none where it draws nothing.
    pub picturing: StoredValue<Option<Picturing>>,
    /// Whether the window is too narrow for rail and detail beside the content.
    pub narrow: RwSignal<bool>,
    /// Whether the filters' sheet is open on a narrow window.
    pub sheet: RwSignal<bool>,
    /// How wide the charts are, by what they stand in.
    pub widths: Widths,
}

/// How steps become entries of the browser's history: a drag or what is typed becomes one, whose end a reader goes back
/// to, and from which back to what was before it.
#[derive(Clone, Copy)]
struct History {
    /// Whether the last step was one of a drag, or of typing.
    in_gesture: bool,
    /// Whether every step since the last entry was written belongs to the gesture of that entry.
    goes_on: bool,
}

/// A state on its way into the page's address.
#[derive(Clone)]
struct Step {
    state: AppState,
    /// Whether it takes the place of the entry before.
    goes_on: bool,
}

impl History {
    fn take(&mut self, action: &Action) {
        self.goes_on &= self.in_gesture && action.passing();
        self.in_gesture = action.passing();
    }
}

impl Explorer {
    /// An explorer of this content in this state.
    #[must_use]
    pub fn new(client: SessionClient, state: AppState, link_problems: Vec<LinkProblem>) -> Self {
        let parts = Parts::of(&state);
        let state = RwSignal::new(state);
        let (filter, lang) = (parts.filter.read_only(), parts.lang.read_only());
        let selected =
            client.ask(move || Some(Selection { filter: filter.get(), lang: lang.get() }));
        Self {
            client,
            state,
            parts,
            history: StoredValue::new(History { in_gesture: false, goes_on: true }),
            unwritten: StoredValue::new(None),
            linked: if client.come_later() { settled(state.into()) } else { state.into() },
            lang,
            theme: parts.theme.read_only(),
            type_size: parts.type_size.read_only(),
            care: parts.care.read_only(),
            view: parts.view.read_only(),
            filter,
            drawn: if client.come_later() { settled(filter.into()) } else { filter.into() },
            options: parts.options.read_only(),
            selection: parts.selection.read_only(),
            story: parts.story.read_only(),
            before_story: StoredValue::new(None),
            told: RwSignal::new(None),
            selected,
            rail: client.ask(move || Some(Rail { lang: lang.get_untracked() })),
            everyday: RwSignal::new(None),
            link_problems: RwSignal::new(link_problems),
            picturing: StoredValue::new(None),
            narrow: RwSignal::new(false),
            sheet: RwSignal::new(false),
            // The first screen is laid out while the explorer is drawn: its widths cost nothing.
            widths: Widths::begin(charts_of_first_screen()),
        }
    }

    /// What is known of the data before anything is asked.
    #[must_use]
    pub fn head(&self) -> Arc<Head> {
        self.client.head()
    }

    /// Takes the guided tours over, where the data is the page's own.
    pub fn add_stories(&self, table: &TextTable) {
        self.client.add_stories(table);
    }

    /// Takes everyday words over, where the data is the page's own, and answers anew what was searched without them.
    pub fn add_synonyms(&self, table: &TextTable) {
        self.client.add_synonyms(table);
        if self.filter.try_with_untracked(|filter| !filter.text().is_empty()) == Some(true) {
            self.parts.filter.notify();
        }
        self.everyday.try_set(Some(true));
    }

    /// Key of the row to mark: the open one, else the one that a guided tour is at. Tracked.
    #[must_use]
    pub fn marked(&self) -> Option<String> {
        self.selection.get().or_else(|| self.told.get())
    }

    /// How many times as large as designed pictures are drawn; tracked.
    #[must_use]
    pub fn magnified(&self) -> f64 {
        let stage = match (self.told.with(Option::is_some), self.narrow.get()) {
            (false, _) => 1.0,
            (true, true) if browser::media::matches(TABLET) => 1.6,
            (true, true) => 1.2,
            (true, false) => 1.75,
        };
        self.type_size.get().factor() * stage
    }

    /// Asks whenever the question changes, and holds the last answer; nothing while there is nothing to ask.
    pub fn ask<Q: Portable>(
        &self,
        question: impl Fn() -> Option<Q> + Send + Sync + 'static,
    ) -> Memo<Option<Q::Answer>> {
        self.client.ask(question)
    }

    /// The answer where it can be had at once.
    #[must_use]
    pub fn ask_now<Q: Portable>(&self, question: &Q) -> Option<Q::Answer> {
        self.client.ask_now(question)
    }

    /// Asks once; where the answer can be had at once, `then` is called before this returns. It is never called once
    /// another table stands in the place of this one.
    pub fn fetch<Q: Portable>(&self, question: Q, then: impl FnOnce(Option<Q::Answer>) + 'static) {
        let explorer = *self;
        self.client.fetch(question, move |answer| {
            if explorer.stands() {
                then(answer);
            }
        });
    }

    /// Whether this explorer is still the one that is looked at: work that waited for the browser or a worker asks before
    /// it reads anything of it.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.lang.try_get_untracked().is_some()
    }

    /// Whether answers come later than the turn they are asked for in.
    #[must_use]
    pub fn is_asked_later(&self) -> bool {
        self.client.come_later()
    }

    /// Whether answers are waited for; tracked.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.client.is_waiting()
    }

    /// Why the last question was not answered.
    #[must_use]
    pub const fn failure(&self) -> RwSignal<Option<WorkerError>> {
        self.client.failure()
    }

    /// The table's columns and dictionaries, with no row.
    #[must_use]
    pub fn table(&self) -> Arc<Table> {
        self.client.table()
    }

    /// Whether rows are figures published in releases; else they are rows of a reader's own table.
    #[must_use]
    pub fn is_published(&self) -> bool {
        self.head().rows.are_published()
    }

    /// Whether what is explored is the page's own data, to which its link leads; else it is what a reader opened.
    #[must_use]
    pub const fn is_of_page(&self) -> bool {
        !self.client.come_later()
    }

    /// Number of rows that meet the filter; 0 until it is known. Tracked.
    #[must_use]
    pub fn matching(&self) -> usize {
        self.selected.with(|s| s.as_ref().map_or(0, |s| s.matching))
    }

    /// Carries an action out. One that leads to another view leads to its head, however far down the page it was.
    pub fn act(&self, action: Action) {
        let before = self.view.get_untracked();
        self.carry_out(action);
        if self.view.get_untracked() != before {
            focus::land();
        }
    }

    fn carry_out(&self, action: Action) {
        focus::rescue();
        self.history.update_value(|history| history.take(&action));
        let mut state = self.state_untracked();
        state.apply(action);
        // The end of a drag says once more what its last step has said.
        if self.state.with_untracked(|now| *now != state) {
            if state.story.is_some() && self.story.with_untracked(Option::is_none) {
                self.before_story.set_value(Some(self.state_untracked()));
            }
            self.state.set(state.clone());
            self.parts.follow(state);
        }
    }

    /// Leaves a guided tour for what the reader had before; who came by a link stays where it has led.
    pub fn leave_story(&self) {
        self.act(match self.before_story.get_value() {
            Some(before) => Action::Follow(Box::new(self.state_untracked().dress(before))),
            None => Action::LeaveStory,
        });
    }

    /// Carries several steps out as one, so that going back undoes them together.
    pub fn act_together(&self, actions: impl IntoIterator<Item = Action>) {
        let mut state = self.state_untracked();
        for action in actions {
            state.apply(action);
        }
        self.act(Action::Follow(Box::new(state)));
    }

    /// Changes options of the views.
    pub fn change(&self, change: impl FnOnce(&mut Options)) {
        self.change_on(false, change);
    }

    /// Changes options of the views; `passing` while the reader is still dragging or typing.
    pub fn change_on(&self, passing: bool, change: impl FnOnce(&mut Options)) {
        let mut options = Box::new(self.options.get_untracked());
        change(&mut options);
        self.act(Action::Options(options, passing));
    }

    /// What the reader chose about one view: tells nobody of another's options.
    pub fn chosen<T>(&self, part: fn(&Options) -> &T) -> Memo<T>
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        let options = self.options;
        Memo::new(move |_| options.with(|options| part(options).clone()))
    }

    /// The state, tracked.
    #[must_use]
    pub fn state(&self) -> AppState {
        self.state.get()
    }

    /// The state, not tracked.
    #[must_use]
    pub fn state_untracked(&self) -> AppState {
        self.state.get_untracked()
    }

    /// The state as links tell it, tracked.
    #[must_use]
    pub fn linked(&self) -> AppState {
        self.linked.get()
    }

    /// The link to the state after an action, for real anchors.
    #[must_use]
    pub fn link_after(&self, action: Action) -> String {
        let mut state = self.linked();
        state.apply(action);
        Self::link_to(&state)
    }

    /// The link to a state, for real anchors.
    #[must_use]
    pub fn link_to(state: &AppState) -> String {
        link::address_beside(&write_link(state))
    }

    /// A message in the language in force.
    pub fn t(self, message: Message) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        let lang = self.lang;
        move || message.get(lang.get())
    }

    /// Keeps the page's address and the state the same, both ways. Where the address speaks of something else than this
    /// explorer is about, the opened tables decide.
    pub fn follow_link(&self, opened: OpenedTables) {
        let this = *self;
        let shown = StoredValue::new(None::<View>);
        Effect::new(move |_| {
            let state = opened.in_address(this.linked());
            let goes_on =
                this.history.try_update_value(|h| std::mem::replace(&mut h.goes_on, true));
            this.write_unwritten();
            let same_view = shown.get_value() == Some(state.view);
            shown.set_value(Some(state.view));
            this.unwritten.set_value(Some(Step { state, goes_on: goes_on == Some(true) }));
            if same_view {
                return this.write_after_paint();
            }
            // With the step browsers keep how far down the page it was, which another view changes.
            this.write_unwritten();
        });
        let listener = browser::link::watch(move || this.go(opened));
        let listener = StoredValue::new_local(listener);
        on_cleanup(move || listener.set_value(None));
    }

    /// [`Self::write_unwritten`], for which browsers take some milliseconds that a reader need not wait for.
    #[inline(never)] // Not in the first view.
    fn write_after_paint(self) {
        task::after_paint(move || self.write_unwritten());
    }

    /// Puts the step that is not there yet into the page's address; does nothing once the explorer is gone.
    fn write_unwritten(&self) {
        let step = self.unwritten.try_update_value(Option::take).flatten();
        // Equality of the parsed states, not of the texts, ends the loop.
        if let Some(Step { state, goes_on }) = step
            && self.address().0 != state
        {
            browser::link::write(&write_link(&state), goes_on);
        }
    }

    /// Puts the state as it stands into the page's address, before what is chosen has come to rest.
    pub fn write_address(&self, opened: OpenedTables) {
        self.write_unwritten();
        browser::link::write(&write_link(&opened.in_address(self.state_untracked())), true);
    }

    /// Goes where the page's address leads.
    #[inline(never)] // Not in the first view, which nobody has left yet.
    fn go(&self, opened: OpenedTables) {
        self.unwritten.set_value(None);
        let (state, problems) = self.address();
        if !self.is_about(&state) {
            let looks = state.dress(AppState::default());
            if opened.follow(state) {
                self.act(Action::Follow(Box::new(looks)));
            }
            return;
        }
        if !problems.is_empty() {
            self.link_problems.set(problems);
        }
        if self.state.with_untracked(|now| *now != state) {
            // Who goes back finds the page where it was left, which browsers see to themselves.
            self.carry_out(Action::Follow(Box::new(state)));
        }
        opened.ask_no_more();
    }

    /// What the page's address says, without what this explorer's table does not have.
    fn address(&self) -> (AppState, Vec<LinkProblem>) {
        let (mut state, mut problems) = read_link(&browser::link::fragment());
        if state != AppState::default() && self.is_about(&state) {
            problems.extend(fit(&mut state, &self.head()));
        }
        (state, problems)
    }

    /// Whether a state is about the table that this explorer shows.
    fn is_about(&self, state: &AppState) -> bool {
        self.state.with_untracked(|now| match (&now.table, &state.table) {
            (Some(a), Some(b)) => a.is_same(b),
            (None, None) => true,
            _ => false,
        })
    }
}

/// A value once it has rested for a moment. While a reader drags a brush over a large table, counts in the rail follow
/// every step; drawing the whole view anew at each, and writing each into the history, would take more time than there
/// is between two.
#[inline(never)] // Not in the first view, whose load the build keeps small.
fn settled<T: Clone + PartialEq + Send + Sync + 'static>(value: Signal<T>) -> Signal<T> {
    let rested = RwSignal::new(value.get_untracked());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    Effect::new(move |_| {
        let value = value.get();
        stop();
        if rested.with_untracked(|rested| *rested != value) {
            let rest = move || {
                rested.try_set(value);
            };
            timer.set_value(set_timeout_with_handle(rest, PAUSE).ok());
        }
    });
    on_cleanup(stop);
    rested.into()
}

/// The explorer this component belongs to.
#[must_use]
pub fn use_explorer() -> Explorer {
    // Provided by the application's root, above every component that calls this.
    expect_context::<Explorer>()
}
