//! Which figures may be told first, what stands around them, and what was reached of a target.

use super::types::Finding;
use crate::base::lang::Lang;
use crate::i18n::catalog::words::BESIDE;
use crate::model::{Dataset, Id, Observation, Place, Role, Stage, Topic};
use crate::words::{period_text, publication_date, vocabulary_word};

/// Whether a figure may be told first: printed, in no doubt, and no change against an earlier one.
pub(in crate::plot) fn is_plain(o: &Observation) -> bool {
    !o.is_derived() && o.doubt.is_none() && o.flag.is_empty() && o.role != Role::Growth
}

/// The name that people use for a place.
pub(in crate::plot) fn short(data: &Dataset, place: Id<Place>, lang: Lang) -> String {
    data.places[place].known_as().get(lang).to_owned()
}

/// Whether a place is another or lies in it.
pub(super) fn is_within(data: &Dataset, place: Id<Place>, whole: Id<Place>) -> bool {
    let mut at = Some(place);
    while let Some(here) = at {
        if here == whole {
            return true;
        }
        at = data.places[here].parent;
    }
    false
}

/// What the release of a target reports as reached: of the same thing in the same unit kind, not later than the target is
/// due; of several the latest.
pub(super) fn reached<'a>(data: &'a Dataset, target: &Observation) -> Option<&'a Observation> {
    let is_of = |o: &&Observation| {
        o.role == Role::Actual
            && o.stage != Stage::Planned
            && is_plain(o)
            && o.indicator == target.indicator
            && o.place == target.place
            && o.project == target.project
            && o.source == target.source
            && o.breakdown == target.breakdown
            && data.units[o.unit].base == data.units[target.unit].base
            && o.period.end.last_day() <= target.period.end.last_day()
    };
    let found = data.observations.iter().map(|(_, o)| o).filter(is_of);
    found.max_by_key(|o| o.period.end.last_day())
}

/// What stands around a finding about a figure.
pub(super) fn about(data: &Dataset, o: &Observation, of_one_place: bool, lang: Lang) -> Finding {
    let topic = |topic: Topic| vocabulary_word("topic", topic.id(), lang);
    let source = &data.sources[o.source];
    let title = source.title.get(lang);
    let domain = data.domain(o);
    Finding {
        head: if of_one_place {
            data.topic(o).map_or_else(|| domain.name.get(lang).to_owned(), topic)
        } else {
            short(data, o.place, lang)
        },
        when: period_text(o, lang),
        hue: domain.hue(),
        key: o.id.clone(),
        source: match (of_one_place, publication_date(source, lang)) {
            (true, _) => String::new(),
            (false, None) => title.to_owned(),
            (false, Some(date)) => BESIDE.fill(lang, &[("a", title), ("b", &date)]),
        },
        ..Finding::default()
    }
}
