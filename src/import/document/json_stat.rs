//! JSON-stat, of both versions: a dataset whose cells stand one after another, or by their places.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::cube::{Cube, Dimension, with_unit};
use super::{Form, unreadable};
use crate::base::problem::{Problem, ProblemKind};
use crate::import::arrangement::{About, Note};
use crate::import::cell::periods;
use crate::import::rows::Rows;

/// Reads a whole dataset; of a bundle of the first version its first.
///
/// # Errors
/// It is none, or names others and holds no cells, or there is not enough memory for it.
pub(super) fn read(text: &str, rows: &mut Rows) -> Result<(), Problem> {
    let broken = |found: &str| unreadable(rows, found, Form::JsonStat);
    let whole: Value = serde_json::from_str(text).map_err(|e| broken(&e.to_string()))?;
    let Some(dataset) = dataset(&whole) else {
        let labels = links(&whole).join(", ");
        let found = if labels.is_empty() { "JSON-stat" } else { labels.as_str() };
        let kind = ProblemKind::NoTable;
        return Err(rows.findings.problem(kind, None, None, found.as_bytes(), ""));
    };
    let about = dataset.get("dimension").and_then(Value::as_object);
    let about = about.ok_or_else(|| broken("dimension"))?;
    // The first version has these among the dimensions.
    let listed = |key: &str| dataset.get(key).or_else(|| about.get(key)).and_then(Value::as_array);
    let ids: Vec<&str> = listed("id").into_iter().flatten().filter_map(Value::as_str).collect();
    let sizes = listed("size").ok_or_else(|| broken("size"))?;
    if ids.is_empty() || sizes.len() != ids.len() {
        return Err(broken("id and size"));
    }
    let role = dataset.get("role").or_else(|| about.get("role"));
    let has_role = |role_name: &str, id: &str| {
        let named = role.and_then(|role| role.get(role_name)).and_then(Value::as_array);
        named.is_some_and(|ids| ids.iter().any(|known| known.as_str() == Some(id)))
    };
    let has_metric = ids.iter().any(|id| has_role("metric", id));
    let (mut dimensions, mut measured) = (Vec::new(), Measured::default());
    for (at, (id, size)) in ids.iter().zip(sizes).enumerate() {
        let said = about.get(*id).and_then(Value::as_object).ok_or_else(|| broken(id))?;
        let size = size.as_u64().and_then(|size| usize::try_from(size).ok());
        let places = places(said);
        if size != Some(places.len()) {
            return Err(broken("size of a dimension"));
        }
        // Where none is called so, what has units measures.
        let may_measure = !has_metric && measured.at.is_none() && has_units(said);
        if has_role("metric", id) || may_measure {
            measured = Measured::of(at, said, &places);
        }
        let labels = labels(said, &places, has_role("time", id));
        let name = said.get("label").and_then(Value::as_str).unwrap_or(id).to_owned();
        dimensions.push(Dimension { name, labels });
    }
    let status = Cells::of(dataset.get("status"));
    let mut columns = measured.columns();
    if !status.is_empty() {
        columns.push("status".to_owned());
    }
    let stretch = measured.at.map_or(1, |at| {
        dimensions[at + 1..].iter().map(|d| d.labels.len() as u64).fold(1, u64::saturating_mul)
    });
    let cube = Cube { dimensions, columns };
    let most = cube.cells().ok_or_else(|| broken("size"))?;
    rows.tell(dataset.get("label").and_then(Value::as_str), notes(dataset));
    let values = Cells::of(dataset.get("value"));
    let row = |(place, value): (u64, &Value)| {
        let mut cells = vec![text_of(value)];
        measured.add_to(&mut cells, usize::try_from(place / stretch.max(1)).unwrap_or_default());
        if !status.is_empty() {
            cells.push(status.get(place).map(text_of).unwrap_or_default());
        }
        (place, cells)
    };
    cube.write(values.iter().filter(|(place, _)| *place < most).map(row), rows)
}

/// The dimension that says what is measured, and of each of its categories the unit and the power of ten.
#[derive(Default)]
struct Measured {
    at: Option<usize>,
    units: Vec<String>,
    powers: Vec<i64>,
    /// The unit of all categories, where they have one.
    one: Option<String>,
    /// Whether figures have a column of units, and one of powers.
    has_units: bool,
    has_powers: bool,
}

impl Measured {
    fn of(at: usize, said: &Map<String, Value>, places: &[String]) -> Self {
        let units: Vec<String> = places.iter().map(|place| unit(said, place)).collect();
        let powers: Vec<i64> = places.iter().map(|place| power(said, place)).collect();
        let one = units.first().filter(|first| units.iter().all(|unit| unit == *first)).cloned();
        let has_units = one.is_none() && units.iter().any(|unit| !unit.is_empty());
        let has_powers = powers.iter().any(|power| *power != 0);
        Self { at: Some(at), units, powers, one, has_units, has_powers }
    }

    /// The columns of figures and of what is said of their units.
    fn columns(&self) -> Vec<String> {
        let mut columns = vec![with_unit("value", self.one.as_deref())];
        columns.extend(self.has_units.then(|| "unit".to_owned()));
        columns.extend(self.has_powers.then(|| "UNIT_MULT".to_owned()));
        columns
    }

    /// Adds what is said of the unit of a figure to its cells; `at` counts on through the categories.
    fn add_to(&self, cells: &mut Vec<String>, at: usize) {
        if self.has_units {
            let unit = self.units.get(at % self.units.len().max(1));
            cells.push(unit.cloned().unwrap_or_default());
        }
        if self.has_powers {
            let power = self.powers.get(at % self.powers.len().max(1));
            cells.push(power.copied().unwrap_or_default().to_string());
        }
    }
}

/// The dataset itself, or the first of a bundle.
fn dataset(whole: &Value) -> Option<&Map<String, Value>> {
    let is_one = |value: &&Value| value.get("dimension").is_some() && value.get("value").is_some();
    let bundled = || whole.as_object().and_then(|all| all.values().find(is_one));
    let linked = || {
        let items = whole.get("link")?.get("item")?.as_array()?;
        items.iter().find(is_one)
    };
    Some(whole).filter(is_one).or_else(bundled).or_else(linked)?.as_object()
}

/// What a collection leads to.
fn links(whole: &Value) -> Vec<&str> {
    let items = whole.get("link").and_then(|link| link.get("item")).and_then(Value::as_array);
    let labels = items.into_iter().flatten().filter_map(|item| item.get("label")?.as_str());
    labels.take(5).collect()
}

/// The ids of a dimension's categories, in order.
fn places(said: &Map<String, Value>) -> Vec<String> {
    let category = said.get("category");
    let index = category.and_then(|category| category.get("index"));
    let text = |value: &Value| value.as_str().map(str::to_owned);
    match index {
        Some(Value::Array(ids)) => ids.iter().filter_map(text).collect(),
        Some(Value::Object(places)) => {
            let place = |(id, place): (&String, &Value)| Some((place.as_u64()?, id.clone()));
            let ordered: BTreeMap<u64, String> = places.iter().filter_map(place).collect();
            ordered.into_values().collect()
        }
        // Of a single category there need be no order.
        _ => {
            let labels = category.and_then(|category| category.get("label"));
            let labels = labels.and_then(Value::as_object).filter(|labels| labels.len() == 1);
            labels.map(|labels| labels.keys().cloned().collect()).unwrap_or_default()
        }
    }
}

/// What the categories are called; of times the ids, where these are times and the labels may not be.
fn labels(said: &Map<String, Value>, ids: &[String], is_time: bool) -> Vec<String> {
    let are_periods = || {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        periods(&ids).0.iter().all(Option::is_some)
    };
    if is_time && are_periods() {
        return ids.to_vec();
    }
    let labels = said.get("category").and_then(|category| category.get("label"));
    let label = |id: &String| labels.and_then(|labels| labels.get(id)).and_then(Value::as_str);
    ids.iter().map(|id| label(id).unwrap_or(id).to_owned()).collect()
}

/// Whether units of a dimension's categories are said.
fn has_units(said: &Map<String, Value>) -> bool {
    said.get("category").is_some_and(|category| category.get("unit").is_some())
}

/// What is said of the unit of a category.
fn about_unit<'a>(said: &'a Map<String, Value>, id: &str) -> Option<&'a Value> {
    said.get("category")?.get("unit")?.get(id)
}

/// The unit of a category: as it is called, or what it counts, or its sign.
fn unit(said: &Map<String, Value>, id: &str) -> String {
    let unit = about_unit(said, id);
    let word = |key: &str| unit?.get(key)?.as_str().filter(|word| !word.trim().is_empty());
    ["label", "base", "symbol"].into_iter().find_map(word).unwrap_or_default().to_owned()
}

/// The power of ten that figures of a category are counted in, where what they are called does not say it.
fn power(said: &Map<String, Value>, id: &str) -> i64 {
    let unit = about_unit(said, id).filter(|unit| unit.get("label").is_none());
    unit.and_then(|unit| unit.get("multiplier")?.as_i64()).unwrap_or_default()
}

/// What a dataset says beside its cells: notes, its source and its date.
fn notes(dataset: &Map<String, Value>) -> Vec<Note> {
    let said = ["note", "source", "updated"].into_iter().filter_map(|key| dataset.get(key));
    let texts = said.flat_map(|said| match said {
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect::<Vec<_>>(),
    });
    let note = |text: &str| Note { line: 0, about: About::Table, text: text.trim().to_owned() };
    texts.filter(|text| !text.trim().is_empty()).map(note).collect()
}

/// Cells one after another, or by their places.
enum Cells<'a> {
    None,
    All(&'a [Value]),
    Some(BTreeMap<u64, &'a Value>),
}

impl<'a> Cells<'a> {
    fn of(value: Option<&'a Value>) -> Self {
        match value {
            Some(Value::Array(cells)) => Self::All(cells),
            Some(Value::Object(cells)) => {
                let cells = cells.iter();
                Self::Some(cells.filter_map(|(at, cell)| Some((at.parse().ok()?, cell))).collect())
            }
            _ => Self::None,
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::None => true,
            Self::All(cells) => cells.iter().all(Value::is_null),
            Self::Some(cells) => cells.is_empty(),
        }
    }

    fn get(&self, place: u64) -> Option<&'a Value> {
        match self {
            Self::None => None,
            Self::All(cells) => cells.get(usize::try_from(place).ok()?),
            Self::Some(cells) => cells.get(&place).copied(),
        }
    }

    fn iter(&self) -> Box<dyn Iterator<Item = (u64, &'a Value)> + '_> {
        match self {
            Self::None => Box::new(std::iter::empty()),
            Self::All(cells) => Box::new((0..).zip(cells.iter())),
            Self::Some(cells) => Box::new(cells.iter().map(|(&at, &cell)| (at, cell))),
        }
    }
}

/// A value as a cell.
fn text_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
