//! TopoJSON: shapes made of arcs that neighbours share.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::atlas::{Geometry, is_place};
use super::feature::DEEPEST;
use super::scan::{Event, runs, scan};

#[derive(Deserialize)]
struct Written<'a> {
    #[serde(default)]
    transform: Option<Transform>,
    #[serde(borrow)]
    arcs: &'a RawValue,
    #[serde(borrow)]
    objects: std::collections::BTreeMap<Cow<'a, str>, &'a RawValue>,
}

#[derive(Clone, Copy, Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

impl Transform {
    const fn place(self, [x, y]: [f64; 2]) -> [f64; 2] {
        [x * self.scale[0] + self.translate[0], y * self.scale[1] + self.translate[1]]
    }
}

#[derive(Deserialize)]
struct Object<'a> {
    #[serde(rename = "type", borrow, default)]
    kind: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    arcs: Option<&'a RawValue>,
    #[serde(borrow, default)]
    coordinates: Option<&'a RawValue>,
    #[serde(borrow, default)]
    geometries: Option<Vec<&'a RawValue>>,
    #[serde(borrow, default)]
    properties: Option<&'a RawValue>,
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
}

/// An object of a topology: features in order.
pub struct Topology {
    /// Names of all objects and how many features each has, in the order of their names.
    pub objects: Vec<(String, usize)>,
    /// Which of them was read.
    pub chosen: usize,
    /// Properties as an object in JSON, the id before them, and the shape.
    pub features: Vec<(String, Geometry)>,
    /// Positions and arcs that are none.
    pub lost: usize,
}

/// Reads an object of a topology: that of a name, or the one with the most features.
///
/// # Errors
/// In the words of the parser, where the text is no topology.
pub fn read_topology(text: &str, wanted: Option<&str>) -> Result<Topology, String> {
    let written: Written<'_> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let mut topology = Topology { objects: Vec::new(), chosen: 0, features: Vec::new(), lost: 0 };
    let mut all: Vec<(&str, Vec<&RawValue>)> = Vec::new();
    for (name, object) in &written.objects {
        let mut parts = Vec::new();
        flatten(object, &mut parts, 0);
        topology.objects.push((name.to_string(), parts.len()));
        all.push((name, parts));
    }
    let by_name = wanted.and_then(|wanted| all.iter().position(|(name, _)| *name == wanted));
    // Of equals the first by name.
    let largest = || (0..all.len()).rev().max_by_key(|&at| all[at].1.len());
    let Some(chosen) = by_name.or_else(largest) else { return Ok(topology) };
    topology.chosen = chosen;
    let arcs = arcs(written.arcs.get(), written.transform, &mut topology.lost);
    for part in &all[chosen].1 {
        let Ok(object) = serde_json::from_str::<Object<'_>>(part.get()) else {
            topology.lost += 1;
            continue;
        };
        let mut shape = Geometry::default();
        draw(&object, &arcs, written.transform, (&mut shape, &mut topology.lost), 0);
        topology.features.push((properties(&object), shape));
    }
    Ok(topology)
}

/// What is said of an object, with its id.
fn properties(object: &Object<'_>) -> String {
    let said = object.properties.map(RawValue::get).filter(|raw| raw.starts_with('{'));
    let said = said.unwrap_or("{}");
    let Some(id) = object.id.map(RawValue::get).filter(|_| !said.contains("\"id\"")) else {
        return said.to_owned();
    };
    let rest = said.strip_prefix('{').unwrap_or_default().trim_start();
    let between = if rest.starts_with('}') { "" } else { "," };
    format!("{{\"id\":{id}{between}{rest}")
}

/// The geometries of a collection without properties of its own, and of those within it.
fn flatten<'a>(object: &'a RawValue, parts: &mut Vec<&'a RawValue>, depth: usize) {
    let Ok(read) = serde_json::from_str::<Object<'a>>(object.get()) else { return };
    match read.geometries {
        Some(inner) if read.properties.is_none() && depth < DEEPEST => {
            inner.into_iter().for_each(|part| flatten(part, parts, depth + 1));
        }
        _ => parts.push(object),
    }
}

/// Arcs with their positions: quantised ones are differences from the position before.
fn arcs(text: &str, transform: Option<Transform>, lost: &mut usize) -> Vec<Vec<[f64; 2]>> {
    let (mut arcs, mut arc): (Vec<Vec<[f64; 2]>>, Vec<[f64; 2]>) = (Vec::new(), Vec::new());
    let (mut position, mut count, mut sum) = ([0.0; 2], 0, [0.0; 2]);
    let read = scan(text, |event| match event {
        Event::Opens(1) => (arc, sum) = (Vec::new(), [0.0; 2]),
        Event::Opens(2) => (position, count) = ([0.0; 2], 0),
        Event::Number(number) => {
            if let Some(place) = position.get_mut(count) {
                *place = number;
            }
            count += 1;
        }
        Event::Closes(2) => {
            let place = transform.map_or(position, |transform| {
                sum = [sum[0] + position[0], sum[1] + position[1]];
                transform.place(sum)
            });
            if count > 1 && is_place(place) {
                arc.push(place);
            } else {
                *lost += 1;
            }
        }
        Event::Closes(1) => arcs.push(std::mem::take(&mut arc)),
        _ => {}
    });
    if read.is_none() {
        *lost += 1;
    }
    arcs
}

/// Adds what an object looks like to a shape, so many others around it.
fn draw(
    object: &Object<'_>,
    arcs: &[Vec<[f64; 2]>],
    transform: Option<Transform>,
    (shape, lost): (&mut Geometry, &mut usize),
    depth: usize,
) {
    for part in object.geometries.iter().flatten().filter(|_| depth < DEEPEST) {
        match serde_json::from_str::<Object<'_>>(part.get()) {
            Ok(inner) => draw(&inner, arcs, transform, (&mut *shape, &mut *lost), depth + 1),
            Err(_) => *lost += 1,
        }
    }
    if let Some(coordinates) = object.coordinates {
        let place = |point: [f64; 2]| transform.map_or(point, |transform| transform.place(point));
        let own = runs(coordinates.get(), |run, _| shape.dots.extend(run.into_iter().map(place)));
        *lost += own.unwrap_or(1);
    }
    let Some(text) = object.arcs else { return };
    let is_polygon = matches!(object.kind.as_deref(), Some("Polygon" | "MultiPolygon"));
    let (mut run, mut has_arcs, mut is_first) = (Vec::<[f64; 2]>::new(), false, true);
    let read = scan(text.get(), |event| match event {
        Event::Opens(_) => {}
        Event::Number(number) => {
            has_arcs = true;
            if !join(&mut run, arcs, number) {
                *lost += 1;
            }
        }
        Event::Closes(_) if has_arcs => {
            has_arcs = false;
            let run = std::mem::take(&mut run);
            if is_polygon {
                shape.close(run, is_first);
            } else {
                shape.line(run);
            }
            is_first = false;
        }
        Event::Closes(_) => is_first = true,
    });
    if read.is_none() {
        *lost += 1;
    }
}

/// Adds an arc to a run, the other way round where its number is negative; whether there is such an arc.
fn join(run: &mut Vec<[f64; 2]>, arcs: &[Vec<[f64; 2]>], number: f64) -> bool {
    // Arcs are counted by whole numbers far below what a float holds exactly.
    #[allow(clippy::cast_possible_truncation)]
    let number = if number.is_finite() { number as i64 } else { i64::MIN };
    let is_back = number < 0;
    let at = usize::try_from(if is_back { !number } else { number });
    let Some(arc) = at.ok().and_then(|at| arcs.get(at)) else { return false };
    // Where arcs meet, the position is said by both.
    let skip = usize::from(!run.is_empty());
    if is_back {
        run.extend(arc.iter().rev().skip(skip));
    } else {
        run.extend(arc.iter().skip(skip));
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two squares that share a side, and a hole in the second; quantised.
    const SQUARES: &str = r#"{"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[10,20]},
        "arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,0],[4,0],[0,2],[-4,0]],[[4,1],[1,0],[0,0.5],[-1,-0.5]]],
        "objects":{"land":{"type":"Polygon","arcs":[[1,0]]},"areas":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","id":7,"properties":{"name":"Ald"},"arcs":[[0,1]]},
        {"type":"MultiPolygon","properties":{"name":"Brack"},"arcs":[[[2,-1],[3]]]},
        {"type":"Point","properties":{"name":"Cay"},"coordinates":[1,1]},
        {"type":null,"properties":{"name":"Dun"}}]}}}"#;

    #[test]
    fn arcs_are_joined_and_quantised_positions_added_up() {
        let topology = read_topology(SQUARES, None).unwrap();
        assert_eq!(topology.objects, [("areas".to_owned(), 4), ("land".to_owned(), 1)]);
        assert_eq!((topology.chosen, topology.lost), (0, 0));
        let rings = |at: usize| -> Vec<(Vec<[f64; 2]>, bool)> {
            let rings = topology.features[at].1.rings.iter();
            rings.map(|ring| (ring.points.clone(), ring.is_first)).collect()
        };
        let first = vec![[11.0, 20.0], [11.0, 21.0], [10.0, 21.0], [10.0, 20.0]];
        assert_eq!(rings(0), [(first, true)]);
        let second = vec![[11.0, 20.0], [13.0, 20.0], [13.0, 21.0], [11.0, 21.0]];
        assert_eq!(rings(1)[0], (second, true));
        assert!(!rings(1)[1].1, "a hole");
        assert_eq!(topology.features[2].1.dots, [[10.5, 20.5]]);
        assert!(topology.features[3].1.is_empty());
        assert_eq!(topology.features[0].0, r#"{"id":7,"name":"Ald"}"#);
        assert_eq!(read_topology(SQUARES, Some("land")).unwrap().features.len(), 1);
    }

    #[test]
    fn arcs_that_are_not_there_are_counted_and_never_a_panic() {
        for (arcs, lost) in [
            ("[[9]]", 1),
            ("[[-99999999999999999999]]", 1),
            ("[[null]]", 1),
            ("{}", 1),
            ("[[[[[0]]]]]", 0),
        ] {
            let text = format!(
                r#"{{"type":"Topology","arcs":[[[0,0],[1,0],[1,1]]],"objects":{{"a":{{"type":"Polygon","arcs":{arcs}}}}}}}"#
            );
            assert_eq!(read_topology(&text, None).unwrap().lost, lost, "{arcs}");
        }
        for text in ["", "{}", "[]", r#"{"arcs":[],"objects":[]}"#] {
            assert!(read_topology(text, None).is_err(), "{text}");
        }
        let empty = read_topology(r#"{"arcs":[],"objects":{}}"#, None).unwrap();
        assert!(empty.features.is_empty());
    }
}
