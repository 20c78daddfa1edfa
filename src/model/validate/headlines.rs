//! Headlines: held to the observations that they speak of.

use rust_decimal::Decimal;

use super::report;
use super::row::{Cursor, Row};
use crate::base::lang::Bilingual;
use crate::base::order::Order;
use crate::base::problem::{Problem, ProblemKind};
use crate::model::headline::{Headline, Part, parts};
use crate::model::{Dataset, Id, Observation, Picture, Place, adds_up};

/// The unit kind of a share of a hundred.
const SHARE: &str = "share";

/// The large figure of a headline's sentence.
const OWN: &str = "a";

/// The figure of the second observation.
const SECOND: &str = "b";

/// The sound headlines, by place and in order.
pub(super) fn headlines(
    table: &Cursor<'_>,
    data: &Dataset,
    problems: &mut Vec<Problem>,
) -> Vec<Headline> {
    let mut read: Vec<Headline> = Vec::new();
    for row in table.rows() {
        let before = problems.len();
        let Some(headline) = headline(row, data, problems) else { continue };
        let taken =
            |other: &Headline| (other.place, other.order) == (headline.place, headline.order);
        if read.iter().any(taken) {
            let found = headline.order.to_string();
            report(problems, ProblemKind::DuplicateId, row.at("order"), found, "");
        }
        check_picture(row, &headline, data, problems);
        check_text(row, "text", &headline.text, &headline, data, problems);
        check_text(row, "more", &headline.more, &headline, data, problems);
        if problems.len() == before {
            read.push(headline);
        }
    }
    read.order_by_key(|headline| (headline.place.index(), headline.order));
    read
}

fn headline(row: Row<'_>, data: &Dataset, problems: &mut Vec<Problem>) -> Option<Headline> {
    let place = row.reference("place", &data.places, "places", problems);
    let order = row.ordinal("order", problems);
    let figures = &data.observations;
    let observation = row.reference("observation", figures, "observations", problems);
    let with = row.optional_reference("with", figures, "observations", problems);
    let picture = row.word("picture", Picture::from_id, Picture::expected, problems);
    let texts = ["text_zh", "text_en"].map(|column| row.required(column, problems));
    let (place, [Some(_), Some(_)]) = (place?, texts) else { return None };
    let (observation, with) = (observation?, with.ok()?);
    let named = [("observation", Some(observation)), ("with", with)];
    for (column, id) in named.into_iter().filter_map(|(column, id)| Some((column, id?))) {
        if !is_of(data, id, place) {
            report_stranger(row, column, &figures[id].id, &data.places[place], problems);
        }
    }
    let (text, more) = (row.bilingual("text"), row.bilingual("more"));
    Some(Headline { place, order: order?, observation, with, picture: picture?, text, more })
}

/// Whether an observation is of a place or of one within it.
fn is_of(data: &Dataset, id: Id<Observation>, place: Id<Place>) -> bool {
    let mut area = Some(data.observations[id].place);
    while let Some(found) = area.filter(|&found| found != place) {
        area = data.places[found].parent;
    }
    area.is_some()
}

fn report_stranger(
    row: Row<'_>,
    column: &str,
    found: &str,
    place: &Place,
    problems: &mut Vec<Problem>,
) {
    let expected = format!("observations: {}", place.id);
    report(problems, ProblemKind::UnknownReference, row.at(column), found, expected);
}

/// Whether the picture can be drawn of these observations.
fn check_picture(row: Row<'_>, headline: &Headline, data: &Dataset, problems: &mut Vec<Problem>) {
    let (picture, own) = (headline.picture, &data.observations[headline.observation]);
    let kind = |o: &Observation| data.units[o.unit].kind.as_str();
    let counts = |o: &Observation| adds_up(kind(o)) && o.quantity.value.fract().is_zero();
    let unlike = |problems: &mut Vec<Problem>, column, found: &Observation, expected: &str| {
        let found = data.units[found.unit].id.as_str();
        report(problems, ProblemKind::UnitNotConvertible, row.at(column), found, expected);
    };
    match picture {
        Picture::Icons if kind(own) != SHARE => unlike(problems, "observation", own, SHARE),
        Picture::Dots if !counts(own) => unlike(problems, "observation", own, Picture::Dots.id()),
        _ => {}
    }
    let Some(with) = headline.with.map(|with| &data.observations[with]) else {
        if picture.needs_second() {
            report(problems, ProblemKind::EmptyCell, row.at("with"), "", picture.id());
        }
        return;
    };
    if (picture.needs_second() || picture == Picture::Dots) && kind(own) != kind(with) {
        unlike(problems, "with", with, kind(own));
        return;
    }
    let size = |o: &Observation| o.base_value(&data.units[o.unit]).unwrap_or(Decimal::ZERO);
    if matches!(picture, Picture::Dots | Picture::Share) && size(own) > size(with) {
        let (found, expected) =
            (with.quantity.value.to_string(), format!("≥ {}", own.quantity.value));
        report(problems, ProblemKind::UnitNotConvertible, row.at("with"), found, expected);
    }
}

/// Whether every placeholder of a text stands for an observation of the place, and the sentence has its large figure. A
/// text is there in both languages or in none.
fn check_text(
    row: Row<'_>,
    stem: &str,
    text: &Bilingual,
    headline: &Headline,
    data: &Dataset,
    problems: &mut Vec<Problem>,
) {
    for (lang, said) in [("zh", &text.zh), ("en", &text.en)] {
        let column = format!("{stem}_{lang}");
        if said.is_empty() && !text.is_empty() {
            report(problems, ProblemKind::EmptyCell, row.at(&column), "", "");
        }
        let pieces = parts(said);
        let is_own = |part: &Part<'_>| matches!(part, Part::Figure { name: OWN, .. });
        if stem == "text" && !pieces.iter().any(is_own) {
            report(problems, ProblemKind::UnknownReference, row.at(&column), said, "{a}");
        }
        for piece in pieces {
            match piece {
                Part::Words(words) if words.contains(['{', '}']) => {
                    report(problems, ProblemKind::UnknownReference, row.at(&column), words, "{…}");
                }
                Part::Words(_) => {}
                Part::Figure { name, .. } => match headline.named(&data.observations, name) {
                    // The row's own columns are held to the place already.
                    Some(_) if matches!(name, OWN | SECOND) => {}
                    Some(id) if is_of(data, id, headline.place) => {}
                    Some(_) => {
                        let place = &data.places[headline.place];
                        report_stranger(row, &column, name, place, problems);
                    }
                    None => {
                        let expected =
                            if name == SECOND { "with" } else { "{a} | {b} | observations" };
                        report(
                            problems,
                            ProblemKind::UnknownReference,
                            row.at(&column),
                            name,
                            expected,
                        );
                    }
                },
            }
        }
    }
}
