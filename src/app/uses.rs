//! What each column of a reader's own table is taken for, and the change of it.

use leptos::prelude::*;

use crate::column::Role;
use crate::i18n::Message;
use crate::i18n::catalog::filter;
use crate::i18n::catalog::opening as m;
use crate::import::{ColumnPlan, Kind};
use crate::session::{NUMBERS, Recast, USES};
use crate::ui::components::Menu;
use crate::ui::{use_explorer, use_opened_tables};

/// Columns that are asked about at once.
const AT_ONCE: usize = 60;

/// A panel with a line for every column.
#[component]
pub(super) fn Uses() -> impl IntoView {
    let explorer = use_explorer();
    let opened = use_opened_tables();
    let change = move |column: &ColumnPlan, id: &str| {
        let Some((kind, role)) = choices(column).find(|&(kind, role)| told(kind, role).0 == id)
        else {
            return;
        };
        let before = opened.plan();
        let plan = before.with_use(&column.key, kind, role);
        if !plan.reads_like(&before) {
            return opened.reread(plan);
        }
        explorer.fetch(Recast { roles: vec![(column.key.clone(), role)] }, move |head| {
            if let Some(head) = head {
                opened.recast(&head, plan);
            }
        });
    };
    let line = move |column: &ColumnPlan| {
        let column = column.clone();
        let option = |(kind, role): (Kind, Role)| {
            let (id, name) = told(kind, role);
            let is_so = id == told(column.kind, column.role).0;
            view! { <option value=id selected=is_so>{explorer.t(name)}</option> }
        };
        let options = choices(&column).map(option).collect_view();
        let (name, testid) = (column.name.clone(), format!("use-{}", column.key));
        view! {
            <li>
                <span class="use-name">{name.clone()}</span>
                <select aria-label=name data-testid=testid on:change:target=move |ev| change(&column, &ev.target().value())>
                    {options}
                </select>
            </li>
        }
    };
    // A table that nobody made a plan of, such as a data package, says itself what its columns are.
    let plan = opened.plan();
    let count = plan.columns.len();
    let open = RwSignal::new(false);
    let shown = RwSignal::new(AT_ONCE);
    // A file may have a thousand columns: none is asked about before a reader wants to know, and then some at a time.
    let was_open = Memo::new(move |before: Option<&bool>| before == Some(&true) || open.get());
    let drawn = Memo::new(move |_| if was_open.get() { shown.get().min(count) } else { 0 });
    let lines = move || {
        let columns = plan.columns.iter().take(drawn.get());
        columns.map(line).collect_view()
    };
    let left = move || (count - drawn.get().min(count)).min(AT_ONCE);
    (count > 0).then(|| {
        view! {
            <Menu id="column-uses" label=m::USES testid="column-uses" open=open>
                <p class="muted">{explorer.t(m::USES_HINT)}</p>
                <ul class="uses">{lines}</ul>
                <Show when=move || { was_open.get() && left() > 0 }>
                    <button type="button" class="quiet" data-testid="more-uses" on:click=move |_| shown.update(|n| *n += AT_ONCE)>
                        {move || filter::MORE.count(explorer.lang.get(), left(), &[])}
                    </button>
                </Show>
            </Menu>
        }
    })
}

/// What a column can be read as and used for. Ids of rows can only be told by whoever reads the file.
fn choices(column: &ColumnPlan) -> impl Iterator<Item = (Kind, Role)> {
    let is_key = column.kind == Kind::Key;
    let key = is_key.then_some((Kind::Key, column.role));
    let uses = USES.map(|role| (Kind::Category, role));
    let numbers = NUMBERS.map(|role| (Kind::Number, role));
    let (time, skip) = ([(Kind::Time, Role::Time)], [(Kind::Skip, Role::Text)]);
    key.into_iter().chain(uses).chain(time).chain(numbers).chain(skip)
}

/// A choice's id and name.
const fn told(kind: Kind, role: Role) -> (&'static str, Message) {
    match (kind, role) {
        (Kind::Key, _) => ("key", m::USE_KEY),
        (Kind::Time, _) => ("time", m::USE_TIME),
        (Kind::Number, Role::Target) => ("target", m::USE_TARGET),
        (Kind::Number, Role::Done) => ("done", m::USE_DONE),
        (Kind::Number, _) => ("number", m::USE_MEASURE),
        (Kind::Skip, _) => ("skip", m::USE_SKIP),
        (Kind::Category, Role::Area) => ("area", m::USE_AREA),
        (Kind::Category, Role::Topic) => ("topic", m::USE_TOPIC),
        (Kind::Category, Role::Series) => ("series", m::USE_SERIES),
        (Kind::Category, Role::Kind) => ("unit", m::USE_UNIT),
        (Kind::Category, Role::Text) => ("text", m::USE_TEXT),
        (Kind::Category, _) => ("category", m::USE_CATEGORY),
    }
}
