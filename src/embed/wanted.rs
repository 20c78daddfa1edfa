//! How a file is wanted read, as scripts hand it over.

use wasm_bindgen::prelude::*;

use super::error::{Code, error};
use crate::import::{Choices, Plan};

/// A plan from its JSON.
pub(super) fn read_plan(plan: Option<String>) -> Result<Option<Plan>, JsValue> {
    let plan = plan.map(|plan| serde_json::from_str(&plan)).transpose();
    plan.map_err(|reason| error(Code::Format, format!("plan: {reason}")))
}

/// Choices from their JSON.
pub(super) fn read_choices(choices: Option<String>) -> Result<Choices, JsValue> {
    let choices = choices.map(|choices| serde_json::from_str(&choices)).transpose();
    let choices = choices.map_err(|reason| error(Code::Format, format!("choices: {reason}")))?;
    Ok(choices.unwrap_or_default())
}
