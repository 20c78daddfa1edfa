//! How a ledger words what stands in it: of promises that releases print, or of targets of any table.

use super::status::{Status, Why};
use crate::base::lang::Lang;
use crate::i18n::Message;
use crate::i18n::catalog::{data as d, ledger as m};

/// The words that differ: a release prints, a table states.
pub struct Wording {
    open: Message,
    no_actual: Message,
    no_due: Message,
}

/// Of promises that releases print.
pub const RELEASE: Wording =
    Wording { open: m::OPEN, no_actual: m::WHY_NO_ACTUAL, no_due: m::WHY_NO_DUE };

/// Of targets of any table.
pub(super) const TABLE: Wording =
    Wording { open: m::OPEN_ROWS, no_actual: m::WHY_NO_ACTUAL_ROWS, no_due: m::WHY_NO_DUE_ROWS };

impl Wording {
    /// What a status is called.
    #[must_use]
    pub const fn status(&self, status: Status, why: Option<Why>) -> Message {
        match (status, why) {
            (_, Some(Why::OverLimit)) => m::OVER_LIMIT,
            (Status::Exceeded, _) => m::EXCEEDED,
            (Status::Met, _) => m::MET,
            (Status::Behind, _) => m::BEHIND,
            (Status::NotDue, _) => m::NOT_DUE,
            (Status::Open, _) => self.open,
            (Status::Unjudged, _) => m::UNJUDGED,
            (Status::Project, _) => d::PROJECT,
        }
    }

    const fn reason(&self, why: Why) -> Option<Message> {
        Some(match why {
            Why::NoActual => self.no_actual,
            Why::NoDue => self.no_due,
            Why::NoDate => m::WHY_NO_DATE,
            Why::Words => m::WHY_WORDS,
            Why::Derived => m::WHY_DERIVED,
            Why::Doubt => m::WHY_DOUBT,
            Why::Part => m::WHY_PART,
            Why::Unlike => m::WHY_UNLIKE,
            Why::NoAim => m::WHY_NO_AIM,
            Why::OneTime => m::WHY_ONE_TIME,
            Why::Unclear => m::WHY_UNCLEAR,
            // Its name says it.
            Why::OverLimit => return None,
        })
    }

    /// How a promise stands, and why or until when where that needs saying. `due` is empty where nobody knows.
    pub(super) fn standing(
        &self,
        (status, why): (Status, Option<Why>),
        due: &str,
        lang: Lang,
    ) -> String {
        let name = self.status(status, why).get(lang);
        let why = match status {
            Status::NotDue | Status::Behind => {
                (!due.is_empty()).then(|| m::DUE_AT.fill(lang, &[("date", due)]))
            }
            _ => why.and_then(|why| self.reason(why)).map(|message| message.get(lang).to_owned()),
        };
        why.map_or_else(
            || name.to_owned(),
            |why| m::STANDING.fill(lang, &[("status", name), ("why", &why)]),
        )
    }
}
