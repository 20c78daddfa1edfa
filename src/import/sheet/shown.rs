//! How a workbook shows the numbers and dates of its cells, as the codes of number formats say: in percent, with a sign of
//! money or a unit, in thousands, a day as its month.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::written::as_shown;
use crate::import::cell::{Number, Written, measured};
use crate::import::form::DecimalSign;

/// What stands around the digits of a number, and how often these are shifted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    before: String,
    after: String,
    /// The power of ten that the number is multiplied by where it is shown: two in percent, minus three in thousands.
    power: i32,
    /// Digits that a whole number has at least, with noughts before them, as codes are shown.
    width: usize,
}

/// What a date is shown as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Year,
    Month,
    Day,
    /// The time of a day, and no day.
    Clock,
}

/// How cells of a style are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// Numbers; `None` where they are shown as they are stored.
    pub(super) number: Option<Words>,
    /// Dates.
    pub(super) date: Part,
}

impl Shown {
    /// Of a code; `None` where cells say what they are shown as by themselves.
    pub(super) fn of(code: &str) -> Option<Self> {
        let shown = Self { number: Words::of(code), date: part(code) };
        (shown.number.is_some() || shown.date != Part::Day).then_some(shown)
    }

    /// Of the format of a number: its code, or without one what every program knows by the number, which are per cent and months.
    pub(super) fn of_format(number: u16, codes: &BTreeMap<u16, String>) -> Option<Self> {
        match (codes.get(&number), number) {
            (Some(code), _) => Self::of(code),
            (None, 9 | 10) => Some(Self::of_percent()),
            (None, 17) => Self::of("mmm-yy"),
            (None, _) => None,
        }
    }

    /// Numbers of this unit, a sign or code of money.
    pub(super) fn of_money(sign: &str) -> Option<Self> {
        let words = Words { before: sign.to_owned(), ..Words::default() };
        let shown = Self { number: Some(words), date: Part::Day };
        is_read(&format!("{sign}1")).then_some(shown)
    }

    /// Numbers in percent.
    pub(super) fn of_percent() -> Self {
        let words = Words { after: "%".to_owned(), power: 2, ..Words::default() };
        Self { number: Some(words), date: Part::Day }
    }

    /// Dates as this part of them.
    pub(super) const fn of_date(date: Part) -> Self {
        Self { number: None, date }
    }
}

impl Words {
    fn of(code: &str) -> Option<Self> {
        let Digits { before, after, power, is_percent, noughts } = digits(code)?;
        let (before, after) = (bare(&before), bare(&after));
        if noughts >= CODE && power == 0 && !is_percent && before.is_empty() && after.is_empty() {
            return Some(Self { width: noughts, ..Self::default() });
        }
        if is_percent {
            return Some(Self { after: "%".to_owned(), power: power + 2, ..Self::default() });
        }
        // Without thousands left out, `m` is the metre.
        let is_multiple = power != 0 || after != "m";
        let (before, after) = (before.to_owned(), after.to_owned());
        let own = Self { before, after, power, width: 0 };
        let sides = [
            own.clone(),
            Self { before: String::new(), ..own.clone() },
            Self { after: String::new(), ..own },
        ];
        let is_known = |own: &Self| {
            let is_said = !(own.before.is_empty() && own.after.is_empty());
            is_said && is_multiple && is_read(&format!("{}1{}", own.before, own.after))
        };
        // A number whose thousands are left out and that has no word for it is looked at by itself.
        let rest = (power != 0).then(|| Self { power, ..Self::default() });
        sides.into_iter().find(is_known).or(rest)
    }

    /// By which power of ten numbers are shown smaller than they are, without a word that says so.
    pub(super) fn left_out(&self) -> Option<i32> {
        let is_multiple = |after: &str| {
            matches!(measured(format!("1{after}").as_bytes(), DecimalSign::Point).number,
                Number::Is(n) if n > 1.0)
        };
        (self.power < 0 && !is_multiple(&self.after)).then_some(-self.power)
    }

    /// The same for numbers that are given in full.
    pub(super) fn in_full(&self) -> Self {
        Self { power: 0, ..self.clone() }
    }

    /// A number as its readers see it, with all of its digits.
    pub(super) fn text(&self, number: f64) -> String {
        let shown = shifted(number, self.power);
        let (sign, digits) = shown.strip_prefix('-').map_or(("", &*shown), |digits| ("-", digits));
        let width = if digits.contains('.') { 0 } else { self.width };
        format!("{sign}{}{digits:0>width$}{}", self.before, self.after)
    }
}

/// A number times a power of ten, by its digits: a hundred times 0.575 is 57.49999999999999.
fn shifted(number: f64, power: i32) -> String {
    let shown = as_shown(number);
    if power == 0 {
        return shown;
    }
    let ten = |power: i32| (0..power).try_fold(Decimal::ONE, |n, _| n.checked_mul(Decimal::TEN));
    let exact = shown.parse::<Decimal>().ok().and_then(|digits| {
        let by = ten(power.abs())?;
        if power > 0 { digits.checked_mul(by) } else { digits.checked_div(by) }
    });
    exact.map_or_else(|| as_shown(number * 10_f64.powi(power)), |n| n.normalize().to_string())
}

/// Whether a text reads as a number with a unit or a multiple beside it, and nothing else.
fn is_read(text: &str) -> bool {
    let Written { number, mark, unit, .. } = measured(text.as_bytes(), DecimalSign::Point);
    let multiplies = matches!(number, Number::Is(value) if value > 1.0);
    matches!(number, Number::Is(_)) && mark.is_none() && (unit.is_some() || multiplies)
}

/// Words without what stands between them and digits.
fn bare(words: &str) -> &str {
    words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '+' | ':'))
}

/// What a code says of numbers.
#[derive(Default)]
struct Digits {
    before: String,
    after: String,
    power: i32,
    is_percent: bool,
    /// Noughts before the point, where there are no other digits.
    noughts: usize,
}

/// Noughts that a code of a number format has at least where it is one for codes: `00000` of a postcode.
const CODE: usize = 3;

/// The word for a number as it is stored.
const GENERAL: &str = "General";

/// A piece of a code.
enum Piece {
    /// Shown as it stands: in quotes, behind a stroke, as the sign of money in brackets.
    Word(String),
    /// A sign with a meaning, or one that stands for itself.
    Sign(char),
    /// A condition, an elapsed time.
    Other,
}

/// The pieces of a code's first section, which is that of numbers above nought.
fn pieces(code: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = code.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            ';' => break,
            '"' => found.push(Piece::Word(rest.by_ref().take_while(|c| *c != '"').collect())),
            '\\' => found.extend(rest.next().map(|c| Piece::Word(c.to_string()))),
            // As spreadsheets of East Asia write a stroke.
            '!' if rest.peek() == Some(&'.') => {
                found.extend(rest.next().map(|c| Piece::Word(c.to_string())));
            }
            '_' | '*' => drop(rest.next()),
            '[' => {
                let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                let elapses = |c: char| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's');
                if let Some(money) = inside.strip_prefix('$') {
                    let sign = money.split('-').next().unwrap_or_default();
                    found.push(Piece::Word(sign.to_owned()));
                } else if inside.starts_with(['<', '>', '=']) || inside.chars().all(elapses) {
                    found.push(Piece::Other);
                }
            }
            other => found.push(Piece::Sign(other)),
        }
    }
    found
}

/// What stands around the digits; `None` where a code has none, or parts them by something that is no separator.
fn digits(code: &str) -> Option<Digits> {
    let code = code.replace(GENERAL, "0");
    let (mut found, mut met, mut behind) = (Digits::default(), false, String::new());
    // Places after a point that is but shown, and thousands that are left out.
    let (mut places, mut is_pointed, mut commas) = (0, false, 0);
    let (mut zeros, mut others) = (0, 0);
    for piece in pieces(&code) {
        let word = match piece {
            Piece::Sign(sign @ ('0' | '#' | '?')) => {
                zeros += usize::from(sign == '0');
                others += usize::from(sign != '0');
                if !behind.is_empty() {
                    if behind != "." || is_pointed {
                        return None;
                    }
                    is_pointed = true;
                    behind.clear();
                }
                (met, commas) = (true, 0);
                places += i32::from(is_pointed);
                continue;
            }
            Piece::Sign(',') => {
                commas += i32::from(met);
                continue;
            }
            Piece::Sign('.') => {
                others += 1;
                continue;
            }
            Piece::Sign('%') => {
                found.is_percent = true;
                continue;
            }
            Piece::Sign('@' | 'E' | 'e' | '/') | Piece::Other => return None,
            Piece::Sign(c) if c.is_ascii_alphabetic() => return None,
            Piece::Sign(c) => c.to_string(),
            Piece::Word(word) => word,
        };
        if met { &mut behind } else { &mut found.before }.push_str(&word);
    }
    found.after = behind;
    found.noughts = if others == 0 { zeros } else { 0 };
    found.power = -(places + commas * 3);
    met.then_some(found)
}

/// What a code shows of a date.
fn part(code: &str) -> Part {
    let signs: Vec<char> = pieces(&code.replace(GENERAL, "0"))
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Sign(c) if c.is_ascii_alphabetic() => Some(c.to_ascii_lowercase()),
            _ => None,
        })
        .collect();
    let has = |all: &[char]| signs.iter().any(|c| all.contains(c));
    let is_clock = has(&['h', 's']);
    if has(&['d']) || signs.is_empty() {
        return Part::Day;
    }
    match (has(&['y', 'e']), has(&['m']), is_clock) {
        (true, true, false) | (false, true, false) => Part::Month,
        (true, false, false) => Part::Year,
        (false, _, true) => Part::Clock,
        _ => Part::Day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(code: &str, number: f64) -> Option<String> {
        Shown::of(code)?.number.map(|words| words.text(number))
    }

    #[test]
    fn a_sign_of_percent_multiplies_unless_it_is_but_shown() {
        for code in ["0%", "0.00%", "#,##0.0%;[Red]-0.0%", "0.0\" ca.\"%"] {
            assert_eq!(text(code, 0.575).as_deref(), Some("57.5%"), "{code}");
        }
        for code in ["General", "0.0", "@", "yyyy-mm-dd", "0\" (%)\"", "0.00E+00", "# ?/?"] {
            assert_eq!(text(code, 0.575), None, "{code}");
        }
        assert_eq!(text("0.0\"%\"", 57.5).as_deref(), Some("57.5%"));
        let percent = |number| Shown::of_percent().number.unwrap().text(number);
        assert_eq!([0.575, 0.07, 1.0, -0.123].map(percent), ["57.5%", "7%", "100%", "-12.3%"]);
    }

    #[test]
    fn money_and_units_are_those_of_the_number() {
        for (code, shown) in [
            ("\u{a5}#,##0.00", "\u{a5}1234.5"),
            ("[$\u{a5}-804]#,##0.00;\\-[$\u{a5}-804]#,##0.00", "\u{a5}1234.5"),
            ("#,##0.00\\ [$\u{20ac}-407]", "1234.5\u{20ac}"),
            ("_(\"$\"* #,##0.00_);_(\"$\"* (#,##0.00)", "$1234.5"),
            ("[$USD] #,##0", "USD1234.5"),
            ("0.0\" km\"", "1234.5km"),
            ("#,##0.0,\"K\"", "1.2345K"),
            // A point that is but shown parts the last digits.
            ("0\\.0,\"k\"", "0.12345k"),
        ] {
            assert_eq!(text(code, 1234.5).as_deref(), Some(shown), "{code}");
        }
        assert_eq!(text("00000", 1001.0).as_deref(), Some("01001"));
        for code in [
            "000-0000",
            "0.000",
            "#000",
            "00",
            "\"No. \"0",
            "0.0\"m\"",
            "[>=1000]0\"$\";0",
            "0_);(0)",
            "+0;-0",
        ] {
            assert_eq!(text(code, 5.0), None, "{code}");
        }
    }

    #[test]
    fn thousands_that_are_left_out_without_a_word_are_told() {
        let left_out = |code: &str| Shown::of(code).and_then(|own| own.number?.left_out());
        assert_eq!(
            [left_out("#,##0,"), left_out("0.0,,"), left_out("$#,##0,")],
            [Some(3), Some(6), Some(3)]
        );
        assert_eq!([left_out("#,##0"), left_out("0.0,\"K\""), left_out("0%")], [None, None, None]);
        assert_eq!(text("#,##0,", 12_345.0).as_deref(), Some("12.345"));
    }

    #[test]
    fn a_date_is_shown_in_part() {
        for (code, shown) in [
            ("yyyy\"Y\"m\"M\"", Part::Month),
            ("mmm-yy", Part::Month),
            ("[$-404]e\"Y\"m\"M\"", Part::Month),
            ("yyyy", Part::Year),
            ("yyyy\\-mm\\-dd", Part::Day),
            ("m/d/yy h:mm", Part::Day),
            ("h:mm AM/PM", Part::Clock),
            ("General", Part::Day),
        ] {
            assert_eq!(part(code), shown, "{code}");
        }
    }
}
