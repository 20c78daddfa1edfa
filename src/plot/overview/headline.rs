//! Findings that a package itself names: its headlines, their placeholders filled from their observations.

use super::picture::{self, Told};
use super::plain::{about, is_within};
use super::types;
use super::types::Finding;
use crate::base::lang::Lang;
use crate::chart::{QuantityMark, Symbol};
use crate::model::headline::{Part, parts};
use crate::model::{Dataset, Headline, Id, Observation, Picture, Place, Role};
use crate::words::{FigureText, figure};

/// The most findings.
const MOST: usize = 5;

/// The headlines whose figures are among some rows: of one place in their order, of several the first of each.
pub(super) fn findings(
    data: &Dataset,
    rows: &[usize],
    place: Option<Id<Place>>,
    lang: Lang,
) -> Vec<Finding> {
    let is_shown = |h: &&Headline| {
        place.is_none_or(|place| is_within(data, h.place, place))
            && rows.contains(&h.observation.index())
    };
    let mut told: Vec<(Id<Place>, Finding)> = Vec::new();
    for headline in data.headlines.iter().filter(is_shown) {
        let is_new = place.is_some() || told.iter().all(|(own, _)| *own != headline.place);
        if is_new && told.len() < MOST {
            told.push((headline.place, finding(data, headline, place.is_some(), lang)));
        }
    }
    told.into_iter().map(|(_, finding)| finding).collect()
}

fn finding(data: &Dataset, headline: &Headline, of_one_place: bool, lang: Lang) -> Finding {
    let o = &data.observations[headline.observation];
    let told = |name: &str, number: bool| match headline.named(&data.observations, name) {
        Some(id) => told(data, &data.observations[id], number, lang),
        None => FigureText::default(),
    };
    let mut found = about(data, o, of_one_place, lang);
    let mut is_before = true;
    for part in parts(headline.text.get(lang)) {
        let said = match part {
            Part::Words(words) => words.to_owned(),
            Part::Figure { name: "a", number } if is_before => {
                found.figure = told("a", number);
                is_before = false;
                continue;
            }
            Part::Figure { name, number } => told(name, number).to_string(),
        };
        if is_before { &mut found.before } else { &mut found.after }.push_str(&said);
    }
    // A measure word stands as large as its number.
    let unit = &data.units[o.unit].name.zh;
    let is_bare = lang == Lang::Zh && found.figure.unit.is_empty() && !unit.is_empty();
    if let Some(rest) = found.after.strip_prefix(unit.as_str()).filter(|_| is_bare) {
        found.figure.unit.clone_from(unit);
        found.after = rest.to_owned();
    }
    for part in parts(headline.more.get(lang)) {
        found.more += &match part {
            Part::Words(words) => words.to_owned(),
            Part::Figure { name, number } => told(name, number).to_string(),
        };
    }
    found.picture = picture_of(data, headline, o, lang);
    found
}

/// A figure as a headline tells it: by its number alone, or with its unit, and always with its qualifier. What it leaves in
/// doubt is said in the headline's own words.
fn told(data: &Dataset, o: &Observation, number: bool, lang: Lang) -> FigureText {
    let mut text = figure(data, o, lang).unmarked();
    if number {
        text.unit.clear();
        text.sign = "".into();
    }
    text
}

fn picture_of(
    data: &Dataset,
    headline: &Headline,
    o: &Observation,
    lang: Lang,
) -> Option<types::Picture> {
    let with = headline.with.map(|with| &data.observations[with]);
    let mark = match headline.picture {
        Picture::Icons => QuantityMark::Icons,
        Picture::Dots => QuantityMark::Count,
        Picture::Pair => QuantityMark::Bars,
        Picture::Target => QuantityMark::Target,
        Picture::Share => QuantityMark::Share,
        Picture::Level => QuantityMark::Level,
        Picture::None => return None,
    };
    let told = Told { data, mark, is_said: true, within: "finding", lang };
    Some(match (mark, with) {
        (QuantityMark::Icons, _) => picture::hundred(&told, o, Symbol::Person),
        (QuantityMark::Bars | QuantityMark::Level, Some(with)) => picture::pair(&told, [o, with]),
        (_, Some(with)) if with.role == Role::Target => picture::target(&told, o, with),
        (_, Some(with)) => picture::part(&told, o, with),
        (_, None) => picture::alone(&told, o),
    })
}
