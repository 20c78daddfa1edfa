//! The poster: its picture, in which words are changed where they stand; its settings; and the same in words.

mod controls;
mod edit;
mod leave;
mod words;

use leptos::prelude::*;

use crate::chart::{LEAD, Poster, PosterSpec, TITLE, palette, poster, svg};
use crate::i18n::catalog::poster as m;
use crate::plot::ChartFormat;
use crate::plot::poster::PosterPlan;
use crate::session;
use crate::state::{PosterFormat, write_link};
use crate::ui::components::{SvgSource, source_of_file};
use crate::ui::{Explorer, public_address, use_explorer};
use controls::PosterControls;
use edit::InPlace;
use words::InWords;

/// A poster as it is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
struct Drawn {
    plan: PosterPlan,
    poster: Poster,
    /// The picture as a file.
    svg: String,
    /// Width and height of the file in px.
    size: (f64, f64),
}

impl Drawn {
    /// What a block says by itself, and what it says now.
    fn words(&self, id: &str) -> (String, String) {
        let spec = &self.plan.spec;
        let now = match id {
            TITLE => Some(&spec.title),
            LEAD => Some(&spec.lead.name),
            _ => spec.points.iter().find(|point| point.id == id).map(|point| &point.name),
        };
        let usual = self.plan.usual.iter().find(|(own, _)| own == id).map(|(_, text)| text);
        let usual = usual.cloned().unwrap_or_default();
        (usual.clone(), now.cloned().unwrap_or(usual))
    }
}

/// The poster of the selection.
#[component]
pub fn PosterView() -> impl IntoView {
    let explorer = use_explorer();
    let options = explorer.chosen(|o| &o.poster);
    let plan = explorer.ask(move || {
        Some(session::Poster {
            filter: explorer.drawn.get(),
            options: options.get(),
            lang: explorer.lang.get(),
        })
    });
    let drawn = Memo::new(move |_| draw(explorer, plan.get().unwrap_or_default()));
    let format = Memo::new(move |_| options.with(|o| o.format));
    let source = SvgSource::of(Signal::derive(move || drawn.with(|d| d.svg.clone())));
    let alt = move || {
        drawn.with(|d| {
            let scene = &d.poster.scene;
            let text = &d.plan.spec.caption;
            m::PICTURE_ALT.fill(explorer.lang.get(), &[("title", &scene.title), ("text", text)])
        })
    };
    view! {
        <div class="poster-view">
            <h2 class="visually-hidden">{explorer.t(m::PICTURE)}</h2>
            <div class="poster-stage">
                <div
                    class="poster-figure"
                    class:poster-long=move || format.get() == PosterFormat::Long
                    class:poster-page=move || format.get() == PosterFormat::Page
                    class:poster-slide=move || format.get() == PosterFormat::Slide
                >
                    <img
                        class="poster-picture"
                        data-testid="poster-picture"
                        src=move || source.address()
                        on:error=move |_| source.refuse()
                        alt=alt
                        width=move || drawn.with(|d| svg::number(d.size.0))
                        height=move || drawn.with(|d| svg::number(d.size.1))
                    />
                    <InPlace drawn=drawn />
                </div>
            </div>
            <PosterControls drawn=drawn />
            <InWords drawn=drawn />
        </div>
    }
}

/// Lays the poster out, in the colours of paper whatever the screen has.
fn draw(explorer: Explorer, mut plan: PosterPlan) -> Drawn {
    let mut spec = PosterSpec { link: link(explorer), ..plan.spec.clone() };
    // Of a reader's own table the picture names the file.
    spec.sources.extend(source_of_file(explorer));
    plan.spec.sources.clone_from(&spec.sources);
    let format = ChartFormat { lang: explorer.lang.get(), unit: String::new() };
    let poster = poster(&spec, &format);
    let times = spec.paper.times();
    let svg = svg::to_svg_enlarged(&poster.scene, &palette::LIGHT, times);
    let size = (poster.scene.width * times, poster.scene.height * times);
    Drawn { plan, poster, svg, size }
}

/// The address of this view for others; none where the page, or the table, is a file of the reader's own.
fn link(explorer: Explorer) -> Option<String> {
    let mut state = explorer.state();
    if state.table.is_some() {
        return None;
    }
    (state.embed, state.selection, state.story) = (false, None, None);
    public_address(&write_link(&state))
}
