//! Whether a comma or a point stands before the decimals of a column: what all of its cells together allow.

use super::written::{Parts, parts};
use crate::import::form::{DecimalSign, NumberForm, Sure, Why};

/// What the cells of a column say about its signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct Signs {
    /// Numbers that can be read with a point, or with a comma, before the decimals alone.
    point: usize,
    comma: usize,
    /// Numbers with one comma, or one point, before exactly three digits: decimals or thousands.
    comma_three: usize,
    point_three: usize,
    /// Numbers without either.
    plain: usize,
}

impl Signs {
    /// Looks at one more cell.
    pub(in crate::import) fn add(&mut self, cell: &[u8]) {
        if cell.iter().all(u8::is_ascii_digit) {
            self.plain += usize::from(!cell.is_empty());
            return;
        }
        let Ok(text) = std::str::from_utf8(cell) else { return };
        let Parts::Number(found) = parts(text) else { return };
        let digits = found.digits.as_str();
        let (Some(first), Some(last)) = (digits.find([',', '.']), digits.rfind([',', '.'])) else {
            self.plain += 1;
            return;
        };
        let is_comma = digits[last..].starts_with(',');
        let same = digits[first..].starts_with(',') == is_comma;
        let says_comma = match (first == last, same) {
            // Both signs: the last one stands before the decimals. One sign several times stands between thousands.
            (false, false) => is_comma,
            (false, true) => !is_comma,
            (true, _) => {
                let whole = digits[..first].trim_start_matches(['-', '+']);
                let grouped = digits.len() - first == 4
                    && (1..=3).contains(&whole.len())
                    && !whole.starts_with('0');
                if grouped {
                    let slot = if is_comma { &mut self.comma_three } else { &mut self.point_three };
                    *slot += 1;
                    return;
                }
                is_comma
            }
        };
        *if says_comma { &mut self.comma } else { &mut self.point } += 1;
    }

    const fn proven(&self) -> Option<DecimalSign> {
        match (self.comma, self.point) {
            (0, 0) => None,
            (comma, point) if comma > point => Some(DecimalSign::Comma),
            _ => Some(DecimalSign::Point),
        }
    }
}

/// The sign of each column, from its cells, those of its neighbours and the byte between cells.
pub(in crate::import) fn number_forms(columns: &[Signs], separator: Option<u8>) -> Vec<NumberForm> {
    let has = |decimal| columns.iter().any(|signs| signs.proven() == Some(decimal));
    let only = match (has(DecimalSign::Comma), has(DecimalSign::Point)) {
        (true, false) => Some(DecimalSign::Comma),
        (false, true) => Some(DecimalSign::Point),
        _ => None,
    };
    columns.iter().map(|signs| number_form(signs, only, separator)).collect()
}

fn number_form(
    signs: &Signs,
    neighbours: Option<DecimalSign>,
    separator: Option<u8>,
) -> NumberForm {
    let form = |decimal, sure, why| NumberForm { decimal, sure, why };
    if let Some(decimal) = signs.proven() {
        return form(decimal, Sure::Certain, Why::Cells);
    }
    if signs.comma_three + signs.point_three == 0 {
        return NumberForm::default();
    }
    // Both signs before three digits each contradict each other.
    if signs.comma_three > 0 && signs.point_three > 0 {
        return NumberForm::default();
    }
    if let Some(decimal) = neighbours {
        return form(decimal, Sure::Likely, Why::Neighbours);
    }
    let bare = signs.plain > 0;
    let comma = match separator {
        // Where commas stand before decimals, cells are separated by something else.
        Some(b';') => signs.comma_three > 0 || bare,
        // Of thousands some numbers would be smaller; of decimals, all have as many.
        Some(b'\t') => signs.comma_three > 1 && !bare,
        _ => false,
    };
    match (comma, separator) {
        (true, Some(b';')) => form(DecimalSign::Comma, Sure::Likely, Why::Separator),
        (true, _) => form(DecimalSign::Comma, Sure::Guessed, Why::Separator),
        (false, _) => form(DecimalSign::Point, Sure::Guessed, Why::Usual),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(columns: &[&[&str]], separator: u8) -> Vec<(DecimalSign, Sure)> {
        let signs = |cells: &&[&str]| {
            let mut signs = Signs::default();
            cells.iter().for_each(|cell| signs.add(cell.as_bytes()));
            signs
        };
        let signs: Vec<Signs> = columns.iter().map(signs).collect();
        let forms = number_forms(&signs, Some(separator));
        forms.into_iter().map(|form| (form.decimal, form.sure)).collect()
    }

    #[test]
    fn a_column_decides_what_stands_before_its_decimals() {
        use DecimalSign::{Comma, Point};
        use Sure::{Certain, Guessed, Likely};
        for (cells, separator, decimal, sure) in [
            (&["20,33", "40,21"][..], b';', Comma, Certain),
            (&["0,348", "1,305"], b',', Comma, Certain),
            (&["1.234,5", "12"], b',', Comma, Certain),
            (&["1.234.567", "12"], b',', Comma, Certain),
            (&["1,234.5", "1,234"], b';', Point, Certain),
            (&["1,234,567", "1,234"], b';', Point, Certain),
            (&["1.25", "1,234"], b';', Point, Certain),
            (&["1,305", "12,417"], b';', Comma, Likely),
            (&["1,305", "12,417"], b',', Point, Guessed),
            (&["1,305", "12,417"], b'\t', Comma, Guessed),
            (&["1,305", "850"], b'\t', Point, Guessed),
            (&["1.305", "12.417"], b';', Point, Guessed),
            (&["1.305", "850"], b';', Comma, Likely),
            (&["1234", "850"], b';', Point, Guessed),
            (&["12,34,567", "1,234"], b',', Point, Certain),
            (&["4,5*", "3 p"], b';', Comma, Certain),
        ] {
            assert_eq!(forms(&[cells], separator), [(decimal, sure)], "{cells:?}");
        }
        let columns: [&[&str]; 2] = [&["20,33"], &["1.234", "5.678"]];
        assert_eq!(forms(&columns, b';'), [(Comma, Certain), (Comma, Likely)]);
    }
}
