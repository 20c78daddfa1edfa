//! PC-Axis: keywords with values, then the cells of the table one after another.

use std::collections::HashMap;

use super::cube::{Cube, Dimension, with_unit};
use super::{Form, unreadable};
use crate::base::problem::Problem;
use crate::import::rows::Rows;

/// A keyword of the language that the file is written in, with what it is said of, and its values.
struct Said<'a> {
    key: &'a str,
    of: Vec<String>,
    values: Vec<String>,
}

/// Whether a text begins as such a file does: with a keyword in capitals, or later with those that every one has.
pub(super) fn is_px(head: &[u8]) -> bool {
    let key = head.iter().take_while(|b| b.is_ascii_uppercase() || matches!(b, b'-' | b'_'));
    let rest = head.get(key.count()..).unwrap_or_default();
    let starts = matches!(rest.first(), Some(b'=' | b'(' | b'['));
    let has = |word: &[u8]| head.windows(word.len()).any(|window| window == word);
    starts && (has(b"AXIS-VERSION") || has(b"STUB=") || has(b"HEADING=") || has(b"MATRIX="))
}

/// Reads a whole file.
///
/// # Errors
/// It lacks what a table is made of, or there is not enough memory for it.
pub(super) fn read(text: &str, rows: &mut Rows) -> Result<(), Problem> {
    let broken = |found: &str| unreadable(rows, found, Form::Px);
    let (said, data) = keywords(text).ok_or_else(|| broken("no DATA"))?;
    let values = |key: &str, of: Option<&str>| {
        let is_of = |s: &&Said<'_>| s.key == key && s.of.first().map(String::as_str) == of;
        said.iter().find(is_of).map(|s| s.values.as_slice())
    };
    let first = |key: &str, of: Option<&str>| values(key, of)?.first().map(String::as_str);
    let names = ["STUB", "HEADING"].into_iter().filter_map(|key| values(key, None)).flatten();
    let dimension = |name: &String| {
        let labels = values("VALUES", Some(name)).or_else(|| values("CODES", Some(name)));
        labels.map(|labels| Dimension { name: name.clone(), labels: labels.to_vec() })
    };
    let dimensions: Option<Vec<Dimension>> = names.map(dimension).collect();
    let dimensions = dimensions.filter(|d| !d.is_empty()).ok_or_else(|| broken("no VALUES"))?;
    let contents = first("CONTVARIABLE", None)
        .and_then(|name| dimensions.iter().position(|dimension| dimension.name == name));
    let units: Vec<String> = contents.map_or_else(Vec::new, |at| {
        let unit = |label: &String| first("UNITS", Some(label)).unwrap_or_default().to_owned();
        dimensions[at].labels.iter().map(unit).collect()
    });
    let has_units = units.iter().any(|unit| !unit.is_empty());
    let unit = first("UNITS", None).filter(|_| !has_units);
    let mut columns = vec![with_unit(first("CONTENTS", None).unwrap_or("value"), unit)];
    if has_units {
        columns.push("unit".to_owned());
    }
    let cube = Cube { dimensions, columns };
    // Rows that name their places hold the cells of the dimensions that follow, and none of the others.
    let keyed: Option<Vec<Vec<String>>> = cube
        .dimensions
        .iter()
        .map_while(|dimension| {
            let by = first("KEYS", Some(&dimension.name))?;
            let list = if by == "CODES" { "CODES" } else { "VALUES" };
            Some(values(list, Some(&dimension.name)).map(<[String]>::to_vec))
        })
        .collect();
    let keyed = keyed.ok_or_else(|| broken("KEYS"))?;
    // Cells after this one in which the contents stay the same.
    let stretch: usize = contents.map_or(1, |at| {
        cube.dimensions[at + 1..].iter().map(|d| d.labels.len()).fold(1, usize::saturating_mul)
    });
    let most = cube.cells().unwrap_or(u64::MAX);
    let cell = |(at, token): (u64, &str)| {
        let mut cells = vec![number(token).to_owned()];
        if has_units {
            let content = usize::try_from(at).unwrap_or_default() / stretch.max(1);
            cells.push(units.get(content % units.len()).cloned().unwrap_or_default());
        }
        (at, cells)
    };
    if !keyed.is_empty() {
        let sizes = cube.dimensions.iter().map(|dimension| dimension.labels.len() as u64);
        let sizes: Vec<u64> = sizes.collect();
        return cube.write(placed(data, &keyed, &sizes).map(cell), rows);
    }
    let found = tokens(data).take(usize::try_from(most).unwrap_or(usize::MAX));
    cube.write((0..).zip(found).map(cell), rows)?;
    if (tokens(data).count() as u64) < most {
        rows.cut("");
    }
    Ok(())
}

/// What a cell says; dots and dashes say in how many ways there may be no figure.
fn number(token: &str) -> &str {
    if token.chars().all(|c| matches!(c, '.' | '-')) { "" } else { token }
}

/// The cells: numbers, and signs in quotes.
fn tokens(data: &str) -> impl Iterator<Item = &str> {
    let apart = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '"');
    data.split(apart).filter(|token| !token.is_empty())
}

/// The cells of rows that begin with the names of their places, and where each stands; rows of other names are passed over.
fn placed<'t>(
    data: &'t str,
    keys: &'t [Vec<String>],
    sizes: &[u64],
) -> impl Iterator<Item = (u64, &'t str)> {
    // Where each name stands; of equals the first.
    let places = |(names, size): (&'t Vec<String>, &u64)| {
        let mut places = HashMap::new();
        for (at, name) in (0_u64..).zip(names) {
            places.entry(name.as_str()).or_insert(at);
        }
        (places, *size)
    };
    let keys: Vec<(HashMap<&str, u64>, u64)> = keys.iter().zip(sizes).map(places).collect();
    let rest = sizes.iter().skip(keys.len()).fold(1_u64, |all, size| all.saturating_mul(*size));
    let rest = rest.max(1);
    let mut words = words(data);
    let mut row = None;
    let mut left = 0;
    std::iter::from_fn(move || {
        loop {
            if left == 0 {
                row = Some(0_u64);
                for (places, size) in &keys {
                    let place = places.get(words.next()?);
                    row = row
                        .zip(place)
                        .and_then(|(at, place)| at.checked_mul(*size)?.checked_add(*place));
                }
                left = rest;
            }
            let word = words.next()?;
            let within = rest - left;
            left -= 1;
            if let Some(row) = row {
                return Some((row.saturating_mul(rest).saturating_add(within), word));
            }
        }
    })
}

/// Words of the cells, of which those in quotes may have blanks and commas.
fn words(data: &str) -> impl Iterator<Item = &str> {
    data.split('"').enumerate().flat_map(|(at, piece)| {
        let quoted = (at % 2 == 1).then_some(piece);
        let plain = if at % 2 == 1 { "" } else { piece };
        quoted.into_iter().chain(tokens(plain))
    })
}

/// The keywords before the cells, and the text of these.
fn keywords(text: &str) -> Option<(Vec<Said<'_>>, &str)> {
    let (mut said, mut rest) = (Vec::new(), text.trim_start_matches('\u{feff}'));
    loop {
        rest = rest.trim_start();
        let end = rest.find(['=', '(', '['])?;
        let key = rest[..end].trim();
        if key == "DATA" && rest[end..].starts_with('=') {
            return Some((said, &rest[end + 1..]));
        }
        let (before, after) = statement(&rest[end..])?;
        rest = after;
        // What is said in another language stands in brackets.
        let (of, values) = before.split_once('=').map_or((before, ""), |_| parted(before));
        if !of.starts_with('[') {
            said.push(Said { key, of: quoted(of), values: listed(values) });
        }
    }
}

/// A statement up to its semicolon, and what follows.
fn statement(text: &str) -> Option<(&str, &str)> {
    let mut in_quotes = false;
    let end = text.find(|c| {
        in_quotes ^= c == '"';
        c == ';' && !in_quotes
    })?;
    Some((&text[..end], &text[end + 1..]))
}

/// What a statement is of, and its values: an equals sign within quotes parts nothing.
fn parted(text: &str) -> (&str, &str) {
    let mut in_quotes = false;
    let at = text.find(|c| {
        in_quotes ^= c == '"';
        c == '=' && !in_quotes
    });
    at.map_or((text, ""), |at| (&text[..at], &text[at + 1..]))
}

/// The texts in quotes.
fn quoted(text: &str) -> Vec<String> {
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// A list of values: texts in quotes, of which those with only blanks between are one, or a bare word.
fn listed(text: &str) -> Vec<String> {
    if !text.contains('"') {
        return vec![text.trim().to_owned()];
    }
    let (mut values, mut joins): (Vec<String>, bool) = (Vec::new(), false);
    for (at, piece) in text.split('"').enumerate() {
        if at % 2 == 0 {
            joins = at > 0 && piece.trim().is_empty();
        } else if let (true, Some(last)) = (joins, values.last_mut()) {
            last.push_str(piece);
        } else {
            values.push(piece.to_owned());
        }
    }
    values
}
