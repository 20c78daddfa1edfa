//! Words and signs that stand in cells in place of values, and around them.

/// What a column is called that says of each row which file it is from.
pub(in crate::import) const FILE_ZH: &str = "文件";
/// What a column is called that says of each row which sheet of a year it is from.
pub(in crate::import) const YEAR_ZH: &str = "年份";
/// What a column of units is called.
pub(in crate::import) const UNIT_ZH: &str = "单位";

/// Signs and words for a value that is not there. They are not reported. A row of dots, lines or stars is one too.
pub(super) const MISSING: &[&str] = &[
    ":",
    "/",
    "!",
    "na",
    "n/a",
    "n.a",
    "n.a.",
    "n/d",
    "n.d.",
    "nd",
    "#n/a",
    "#na",
    "null",
    "none",
    "nil",
    "\\n",
    "n.v.",
    "k.a.",
    "k. a.",
    "n.b.",
    "s.d.",
    "n.c.",
    "not available",
    "not applicable",
    "no data",
    "missing",
    "无",
    "暂无",
    "缺",
    "缺失",
    "空",
    "无数据",
    "暂无数据",
    "不详",
    "未公布",
    "不适用",
    "缺考",
    "缓考",
    "免考",
];

/// Signs that alone, or several of them, say that there is no value.
pub(super) const BLANKS: &[char] =
    &['-', '.', '*', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2026}', '\u{22ef}', '\u{b7}'];

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
    "#null!",
    "#data!",
    "#spill!",
    "#calc!",
    "#getting_data",
];

/// Signs and codes of money before a number or after it, in upper case; the longest first.
pub(super) const MONEY: &[&str] = &[
    "US$", "HK$", "NT$", "AU$", "CA$", "A$", "C$", "R$", "USD", "EUR", "CNY", "RMB", "GBP", "JPY",
    "HKD", "TWD", "AUD", "CAD", "CHF", "KRW", "INR", "SEK", "NOK", "DKK", "\u{a5}", "$",
    "\u{20ac}", "\u{a3}", "\u{20a9}", "\u{20b9}", "元", "圆", "円", "원",
];

/// What differences of percentages are counted in; they keep it as a mark beside those that are percentages.
pub(super) const POINTS: &[&str] = &["个百分点", "个千分点", "百分点"];

/// What things are counted in, behind a number in one cell with it: `5个`, `1.2万人`. The longest first.
pub(in crate::import) const COUNTED: &[&str] = &[
    "平方公里",
    "平方千米",
    "万平方米",
    "平方米",
    "立方米",
    "人次",
    "公里",
    "千米",
    "公顷",
    "个",
    "所",
    "座",
    "处",
    "张",
    "人",
    "名",
    "户",
    "套",
    "亩",
    "辆",
    "台",
    "条",
    "项",
    "家",
    "件",
    "间",
    "吨",
    "株",
    "盏",
    "場",
    "개",
    "명",
];

/// Percent signs; the number is kept as it is written.
pub(super) const PERCENT: &[char] = &['%', '\u{2030}'];

/// What multiplies the number before it by a power of ten; the longest first.
pub(super) const MULTIPLES: &[(&str, i32)] = &[
    ("万亿", 12),
    ("千万", 7),
    ("百万", 6),
    ("十万", 5),
    ("亿", 8),
    ("億", 8),
    ("万", 4),
    ("萬", 4),
    ("千", 3),
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("trillion", 12),
    ("mln", 6),
    ("bln", 9),
    ("mn", 6),
    ("bn", 9),
    ("tn", 12),
    ("k", 3),
    ("K", 3),
    ("m", 6),
    ("M", 6),
    ("B", 9),
];

/// What stands between the two ends of a range.
pub(super) const BETWEEN_ENDS: &[char] = &['-', '\u{2013}', '\u{2014}', '~', '至', '到'];

/// Units that also say how old somebody is or when something was.
pub(super) const OF_TIME: &[&str] = &[
    "岁", "年", "天", "日", "度", "点", "次", "月", "个月", "小时", "分钟", "years", "year", "yrs",
    "months", "month", "weeks", "days", "day", "hours", "hour", "minutes", "mins",
];

/// What says behind a unit how the number before it is meant.
pub(super) const BEHIND_UNITS: &[&str] =
    &["及以上", "以上", "及以下", "以下", "以内", "左右", "上下", "*"];

/// What says between a number and its unit that there are more.
pub(super) const AND_MORE: &[char] = &['余', '多', '餘'];

/// How units begin that are multiples of others, and those that begin as such and are none.
pub(super) const SCALED: &[&str] = &["万", "亿"];
pub(super) const THOUSANDS: &[&str] = &["千瓦", "千克", "千米"];
