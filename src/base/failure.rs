//! Why something that was asked of the engine was not done.

use super::vocabulary::vocabulary;

vocabulary! {
    /// A failure, by the code that scripts tell it by. What a reader is told of each stands in the i18n catalog; whatever
    /// words a program has of its own are for the console.
    Failure {
        /// Given up, or replaced by a newer question.
        Cancelled = "cancelled",
        /// What was asked is closed.
        Closed = "closed",
        /// No such column, or one of another kind than is needed.
        Column = "column",
        /// What is read is not what it should be.
        Format = "format",
        /// A brush without an active column.
        Inactive = "inactive",
        /// A fault of the program itself.
        Internal = "internal",
        /// The browser gave no memory.
        Memory = "memory",
        /// An address gave nothing.
        NotFound = "not_found",
        /// The bytes of a file stopped coming, or are no longer those that they were.
        Interrupted = "interrupted",
        /// A file of another site.
        Elsewhere = "elsewhere",
        /// A format whose reader this edition does not carry.
        NoReader = "no_reader",
        /// The engine itself could not be had.
        NoEngine = "no_engine",
        /// The browser is older than what the engine is made of.
        OldBrowser = "old_browser",
        /// A value or position that the column does not have.
        Range = "range",
        /// The table would not fit in memory.
        TooLarge = "too_large",
    }
}
