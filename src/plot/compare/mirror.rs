//! Two places as mirrored bars, a row what both report: each row on a scale of its own, with what is to be known of it before
//! its bars.

use super::types::PairRow;
use crate::base::lang::Lang;
use crate::chart::{Category, ChartSpec, Datum, MarkKind, Series};
use crate::i18n::catalog::compare as m;
use crate::i18n::catalog::words as w;
use crate::plot::chart::{Headings, Listing, Plan};
use crate::plot::fills::stage_legend;
use crate::state::Action;

/// The most rows drawn; the listing has them all.
const MOST: usize = 40;

/// The picture of rows that may stand side by side; `None` where there are none. Nothing is called the greatest in it, since
/// its rows measure unlike things.
pub(super) fn chart(
    rows: &[&PairRow],
    names: [&str; 2],
    subject: &str,
    lang: Lang,
) -> Option<Plan> {
    if rows.is_empty() {
        return None;
    }
    let mut plan = Plan { is_apart: true, ..Plan::default() };
    for (category, row) in (0..).zip(rows.iter().take(MOST)) {
        plan.spec.categories.push(Category {
            name: row.name.clone(),
            note: row.told.clone(),
            hue: None,
        });
        for (series, cell) in [(0, &row.left), (1, &row.right)] {
            let label = cell.figure.to_string();
            let of = [names[series as usize], &label, &cell.beside];
            let of = crate::words::listed(of, w::SEPARATOR, lang);
            plan.spec.data.push(Datum {
                id: 2 * category + series,
                category,
                series,
                extent: cell.extent,
                fill: cell.fill,
                hue: row.hue,
                label,
                tip: w::AT_PLACE.fill(lang, &[("place", &row.name), ("name", &of)]),
                ..Datum::default()
            });
            plan.targets.push(cell.key.clone().map(Action::Open));
        }
    }
    let line = |row: &&PairRow| {
        let cells = [&row.left, &row.right].map(|cell| {
            let figure = cell.figure.to_string();
            crate::words::listed([&figure, &cell.beside], w::SEPARATOR, lang)
        });
        let [left, right] = cells;
        vec![row.name.clone(), left, right, row.ratio.clone(), row.difference.clone()]
    };
    let [a, b] = names;
    let header = [subject, a, b, m::RATIO.get(lang), m::DIFFERENCE.get(lang)];
    plan.listing = Listing {
        header: header.map(str::to_owned).to_vec(),
        rows: rows.iter().map(line).collect(),
    };
    plan.headings = Headings {
        title: m::PAIR_TITLE.fill(lang, &[("a", a), ("b", b)]),
        subtitle: m::PAIR_SCALE.get(lang).to_owned(),
        source: String::new(),
    };
    plan.spec = ChartSpec {
        prefix: "compare-pair".to_owned(),
        mark: MarkKind::Mirror,
        series: names.map(|name| Series { name: name.to_owned(), hue: None }).to_vec(),
        stages: stage_legend(lang),
        ..plan.spec
    };
    Some(plan)
}
