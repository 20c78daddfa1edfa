//! What is handed over as a file, and who makes it.

use std::rc::Rc;

use leptos::prelude::Callback;

/// A file, and what to say once the reader has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// File name.
    pub name: String,
    /// Media type.
    pub media_type: &'static str,
    /// Content.
    pub bytes: Vec<u8>,
    /// What to say once it is downloaded.
    pub done: String,
}

/// Takes the file; `None` where there could be none. Not of the arena: the menu that asked may be gone when it comes.
pub type Receipt = Rc<dyn Fn(Option<Parcel>)>;

/// Makes a file of what a view draws, as pixels or not, for whoever has the receipt.
pub type Picturing = Callback<(bool, Receipt)>;
