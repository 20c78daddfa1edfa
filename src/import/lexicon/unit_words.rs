//! Units in several words, as titles, names of columns and names of indicators have them: `current US$`, `in millions of
//! euros`, `% of GDP`, `deaths per 1,000 live births`, `x 1 000`, `1 000 Personen`, `Mill. kr`.

use std::borrow::Cow;

use super::unit_codes;
use crate::base::unit_name;

/// No unit has more characters, and none behind a word more words.
const LONGEST: usize = 64;
const MOST_WORDS: usize = 8;

/// Words for powers of ten.
const SCALES: &[&str] = &[
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "billions",
    "trillion",
    "trillions",
    "lakh",
    "lakhs",
    "crore",
    "crores",
    "mn",
    "mln",
    "mio",
    "mill",
    "bn",
    "bln",
    "mrd",
    "tsd",
    "'000",
    "'000s",
    "000",
    "000s",
    "000's",
    "tausend",
    "millionen",
    "milliarden",
    "milliers",
    "milliards",
    "miles",
    "millones",
    "milhares",
    "milhões",
    "migliaia",
    "milioni",
    "miliardi",
    "tys",
    "tusen",
    "miljoner",
    "mkr",
];

/// What figures count or are weighed in.
const COUNTED: &[&str] = &[
    "us$",
    "$",
    "\u{20ac}",
    "\u{a3}",
    "\u{a5}",
    "dollar",
    "dollars",
    "usd",
    "eur",
    "euro",
    "euros",
    "ecu",
    "pounds",
    "gbp",
    "sterling",
    "yen",
    "jpy",
    "yuan",
    "cny",
    "rmb",
    "kr",
    "kroner",
    "kronor",
    "sek",
    "nok",
    "dkk",
    "isk",
    "chf",
    "francs",
    "pesos",
    "reais",
    "rubles",
    "roubles",
    "rupees",
    "won",
    "baht",
    "rand",
    "lcu",
    "currency",
    "persons",
    "people",
    "inhabitants",
    "households",
    "jobs",
    "employees",
    "residents",
    "families",
    "dwellings",
    "vehicles",
    "passengers",
    "units",
    "number",
    "tonnes",
    "tons",
    "ton",
    "kg",
    "kilograms",
    "grams",
    "kt",
    "mt",
    "km",
    "kilometres",
    "kilometers",
    "miles",
    "hectares",
    "ha",
    "acres",
    "kwh",
    "mwh",
    "gwh",
    "twh",
    "tj",
    "gj",
    "toe",
    "ktoe",
    "mtoe",
    "barrels",
    "litres",
    "liters",
    "hours",
    "minutes",
    "days",
    "months",
    "years",
    "index",
    "points",
    "teu",
    "%",
    "percent",
    "personen",
    "einwohner",
    "personas",
    "personnes",
    "habitants",
    "habitantes",
    "persone",
    "abitanti",
    "pessoas",
    "personer",
    "stück",
    "st\u{fc}ck",
    "m3",
    "m2",
    "mm",
    "\u{b0}c",
    "degrees",
    "celsius",
    "t",
];

/// Words that say of which kind these are.
const OF_WHICH: &[&str] = &[
    "current",
    "constant",
    "real",
    "nominal",
    "ppp",
    "international",
    "annual",
    "monthly",
    "quarterly",
    "weekly",
    "daily",
    "bop",
    "local",
    "national",
    "prices",
    "price",
    "at",
    "in",
    "of",
    "the",
    "per",
    "capita",
    "metric",
    "square",
    "cubic",
    "us",
    "u.s",
    "uk",
    "canadian",
    "australian",
    "chained",
    "seasonally",
    "adjusted",
    "unadjusted",
    "sa",
    "nsa",
    "equivalent",
    "standard",
    "inflation-adjusted",
    "market",
    "fiscal",
    "average",
    "total",
    "de",
    "d'",
    "des",
    "i",
    "kWh",
];

/// Words before the rest of a name that say a scale, with the blanks around them.
const BEFORE: &[&str] = &[" in ", " x ", " \u{d7} ", " en ", " \u{2013} ", " \u{2014} ", " - "];

/// The unit that a name ends with, as it stands there: in brackets, behind a comma or a line, or as `in millions of euros`.
pub(in crate::import) fn unit_in(name: &str) -> Option<&str> {
    unit_name::unit_of_name(name).or_else(|| apart(name).map(|(_, unit)| unit))
}

/// A name without that unit.
pub(in crate::import) fn without_unit_in(name: &str) -> &str {
    if unit_name::unit_of_name(name).is_some() {
        return unit_name::without_unit(name);
    }
    apart(name).map_or(name, |(before, _)| before)
}

/// A name and the unit of several words at its end.
fn apart(name: &str) -> Option<(&str, &str)> {
    let name = name.trim_end();
    let pairs = [('(', ')'), ('\u{ff08}', '\u{ff09}'), ('[', ']')];
    if let Some((open, close)) = pairs.into_iter().find(|(_, close)| name.ends_with(*close)) {
        // Brackets may stand in brackets.
        let mut depth = 0;
        let open = name.char_indices().rev().find_map(|(at, c)| {
            depth += i32::from(c == close) - i32::from(c == open);
            (depth == 0).then_some(at)
        })?;
        let (before, unit) = name.split_at(open);
        let unit = unit.trim_matches(['(', ')', '\u{ff08}', '\u{ff09}', '[', ']']).trim();
        let before = before.trim_end();
        return (!before.is_empty() && is_worded(unit)).then_some((before, unit));
    }
    let behind_comma = name.rmatch_indices(", ").map(|(at, comma)| (at, at + comma.len()));
    let by_comma =
        behind_comma.filter_map(|(end, start)| Some((name.get(..end)?, name.get(start..)?)));
    let by_word = BEFORE.iter().filter_map(|word| {
        let at = name.rfind(word)?;
        let from = at + if matches!(*word, " x " | " \u{d7} ") { 1 } else { word.len() };
        Some((name.get(..at)?, name.get(from..)?))
    });
    // `Persons in households` measures no households.
    let is_scaled = |rest: &str| {
        let first = tokens(rest).into_iter().next().unwrap_or_default();
        is_times(rest)
            || begins_with_power(rest)
            || SCALES.contains(&first.as_str())
            || is_percent(rest)
    };
    let by_word = by_word.filter(|(_, unit)| is_scaled(unit));
    let found = by_comma.chain(by_word);
    let mut found = found.map(|(before, unit)| (before.trim_end_matches([',', ' ']), unit.trim()));
    found.find(|(before, unit)| !before.is_empty() && unit.len() > 1 && is_worded(unit))
}

/// Whether a text is a unit, in one word or several.
pub(in crate::import) fn is_worded(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > LONGEST {
        return false;
    }
    if unit_name::is_unit(text) || is_times(text) || unit_codes::is_code(text) {
        return true;
    }
    let words = tokens(text);
    let word = |at: usize| words.get(at).map(String::as_str).unwrap_or_default();
    if words.len() > MOST_WORDS || is_base(&words) {
        return !words.is_empty() && words.len() <= MOST_WORDS;
    }
    let is_per = words.iter().skip(1).any(|word| word == "per") && word(words.len() - 1) != "per";
    if is_percent(text) || (begins_with_power(text) && words.len() > 1) || is_per {
        return true;
    }
    let from = usize::from(matches!(word(0), "in" | "en"));
    let leads = |word: &str| SCALES.contains(&word) || COUNTED.contains(&word);
    // Thousands of persons, kg of oil equivalent.
    let behind = words.len().saturating_sub(from + 2);
    if leads(word(from)) && matches!(word(from + 1), "of" | "de" | "d") && (1..=2).contains(&behind)
    {
        return true;
    }
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let is_known =
        |word: &String| leads(word) || OF_WHICH.contains(&word.as_str()) || is_year(word);
    // A bare year, or months alone, is when and not what.
    words.iter().all(is_known) && words.iter().any(|word| leads(word)) && words.len() > from
}

/// A unit as it is told: what stands for thousands in signs is told in words, since `3'000` would be read as a number.
pub(in crate::import) fn told(unit: &str) -> Cow<'_, str> {
    let unit = unit.trim();
    let lower = unit.to_lowercase();
    for sign in ["'000s", "'000", "\u{2019}000s", "\u{2019}000", "000's", "000s", "000"] {
        if let Some(rest) =
            lower.strip_prefix(sign).filter(|rest| rest.is_empty() || rest.starts_with(' '))
        {
            let rest = &unit[unit.len() - rest.len()..];
            return Cow::Owned(format!("thousand{rest}"));
        }
    }
    match lower.strip_prefix("x ").filter(|_| is_times(unit)) {
        Some(power) => Cow::Owned(format!("\u{d7} {power}")),
        None => Cow::Borrowed(unit),
    }
}

/// Whether a unit, or a line of its own above a table, says by which power of ten figures are to be read: `in thousands`,
/// `x 1000`, `Mill. kr`.
pub(in crate::import) fn is_scaled(text: &str) -> bool {
    let words = tokens(text);
    let from = usize::from(words.first().is_some_and(|word| word == "in"));
    let leads = words.get(from).is_some_and(|word| SCALES.contains(&word.as_str()));
    let text = text.trim();
    is_worded(text) && (leads || is_times(text) || begins_with_power(text))
}

/// Whether a text is `x 1000` or the like.
fn is_times(text: &str) -> bool {
    let rest = text.strip_prefix(['x', 'X', '\u{d7}', '*']).map(str::trim_start);
    rest.is_some_and(|rest| power_at_start(rest).is_some_and(str::is_empty))
}

fn begins_with_power(text: &str) -> bool {
    let is_words = |rest: &str| rest.trim_start().starts_with(char::is_alphabetic);
    let text = text.strip_prefix("in ").unwrap_or(text);
    power_at_start(text).is_some_and(|rest| rest.is_empty() || is_words(rest))
}

/// What stands behind a power of ten of a thousand or more at the beginning: `1000`, `1,000,000`, `10 000`.
fn power_at_start(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('1')?;
    let mut noughts = 0;
    let end = rest.find(|c: char| {
        noughts += usize::from(c == '0');
        !matches!(c, '0' | ',' | '.' | ' ' | '\u{a0}' | '\u{202f}' | '\'')
    });
    let (power, rest) = rest.split_at(end.unwrap_or(rest.len()));
    let is_bare = !rest.starts_with(|c: char| c.is_ascii_digit()) && !power.ends_with(['.', ',']);
    (noughts >= 3 && is_bare).then(|| rest.trim_start())
}

fn is_percent(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "% ",
        "%, ",
        "\u{2030} ",
        "percent ",
        "per cent ",
        "percentage ",
        "percentage of ",
        "per ",
        "pct of ",
    ]
    .iter()
    .any(|start| lower.starts_with(start))
        || matches!(lower.as_str(), "%" | "percent" | "per cent" | "percentage" | "annual %")
}

/// Words like `2015 = 100`, however they are parted.
fn is_base(words: &[String]) -> bool {
    words.len() > 1 && unit_name::is_base(&words.join(" ")) && words.iter().any(|word| word == "=")
}

/// Words in small letters, without the signs around them.
fn tokens(text: &str) -> Vec<String> {
    let lower = text.to_lowercase().replace('\u{2019}', "'");
    let parts = lower.split([' ', ',', ';', ':', '\u{a0}', '\u{202f}']);
    let parts = parts.map(|part| part.trim_matches(['.', '(', ')']).to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_in_several_words_stand_at_the_end_of_names() {
        for (name, unit) in [
            ("GDP (current US$)", Some("current US$")),
            ("GDP (constant 2015 US$)", Some("constant 2015 US$")),
            ("GNI, PPP (current international $)", Some("current international $")),
            ("Exports (BoP, current US$)", None),
            ("Inflation (annual %)", Some("annual %")),
            ("Savings (% of GDP)", Some("% of GDP")),
            ("Mortality (per 1,000 live births)", Some("per 1,000 live births")),
            ("Fertility (births per woman)", Some("births per woman")),
            (
                "Energy use (kg of oil equivalent per capita)",
                Some("kg of oil equivalent per capita"),
            ),
            ("CO2 emissions (kt of CO2 equivalent)", Some("kt of CO2 equivalent")),
            ("GDP, x 1,000,000", Some("x 1,000,000")),
            ("Population x 1000", Some("x 1000")),
            ("Population ('000)", Some("'000")),
            ("Employed persons, '000", Some("'000")),
            ("Trade in millions of euros", Some("millions of euros")),
            ("GDP (in millions of euros)", Some("in millions of euros")),
            ("Einwohner (1 000 Personen)", Some("1 000 Personen")),
            ("BNP, Mill. kr", Some("Mill. kr")),
            ("GDP, current prices, million euro", Some("million euro")),
            ("GDP - million USD", Some("million USD")),
            ("Unemployment in percent", Some("percent")),
            ("Population (2020)", None),
            ("Population (est.)", None),
            ("Persons in households", None),
            ("Employed, by sex", None),
            ("Household income (total)", None),
            ("Deaths (all ages)", None),
            ("Labour force (modeled ILO estimate)", None),
            ("Route x 100", None),
        ] {
            let found = unit_in(name);
            if name.contains("BoP") {
                assert_eq!(found, Some("BoP, current US$"), "{name}");
                continue;
            }
            assert_eq!(found, unit, "{name}");
        }
        assert_eq!(without_unit_in("GDP, x 1,000,000"), "GDP");
        assert_eq!(without_unit_in("GDP (current US$)"), "GDP");
        assert_eq!(without_unit_in("Trade in millions of euros"), "Trade");
        assert_eq!(without_unit_in("Deaths (all ages)"), "Deaths (all ages)");
    }

    #[test]
    fn signs_for_thousands_are_told_in_words() {
        for (unit, said) in [
            ("'000", "thousand"),
            ("'000 persons", "thousand persons"),
            ("000s", "thousand"),
            ("x 1000", "\u{d7} 1000"),
            ("million euro", "million euro"),
        ] {
            assert_eq!(told(unit), said);
        }
    }
}
