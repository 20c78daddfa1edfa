//! Names of columns that say how far an estimate may be off: margins of error, standard errors, coefficients of variation.

use super::ends::words;

/// How a column says that an estimate may be off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Off {
    /// By so much to either side.
    Margin,
    /// By an error of which its publisher says no interval.
    Error,
}

/// Words for either, those that have others in them first; and whether they say the same of other things too.
const PHRASES: &[(&[&str], Off, bool)] = &[
    (&["margin", "of", "error"], Off::Margin, false),
    (&["margins", "of", "error"], Off::Margin, false),
    (&["error", "margin"], Off::Margin, false),
    (&["half", "width"], Off::Margin, false),
    (&["plus", "minus"], Off::Margin, false),
    (&["marge", "d", "erreur"], Off::Margin, false),
    (&["margen", "de", "error"], Off::Margin, false),
    (&["margem", "de", "erro"], Off::Margin, false),
    (&["margine", "di", "errore"], Off::Margin, false),
    (&["moe"], Off::Margin, false),
    (&["halfwidth"], Off::Margin, false),
    (&["fehlerspanne"], Off::Margin, false),
    (&["relative", "standard", "error"], Off::Error, false),
    (&["standard", "error"], Off::Error, false),
    (&["standard", "errors"], Off::Error, false),
    (&["std", "error"], Off::Error, false),
    (&["std", "err"], Off::Error, false),
    (&["stderr"], Off::Error, false),
    (&["standarderror"], Off::Error, false),
    (&["standardfehler"], Off::Error, false),
    (&["coefficient", "of", "variation"], Off::Error, false),
    (&["standard", "deviation"], Off::Error, true),
    (&["std", "dev"], Off::Error, true),
    (&["stdev"], Off::Error, true),
    (&["stddev"], Off::Error, true),
    (&["rse"], Off::Error, true),
    (&["sem"], Off::Error, true),
    (&["se"], Off::Error, true),
    (&["s", "e"], Off::Error, true),
    (&["sd"], Off::Error, true),
    (&["cv"], Off::Error, true),
    (&["margin"], Off::Margin, true),
];

/// The same in characters, anywhere in a name.
const PARTS: &[(&str, Off, bool)] = &[
    ("标准误差", Off::Error, false),
    ("標準誤差", Off::Error, false),
    ("标准误", Off::Error, false),
    ("变异系数", Off::Error, false),
    ("变差系数", Off::Error, false),
    ("标准差", Off::Error, true),
    ("標準偏差", Off::Error, true),
    ("误差范围", Off::Margin, false),
    ("误差幅度", Off::Margin, false),
    ("抽样误差", Off::Margin, false),
    ("误差限", Off::Margin, false),
    ("误差", Off::Margin, true),
    ("誤差", Off::Margin, true),
];

/// Signs for a margin, and whether they stand for a change too.
const SIGNS: &[(&str, bool)] = &[("\u{b1}", false), ("+/-", true), ("+/\u{2212}", true)];

/// Words for an estimate, which say nothing of what is estimated.
const ESTIMATES: &[&str] = &[
    "estimate",
    "estimates",
    "estimated",
    "est",
    "value",
    "val",
    "obs",
    "mean",
    "average",
    "avg",
    "point",
    "percent",
    "pct",
    "rate",
    "proportion",
    "prevalence",
    "估计值",
    "估计",
    "均值",
    "平均值",
    "平均",
    "数值",
    "值",
];

/// The same within names in characters.
const AVERAGES: &[&str] = &["平均", "均值", "估计"];

/// Words that say how sure an interval is, or nothing.
const EMPTY: &[&str] =
    &["90", "95", "99", "ci", "confidence", "interval", "level", "of", "the", "for", "in", "at"];

/// What the name of a column of numbers says of estimates and how far these are off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct OffBy {
    /// Whether, and how, it says that another is off.
    pub(in crate::import) off: Option<Off>,
    /// Whether its word says the same of other things too.
    pub(in crate::import) is_weak: bool,
    /// The other words.
    pub(in crate::import) words: Vec<String>,
    /// The same without those for an estimate: what is estimated.
    pub(in crate::import) stem: Vec<String>,
    /// Whether it is called an estimate, a mean or a rate of something.
    pub(in crate::import) is_estimate: bool,
}

/// What a name says of it.
pub(in crate::import) fn off_by(name: &str) -> OffBy {
    let mut folded = name.to_owned();
    let (mut off, mut is_weak) = (None, false);
    for (sign, weak) in SIGNS.iter().filter(|(sign, _)| name.contains(sign)) {
        (off, is_weak, folded) = (Some(Off::Margin), *weak, folded.replace(sign, " "));
    }
    for (part, own, weak) in PARTS {
        if off.is_none() && name.contains(part) {
            (off, is_weak, folded) = (Some(*own), *weak, folded.replace(part, " "));
        }
    }
    let mut words = words(&folded);
    for (phrase, own, weak) in PHRASES {
        let Some(at) = words.windows(phrase.len()).position(|window| window == *phrase) else {
            continue;
        };
        // A sign beside a word says the same once more.
        if off.is_none() || !weak {
            (off, is_weak) = (off.or(Some(*own)), *weak);
        }
        words.drain(at..at + phrase.len());
        break;
    }
    words.retain(|word| !EMPTY.contains(&word.as_str()));
    let stem: Vec<String> =
        words.iter().filter(|word| !ESTIMATES.contains(&word.as_str())).cloned().collect();
    let says_estimate = |word: &String| {
        ESTIMATES.contains(&word.as_str()) || AVERAGES.iter().any(|part| word.contains(part))
    };
    let is_estimate = off.is_none() && words.iter().any(says_estimate);
    OffBy { off, is_weak, words, stem, is_estimate }
}

/// The name of the estimate that a code is the margin of, as the American Community Survey and those who use it write them:
/// `B01001_001M` of `B01001_001E`, `incomeM` of `incomeE`, `M_TOTPOP` of `E_TOTPOP`.
pub(in crate::import) fn estimate_of_code(name: &str) -> Option<String> {
    if let Some(base) = name.strip_suffix('M') {
        let before = base.strip_suffix('P').unwrap_or(base);
        let is_code = before.ends_with(|c: char| c.is_ascii_digit())
            || base.ends_with(|c: char| c.is_ascii_lowercase() || c == '_');
        return is_code.then(|| format!("{base}E"));
    }
    let base = name.strip_prefix('M')?;
    let is_code = base.starts_with('_') || base.starts_with("P_");
    is_code.then(|| format!("E{base}"))
}

/// Whether a number stands for a word, as the American Community Survey writes why there is no figure: nine equal digits
/// below nothing.
pub(in crate::import) fn stands_for_a_word(number: f64) -> bool {
    const STEP: f64 = 111_111_111.0;
    (1..=9).any(|digit| number.to_bits() == (-STEP * f64::from(digit)).to_bits())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_margins_and_errors_are_known() {
        for (name, off, weak, stem) in [
            ("Margin of Error!!Total", Some(Off::Margin), false, "total"),
            ("Estimate!!Total", None, false, "total"),
            ("Percent Margin of Error", Some(Off::Margin), false, ""),
            ("pop_moe", Some(Off::Margin), false, "pop"),
            ("95% MOE (+/-)", Some(Off::Margin), false, ""),
            ("Income (\u{b1})", Some(Off::Margin), false, "income"),
            ("收入误差范围", Some(Off::Margin), false, "收入"),
            ("误差", Some(Off::Margin), true, ""),
            ("Data_Value_Std_Err", Some(Off::Error), false, "data"),
            ("StdErr", Some(Off::Error), false, ""),
            ("income_se", Some(Off::Error), true, "income"),
            ("SE", Some(Off::Error), true, ""),
            ("标准误", Some(Off::Error), false, ""),
            ("患病率标准误差", Some(Off::Error), false, "患病率"),
            ("CV (%)", Some(Off::Error), true, ""),
            ("Margin", Some(Off::Margin), true, ""),
            ("Sediment", None, false, "sediment"),
        ] {
            let told = off_by(name);
            assert_eq!(
                (told.off, told.is_weak, told.stem.join(" ").as_str()),
                (off, weak, stem),
                "{name}"
            );
        }
        assert!(off_by("Estimate").is_estimate && off_by("平均值").is_estimate);
        assert!(!off_by("Income").is_estimate && !off_by("SE").is_estimate);
    }

    #[test]
    fn codes_of_margins_have_their_estimate() {
        for (name, estimate) in [
            ("B01001_001M", Some("B01001_001E")),
            ("DP05_0001PM", Some("DP05_0001PE")),
            ("medincomeM", Some("medincomeE")),
            ("M_TOTPOP", Some("E_TOTPOP")),
            ("MP_POV", Some("EP_POV")),
            ("CPM", None),
            ("Males", None),
        ] {
            assert_eq!(estimate_of_code(name).as_deref(), estimate, "{name}");
        }
        assert!(stands_for_a_word(-666_666_666.0) && !stands_for_a_word(-12.0));
    }
}
