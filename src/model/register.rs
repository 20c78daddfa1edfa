//! Records kept by position and found by id.

use std::collections::HashMap;
use std::marker::PhantomData;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A record that has an id written in the data.
pub trait Record {
    /// The id, unique within its table.
    fn id(&self) -> &str;
}

/// Position of a record in its [`Register`]; cheap to copy and to compare.
pub struct Id<T>(u32, PhantomData<fn() -> T>);

impl<T> Id<T> {
    pub(crate) fn at(position: usize) -> Self {
        Self(u32::try_from(position).unwrap_or(u32::MAX), PhantomData)
    }

    /// Position as an index.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}
impl<'a, T> Deserialize<'a> for Id<T> {
    fn deserialize<D: Deserializer<'a>>(from: D) -> Result<Self, D::Error> {
        u32::deserialize(from).map(|at| Self(at, PhantomData))
    }
}
impl<T> std::fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// Records in file order with an index by id.
#[derive(Clone, Debug)]
pub struct Register<T> {
    records: Vec<T>,
    by_id: HashMap<String, u32>,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self { records: Vec::new(), by_id: HashMap::new() }
    }
}

impl<T: Record> Register<T> {
    /// Adds a record; gives `false` and leaves the register alone if its id is taken.
    pub(crate) fn insert(&mut self, record: T) -> bool {
        if self.by_id.contains_key(record.id()) {
            return false;
        }
        let position = Id::<T>::at(self.records.len());
        self.by_id.insert(record.id().to_owned(), position.0);
        self.records.push(record);
        true
    }

    /// The record with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Id<T>> {
        self.by_id.get(id).map(|&at| Id(at, PhantomData))
    }

    /// The record at a position.
    #[must_use]
    pub fn at(&self, position: usize) -> Option<&T> {
        self.records.get(position)
    }

    /// Records with their positions, in file order.
    pub fn iter(&self) -> impl Iterator<Item = (Id<T>, &T)> {
        self.records.iter().enumerate().map(|(at, record)| (Id::at(at), record))
    }

    /// Number of records.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The same records changed, in the same order and under the same ids.
    pub(crate) fn map(&self, change: impl Fn(T) -> T) -> Self
    where
        T: Clone,
    {
        let records = self.records.iter().cloned().map(change).collect();
        Self { records, by_id: self.by_id.clone() }
    }

    pub(crate) fn get_mut(&mut self, id: Id<T>) -> &mut T {
        &mut self.records[id.index()]
    }
}

impl<T> std::ops::Index<Id<T>> for Register<T> {
    type Output = T;

    fn index(&self, id: Id<T>) -> &T {
        &self.records[id.index()]
    }
}

/// Written as its records, in their order.
impl<T: Serialize> Serialize for Register<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.records.serialize(to)
    }
}

impl<'a, T: Record + Deserialize<'a>> Deserialize<'a> for Register<T> {
    fn deserialize<D: Deserializer<'a>>(from: D) -> Result<Self, D::Error> {
        let records = Vec::<T>::deserialize(from)?;
        let by_id = (0..).zip(&records).map(|(at, record)| (record.id().to_owned(), at)).collect();
        Ok(Self { records, by_id })
    }
}
