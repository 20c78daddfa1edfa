//! The time filter: a histogram by year with two handles, and typed dates.

use leptos::ev;
use leptos::prelude::*;

use super::range::{RangeBins, RangeFilter};
use crate::base::date::{Day, PartialDate, civil};
use crate::base::lang::Lang;
use crate::chart::HistogramLabels;
use crate::i18n::catalog::words::PARENTHESIS;
use crate::i18n::catalog::{data, filter as m};
use crate::i18n::own_years;
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
    // At an end of the axis a handle asks for nothing, so that figures beyond are never lost.
    let choose = move |(from, to, going): (usize, usize, bool)| {
        let (from, to) = bins.with_untracked(|bins| {
            let from = bins.get(from).filter(|_| from > 0).map(|bin| bin.first);
            (from, bins.get(to).filter(|_| to + 1 < bins.len()).map(|bin| bin.last))
        });
        explorer.act(Action::During(key.get_value(), from, to, going));
    };
    let places = move || {
        let (from, to) = chosen.get();
        bins.with(|bins| {
            let last = bins.len().saturating_sub(1);
            let place = |day: Day| bins.iter().position(|bin| day <= bin.last).unwrap_or(last);
            (from.map_or(0, place), to.map_or(last, place))
        })
    };
    let range = move || bins.with(|bins| range_bins(bins, explorer.lang.get()));
    let is_chosen = move || chosen.get() != (None, None);
    // A file may be of days or months.
    let (title, handles) = match explorer.is_published() {
        true => (m::HISTOGRAM, (m::FROM_YEAR, m::TO_YEAR)),
        false => (m::HISTOGRAM_ROWS, (m::FROM, m::TO)),
    };
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
                title=title
                handles=handles
                bins=Signal::derive(range)
                chosen=Signal::derive(places)
                choose=Callback::new(choose)
            />
            <p class="time-span">
                {move || {
                    let (from, to) = chosen.get();
                    let ends = bins.with(|bins| (bins.first().map(|b| b.first), bins.last().map(|b| b.last)));
                    let (from, to) = (from.or(ends.0), to.or(ends.1));
                    let are_own = bins.with(|bins| bins.first().is_some_and(is_own_year));
                    match from.zip(to).filter(|_| are_own) {
                        Some((from, to)) => own_years(civil(from).0, civil(to + 1).0, explorer.lang.get()),
                        None => during_text(from, to, explorer.lang.get()),
                    }
                }}
            </p>
            <TypedDates chosen=chosen set=Callback::new(move |(from, to)| {
                explorer.act(Action::During(key.get_value(), from, to, false));
            }) />
        </fieldset>
    }
}

/// From the first day of a year to its last.
const LONGEST_YEAR: Day = 365;

/// Whether a bin is a year that begins in another month than January.
fn is_own_year(bin: &Bin) -> bool {
    let (from, to) = (civil(bin.first), civil(bin.last + 1));
    from.1 != 1 && (from.0 + 1, from.1, from.2) == to
}

/// Spans of time as bins: how many figures there are, and how many of them meet the other filters.
fn range_bins(bins: &[Bin], lang: Lang) -> RangeBins {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    // Of several years those before the figures are dense; a week may begin in the year before.
    let is_early = |bin: &Bin| bin.last - bin.first > LONGEST_YEAR;
    let name = |bin: &Bin| {
        if is_own_year(bin) {
            let year = civil(bin.first).0;
            return own_years(year, year + 1, lang);
        }
        let years = during_text(Some(bin.first), Some(bin.last), lang);
        match is_early(bin) {
            false => years,
            true => PARENTHESIS.fill(lang, &[("a", m::EARLIER.get(lang)), ("b", &years)]),
        }
    };
    let label = |bin: &Bin| {
        let (year, month, day) = civil(bin.first);
        match bin.last - bin.first {
            _ if is_own_year(bin) => format!("{year}-{:02}", (year + 1).rem_euclid(100)),
            days if days > LONGEST_YEAR => m::EARLIER.get(lang).to_owned(),
            31.. => year.to_string(),
            27.. => format!("{year}-{month:02}"),
            _ => format!("{month}-{day}"),
        }
    };
    RangeBins {
        names: bins.iter().map(name).collect(),
        totals: bins.iter().map(|bin| count(bin.total)).collect(),
        counts: bins.iter().map(|bin| count(bin.selected)).collect(),
        labels: HistogramLabels::Names(bins.iter().map(label).collect()),
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
