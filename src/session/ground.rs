//! The map of somebody else's under a table: laid, kept, taken away.

use super::Session;
use crate::base::lang::Bilingual;
use crate::column::{Category, Codes, Column, Data, Dictionary, Entry, Keys, Role, Table};
use crate::geo::Atlas;
use crate::plot::map::Ground;

/// Of more ids than this, none is looked for on a map.
const MOST_IDS: usize = 5_000;

impl Session {
    /// Puts the map of a file under a plain table, in place of the one there is; `is_own`: it came with the table. Gives
    /// whether the table's areas are on it; where they are not, all stays as it was.
    pub fn lay_map(&mut self, atlas: &Atlas, file: &str, is_own: bool) -> bool {
        if self.rows.are_published() {
            return false;
        }
        let ground = Ground::of(self.engine.table(), atlas, file, is_own);
        let known = ground.as_ref().map_or(0, Ground::known);
        // What numbers the rows may be the code of their areas.
        let ids = self.ids().and_then(|ids| {
            let table =
                Table { len: self.engine.table().len, columns: vec![ids], ..Table::default() };
            let ground = Ground::of(&table, atlas, file, is_own)?;
            (ground.known() > known).then_some((ground, table))
        });
        if let Some((ground, table)) = ids {
            self.change_table(|own| own.columns.extend(table.columns));
            self.replace(ground);
            return true;
        }
        let is_laid = ground.is_some();
        ground.into_iter().for_each(|ground| self.replace(ground));
        is_laid
    }

    /// Takes the map away that was put under the table; one that came with it takes its place again.
    pub fn clear_map(&mut self) {
        self.ground = self.own_ground.take();
    }

    fn replace(&mut self, ground: Ground) {
        let before = self.ground.replace(ground).filter(Ground::is_own);
        self.own_ground = before.or_else(|| self.own_ground.take());
    }

    /// Whether a map came with the table.
    #[must_use]
    pub fn has_own_map(&self) -> bool {
        self.ground.as_ref().is_some_and(Ground::is_own)
    }

    /// The ids of the rows as a column of areas; `None` where they are numbers of rows alone.
    fn ids(&self) -> Option<Column> {
        let table = self.engine.table();
        let layout = self.layout.iter().find(|column| column.is_key)?;
        let Keys::Given(ids) = &table.keys else { return None };
        if ids.len() > MOST_IDS || table.column(&layout.key).is_some() {
            return None;
        }
        let mut dictionary = Dictionary::default();
        let mut code = |id: &String| {
            let name = Bilingual::same(id);
            Some(dictionary.intern(Entry { id: id.clone(), name, parent: None, hue: None }))
        };
        let codes: Vec<Option<u32>> = ids.iter().map(&mut code).collect();
        let codes = Codes::pack(codes, dictionary.len());
        let data = Data::Category(Category { codes, dictionary });
        let column = Column::new(&layout.key, Role::Area, data);
        Some(Column { name: Bilingual::same(&layout.name), ..column })
    }
}
