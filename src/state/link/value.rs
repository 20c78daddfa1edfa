//! What the value of a key says, written and read.

use super::text::{days, decode, encode, list, read_days, read_list};
use crate::base::date::Day;
use crate::base::lang::Lang;
use crate::query::SortKey;
use crate::state::OwnTable;
use crate::state::app::{StoryPlace, Theme, TypeSize, View};
use crate::state::options::{
    ClassCount, Classing, Comparison, Grouping, Maps, Mark, Measure, MoneySpan, PosterFormat,
};

/// A choice that stands as the value of a key.
pub(super) trait Value: Default + PartialEq {
    /// As a link has it; never asked of the default, which no link says.
    fn write(&self) -> String;

    /// What a link says; `None` where that cannot be read.
    fn read(value: &str) -> Option<Self>;
}

/// The value as a link has it; empty for the default.
pub(super) fn write<T: Value>(value: &T) -> String {
    if *value == T::default() { String::new() } else { value.write() }
}

/// Takes over what a link says; `None`, with all as it was, where that cannot be read.
pub(super) fn read<T: Value>(into: &mut T, value: &str) -> Option<()> {
    *into = T::read(value)?;
    Some(())
}

/// Words of vocabularies, by their ids.
macro_rules! words {
    ($($word:ty),+) => {
        $(impl Value for $word {
            fn write(&self) -> String {
                self.id().to_owned()
            }

            fn read(value: &str) -> Option<Self> {
                Self::from_id(value)
            }
        })+
    };
}

words!(View, Theme, TypeSize, Mark, Measure, MoneySpan, Grouping, PosterFormat, Comparison);
words!(Classing, ClassCount, Maps);

impl Value for bool {
    fn write(&self) -> String {
        "1".to_owned()
    }

    fn read(value: &str) -> Option<Self> {
        match value {
            "1" => Some(true),
            "0" => Some(false),
            _ => None,
        }
    }
}

impl Value for String {
    fn write(&self) -> String {
        encode(self)
    }

    fn read(value: &str) -> Option<Self> {
        Some(decode(value))
    }
}

impl Value for Vec<String> {
    fn write(&self) -> String {
        list(self.iter())
    }

    fn read(value: &str) -> Option<Self> {
        Some(read_list(value))
    }
}

/// What is not there unless a link says it.
trait Part: Sized {
    fn write(&self) -> String;

    /// `None` where it cannot be read, an inner one where nothing is said.
    fn read(value: &str) -> Option<Option<Self>>;
}

impl<T: Part + PartialEq> Value for Option<T> {
    fn write(&self) -> String {
        self.as_ref().map(T::write).unwrap_or_default()
    }

    fn read(value: &str) -> Option<Self> {
        T::read(value)
    }
}

impl Part for String {
    fn write(&self) -> String {
        encode(self)
    }

    fn read(value: &str) -> Option<Option<Self>> {
        Some(Some(decode(value)).filter(|text| !text.is_empty()))
    }
}

/// Px that a frame may have.
impl Part for u32 {
    fn write(&self) -> String {
        self.to_string()
    }

    fn read(value: &str) -> Option<Option<Self>> {
        match value {
            "" => Some(None),
            _ => value.parse().ok().filter(|px| (100..=20_000).contains(px)).map(Some),
        }
    }
}

impl Part for Lang {
    fn write(&self) -> String {
        self.id().to_owned()
    }

    fn read(value: &str) -> Option<Option<Self>> {
        Self::from_id(value).map(Some)
    }
}

/// Days of which the first is before the last.
impl Part for (Day, Day) {
    fn write(&self) -> String {
        days(Some(self.0), Some(self.1))
    }

    fn read(value: &str) -> Option<Option<Self>> {
        match read_days(value)? {
            (Some(from), Some(to)) if from != to => Some(Some((from, to))),
            _ => None,
        }
    }
}

/// The last day of a period.
impl Part for Day {
    fn write(&self) -> String {
        days(None, Some(*self))
    }

    fn read(value: &str) -> Option<Option<Self>> {
        match value {
            "" => Some(None),
            _ => read_days(value).map(|(_, last)| last),
        }
    }
}

/// A column and, after a dot, the order of its values.
impl Part for SortKey {
    fn write(&self) -> String {
        format!("{}.{}", encode(&self.column), if self.descending { "desc" } else { "asc" })
    }

    fn read(value: &str) -> Option<Option<Self>> {
        let (column, order) = value.rsplit_once('.').unwrap_or((value, "asc"));
        let descending = match order {
            "asc" => false,
            "desc" => true,
            _ => return None,
        };
        Some(Some(Self { column: decode(column), descending }))
    }
}

/// A story's id and, after a dot, the step; without one it is the first.
impl Part for StoryPlace {
    fn write(&self) -> String {
        format!("{}.{}", encode(&self.story), self.step)
    }

    fn read(value: &str) -> Option<Option<Self>> {
        let (story, step) = value.rsplit_once('.').unwrap_or((value, "1"));
        let step = step.parse().ok().filter(|step| *step > 0)?;
        (!story.is_empty()).then(|| Some(Self { story: decode(story), step }))
    }
}

/// Name, size and checksum.
impl Part for OwnTable {
    fn write(&self) -> String {
        format!("{},{},{:08x}", encode(&self.name), self.bytes, self.hash)
    }

    fn read(value: &str) -> Option<Option<Self>> {
        // A name whose commas somebody has decoded is read all the same.
        let mut parts = value.rsplitn(3, ',');
        let hash = parts.next().filter(|hash| hash.len() == 8)?;
        let hash = u32::from_str_radix(hash, 16).ok()?;
        let bytes = parts.next()?.parse().ok()?;
        let name = Some(decode(parts.next()?)).filter(|name| !name.is_empty())?;
        Some(Some(Self { name, bytes, hash, read: String::new() }))
    }
}
