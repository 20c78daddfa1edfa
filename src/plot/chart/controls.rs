//! What a reader may change about the chart: every choice with its name and, where it leads nowhere, the reason.

use serde::{Deserialize, Serialize};

use super::choice::{NO_SPLIT, choose};
use super::selection::Selection;
use super::types::Choice;
use crate::base::lang::Lang;
use crate::column::{Bitmap, Role, Table};
use crate::i18n::Message;
use crate::i18n::catalog::chart as m;
use crate::model::Dataset;
use crate::state::{Mark, Measure, Options};

/// One value of a choice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What options write; empty leaves the choice to the chart.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Why it cannot be chosen; `None` where it can.
    pub reason: Option<String>,
}

/// A choice among several values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picker {
    /// The values.
    pub items: Vec<Item>,
    /// The id of the one in force.
    pub chosen: String,
}

/// A choice of yes or no.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Switch {
    /// Whether it is on.
    pub on: bool,
    /// Why it cannot be switched; `None` where it can.
    pub reason: Option<String>,
}

/// Everything a reader may choose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Controls {
    /// What is measured.
    pub measure: Picker,
    /// Kind of unit.
    pub kind: Picker,
    /// Measure column of bars, lines and histograms; no items where there is no choice.
    pub value: Picker,
    /// Measure from left to right of a scatter; no items for other charts.
    pub x: Picker,
    /// Measure upwards of a scatter.
    pub y: Picker,
    /// Measure that a scatter's circles are as large as.
    pub size: Picker,
    /// Column to group by.
    pub group: Picker,
    /// Column to split by.
    pub split: Picker,
    /// Mark.
    pub mark: Picker,
    /// Small multiples.
    pub facets: Switch,
    /// Log scale.
    pub log: Switch,
}

/// The choices that make sense for some published figures under the options in force.
pub(super) fn of_figures(
    table: &Table,
    data: &Dataset,
    rows: &Bitmap,
    options: &Options,
    lang: Lang,
) -> Controls {
    let s = Selection::new(table, data, rows, options, lang);
    let settled = choose(&s, options).ok();
    Controls {
        measure: measures(&s, options, settled.as_ref()),
        kind: kinds(&s, options),
        group: groups(&s, options, settled.as_ref()),
        split: splits(&s, options, settled.as_ref()),
        mark: marks(&s, options, settled.as_ref()),
        facets: facets(&s, options),
        log: Switch {
            on: options.log,
            reason: (settled.as_ref().is_some_and(|c| c.mark == Mark::Treemap) && !options.log)
                .then(|| m::NO_LOG.get(lang).to_owned()),
        },
        ..Controls::default()
    }
}

/// The reason the chart would give under these options.
fn reason(s: &Selection, options: &Options) -> Option<String> {
    choose(s, options).err().map(|refusal| refusal.reason)
}

/// The first value of a picker: leaves the choice to the chart and says what it chose.
fn auto(s: &Selection, settled: Option<String>) -> Item {
    let name = match settled {
        Some(what) => m::AUTO_AS.fill(s.lang, &[("what", &what)]),
        None => m::AUTO.get(s.lang).to_owned(),
    };
    Item { id: String::new(), name, reason: None }
}

fn measures(s: &Selection, o: &Options, settled: Option<&Choice>) -> Picker {
    let name = measure_name;
    let chosen = settled.filter(|_| o.measure == Measure::Auto);
    let chosen = chosen.map(|choice| name(choice.measure).get(s.lang).to_owned());
    let rest = [Measure::Figure, Measure::Sum, Measure::Count].map(|measure| {
        // A mark that cannot show the measure gives way to it.
        let options = Options { measure, mark: Mark::Auto, ..o.clone() };
        item(s, measure.id(), name(measure), reason(s, &options))
    });
    let items = std::iter::once(Item { id: Measure::Auto.id().into(), ..auto(s, chosen) });
    Picker { items: items.chain(rest).collect(), chosen: o.measure.id().to_owned() }
}

fn marks(s: &Selection, o: &Options, settled: Option<&Choice>) -> Picker {
    let name = mark_name;
    let chosen = settled.filter(|_| o.mark == Mark::Auto);
    let chosen = chosen.map(|choice| name(choice.mark).get(s.lang).to_owned());
    let marks = [Mark::Bar, Mark::Dot, Mark::Line, Mark::Matrix, Mark::Treemap];
    let rest = marks.map(|mark| {
        let options = Options { mark, ..o.clone() };
        item(s, mark.id(), name(mark), reason(s, &options))
    });
    let items = std::iter::once(Item { id: Mark::Auto.id().into(), ..auto(s, chosen) });
    Picker { items: items.chain(rest).collect(), chosen: o.mark.id().to_owned() }
}

/// The name of a measure of published figures.
const fn measure_name(measure: Measure) -> Message {
    match measure {
        Measure::Auto => m::AUTO,
        Measure::Figure => m::MEASURE_FIGURE,
        Measure::Sum => m::MEASURE_SUM,
        Measure::Mean => m::MEASURE_MEAN,
        Measure::Count => m::MEASURE_COUNT,
    }
}

/// The name of a mark.
pub(super) const fn mark_name(mark: Mark) -> Message {
    match mark {
        Mark::Auto => m::AUTO,
        Mark::Bar => m::MARK_BAR,
        Mark::Dot => m::MARK_DOT,
        Mark::Line => m::MARK_LINE,
        Mark::Matrix => m::MARK_MATRIX,
        Mark::Treemap => m::MARK_TREEMAP,
        Mark::Scatter => m::MARK_SCATTER,
        Mark::Histogram => m::MARK_HISTOGRAM,
    }
}

fn item(s: &Selection, id: &str, name: Message, reason: Option<String>) -> Item {
    Item { id: id.to_owned(), name: name.get(s.lang).to_owned(), reason }
}

fn kinds(s: &Selection, o: &Options) -> Picker {
    let all = item(s, "", m::ALL_KINDS, None);
    let kind = |(code, n): (u32, usize)| Item {
        id: s.id(Role::Kind, code),
        name: m::KIND_COUNT
            .fill(s.lang, &[("kind", &s.name(Role::Kind, code)), ("n", &n.to_string())]),
        reason: None,
    };
    let items = std::iter::once(all).chain(s.counts(Role::Kind, &s.all).into_iter().map(kind));
    Picker { items: items.collect(), chosen: o.kind.clone() }
}

/// The table's category columns; one that puts every row into one group is no choice.
fn column_items(s: &Selection, taken: Option<&str>) -> Vec<Item> {
    let columns = s.table.categories().map(|(column, _)| column.key.as_str());
    columns
        .filter(|key| Some(*key) != taken)
        .map(|key| {
            let groups = s.grouping(key).map_or(0, |by| by.values(&s.rows).len());
            let reason = (groups < 2).then(|| m::ONE_GROUP.get(s.lang).to_owned());
            Item { id: key.to_owned(), name: s.column(key), reason }
        })
        .collect()
}

fn groups(s: &Selection, o: &Options, settled: Option<&Choice>) -> Picker {
    let chosen = settled.filter(|_| o.group.is_empty()).map(|choice| {
        choice
            .group
            .as_deref()
            .map_or_else(|| m::BY_SIZE.get(s.lang).to_owned(), |key| s.column(key))
    });
    let items = std::iter::once(auto(s, chosen)).chain(column_items(s, None));
    Picker { items: items.collect(), chosen: o.group.clone() }
}

fn splits(s: &Selection, o: &Options, settled: Option<&Choice>) -> Picker {
    let none = || m::NO_SPLIT.get(s.lang).to_owned();
    let chosen = settled
        .filter(|_| o.split.is_empty())
        .map(|choice| choice.split.as_deref().map_or_else(none, |key| s.column(key)));
    let taken = settled.and_then(|choice| choice.group.as_deref());
    let nothing = Item { id: NO_SPLIT.to_owned(), name: none(), reason: None };
    let items = [auto(s, chosen), nothing].into_iter().chain(column_items(s, taken));
    Picker { items: items.collect(), chosen: o.split.clone() }
}

fn facets(s: &Selection, o: &Options) -> Switch {
    let with = Options { facets: true, ..o.clone() };
    let works = choose(s, &with).is_ok_and(|choice| choice.facets);
    let reason = (!works && !o.facets).then(|| m::NO_FACETS.get(s.lang).to_owned());
    Switch { on: o.facets, reason }
}
