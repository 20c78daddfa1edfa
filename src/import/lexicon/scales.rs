//! Words that say by which power of ten figures are to be multiplied.

/// Names of columns that say by which power of ten the figures beside them are to be multiplied, in words or as a number.
pub(in crate::import) const SCALES: &[&str] = &[
    "scale",
    "scalarfactor",
    "powercode",
    "unitmult",
    "unitmultiplier",
    "multiplier",
    "magnitude",
    "量级",
    "数量级",
];
pub(in crate::import) const SCALE_CODES: &[&str] = &["powercodecode", "scalarid"];
const POWERS: &[(&str, i32)] = &[
    ("unit", 0),
    ("units", 0),
    ("ones", 0),
    ("one", 0),
    ("tens", 1),
    ("hundreds", 2),
    ("thousand", 3),
    ("thousands", 3),
    ("ten thousand", 4),
    ("ten thousands", 4),
    ("tens of thousands", 4),
    ("hundred thousands", 5),
    ("hundreds of thousands", 5),
    ("million", 6),
    ("millions", 6),
    ("tens of millions", 7),
    ("hundreds of millions", 8),
    ("billion", 9),
    ("billions", 9),
    ("trillion", 12),
    ("trillions", 12),
    ("个", 0),
    ("千", 3),
    ("万", 4),
    ("百万", 6),
    ("亿", 8),
];

/// The power of ten that a value of such a column says: `3`, `Thousands`, `3: Thousands`.
pub(in crate::import) fn power(value: &str) -> Option<i32> {
    let value = value.trim().to_lowercase();
    let own = value.split(':').next().unwrap_or_default().trim();
    let word = POWERS.iter().find(|(word, _)| *word == own).map(|(_, power)| *power);
    word.or_else(|| own.parse().ok().filter(|power| (-9..=15).contains(power)))
}

/// Words within a heading or a line above a table that say in which multiples its figures are given; the longest first.
const MULTIPLES: &[(&str, i32)] = &[
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("'000", 3),
    ("\u{2019}000", 3),
    ("000s", 3),
    ("百万", 6),
    ("千万", 7),
    ("十亿", 9),
    ("千", 3),
    ("万", 4),
    ("亿", 8),
];

/// The powers of ten in which a heading says that figures are given: `产值（千元）`, `Sales ($ thousands)`.
pub(in crate::import) fn multiples_in(text: &str) -> Vec<i32> {
    let mut rest = text.to_lowercase();
    let mut found = Vec::new();
    for (word, power) in MULTIPLES {
        if rest.contains(word) {
            found.push(*power);
            rest = rest.replace(word, " ");
        }
    }
    found
}
