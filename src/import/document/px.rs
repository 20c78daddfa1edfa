//! PC-Axis: keywords with values, then the cells of the table one after another.

use std::collections::HashMap;

use super::cube::{Cube, Dimension, with_unit};
use super::{Form, unreadable};
use crate::base::lang::Lang;
use crate::base::problem::Problem;
use crate::import::arrangement::{About, Note};
use crate::import::rows::Rows;

/// A keyword with the language that it is said in, where the file names one, what it is said of, and its values.
struct Said<'a> {
    key: &'a str,
    lang: Option<&'a str>,
    of: Vec<String>,
    values: Vec<String>,
}

/// All that is said before the cells, and the language that is read where the file has it.
struct File<'a> {
    said: Vec<Said<'a>>,
    lang: Option<&'a str>,
}

impl<'a> File<'a> {
    /// In the language of the page, where the file has that beside its first one.
    fn new(said: Vec<Said<'a>>, page: Lang) -> Self {
        let mut langs = said.iter().filter_map(|said| said.lang);
        let lang = langs.find(|lang| lang.to_lowercase().starts_with(page.id()));
        Self { said, lang }
    }

    /// What a keyword says in one language of something; the first language has no name.
    fn values(&self, key: &str, lang: Option<&str>, of: &[&str]) -> Option<&[String]> {
        let is_of = |said: &&Said<'_>| said.key == key && said.lang == lang && said.of == *of;
        self.said.iter().find(is_of).map(|said| said.values.as_slice())
    }

    fn first(&self, key: &str, lang: Option<&str>, of: &[&str]) -> Option<&str> {
        self.values(key, lang, of)?.first().map(String::as_str).filter(|text| !text.is_empty())
    }

    /// What a keyword says of the table as a whole, in the language that is read or else in the first.
    fn of_table(&self, key: &str) -> Option<&str> {
        self.first(key, self.lang, &[]).or_else(|| self.first(key, None, &[]))
    }

    /// What is said beside the table: notes of it, of its dimensions and of their values, its source and its date.
    fn notes(&self) -> Vec<Note> {
        const OF_TABLE: [&str; 9] = [
            "NOTE",
            "NOTEX",
            "DATANOTE",
            "DATANOTESUM",
            "INFO",
            "SOURCE",
            "LAST-UPDATED",
            "CONTACT",
            "CREATION-DATE",
        ];
        const OF_VALUES: [&str; 4] = ["VALUENOTE", "VALUENOTEX", "NOTE", "NOTEX"];
        // Notes of cells name the values that these have in common; a star stands for all of a dimension.
        const OF_CELLS: [&str; 3] = ["CELLNOTE", "CELLNOTEX", "DATANOTECELL"];
        // A keyword that is said in the language that is read is not told in the first one too.
        let has_own = |key: &str| self.said.iter().any(|s| s.key == key && s.lang == self.lang);
        let is_read = |said: &&Said<'_>| {
            said.lang == self.lang || (said.lang.is_none() && !has_own(said.key))
        };
        let note = |said: &Said<'_>| {
            let text = said.values.join(" ").replace('#', " ");
            let about = match said.of.as_slice() {
                [] if OF_TABLE.contains(&said.key) => About::Table,
                [_, ..] if OF_CELLS.contains(&said.key) => About::Table,
                [dimension, ..] if OF_VALUES.contains(&said.key) => {
                    About::Column(dimension.clone())
                }
                _ => return None,
            };
            let of_cells = || said.of.iter().map(String::as_str).filter(|value| *value != "*");
            let of = match said.of.get(1) {
                _ if OF_CELLS.contains(&said.key) => of_cells().collect::<Vec<_>>().join(", "),
                Some(value) => value.clone(),
                None => String::new(),
            };
            let text = match of.as_str() {
                "" => text.trim().to_owned(),
                of => format!("{of}: {}", text.trim()),
            };
            (!text.is_empty()).then_some(Note { line: 0, about, text })
        };
        self.said.iter().filter(is_read).filter_map(note).collect()
    }
}

/// A dimension as the file names it first, and as it is read.
struct Named {
    first: String,
    own: String,
    /// Its values in the first language, and as they are read.
    values: Vec<String>,
    labels: Vec<String>,
}

/// The dimensions, the last of which changes from one cell to the next; `None` where one has no values.
fn dimensions(file: &File<'_>) -> Option<Vec<Named>> {
    let named = |lang: Option<&str>| -> Vec<&String> {
        let of = |key: &str| file.values(key, lang, &[]).unwrap_or_default();
        of("STUB").iter().chain(of("HEADING")).collect()
    };
    let (first, own) = (named(None), named(file.lang));
    let own = if own.len() == first.len() { own } else { first.clone() };
    let dimension = |(first, own): (&String, &String)| {
        let list = |key: &str, lang: Option<&str>, of: &str| {
            file.values(key, lang, &[of]).map(<[String]>::to_vec)
        };
        let values =
            list("VALUES", None, first).or_else(|| list("CODES", None, first)).or_else(|| {
                // Some name them in other languages alone.
                list("VALUES", file.lang, own)
            })?;
        let labels = list("VALUES", file.lang, own).filter(|own| own.len() == values.len());
        let labels = labels.unwrap_or_else(|| values.clone());
        Some(Named { first: first.clone(), own: own.clone(), values, labels })
    };
    first.into_iter().zip(own).map(dimension).collect()
}

/// The dimension whose values say what is measured, and the unit of each: told by name, or by the units that are said of values.
fn contents(file: &File<'_>, dimensions: &[Named]) -> (Option<usize>, Vec<String>) {
    let unit_of = |dimension: &Named, at: usize| {
        let say = |lang: Option<&str>, name: &str, value: &str| {
            file.first("UNITS", lang, &[value])
                .or_else(|| file.first("UNITS", lang, &[name, value]))
                .map(str::to_owned)
        };
        let (own, first) = (dimension.labels.get(at), dimension.values.get(at));
        own.and_then(|value| say(file.lang, &dimension.own, value))
            .or_else(|| first.and_then(|value| say(None, &dimension.first, value)))
            .unwrap_or_default()
    };
    let units = |at: usize| -> Vec<String> {
        let dimension = &dimensions[at];
        (0..dimension.labels.len()).map(|value| unit_of(dimension, value)).collect()
    };
    let has_units = |at: &usize| units(*at).iter().any(|unit| !unit.is_empty());
    let named = file.first("CONTVARIABLE", None, &[]);
    let by_name = named.and_then(|name| dimensions.iter().position(|own| own.first == name));
    let at = by_name.or_else(|| (0..dimensions.len()).find(has_units));
    let units = at.map(units).filter(|units| units.iter().any(|unit| !unit.is_empty()));
    (at, units.unwrap_or_default())
}

/// Whether a text begins as such a file does: with a keyword in capitals, or later with those that every one has.
pub(super) fn is_px(head: &[u8]) -> bool {
    let key = head.iter().take_while(|b| b.is_ascii_uppercase() || matches!(b, b'-' | b'_'));
    let rest = head.get(key.count()..).unwrap_or_default();
    let starts = matches!(rest.first(), Some(b'=' | b'(' | b'['));
    let has = |word: &[u8]| head.windows(word.len()).any(|window| window == word);
    starts && (has(b"AXIS-VERSION") || has(b"STUB=") || has(b"HEADING=") || has(b"MATRIX="))
}

/// Reads a whole file, in the page's language where it has that, and else in its first one.
///
/// # Errors
/// It lacks what a table is made of, or there is not enough memory for it.
pub(super) fn read(text: &str, page: Lang, rows: &mut Rows) -> Result<(), Problem> {
    let broken = |found: &str| unreadable(rows, found, Form::Px);
    let (said, data) = keywords(text).ok_or_else(|| broken("no DATA"))?;
    let file = File::new(said, page);
    let named = dimensions(&file).filter(|d| !d.is_empty()).ok_or_else(|| broken("no VALUES"))?;
    let (contents, units) = contents(&file, &named);
    let keyed = keyed(&file, &named).ok_or_else(|| broken("KEYS"))?;
    rows.tell(file.of_table("TITLE").or_else(|| file.of_table("DESCRIPTION")), file.notes());
    let dimensions: Vec<Dimension> =
        named.into_iter().map(|own| Dimension { name: own.own, labels: own.labels }).collect();
    let has_units = !units.is_empty();
    let unit = file.of_table("UNITS").filter(|_| !has_units);
    let mut columns = vec![with_unit(file.of_table("CONTENTS").unwrap_or("value"), unit)];
    if has_units {
        columns.push("unit".to_owned());
    }
    let cube = Cube { dimensions, columns };
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

/// The names by which rows of cells say their places, of the first dimensions; `None` where a list that they are of is not
/// there. Rows that name their places hold the cells of the dimensions that follow, and none of the others.
fn keyed(file: &File<'_>, dimensions: &[Named]) -> Option<Vec<Vec<String>>> {
    let keys = dimensions.iter().map_while(|dimension| {
        let by = file.first("KEYS", None, &[&dimension.first])?;
        Some(if by == "CODES" {
            file.values("CODES", None, &[&dimension.first]).map(<[String]>::to_vec)
        } else {
            Some(dimension.values.clone())
        })
    });
    keys.collect()
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
        let (lang, of) = match of.strip_prefix('[').and_then(|of| of.split_once(']')) {
            Some((lang, of)) => (Some(lang.trim()), of),
            None => (None, of),
        };
        said.push(Said { key, lang, of: quoted(of), values: listed(values) });
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
