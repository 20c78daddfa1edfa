//! Names of areas over columns: by the ends of Chinese names, and those that everybody knows.

use super::super::lexicon;
use known::Known;

/// Letters that a name has beyond those of a code.
const CODE: usize = 3;

/// The areas that are known by name.
pub(in crate::import) struct Areas(Known);

impl Areas {
    pub(in crate::import) fn new() -> Self {
        Self(Known::new())
    }

    /// Whether a name is that of an area. Two or three letters may be anything.
    pub(in crate::import) fn is_name(&self, name: &str) -> bool {
        lexicon::is_place(name) || (!is_code(name) && self.finds(name, false))
    }

    /// Whether a text is a code of a country, in capitals.
    pub(in crate::import) fn is_code(&self, text: &str) -> bool {
        is_code(text) && self.finds(text, false)
    }

    /// Whether a name is that of all areas together, or of several.
    pub(super) fn is_total(&self, name: &str) -> bool {
        self.finds(name, true)
    }

    fn finds(&self, name: &str, total: bool) -> bool {
        name.contains(|c: char| c.is_alphabetic()) && self.0.finds(name, total)
    }
}

fn is_code(text: &str) -> bool {
    text.len() <= CODE && text.bytes().all(|b| b.is_ascii_uppercase())
}

#[cfg(any(not(target_arch = "wasm32"), feature = "engine"))]
mod known {
    use crate::gazetteer::{Found, Gazetteer, Grid};

    /// Provinces and countries.
    pub(super) struct Known([Gazetteer; 2]);

    impl Known {
        pub(super) fn new() -> Self {
            Self([Grid::Provinces, Grid::Countries].map(Gazetteer::of))
        }

        pub(super) fn finds(&self, name: &str, total: bool) -> bool {
            self.0.iter().any(|grid| match grid.find(name) {
                Some(Found::Total) => total,
                Some(Found::Area(_) | Found::Part(_)) => !total,
                None => false,
            })
        }
    }
}

/// The page reads nothing but packages, whose descriptors name their columns: it carries no names of areas.
#[cfg(not(any(not(target_arch = "wasm32"), feature = "engine")))]
mod known {
    pub(super) struct Known;

    impl Known {
        pub(super) const fn new() -> Self {
            Self
        }

        #[expect(clippy::unused_self, reason = "as where areas are known")]
        pub(super) const fn finds(&self, _: &str, _: bool) -> bool {
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_known_by_their_names_and_no_others() {
        let areas = Areas::new();
        for name in
            ["北京", "河北", "广东省", "青溪市", "Germany", "France", "United States", "日本"]
        {
            assert!(areas.is_name(name), "{name}");
        }
        for name in ["人口", "GDP", "男", "Male", "合计", "2020", "IT", "产值", "Income", ""]
        {
            assert!(!areas.is_name(name), "{name}");
        }
        assert!(areas.is_code("DEU") && areas.is_code("FR") && !areas.is_code("deu"));
        assert!(areas.is_total("全国") && areas.is_total("World") && !areas.is_total("人口"));
    }
}
