//! The time filter: a histogram by year with two handles, and typed dates.

use leptos::ev;
use leptos::prelude::*;

use super::range::{RangeBins, RangeFilter};
use crate::base::date::{Day, PartialDate, civil};
use crate::base::lang::Lang;
use crate::chart::HistogramLabels;
use crate::i18n;
use crate::i18n::catalog::{data, filter as m};
use crate::plot::rail::Bin;
use crate::session::Years;
use crate::state::Action;
use crate::ui::use_explorer;
use crate::words::during_text;

/// Filters the time column by years (handles) or by days (typed).
#[component]
pub fn TimeFilter(
    /// Key of the time column.
    column: String,
) -> impl IntoView {
    let explorer = use_explorer();
    let key = StoredValue::new(column);
    let bins = explorer.ask(move || Some(Years { filter: explorer.filter.get() }));
    let bins = Memo::new(move |_| bins.get().unwrap_or_default());
    let chosen = Memo::new(move |_| explorer.filter.with(|f| key.with_value(|k| f.during(k))));
    let ends = Memo::new(move |_| {
        bins.with(|b| Some((civil(b.first()?.first).0, civil(b.last()?.first).0))).unwrap_or((0, 0))
    });
    let years = Memo::new(move |_| {
        let (from, to) = chosen.get();
        let (first, last) = ends.get();
        (from.map_or(first, |d| civil(d).0), to.map_or(last, |d| civil(d).0))
    });
    // At an end of the axis a handle asks for nothing, so that figures beyond are never lost.
    let choose = move |(from, to, going): (usize, usize, bool)| {
        let (first, last) = ends.get_untracked();
        let year = |at: usize| first + i32::try_from(at).unwrap_or(0);
        let from = (from > 0).then(|| PartialDate::Year(year(from)).first_day());
        let to = (year(to) < last).then(|| PartialDate::Year(year(to)).last_day());
        explorer.act(Action::During(key.get_value(), from, to, going));
    };
    let places = move || {
        let ((first, last), (from, to)) = (ends.get(), years.get());
        let place = |year: i32| usize::try_from(year.clamp(first, last) - first).unwrap_or(0);
        (place(from), place(to))
    };
    let range = move || bins.with(|bins| range_bins(bins, explorer.lang.get()));
    let is_chosen = move || chosen.get() != (None, None);
    view! {
        <fieldset class="facet time-filter" tabindex="-1" data-testid="facet-time">
            <legend>{explorer.t(data::TIME)}</legend>
            <Show when=is_chosen>
                <button type="button" class="quiet facet-clear" on:click=move |_| explorer.act(Action::Lift(key.get_value()))>
                    {explorer.t(m::CLEAR)}
                </button>
            </Show>
            <RangeFilter
                id="year"
                testid="year"
                title=m::HISTOGRAM
                handles=(m::FROM_YEAR, m::TO_YEAR)
                bins=Signal::derive(range)
                chosen=Signal::derive(places)
                choose=Callback::new(choose)
            />
            <p class="time-span">
                {move || {
                    let (from, to) = chosen.get();
                    let (first, last) = ends.get();
                    let from = from.or_else(|| Some(PartialDate::Year(first).first_day()));
                    let to = to.or_else(|| Some(PartialDate::Year(last).last_day()));
                    during_text(from, to, explorer.lang.get())
                }}
            </p>
            <TypedDates chosen=chosen set=Callback::new(move |(from, to)| {
                explorer.act(Action::During(key.get_value(), from, to, false));
            }) />
        </fieldset>
    }
}

/// Years as bins: how many figures there are, and how many of them meet the other filters.
fn range_bins(bins: &[Bin], lang: Lang) -> RangeBins {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let years = || bins.iter().map(|bin| civil(bin.first).0);
    RangeBins {
        names: years().map(|year| i18n::date(PartialDate::Year(year), lang)).collect(),
        totals: bins.iter().map(|bin| count(bin.total)).collect(),
        counts: bins.iter().map(|bin| count(bin.selected)).collect(),
        labels: HistogramLabels::Names(years().map(|year| year.to_string()).collect()),
    }
}

/// Two typed dates, at the precision the reader likes.
#[component]
fn TypedDates(
    chosen: Memo<(Option<Day>, Option<Day>)>,
    set: Callback<(Option<Day>, Option<Day>)>,
) -> impl IntoView {
    let explorer = use_explorer();
    let wrong = RwSignal::new(None::<String>);
    let read = move |text: &str, edge: fn(PartialDate) -> Day| match text.trim() {
        "" => Some(None),
        text => match text.parse::<PartialDate>() {
            Ok(date) => Some(Some(edge(date))),
            Err(_) => {
                wrong.set(Some(text.to_owned()));
                None
            }
        },
    };
    let typed = move |text: String, is_first: bool| {
        wrong.set(None);
        let (from, to) = chosen.get_untracked();
        if is_first {
            if let Some(from) = read(&text, PartialDate::first_day) {
                set.run((from, to));
            }
        } else if let Some(to) = read(&text, PartialDate::last_day) {
            set.run((from, to));
        }
    };
    let field = move |is_first: bool| {
        let label = if is_first { m::FROM } else { m::TO };
        let value = move || {
            let (from, to) = chosen.get();
            let day = if is_first { from } else { to };
            day.map_or_else(String::new, |day| written(day, is_first))
        };
        view! {
            <label>
                <span>{explorer.t(label)}</span>
                <input
                    type="text"
                    inputmode="numeric"
                    placeholder="2021-09"
                    aria-describedby="date-hint"
                    prop:value=value
                    data-testid=if is_first { "date-from" } else { "date-to" }
                    on:change:target=move |ev| typed(ev.target().value(), is_first)
                    on:keydown=|event: ev::KeyboardEvent| if event.key() == "Escape" { event.stop_propagation() }
                />
            </label>
        }
    };
    view! {
        <details class="typed-dates">
            <summary>{move || m::DATE_HINT.get(explorer.lang.get())}</summary>
            <div class="typed-fields">{field(true)} {field(false)}</div>
            <p class="error" id="date-hint" role="status">
                {move || wrong.get().map(|found| m::BAD_DATE.fill(explorer.lang.get(), &[("found", &found)]))}
            </p>
        </details>
    }
}

/// A day as typed: the year alone where the day is the year's edge.
fn written(day: Day, is_first: bool) -> String {
    let (y, month, d) = civil(day);
    let year = PartialDate::Year(y);
    let edge = if is_first { year.first_day() } else { year.last_day() };
    if edge == day { year.to_string() } else { PartialDate::Day(y, month, d).to_string() }
}
