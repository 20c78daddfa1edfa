//! Targets that releases print, with what they report beside them. Nothing is judged here.

use super::picture::{self, Told};
use super::plain::{is_plain, reached, short};
use super::types::Promised;
use crate::base::lang::Lang;
use crate::chart::QuantityMark;
use crate::i18n::catalog::overview as m;
use crate::i18n::catalog::words::SEPARATOR;
use crate::model::{Dataset, Id, Observation, Place, Role};
use crate::words::{amid, figure, listed, observation_name, period_text};

/// The most promises of all places, and of one.
const MOST: [usize; 2] = [4, 8];

/// The kind of unit of times that things take.
const DURATION: &str = "duration";

/// The targets among some rows, those with a result first.
pub(super) fn promised(
    data: &Dataset,
    rows: &[usize],
    place: Option<Id<Place>>,
    lang: Lang,
) -> Vec<Promised> {
    let targets = rows.iter().filter_map(|&row| data.observations.at(row));
    // How long it takes is no amount that is promised.
    let is_amount = |o: &&Observation| data.units[o.unit].kind != DURATION;
    let targets = targets.filter(|o| o.role == Role::Target && o.part_of.is_none() && is_plain(o));
    let targets = targets.filter(is_amount);
    let (with, without): (Vec<_>, Vec<_>) =
        targets.map(|o| (o, reached(data, o))).partition(|(_, result)| result.is_some());
    let most = MOST[usize::from(place.is_some())];
    let promise = |(target, result): (&Observation, Option<&Observation>)| {
        let told =
            Told { data, mark: QuantityMark::Target, is_said: true, within: "promised", lang };
        let target_text =
            m::TARGET_IS.fill(lang, &[("b", &figure(data, target, lang).to_string())]);
        let area = place.is_none().then(|| short(data, target.place, lang));
        let reported = result.map(|o| m::REPORTED.fill(lang, &[("period", &period_text(o, lang))]));
        let due = m::TARGET_TIME.fill(lang, &[("period", &period_text(target, lang))]);
        let mut beside = area.into_iter().chain(reported).chain(Some(due));
        let first = beside.next();
        let beside = first.into_iter().chain(beside.map(|words| amid(&words, lang)));
        Promised {
            name: observation_name(data, target, lang),
            beside: listed(beside, SEPARATOR, lang),
            told: if result.is_some() { String::new() } else { target_text },
            picture: result.map(|o| picture::target(&told, o, target)),
            key: target.id.clone(),
        }
    };
    with.into_iter().chain(without).take(most).map(promise).collect()
}
