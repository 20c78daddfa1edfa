//! Numbers inside printed text, in Arabic and in Chinese numerals.

use rust_decimal::Decimal;

const DIGITS: &str = "零一二三四五六七八九";
const MULTIPLIERS: [(char, i64); 3] = [('十', 10), ('百', 100), ('千', 1000)];

/// Whether the printed text can be read as the value.
pub(super) fn contains(printed: &str, value: Decimal) -> bool {
    let found: Vec<Decimal> = arabic(printed).into_iter().chain(chinese(printed)).collect();
    if found.is_empty() {
        return alone(printed).contains(&value);
    }
    found.contains(&value)
}

fn arabic(text: &str) -> Vec<Decimal> {
    let joined: String = text.chars().filter(|c| !matches!(c, ',' | '，')).collect();
    joined
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .filter_map(|run| run.trim_matches('.').parse().ok())
        .collect()
}

/// Plain Chinese numerals below ten thousand, and 半.
fn chinese(text: &str) -> Vec<Decimal> {
    let mut found = Vec::new();
    let (mut total, mut digit, mut open) = (0_i64, None::<i64>, false);
    for c in text.chars().chain(['\0']) {
        let value = DIGITS.chars().position(|d| d == c).and_then(|p| i64::try_from(p).ok());
        let value = if c == '两' { Some(2) } else { value };
        let multiplier = MULTIPLIERS.iter().find(|(m, _)| *m == c).map(|(_, n)| *n);
        match (value, multiplier) {
            (Some(v), _) => (digit, open) = (Some(v), true),
            (None, Some(m)) => {
                total += digit.take().unwrap_or(1) * m;
                open = true;
            }
            (None, None) if open => {
                found.push(Decimal::from(total + digit.take().unwrap_or(0)));
                (total, open) = (0, false);
            }
            (None, None) => {}
        }
    }
    if text.contains('半') {
        found.push(Decimal::new(5, 1));
    }
    found
}

/// 万 or 亿 without a numeral stand for themselves or for one of their unit.
fn alone(text: &str) -> Vec<Decimal> {
    let words = [('万', 10_000), ('亿', 100_000_000)];
    let word = words.into_iter().find(|&(word, _)| text.contains(word));
    word.map_or(Vec::new(), |(_, n)| vec![Decimal::ONE, Decimal::from(n)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_figures_and_the_values_they_can_be_read_as() {
        for (printed, value, expected) in [
            ("近17亿元", "17", true),
            ("近17亿元", "1.7", false),
            ("近17亿元", "1", false),
            ("900余万元", "10000", false),
            ("12,702人", "12702", true),
            ("十余处", "10", true),
            ("两处", "2", true),
            ("千余人", "1000", true),
            ("万余人", "1", true),
            ("万余人", "10000", true),
            ("三个村", "3", true),
            ("三个村", "30", false),
            ("二十二届", "22", true),
            ("88.79%", "88.79", true),
        ] {
            let value: Decimal = value.parse().unwrap();
            assert_eq!(contains(printed, value), expected, "{printed} {value}");
        }
    }
}
