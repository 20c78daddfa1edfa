//! How many times one figure is another, in words that people use: 不到四分之一, 2.1倍.

use rust_decimal::Decimal;

use crate::base::lang::Lang;
use crate::i18n;
use crate::i18n::Message;
use crate::i18n::catalog::compare as m;
use crate::plot::guard::bounds::Bounded;

/// The fractions that have a word, by numerator and denominator: from the least.
const FRACTIONS: [(i64, i64); 16] = [
    (1, 100),
    (1, 50),
    (1, 20),
    (1, 10),
    (1, 8),
    (1, 6),
    (1, 5),
    (1, 4),
    (1, 3),
    (2, 5),
    (1, 2),
    (3, 5),
    (2, 3),
    (3, 4),
    (4, 5),
    (9, 10),
];

/// The multiples that have a word, in tenths: from the least.
const MULTIPLES: [i64; 6] = [15, 20, 30, 40, 50, 100];

/// A ratio in words; `None` where its ends leave it open, and where it is nothing or less.
#[must_use]
pub fn times(ratio: Bounded, lang: Lang) -> Option<String> {
    if ratio.is_vague() || ratio.value <= Decimal::ZERO {
        return None;
    }
    let is_sharp = !(ratio.open_low || ratio.open_high || ratio.soft);
    let off = (ratio.value - Decimal::ONE).abs();
    if off.is_zero() && is_sharp {
        return Some(m::EQUAL.get(lang).to_owned());
    }
    if !ratio.open_low && !ratio.open_high && off < Decimal::new(5, 2) {
        return Some(m::SAME.get(lang).to_owned());
    }
    if ratio.value < Decimal::ONE { Some(fraction(ratio, lang)) } else { Some(many(ratio, lang)) }
}

/// Once and more: by a multiple that has a word where one is near, else by the number.
fn many(ratio: Bounded, lang: Lang) -> String {
    let own = ratio.value;
    let words = words(m::MULTIPLES, lang);
    let all = MULTIPLES.map(|tenths| Decimal::new(tenths, 1)).into_iter().zip(words);
    // An open end tells on which side of just this multiple the ratio lies.
    let is_open = ratio.open_low || ratio.open_high;
    let mut near = all.filter(|(f, _)| if is_open { *f == own } else { is_near(own - *f, *f) });
    if let Some((f, word)) = near.next() {
        let message = match (ratio.open_low, ratio.open_high) {
            (true, _) if !ratio.soft => m::AT_MOST,
            (_, true) if !ratio.soft => m::AT_LEAST,
            (true, _) => m::LESS_THAN,
            (_, true) => m::MORE_THAN,
            _ if f == own && !ratio.soft => m::JUST,
            _ => m::ABOUT,
        };
        return message.fill(lang, &[("f", word)]);
    }
    let digits = u32::from(ratio.value < Decimal::TEN);
    let number = ratio.value.round_dp(digits);
    let is_rounded = number != ratio.value && digits == 0;
    let text = m::TIMES.fill(lang, &[("n", &i18n::decimal(number))]);
    match (ratio.word(lang), lang) {
        ("", _) if is_rounded => m::MANY_TIMES.fill(lang, &[("n", &i18n::decimal(number))]),
        ("", _) => text,
        (word, Lang::Zh) => format!("{word}{text}"),
        (word, Lang::En) => format!("{word} {text}"),
    }
}

/// Less than once: by the nearest fraction that has a word, or by one on the side that is certain.
fn fraction(ratio: Bounded, lang: Lang) -> String {
    let words = words(m::FRACTIONS, lang);
    let value = |(a, b): (i64, i64)| Decimal::from(a) / Decimal::from(b);
    let all: Vec<(Decimal, &str)> = FRACTIONS.into_iter().map(value).zip(words).collect();
    let say = |message: Message, word: &str| message.fill(lang, &[("f", word)]);
    let own = ratio.value;
    let above = all.iter().find(|(f, _)| *f >= own);
    let below = all.iter().rev().find(|(f, _)| *f <= own);
    let less = |word: &str| say(m::LESS_THAN, word);
    let more = |word: &str| say(m::MORE_THAN, word);
    match (below, above) {
        _ if ratio.open_low => above.map_or_else(|| m::SAME.get(lang).to_owned(), |(_, w)| less(w)),
        (Some((_, word)), _) if ratio.open_high => more(word),
        (None, _) if ratio.open_high => m::UNTOLD.get(lang).to_owned(),
        (Some((f, word)), Some(_)) if *f == own => {
            say(if ratio.soft { m::ABOUT } else { m::JUST }, word)
        }
        (Some((low, a)), Some((high, b))) => {
            let (down, up) = (own - low, high - own);
            // By how much of each fraction it is off.
            match down * *high < up * *low {
                true if is_near(down, *low) || ratio.soft => say(m::ABOUT, a),
                true => more(a),
                false if is_near(up, *high) || ratio.soft => say(m::ABOUT, b),
                false => less(b),
            }
        }
        (None, Some((_, word))) => less(word),
        (Some((_, word)), None) => more(word),
        (None, None) => m::UNTOLD.get(lang).to_owned(),
    }
}

/// Within three hundredths of a ratio that has a word it is about that.
fn is_near(gap: Decimal, f: Decimal) -> bool {
    gap.abs() * Decimal::ONE_HUNDRED <= f * Decimal::from(3)
}

/// The words of a list, as the language parts them.
fn words(list: Message, lang: Lang) -> impl Iterator<Item = &'static str> {
    list.get(lang).split(if lang == Lang::Zh { ' ' } else { '|' })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Qualifier, Quantity};

    fn told(number: &str, qualifier: &str) -> [Option<String>; 2] {
        let value: Decimal = number.parse().unwrap();
        let qualifier = Qualifier::from_id(qualifier).unwrap();
        let ratio = Bounded::of(Quantity { value, qualifier }, value);
        Lang::ALL.map(|lang| times(ratio, lang))
    }

    #[test]
    fn ratios_are_said_as_people_say_them() {
        for (number, qualifier, zh, en) in [
            ("0.225", "eq", "不到四分之一", "less than a quarter"),
            ("0.1965", "eq", "约五分之一", "about a fifth"),
            ("0.25", "eq", "四分之一", "a quarter"),
            ("0.27", "eq", "超过四分之一", "more than a quarter"),
            ("0.5", "about", "约一半", "about half"),
            ("0.225", "nearly", "不到四分之一", "less than a quarter"),
            ("0.25", "over", "超过四分之一", "more than a quarter"),
            ("0.24", "over", "超过五分之一", "more than a fifth"),
            ("0.004", "eq", "不到百分之一", "less than a hundredth"),
            ("0.93", "eq", "超过九成", "more than nine tenths"),
            ("0.98", "eq", "大致相当", "about the same"),
            ("1", "eq", "相等", "equal"),
            ("1.02", "eq", "大致相当", "about the same"),
            ("2.1432", "eq", "2.1倍", "2.1 times"),
            ("1.2", "eq", "1.2倍", "1.2 times"),
            ("1.5", "eq", "一倍半", "one and a half times"),
            ("1.47", "eq", "约一倍半", "about one and a half times"),
            ("2", "eq", "两倍", "twice"),
            ("1.95", "eq", "约两倍", "about twice"),
            ("2.05", "eq", "约两倍", "about twice"),
            ("2", "about", "约两倍", "about twice"),
            ("2", "nearly", "不到两倍", "less than twice"),
            ("2", "at_least", "至少两倍", "at least twice"),
            ("2", "at_most", "至多两倍", "at most twice"),
            ("3", "over", "超过三倍", "more than three times"),
            ("2.6", "over", "超2.6倍", "over 2.6 times"),
            ("10.1", "eq", "约十倍", "about ten times"),
            ("13.64", "eq", "约14倍", "about 14 times"),
        ] {
            let expected = [zh, en].map(|text| Some(text.to_owned()));
            assert_eq!(told(number, qualifier), expected, "{number} {qualifier}");
        }
        assert_eq!(told("0", "eq"), [None, None]);
    }

    #[test]
    fn every_fraction_and_multiple_has_a_word() {
        assert_eq!(m::FRACTIONS.zh.split(' ').count(), FRACTIONS.len());
        assert_eq!(m::FRACTIONS.en.split('|').count(), FRACTIONS.len());
        assert_eq!(m::MULTIPLES.zh.split(' ').count(), MULTIPLES.len());
        assert_eq!(m::MULTIPLES.en.split('|').count(), MULTIPLES.len());
        assert!(FRACTIONS.is_sorted_by_key(|(a, b)| Decimal::from(*a) / Decimal::from(*b)));
    }
}
