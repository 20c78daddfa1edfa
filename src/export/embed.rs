//! What a page of others needs to show a view: a frame, or a script that makes one.
//!
//! Two forms of the same. Both end at `embed/frame.js`, which gives a frame the width of its place and the height of its
//! content; the frame alone needs nothing else, and where its height is fixed not even that.

use serde_json::Value;

/// How high a frame is, in px, until its content has told, or where nothing hears it.
pub const FALLBACK_HEIGHT: u32 = 720;

/// A view as it is to be embedded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Embedding {
    /// Address of the page with its query and without a fragment; of a page that is a file, its name alone.
    pub page: String,
    /// Address of the table that is shown in place of the page's own data, in full; `None` where it is those.
    pub data: Option<String>,
    /// The part of its link after `#`; how it looks included.
    pub link: String,
    /// What screen readers call the frame.
    pub title: String,
    /// Width in px; `None` for that of its place.
    pub width: Option<u32>,
    /// Height in px; `None` for that of its content.
    pub height: Option<u32>,
    /// Whether the page is a file, which has no script beside it.
    pub is_file: bool,
}

impl Embedding {
    /// The address that the frame shows.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}#{}", self.page, self.link)
    }

    /// A frame, and the script that makes it as high as its content.
    #[must_use]
    pub fn frame(&self) -> String {
        let follows = self.follows();
        let width = self.width.map_or_else(|| "100%".to_owned(), |px| px.to_string());
        let height = self.height.unwrap_or(FALLBACK_HEIGHT).to_string();
        let mut lines = vec![format!(
            r#"<iframe src="{}" title="{}" width="{width}" height="{height}" frameborder="0" allow="clipboard-write"{}></iframe>"#,
            attribute(&self.address()),
            attribute(&self.title),
            if follows { " data-minsheng-embed" } else { "" },
        )];
        if follows {
            let script = attribute(&self.beside("embed/frame.js"));
            lines.push(format!(r#"<script src="{script}" defer></script>"#));
        }
        lines.join("\n")
    }

    /// A script that makes the frame; `None` where the page is a file, from which no script may be taken.
    #[must_use]
    pub fn script(&self) -> Option<String> {
        if self.is_file {
            return None;
        }
        let (link, is_bare) = without(&self.link, "embed=1");
        let mut options = vec![format!("state: {}", literal(&link))];
        options.extend(self.data.as_ref().map(|data| format!("data: {}", literal(data))));
        if is_bare {
            options.push("embed: true".to_owned());
        }
        options.extend(self.width.map(|px| format!("width: {px}")));
        options.extend(self.height.map(|px| format!("height: {px}")));
        options.push(format!("title: {}", literal(&self.title)));
        let module = literal(&self.beside("embed/minsheng-engine.js"));
        let lines = [
            r#"<div id="minsheng"></div>"#.to_owned(),
            r#"<script type="module">"#.to_owned(),
            format!("  import {{ mount }} from {module};"),
            r#"  await mount(document.getElementById("minsheng"), {"#.to_owned(),
            options.iter().map(|option| format!("    {option},\n")).collect::<String>() + "  });",
            "</script>".to_owned(),
        ];
        Some(lines.join("\n"))
    }

    /// Whether the frame becomes as high as its content.
    #[must_use]
    pub const fn follows(&self) -> bool {
        self.height.is_none() && !self.is_file
    }

    /// Address of a file beside the page.
    fn beside(&self, file: &str) -> String {
        let page = self.page.split('?').next().unwrap_or_default();
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{folder}/{file}")
    }
}

/// A link without one of its parts, and whether it had it.
fn without(link: &str, part: &str) -> (String, bool) {
    let kept: Vec<&str> = link.split('&').filter(|p| *p != part).collect();
    (kept.join("&"), link.split('&').any(|p| p == part))
}

/// A value between quotation marks in HTML.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A text in a script within a page: nothing in it ends the script.
fn literal(text: &str) -> String {
    Value::from(text).to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embedding() -> Embedding {
        Embedding {
            page: "https://example.gov.cn/data/minsheng/index.html".into(),
            link: "v=1&view=chart&f.domain=education&lang=zh&embed=1".into(),
            title: "图表 · 教育 · 民生数图".into(),
            ..Embedding::default()
        }
    }

    #[test]
    fn a_frame_has_the_width_of_its_place_and_a_script_for_its_height() {
        assert_eq!(
            embedding().frame(),
            "<iframe src=\"https://example.gov.cn/data/minsheng/index.html#v=1&amp;view=chart&amp;f.domain=education\
             &amp;lang=zh&amp;embed=1\" title=\"图表 · 教育 · 民生数图\" width=\"100%\" height=\"720\" frameborder=\"0\" \
             allow=\"clipboard-write\" data-minsheng-embed></iframe>\n\
             <script src=\"https://example.gov.cn/data/minsheng/embed/frame.js\" defer></script>"
        );
        let fixed = Embedding { width: Some(800), height: Some(500), ..embedding() }.frame();
        assert!(
            fixed.contains(r#"width="800" height="500""#) && !fixed.contains("script"),
            "{fixed}"
        );
        // Nobody hears how high a page of a folder is.
        let file = Embedding { page: "minsheng.html".into(), is_file: true, ..embedding() };
        assert!(file.frame().starts_with(r#"<iframe src="minsheng.html#v=1"#), "{}", file.frame());
        assert!(!file.frame().contains("data-minsheng-embed") && file.script().is_none());
    }

    #[test]
    fn a_script_says_the_same_by_options() {
        let script = Embedding { height: Some(600), ..embedding() }.script().unwrap();
        assert_eq!(
            script,
            "<div id=\"minsheng\"></div>\n<script type=\"module\">\n  import { mount } from \
             \"https://example.gov.cn/data/minsheng/embed/minsheng-engine.js\";\n  await \
             mount(document.getElementById(\"minsheng\"), {\n    state: \"v=1&view=chart&f.domain=education&lang=zh\",\n    \
             embed: true,\n    height: 600,\n    title: \"图表 · 教育 · 民生数图\",\n  });\n</script>"
        );
        let linked = Embedding {
            page: "https://a.cn/?data=.%2Fmy+table.csv".into(),
            data: Some("https://a.cn/my%20table.csv".into()),
            ..embedding()
        };
        let script = linked.script().unwrap();
        assert!(script.contains(r#"data: "https://a.cn/my%20table.csv""#), "{script}");
        assert!(script.contains(r#"from "https://a.cn/embed/minsheng-engine.js""#), "{script}");
    }

    #[test]
    fn nothing_of_a_readers_ends_the_code() {
        let odd = r#"v=1&q="></iframe></script><script>"#;
        let odd = Embedding { link: odd.into(), title: "\"</script>&".into(), ..embedding() };
        let script = odd.script().unwrap();
        for code in [odd.frame(), script] {
            assert_eq!(code.matches("</script>").count(), 1, "{code}");
            assert!(code.matches("<script").count() == 1, "{code}");
        }
    }
}
