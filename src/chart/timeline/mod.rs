//! Timeline: lanes of figures over time; sums as bars, as-of figures as points, crowds as counts.

mod counts;
mod dense;
mod lane;
mod pack;

use serde::{Deserialize, Serialize};

use self::counts::LaneBody;
use self::lane::{LanePlan, PITCH};
use super::axis::{self, Side, TIME_LINE};
use super::format::Format;
use super::geometry::Area;
use super::mark::stage;
use super::measure;
use super::node::{Node, PathStep, Role, Shape, Text};
use super::paint::{Paint, Token};
use super::scale::TimeScale;
use super::scene::{DropReason, Dropped, Scene};
use super::sheet::{Sheet, Size};
use super::spec::Fill;
use super::text_size::TextSize;
use crate::base::date::Day;

/// A lane: usually a domain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lane {
    /// Its name.
    pub name: String,
    /// Its hue.
    pub hue: u8,
}

/// A figure on the timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineItem {
    /// Handed back on hover and click.
    pub id: u32,
    /// Index into [`TimelineSpec::lanes`].
    pub lane: u32,
    /// First day of what it sums up; `None` for an as-of figure.
    pub start: Option<Day>,
    /// Last day, or the day it holds as of.
    pub end: Day,
    /// Its stage.
    pub fill: Fill,
    /// Its hue.
    pub hue: u8,
    /// The figure as readers write it.
    pub label: String,
    /// What it counts, written behind the figure where there is room; may be empty.
    pub name: String,
    /// Where it is from, written behind its name; may be empty.
    pub place: String,
    /// Whether it is named where its lane has no room for all; the rest of such a lane are counted by period.
    pub told: bool,
    /// Accessible text.
    pub tip: String,
}

/// Time before the window or within it in which nothing ends, so that it need not be drawn to scale.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Squeezed {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// What it is called.
    pub label: String,
}

/// A timeline to compose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineSpec {
    /// Put before every id in the scene.
    pub prefix: String,
    /// What is shown; empty takes no space, like every heading.
    pub title: String,
    /// Period and unit.
    pub subtitle: String,
    /// Where the figures come from.
    pub source: String,
    /// Lanes from top to bottom.
    pub lanes: Vec<Lane>,
    /// Figures in any order.
    pub items: Vec<TimelineItem>,
    /// First and last visible day; `None` shows all.
    pub window: Option<(Day, Day)>,
    /// What is squeezed into narrow strips, in time's order; nothing is on narrow pictures.
    pub squeezed: Vec<Squeezed>,
    /// Where the playhead stands.
    pub playhead: Option<Day>,
    /// Figures that end after this day keep their place but are not drawn; all are where `None`.
    pub until: Option<Day>,
    /// Rows a lane may take before its marks lose their figures and grow small; 0 means 6.
    pub max_rows: usize,
    /// Rows of half the height a lane may take before its marks turn into counts; 0 means as high as the others.
    pub max_dense: usize,
}

const BESIDE: f64 = 640.0;
/// Width of the strip of what is squeezed, and of a tooth of the line that ends it.
const STRIP: f64 = 92.0;
const TOOTH: f64 = 8.0;
const LANE_PAD: f64 = 6.0;
const NAME: f64 = 20.0;
/// The most lines that a lane's name takes beside its lane.
const NAME_LINES: usize = 3;
/// Swatch before a lane's name and air behind it.
const NAME_INSET: f64 = 28.0;

/// Lays a timeline out and draws it: headings, axis over the plot, lanes, playhead, foot.
#[must_use]
pub fn timeline(spec: &TimelineSpec, size: Size, format: &dyn Format) -> Scene {
    let headings = [&spec.title, &spec.subtitle, &spec.source].map(String::as_str);
    let mut sheet = Sheet::open(&spec.prefix, size, headings);
    let (sound, dropped) = sound(spec);
    let Some(window) = spec.window.or_else(|| whole(&sound)) else {
        return sheet.close(dropped, format);
    };
    let beside = sheet.width() >= BESIDE;
    let column = if beside { names_column(spec, sheet.width()) } else { 0.0 };
    let squeezed = if beside { &spec.squeezed[..] } else { &[] };
    let (before, within): (Vec<&Squeezed>, Vec<&Squeezed>) =
        squeezed.iter().partition(|squeezed| squeezed.to < window.0);
    let strip = if before.is_empty() { 0.0 } else { STRIP };
    let (left, right) = (sheet.left() + column + strip, sheet.right());
    let time = TimeScale::new(window, (left, right));
    let gaps: Vec<(Day, Day)> = within.iter().map(|gap| (gap.from, gap.to)).collect();
    let mut time = time.without(&gaps);
    if let Some(first) = before.first() {
        time = time.squeezing(first.from, strip);
    }
    sheet.y += axis::time_lines(&time) * TIME_LINE + 8.0;
    let top = sheet.y;

    let most = match spec.max_rows {
        0 => 6,
        rows => rows.min(200),
    };
    let name = if beside { 0.0 } else { NAME };
    let most = sheet.room(size).map_or(most, |room| {
        let lane = room / spec.lanes.len().max(1) as f64 - 2.0 * LANE_PAD - name;
        ((lane / PITCH) as usize).clamp(1, most)
    });
    let most_dense = match spec.max_dense {
        0 => most * 2,
        rows if size.height.is_none() => rows.min(400),
        rows => rows.min(most * 2),
    };
    let lanes: Vec<(usize, &Lane, LanePlan)> = spec
        .lanes
        .iter()
        .enumerate()
        .map(|(index, lane)| {
            let own: Vec<&TimelineItem> = sound
                .iter()
                .copied()
                .filter(|item| item.lane as usize == index && visible(item, time.window()))
                .collect();
            (index, lane, lane::plan(&own, &time, (left - strip, right), most, most_dense))
        })
        .collect();

    let bodies: Vec<f64> =
        lanes.iter().map(|(_, lane, plan)| plan.height().max(names_height(lane, column))).collect();
    let height: f64 = bodies.iter().map(|body| name + body + 2.0 * LANE_PAD).sum();
    let plot = Area::new(left, top, right - left, height);
    sheet.scene.plot = plot;
    sheet.scene.window = Some(time.window());
    sheet.scene.gaps = time.gaps().to_vec();
    let first = sheet.scene.nodes.len();
    if !lanes.is_empty() {
        axis::draw_time_axis(&mut sheet.scene, &time, plot, Side::Above, plot, format);
    }
    draw_breaks(&mut sheet.scene, (&before, &within), &time, plot);
    for ((index, lane, plan), height) in lanes.iter().zip(bodies) {
        let separator = axis::line(sheet.left(), sheet.y, right, sheet.y);
        sheet.scene.push(Node::new(separator, Paint::line(Token::Hairline, 1.0), Role::Grid));
        let body = Area::new(left, sheet.y + LANE_PAD + name, right - left, height);
        draw_name(&mut sheet, lane, column, body.height + 2.0 * LANE_PAD);
        let place = LaneBody { lane: *index as u32, hue: lane.hue, body, time: &time };
        lane::draw(&mut sheet.scene, plan, &place, spec.until, format);
        sheet.y = body.bottom() + LANE_PAD;
    }
    if let Some(day) = spec.playhead.filter(|day| (window.0..=window.1).contains(day)) {
        draw_playhead(&mut sheet.scene, time.scale(f64::from(day) + 0.5), plot);
    }
    let nodes = &mut sheet.scene.nodes;
    let labels = nodes.iter().skip(first).filter(|n| n.role == Role::Label);
    let texts: Vec<Area> = labels.map(Node::bounds).collect();
    axis::break_uprights(nodes, first, &texts);
    sheet.close(dropped, format)
}

fn sound(spec: &TimelineSpec) -> (Vec<&TimelineItem>, Vec<Dropped>) {
    let mut dropped = Vec::new();
    let mut sound = Vec::new();
    for item in &spec.items {
        let reason = if item.lane as usize >= spec.lanes.len() {
            Some(DropReason::NoPlace)
        } else if item.start.is_some_and(|start| start > item.end) {
            Some(DropReason::NoTime)
        } else {
            None
        };
        match reason {
            None => sound.push(item),
            Some(reason) => dropped.push(Dropped { datum: item.id, reason }),
        }
    }
    (sound, dropped)
}

fn visible(item: &TimelineItem, window: (Day, Day)) -> bool {
    item.end >= window.0 && item.start.unwrap_or(item.end) <= window.1
}

/// From the first day of any figure to the last, with a little air.
fn whole(items: &[&TimelineItem]) -> Option<(Day, Day)> {
    let spans = items.iter().map(|item| (item.start.unwrap_or(item.end), item.end));
    let (from, to) = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    let air = (to.saturating_sub(from) / 40).max(15);
    Some((from.saturating_sub(air), to.saturating_add(air)))
}

fn names_column(spec: &TimelineSpec, width: f64) -> f64 {
    let names = spec.lanes.iter().map(|lane| lane.name.as_str());
    (measure::widest(names, TextSize::Body) + NAME_INSET).clamp(40.0, width * 0.22)
}

/// Height of a lane's name where it stands beside the lane and takes several lines.
fn names_height(lane: &Lane, column: f64) -> f64 {
    let lines = measure::wrap(&lane.name, TextSize::Body, column - NAME_INSET, NAME_LINES).len();
    if column > 0.0 && lines > 1 { lines as f64 * TextSize::Body.line() } else { 0.0 }
}

fn draw_name(sheet: &mut Sheet, lane: &Lane, column: f64, height: f64) {
    let (left, top) = (sheet.left(), sheet.y + LANE_PAD);
    let room = if column > 0.0 { column - NAME_INSET } else { sheet.width() - 16.0 };
    let fitting = ((height - 2.0) / TextSize::Body.line()).max(1.0) as usize;
    let lines = if column > 0.0 { fitting.min(NAME_LINES) } else { 1 };
    let swatch = Area::new(left, top + 4.5, 10.0, 10.0);
    let scene = &mut sheet.scene;
    scene.push(Node::new(Shape::Rect(swatch), Paint::hue(lane.hue), Role::Legend));
    for (index, line) in
        measure::wrap(&lane.name, TextSize::Body, room, lines).into_iter().enumerate()
    {
        let baseline = top + 14.5 + index as f64 * TextSize::Body.line();
        let text = Text::new(left + 16.0, baseline, line, TextSize::Body);
        scene.push(text.node(Paint::token(Token::Ink), Role::Label).whole(&lane.name));
    }
}

/// What is squeezed before the plot and within it.
fn draw_breaks(
    scene: &mut Scene,
    (before, within): (&[&Squeezed], &[&Squeezed]),
    time: &TimeScale,
    plot: Area,
) {
    for squeezed in before {
        draw_break(scene, &squeezed.label, (plot.x - STRIP, plot.x), plot);
    }
    for gap in within.iter().filter(|gap| time.gaps().contains(&(gap.from, gap.to))) {
        draw_break(scene, &gap.label, time.span(gap.from, gap.to), plot);
    }
}

/// A strip of what is squeezed: its name over it, and a broken line at which time goes on to scale.
fn draw_break(scene: &mut Scene, label: &str, (left, right): (f64, f64), plot: Area) {
    let width = measure::width(label, TextSize::Small);
    let x = left + ((right - left - width) / 2.0).max(0.0);
    let text = Text::new(x, plot.y - 10.0, label, TextSize::Small);
    scene.push(text.node(Paint::token(Token::Muted), Role::Axis));
    let mut steps = vec![PathStep::Move(right, plot.y)];
    let turns = (plot.height / TOOTH) as usize;
    steps.extend((1..=turns).map(|turn| {
        let side = if turn % 2 == 0 { 0.0 } else { TOOTH / 2.0 };
        PathStep::Line(right - side, plot.y + turn as f64 * TOOTH)
    }));
    let paint = Paint::line(Token::Hairline, 1.0);
    scene.push(Node::new(Shape::Path(steps), paint, Role::Grid));
}

fn draw_playhead(scene: &mut Scene, x: f64, plot: Area) {
    let line = axis::line(x, plot.y, x, plot.bottom());
    scene.push(Node::new(line, Paint::line(Token::Accent, 1.5), Role::Playhead));
    let (left, right) = ((x - 5.0).max(0.0), (x + 5.0).min(scene.width));
    let flag = stage::polygon(&[(left, plot.y - 5.0), (right, plot.y - 5.0), (x, plot.y + 2.0)]);
    scene.push(Node::new(flag, Paint::token(Token::Accent), Role::Playhead));
}
