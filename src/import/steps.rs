//! Values that are the steps of a scale, in words or counted: levels of schooling, answers from one end to the other, sizes,
//! grades at school.

use super::bands::{FEWEST, by};
use super::lexicon::order::NO_BAND;
use super::lexicon::steps::{
    BEFORE_NUMBERS, BEHIND_NUMBERS, BEHIND_STEPS, BETWEEN_NAMES, NUMERALS, ORDINAL, STEPS,
};
use super::totals::is_name_of_total;
use crate::base::fold::fold;

/// No scale has more steps, with what is no step of it.
const MOST: usize = 24;
/// A grade or a level is a number of two digits at most.
const DIGITS: usize = 2;

/// The places of some values in the order of their scale; `None` where they are of none. A file that lists them from the
/// scale's other end keeps its own order. Totals, and what is no step, come last.
pub(super) fn order(values: &[&str]) -> Option<Vec<usize>> {
    if !(FEWEST..=MOST).contains(&values.len()) {
        return None;
    }
    let plain = |value: &&str| fold(value).trim().replace('\u{2019}', "'");
    let names: Vec<String> = values.iter().map(plain).collect();
    let first = names.iter().find(|name| may_be_step(name))?;
    let found = STEPS.iter().filter(|scale| step(first, scale).is_some()).find_map(|scale| {
        by(&names, |name| step(name, scale), are_several).map(|order| (order, true))
    });
    let (order, is_of_words) = found.or_else(|| {
        let (form, _) = counted(first)?;
        let number = |name: &str| counted(name).filter(|(own, _)| *own == form).map(|own| own.1);
        by(&names, number, are_several).map(|order| (order, false))
    })?;
    Some(if is_of_words { from_its_end(order, &names) } else { order })
}

/// Whether a value is neither a total nor what stands for no answer.
fn may_be_step(name: &str) -> bool {
    !is_name_of_total(name) && !NO_BAND.contains(&name)
}

/// Whether there are as many different steps as an order needs.
fn are_several<K: PartialEq + Copy>(steps: &[K]) -> bool {
    let is_first = |&(at, step): &(usize, &K)| !steps[..at].contains(step);
    steps.iter().enumerate().filter(is_first).count() >= FEWEST
}

/// The order, or the file's own where this is just the other way about.
fn from_its_end(mut order: Vec<usize>, names: &[String]) -> Vec<usize> {
    let steps = order.iter().filter(|at| may_be_step(&names[**at])).count();
    let is_reversed = order[..steps].windows(2).all(|pair| pair[0] > pair[1]);
    if is_reversed {
        order[..steps].reverse();
    }
    order
}

/// Which step of a scale a value is: as it is called, or by the first of its names, without what stands behind.
fn step(name: &str, scale: &[&[&str]]) -> Option<usize> {
    let known = |name: &str| scale.iter().position(|words| words.contains(&name));
    let bare = name.split('(').next().map_or(name, str::trim_end);
    let short = cut(bare);
    let parts = || BETWEEN_NAMES.iter().find_map(|sign| bare.split_once(sign));
    let first = || parts().and_then(|(first, _)| known(cut(first.trim())));
    known(name).or_else(|| known(bare)).or_else(|| known(short)).or_else(first)
}

/// A value without the words behind it that say whom it is of, or that it goes on.
fn cut(name: &str) -> &str {
    let mut rest = name;
    while let Some(shorter) = BEHIND_STEPS.iter().find_map(|word| rest.strip_suffix(word)) {
        if shorter.is_empty() {
            break;
        }
        rest = shorter.trim_end();
    }
    rest
}

/// A step that is counted: how it is written without its number, and the number.
fn counted(name: &str) -> Option<((String, String), u32)> {
    let bare = name.split('(').next().map_or(name, str::trim_end);
    for word in BEFORE_NUMBERS {
        let Some(rest) = bare.strip_prefix(word) else { continue };
        if let Some(number) = digits(rest.trim_start_matches([' ', '-', '_'])) {
            return Some((((*word).to_owned(), String::new()), number));
        }
    }
    let rest = bare.strip_prefix(ORDINAL).unwrap_or(bare);
    let behind = BEHIND_NUMBERS.iter().find_map(|word| {
        let text = rest.strip_suffix(word)?;
        Some((word, digits(text).or_else(|| numeral(text))?))
    });
    if let Some((word, number)) = behind {
        return Some(((String::new(), (*word).to_owned()), number));
    }
    // 3rd grade.
    let (number, word) = bare.split_once(' ')?;
    let number = ["st", "nd", "rd", "th"].iter().find_map(|end| number.strip_suffix(end))?;
    let is_counted = BEFORE_NUMBERS.contains(&word);
    Some(((String::new(), word.to_owned()), digits(number)?)).filter(|_| is_counted)
}

fn digits(text: &str) -> Option<u32> {
    let is_number = (1..=DIGITS).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// A numeral below twenty.
fn numeral(text: &str) -> Option<u32> {
    let mut characters = text.chars();
    let place = |c: char| {
        let at = NUMERALS.iter().position(|own| *own == c)?;
        u32::try_from(at + 1).ok()
    };
    let first = place(characters.next()?)?;
    match (first, characters.next(), characters.next()) {
        (_, None, _) => Some(first),
        (10, Some(second), None) => place(second).filter(|own| *own < 10).map(|own| 10 + own),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered<'v>(values: &[&'v str]) -> Option<Vec<&'v str>> {
        Some(order(values)?.into_iter().map(|at| values[at]).collect())
    }

    #[test]
    fn steps_of_scales_have_an_order() {
        for (values, expected) in [
            (
                &["三年级", "一年级", "合计", "二年级"][..],
                &["一年级", "二年级", "三年级", "合计"][..],
            ),
            (&["第三产业", "第一产业", "第二产业"], &["第一产业", "第二产业", "第三产业"]),
            (&["Grade 10", "Grade 9", "Grade 11"], &["Grade 9", "Grade 10", "Grade 11"]),
            (&["3rd grade", "1st grade", "2nd grade"], &["1st grade", "2nd grade", "3rd grade"]),
            (
                &["本科及以上", "初中", "小学及以下", "高中/中专", "大专"],
                &["小学及以下", "初中", "高中/中专", "大专", "本科及以上"],
            ),
            (
                &["Master\u{2019}s degree", "High school diploma", "Bachelor's degree"],
                &["High school diploma", "Bachelor's degree", "Master\u{2019}s degree"],
            ),
            (
                &["一般", "非常满意", "不太满意", "比较满意", "说不清", "很不满意"],
                &["非常满意", "比较满意", "一般", "不太满意", "很不满意", "说不清"],
            ),
            (
                &["Agree", "Neutral", "Strongly agree", "Disagree"],
                &["Strongly agree", "Agree", "Neutral", "Disagree"],
            ),
            (&["大型", "微型", "小型", "中型"], &["微型", "小型", "中型", "大型"]),
            (
                &["高收入组家庭", "低收入组家庭", "中间收入组家庭"],
                &["低收入组家庭", "中间收入组家庭", "高收入组家庭"],
            ),
            (
                &["High income", "Low income", "Upper middle income"],
                &["Low income", "Upper middle income", "High income"],
            ),
            // As the file has them, from the other end.
            (&["High", "Medium", "Low"], &["High", "Medium", "Low"]),
            (&["Winter", "Summer", "Spring"], &["Winter", "Summer", "Spring"]),
            (&["优", "轻度污染", "良"], &["优", "良", "轻度污染"]),
        ] {
            assert_eq!(ordered(values).as_deref(), Some(expected), "{values:?}");
        }
    }

    #[test]
    fn what_is_no_scale_has_none() {
        for values in [
            &["小学", "医院", "初中", "高中"][..],
            &["初中", "高中"],
            &["Level", "Grade", "Year"],
            &["Grade 1", "Level 2", "Stage 3"],
            &["A", "B", "C"],
            &["甲", "乙", "丙"],
            &["Ward 3", "Ward 1", "Ward 2"],
            &["good morning", "poor", "fair play"],
            &["高中", "普通高中", "高级中学"],
        ] {
            assert_eq!(ordered(values), None, "{values:?}");
        }
    }
}
