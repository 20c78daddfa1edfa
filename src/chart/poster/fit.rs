//! Words in the room of a block: as large as they fit, then cut.

use crate::chart::measure;
use crate::chart::text_size::TextSize;

/// A size of type and how many lines of it a block has room for.
pub(super) type Step = (TextSize, usize);

/// The lines of a text in the first size that holds it whole, of a title rather in one that parts no words; in the last
/// size what there is room for, ended by … after a word. Strong text runs wider.
pub(super) fn fit(
    text: &str,
    steps: &[Step],
    width: f64,
    is_strong: bool,
) -> (TextSize, Vec<String>) {
    let width = if is_strong { measure::room_of_strong(text, width) } else { width };
    let mut last = (TextSize::Small, Vec::new());
    let mut torn = None;
    for &(size, most) in steps {
        // What surely has no room is not looked at: breaking lines takes long.
        let lines = lines(beginning(text, size, (most + 2) as f64 * width), size, width);
        let is_whole = lines.len() <= most && !lines.iter().any(|line| is_cut(line, text));
        last = (size, shortened(lines, most, size, width));
        if is_whole && is_strong && measure::is_torn(&last.1) {
            torn.get_or_insert_with(|| last.clone());
        } else if is_whole {
            return last;
        }
    }
    torn.unwrap_or(last)
}

/// As much of a text as a length in px holds.
fn beginning(text: &str, size: TextSize, length: f64) -> &str {
    let mut used = 0.0;
    let end = text.char_indices().find(|(_, c)| {
        used += measure::em(*c) * size.px();
        used > length
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// Balanced where two lines are enough, else as full as they can be.
fn lines(text: &str, size: TextSize, width: f64) -> Vec<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let balanced = measure::wrap(&text, size, width, 3);
    if balanced.len() <= 2 && !balanced.iter().any(|line| is_cut(line, &text)) {
        return balanced.into_iter().map(|line| line.replace('\u{2060}', "")).collect();
    }
    measure::paragraph(&text, size, width)
}

fn is_cut(line: &str, text: &str) -> bool {
    line.ends_with('…') && !text.contains('…')
}

fn shortened(mut lines: Vec<String>, most: usize, size: TextSize, width: f64) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = measure::cut_after_word(last, size, width);
        }
    }
    lines
}
