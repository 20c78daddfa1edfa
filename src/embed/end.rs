//! Ends of ranges as scripts give them.

use wasm_bindgen::JsValue;

use super::error::{Code, error};
use crate::base::date::PartialDate;

/// An end of a range as a script gave it.
pub(super) enum End {
    Open,
    Number(f64),
    Text(String),
}

impl End {
    pub(super) fn read(value: &JsValue) -> Result<Self, JsValue> {
        if value.is_null() || value.is_undefined() {
            return Ok(Self::Open);
        }
        let number = value.as_f64().filter(|n| n.is_finite()).map(Self::Number);
        number.or_else(|| value.as_string().map(Self::Text)).ok_or_else(|| {
            error(Code::Range, "an end of a range is a text, a finite number, a Date or nothing")
        })
    }

    pub(super) fn text(&self) -> Option<String> {
        match self {
            Self::Open => None,
            Self::Number(number) => Some(number.to_string()),
            Self::Text(text) => Some(text.clone()),
        }
    }

    pub(super) fn number(&self, column: &str) -> Result<Option<f64>, JsValue> {
        match self {
            Self::Open => Ok(None),
            Self::Number(number) => Ok(Some(*number)),
            Self::Text(text) => {
                Err(error(Code::Range, format!("column '{column}' has numbers, not '{text}'")))
            }
        }
    }

    pub(super) fn date(&self, column: &str) -> Result<Option<PartialDate>, JsValue> {
        let read = |text: String| {
            text.parse()
                .map_err(|bad| error(Code::Range, format!("column '{column}': '{text}' is {bad}")))
        };
        self.text().map(read).transpose()
    }
}
