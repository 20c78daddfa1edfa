//! What a Frictionless Data Package says of itself: `datapackage.json`.

use serde_json::{Map, Value as Json, json};

use super::About;
use crate::base::value_table::{Value, ValueTable};

/// The name of the file.
pub(super) const FILE: &str = "datapackage.json";

/// A table of a package by what its descriptor needs to know: its name and the columns it is written with.
pub(super) struct Written<'a> {
    pub(super) name: &'a str,
    pub(super) columns: Vec<&'a str>,
}

/// The descriptor that a dataset came with, for a part of it: told apart by its title, and speaking only of what is
/// written. Where there is none, the least there can be.
pub(super) fn of_part(text: &str, tables: &[Written], sources: &[&str], about: &About) -> Json {
    let mut package = match serde_json::from_str(text) {
        Ok(Json::Object(package)) => package,
        _ => Map::new(),
    };
    let known = match package.remove("resources") {
        Some(Json::Array(resources)) => resources,
        _ => Vec::new(),
    };
    let resource = |table: &Written| {
        let found = known.iter().find(|r| r["name"] == table.name);
        let mut resource = found.cloned().unwrap_or_else(|| resource(table.name, &[]));
        resource["path"] = format!("{}.csv", table.name).into();
        let schema = &mut resource["schema"];
        let fields = match schema["fields"].take() {
            Json::Array(fields) => fields,
            _ => Vec::new(),
        };
        let field = |&column: &&str| {
            let found = fields.iter().find(|f| f["name"] == column).cloned();
            found.unwrap_or_else(|| json!({ "name": column, "type": "string" }))
        };
        schema["fields"] = table.columns.iter().map(field).collect();
        // A reference to a table that is not written would lead nowhere; an empty name is the table's own.
        if let Some(Json::Array(keys)) = schema.get_mut("foreignKeys") {
            keys.retain(|key| {
                let to = key["reference"]["resource"].as_str().unwrap_or_default();
                to.is_empty() || tables.iter().any(|table| table.name == to)
            });
        }
        // Sizes and sums of the files it was read from.
        for stale in ["bytes", "hash", "rows"] {
            if let Some(resource) = resource.as_object_mut() {
                resource.remove(stale);
            }
        }
        resource
    };
    let resources: Json = tables.iter().map(resource).collect();
    if let Some(Json::Array(listed)) = package.get_mut("sources") {
        listed.retain(|source| sources.iter().any(|title| source["title"] == *title));
    }
    tell(&mut package, about);
    package.insert("resources".into(), resources);
    Json::Object(package)
}

/// The licence that a descriptor names, by its name; empty where it names none.
#[must_use]
pub fn licence(text: &str) -> String {
    let package: Json = serde_json::from_str(text).unwrap_or_default();
    let name = package["licenses"][0]["title"].as_str().or(package["licenses"][0]["name"].as_str());
    name.unwrap_or_default().to_owned()
}

/// The descriptor of rows of any table.
pub(super) fn of_rows(table: &ValueTable, path: &str, about: &About) -> Json {
    let mut package = Map::new();
    tell(&mut package, about);
    let field = |(at, column): (usize, &crate::base::value_table::ValueColumn)| {
        let kind = match table.sort(at) {
            Some(Value::Number(_)) => "number",
            Some(Value::Day(_)) => "date",
            Some(Value::Year(_)) => "year",
            _ => "string",
        };
        json!({ "name": column.key, "title": column.name, "type": kind })
    };
    let fields: Vec<Json> = table.columns.iter().enumerate().map(field).collect();
    let mut resource = resource("rows", &fields);
    resource["path"] = path.into();
    package.insert("resources".into(), json!([resource]));
    Json::Object(package)
}

fn tell(package: &mut Map<String, Json>, about: &About) {
    let mut set = |key: &str, value: Json| {
        package.entry(key).or_insert(value);
    };
    set("profile", "tabular-data-package".into());
    set("name", "minsheng".into());
    package.insert("title".into(), about.title.as_str().into());
    let lines = [&about.sentence, &about.filters.join("; "), &about.order, &about.imprint.link];
    let lines: Vec<&str> =
        lines.into_iter().map(String::as_str).filter(|l| !l.is_empty()).collect();
    package.insert("description".into(), lines.join("\n").into());
    if !about.imprint.made.is_empty() {
        package.insert("created".into(), format!("{}T00:00:00Z", about.imprint.made).into());
    }
}

fn resource(name: &str, fields: &[Json]) -> Json {
    json!({
        "name": name,
        "path": format!("{name}.csv"),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": { "fields": fields },
    })
}
