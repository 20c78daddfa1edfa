//! How much of a promise is done, as a picture in the release's own measure.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::judged::Judged;
use super::promise::Promise;
use super::ratio::Aim;
use super::row::RowBuilder;
use crate::chart::{Fill, ProgressPart, QuantityMark, QuantitySize, QuantitySpec};
use crate::model::{Id, Observation, Qualifier, Record};
use crate::plot::extent;
use crate::words::told;

/// A figure as a picture measures it.
pub(super) struct Measured {
    /// In the base unit of its kind.
    pub(super) value: Decimal,
    /// How it relates to the true one.
    pub(super) qualifier: Qualifier,
    /// Its words.
    pub(super) tip: String,
    /// Key of its row.
    pub(super) key: String,
}

/// What a picture is made of.
pub(super) struct Drawn {
    /// What was promised.
    pub(super) target: Decimal,
    /// What is done.
    pub(super) done: Option<Measured>,
    /// What is begun, done or not.
    pub(super) begun: Option<Measured>,
    /// Hue of the field.
    pub(super) hue: u8,
    /// Put before every id.
    pub(super) prefix: String,
}

impl Drawn {
    /// A square each where whole things are counted that are few, else a bar; and keys of the figures that the parts open.
    pub(super) fn picture(self) -> (Option<QuantitySpec>, Vec<String>) {
        let (mut parts, mut keys) = (Vec::new(), Vec::new());
        let mut so_far = Decimal::ZERO;
        let mut is_exact = self.target.fract().is_zero();
        let steps = [(self.done, Fill::Solid), (self.begun, Fill::Hatched)];
        for (step, fill) in steps {
            let Some(Measured { value, qualifier, tip, key }) = step else { continue };
            let more = value.checked_sub(so_far).unwrap_or_default();
            is_exact = is_exact && qualifier == Qualifier::Eq && value.fract().is_zero();
            if more <= Decimal::ZERO {
                continue;
            }
            so_far = value;
            parts.push(ProgressPart {
                id: u32::try_from(keys.len()).unwrap_or_default(),
                extent: extent(qualifier, more.to_f64().unwrap_or_default()),
                fill,
                hue: self.hue,
                tip,
                ..ProgressPart::default()
            });
            keys.push(key);
        }
        if self.target <= Decimal::ZERO {
            return (None, Vec::new());
        }
        let mark = match so_far > self.target {
            // What goes beyond what was promised shows where that ends.
            true => QuantityMark::Target,
            false if is_exact => QuantityMark::Count,
            false => QuantityMark::Share,
        };
        let picture = QuantitySpec {
            prefix: self.prefix,
            mark,
            size: QuantitySize::Small,
            hue: self.hue,
            parts,
            whole: self.target.to_f64(),
            ..QuantitySpec::default()
        };
        (Some(picture), keys)
    }
}

impl RowBuilder<'_> {
    /// The picture of a promise; none where target and result are not measured alike, where the target is not to be
    /// exceeded, and where nothing is promised.
    pub(super) fn picture(
        &self,
        promise: &Promise,
        judged: &Judged,
    ) -> (Option<QuantitySpec>, Vec<String>) {
        let Some(target) = promise.target.map(|id| self.o(id)) else { return (None, Vec::new()) };
        let base = |o: &Observation| o.base_value(&self.data.units[o.unit]);
        let measured = |id: Id<Observation>| {
            let o = self.o(id);
            let tip = told(self.data, o, self.lang);
            let (qualifier, key) = (o.quantity.qualifier, o.id().to_owned());
            base(o).map(|value| Measured { value, qualifier, tip, key })
        };
        let prefix = format!("ledger-{}", target.id);
        let hue = self.data.domains[promise.domain].hue();
        let published = promise.rate.filter(|_| !promise.is_printed(self.data));
        if let Some(rate) = published {
            // Only the release's own percentage may be drawn: the target was worked out from it.
            let done =
                measured(rate).map(|done| Measured { value: self.o(rate).quantity.value, ..done });
            return Drawn { target: Decimal::ONE_HUNDRED, done, begun: None, hue, prefix }
                .picture();
        }
        let can_be_set = promise.actual.is_none() || judged.ratio.is_some();
        let Some(wanted) = base(target).filter(|_| can_be_set && judged.aim == Aim::Reach) else {
            return (None, Vec::new());
        };
        let done = promise.actual.and_then(measured);
        let begun = promise.begun.filter(|_| judged.begun.is_some()).and_then(measured);
        Drawn { target: wanted, done, begun, hue, prefix }.picture()
    }
}
