//! EUC-TW (CNS 11643), which no kept library reads: told so that it is refused with a word, and not shown as rubbish.
//!
//! Its pairs of bytes lie where those of GB 2312, EUC-KR and EUC-JP do. What tells it are characters of four bytes, and the
//! part of its table that is empty: from AA to C3, where the others have the half of what is written in them.

use std::collections::BTreeSet;

/// Begins a character of four bytes.
const SINGLE_SHIFT: u8 = 0x8e;
/// The fewest characters of two bytes that differ by which a text is told that has none of four.
const CHARACTERS: usize = 12;
/// First bytes of characters of more strokes: GB 2312 has rare ones there.
const RARE: std::ops::RangeInclusive<u8> = 0xd8..=0xfd;

/// Whether bytes, as far as they are no ASCII, are EUC-TW and hardly anything else. `whole` where no others follow.
pub(super) fn is_euc_tw(bytes: &[u8], whole: bool) -> bool {
    let (mut at, mut shifted, mut kana) = (0, 0_usize, 0_usize);
    let mut characters: BTreeSet<[u8; 2]> = BTreeSet::new();
    while let Some(&lead) = bytes.get(at) {
        let length = match lead {
            0..0x80 => 1,
            SINGLE_SHIFT => 4,
            _ => 2,
        };
        let Some(character) = bytes.get(at..at + length) else {
            if whole {
                return false;
            }
            break;
        };
        match *character {
            [_] => {}
            [_, 0xa1..=0xb0, 0xa1..=0xfe, 0xa1..=0xfe] => shifted += 1,
            [0xa4 | 0xa5, 0xa1..=0xfe] => kana += 1,
            [0xa1..=0xa9 | 0xc2, 0xa1..=0xfe] => {}
            [first @ 0xc4..=0xfd, second @ 0xa1..=0xfe] => {
                characters.insert([first, second]);
            }
            _ => return false,
        }
        at += length;
    }
    let rare = characters.iter().filter(|[lead, _]| RARE.contains(lead)).count();
    let alone = characters.len() >= CHARACTERS && rare * 10 >= characters.len() * 3;
    kana * 10 <= characters.len() && (alone || (shifted > 0 && characters.len() > 1))
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, SHIFT_JIS, WINDOWS_1251};

    use super::*;

    #[test]
    fn no_text_of_another_encoding_is_taken_for_it() {
        let texts: [(&'static Encoding, &str); 8] = [
            (
                GB18030,
                "地区,年份,人口,产值,增速\n北京市,2015,2171\n上海市,2015,2415\n内蒙古自治区,2015,2511\n",
            ),
            (GB18030, "年,数值\n青海省,1\n西宁市,2\n玉树州,3\n"),
            (
                BIG5,
                "縣市別,年度,人口數\n臺北市,2015,270\n新北市,2015,397\n高雄市,2015,278\n花蓮縣,2015,33\n",
            ),
            (EUC_KR, "시도별,연도,인구\n서울특별시,2015,990\n부산광역시,2015,344\n"),
            (EUC_JP, "都道府県,西暦,人口\n北海道,2015,538\n東京都,2015,1351\nデータ ｰ東京,1\n"),
            (EUC_JP, "ｱｲｳ,ｰ東\n"),
            (SHIFT_JIS, "自治体,時間,人口\n札幌市,2015,538\n持続,2015,1351\n"),
            (WINDOWS_1251, "область,год\nМосковская область,2015\nТульская область,2016\n"),
        ];
        for (encoding, text) in texts {
            let bytes = encoding.encode(text).0;
            assert!(!is_euc_tw(&bytes, true), "{}: {text}", encoding.name());
        }
        assert!(!is_euc_tw(b"", true) && !is_euc_tw(b"plain", true));
    }

    #[test]
    fn characters_of_four_bytes_and_the_empty_part_tell_it() {
        let shifted = b"\xc5\xe7\xc7\xa3,\x8e\xa2\xa1\xa6,\xc4\xe3\n";
        assert!(is_euc_tw(shifted, true));
        // Cut within a character.
        assert!(is_euc_tw(&shifted[..shifted.len() - 2], false));
        assert!(!is_euc_tw(&shifted[..shifted.len() - 2], true));
        let pairs: Vec<u8> = (0..20_u8).flat_map(|n| [0xc6 + n * 2, 0xa5 + n * 3]).collect();
        assert!(is_euc_tw(&pairs, true));
        assert!(!is_euc_tw(&pairs[..10], true), "too few to tell");
        assert!(!is_euc_tw(&[&pairs[..], b"\xb1\xa1"].concat(), true));
    }
}
