//! What is said where a package's tables are not those that its descriptor speaks of.

use super::sentences;
use crate::base::lang::Lang;
use crate::i18n::catalog::package as m;
use crate::i18n::catalog::words::COMMA;
use crate::i18n::grouped;
use crate::model::Misfit;

/// What is amiss with the numbers of both sides, what it may come from and what to do; empty where nothing is.
#[must_use]
pub fn misfit_text(misfit: &Misfit, lang: Lang) -> String {
    if misfit.is_none() {
        return String::new();
    }
    let number = |n: usize| grouped(&n.to_string());
    let all = misfit.all();
    let is_part = misfit.sound < all;
    let part =
        is_part.then(|| m::PART.fill(lang, &[("n", &number(misfit.sound)), ("all", &number(all))]));
    let changed = (!misfit.files.is_empty()).then(|| {
        let files = misfit.files.join(COMMA.get(lang));
        let rows = number(misfit.rows);
        match misfit.described {
            Some(described) => m::CHANGED_COUNTED.fill(
                lang,
                &[("files", &files), ("described", &number(described)), ("rows", &rows)],
            ),
            None => m::CHANGED.fill(lang, &[("files", &files)]),
        }
    });
    let unsound = (misfit.sound < misfit.rows).then(|| m::SEE_FOOT.get(lang).to_owned());
    let help = (changed.is_some() || misfit.rows < all).then(|| m::RENEW.get(lang).to_owned());
    let parts: Vec<String> = [part, changed, unsound, help].into_iter().flatten().collect();
    sentences(&parts, lang)
}
