//! Shapes of areas that somebody else drew: GeoJSON and TopoJSON in, outlines on a plane out.
//!
//! Positions are longitude and latitude in degrees, or those of a plane where a file is projected already. Edges are
//! straight between them; which way a ring turns does not matter.

mod atlas;
mod cut;
mod extent;
#[cfg(feature = "import-all")]
mod feature;
mod outline;
mod projection;
#[cfg(feature = "import-all")]
mod scan;
mod simplify;
#[cfg(feature = "import-all")]
mod topology;

pub use atlas::{Atlas, Feature, Geometry, MOST_FEATURES, Ring, Shapes};
pub use extent::Extent;
pub use outline::{Outline, Sheet};
pub use projection::Projection;
#[cfg(feature = "import-all")]
pub use topology::{Topology, read_topology};
