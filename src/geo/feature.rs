//! Features of GeoJSON, from their JSON as it stands.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::atlas::{Geometry, Shapes};
use super::scan::runs;

/// How deep collections of geometries may be nested.
pub(super) const DEEPEST: usize = 8;

#[derive(Deserialize)]
struct Written<'a> {
    #[serde(rename = "type", borrow, default)]
    kind: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    coordinates: Option<&'a RawValue>,
    #[serde(borrow, default)]
    geometries: Option<Vec<&'a RawValue>>,
}

impl Shapes {
    /// Takes a feature: what is said of it, and its `geometry` in JSON. What cannot be drawn is an area without a shape.
    pub fn add_feature(&mut self, said: Vec<(String, String)>, geometry: &str) {
        let (mut shape, mut lost) = (Geometry::default(), 0);
        read(geometry, &mut shape, &mut lost, 0);
        self.add(said, shape, lost);
    }

    /// Keeps what a property says, where it is a text or a number.
    pub fn keep(said: &mut Vec<(String, String)>, name: &str, raw: &str) {
        said.extend(plain(raw).map(|value| (name.to_owned(), value.trim().to_owned())));
    }
}

fn read(text: &str, shape: &mut Geometry, lost: &mut usize, depth: usize) {
    let Ok(written) = serde_json::from_str::<Option<Written<'_>>>(text) else {
        *lost += 1;
        return;
    };
    let Some(written) = written else { return };
    if depth < DEEPEST {
        for part in written.geometries.unwrap_or_default() {
            read(part.get(), shape, lost, depth + 1);
        }
    }
    let Some(coordinates) = written.coordinates else { return };
    let own = runs(coordinates.get(), |run, is_first| {
        match written.kind.as_deref().unwrap_or_default() {
            "Polygon" | "MultiPolygon" => {
                shape.close(run, is_first);
            }
            "LineString" | "MultiLineString" => shape.line(run),
            "Point" | "MultiPoint" => shape.dots.extend(run),
            _ => {}
        }
    });
    *lost += own.unwrap_or(1);
}

/// A value of a property as text: a text or a number. Of others nothing is kept.
fn plain(raw: &str) -> Option<String> {
    match raw.as_bytes().first()? {
        b'"' => serde_json::from_str(raw).ok(),
        b'-' | b'0'..=b'9' => Some(raw.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(geometry: &str) -> (Geometry, usize) {
        let (mut shape, mut lost) = (Geometry::default(), 0);
        read(geometry, &mut shape, &mut lost, 0);
        (shape, lost)
    }

    #[test]
    fn every_kind_of_geometry_is_read() {
        let (shape, lost) = shape(
            r#"{"type":"GeometryCollection","geometries":[
            {"type":"Point","coordinates":[1,2]},
            {"type":"MultiPoint","coordinates":[[1,2],[3,4]]},
            {"type":"LineString","coordinates":[[0,0],[1,1]]},
            {"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[1,2],[2,2],[1,1]]]},
            {"type":"MultiPolygon","coordinates":[[[[20,0],[29,0],[29,9],[20,0]]],[[[40,0],[49,0],[49,9],[40,0]]]]}]}"#,
        );
        assert_eq!((shape.dots.len(), shape.lines.len(), lost), (3, 1, 0));
        let rings: Vec<_> = shape.rings.iter().map(|r| (r.points.len(), r.is_first)).collect();
        assert_eq!(rings, [(4, true), (3, false), (3, true), (3, true)]);
    }

    #[test]
    fn what_is_broken_is_an_empty_shape() {
        for text in [
            "null",
            "{}",
            "[]",
            r#"{"type":"Polygon","coordinates":[]}"#,
            r#"{"type":"Polygon","coordinates":[[[1,1]]]}"#,
            r#"{"type":"Polygon","coordinates":[[["NaN",1],[2,"NaN"],[1e300,2]]]}"#,
            r#"{"type":"Polygon","coordinates":{"a":1}}"#,
            r#"{"type":"Blob","coordinates":[[[0,0],[9,0],[9,9]]]}"#,
            r#"{"type":"GeometryCollection","geometries":[null,3]}"#,
        ] {
            assert!(shape(text).0.is_empty(), "{text}");
        }
        let nested = format!("{}{}", r#"{"geometries":["#.repeat(60), "]}".repeat(60));
        assert!(shape(&nested).0.is_empty());
    }
}
