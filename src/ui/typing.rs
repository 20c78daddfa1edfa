//! Text boxes that answer while a reader types: not while an input method is still composing, whose letters are no word
//! yet.

use leptos::ev;
use leptos::prelude::*;

/// What is typed into one box; cheap to copy. The box hands over its `input`, `compositionstart` and `compositionend`.
#[derive(Clone, Copy)]
pub struct Typing {
    composing: StoredValue<bool>,
    hear: Callback<String>,
}

impl Typing {
    /// Tells each text that is typed.
    #[must_use]
    pub fn new(hear: impl Fn(String) + Send + Sync + 'static) -> Self {
        Self { composing: StoredValue::new(false), hear: Callback::new(hear) }
    }

    /// An input method begins to compose.
    pub fn start(self) {
        self.composing.set_value(true);
    }

    /// The box holds another text.
    pub fn input(self, text: String) {
        if !self.composing.get_value() {
            self.hear.run(text);
        }
    }

    /// The input method is done. Some browsers have told the text before, some will afterwards.
    pub fn end(self, text: String) {
        self.composing.set_value(false);
        self.hear.run(text);
    }

    /// Whether a key is the input method's. One browser ends the composition before it tells of the key that ended it.
    #[must_use]
    pub fn takes(self, event: &ev::KeyboardEvent) -> bool {
        const OF_INPUT_METHOD: u32 = 229;
        self.composing.get_value() || event.is_composing() || event.key_code() == OF_INPUT_METHOD
    }
}
