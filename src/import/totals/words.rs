//! Words by which totals are known, in Chinese and English, and the few of other languages that head national tables.

use crate::base::fold::fold;
use crate::column::Reach;

/// What a name says of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// That it is a total.
    Is(Reach),
    /// That it is one among areas.
    OfAreas,
    /// That it is one if the numbers agree.
    MayBe,
}

/// What blanks that are the headline of a column are called, in Chinese and English.
pub(super) const TOTAL: (&str, &str) = ("合计", "Total");

/// Names of what takes all others together; folded, without blanks between Chinese characters.
const WHOLE: &[&str] = &[
    "合计",
    "总计",
    "共计",
    "总和",
    "总数",
    "总量",
    "总体",
    "整体",
    "全部",
    "全体",
    "所有",
    "汇总",
    "计",
    "全国",
    "全省",
    "全市",
    "全县",
    "全区",
    "全旗",
    "全盟",
    "全镇",
    "全乡",
    "全村",
    "全校",
    "全院",
    "全系统",
    "全行业",
    "全社会",
    "全球",
    "世界",
    "全世界",
    "两性",
    "男女合计",
    "不分性别",
    "不分年龄",
    "total",
    "totals",
    "grand total",
    "overall",
    "all",
    "world",
    "_t",
    "insgesamt",
    "gesamt",
    "ensemble",
    "総数",
    "総計",
    "男女计",
    "全年龄",
    "全国计",
    "ambos sexos",
    "ambos os sexos",
    "total nacional",
    "les deux sexes",
    "beide geschlechter",
    "maschi e femmine",
    "men and women",
    "males and females",
    "male and female",
    "zusammen",
    "totalt",
    "i alt",
    "hele landet",
    "hela landet",
    "hele riket",
    "riket",
    "koko maa",
    "yhteensa",
    "yhteensä",
    "ogółem",
    "ogolem",
    "razem",
    "celkem",
    "osszesen",
    "összesen",
    "σύνολο",
    "toplam",
    "총인구",
    "남녀전체",
    "totale",
    "totaal",
    "summe",
    "всего",
    "итого",
    "총계",
    "합계",
    "전국",
    "계",
];

/// Names of all areas together; of anything else they are a kind beside others.
const WHOLE_OF_AREAS: &[&str] = &["national", "nationwide", "global", "everyone", "country"];

/// Names that may be those of a total, and of something else elsewhere.
const MAY_BE: &[&str] = &["全州", "persons", "people", "t", "tot", "both", "any"];

/// What a longer Chinese name of a total begins with; the rest tells of what.
const CHINESE_HEADS: &[&str] = &["合计", "总计", "共计", "全国", "全省", "全市", "全县", "全区"];

/// What may follow such a head.
const CHINESE_RESTS: &[&str] =
    &["合计", "总计", "总数", "总量", "平均", "平均水平", "水平", "总体"];

/// Ends of longer Chinese names of what takes some or all others together.
const CHINESE_ENDS: &[&str] = &["合计", "总计", "小计", "共计"];

/// Groups of areas, and what is counted within another value.
const GROUPS: &[&str] = &[
    "小计",
    "亚洲",
    "欧洲",
    "非洲",
    "美洲",
    "北美洲",
    "南美洲",
    "拉丁美洲",
    "大洋洲",
    "欧盟",
    "欧元区",
    "东盟",
    "经合组织",
    "发达国家",
    "发展中国家",
    "高收入国家",
    "中等收入国家",
    "低收入国家",
    "东部地区",
    "中部地区",
    "西部地区",
    "东北地区",
    "沿海地区",
    "内陆地区",
    "京津冀",
    "长三角",
    "长江经济带",
    "subtotal",
    "sub-total",
    "sub total",
    "european union",
    "euro area",
    "eurozone",
    "latin america",
    "latin america and the caribbean",
    "latin america & caribbean",
    "caribbean",
    "oceania",
    "melanesia",
    "polynesia",
    "antarctica and oceania",
    "middle east",
    "middle east & north africa",
    "middle east and north africa",
    "middle east, north africa, afghanistan & pakistan",
    "east asia & pacific",
    "east asia and pacific",
    "europe & central asia",
    "europe and central asia",
    "europe and northern america",
    "australia and new zealand",
    "arab world",
    "sub-saharan africa",
    "central europe and the baltics",
    "small states",
    "pacific island small states",
    "caribbean small states",
    "other small states",
    "oecd",
    "oecd members",
    "g7",
    "g20",
    "brics",
    "asean",
    "ibrd only",
    "ida only",
    "ida total",
    "ida blend",
    "ida & ibrd total",
    "heavily indebted poor countries (hipc)",
    "fragile and conflict affected situations",
    "pre-demographic dividend",
    "early-demographic dividend",
    "late-demographic dividend",
    "post-demographic dividend",
    "developed",
    "developing",
];

/// Beginnings of names of groups.
const GROUP_HEADS: &[&str] = &[
    "low income",
    "low-income",
    "low & middle income",
    "low and middle income",
    "lower middle income",
    "lower-middle",
    "middle income",
    "middle-income",
    "upper middle income",
    "upper-middle",
    "high income",
    "high-income",
    "group of",
    "continent ",
    "least developed countries",
    "landlocked developing countries",
    "small island developing states",
    "developed regions",
    "developing regions",
    "developed countries",
    "developing countries",
    "less developed regions",
    "more developed regions",
    "less developed countries",
    "more developed countries",
];

/// Beginnings of the names of parts of the value above.
const OF_WHICH: &[&str] = &["其中", "of which", "including:"];

/// Ends of names of groups, after a blank.
const GROUP_ENDS: &[&str] = &["total", "subtotal", "aggregate", "(who)", "(un)", "(wb)", "(fao)"];

/// Continents as single words, and what tells which part of one is meant.
const CONTINENTS: &[&str] = &["africa", "asia", "europe", "america", "americas"];
const DIRECTIONS: &[&str] = &[
    "north",
    "northern",
    "south",
    "southern",
    "east",
    "eastern",
    "west",
    "western",
    "central",
    "middle",
    "latin",
    "north-eastern",
    "south-eastern",
    "southeast",
    "south-east",
    "northeast",
    "south-central",
    "sub-saharan",
    "emerging",
    "and",
    "&",
    "the",
    "developing",
    "other",
    "non-eu",
    "continental",
];
/// Countries that are called like a part of a continent.
const COUNTRIES: &[&str] = &["south africa"];

/// Groups of more than two words that a code made of letters and a number names.
const NUMBERED: &[&str] = &[
    "eu",
    "ea",
    "eu-",
    "ea-",
    "euro area - ",
    "euro area-",
    "oecd-",
    "oecd - ",
    "european union - ",
    "g",
];

/// Whether a name says that its value is a part of the one above it: by a word, or by the sign of yearbooks.
pub(super) fn is_of_which(name: &str) -> bool {
    let name = plain(name);
    OF_WHICH.iter().any(|head| name.starts_with(head)) || is_hashed(&name)
}

/// `#工业` and `# Industry`, but no number: `#1`.
fn is_hashed(name: &str) -> bool {
    let own = name.strip_prefix(['#', '\u{ff03}']).map(str::trim_start);
    own.is_some_and(|own| own.starts_with(char::is_alphabetic))
}

/// What a name says of its value; `None` where it says nothing of the kind.
pub(super) fn verdict(name: &str) -> Option<Verdict> {
    let name = plain(name);
    let is = |reach| Some(Verdict::Is(reach));
    if name.is_empty() {
        return None;
    }
    if WHOLE.contains(&name.as_str()) || is_all(&name) || is_headed(&name) {
        return is(Reach::Whole);
    }
    let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    let is_group = GROUPS.contains(&name.as_str())
        || ends(CHINESE_ENDS)
        || GROUP_HEADS.iter().chain(OF_WHICH).any(|head| name.starts_with(head))
        || is_hashed(&name)
        || GROUP_ENDS
            .iter()
            .any(|end| name.strip_suffix(end).is_some_and(|own| own.ends_with([' ', '-'])))
        || is_part_of_the_world(&name)
        || is_numbered(&name);
    if is_group {
        return is(Reach::Group);
    }
    if WHOLE_OF_AREAS.contains(&name.as_str()) {
        return Some(Verdict::OfAreas);
    }
    MAY_BE.contains(&name.as_str()).then_some(Verdict::MayBe)
}

/// Whether a name is that of a total and of nothing else: not total assets, of which a column may have several.
pub(super) fn is_bare(name: &str) -> bool {
    let name = plain(name);
    WHOLE.contains(&name.as_str()) || !name.starts_with("total")
}

/// Whether the name of what is measured says that all of it is, not that other rows are in it: `Population, total`.
pub(super) fn is_of_itself(name: &str) -> bool {
    plain(name).ends_with(", total")
}

/// Folded, without marks of notes and, between characters that need none, without blanks.
pub(super) fn plain(name: &str) -> String {
    let folded = fold(name);
    let mut kept = String::with_capacity(folded.len());
    let words: Vec<&str> = folded.split_whitespace().collect();
    for (at, word) in words.iter().enumerate() {
        let is_han = |c: Option<char>| c.is_some_and(|c| c >= '\u{2e80}');
        let joins = at > 0 && is_han(kept.chars().last()) && is_han(word.chars().next());
        if at > 0 && !joins {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    let own = kept
        .trim_end_matches(|c: char| matches!(c, '*' | ':' | '†' | '#') || ('①'..='⑳').contains(&c));
    // What stands in brackets behind Chinese words is a unit or a remark.
    let own = match own.find('(') {
        Some(at) if at > 0 && own[..at].chars().all(|c| c >= '\u{2e80}') => &own[..at],
        _ => own,
    };
    own.trim().to_owned()
}

/// All ages, both sexes, total population, all industries - total.
fn is_all(name: &str) -> bool {
    let after = |head: &str| {
        name.strip_prefix(head).is_some_and(|rest| rest.starts_with([' ', ',', '-', '(', ':', '_']))
    };
    (after("all") && !name.starts_with("all other"))
        || after("total")
        || after("both")
        || after("grand total")
}

/// A Chinese head with what may follow it: 全国总计.
fn is_headed(name: &str) -> bool {
    CHINESE_HEADS
        .iter()
        .any(|head| name.strip_prefix(head).is_some_and(|rest| CHINESE_RESTS.contains(&rest)))
}

/// Eastern Europe, North America, Africa: words of directions and continents alone.
fn is_part_of_the_world(name: &str) -> bool {
    let words = name.split([' ', ',']).filter(|word| !word.is_empty());
    let known = |word: &str| CONTINENTS.contains(&word) || DIRECTIONS.contains(&word);
    let is_continent = name.split([' ', ',']).any(|word| CONTINENTS.contains(&word));
    is_continent && words.into_iter().all(known) && !COUNTRIES.contains(&name)
}

/// EU27, EU-27, EA19, EU27_2020, Euro area - 20 countries.
fn is_numbered(name: &str) -> bool {
    NUMBERED.iter().any(|head| {
        name.strip_prefix(head).is_some_and(|rest| {
            let rest = rest.strip_suffix("countries").unwrap_or(rest).trim_end();
            let (number, year) = rest.split_once(['_', ' ']).unwrap_or((rest, ""));
            let year = year.trim_matches(['(', ')']);
            (1..=2).contains(&number.len())
                && number.bytes().all(|b| b.is_ascii_digit())
                && (year.is_empty() || year.contains("20") || year.starts_with("from"))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_totals_are_known() {
        let whole = [
            "合计",
            "合 计",
            "总　计",
            "全国",
            "全省",
            "全国总计",
            "合计（万人）",
            "Total",
            "TOTAL",
            "All ages",
            "Both sexes",
            "World",
            "All",
            "Total population",
            "總計",
            "_T",
            "全市合计",
            "合计①",
            "Total, all industries",
        ];
        for name in whole {
            assert_eq!(verdict(name), Some(Verdict::Is(Reach::Whole)), "{name}");
        }
        let groups = [
            "小计",
            "城镇小计",
            "Europe",
            "North America",
            "Northern Africa",
            "South Asia",
            "EU27",
            "EU-28",
            "EU27_2020",
            "EA19",
            "Sub-Saharan Africa",
            "High income",
            "Upper middle income",
            "Group of Seven",
            "European Union - 27 countries (from 2020)",
            "其中：女",
            "Asia (UN)",
            "Urban total",
            "Continent North",
            "Latin America & Caribbean",
            "Lower-middle-income countries",
        ];
        for name in groups {
            assert_eq!(verdict(name), Some(Verdict::Is(Reach::Group)), "{name}");
        }
        assert_eq!(verdict("Persons"), Some(Verdict::MayBe));
        assert_eq!(verdict("National"), Some(Verdict::OfAreas));
    }

    #[test]
    fn names_of_parts_are_none() {
        let parts = [
            "",
            "河北",
            "合肥市",
            "全椒县",
            "总务处",
            "South Africa",
            "Central African Republic",
            "United States of America",
            "Western Australia",
            "Male",
            "Allier",
            "Totalitaria",
            "Bothwell",
            "Other",
            "All other",
            "G 7x",
            "EUR",
            "其他",
            "中部",
            "Middlesex",
            "Worldwide Web",
            "Timor-Leste",
            "Net income",
            "Micronesia",
        ];
        for name in parts {
            assert_eq!(verdict(name), None, "{name}");
        }
    }
}
