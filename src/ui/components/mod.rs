//! Widgets shared by views and by the page around them.

mod aloud;
mod chips;
mod copy;
mod detail;
mod download;
mod empty;
mod export_menu;
mod figure;
mod files;
mod find_value;
mod fold;
mod folded_rail;
mod kept;
mod legend;
mod map_file;
mod menu;
mod names;
mod number_filter;
mod offers;
mod passage;
mod plan_figure;
mod rail;
mod range;
mod search;
mod svg_source;
mod text_table;
mod time_filter;
mod value_filter;

pub use aloud::{in_care, page_in_care};
pub use chips::Chips;
pub use copy::CopyButton;
pub use detail::DetailPanel;
pub use download::DownloadButton;
pub use empty::EmptySelection;
pub use export_menu::{
    ExportMenu, ScenePicture, imprint, source_of_file, source_of_selection, today,
};
pub use figure::FigureView;
pub use files::offer_files;
pub use fold::Fold;
pub use kept::kept;
pub use legend::StageLegend;
pub use map_file::MapFile;
pub use menu::Menu;
pub use names::with_names;
pub use offers::Offers;
pub use plan_figure::PlanFigure;
pub use rail::FilterRail;
pub use search::SearchBox;
pub use svg_source::SvgSource;
pub use text_table::{Cells, TextTable};
