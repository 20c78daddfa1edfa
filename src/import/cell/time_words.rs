//! Words in which cells write times.

/// What ends a year, a month, a day.
pub(in crate::import) const YEAR: &[&str] = &["年度", "年"];
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
/// What columns of weeks are called after.
pub(super) const WEEKS_NAMED: &[&str] = &["week", "周", "週", "woche", "semaine", "semana"];
pub(super) const DECADE: &[&str] = &["年代", "s"];

/// What stands before a year of the Republic of China, and the year before its first.
pub(super) const MINGUO: &[&str] = &["中华民国", "中華民國", "民国", "民國"];
/// Chinese names of columns of years, in which three digits alone are years of the Republic.
pub(super) const YEARS_NAMED: &[&str] =
    &["年別", "年别", "年度", "年度別", "年份", "年", "統計年", "統計期", "學年度", "年底別"];
pub(super) const BEFORE_MINGUO: i32 = 1911;

/// Names of columns of years and months in one number.
pub(super) const YEAR_MONTH: &[&str] = &["年月", "統計年月", "资料年月", "資料年月"];

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

/// Eras of Japan by their names and letters, and the year before the first of each; what its first year is called, and what
/// stands behind the year of an office.
pub(super) const ERAS: &[(&str, i32)] =
    &[("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867)];
pub(super) const LETTERS_OF_ERAS: &[(char, i32)] = &[('r', 2018), ('h', 1988), ('s', 1925)];
pub(super) const FIRST_OF_ERA: &str = "元";
pub(super) const YEAR_OF_ERA: &str = "度";

/// Signs for each digit in years in Chinese numerals.
pub(super) const NUMERALS: [&[char]; 10] = [
    &['〇', '○', '零', '\u{25ef}'],
    &['一'],
    &['二'],
    &['三'],
    &['四'],
    &['五'],
    &['六'],
    &['七'],
    &['八'],
    &['九'],
];

/// Five-year plans with their first years; those of two characters are numbers where nothing else is said.
pub(super) const PLANS: &[(&str, i32)] = &[
    ("十五五", 2026),
    ("十四五", 2021),
    ("十三五", 2016),
    ("十二五", 2011),
    ("十一五", 2006),
    ("十五", 2001),
    ("九五", 1996),
    ("八五", 1991),
    ("七五", 1986),
    ("六五", 1981),
    ("五五", 1976),
    ("四五", 1971),
    ("三五", 1966),
];
pub(super) const OF_PLAN: &[&str] = &["时期", "期间", "规划", "规划期", "期末", "末"];

/// Korean and Japanese words and the Chinese ones that mean the same; longer ones first.
pub(super) const ELSEWHERE: &[(&str, &str)] = &[
    ("년도", "年"),
    ("년", "年"),
    ("월", "月"),
    ("일", "日"),
    ("상반기", "上半年"),
    ("하반기", "下半年"),
    ("분기", "季度"),
    ("四半期", "季度"),
];

/// Names of columns of days that are meant as days: when something was counted, told or done.
pub(super) const DAYS_NAMED: &[&str] = &[
    "stichtag", "as of", "as_of", "asof", "census", "birth", "born", "hired", "signed", "due",
    "截至", "时点", "時點", "截止", "出生", "入职", "签订", "签约", "合同", "到期",
];
/// What stands before a time of which figures are the state.
pub(super) const AS_OF: &[&str] = &["截至", "截止到", "截止", "as of ", "as at ", "end of "];
/// Ends of periods, and what is kept of them.
pub(super) const ENDED: &[(&str, &str)] = &[
    ("年末前", "年"),
    ("年底前", "年"),
    ("月底前", "月"),
    ("月末前", "月"),
    ("年末", "年"),
    ("年底", "年"),
    ("季度末", "季度"),
    ("半年末", "半年"),
];

/// Quarters in other languages.
pub(super) const QUARTER_WORDS: &[&str] =
    &["quartal", "trimestre", "trimester", "trimestr", "trim", "kwartaal", "kvartal", "квартал"];
pub(super) const ROMAN_QUARTERS: [&str; 4] = ["i", "ii", "iii", "iv"];

/// Small words among those of a date.
pub(super) const AMONG: &[&str] =
    &["de", "del", "di", "of", "the", "le", "den", "der", "do", "da", "г", "года", "год"];

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

/// A month in Chinese numerals, from the first on.
pub(super) const MONTHS_IN_NUMERALS: [&str; 12] =
    ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
/// Months of other languages, in full and by the beginnings that are in use, each list from January on.
pub(super) const OTHER_MONTHS: &[[&str; 12]] = &[
    [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
    [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ],
    [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    [
        "styczeń",
        "luty",
        "marzec",
        "kwiecień",
        "maj",
        "czerwiec",
        "lipiec",
        "sierpień",
        "wrzesień",
        "październik",
        "listopad",
        "grudzień",
    ],
    [
        "stycznia",
        "lutego",
        "marca",
        "kwietnia",
        "maja",
        "czerwca",
        "lipca",
        "sierpnia",
        "września",
        "października",
        "listopada",
        "grudnia",
    ],
];
/// What follows months of a year that are taken together from its first on.
pub(super) const TOGETHER: &[&str] = &["累计", "累計", "合计", "合計"];
/// The whole year beside its parts.
pub(super) const WHOLE_YEAR: &[&str] = &[
    "全年",
    "年计",
    "年計",
    "全年合计",
    "全年累计",
    "合计",
    "合計",
    "总计",
    "總計",
    "年度",
    "annual",
    "year",
    "total",
    "full year",
    "whole year",
    "jahr",
    "insgesamt",
];
/// Halves and quarters of a year as their names alone tell them: how many months each takes, and its number.
pub(super) const NUMBERED_PARTS: &[(&str, u8, u8)] = &[
    ("half1", 6, 1),
    ("half2", 6, 2),
    ("first half", 6, 1),
    ("second half", 6, 2),
    ("1st half", 6, 1),
    ("2nd half", 6, 2),
    ("quarter 1", 3, 1),
    ("quarter 2", 3, 2),
    ("quarter 3", 3, 3),
    ("quarter 4", 3, 4),
    ("1st quarter", 3, 1),
    ("2nd quarter", 3, 2),
    ("3rd quarter", 3, 3),
    ("4th quarter", 3, 4),
    ("first quarter", 3, 1),
    ("second quarter", 3, 2),
    ("third quarter", 3, 3),
    ("fourth quarter", 3, 4),
];
