//! The blocks on their sheet: head, lead and chart, points, promises, foot.

use super::block::{Laid, Words, chart, lead, point, promise};
use super::paper::Paper;
use super::{LEAD, Poster, PosterSpec, TITLE, qr};
use crate::chart::format::Format;
use crate::chart::geometry::Area;
use crate::chart::measure;
use crate::chart::paint::Token;
use crate::chart::scene::Scene;
use crate::chart::text_size::TextSize;

/// How thick the bar at the head is, in px.
const BAR: f64 = 6.0;
/// The least room of the lead on a sheet of its own height, in px.
const LEAST: f64 = 120.0;

/// The most that the lead has above, and below, what it shows, in px.
const LEAD_AIR: f64 = 24.0;

/// A sheet that is filled from the top.
struct Sheet {
    laid: Laid,
    places: Vec<(String, Area)>,
    paper: Paper,
    /// Above and below the line between two blocks.
    gap: f64,
}

impl Sheet {
    /// A block across all columns, its words at a place that may be changed.
    fn put(&mut self, id: &str, laid: Laid, (x, width): (f64, f64)) {
        let (margin, y) = (self.paper.margin(), self.laid.height);
        if !id.is_empty() {
            let area = Area::new(margin + x, y, width, laid.height);
            self.places.push((id.to_owned(), area));
        }
        self.laid.put(laid, margin + x, y);
    }

    /// The line before the next block.
    fn part(&mut self) {
        self.laid.height += self.gap;
        let mut rule = Laid::default();
        rule.rule(self.whole(), 1.0, Token::Hairline);
        self.put("", rule, (0.0, 0.0));
        self.laid.height += self.gap;
    }

    fn whole(&self) -> f64 {
        self.paper.span(self.paper.columns())
    }
}

pub(super) fn compose(spec: &PosterSpec, format: &dyn Format) -> Poster {
    let paper = spec.paper;
    let mut sheet = Sheet { laid: Laid::default(), places: Vec::new(), paper, gap: paper.gap() };
    sheet.laid.height = paper.margin() - BAR;
    head(&mut sheet, spec);
    let foot = foot(spec, sheet.whole());
    let part = 2.0f64.mul_add(paper.gap(), 1.0);
    let bottom = paper.height().map(|height| height - paper.margin() - foot.height);
    // What the other blocks leave is the lead's: it comes before the last promises.
    let left = |below: &[Below]| {
        let taken: f64 = below.iter().map(|block| block.laid.height + part).sum();
        bottom.map(|bottom| bottom - paper.gap() - taken - sheet.laid.height - part)
    };
    let mut promises = paper.promises();
    let (below, lead) = loop {
        let below = below(spec, promises, format);
        let room = left(&below);
        let lead = Lead::new(spec, room.map(|room| room.max(LEAST)), format);
        if promises == 0 || room.is_none_or(|room| lead.shown() <= room) {
            break (below, Lead { room, ..lead });
        }
        promises -= 1;
    };
    // What the lead does not fill widens the gaps.
    if let Some(room) = lead.room {
        let gaps = 2.0f64.mul_add(below.len() as f64, 3.0);
        sheet.gap += (room - lead.height()).max(0.0) / gaps;
    }
    sheet.part();
    lead.put(&mut sheet);
    for block in below {
        sheet.part();
        let y = sheet.laid.height;
        let margin = paper.margin();
        let moved = |(id, area): (String, Area)| {
            (id, Area::new(area.x + margin, area.y + y, area.width, area.height))
        };
        sheet.places.extend(block.places.into_iter().map(moved));
        sheet.put("", block.laid, (0.0, 0.0));
    }
    sheet.laid.height = bottom.unwrap_or(sheet.laid.height + paper.gap());
    sheet.put("", foot, (0.0, 0.0));
    let height = paper.height().unwrap_or_else(|| (sheet.laid.height + paper.margin()).ceil());
    let scene = Scene {
        prefix: "poster".to_owned(),
        width: paper.width(),
        height,
        title: spec.title.clone(),
        description: description(spec),
        nodes: sheet.laid.nodes,
        plot: Area::new(0.0, 0.0, paper.width(), height),
        ..Scene::default()
    };
    Poster { scene, places: sheet.places }
}

/// The caption of the poster and its sources.
fn description(spec: &PosterSpec) -> String {
    let sources = spec.sources.iter().map(String::as_str);
    let parts: Vec<&str> = std::iter::once(spec.caption.as_str()).chain(sources).collect();
    parts.join("\n")
}

fn head(sheet: &mut Sheet, spec: &PosterSpec) {
    let (paper, whole) = (sheet.paper, sheet.whole());
    let mut bar = Laid::default();
    bar.rule(whole, BAR, Token::Accent);
    bar.height += paper.gap() * 0.75;
    bar.words(&spec.kicker, Words::new(&[(TextSize::Body, 1)], whole).muted());
    sheet.put("", bar, (0.0, 0.0));
    let mut title = Laid::default();
    title.words(&spec.title, Words::new(paper.title(), whole).strong());
    sheet.put(TITLE, title, (0.0, whole));
    let mut when = Laid::default();
    when.words(&spec.when, Words::new(&[(paper.note(), 1)], whole).muted());
    sheet.laid.height += 4.0;
    sheet.put("", when, (0.0, 0.0));
}

/// The lead's words and the chart.
struct Lead {
    words: Laid,
    chart: Option<Laid>,
    is_wide: bool,
    /// The height that is left for both; none where the content decides.
    room: Option<f64>,
}

impl Lead {
    fn new(spec: &PosterSpec, room: Option<f64>, format: &dyn Format) -> Self {
        let (paper, is_wide) = (spec.paper, spec.paper.is_wide());
        let columns = if is_wide { paper.columns() - 1.0 } else { paper.columns() };
        Self {
            words: lead(&spec.lead, paper, room),
            chart: chart(&spec.chart, paper.span(columns), room, format),
            is_wide,
            room,
        }
    }

    /// The height of both side by side.
    fn shown(&self) -> f64 {
        self.words.height.max(self.chart.as_ref().map_or(0.0, |chart| chart.height))
    }

    /// The same with as much air as there is room for.
    fn height(&self) -> f64 {
        let air = self.room.map_or(0.0, |room| (room - self.shown()).clamp(0.0, 2.0 * LEAD_AIR));
        self.shown() + air
    }

    /// The words in the first column and the chart in the others, both in the middle of their height; or the chart
    /// under the words.
    fn put(self, sheet: &mut Sheet) {
        let (paper, top, height) = (sheet.paper, sheet.laid.height, self.height());
        if !self.is_wide {
            sheet.put(LEAD, self.words, (0.0, sheet.whole()));
            if let Some(chart) = self.chart {
                sheet.laid.height += sheet.gap;
                sheet.put("", chart, (0.0, 0.0));
            }
            return;
        }
        let middle = |laid: &Laid| top + (height - laid.height) / 2.0;
        sheet.laid.height = middle(&self.words);
        sheet.put(LEAD, self.words, (0.0, paper.span(1.0)));
        if let Some(chart) = self.chart {
            sheet.laid.height = middle(&chart);
            sheet.put("", chart, (paper.column(1.0), 0.0));
        }
        sheet.laid.height = top + height;
    }
}

/// A block below the lead.
#[derive(Default)]
struct Below {
    laid: Laid,
    places: Vec<(String, Area)>,
}

/// The points and so many promises at the most, where the paper has room for them.
fn below(spec: &PosterSpec, most: usize, format: &dyn Format) -> Vec<Below> {
    let paper = spec.paper;
    let mut blocks = Vec::new();
    if !paper.has_points() {
        return blocks;
    }
    let mut points = Below::default();
    for (nth, own) in spec.points.iter().take(3).enumerate() {
        let laid = point(own, paper, format);
        let (x, y) = match paper.is_wide() {
            true => (paper.column(nth as f64), 0.0),
            false if nth == 0 => (0.0, 0.0),
            false => (0.0, points.laid.height + paper.gap()),
        };
        let width = if paper.is_wide() { paper.span(1.0) } else { paper.span(paper.columns()) };
        points.places.push((own.id.clone(), Area::new(x, y, width, laid.height)));
        points.laid.put(laid, x, y);
    }
    let mut strip = Below::default();
    let promises = spec.strip.iter().take(most);
    if promises.len() > 0 {
        let width = paper.span(paper.columns());
        strip.laid.words(&spec.strip_title, Words::new(&[(TextSize::Lead, 1)], width).strong());
    }
    for own in promises {
        let y = strip.laid.height + 10.0;
        strip.laid.put(promise(own, paper, format), 0.0, y);
    }
    blocks.extend([points, strip].into_iter().filter(|block| block.laid.height > 0.0));
    blocks
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
    let mut left = spec.paper.sources();
    for source in &spec.sources {
        let lines = measure::paragraph(source, TextSize::Small, room).len().min(left);
        words.words(source, Words::new(&[(TextSize::Small, lines)], room).muted());
        left -= lines;
    }
    if let Some(code) = code {
        words.height += 2.0;
        words.words(&spec.link_name, Words::new(&[(TextSize::Small, 1)], room));
        laid.nodes.push(code);
        laid.height = top + side;
    }
    laid.put(words, 0.0, top);
    laid
}
