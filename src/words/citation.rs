//! A figure as a citation, with what is needed to find it again.

use super::{figure, observation_name, period_text};
use crate::base::lang::Lang;
use crate::i18n;
use crate::i18n::catalog::chart;
use crate::i18n::catalog::detail as m;
use crate::i18n::catalog::words::PARENTHESIS;
use crate::model::{Dataset, Observation};

/// How a citation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A sentence.
    Plain,
    /// GB/T 7714 form of an electronic bulletin.
    GbT7714,
}

/// Releases in a line, each by its title and date.
#[must_use]
pub fn source_line(releases: &[(String, Option<String>)], lang: Lang) -> String {
    let release = |(title, date): &(String, Option<String>)| match date {
        Some(date) => PARENTHESIS.fill(lang, &[("a", title), ("b", date)]),
        None => title.clone(),
    };
    let list: Vec<String> = releases.iter().map(release).collect();
    match list.as_slice() {
        [] => String::new(),
        list => {
            let list = list.join(chart::SOURCES_BETWEEN.get(lang));
            chart::SOURCE_LINE.fill(lang, &[("sources", &list)])
        }
    }
}

/// The citation of a figure: value, unit, qualifier, indicator, place, period and source in one line.
#[must_use]
pub fn cite(data: &Dataset, o: &Observation, style: Style, lang: Lang) -> String {
    let source = &data.sources[o.source];
    let date = source
        .published
        .map_or_else(|| m::UNKNOWN_DATE.get(lang).to_owned(), |date| i18n::date(date, lang));
    // The reference form wants the date as it is filed, not as it is spoken.
    let filed = source.published.map_or_else(|| date.clone(), |date| date.to_string());
    let publisher = match source.publisher.as_str() {
        "" => m::UNKNOWN_PUBLISHER.get(lang),
        name => name,
    };
    let figure = figure(data, o, lang).to_string();
    let values = [
        ("place", data.places[o.place].name.get(lang)),
        ("indicator", &observation_name(data, o, lang)),
        ("period", &period_text(o, lang)),
        ("figure", &figure),
        ("publisher", publisher),
        ("title", source.title.get(lang)),
        ("date", if style == Style::Plain { &date } else { &filed }),
    ];
    let message = match style {
        Style::Plain if source.publisher.is_empty() => m::CITATION_UNSIGNED,
        Style::Plain => m::CITATION,
        Style::GbT7714 => m::CITATION_GB,
    };
    message.fill(lang, &values)
}
