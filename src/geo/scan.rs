//! Nested arrays of numbers, as JSON writes coordinates and arcs, without a value for each bracket.

use super::atlas::is_place;

/// How deep arrays may be nested: a multipolygon's positions lie four deep.
const DEEPEST: usize = 8;

/// What stands in a nested array.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Event {
    /// An array begins, so many others around it.
    Opens(usize),
    /// A number; what is no number is none.
    Number(f64),
    /// The array ends that has so many around it.
    Closes(usize),
}

/// Tells what stands in an array, in order; `None` where it is none or nested too deep.
pub(super) fn scan(text: &str, mut tell: impl FnMut(Event)) -> Option<()> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'[' => {
                if depth >= DEEPEST {
                    return None;
                }
                tell(Event::Opens(depth));
                depth += 1;
                at += 1;
            }
            b']' => {
                depth = depth.checked_sub(1)?;
                tell(Event::Closes(depth));
                at += 1;
                if depth == 0 {
                    return Some(());
                }
            }
            b',' | b' ' | b'\t' | b'\n' | b'\r' => at += 1,
            // A word in quotes, such as `"NaN"`, or an object: no number.
            b'{' | b'}' => return None,
            b'"' => {
                at += 1;
                while bytes.get(at).is_some_and(|&byte| byte != b'"') {
                    at += 1;
                }
                at += 1;
                tell(Event::Number(f64::NAN));
            }
            _ => {
                let from = at;
                while bytes.get(at).is_some_and(|byte| !b",[]{} \t\n\r\"".contains(byte)) {
                    at += 1;
                }
                let number = text.get(from..at).and_then(|word| word.parse().ok());
                tell(Event::Number(number.unwrap_or(f64::NAN)));
            }
        }
    }
    None
}

/// Tells each run of positions, and whether it is the first of the array around it; and how many positions are none.
pub(super) fn runs(text: &str, mut tell: impl FnMut(Vec<[f64; 2]>, bool)) -> Option<usize> {
    let (mut position, mut count) = ([f64::NAN; 2], 0_usize);
    let (mut run, mut lost) = (Vec::new(), 0);
    let (mut is_first, mut has_numbers) = (true, false);
    scan(text, |event| match event {
        Event::Opens(_) => (position, count, has_numbers) = ([f64::NAN; 2], 0, false),
        Event::Number(number) => {
            if let Some(place) = position.get_mut(count) {
                *place = number;
            }
            (count, has_numbers) = (count + 1, true);
        }
        Event::Closes(depth) => {
            if has_numbers {
                if is_place(position) {
                    run.push(position);
                } else {
                    lost += 1;
                }
                has_numbers = false;
                if depth == 0 {
                    // A single position.
                    tell(std::mem::take(&mut run), true);
                }
            } else if run.is_empty() {
                // What was around runs ends: the next run is the first of another.
                is_first = true;
            } else {
                tell(std::mem::take(&mut run), is_first);
                is_first = false;
            }
        }
    })?;
    Some(lost)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (Vec<(usize, bool)>, Option<usize>) {
        let mut found = Vec::new();
        let lost = runs(text, |run, is_first| found.push((run.len(), is_first)));
        (found, lost)
    }

    #[test]
    fn runs_are_told_with_the_polygon_they_begin() {
        let polygons = "[[[[0,0],[1,0],[1,1]],[[2,2],[3,3]]], [[[5,5,9.5],[6,6]]]]";
        assert_eq!(found(polygons), (vec![(3, true), (2, false), (2, true)], Some(0)));
        assert_eq!(found("[1.5, -2]"), (vec![(1, true)], Some(0)));
        assert_eq!(found("[[1,2],[3,4]]"), (vec![(2, true)], Some(0)));
        assert_eq!(found("[]"), (vec![], Some(0)));
    }

    #[test]
    fn what_is_no_position_is_counted_and_what_is_no_array_is_nothing() {
        assert_eq!(
            found(r#"[[1,2],["NaN",3],[null,1],[1e12,0],[4],[5,6]]"#),
            (vec![(2, true)], Some(4))
        );
        for text in ["", "null", "[[1,2]", &"[".repeat(100_000), r#"[{"a":1}]"#, "]"] {
            assert_eq!(found(text).1, None, "{:.20}", text);
        }
    }
}
