//! The rules: what each broken fixture gives.

use minsheng_explorer::base::problem::ProblemKind::{self, *};

/// A problem of the broken table: kind, line, column (empty for the row), what was found, what was expected.
pub(super) type Fault = (ProblemKind, usize, &'static str, &'static str, &'static str);

/// What a broken table gives.
pub(super) struct Case {
    /// Folder of the fixture.
    pub(super) rule: &'static str,
    /// The table it breaks.
    pub(super) table: &'static str,
    /// Every problem of that table, in order.
    pub(super) faults: &'static [Fault],
    /// Lines of its rows that are left out.
    pub(super) lost: &'static [usize],
    /// Rows of other tables that refer to what was left out.
    pub(super) knock_on: usize,
}

const QUALIFIERS: &str = "eq | about | nearly | over | at_least | at_most | under";
const STAGES: &str = "planned | in_progress | completed | standing";
const ROLES: &str = "actual | target | ceiling | share | growth";
const LEVELS: &str = "province | prefecture | county | zone | town | village";
const DIRECTIONS: &str = "higher | lower | none";
const DATES: &str = "YYYY | YYYY-MM | YYYY-MM-DD";
const NUMBER: &str = "123.45";
const PAIRS: &str = "key=value;key=value";

/// Every fixture that breaks rows of one table.
pub(super) const CASES: &[Case] = &[
    Case {
        rule: "duplicate-id",
        table: "observations",
        faults: &[(DuplicateId, 18, "id", "children", "")],
        lost: &[18],
        knock_on: 0,
    },
    Case {
        rule: "duplicate-unit",
        table: "units",
        faults: &[(DuplicateId, 13, "id", "people", "")],
        lost: &[13],
        knock_on: 0,
    },
    Case {
        rule: "duplicate-place",
        table: "places",
        faults: &[(DuplicateId, 7, "id", "dezhou", "")],
        lost: &[7],
        knock_on: 0,
    },
    Case {
        rule: "empty-id",
        table: "observations",
        faults: &[(EmptyCell, 12, "id", "", "")],
        lost: &[12],
        knock_on: 0,
    },
    Case {
        rule: "unknown-references",
        table: "observations",
        faults: &[
            (UnknownReference, 5, "project", "castle", "projects"),
            (EmptyCell, 9, "indicator", "", ""),
            (UnknownReference, 10, "unit", "bushel", "units"),
            (UnknownReference, 11, "source", "nobody", "sources"),
            (UnknownReference, 12, "place", "nowhere", "places"),
            (UnknownReference, 16, "indicator", "rivers", "indicators"),
        ],
        lost: &[5, 9, 10, 11, 12, 16],
        knock_on: 0,
    },
    Case {
        rule: "unknown-part-of",
        table: "observations",
        faults: &[(UnknownReference, 3, "part_of", "nothing", "observations")],
        lost: &[],
        knock_on: 0,
    },
    Case {
        rule: "unknown-reference-in-indicators",
        table: "indicators",
        faults: &[
            (UnknownReference, 8, "domain", "magic", "domains"),
            (UnknownReference, 8, "unit", "bushel", "units"),
        ],
        lost: &[8],
        knock_on: 1,
    },
    Case {
        rule: "unknown-reference-in-projects",
        table: "projects",
        faults: &[
            (UnknownReference, 4, "place", "nowhere", "places"),
            (UnknownReference, 4, "domain", "magic", "domains"),
            (UnknownReference, 3, "parent", "castle", "projects"),
        ],
        lost: &[4],
        knock_on: 3,
    },
    Case {
        rule: "unknown-reference-in-places",
        table: "places",
        faults: &[(UnknownReference, 6, "parent", "nowhere", "places")],
        lost: &[],
        knock_on: 0,
    },
    Case {
        rule: "unknown-reference-in-sources",
        table: "sources",
        faults: &[(UnknownReference, 3, "place", "nowhere", "places")],
        lost: &[],
        knock_on: 0,
    },
    Case {
        rule: "not-a-number",
        table: "observations",
        faults: &[
            (NotANumber, 2, "value", "十七", NUMBER),
            (NotANumber, 4, "value", "NaN", NUMBER),
            (NotANumber, 10, "value", "inf", NUMBER),
            (EmptyCell, 12, "value", "", ""),
            (NotANumber, 16, "value", "7,64.6", NUMBER),
            (UnknownReference, 3, "part_of", "investment", "observations"),
        ],
        lost: &[2, 4, 10, 12, 16],
        knock_on: 0,
    },
    Case {
        rule: "out-of-decimal-range",
        table: "observations",
        faults: &[
            (NotANumber, 4, "value", "1e400", NUMBER),
            (NotANumber, 5, "value", "9000000000000000000000", "≤ 792281625142643375935"),
        ],
        lost: &[4, 5],
        knock_on: 0,
    },
    Case {
        rule: "unit-not-convertible",
        table: "observations",
        faults: &[(UnitNotConvertible, 6, "unit", "km", "people")],
        lost: &[6],
        knock_on: 0,
    },
    Case {
        rule: "unit-factor",
        table: "units",
        faults: &[
            (NotANumber, 3, "factor", "万", NUMBER),
            (NotANumber, 9, "factor", "0", "> 0"),
            (NotANumber, 10, "factor", "-1", "> 0"),
        ],
        lost: &[3, 9, 10],
        knock_on: 19,
    },
    Case {
        rule: "unit-base-of-another-kind",
        table: "units",
        faults: &[(UnitNotConvertible, 9, "base", "money", "length")],
        lost: &[9],
        knock_on: 3,
    },
    Case {
        rule: "unit-base-unknown",
        table: "units",
        faults: &[(UnknownReference, 9, "base", "mile", "units")],
        lost: &[9],
        knock_on: 3,
    },
    Case {
        rule: "unit-base-of-a-base",
        table: "units",
        faults: &[(UnitNotConvertible, 4, "base", "wan_yuan", "yuan")],
        lost: &[4],
        knock_on: 3,
    },
    Case {
        rule: "unit-base-with-factor",
        table: "units",
        faults: &[
            (UnitNotConvertible, 8, "factor", "2", "1"),
            (UnknownReference, 9, "base", "m", "units"),
        ],
        lost: &[8, 9],
        knock_on: 3,
    },
    Case {
        rule: "unit-second-base",
        table: "units",
        faults: &[(UnitNotConvertible, 13, "base", "dollar", "yuan")],
        lost: &[13],
        knock_on: 0,
    },
    Case {
        rule: "bad-date",
        table: "observations",
        faults: &[
            (EmptyCell, 6, "period_end", "", ""),
            (BadDate, 11, "period_end", "2024-02-30", DATES),
            (BadDate, 12, "period_start", "去年", DATES),
            (BadDate, 16, "period_end", "2024-13", DATES),
        ],
        lost: &[6, 11, 12, 16],
        knock_on: 0,
    },
    Case {
        rule: "bad-date-in-sources",
        table: "sources",
        faults: &[(BadDate, 3, "published", "2024年", DATES)],
        lost: &[],
        knock_on: 0,
    },
    Case {
        rule: "bad-date-in-projects",
        table: "projects",
        faults: &[(BadDate, 4, "start", "24-01", DATES)],
        lost: &[],
        knock_on: 0,
    },
    Case {
        rule: "period-reversed",
        table: "observations",
        faults: &[(PeriodReversed, 16, "period_start", "2024-10/2024-09", "start ≤ end")],
        lost: &[16],
        knock_on: 0,
    },
    Case {
        rule: "period-reversed-in-projects",
        table: "projects",
        faults: &[(PeriodReversed, 2, "start", "2022/2021", "start ≤ end")],
        lost: &[],
        knock_on: 0,
    },
    Case {
        rule: "outside-vocabulary",
        table: "observations",
        faults: &[
            (OutsideVocabulary, 2, "qualifier", "almost", QUALIFIERS),
            (OutsideVocabulary, 12, "role", "", ROLES),
            (OutsideVocabulary, 16, "stage", "done", STAGES),
            (UnknownReference, 3, "part_of", "investment", "observations"),
        ],
        lost: &[2, 12, 16],
        knock_on: 0,
    },
    Case {
        rule: "outside-vocabulary-level",
        table: "places",
        faults: &[(OutsideVocabulary, 6, "level", "city", LEVELS)],
        lost: &[6],
        knock_on: 12,
    },
    Case {
        rule: "outside-vocabulary-direction",
        table: "indicators",
        faults: &[(OutsideVocabulary, 8, "direction", "up", DIRECTIONS)],
        lost: &[8],
        knock_on: 1,
    },
    Case {
        rule: "outside-vocabulary-project-stage",
        table: "projects",
        faults: &[(OutsideVocabulary, 4, "stage", "standstill", STAGES)],
        lost: &[4],
        knock_on: 3,
    },
    Case {
        rule: "domain-order",
        table: "domains",
        faults: &[
            (NotANumber, 3, "order", "1.5", "1–255"),
            (NotANumber, 4, "order", "256", "1–255"),
            (NotANumber, 5, "order", "0", "1–255"),
        ],
        lost: &[3, 4, 5],
        knock_on: 10,
    },
    Case {
        rule: "percent-out-of-range",
        table: "observations",
        faults: &[
            (PercentOutOfRange, 11, "value", "188.79", "0–100"),
            (PercentOutOfRange, 12, "value", "112.8", "0–100"),
        ],
        lost: &[11, 12],
        knock_on: 0,
    },
    Case {
        rule: "place-cycle",
        table: "places",
        faults: &[(TreeCycle, 4, "parent", "dezhou", ""), (TreeCycle, 5, "parent", "hebei", "")],
        lost: &[],
        knock_on: 0,
    },
    Case {
        rule: "project-cycle",
        table: "projects",
        faults: &[(TreeCycle, 3, "parent", "schools", "")],
        lost: &[],
        knock_on: 0,
    },
    Case {
        rule: "part-of-cycle",
        table: "observations",
        faults: &[(TreeCycle, 3, "part_of", "investment", "")],
        lost: &[],
        knock_on: 0,
    },
    Case {
        rule: "printed-without-value",
        table: "observations",
        faults: &[
            (PrintedWithoutValue, 2, "printed", "近17亿元", "1.7"),
            (PrintedWithoutValue, 4, "printed", "900余万元", "10000"),
            (PrintedWithoutValue, 17, "printed", "三个村", "30"),
            (UnknownReference, 3, "part_of", "investment", "observations"),
        ],
        lost: &[2, 4, 17],
        knock_on: 0,
    },
    Case {
        rule: "bad-locator",
        table: "observations",
        faults: &[
            (BadLocator, 4, "start", "-1..355 `900余万元`", "end = start + 6"),
            (BadLocator, 6, "start", "678..685 ``", "end = start + 0"),
            (BadLocator, 10, "start", ".. `4.6万人次`", "end = start + 6"),
            (BadLocator, 11, "start", "x..1181 `88.79%`", "end = start + 6"),
            (BadLocator, 16, "start", "529..530 `764.6公里`", "end = start + 7"),
        ],
        lost: &[4, 6, 10, 11, 16],
        knock_on: 0,
    },
    Case {
        rule: "bad-breakdown",
        table: "observations",
        faults: &[
            (BadBreakdown, 3, "breakdown", "equipment=lighting;=x", PAIRS),
            (BadBreakdown, 8, "breakdown", "urban", PAIRS),
            (BadBreakdown, 9, "breakdown", "residence=", PAIRS),
        ],
        lost: &[3, 8, 9],
        knock_on: 0,
    },
    Case {
        rule: "ragged-row",
        table: "places",
        faults: &[(RaggedRow, 4, "", "7", "6"), (RaggedRow, 6, "", "5", "6")],
        lost: &[],
        knock_on: 0,
    },
    Case {
        rule: "ragged-row-in-observations",
        table: "observations",
        faults: &[
            (RaggedRow, 10, "", "20", "21"),
            (EmptyCell, 10, "period_end", "", ""),
            (BadBreakdown, 10, "breakdown", "1429", PAIRS),
            (BadLocator, 10, "start", "1435..4.6万人次 ``", "end = start + 0"),
        ],
        lost: &[10],
        knock_on: 0,
    },
];
