//! A figure as a citation, with what is needed to find it again.

use super::{claim, derivation, figure, listed, observation_name, period_text};
use crate::base::lang::Lang;
use crate::i18n;
use crate::i18n::catalog::chart;
use crate::i18n::catalog::detail as m;
use crate::i18n::catalog::words::{PARENTHESIS, SEMICOLON, SEPARATOR};
use crate::model::{Dataset, Inferred, Observation, Source};

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
        Some(date) => PARENTHESIS.fill(lang, &[("a", title), ("b", &within_brackets(date, lang))]),
        None => title.clone(),
    };
    let list: Vec<String> = releases.iter().map(release).collect();
    match list.as_slice() {
        [] => String::new(),
        list => {
            let list = list.join(SEMICOLON.get(lang));
            chart::SOURCE_LINE.fill(lang, &[("sources", &list)])
        }
    }
}

/// A date as words in brackets, which hold no brackets of their own: 2021年，推定.
fn within_brackets(date: &str, lang: Lang) -> String {
    let behind = date.strip_suffix(['）', ')']).and_then(|own| own.rsplit_once(['（', '(']));
    match behind {
        Some((date, mark)) => listed([date.trim_end(), mark], SEPARATOR, lang),
        None => date.to_owned(),
    }
}

/// When a release was published, in words; marked where that is not printed and was inferred. `None` where unknown.
#[must_use]
pub fn publication_date(source: &Source, lang: Lang) -> Option<String> {
    let date = i18n::date(source.published?, lang);
    let inferred = source.is_inferred(Inferred::Published);
    Some(if inferred { m::DATE_INFERRED.fill(lang, &[("date", &date)]) } else { date })
}

/// The citation of a figure in one line: what it is, where and when, how far it has come, the figure with its
/// qualifier, and the release with the place in it. A derived figure is cited as this site's own. Where the release has an address
/// the reference form tells it with the day it was looked at, as `2026-11-25`; empty where that is unknown.
#[must_use]
pub fn cite(data: &Dataset, o: &Observation, style: Style, day: &str, lang: Lang) -> String {
    let source = &data.sources[o.source];
    let date = match (style, source.published) {
        (_, None) => m::UNKNOWN_DATE.get(lang).to_owned(),
        (Style::Plain, Some(_)) => publication_date(source, lang).unwrap_or_default(),
        // The reference form wants the date as it is filed, not as it is spoken; one that is inferred stands in brackets.
        (Style::GbT7714, Some(date)) if source.is_inferred(Inferred::Published) => {
            format!("[{date}]")
        }
        (Style::GbT7714, Some(date)) => date.to_string(),
    };
    let publisher = match source.publisher.as_str() {
        "" => m::UNKNOWN_PUBLISHER.get(lang),
        name => name,
    };
    let access = match source.url.as_str() {
        "" => String::new(),
        url if day.is_empty() => format!(". {url}"),
        url => format!("[{}]. {url}", day),
    };
    let (start, end) = ((o.locator.start + 1).to_string(), o.locator.end.to_string());
    let place = match o.locator.end {
        0 => String::new(),
        _ => m::CITED_PLACE
            .fill(lang, &[("start", &start), ("end", &end), ("printed", &o.locator.printed)]),
    };
    let claimed = claim(data, o, lang);
    // Within an English sentence.
    let claimed = if lang == Lang::En { claimed.to_lowercase() } else { claimed };
    let values = [
        ("place", data.places[o.place].name.get(lang)),
        ("indicator", &observation_name(data, o, lang)),
        ("period", &period_text(o, lang)),
        ("claim", &claimed),
        ("figure", &figure(data, o, lang).unmarked().to_string()),
        ("publisher", publisher),
        ("title", source.title.get(lang)),
        ("date", &date),
        ("access", &access),
        ("locator", &place),
        ("how", &derivation(data, o, lang)),
    ];
    let message = match (style, o.is_derived()) {
        (Style::Plain, false) if source.publisher.is_empty() => m::CITATION_UNSIGNED,
        (Style::Plain, false) => m::CITATION,
        (Style::Plain, true) => m::CITATION_DERIVED,
        (Style::GbT7714, false) => m::CITATION_GB,
        (Style::GbT7714, true) => m::CITATION_GB_DERIVED,
    };
    message.fill(lang, &values)
}
