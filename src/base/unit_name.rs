//! Units in the names of columns: in brackets at the end of a name, or behind a comma.

/// Whole units in letters, in lower case.
const WORDS: &[&str] = &[
    "%",
    "\u{2030}",
    "\u{b0}c",
    "percent",
    "per cent",
    "pct",
    "percentage",
    "persons",
    "people",
    "person",
    "inhabitants",
    "households",
    "thousand",
    "thousands",
    "thousand persons",
    "million",
    "millions",
    "billion",
    "billions",
    "units",
    "number",
    "index",
    "years",
    "days",
    "hours",
    "usd",
    "eur",
    "cny",
    "rmb",
    "gbp",
    "jpy",
    "hkd",
    "twd",
    "aud",
    "cad",
    "us$",
    "$",
    "\u{20ac}",
    "\u{a3}",
    "\u{a5}",
    "yuan",
    "dollars",
    "euro",
    "euros",
    "kg",
    "g",
    "t",
    "tonnes",
    "tons",
    "km",
    "m",
    "cm",
    "mm",
    "km2",
    "km\u{b2}",
    "m2",
    "m\u{b2}",
    "m3",
    "m\u{b3}",
    "ha",
    "hectares",
    "acres",
    "kwh",
    "mwh",
    "gwh",
    "twh",
    "mw",
    "kw",
    "gj",
    "tj",
    "mtoe",
    "ktoe",
    "l",
    "litres",
    "ml",
    "mg",
    "ug",
    "\u{b5}g",
    "\u{3bc}g",
    "ppm",
    "ppb",
    "mbps",
];

/// What figures are for each of, behind a slash: a time and a head are units nowhere else.
const EACH: &[&str] = &[
    "月",
    "周",
    "季",
    "季度",
    "学期",
    "学年",
    "时",
    "秒",
    "年人",
    "人月",
    "人年",
    "capita",
    "head",
    "year",
    "month",
    "week",
    "day",
    "hour",
    "h",
    "s",
    "y",
    "yr",
    "pupil",
    "student",
    "household",
];

/// Units in characters, alone or behind a multiplier or another word: 元, 万元, 美元.
const ENDS: &[&str] = &[
    "元",
    "人",
    "人次",
    "户",
    "个",
    "家",
    "所",
    "座",
    "处",
    "件",
    "起",
    "宗",
    "项",
    "例",
    "台",
    "套",
    "辆",
    "艘",
    "架",
    "张",
    "床",
    "吨",
    "公斤",
    "千克",
    "克",
    "斤",
    "米",
    "公里",
    "千米",
    "厘米",
    "毫米",
    "里",
    "亩",
    "公顷",
    "倍",
    "岁",
    "年",
    "天",
    "日",
    "小时",
    "分钟",
    "次",
    "度",
    "千瓦时",
    "千瓦",
    "升",
    "箱",
    "头",
    "只",
    "株",
    "棵",
    "本",
    "册",
    "部",
    "卷",
    "点",
    "百分点",
    "名",
    "位",
    "村",
    "镇",
    "乡",
    "街道",
    "摄氏度",
    "万",
    "亿",
    "千",
    "百万",
    "戶",
    "戸",
    "円",
    "圓",
    "公頃",
    "噸",
    "명",
    "가구",
    "원",
    "개",
    "건",
    "条",
    "间",
    "栋",
    "幢",
    "盏",
    "眼",
    "块",
    "批",
    "场",
    "场次",
    "户次",
    "辆次",
    "车次",
    "架次",
    "班次",
    "篇",
    "种",
    "支",
    "枚",
    "份",
    "毫克",
    "微克",
    "毫升",
    "平方",
    "立方",
    "平米",
    "学位",
    "床位",
];

/// What stands between the units that figures are for each of.
const BESIDE: [char; 6] = ['\u{b7}', '\u{2022}', '\u{30fb}', '.', '*', '/'];

/// Characters a unit has no more of.
const LONGEST: usize = 14;

/// The unit that a column's name gives in brackets at its end or behind its last comma: `存款(亿元)`, `income [USD]`,
/// `Rate, %`. `None` where what stands there is none, such as a year or a remark.
#[must_use]
pub fn unit_of_name(name: &str) -> Option<&str> {
    parted(name).map(|(_, unit)| unit)
}

/// A column's name without the unit in brackets at its end or behind its last comma.
#[must_use]
pub fn without_unit(name: &str) -> &str {
    parted(name).map_or(name, |(before, _)| before)
}

/// A column's name where its unit is told beside it: without what stands behind it and is that unit, or any.
#[must_use]
pub fn beside_unit<'n>(name: &'n str, unit: &str) -> &'n str {
    let told = in_brackets(name).or_else(|| name.trim_end().rsplit_once([',', '\u{ff0c}']));
    match told {
        Some((before, own)) if own.trim() == unit && !before.trim().is_empty() => before.trim_end(),
        _ => without_unit(name),
    }
}

/// A name and the unit behind it.
fn parted(name: &str) -> Option<(&str, &str)> {
    let name = without_note(name.trim_end());
    let sound = |(before, unit): (&'_ str, &'_ str)| !before.trim().is_empty() && is_unit(unit);
    let behind = name.rsplit_once([',', '\u{ff0c}']).map(|(before, unit)| (before, unit.trim()));
    let parts = behind.filter(|parts| sound(*parts)).or_else(|| {
        let (before, unit) = in_brackets(name)?;
        let unit = unit.trim();
        let bare = unit.strip_prefix("单位：").or_else(|| unit.strip_prefix("单位:"));
        Some((before, bare.unwrap_or(unit).trim())).filter(|parts| sound(*parts))
    });
    parts.map(|(before, unit)| (before.trim_end(), unit))
}

/// What stands before the brackets at the end of a name, and in them.
fn in_brackets(name: &str) -> Option<(&str, &str)> {
    let pairs = [('(', ')'), ('\u{ff08}', '\u{ff09}'), ('[', ']'), ('\u{3010}', '\u{3011}')];
    let (open, close) = pairs.into_iter().find(|(_, close)| name.ends_with(*close))?;
    name.strip_suffix(close)?.rsplit_once(open)
}

/// What names of columns of ranks have in them, of which the least is the best.
const RANKS: &[&str] = &["排名", "位次", "名次", "排位", "序位", "rank", "ranking"];

/// Names of first columns of ranks, which elsewhere say other things too.
const FIRST_RANKS: &[&str] =
    &["#", "no", "no.", "nr", "nr.", "pos", "pos.", "position", "place", "standing", "序号"];

/// Whether the numbers of a table's first column are ranks, as far as its name tells.
#[must_use]
pub fn is_rank_in_front(name: &str) -> bool {
    is_rank(name) || FIRST_RANKS.contains(&name.trim().to_lowercase().as_str())
}

/// Whether a column's numbers are ranks, as far as its name tells.
#[must_use]
pub fn is_rank(name: &str) -> bool {
    let lower = name.to_lowercase();
    let is_in_it = |word: &&str| match word.is_ascii() {
        true => lower.split(|c: char| !c.is_ascii_alphanumeric()).any(|own| own == *word),
        false => lower.contains(*word),
    };
    RANKS.iter().any(is_in_it)
}

/// Whether figures of a unit are rates, shares or indices, which are not added up: `%`, `元/人`, `per 1,000`.
#[must_use]
pub fn is_rate(unit: &str) -> bool {
    let lower = unit.to_lowercase();
    let parts = ["%", "\u{2030}", "/", "\u{ff05}", "per ", "percent", "index", "指数", "百分点"];
    is_base(unit) || parts.iter().any(|part| lower.contains(part))
}

/// Whether a text says what is 100 in an index: `上年=100`, `2015 = 100`.
#[must_use]
pub fn is_base(text: &str) -> bool {
    let base = text.rsplit_once(['=', '\u{ff1d}']);
    base.is_some_and(|(of, hundred)| !of.trim().is_empty() && hundred.trim() == "100")
}

/// A name without the mark of a note behind it: `People (thousands) [note 1]`.
fn without_note(name: &str) -> &str {
    let note = name.strip_suffix(']').and_then(|name| name.rsplit_once('['));
    let is_note = |inside: &str| inside.to_lowercase().starts_with("note");
    note.filter(|(_, inside)| is_note(inside)).map_or(name, |(before, _)| before.trim_end())
}

/// Whether a text is a unit, as far as its words tell.
#[must_use]
pub fn is_unit(text: &str) -> bool {
    if is_base(text) && text.chars().count() <= LONGEST {
        return true;
    }
    if text.is_empty()
        || text.chars().count() > LONGEST
        || text.starts_with(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    let lower = text.to_lowercase();
    if WORDS.contains(&lower.as_str()) || ENDS.contains(&text) {
        return true;
    }
    // One unit to another: 元/人, kg/ha, persons per km2; to several: 元/人·月.
    let parts = lower.split_once(['/', '\u{ff0f}']).or_else(|| lower.split_once(" per "));
    if let Some((a, b)) = parts {
        let is_each = |part: &str| {
            let part = part.trim_start_matches(|c: char| c.is_ascii_digit()).trim();
            let part = part.strip_prefix('每').unwrap_or(part);
            EACH.contains(&part) || is_unit(part)
        };
        return is_unit(a.trim()) && b.split(BESIDE).all(is_each);
    }
    // Powers and prices: million USD, 2015 prices stand behind.
    if let Some((first, rest)) = lower.split_once(' ') {
        return WORDS.contains(&first) && WORDS.contains(&rest);
    }
    // A multiplier before a unit; other characters before it make another word of it.
    let rest =
        text.trim_start_matches(['十', '百', '千', '万', '亿', '萬', '億', '만', '억', '천', '백']);
    if rest.len() < text.len() && (rest.is_empty() || ENDS.contains(&rest)) {
        return true;
    }
    ["美元", "欧元", "日元", "港元", "平方米", "平方公里", "平方千米", "立方米", "标准煤"]
        .iter()
        .any(|unit| rest == *unit || rest.strip_prefix("吨").is_some_and(|rest| rest == *unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_their_units_and_names_of_ranks() {
        for (name, bare) in [
            ("存款(亿元)", "存款"),
            ("同比增长（%）", "同比增长"),
            ("人口(2020)", "人口(2020)"),
            ("Rate, %", "Rate"),
            ("People\n(thousands)\n[note 1]", "People"),
            ("pop", "pop"),
        ] {
            assert_eq!(without_unit(name), bare);
        }
        // A unit that no list knows is known by being told beside the name.
        assert_eq!(beside_unit("Emissions (kt CO2)", "kt CO2"), "Emissions");
        assert_eq!(beside_unit("产值（亿元）", "亿元"), "产值");
        assert_eq!(beside_unit("产值（现价）", "亿元"), "产值（现价）");
        assert!(is_rank("全省排名") && is_rank("World Rank") && !is_rank("Frankfurt"));
        for name in ["#", "Pos", "Pos.", "名次", "Rank"] {
            assert!(is_rank_in_front(name), "{name}");
        }
        assert!(!is_rank("Pos") && !is_rank_in_front("Positive") && !is_rank_in_front("Posts"));
    }

    #[test]
    fn brackets_at_the_end_of_a_name_give_the_unit_where_it_is_one() {
        for (name, unit) in [
            ("存款(亿元)", Some("亿元")),
            ("就业 (thousands)", Some("thousands")),
            ("失业率(%)", Some("%")),
            ("同比增长（%）", Some("%")),
            ("数值（单位：万人）", Some("万人")),
            ("人均支出（元/人）", Some("元/人")),
            ("面积（平方公里）", Some("平方公里")),
            ("能耗（万吨标准煤）", Some("万吨标准煤")),
            ("income [USD]", Some("USD")),
            ("yield (kg/ha)", Some("kg/ha")),
            ("低保标准（元/月）", Some("元/月")),
            ("低保标准（元/人·月）", Some("元/人·月")),
            ("补助（元／人.年）", Some("元／人.年")),
            ("PM2.5（微克/立方米）", Some("微克/立方米")),
            ("PM10 (\u{b5}g/m3)", Some("\u{b5}g/m3")),
            ("床位（张/千人）", Some("张/千人")),
            ("床位（张/每千人）", Some("张/每千人")),
            ("Income (USD/year)", Some("USD/year")),
            ("排水管（条）", Some("条")),
            ("价格指数（上年=100）", Some("上年=100")),
            ("CPI (2015 = 100)", Some("2015 = 100")),
            ("Reported (month)", None),
            ("填报（月）", None),
            ("男/女", None),
            ("比（男/女）", None),
            ("gdp (million USD)", Some("million USD")),
            ("人口(2020)", None),
            ("人口（初步）", None),
            ("人口（含流动）", None),
            ("deaths (est.)", None),
            ("both (male)", None),
            ("(亿元)", None),
            ("Rate, %", Some("%")),
            ("产量，万吨", Some("万吨")),
            ("People\n(thousands)\n[note 1]", Some("thousands")),
            ("Men, aged", None),
            ("pop", None),
            ("", None),
        ] {
            assert_eq!(unit_of_name(name), unit, "{name}");
        }
    }
}
