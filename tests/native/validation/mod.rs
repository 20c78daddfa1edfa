//! Validation: one broken fixture a rule, the exact problem it gives, and the sound rows that remain.

mod garbage;
mod rules;

use std::collections::BTreeSet;

use crate::packages;
use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::base::problem::ProblemKind::{self, *};
use minsheng_explorer::base::problem::{Location, Problem};
use minsheng_explorer::import::{read_csv, read_manifest, read_package};
use minsheng_explorer::model::schema::{LABELS, TABLES};
use minsheng_explorer::model::{Dataset, Id, Observation, Record, Register};
use rules::{CASES, Case, Fault};

fn problem(table: &str, &(kind, row, column, found, expected): &Fault) -> Problem {
    let column = Some(column.to_owned()).filter(|c| !c.is_empty());
    let at = Location { table: table.to_owned(), row: Some(row), column };
    Problem { kind, at, found: found.to_owned(), expected: expected.to_owned() }
}

/// Problems one a line, which is how a failed comparison is best read.
fn listed(problems: &[Problem]) -> String {
    problems.iter().map(|p| format!("{p}\n")).collect()
}

/// Lines of a table that have a problem.
fn faulty(problems: &[Problem], table: &str) -> BTreeSet<usize> {
    problems.iter().filter(|p| p.at.table == table).filter_map(|p| p.at.row).collect()
}

/// No row is dropped silently: those kept and those with a problem are all the rows there are.
fn nothing_is_lost(tables: &[(String, String)], data: &Dataset, problems: &[Problem]) {
    for (name, text) in tables.iter().filter(|(name, _)| name != LABELS.name) {
        let kept = packages::ids(data, name);
        let faulty = faulty(problems, name);
        let whole = problems.iter().any(|p| p.at.table == *name && p.at.row.is_none());
        let rows = packages::lines(name, text);
        for (line, id) in rows.iter().filter(|(line, _)| !faulty.contains(line)) {
            assert!(whole || kept.contains(id), "{name} line {line} is gone without a word");
        }
        let lost = rows.len() - kept.len();
        assert!(whole || lost <= faulty.len(), "{name}: {lost} rows gone, {} named", faulty.len());
    }
}

#[test]
fn a_package_without_a_fault_is_read_whole() {
    let tables = packages::valid();
    let (data, problems) = read_package(&tables);
    assert_eq!(listed(&problems), "");
    for (name, text) in tables.iter().filter(|(name, _)| name != LABELS.name) {
        let ids: Vec<String> = packages::lines(name, text).into_iter().map(|(_, id)| id).collect();
        assert_eq!(packages::ids(&data, name), ids, "{name}");
    }
    let (_, lamps) = observation(&data, "lamps");
    assert_eq!(lamps.part_of, data.observations.find("investment"));
    assert_eq!(lamps.project, data.projects.find("eye_care"));
    let (_, rural) = observation(&data, "dibao_rural");
    assert_eq!(rural.breakdown_text(), "bound=lower;residence=rural");
    let base = |id: &str| {
        let (_, o) = observation(&data, id);
        o.base_value(&data.units[o.unit]).map(|v| v.to_string())
    };
    assert_eq!(base("investment").as_deref(), Some("1700000000"));
    assert_eq!(base("heating").as_deref(), Some("9000000"));
    assert_eq!(base("trained").as_deref(), Some("46000"));
    assert_eq!(base("roads").as_deref(), Some("764600"));
}

#[test]
fn every_rule_names_its_fault_and_keeps_the_sound_rows() {
    for Case { rule, table, faults, lost, knock_on } in CASES {
        let tables = packages::broken(rule);
        let (data, problems) = read_package(&tables);
        let (own, others): (Vec<Problem>, Vec<Problem>) =
            problems.iter().cloned().partition(|p| p.at.table == *table);
        let expected: Vec<Problem> = faults.iter().map(|f| problem(table, f)).collect();
        assert_eq!(listed(&own), listed(&expected), "{rule}");
        assert_eq!(own, expected, "{rule}");
        for other in &others {
            assert_eq!(other.kind, UnknownReference, "{rule}: {other}");
        }
        assert_eq!(others.len(), *knock_on, "{rule}: {}", listed(&others));

        let text = tables.iter().find(|(name, _)| name == table).map_or("", |(_, text)| text);
        let remain: Vec<String> = packages::lines(table, text)
            .into_iter()
            .filter(|(line, _)| !lost.contains(line))
            .map(|(_, id)| id)
            .collect();
        assert_eq!(packages::ids(&data, table), remain, "{rule}: the sound rows");
        nothing_is_lost(&tables, &data, &problems);
    }
}

#[test]
fn every_fixture_and_every_kind_of_problem_has_a_test() {
    let elsewhere = [
        "duplicate-label",
        "missing-column",
        "missing-column-in-places",
        "open-quote",
        "unreadable",
    ];
    let mut tested: Vec<&str> = CASES.iter().map(|c| c.rule).chain(elsewhere).collect();
    tested.sort_unstable();
    assert_eq!(packages::rules(), tested);
    let kinds: BTreeSet<ProblemKind> = packages::rules()
        .iter()
        .flat_map(|rule| read_package(&packages::broken(rule)).1)
        .chain(read_package(&[]).1)
        .map(|p| p.kind)
        .collect();
    let all = [
        Unreadable,
        MissingTable,
        MissingColumn,
        RaggedRow,
        EmptyCell,
        DuplicateId,
        UnknownReference,
        NotANumber,
        BadDate,
        PeriodReversed,
        OutsideVocabulary,
        PercentOutOfRange,
        UnitNotConvertible,
        TreeCycle,
        PrintedWithoutValue,
        BadLocator,
        BadBreakdown,
    ];
    assert_eq!(kinds, BTreeSet::from(all));
}

#[test]
fn a_row_that_loses_a_detail_is_kept_without_it() {
    let read = |rule: &str| read_package(&packages::broken(rule)).0;

    let data = read("unknown-part-of");
    assert_eq!(observation(&data, "lamps").1.part_of, None);

    let data = read("bad-date-in-sources");
    assert_eq!(found(&data.sources, "chengde2024").published, None);

    let data = read("unknown-reference-in-sources");
    assert_eq!(found(&data.sources, "chengde2024").place, None);

    let data = read("bad-date-in-projects");
    assert_eq!(found(&data.projects, "enlargement").start, None);

    let data = read("period-reversed-in-projects");
    let schools = found(&data.projects, "schools");
    assert_eq!((schools.start, schools.end.map(|d| d.year())), (None, Some(2021)));
}

#[test]
fn what_leads_back_to_itself_is_cut_into_a_forest() {
    let data = read_package(&packages::broken("place-cycle")).0;
    // shandong → dezhou_etdz → dezhou → shandong: the link that closes the ring is cut.
    let parent = |id: &str| {
        let place = found(&data.places, id).parent;
        place.map(|p| data.places[p].id.as_str())
    };
    assert_eq!(parent("shandong"), Some("dezhou_etdz"));
    assert_eq!(parent("dezhou"), Some("shandong"));
    assert_eq!(parent("dezhou_etdz"), None);
    assert_eq!(parent("hebei"), None);
    assert_eq!(parent("chengde"), Some("hebei"));

    let data = read_package(&packages::broken("project-cycle")).0;
    assert_eq!(found(&data.projects, "schools").parent, data.projects.find("eye_care"));
    assert_eq!(found(&data.projects, "eye_care").parent, None);

    let data = read_package(&packages::broken("part-of-cycle")).0;
    assert_eq!(observation(&data, "investment").1.part_of, data.observations.find("lamps"));
    assert_eq!(observation(&data, "lamps").1.part_of, None);
}

#[test]
fn a_missing_table_is_named_and_the_others_are_read() {
    for schema in TABLES {
        let tables: Vec<_> =
            packages::valid().into_iter().filter(|(name, _)| name != schema.name).collect();
        let (data, problems) = read_package(&tables);
        let expected = Problem {
            kind: MissingTable,
            at: Location { table: schema.name.into(), row: None, column: None },
            found: String::new(),
            expected: format!("{}.csv", schema.name),
        };
        assert_eq!(problems.first(), Some(&expected));
        for other in &problems[1..] {
            assert_eq!(other.kind, UnknownReference, "{other}");
        }
        nothing_is_lost(&tables, &data, &problems);
    }
    let (data, problems) = read_package(&[]);
    assert_eq!(problems.len(), TABLES.len());
    assert!(data.observations.is_empty());
}

#[test]
fn a_missing_column_is_named_and_its_table_left_empty() {
    for (rule, table, column) in [
        ("missing-column", "observations", "qualifier"),
        ("missing-column-in-places", "places", "level"),
    ] {
        let tables = packages::broken(rule);
        let (data, problems) = read_package(&tables);
        let text = tables.iter().find(|(name, _)| name == table).map_or("", |(_, text)| text);
        let have = text.lines().next().unwrap_or_default();
        let rest: Vec<&str> = have.split(',').collect();
        let at = Location { table: table.into(), row: None, column: Some(column.into()) };
        let found = rest.join(", ");
        let expected = Problem { kind: MissingColumn, at, found, expected: column.into() };
        assert_eq!(problems.first(), Some(&expected));
        assert!(packages::ids(&data, table).is_empty());
        nothing_is_lost(&tables, &data, &problems);
    }
}

#[test]
fn names_of_breakdowns_are_optional_and_unique() {
    let without: Vec<_> =
        packages::valid().into_iter().filter(|(name, _)| name != LABELS.name).collect();
    let (data, problems) = read_package(&without);
    assert_eq!(listed(&problems), "");
    assert!(data.labels.is_empty());

    let (data, problems) = read_package(&packages::broken("duplicate-label"));
    let faults = [(DuplicateId, 8, "id", "residence, urban", ""), (EmptyCell, 9, "key", "", "")];
    assert_eq!(problems, faults.map(|f| problem("labels", &f)));
    assert_eq!(data.labels.len(), 6);
    let name = |key, id| data.label(key, id).map(|label| label.get(Lang::Zh));
    assert_eq!(name("residence", "urban"), Some("城镇"));
    assert_eq!(name("residence", ""), Some("城乡"));
    assert_eq!(name("residence", "lighting"), None);
}

#[test]
fn columns_may_stand_in_any_order_and_extra_ones_are_ignored() {
    let tables: Vec<(String, String)> = packages::valid()
        .into_iter()
        .map(|(name, text)| {
            let (table, _) = read_csv(&name, &text);
            let line = |cells: &[String]| {
                let quoted = |c: &String| format!("\"{}\"", c.replace('"', "\"\""));
                let mut cells: Vec<String> = cells.iter().rev().map(quoted).collect();
                cells.push("extra".into());
                cells.join(",") + "\r\n"
            };
            let rows: String = table.rows.iter().map(|r| line(&r.cells)).collect();
            (name, format!("\u{feff}{}{rows}", line(&table.columns)))
        })
        .collect();
    let (data, problems) = read_package(&tables);
    assert_eq!(listed(&problems), "");
    let (sound, _) = read_package(&packages::valid());
    for schema in TABLES {
        assert_eq!(packages::ids(&data, schema.name), packages::ids(&sound, schema.name));
    }
}

#[test]
fn an_unreadable_table_is_named_as_a_whole() {
    let (data, problems) = read_package(&packages::broken("unreadable"));
    let at = Location { table: "domains".into(), row: None, column: None };
    let expected = "CSV (RFC 4180)".to_owned();
    let unreadable = Problem { kind: Unreadable, at, found: String::new(), expected };
    assert_eq!(problems.first(), Some(&unreadable));
    assert!(data.domains.is_empty());
    assert_eq!(data.places.len(), 5);
}

#[test]
fn a_quote_that_never_closes_is_named_and_the_rows_before_it_are_kept() {
    let (data, problems) = read_package(&packages::broken("open-quote"));
    let fault = (Unreadable, 16, "", "\"Some 800 kilometres were planned.", "CSV (RFC 4180)");
    assert_eq!(problems, [problem("observations", &fault)]);
    assert_eq!(data.observations.len(), 14);
}

#[test]
fn a_broken_descriptor_is_one_problem() {
    for text in ["", "[]", "{\"resources\": 1}", "{\"resources\":[{\"name\":\"a\"}]}"] {
        assert_eq!(read_manifest(text).map_err(|p| p.kind), Err(Unreadable), "{text}");
    }
}

#[test]
fn a_target_and_the_actual_value_it_belongs_to_are_a_pair() {
    let mut tables = packages::valid();
    let pairs = |tables: &[(String, String)]| -> Vec<(String, String)> {
        let (data, problems) = read_package(tables);
        assert_eq!(listed(&problems), "");
        let id = |at: Id<Observation>| data.observations[at].id.clone();
        data.pairs().into_iter().map(|p| (id(p.target), id(p.actual))).collect()
    };
    // budget: what was invested is of a project; projects_left is only planned.
    let done = vec![("projects_target".to_owned(), "projects_done".to_owned())];
    assert_eq!(pairs(&tables), done);

    // Starts may differ, and an actual value may be earlier or late; place, project and breakdown may not differ.
    for (from, to, paired) in [
        ("actual,,2024-09,,640", "actual,2024-01,2024-09,,640", true),
        ("actual,2024-01,2024-09,,640", "actual,2024-01,2024-10,,640", true),
        ("actual,2024-01,2024-10,,640", "actual,2024-01,2024-06,,640", true),
        ("actual,2024-01,2024-06,,640", "actual,2024-01,2024-06,level=senior,640", false),
        ("target,,2024-09,,600", "target,,2024-09,level=junior,600", false),
        ("level=junior", "level=senior", true),
        ("done,school_projects,chengde,enlargement", "done,school_projects,chengde,", false),
    ] {
        let text = &mut tables[TABLES.len() - 1].1;
        assert!(text.contains(from), "{from}");
        *text = text.replace(from, to);
        let expected = if paired { done.clone() } else { Vec::new() };
        assert_eq!(pairs(&tables), expected, "{to}");
    }
}

#[test]
fn of_several_targets_an_actual_value_belongs_to_the_one_due_next() {
    // Periods of targets; the period of the actual value; which target it belongs to.
    let cases: &[(&[&str], &str, Option<usize>)] = &[
        (&["/2021", "/2023"], "/2020", Some(0)),
        (&["/2021", "/2023"], "/2021", Some(0)),
        (&["/2021", "/2023"], "/2022", Some(1)),
        (&["/2023", "/2021"], "/2020", Some(1)),
        // Late.
        (&["/2021", "/2023"], "/2024", Some(1)),
        // Due in the year of which the actual value is only a part.
        (&["/2024"], "2024-01/2024-09", Some(0)),
        (&["/2024-09"], "2024-01/2024-10", Some(0)),
        // The year before a yearly target is not of it.
        (&["2022/2022"], "2021/2021", None),
        (&["2022/2022"], "2022/2022", Some(0)),
        (&["2021/2021", "2022/2022"], "2022-01/2022-05", Some(1)),
        (&[], "/2021", None),
    ];
    let row = |id: &str, role: &str, stage: &str, period: &str, source: &str, part_of: &str| {
        let (start, end) = period.split_once('/').unwrap();
        format!(
            "{id},rural_roads,chengde,,{source},5,km,eq,{stage},{role},{start},{end},test=one,1,2,5,{part_of},,,,\n"
        )
    };
    let belongs = |rows: &str| -> Vec<(String, String)> {
        let mut tables = packages::valid();
        tables[TABLES.len() - 1].1 += rows;
        let (data, problems) = read_package(&tables);
        assert_eq!(listed(&problems), "");
        let id = |at: Id<Observation>| data.observations[at].id.clone();
        let own = data.pairs().into_iter().map(|p| (id(p.target), id(p.actual)));
        own.filter(|(target, _)| target.starts_with("aim")).collect()
    };
    for (targets, actual, expected) in cases {
        let aims = targets.iter().enumerate();
        let aims = aims.map(|(at, period)| {
            row(&format!("aim{at}"), "target", "planned", period, "chengde2024", "")
        });
        let done = row("done", "actual", "completed", actual, "chengde2024", "");
        let rows: String = aims.chain([done]).collect();
        let expected: Vec<_> =
            expected.iter().map(|at| (format!("aim{at}"), "done".to_owned())).collect();
        assert_eq!(belongs(&rows), expected, "{targets:?} {actual}");
    }
    // A step leaves the result to its whole; a release's own target comes first.
    let step = row("aim0", "target", "planned", "/2022", "chengde2024", "")
        + &row("aim1", "target", "planned", "/2021", "chengde2024", "aim0")
        + &row("done", "actual", "completed", "/2020", "chengde2024", "");
    assert_eq!(belongs(&step), [("aim0".to_owned(), "done".to_owned())]);
    let own = row("aim0", "target", "planned", "/2021", "dezhou2021", "")
        + &row("aim1", "target", "planned", "/2022", "chengde2024", "")
        + &row("done", "actual", "completed", "/2020", "chengde2024", "");
    assert_eq!(belongs(&own), [("aim1".to_owned(), "done".to_owned())]);
}

fn found<'a, T: Record>(register: &'a Register<T>, id: &str) -> &'a T {
    let found = register.find(id);
    assert!(found.is_some(), "{id} is not there");
    register.iter().find(|(at, _)| Some(*at) == found).map_or_else(|| unreachable!(), |(_, r)| r)
}

fn observation<'a>(data: &'a Dataset, id: &str) -> (Option<Id<Observation>>, &'a Observation) {
    (data.observations.find(id), found(&data.observations, id))
}
