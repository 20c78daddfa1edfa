//! What every figure of a chart's plan does: how it is drawn and taken away, what a mark opens, which one is marked.

use leptos::prelude::*;

use super::export_menu::{ScenePicture, around};
use super::text_table::Cells;
use crate::chart::{Scene, Size, compose};
use crate::plot::ChartFormat;
use crate::plot::chart::Plan;
use crate::ui::Explorer;

/// A plan in the page; cheap to copy.
#[derive(Clone, Copy)]
pub struct PlanFigure {
    explorer: Explorer,
    plan: Signal<Plan>,
}

impl PlanFigure {
    /// The figure of a plan.
    pub fn new(explorer: Explorer, plan: Signal<Plan>) -> Self {
        Self { explorer, plan }
    }

    /// The chart so many px wide; tracked.
    pub fn scene(self, width: f64) -> Scene {
        let format = ChartFormat { lang: self.explorer.lang.get(), unit: String::new() };
        self.plan.with(|plan| {
            let mut scene = compose(&plan.spec, Size::wide(width), &format);
            // The headings stand in the page as text; the picture still is named by them.
            scene.title.clone_from(&plan.headings.title);
            scene.description = plan.description(&scene.description, format.lang);
            scene
        })
    }

    /// The chart as a picture to take away.
    pub fn picture(self) -> ScenePicture {
        ScenePicture::new(move |width| {
            Some((self.scene(width), self.plan.with(|plan| around(self.explorer, plan))))
        })
    }

    /// Carries out what a mark leads to.
    pub fn open(self, datum: u32) {
        let target =
            self.plan.with_untracked(|plan| plan.targets.get(datum as usize).cloned().flatten());
        if let Some(action) = target {
            self.explorer.act(action);
        }
    }

    /// The mark of the row that is open or told of.
    pub fn current(self) -> Signal<Option<u32>> {
        Signal::derive(move || {
            let key = self.explorer.marked()?;
            self.plan.with(|plan| plan.datum_of(&key))
        })
    }

    /// The same content as a table.
    pub fn cells(self) -> Signal<Cells> {
        Signal::derive(move || {
            self.plan.with(|plan| Cells {
                caption: format!("{} {}", plan.headings.title, plan.headings.subtitle),
                header: plan.listing.header.clone(),
                rows: plan.listing.rows.clone(),
            })
        })
    }

    /// What must be known, a line each.
    pub fn notes(self) -> AnyView {
        let notes = move || self.plan.with(|plan| plan.notes.clone());
        let line = |note: String| view! { <li>{note}</li> };
        (move || notes().into_iter().map(line).collect_view()).into_any()
    }
}
