//! Other files that can be put beside the table, or are: by which column, how many rows match, and what does not.

use leptos::prelude::*;

use super::change;
use crate::base::lang::Lang;
use crate::i18n::catalog::reading as m;
use crate::i18n::catalog::words::COMMA;
use crate::import::{Choices, JoinOffer, JoinWanted, Plan};
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
    let left = offer.rows.saturating_sub(offer.matched).to_string();
    let fill = [
        ("file", offer.by.file.as_str()),
        ("name", by.as_str()),
        ("matched", matched.as_str()),
        ("rows", rows.as_str()),
        ("left", left.as_str()),
        ("list", list.as_str()),
    ];
    let is_inner = offer.by.is_inner;
    let text = match (offer.is_joined, offer.doubles) {
        (true, _) if is_inner => m::JOINED_INNER.fill(lang, &fill),
        (true, _) => m::JOINED.fill(lang, &fill),
        (false, 0) => m::JOIN_OFFER.fill(lang, &fill),
        (false, doubles) => m::JOIN_REFUSED.count(lang, doubles, &fill),
    };
    // Each way that there is from here: all rows, only those that both have, or none of the file.
    let as_wanted = |is_inner: bool| Some(JoinWanted { is_inner, ..offer.by.clone() });
    let leaves_some = offer.matched < offer.rows && offer.matched > 0;
    let mut ways: Vec<(String, Option<JoinWanted>)> = Vec::new();
    match (offer.is_joined, offer.doubles) {
        (true, _) => {
            if is_inner {
                ways.push((m::JOIN_ALL.fill(lang, &fill), as_wanted(false)));
            } else if leaves_some {
                ways.push((m::JOIN_INNER.fill(lang, &fill), as_wanted(true)));
            }
            ways.push((m::JOIN_APART.get(lang).to_owned(), None));
        }
        (false, 0) => {
            ways.push((m::JOIN.fill(lang, &fill), as_wanted(false)));
            if leaves_some {
                ways.push((m::JOIN_INNER.fill(lang, &fill), as_wanted(true)));
            }
        }
        _ => {}
    }
    let button = |(label, wanted): (String, Option<JoinWanted>)| {
        let press =
            move |_| change::choose(opened, Choices { join: wanted.clone(), ..opened.choices() });
        view! { <button type="button" class="quiet" on:click=press>{label}</button> }
    };
    let buttons = ways.into_iter().map(button).collect_view();
    let unmatched = unmatched(&offer, lang);
    let otherwise = otherwise(&offer, lang);
    view! {
        <li data-testid="join">
            <span>{text}</span>
            {buttons}
            {otherwise}
            {unmatched}
        </li>
    }
    .into_any()
}

/// The values that are the same though they are written otherwise, folded.
fn otherwise(offer: &JoinOffer, lang: Lang) -> Option<impl IntoView + use<>> {
    let (pairs, count) = &offer.otherwise;
    if *count == 0 {
        return None;
    }
    let same = |(here, there): &(String, String)| {
        m::JOIN_SAME.fill(lang, &[("here", here), ("there", there)])
    };
    let same: Vec<String> = pairs.iter().map(same).collect();
    let mut list = listed(same.iter().map(String::as_str), COMMA, lang);
    if pairs.len() < *count {
        list = format!("{list} {}", m::JOIN_MORE.fill(lang, &[("n", &count.to_string())]));
    }
    Some(view! {
        <details>
            <summary>{m::JOIN_OTHERWISE.count(lang, *count, &[])}</summary>
            <p>{list}</p>
        </details>
    })
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
