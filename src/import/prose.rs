//! Whether a text is prose and no table.

use super::delimited::is_even;

/// Signs that stand between cells.
const SEPARATORS: [char; 4] = [',', '\t', ';', '|'];
/// Ends of sentences.
const STOPS: [char; 6] = ['.', '!', '?', '\u{3002}', '\u{ff01}', '\u{ff1f}'];

/// Fewest lines that are told apart, words in a line of prose, and characters of a language that parts no words.
const LINES: usize = 3;
const WORDS: usize = 7;
const SIGNS: usize = 20;

/// Whether most lines of a text are sentences, and no separator gives them the same number of cells.
pub(super) fn is_prose(head: &[u8], is_whole: bool) -> bool {
    let text = String::from_utf8_lossy(head);
    let mut lines: Vec<&str> = text.lines().map(str::trim).collect();
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    if !is_whole && lines.len() > 1 {
        lines.pop();
    }
    let is_paragraphed = lines.iter().any(|line| line.is_empty());
    lines.retain(|line| !line.is_empty());
    if lines.len() < LINES || is_even(head, is_whole) || has_rows(&lines) {
        return false;
    }
    // A single column of remarks has a name above it and no blank line; a title has one below.
    let is_name = lines[0].split_whitespace().count() <= 3 && lines[0].chars().count() < SIGNS;
    let sentences = lines.iter().filter(|line| is_sentence(line)).count();
    sentences * 2 > lines.len() && (is_paragraphed || !is_name)
}

/// Whether some lines that follow one another have as many separators each: notes may stand above a table.
fn has_rows(lines: &[&str]) -> bool {
    SEPARATORS.into_iter().any(|separator| {
        let counts: Vec<usize> = lines.iter().map(|line| line.matches(separator).count()).collect();
        counts.windows(LINES).any(|run| run[0] > 0 && run.iter().all(|&count| count == run[0]))
    })
}

fn is_sentence(line: &str) -> bool {
    let is_long = line.split_whitespace().count() >= WORDS
        || line.chars().filter(|c| *c >= '\u{2e80}').count() >= SIGNS;
    is_long && line.contains(STOPS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_prose_and_rows_are_not() {
        let prose = "The office counts people once in ten years.\nIn 2020, it counted more than before, as it said.\n\nWhat it found was sent to every town in the country.\n";
        assert!(is_prose(prose.as_bytes(), true));
        let chinese = "第七次全国人口普查是在新的历史时期开展的一次重大国情国力调查。\n各地区、各部门认真组织实施，广大普查人员艰苦努力，圆满完成了任务。\n现将主要数据公布如下，供社会各界参考使用，欢迎提出意见。\n";
        assert!(is_prose(chinese.as_bytes(), true));
        for table in [
            "place,n\nx,1\ny,2\n",
            "note\nAll of it was counted once in the year before last.\nAll of it was counted twice in the year before last.\n",
            "a,b\n\"It is a long sentence, which stands in a cell of its own.\",1\n\"So is this one which follows it in the table.\",2\n\"And so is the third that stands in the last row.\",3\n",
            "The office counted all of these people once. It did so in the year before.\nIt has said how it did so on its own page, which is long.\nNobody has counted them again since then, as far as it is known.\nNor will anybody do so in the years to come.\na,b\nx,1\ny,2\n",
            "place\nBeijing\nShanghai\nTianjin\n",
            "",
        ] {
            assert!(!is_prose(table.as_bytes(), true), "{table}");
        }
    }
}
