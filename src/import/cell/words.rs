//! Words that stand in cells in place of values.

/// Signs and words for a value that is not there. They are not reported.
pub(super) const MISSING: &[&str] = &[
    "-",
    "--",
    "---",
    "\u{2013}",
    "\u{2014}",
    "\u{2014}\u{2014}",
    "\u{2026}",
    "\u{2026}\u{2026}",
    ".",
    "..",
    "...",
    "/",
    "*",
    "na",
    "n/a",
    "#n/a",
    "n.a.",
    "null",
    "none",
    "nil",
    "\\n",
    "无",
    "暂无",
    "缺",
    "空",
];

/// Words for what is no number, or no finite one.
pub(super) const NOT_FINITE: &[&str] = &[
    "nan",
    "#nan",
    "-nan",
    "+nan",
    "inf",
    "-inf",
    "+inf",
    "infinity",
    "-infinity",
    "+infinity",
    "1.#inf",
    "-1.#inf",
    "1.#ind",
    "-1.#ind",
    "1.#qnan",
    "-1.#qnan",
    "\u{221e}",
    "-\u{221e}",
    "#div/0!",
    "#num!",
    "#value!",
    "#ref!",
    "#name?",
];

/// Signs of money before a number, and of a part of a hundred or of a thousand after it.
pub(super) const MONEY: &[char] = &['\u{a5}', '$', '\u{20ac}', '\u{a3}'];

/// Percent signs; the number is kept as it is written.
pub(super) const PERCENT: &[char] = &['%', '\u{2030}'];
