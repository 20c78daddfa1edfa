//! Several files that were opened together: those with the same columns are one table; one with others can be joined to
//! it, or looked at by itself.

use std::collections::BTreeSet;

use super::among;
use super::findings::Findings;
use super::imported::Imported;
use super::join::{self, Joined, Keyed};
use super::kind::Kind;
use super::plan::{ColumnPlan, Plan};
use super::several::append;
use super::source::{Choices, JoinOffer, JoinWanted, Offered};
use crate::base::lang::Lang;
use crate::base::problem::{Problem, ProblemKind};
use crate::column::Data;

/// A file by its name, and what it turned out to be.
type Part = (String, Imported);

/// Files with the same columns, as one table.
struct Group {
    name: String,
    names: Vec<String>,
    whole: Imported,
    /// The tables that it offers, where its files have several, and the one that is shown.
    tables: Vec<Offered>,
    shown: String,
}

/// Whether a file that is not shown is named as one that is left out: of those that somebody opened it is, and of what lay in a
/// zip file it is enough that it is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Others {
    /// It is.
    Named,
    /// It is not.
    Offered,
}

/// Makes one table of files: of those with the same columns, and of those the ones with the most rows unless another is
/// chosen. What the others hold is told, and how they can be joined to it; the one that is wanted so is.
///
/// # Errors
/// There is none, or the whole is no table.
pub fn combine(parts: Vec<(String, Imported)>, choices: &Choices) -> Result<Imported, Problem> {
    combined(parts, choices, Others::Named)
}

/// The same of files that were opened by themselves or lay in one.
///
/// # Errors
/// There is none, or the whole is no table.
pub(super) fn combined(
    parts: Vec<(String, Imported)>,
    choices: &Choices,
    others: Others,
) -> Result<Imported, Problem> {
    let lang = Lang::from_id(&choices.lang).unwrap_or_default();
    let mut groups = groups(parts, lang)?;
    let Some(at) = chosen(&groups, choices.table.as_deref()) else {
        return Err(Findings::default().problem(ProblemKind::NoTable, None, None, b"", ""));
    };
    let offered: Vec<Offered> = groups.iter().flat_map(offered).collect();
    let Group { mut whole, shown, .. } = groups.remove(at);
    if offered.len() > 1 || others == Others::Offered {
        (whole.told.table, whole.told.tables) = (Some(shown), offered);
    }
    let mut offers: Vec<JoinOffer> = Vec::new();
    for group in groups {
        let is_wanted = |wanted: &&JoinWanted| wanted.file == group.name;
        let wanted = choices.join.as_ref().filter(is_wanted);
        let offer = match wanted {
            Some(by) => join::weighed(keyed(&whole), keyed(&group.whole), by),
            None => join::offer(keyed(&whole), &group.name, keyed(&group.whole)),
        };
        let joined = wanted.and_then(|by| join::joined(keyed(&whole), keyed(&group.whole), by));
        if let Some(joined) = joined {
            take_in(&mut whole.plan, group.whole.plan, &joined);
            whole.table = joined.table;
            group.whole.findings.kept().iter().cloned().for_each(|p| whole.findings.keep(p));
            offers.extend(offer.map(|offer| JoinOffer { is_joined: true, ..offer }));
            continue;
        }
        offers.extend(offer);
        if others == Others::Named {
            leave_out(&mut whole.findings, &group);
        }
    }
    whole.told.joins = offers;
    Ok(whole)
}

/// A table for joining.
fn keyed(imported: &Imported) -> Keyed<'_> {
    let key = imported.plan.columns.iter().find(|column| column.kind == Kind::Key);
    Keyed { table: &imported.table, key: key.map(|column| column.key.as_str()) }
}

/// Files by their columns, in the order in which they came.
fn groups(parts: Vec<Part>, lang: Lang) -> Result<Vec<Group>, Problem> {
    let columns = |imported: &Imported| -> BTreeSet<String> {
        imported.plan.columns.iter().map(|column| column.key.clone()).collect()
    };
    let mut alike: Vec<(BTreeSet<String>, Vec<Part>)> = Vec::new();
    for part in parts {
        let own = columns(&part.1);
        match alike.iter_mut().find(|(columns, _)| *columns == own) {
            Some((_, parts)) => parts.push(part),
            None => alike.push((own, vec![part])),
        }
    }
    let group = |(_, parts): (_, Vec<Part>)| {
        let names: Vec<String> = parts.iter().map(|(name, _)| name.clone()).collect();
        let first = names.first().cloned().unwrap_or_default();
        let name = among::group(&first, names.len().saturating_sub(1));
        let files: Vec<(&str, &[Offered])> =
            parts.iter().map(|(name, part)| (name.as_str(), &*part.told.tables)).collect();
        let tables = among::shared(&name, &files);
        let own = parts.first().and_then(|(_, part)| part.told.table.as_deref());
        let shown = own.map(|own| format!("{name}{}", among::label(&first, own)));
        let is_offered = |shown: &String| tables.iter().any(|own| own.name == *shown);
        let shown = shown.filter(is_offered).unwrap_or_else(|| name.clone());
        let mut whole = append(parts, lang)?;
        (whole.told.table, whole.told.tables) = (None, Vec::new());
        Ok(Group { name, names, whole, tables, shown })
    };
    alike.into_iter().map(group).collect()
}

/// The tables that a group offers.
fn offered(group: &Group) -> Vec<Offered> {
    if group.tables.len() > 1 {
        return group.tables.clone();
    }
    vec![Offered { name: group.shown.clone(), rows: Some(group.whole.table.len) }]
}

/// The place of the group that is asked for, or else of the one with the most rows; of equals the one that came first.
/// `None` where there is no group.
fn chosen(groups: &[Group], wanted: Option<&str>) -> Option<usize> {
    let place = |is_it: &dyn Fn(&Group, &str) -> bool| {
        wanted.and_then(|wanted| groups.iter().position(|group| is_it(group, wanted)))
    };
    let most = || (0..groups.len()).rev().max_by_key(|&at| groups[at].whole.table.len);
    place(&|group, wanted| group.name == wanted || group.shown == wanted)
        .or_else(|| place(&|group, wanted| group.names.iter().any(|own| own == wanted)))
        .or_else(|| place(&|group, wanted| among::is_of(&group.name, wanted)))
        .or_else(|| place(&|group, wanted| group.names.iter().any(|own| among::is_of(own, wanted))))
        .or_else(most)
}

/// Names the files that are not shown, and their columns.
fn leave_out(findings: &mut Findings, group: &Group) {
    let columns: Vec<&str> =
        group.whole.plan.columns.iter().map(|column| column.key.as_str()).collect();
    for name in &group.names {
        let kind = ProblemKind::OtherColumns;
        let left_out = Findings::new(name);
        findings.keep(left_out.problem(kind, None, None, columns.join(", ").as_bytes(), ""));
    }
}

/// Adds to the plan of a table what the plan of a file says of the columns that were joined from it.
fn take_in(plan: &mut Plan, other: Plan, joined: &Joined) {
    for (there, here) in &joined.keys {
        let told = other.columns.iter().find(|column| column.key == *there);
        let Some((told, column)) = told.zip(joined.table.column(here)) else { continue };
        let mut own = ColumnPlan { key: here.clone(), role: column.role, ..told.clone() };
        own.additive &=
            !matches!(&column.data, Data::Measure(figures) if figures.additive.is_some());
        plan.columns.push(own);
    }
    plan.questions.extend(other.questions);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::{cells, keys};
    use crate::import::{Import, Options};

    fn read(name: &str, text: &str) -> (String, Imported) {
        let mut import = Import::new(name, &Options::default());
        import.feed(text.as_bytes()).unwrap();
        (name.to_owned(), import.finish().unwrap())
    }

    const FIGURES: &str =
        "地区,年份,产值\n甲市,2019,10.5\n甲市,2020,11\n乙市,2019,7\n乙市,2020,8\n丙市,2020,3\n";
    const PEOPLE: &str = "地区,year,人口,密度 (人/平方公里)\n甲 市,2019,300,50\n甲市,2020,310,51\n乙市,2019,200,40\n丁市,2019,1,2\n";

    fn parts(other: &str) -> Vec<(String, Imported)> {
        vec![read("产值.csv", FIGURES), read("人口.csv", other)]
    }

    #[test]
    fn a_file_of_other_columns_is_offered_by_the_values_that_both_have_and_joined_by_a_press() {
        let apart = combine(parts(PEOPLE), &Choices::default()).unwrap();
        assert_eq!(keys(&apart.table), ["地区", "年份", "产值"]);
        assert_eq!(apart.told.tables.len(), 2);
        let [offer] = apart.told.joins.as_slice() else { panic!("{:?}", apart.told.joins) };
        assert_eq!(offer.by.columns, ("地区".to_owned(), "地区".to_owned()));
        assert_eq!(offer.by.times, Some(("年份".to_owned(), "year".to_owned())));
        assert_eq!((offer.rows, offer.matched, offer.doubles, offer.is_joined), (5, 3, 0, false));
        assert_eq!(offer.only_first, (vec!["丙市".to_owned()], 1));
        assert_eq!(offer.only_file, (vec!["丁市".to_owned()], 1));
        assert_eq!(offer.columns, ["人口", "密度 (人/平方公里)"]);
        assert_eq!(apart.findings.count_of(ProblemKind::OtherColumns), 1);
        let choices = Choices { join: Some(offer.by.clone()), ..Choices::default() };
        let joined = combine(parts(PEOPLE), &choices).unwrap();
        let expected = [
            ["甲市", "2019", "10.5", "300", "50"],
            ["甲市", "2020", "11", "310", "51"],
            ["乙市", "2019", "7", "200", "40"],
            ["乙市", "2020", "8", "", ""],
            ["丙市", "2020", "3", "", ""],
        ];
        assert_eq!(cells(&joined.table), expected);
        assert!(joined.told.joins[0].is_joined && joined.plan.columns.len() == 5);
        assert_eq!(joined.findings.count(), 0);
        let Data::Measure(people) = &joined.table.column("人口").unwrap().data else { panic!() };
        assert!(
            people.is_additive(0)
                && joined.table.column("密度 (人/平方公里)").unwrap().unit.is_some()
        );
    }

    #[test]
    fn rows_are_never_multiplied_and_what_stands_several_times_is_not_summed() {
        // No time: a place's area stands beside each of its years.
        let areas = combine(parts("名称,面积\n甲市,5\n乙市,6\n"), &Choices::default()).unwrap();
        let by = areas.told.joins[0].by.clone();
        let choices = Choices { join: Some(by), ..Choices::default() };
        let joined = combine(parts("名称,面积\n甲市,5\n乙市,6\n"), &choices).unwrap();
        let Data::Measure(area) = &joined.table.column("面积").unwrap().data else { panic!() };
        assert_eq!((joined.table.len, area.float(1), area.is_additive(1)), (5, Some(5.0), false));
        // Two rows of one place: nobody can say which.
        let twice = "名称,面积\n甲市,5\n甲市,9\n乙市,6\n";
        let refused = combine(parts(twice), &choices).unwrap();
        assert_eq!((keys(&refused.table).len(), refused.table.len), (3, 5));
        let offer = &refused.told.joins[0];
        assert_eq!((offer.doubles, offer.is_joined), (1, false));
    }

    #[test]
    fn files_that_share_no_values_are_not_joined_and_the_one_that_is_chosen_is_shown() {
        let other = "颜色,n\n红,1\n绿,2\n";
        let apart = combine(parts(other), &Choices::default()).unwrap();
        assert!(apart.told.joins.is_empty() && apart.told.tables.len() == 2);
        let table = Some("人口.csv".to_owned());
        let chosen = combine(parts(other), &Choices { table, ..Choices::default() }).unwrap();
        assert_eq!(keys(&chosen.table), ["颜色", "n"]);
    }

    #[test]
    fn a_column_whose_key_is_taken_gets_another() {
        let other = "地区,产值,产值 (2)\n甲市,1,2\n乙市,3,4\n";
        let offer = combine(parts(other), &Choices::default()).unwrap().told.joins.remove(0);
        let choices = Choices { join: Some(offer.by), ..Choices::default() };
        let joined = combine(parts(other), &choices).unwrap();
        assert_eq!(keys(&joined.table).len(), 5);
        assert!(joined.table.column("产值 (2)").is_some());
    }

    #[test]
    fn a_column_that_comes_keeps_what_was_told_of_it_beside_one_of_a_like_name() {
        let other = "地区,密度,密度 (人/平方公里)\n甲市,高,50\n乙市,低,40\n";
        let offer = combine(parts(other), &Choices::default()).unwrap().told.joins.remove(0);
        let choices = Choices { join: Some(offer.by), ..Choices::default() };
        let plan = combine(parts(other), &choices).unwrap().plan;
        let of = |key: &str| plan.columns.iter().find(|column| column.key == key).unwrap();
        assert_eq!((of("密度").kind, of("密度").unit.as_deref()), (Kind::Category, None));
        let measured = of("密度 (人/平方公里)");
        assert_eq!((measured.kind, measured.unit.as_deref()), (Kind::Number, Some("人/平方公里")));
    }
}
