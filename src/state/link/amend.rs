//! A link as the page around an embedded explorer changes it.

use super::mend::mend;

/// What says how the page looks, and nothing of what it shows: a link that does not name it leaves it as it is.
const LOOKS: &[&str] = &["lang", "theme", "type", "care", "embed", "height"];

/// A link after another: one that names its version takes the place of all that was chosen, but for how the page looks
/// where it says nothing of that. Any other changes the keys that it names, and a key without a value goes.
#[must_use]
pub fn amended(link: &str, by: &str) -> String {
    let by = mend(by);
    let parts = |text: &str| -> Vec<String> {
        let kept = text.trim_start_matches('#').split('&').filter(|part| !part.is_empty());
        kept.map(str::to_owned).collect()
    };
    let (old, new) = (parts(link), parts(&by));
    let is_whole = new.iter().any(|part| key(part) == "v");
    let stays = |part: &&String| {
        let key = key(part);
        (!is_whole || LOOKS.contains(&key)) && !new.iter().any(|n| self::key(n) == key)
    };
    let said = |part: &&String| part.split_once('=').is_some_and(|(_, value)| !value.is_empty());
    let kept: Vec<&str> =
        old.iter().filter(stays).chain(new.iter().filter(said)).map(String::as_str).collect();
    kept.join("&")
}

fn key(part: &str) -> &str {
    part.split('=').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_link_leaves_only_the_looks_of_the_one_before() {
        let now = "v=1&view=chart&f.domain=education&mark=line&lang=en&embed=1&height=600";
        assert_eq!(amended(now, "#v=1&view=table"), "lang=en&embed=1&height=600&v=1&view=table");
        assert_eq!(amended(now, "v=1&lang=zh"), "embed=1&height=600&v=1&lang=zh");
    }

    #[test]
    fn keys_alone_change_what_they_name() {
        let now = "v=1&view=chart&f.domain=education&theme=dark&embed=1";
        let looks = amended(now, "theme=light&care=1");
        assert_eq!(looks, "v=1&view=chart&f.domain=education&embed=1&theme=light&care=1");
        assert_eq!(amended(now, "f.domain=&theme="), "v=1&view=chart&embed=1");
        assert_eq!(amended(now, ""), now);
    }
}
