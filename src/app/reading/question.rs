//! What is not sure, put to the reader: each answer shows what the first cells become.

use leptos::prelude::*;

use super::{change, told};
use crate::base::date::{PartialDate, civil};
use crate::base::lang::Lang;
use crate::i18n;
use crate::i18n::Message;
use crate::i18n::catalog::reading as m;
use crate::i18n::catalog::words::COMMA;
use crate::import::{Answer, Becomes, Change, Doubt, Plan, Question, Use};
use crate::ui::{Explorer, OpenedTables};

/// The questions, each with its answers; nothing where all is sure.
pub(super) fn questions(
    explorer: Explorer,
    opened: OpenedTables,
    plan: &Plan,
    lang: Lang,
) -> Option<impl IntoView + use<>> {
    if plan.questions.is_empty() {
        return None;
    }
    let asked: Vec<_> =
        plan.questions.iter().map(|question| one(explorer, opened, question, lang)).collect();
    Some(view! {
        <section class="asked" aria-label=m::ASKED.get(lang) data-testid="reading-questions">
            <p class="asked-head">{m::ASKED.get(lang)}</p>
            {asked}
        </section>
    })
}

fn one(
    explorer: Explorer,
    opened: OpenedTables,
    question: &Question,
    lang: Lang,
) -> impl IntoView + use<> {
    let text = sentence(question, lang);
    let answers: Vec<_> = question
        .answers
        .iter()
        .map(|answer| {
            let (own, answer) = (question.clone(), answer.clone());
            let shown = becomes(&own, &answer, lang);
            let label = label(&answer.change).get(lang);
            let now = answer.is_shown.then(|| m::NOW.get(lang));
            let press = move |_| answered(explorer, opened, &own, &answer);
            view! {
                <button type="button" class="asked-answer" on:click=press>
                    <span>{label}</span>
                    <span class="muted">{shown}</span>
                    {now.map(|now| view! { <span class="asked-now">{now}</span> })}
                </button>
            }
        })
        .collect();
    view! {
        <fieldset data-testid=format!("ask-{}", question.doubt.id())>
            <legend>{text}</legend>
            {answers}
        </fieldset>
    }
}

/// Reads the table as the answer says. Also what is shown already is kept, so that it is not asked again.
fn answered(explorer: Explorer, opened: OpenedTables, question: &Question, answer: &Answer) {
    let plan = opened.plan().answered(question);
    let key = &question.column.0;
    match &answer.change {
        Change::Use(as_what) => change::apply(explorer, opened, plan.with_use(key, *as_what)),
        Change::Total(value, is_total) => {
            change::apply(explorer, opened, plan.with_total(key, value, *is_total));
        }
        other => change::reread(opened, other.wanted(&plan.wanted, key)),
    }
}

fn sentence(question: &Question, lang: Lang) -> String {
    let message = match question.doubt {
        Doubt::Decimal => m::ASK_DECIMAL,
        Doubt::DayOrder => m::ASK_DAYS,
        Doubt::Pairs => m::ASK_PAIRS,
        Doubt::Header => m::ASK_HEADER,
        Doubt::Number => m::ASK_NUMBER,
        Doubt::Years => m::ASK_YEARS,
        Doubt::Area => m::ASK_AREA,
        Doubt::Total => m::ASK_TOTAL,
    };
    let text = question.cells.first().map_or("", String::as_str);
    message.fill(lang, &[("name", &question.column.1), ("text", text)])
}

const fn label(change: &Change) -> Message {
    match change {
        Change::Decimal(sign) => told::decimal(*sign),
        Change::Time(way) => told::time_way(*way),
        Change::Header(_, 0) => m::ANSWER_NO_HEADER,
        Change::Header(..) => m::ANSWER_HEADER,
        Change::Use(Use::Number) => m::ANSWER_NUMBER,
        Change::Use(Use::Area) => m::ANSWER_AREA,
        Change::Use(Use::Time) => m::ANSWER_TIME,
        Change::Use(_) => m::ANSWER_CATEGORY,
        Change::Total(_, true) => m::ANSWER_TOTAL,
        Change::Total(_, false) => m::ANSWER_PART,
    }
}

fn becomes(question: &Question, answer: &Answer, lang: Lang) -> String {
    let word = |becomes: &Becomes| match becomes {
        Becomes::Number(number) => number.clone(),
        Becomes::Days(first, last) => days(*first, *last, lang),
        Becomes::Name(_) => m::BECOMES_NAME.get(lang).to_owned(),
        Becomes::Nothing => m::BECOMES_NOTHING.get(lang).to_owned(),
    };
    if let (Doubt::Total, Some(sum)) = (question.doubt, answer.becomes.first()) {
        return m::BECOMES_SUM.fill(lang, &[("text", &word(sum))]);
    }
    let pairs = question.cells.iter().zip(&answer.becomes);
    let pair = |(cell, becomes): (&String, &Becomes)| {
        m::BECOMES.fill(lang, &[("cell", cell), ("text", &word(becomes))])
    };
    pairs.map(pair).collect::<Vec<_>>().join(COMMA.get(lang))
}

/// A span of days at its own precision.
fn days(first: i32, last: i32, lang: Lang) -> String {
    let at = |day: i32| {
        let (year, month, of_month) = civil(day);
        (
            [PartialDate::Year(year), PartialDate::Month(year, month)],
            PartialDate::Day(year, month, of_month),
        )
    };
    let ((coarse, start), (coarse_end, end)) = (at(first), at(last));
    let whole = |date: &PartialDate| (date.first_day(), date.last_day()) == (first, last);
    if let Some(one) = coarse.into_iter().find(whole) {
        return i18n::date(one, lang);
    }
    let fits = |(a, b): &(PartialDate, PartialDate)| a.first_day() == first && b.last_day() == last;
    let (a, b) = coarse.into_iter().zip(coarse_end).find(fits).unwrap_or((start, end));
    i18n::period(Some(a), b, lang)
}
