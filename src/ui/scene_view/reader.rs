//! A reader at a chart: what lies under the pointer and the keys, and what they do to it.

use leptos::ev;
use leptos::prelude::*;
use leptos::svg::Svg;

use super::said::Said;
use super::svg::{mark_id, mark_of};
use crate::browser::document::id_of_target;
use crate::chart::{BinPlace, Node, Scene, SceneIndex, Stretch, Surface, Target};
use crate::ui::focus;

/// How near the pointer must come to a mark, in px.
const REACH: f64 = 10.0;
/// A drag shorter than this, in px, is a click.
const CLICK: f64 = 4.0;

/// What is wanted of a chart: what is not there, a reader cannot do.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    pub(super) open: Option<Callback<u32>>,
    pub(super) open_bin: Option<Callback<BinPlace>>,
    pub(super) brush: Option<Callback<(Stretch, bool)>>,
    pub(super) brush_text: Option<Callback<Stretch, String>>,
}

/// A chart and what a reader is at in it; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Reader {
    pub(super) scene: Memo<Scene>,
    pub(super) index: Memo<SceneIndex>,
    /// What can be walked to, in order.
    pub(super) targets: Memo<Vec<Target>>,
    pub(super) on_canvas: Memo<bool>,
    /// What is under the pointer.
    pub(super) hovered: RwSignal<Option<Target>>,
    /// What has the focus.
    pub(super) focused: RwSignal<Option<Target>>,
    /// What is said of the mark that the reader is at.
    pub(super) said: Said,
    /// On canvas, what stands in the two places that take turns in holding the mark with the focus.
    pub(super) steps: RwSignal<[Option<Target>; 2]>,
    /// How many times as large as composed the chart is drawn.
    pub(super) scale: Signal<f64>,
    pub(super) wanted: Wanted,
    /// Where a drag began and where it is, in px from the left.
    drag: RwSignal<Option<(f64, f64)>>,
    sheet: NodeRef<Svg>,
}

impl Reader {
    pub(super) fn new(
        compose: Callback<f64, Scene>,
        (width, scale): (RwSignal<f64>, Signal<f64>),
        sheet: NodeRef<Svg>,
        wanted: Wanted,
    ) -> Self {
        let focused = RwSignal::new(None::<Target>);
        let scene = Memo::new(move |_| {
            let width = (width.get() / scale.get()).floor();
            let scene = if width > 0.0 { compose.run(width) } else { Scene::default() };
            if scene.surface() == Surface::Svg {
                // Now, because elements that go away take the focus with them.
                keep_focus(&scene, focused);
            }
            scene
        });
        let steps = RwSignal::new([None::<Target>; 2]);
        Effect::new(move |_| {
            if focused.get().is_none() {
                steps.set([None; 2]);
            }
        });
        Self {
            scene,
            index: Memo::new(move |_| scene.with(SceneIndex::new)),
            targets: Memo::new(move |_| scene.with(Scene::targets)),
            on_canvas: Memo::new(move |_| scene.with(|s| s.surface() == Surface::Canvas)),
            hovered: RwSignal::new(None),
            focused,
            said: Said::new(),
            steps,
            scale,
            wanted,
            drag: RwSignal::new(None),
            sheet,
        }
    }

    /// Moves the pointer.
    pub(super) fn moves(self, event: &ev::PointerEvent) {
        let point = self.place_of(event);
        if self.drag.get_untracked().is_some() {
            self.drag.update(|drag| {
                if let Some((_, to)) = drag {
                    *to = point.0;
                }
            });
            self.brushes(true);
        } else if self.said.keeps(event) {
            return;
        }
        let found = self.find(point);
        if found != self.hovered.get_untracked() {
            self.said.begins(event);
        }
        self.hovered.set(found);
    }

    /// Presses the pointer's button.
    pub(super) fn presses(self, event: &ev::PointerEvent) {
        if self.wanted.brush.is_some() && event.button() == 0 {
            let (x, _) = self.place_of(event);
            self.drag.set(Some((x, x)));
        }
    }

    /// Lets the button go: a drag ends, or what is there is opened.
    pub(super) fn lets_go(self, event: &ev::PointerEvent) {
        let point = self.place_of(event);
        let dragged = self.drag.get_untracked().is_some_and(|(a, b)| (a - b).abs() > CLICK);
        self.brushes(false);
        self.drag.set(None);
        if let (false, Some(target)) = (dragged, self.find(point)) {
            if self.on_canvas.get_untracked() {
                // As the browser does with an element that is clicked.
                self.walk_to(target);
            }
            self.opens(target);
        }
    }

    /// Takes the pointer off the chart, or onto what is said of a mark, which then stays.
    pub(super) fn leaves(self, event: &ev::PointerEvent) {
        self.drag.set(None);
        if !self.said.keeps(event) {
            self.hovered.set(None);
        }
    }

    /// Takes the pointer off what is said of a mark.
    pub(super) fn leaves_tip(self) {
        self.said.lets_go();
        self.hovered.set(None);
    }

    /// Gives a mark the focus, by whatever means.
    pub(super) fn comes_to(self, event: &ev::FocusEvent) {
        let id = id_of_target(event);
        let prefix = self.scene.with_untracked(|s| s.prefix.clone());
        if let Some(target) = id.and_then(|id| mark_of(&prefix, &id)) {
            self.said.is_hushed.set(false);
            self.focused.set(Some(target));
        }
    }

    /// Strikes a key: walks from mark to mark, or opens the one with the focus.
    pub(super) fn strikes(self, event: &ev::KeyboardEvent) {
        let here = self.focused.get_untracked();
        let place = |target| self.targets.with_untracked(|t| t.iter().position(|o| *o == target));
        let here = here.and_then(place);
        let last = self.targets.with_untracked(Vec::len).saturating_sub(1);
        let at = |at: usize| self.targets.with_untracked(|t| t.get(at).copied());
        let target = match (event.key().as_str(), here) {
            ("ArrowRight" | "ArrowDown", Some(here)) => (here + 1).min(last),
            ("ArrowLeft" | "ArrowUp", Some(here)) => here.saturating_sub(1),
            ("Home", _) => 0,
            ("End", _) => last,
            ("Enter" | " ", Some(here)) => {
                event.prevent_default();
                if let Some(target) = at(here) {
                    self.opens(target);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(target) = at(target) {
            self.walk_to(target);
        }
    }

    /// The drag and what is under it, once it is more than a click; tracked.
    pub(super) fn brushing(self) -> Option<((f64, f64), Stretch)> {
        let (from, to) = self.dragged()?;
        Some(((from, to), self.scene.with(|s| s.stretch(from, to))?))
    }

    /// The ends of a drag in px, once it is more than a click; tracked.
    pub(super) fn dragged(self) -> Option<(f64, f64)> {
        self.drag.get().filter(|(from, to)| (from - to).abs() > CLICK)
    }

    fn brushes(self, going: bool) {
        let brushing = untrack(move || self.brushing());
        if let (Some(brush), Some((_, stretch))) = (self.wanted.brush, brushing) {
            brush.run((stretch, going));
        }
    }

    fn place_of(self, event: &ev::PointerEvent) -> (f64, f64) {
        let area = self.sheet.get_untracked().map(|s| s.get_bounding_client_rect());
        let scale = self.scale.get_untracked();
        area.map_or((0.0, 0.0), |a| {
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            ((x - a.left()) / scale, (y - a.top()) / scale)
        })
    }

    fn find(self, (x, y): (f64, f64)) -> Option<Target> {
        self.scene.with_untracked(|s| {
            self.index.with_untracked(|index| index.hit(s, x, y, REACH).and_then(Node::target))
        })
    }

    fn opens(self, target: Target) {
        match target {
            Target::Datum(datum) => {
                if let Some(open) = self.wanted.open {
                    open.run(datum);
                }
            }
            Target::Bin(index) => {
                let bin = |s: &Scene| s.bins.get(index as usize).map(|bin| bin.place);
                let place = self.scene.with_untracked(bin);
                if let (Some(open), Some(place)) = (self.wanted.open_bin, place) {
                    open.run(place);
                }
            }
        }
    }

    /// Gives a mark the focus. On canvas its element is yet to be drawn, beside the one that has it now.
    fn walk_to(self, target: Target) {
        let here = self.focused.get_untracked();
        self.focused.set(Some(target));
        let id = self.scene.with_untracked(|s| mark_id(&s.prefix, target));
        if !self.on_canvas.get_untracked() {
            return crate::browser::document::focus(&id);
        }
        let first = self.targets.with_untracked(|t| t.first().copied());
        self.steps.update(|[a, b]| {
            let free = if here.is_some() && here == a.or(first) { b } else { a };
            *free = Some(target);
        });
        focus::give_when_drawn(id);
    }
}

/// Before a chart is drawn anew, such as after a zoom by keyboard: the mark that has the focus will get it back, or
/// the first one where that one is gone.
pub(super) fn keep_focus(scene: &Scene, focused: RwSignal<Option<Target>>) -> Option<Target> {
    let known = focused.get_untracked().map(|t| Some(t).filter(|&t| scene.node_of(t).is_some()))?;
    let target = known.or_else(|| scene.targets().first().copied());
    if let Some(target) = target {
        let id = mark_id(&scene.prefix, target);
        focus::give_when_drawn(id);
    }
    target
}
