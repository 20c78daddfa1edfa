//! What differs between two figures, in words.

use super::guard::{Reason, Verdict};
use crate::base::lang::Lang;
use crate::i18n::catalog::compare as m;
use crate::i18n::{self, Message};
use crate::model::{Dataset, Role, Stage};

/// A reason as a reader hears it.
#[must_use]
pub(super) fn reason(reason: &Reason, data: &Dataset, lang: Lang) -> String {
    let word = |column: &str, id: &str| {
        i18n::word(column, id).map_or_else(|| id.to_owned(), |word| word.get(lang).to_owned())
    };
    let both = |message: Message, a: &str, b: &str| message.fill(lang, &[("a", a), ("b", b)]);
    match reason {
        Reason::PerHead => m::IS_PER_HEAD.get(lang).to_owned(),
        Reason::Units => m::IS_UNITS.get(lang).to_owned(),
        Reason::Stages(a, b) => both(m::IS_STAGES, &word("stage", a.id()), &word("stage", b.id())),
        Reason::Roles(a, b) => both(m::IS_STAGES, &word("role", a.id()), &word("role", b.id())),
        Reason::Spans => m::IS_SPANS.get(lang).to_owned(),
        Reason::AsOf => m::IS_AS_OF.get(lang).to_owned(),
        Reason::Lengths => m::IS_LENGTHS.get(lang).to_owned(),
        Reason::Breakdowns(key, a, b) => m::IS_BREAKDOWNS.fill(
            lang,
            &[
                ("key", &label(data, key, "", lang)),
                ("a", &label(data, key, a, lang)),
                ("b", &label(data, key, b, lang)),
            ],
        ),
        Reason::Narrower(key, a) => m::IS_NARROWER.fill(lang, &[("a", &label(data, key, a, lang))]),
        Reason::Years(a, b) => both(m::IS_YEARS, &a.to_string(), &b.to_string()),
        Reason::Counted => m::IS_COUNTED.get(lang).to_owned(),
        Reason::OpenEnds => m::IS_OPEN.get(lang).to_owned(),
        Reason::Derived => m::IS_DERIVED.get(lang).to_owned(),
    }
}

/// A reason that holds among several figures, each of which says itself what it is limited to.
#[must_use]
pub(super) fn among(own: &Reason, data: &Dataset, lang: Lang) -> String {
    match own {
        Reason::Breakdowns(key, ..) => {
            m::ARE_BREAKDOWNS.fill(lang, &[("key", &label(data, key, "", lang))])
        }
        Reason::Narrower(..) => m::ARE_NARROWER.get(lang).to_owned(),
        own => reason(own, data, lang),
    }
}

/// Every reason of a verdict by one of the ways to word it, what matters most first.
#[must_use]
pub(super) fn reasons(
    verdict: &Verdict,
    word: fn(&Reason, &Dataset, Lang) -> String,
    data: &Dataset,
    lang: Lang,
) -> Vec<String> {
    // That a target is planned need not be said twice.
    let is_planned = |own: &Reason| matches!(own, Reason::Stages(a, b) if Stage::Planned == *a || Stage::Planned == *b);
    let has_plan = verdict.0.iter().any(is_planned);
    let is_said = |own: &&Reason| {
        has_plan && matches!(own, Reason::Roles(a, b) if Role::Target == *a || Role::Target == *b)
    };
    let told = verdict.0.iter().filter(|own| !is_said(own));
    told.map(|own| word(own, data, lang)).collect()
}

/// The name of a breakdown's key (no id) or of one of its values.
fn label(data: &Dataset, key: &str, id: &str, lang: Lang) -> String {
    match data.label(key, id) {
        Some(label) => label.get(lang).to_owned(),
        None => i18n::breakdown(if id.is_empty() { key } else { id }, lang),
    }
}
