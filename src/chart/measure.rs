//! Text measured without a browser: estimated widths, wrapping and cutting.
//!
//! Widths are by character class, each that of the widest face that readers may have (of DejaVu Sans and Arial, whichever is
//! wider), so that what fits here fits on every screen.

use super::text_size::TextSize;

/// Height of a line above its baseline, in em.
pub const ASCENT: f64 = 0.88;
/// Depth of a line below its baseline, in em.
pub const DESCENT: f64 = 0.16;

/// How much wider letters are in a semibold face.
const STRONGER: f64 = 1.12;
const ELLIPSIS: char = '…';
/// Forbids a line to end where it stands; it has done its work once lines are broken.
const JOINER: char = '\u{2060}';

/// Width of one character in em, at the most.
#[must_use]
pub const fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '\'' => 0.3,
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => 0.32,
        '.' | ',' | ':' | ';' | '|' | '/' | '\\' => 0.34,
        '-' => 0.37,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '!' => 0.41,
        'c' | 's' | 'z' | '–' => 0.56,
        'k' | 'v' | 'x' | 'y' => 0.6,
        'C' | 'D' | 'G' | 'H' | 'N' | 'O' | 'Q' | 'U' | '&' => 0.79,
        'w' | '+' | '<' | '>' | '=' | '~' | '#' | '^' | '×' | '÷' | '≥' | '≤' | '≈' => 0.84,
        'M' => 0.87,
        'm' | 'W' | '%' | '@' => 0.98,
        'A'..='Z' => 0.71,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | JOINER => 0.0,
        '\u{21}'..='\u{7e}' | '\u{a1}'..='\u{2ff}' => 0.64,
        _ => 1.0,
    }
}

/// Estimated width of a text in px.
#[must_use]
pub fn width(text: &str, size: TextSize) -> f64 {
    text.chars().map(em).sum::<f64>() * size.px()
}

/// Estimated width of a semibold text in px: figures and letters run wider, Chinese characters do not.
#[must_use]
pub fn strong_width(text: &str, size: TextSize) -> f64 {
    let strong = |c| match em(c) {
        whole if whole >= 1.0 => whole,
        letter => letter * STRONGER,
    };
    text.chars().map(strong).sum::<f64>() * size.px()
}

/// How much of a room lines of a text may take as measured, where they are set semibold.
#[must_use]
pub fn room_of_strong(text: &str, room: f64) -> f64 {
    let (plain, strong) = (width(text, TextSize::Body), strong_width(text, TextSize::Body));
    // One line may have more letters than the whole.
    let stronger = if plain > 0.0 { (strong / plain + 0.05).min(STRONGER) } else { STRONGER };
    room / stronger
}

/// The text if it fits in `room` px, else its longest beginning that fits with … at the end.
///
/// Empty where not even one character and the … fit.
#[must_use]
pub fn cut(text: &str, size: TextSize, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let room = room - em(ELLIPSIS) * size.px();
    let mut kept = String::new();
    let mut used = 0.0;
    for c in text.chars() {
        used += em(c) * size.px();
        if used > room {
            break;
        }
        kept.push(c);
    }
    let kept = kept.trim_end().to_owned();
    if kept.is_empty() { kept } else { kept + &ELLIPSIS.to_string() }
}

/// The text if it fits in `room` px, else its longest beginning that ends between words and fits with … at the end;
/// cut within a word only where not even the first word fits.
#[must_use]
pub fn cut_between_words(text: &str, size: TextSize, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let beginning = |at: &usize| {
        text[..*at].trim_end_matches([' ', ',', '，', '、', '；', ';', '-', '(', '（'])
    };
    let fits = |at: &usize| width(beginning(at), size) + em(ELLIPSIS) * size.px() <= room;
    match breaks(text).into_iter().map(|(at, _)| at).rev().find(fits) {
        Some(at) => format!("{}{ELLIPSIS}", beginning(&at)),
        None => cut(text, size, room),
    }
}

/// The same, but empty where not even the first word fits: for a name that stands elsewhere too.
#[must_use]
pub fn whole_words(text: &str, size: TextSize, room: f64) -> String {
    let shown = cut_between_words(text, size, room);
    match shown.strip_suffix(ELLIPSIS) {
        Some(kept) if shown != text && parts_word(text, kept.len()) => String::new(),
        _ => shown,
    }
}

/// Whether a text goes on with the same word of letters behind so many of its bytes.
fn parts_word(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let is_letter = |c: &char| c.is_alphanumeric() && !is_cjk(*c);
    before.chars().next_back().as_ref().is_some_and(is_letter)
        && after.chars().next().as_ref().is_some_and(is_letter)
}

/// Whether a character is Chinese and no punctuation.
pub(super) const fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        && !is_closing(c)
        && !is_opening(c)
}

const fn is_closing(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '）'
            | '》'
            | '」'
            | '”'
            | '’'
            | '％'
            | '！'
            | '？'
            | '…'
            | '·'
            | ','
            | '.'
            | ';'
            | ':'
            | ')'
            | '%'
            | '/'
    )
}

const fn is_opening(c: char) -> bool {
    matches!(c, '（' | '《' | '「' | '“' | '‘' | '(')
}

/// Byte offsets where a line may end, with the cost of ending it there (0 is best).
///
/// Numerals stay with their units, punctuation with what it closes; without a dictionary the best guess at a Chinese word
/// boundary is an even number of characters from where a run of them begins, or to where it ends: behind a figure stands
/// its measure word, so that there the end counts for more. One character alone at an end of a run is hardly a word.
fn breaks(text: &str) -> Vec<(usize, f64)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut run = 0;
    let mut is_counted = false;
    let mut end = 0;
    let mut found = Vec::new();
    for (index, pair) in chars.windows(2).enumerate() {
        let [(_, a), (at, b)] = *pair else { continue };
        if is_cjk(a) && run == 0 {
            is_counted = index > 0 && chars[index - 1].1.is_ascii_digit();
            end = chars[index..]
                .iter()
                .position(|(_, c)| !is_cjk(*c))
                .map_or(chars.len(), |n| index + n);
        }
        run = if is_cjk(a) { run + 1 } else { 0 };
        let in_number = matches!(a, '.' | ',' | ':') && b.is_ascii_digit();
        if is_closing(b) || is_opening(a) || b == ' ' || in_number {
            continue;
        }
        if matches!(a, '/' | '·') && is_of_figure(&text[..at]) {
            continue;
        }
        if a == ' ' || is_closing(a) || is_opening(b) {
            found.push((at, 0.0));
        } else if is_cjk(a) && is_cjk(b) {
            let left = end - index - 1;
            let (from_start, to_end) = (run % 2 == 0, left.is_multiple_of(2));
            let is_best = if is_counted { to_end } else { from_start };
            let cost = match (from_start || to_end, is_best) {
                _ if left == 1 => 4.0,
                (false, _) => 4.0,
                (true, true) => 1.6,
                (true, false) => 1.9,
            };
            found.push((at, cost));
        } else if is_cjk(a) && b.is_ascii_alphanumeric() {
            found.push((at, 0.6));
        } else if a == '-' && b.is_alphabetic() {
            found.push((at, 0.5));
        }
    }
    found
}

/// Whether a text ends in the unit of a figure, which goes on behind the sign that it ends with: 755元/人·月.
fn is_of_figure(text: &str) -> bool {
    let run = text.trim_end_matches(|c| is_cjk(c) || matches!(c, '/' | '·'));
    run.ends_with(|c: char| c.is_ascii_digit() || c == '%')
}

/// Where the first of several lines ends: as far as it can, but between words where that comes soon enough.
fn first_end(places: &[(usize, f64)], text: &str, size: TextSize, room: f64) -> Option<usize> {
    let taken = |at: usize| width(text[..at].trim_end(), size);
    let fits = |place: &&(usize, f64)| taken(place.0) <= room;
    let last = places.iter().rev().find(fits)?.0;
    let near = taken(last) - 3.0 * size.px();
    let mut fitting = places.iter().rev().filter(fits);
    let kind = fitting.find(|(at, cost)| *cost < 2.0 && taken(*at) >= near);
    Some(kind.map_or(last, |(at, _)| *at))
}

/// Whether lines of one text part what may be a word: Chinese characters that nothing stands between.
#[must_use]
pub fn is_torn(lines: &[String]) -> bool {
    let end = |line: &String| line.chars().next_back().is_some_and(is_cjk);
    let begin = |line: &String| line.chars().next().is_some_and(is_cjk);
    lines.windows(2).any(|pair| end(&pair[0]) && begin(&pair[1]))
}

/// The text on at most `max_lines` lines of `room` px each; what is left over is cut with …, between words where one fits.
///
/// Two lines are balanced and broken at the best place; more are filled from the top.
#[must_use]
pub fn wrap(text: &str, size: TextSize, room: f64, max_lines: usize) -> Vec<String> {
    let text = text.trim();
    if text.is_empty() || max_lines == 0 {
        return Vec::new();
    }
    if max_lines == 1 || width(text, size) <= room {
        return vec![cut_between_words(text, size, room)];
    }
    let places = breaks(text);
    let split = |at: usize| (text[..at].trim_end(), text[at..].trim_start());
    let in_two = places
        .iter()
        .filter_map(|&(at, cost)| {
            let (a, b) = split(at);
            let (wa, wb) = (width(a, size), width(b, size));
            let uneven = (wa - wb).abs() / size.px();
            // A second line longer than the first looks top-heavy the wrong way round.
            let lean = if wb > wa { 0.3 } else { 0.0 };
            (wa <= room && wb <= room).then_some((at, cost + uneven * 0.25 + lean))
        })
        .min_by(|a, b| a.1.total_cmp(&b.1));
    if let Some((at, _)) = in_two {
        let (a, b) = split(at);
        return vec![a.to_owned(), b.to_owned()];
    }
    match first_end(&places, text, size, room) {
        Some(at) => {
            let (a, b) = split(at);
            let rest = wrap(b, size, room, max_lines - 1);
            if rest.iter().any(String::is_empty) {
                // Not even a beginning fits: rather one line that says it is cut.
                return vec![cut_between_words(text, size, room)];
            }
            let mut lines = vec![a.to_owned()];
            lines.extend(rest);
            lines
        }
        None => vec![cut_between_words(text, size, room)],
    }
}

/// A paragraph: every line as full as it can be, as many lines as it takes. What has no place to break is cut.
#[must_use]
pub fn paragraph(text: &str, size: TextSize, room: f64) -> Vec<String> {
    let mut rest = text.trim();
    let mut lines = Vec::new();
    while width(rest, size) > room {
        let Some(at) = first_end(&breaks(rest), rest, size, room) else { break };
        lines.push(rest[..at].trim_end().replace(JOINER, ""));
        rest = rest[at..].trim_start();
    }
    if !rest.is_empty() {
        lines.push(cut(rest, size, room).replace(JOINER, ""));
    }
    lines
}

/// A text that goes on elsewhere, ended by … after the last word that leaves room for it.
#[must_use]
pub fn cut_after_word(text: &str, size: TextSize, room: f64) -> String {
    let ended = |at: usize| {
        let kept =
            text[..at].trim_end_matches([' ', ',', '，', '、', ';', '；', ':', '：', '(', '（']);
        format!("{kept}{ELLIPSIS}")
    };
    let places = breaks(text);
    let ends = std::iter::once(text.len()).chain(places.iter().rev().map(|(at, _)| *at));
    let mut fitting = ends.map(ended).filter(|line| width(line, size) <= room);
    fitting.next().unwrap_or_else(|| cut(&format!("{text}{ELLIPSIS}"), size, room))
}

/// A Chinese name in the two pieces that a narrow column may part it into; a short one, and one of words, in one.
#[must_use]
pub fn pieces(name: &str) -> Vec<String> {
    let whole = width(name, TextSize::Body);
    if whole <= 4.0 * TextSize::Body.px() || !name.chars().all(is_cjk) {
        return vec![name.to_owned()];
    }
    wrap(name, TextSize::Body, whole * 0.7, 2)
}

/// The width of the longest word of letters, in px: what a line must have room for.
#[must_use]
pub fn longest_word(text: &str, size: TextSize) -> f64 {
    let words = text.split([' ', '-']).filter(|word| !word.chars().any(is_cjk));
    words.map(|word| width(word, size)).fold(0.0, f64::max)
}

/// The greatest width among texts, in px.
#[must_use]
pub fn widest<'a>(texts: impl IntoIterator<Item = &'a str>, size: TextSize) -> f64 {
    texts.into_iter().map(|text| width(text, size)).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_counts_one_em_and_figures_less() {
        assert_eq!(width("教育", TextSize::Body), 28.0);
        assert!(width("17", TextSize::Body) < 18.0);
    }

    /// The bounds are what DejaVu Sans, the widest of the faces, takes in em.
    #[test]
    fn no_face_is_wider_than_measured() {
        let text = "Investment in building schools, under way: 1,234.5 (of 20%)";
        assert!(text.chars().map(em).sum::<f64>() >= 30.17);
        assert!(strong_width("¥44.71 million", TextSize::Lead) >= 16.0 * 8.02);
    }

    #[test]
    fn cutting_keeps_within_the_room() {
        let name = "养老标准配套房屋";
        assert_eq!(cut(name, TextSize::Body, 200.0), name);
        let short = cut(name, TextSize::Body, 60.0);
        assert_eq!(short, "养老标…");
        assert_eq!(cut(name, TextSize::Body, 20.0), "");
    }

    #[test]
    fn names_wrap_between_words_people_keep_together() {
        let lines = |text, room| wrap(text, TextSize::Body, room, 2);
        assert_eq!(lines("养老标准配套房屋", 80.0), ["养老标准", "配套房屋"]);
        assert_eq!(lines("城镇居民（含进城务工人员）", 130.0), ["城镇居民", "（含进城务工人员）"]);
        assert_eq!(lines("Rural road upgrades", 90.0), ["Rural road", "upgrades"]);
        assert_eq!(lines("新增学位12702个以上", 110.0), ["新增学位", "12702个以上"]);
        // Behind a figure stands its measure word; no character is left alone before a mark.
        let title = "全年要建的15个学校项目全部开工";
        assert_eq!(lines(title, 140.0), ["全年要建的15个", "学校项目全部开工"]);
        assert_eq!(lines("幼儿占比（占全部在园幼儿）", 130.0), ["幼儿占比", "（占全部在园幼儿）"]);
        assert_eq!(paragraph("占全部在园幼儿）", TextSize::Body, 90.0), ["占全部在园", "幼儿）"]);
        assert!(is_torn(&["养老标准".to_owned(), "配套房屋".to_owned()]));
        assert!(!is_torn(&["全部开工，".to_owned(), "12个已竣工".to_owned()]));
    }

    #[test]
    fn names_are_cut_between_words_and_units_stay_with_their_figures() {
        let name = "Unemployed people who found work again";
        for room in (60..280).map(f64::from) {
            let lines = wrap(name, TextSize::Body, room, 2);
            let torn = |line: &String| {
                let kept = line.strip_suffix(ELLIPSIS)?.to_owned();
                (!name.contains(&format!("{kept} "))
                    && longest_word(name, TextSize::Body) + 14.0 < room)
                    .then_some(kept)
            };
            assert_eq!(lines.iter().find_map(torn), None, "{room}");
        }
        assert_eq!(whole_words("Kindergartens", TextSize::Small, 60.0), "");
        assert_eq!(whole_words("Old people in need", TextSize::Small, 60.0), "Old…");
        assert_eq!(whole_words("养老标准配套房屋", TextSize::Small, 60.0), "养老标准…");
        for room in (80..200).map(f64::from) {
            for line in paragraph("农村低保不低于755元/人·月，城市", TextSize::Body, room)
            {
                assert!(!line.ends_with(['/', '·']) && !line.starts_with("月"), "{line} in {room}");
            }
        }
        let places = paragraph("杜集区/承德市", TextSize::Body, 60.0);
        assert_eq!(places, ["杜集区/", "承德市"]);
    }

    #[test]
    fn names_in_narrow_columns_are_parted_between_words() {
        assert_eq!(pieces("聊城开发区"), ["聊城", "开发区"]);
        assert_eq!(pieces("德州经开区"), ["德州", "经开区"]);
        for whole in ["承德市", "Liaocheng Dev. Zone", "", "2021年"] {
            assert_eq!(pieces(whole), [whole]);
        }
    }

    #[test]
    fn paragraphs_fill_their_lines_and_lose_nothing() {
        let text =
            "承德市共公布 80 个民生数据，时间为2024年。The largest sum named is ¥524 million.";
        let lines = paragraph(text, TextSize::Body, 150.0);
        assert!(lines.len() > 3);
        let plain = |text: &str| text.replace(' ', "");
        assert_eq!(plain(&lines.concat()), plain(text));
        assert!(lines.iter().rev().skip(1).all(|line| width(line, TextSize::Body) > 75.0));
        assert_eq!(longest_word("Rural road 公里", TextSize::Body), width("Rural", TextSize::Body));
    }

    #[test]
    fn numbers_are_not_parted_at_their_points() {
        for room in (40..200).map(f64::from) {
            for line in paragraph("减轻负担5.24亿元，医疗机构1,234.5万元", TextSize::Body, room)
            {
                assert!(!line.ends_with(['.', ',']), "{line} in {room}");
            }
        }
    }

    #[test]
    fn every_line_fits_whatever_the_room() {
        for room in [0.0, 10.0, 33.0, 70.0, 500.0, f64::NAN] {
            for text in
                ["", " ", "近17亿元", "aaaaaaaaaaaaaaaaaaaa", "（（（（（", "每百户 20平方米"]
            {
                let paragraph = paragraph(text, TextSize::Small, room);
                for line in wrap(text, TextSize::Small, room, 3).into_iter().chain(paragraph) {
                    assert!(room.is_nan() || width(&line, TextSize::Small) <= room);
                }
            }
        }
    }
}
