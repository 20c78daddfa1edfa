//! Blocks in columns: each goes on top of the shortest column, wide ones across all.

use super::block::{Laid, is_wide, lay};
use super::paper::{Density, Paper};
use super::{PosterBlock, PosterContent, PosterSpec};
use crate::chart::format::Format;

/// The most that columns are drawn out between two blocks, in px.
const MOST_EXTRA: f64 = 26.0;

/// What a column without a block counts, in the measure of blocks left out.
const EMPTY: usize = 6;

/// Blocks in their places.
#[derive(Debug, Default)]
pub(super) struct Flow {
    placed: Vec<Placed>,
    /// Ids of blocks that had no room.
    pub(super) left_out: Vec<String>,
    /// Where the columns begin, below the last wide block.
    begin: f64,
    /// Lower edge of each column.
    tops: Vec<f64>,
}

#[derive(Debug)]
struct Placed {
    laid: Laid,
    /// `None` across all columns.
    column: Option<usize>,
    x: f64,
    y: f64,
}

/// Places all blocks between two heights, with as much of each as there is room for.
pub(super) fn flow(
    spec: &PosterSpec,
    (top, bottom): (f64, Option<f64>),
    format: &dyn Format,
) -> Flow {
    // A block of lines, of which there are many, is left out before all others are made very short.
    let loss = |flow: &Flow, step: usize| {
        let lost = spec.blocks.iter().filter(|block| flow.left_out.contains(&block.id));
        let weight = |block: &PosterBlock| match block.content {
            PosterContent::Lines(_) => 2,
            _ => 8,
        };
        let empty = flow.tops.iter().filter(|edge| **edge <= flow.begin).count();
        lost.map(weight).sum::<usize>() + step + empty * EMPTY
    };
    let mut best: Option<(usize, Flow)> = None;
    for (step, &density) in spec.paper.densities().iter().enumerate() {
        let flow = arrange(&spec.blocks, spec.paper, density, (top, bottom), format);
        let loss = loss(&flow, step);
        if best.as_ref().is_none_or(|(least, _)| loss < *least) {
            best = Some((loss, flow));
        }
    }
    let mut flow = best.map(|(_, flow)| flow).unwrap_or_default();
    if let Some(bottom) = bottom {
        flow.draw_out(bottom);
    }
    flow
}

fn arrange(
    blocks: &[PosterBlock],
    paper: Paper,
    density: Density,
    (top, bottom): (f64, Option<f64>),
    format: &dyn Format,
) -> Flow {
    let columns = paper.columns();
    let whole = paper.width() - 2.0 * paper.margin();
    #[allow(clippy::cast_precision_loss)] // A handful of columns.
    let width = (columns as f64 - 1.0).mul_add(-paper.gutter(), whole) / columns as f64;
    let mut flow = Flow { tops: vec![top; columns], ..Flow::default() };
    for block in blocks {
        let is_wide = is_wide(block);
        let laid = lay(block, if is_wide { whole } else { width }, paper, density, format);
        let shortest = (0..columns).min_by(|&a, &b| flow.tops[a].total_cmp(&flow.tops[b]));
        let column = shortest.filter(|_| !is_wide);
        let edge = match column {
            Some(column) => flow.tops[column],
            None => flow.tops.iter().copied().fold(top, f64::max),
        };
        let y = if edge > top { edge + paper.gap() } else { edge };
        let end = y + laid.height;
        if bottom.is_some_and(|bottom| end > bottom) {
            flow.left_out.push(block.id.clone());
            continue;
        }
        #[allow(clippy::cast_precision_loss)] // A handful of columns.
        let x = (width + paper.gutter()).mul_add(column.unwrap_or(0) as f64, paper.margin());
        match column {
            Some(column) => flow.tops[column] = end,
            None => {
                flow.tops.fill(end);
                flow.begin = end;
            }
        }
        flow.placed.push(Placed { laid, column, x, y });
    }
    flow
}

impl Flow {
    /// Lower edge of the longest column.
    pub(super) fn bottom(&self) -> f64 {
        self.tops.iter().copied().fold(0.0, f64::max)
    }

    /// Spreads what is left of each column over the gaps below the last wide block.
    fn draw_out(&mut self, bottom: f64) {
        let after = self.placed.iter().rposition(|p| p.column.is_none()).map_or(0, |at| at + 1);
        for (column, top) in self.tops.iter().enumerate() {
            let blocks = self.placed.iter_mut().skip(after).filter(|p| p.column == Some(column));
            let mut blocks: Vec<&mut Placed> = blocks.collect();
            let gaps = blocks.len().saturating_sub(1).max(1);
            #[allow(clippy::cast_precision_loss)] // A handful of blocks.
            let extra = ((bottom - top) / gaps as f64).clamp(0.0, MOST_EXTRA);
            for (at, placed) in blocks.iter_mut().enumerate() {
                #[allow(clippy::cast_precision_loss)]
                let down = extra * at as f64;
                placed.y += down;
            }
        }
    }

    /// Everything as one, each block where it stands.
    pub(super) fn drawn(self) -> Laid {
        let mut laid = Laid::default();
        for placed in self.placed {
            laid.put(placed.laid, placed.x, placed.y);
        }
        laid
    }
}
