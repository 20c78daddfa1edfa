//! Where lines of words may end around what a browser takes for a box of its own, such as a figure's button.

/// Marks that no line begins with.
const CLOSING: [char; 10] = ['，', '。', '、', '；', '：', '）', ',', '.', ';', ':'];

/// What stands behind a figure, parted into the marks that no line may begin with and the rest.
#[must_use]
pub fn behind_figure(text: &str) -> (&str, &str) {
    let end = text.find(|c| !CLOSING.contains(&c)).unwrap_or(text.len());
    text.split_at(end)
}

/// A text in pieces between which a line may end, where one ends at Chinese marks alone: before each numeral, which then
/// keeps its sign and its unit.
#[must_use]
pub fn before_numerals(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut begin, mut last) = (0, ' ');
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() && !last.is_ascii() && last.is_alphabetic() {
            pieces.push(&text[begin..at]);
            begin = at;
        }
        last = c;
    }
    pieces.push(&text[begin..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::{before_numerals, behind_figure};

    #[test]
    fn no_line_begins_with_a_mark() {
        assert_eq!(behind_figure("，特困供养2.74万人"), ("，", "特困供养2.74万人"));
        assert_eq!(behind_figure("。"), ("。", ""));
        assert_eq!(behind_figure(" of the year"), ("", " of the year"));
        assert_eq!(behind_figure(""), ("", ""));
    }

    #[test]
    fn a_numeral_begins_a_line_whole() {
        let text = "，原文公布完成年度任务的112.8%，比2023年多5个";
        let pieces = before_numerals(text);
        assert_eq!(pieces, ["，原文公布完成年度任务的", "112.8%，比", "2023年多", "5个"]);
        assert_eq!(before_numerals("of 112.8%"), ["of 112.8%"]);
    }
}
