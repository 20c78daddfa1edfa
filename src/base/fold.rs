//! One form for what is written in several: full-width as half-width, capitals as small letters, traditional characters
//! as simplified ones, numbers without separators. What is typed and what is searched are both folded, and then compared.

/// Traditional characters ascending, then the simplified form of each; little-endian u16.
const SIMPLIFIED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/simplified.bin"));

/// The folded text.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each(text, |_, c| folded.push(c));
    folded
}

/// The folded text as characters, and the place of the character of `text` that each came from.
#[must_use]
pub fn fold_placed(text: &str) -> (Vec<char>, Vec<usize>) {
    let mut folded = (Vec::new(), Vec::new());
    each(text, |place, c| {
        folded.0.push(c);
        folded.1.push(place);
    });
    folded
}

fn each(text: &str, mut put: impl FnMut(usize, char)) {
    let mut chars = text.chars().map(narrow).enumerate().peekable();
    let mut before = None;
    while let Some((place, c)) = chars.next() {
        let is_digit = |c: char| c.is_ascii_digit();
        // 12,702 is 12702.
        let parts_digits = c == ','
            && before.is_some_and(is_digit)
            && chars.peek().is_some_and(|&(_, after)| is_digit(after));
        if parts_digits {
            continue;
        }
        before = Some(c);
        match c {
            _ if c.is_ascii() => put(place, c.to_ascii_lowercase()),
            '\u{3400}'.. => put(place, simplified(c)),
            _ => c.to_lowercase().for_each(|c| put(place, c)),
        }
    }
}

/// The half-width form, and the plain form of blanks, dashes and quotation marks.
const fn narrow(c: char) -> char {
    match c {
        // The block of full-width forms stands as ASCII does, 0xFEE0 further on.
        '\u{ff01}'..='\u{ff5e}' => {
            // Within ASCII after the subtraction.
            #[allow(clippy::cast_possible_truncation)]
            let plain = (c as u32 - 0xfee0) as u8;
            plain as char
        }
        '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        _ => c,
    }
}

/// The simplified form of a character that has one, else the character.
fn simplified(c: char) -> char {
    let (traditional, simplified) = SIMPLIFIED.as_chunks::<2>().0.split_at(SIMPLIFIED.len() / 4);
    let Ok(code) = u16::try_from(u32::from(c)) else { return c };
    let found = traditional.binary_search_by_key(&code, |&bytes| u16::from_le_bytes(bytes));
    let plain = found.ok().and_then(|at| simplified.get(at));
    plain.and_then(|&bytes| char::from_u32(u16::from_le_bytes(bytes).into())).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_several_ways_folds_to_one() {
        for (text, folded) in [
            ("１７亿", "17亿"),
            ("ｄｉｂａｏ", "dibao"),
            ("Dibao Standard", "dibao standard"),
            ("學校", "学校"),
            ("養老院 醫療 幼兒園 學位", "养老院 医疗 幼儿园 学位"),
            ("德州經開區", "德州经开区"),
            ("12,702人", "12702人"),
            ("１２，７０２人", "12702人"),
            ("一,二, 3,x", "一,二, 3,x"),
            ("“四好农村路”", "\"四好农村路\""),
            ("5\u{a0}km", "5 km"),
            ("ÉCOLE Ж", "école ж"),
            ("3.5亿", "3.5亿"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
            assert_eq!(fold(folded), folded, "{text} folded twice");
        }
    }

    #[test]
    fn simplified_text_stays_as_it_is() {
        let text = "德州经济技术开发区农村生活污水治理村庄的低保标准与养老服务用房后面着重";
        assert_eq!(fold(text), text);
    }

    #[test]
    fn each_folded_character_knows_where_it_came_from() {
        let (folded, places) = fold_placed("共１２,７０２人");
        assert_eq!(folded.iter().collect::<String>(), "共12702人");
        assert_eq!(places, [0, 1, 2, 4, 5, 6, 7]);
    }
}
