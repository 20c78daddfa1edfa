//! A range of bins: a histogram to drag across and two handles, alike for years and for classes of a measure.

use leptos::prelude::*;

use crate::chart::palette::NEUTRAL;
use crate::chart::{HistogramBin, HistogramLabels, HistogramSpec, Scene, Size, Stretch, histogram};
use crate::i18n::Message;
use crate::i18n::catalog::filter as m;
use crate::plot::ChartFormat;
use crate::ui::{SceneView, use_explorer};

/// Height of the histogram in px.
const HEIGHT: f64 = 84.0;

/// What a range is chosen from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RangeBins {
    /// The name of each bin, said of a handle that stands at it: a year, "10 to 20".
    pub names: Vec<String>,
    /// How many rows each has, whatever the filters.
    pub totals: Vec<u32>,
    /// How many of them meet the other filters.
    pub counts: Vec<u32>,
    /// What is written under the bins.
    pub labels: HistogramLabels,
}

impl RangeBins {
    /// The greatest bin's index.
    fn last(&self) -> usize {
        self.names.len().saturating_sub(1)
    }

    fn spec(
        &self,
        prefix: &str,
        title: &str,
        chosen: (usize, usize),
        tip: impl Fn(&str, usize) -> String,
    ) -> HistogramSpec {
        let count = |counts: &[u32], at: usize| counts.get(at).copied().unwrap_or(0);
        let bin = |(at, name): (usize, &String)| {
            let selected = count(&self.counts, at);
            let total = count(&self.totals, at).max(selected);
            HistogramBin { total, selected, tip: tip(name, selected as usize) }
        };
        HistogramSpec {
            prefix: prefix.to_owned(),
            title: title.to_owned(),
            bins: self.names.iter().enumerate().map(bin).collect(),
            labels: self.labels.clone(),
            hue: NEUTRAL,
            brush: (chosen != (0, self.last())).then_some((chosen.0 as u32, chosen.1 as u32)),
        }
    }
}

/// A histogram with two handles: drag across it, click a bin, move a handle by pointer or keyboard.
#[component]
pub fn RangeFilter(
    /// Put before the ids of the bins; one for each filter on the page.
    #[prop(into)]
    id: String,
    /// Put before the test ids of the handles: `year` gives `year-from` and `year-to`.
    testid: &'static str,
    /// What the histogram shows.
    title: Message,
    /// Names of the two handles.
    handles: (Message, Message),
    /// What there is to choose from; tracked.
    bins: Signal<RangeBins>,
    /// First and last chosen bin; tracked.
    chosen: Signal<(usize, usize)>,
    /// Called with first and last bin, and whether the reader is still moving.
    choose: Callback<(usize, usize, bool)>,
) -> impl IntoView {
    let explorer = use_explorer();
    let compose = move |width: f64| -> Scene {
        let lang = explorer.lang.get();
        let count_of = if explorer.is_published() { m::COUNT_OF } else { m::COUNT_OF_ROWS };
        let tip = |name: &str, count| count_of.count(lang, count, &[("name", name)]);
        let spec = bins.with(|bins| bins.spec(&id, title.get(lang), chosen.get(), tip));
        let format = ChartFormat { lang, unit: String::new() };
        histogram(&spec, Size { width, height: Some(HEIGHT) }, &format)
    };
    let brush = move |(stretch, going): (Stretch, bool)| {
        if let Stretch::Bins(from, to) = stretch {
            choose.run((from as usize, to as usize, going));
        }
    };
    let open = move |bin: u32| choose.run((bin as usize, bin as usize, false));
    let handle = move |is_first: bool| {
        let at = move || if is_first { chosen.get().0 } else { chosen.get().1 };
        let move_to = move |text: String, going: bool| {
            let Ok(at) = text.parse::<usize>() else { return };
            let (from, to) = chosen.get_untracked();
            // A handle stops at the other.
            let (from, to) = if is_first { (at.min(to), to) } else { (from, at.max(from)) };
            choose.run((from, to, going));
        };
        let label = if is_first { handles.0 } else { handles.1 };
        let name = move || bins.with(|b| b.names.get(at()).cloned().unwrap_or_default());
        view! {
            <input
                type="range"
                step="1"
                min="0"
                max=move || bins.with(RangeBins::last)
                prop:value=move || at().to_string()
                aria-label=explorer.t(label)
                aria-valuetext=name
                data-testid=format!("{testid}-{}", if is_first { "from" } else { "to" })
                on:input:target=move |ev| move_to(ev.target().value(), true)
                on:change:target=move |ev| move_to(ev.target().value(), false)
            />
        }
    };
    view! {
        <div class="histogram">
            <SceneView compose=compose open=open brush=brush />
        </div>
        <div
            class="handles"
            style=("--bins", move || bins.with(|bins| bins.names.len().max(1)).to_string())
            style=("--from", move || chosen.get().0.to_string())
            style=("--to", move || (chosen.get().1 + 1).to_string())
        >
            {handle(true)}
            {handle(false)}
        </div>
    }
}
