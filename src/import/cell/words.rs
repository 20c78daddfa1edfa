//! Words that stand in cells in place of values.

/// What a column is called that says of each row which file it is from.
pub(in crate::import) const FILE_ZH: &str = "文件";

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

/// What ends a year, a month, a day.
pub(super) const YEAR: &[&str] = &["年度", "年"];
pub(super) const MONTH: char = '月';
pub(super) const DAY: &[char] = &['日', '号'];

/// Quarters and halves of a year, with the months they begin and end with.
pub(super) const PARTS_OF_YEAR: &[(&str, u8, u8)] = &[
    ("q1", 1, 3),
    ("q2", 4, 6),
    ("q3", 7, 9),
    ("q4", 10, 12),
    ("h1", 1, 6),
    ("h2", 7, 12),
    ("第一季度", 1, 3),
    ("第二季度", 4, 6),
    ("第三季度", 7, 9),
    ("第四季度", 10, 12),
    ("一季度", 1, 3),
    ("二季度", 4, 6),
    ("三季度", 7, 9),
    ("四季度", 10, 12),
    ("第1季度", 1, 3),
    ("第2季度", 4, 6),
    ("第3季度", 7, 9),
    ("第4季度", 10, 12),
    ("1季度", 1, 3),
    ("2季度", 4, 6),
    ("3季度", 7, 9),
    ("4季度", 10, 12),
    ("上半年", 1, 6),
    ("下半年", 7, 12),
];

/// What stands between the two ends of a period.
pub(super) const TO: &[&str] = &["~", "\u{2013}", "\u{2014}", "至", "到", "/", "-"];

/// English months by their first three letters.
pub(super) const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
