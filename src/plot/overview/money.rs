//! Where the money goes: the largest sums spent, those of one year apart from those of several.

use super::picture::Told;
use super::plain::short;
use super::types::{MoneyPlan, Picture};
use crate::base::lang::Lang;
use crate::chart::{QuantityMark, QuantitySpec};
use crate::column::Bitmap;
use crate::i18n::catalog::overview as m;
use crate::i18n::catalog::words::{COLON, SEPARATOR};
use crate::model::{Dataset, Id, Observation, Place};
use crate::state::MoneySpan;
use crate::words::{
    figure, is_cumulative, is_told_by_year, listed, observation_name, span_of_sum, spent,
};

/// How many sums are drawn.
const MOST: usize = 5;

/// Whether a sum is of one year, or told by the year. Of one that is told as of a date nobody says when it began.
fn is_of_year(data: &Dataset, o: &Observation) -> bool {
    is_told_by_year(data, o) || (o.period.start.is_some() && !is_cumulative(o))
}

/// The largest sums of a span; of the other one where a selection has none of it.
pub(super) fn money(
    data: &Dataset,
    rows: &Bitmap,
    span: MoneySpan,
    place: Option<Id<Place>>,
    lang: Lang,
) -> Option<MoneyPlan> {
    let sums = spent(data, rows).into_iter().filter_map(|row| data.observations.at(row));
    let sums = sums.filter(|o| o.part_of.is_none());
    let (year, total): (Vec<_>, Vec<_>) = sums.partition(|o| is_of_year(data, o));
    let has_both = !year.is_empty() && !total.is_empty();
    let span = if has_both {
        span
    } else if year.is_empty() {
        MoneySpan::Total
    } else {
        MoneySpan::Year
    };
    let mut shown = if span == MoneySpan::Year { year } else { total };
    shown.truncate(MOST);
    let told = Told { data, mark: QuantityMark::Bars, is_said: true, within: "money", lang };
    let part = |(id, o): (u32, &&Observation)| {
        let area = place.is_none().then(|| short(data, o.place, lang));
        let name = Some(observation_name(data, o, lang));
        let label = listed(
            area.into_iter().chain(name).chain(Some(span_of_sum(data, o, lang))),
            SEPARATOR,
            lang,
        );
        told.part(id, o, format!("{label}{}{}", COLON.get(lang), figure(data, o, lang)))
    };
    let spec = QuantitySpec {
        prefix: "money".into(),
        title: m::MONEY.get(lang).to_owned(),
        mark: QuantityMark::Bars,
        parts: (0..).zip(&shown).map(part).collect(),
        ..QuantitySpec::default()
    };
    let keys = shown.iter().map(|o| o.id.clone()).collect();
    (!shown.is_empty()).then_some(MoneyPlan { span, has_both, picture: Picture { spec, keys } })
}
