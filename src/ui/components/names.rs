//! Words of the interface's language with Chinese names in them.

use leptos::prelude::*;

use crate::base::lang::Lang;

/// A text whose runs of Chinese are marked as Chinese where the page speaks another language: screen readers then speak
/// them as what they are.
pub fn with_names(text: &str, lang: Lang) -> AnyView {
    if lang == Lang::Zh {
        return text.to_owned().into_any();
    }
    let view = |(is_chinese, run): (bool, String)| match is_chinese {
        true => view! { <span lang=Lang::Zh.tag()>{run}</span> }.into_any(),
        false => run.into_any(),
    };
    runs(text).into_iter().map(view).collect_view().into_any()
}

/// The text in runs that are Chinese or not.
fn runs(text: &str) -> Vec<(bool, String)> {
    let mut runs: Vec<(bool, String)> = Vec::new();
    for c in text.chars() {
        let is_chinese = matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
        match runs.last_mut() {
            Some((last, run)) if *last == is_chinese => run.push(c),
            _ => runs.push((is_chinese, c.to_string())),
        }
    }
    runs
}
