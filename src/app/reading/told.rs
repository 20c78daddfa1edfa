//! What was decided of a table, in words.

use crate::app::use_names;
use crate::base::lang::Lang;
use crate::i18n::Message;
use crate::i18n::catalog::reading as m;
use crate::i18n::catalog::words::COMMA;
use crate::import::{
    Arrangement, Basis, DecimalSign, Decision, Plan, Subject, Sure, TimeWay, Use, Why,
};

/// The lengths of periods, by the ids that plans have.
const GRAINS: [(&str, Message); 10] = [
    ("year", m::GRAIN_YEAR),
    ("half", m::GRAIN_HALF),
    ("quarter", m::GRAIN_QUARTER),
    ("month", m::GRAIN_MONTH),
    ("ten-days", m::GRAIN_TEN_DAYS),
    ("week", m::GRAIN_WEEK),
    ("day", m::GRAIN_DAY),
    ("years", m::GRAIN_YEARS),
    ("to-date", m::GRAIN_TO_DATE),
    ("other", m::GRAIN_OTHER),
];

/// How sure a decision is.
const fn sure(sure: Sure) -> Message {
    match sure {
        Sure::Certain => m::SURE,
        Sure::Likely => m::LIKELY,
        Sure::Guessed => m::UNSURE,
    }
}

/// Why it was made so.
const fn why(why: Why) -> Message {
    match why {
        Why::Usual => m::WHY_USUAL,
        Why::Cells => m::WHY_CELLS,
        Why::Neighbours => m::WHY_NEIGHBOURS,
        Why::Separator => m::WHY_SEPARATOR,
        Why::Name => m::WHY_NAME,
        Why::Order => m::WHY_ORDER,
        Why::Reader => m::WHY_READER,
        Why::Known => m::WHY_KNOWN,
        Why::Digits => m::WHY_DIGITS,
        Why::File => m::WHY_FILE,
        Why::Above => m::WHY_ABOVE,
        Why::Bytes => m::WHY_BYTES,
        Why::Place => m::WHY_PLACE,
        Why::Sums => m::WHY_SUMS,
        Why::Codes => m::WHY_CODES,
        Why::Levels => m::WHY_LEVELS,
        Why::Within => m::WHY_WITHIN,
        Why::Units => m::WHY_UNITS,
        Why::OtherUnits => m::WHY_OTHER_UNITS,
    }
}

/// How sure, and why, in one.
pub(super) fn basis(basis: Basis, lang: Lang) -> String {
    [sure(basis.sure), why(basis.why)].map(|message| message.get(lang)).join(COMMA.get(lang))
}

/// The name that a column is shown by.
pub(super) fn name(plan: &Plan, key: &str) -> String {
    let column = plan.columns.iter().find(|column| column.key == key);
    let name = column.map(|column| column.name.as_str()).filter(|name| !name.is_empty());
    name.unwrap_or(key).to_owned()
}

/// What was decided; `None` of what its own line tells.
pub(super) fn decision(decision: &Decision, plan: &Plan, lang: Lang) -> Option<String> {
    let name = name(plan, &decision.column);
    let value = decision.value.as_str();
    let fill =
        |message: Message, text: &str| message.fill(lang, &[("name", &name), ("text", text)]);
    Some(match decision.subject {
        Subject::Format => fill(m::FORMAT, value),
        Subject::Encoding => fill(m::ENCODING, value),
        Subject::Separator => fill(m::SEPARATOR, &between(value, lang)),
        Subject::Table => fill(m::TABLE, value),
        Subject::Header => header(plan, lang),
        // Their own lines tell of these, with what undoes them.
        Subject::Under | Subject::Notes | Subject::Shape | Subject::Year => return None,
        Subject::Use => {
            fill(m::USED, Use::from_id(value).map_or("", |used| use_names::name(used).get(lang)))
        }
        Subject::Unit => fill(m::UNIT_OF, value),
        Subject::ByRow => fill(m::UNIT_BY_ROW, ""),
        Subject::InNames => fill(m::UNIT_IN_NAMES, ""),
        Subject::Decimal => fill(if value == "comma" { m::COMMA_OF } else { m::POINT }, ""),
        Subject::Periods => match value {
            "fiscal" => fill(m::FISCAL, ""),
            "years" => fill(m::SPANS, ""),
            "dmy" => fill(m::DAY_FIRST, ""),
            _ => fill(m::MONTH_FIRST, ""),
        },
        Subject::Grain => fill(m::GRAIN, &grains(value, lang)),
        Subject::Missing => fill(m::MISSING, value),
        Subject::Total if decision.basis.why == Why::Within => fill(m::TOTAL_PART, value),
        Subject::Total => fill(m::TOTAL, value),
    })
}

/// What stands between cells.
pub(super) fn between(separator: &str, lang: Lang) -> String {
    match separator {
        "\t" => m::TAB.get(lang).to_owned(),
        other => other.to_owned(),
    }
}

fn header(plan: &Plan, lang: Lang) -> String {
    let (above, rows) = (plan.layout.above, plan.layout.header);
    let line = |at: usize| plan.first.lines.get(at).map_or(at + 1, |(line, _)| *line).to_string();
    match rows {
        0 => m::HEADER_NONE.get(lang).to_owned(),
        1 => m::HEADER_AT.fill(lang, &[("from", &line(above))]),
        rows => {
            m::HEADER_ROWS.fill(lang, &[("from", &line(above)), ("to", &line(above + rows - 1))])
        }
    }
}

fn grains(ids: &str, lang: Lang) -> String {
    let name = |id: &str| {
        let known = GRAINS.iter().find(|(own, _)| *own == id);
        known.map_or_else(|| id.to_owned(), |(_, message)| message.get(lang).to_owned())
    };
    let names: Vec<String> = ids.split(' ').map(name).collect();
    names.join(COMMA.get(lang))
}

/// A change that a reader made, in words, and what is wanted without it.
type Undo = (String, Arrangement);

/// The changes that a reader made.
pub(super) fn changes(plan: &Plan, lang: Lang) -> Vec<Undo> {
    let of = |key: &str, text: &str| {
        m::CHANGED_COLUMN.fill(lang, &[("name", &name(plan, key)), ("text", text)])
    };
    let mut all = changes_of_rows(&plan.wanted, lang);
    all.extend(each(
        plan,
        |a| &mut a.uses,
        |(key, used)| of(key, use_names::name(*used).get(lang)),
    ));
    all.extend(each(plan, |a| &mut a.signs, |(key, sign)| of(key, decimal(*sign).get(lang))));
    all.extend(each(plan, |a| &mut a.times, |(key, way)| of(key, time_way(*way).get(lang))));
    let unit = |(key, unit): &(String, String)| match unit.as_str() {
        "" => of(key, m::CHANGED_NO_UNIT.get(lang)),
        unit => of(key, unit),
    };
    all.extend(each(plan, |a| &mut a.units, unit));
    let missing =
        |(key, text): &(String, String)| of(key, &m::CHANGED_NONE.fill(lang, &[("text", text)]));
    all.extend(each(plan, |a| &mut a.missing, missing));
    let total = |(key, value, is_total): &(String, String, bool)| {
        let message = if *is_total { m::CHANGED_TOTAL } else { m::CHANGED_PART };
        of(key, &message.fill(lang, &[("text", value)]))
    };
    all.extend(each(plan, |a| &mut a.totals, total));
    all
}

/// The changes of where the table lies.
fn changes_of_rows(wanted: &Arrangement, lang: Lang) -> Vec<Undo> {
    let changes = [
        (wanted.long, m::CHANGED_LONG, Arrangement { long: false, ..wanted.clone() }),
        (
            wanted.header.is_some(),
            m::CHANGED_HEADER,
            Arrangement { header: None, ..wanted.clone() },
        ),
        (wanted.year.is_some(), m::CHANGED_YEAR, Arrangement { year: None, ..wanted.clone() }),
        (wanted.keep_notes, m::CHANGED_NOTES, Arrangement { keep_notes: false, ..wanted.clone() }),
    ];
    let made = changes.into_iter().filter(|(is_made, ..)| *is_made);
    made.map(|(_, message, without)| (message.get(lang).to_owned(), without)).collect()
}

/// Each change of one kind.
fn each<T>(
    plan: &Plan,
    list: fn(&mut Arrangement) -> &mut Vec<T>,
    text: impl Fn(&T) -> String,
) -> Vec<Undo> {
    let count = list(&mut plan.wanted.clone()).len();
    let undo = |at: usize| {
        let mut without = plan.wanted.clone();
        let change = list(&mut without).remove(at);
        (text(&change), without)
    };
    (0..count).map(undo).collect()
}

/// The sign before decimals.
pub(super) const fn decimal(sign: DecimalSign) -> Message {
    match sign {
        DecimalSign::Point => m::ANSWER_POINT,
        DecimalSign::Comma => m::ANSWER_COMMA,
    }
}

/// How periods are written.
pub(super) const fn time_way(way: TimeWay) -> Message {
    match way {
        TimeWay::MonthFirst => m::ANSWER_MDY,
        TimeWay::DayFirst => m::ANSWER_DMY,
        TimeWay::Month => m::ANSWER_MONTH,
        TimeWay::Fiscal => m::ANSWER_FISCAL,
        TimeWay::Years => m::ANSWER_YEARS,
        TimeWay::Dates => m::ANSWER_DATES,
    }
}
