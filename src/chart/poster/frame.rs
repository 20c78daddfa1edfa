//! Head, foot and what stands between.

use super::block::{Laid, Words};
use super::flow::flow;
use super::paper::Paper;
use super::{Poster, PosterSpec, qr};
use crate::chart::format::Format;
use crate::chart::geometry::Area;
use crate::chart::node::Anchor;
use crate::chart::paint::Token;
use crate::chart::scene::Scene;
use crate::chart::text_size::TextSize;

pub(super) fn compose(spec: &PosterSpec, format: &dyn Format) -> Poster {
    let paper = spec.paper;
    let (margin, width) = (paper.margin(), paper.width() - 2.0 * paper.margin());
    let head = head(spec, width);
    let foot = foot(spec, width);
    let top = margin + head.height + paper.gap() * 0.75;
    let above_foot = paper.gap();
    let bottom = paper.height().map(|height| height - margin - foot.height - above_foot);
    let flow = flow(spec, (top, bottom), format);
    let height = paper
        .height()
        .unwrap_or_else(|| (flow.bottom() + above_foot + foot.height + margin).ceil());
    let left_out = flow.left_out.clone();
    let mut sheet = Laid::default();
    sheet.put(head, margin, margin);
    sheet.put(flow.drawn(), 0.0, 0.0);
    let foot_y = height - margin - foot.height;
    sheet.put(foot, margin, foot_y);
    let scene = Scene {
        prefix: "poster".to_owned(),
        width: paper.width(),
        height,
        title: spec.title.clone(),
        description: description(spec),
        nodes: sheet.nodes,
        plot: Area::new(0.0, 0.0, paper.width(), height),
        ..Scene::default()
    };
    Poster { scene, left_out }
}

/// The caption of the poster and its sources.
fn description(spec: &PosterSpec) -> String {
    let sources = spec.sources.iter().map(String::as_str);
    let parts: Vec<&str> = std::iter::once(spec.caption.as_str()).chain(sources).collect();
    parts.join("\n")
}

fn head(spec: &PosterSpec, width: f64) -> Laid {
    let mut laid = Laid::default();
    laid.rule(width, 3.0, Token::Ink);
    laid.height += if spec.paper == Paper::Slide { 8.0 } else { 14.0 };
    let place = Words::at(0.0, width).heading();
    let note = spec.paper.note();
    if spec.paper == Paper::Slide {
        // On a slide the line stands beside the title.
        let mut kicker = Laid::default();
        let right = Words { x: width, anchor: Anchor::End, ..place };
        kicker.words(&spec.kicker, note, Token::Muted, right);
        let room = width - crate::chart::measure::width(&spec.kicker, note) - 24.0;
        let top = laid.height;
        let words = Words { width: room, ..place }.strong();
        laid.words(&spec.title, Paper::title(), Token::Ink, words);
        let down = top + (Paper::title().line() - note.line()) / 2.0 + 4.0;
        laid.put(kicker, 0.0, down);
    } else {
        laid.words(&spec.kicker, note, Token::Muted, place);
        laid.height += 2.0;
        laid.words(&spec.title, Paper::title(), Token::Ink, place.strong());
    }
    laid
}

/// Sources at the left, the link's code at the right.
fn foot(spec: &PosterSpec, width: f64) -> Laid {
    let mut laid = Laid::default();
    laid.rule(width, 1.0, Token::Hairline);
    laid.height += 10.0;
    let top = laid.height;
    let side = spec.paper.code();
    let area = Area::new(width - side, top, side, side);
    let code = spec.link.as_deref().and_then(|link| qr::code(link, area));
    let room = if code.is_some() { width - side - 24.0 } else { width };
    let mut words = Laid::default();
    for source in &spec.sources {
        words.words(source, TextSize::Small, Token::Muted, Words::at(0.0, room).paragraph());
    }
    if let Some(code) = code {
        words.height += 2.0;
        words.words(&spec.link_name, TextSize::Small, Token::Ink, Words::at(0.0, room));
        laid.nodes.push(code);
        laid.height = top + side;
    }
    laid.put(words, 0.0, top);
    laid
}
