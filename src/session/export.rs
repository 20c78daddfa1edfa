//! The rows as a file.

use serde::{Deserialize, Serialize};

use super::Session;
use super::ask::Ask;
use crate::base::lang::Lang;
use crate::export::{
    About, Format, Imprint, MOST_ROWS, Reader, licence, notes, program_sources, sources, write_csv,
    write_described, write_json, write_package, write_rows, write_workbook,
};
use crate::i18n::catalog::export as m;
use crate::plot::summary;
use crate::plot::table::{self, Sheet};
use crate::query::{Engine, Filter};
use crate::state::TableOptions;
use crate::words::filter_texts;

/// The most rows that one file holds.
const MOST_EXPORTED: usize = 1_000_000;
// A sheet has room for them and its header.
const _: () = assert!(MOST_EXPORTED < MOST_ROWS);

/// All rows as a file, please: in their order; for people with the columns shown, for programs with all of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Export {
    /// What is filtered.
    pub filter: Filter,
    /// Columns and order.
    pub options: TableOptions,
    /// Form of the file.
    pub format: Format,
    /// When, and the link to the rows.
    pub imprint: Imprint,
    /// Language.
    pub lang: Lang,
}

/// A file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// How many rows it holds.
    pub rows: usize,
    /// Rows that it has no room for.
    pub left_out: usize,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Ask for Export {
    type Answer = Exported;

    fn answer(&self, session: &mut Session) -> Exported {
        let lang = self.lang;
        session.set_filter(&self.filter);
        let Session { engine, rows: known, layout, .. } = session;
        let (known, published) = (known.as_ref(), known.as_ref().published());
        let matching = engine.matching();
        let count = matching.min(MOST_EXPORTED);
        let rows = table::rows(engine, known, &self.options, 0..count);
        let about = |engine: &mut Engine, lang| About {
            title: m::DATA_TITLE.get(lang).to_owned(),
            sentence: summary::plan(engine, known, lang).sentence,
            filters: filter_texts(engine.table(), &self.filter, lang),
            order: table::header(engine, known, &self.options, lang).order,
            licence: published.map(|data| licence(&data.descriptor)).unwrap_or_default(),
            imprint: self.imprint.clone(),
            lang,
        };
        let table = engine.table().clone();
        let for_people = || {
            let sheet = Sheet::new(known, &table, lang);
            sheet.export(&sheet.taken_away(&self.options.columns), &rows)
        };
        let program = |lang, rows: &[usize]| Sheet::new(known, &table, lang).program(layout, rows);
        let bytes = match self.format {
            Format::Csv => write_csv(&for_people(), Reader::Spreadsheet),
            Format::PlainCsv => write_csv(&program(lang, &rows), Reader::Program),
            Format::Json => {
                let told = Lang::ALL.map(|lang| (about(engine, lang), program(lang, &[])));
                let sources =
                    published.map(|data| program_sources(data, &rows)).unwrap_or_default();
                write_json(&told, &program(lang, &rows), &sources)
            }
            Format::Csvw => write_described(&program(lang, &rows), &about(engine, lang)),
            Format::Package => match published {
                Some(data) => write_package(data, &rows, &about(engine, lang)),
                None => write_rows(&program(lang, &rows), &about(engine, lang)),
            },
            Format::Workbook => {
                let notes = notes(&about(engine, lang), published, &rows);
                let sheets = match published {
                    Some(data) => vec![for_people(), sources(data, &rows, lang), notes],
                    None => vec![program(lang, &rows), notes],
                };
                write_workbook(&sheets)
            }
        };
        Exported { rows: count, left_out: matching - count, bytes }
    }
}
