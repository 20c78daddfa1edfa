//! A table of values, with what it is and where it comes from → JSON: rows as objects by the columns' keys. It says the
//! same whatever the reader's language; words for people stand in it in every language.

use super::About;
use crate::base::value_table::{Value, ValueTable};

/// The table as JSON, told in each language: what it is, and the names of its columns. Numbers are written as they are,
/// to the last digit.
#[must_use]
pub fn write_json(
    told: &[(About, ValueTable)],
    table: &ValueTable,
    sources: &ValueTable,
) -> Vec<u8> {
    let mut out = String::from("{\n");
    let titles = told.iter().map(|(about, _)| (about, quoted(&about.title)));
    out += &format!("\"title\":{{{}}},\n", by_language(titles));
    let imprint = told.first().map(|(about, _)| about.imprint.clone()).unwrap_or_default();
    for (key, value) in [("made", &imprint.made), ("link", &imprint.link)] {
        if !value.is_empty() {
            out += &format!("{}:{},\n", quoted(key), quoted(value));
        }
    }
    let list = |about: &About| {
        let filters: Vec<String> = about.filters.iter().map(|filter| quoted(filter)).collect();
        format!("[{}]", filters.join(","))
    };
    let filters = told.iter().map(|(about, _)| (about, list(about)));
    out += &format!("\"filters\":{{{}}},\n", by_language(filters));
    let names = (0..table.columns.len()).map(|at| {
        let name = |named: &ValueTable| named.columns.get(at).map(|c| c.name.clone());
        let names =
            told.iter().map(|(about, named)| (about, quoted(&name(named).unwrap_or_default())));
        format!("{}:{{{}}}", quoted(&table.columns[at].key), by_language(names))
    });
    out += &format!("\"columns\":{{{}}},\n", names.collect::<Vec<_>>().join(","));
    // Rows first: readers of any JSON take the first list of objects for the table.
    out += "\"rows\":[";
    rows(&mut out, table);
    out += "],\n\"sources\":[";
    rows(&mut out, sources);
    out += "]\n}\n";
    out.into_bytes()
}

/// Members of an object, one a language.
fn by_language<'a>(told: impl Iterator<Item = (&'a About, String)>) -> String {
    let member = |(about, json): (&About, String)| format!("{}:{json}", quoted(about.lang.id()));
    told.map(member).collect::<Vec<_>>().join(",")
}

fn rows(out: &mut String, table: &ValueTable) {
    let keys: Vec<String> = table.columns.iter().map(|column| quoted(&column.key)).collect();
    for (at, row) in table.rows.iter().enumerate() {
        *out += if at == 0 { "\n{" } else { ",\n{" };
        for (at, (key, value)) in keys.iter().zip(row).enumerate() {
            if at > 0 {
                out.push(',');
            }
            *out += key;
            out.push(':');
            match value {
                Value::Blank => *out += "null",
                Value::Text(text) => *out += &quoted(text),
                Value::Day(_) => *out += &quoted(&value.to_string()),
                Value::Year(year) => *out += &year.to_string(),
                Value::Number(number) => *out += &number.normalize().to_string(),
            }
        }
        out.push('}');
    }
}

fn quoted(text: &str) -> String {
    // A text always has a JSON form.
    serde_json::to_string(text).unwrap_or_default()
}
