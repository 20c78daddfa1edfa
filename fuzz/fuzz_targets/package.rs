//! The data package that the explorer brings: its descriptor, then its tables, each as `name` and a line end and text,
//! with a zero byte between one and the next.
#![no_main]

use libfuzzer_sys::fuzz_target;
use minsheng_explorer::import::parquet::Dataset;
use minsheng_explorer::import::{
    Descriptor, Manifest, changed, read_described, read_manifest, read_preview, write_preview,
};

fuzz_target!(|bytes: &[u8]| {
    let _ = read_preview(bytes);
    let text = String::from_utf8_lossy(bytes);
    let mut parts = text.split('\0');
    let about = parts.next().unwrap_or_default();
    let manifest = read_manifest(about).unwrap_or_else(|_| Manifest::default());
    let _ = Dataset::read(about, None);
    if let Ok(descriptor) = Descriptor::read(about) {
        let _ = descriptor.is_own();
    }
    let table = |part: &str| part.split_once('\n').map(|(n, t)| (n.to_owned(), t.to_owned()));
    let tables: Vec<(String, String)> = parts.filter_map(table).collect();
    let (data, _, _) = read_described(&manifest, &tables);
    let _ = changed(&manifest, &tables);
    if let Ok(preview) = write_preview(&data) {
        assert!(read_preview(&preview).is_ok());
    }
});
