//! The records of a dataset, one struct a table.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    Direction, Id, Inferred, Level, MoneyKind, Nature, Period, Quantity, Record, Role, SourceKind,
    Stage, Topic, Unit,
};
use crate::base::date::PartialDate;
use crate::base::lang::{Bilingual, Lang};

/// A published release.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Id.
    pub id: String,
    /// Title of the release.
    pub title: Bilingual,
    /// Who published it.
    pub publisher: String,
    /// When, at the precision known.
    pub published: Option<PartialDate>,
    /// Reference area it speaks of.
    pub place: Option<Id<Place>>,
    /// File name of the stored release.
    pub file: String,
    /// SHA-256 of that file, hexadecimal.
    pub sha256: String,
    /// What a reader must know of it.
    pub note: String,
    /// Its address, empty where none is known.
    pub url: String,
    /// What kind of text it is, where told.
    pub kind: Option<SourceKind>,
    /// What of it is not printed and was inferred.
    pub inferred: Vec<Inferred>,
}

/// A reference area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// The name people use; empty where it is the name itself.
    pub short: Bilingual,
    /// The area it belongs to.
    pub parent: Option<Id<Place>>,
    /// Its level.
    pub level: Level,
    /// GB/T 2260 code, empty where there is none.
    pub code: String,
}

/// A field of livelihood work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Domain {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Place in the fixed order, which also fixes its colour.
    pub order: u8,
}

impl Place {
    /// The name that people use: the short one where it has one.
    #[must_use]
    pub const fn known_as(&self) -> &Bilingual {
        if self.short.is_empty() { &self.name } else { &self.short }
    }
}

impl Domain {
    /// The number of its colour.
    #[must_use]
    pub const fn hue(&self) -> u8 {
        self.order.saturating_sub(1)
    }
}

/// What is measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Id.
    pub id: String,
    /// The field it belongs to.
    pub domain: Id<Domain>,
    /// Name.
    pub name: Bilingual,
    /// The unit to show it in.
    pub unit: Id<Unit>,
    /// Which way is better.
    pub direction: Direction,
    /// What is counted, in our words.
    pub definition: Bilingual,
    /// What it measures, where told.
    pub nature: Option<Nature>,
    /// What kind of money it counts; `None` where it counts none or does not say.
    pub money: Option<MoneyKind>,
    /// What in a resident's life it is about, as told; [`super::Dataset::topic`] also knows by rule.
    pub topic: Option<Topic>,
    /// What a resident would ask that it answers; empty where nobody would.
    pub question: Bilingual,
}

/// A named works project that observations belong to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Where.
    pub place: Id<Place>,
    /// Field.
    pub domain: Id<Domain>,
    /// First date, where published.
    pub start: Option<PartialDate>,
    /// Last date, where published.
    pub end: Option<PartialDate>,
    /// How far it has come.
    pub stage: Stage,
    /// The project it is a part of.
    pub parent: Option<Id<Project>>,
}

/// Where in a release a figure is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Locator {
    /// Offset of its first character, in Unicode scalar values from the start of the file.
    pub start: usize,
    /// Offset after its last character.
    pub end: usize,
    /// Exactly what is printed there.
    pub printed: String,
}

/// One published figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// Id.
    pub id: String,
    /// What is measured.
    pub indicator: Id<Indicator>,
    /// Where.
    pub place: Id<Place>,
    /// The works project it belongs to.
    pub project: Option<Id<Project>>,
    /// The release that printed it.
    pub source: Id<Source>,
    /// Number and qualifier as published.
    pub quantity: Quantity,
    /// The unit it was published in.
    pub unit: Id<Unit>,
    /// How far what it counts has come.
    pub stage: Stage,
    /// What it is in relation to its indicator.
    pub role: Role,
    /// Time period.
    pub period: Period,
    /// What divides otherwise equal figures: `(key, value)`, sorted by key.
    pub breakdown: Vec<(String, String)>,
    /// Where it is printed; a derived figure carries its input's locator or an empty one.
    pub locator: Locator,
    /// The observation whose total this one is a part of.
    pub part_of: Option<Id<Observation>>,
    /// SDMX observation status, empty for a normal value.
    pub flag: String,
    /// Formula over other observations' ids, empty for a printed figure.
    pub derived: String,
    /// What a reader must know to read it right.
    pub note: Bilingual,
    /// What the release leaves in doubt about it.
    pub doubt: Option<Id<Doubt>>,
}

/// Something that a release leaves in doubt: it contradicts itself, or does not say what it counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Doubt {
    /// Id.
    pub id: String,
    /// What does not fit, in one sentence of our own.
    pub text: Bilingual,
}

/// An everyday word for something in the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synonym {
    /// The word.
    pub word: String,
    /// Id of the domain, indicator or place it leads to.
    pub target: String,
}

/// A step of a guided tour through a release.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryStep {
    /// The release.
    pub source: Id<Source>,
    /// Place in the tour, counted from 1.
    pub step: u32,
    /// What is shown: the part of a link after `#`.
    pub link: String,
    /// The figure it is about.
    pub observation: Id<Observation>,
    /// What is said.
    pub text: Bilingual,
}

impl Source {
    /// Whether something of it is not printed and was inferred.
    #[must_use]
    pub fn is_inferred(&self, what: Inferred) -> bool {
        self.inferred.contains(&what)
    }

    /// What a reader must know of it, in one language: the cell holds Chinese and English, parted by a bar.
    #[must_use]
    pub fn note_in(&self, lang: Lang) -> &str {
        let (zh, en) = self.note.split_once(" | ").unwrap_or((&self.note, &self.note));
        match lang {
            Lang::Zh => zh.trim(),
            Lang::En => en.trim(),
        }
    }
}

impl Indicator {
    /// What it measures: as told, else by its unit (levels and shares are rates, everything else is done in a period).
    #[must_use]
    pub fn nature(&self, kind: &str) -> Nature {
        self.nature.unwrap_or(if adds_up(kind) { Nature::Flow } else { Nature::Rate })
    }
}

/// Whether figures of a kind of unit add up; of levels, rates and shares a sum says nothing.
#[must_use]
pub fn adds_up(kind: &str) -> bool {
    let level = matches!(kind, "share" | "ratio" | "percentage_point" | "age");
    !(level || kind.contains("_per_") || kind.starts_with("duration"))
}

impl Observation {
    /// Whether the figure follows from published ones and is not itself printed: it is ours, not the release's.
    #[must_use]
    pub fn is_derived(&self) -> bool {
        !self.derived.is_empty()
    }

    /// The breakdown as written in the data: `key=value;key=value`.
    #[must_use]
    pub fn breakdown_text(&self) -> String {
        let pairs: Vec<String> = self.breakdown.iter().map(|(k, v)| format!("{k}={v}")).collect();
        pairs.join(";")
    }

    /// The value in the base unit of its kind.
    #[must_use]
    pub fn base_value(&self, unit: &Unit) -> Option<Decimal> {
        unit.to_base(self.quantity.value)
    }
}

macro_rules! record {
    ($($name:ident),+) => {
        $(impl Record for $name {
            fn id(&self) -> &str {
                &self.id
            }
        })+
    };
}
record!(Source, Place, Domain, Indicator, Project, Observation, Doubt);
