//! What stands beside a number and says how it is meant: words and signs for `about`, `at least` and the like, and the
//! flags of statistical offices.

use crate::base::lang::Bilingual;
use crate::column::Meaning;
use crate::import::starts::Starts;
use crate::model::Qualifier;

/// What stands before a number, with its qualifier, and whether it is a sign, as in names of groups such as `<18`.
const BEFORE: &[(&str, Qualifier, bool)] = &[
    ("<=", Qualifier::AtMost, true),
    ("\u{2264}", Qualifier::AtMost, true),
    ("\u{2a7d}", Qualifier::AtMost, true),
    ("<", Qualifier::Under, true),
    (">=", Qualifier::AtLeast, true),
    ("\u{2265}", Qualifier::AtLeast, true),
    ("\u{2a7e}", Qualifier::AtLeast, true),
    (">", Qualifier::Over, true),
    ("~", Qualifier::About, false),
    ("\u{2248}", Qualifier::About, false),
    ("\u{b1}", Qualifier::About, false),
    ("+/-", Qualifier::About, false),
    ("大约", Qualifier::About, false),
    ("约为", Qualifier::About, false),
    ("约", Qualifier::About, false),
    ("将近", Qualifier::Nearly, false),
    ("接近", Qualifier::Nearly, false),
    ("近", Qualifier::Nearly, false),
    ("超过", Qualifier::Over, false),
    ("超", Qualifier::Over, false),
    ("逾", Qualifier::Over, false),
    ("不低于", Qualifier::AtLeast, false),
    ("不少于", Qualifier::AtLeast, false),
    ("至少", Qualifier::AtLeast, false),
    ("不高于", Qualifier::AtMost, false),
    ("不超过", Qualifier::AtMost, false),
    ("最多", Qualifier::AtMost, false),
    ("不到", Qualifier::Under, false),
    ("不足", Qualifier::Under, false),
    ("低于", Qualifier::Under, false),
    ("少于", Qualifier::Under, false),
    ("approximately ", Qualifier::About, false),
    ("approx. ", Qualifier::About, false),
    ("approx ", Qualifier::About, false),
    ("about ", Qualifier::About, false),
    ("around ", Qualifier::About, false),
    ("circa ", Qualifier::About, false),
    ("ca. ", Qualifier::About, false),
    ("c. ", Qualifier::About, false),
    ("nearly ", Qualifier::Nearly, false),
    ("almost ", Qualifier::Nearly, false),
    ("more than ", Qualifier::Over, false),
    ("over ", Qualifier::Over, false),
    ("at least ", Qualifier::AtLeast, false),
    ("at most ", Qualifier::AtMost, false),
    ("up to ", Qualifier::AtMost, false),
    ("less than ", Qualifier::Under, false),
    ("fewer than ", Qualifier::Under, false),
    ("under ", Qualifier::Under, false),
];

/// What stands after a number.
const AFTER: &[(&str, Qualifier, bool)] = &[
    ("+", Qualifier::AtLeast, true),
    ("及以上", Qualifier::AtLeast, true),
    ("以上", Qualifier::AtLeast, true),
    ("及以下", Qualifier::AtMost, true),
    ("以下", Qualifier::AtMost, true),
    ("以内", Qualifier::AtMost, true),
    ("左右", Qualifier::About, false),
    ("上下", Qualifier::About, false),
    ("多", Qualifier::Over, false),
    ("余", Qualifier::Over, false),
    ("餘", Qualifier::Over, false),
];

/// Flags with their meaning in both languages, by SDMX's code list of observation status, Eurostat's flags and the
/// shorthand of the British statistical service, and whether they say in a cell of their own that there is no value.
const FLAGS: &[(&str, &str, &str, bool)] = &[
    ("b", "序列中断", "break in the series", false),
    ("c", "保密", "confidential", true),
    ("d", "定义不同", "definition differs", true),
    ("e", "估计", "estimated", false),
    ("f", "预测", "forecast", false),
    ("i", "见说明", "see notes", false),
    ("low", "小于所示单位", "low: rounds to nothing", true),
    ("n", "不显著", "not significant", true),
    ("p", "初步", "provisional", false),
    ("r", "修订", "revised", false),
    ("s", "机构估计或不公开", "estimated or suppressed by the office", true),
    ("u", "可靠性低", "low reliability", true),
    ("w", "无记录", "nothing recorded", true),
    ("x", "不可得", "not available", true),
    ("z", "不适用", "not applicable", true),
];

/// Flags in capitals, as SDMX's code list of observation status has them where a column says nothing else.
const STATUS: &[(&str, &str, &str)] = &[
    ("A", "正常值", "normal value"),
    ("B", "序列中断", "break in the series"),
    ("D", "定义不同", "definition differs"),
    ("E", "估计", "estimated"),
    ("F", "预测", "forecast"),
    ("I", "推算补缺", "imputed"),
    ("L", "有而未收集", "exists but was not collected"),
    ("M", "缺值", "missing"),
    ("O", "缺值", "missing"),
    ("P", "初步", "provisional"),
    ("Q", "不公开", "suppressed"),
    ("U", "可靠性低", "low reliability"),
];

/// Whether a sign is the mark of a note: a star, a dagger, a number in a circle or above the line.
pub(in crate::import) const fn is_note_sign(c: char) -> bool {
    matches!(
        c,
        '*' | '\u{2020}' | '\u{2021}' | '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2070}'..='\u{2079}' | '\u{2460}'..='\u{2473}'
    )
}

/// With the words and signs that stand before numbers as well.
pub(super) const fn before_numbers(mut starts: Starts) -> Starts {
    let mut at = 0;
    while at < BEFORE.len() {
        starts = starts.with_one(BEFORE[at].0);
        at += 1;
    }
    starts
}

/// A text without the qualifier at one of its ends, what it says, and whether it is a sign.
pub(super) fn qualified(text: &str) -> Option<(&str, Qualifier, bool)> {
    let lower = text.to_lowercase();
    let before = BEFORE.iter().find(|(word, ..)| lower.starts_with(word));
    if let Some(&(word, qualifier, sign)) = before {
        return Some((text.get(word.len()..)?.trim_start(), qualifier, sign));
    }
    let after = AFTER.iter().find(|(word, ..)| text.ends_with(word));
    let &(word, qualifier, sign) = after?;
    Some((text.strip_suffix(word)?.trim_end(), qualifier, sign))
}

/// A text without the flags at its end, and these, as small letters or signs.
pub(super) fn flagged(text: &str) -> Option<(&str, String)> {
    let inside = [('[', ']'), ('(', ')')].into_iter().find_map(|(open, close)| {
        let (before, flag) = text.strip_suffix(close)?.rsplit_once(open)?;
        before.bytes().any(|b| b.is_ascii_digit()).then_some((before, flag))
    });
    if let Some((before, flag)) = inside {
        let flag = flag.trim().to_lowercase();
        let is_note = flag.starts_with("note") || flag.starts_with('注');
        let numbered =
            !flag.is_empty() && flag.len() < 3 && flag.bytes().all(|b| b.is_ascii_digit());
        let known = is_note || numbered || are_letters(&flag) || meaning(&flag).is_some();
        // Marks of one number are told apart by blanks.
        return known.then(|| (before.trim_end(), flag.replace(' ', "\u{a0}")));
    }
    // Behind a number these mark nothing else.
    let is_sign = |c: char| is_note_sign(c) || matches!(c, '\u{a7}' | '#' | '^');
    let bare = text.trim_end_matches(is_sign);
    if bare.len() < text.len() && !bare.trim().is_empty() {
        return Some((bare.trim_end(), text[bare.len()..].to_owned()));
    }
    let bare = text.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == ' ');
    let letters: String = text[bare.len()..].chars().filter(|c| *c != ' ').collect();
    (!bare.is_empty() && are_letters(&letters)).then_some((bare, letters))
}

/// Whether these are one to three letters, each of them a flag.
fn are_letters(letters: &str) -> bool {
    let is_flag = |at: usize| letters.get(at..=at).is_some_and(|letter| meaning(letter).is_some());
    (1..=3).contains(&letters.len()) && (0..letters.len()).all(is_flag)
}

fn meaning(flag: &str) -> Option<&'static (&'static str, &'static str, &'static str, bool)> {
    FLAGS.iter().find(|(id, ..)| *id == flag)
}

/// The flags of a cell that says why there is no value: `[c]`, `x`, `: u`.
pub(super) fn missing_for(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let rest = lower.trim_start_matches([':', '.']).trim();
    let of_missing = rest.len() < lower.len();
    let bracketed = rest.strip_prefix(['[', '(']).and_then(|t| t.strip_suffix([']', ')']));
    let flag = bracketed.unwrap_or(rest).trim();
    let alone = meaning(flag).is_some_and(|&(.., missing)| missing || bracketed.is_some());
    (alone || (of_missing && are_letters(flag))).then(|| flag.to_owned())
}

/// A mark in words: that of a qualifier, of a range, of flags; a sign of a note stays as it is.
pub(in crate::import) fn mark_name(mark: &str) -> Bilingual {
    let parts: Vec<Bilingual> = mark.split(' ').map(part_name).collect();
    let join = |of: &dyn Fn(&Bilingual) -> String, between| {
        parts.iter().map(of).collect::<Vec<_>>().join(between)
    };
    Bilingual { zh: join(&|part| part.zh.clone(), "、"), en: join(&|part| part.en.clone(), ", ") }
}

fn part_name(part: &str) -> Bilingual {
    let of = |zh: &str, en: &str| Bilingual { zh: zh.to_owned(), en: en.to_owned() };
    if let Some((low, high)) = Meaning::range_of(part) {
        let zh = format!("{low}—{high}，取中间值");
        return of(&zh, &format!("{low}–{high}, by its middle"));
    }
    match part {
        "about" => return of("约", "about"),
        "nearly" => return of("近", "nearly"),
        "over" => return of("多于", "over"),
        "at_least" => return of("不低于", "at least"),
        "at_most" => return of("不高于", "at most"),
        "under" => return of("低于", "under"),
        _ => {}
    }
    if let Some((id, zh, en, _)) = meaning(part) {
        return of(&format!("{zh}（{id}）"), &format!("{en} ({id})"));
    }
    if let Some((id, zh, en)) = STATUS.iter().find(|(id, ..)| *id == part) {
        return of(&format!("{zh}（{id}）"), &format!("{en} ({id})"));
    }
    if are_letters(part) {
        let letters = part.split("").filter(|letter| !letter.is_empty()).map(part_name);
        let (zh, en): (Vec<_>, Vec<_>) = letters.map(|name| (name.zh, name.en)).unzip();
        return of(&zh.join("、"), &en.join(", "));
    }
    of(part, part)
}
