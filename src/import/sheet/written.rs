//! The value of a cell as the text that a table would have for it.

use calamine::Data;

/// Writes a cell as the text that a table would have for it.
pub(super) fn push(text: &mut Vec<u8>, cell: &Data) {
    let written = match cell {
        Data::Empty => return,
        Data::String(string) | Data::DateTimeIso(string) | Data::DurationIso(string) => {
            text.extend_from_slice(string.as_bytes());
            return;
        }
        Data::Int(number) => number.to_string(),
        Data::Float(number) => as_shown(*number),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            let time = if (hour, minute, second) == (0, 0, 0) {
                String::new()
            } else {
                format!("T{hour:02}:{minute:02}:{second:02}")
            };
            format!("{year:04}-{month:02}-{day:02}{time}")
        }
        Data::DateTime(moment) => moment.as_f64().to_string(),
        Data::Error(error) => error.to_string(),
    };
    text.extend_from_slice(written.as_bytes());
}

/// The longest text of a number that spreadsheets show whole: 15 digits, a point and a sign.
const SHOWN: usize = 17;

/// A number as spreadsheets show it: what they work out has noise beyond the fifteenth digit.
pub(super) fn as_shown(number: f64) -> String {
    let text = number.to_string();
    if text.len() <= SHOWN {
        return text;
    }
    format!("{number:.14e}").parse::<f64>().map_or(text, |number| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_noise_beyond_the_fifteenth_digit() {
        for (number, text) in [
            (0.1 + 0.2, "0.3"),
            (14_136.460_000_000_001, "14136.46"),
            (1.0 / 3.0, "0.333333333333333"),
            (123_456_789_012_345.0, "123456789012345"),
            (-2.5, "-2.5"),
        ] {
            assert_eq!(as_shown(number), text);
        }
    }
}
