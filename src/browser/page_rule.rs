//! A rule for printed pages, set by the style sheet's own interface: a policy that forbids inline styles allows it.

use wasm_bindgen::JsCast;
use web_sys::{CssRule, CssStyleSheet};

/// A rule that holds until it is dropped.
pub struct PageRule {
    sheet: CssStyleSheet,
    rule: CssRule,
}

impl PageRule {
    /// Adds a rule to the page's last style sheet; `None` where there is none, or the browser does not know the rule.
    #[must_use]
    pub fn insert(text: &str) -> Option<Self> {
        let sheets = super::document()?.style_sheets();
        let last = (0..sheets.length()).rev().find_map(|at| sheets.get(at))?;
        let sheet: CssStyleSheet = last.dyn_into().ok()?;
        let end = sheet.css_rules().ok()?.length();
        let at = sheet.insert_rule_with_index(text, end).ok()?;
        let rule = sheet.css_rules().ok()?.get(at)?;
        Some(Self { sheet, rule })
    }
}

impl Drop for PageRule {
    fn drop(&mut self) {
        let Ok(rules) = self.sheet.css_rules() else { return };
        let found = (0..rules.length()).find(|&at| rules.get(at).as_ref() == Some(&self.rule));
        if let Some(at) = found {
            // Its place was just looked up.
            let _ = self.sheet.delete_rule(at);
        }
    }
}
