//! Elements of an SVG that are told what they are to be. Only what differs from what they are is touched.

use web_sys::Element;

/// The namespace of SVG.
const SVG: &str = "http://www.w3.org/2000/svg";

/// What an element is to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SvgPart {
    /// The element's name.
    pub name: &'static str,
    /// Its attributes by name, each once.
    pub attributes: Vec<(&'static str, String)>,
    /// The text it begins with.
    pub text: String,
    /// The elements in it, behind the text.
    pub parts: Vec<SvgPart>,
}

/// An element as it stands.
struct Standing {
    element: Element,
    is: SvgPart,
    parts: Vec<Standing>,
}

impl Standing {
    fn new(mut is: SvgPart) -> Option<Self> {
        let element = super::document()?.create_element_ns(Some(SVG), is.name).ok()?;
        for (name, value) in &is.attributes {
            let _ = element.set_attribute(name, value);
        }
        if !is.text.is_empty() {
            element.set_text_content(Some(&is.text));
        }
        let parts: Vec<Self> =
            std::mem::take(&mut is.parts).into_iter().filter_map(Self::new).collect();
        for part in &parts {
            let _ = element.append_child(&part.element);
        }
        Some(Self { element, is, parts })
    }

    /// Whether the element can become this without being made anew. A text before other elements is a node of its own,
    /// which nothing here keeps.
    fn can_become(&self, part: &SvgPart) -> bool {
        self.is.name == part.name
            && self.parts.len() == part.parts.len()
            && (self.parts.is_empty() || self.is.text == part.text)
            && self.parts.iter().zip(&part.parts).all(|(has, wants)| has.can_become(wants))
    }

    fn become_this(&mut self, part: SvgPart) {
        for (name, value) in &part.attributes {
            if self.attribute(name) != Some(value) {
                let _ = self.element.set_attribute(name, value);
            }
        }
        for (name, _) in &self.is.attributes {
            if part.attributes.iter().all(|(kept, _)| kept != name) {
                let _ = self.element.remove_attribute(name);
            }
        }
        if self.is.text != part.text {
            self.element.set_text_content(Some(&part.text));
        }
        for (standing, part) in self.parts.iter_mut().zip(part.parts) {
            standing.become_this(part);
        }
        (self.is.attributes, self.is.text) = (part.attributes, part.text);
    }

    fn attribute(&self, name: &str) -> Option<&String> {
        self.is.attributes.iter().find(|(has, _)| *has == name).map(|(_, value)| value)
    }
}

/// Elements in numbered places of another one, in their order; a place may be empty.
pub struct SvgPlaces {
    parent: Element,
    places: Vec<Option<Standing>>,
}

impl SvgPlaces {
    /// The places of an element, which becomes empty.
    #[must_use]
    pub fn of(parent: &Element) -> Self {
        parent.set_text_content(None);
        Self { parent: parent.clone(), places: Vec::new() }
    }

    /// Has this stand in a place, or nothing.
    pub fn put(&mut self, at: usize, part: Option<SvgPart>) {
        if self.places.len() <= at {
            self.places.resize_with(at + 1, || None);
        }
        let Some(part) = part else {
            if let Some(old) = self.places[at].take() {
                old.element.remove();
            }
            return;
        };
        if let Some(old) = self.places[at].as_mut().filter(|old| old.can_become(&part)) {
            return old.become_this(part);
        }
        let Some(new) = Standing::new(part) else { return };
        let _ = if let Some(old) = self.places[at].take() {
            self.parent.replace_child(&new.element, &old.element)
        } else {
            let next = self.places[at + 1..].iter().flatten().next();
            self.parent.insert_before(&new.element, next.map(|next| next.element.as_ref()))
        };
        self.places[at] = Some(new);
    }

    /// Sets an attribute of what stands in a place.
    pub fn set(&mut self, at: usize, name: &'static str, value: String) {
        let Some(Some(standing)) = self.places.get_mut(at) else { return };
        if standing.attribute(name) == Some(&value) {
            return;
        }
        let _ = standing.element.set_attribute(name, &value);
        let attributes = &mut standing.is.attributes;
        match attributes.iter_mut().find(|(has, _)| *has == name) {
            Some((_, has)) => *has = value,
            None => attributes.push((name, value)),
        }
    }

    /// Has nothing stand in the places from this one on.
    pub fn truncate(&mut self, count: usize) {
        for old in self.places.drain(count.min(self.places.len())..).flatten() {
            old.element.remove();
        }
    }
}
