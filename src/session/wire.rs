//! Questions, answers and heads as bytes, for the way between the page and a worker. Both ends are of one build: the
//! form is no one else's business and may change with it.

use super::{Answer, Question, Session};

pub use super::head::{read_head, write_head};

/// A question as bytes.
///
/// # Errors
/// Where memory is short, in the words of the encoder.
pub fn write_question(question: &Question) -> Result<Vec<u8>, String> {
    postcard::to_allocvec(question).map_err(|e| e.to_string())
}

/// The answer to an encoded question, encoded.
///
/// # Errors
/// Where the bytes are no question.
pub fn answer(session: &mut Session, question: &[u8]) -> Result<Vec<u8>, String> {
    let question: Question = postcard::from_bytes(question).map_err(|e| e.to_string())?;
    postcard::to_allocvec(&session.ask(&question)).map_err(|e| e.to_string())
}

/// An answer from its bytes.
///
/// # Errors
/// Where the bytes are no answer.
pub fn read_answer(bytes: &[u8]) -> Result<Answer, String> {
    postcard::from_bytes(bytes).map_err(|e| e.to_string())
}
