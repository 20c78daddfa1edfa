//! The columns a table view can show.

use serde::{Deserialize, Serialize};

use super::Sheet;
use crate::base::order::Order;
use crate::base::vocabulary::vocabulary;
use crate::column::Role;
use crate::i18n::catalog::{data, table as m};
use crate::words::column_name;

vocabulary! {
    /// A column of published figures that the table itself does not carry.
    Extra {
        /// The figure in the base unit of its kind.
        Base = "base",
        /// Exactly what is printed.
        Printed = "printed",
        /// What a reader must know.
        Note = "note",
        /// Least value the words allow.
        Lower = "lower",
        /// Greatest value the words allow.
        Upper = "upper",
        /// The unit it was published in.
        Unit = "unit",
        /// Where in the release it is printed.
        Locator = "locator",
        /// The row's id.
        Id = "id",
    }
}

/// Where a column's values come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// The table's column at this position, and what it is for.
    Own(usize, Role),
    /// The published figure of the row.
    Extra(Extra),
}

/// How much room a column asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Width {
    /// A word.
    Narrow,
    /// A few words, or a figure.
    Medium,
    /// A name of several words.
    Broad,
    /// A long name, a sentence, or a figure written out.
    Wide,
}

/// A column of the table view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Key, as links write it.
    pub key: String,
    /// Where its values come from.
    pub origin: Origin,
    /// Whether it is shown unless the reader chooses otherwise.
    pub usual: bool,
}

impl Field {
    /// What the table's own column is for.
    #[must_use]
    pub const fn role(&self) -> Option<Role> {
        match self.origin {
            Origin::Own(_, role) => Some(role),
            Origin::Extra(_) => None,
        }
    }

    /// How much room it asks for.
    #[must_use]
    pub const fn width(&self) -> Width {
        match self.origin {
            Origin::Own(_, Role::Series) | Origin::Extra(Extra::Note | Extra::Base) => Width::Wide,
            Origin::Own(_, Role::Area | Role::Category) | Origin::Extra(Extra::Id) => Width::Broad,
            Origin::Own(_, Role::Stage | Role::Kind | Role::Qualifier)
            | Origin::Extra(Extra::Unit) => Width::Narrow,
            _ => Width::Medium,
        }
    }

    /// Whether its cells are numbers with a unit, set to the right so that they can be compared.
    #[must_use]
    pub const fn is_amount(&self) -> bool {
        match self.origin {
            Origin::Own(_, role) => role.is_number(),
            Origin::Extra(extra) => matches!(extra, Extra::Base | Extra::Lower | Extra::Upper),
        }
    }
}

/// What a reader sees at first, in this order.
const USUAL: [Role; 8] = [
    Role::Series,
    Role::Target,
    Role::Done,
    Role::Measure,
    Role::Area,
    Role::Time,
    Role::Stage,
    Role::Topic,
];

/// What a row of a file is about: the first of these that it has.
const LEADS: [Role; 6] =
    [Role::Area, Role::Series, Role::Topic, Role::Category, Role::Stage, Role::Time];
/// Columns of a file that are shown at first; each cell of the rows in sight costs.
const MOST_USUAL: usize = 40;

/// The column of releases in a table of published figures.
const RELEASE: &str = "source";

impl Sheet<'_> {
    /// Every column there is, those of published figures or of a file.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        if self.rows.are_published() { self.published_fields() } else { self.file_fields() }
    }

    /// The columns of a file in its order, but for the one that says what a row is about: it stands first, where it stays
    /// in sight while the others scroll. All are usual as far as a reader can look through them; free text is where nothing
    /// else tells rows apart.
    fn file_fields(&self) -> Vec<Field> {
        let columns = &self.table.columns;
        let lead = LEADS.iter().find_map(|&role| columns.iter().position(|c| c.role == role));
        let order = lead.into_iter().chain((0..columns.len()).filter(|&at| Some(at) != lead));
        let mut room = MOST_USUAL;
        let field = |at: usize| {
            let role = columns[at].role;
            let usual = room > 0 && (role != Role::Text || lead.is_none());
            room -= usize::from(usual);
            Field { key: columns[at].key.clone(), origin: Origin::Own(at, role), usual }
        };
        let mut fields: Vec<Field> = order.map(field).collect();
        if fields.iter().all(|field| field.key != Extra::Id.id()) {
            let key = Extra::Id.id().to_owned();
            fields.push(Field { key, origin: Origin::Extra(Extra::Id), usual: false });
        }
        fields
    }

    /// The columns of these keys as a file has them: those of a reader's own in its order, all of them where no key is
    /// known, for a file that leaves some out says nothing of them.
    #[must_use]
    pub fn taken_away(&self, keys: &[String]) -> Vec<Field> {
        if self.rows.are_published() {
            return self.chosen(keys);
        }
        let mut fields = self.fields();
        if fields.iter().any(|field| keys.contains(&field.key)) {
            fields.retain(|field| keys.contains(&field.key));
        } else {
            fields.retain(|field| matches!(field.origin, Origin::Own(..)));
        }
        fields.order_by_key(|field| match field.origin {
            Origin::Own(at, _) => at,
            Origin::Extra(_) => usize::MAX,
        });
        fields
    }

    /// Every column of published figures: the usual ones, the table's others, and those that the table does not carry.
    /// Beside a figure stands what the release prints, and beside its stage which release that is.
    fn published_fields(&self) -> Vec<Field> {
        // Without a series the other categories are all that names a row.
        let is_named = self.table.by_role(Role::Series).is_some();
        // The text of a published figure is quoted from its release, below.
        let quoted = |role: Role| role == Role::Text;
        let own = |is_wanted: &dyn Fn(Role) -> bool, usual: bool| -> Vec<Field> {
            let columns = self.table.columns.iter().enumerate();
            columns
                .filter(|(_, c)| is_wanted(c.role) && !quoted(c.role))
                .map(|(at, c)| Field { key: c.key.clone(), origin: Origin::Own(at, c.role), usual })
                .collect()
        };
        let is_usual = |role: Role| USUAL.contains(&role);
        let extra = |extra: Extra, usual: bool| Field {
            key: extra.id().to_owned(),
            origin: Origin::Extra(extra),
            usual,
        };
        let mut fields: Vec<Field> = Vec::new();
        for &usual in &USUAL {
            fields.extend(own(&|role| role == usual, true));
            match usual {
                Role::Measure => fields.push(extra(Extra::Printed, true)),
                Role::Stage => {
                    let all = own(&|role| role == Role::Category, true);
                    fields.extend(all.into_iter().filter(|field| field.key == RELEASE));
                }
                _ => {}
            }
        }
        let others = own(&|role| !is_usual(role), !is_named);
        for field in others {
            if !fields.iter().any(|f| f.key == field.key) {
                fields.push(field);
            }
        }
        let is_new = |extra: &&Extra| !fields.iter().any(|f| f.key == extra.id());
        let extras = Extra::ALL.iter().filter(is_new);
        let extras: Vec<Field> = extras.map(|&one| extra(one, false)).collect();
        fields.extend(extras);
        fields
    }

    /// The column of a key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<Field> {
        self.fields().into_iter().find(|field| field.key == key)
    }

    /// The columns of these keys, each once and in this order; the usual ones where no key is known.
    #[must_use]
    pub fn chosen(&self, keys: &[String]) -> Vec<Field> {
        let all = self.fields();
        let mut chosen: Vec<Field> = Vec::new();
        for field in keys.iter().filter_map(|key| all.iter().find(|f| f.key == *key)) {
            if !chosen.contains(field) {
                chosen.push(field.clone());
            }
        }
        if chosen.is_empty() {
            chosen.extend(all.iter().filter(|f| f.usual).cloned());
        }
        if chosen.is_empty() {
            chosen.extend(all.into_iter().next());
        }
        chosen
    }

    /// A column's name.
    #[must_use]
    pub fn name(&self, field: &Field) -> String {
        let message = match field.origin {
            Origin::Own(at, _) => return column_name(&self.table.columns[at], self.lang),
            Origin::Extra(Extra::Base) => m::BASE,
            Origin::Extra(Extra::Printed) => data::PRINTED,
            Origin::Extra(Extra::Note) => data::NOTE,
            Origin::Extra(Extra::Lower) => m::LOW,
            Origin::Extra(Extra::Upper) => m::HIGH,
            Origin::Extra(Extra::Unit) => data::UNIT,
            Origin::Extra(Extra::Locator) => m::LOCATOR,
            Origin::Extra(Extra::Id) => m::ID,
        };
        message.get(self.lang).to_owned()
    }
}

/// The keys to choose once a column is shown or hidden: a new one takes its usual place among the others, the last
/// one stays, and the usual choice is written as none, so that links stay short.
#[must_use]
pub fn toggled(all: &[Field], shown: &[Field], key: &str) -> Vec<String> {
    let mut keys: Vec<&str> = shown.iter().map(|f| f.key.as_str()).collect();
    let place = |key: &str| all.iter().position(|f| f.key == key);
    match keys.iter().position(|&k| k == key) {
        Some(_) if keys.len() == 1 => {}
        Some(at) => drop(keys.remove(at)),
        None => {
            let at = keys.iter().position(|&k| place(k) > place(key)).unwrap_or(keys.len());
            keys.insert(at, key);
        }
    }
    if keys.iter().copied().eq(all.iter().filter(|f| f.usual).map(|f| f.key.as_str())) {
        return Vec::new();
    }
    keys.into_iter().map(str::to_owned).collect()
}
