//! Small words of dates, figures and lists.

use crate::i18n::message::messages;

messages! {
    MONTHS = "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月", "January February March April May June July August September October November December";
    QUARTERS = "一季度 二季度 三季度 四季度", "Q1 Q2 Q3 Q4";
    AS_OF = "截至{date}", "as of {date}";
    SPAN = "{from}—{to}", "{from}–{to}";
    OWN_YEAR = "{year}年度", "{year}";
    YEAR_TO = "{year}（至{month}）", "{year} (to {month})";
    DUE_END = "{date}底前", "by the end of {date}";
    DUE_DAY = "{date}前", "by {date}";
    COMMA = "、", ", ";
    SEPARATOR = "，", ", ";
    SEMICOLON = "；", "; ";
    AND = "和", " and ";
    LAST_AND = "、", " and ";
    LAST_OR = "、", " or ";
    COLON = "：", ": ";
    OF_PLACE = "{place}{name}", "{place}: {name}";
    AT_PLACE = "{place}：{name}", "{place}: {name}";
    BESIDE = "{a}，{b}", "{a}, {b}";
    NAMED = "{name} {value}", "{name} {value}";
    PARENTHESIS = "{a}（{b}）", "{a} ({b})";
    BEHIND = "（{mark}）", " ({mark})";
    PREFIX_ABOUT = "约", "about";
    PREFIX_NEARLY = "近", "nearly";
    PREFIX_OVER = "超", "over";
    PREFIX_AT_LEAST = "不低于", "at least";
    PREFIX_AT_MOST = "不超过", "at most";
    PREFIX_UNDER = "低于", "under";
    BYTES = "{n}字节", "{n} byte|{n} bytes";
}
