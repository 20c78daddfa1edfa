//! Names of columns and of vocabulary words, by the ids that data and links write.

use super::Message;
use super::catalog::data as m;
use crate::base::lang::Lang;

/// The name of a column the explorer knows.
#[must_use]
pub fn column(key: &str) -> Option<Message> {
    Some(match key {
        "place" => m::PLACE,
        "domain" => m::DOMAIN,
        "topic" => m::TOPIC,
        "stage" => m::STAGE,
        "kind" => m::KIND,
        "source" => m::SOURCE,
        "qualifier" => m::QUALIFIER,
        "role" => m::ROLE,
        "project" => m::PROJECT,
        "indicator" => m::INDICATOR,
        "time" => m::TIME,
        "value" => m::VALUE,
        "origin" => m::ORIGIN,
        "doubt" => m::DOUBT,
        "note" => m::NOTE,
        "printed" => m::PRINTED,
        "unit" => m::UNIT,
        "breakdown" => m::BREAKDOWN,
        "q" => m::TEXT,
        _ => return None,
    })
}

/// The name of a word of a column's vocabulary.
#[must_use]
pub fn word(column: &str, id: &str) -> Option<Message> {
    Some(match (column, id) {
        ("stage", "planned") => m::PLANNED,
        ("stage", "in_progress") => m::IN_PROGRESS,
        ("stage", "completed") => m::COMPLETED,
        ("stage", "standing") => m::STANDING,
        ("topic", "school") => m::TOPIC_SCHOOL,
        ("topic", "health") => m::TOPIC_HEALTH,
        ("topic", "elderly") => m::TOPIC_ELDERLY,
        ("topic", "assistance") => m::TOPIC_ASSISTANCE,
        ("topic", "work") => m::TOPIC_WORK,
        ("topic", "housing") => m::TOPIC_HOUSING,
        ("topic", "surroundings") => m::TOPIC_SURROUNDINGS,
        ("topic", "culture") => m::TOPIC_CULTURE,
        ("qualifier", "eq") => m::EQ,
        ("qualifier", "about") => m::ABOUT,
        ("qualifier", "nearly") => m::NEARLY,
        ("qualifier", "over") => m::OVER,
        ("qualifier", "at_least") => m::AT_LEAST,
        ("qualifier", "at_most") => m::AT_MOST,
        ("qualifier", "under") => m::UNDER,
        ("role", "actual") => m::ACTUAL,
        ("role", "target") => m::TARGET,
        ("role", "ceiling") => m::CEILING,
        ("role", "share") => m::SHARE,
        ("role", "growth") => m::GROWTH,
        ("level", "province") => m::PROVINCE,
        ("level", "prefecture") => m::PREFECTURE,
        ("level", "county") => m::COUNTY,
        ("level", "zone") => m::ZONE,
        ("level", "town") => m::TOWN,
        ("level", "village") => m::VILLAGE,
        ("direction", "higher") => m::HIGHER,
        ("direction", "lower") => m::LOWER,
        ("direction", "none") => m::NEITHER,
        ("kind", kind) => return m::kind(kind),
        ("origin", "printed") => m::ORIGIN_PRINTED,
        ("origin", "derived") => m::DERIVED_MARK,
        ("doubt", "doubtful") => m::DOUBTFUL,
        ("flag", "E") => m::ESTIMATED,
        ("flag", "P") => m::PROVISIONAL,
        ("flag", "B") => m::BREAK,
        _ => return None,
    })
}

/// A breakdown's key or value in words; an id without a word is shown with its underscores as blanks.
#[must_use]
pub fn breakdown(id: &str, lang: Lang) -> String {
    m::breakdown(id).map_or_else(|| id.replace('_', " "), |word| word.get(lang).to_owned())
}
