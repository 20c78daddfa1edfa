//! A file's footer: its columns, its row groups, and what their statistics say of the cells.

use std::ops::Range;
use std::sync::Arc;

use ::parquet::DecodeResult;
use ::parquet::arrow::ProjectionMask;
use ::parquet::arrow::arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions};
use ::parquet::basic::{Compression, Type as PhysicalType};
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::{
    ColumnChunkMetaData, ParquetMetaData, ParquetMetaDataPushDecoder, RowGroupMetaData,
};
use ::parquet::file::statistics::Statistics;
use ::parquet::schema::types::SchemaDescriptor;
use arrow_schema::{DataType, Field, Schema, TimeUnit};
use bytes::Bytes;

use super::calendar::{day_of, offset_of};
use super::cells::{Kind, decimal};
use super::flat;
use super::thrift;
use super::wanted::{Condition, Extent, Wanted};

/// What a file says of itself at its end.
#[derive(Clone, Debug)]
pub(super) struct Footer(ArrowReaderMetadata);

/// What reading a footer came to.
pub(super) enum FooterStep {
    /// These bytes too are needed.
    Needs(Range<u64>),
    /// The footer.
    Read(Footer),
}

impl Footer {
    /// Reads a footer from bytes that begin at `start` and reach to the file's end, at `length`.
    pub(super) fn read(length: u64, start: u64, bytes: Bytes) -> Result<FooterStep, ParquetError> {
        if content(&bytes).is_some_and(|content| !thrift::is_bounded(content)) {
            return Err(ParquetError::General("the footer claims more than it holds".into()));
        }
        let mut decoder = ParquetMetaDataPushDecoder::try_new(length)?;
        decoder.push_range(start..start.saturating_add(bytes.len() as u64), bytes)?;
        let metadata = match decoder.try_decode()? {
            DecodeResult::Data(metadata) => Arc::new(metadata),
            DecodeResult::NeedsData(ranges) => {
                let begin = ranges.iter().map(|range| range.start).min().unwrap_or(0);
                // Asking for what is there would never end.
                if begin >= start {
                    return Err(ParquetError::EOF("the footer is cut".into()));
                }
                return Ok(FooterStep::Needs(begin..length));
            }
            DecodeResult::Finished => return Err(ParquetError::EOF("no footer".into())),
        };
        check(&metadata, length)?;
        let plain = ArrowReaderMetadata::try_new(Arc::clone(&metadata), ArrowReaderOptions::new())?;
        // Texts come as codes into the pages' own dictionaries, so that each distinct one is looked up once a batch.
        let schema = Arc::new(coded(plain.schema(), plain.parquet_schema()));
        let options = ArrowReaderOptions::new().with_schema(schema);
        Ok(FooterStep::Read(Self(ArrowReaderMetadata::try_new(metadata, options).unwrap_or(plain))))
    }

    pub(super) const fn metadata(&self) -> &ArrowReaderMetadata {
        &self.0
    }

    pub(super) fn schema(&self) -> &Schema {
        self.0.schema()
    }

    fn file(&self) -> &ParquetMetaData {
        self.0.metadata()
    }

    /// Row groups that may hold a row which meets every condition, by number.
    pub(super) fn row_groups(&self, wanted: &Wanted) -> Vec<usize> {
        let may_match = |group: &RowGroupMetaData| {
            wanted
                .conditions
                .iter()
                .all(|(column, condition)| self.may_meet(group, column, condition))
        };
        let groups = self.file().row_groups().iter().enumerate();
        groups
            .filter(|(_, group)| group.num_rows() > 0 && may_match(group))
            .map(|(n, _)| n)
            .collect()
    }

    /// Number of rows of a row group.
    pub(super) fn rows(&self, group: usize) -> usize {
        usize::try_from(self.file().row_group(group).num_rows()).unwrap_or(0)
    }

    /// Numbers of the file's columns to be read: single cells, and records that hold some.
    fn roots(&self, wanted: &Wanted) -> Vec<usize> {
        let is_read = |field: &Field| {
            let mut parts = flat::fields(field).into_iter();
            parts.any(|(name, of)| wanted.reads(&name) && Kind::of(&of).is_some())
        };
        let fields = self.schema().fields().iter().enumerate();
        fields.filter(|(_, field)| is_read(field)).map(|(at, _)| at).collect()
    }

    /// The columns to be read.
    pub(super) fn projection(&self, wanted: &Wanted) -> ProjectionMask {
        ProjectionMask::roots(self.0.parquet_schema(), self.roots(wanted))
    }

    /// Where a row group's wanted columns lie in the file.
    pub(super) fn ranges(&self, group: usize, wanted: &Wanted) -> Vec<Range<u64>> {
        self.chunks(group, wanted).into_iter().map(|(range, _)| range).collect()
    }

    /// The same, each with how its pages are packed.
    pub(super) fn chunks(&self, group: usize, wanted: &Wanted) -> Vec<(Range<u64>, Compression)> {
        let mask = self.projection(wanted);
        let columns = self.file().row_group(group).columns().iter().enumerate();
        columns
            .filter(|(leaf, _)| mask.leaf_included(*leaf))
            .map(|(_, chunk)| {
                let (start, length) = chunk.byte_range();
                (start..start.saturating_add(length), chunk.compression())
            })
            .collect()
    }

    fn may_meet(&self, group: &RowGroupMetaData, column: &str, condition: &Condition) -> bool {
        let is_it = |leaf: &usize| {
            let path = group.column(*leaf).column_path().parts();
            path.len() == 1 && path[0] == column
        };
        let Some(leaf) = (0..group.num_columns()).find(is_it) else { return true };
        let Ok(field) = self.schema().field_with_name(column) else { return true };
        let Some(statistics) = group.column(leaf).statistics() else { return true };
        let nulls = statistics.null_count_opt().and_then(|nulls| i64::try_from(nulls).ok());
        if nulls.is_some_and(|nulls| nulls >= group.num_rows()) {
            return false;
        }
        extent(statistics, field.data_type()).is_none_or(|extent| condition.may_meet(&extent))
    }
}

/// What a footer holds, where all of it is among a file's last bytes: its length and the file's mark stand behind it.
fn content(bytes: &[u8]) -> Option<&[u8]> {
    let (rest, mark) = bytes.split_last_chunk::<8>()?;
    let size = u32::from_le_bytes(*mark.first_chunk()?);
    rest.get(rest.len().checked_sub(usize::try_from(size).ok()?)?..)
}

/// Whether every part of a row group lies within the file; later steps rely on it.
fn check(metadata: &ParquetMetaData, length: u64) -> Result<(), ParquetError> {
    let ends = |chunk: &ColumnChunkMetaData| {
        let start = chunk.dictionary_page_offset().unwrap_or(chunk.data_page_offset());
        let start = u64::try_from(start).ok()?;
        start.checked_add(u64::try_from(chunk.compressed_size()).ok()?)
    };
    let chunks = metadata.row_groups().iter().flat_map(RowGroupMetaData::columns);
    let rows = metadata.row_groups().iter().map(RowGroupMetaData::num_rows);
    if rows.into_iter().any(|rows| rows < 0) {
        return Err(ParquetError::General("a row group of fewer than no rows".into()));
    }
    match chunks.into_iter().find(|chunk| ends(chunk).is_none_or(|end| end > length)) {
        Some(chunk) => {
            Err(ParquetError::EOF(format!("column {} lies outside the file", chunk.column_path())))
        }
        None => Ok(()),
    }
}

/// The schema with texts as dictionaries, and with the old form of timestamps in seconds: these reach further than
/// nanoseconds can count.
fn coded(schema: &Schema, stored: &SchemaDescriptor) -> Schema {
    let is_old = |at: usize| {
        let of_file = stored.root_schema().get_fields().get(at);
        of_file.is_some_and(|f| f.is_primitive() && f.get_physical_type() == PhysicalType::INT96)
    };
    let coded = |(at, field): (usize, &Arc<Field>)| match field.data_type() {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => {
            let data_type = DataType::Dictionary(DataType::Int32.into(), DataType::Utf8.into());
            Arc::new(field.as_ref().clone().with_data_type(data_type))
        }
        DataType::Timestamp(TimeUnit::Nanosecond, zone) if is_old(at) => {
            let data_type = DataType::Timestamp(TimeUnit::Second, zone.clone());
            Arc::new(field.as_ref().clone().with_data_type(data_type))
        }
        _ => Arc::clone(field),
    };
    Schema::new_with_metadata(
        schema.fields().iter().enumerate().map(coded).collect::<Vec<_>>(),
        schema.metadata().clone(),
    )
}

/// The least and the greatest cell by a row group's statistics, where these can be relied upon.
fn extent(statistics: &Statistics, data_type: &DataType) -> Option<Extent> {
    if statistics.is_min_max_deprecated() {
        return None;
    }
    // As the cells themselves are read.
    #[allow(clippy::cast_precision_loss, clippy::cast_sign_loss)]
    let number = |digits: i64| match data_type {
        DataType::UInt32 => f64::from(digits as u32),
        DataType::UInt64 => digits as u64 as f64,
        &DataType::Decimal32(_, scale)
        | &DataType::Decimal64(_, scale)
        | &DataType::Decimal128(_, scale) => decimal(digits.into(), scale),
        _ => digits as f64,
    };
    let day = |digits: i64| match data_type {
        DataType::Date32 => i32::try_from(digits).ok(),
        DataType::Timestamp(unit, zone) => {
            day_of(digits, *unit, zone.as_deref().and_then(offset_of).unwrap_or(0))
        }
        _ => None,
    };
    let (least, greatest) = match statistics {
        Statistics::Int32(s) => (i64::from(*s.min_opt()?), i64::from(*s.max_opt()?)),
        Statistics::Int64(s) => (*s.min_opt()?, *s.max_opt()?),
        Statistics::Float(s) => {
            return Some(Extent::Numbers(f64::from(*s.min_opt()?), f64::from(*s.max_opt()?)));
        }
        Statistics::Double(s) => return Some(Extent::Numbers(*s.min_opt()?, *s.max_opt()?)),
        Statistics::ByteArray(s) if Kind::of(data_type) == Some(Kind::Text) => {
            return Some(Extent::Text(s.min_opt()?.data().into(), s.max_opt()?.data().into()));
        }
        _ => return None,
    };
    match Kind::of(data_type)? {
        Kind::Dates => Some(Extent::Days(day(least)?, day(greatest)?)),
        Kind::Narrow | Kind::Wide => Some(Extent::Numbers(number(least), number(greatest))),
        Kind::Text => None,
    }
}
