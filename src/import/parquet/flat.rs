//! Records within columns → a column for each of their fields, named `record.field`.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch, make_array};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, Field};

/// Records within records that are taken apart; what lies deeper is no cell.
const DEPTH: usize = 5;

/// The columns that a field comes to.
pub(super) fn fields(field: &Field) -> Vec<(String, DataType)> {
    let mut found = Vec::new();
    collect(field.name(), field.data_type(), DEPTH, &mut found);
    found
}

fn collect(name: &str, of: &DataType, depth: usize, found: &mut Vec<(String, DataType)>) {
    match of {
        DataType::Struct(parts) if depth > 0 => {
            for part in parts {
                let name = format!("{name}.{}", part.name());
                collect(&name, part.data_type(), depth - 1, found);
            }
        }
        other => found.push((name.to_owned(), other.clone())),
    }
}

/// The columns of a batch by name, records taken apart. A row without a record has none of its fields.
pub(super) fn columns(batch: &RecordBatch) -> Vec<(String, ArrayRef)> {
    let mut found = Vec::new();
    for (field, array) in batch.schema().fields().iter().zip(batch.columns()) {
        take_apart(field.name(), array, None, DEPTH, &mut found);
    }
    found
}

fn take_apart(
    name: &str,
    array: &ArrayRef,
    without: Option<&NullBuffer>,
    depth: usize,
    found: &mut Vec<(String, ArrayRef)>,
) {
    let nulls = NullBuffer::union(array.nulls(), without);
    if let (Some(record), true) = (array.as_struct_opt(), depth > 0) {
        for (field, part) in record.fields().iter().zip(record.columns()) {
            let name = format!("{name}.{}", field.name());
            take_apart(&name, part, nulls.as_ref(), depth - 1, found);
        }
        return;
    }
    let cells = match without {
        Some(_) if !matches!(array.data_type(), DataType::Null) => {
            // Fewer cells than before have a value, which every array may have.
            let built = array.to_data().into_builder().nulls(nulls).build();
            built.map_or_else(|_| Arc::clone(array), make_array)
        }
        _ => Arc::clone(array),
    };
    found.push((name.to_owned(), cells));
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::{Int32Array, StructArray};

    #[test]
    fn a_row_without_a_record_has_none_of_its_fields() {
        let part = Arc::new(Field::new("b", DataType::Int32, true));
        let cells: ArrayRef = Arc::new(Int32Array::from(vec![1, 2, 3]));
        let nulls = NullBuffer::from(vec![true, false, true]);
        let record = StructArray::new(vec![part].into(), vec![cells], Some(nulls));
        let field = Field::new("a", record.data_type().clone(), true);
        assert_eq!(fields(&field), [("a.b".to_owned(), DataType::Int32)]);
        let schema = Arc::new(arrow_schema::Schema::new(vec![field]));
        let batch = RecordBatch::try_new(schema, vec![Arc::new(record)]).unwrap();
        let found = columns(&batch);
        let cells = found[0].1.as_primitive::<arrow_array::types::Int32Type>();
        assert_eq!(found[0].0, "a.b");
        assert_eq!(cells.iter().collect::<Vec<_>>(), [Some(1), None, Some(3)]);
    }
}
