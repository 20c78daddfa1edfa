//! Words that tell notes from rows.

use super::super::starts::Starts;

/// Words that begin a note where a colon, a number, a bracket or nothing follows.
const NOTE_WORDS: &[&str] = &[
    "注",
    "注释",
    "备注",
    "附注",
    "说明",
    "数据库",
    "数据来源",
    "资料来源",
    "来源",
    "数据出处",
    "更新时间",
    "数据更新",
    "制表",
    "制表人",
    "制表单位",
    "制表日期",
    "填报",
    "填报人",
    "填报单位",
    "填报日期",
    "填表人",
    "填表单位",
    "填表日期",
    "审核",
    "审核人",
    "复核人",
    "经办人",
    "统计人",
    "负责人",
    "单位负责人",
    "统计负责人",
    "编制单位",
    "报送单位",
    "报出日期",
    "打印时间",
    "导出时间",
    "下载时间",
    "联系",
    "联系人",
    "联系电话",
    "版权",
    "出典",
    "資料",
    "資料來源",
    "資料来源",
    "備考",
    "備註",
    "說明",
    "註",
    "주",
    "자료",
    "출처",
    "note",
    "notes",
    "source",
    "sources",
    "footnote",
    "footnotes",
    "database",
    "data source",
    "data sources",
    "data from",
    "last updated",
    "last update",
    "updated",
    "date of extraction",
    "extracted on",
    "copyright",
    "licence",
    "license",
    "generated",
    "downloaded",
    "contact",
    "metadata",
    "remark",
    "remarks",
    "disclaimer",
    "special value",
    "symbols",
    "legend",
    "definitions",
    "definition",
    "quelle",
    "quellen",
    "anmerkung",
    "anmerkungen",
    "hinweis",
    "stand",
    "erläuterung",
    "fuente",
    "fuentes",
    "nota",
    "notas",
    "fonte",
    "champ",
    "lecture",
    "bron",
    "källa",
    "kilde",
];

/// Words that begin a line of who made a table, and when, where a name or a date follows.
const MAKERS: &[&str] = &[
    "制表",
    "填表",
    "填报",
    "审核",
    "审批",
    "复核",
    "校对",
    "经办",
    "统计人",
    "统计负责人",
    "单位负责人",
    "负责人",
    "编制",
    "报送",
    "打印",
    "联系人",
    "联系电话",
    "prepared",
    "compiled",
    "reviewed",
    "approved",
    "checked",
    "printed",
    "generated",
    "exported",
    "extracted",
    "downloaded",
];

/// Those of when it was made, beside which a day alone may stand too.
const DATED: &[&str] = &[
    "报出日期",
    "导出时间",
    "导出日期",
    "下载时间",
    "更新时间",
    "更新日期",
    "last updated",
    "updated",
    "date prepared",
    "date of issue",
    "report date",
];

/// Other words for when a table was made, beside which a day alone may stand.
const WHEN: &[&str] = &[
    "数据更新",
    "数据更新日期",
    "数据更新时间",
    "最后更新",
    "最近更新",
    "发布日期",
    "发布时间",
    "制表日期",
    "制表时间",
    "填表日期",
    "填报日期",
    "打印日期",
    "打印时间",
    "下载日期",
    "更新日",
    "最終更新",
    "最終更新日",
    "資料更新日期",
    "last update",
    "last modified",
    "last revised",
    "updated on",
    "update date",
    "date updated",
    "date of update",
    "last updated date",
    "release date",
    "date of release",
    "date released",
    "date published",
    "publication date",
    "date of publication",
    "extraction date",
    "date of extraction",
    "stand",
    "aktualisiert",
    "dernière mise à jour",
    "mise à jour",
    "última actualización",
    "ultimo aggiornamento",
];

/// Whether a text is a word for when a table was made, and nothing else.
pub(super) fn tells_when(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '\u{ff1a}' | '(' | ')' | '\u{ff08}' | '\u{ff09}')
    });
    let lower = bare.to_lowercase();
    DATED.contains(&lower.as_str()) || WHEN.contains(&lower.as_str())
}

/// What follows English ones of these.
const BY: &[&str] = &["by", "on", "at"];

/// Signs that begin a note.
const NOTE_SIGNS: &[char] = &[
    '*', '\u{2020}', '\u{2021}', '\u{a9}', '\u{203b}', '#', '\u{2460}', '\u{2461}', '\u{2462}',
    '\u{2463}', '\u{2464}', '\u{2465}', '\u{2466}', '\u{2467}', '\u{2468}', '\u{b9}', '\u{b2}',
    '\u{b3}',
];

/// What may follow a word that begins a note.
const AFTER: &[char] = &[
    ':', '\u{ff1a}', '\u{fe55}', ')', '\u{ff09}', '\u{3001}', '.', '\u{3002}', '(', '\u{ff08}',
    '-', '\u{2013}', '\u{2014}',
];

/// Longest words are fewer characters than this.
const LONGEST: usize = 24;

/// What the titles of numbered tables begin with.
pub(super) const TABLE_WORDS: [&str; 6] = ["表", "附表", "table", "tab.", "tabelle", "tableau"];

/// Whether a character is a number as a Chinese title counts.
pub(super) fn is_numeral(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}

/// Whether a text begins as notes do: with a word for them or a sign, or with a number in brackets.
pub(in crate::import) fn is_note(text: &str) -> bool {
    let text = text.trim_start_matches(['(', '\u{ff08}', '[', '\u{3010}', ' ', '"']);
    let Some(first) = text.chars().next() else { return false };
    if NOTE_SIGNS.contains(&first) {
        return true;
    }
    let start: String = text.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
    let follows = |rest: &str| {
        let rest = rest.trim_start();
        rest.is_empty()
            || rest.starts_with(AFTER)
            || rest.starts_with(|c: char| c.is_ascii_digit())
            || rest.starts_with(NOTE_SIGNS)
    };
    NOTE_WORDS.iter().any(|word| start.strip_prefix(word).is_some_and(follows))
        || numbered(text)
        || is_by_its_maker(text)
}

/// Whether a text labels who made a table, or goes on so; a word alone may be the name of a row.
fn is_by_its_maker(text: &str) -> bool {
    match maker(text) {
        Some(Maker::Labelled) => true,
        Some(Maker::Named) => text.starts_with(|c: char| c.is_ascii_alphabetic()),
        None => false,
    }
}

/// How a text begins a line of who made a table, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Maker {
    /// It has a colon: what follows is no figure, whatever it looks like.
    Labelled,
    /// It is the word alone, or goes on in words, as a row might: only dates may stand beside it.
    Named,
}

/// What a text says of who made a table, and when; `None` where it says nothing of it.
pub(super) fn maker(text: &str) -> Option<Maker> {
    let text = text.trim_start_matches(['(', '\u{ff08}', '[', '\u{3010}', ' ', '"']);
    let lower = text.to_lowercase();
    let words = MAKERS.iter().chain(DATED);
    let word = words.filter(|word| lower.starts_with(**word)).max_by_key(|w| w.len())?;
    let rest = &lower[word.len()..];
    if word.is_ascii() {
        let after = rest.trim_start();
        let behind = BY.iter().find_map(|by| after.strip_prefix(by)).unwrap_or(after);
        let is_by = behind.len() < after.len() && behind.starts_with([' ', ':']);
        return match behind.trim_start().chars().next() {
            Some(':' | '\u{ff1a}') => Some(Maker::Labelled),
            _ => (is_by && after.len() < rest.len()).then_some(Maker::Named),
        };
    }
    let rest = rest.trim_start_matches(|c: char| OF_MAKERS.contains(c));
    match rest.trim_start().chars().next() {
        Some(':' | '\u{ff1a}') => Some(Maker::Labelled),
        None => Some(Maker::Named),
        Some(_) => None,
    }
}

/// Characters between such a Chinese word and the colon behind it: who did it, of which office, and when.
const OF_MAKERS: &str = "人员单位日期时间部门";

/// `1) …`, `[1] …`, `1. …`, `a/ …`: a mark, then words.
fn numbered(text: &str) -> bool {
    let mark = text.chars().take_while(char::is_ascii_alphanumeric).count();
    let rest = &text[mark..];
    let is_mark = mark > 0 && (mark <= 2) && text[..mark].chars().all(|c| c.is_ascii_digit());
    let is_letter = mark == 1 && rest.starts_with(['/', ')']);
    let words =
        rest.trim_start_matches([')', ']', '.', '/', '\u{3001}', '\u{ff09}', '\u{3011}', ' ']);
    (is_mark || is_letter)
        && words.len() < rest.len()
        && rest.starts_with([')', ']', '.', '/', '\u{3001}', '\u{ff09}', '\u{3011}'])
        && words.chars().filter(|c| c.is_alphabetic()).count() > 3
}

/// How notes begin, with brackets and blanks before them.
static STARTS: Starts = Starts::new()
    .with(NOTE_WORDS)
    .with(MAKERS)
    .with(DATED)
    .with(WHEN)
    .with_signs(NOTE_SIGNS)
    .with_signs(&['(', '[', '"', ' ', '\u{ff08}', '\u{3010}']);

/// Whether a cell may be a note, by its first characters alone: other rows cost no more than this look.
#[inline]
pub(super) fn may_be_note(cell: &[u8]) -> bool {
    match cell {
        [b'0'..=b'9', rest @ ..] => is_marked(rest),
        [letter, mark, ..] if letter.is_ascii_alphabetic() && matches!(mark, b'/' | b')') => true,
        [letter, ..] if letter.is_ascii_alphabetic() => {
            STARTS.may_begin(cell) && begins_with_word(cell)
        }
        _ => STARTS.may_begin(cell),
    }
}

/// Whether a cell begins with a word of notes, in whatever case.
fn begins_with_word(cell: &[u8]) -> bool {
    // Letters beyond ASCII have a case too, which is looked at where the whole text is.
    let is_same = |(a, b): (&u8, u8)| a.eq_ignore_ascii_case(&b) || !(a.is_ascii() || b.is_ascii());
    let begins =
        |word: &&str| cell.len() >= word.len() && cell.iter().zip(word.bytes()).all(is_same);
    NOTE_WORDS.iter().chain(MAKERS).chain(DATED).chain(WHEN).any(begins)
}

/// Whether what stands behind a first digit may end the number of a note: `)`, `]`, `.`, `/`, or a sign beyond ASCII.
fn is_marked(rest: &[u8]) -> bool {
    let ends = |byte: &u8| matches!(byte, b')' | b']' | b'.' | b'/' | 0x80..);
    match rest {
        [b'0'..=b'9', next, ..] => ends(next),
        [next, ..] => ends(next),
        [] => false,
    }
}

/// Words for a part of a publication, which with its number alone is no title.
const PARTS: &[&str] = &[
    "附件", "附表", "附录", "附图", "附", "表", "图", "table", "tableau", "tabelle", "tabla",
    "tavola", "annex", "appendix", "figure", "sheet",
];

/// Whether a text is but the number of an annex, a table or a figure: `附件1：`, `表3-2`, `Table 1.4`.
pub(super) fn is_label(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let is_number = |c: char| {
        c.is_numeric()
            || "一二三四五六七八九十-.\u{2013}:\u{ff1a}()\u{ff08}\u{ff09} \u{3000}".contains(c)
    };
    PARTS
        .iter()
        .any(|part| lower.strip_prefix(part).is_some_and(|rest| rest.chars().all(is_number)))
}

/// Whether a text is a sign or a letter, set apart, and what it stands for: `r  revised figures`, `.. not available`.
pub(super) fn is_explained(text: &str) -> bool {
    let Some((sign, said)) = text.split_once([' ', '\u{3000}']) else { return false };
    let is_letter = sign.len() == 1 && sign.bytes().all(|b| b.is_ascii_lowercase());
    let is_sign = sign.chars().count() < 4 && sign.chars().all(|c| !c.is_alphanumeric());
    let apart = said.starts_with([' ', '\u{3000}', '=', ':', '\u{ff1a}']);
    let words = said.trim_start_matches([' ', '\u{3000}', '=', ':', '\u{ff1a}']);
    ((is_letter && apart) || is_sign) && words.chars().filter(|c| c.is_alphabetic()).count() > 2
}

/// Whether a text is a sentence rather than a name.
pub(in crate::import) fn is_sentence(text: &str) -> bool {
    let long = text.chars().count() > 40 || text.chars().filter(|c| *c > '\u{2e80}').count() > 20;
    long || text.ends_with(['。', '；'])
        || (text.ends_with('.') && text.contains(' ') && text.len() > 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_told_from_names() {
        for text in [
            "注：按当年价格计算",
            "注:",
            "注1：甲",
            "数据来源：示例统计局",
            "Source: Example",
            "Sources",
            "Note: x, y",
            "* preliminary",
            "①含乙",
            "[1] Without the islands",
            "1) Without the islands",
            "1. Excludes the north",
            "a/ Estimate for all",
            "（注：略）",
            "Last updated: 2024-01-01",
            "© Example",
            "※ 暫定値",
            "Quelle: Beispiel",
            "制表人：王某  审核：李某  2023.10.8",
            "填表日期",
            "Prepared by the Office",
            "Printed on: 8 Oct 2023",
        ] {
            assert!(is_note(text), "{text}");
            assert!(may_be_note(text.as_bytes()), "{text}");
        }
        for text in [
            "注册企业",
            "青溪市",
            "Source A",
            "Noteworth",
            "1.5",
            "12",
            "2021",
            "1990-2000",
            "Standard error",
            "1. Q",
            "A1",
            "来源地甲",
            "Stand Rock",
            "打印机",
            "编制",
            "审核通过件数",
            "Approved loans",
            "Prepared food",
            "",
        ] {
            assert!(!is_note(text), "{text}");
        }
        for text in ["附件", "附件1：", "附件 2", "表3-2", "Table 1.4", "附表一"] {
            assert!(is_label(text), "{text}");
        }
        for text in ["表彰情况", "附件1：各市产值", "Table of towns", "图书馆"] {
            assert!(!is_label(text), "{text}");
        }
        for text in ["r  修訂數字", ".. not available", "- = nil", "p  provisional"] {
            assert!(is_explained(text), "{text}");
        }
        for text in ["A Coruña", "a part", "12 of them", "- 3", "青溪市", ". ."] {
            assert!(!is_explained(text), "{text}");
        }
        assert!(is_sentence("绿湾市自二〇二〇年起并入白石市。") && !is_sentence("青溪市"));
    }
}
