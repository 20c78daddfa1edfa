//! Parquet and Arrow IPC as a module of its own. What JavaScript may call is exported by `embed::parquet`.

// Linking the library keeps its exports.
use minsheng_explorer as _;

fn main() {}
