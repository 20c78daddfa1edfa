//! The explorer's questions to a table that a reader opened.

use wasm_bindgen::prelude::*;

use super::error::{Code, error};
use crate::session::{Session, wire};

/// A table the explorer asks by encoded questions: `session::wire` has the form.
#[wasm_bindgen]
pub struct ExplorerSession {
    session: Session,
}

impl ExplorerSession {
    pub(super) const fn new(session: Session) -> Self {
        Self { session }
    }

    /// The session.
    pub(super) const fn inner(&mut self) -> &mut Session {
        &mut self.session
    }
}

#[wasm_bindgen]
impl ExplorerSession {
    /// The table without its rows.
    ///
    /// # Errors
    /// Where it cannot be encoded.
    pub fn head(&self) -> Result<Vec<u8>, JsValue> {
        wire::write_head(&self.session.head()).map_err(|message| error(Code::Internal, message))
    }

    /// Takes the map away that was put under the table, and gives the head that it has without.
    ///
    /// # Errors
    /// Where it cannot be encoded.
    #[wasm_bindgen(js_name = clearMap)]
    pub fn clear_map(&mut self) -> Result<Vec<u8>, JsValue> {
        self.session.clear_map();
        self.head()
    }

    /// The answer to a question.
    ///
    /// # Errors
    /// Where the bytes are no question.
    pub fn ask(&mut self, question: &[u8]) -> Result<Vec<u8>, JsValue> {
        wire::answer(&mut self.session, question).map_err(|message| error(Code::Internal, message))
    }
}
