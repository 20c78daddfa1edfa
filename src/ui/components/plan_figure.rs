//! What every figure of a chart's plan does: how it is drawn and taken away, what a mark opens, which one is marked.

use leptos::prelude::*;

use super::export_menu::ScenePicture;
use super::export_menu::around;
use super::text_table::Cells;
use crate::chart::{Scene, Size, compose};
use crate::plot::ChartFormat;
use crate::plot::chart::Plan;
use crate::ui::Explorer;

/// A plan in the page; cheap to copy.
#[derive(Clone, Copy)]
pub struct PlanFigure {
    explorer: Explorer,
    plan: Memo<Option<Plan>>,
}

impl PlanFigure {
    /// The figure of a plan; of none while there is none.
    pub fn new(explorer: Explorer, plan: Memo<Option<Plan>>) -> Self {
        Self { explorer, plan }
    }

    /// Asks the plan; nothing is said of none. Tracked.
    pub fn with<T: Default>(self, ask: impl FnOnce(&Plan) -> T) -> T {
        self.plan.with(|plan| plan.as_ref().map(ask).unwrap_or_default())
    }

    /// The chart of a width in px.
    pub fn scene(self) -> Callback<f64, Scene> {
        Callback::new(move |width| {
            let format = ChartFormat { lang: self.explorer.lang.get(), unit: String::new() };
            self.with(|plan| {
                let mut scene = compose(&plan.spec, Size::wide(width), &format);
                // The headings stand in the page as text; the picture still is named by them.
                scene.title.clone_from(&plan.headings.title);
                scene.description = plan.description(&scene.description, format.lang);
                scene
            })
        })
    }

    /// The chart as a picture to take away.
    pub fn picture(self) -> ScenePicture {
        let scene = self.scene();
        ScenePicture::new(move |width| {
            let around = self.with(|plan| Some(around(self.explorer, plan)))?;
            Some((scene.run(width), around))
        })
    }

    /// Carries out what a mark leads to.
    pub fn open(self) -> Callback<u32> {
        Callback::new(move |datum: u32| {
            let target = |plan: &Plan| plan.targets.get(datum as usize).cloned().flatten();
            if let Some(action) = untrack(|| self.with(target)) {
                self.explorer.act(action);
            }
        })
    }

    /// The mark of the row that is open or told of.
    pub fn current(self) -> Signal<Option<u32>> {
        Signal::derive(move || {
            let key = self.explorer.marked()?;
            self.with(|plan| plan.datum_of(&key))
        })
    }

    /// The same content as a table.
    pub fn cells(self) -> Signal<Cells> {
        Signal::derive(move || {
            self.with(|plan| Cells {
                caption: [&*plan.headings.title, &*plan.headings.subtitle]
                    .join(" ")
                    .trim()
                    .to_owned(),
                header: plan.listing.header.clone(),
                rows: plan.listing.rows.clone(),
            })
        })
    }

    /// What must be known, a line each.
    pub fn notes(self) -> AnyView {
        let line = |note: String| view! { <li>{note}</li> };
        (move || self.with(|plan| plan.notes.clone()).into_iter().map(line).collect_view())
            .into_any()
    }
}
