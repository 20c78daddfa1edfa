//! Codes that contain others: `205` over `20501`, `A` over `A01`, `1.2` over `1.2.3`, `B-E` over `C`, `11-0000` over
//! `11-1010`; as values of their own or in front of names.

use rustc_hash::{FxHashMap, FxHashSet};

use super::numbering;
use crate::column::Category;

/// No code is longer.
const LONGEST: usize = 20;
/// Fewer values form no tree.
const FEWEST: usize = 3;
/// Codes of ranges that are looked at.
const MOST_RANGES: usize = 64;
/// One value may have no code, the line of the total; of more, one of so many.
const UNCODED: usize = 8;

/// Which of a column's values belong to which others, by their codes.
#[derive(Debug)]
pub(super) struct Tree {
    /// By code of the dictionary, the nearest value that contains it.
    pub(super) up: Vec<Option<u32>>,
    /// Whether the codes alone make it plain, without a look at numbers.
    pub(super) is_plain: bool,
    /// Whether they are written as no plain numbers are, so that few numbers tell.
    pub(super) is_formed: bool,
}

/// The tree that the codes of a column's values form; `None` where they have no codes, or none lies in another.
pub(super) fn tree(name: &str, category: &Category) -> Option<Tree> {
    let values = category.dictionary.len();
    if values < FEWEST {
        return None;
    }
    let written: Vec<Option<&str>> =
        category.dictionary.iter().map(|(_, entry)| code_of(&entry.id)).collect();
    let coded = written.iter().flatten().count();
    let uncoded = values - coded;
    if coded < FEWEST || (uncoded > 1 && uncoded * UNCODED > values) {
        return None;
    }
    let keys = Keys::of(&written);
    let up: Vec<Option<u32>> = keys.up();
    up.iter().any(Option::is_some).then(|| {
        let is_classification = numbering::names_a_classification(name);
        let before_names = category
            .dictionary
            .iter()
            .zip(&written)
            .filter(|((_, entry), code)| code.is_some_and(|code| code != entry.id.trim()))
            .count();
        let is_formed = is_classification || before_names * 2 > values || is_formed(&written);
        let is_plain = is_plain(is_classification, &written, &up);
        Tree { up, is_plain, is_formed }
    })
}

/// Whether texts are codes of which half or more lie in others, and not numbers that count up.
pub(in crate::import) fn nest<'a>(values: impl Iterator<Item = &'a str>) -> bool {
    let written: Vec<Option<&str>> =
        values.map(|value| code_of(value).filter(|code| *code == value.trim())).collect();
    let numbers: Option<Vec<u64>> =
        written.iter().map(|code| code.as_ref()?.parse().ok()).collect();
    let most = numbers.and_then(|numbers| numbers.into_iter().max());
    let counts = most.is_some_and(|most| most <= 20 * written.len() as u64);
    let nested = || Keys::of(&written).up().iter().flatten().count();
    written.len() >= FEWEST
        && !counts
        && written.iter().all(Option::is_some)
        && nested() * 2 >= written.len()
}

/// The code that a value is, or begins with: capital letters and digits, with points and lines between them, before the
/// end, a blank, or a word in another script.
fn code_of(value: &str) -> Option<&str> {
    let value = value.trim();
    let is_sign = |c: char| {
        c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_' | '/')
    };
    let end = value.find(|c| !is_sign(c)).unwrap_or(value.len());
    let (code, rest) = value.split_at(end);
    let code = code.trim_end_matches(['.', '-', '_', '/']);
    let ends = rest.chars().next().is_none_or(|c| !c.is_ascii_alphanumeric() && c != '%');
    let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
    let has_digit = code.bytes().any(|b| b.is_ascii_digit());
    // Letters alone are a section, a country or a range of sections, and no word.
    let is_code = letters <= 4 && (has_digit || (code.len() <= 2) || range(code).is_some());
    (ends && is_code && !code.is_empty() && code.len() <= LONGEST).then_some(code)
}

/// The ends of a code that stands for a range of others: `B-E`, `C10-C12`, `M_N`, `31-33`.
fn range(code: &str) -> Option<(&str, &str)> {
    let (from, to) = code.split_once(['-', '_'])?;
    let is_end =
        |end: &str| (1..=4).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_alphanumeric());
    (from.len() == to.len() && from < to && is_end(from) && is_end(to)).then_some((from, to))
}

/// Codes as far as they tell what lies in what.
struct Keys<'a> {
    /// Without the zeros that fill them up, where all are of one length.
    of: Vec<Option<&'a str>>,
    known: FxHashMap<&'a str, u32>,
    ranges: Vec<(&'a str, &'a str, u32)>,
    is_parted: bool,
}

impl<'a> Keys<'a> {
    fn of(written: &[Option<&'a str>]) -> Self {
        let mut of = written.to_vec();
        let mut known = known(&of);
        let is_parted = are_parted(&of);
        let nests = |known: &FxHashMap<&str, u32>| {
            of.iter()
                .flatten()
                .any(|code| heads(code, is_parted).any(|head| known.contains_key(head)))
        };
        let lengths: FxHashSet<usize> = of.iter().flatten().map(|code| code.len()).collect();
        if lengths.len() == 1 && !nests(&known) {
            let in_pairs = of
                .iter()
                .flatten()
                .all(|code| code.len() % 2 == 0 && code.bytes().all(|b| b.is_ascii_digit()));
            let short: Vec<_> = of.iter().map(|code| code.map(|c| unfilled(c, in_pairs))).collect();
            let distinct: FxHashSet<&str> = short.iter().flatten().copied().collect();
            // What would be one code is two, so the zeros belong to them.
            if distinct.len() == short.iter().flatten().count() {
                of = short;
                known = self::known(&of);
            }
        }
        let ranges = (0..).zip(&of).filter_map(|(at, code)| {
            let (from, to) = range((*code)?)?;
            Some((from, to, at))
        });
        let ranges = ranges.take(MOST_RANGES).collect();
        Self { of, known, ranges, is_parted }
    }

    fn up(&self) -> Vec<Option<u32>> {
        (0..).zip(&self.of).map(|(at, code)| self.above(at, (*code)?)).collect()
    }

    /// The narrowest code over this one.
    fn above(&self, own: u32, code: &str) -> Option<u32> {
        let (from, to) = range(code).unwrap_or((code, code));
        let by_head = heads(if from == to { code } else { from }, self.is_parted)
            .filter(|head| to.starts_with(head))
            .find_map(|head| self.known.get(head).map(|&at| (head.len(), at)))
            .filter(|&(_, at)| at != own);
        let lies_in = |&&(low, high, at): &&(&str, &str, u32)| {
            let within =
                |end: &str| end.get(..low.len()).is_some_and(|end| low <= end && end <= high);
            at != own && within(from) && within(to) && (low, high) != (from, to)
        };
        let width = |low: &str, high: &str| {
            high.bytes().zip(low.bytes()).map(|(h, l)| i32::from(h) - i32::from(l)).sum::<i32>()
        };
        let by_range = self.ranges.iter().filter(lies_in);
        let by_range = by_range.max_by_key(|(low, high, _)| (low.len(), -width(low, high)));
        match (by_head, by_range) {
            (Some((length, _)), Some(&(low, _, at))) if low.len() > length => Some(at),
            (Some((_, at)), _) => Some(at),
            (None, by_range) => by_range.map(|&(_, _, at)| at),
        }
    }
}

fn known<'a>(codes: &[Option<&'a str>]) -> FxHashMap<&'a str, u32> {
    let mut known = FxHashMap::default();
    for (at, code) in (0..).zip(codes) {
        if let Some(code) = code {
            known.entry(*code).or_insert(at);
        }
    }
    known
}

/// What a code may lie in: its beginnings, the longest first. In a column of which some codes have several parts, digits
/// are never parted: `1` is not over `10`.
fn heads(code: &str, is_parted: bool) -> impl Iterator<Item = &str> {
    (1..code.len()).rev().filter_map(move |end| {
        let (head, rest) = code.split_at_checked(end)?;
        let parts_digits = is_parted
            && head.ends_with(|c: char| c.is_ascii_digit())
            && rest.starts_with(|c: char| c.is_ascii_digit());
        (!parts_digits).then(|| head.trim_end_matches(['-', '_', '.', '/']))
    })
}

/// Whether some codes have several parts.
fn are_parted(codes: &[Option<&str>]) -> bool {
    codes.iter().flatten().any(|code| code.contains(['.', '/']))
}

/// A code without the zeros that fill it up.
fn unfilled(code: &str, in_pairs: bool) -> &str {
    let mut short = code;
    let step = if in_pairs { "00" } else { "0" };
    while let Some(rest) = short.strip_suffix(step).filter(|rest| !rest.is_empty()) {
        short = rest;
    }
    short.trim_end_matches(['-', '.', '_'])
}

/// Whether codes alone make it plain that some lie in others: no plain numbers, unless the column is called after a
/// classification, each below the first level in one above it, those of one level of one length, and several divided.
fn is_plain(is_classification: bool, written: &[Option<&str>], up: &[Option<u32>]) -> bool {
    let depth = |at: usize| {
        std::iter::successors(up[at], |&code| up.get(code as usize).copied().flatten())
            .take(LONGEST)
            .count()
    };
    let (mut lengths, mut parts) = (FxHashMap::default(), FxHashMap::default());
    let mut is_even = true;
    for (at, code) in written.iter().enumerate() {
        let Some(code) = code.filter(|code| range(code).is_none()) else { continue };
        let depth = depth(at);
        let parted = code.contains(['.', '/']);
        is_even &= parted || *lengths.entry(depth).or_insert(code.len()) == code.len();
        if let Some(up) = up[at] {
            *parts.entry(up).or_insert(0_usize) += 1;
        }
    }
    let divided = parts.values().filter(|&&parts| parts > 1).count();
    // `A1` is not over `A10` to `A19`, which only count on.
    let digits = |code: &str| code.trim_start_matches(|c: char| c.is_ascii_uppercase()).to_owned();
    let roots = || {
        let roots = written.iter().zip(up).filter(|(_, up)| up.is_none());
        roots.filter_map(|(code, _)| code.map(digits))
    };
    let counts = roots().any(|digits| !digits.is_empty())
        && !roots().any(|digits| digits.starts_with('0'))
        && !are_parted(written);
    let by_form = is_even && !counts && is_formed(written) && parts.len() > 1;
    divided > 0 && (is_classification || by_form)
}

/// Whether codes are written as no plain numbers are: most begin with a letter or a zero, or one has several parts.
fn is_formed(written: &[Option<&str>]) -> bool {
    let codes = || written.iter().flatten().copied();
    let has_form = |code: &str| code.starts_with(|c: char| c.is_ascii_uppercase() || c == '0');
    let formed = codes().filter(|code| has_form(code)).count();
    formed * 2 > codes().count() || codes().any(|code| code.matches('.').count() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn above<'a>(codes: &[&'a str]) -> Vec<Option<&'a str>> {
        let written: Vec<Option<&str>> = codes.iter().map(|code| code_of(code)).collect();
        let up = Keys::of(&written).up();
        up.into_iter().map(|up| up.map(|at| codes[at as usize])).collect()
    }

    #[test]
    fn codes_are_told_from_names() {
        for (value, code) in [
            ("205 教育支出", Some("205")),
            ("20501教育管理事务", Some("20501")),
            ("A - Agriculture", Some("A")),
            ("A01 Crop production", Some("A01")),
            ("01.1.1", Some("01.1.1")),
            ("1. Revenue", Some("1")),
            ("CP011", Some("CP011")),
            ("B-E", Some("B-E")),
            ("TOTAL", None),
            ("Agriculture", None),
            ("50% of all", None),
            ("3rd", None),
            ("合计", None),
        ] {
            assert_eq!(code_of(value), code, "{value}");
        }
    }

    #[test]
    fn a_code_lies_in_the_nearest_of_its_beginnings() {
        let own = above(&["205", "20501", "2050101", "208", "2080101"]);
        assert_eq!(own, [None, Some("205"), Some("20501"), None, Some("208")]);
        assert_eq!(above(&["A", "A01", "A011", "B"]), [None, Some("A"), Some("A01"), None]);
        let own = above(&["1", "1.1", "1.1.1", "1.10", "10", "10.1"]);
        assert_eq!(own, [None, Some("1"), Some("1.1"), Some("1"), None, Some("10")]);
        let own = above(&["B-E", "C", "C10-C12", "C10", "G-I", "H", "A"]);
        assert_eq!(own, [None, Some("B-E"), Some("C"), Some("C10-C12"), None, Some("G-I"), None]);
        let own = above(&["11-0000", "11-1000", "11-1010", "13-0000", "13-1000"]);
        assert_eq!(own, [None, Some("11-0000"), Some("11-1000"), None, Some("13-0000")]);
        assert_eq!(above(&["DE", "DE1", "DE11", "FR"]), [None, Some("DE"), Some("DE1"), None]);
    }
}
