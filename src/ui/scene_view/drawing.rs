//! A scene that stands in the page as elements. An element is touched only where its node differs.

use leptos::prelude::*;
use leptos::svg::G;

use super::reader::{Reader, keep_focus};
use super::svg::{Lit, part_of, patterns, walked};
use crate::browser::svg_tree::SvgPlaces;
use crate::chart::{Node, Scene, Target};

/// What stands in the page.
pub(super) struct Drawing {
    /// The patterns, and behind them a place for each node.
    places: SvgPlaces,
    /// What each place behind the patterns was drawn from.
    nodes: Vec<Option<Node>>,
    hatches: Vec<u8>,
    prefix: Option<String>,
    lit: Lit,
}

impl Drawing {
    /// What will stand in these places.
    pub(super) const fn of(places: SvgPlaces) -> Self {
        let lit = Lit { stop: None, shown: None, current: None };
        Self { places, nodes: Vec::new(), hatches: Vec::new(), prefix: None, lit }
    }

    /// Draws a scene in place of what stands; of its nodes those of `marks`, and without them every one.
    pub(super) fn draw(
        &mut self,
        prefix: &str,
        scene: &Scene,
        marks: Option<&[Option<Target>]>,
        lit: Lit,
    ) {
        self.light(lit);
        let is_other = self.prefix.as_deref() != Some(prefix);
        let hatches = scene.hatches();
        if is_other || hatches != self.hatches {
            self.places.put(0, Some(patterns(prefix, &hatches)));
            (self.prefix, self.hatches) = (Some(prefix.to_owned()), hatches);
        }
        let count = marks.map_or(scene.nodes.len(), <[_]>::len);
        self.places.truncate(1 + count);
        self.nodes.truncate(count);
        for at in 0..count {
            let node = match marks {
                Some(marks) => marks[at].and_then(|target| scene.node_of(target)),
                None => scene.nodes.get(at),
            };
            let stands = self.nodes.get(at);
            if !is_other && stands.is_some_and(|stands| stands.as_ref() == node) {
                continue;
            }
            self.places.put(1 + at, node.map(|node| part_of(node, prefix, lit)));
            let node = node.cloned();
            match self.nodes.get_mut(at) {
                Some(stands) => *stands = node,
                None => self.nodes.push(node),
            }
        }
    }

    /// Shows where the reader is.
    fn light(&mut self, lit: Lit) {
        let before = std::mem::replace(&mut self.lit, lit);
        if before == lit {
            return;
        }
        for target in before.all().into_iter().chain(lit.all()).flatten() {
            let is_target = |node: &Option<Node>| node.as_ref().and_then(walked) == Some(target);
            if let Some(at) = self.nodes.iter().position(is_target) {
                self.places.set(1 + at, "class", lit.class(target));
                self.places.set(1 + at, "tabindex", lit.tab_stop(target));
            }
        }
    }
}

/// Draws a reader's chart into a group, and whatever becomes of it. On canvas only the marks that the reader is at.
pub(super) fn draw_into(group: NodeRef<G>, reader: Reader, current: Signal<Option<u32>>) {
    let Reader { scene, on_canvas, steps, .. } = reader;
    let drawing = StoredValue::new_local(None::<Drawing>);
    Effect::new(move |_| {
        let Some(group) = group.get() else { return };
        let marks = on_canvas.get().then(|| marks_of(reader, steps.get(), lit(reader, current)));
        let lit = untrack(|| lit(reader, current));
        scene.with(|scene| {
            drawing.update_value(|drawing| {
                let drawing = drawing.get_or_insert_with(|| Drawing::of(SvgPlaces::of(&group)));
                drawing.draw(&scene.prefix, scene, marks.as_ref().map(<[_; 4]>::as_slice), lit);
            });
        });
    });
    Effect::new(move |_| {
        let lit = lit(reader, current);
        drawing.update_value(|drawing| {
            if let Some(drawing) = drawing {
                drawing.light(lit);
            }
        });
    });
}

/// Where the reader is; tracked.
fn lit(reader: Reader, current: Signal<Option<u32>>) -> Lit {
    Lit {
        stop: reader.focused.get().or_else(|| first(reader)),
        shown: reader.hovered.get(),
        current: current.get().map(Target::Datum),
    }
}

fn first(reader: Reader) -> Option<Target> {
    reader.targets.with(|targets| targets.first().copied())
}

/// Keeps the mark that has the focus where another chart comes on the canvas.
pub(super) fn keep_on_canvas(reader: Reader) {
    let Reader { scene, focused, steps, .. } = reader;
    let chart =
        Memo::new(move |_| (scene.with(|s| (s.prefix.clone(), s.nodes.len())), first(reader)));
    Effect::new(move |_| {
        chart.track();
        let kept = scene.with_untracked(|s| keep_focus(s, focused));
        steps.set([kept, None]);
    });
}

/// The marks over a picture on canvas that are elements, as they would be in SVG; tracked.
///
/// Two places take turns in holding the mark that has the focus, so that none loses its element before the next one
/// has the focus. While none has it, the first mark is there to be found by the tab key.
fn marks_of(reader: Reader, steps: [Option<Target>; 2], lit: Lit) -> [Option<Target>; 4] {
    let a = steps[0].or_else(|| first(reader));
    let b = steps[1].filter(|b| Some(*b) != a);
    // A mark is one element, whatever it is there for.
    let apart = |target: &Target| Some(*target) != a && Some(*target) != b;
    let pointed = lit.shown.filter(apart);
    let opened = lit.current.filter(|target| apart(target) && pointed != Some(*target));
    [a, b, pointed, opened]
}
