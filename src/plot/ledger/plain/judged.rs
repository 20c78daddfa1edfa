//! How a target of any table stands, by the rules for published figures, and only where the table tells what it asks for.

use rust_decimal::Decimal;

use super::claims::{Cell, Claim, Says, period};
use super::reading::Reading;
use crate::model::{Direction, Qualifier, Role};
use crate::plot::ledger::judged::is_more;
use crate::plot::ledger::ratio::{Aim, ratio, ratio_qualifier};
use crate::plot::ledger::status::{Case, Due, Status, Why, deadline, is_in_time, judge};
use crate::plot::measure::own_unit;

/// How a target stands: status and reason, and the share that is done.
pub(super) struct Judged {
    pub(super) status: Status,
    pub(super) why: Option<Why>,
    pub(super) ratio: Option<Decimal>,
    pub(super) qualifier: Qualifier,
}

impl Reading<'_> {
    pub(super) fn judged(&self, claim: &Claim) -> Judged {
        let plain = |status, why| Judged { status, why, ratio: None, qualifier: Qualifier::Eq };
        if claim.is_unclear {
            return plain(Status::Unjudged, Some(Why::Unclear));
        }
        let Some(result) = &claim.result else { return plain(Status::Open, Some(Why::NoActual)) };
        let both = self.quantity(&claim.target).zip(self.quantity(result));
        let Some((wanted, done)) = both.filter(|_| self.is_alike(claim, result)) else {
            return plain(Status::Unjudged, Some(Why::Unlike));
        };
        let Some(aim) = self.aim(claim).filter(|_| self.qualifier(result.row).is_some()) else {
            return plain(Status::Unjudged, Some(Why::NoAim));
        };
        let case = Case {
            aim,
            met: aim.is_met(wanted, done),
            more: is_more(wanted, done),
            due: self.due(claim, result),
        };
        let (status, why) = judge(&case);
        let has_one_time = self.is_row() && period(self.table, result.row).is_some();
        let why = why.map(|why| if why == Why::NoDue && has_one_time { Why::OneTime } else { why });
        let ratio = ratio(aim, wanted.value, done.value);
        Judged { status, why, ratio, qualifier: ratio_qualifier(wanted.qualifier, done.qualifier) }
    }

    /// Whether both are in one unit and of one time.
    fn is_alike(&self, claim: &Claim, result: &Cell) -> bool {
        let unit = |cell: &Cell| own_unit(cell.column, self.lang);
        let of = |cell: &Cell| period(self.table, cell.row);
        let in_time = of(&claim.target).zip(of(result)).is_none_or(|(a, b)| is_in_time(a, b));
        unit(&claim.target) == unit(result) && in_time
    }

    /// Whether the target was due when its result was taken. The one time of a row may be either's.
    fn due(&self, claim: &Claim, result: &Cell) -> Due {
        let of = |cell: &Cell| period(self.table, cell.row).filter(|_| !self.is_row());
        of(&claim.target)
            .zip(of(result))
            .map_or(Due::Unknown, |(target, result)| Due::at(deadline(target), result, None))
    }

    /// What the target asks for; `None` where the table does not say it: that more is done than was to be done is good,
    /// that there is more of something need not be.
    fn aim(&self, claim: &Claim) -> Option<Aim> {
        let qualifier = self.qualifier(claim.target.row)?;
        let role = match claim.target.says {
            Says::Ceiling => Role::Ceiling,
            _ => Role::Target,
        };
        let is_done = claim.result.is_some_and(|result| result.says == Says::Done);
        let is_said = is_done || role == Role::Ceiling || qualifier != Qualifier::Eq;
        is_said.then(|| Aim::of(role, qualifier, Direction::None))
    }
}
