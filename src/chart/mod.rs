//! Channels of values → scales → layout → [`Scene`] → SVG text. Knows no dataset and no DOM.
//!
//! A caller fills a [`ChartSpec`] (words and figures already in the reader's language), lends a
//! [`Format`] for the axes, and gets a [`Scene`]: a flat list of shapes painted with tokens, which
//! the page draws as SVG elements and [`svg::to_svg`] writes as a file.
//!
//! ```
//! use minsheng_explorer::base::date::{Day, civil};
//! use minsheng_explorer::chart::*;
//!
//! struct Zh;
//! impl Format for Zh {
//!     fn number(&self, value: f64) -> String {
//!         value.to_string()
//!     }
//!     fn date(&self, day: Day, _: TimeStep) -> String {
//!         format!("{}年", civil(day).0)
//!     }
//!     fn word(&self, word: Word) -> String {
//!         match word {
//!             Word::LogScale => "对数刻度".to_owned(),
//!             Word::OwnScales => "各组各有刻度".to_owned(),
//!             Word::NotShown(count) => format!("{count} 项未能画出"),
//!             Word::Bin { count, .. } | Word::Counted(count) => format!("{count} 项"),
//!             Word::Between(low, high) => format!("{low}至{high}"),
//!             Word::PerBin => "每格项数".to_owned(),
//!         }
//!     }
//! }
//!
//! let spec = ChartSpec {
//!     mark: MarkKind::Bar,
//!     title: "教育投入".to_owned(),
//!     categories: vec![Category { name: "新建学校".to_owned(), ..Category::default() }],
//!     data: vec![Datum {
//!         id: 7,
//!         extent: Extent::about(17.0),
//!         label: "近17亿元".to_owned(),
//!         tip: "新建学校，近17亿元，2021年".to_owned(),
//!         ..Datum::default()
//!     }],
//!     ..ChartSpec::default()
//! };
//! let scene = compose(&spec, Size::wide(390.0), &Zh);
//! assert_eq!(scene.data_order(), [7]);
//! let mark = scene.mark(7).unwrap().bounds();
//! assert_eq!(scene.hit(mark.x + 1.0, mark.y + 1.0, 4.0).unwrap().datum, Some(7));
//! assert!(svg::to_svg(&scene, &palette::LIGHT).contains("近17亿元"));
//! ```

mod arc;
mod axis;
mod calendar;
mod format;
mod furniture;
mod geometry;
mod histogram;
mod index;
mod layout;
mod legend;
mod levels;
mod line_chart;
mod map;
mod mark;
pub mod measure;
mod node;
mod outline;
mod paint;
pub mod palette;
mod panel;
pub mod pictogram;
mod plane;
mod plane_chart;
mod poster;
mod progress;
mod quantity;
mod row_chart;
mod row_scale;
mod rows;
pub mod scale;
mod scene;
mod sheet;
mod spec;
mod surface;
pub mod svg;
mod symbol;
mod text_size;
mod timeline;

pub use calendar::{CalendarMark, CalendarSpec, calendar};
pub use format::{Ends, Format, TimeStep, Word};
pub use furniture::{Furniture, furnished, sign_item, stage_item, topic_item};
pub use geometry::{Area, segment_distance};
pub use histogram::{HistogramBin, HistogramLabels, HistogramSpec, histogram};
pub use index::SceneIndex;
pub use layout::compose;
pub use map::{MOST_CLASSES, MapArea, MapDatum, MapPlace, MapShape, MapSpec, map};
pub use node::{Anchor, BEHIND, Node, PathStep, Role, Shape, Target, Text};
pub use outline::Outline;
pub use paint::{Colour, Paint, Stroke, Token};
pub use poster::{
    LEAD, Paper, Poster, PosterChart, PosterPoint, PosterPromise, PosterSpec, TITLE, poster,
};
pub use progress::ProgressPart;
pub use quantity::{QuantityMark, QuantitySize, QuantitySpec, quantity};
pub use scene::{Bin, BinPlace, DropReason, Dropped, Scene, Stretch};
pub use sheet::{LegendItem, Sign, Size};
pub use spec::{
    Category, Cells, ChartSpec, Datum, Extent, Fill, GREATEST, MarkKind, Section, Series, Shade,
    SizeAxis, ValueAxis,
};
pub use surface::{MOST_IN_SVG, Surface};
pub use symbol::Symbol;
pub use text_size::TextSize;
pub use timeline::{Lane, Squeezed, TimelineItem, TimelineSpec, timeline};
