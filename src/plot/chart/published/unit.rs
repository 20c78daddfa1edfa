//! The one unit a chart's figures are brought to.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Published;
use crate::base::once::each_once;
use crate::chart::Extent;
use crate::column::Role;
use crate::i18n::catalog::chart as m;
use crate::i18n::catalog::words::COMMA;
use crate::model::{Id, Qualifier, Unit};
use crate::plot::chart::amount::AxisUnit;
use crate::plot::extent;
use crate::plot::format::{axis_unit, ends_word};
use crate::words::{exactly, listed};

impl AxisUnit {
    /// The unit of these rows, which are of one kind.
    pub(super) fn of(s: &Published, rows: &[usize]) -> Option<Self> {
        let units: BTreeSet<usize> =
            rows.iter().map(|&row| s.observation(row).unit.index()).collect();
        let first = s.observation(*rows.first()?);
        let one_series = s.is_one_series(rows);
        let shared: &Unit = if units.len() == 1 {
            &s.data.units[first.unit]
        } else if one_series {
            &s.data.units[s.data.indicators[first.indicator].unit]
        } else {
            &s.data.units[s.data.units[first.unit].base]
        };
        let unit = axis_unit(s.data, shared);
        let words = if !one_series && is_mixed(s, &units) {
            let kind = s.codes(Role::Kind, rows).first().map(|&code| s.name(Role::Kind, code));
            m::UNIT_OWN.fill(s.lang, &[("kind", &kind.unwrap_or_default())])
        } else {
            let names = names(s, rows, unit);
            m::UNIT_LINE.fill(s.lang, &[("unit", &listed(names, COMMA, s.lang))])
        };
        Some(Self { unit: unit.clone(), words })
    }

    /// A value in base units as a position on the axis.
    pub(super) fn position(&self, base_value: Decimal) -> Option<f64> {
        self.unit.from_base(base_value)?.to_f64()
    }

    /// A sum in base units as readers write it, with a word where its ends are not sharp.
    pub(super) fn amount(&self, s: &Published, base_value: Decimal, ends: &Extent) -> String {
        let value = self.unit.from_base(base_value).unwrap_or(base_value);
        let mut text = exactly(value, &self.unit, s.lang);
        text.qualifier =
            ends_word(ends.ends()).map_or_else(String::new, |word| word.get(s.lang).to_owned());
        text.to_string()
    }
}

/// The units that figures of one axis count by, as schools and projects are of one size: each once, in their order.
fn names<'a>(s: &'a Published, rows: &[usize], shared: &'a Unit) -> Vec<&'a str> {
    let own = rows.iter().map(|&row| axis_unit(s.data, &s.data.units[s.observation(row).unit]));
    let of_one_size = own.filter(|unit| unit.base == shared.base && unit.factor == shared.factor);
    let names = each_once(of_one_size.map(|unit| unit.name.get(s.lang)));
    if names.is_empty() { vec![shared.name.get(s.lang)] } else { names }
}

/// A sum of figures: open or soft where a part of it is.
pub(super) fn total(value: f64, parts: impl Iterator<Item = Qualifier>) -> Extent {
    parts.map(|qualifier| extent(qualifier, 0.0)).fold(Extent::exact(value), |sum, part| Extent {
        open_low: sum.open_low || part.open_low,
        open_high: sum.open_high || part.open_high,
        soft: sum.soft || part.soft,
        ..sum
    })
}

/// Whether units of equal size count unlike things, as schools and roads do: then no word fits all.
fn is_mixed(s: &Published, units: &BTreeSet<usize>) -> bool {
    let mut names: BTreeMap<Decimal, BTreeSet<&str>> = BTreeMap::new();
    for &at in units {
        let unit = &s.data.units[Id::at(at)];
        names.entry(unit.factor.normalize()).or_default().insert(unit.name.get(s.lang));
    }
    names.values().any(|same_size| same_size.len() > 1)
}
