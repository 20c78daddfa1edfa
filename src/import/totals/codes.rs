//! Codes by which totals are known: those of the World Bank, of Our World in Data and of Eurostat for groups of countries,
//! those of GB/T 2260 for what lies over others; and no code at all beside areas that have one.

use std::collections::BTreeSet;

use crate::column::{Category, Reach, Reason, Table};

/// Codes of the World Bank for groups of countries.
const WORLD_BANK: &[&str] = &[
    "AFE", "AFR", "AFW", "ARB", "CEB", "CSS", "EAP", "EAR", "EAS", "ECA", "ECS", "EMU", "EUU",
    "FCS", "HIC", "HPC", "IBD", "IBT", "IDA", "IDB", "IDX", "INX", "LAC", "LCN", "LDC", "LIC",
    "LMC", "LMY", "LTE", "MEA", "MIC", "MNA", "NAC", "OED", "OSS", "PRE", "PSS", "PST", "SAS",
    "SSA", "SSF", "SST", "TEA", "TEC", "TLA", "TMN", "TSA", "TSS", "UMC",
];

/// Codes that begin like those of groups, of countries that are or were.
const COUNTRIES: &[&str] = &[
    "OWID_KOS", "OWID_USS", "OWID_CZS", "OWID_YGS", "OWID_GDR", "OWID_GFR", "OWID_AUH", "OWID_SEK",
    "OWID_YAR", "OWID_YPR", "OWID_CYN", "OWID_SML", "OWID_TRS", "OWID_ERE", "OWID_SRM", "OWID_AKD",
    "OWID_BAD", "OWID_BAV", "OWID_HAN", "OWID_HSE", "OWID_HSG", "OWID_MEC", "OWID_MOD", "OWID_PMA",
    "OWID_SAX", "OWID_TUS", "OWID_TSC", "OWID_WRT", "OWID_RVN", "OWID_ZAN", "OWID_USC", "OWID_CHC",
];

/// From so many codes on, their form says of which list they are.
const SEVERAL: usize = 3;

/// What a code of countries and their groups says of its area. Of three letters only where the others beside it are such.
fn of_countries(code: &str, three_letters: bool) -> Option<Reach> {
    let is_world =
        matches!(code, "OWID_WRL" | "WLD" | "W1" | "WORLD") && (three_letters || code != "WLD");
    if is_world {
        return Some(Reach::Whole);
    }
    let numbered = |head: &str| {
        code.strip_prefix(head).is_some_and(|rest| {
            let number = rest.split('_').next().unwrap_or_default();
            number.len() == 2 && number.bytes().all(|b| b.is_ascii_digit())
        })
    };
    let is_group = (code.starts_with("OWID_") && !COUNTRIES.contains(&code))
        || (three_letters && WORLD_BANK.contains(&code))
        || numbered("EU")
        || numbered("EA");
    is_group.then_some(Reach::Group)
}

/// By code of a column, what its own values say where they are codes.
pub(super) fn own(category: &Category) -> Vec<Option<(Reach, Reason)>> {
    let ids: Vec<&str> = category.dictionary.iter().map(|(_, entry)| entry.id.trim()).collect();
    of_codes(&ids).into_iter().map(|reach| reach.map(|reach| (reach, Reason::Code))).collect()
}

/// What each of some codes says of its value; an empty one says nothing.
fn of_codes(codes: &[&str]) -> Vec<Option<Reach>> {
    let known = || codes.iter().filter(|code| !code.is_empty());
    let letters =
        known().filter(|c| c.len() == 3 && c.bytes().all(|b| b.is_ascii_uppercase())).count();
    let three_letters = letters >= SEVERAL && letters * 2 > known().count();
    let divisions = known().filter(|c| is_division(c)).count();
    if divisions > 1 && divisions * 10 >= known().count() * 9 {
        return of_divisions(codes);
    }
    codes.iter().map(|code| of_countries(code, three_letters)).collect()
}

/// Whether a code has the form of GB/T 2260.
fn is_division(code: &str) -> bool {
    code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit())
}

/// A province over its prefectures, a prefecture over its counties, the country over all.
fn of_divisions(codes: &[&str]) -> Vec<Option<Reach>> {
    let known: BTreeSet<&str> = codes.iter().copied().filter(|code| is_division(code)).collect();
    let has_parts = |code: &str, shared: usize| {
        known.iter().any(|own| *own != code && own.starts_with(&code[..shared]))
    };
    let reach = |code: &&str| match *code {
        code if !is_division(code) => None,
        "100000" | "000000" => Some(Reach::Whole),
        code if code.ends_with("0000") => has_parts(code, 2).then_some(Reach::Group),
        code if code.ends_with("00") => has_parts(code, 4).then_some(Reach::Group),
        _ => None,
    };
    let reach: Vec<Option<Reach>> = codes.iter().map(reach).collect();
    // One province over all the rest is the whole.
    let parts = codes.iter().zip(&reach).filter(|(_, reach)| reach.is_none()).map(|(code, _)| code);
    let shared: BTreeSet<&str> = parts.filter_map(|code| code.get(..2)).collect();
    let is_only =
        |code: &str| shared.len() == 1 && shared.contains(&code[..2]) && code.ends_with("0000");
    let whole = |(code, reach): (&&str, Option<Reach>)| {
        reach.map(|r| if is_only(code) { Reach::Whole } else { r })
    };
    codes.iter().zip(reach).map(whole).collect()
}

/// By code of a column, what the codes beside its values in another column say; `None` where that column has no codes of
/// its values. Reads every row once.
pub(super) fn beside(
    table: &Table,
    own: &Category,
    other: &str,
) -> Option<Vec<Option<(Reach, Reason)>>> {
    let codes = table.category(other)?;
    let mut beside: Vec<Option<Option<u32>>> = vec![None; own.dictionary.len()];
    for row in 0..table.len {
        if let Some(at) = own.code(row) {
            let code = codes.code(row);
            if *beside.get_mut(at as usize)?.get_or_insert(code) != code {
                return None;
            }
        }
    }
    let id = |code: Option<Option<u32>>| {
        code.flatten()
            .and_then(|code| codes.dictionary.get(code))
            .map_or("", |entry| entry.id.trim())
    };
    let ids: Vec<&str> = beside.into_iter().map(id).collect();
    let known: Vec<&&str> = ids.iter().filter(|id| !id.is_empty()).collect();
    let distinct: BTreeSet<&&str> = known.iter().copied().collect();
    // A code is one value's alone, and most have one.
    if known.len() < SEVERAL || distinct.len() < known.len() || known.len() * 2 < ids.len() {
        return None;
    }
    let said = of_codes(&ids);
    let reach = |(id, said): (&&str, Option<Reach>)| match said {
        Some(reach) => Some((reach, Reason::Code)),
        None => id.is_empty().then_some((Reach::Group, Reason::NoCode)),
    };
    Some(ids.iter().zip(said).map(reach).collect())
}

/// Whether a column's values are codes of areas rather than other names of them: short, of capital letters, digits and
/// lines.
pub(super) fn are(category: &Category) -> bool {
    let is_sign = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
    let is_code = |text: &str| (2..=9).contains(&text.len()) && text.bytes().all(is_sign);
    let mut ids = category.dictionary.iter().map(|(_, entry)| entry.id.trim());
    category.dictionary.len() >= SEVERAL && ids.all(is_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_groups_are_known_beside_those_of_countries() {
        let codes = ["CHN", "WLD", "EUU", "OWID_WRL", "OWID_KOS", "FRA", "IDA", "", "DEU"];
        let (whole, group) = (Some(Reach::Whole), Some(Reach::Group));
        assert_eq!(of_codes(&codes), [None, whole, group, whole, None, None, group, None, None]);
        assert_eq!(of_codes(&["DE", "EU27_2020", "EA19", "FR"]), [None, group, group, None]);
        assert_eq!(of_codes(&["IDA", "a person"]), [None, None], "a name is no code");
    }

    #[test]
    fn divisions_over_others_are_their_totals() {
        let codes = ["100000", "130000", "130100", "130102", "130200", "370000", "370100"];
        let (whole, group) = (Some(Reach::Whole), Some(Reach::Group));
        assert_eq!(of_codes(&codes), [whole, group, group, None, None, group, None]);
        assert_eq!(of_codes(&["110000", "120000", "130000"]), [None, None, None]);
        assert_eq!(of_codes(&["130000", "130100", "130200"]), [whole, None, None]);
    }
}
