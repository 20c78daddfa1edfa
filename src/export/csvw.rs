//! A package's descriptor → CSV on the Web metadata (W3C, Metadata Vocabulary for Tabular Data), which says the same of
//! the same files.

use serde_json::{Map, Value as Json, json};

/// The metadata of all tables that a descriptor names, for a file beside them.
#[must_use]
pub fn csvw(descriptor: &Json, lang: &str) -> Json {
    let resources = descriptor["resources"].as_array().map_or(&[][..], Vec::as_slice);
    let path_of = |name: &Json, own: &Json| {
        let found = resources.iter().find(|resource| resource["name"] == *name);
        found.map_or_else(|| own["path"].clone(), |resource| resource["path"].clone())
    };
    let tables: Vec<Json> = resources.iter().map(|resource| table(resource, &path_of)).collect();
    let mut group = Map::new();
    group.insert("@context".into(), json!(["http://www.w3.org/ns/csvw", { "@language": lang }]));
    for (key, name) in
        [("title", "dc:title"), ("description", "dc:description"), ("created", "dc:created")]
    {
        if let Some(value) = descriptor.get(key) {
            group.insert(name.into(), value.clone());
        }
    }
    if let Some(licence) = descriptor["licenses"][0].get("path") {
        group.insert("dc:license".into(), json!({ "@id": licence }));
    }
    group.insert("tables".into(), tables.into());
    Json::Object(group)
}

fn table(resource: &Json, path_of: &impl Fn(&Json, &Json) -> Json) -> Json {
    let schema = &resource["schema"];
    let columns: Vec<Json> =
        schema["fields"].as_array().map(|f| f.iter().map(column).collect()).unwrap_or_default();
    let mut written = json!({ "columns": columns });
    if let Some(key) = schema.get("primaryKey") {
        written["primaryKey"] = key.clone();
    }
    if let Some(keys) = schema["foreignKeys"].as_array() {
        let key = |key: &Json| {
            json!({
                "columnReference": key["fields"],
                "reference": {
                    "resource": path_of(&key["reference"]["resource"], resource),
                    "columnReference": key["reference"]["fields"],
                },
            })
        };
        written["foreignKeys"] = keys.iter().map(key).collect();
    }
    let mut table = json!({ "url": resource["path"], "tableSchema": written });
    if let Some(title) = resource.get("title") {
        table["dc:title"] = title.clone();
    }
    table
}

fn column(field: &Json) -> Json {
    let kind = match field["type"].as_str().unwrap_or_default() {
        "number" => "decimal",
        "year" => "gYear",
        kind @ ("integer" | "boolean" | "date") => kind,
        _ => "string",
    };
    let mut column = json!({ "name": field["name"] });
    column["titles"] = field.get("title").unwrap_or(&field["name"]).clone();
    let rules = &field["constraints"];
    column["datatype"] = match &rules["pattern"] {
        Json::String(pattern) if kind == "string" => json!({ "base": kind, "format": pattern }),
        _ => kind.into(),
    };
    if rules["required"] == true {
        column["required"] = true.into();
    }
    if let Some(description) = field.get("description") {
        column["dc:description"] = description.clone();
    }
    column
}
