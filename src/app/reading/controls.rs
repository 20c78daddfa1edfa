//! How a reader has a table read otherwise: where its header lies, what stands between cells, and of each column its use,
//! its unit, how it writes numbers and periods, and what says that there is no figure.

use leptos::prelude::*;

use super::{change, told};
use crate::app::use_names;
use crate::base::lang::Lang;
use crate::i18n::Message;
use crate::i18n::catalog::filter;
use crate::i18n::catalog::reading as m;
use crate::import::{
    Arrangement, Choices, ColumnPlan, DecimalSign, Kind, OwnYear, Plan, TimeWay, Use,
};
use crate::ui::{Explorer, OpenedTables};

/// Lines that may begin a header, and the most that it has.
const LINES: usize = 12;
const ROWS: usize = 5;
/// Columns that are offered at once.
const AT_ONCE: usize = 20;
/// What may stand between cells.
const BETWEEN: [char; 4] = [',', ';', '\t', '|'];

/// The form, and what was changed with a way to undo each.
pub(super) fn controls(
    explorer: Explorer,
    opened: OpenedTables,
    plan: &Plan,
    lang: Lang,
) -> impl IntoView + use<> {
    let header = (!plan.first.lines.is_empty()).then(|| header(opened, plan, lang));
    let separator = opened.told().separator.map(|shown| separator(opened, shown, lang));
    let year = plan.layout.year.map(|own| year(opened, own, plan, lang));
    let columns = StoredValue::new((plan.columns.clone(), plan.wanted.missing.clone()));
    let count = plan.columns.len();
    let shown = RwSignal::new(AT_ONCE);
    let rows = move || {
        let shown = shown.get();
        columns.with_value(|(columns, missing)| {
            let own = columns.iter().take(shown);
            own.map(|column| row(explorer, opened, (column, missing), lang)).collect_view()
        })
    };
    let left = move || count.saturating_sub(shown.get()).min(AT_ONCE);
    view! {
        <section class="reading-change" aria-label=m::CHANGE.get(lang)>
            <p class="muted">{m::CHANGE_HINT.get(lang)}</p>
            <div class="reading-fields">{header}{separator}{year}</div>
            <div class="table-scroll" tabindex="0" role="region" aria-label=m::CHANGE.get(lang)>
                <table class="reading-columns">
                    <thead>
                        <tr>
                            <th scope="col">{m::COLUMN.get(lang)}</th>
                            <th scope="col">{m::KIND.get(lang)}</th>
                            <th scope="col">{m::UNIT_TYPED.get(lang)}</th>
                            <th scope="col">{m::WRITTEN.get(lang)}</th>
                            <th scope="col" title=m::NO_FIGURE_HINT.get(lang)>{m::NO_FIGURE.get(lang)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <Show when=move || { left() > 0 }>
                <button type="button" class="quiet" on:click=move |_| shown.update(|n| *n += AT_ONCE)>
                    {move || filter::MORE.count(lang, left(), &[])}
                </button>
            </Show>
        </section>
    }
}

/// What was changed, each with a press that undoes it alone.
pub(super) fn changes(opened: OpenedTables, plan: &Plan, lang: Lang) -> impl IntoView + use<> {
    let undo = |(text, wanted): (String, Arrangement)| {
        let label = m::UNDO_OF.fill(lang, &[("text", &text)]);
        view! {
            <li>
                <span>{text}</span>
                <button type="button" class="quiet" aria-label=label on:click=move |_| change::reread(opened, wanted.clone())>
                    {m::UNDO.get(lang)}
                </button>
            </li>
        }
    };
    let all = told::changes(plan, lang);
    (!all.is_empty()).then(|| {
        let all = all.into_iter().map(undo).collect_view();
        view! {
            <ul class="reading-changes" aria-label=m::CHANGES.get(lang) data-testid="reading-changes">
                {all}
            </ul>
        }
    })
}

fn header(opened: OpenedTables, plan: &Plan, lang: Lang) -> impl IntoView + use<> {
    let (above, rows) = (plan.layout.above, plan.layout.header);
    let wanted = plan.wanted.clone();
    let set = move |header: (usize, usize)| {
        change::reread(opened, Arrangement { header: Some(header), ..wanted.clone() });
    };
    let set_rows = set.clone();
    let lines = plan.first.lines.iter().take(LINES.max(above + 1)).enumerate();
    let line = |(at, (line, _)): (usize, &(usize, Vec<String>))| {
        let text = m::LINE_N.fill(lang, &[("line", &line.to_string())]);
        view! { <option value=at.to_string() selected=at == above>{text}</option> }
    };
    let count = |n: usize| {
        let text = m::ROWS_N.count(lang, n, &[]);
        view! { <option value=n.to_string() selected=n == rows>{text}</option> }
    };
    let lines = lines.map(line).collect_view();
    let counts = (0..=ROWS.max(rows)).map(count).collect_view();
    view! {
        <label>
            <span>{m::HEADER_FROM.get(lang)}</span>
            <select data-testid="header-from" on:change:target=move |ev| {
                if let Ok(above) = ev.target().value().parse() {
                    set((above, rows));
                }
            }>{lines}</select>
        </label>
        <label>
            <span>{m::HEADER_COUNT.get(lang)}</span>
            <select data-testid="header-rows" on:change:target=move |ev| {
                if let Ok(rows) = ev.target().value().parse() {
                    set_rows((above, rows));
                }
            }>{counts}</select>
        </label>
    }
}

/// The year of months that stand without one.
fn year(opened: OpenedTables, own: OwnYear, plan: &Plan, lang: Lang) -> impl IntoView + use<> {
    let now = if own.year > 0 { own.year.to_string() } else { String::new() };
    let wanted = plan.wanted.clone();
    let set = move |text: String| {
        let year = text.trim().parse().ok().filter(|year| (1000..=2999).contains(year));
        change::reread(opened, Arrangement { year, ..wanted.clone() });
    };
    view! {
        <label>
            <span>{m::YEAR_TYPED.get(lang)}</span>
            <input type="text" inputmode="numeric" size="4" maxlength="4" data-testid="own-year" prop:value=now on:change:target=move |ev| set(ev.target().value()) />
        </label>
    }
}

fn separator(opened: OpenedTables, shown: char, lang: Lang) -> impl IntoView + use<> {
    let is_chosen = opened.choices().separator.is_some();
    let auto = is_chosen.then(|| view! { <option value="">{m::AUTO.get(lang)}</option> });
    let known = BETWEEN.contains(&shown);
    let option = |c: char| {
        let text = told::between(&c.to_string(), lang);
        view! { <option value=c.to_string() selected=c == shown>{text}</option> }
    };
    let own = (!known).then(|| option(shown));
    let options = BETWEEN.map(option).collect_view();
    let set = move |text: String| {
        change::choose(opened, Choices { separator: text.chars().next(), ..opened.choices() });
    };
    view! {
        <label>
            <span>{m::BETWEEN.get(lang)}</span>
            <select data-testid="separator" on:change:target=move |ev| set(ev.target().value())>
                {auto}{own}{options}
            </select>
        </label>
    }
}

/// What can be changed of one column; `missing` are the texts of all columns that a reader says are no values.
fn row(
    explorer: Explorer,
    opened: OpenedTables,
    (column, missing): (&ColumnPlan, &[(String, String)]),
    lang: Lang,
) -> impl IntoView + use<> {
    let name = if column.name.is_empty() { column.key.clone() } else { column.name.clone() };
    let label = |what: Message| format!("{name} · {}", what.get(lang));
    let (kind, unit_label, none) = (label(m::KIND), label(m::UNIT_TYPED), label(m::NO_FIGURE));
    let written = written(opened, column, label(m::WRITTEN), lang);
    let now = Use::of(column.kind, column.role);
    let option = |used: Use| {
        view! { <option value=used.id() selected=used == now>{use_names::name(used).get(lang)}</option> }
    };
    let options = use_names::choices(column).map(option).collect_view();
    let key = StoredValue::new(column.key.clone());
    let set_use = move |id: String| {
        if let Some(used) = Use::from_id(&id) {
            key.with_value(|key| {
                change::apply(explorer, opened, opened.plan().with_use(key, used));
            });
        }
    };
    let is_number = column.kind == Kind::Number;
    let unit = column.unit.clone().unwrap_or_default();
    let set_unit = move |unit: String| {
        key.with_value(|key| {
            change::apply(explorer, opened, opened.plan().with_unit(key, unit.trim()));
        });
    };
    let unit = is_number.then(|| {
        view! { <input type="text" size="8" maxlength="40" aria-label=unit_label data-testid=format!("unit-{}", column.key) prop:value=unit on:change:target=move |ev| set_unit(ev.target().value()) /> }
    });
    let own = missing.iter().filter(|(own, _)| *own == column.key);
    let missing = own.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ");
    let told = column.missing.join(" ");
    let set_missing = move |text: String| {
        let texts: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        key.with_value(|key| {
            change::reread(opened, opened.plan().wanted.with_missing(key, &texts));
        });
    };
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td>
                <select aria-label=kind data-testid=format!("kind-{}", column.key) on:change:target=move |ev| set_use(ev.target().value())>
                    {options}
                </select>
            </td>
            <td>{unit}</td>
            <td>{written}</td>
            <td>
                <input type="text" size="8" maxlength="80" aria-label=none placeholder=told data-testid=format!("missing-{}", column.key) prop:value=missing on:change:target=move |ev| set_missing(ev.target().value()) />
            </td>
        </tr>
    }
}

/// How the numbers or the periods of a column are written.
fn written(
    opened: OpenedTables,
    column: &ColumnPlan,
    label: String,
    lang: Lang,
) -> Option<AnyView> {
    let key = column.key.clone();
    let testid = format!("written-{}", column.key);
    match column.kind {
        Kind::Number => {
            let now = column.form.decimal;
            let option = |(id, sign): (&'static str, DecimalSign)| {
                view! { <option value=id selected=sign == now>{told::decimal(sign).get(lang)}</option> }
            };
            let signs = [("point", DecimalSign::Point), ("comma", DecimalSign::Comma)];
            let options = signs.map(option).collect_view();
            let set = move |id: String| {
                if let Some((_, sign)) = signs.iter().find(|(own, _)| *own == id) {
                    change::reread(opened, opened.plan().wanted.with_decimal(&key, *sign));
                }
            };
            Some(view! { <select aria-label=label data-testid=testid on:change:target=move |ev| set(ev.target().value())>{options}</select> }.into_any())
        }
        Kind::Time => {
            let form = column.time;
            let select = |ways: Vec<TimeWay>, label: String, testid: String| {
                let option = |way: TimeWay| {
                    let is_now = way.apply(form) == form;
                    view! { <option value=way.id() selected=is_now>{told::time_way(way).get(lang)}</option> }
                };
                let options = ways.into_iter().map(option).collect_view();
                let key = key.clone();
                let set = move |id: String| {
                    if let Some(way) = TimeWay::from_id(&id) {
                        change::reread(opened, opened.plan().wanted.with_time(&key, way));
                    }
                };
                view! { <select aria-label=label data-testid=testid on:change:target=move |ev| set(ev.target().value())>{options}</select> }
            };
            let orders = vec![TimeWay::MonthFirst, TimeWay::DayFirst];
            let mut spans = vec![TimeWay::Month, TimeWay::Fiscal, TimeWay::Years];
            spans.extend((form.lone > 0).then_some(TimeWay::Dates));
            let order = select(orders, format!("{label} 1/2"), format!("{testid}-days"));
            let pair = select(spans, label, testid);
            Some(view! { {pair}{order} }.into_any())
        }
        _ => None,
    }
}
