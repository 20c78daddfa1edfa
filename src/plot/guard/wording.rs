//! What differs between two figures, in words.

use super::{Facts, Reason, Verdict};
use crate::base::lang::Lang;
use crate::i18n::catalog::compare as m;
use crate::i18n::catalog::words::{AT_PLACE, BESIDE};
use crate::i18n::{self, Message};
use crate::model::{Dataset, Nature, Observation, Qualifier, Role, Stage};
use crate::words::{amid, observation_name, qualifier_word, vocabulary_word};

/// A way to word a reason.
pub(in crate::plot) type Wording = fn(&Reason, &Dataset, Lang) -> String;

/// A reason as a reader hears it.
#[must_use]
pub(in crate::plot) fn reason(reason: &Reason, data: &Dataset, lang: Lang) -> String {
    let word = |column: &str, id: &str| amid(&vocabulary_word(column, id, lang), lang);
    let both = |message: Message, a: &str, b: &str| message.fill(lang, &[("a", a), ("b", b)]);
    let plain = match reason {
        Reason::Stages(a, b) => {
            return both(m::IS_STAGES, &word("stage", a.id()), &word("stage", b.id()));
        }
        Reason::Roles(a, b) => {
            return both(m::IS_STAGES, &word("role", a.id()), &word("role", b.id()));
        }
        Reason::Natures(a, b) => {
            return both(m::IS_STAGES, nature(*a).get(lang), nature(*b).get(lang));
        }
        Reason::Levels(a, b) => {
            return both(m::IS_LEVELS, &word("level", a.id()), &word("level", b.id()));
        }
        Reason::Breakdowns(key, a, b) => {
            let values = [
                ("key", &*label(data, key, "", lang)),
                ("a", &*label(data, key, a, lang)),
                ("b", &*label(data, key, b, lang)),
            ];
            return m::IS_BREAKDOWNS.fill(lang, &values);
        }
        Reason::Narrower(key, a) => {
            return m::IS_NARROWER.fill(lang, &[("a", &label(data, key, a, lang))]);
        }
        Reason::Counted(a, b) => {
            return both(m::IS_COUNTED, &unit(data, a, lang), &unit(data, b, lang));
        }
        Reason::Years(a, b) => return both(m::IS_YEARS, &a.to_string(), &b.to_string()),
        Reason::OpenEnds(a, b) => return open_ends(*a, *b, lang),
        Reason::PerHead => m::IS_PER_HEAD,
        Reason::Units => m::IS_UNITS,
        Reason::Spans => m::IS_SPANS,
        Reason::AsOf => m::IS_AS_OF,
        Reason::Lengths => m::IS_LENGTHS,
        Reason::NoStart => m::IS_NO_START,
        Reason::Part => m::IS_PART,
        Reason::Works => m::IS_WORKS,
        Reason::Noted => m::IS_NOTED,
        Reason::Doubted => m::IS_DOUBTED,
        Reason::Derived => m::IS_DERIVED,
        Reason::AllDerived => m::ARE_DERIVED,
    };
    plain.get(lang).to_owned()
}

/// What an indicator measures.
const fn nature(nature: Nature) -> Message {
    match nature {
        Nature::Flow => m::A_FLOW,
        Nature::Stock => m::A_STOCK,
        Nature::Rate => m::A_RATE,
        Nature::Standard => m::A_STANDARD,
    }
}

/// Why it cannot be told which of two figures is greater, by the words of both.
fn open_ends(a: Qualifier, b: Qualifier, lang: Lang) -> String {
    match [a, b].map(|own| qualifier_word(own, lang)) {
        // An exact figure has no such word.
        ["", only] | [only, ""] => m::IS_OPEN_ONE.fill(lang, &[("a", only)]),
        [first, second] if first == second => m::IS_OPEN_BOTH.fill(lang, &[("a", first)]),
        [first, second] => m::IS_OPEN.fill(lang, &[("a", first), ("b", second)]),
    }
}

/// The same of several figures, of which others may be exact.
fn some_open(a: Qualifier, b: Qualifier, lang: Lang) -> String {
    let words = [a, b].map(|own| qualifier_word(own, lang));
    let open = words.into_iter().find(|word| !word.is_empty()).unwrap_or_default();
    m::ARE_OPEN.fill(lang, &[("a", open)])
}

/// A reason that holds among several figures, each of which says itself what it is limited to.
#[must_use]
fn among(own: &Reason, data: &Dataset, lang: Lang) -> String {
    let word = |column: &str, id: &str| amid(&vocabulary_word(column, id, lang), lang);
    let some = |column: &str, a: &str, b: &str| some_are(word(column, a), word(column, b), lang);
    match own {
        Reason::Stages(a, b) => some("stage", a.id(), b.id()),
        Reason::Roles(a, b) => some("role", a.id(), b.id()),
        Reason::Levels(a, b) => some("level", a.id(), b.id()),
        Reason::Natures(a, b) => {
            let names = [a, b].map(|own| nature(*own).get(lang).to_owned());
            let [a, b] = names;
            some_are(a, b, lang)
        }
        Reason::Breakdowns(key, ..) => {
            m::ARE_BREAKDOWNS.fill(lang, &[("key", &label(data, key, "", lang))])
        }
        Reason::Narrower(..) => m::ARE_NARROWER.get(lang).to_owned(),
        Reason::Part => m::ARE_PARTS.get(lang).to_owned(),
        Reason::Spans => m::ARE_SPANS.get(lang).to_owned(),
        Reason::AsOf => m::ARE_AS_OF.get(lang).to_owned(),
        Reason::Derived => m::ARE_SOME_DERIVED.get(lang).to_owned(),
        Reason::Doubted => m::ARE_DOUBTED.get(lang).to_owned(),
        Reason::NoStart => m::ARE_NO_START.get(lang).to_owned(),
        Reason::OpenEnds(a, b) => some_open(*a, *b, lang),
        Reason::Counted(a, b) => {
            let values = [("a", &*unit(data, a, lang)), ("b", &*unit(data, b, lang))];
            m::ARE_COUNTED.fill(lang, &values)
        }
        own => reason(own, data, lang),
    }
}

/// The same where none of the figures says from when it counts: [`among`] says it of some.
#[must_use]
fn among_undated(own: &Reason, data: &Dataset, lang: Lang) -> String {
    match own {
        Reason::NoStart => m::ARE_ALL_NO_START.get(lang).to_owned(),
        own => among(own, data, lang),
    }
}

/// How to word what differs among these figures.
#[must_use]
pub(in crate::plot) fn wording<'f, 'a: 'f>(
    facts: impl IntoIterator<Item = &'f Facts<'a>>,
) -> Wording {
    let mut facts = facts.into_iter();
    if facts.all(|own| own.period.start.is_none()) { among_undated } else { among }
}

/// The two in one order, whichever came first.
fn some_are(a: String, b: String, lang: Lang) -> String {
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    m::ARE_STAGES.fill(lang, &[("a", &a), ("b", &b)])
}

/// Every reason of a verdict by one of the ways to word it, what matters most first.
#[must_use]
pub(in crate::plot) fn reasons(
    verdict: &Verdict,
    word: Wording,
    data: &Dataset,
    lang: Lang,
) -> Vec<String> {
    // That a target is planned need not be said twice.
    let is_planned =
        |own: &Reason| matches!(own, Reason::Stages(a, b) if [*a, *b].contains(&Stage::Planned));
    let has_plan = verdict.0.iter().any(is_planned);
    let is_said = |own: &&Reason| {
        has_plan && matches!(own, Reason::Roles(a, b) if [*a, *b].contains(&Role::Target))
    };
    verdict.0.iter().filter(|own| !is_said(own)).map(|own| word(own, data, lang)).collect()
}

/// What a reader must know of a figure, its place named: its note and what is in doubt.
#[must_use]
pub(in crate::plot) fn notes(data: &Dataset, o: &Observation, lang: Lang) -> Vec<String> {
    let place = data.places[o.place].known_as().get(lang);
    told_of(data, o, place, lang)
}

/// The same with what is counted named too, for pictures of several indicators.
#[must_use]
pub(in crate::plot) fn notes_of_named(data: &Dataset, o: &Observation, lang: Lang) -> Vec<String> {
    let place = data.places[o.place].known_as().get(lang);
    let name = observation_name(data, o, lang);
    told_of(data, o, &BESIDE.fill(lang, &[("a", place), ("b", &name)]), lang)
}

/// The note of a figure and what is in doubt, behind what they are of.
fn told_of(data: &Dataset, o: &Observation, of: &str, lang: Lang) -> Vec<String> {
    let doubt = o.doubt.map_or("", |doubt| data.doubts[doubt].text.get(lang));
    let told = [o.note.get(lang), doubt].into_iter().filter(|note| !note.is_empty());
    told.map(|note| AT_PLACE.fill(lang, &[("place", of), ("name", note)])).collect()
}

/// The name of a unit.
fn unit(data: &Dataset, id: &str, lang: Lang) -> String {
    let found = data.units.find(id);
    found.map_or_else(|| id.to_owned(), |unit| data.units[unit].name.get(lang).to_owned())
}

/// The name of a breakdown's key (no id) or of one of its values.
fn label(data: &Dataset, key: &str, id: &str, lang: Lang) -> String {
    match data.label(key, id) {
        Some(label) => label.get(lang).to_owned(),
        None => i18n::breakdown(if id.is_empty() { key } else { id }, lang),
    }
}
