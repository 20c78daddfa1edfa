//! Published figures and shares as a poster sets them.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::base::lang::Lang;
use crate::chart::{PosterFigure, PosterRing};
use crate::i18n::catalog::poster as m;
use crate::i18n::catalog::words::{BESIDE, SEPARATOR};
use crate::i18n::percent;
use crate::model::{Dataset, Direction, Id, Observation, Pair, Qualifier, Role, Stage};
use crate::plot::ledger::ratio_qualifier;
use crate::words::{
    FigureText, breakdown_text, claim, figure, observation_name, period_text, qualified, stage_word,
};

/// The unit of shares of a hundred.
const PERCENT: &str = "percent";
/// Breakdowns of this key are the ends of a range: no share of their own.
const BOUND: &str = "bound";

/// Published figures in one language.
pub(super) struct Figures<'a> {
    pub(super) data: &'a Dataset,
    pub(super) lang: Lang,
    /// Whether figures of several places stand side by side, so that each names its own.
    pub(super) name_places: bool,
}

impl Figures<'_> {
    /// Where, when, and how far where that is not done.
    pub(super) fn beside(&self, o: &Observation) -> String {
        let mut parts = Vec::new();
        if self.name_places {
            parts.push(self.data.places[o.place].name.get(self.lang).to_owned());
        }
        parts.push(period_text(o, self.lang));
        if matches!(o.stage, Stage::Planned | Stage::InProgress) {
            let claim = claim(self.data, o, self.lang);
            parts.push(if self.lang == Lang::En { claim.to_lowercase() } else { claim });
        }
        parts.join(SEPARATOR.get(self.lang))
    }

    /// A figure with its name.
    pub(super) fn figure(&self, o: &Observation) -> PosterFigure {
        let text = figure(self.data, o, self.lang);
        let domain = self.data.domain(o);
        PosterFigure {
            key: Some(o.id.clone()),
            topic: domain.id.clone(),
            hue: domain.hue(),
            name: observation_name(self.data, o, self.lang),
            beside: self.beside(o),
            ..written(&text)
        }
    }

    /// A target and what was reached of it; `None` where that is no share: less is better, or nothing was aimed at.
    pub(super) fn of_target(&self, pair: Pair) -> Option<PosterRing> {
        let (target, actual) =
            (&self.data.observations[pair.target], &self.data.observations[pair.actual]);
        let is_lower = self.data.indicators[actual.indicator].direction == Direction::Lower;
        // A share of what we worked out ourselves is nobody's promise.
        if is_lower || target.is_derived() || actual.is_derived() {
            return None;
        }
        let base = |o: &Observation| o.base_value(&self.data.units[o.unit]);
        let (whole, part) = (base(target)?, base(actual)?);
        if whole <= Decimal::ZERO || part < Decimal::ZERO {
            return None;
        }
        let share = part.checked_div(whole)?;
        let mut reached = figure(self.data, actual, self.lang);
        if actual.unit == target.unit {
            // Said once, behind the target.
            reached.unit = String::new();
        }
        let aim = figure(self.data, target, self.lang).to_string();
        let values = [
            ("stage", stage_word(self.data, actual, self.lang)),
            ("actual", reached.to_string()),
            ("target", aim),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        Some(PosterRing {
            key: Some(actual.id.clone()),
            hue: self.data.domain(actual).hue(),
            share: share.to_f64()?,
            number: signed(
                ratio_qualifier(target.quantity.qualifier, actual.quantity.qualifier),
                &percent(share.checked_mul(Decimal::ONE_HUNDRED)?, 1),
                self.lang,
            ),
            name: observation_name(self.data, actual, self.lang),
            beside: self.at_place(actual, m::OF_TARGET.fill(self.lang, &values)),
        })
    }

    /// The text after the place, where places differ.
    fn at_place(&self, o: &Observation, text: String) -> String {
        if !self.name_places {
            return text;
        }
        let place = self.data.places[o.place].name.get(self.lang);
        BESIDE.fill(self.lang, &[("a", place), ("b", &text)])
    }

    /// A share of a hundred that more of is better, and that says how far something has come or reaches.
    pub(super) fn share(&self, o: &Observation) -> Option<PosterRing> {
        let value = o.quantity.value;
        let is_share = self.data.units[o.unit].id == PERCENT
            && matches!(o.role, Role::Actual | Role::Share)
            && self.data.indicators[o.indicator].direction == Direction::Higher
            && o.breakdown.iter().all(|(key, _)| key != BOUND)
            && (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&value);
        is_share.then(|| PosterRing {
            key: Some(o.id.clone()),
            hue: self.data.domain(o).hue(),
            share: value.to_f64().unwrap_or_default() / 100.0,
            number: signed(o.quantity.qualifier, &percent(value, 2), self.lang),
            name: self.long_name(o),
            beside: self.beside(o),
        })
    }

    /// The name, with the project where several of its figures differ by nothing else.
    fn long_name(&self, o: &Observation) -> String {
        match o.project {
            Some(project) if self.is_ambiguous(o) => {
                let project = self.data.projects[project].name.get(self.lang);
                // What is measured is the same throughout: the part of the project tells more.
                let part = match breakdown_text(self.data, o, self.lang) {
                    part if part.is_empty() => observation_name(self.data, o, self.lang),
                    part => part,
                };
                BESIDE.fill(self.lang, &[("a", project), ("b", &part)])
            }
            _ => observation_name(self.data, o, self.lang),
        }
    }

    fn is_ambiguous(&self, o: &Observation) -> bool {
        let same = |(_, other): &(Id<Observation>, &Observation)| {
            other.indicator == o.indicator && other.source == o.source && other.project != o.project
        };
        self.data.observations.iter().any(|other| same(&other))
    }
}

/// A share with its qualifier, short enough for a ring: by a sign where one says just what the word does, else by the
/// word. No sign says nearly: what is nearly all may not be a little more.
fn signed(qualifier: Qualifier, text: &str, lang: Lang) -> String {
    let sign = match qualifier {
        Qualifier::Over => ">",
        Qualifier::AtLeast => "≥",
        Qualifier::AtMost => "≤",
        Qualifier::Under => "<",
        Qualifier::Eq | Qualifier::About | Qualifier::Nearly => {
            return qualified(qualifier, text, lang);
        }
    };
    format!("{sign}{text}")
}

/// What most of some figures say beside them, said once: takes it from those and gives it in words.
pub(super) fn said_once<'a>(besides: impl Iterator<Item = &'a mut String>, lang: Lang) -> String {
    let mut besides: Vec<&mut String> = besides.collect();
    let count = |text: &str| besides.iter().filter(|other| other.as_str() == text).count();
    let commonest = besides.iter().max_by_key(|text| count(text)).map(|text| text.to_string());
    let Some(commonest) = commonest.filter(|text| !text.is_empty()) else {
        return String::new();
    };
    let n = count(&commonest);
    if n < 2 || n * 2 <= besides.len() {
        return String::new();
    }
    let is_all = n == besides.len();
    for beside in &mut besides {
        if **beside == commonest {
            beside.clear();
        }
    }
    let message = if is_all { m::ALL_OF } else { m::UNLESS_NOTED };
    message.fill(lang, &[("beside", &commonest)])
}

/// A figure's text in the parts a poster sets apart.
pub(super) fn written(text: &FigureText) -> PosterFigure {
    PosterFigure {
        qualifier: text.qualifier.clone(),
        number: format!("{}{}", text.sign, text.number),
        unit: format!("{}{}", text.unit, text.behind()),
        text: text.to_string(),
        ..PosterFigure::default()
    }
}
