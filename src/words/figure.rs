//! A figure as a reader writes it: 近17亿元, nearly ¥1.7 billion.

use std::borrow::Cow;
use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::base::lang::Lang;
use crate::i18n::catalog::data::{DERIVED_MARK, DOUBT_MARK};
use crate::i18n::catalog::words as m;
use crate::i18n::{self, compact, decimal};
use crate::model::{Dataset, Observation, Qualifier, Register, Unit};

/// A figure in its parts, so that a page can set the unit smaller than the number. The qualifier is never dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureText {
    /// The qualifier's word; empty for an exact figure.
    pub qualifier: String,
    /// What stands right before the number, such as a currency sign.
    pub sign: Cow<'static, str>,
    /// The number.
    pub number: String,
    /// The unit.
    pub unit: String,
    /// What keeps it from being a plain figure of the release: that it was worked out here (本站推算), or that the release
    /// leaves it in doubt (有疑点). Empty for all others.
    pub mark: String,
    /// Whether a blank stands between number and unit.
    spaced: bool,
    /// Whether a blank stands after the qualifier.
    spaced_qualifier: bool,
}

impl fmt::Display for FigureText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.qualifier)?;
        if self.spaced_qualifier && !self.qualifier.is_empty() {
            f.write_str(" ")?;
        }
        write!(f, "{}{}", self.sign, self.number)?;
        if self.spaced && !self.unit.is_empty() {
            f.write_str("\u{a0}")?;
        }
        f.write_str(&self.unit)?;
        f.write_str(&self.behind())
    }
}

impl FigureText {
    /// A number that is written out already.
    #[must_use]
    pub fn of(number: String) -> Self {
        Self { number, ..Self::default() }
    }

    /// A number alone, of which neither unit nor qualifier is known.
    #[must_use]
    pub fn bare(value: Decimal) -> Self {
        Self { number: decimal(value), ..Self::default() }
    }

    /// The same with the word of a qualifier before it.
    #[must_use]
    pub fn qualified(self, qualifier: Qualifier, lang: Lang) -> Self {
        let qualifier = qualifier_word(qualifier, lang).to_owned();
        Self { qualifier, spaced_qualifier: lang == Lang::En, ..self }
    }

    /// The same with a unit that stands beside it in its table.
    #[must_use]
    pub fn in_unit(self, unit: String) -> Self {
        Self { spaced: unit.starts_with(|c: char| c.is_ascii_alphabetic()), unit, ..self }
    }

    /// The same without its mark, where that is said beside it.
    #[must_use]
    pub fn unmarked(self) -> Self {
        Self { mark: String::new(), ..self }
    }

    /// The mark in brackets, as it stands behind the unit; empty where there is none.
    #[must_use]
    pub fn behind(&self) -> String {
        match self.mark.as_str() {
            "" => String::new(),
            mark => m::BEHIND.fill(self.lang(), &[("mark", mark)]),
        }
    }

    /// English sets a blank behind a qualifier.
    const fn lang(&self) -> Lang {
        if self.spaced_qualifier { Lang::En } else { Lang::Zh }
    }
}

/// What a figure that is not exact says before its number: 不低于, at least; empty for an exact one.
#[must_use]
pub fn qualifier_word(qualifier: Qualifier, lang: Lang) -> &'static str {
    let message = match qualifier {
        Qualifier::Eq => return "",
        Qualifier::About => m::PREFIX_ABOUT,
        Qualifier::Nearly => m::PREFIX_NEARLY,
        Qualifier::Over => m::PREFIX_OVER,
        Qualifier::AtLeast => m::PREFIX_AT_LEAST,
        Qualifier::AtMost => m::PREFIX_AT_MOST,
        Qualifier::Under => m::PREFIX_UNDER,
    };
    message.get(lang)
}

/// A number that is written out, with the word of its qualifier: 约112.8%, about 112.8%.
#[must_use]
pub fn qualified(qualifier: Qualifier, text: &str, lang: Lang) -> String {
    let word = qualifier_word(qualifier, lang);
    let gap = if lang == Lang::En && !word.is_empty() { " " } else { "" };
    format!("{word}{gap}{text}")
}

/// The figure as published, in its published unit; in English 万 and 亿 become thousands, millions and billions.
#[must_use]
pub fn figure(data: &Dataset, o: &Observation, lang: Lang) -> FigureText {
    let unit = &data.units[o.unit];
    let text = in_unit(&data.units, o.quantity.value, unit, lang);
    worded(text, o, lang)
}

/// The text with the word of the observation's qualifier, and the mark of what the release does not print.
fn worded(text: FigureText, o: &Observation, lang: Lang) -> FigureText {
    let mark = match (o.is_derived(), o.doubt) {
        (true, _) => DERIVED_MARK.get(lang),
        (false, Some(_)) => DOUBT_MARK.get(lang),
        (false, None) => "",
    };
    let qualifier = qualifier_word(o.quantity.qualifier, lang);
    FigureText { qualifier: qualifier.to_owned(), mark: mark.to_owned(), ..text }
}

/// The value written out in the base unit, where that says the same in more digits: not of three years, which are no number
/// of days.
#[must_use]
pub fn base_amount(data: &Dataset, o: &Observation, lang: Lang) -> Option<FigureText> {
    let unit = &data.units[o.unit];
    if unit.factor == Decimal::ONE || !is_power_of_ten(unit.factor) {
        return None;
    }
    let value = unit.to_base(o.quantity.value)?;
    let base = written_in(&data.units, unit);
    // 43万份 is no 430,000条.
    let is_multiplier = unit.factor >= Decimal::from(10_000);
    if is_multiplier && !unit.name.zh.ends_with(&base.name.zh) {
        return None;
    }
    Some(worded(plain(decimal(value), value, base, lang), o, lang))
}

/// An amount of base units, shortened to 万/亿 or million/billion.
#[must_use]
pub fn amount(value: Decimal, base: &Unit, lang: Lang) -> FigureText {
    shortened(compact(value, lang), value, base, lang)
}

/// An amount of base units with every digit it has, in the greatest of 万 and 亿 (or million and billion) that leaves it
/// with no more than two decimals: 18,282.93万元, but 13,407.2平方米.
#[must_use]
pub fn exactly(value: Decimal, base: &Unit, lang: Lang) -> FigureText {
    in_step(value, base, 2, lang)
}

/// An amount with every digit, in the greatest multiplier that it reaches and that leaves it with so few decimals.
fn in_step(value: Decimal, base: &Unit, places: u32, lang: Lang) -> FigureText {
    let number = |step: Decimal| {
        let number = value.checked_div(step)?;
        (number.abs() >= Decimal::ONE && number.round_dp(places) == number).then_some(number)
    };
    let found = i18n::steps(lang).into_iter().find_map(|(step, word)| Some((number(step)?, word)));
    let (number, word) = found.unwrap_or((value, ""));
    shortened((decimal(number), word), value, base, lang)
}

fn shortened(
    (number, step): (String, &'static str),
    value: Decimal,
    base: &Unit,
    lang: Lang,
) -> FigureText {
    let unit = unit_word(value, base, lang);
    let (sign, unit) = match lang {
        Lang::Zh => ("", format!("{step}{unit}")),
        Lang::En if is_yuan(base) => ("¥", step.to_owned()),
        Lang::En if step.is_empty() => ("", unit.to_owned()),
        Lang::En => ("", format!("{step} {unit}")),
    };
    FigureText { number, sign: sign.into(), unit, ..spacing(lang, base) }
}

/// The unit that numbers of another are written out in: of `10,000 attendances` attendances, where the dataset has such a unit
/// of one base, else the base itself.
#[must_use]
pub fn written_in<'a>(units: &'a Register<Unit>, unit: &'a Unit) -> &'a Unit {
    let base = &units[unit.base];
    let named = |own: &Unit| {
        let multiplier = unit.name.en.strip_suffix(&*own.name.en);
        multiplier.is_some_and(|multiplier| multiplier.ends_with(' '))
    };
    if unit.factor < Decimal::from(10_000) || named(base) {
        return base;
    }
    let is_one = |own: &&Unit| own.base == unit.base && own.factor == Decimal::ONE && named(own);
    units.iter().map(|(_, own)| own).find(is_one).unwrap_or(base)
}

fn in_unit(units: &Register<Unit>, value: Decimal, unit: &Unit, lang: Lang) -> FigureText {
    let base = written_in(units, unit);
    let multiplier = unit.factor >= Decimal::from(10_000) && is_power_of_ten(unit.factor);
    if lang == Lang::En && (multiplier || is_yuan(unit)) {
        let in_base = unit.to_base(value).unwrap_or(value);
        if in_base >= Decimal::from(1_000_000) {
            // Nothing that is published is rounded away.
            return in_step(in_base, base, Decimal::MAX_SCALE, lang);
        }
        return plain(decimal(in_base), in_base, base, lang);
    }
    plain(decimal(value), value, unit, lang)
}

fn plain(number: String, value: Decimal, unit: &Unit, lang: Lang) -> FigureText {
    let (sign, word) = match lang {
        Lang::En if is_yuan(unit) => ("¥", ""),
        _ => ("", unit_word(value, unit, lang)),
    };
    FigureText { number, sign: sign.into(), unit: word.to_owned(), ..spacing(lang, unit) }
}

fn spacing(lang: Lang, unit: &Unit) -> FigureText {
    let tight = lang == Lang::Zh || unit.name.en.starts_with('%');
    FigureText { spaced: !tight, spaced_qualifier: lang == Lang::En, ..FigureText::default() }
}

fn unit_word(value: Decimal, unit: &Unit, lang: Lang) -> &str {
    let one = lang == Lang::En && value == Decimal::ONE && !unit.singular_en.is_empty();
    if one { &unit.singular_en } else { unit.name.get(lang) }
}

fn is_yuan(unit: &Unit) -> bool {
    unit.kind == "money" && unit.factor == Decimal::ONE
}

fn is_power_of_ten(mut n: Decimal) -> bool {
    while n >= Decimal::TEN {
        n /= Decimal::TEN;
    }
    n == Decimal::ONE
}
