//! Names of columns that set a period against others: its own figure, that of the year so far, that of a period before, and by
//! how much they differ; and the words of names.

/// What such a column has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// The figure of the period itself.
    Own,
    /// That of the year so far.
    SoFar,
    /// That of the period before, or of the same one a year before.
    Before,
    /// By how much these differ.
    Change,
}

/// What stands between the rows of a header in a name.
pub const BETWEEN_ROWS: &str = " / ";

/// Parts of Chinese names of changes.
const CHANGES: &[&str] = &[
    "同比",
    "环比",
    "環比",
    "增减",
    "增減",
    "涨跌",
    "升降",
    "比上年",
    "比上月",
    "比上季",
    "比上期",
    "比去年",
    "比同期",
    "较上年",
    "较上月",
    "较上季",
    "较上期",
    "较去年",
    "较同期",
    "前年比",
    "前月比",
    "전년대비",
    "전월대비",
    "±",
];
/// Ends of them.
const CHANGE_ENDS: &[&str] = &["变动", "变化", "变动额", "变化额", "变动率", "变化率"];
/// Parts of Chinese names of what the year has so far.
const SO_FAR: &[&str] = &["累计", "累計", "年初至", "누계"];
/// Whole Chinese names of the period's own figures, and of those before.
const OWN: &[&str] = &[
    "当日",
    "本周",
    "当月",
    "本月",
    "当季",
    "本季",
    "本季度",
    "当期",
    "本期",
    "当年",
    "本年",
    "今年",
    "本年度",
    "报告期",
    "本月末",
    "本期末",
    "當月",
    "本月份",
    "当月份",
];
const BEFORE: &[&str] = &[
    "上周",
    "上月",
    "上月末",
    "上季",
    "上季度",
    "上期",
    "上期末",
    "上年",
    "上年末",
    "上年度",
    "去年",
    "同期",
    "上年同期",
    "去年同期",
    "上年同月",
    "去年同月",
    "上年同季",
    "前年",
    "前月",
    "前期",
];
/// What may stand behind these and says nothing.
const EMPTY_ENDS: &[&str] = &["数", "值", "额", "量", "发生额", "完成数", "实际"];

/// Words of changes, at the end of a name or alone; and those that say it anywhere.
const CHANGE_LAST: &[&str] = &[
    "change",
    "changes",
    "chg",
    "difference",
    "diff",
    "delta",
    "\u{3b4}",
    "variance",
    "veränderung",
    "variation",
    "évolution",
    "variación",
    "variazione",
    "variação",
    "verandering",
];
const CHANGE_WORDS: &[&str] = &["yoy", "qoq", "interanual", "intermensual"];
/// Steps of which a name has two with a stroke between them: `y/y`.
const STEPS: &[&str] = &["y", "q", "m", "w"];
/// What follows such a word where it begins a name.
const OF_CHANGES: &[&str] =
    &["in", "on", "from", "over", "since", "vs", "against", "zum", "gegenüber", "sur", "en"];
/// What changes as a whole, and is counted.
const WHAT_CHANGES: &[&str] = &["climate", "regime", "name", "address"];
/// Words of what the year has so far.
const SO_FAR_WORDS: &[&str] =
    &["cumulative", "cumulated", "ytd", "kumuliert", "cumulé", "acumulado"];
const SO_FAR_WHOLE: &[&str] = &["yeartodate", "runningtotal"];
/// Whole names, their words put together.
const OWN_WHOLE: &[&str] = &[
    "current",
    "currentyear",
    "currentquarter",
    "currentmonth",
    "currentperiod",
    "thisyear",
    "thisquarter",
    "thismonth",
    "thisweek",
    "latest",
];
const BEFORE_WHOLE: &[&str] = &[
    "previous",
    "previousyear",
    "previousquarter",
    "previousmonth",
    "previousperiod",
    "previousvalue",
    "prior",
    "prioryear",
    "priorquarter",
    "priormonth",
    "priorperiod",
    "lastyear",
    "lastquarter",
    "lastmonth",
    "lastweek",
    "precedingyear",
    "precedingperiod",
    "yearago",
    "ayearago",
    "yearearlier",
    "ayearearlier",
    "monthago",
    "monthearlier",
    "sameperiodlastyear",
    "sameperiodofpreviousyear",
    "samemonthlastyear",
    "vorjahr",
    "vorjahreszeitraum",
    "vorjahresmonat",
    "vorquartal",
    "vormonat",
    "vorperiode",
];

/// What the name of a column says of periods against each other; `None` where it says nothing of it. Of the rows of a header
/// the last counts.
#[must_use]
pub fn compared(name: &str) -> Option<Compared> {
    let name = name.rsplit(BETWEEN_ROWS).next().unwrap_or(name);
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    let own = words(name);
    let whole = own.concat();
    let bare = EMPTY_ENDS.iter().find_map(|end| whole.strip_suffix(end)).unwrap_or(&whole);
    let is = |names: &[&str]| names.contains(&whole.as_str()) || names.contains(&bare);
    let has_word = |names: &[&str]| own.iter().any(|word| names.contains(&word.as_str()));
    // Capitals within `YoY` begin no word.
    let lower = name.to_lowercase();
    let is_yearly =
        lower.split(|c: char| !c.is_alphanumeric()).any(|word| CHANGE_WORDS.contains(&word));
    if is_yearly
        || has(CHANGES)
        || CHANGE_ENDS.iter().any(|end| whole.ends_with(end))
        || is_change(&own)
    {
        Some(Compared::Change)
    } else if has(SO_FAR) || has_word(SO_FAR_WORDS) || is(SO_FAR_WHOLE) {
        Some(Compared::SoFar)
    } else if is(BEFORE) || is(BEFORE_WHOLE) {
        Some(Compared::Before)
    } else {
        (is(OWN) || is(OWN_WHOLE)).then_some(Compared::Own)
    }
}

/// Lower-case words of a name, without what stands in brackets.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let (mut depth, mut before) = (0_u32, ' ');
    for c in name.chars() {
        match c {
            c if opens(c) => depth += 1,
            c if closes(c) => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            c if c.is_alphanumeric() => {
                if c.is_uppercase() && before.is_lowercase() {
                    words.push(String::new());
                }
                if let Some(word) = words.last_mut() {
                    word.extend(c.to_lowercase());
                }
            }
            _ => words.push(String::new()),
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A text without what stands in brackets.
#[must_use]
pub fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let keep = |c: &char| {
        if opens(*c) {
            depth += 1;
        } else if closes(*c) {
            depth = depth.saturating_sub(1);
            return false;
        }
        depth == 0
    };
    text.chars().filter(keep).collect()
}

const fn opens(c: char) -> bool {
    matches!(c, '(' | '[' | '\u{ff08}' | '\u{3010}')
}

const fn closes(c: char) -> bool {
    matches!(c, ')' | ']' | '\u{ff09}' | '\u{3011}')
}

/// Whether words are those of a change: `% change`, `Change on year`, `y/y`.
fn is_change(words: &[String]) -> bool {
    let is = |word: &String, list: &[&str]| list.contains(&word.as_str());
    let is_twice = |pair: &[String]| pair[0] == pair[1] && is(&pair[0], STEPS);
    let [first, ..] = words else { return false };
    let ends = words.last().is_some_and(|last| is(last, CHANGE_LAST));
    let of_what = words.len() > 1 && is(&words[words.len() - 2], WHAT_CHANGES);
    (ends && !of_what)
        || (is(first, CHANGE_LAST) && words.get(1).is_some_and(|next| is(next, OF_CHANGES)))
        || words.windows(2).any(is_twice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_that_compare_periods_are_known() {
        for (names, expected) in [
            (
                &["当月", "本月", "本期数", "Current", "This month", "零售额 / 当月"][..],
                Some(Compared::Own),
            ),
            (
                &["累计", "本年累计", "1-本月累计", "年初至今", "YTD", "Cumulative (million)"],
                Some(Compared::SoFar),
            ),
            (
                &[
                    "上年同期",
                    "去年同期数",
                    "上月",
                    "Previous",
                    "Prior year",
                    "Year ago",
                    "Vorjahr",
                ],
                Some(Compared::Before),
            ),
            (
                &[
                    "同比±%",
                    "环比",
                    "增减额",
                    "比上年同期增加",
                    "累计同比",
                    "人口变化",
                    "Change",
                    "% change",
                    "Change on year",
                    "y/y",
                    "CPI YoY",
                    "Veränderung in %",
                ],
                Some(Compared::Change),
            ),
            (
                &[
                    "增加值",
                    "Climate change",
                    "Exchange",
                    "年份",
                    "Year",
                    "Last name",
                    "月份",
                    "同期声",
                    "Prior education",
                    "上年纪人数",
                    "May / June",
                ],
                None,
            ),
        ] {
            for name in names {
                assert_eq!(compared(name), expected, "{name}");
            }
        }
    }
}
