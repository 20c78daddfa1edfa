//! Reading aloud by the browser, where it can. One thing is read at a time: whoever begins stops the one before.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, Node};

use super::document;
use super::timer::Listener;

/// Told by whoever begins, so that what is read elsewhere on the page ends.
const BEGINS: &str = "minsheng:aloud";

/// A little slower than a browser reads by itself.
const RATE: f32 = 0.9;

/// Elements whose words run on in the line around them; any other begins a sentence of its own.
const INLINE: &[&str] =
    &["A", "ABBR", "B", "BUTTON", "EM", "MARK", "SMALL", "SPAN", "STRONG", "WBR"];

#[wasm_bindgen]
extern "C" {
    /// The browser's voice.
    type Voice;

    #[wasm_bindgen(method)]
    fn speak(this: &Voice, text: &Utterance);

    #[wasm_bindgen(method)]
    fn cancel(this: &Voice);

    /// A piece of text to be spoken.
    #[wasm_bindgen(js_name = SpeechSynthesisUtterance)]
    type Utterance;

    #[wasm_bindgen(constructor, js_class = SpeechSynthesisUtterance)]
    fn new(text: &str) -> Utterance;

    #[wasm_bindgen(method, setter)]
    fn set_lang(this: &Utterance, lang: &str);

    #[wasm_bindgen(method, setter)]
    fn set_rate(this: &Utterance, rate: f32);

    #[wasm_bindgen(method, setter)]
    fn set_onend(this: &Utterance, handler: Option<&Function>);

    #[wasm_bindgen(method, setter)]
    fn set_onerror(this: &Utterance, handler: Option<&Function>);
}

/// How a reading ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// All was read, or the reader stopped it.
    Done,
    /// The browser could not read it, as where it has no voice of the language.
    Failed,
}

/// Whether the browser can read aloud at all.
#[must_use]
pub fn is_offered() -> bool {
    voice().is_some()
        && Reflect::has(&js_sys::global(), &"SpeechSynthesisUtterance".into()) == Ok(true)
}

fn voice() -> Option<Voice> {
    let voice = Reflect::get(&js_sys::global(), &"speechSynthesis".into()).ok()?;
    voice.is_object().then(|| voice.unchecked_into())
}

/// The sentences that stand in an element, in their order, without what the selector finds in it.
#[must_use]
pub fn words_of(root: &Element, but: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    gather(root, but, &mut words);
    // Joiners keep lines of the page whole; a voice may name them.
    words.iter_mut().for_each(|text| text.retain(|c| c != '\u{2060}'));
    let words = words.iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    words.filter(|text| text.chars().any(char::is_alphanumeric)).collect()
}

fn gather(node: &Node, but: &str, words: &mut Vec<String>) {
    let mut next = node.first_child();
    while let Some(child) = next {
        next = child.next_sibling();
        match child.dyn_ref::<Element>() {
            Some(element) if element.matches(but) == Ok(true) => {}
            Some(element) if INLINE.contains(&element.tag_name().as_str()) => {
                gather(&child, but, words);
            }
            Some(_) => {
                words.push(String::new());
                gather(&child, but, words);
                words.push(String::new());
            }
            None if child.node_type() == Node::TEXT_NODE => {
                let text = child.node_value().unwrap_or_default();
                words.iter_mut().last().into_iter().for_each(|last| last.push_str(&text));
            }
            None => {}
        }
    }
}

/// A reading, which goes on until this is dropped.
pub struct Reading(Rc<State>);

struct State {
    voice: Voice,
    lang: &'static str,
    words: RefCell<std::vec::IntoIter<String>>,
    /// What is being said: browsers forget what nobody holds, and never tell of its end.
    said: RefCell<Option<Utterance>>,
    hears: Closure<dyn Fn(Event)>,
    is_over: Cell<bool>,
    ended: Box<dyn Fn(Ended)>,
    _others: Option<Listener>,
}

impl Reading {
    /// Begins to read; `ended` is called once. `None` where the browser cannot read.
    #[must_use]
    pub fn begin(
        words: Vec<String>,
        lang: &'static str,
        ended: impl Fn(Ended) + 'static,
    ) -> Option<Self> {
        document::announce(BEGINS, "");
        let voice = voice()?;
        voice.cancel();
        let state = Rc::new_cyclic(|state: &Weak<State>| {
            let hearing = state.clone();
            let hears = Closure::<dyn Fn(Event)>::new(move |event: Event| {
                if let Some(state) = hearing.upgrade() {
                    state.hear(&event);
                }
            });
            let other = state.clone();
            let others = Closure::<dyn Fn()>::new(move || {
                if let Some(state) = other.upgrade() {
                    state.end(Ended::Done);
                }
            });
            let page = super::document();
            State {
                voice,
                lang,
                words: RefCell::new(words.into_iter()),
                said: RefCell::new(None),
                hears,
                is_over: Cell::new(false),
                ended: Box::new(ended),
                _others: page.and_then(|page| Listener::add(page.into(), &[BEGINS], others)),
            }
        });
        state.say_next();
        Some(Self(state))
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        if !self.0.is_over.get() {
            self.0.silence();
            self.0.voice.cancel();
        }
    }
}

impl State {
    /// Piece by piece: some browsers break off what takes longer than a quarter of a minute.
    fn say_next(&self) {
        let Some(text) = self.words.borrow_mut().next() else { return self.end(Ended::Done) };
        let said = Utterance::new(&text);
        said.set_lang(self.lang);
        said.set_rate(RATE);
        let hears = self.hears.as_ref().unchecked_ref();
        said.set_onend(Some(hears));
        said.set_onerror(Some(hears));
        self.voice.speak(&said);
        *self.said.borrow_mut() = Some(said);
    }

    fn hear(&self, event: &Event) {
        match event.type_().as_str() {
            "end" => self.say_next(),
            _ => self.end(Ended::Failed),
        }
    }

    fn end(&self, how: Ended) {
        if !self.is_over.replace(true) {
            self.silence();
            (self.ended)(how);
        }
    }

    /// Hears no more of what is being said: stopping it is told as an error.
    fn silence(&self) {
        if let Some(said) = self.said.borrow_mut().take() {
            said.set_onend(None);
            said.set_onerror(None);
        }
    }
}
