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
