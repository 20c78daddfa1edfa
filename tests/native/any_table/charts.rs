//! Charts of any table: means, sums, counts, histograms, and every choice that is offered.

use minsheng_explorer::plot::chart::Offer;

use super::*;

#[test]
fn pickers_list_the_measures_of_a_scatter() {
    let mut world = Open::new(world());
    let shown = world.controls(&with_mark(Mark::Scatter));
    for (picker, auto) in
        [(&shown.x, "Auto: gdpPercap"), (&shown.y, "Auto: lifeExp"), (&shown.size, "Auto: pop")]
    {
        assert_eq!(picker.items[0].name, auto);
        assert!(["lifeExp", "pop", "gdpPercap"].iter().all(|key| ids(picker).contains(key)));
    }
    assert_eq!(
        subjects(&shown),
        ["lifeExp against gdpPercap", "lifeExp", "pop", "gdpPercap", "Row count"]
    );
    assert!(shown.group.items.is_empty() && shown.log.reason.is_some());
    let chosen = ChartOptions {
        x: "pop".into(),
        y: "gdpPercap".into(),
        size: "none".into(),
        ..with_mark(Mark::Scatter)
    };
    let plan = world.drawn(&chosen, Lang::En);
    assert_eq!(plan.headings.title, "gdpPercap against pop");
    assert!(plan.spec.data.iter().all(|datum| datum.size.is_none()));
    assert_eq!(world.controls(&chosen).x.chosen, "pop");
    let lines = world.controls(&with_mark(Mark::Line));
    assert_eq!(subjects(&lines), ["lifeExp", "pop", "gdpPercap", "Row count"]);
    assert!(ids(&lines.group).contains(&"continent") && lines.x.items.is_empty());
}

#[test]
fn the_scatter_is_of_the_period_filtered_by() {
    let mut world = Open::new(world());
    world.engine.set("year", Clause::During(Some(day(1970, 1, 1)), Some(day(1975, 12, 31))));
    let plan = world.drawn(&with_mark(Mark::Scatter), Lang::Zh);
    assert_eq!(plan.headings.subtitle, "1975年");
    assert_eq!(plan.spec.data.len(), 40);
    let lines = world.drawn(&auto(), Lang::Zh);
    assert_eq!(lines.spec.mark, MarkKind::Line, "two periods are lines");
    world.engine.set("year", Clause::During(Some(day(1975, 1, 1)), Some(day(1975, 12, 31))));
    let one = world.drawn(&auto(), Lang::Zh);
    assert_eq!(
        one.spec.mark,
        MarkKind::Scatter,
        "of one period two measures stand against each other"
    );
    world.engine.set("year", Clause::During(Some(day(1970, 1, 1)), Some(day(1975, 12, 31))));
    world.choose("country", &["Land 1", "Land 2"]);
    let lines = world.drawn(&auto(), Lang::Zh);
    assert_eq!(lines.spec.mark, MarkKind::Line, "two countries are compared over time");
}

#[test]
fn means_over_time_are_lines_of_topics() {
    let mut world = Open::new(world());
    let options = ChartOptions {
        value: "gdpPercap".into(),
        group: "continent".into(),
        ..with_mark(Mark::Line)
    };
    let plan = world.drawn(&options, Lang::Zh);
    assert_eq!(plan.headings.title, "各continent的平均gdpPercap随时间的变化");
    assert_eq!(plan.headings.subtitle, "1960—2005年", "nothing says in what unit");
    assert_eq!((plan.spec.series.len(), plan.spec.data.len()), (5, 50));
    assert_eq!(plan.listing.rows.len(), 10);
    let table = world.engine.table().clone();
    let (continent, income) =
        (table.category("continent").unwrap(), table.measures().nth(2).unwrap().1);
    let own: Vec<f64> = (0..table.len)
        .filter(|&row| {
            continent.code(row) == Some(4)
                && table.time().unwrap().last(row) == Some(day(2005, 12, 31))
        })
        .filter_map(|row| income.float(row))
        .collect();
    assert_eq!(own.len(), 7, "one of eight has none");
    let last = plan.spec.data.iter().rfind(|datum| datum.series == 4).unwrap();
    let mean = own.iter().sum::<f64>() / own.len() as f64;
    assert!((last.extent.mid - mean).abs() < 1e-6 * mean, "{} {mean}", last.extent.mid);
    draws(&plan);

    // Without being asked, lines of which each point is one number.
    let countries = ChartOptions { group: String::new(), ..options };
    let plan = world.drawn(&countries, Lang::En);
    assert_eq!(plan.headings.title, "gdpPercap over time, by country");
    assert_eq!((plan.spec.series.len(), plan.spec.foremost), (40, Some(10)));
    assert!(
        plan.notes[0].starts_with("In colour: the greatest 10 by pop; in grey 30 others"),
        "{:?}",
        plan.notes
    );
    draws(&plan);
}

#[test]
fn groups_have_means_sums_and_counts() {
    let mut world = Open::new(world());
    let mean = world.drawn(&with_measure(Measure::Mean), Lang::Zh);
    assert_eq!(mean.headings.title, "lifeExp的平均（按continent分）");
    assert_eq!(mean.spec.data.len(), 5);
    let sum = ChartOptions { value: "pop".into(), ..with_measure(Measure::Sum) };
    let sum = world.drawn(&sum, Lang::En);
    assert_eq!(sum.headings.title, "pop: total by continent");
    let all: f64 = sum.spec.data.iter().map(|datum| datum.extent.mid).sum();
    let table = world.engine.table().clone();
    let population = table.measures().nth(1).unwrap().1;
    let expected: f64 = (0..table.len).filter_map(|row| population.float(row)).sum();
    assert!((all - expected).abs() < 1.0);
    let rates = world.chart(&with_measure(Measure::Sum), Lang::En).unwrap_err();
    assert!(rates.reason.contains("adding them up says nothing"), "{}", rates.reason);
    let count = ChartOptions {
        group: "country".into(),
        split: "continent".into(),
        ..with_measure(Measure::Count)
    };
    let count = world.drawn(&count, Lang::Zh);
    assert_eq!(count.spec.categories.len(), 24);
    assert!(count.notes.iter().any(|note| note.contains("最大的24组")), "{:?}", count.notes);
    for plan in [mean, sum, count] {
        draws(&plan);
    }
    let rows = world
        .drawn(&ChartOptions { value: "pop".into(), ..with_measure(Measure::Figure) }, Lang::En);
    assert_eq!(rows.headings.title, "Greatest pop");
    assert!(rows.spec.data.windows(2).all(|pair| pair[0].extent.mid >= pair[1].extent.mid));
    assert!(matches!(&rows.targets[0], Some(Action::Open(key)) if table.row(key).is_some()));
    draws(&rows);
}

#[test]
fn a_histogram_counts_every_row_and_filters_by_its_bars() {
    let mut world = Open::new(world());
    let options = ChartOptions { value: "gdpPercap".into(), ..with_mark(Mark::Histogram) };
    let plan = world.drawn(&options, Lang::En);
    assert_eq!(plan.headings.title, "Distribution of gdpPercap");
    let rows: f64 = plan.spec.data.iter().map(|datum| datum.extent.mid).sum();
    assert_eq!(rows, 399.0);
    draws(&plan);
    let (at, _) = plan
        .spec
        .data
        .iter()
        .enumerate()
        .max_by(|a, b| a.1.extent.mid.total_cmp(&b.1.extent.mid))
        .unwrap();
    let Some(Action::Within(column, Some(from), Some(to), false)) = &plan.targets[at] else {
        panic!()
    };
    assert_eq!(column, "gdpPercap");
    world.engine.set(column, Clause::Between(*from, *to));
    assert!(world.engine.matching() as f64 >= plan.spec.data[at].extent.mid);
    let table = world.engine.table().clone();
    let text = minsheng_explorer::words::clause_text(
        &table,
        column,
        &Clause::Between(800.0, 1200.5),
        Lang::Zh,
    );
    assert_eq!(text, "gdpPercap 800至1,200.5");
    let open = minsheng_explorer::words::clause_text(
        &table,
        column,
        &Clause::Between(800.0, f64::INFINITY),
        Lang::En,
    );
    assert_eq!(open, "gdpPercap: 800 or more");
}

/// Takes up each offer from the same choice.
fn lead_to_charts(open: &mut Open, options: &ChartOptions, offers: Vec<Offer>) {
    for offer in offers {
        let mut state = AppState::default();
        state.options.chart.clone_from(options);
        offer.actions.into_iter().for_each(|action| state.apply(action));
        open.engine.set_filter(&state.filter);
        assert!(open.chart(&state.options.chart, Lang::En).is_ok(), "{}", offer.label);
        open.engine.clear_all();
    }
}

#[test]
fn every_choice_that_is_offered_leads_to_a_chart() {
    for table in [world(), tables::long(), tables::only_numbers(50), tables::only_categories()] {
        let mut open = Open::new(table);
        let shown = open.controls(&auto());
        type Apply = fn(&mut ChartOptions, &str);
        let pickers: [(&Picker, Apply); 7] = [
            (&shown.measure, |o, id| o.measure = Measure::from_id(id).unwrap()),
            (&shown.mark, |o, id| o.mark = Mark::from_id(id).unwrap()),
            (&shown.x, |o, id| o.x = id.to_owned()),
            (&shown.y, |o, id| o.y = id.to_owned()),
            (&shown.size, |o, id| o.size = id.to_owned()),
            (&shown.group, |o, id| o.group = id.to_owned()),
            (&shown.split, |o, id| o.split = id.to_owned()),
        ];
        let mut drawn = 0;
        for (picker, apply) in pickers {
            for item in &picker.items {
                let mut options = auto();
                apply(&mut options, &item.id);
                match (open.chart(&options, Lang::En), &item.reason) {
                    (Ok(plan), _) => {
                        draws(&plan);
                        drawn += 1;
                        lead_to_charts(&mut open, &options, plan.offers);
                    }
                    (Err(refusal), reason) => {
                        assert_eq!(
                            Some(&refusal.reason),
                            reason.as_ref(),
                            "{} is offered",
                            item.id
                        );
                        lead_to_charts(&mut open, &options, refusal.offers);
                    }
                }
            }
        }
        assert!(drawn > 5);
    }
}

#[test]
fn of_rows_that_measure_unlike_things_one_kind_is_drawn() {
    let mut open = Open::new(tables::long());
    let plan = open.drawn(&auto(), Lang::Zh);
    assert_eq!(plan.headings.title, "各地区的学校随时间的变化");
    assert!(
        plan.notes[0].contains("“指标”不同") && plan.notes[0].contains("学校"),
        "{:?}",
        plan.notes
    );
    assert!(open.engine.filter().is_empty(), "nothing is chosen for the reader");
    let subjects = open.controls(&auto());
    assert_eq!(
        self::subjects(&subjects),
        ["学校", "病床", "Row count"],
        "the other is one press away"
    );
    assert!(
        plan.offers.iter().any(|offer| offer.label.starts_with("只看学校")),
        "{:?}",
        plan.offers
    );
    let mean = open.drawn(&with_measure(Measure::Mean), Lang::Zh);
    assert!(mean.notes[0].contains("“指标”不同"), "{:?}", mean.notes);
    let rows = open.drawn(&with_measure(Measure::Count), Lang::Zh);
    assert_eq!(rows.headings.title, "各地区的行数");
    open.choose("指标", &["学校"]);
    let plan = open.drawn(&auto(), Lang::Zh);
    assert_eq!(plan.spec.mark, MarkKind::Line);
    assert_eq!(plan.spec.series.len(), 6);
}
