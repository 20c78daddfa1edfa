//! Where in a JSON text the rows lie.

use super::{Edge, Scan};

/// How deep an array of rows may lie.
const DEEPEST: usize = 5;

/// Where the rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// How deep they lie: 0 for values one after another, 1 within an array, 2 within an array within an object, and on.
    pub(super) level: usize,
    /// Which of the arrays of that depth has them.
    pub(super) nth: usize,
}

/// An array of objects or arrays.
struct Array {
    level: usize,
    nth: usize,
    from: usize,
    to: Option<usize>,
}

impl Shape {
    /// Told by the beginning of a text. Of several arrays that hold rows, and that lie in none that does, the longest.
    pub(super) fn of(head: &[u8]) -> Self {
        let text = head.trim_ascii_start();
        let is_array = text.first() == Some(&b'[');
        if text.first() != Some(&b'{') && !is_array {
            return Self::default();
        }
        let mut scan = Scan::new();
        let (mut found, mut open): (Vec<Array>, Option<usize>) = (Vec::new(), None);
        let (mut begun, mut before, mut items) = ([0_usize; DEEPEST], b' ', Vec::new());
        for (at, &byte) in text.iter().enumerate() {
            match scan.take(byte) {
                Edge::Begins(depth) => {
                    if depth == 1 && items.len() < 2 {
                        items.push(byte);
                    }
                    // In the answer of an interface what is said of the rows may come before them: `[{…}, [row, …]]`.
                    let is_outer = is_array && depth == 1;
                    if open.is_none()
                        && before == b'['
                        && (1..=DEEPEST).contains(&depth)
                        && !is_outer
                    {
                        let nth = begun[depth - 1].saturating_sub(1);
                        open = Some(found.len());
                        found.push(Array { level: depth, nth, from: at, to: None });
                    }
                    if byte == b'[' && depth < DEEPEST {
                        begun[depth] += 1;
                    }
                }
                Edge::Ends(0) if !is_array => {
                    // The object is whole: another follows it, or it is all there is.
                    if !text[at + 1..].trim_ascii_start().is_empty() {
                        return Self::default();
                    }
                    break;
                }
                Edge::Ends(depth) => {
                    if let Some(array) = open.and_then(|at| found.get_mut(at))
                        && depth + 1 == array.level
                    {
                        array.to = Some(at);
                        open = None;
                    }
                }
                Edge::None => {}
            }
            if !byte.is_ascii_whitespace() {
                before = byte;
            }
        }
        if is_array && items != [b'{', b'['] {
            return Self { level: 1, nth: 0 };
        }
        let length = |array: &Array| array.to.unwrap_or(text.len()) - array.from;
        let longest = found.iter().rev().max_by_key(|array| length(array));
        longest.map_or(Self { level: usize::from(is_array), nth: 0 }, |array| Self {
            level: array.level,
            nth: array.nth,
        })
    }
}

/// Whether the rows are features of a map: GeoJSON, whole or one feature a line.
pub(super) fn is_geographic(head: &[u8]) -> bool {
    (is_collection(head) || has(head, b"\"Feature\"")) && has(head, b"\"geometry\"")
}

fn has(head: &[u8], word: &[u8]) -> bool {
    head.windows(word.len()).any(|window| window == word)
}

/// Whether features lie in a list, and not one after another.
pub(super) fn is_collection(head: &[u8]) -> bool {
    has(head, b"\"FeatureCollection\"")
}

/// The name of the reference system of a map, as GeoJSON of 2008 gives it; empty where it gives none.
pub(super) fn reference(head: &[u8]) -> String {
    let text = String::from_utf8_lossy(head);
    let Some((_, said)) = text.split_once("\"crs\"") else { return String::new() };
    let said: String = said.chars().take(400).collect();
    let mut after = said.split("\"name\"").skip(1).map(str::trim_start);
    // The first such word may be what kind of reference it is.
    let value = after.find_map(|rest| rest.strip_prefix(':'));
    let value = value.and_then(|rest| rest.trim_start().strip_prefix('"'));
    value.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_where_they_lie() {
        for (text, level, nth) in [
            (r#"[{"a":1}]"#, 1, 0),
            (r#"{"a":[1,2]}"#, 0, 0),
            ("{\"a\":[{}]}\n{\"a\":[{}]}", 0, 0),
            (r#"{"n":[1],"data":[{"a":[{},{},{},{},{},{},{}]}]}"#, 2, 1),
            (r#"{"result":{"fields":[{"id":"a"}],"records":[{"a":1},{"a":2}]}}"#, 3, 1),
            (r#"[{"page":1},[{"a":1},{"a":2}]]"#, 2, 0),
            (r#"[{"page":1},{"a":[{"b":1}]}]"#, 1, 0),
            (r#"[["a"],["b"]]"#, 1, 0),
            ("", 0, 0),
        ] {
            assert_eq!(Shape::of(text.as_bytes()), Shape { level, nth }, "{text}");
        }
    }
}
