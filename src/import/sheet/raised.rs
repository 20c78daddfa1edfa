//! Marks of notes that are raised behind a text: the library hands them on as a part of it, so that `Ald` with a raised 1 is
//! called `Ald1`, and 1,234 with a raised 2 is 12,342.

use std::collections::BTreeMap;

use super::xml::{attribute, local_name, plain, tags};

/// Signs that marks of notes are made of, and the most of them.
const LONGEST: usize = 8;

/// Ends of units that a raised 2 or 3 belongs to.
const LENGTHS: [&str; 6] = ["m", "km", "cm", "mm", "dm", "ft"];

/// Texts of a workbook that end in raised marks of notes, and what they are without these.
pub(super) fn texts(shared: &[u8]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    // The text so far, and as it was before the raised runs at its end.
    let (mut text, mut bare) = (String::new(), None::<String>);
    let (mut is_raised, mut is_sound) = (false, false);
    for (tag, own) in tags(shared) {
        match local_name(tag) {
            b"si" => (text, bare, is_raised) = (String::new(), None, false),
            b"r" => is_raised = false,
            b"rPh" => is_sound = true,
            b"/rPh" => is_sound = false,
            b"vertAlign" => is_raised = attribute(tag, b"val") == Some(b"superscript"),
            b"t" if !is_sound => {
                let own = plain(own);
                if !is_raised && !own.trim().is_empty() {
                    bare = None;
                } else if is_raised && bare.is_none() {
                    bare = Some(text.clone());
                }
                text.push_str(&own);
            }
            b"/si" => {
                let bare = bare.take().filter(|bare| is_marked(bare, &text[bare.len()..]));
                if let Some(bare) = bare {
                    found.insert(std::mem::take(&mut text), bare.trim_end().to_owned());
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether what is raised behind a text is a mark of a note, and no power.
fn is_marked(bare: &str, raised: &str) -> bool {
    let (bare, raised) = (bare.trim_end(), raised.trim());
    let is_sign =
        |c: char| c.is_ascii_alphanumeric() || " ,;*()[]\u{2020}\u{2021}\u{a7}".contains(c);
    let is_power = matches!(raised, "2" | "3") || raised.starts_with('-');
    let last = bare.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_unit = is_power && LENGTHS.contains(&last);
    let is_ten = last == "10" && raised.bytes().all(|byte| byte.is_ascii_digit());
    // Of ordinals the ending is raised: 1st.
    let is_ordinal = last.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(raised.to_ascii_lowercase().as_str(), "st" | "nd" | "rd" | "th" | "e" | "er");
    !bare.is_empty()
        && !raised.is_empty()
        && raised.chars().count() <= LONGEST
        && raised.chars().all(is_sign)
        && !is_unit
        && !is_ten
        && (!is_ordinal || last.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raised_marks_are_no_part_of_a_text_and_powers_are() {
        let run = |text: &str, raised: bool| {
            let how = if raised { "<rPr><vertAlign val=\"superscript\"/></rPr>" } else { "<rPr/>" };
            format!("<r>{how}<t xml:space=\"preserve\">{text}</t></r>")
        };
        let item = |runs: &[(&str, bool)]| {
            let runs: String = runs.iter().map(|(text, raised)| run(text, *raised)).collect();
            format!("<si>{runs}</si>")
        };
        let shared = [
            item(&[("Ald", false), ("1", true)]),
            item(&[("1,234", false), ("2,", true), ("3", true)]),
            item(&[("Area in km", false), ("2", true)]),
            item(&[("in 10", false), ("6", true)]),
            item(&[("1", false), ("st", true)]),
            item(&[("Rate", false), ("a", true), (" per head", false)]),
            "<si><t>Plain1</t></si>".to_owned(),
        ];
        let found = texts(shared.concat().as_bytes());
        let expected = [("1,2342,3", "1,234"), ("Ald1", "Ald")];
        assert!(found.iter().map(|(text, bare)| (text.as_str(), bare.as_str())).eq(expected));
    }
}
