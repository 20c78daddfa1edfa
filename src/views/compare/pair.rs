//! Two places beside each other, a row a pair of figures.

use leptos::prelude::*;

use crate::i18n::catalog::compare as m;
use crate::plot::compare::{PairCell, PairRow, PairTable};
use crate::plot::guard::Weight;
use crate::state::Action;
use crate::ui::components::FigureView;
use crate::ui::use_explorer;

/// The rows; those that must not be compared are folded away with their reasons. On a narrow window each row becomes a
/// block of its own.
#[component]
pub(super) fn PairRows(
    /// What it says.
    table: PairTable,
) -> impl IntoView {
    let PairTable { caption, header, rows } = table;
    let is_refused = |row: &PairRow| row.weight == Some(Weight::Refuse);
    let (refused, shown): (Vec<PairRow>, Vec<PairRow>) = rows.into_iter().partition(is_refused);
    let folded = (!refused.is_empty()).then(|| {
        let summary = m::REFUSED_ROWS.count(use_explorer().lang.get(), refused.len(), &[]);
        // With nothing else to show they stand open.
        let is_open = shown.is_empty();
        view! {
            <details class="pair-folded" open=is_open>
                <summary>{summary}</summary>
                {lines(refused, &header, caption.clone())}
            </details>
        }
    });
    view! {
        {(!shown.is_empty()).then(|| lines(shown, &header, caption))}
        {folded}
    }
}

fn lines(rows: Vec<PairRow>, header: &[String], caption: String) -> impl IntoView + use<> {
    let head = header.iter().map(|name| view! { <th scope="col">{name.clone()}</th> });
    let head = head.collect_view();
    view! {
        <table class="pair-table" data-testid="compare-pair-table">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{rows.into_iter().map(|row| line(row, header)).collect_view()}</tbody>
        </table>
    }
}

fn line(row: PairRow, header: &[String]) -> impl IntoView + use<> {
    let explorer = use_explorer();
    let PairRow { name, direction, left, right, ratio, difference, weight, reasons } = row;
    let label = |at: usize| header.get(at).cloned().unwrap_or_default();
    let has_reasons = header.len() > 5;
    let is_refused = weight == Some(Weight::Refuse);
    // Without a difference one word stands for both.
    let worked_out = if difference.is_empty() {
        view! {
            <td colspan="2" class="pair-refused" data-label=label(3)>
                <span class="visually-hidden">{explorer.t(m::HEED)}</span>
                {ratio}
            </td>
        }
        .into_any()
    } else {
        view! {
            <td class="amount" data-label=label(3)>{ratio}</td>
            <td class="amount" data-label=label(4)>{difference}</td>
        }
        .into_any()
    };
    view! {
        <tr class:refused=is_refused>
            <th scope="row">
                {name}
                <small>{direction}</small>
            </th>
            {cell(left, label(1))}
            {cell(right, label(2))}
            {worked_out}
            {has_reasons
                .then(|| {
                    view! {
                        <td class="pair-reasons" data-label=label(5)>
                            <ul>{reasons.into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view()}</ul>
                        </td>
                    }
                })}
        </tr>
    }
}

fn cell(cell: PairCell, label: String) -> impl IntoView {
    let explorer = use_explorer();
    let PairCell { figure, beside, key } = cell;
    let figure = match key {
        Some(key) => {
            let open = move |_| explorer.act(Action::Open(key.clone()));
            view! {
                <button type="button" class="figure-button" on:click=open>
                    <FigureView figure=figure />
                </button>
            }
            .into_any()
        }
        None => view! { <FigureView figure=figure /> }.into_any(),
    };
    view! {
        <td data-label=label>
            {figure}
            <small>{beside}</small>
        </td>
    }
}
