//! Titles of tables whose figures are all rates or indices.

use crate::base::compared::without_brackets;

/// Words that join what a title names.
const JOINED: &[&str] = &["及", "和", "与", "、", " and ", "&"];
/// Words for indices, anywhere in what a title names.
const INDICES: &[&str] = &["指数", "指數"];
/// How the base of one is written, mostly in brackets.
const BASES: &[&str] = &["=100", "= 100"];
const INDEX_WORDS: &[&str] = &["index", "indices", "indexes", "cpi", "ppi", "pmi"];
/// What stands at the end of titles and says nothing.
const TITLE_ENDS: &[&str] = &["情况", "统计", "表", "一览", "数据", "公报", "变动"];
/// Ends of names of rates, and of figures for each of something: fewer than make a column one (`rates.rs`), since a title may
/// name with them what it is not of.
const RATE_ENDS: &[&str] =
    &["率", "比重", "占比", "比例", "系数", "密度", "寿命", "均价", "增速", "增幅", "涨幅"];
const RATE_WORDS: &[&str] = &["rate", "rates", "percentage", "share", "ratio"];

/// Whether all that a title names are indices, rates or shares, so that columns which say nothing but the period have such.
pub(in crate::import) fn is_title_of_rates(title: &str) -> bool {
    let bare = without_brackets(title);
    let lower = bare.to_lowercase();
    let mut named = vec![lower.as_str()];
    for word in JOINED {
        named = named.into_iter().flat_map(|text| text.split(word)).collect();
    }
    named.retain(|text| !text.trim().is_empty());
    let has_base = BASES.iter().any(|base| title.contains(base));
    has_base || (!named.is_empty() && named.iter().all(|text| names_rate(text.trim())))
}

fn names_rate(text: &str) -> bool {
    let mut rest = text;
    while let Some(shorter) = TITLE_ENDS.iter().find_map(|end| rest.strip_suffix(end)) {
        rest = shorter.trim_end();
    }
    let is_word =
        |list: &[&str]| text.split(|c: char| !c.is_alphanumeric()).any(|word| list.contains(&word));
    INDICES.iter().chain(BASES).any(|part| text.contains(part))
        || RATE_ENDS.iter().any(|end| rest.ends_with(end))
        || is_word(INDEX_WORDS)
        || is_word(RATE_WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_of_rates_names_nothing_else() {
        for title in [
            "居民消费价格指数",
            "2023年3月居民消费价格分类指数表（上年同月=100）",
            "居民消费价格指数和工业生产者出厂价格指数",
            "各市城镇登记失业率",
            "Consumer price index, March 2023",
            "Unemployment rate by region",
        ] {
            assert!(is_title_of_rates(title), "{title}");
        }
        for title in [
            "各市生产总值及增长率",
            "社会消费品零售总额",
            "固定资产投资增长情况",
            "Population",
            "Corporate taxes",
            "",
        ] {
            assert!(!is_title_of_rates(title), "{title}");
        }
    }
}
