//! The picture made for one figure, which fills a step of a guided tour.

use rust_decimal::Decimal;

use super::finding::is_share;
use super::picture::{self, Told};
use super::plain::reached;
use super::types::Picture;
use crate::base::lang::Lang;
use crate::chart::{QuantityMark, Symbol};
use crate::model::{Dataset, Observation, Qualifier, Role};

/// The most that is counted out.
const MOST: Decimal = Decimal::from_parts(60, 0, 0, false, 0);

/// Kinds of units of what can be told one by one.
const COUNTED: [&str; 6] = ["facility", "place", "item", "event", "housing", "team"];

/// A share as so many of a hundred, a count as so many symbols, beside the target that its release prints where it has
/// one. `None` of what no symbols show: sums, areas, many people.
#[must_use]
pub fn pictured(data: &Dataset, o: &Observation, lang: Lang) -> Option<Picture> {
    let told = |mark| Told { data, mark, is_said: true, within: "story", lang };
    let is_limit = matches!(o.quantity.qualifier, Qualifier::AtMost | Qualifier::Under);
    if is_share(data, o) {
        return (!is_limit && o.role != Role::Target)
            .then(|| picture::hundred(&told(QuantityMark::Icons), o, Symbol::Square));
    }
    let counted = |o: &Observation| {
        let (kind, value) = (&*data.units[o.unit].kind, o.quantity.value);
        COUNTED.contains(&kind) && value > Decimal::ONE && value <= MOST && value.is_integer()
    };
    if !counted(o) {
        return None;
    }
    let targets = data.observations.iter().map(|(_, target)| target);
    let target = targets
        .filter(|target| target.role == Role::Target && target.part_of.is_none())
        .find(|target| reached(data, target).is_some_and(|reached| reached.id == o.id));
    let told = told(QuantityMark::Count);
    Some(match target.filter(|target| counted(target)) {
        Some(target) => picture::target(&told, o, target),
        None => picture::alone(&told, o),
    })
}
