//! The published figures of a selection, by indicator and place.

use std::collections::BTreeMap;

use crate::base::lang::Lang;
use crate::base::once::each_once;
use crate::i18n::catalog::words::COMMA;
use crate::model::{Dataset, Direction, Id, Indicator, Nature, Observation, Place, Role, Unit};
use crate::plot::format::axis_unit;
use crate::plot::guard::bounds::Bounded;
use crate::plot::guard::{self, Facts};
use crate::plot::reported::{self, Group, Reported};
use crate::words::{breakdown_text, claim, listed, period_text, stage_word};

/// The figures under the reader's filter.
pub(super) struct Survey<'a> {
    pub(super) data: &'a Dataset,
    pub(super) lang: Lang,
    figures: Vec<Id<Observation>>,
    home: Option<Id<Place>>,
    /// By position of an indicator, its figures.
    by_indicator: BTreeMap<usize, Vec<Id<Observation>>>,
}

impl<'a> Survey<'a> {
    pub(super) fn new(data: &'a Dataset, rows: impl Iterator<Item = usize>, lang: Lang) -> Self {
        let figures: Vec<Id<Observation>> = rows.map(Id::at).collect();
        let mut by_indicator: BTreeMap<usize, Vec<Id<Observation>>> = BTreeMap::new();
        for &id in &figures {
            let indicator = data.observations[id].indicator.index();
            by_indicator.entry(indicator).or_default().push(id);
        }
        Self { data, lang, figures, home: None, by_indicator }
    }

    /// The same for a reader who has chosen a place.
    pub(super) const fn at_home(mut self, home: Id<Place>) -> Self {
        self.home = Some(home);
        self
    }

    /// The chosen place, where it has figures.
    pub(super) fn home(&self) -> Option<Id<Place>> {
        self.home.filter(|home| self.places().contains(home))
    }

    /// A figure's record.
    pub(super) fn at(&self, id: Id<Observation>) -> &'a Observation {
        &self.data.observations[id]
    }

    /// The figures of an indicator, in file order.
    pub(super) fn of(&self, indicator: Id<Indicator>) -> &[Id<Observation>] {
        self.by_indicator.get(&indicator.index()).map_or(&[], Vec::as_slice)
    }

    /// All figures, in file order.
    pub(super) fn figures(&self) -> &[Id<Observation>] {
        &self.figures
    }

    /// The indicators that have figures: those of most places first, else in file order.
    pub(super) fn indicators(&self) -> Vec<Reported> {
        reported::indicators(self.data, &self.figures)
    }

    /// The places that have figures, in the order of their first.
    pub(super) fn places(&self) -> Vec<Id<Place>> {
        self.places_of(self.figures.iter().copied())
    }

    /// The places whose releases are read here, in the order of their first figure: their towns are not asked for figures of
    /// their own.
    pub(super) fn releasing(&self) -> Vec<Id<Place>> {
        each_once(self.figures.iter().map(|&id| {
            let o = self.at(id);
            self.data.sources[o.source].place.unwrap_or(o.place)
        }))
    }

    /// The places of some figures, in the order of their first.
    pub(super) fn places_of(
        &self,
        figures: impl Iterator<Item = Id<Observation>>,
    ) -> Vec<Id<Place>> {
        reported::places(self.data, figures)
    }

    /// The short name of a place.
    pub(super) fn place(&self, place: Id<Place>) -> &'a str {
        self.data.places[place].known_as().get(self.lang)
    }

    pub(super) fn indicator(&self, indicator: Id<Indicator>) -> &'a str {
        self.data.indicators[indicator].name.get(self.lang)
    }

    /// Which way is better: said of rates and standards only, whatever the data say of counts and money.
    pub(super) fn direction(&self, indicator: Id<Indicator>) -> Direction {
        let record = &self.data.indicators[indicator];
        match record.nature(&self.data.units[record.unit].kind) {
            Nature::Rate | Nature::Standard => record.direction,
            Nature::Flow | Nature::Stock => Direction::None,
        }
    }

    /// What a reader must know of a figure, its place named: its note and what is in doubt.
    pub(super) fn notes(&self, id: Id<Observation>) -> Vec<String> {
        guard::notes(self.data, self.at(id), self.lang)
    }

    /// The hue of an indicator's field.
    pub(super) fn hue(&self, indicator: Id<Indicator>) -> u8 {
        self.data.domains[self.data.indicators[indicator].domain].hue()
    }

    /// The unit that figures of an indicator are drawn in.
    pub(super) fn unit(&self, indicator: Id<Indicator>) -> &'a Unit {
        axis_unit(self.data, &self.data.units[self.data.indicators[indicator].unit])
    }

    /// A figure in base units.
    pub(super) fn bounded(&self, id: Id<Observation>) -> Option<Bounded> {
        let o = self.at(id);
        Some(Bounded::of(o.quantity, o.base_value(&self.data.units[o.unit])?))
    }

    pub(super) fn facts(&self, id: Id<Observation>) -> Facts<'a> {
        Facts::of(self.data, self.at(id))
    }

    pub(super) fn period(&self, id: Id<Observation>) -> String {
        period_text(self.at(id), self.lang)
    }

    /// What divides a figure from others of its indicator, and how far it has come: 高龄老人、已完成.
    pub(super) fn what(&self, id: Id<Observation>) -> String {
        let o = self.at(id);
        let breakdown = breakdown_text(self.data, o, self.lang);
        self.list(&[&breakdown, &self.stage(id)])
    }

    /// How far a figure has come or, where it is no plain fact, what else it is.
    pub(super) fn stage(&self, id: Id<Observation>) -> String {
        let o = self.at(id);
        // A target is planned: one word for both.
        let stage = match o.role {
            Role::Actual | Role::Target | Role::Share => stage_word(self.data, o, self.lang),
            _ => claim(self.data, o, self.lang),
        };
        // Words that stand amid others.
        if self.lang == Lang::En { stage.to_ascii_lowercase() } else { stage }
    }

    /// A text that begins a line.
    pub(super) fn leading(text: &str) -> String {
        let mut chars = text.chars();
        chars.next().map_or_else(String::new, |first| {
            first.to_uppercase().collect::<String>() + chars.as_str()
        })
    }

    /// Words that are not empty, with commas between them.
    pub(super) fn list(&self, parts: &[&str]) -> String {
        listed(parts, COMMA, self.lang)
    }

    /// Every indicator to choose from.
    pub(super) fn subjects(&self) -> Vec<Group> {
        reported::subjects(self.data, self.indicators(), self.lang)
    }

    pub(super) fn item(&self, indicator: Id<Indicator>) -> (String, String) {
        reported::item(self.data, indicator, self.lang)
    }
}
