//! Ordinal hues: the n-th thing has the n-th hue.

use crate::chart::palette::HUES;

/// Gives indexes hues: their own where listed, else the palette's in turn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrdinalHue {
    own: Vec<Option<u8>>,
}

impl OrdinalHue {
    /// A scale with these fixed hues; `None` falls back to the palette in turn.
    #[must_use]
    pub const fn new(own: Vec<Option<u8>>) -> Self {
        Self { own }
    }

    /// The hue of an index.
    #[must_use]
    pub fn scale(&self, index: usize) -> u8 {
        let turn = (index % HUES) as u8;
        self.own.get(index).copied().flatten().unwrap_or(turn)
    }

    /// The first index with a hue, among those listed or else the palette's own order.
    #[must_use]
    pub fn invert(&self, hue: u8) -> Option<usize> {
        (0..self.own.len().max(HUES)).find(|&index| self.scale(index) == hue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inverting_gives_the_index_back() {
        let scale = OrdinalHue::new(vec![Some(4), None, Some(0)]);
        for index in 0..3 {
            assert_eq!(scale.invert(scale.scale(index)), Some(index));
        }
        assert_eq!(scale.scale(HUES), 0);
        assert_eq!(OrdinalHue::default().invert(200), None);
    }
}
