//! Words in which cells write times.

/// What ends a year, a month, a day.
pub(super) const YEAR: &[&str] = &["年度", "年"];
pub(super) const YEAR_SIGN: char = '年';
pub(super) const MONTH: char = '月';
pub(super) const DAY: &[char] = &['日', '号'];
/// What may follow a month without saying more.
pub(super) const OF_MONTH: &[&str] = &["份", "末", "底"];
/// Ten days of a month, with the first and the last of them.
pub(super) const TEN_DAYS: &[(&str, u8, u8)] =
    &[("上旬", 1, 10), ("中旬", 11, 20), ("下旬", 21, 31)];
/// What ends the number of a week.
pub(super) const WEEK: &[&str] = &["周", "星期"];
pub(super) const DECADE: &[&str] = &["年代", "s"];

/// What stands before a year of the Republic of China, and the year before its first.
pub(super) const MINGUO: &[&str] = &["中华民国", "中華民國", "民国", "民國"];
pub(super) const BEFORE_MINGUO: i32 = 1911;

/// What stands before or after a year that does not begin in January.
pub(super) const FISCAL: &[&str] = &[
    "fiscal year",
    "financial year",
    "tax year",
    "fiscal",
    "fy",
    "财政年度",
    "財政年度",
    "会计年度",
    "會計年度",
    "财年",
    "財年",
];
/// The same of years that begin in September.
pub(super) const ACADEMIC: &[&str] =
    &["academic year", "school year", "academic", "学年度", "學年度", "学年", "學年"];
pub(super) const ACADEMIC_BEGINS: u8 = 9;

/// Words before the month with which a year ends, and with which it begins.
pub(super) const ENDING: &[&str] = &["ending", "ended", "ends", "year to", "months to", "end of"];
pub(super) const BEGINNING: &[&str] = &["beginning", "starting", "begins", "starts"];
/// What stands before the last month of a span of twelve.
pub(super) const YEAR_TO: &[&str] = &[
    "year ending",
    "year ended",
    "year to",
    "12 months to",
    "12 months ending",
    "twelve months to",
];

/// What is written around a year as a name of a column.
pub(super) const AROUND_YEAR: &[&str] = &["yr", "y", "f", "x"];

/// Quarters and halves of a year, with the months they begin and end with.
pub(super) const PARTS_OF_YEAR: &[(&str, u8, u8)] = &[
    ("q1", 1, 3),
    ("q2", 4, 6),
    ("q3", 7, 9),
    ("q4", 10, 12),
    ("1q", 1, 3),
    ("2q", 4, 6),
    ("3q", 7, 9),
    ("4q", 10, 12),
    ("h1", 1, 6),
    ("h2", 7, 12),
    ("s1", 1, 6),
    ("s2", 7, 12),
    ("1h", 1, 6),
    ("2h", 7, 12),
    ("前三季度", 1, 9),
    ("一至三季度", 1, 9),
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
    ("第一季", 1, 3),
    ("第二季", 4, 6),
    ("第三季", 7, 9),
    ("第四季", 10, 12),
    ("第1季", 1, 3),
    ("第2季", 4, 6),
    ("第3季", 7, 9),
    ("第4季", 10, 12),
    ("上半年", 1, 6),
    ("下半年", 7, 12),
];

/// What stands between the two ends of a period.
pub(super) const TO: &[&str] = &["~", "\u{2013}", "\u{2014}", "至", "到", " to ", " - ", "/", "-"];

/// English months.
pub(super) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What stands between two months of one year.
pub(super) const TO_MONTH: &[char] = &['-', '\u{2013}', '\u{2014}', '~', '至', '到'];
/// What stands before the number of a week.
pub(super) const NUMBERED: char = '第';
