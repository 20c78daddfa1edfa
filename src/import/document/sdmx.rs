//! SDMX-JSON data messages, versions 1 and 2: series of observations, or observations by themselves.

use serde_json::{Map, Value};

use super::{Form, RowWriter, unreadable};
use crate::base::problem::Problem;
use crate::import::rows::Rows;

/// Attributes that say what a figure is; others are notes for the office itself.
const ATTRIBUTES: [&str; 4] = ["UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS", "CONF_STATUS"];

/// What stands for the figure itself.
const VALUE: &str = "OBS_VALUE";

/// Components of a structure: what each is called, and its values.
struct Component {
    id: String,
    values: Vec<(String, String)>,
}

/// Reads a whole message.
///
/// # Errors
/// It is none, or there is not enough memory for it.
pub(super) fn read(text: &str, rows: &mut Rows) -> Result<(), Problem> {
    let broken = |found: &str| unreadable(rows, found, Form::SdmxJson);
    let whole: Value = serde_json::from_str(text).map_err(|e| broken(&e.to_string()))?;
    let data = whole.get("data").filter(|data| data.get("dataSets").is_some()).unwrap_or(&whole);
    let structure = data.get("structure").or_else(|| data.get("structures")?.get(0));
    let structure = structure.ok_or_else(|| broken("structure"))?;
    let set =
        data.get("dataSets").and_then(|sets| sets.get(0)).ok_or_else(|| broken("dataSets"))?;
    let components = |kind: &str, level: &str| -> Vec<Component> {
        let listed = structure.get(kind).and_then(|all| all.get(level)).and_then(Value::as_array);
        listed.into_iter().flatten().map(component).collect()
    };
    let levels = ["dataSet", "series", "observation"];
    let [shared, series, observed] = levels.map(|level| components("dimensions", level));
    let [of_set, of_series, of_observation] = levels.map(|level| components("attributes", level));
    if series.is_empty() && observed.is_empty() {
        return Err(broken("dimensions"));
    }
    let named = |all: &[Component]| -> Vec<usize> {
        let is_told = |c: &Component| ATTRIBUTES.contains(&c.id.as_str());
        all.iter().enumerate().filter(|(_, c)| is_told(c)).map(|(at, _)| at).collect()
    };
    let told = [named(&of_set), named(&of_series), named(&of_observation)];
    let ids = |all: &[Component]| all.iter().map(|c| c.id.clone()).collect::<Vec<_>>();
    let mut names: Vec<String> =
        [&shared, &series, &observed].into_iter().flat_map(|d| ids(d)).collect();
    names.push(VALUE.to_owned());
    for (all, told) in [&of_set, &of_series, &of_observation].into_iter().zip(&told) {
        names.extend(told.iter().map(|&at| all[at].id.clone()));
    }
    let places: Vec<usize> = names.iter().map(|name| rows.column(name)).collect();
    let mut writer = RowWriter::default();
    let mut row = vec![String::new(); places.iter().max().map_or(0, |most| most + 1)];
    let mut written = 0_usize;
    let of_set_cells = cells_of(&of_set, &told[0], set.get("attributes"));
    let mut write =
        |key: &str, about: &[String], observations: &Map<String, Value>, rows: &mut Rows| {
            for (place, found) in observations {
                let mut cells: Vec<String> = shared.iter().map(first_label).collect();
                cells.extend(labels(&series, key));
                cells.extend(labels(&observed, place));
                let found = found.as_array().map(Vec::as_slice).unwrap_or_default();
                cells.push(found.first().map(text_of).unwrap_or_default());
                cells.extend(of_set_cells.iter().cloned());
                cells.extend(about.iter().cloned());
                let after = found.get(1..).unwrap_or_default();
                cells
                    .extend(told[2].iter().map(|&at| value_id(&of_observation[at], after.get(at))));
                row.iter_mut().for_each(String::clear);
                for (&at, cell) in places.iter().zip(cells) {
                    row[at] = cell;
                }
                writer.row(&row, rows);
                written += 1;
                if written.is_multiple_of(4096) {
                    rows.check()?;
                }
            }
            Ok::<(), Problem>(())
        };
    if let Some(all) = set.get("series").and_then(Value::as_object) {
        for (key, one) in all {
            let Some(observations) = one.get("observations").and_then(Value::as_object) else {
                continue;
            };
            let about = cells_of(&of_series, &told[1], one.get("attributes"));
            write(key, &about, observations, rows)?;
        }
    }
    if let Some(observations) = set.get("observations").and_then(Value::as_object) {
        let none = vec![String::new(); told[1].len()];
        write("", &none, observations, rows)?;
    }
    rows.check()
}

fn component(value: &Value) -> Component {
    let id = value.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let values = value.get("values").and_then(Value::as_array);
    let one = |value: &Value| {
        let id = value.get("id").or_else(|| value.get("value"));
        let id = id.and_then(Value::as_str).unwrap_or_default().to_owned();
        let name = name(value).unwrap_or_else(|| id.clone());
        (id, name)
    };
    Component { id, values: values.into_iter().flatten().map(one).collect() }
}

/// A name, plain or by language: the first there is.
fn name(value: &Value) -> Option<String> {
    let of = |name: &Value| match name {
        Value::String(name) => Some(name.clone()),
        Value::Object(names) => names.values().find_map(Value::as_str).map(str::to_owned),
        _ => None,
    };
    of(value.get("name")?)
}

/// What a place among the values is called. Times are told by their ids, which programs read.
fn label(component: &Component, at: usize) -> String {
    let Some((id, name)) = component.values.get(at) else { return String::new() };
    if component.id == "TIME_PERIOD" { id.clone() } else { name.clone() }
}

fn first_label(component: &Component) -> String {
    label(component, 0)
}

/// What a key such as `0:2:1` stands for.
fn labels<'a>(components: &'a [Component], key: &'a str) -> impl Iterator<Item = String> + 'a {
    let mut places = key.split(':');
    components.iter().map(move |component| {
        let at = places.next().and_then(|place| place.parse().ok());
        at.map_or_else(String::new, |at| label(component, at))
    })
}

/// The id of an attribute's value, which is given by its place or itself.
fn value_id(component: &Component, given: Option<&Value>) -> String {
    match given {
        Some(Value::Number(at)) => {
            let at = at.as_u64().and_then(|at| usize::try_from(at).ok());
            at.and_then(|at| component.values.get(at)).map(|(id, _)| id.clone()).unwrap_or_default()
        }
        Some(Value::String(value)) => value.clone(),
        _ => String::new(),
    }
}

fn cells_of(all: &[Component], told: &[usize], given: Option<&Value>) -> Vec<String> {
    told.iter().map(|&at| value_id(&all[at], given.and_then(|given| given.get(at)))).collect()
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
