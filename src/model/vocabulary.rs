//! The closed vocabularies of the data package, one enum a column.

use crate::base::vocabulary::vocabulary;

vocabulary! {
    /// How a published figure relates to the true value.
    Qualifier {
        /// The figure itself.
        Eq = "eq",
        /// About (约, 左右).
        About = "about",
        /// Nearly, just below (近).
        Nearly = "nearly",
        /// More than (余, 多, 超过).
        Over = "over",
        /// No less than (不低于, 以上).
        AtLeast = "at_least",
        /// No more than (不超过, 以内).
        AtMost = "at_most",
        /// Less than.
        Under = "under",
    }
}

vocabulary! {
    /// How far what a figure counts has come.
    Stage {
        /// A target or budget not yet carried out.
        Planned = "planned",
        /// Under way when the text was published.
        InProgress = "in_progress",
        /// Done, or a total reached.
        Completed = "completed",
        /// A rate, a level or a standard in force.
        Standing = "standing",
    }
}

vocabulary! {
    /// What a figure is in relation to its indicator.
    Role {
        /// What is or was.
        Actual = "actual",
        /// What is to be reached.
        Target = "target",
        /// What must not be exceeded.
        Ceiling = "ceiling",
        /// A part of the whole that the breakdown names.
        Share = "share",
        /// A change against an earlier value.
        Growth = "growth",
    }
}

vocabulary! {
    /// Which way is better.
    Direction {
        /// More is better.
        Higher = "higher",
        /// Less is better.
        Lower = "lower",
        /// Neither.
        None = "none",
    }
}

vocabulary! {
    /// Level of a reference area.
    Level {
        /// Province.
        Province = "province",
        /// Prefecture-level city.
        Prefecture = "prefecture",
        /// County or district.
        County = "county",
        /// Development zone.
        Zone = "zone",
        /// Town or street office.
        Town = "town",
        /// Village or community.
        Village = "village",
    }
}

vocabulary! {
    /// What an indicator measures.
    Nature {
        /// Done or paid in a period.
        Flow = "flow",
        /// There at a date.
        Stock = "stock",
        /// A share, an average or a ratio.
        Rate = "rate",
        /// A level in force.
        Standard = "standard",
    }
}

vocabulary! {
    /// What kind of money an indicator counts.
    MoneyKind {
        /// Spent.
        Spending = "spending",
        /// Put into works or equipment.
        Investment = "investment",
        /// Paid to people.
        Benefit = "benefit",
        /// Set aside or raised for a purpose.
        Fund = "fund",
        /// Lent.
        Loan = "loan",
        /// Earned.
        Income = "income",
        /// Cost that did not arise.
        Avoided = "avoided",
        /// Taken back from offenders.
        Recovered = "recovered",
    }
}

impl MoneyKind {
    /// Whether it is a sum that was spent on people or works.
    #[must_use]
    pub const fn is_spent(self) -> bool {
        matches!(self, Self::Spending | Self::Investment | Self::Benefit)
    }
}

vocabulary! {
    /// Whether several values of a breakdown key may hold of one person or thing at once.
    Overlaps {
        /// They may: their figures do not add up.
        Yes = "yes",
        /// Each person or thing has one of them.
        No = "no",
    }
}

vocabulary! {
    /// What kind of text a release is.
    SourceKind {
        /// A government's own release.
        Release = "release",
        /// An explainer in pictures (一图看懂).
        Graphic = "graphic",
        /// An article by a news medium.
        News = "news",
        /// A work report or a bulletin.
        Report = "report",
    }
}

vocabulary! {
    /// What of a release was inferred because it is not printed.
    Inferred {
        /// The day it was published.
        Published = "published",
        /// Who published it.
        Publisher = "publisher",
        /// Its title.
        Title = "title",
    }
}

vocabulary! {
    /// What in a resident's life an indicator is about.
    Topic {
        /// Going to school.
        School = "school",
        /// Seeing a doctor.
        Health = "health",
        /// Growing old.
        Elderly = "elderly",
        /// Help in hardship.
        Assistance = "assistance",
        /// Finding work.
        Work = "work",
        /// A home.
        Housing = "housing",
        /// Surroundings and getting about.
        Surroundings = "surroundings",
        /// Culture and sport.
        Culture = "culture",
    }
}

/// Which topic a field of livelihood work belongs to, by the field's id; of a topic's fields its main one stands first.
const FIELDS: [(&str, Topic); 10] = [
    ("education", Topic::School),
    ("health", Topic::Health),
    ("elderly", Topic::Elderly),
    ("assistance", Topic::Assistance),
    ("poverty", Topic::Assistance),
    ("employment", Topic::Work),
    ("housing", Topic::Housing),
    ("environment", Topic::Surroundings),
    ("infrastructure", Topic::Surroundings),
    ("culture", Topic::Culture),
];

impl Topic {
    /// The topic of a field's indicators, by the field's id.
    #[must_use]
    pub fn of_domain(id: &str) -> Option<Self> {
        FIELDS.iter().find(|(field, _)| *field == id).map(|(_, topic)| *topic)
    }

    /// The id of its main field, whose hue it has.
    #[must_use]
    pub fn domain(self) -> &'static str {
        FIELDS.iter().find(|(_, topic)| *topic == self).map_or("", |(field, _)| field)
    }
}

vocabulary! {
    /// What is drawn beside a headline.
    Picture {
        /// A hundred people, as many of them filled as the share says.
        Icons = "icons",
        /// A mark for each thing counted: those of the observation filled among those of the second one.
        Dots = "dots",
        /// Two bars on one scale.
        Pair = "pair",
        /// A bar with the line of its target, which is the second observation.
        Target = "target",
        /// A part of the bar of the second observation.
        Share = "share",
        /// A point on an axis from zero, with an open end where the qualifier has one.
        Level = "level",
        /// None.
        None = "none",
    }
}

impl Picture {
    /// Whether it shows two observations.
    #[must_use]
    pub const fn needs_second(self) -> bool {
        matches!(self, Self::Pair | Self::Target | Self::Share)
    }
}
