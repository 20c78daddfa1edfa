//! Other files that can be put beside the table, or are: by which column, how many rows match, and what does not.

use leptos::prelude::*;

use super::change;
use crate::base::lang::Lang;
use crate::i18n::catalog::reading as m;
use crate::i18n::catalog::words::COMMA;
use crate::import::{Choices, JoinOffer, Plan};
use crate::ui::OpenedTables;
use crate::words::listed;

/// A line for every file that shares values with the table.
pub(super) fn joins(opened: OpenedTables, plan: &Plan, lang: Lang) -> Vec<AnyView> {
    opened.told().joins.into_iter().map(|offer| line(opened, plan, offer, lang)).collect()
}

fn line(opened: OpenedTables, plan: &Plan, offer: JoinOffer, lang: Lang) -> AnyView {
    let named = |key: &str| super::told::name(plan, key);
    let own = named(&offer.by.columns.0);
    let by = match &offer.by.times {
        Some((time, _)) => m::JOIN_TIMES.fill(lang, &[("name", &own), ("times", &named(time))]),
        None => own,
    };
    let list = listed(offer.columns.iter().map(String::as_str), COMMA, lang);
    let (matched, rows) = (offer.matched.to_string(), offer.rows.to_string());
    let fill = [
        ("file", offer.by.file.as_str()),
        ("name", by.as_str()),
        ("matched", matched.as_str()),
        ("rows", rows.as_str()),
        ("list", list.as_str()),
    ];
    let text = match (offer.is_joined, offer.doubles) {
        (true, _) => m::JOINED.fill(lang, &fill),
        (false, 0) => m::JOIN_OFFER.fill(lang, &fill),
        (false, doubles) => m::JOIN_REFUSED.count(lang, doubles, &fill),
    };
    let label = match offer.is_joined {
        true => m::JOIN_APART.get(lang).to_owned(),
        false => m::JOIN.fill(lang, &fill),
    };
    let can_be = offer.is_joined || offer.doubles == 0;
    let wanted = (!offer.is_joined).then(|| offer.by.clone());
    let press =
        move |_| change::choose(opened, Choices { join: wanted.clone(), ..opened.choices() });
    let unmatched = unmatched(&offer, lang);
    view! {
        <li data-testid="join">
            <span>{text}</span>
            {can_be.then(|| view! { <button type="button" class="quiet" on:click=press>{label}</button> })}
            {unmatched}
        </li>
    }
    .into_any()
}

/// The values without a match, folded.
fn unmatched(offer: &JoinOffer, lang: Lang) -> Option<impl IntoView + use<>> {
    let count = offer.only_first.1 + offer.only_file.1;
    if count == 0 {
        return None;
    }
    let some = |(names, all): &(Vec<String>, usize)| {
        let mut list = listed(names.iter().map(String::as_str), COMMA, lang);
        if names.len() < *all {
            list = format!("{list} {}", m::JOIN_MORE.fill(lang, &[("n", &all.to_string())]));
        }
        list
    };
    let here = (offer.only_first.1 > 0)
        .then(|| m::JOIN_ONLY_HERE.fill(lang, &[("list", &some(&offer.only_first))]));
    let there = (offer.only_file.1 > 0).then(|| {
        let fill = [("file", offer.by.file.as_str()), ("list", &some(&offer.only_file))];
        m::JOIN_ONLY_THERE.fill(lang, &fill)
    });
    let line = |text: String| view! { <li>{text}</li> };
    Some(view! {
        <details>
            <summary>{m::JOIN_UNMATCHED.count(lang, count, &[])}</summary>
            <ul>{here.map(line)}{there.map(line)}</ul>
        </details>
    })
}
