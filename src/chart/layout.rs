//! The one procedure that turns a spec into a scene.

use super::format::Format;
use super::mark::{matrix, mirror, presence, treemap};
use super::scene::Scene;
use super::sheet::{Sheet, Size};
use super::spec::{ChartSpec, MarkKind};
use super::{legend, line_chart, plane_chart, row_chart, row_scale};

/// Lays a chart out and draws it.
///
/// The steps, each finished before the next:
/// 1. data that the mark cannot show are set aside with their reasons ([`ChartSpec::sound`]);
/// 2. title and subtitle are wrapped, the foot is measured;
/// 3. a legend is laid out for what direct labels cannot say;
/// 4. panels are spread over the width; names of rows and columns are wrapped;
/// 5. the value domain is taken over all panels, the range shrunk until labels have their room;
/// 6. each row or plot is planned: places, lines, heights; a height aimed at is shared out;
/// 7. marks are drawn in reading order, axes and grids through the same nodes;
/// 8. the foot closes the sheet; the description gathers what words there are.
#[must_use]
pub fn compose(spec: &ChartSpec, size: Size, format: &dyn Format) -> Scene {
    let (sound, dropped) = spec.sound();
    let headings = [&spec.title, &spec.subtitle, &spec.source].map(String::as_str);
    let mut sheet = Sheet::open(&spec.prefix, size, headings);
    match spec.drawn_mark() {
        MarkKind::Bar | MarkKind::Dot => {
            // Bars are named at each; of a stack the narrow parts have no room for it, nor have dots of a full row.
            if row_scale::is_stacked(spec) || spec.drawn_mark() == MarkKind::Dot {
                sheet.legend(&legend::series(spec));
            }
            sheet.legend(&legend::stages(spec, &sound));
            row_chart::compose(&mut sheet, spec, &sound, size, format);
        }
        MarkKind::Line => {
            sheet.legend(&legend::stages(spec, &sound));
            line_chart::compose(&mut sheet, spec, &sound, size, format);
        }
        MarkKind::Matrix => {
            sheet.legend(&legend::stages(spec, &sound));
            matrix::compose(&mut sheet, spec, &sound, size, format);
        }
        MarkKind::Mirror => {
            sheet.legend(&legend::stages(spec, &sound));
            mirror::compose(&mut sheet, spec, &sound);
        }
        MarkKind::Presence => presence::compose(&mut sheet, spec, &sound),
        MarkKind::Treemap => {
            sheet.legend(&legend::stages(spec, &sound));
            treemap::compose(&mut sheet, spec, &sound, size);
        }
        MarkKind::Scatter | MarkKind::Density => {
            plane_chart::compose(&mut sheet, spec, &sound, size, format);
        }
    }
    sheet.close(dropped, format)
}
