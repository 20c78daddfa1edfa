//! A table of values, with what it is and where it comes from → JSON: rows as objects by the columns' keys.

use super::About;
use crate::base::value_table::{Value, ValueTable};

/// The table as JSON. Numbers are written as they are, to the last digit.
#[must_use]
pub fn write_json(about: &About, table: &ValueTable, sources: &ValueTable) -> Vec<u8> {
    let mut out = String::from("{\n");
    for (key, value) in
        [("title", &about.title), ("made", &about.imprint.made), ("link", &about.imprint.link)]
    {
        if !value.is_empty() {
            out += &format!("{}:{},\n", quoted(key), quoted(value));
        }
    }
    let filters: Vec<String> = about.filters.iter().map(|filter| quoted(filter)).collect();
    out += &format!("\"filters\":[{}],\n", filters.join(","));
    let names = table.columns.iter().map(|c| format!("{}:{}", quoted(&c.key), quoted(&c.name)));
    out += &format!("\"columns\":{{{}}},\n", names.collect::<Vec<_>>().join(","));
    // Rows first: readers of any JSON take the first list of objects for the table.
    out += "\"rows\":[";
    rows(&mut out, table);
    out += "],\n\"sources\":[";
    rows(&mut out, sources);
    out += "]\n}\n";
    out.into_bytes()
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
