//! Codes of units of measure, as SDMX, the OECD, Eurostat and others write them: `PC_GDP`, `USD_CAP`, `MLN_USD`, `IDX2015`,
//! `THS_PER`, `RT`, `NBR`.

/// Codes of rates, shares and indices: whole, or the first part before a line.
const RATES: &[&str] =
    &["PC", "PCT", "PT", "RT", "RATIO", "PM", "PPS", "INX", "IX", "IDX", "INDEX", "I"];
/// Last parts of codes of what is for each of something.
const EACH: &[&str] = &["CAP", "HAB", "POP", "INHAB", "PS", "PER", "HW", "HOUR"];
/// First parts of what is for each of so many people: `10P3HB`, `100000PER`.
const POWERS: &[&str] =
    &["10P3HB", "10P5HB", "10P5HBT", "1000HAB", "100000HAB", "P_HTHAB", "P_THAB", "P_MHAB"];
/// Codes of amounts and numbers.
const AMOUNTS: &[&str] = &[
    "NBR", "NB", "NUM", "NR", "PN", "PERS", "PS", "PER", "HH", "USD", "EUR", "GBP", "JPY", "CNY",
    "NAC", "XDC", "NCU", "PPP", "USDPPP", "EXC", "HUR", "HR", "DAY", "YR", "YEAR", "KG", "TONNE",
    "TONNES", "THS_T", "HA", "KM", "KM2", "M2", "M3", "KWH", "GWH", "TJ", "KTOE", "TOE", "DOLLAR",
    "MEUR", "KEUR",
];
/// First parts that multiply.
const SCALES: &[&str] = &[
    "THS", "THND", "MLN", "MIO", "MN", "BLN", "BN", "MRD", "TRN", "CP", "CLV", "CLV10", "CLV15",
    "PYP",
];

/// What a code says that figures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Rate,
    Amount,
}

/// Whether a text is the code of a unit.
pub(in crate::import) fn is_code(text: &str) -> bool {
    said(text).is_some()
}

/// Whether a text is the code of a rate, a share or an index.
pub(in crate::import) fn is_rate_code(text: &str) -> bool {
    said(text) == Some(Said::Rate)
}

fn said(text: &str) -> Option<Said> {
    let text = text.trim();
    let is_sign = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_';
    if text.len() < 2 || !text.bytes().all(is_sign) {
        return None;
    }
    if POWERS.contains(&text) || is_index(text) {
        return Some(Said::Rate);
    }
    let mut parts = text.split('_');
    let (first, last) = (parts.next().unwrap_or_default(), parts.next_back());
    if RATES.contains(&first) && first.len() > 1 && (first != "PPS" || last.is_some()) {
        return Some(Said::Rate);
    }
    let is_amount = |part: &str| AMOUNTS.contains(&part) || currency(part);
    match last {
        None => (AMOUNTS.contains(&text) || text == "PPS").then_some(Said::Amount),
        Some(last) if EACH.contains(&last) && is_amount(first) => Some(Said::Rate),
        Some(last) if is_amount(first) && is_amount(last) => Some(Said::Amount),
        Some(last) if SCALES.contains(&first) && (is_amount(last) || EACH.contains(&last)) => {
            Some(Said::Amount)
        }
        Some(_) => None,
    }
}

/// An index with its base year: `I15`, `I2010`, `IDX2015`, `IX_2015`.
fn is_index(text: &str) -> bool {
    ["IDX", "INX", "IX", "I"].iter().any(|head| {
        text.strip_prefix(head).is_some_and(|rest| {
            let year = rest.trim_start_matches('_');
            matches!(year.len(), 2 | 4) && year.bytes().all(|b| b.is_ascii_digit())
        })
    })
}

/// Currencies that such codes are made of, beside those that stand alone.
fn currency(part: &str) -> bool {
    const CURRENCIES: &[&str] = &[
        "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "AUD", "SEK", "NOK", "DKK", "INR", "BRL",
        "KRW", "MXN", "RUB", "ZAR", "PPS", "NAC", "XDC", "NCU", "PPP", "EXC",
    ];
    CURRENCIES.contains(&part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_units_are_known() {
        for code in [
            "PC_GDP", "PC_POP", "PC", "PCT", "PT_LF", "RT", "IDX2015", "I15", "IX", "USD_CAP",
            "EUR_HAB", "10P5HB", "NAC_PER", "PPS_HAB",
        ] {
            assert!(is_rate_code(code), "{code}");
        }
        for code in [
            "USD", "MLN_USD", "NBR", "THS_PER", "MIO_EUR", "USD_PPP", "CP_MEUR", "NR", "XDC",
            "HUR", "KG", "PPS",
        ] {
            assert!(is_code(code) && !is_rate_code(code), "{code}");
        }
        for text in
            ["AUS", "GDP", "TOT", "PCS", "IT", "Persons", "A", "MEN", "2015", "I", "CPI", "PISA"]
        {
            assert!(!is_code(text), "{text}");
        }
    }
}
